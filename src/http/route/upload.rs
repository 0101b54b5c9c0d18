//! Files on their way in, judged by their first bytes: at once, or in pieces that go on from the byte where the network was lost.
//! Refuses what is not what its name says, and keeps everybody's unfinished uploads from everybody else.
//!
//! Pieces follow the IETF draft "Resumable Uploads for HTTP" (draft-ietf-httpbis-resumable-upload): one begins an upload and says how
//! long it will be, the others are appended with the offset that they belong to, and the server tells how far it has come. Two things
//! differ. The client chooses the id, so that a lost answer begins nothing twice and no interim response is needed, which no browser
//! shows. And a piece that is not the next one is told where to go on, like one that is.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::file::blocking;
use super::{Route, delete, get, patch, post, put};
use crate::crypt::chance;
use crate::decide;
use crate::http::body::Reader as Incoming;
use crate::http::caller::{Allowed, SignedIn};
use crate::http::code::Code;
use crate::http::refusal::Refused;
use crate::model::command::{Actor, Ask, Command, FileAsk};
use crate::model::id::{CommandId, FileId, UploadId};
use crate::model::limit::FILE_BYTES_MAX;
use crate::model::refusal::Refusal;
use crate::model::value::File;
use crate::query::media::{self, HEAD_BYTES, Media, Wrong};
use crate::store::blob::Stored;
use crate::store::error::StoreError;
use crate::store::unfinished::{Reached, Whose};
use crate::store::upload::Upload;

pub fn routes() -> Vec<Route> {
    vec![
        post("/files", store),
        put("/uploads/{upload}", begin),
        patch("/uploads/{upload}", append),
        get("/uploads/{upload}", look),
        delete("/uploads/{upload}", give_up),
    ]
}

/// Bytes that wait in memory before they are sealed; of a body that breaks off, no more than these are lost.
const BUFFER_BYTES: usize = 256 * 1024;

/// A body, buffer by buffer.
struct Arriving {
    incoming: Incoming,
    is_end: bool,
}

impl Arriving {
    const fn new(incoming: Incoming) -> Self {
        Self { incoming, is_end: false }
    }

    /// Full, or the last one.
    async fn next(&mut self) -> Result<Vec<u8>, Refused> {
        let mut buffer = Vec::with_capacity(BUFFER_BYTES);
        while buffer.len() < BUFFER_BYTES {
            let Some(more) = self.incoming.next().await? else {
                self.is_end = true;
                break;
            };
            buffer.extend_from_slice(&more);
        }
        Ok(buffer)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    name: String,
}

async fn store(
    caller: Allowed<SignedIn>,
    name: web::Query<Name>,
    incoming: Incoming,
) -> Result<web::Json<File>, Refused> {
    let name = name.into_inner().name;
    let _turn = caller.house.turns.upload()?;
    let mut arriving = Arriving::new(incoming);
    let mut buffer = arriving.next().await?;
    let media = judged(&name, &buffer)?;
    let house = caller.house.clone();
    let mut upload = blocking(move || house.store.blobs().begin()).await?;
    loop {
        upload = blocking(move || written(upload, &buffer)).await?;
        if arriving.is_end {
            break;
        }
        buffer = arriving.next().await?;
    }
    let (at, house) = (caller.house.now(), caller.house.clone());
    let Stored { bytes, digest, .. } = blocking(move || house.store.blobs().keep(upload, at)).await?;
    // Its own, whatever the command is called: somebody else's file may have the same bytes.
    let id = FileId::from_u128(chance::uuid_v7(at));
    let file = File { id, name, bytes, media: media.name.to_owned() };
    let committed = caller.submit(Ask::File(FileAsk::Stored { file: file.clone(), digest })).await?;
    // The same command again brought other bytes.
    if committed.events.is_empty() { Err(Refusal::CommandMismatch.into()) } else { Ok(web::Json(file)) }
}

fn written(mut upload: Upload, bytes: &[u8]) -> Result<Upload, StoreError> {
    upload.write(bytes)?;
    Ok(upload)
}

fn judged(name: &str, start: &[u8]) -> Result<Media, Refused> {
    let refused = |reason: &'static str| Refused::new(Code::FileRefused).with("reason", reason).with("name", name);
    if start.is_empty() {
        return Err(refused("empty"));
    }
    media::judge(name, &start[..start.len().min(HEAD_BYTES)]).map_err(|wrong| match wrong {
        Wrong::Program => refused("program"),
        Wrong::Disguised => refused("disguised"),
    })
}

/// Said with the first piece.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Announcement {
    name: String,
    /// Of the whole file.
    bytes: u64,
}

