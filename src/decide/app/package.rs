//! A package: an app with its forms, flows, views and boards as one JSON document. Installing gives ordinary asks, judged like
//! any other, under fresh ids; so the same package can be installed twice. Refuses documents that are no package.

use serde::{Deserialize, Serialize};

use crate::catalog::Catalog;
use crate::model::board::BoardDefinition;
use crate::model::command::{AppAsk, Ask, BoardAsk, FormAsk, PartyAsk, ViewAsk};
use crate::model::definition::App;
use crate::model::flow::FlowDefinition;
use crate::model::form::FormDefinition;
use crate::model::id::{AppId, BoardId, FormId, TeamId, ViewId};
use crate::model::party::{Grant, MEMBER, Role, Team};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::report::ViewDefinition;

/// The form of the document, 1 today.
const VERSION: u32 = 1;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    pub version: u32,
    pub app: App,
    /// Teams its flows give work to; they start without members unless one of that name exists.
    #[serde(default)]
    pub teams: Vec<Team>,
    pub forms: Vec<PackagedForm>,
    #[serde(default)]
    pub views: Vec<PackagedView>,
    #[serde(default)]
    pub boards: Vec<PackagedBoard>,
    /// What everybody may do with it from the start.
    #[serde(default)]
    pub grants: Vec<Grant>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackagedForm {
    pub id: FormId,
    pub name: String,
    pub definition: FormDefinition,
    /// Absent: an order ends as soon as it is submitted.
    #[serde(default)]
    pub flow: Option<FlowDefinition>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackagedView {
    pub id: ViewId,
    pub form: FormId,
    pub name: String,
    pub definition: ViewDefinition,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackagedBoard {
    pub id: BoardId,
    pub name: String,
    pub definition: BoardDefinition,
}

/// What installing asks for, in order, to be given as one batch by a person who may administer and design.
#[derive(Debug, Clone, PartialEq)]
pub struct Installation {
    pub app: AppId,
    pub forms: Vec<FormId>,
    pub asks: Vec<Ask>,
}

/// `fresh` makes an id that was never used.
///
/// # Errors
/// - `BadFormat` at `package`: not a package of this version, with where reading it stopped.
pub fn install(catalog: &Catalog, text: &str, fresh: &mut dyn FnMut() -> u128) -> Result<Installation, Vec<Problem>> {
    let text = renewed(catalog, &parse(text)?, text, fresh);
    let package = parse(&text)?;
    let mut asks = vec![Ask::App(AppAsk::Save(package.app.clone()))];
    let is_new = |team: &&Team| !catalog.directory.teams.contains_key(&team.id);
    asks.extend(package.teams.iter().filter(is_new).map(|team| Ask::Party(PartyAsk::SaveTeam(team.clone()))));
    for form in &package.forms {
        asks.extend(form_asks(package.app.id, form).map(Ask::Form));
    }
    asks.extend(package.views.into_iter().map(|view| {
        let (id, form, name, definition) = (view.id, view.form, view.name, view.definition);
        Ask::View(ViewAsk::Save { view: id, form, name, shared: true, definition })
    }));
    asks.extend(package.boards.into_iter().map(|board| {
        let (id, name, definition) = (board.id, board.name, board.definition);
        Ask::Board(BoardAsk::Save { board: id, app: package.app.id, name, rev: 0, definition, note: String::new() })
    }));
    if let Some(member) = catalog.directory.roles.get(&MEMBER).filter(|_| !package.grants.is_empty()) {
        let mut member = Role::clone(member);
        member.grants.extend(package.grants);
        asks.push(Ask::Party(PartyAsk::SaveRole(member)));
    }
    Ok(Installation { app: package.app.id, forms: package.forms.iter().map(|form| form.id).collect(), asks })
}

fn parse(text: &str) -> Result<Package, Vec<Problem>> {
    let bad = |line: usize, column: usize| {
        vec![Problem::error("package", ProblemCode::BadFormat).with("line", line).with("column", column)]
    };
    let package: Package = serde_json::from_str(text).map_err(|error| bad(error.line(), error.column()))?;
    if package.version == VERSION { Ok(package) } else { Err(bad(0, 0)) }
}

/// The same document with every id it declares replaced. Ids are 36 characters that occur nowhere by accident.
fn renewed(catalog: &Catalog, package: &Package, text: &str, fresh: &mut dyn FnMut() -> u128) -> String {
    let known = |team: &Team| catalog.directory.teams.values().find(|known| known.name == team.name);
    let mut ids = vec![(package.app.id.to_string(), AppId::from_u128(fresh()).to_string())];
    for team in &package.teams {
        let id = known(team).map_or_else(|| TeamId::from_u128(fresh()), |known| known.id);
        ids.push((team.id.to_string(), id.to_string()));
    }
    ids.extend(package.forms.iter().map(|form| (form.id.to_string(), FormId::from_u128(fresh()).to_string())));
    ids.extend(package.views.iter().map(|view| (view.id.to_string(), ViewId::from_u128(fresh()).to_string())));
    ids.extend(package.boards.iter().map(|board| (board.id.to_string(), BoardId::from_u128(fresh()).to_string())));
    ids.into_iter().fold(text.to_owned(), |text, (old, new)| text.replace(&old, &new))
}

/// Making, drafting and publishing: working copies count from 0.
fn form_asks(app: AppId, packaged: &PackagedForm) -> impl Iterator<Item = FormAsk> {
    let form = packaged.id;
    let note = String::new;
    let made = [
        FormAsk::Create { form, app, name: packaged.name.clone() },
        FormAsk::SaveDraft { form, rev: 0, definition: packaged.definition.clone() },
        FormAsk::Publish { form, rev: 1, note: note() },
    ];
    let flow = packaged.flow.clone().map(|definition| {
        [FormAsk::SaveFlow { form, rev: 0, definition }, FormAsk::PublishFlow { form, rev: 1, note: note() }]
    });
    made.into_iter().chain(flow.into_iter().flatten())
}
