//! Files: brought in pieces into the sealed store, and read with the permission of where they hang. A browser never runs what
//! somebody stored here.

use actix_web::body::SizedStream;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, Charset,
    ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};
use actix_web::{HttpResponse, web};
use futures_util::stream;
use serde::Deserialize;

use super::{Route, get, post};
use crate::crypt::chance;
use crate::http::body::Reader as Incoming;
use crate::http::caller::{Allowed, SignedIn};
use crate::http::code::Code;
use crate::http::header::FILE_POLICY;
use crate::http::part::Part;
use crate::http::refusal::Refused;
use crate::model::command::{Ask, FileAsk};
use crate::model::id::{FileId, RecordId};
use crate::model::limit::THUMBNAIL_SOURCE_BYTES_MAX;
use crate::model::refusal::Refusal;
use crate::model::value::File;
use crate::query::media::{self, HEAD_BYTES, Media, Place, Wrong};
use crate::query::reading::Unread;
use crate::query::{file, thumbnail};
use crate::store::blob::{Blob, Stored};
use crate::store::error::StoreError;
use crate::store::upload::Upload;

pub fn routes() -> Vec<Route> {
    vec![post("/files", store), get("/files/{file}", fetch), get("/files/{file}/thumbnail", small)]
}

/// Bytes that wait in memory before they are sealed.
const PIECE_BYTES: usize = 256 * 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    name: String,
}

async fn store(
    caller: Allowed<SignedIn>,
    name: web::Query<Name>,
    mut incoming: Incoming,
) -> Result<web::Json<File>, Refused> {
    let name = name.into_inner().name;
    let _turn = caller.house.turns.upload()?;
    let mut piece = Vec::with_capacity(PIECE_BYTES);
    let mut is_whole = fill(&mut incoming, &mut piece).await?;
    let media = judged(&name, &piece)?;
    let house = caller.house.clone();
    let mut upload = blocking(move || house.store.blobs().begin()).await?;
    loop {
        let bytes = std::mem::replace(&mut piece, Vec::with_capacity(PIECE_BYTES));
        upload = blocking(move || written(upload, &bytes)).await?;
        if is_whole {
            break;
        }
        is_whole = fill(&mut incoming, &mut piece).await?;
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

/// Reads until the piece is full; whether that was the end.
async fn fill(incoming: &mut Incoming, piece: &mut Vec<u8>) -> Result<bool, Refused> {
    while piece.len() < PIECE_BYTES {
        let Some(more) = incoming.next().await? else { return Ok(true) };
        piece.extend_from_slice(&more);
    }
    Ok(false)
}

fn written(mut upload: Upload, bytes: &[u8]) -> Result<Upload, StoreError> {
    upload.write(bytes)?;
    Ok(upload)
}

fn judged(name: &str, piece: &[u8]) -> Result<Media, Refused> {
    let refused = |reason: &'static str| Refused::new(Code::FileRefused).with("reason", reason).with("name", name);
    if piece.is_empty() {
        return Err(refused("empty"));
    }
    media::judge(name, &piece[..piece.len().min(HEAD_BYTES)]).map_err(|wrong| match wrong {
        Wrong::Program => refused("program"),
        Wrong::Disguised => refused("disguised"),
    })
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, Refused> {
    Ok(web::block(work).await.map_err(|_| Refused::new(Code::Internal))??)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// The order it hangs on; absent: the caller brought it.
    #[serde(default)]
    order: Option<RecordId>,
    #[serde(default)]
    inline: Option<u8>,
}

async fn fetch(
    caller: Allowed<SignedIn>,
    id: web::Path<FileId>,
    asked: web::Query<Asked>,
    part: Part,
) -> Result<HttpResponse, Refused> {
    let Asked { order, inline } = asked.into_inner();
    let (file, blob) = found(&caller, *id, order).await?;
    let is_inline = inline == Some(1) && media::place(&file.media) == Place::Inline;
    let kind = if is_inline { DispositionType::Inline } else { DispositionType::Attachment };
    let name = ExtendedValue {
        charset: Charset::Ext("UTF-8".to_owned()),
        language_tag: None,
        value: file.name.clone().into_bytes(),
    };
    let disposition = ContentDisposition { disposition: kind, parameters: vec![DispositionParam::FilenameExt(name)] };
    let whole = blob.bytes();
    let (from, to) = part.within(whole).unwrap_or((0, whole));
    let mut response = HttpResponse::Ok();
    if part.within(whole).is_some() {
        response.status(StatusCode::PARTIAL_CONTENT);
        response.insert_header((CONTENT_RANGE, format!("bytes {from}-{}/{whole}", to - 1)));
    }
    Ok(response
        .insert_header((ACCEPT_RANGES, "bytes"))
        .insert_header((CONTENT_TYPE, if is_inline { file.media.as_str() } else { "application/octet-stream" }))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .insert_header((CONTENT_SECURITY_POLICY, FILE_POLICY))
        .insert_header((CACHE_CONTROL, "private, no-cache"))
        .body(SizedStream::new(to - from, pieces(blob, (from, to)))))
}

/// A JPEG of a picture; nothing for any other file.
async fn small(
    caller: Allowed<SignedIn>,
    id: web::Path<FileId>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Refused> {
    let (file, blob) = found(&caller, *id, asked.order).await?;
    if !file.media.starts_with("image/") || file.bytes > THUMBNAIL_SOURCE_BYTES_MAX {
        return Err(Refusal::NotFound.into());
    }
    let _turn = caller.house.turns.thumbnail().await?;
    let jpeg = blocking(move || Ok(thumbnail::make(&whole(&blob)?))).await?.ok_or(Refusal::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "image/jpeg"))
        .insert_header((CONTENT_SECURITY_POLICY, FILE_POLICY))
        .insert_header((CACHE_CONTROL, "private, max-age=3600"))
        .body(jpeg))
}

async fn found(caller: &Allowed<SignedIn>, id: FileId, order: Option<RecordId>) -> Result<(File, Blob), Refused> {
    let read = caller.read(move |reader| {
        let file = file::find(reader, id, order)?;
        let blob = reader.store.file(id).map_err(Unread::from)?;
        Ok((file, blob))
    });
    read.await
}

fn whole(blob: &Blob) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    loop {
        let more = blob.read(bytes.len() as u64)?;
        if more.is_empty() {
            return Ok(bytes);
        }
        bytes.extend(more);
    }
}

/// One chunk at a time, as fast as the other side takes them.
fn pieces(blob: Blob, (from, to): (u64, u64)) -> impl stream::Stream<Item = Result<web::Bytes, Refused>> {
    stream::try_unfold((blob, from), move |(blob, at)| async move {
        let (blob, mut piece) = blocking(move || blob.read(at).map(|piece| (blob, piece))).await?;
        piece.truncate(usize::try_from(to - at).unwrap_or(usize::MAX));
        let next = at + piece.len() as u64;
        Ok((!piece.is_empty()).then(|| (web::Bytes::from(piece), (blob, next))))
    })
}