/// How far it has come.
#[derive(Serialize)]
struct Standing {
    /// Where the next piece begins; 0 too for what nobody began.
    offset: u64,
    /// What it became with the last one; whoever did not hear sends an empty piece at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<File>,
}

async fn begin(
    caller: Allowed<SignedIn>,
    id: web::Path<UploadId>,
    said: web::Query<Announcement>,
    incoming: Incoming,
) -> Result<web::Json<Standing>, Refused> {
    let Announcement { name, bytes } = said.into_inner();
    if bytes > FILE_BYTES_MAX {
        return Err(StoreError::FileTooLarge { max: FILE_BYTES_MAX }.into());
    }
    let _turn = caller.house.turns.upload()?;
    let mut arriving = Arriving::new(incoming);
    let start = arriving.next().await?;
    let media = judged(&name, &start)?;
    if start.len() < HEAD_BYTES && (start.len() as u64) < bytes {
        return Err(Refused::malformed(format!("The first piece must have {HEAD_BYTES} bytes or all of them.")));
    }
    let (at, house, whose) = (caller.house.now(), caller.house.clone(), whose(&caller, *id));
    let file = File { id: FileId::from_u128(chance::uuid_v7(at)), name, bytes, media: media.name.to_owned() };
    decide::file::check(&file)?;
    let meant = (file.name.clone(), bytes);
    let begun = blocking(move || house.store.blobs().announce(whose, file, at)).await?;
    if (begun.name, begun.bytes) != meant {
        return Err(Refusal::CommandMismatch.into());
    }
    receive(&caller, whose, (0, start), arriving).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    offset: u64,
}

async fn append(
    caller: Allowed<SignedIn>,
    id: web::Path<UploadId>,
    place: web::Query<Place>,
    incoming: Incoming,
) -> Result<web::Json<Standing>, Refused> {
    let _turn = caller.house.turns.upload()?;
    let mut arriving = Arriving::new(incoming);
    let first = arriving.next().await?;
    receive(&caller, whose(&caller, *id), (place.offset, first), arriving).await
}

/// As long as what arrives is what comes next.
async fn receive(
    caller: &Allowed<SignedIn>,
    whose: Whose,
    (mut offset, mut buffer): (u64, Vec<u8>),
    mut arriving: Arriving,
) -> Result<web::Json<Standing>, Refused> {
    loop {
        let (at, house, end) = (caller.house.now(), caller.house.clone(), offset + buffer.len() as u64);
        match blocking(move || house.store.blobs().append(whose, offset, &buffer, at)).await? {
            Reached::Part(reached) if reached == end && !arriving.is_end => offset = reached,
            reached => return told(caller, reached).await,
        }
        buffer = arriving.next().await?;
    }
}

/// What is whole becomes known; told again, it is the same command.
async fn told(caller: &Allowed<SignedIn>, reached: Reached) -> Result<web::Json<Standing>, Refused> {
    let (file, Stored { digest, .. }) = match reached {
        Reached::Part(offset) => return Ok(web::Json(Standing { offset, file: None })),
        Reached::Whole(file, stored) => (file, stored),
    };
    let id = CommandId::from_u128(file.id.as_u128());
    let ask = Ask::File(FileAsk::Stored { file: file.clone(), digest });
    caller.house.submit(Command { id, actor: Actor::User(caller.who.user), ask }).await?;
    Ok(web::Json(Standing { offset: file.bytes, file: Some(file) }))
}

async fn look(caller: Allowed<SignedIn>, id: web::Path<UploadId>) -> Result<web::Json<Standing>, Refused> {
    let (house, whose) = (caller.house.clone(), whose(&caller, *id));
    let offset = match blocking(move || Ok(house.store.blobs().reached(whose))).await? {
        Reached::Part(offset) => offset,
        Reached::Whole(file, _) => file.bytes,
    };
    Ok(web::Json(Standing { offset, file: None }))
}

async fn give_up(caller: Allowed<SignedIn>, id: web::Path<UploadId>) -> Result<HttpResponse, Refused> {
    let (house, whose) = (caller.house.clone(), whose(&caller, *id));
    blocking(move || {
        house.store.blobs().give_up(whose);
        Ok(())
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

fn whose(caller: &Allowed<SignedIn>, upload: UploadId) -> Whose {
    Whose { user: caller.who.user, upload }
}
