//! Boards: kept whole, read by whoever may see their app. What their tiles show is asked tile by tile.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::{Route, delete, get, post, put};
use crate::access::{self, Wish};
use crate::http::body::Body;
use crate::http::caller::{Allowed, Caller, DesignApp, DesignBoard, Permission, ViewBoard};
use crate::http::refusal::Refused;
use crate::model::board::{BoardDefinition, ViewerFilter};
use crate::model::command::{Ask, BoardAsk};
use crate::model::definition::{Board, BoardVersion};
use crate::model::document::Document;
use crate::model::id::{AppId, BoardId, UserId};
use crate::model::party::Action;
use crate::model::refusal::Refusal;
use crate::model::time::Timestamp;
use crate::query;
use crate::view::feed::WorkingCopy;

pub fn routes() -> Vec<Route> {
    vec![
        post("/apps/{app}/boards", create),
        get("/boards/{board}", show),
        put("/boards/{board}", save),
        delete("/boards/{board}", remove),
        get("/boards/{board}/versions", versions),
        get("/boards/{board}/versions/{version}", version),
    ]
}

#[derive(Serialize)]
struct Shown {
    id: BoardId,
    app: AppId,
    name: String,
    rev: u64,
    definition: Document<BoardDefinition>,
    can_design: bool,
    /// Those of its filters that this viewer may use.
    viewer_filters: Vec<ViewerFilter>,
}

async fn shown<P: Permission<Who = Caller>>(caller: &Allowed<P>, id: BoardId) -> Result<web::Json<Shown>, Refused> {
    let catalog = caller.house.catalog();
    let board = catalog.boards.get(&id).ok_or(Refusal::NotFound)?;
    let Board { id, app, name, definition, rev } = Board::clone(board);
    let can_design = access::can(&catalog, caller.who.user, Wish::App(app, Action::Design)).is_allowed();
    let board = definition.clone();
    let viewer_filters = caller.look(move |viewer| Ok(query::board::viewer_filters(viewer, &board))).await?;
    Ok(web::Json(Shown { id, app, name, rev, definition, can_design, viewer_filters }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    name: String,
}

/// Named by the command, so that asking twice makes one.
async fn create(
    caller: Allowed<DesignApp>,
    app: web::Path<AppId>,
    body: Body<Named>,
) -> Result<web::Json<Shown>, Refused> {
    let board = BoardId::from_u128(caller.command.as_u128());
    let definition = BoardDefinition::default();
    let (name, note) = (body.0.name, String::new());
    caller.submit(Ask::Board(BoardAsk::Save { board, app: *app, name, rev: 0, definition, note })).await?;
    shown(&caller, board).await
}

async fn show(caller: Allowed<ViewBoard>, id: web::Path<BoardId>) -> Result<web::Json<Shown>, Refused> {
    shown(&caller, *id).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    definition: BoardDefinition,
    /// Why; keeps this save as a version of its own.
    #[serde(default)]
    note: String,
}

#[derive(Serialize)]
struct Saved {
    rev: u64,
    /// A board is kept only when it has none.
    problems: [(); 0],
}

async fn save(
    caller: Allowed<DesignBoard>,
    id: web::Path<BoardId>,
    body: Body<Written>,
) -> Result<web::Json<Saved>, Refused> {
    let rev = caller.expected_rev()?;
    let Written { name, definition, note } = body.0;
    let app = caller.house.catalog().boards.get(&*id).map(|board| board.app).ok_or(Refusal::NotFound)?;
    let ask = BoardAsk::Save { board: *id, app, name, rev, definition, note };
    caller.write(WorkingCopy::Board(*id), Ask::Board(ask)).await?;
    Ok(web::Json(Saved { rev: rev + 1, problems: [] }))
}

async fn remove(caller: Allowed<DesignBoard>, id: web::Path<BoardId>) -> Result<HttpResponse, Refused> {
    caller.submit(Ask::Board(BoardAsk::Delete { board: *id })).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Who left the board like this, and why.
#[derive(Serialize)]
struct VersionHead {
    version: u32,
    at: Timestamp,
    /// Absent: the house, or somebody before versions were kept.
    by: Option<UserId>,
    note: String,
}

impl VersionHead {
    fn of(kept: &BoardVersion) -> Self {
        Self { version: kept.version, at: kept.at, by: kept.by, note: kept.note.clone() }
    }
}

#[derive(Serialize)]
struct Version {
    #[serde(flatten)]
    head: VersionHead,
    name: String,
    definition: Document<BoardDefinition>,
}

/// Newest first.
async fn versions(
    caller: Allowed<DesignBoard>,
    id: web::Path<BoardId>,
) -> Result<web::Json<Vec<VersionHead>>, Refused> {
    let catalog = caller.house.catalog();
    let versions = catalog.board_versions.get(&*id).into_iter().flat_map(|versions| versions.values().rev());
    Ok(web::Json(versions.map(|kept| VersionHead::of(kept)).collect()))
}

async fn version(caller: Allowed<DesignBoard>, path: web::Path<(BoardId, u32)>) -> Result<web::Json<Version>, Refused> {
    let catalog = caller.house.catalog();
    let (board, version) = *path;
    let kept = catalog.board_version(board, version).ok_or(Refusal::NotFound)?;
    Ok(web::Json(Version { head: VersionHead::of(&kept), name: kept.name, definition: kept.definition }))
}
