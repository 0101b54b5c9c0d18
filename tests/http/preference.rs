//! What a person set up for oneself comes with every sign-in of theirs, and of nobody else.

use serde_json::{Value, json};
use tessera::model::limit::{PHRASE_CHARS_MAX, PHRASES_MAX};

use super::site::{Person, Site, story};

async fn chosen(person: &Person<'_>) -> (Value, Value) {
    let mut me = person.get("/session").await.json();
    (me["theme"].take(), me["tours"].take())
}

#[test]
fn what_was_chosen_in_one_browser_is_there_in_the_next() {
    story(tell);
}

async fn tell(site: &Site) {
    let admin = site.found().await;
    assert_eq!(chosen(&admin).await, (json!("system"), json!([])));
    assert_eq!(admin.put("/session/theme", 0, &json!({ "theme": "dark" })).await.status, 204);
    for tour in ["flow", "welcome", "flow", "board"] {
        assert_eq!(admin.put(&format!("/session/tours/{tour}"), 0, &json!({})).await.status, 204);
    }
    let elsewhere = site.sign_in("admin").await;
    assert_eq!(chosen(&elsewhere).await, (json!("dark"), json!(["welcome", "flow", "board"])));
    let other = site.sign_in("shen.ke").await;
    assert_eq!(chosen(&other).await, (json!("system"), json!([])));

    let refused = other.put("/session/theme", 0, &json!({ "theme": "sepia" })).await;
    assert_eq!(refused.status, 400, "{}", refused.text());
    assert_eq!(other.put("/session/tours/moon", 0, &json!({})).await.status, 404);
    assert_eq!(chosen(&other).await, (json!("system"), json!([])));

    let told = admin.get("/audit").await.json().to_string();
    assert!(told.contains("session_opened") && !told.contains("preference"), "{told}");
}

async fn phrases(person: &Person<'_>) -> Value {
    person.get("/session").await.json()["phrases"].take()
}

#[test]
fn phrases_are_kept_in_the_order_that_their_owner_gives_them() {
    story(async |site| {
        let admin = site.found().await;
        for phrase in ["请补照片。", "  已电话确认。\n", "按标准处理。"] {
            assert_eq!(admin.post("/session/phrases", &json!({ "phrase": phrase })).await.status, 204);
        }
        let elsewhere = site.sign_in("admin").await;
        assert_eq!(phrases(&elsewhere).await, json!(["请补照片。", "已电话确认。", "按标准处理。"]));
        for (phrase, at) in [("按标准处理。", 0), ("请补照片。", 99)] {
            let moved = json!({ "phrase": phrase, "at": at });
            assert_eq!(elsewhere.post("/session/phrases/move", &moved).await.status, 204);
        }
        assert_eq!(phrases(&admin).await, json!(["按标准处理。", "已电话确认。", "请补照片。"]));
        for _ in 0..2 {
            let gone = json!({ "phrase": "已电话确认。" });
            assert_eq!(admin.post("/session/phrases/remove", &gone).await.status, 204);
        }
        let lost = json!({ "phrase": "已电话确认。", "at": 0 });
        assert_eq!(admin.post("/session/phrases/move", &lost).await.refusal(), (404, "not_found".to_owned()));
        assert_eq!(phrases(&admin).await, json!(["按标准处理。", "请补照片。"]));
        assert_eq!(phrases(&site.sign_in("shen.ke").await).await, json!([]));
    });
}

#[test]
fn a_phrase_that_says_nothing_is_endless_stands_there_already_or_is_one_too_many_is_refused_by_name() {
    story(async |site| {
        let admin = site.found().await;
        let longest = "长".repeat(PHRASE_CHARS_MAX);
        assert_eq!(admin.post("/session/phrases", &json!({ "phrase": longest })).await.status, 204);
        let refused = async |phrase: String| {
            let refused = admin.post("/session/phrases", &json!({ "phrase": phrase })).await;
            assert_eq!(refused.refusal(), (422, "invalid".to_owned()));
            let problems = refused.json()["problems"].take();
            assert_eq!(problems.as_array().map(Vec::len), Some(1), "{problems}");
            assert_eq!(problems[0]["place"], "phrase");
            (problems[0]["code"].clone(), problems[0]["data"].clone())
        };
        assert_eq!(refused(" \n".to_owned()).await, (json!("blank"), json!({})));
        let bound = json!({ "max": PHRASE_CHARS_MAX.to_string() });
        assert_eq!(refused(format!("{longest}长")).await, (json!("too_long"), bound));
        assert_eq!(refused(format!("{longest} ")).await, (json!("not_unique"), json!({})));
        for number in 1..PHRASES_MAX {
            let phrase = json!({ "phrase": format!("第 {number} 句") });
            assert_eq!(admin.post("/session/phrases", &phrase).await.status, 204);
        }
        let bound = json!({ "max": PHRASES_MAX.to_string() });
        assert_eq!(refused("再来一句".to_owned()).await, (json!("too_many"), bound));
        assert_eq!(phrases(&admin).await.as_array().map(Vec::len), Some(PHRASES_MAX));
    });
}

#[test]
fn the_log_names_who_chose_another_language() {
    story(async |site| {
        let admin = site.found().await;
        let ke = site.sign_in("shen.ke").await;
        for language in ["en", "en"] {
            assert_eq!(ke.put("/session/language", 0, &json!({ "language": language })).await.status, 204);
        }
        assert_eq!(ke.get("/session").await.json()["user"]["language"], "en");
        let told = admin.get(&format!("/audit?actor={}", ke.id)).await.fine();
        let saved: Vec<_> = told["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|item| item["changes"][0]["code"] == "user_saved")
            .collect();
        assert_eq!(saved.len(), 1, "choosing the same again is no change: {told}");
        assert_eq!((&saved[0]["actor"], &saved[0]["changes"][0]["name"]), (&json!(ke.id), &json!("沈可")));
    });
}
