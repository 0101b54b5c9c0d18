//! A file that is made while it is sent, piece by piece, from what there was when it was asked for. A file that cannot be finished
//! breaks off: it never ends as if it were whole. The log has it before the first byte leaves.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use futures_util::stream;
use serde::Deserialize;

use super::caller::{Allowed, Caller, ExportForm};
use super::code::Code;
use super::house::House;
use super::refusal::Refused;
use crate::crypt::chance;
use crate::model::command::{Actor, Ask, Command, FormAsk};
use crate::model::export::{ExportFormat, Exported};
use crate::model::id::{CommandId, FormId};
use crate::model::time::Timestamp;
use crate::query::export::{self, Export, ExportQuery, Piece};
use crate::query::look::Viewer;
use crate::view::published::Published;

/// How the bytes are handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Framing {
    /// The file and nothing else.
    #[default]
    None,
    /// Before each piece `rows so far: u32 BE | bytes: u32 BE`, and one without bytes at the end: whoever reads it knows how far it is,
    /// and that it is whole.
    Counted,
}

/// How many rows there will be.
const TOTAL: &str = "x-rows";

pub async fn answer(
    caller: &Allowed<ExportForm>,
    form: FormId,
    query: ExportQuery,
    framing: Framing,
) -> Result<HttpResponse, Refused> {
    let format = query.format;
    let file = caller.look(move |viewer| export::begin(viewer, form, &query)).await?;
    let name = file.name.replace(|c: char| c.is_control() || "\"\\/:*?<>|".contains(c), " ");
    let disposition = format!("attachment; filename*=UTF-8''{}.{}", percent(&name), format.ending());
    let total = file.rows();
    note(caller, Exported { form, format, rows: total as u64 }).await?;
    let house = caller.house.clone();
    let moment = Moment { published: house.published(), who: caller.who, now: house.now(), house };
    let content_type = match framing {
        Framing::None => media_type(format),
        Framing::Counted => "application/octet-stream",
    };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, content_type))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .insert_header((TOTAL, total.to_string()))
        .streaming(Box::pin(pieces(file, moment, framing))))
}

pub const fn media_type(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Csv => "text/csv; charset=utf-8",
        ExportFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
}

/// A line for each file, whatever key it was asked for under.
async fn note(caller: &Allowed<ExportForm>, exported: Exported) -> Result<(), Refused> {
    let house = &caller.house;
    let id = CommandId::from_u128(chance::uuid_v7(house.now()));
    let ask = Ask::Form(FormAsk::NoteExport(exported));
    house.submit(Command { id, actor: Actor::User(caller.who.user), ask }).await?;
    Ok(())
}

/// The state that is written down, and for whom.
struct Moment {
    published: Published,
    who: Caller,
    now: Timestamp,
    house: web::Data<House>,
}

enum Progress {
    Writing(Box<Export>, Moment),
    Over,
}

fn pieces(
    file: Export,
    moment: Moment,
    framing: Framing,
) -> impl stream::Stream<Item = Result<web::Bytes, actix_web::Error>> {
    stream::try_unfold(Progress::Writing(Box::new(file), moment), move |progress| async move {
        let Progress::Writing(mut file, moment) = progress else { return Ok(None) };
        // Whoever was signed out meanwhile gets no more of it.
        if !moment.house.register.is_in(&moment.who.session, moment.house.now()) {
            return Err(Refused::new(Code::SignedOut).into());
        }
        let written = web::block(move || {
            let piece = moment.piece(&mut file);
            (piece, file, moment)
        });
        let (piece, file, moment) = written.await.map_err(|_| Refused::new(Code::Stopping))?;
        let total = file.rows();
        Ok::<_, actix_web::Error>(match piece {
            Some(piece) => Some((framed(piece, framing), Progress::Writing(file, moment))),
            None => Some((end(total, framing), Progress::Over)),
        })
    })
}

impl Moment {
    fn piece(&self, file: &mut Export) -> Option<Piece> {
        let Published { catalog, snapshot } = &self.published;
        file.piece(Viewer { snapshot, catalog, user: self.who.user, now: self.now })
    }
}

fn framed(Piece { bytes, rows }: Piece, framing: Framing) -> web::Bytes {
    match framing {
        Framing::Counted if !bytes.is_empty() => [&head(rows, bytes.len())[..], &bytes].concat().into(),
        Framing::Counted | Framing::None => bytes.into(),
    }
}

fn end(rows: usize, framing: Framing) -> web::Bytes {
    match framing {
        Framing::Counted => head(rows, 0).to_vec().into(),
        Framing::None => web::Bytes::new(),
    }
}

fn head(rows: usize, bytes: usize) -> [u8; 8] {
    let number = |number: usize| u64::from(u32::try_from(number).unwrap_or(u32::MAX));
    ((number(rows) << 32) | number(bytes)).to_be_bytes()
}

/// RFC 5987.
fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
