//! Stored files, read with the permission of where they hang; [`super::upload`] brings them in. A browser never runs what somebody
//! stored here.

use actix_web::body::SizedStream;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, Charset,
    ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};
use actix_web::{HttpResponse, web};
use futures_util::stream;
use serde::Deserialize;

use super::{Route, get};
use crate::http::caller::{Allowed, SignedIn};
use crate::http::code::Code;
use crate::http::header::FILE_POLICY;
use crate::http::part::Part;
use crate::http::refusal::Refused;
use crate::model::id::{FileId, RecordId};
use crate::model::limit::THUMBNAIL_SOURCE_BYTES_MAX;
use crate::model::refusal::Refusal;
use crate::model::value::File;
use crate::query::media::{self, Place};
use crate::query::reading::Unread;
use crate::query::{file, thumbnail};
use crate::store::blob::Blob;
use crate::store::error::StoreError;

pub fn routes() -> Vec<Route> {
    vec![get("/files/{file}", fetch), get("/files/{file}/thumbnail", small)]
}

pub(super) async fn blocking<T: Send + 'static>(
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
