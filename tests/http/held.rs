//! A decision waits in the house, so that it can be taken back on any device, and goes without one.

use serde_json::{Value, json};
use tessera::model::limit::{FILE_UNUSED_MS_MAX, HOLD_MS};
use tessera::model::time::HOUR_MS;
use tessera::schedule::sweep;

use super::site::{Person, Site, story};
use super::{act, kinds, look, open, png, report, task, verbs};

const PATIENCE_MS: u64 = 20_000;

/// The clock jumps over the time in which anything can be taken back.
fn jump(site: &Site) {
    site.running.house.clock.set_offset_ms(HOLD_MS + 1);
}

/// Looks at the order until nothing of this person waits there.
async fn gone(person: &Person<'_>, order: &Value) -> Value {
    for _ in 0..PATIENCE_MS / 20 {
        let page = look(person, order).await;
        if page["held"] == json!([]) {
            return page;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("it never went");
}

/// Whoever approves has nothing to fill in from now on.
async fn ask_for_nothing(admin: &Person<'_>, form: &str) {
    let path = format!("/forms/{form}");
    let drawing = admin.get(&format!("{path}/flow/draft")).await.fine();
    let (rev, mut definition) = (drawing["rev"].as_u64().unwrap(), drawing["definition"].clone());
    for node in definition["nodes"].as_array_mut().unwrap() {
        if node["step"]["kind"] == "approve" {
            node["step"]["fields"] = json!({});
        }
    }
    admin.put(&format!("{path}/flow/draft"), rev, &json!({ "definition": definition })).await.fine();
    admin.post(&format!("{path}/flow/publish"), &json!({ "rev": rev + 1, "note": "" })).await.fine();
}

/// How many tasks the inbox and the session tell of.
async fn todo(person: &Person<'_>) -> u64 {
    let (inbox, session) = (person.get("/inbox").await.fine(), person.get("/session").await.fine());
    assert_eq!(inbox["counts"]["todo"], session["counts"]["todo"]);
    inbox["counts"]["todo"].as_u64().unwrap()
}

async fn take_back(person: &Person<'_>, id: &Value) -> Value {
    person.post("/held/take-back", &json!({ "ids": [id] })).await.fine()[0].clone()
}

#[test]
fn a_decision_waits_for_its_owner_alone_and_is_taken_back_on_another_device() {
    story(async |site| {
        site.found().await;
        let (gang, ke) = (site.sign_in("wu.gang").await, site.sign_in("shen.ke").await);
        let phone = site.sign_in("shen.ke").await;
        let order = open(&gang, site, &report()).await;
        let (before, his) = (look(&gang, &order).await, todo(&ke).await);
        let page = look(&ke, &order).await;
        let held = task(&page, "complete").clone();
        let bad = json!({ "task": held, "values": {} });
        let path = "complete?hold=true";
        let refused = ke.post(&format!("/orders/{}/{path}", order["id"].as_str().unwrap()), &bad).await;
        assert_eq!(refused.refusal(), (422, "invalid".to_owned()), "what is wrong is said at once");

        let values = json!({ "technician": gang.id, "due": "2099-01-01" });
        let done = json!({ "task": held, "values": values, "comment": "去看看" });
        let page = act(&ke, &order, path, done.clone()).await;
        let waits = &page["held"][0];
        assert_eq!((&waits["verb"], &waits["task"]), (&json!("complete"), &held));
        assert_eq!(verbs(&page), ["comment", "cc"]);
        assert_eq!((&page["rev"], &page["tasks"]), (&before["rev"], &before["tasks"]));
        assert_eq!(todo(&ke).await, his - 1);
        assert_eq!(look(&gang, &order).await, before, "nobody else knows");
        let twice = ke.post(&format!("/orders/{}/{path}", order["id"].as_str().unwrap()), &done).await;
        assert_eq!(twice.refusal(), (409, "decision_held".to_owned()));

        let id = look(&phone, &order).await["held"][0]["id"].clone();
        assert_eq!(take_back(&gang, &id).await["code"], "take_back_too_late");
        assert_eq!(take_back(&phone, &id).await, json!({ "id": id, "ok": true }));
        assert_eq!(take_back(&ke, &id).await, json!({ "id": id, "ok": true }), "twice is once");
        let page = look(&ke, &order).await;
        assert_eq!((&page["held"], task(&page, "complete")), (&json!([]), &held));
        assert_eq!(todo(&ke).await, his);

        let page = act(&ke, &order, path, done).await;
        let ids = json!({ "ids": [page["held"][0]["id"]] });
        assert_eq!(ke.post("/held/send", &ids).await.fine()[0]["ok"], true);
        let page = look(&ke, &order).await;
        assert_eq!((&page["held"], kinds(&page).last()), (&json!([]), Some(&"assigned")), "it need not wait");
    });
}

#[test]
fn a_decision_goes_in_its_owners_name_with_all_that_came_with_it() {
    story(async |site| {
        site.found().await;
        let (gang, ke) = (site.sign_in("wu.gang").await, site.sign_in("shen.ke").await);
        let order = open(&gang, site, &report()).await;
        let sketch = ke.upload("位置.png", &png()).await.fine();
        let values = json!({ "technician": gang.id, "due": "2099-01-01" });
        let held = task(&look(&ke, &order).await, "complete").clone();
        let done = json!({ "task": held, "values": values, "comment": "见图", "files": [sketch["id"]] });
        let page = act(&ke, &order, "complete?hold=true", done).await;
        let id = page["held"][0]["id"].clone();
        let hers = todo(&gang).await;
        let house = &site.running.house;
        let much_later = house.now().plus_ms(FILE_UNUSED_MS_MAX + 2 * HOUR_MS);
        assert_eq!(sweep::once(&house.store, &house.writer, much_later).await.unwrap(), 0, "it is about to be said");

        jump(site);
        let page = gone(&ke, &order).await;
        let told = page["history"].as_array().unwrap().iter().find(|entry| entry["kind"] == "completed").unwrap();
        assert_eq!(
            (&told["by"], &told["text"], &told["data"]["files"]),
            (&json!(ke.id), &json!("见图"), &json!([sketch]))
        );
        assert_eq!(kinds(&page).iter().filter(|kind| **kind == "completed").count(), 1);
        let late = take_back(&ke, &id).await;
        assert_eq!((&late["ok"], &late["code"]), (&json!(false), &json!("take_back_too_late")));
        assert!(late["title"].as_str().unwrap().starts_with("决定"), "{late}");
        assert_eq!(todo(&gang).await, hers + 1);
    });
}

#[test]
fn many_wait_one_by_one_and_whoever_was_in_vain_is_told() {
    story(async |site| {
        let admin = site.found().await;
        let (gang, ke) = (site.sign_in("wu.gang").await, site.sign_in("shen.ke").await);
        ask_for_nothing(&admin, &site.form()).await;
        let mut items = Vec::new();
        for _ in 0..2 {
            let order = open(&gang, site, &report()).await;
            let values = json!({ "technician": ke.id, "due": "2099-01-01" });
            let held = task(&look(&ke, &order).await, "complete").clone();
            act(&ke, &order, "complete", json!({ "task": held, "values": values })).await;
            let values = json!({ "cause": "wear", "work_done": "换轴承", "labour_hours": "2.5" });
            let held = task(&look(&ke, &order).await, "complete").clone();
            act(&ke, &order, "complete", json!({ "task": held, "values": values })).await;
            let held = task(&look(&gang, &order).await, "approve").clone();
            items.push(json!({ "order": order["id"], "task": held }));
        }
        let foreign = json!({ "order": items[0]["order"], "task": "w1" });
        let batch = json!({ "items": [items[0], items[1], foreign] });
        let hers = todo(&gang).await;
        let said = gang.post("/inbox/approve?hold=true", &batch).await.fine();
        assert_eq!((&said[2]["ok"], &said[2]["held"]), (&json!(false), &Value::Null), "{said}");
        let ids: Vec<Value> = [0, 1].map(|at| said[at]["held"].clone()).to_vec();
        assert!(ids.iter().all(Value::is_string), "{said}");
        assert_eq!(todo(&gang).await, hers - 2);
        let back = gang.post("/held/take-back", &json!({ "ids": ids })).await.fine();
        assert_eq!((&back[0]["ok"], &back[1]["ok"]), (&json!(true), &json!(true)));
        assert_eq!(todo(&gang).await, hers);

        let batch = json!({ "items": items, "comment": "都好" });
        gang.post("/inbox/approve?hold=true", &batch).await.fine();
        let orders = [0, 1].map(|at| json!({ "id": items[at]["order"] }));
        act(&admin, &orders[0], "terminate", json!({ "comment": "不修了" })).await;
        jump(site);
        assert_eq!(gone(&gang, &orders[0]).await["state"], "terminated");
        assert_eq!(gone(&gang, &orders[1]).await["state"], "completed");
        let notices = gang.get("/notices").await.fine();
        let told =
            notices["items"].as_array().unwrap().iter().find(|line| line["message"]["subject"].is_object()).unwrap();
        let message = &told["message"];
        assert_eq!(message["subject"], json!({ "unsent": { "ruling": "approve", "why": "order_ended" } }));
        assert_eq!(
            (&message["order"], &message["by"], &message["text"]),
            (&orders[0]["id"], &json!(admin.id), &json!("都好"))
        );
        let audit = admin.get("/audit").await.fine().to_string();
        assert!(audit.contains("order_approved") && !audit.contains("held"), "{audit}");
    });
}
