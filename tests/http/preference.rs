//! What a person chose for the face of the product comes with every sign-in of theirs, and of nobody else.

use serde_json::{Value, json};

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
