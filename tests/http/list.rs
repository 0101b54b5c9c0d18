//! A list over the wire: any place of it with one request, of what the caller may see, and names that are found from a keyboard
//! without characters.

use serde_json::{Value, json};

use super::site::story;
use super::{open, report};

#[test]
fn any_place_of_a_list_is_one_request_away() {
    story(async |site| {
        let admin = site.found().await;
        let gang = site.sign_in("wu.gang").await;
        let app = admin.get("/apps").await.fine()[0]["id"].clone();
        let own = json!({ "app": app, "form": null, "actions": ["view"], "scope": { "kind": "own" } });
        admin.post("/roles", &json!({ "name": "报修人", "members": [gang.id], "grants": [own] })).await.fine();
        for _ in 0..5 {
            open(&gang, site, &report()).await;
        }
        let path = format!("/forms/{}/query", site.form());
        let ids = |page: &Value| -> Vec<String> {
            page["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
        };
        for person in [&admin, &gang] {
            let whole = person.post(&path, &json!({ "columns": ["title"], "rows": 200 })).await.fine();
            let (all, total) = (ids(&whole), whole["total"].as_u64().unwrap());
            assert_eq!(all.len() as u64, total);
            assert!(total >= 5, "{total}");
            for skip in [0, total / 2, total - 3, total, total + 9] {
                let page = person.post(&path, &json!({ "columns": ["title"], "rows": 3, "skip": skip })).await.fine();
                let from = usize::try_from(skip.min(total)).unwrap();
                assert_eq!(ids(&page), all[from..all.len().min(from + 3)], "from {skip}");
                assert_eq!((&page["total"], page["next"].is_null()), (&json!(total), skip + 3 >= total));
            }
            let first = person.post(&path, &json!({ "columns": [], "rows": 1 })).await.fine();
            let behind = json!({ "columns": [], "rows": 2, "cursor": first["next"], "skip": 1 });
            assert_eq!(ids(&person.post(&path, &behind).await.fine()), all[2..4]);
        }
        let refused = gang.post(&path, &json!({ "columns": [], "skip": -1 })).await;
        assert_eq!(refused.refusal(), (400, "malformed".to_owned()));
        assert!(refused.json()["detail"].as_str().unwrap().starts_with("At skip: "), "{}", refused.text());
    });
}

#[test]
fn names_of_a_draft_are_read_aloud() {
    story(async |site| {
        let admin = site.found().await;
        let names = json!({ "names": ["紧急程度", "Severity", ""] });
        let read = admin.post("/pinyin", &names).await.fine();
        assert_eq!(read, json!({ "紧急程度": "jin ji cheng du/duo/zhai" }));
        assert_eq!(site.stranger().post("/pinyin", &names).await.status, 401);
    });
}

#[test]
fn tasks_and_records_are_found_by_how_their_names_are_read() {
    story(async |site| {
        let admin = site.found().await;
        let (gang, ke) = (site.sign_in("wu.gang").await, site.sign_in("shen.ke").await);
        let order = open(&gang, site, &report()).await["id"].clone();
        let path = format!("/forms/{}/query", site.form());
        for (typed, is_found) in [("吴刚", true), ("wugang", true), ("wg", true), ("gangw", false)] {
            let tasks = ke.get(&format!("/inbox?q={typed}")).await.fine();
            let records = admin.post(&path, &json!({ "columns": [], "search": typed })).await.fine();
            let has = |rows: &Value, id: &str| rows.as_array().unwrap().iter().any(|row| row[id] == order);
            assert_eq!((has(&tasks["items"], "order"), has(&records["rows"], "id")), (is_found, is_found), "{typed}");
        }
    });
}
