//! Files that come in pieces: what was lost on the way is all that is sent again.

use reqwest::Method;
use serde_json::{Value, json};
use tessera::model::limit::{FILE_BYTES_MAX, UNFINISHED_IDLE_MS};

use super::site::{Answer, Person, story};

const UPLOAD: &str = "/uploads/0199a000-0000-7000-8000-000000000001";
const PIECE: usize = 1 << 20;

fn text(len: usize) -> Vec<u8> {
    (0..len).map(|at| b'a' + (at % 23).to_le_bytes()[0]).collect()
}

async fn begin(person: &Person<'_>, name: &str, bytes: u64, piece: &[u8]) -> Answer {
    let path = format!("{UPLOAD}?name={name}&bytes={bytes}");
    Answer::of(person.request(Method::PUT, &path).body(piece.to_vec())).await
}

async fn append(person: &Person<'_>, offset: usize, piece: &[u8]) -> Answer {
    let path = format!("{UPLOAD}?offset={offset}");
    Answer::of(person.request(Method::PATCH, &path).body(piece.to_vec())).await
}

fn at(offset: usize) -> Value {
    json!({ "offset": offset })
}

#[test]
fn an_upload_goes_on_from_the_byte_it_had_reached() {
    story(async |site| {
        site.found().await;
        let (gang, lei) = (site.sign_in("wu.gang").await, site.sign_in("han.lei").await);
        let whole = text(2 * PIECE + 100_000);
        assert_eq!(gang.get(UPLOAD).await.fine(), at(0));
        let long = whole.len() as u64;
        assert_eq!(begin(&gang, "run.log", long, &whole[..PIECE]).await.fine(), at(PIECE));
        // The answer was lost.
        assert_eq!(begin(&gang, "run.log", long, &whole[..PIECE]).await.fine(), at(PIECE));
        assert_eq!(gang.get(UPLOAD).await.fine(), at(PIECE));
        assert_eq!(append(&gang, 2 * PIECE, &whole[2 * PIECE..]).await.fine(), at(PIECE));

        // Nobody else sees it, goes on with it, or ends it.
        assert_eq!(lei.get(UPLOAD).await.fine(), at(0));
        assert_eq!(append(&lei, PIECE, &whole[PIECE..]).await.fine(), at(0));
        assert_eq!(lei.delete(UPLOAD).await.status, 204);

        assert_eq!(append(&gang, PIECE, &whole[PIECE..2 * PIECE]).await.fine(), at(2 * PIECE));
        let done = append(&gang, 2 * PIECE, &whole[2 * PIECE..]).await.fine();
        let file = &done["file"];
        assert_eq!((&file["name"], &file["bytes"]), (&json!("run.log"), &json!(whole.len())));
        let head = site.running.house.store.head();
        assert_eq!(append(&gang, 2 * PIECE, &whole[2 * PIECE..]).await.fine(), done, "the same again");
        assert_eq!(append(&gang, whole.len(), &[]).await.fine(), done);
        assert_eq!(site.running.house.store.head(), head);
        let address = format!("/files/{}", file["id"].as_str().unwrap());
        assert!(gang.get(&address).await.bytes == whole);
        assert_eq!(lei.get(&address).await.refusal(), (404, "not_found".to_owned()));

        let twin = gang.upload("twin.log", &whole).await.fine();
        assert_ne!(twin["id"], file["id"]);
        assert_eq!(site.running.house.store.blobs().list().unwrap().len(), 1);
    });
}

#[test]
fn a_small_file_is_one_request() {
    story(async |site| {
        site.found().await;
        let gang = site.sign_in("wu.gang").await;
        let done = begin(&gang, "note.txt", 4, b"done").await.fine();
        assert_eq!((&done["offset"], &done["file"]["media"]), (&json!(4), &json!("text/plain")));
    });
}

#[test]
fn what_cannot_be_taken_is_told_with_the_first_piece_and_leaves_nothing() {
    story(async |site| {
        site.found().await;
        let gang = site.sign_in("wu.gang").await;
        let (head, some) = (site.running.house.store.head(), text(PIECE));
        let refused = |answer: Answer| answer.refusal();
        for (name, bytes, piece, expected) in [
            ("large.log", FILE_BYTES_MAX + 1, &some[..], (413, "too_large")),
            ("photo.png", 2 * PIECE as u64, &some[..], (422, "file_refused")),
            ("setup.log", 2 * PIECE as u64, b"MZ\x90\0".repeat(1_000).as_slice(), (422, "file_refused")),
            ("empty.log", 0, &[], (422, "file_refused")),
            ("a%3Ab.log", 2 * PIECE as u64, &some[..], (422, "invalid")),
            ("short.log", 2 * PIECE as u64, &some[..100], (400, "malformed")),
        ] {
            let answer = refused(begin(&gang, name, bytes, piece).await);
            assert_eq!((answer.0, answer.1.as_str()), expected, "{name}");
            assert_eq!(gang.get(UPLOAD).await.fine(), at(0), "{name}");
        }
        assert_eq!(site.running.house.store.head(), head);
    });
}

#[test]
fn an_upload_is_one_file_and_nothing_is_left_of_one_that_is_given_up() {
    story(async |site| {
        site.found().await;
        let gang = site.sign_in("wu.gang").await;
        let (house, some) = (&site.running.house, text(PIECE));
        let long = 2 * PIECE as u64;
        begin(&gang, "run.log", long, &some).await.fine();
        let other = begin(&gang, "other.log", long, &some).await;
        assert_eq!(other.refusal(), (409, "command_mismatch".to_owned()));
        let more = append(&gang, PIECE, &text(PIECE + 1)).await;
        assert_eq!(more.refusal(), (413, "too_large".to_owned()));
        assert_eq!(gang.delete(UPLOAD).await.status, 204);
        assert_eq!(gang.get(UPLOAD).await.fine(), at(0));

        begin(&gang, "run.log", long, &some).await.fine();
        let much_later = house.now().plus_ms(UNFINISHED_IDLE_MS + 1_000);
        assert_eq!(house.store.blobs().sweep_unfinished(much_later), 1);
        assert_eq!(append(&gang, PIECE, &some).await.fine(), at(0));
        assert_eq!(house.store.blobs().list().unwrap(), []);
    });
}
