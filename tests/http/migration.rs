//! Orders that are on their way while their flow is published anew.

use serde_json::{Value, json};

use super::site::{Person, story};
use super::{act, look, open, report, task};

/// The drawing in which dispatching goes by another name.
fn renamed(definition: &Value) -> Value {
    let text =
        definition.to_string().replace(":\"dispatch\"", ":\"assignment\"").replace("[\"dispatch\"", "[\"assignment\"");
    serde_json::from_str(&text).unwrap()
}

async fn publish(admin: &Person<'_>, form: &str, definition: &Value) -> Value {
    let path = format!("/forms/{form}/flow");
    let rev = admin.get(&format!("{path}/draft")).await.fine()["rev"].as_u64().unwrap();
    admin.put(&format!("{path}/draft"), rev, &json!({ "definition": definition })).await.fine();
    admin.post(&format!("{path}/publish"), &json!({ "rev": rev + 1 })).await.fine()["version"].clone()
}

/// How many orders go by each version, the newest first.
async fn under_way(admin: &Person<'_>, form: &str) -> Vec<u64> {
    let versions = admin.get(&format!("/forms/{form}/flow/versions")).await.fine();
    versions.as_array().unwrap().iter().map(|version| version["under_way"].as_u64().unwrap()).collect()
}

fn count(list: &Value) -> usize {
    list.as_array().unwrap().len()
}

#[test]
fn what_fits_goes_on_by_the_new_version_and_the_rest_says_why_not() {
    story(async |site| {
        let admin = site.found().await;
        let form = site.form();
        let (rehearse, migrate) = (format!("/forms/{form}/flow/rehearse"), format!("/forms/{form}/flow/migrate"));
        let draft = admin.get(&format!("/forms/{form}/flow/draft")).await.fine();
        let drawing = renamed(&draft["definition"]);
        let [running] = under_way(&admin, &form).await[..] else { panic!("one version is there") };

        let plan = json!({ "definition": drawing });
        let foreseen = admin.post(&rehearse, &plan).await.fine();
        let (movable, staying) = (count(&foreseen["movable"]), count(&foreseen["staying"]));
        assert_eq!((movable + staying) as u64, running);
        assert!(movable > 0 && staying > 0, "{foreseen}");
        let stays = &foreseen["staying"][0];
        assert!(!stays["title"].as_str().unwrap().is_empty());
        let problem = &stays["problems"][0];
        assert_eq!((&problem["place"], &problem["code"]), (&json!("nodes.dispatch"), &json!("migration_step_gone")));
        assert_eq!(problem["data"]["node"], "派单");
        let nodes = json!({ "dispatch": "assignment" });
        let plan = json!({ "definition": drawing, "nodes": nodes });
        assert_eq!(admin.post(&rehearse, &plan).await.fine()["staying_count"], 0);
        let adrift = json!({ "definition": drawing, "nodes": { "dispatch": "nowhere" } });
        assert_eq!(admin.post(&rehearse, &adrift).await.refusal(), (422, "invalid".to_owned()));

        assert_eq!(publish(&admin, &form, &drawing).await, 2);
        let orders = foreseen["movable"].as_array().unwrap().iter().chain([stays]);
        let orders: Vec<_> = orders.map(|found| found["order"].clone()).collect();
        let late = admin.post(&migrate, &json!({ "to": 1, "orders": orders })).await.fine();
        assert!(late.as_array().unwrap().iter().all(|one| one["code"] == "stale_revision"), "{late}");
        let ke = site.sign_in("shen.ke").await;
        assert_eq!(ke.post(&rehearse, &json!({})).await.refusal(), (403, "not_allowed".to_owned()));
        assert_eq!(ke.post(&migrate, &json!({ "to": 2, "orders": orders })).await.refusal().0, 403);
        assert_eq!(under_way(&admin, &form).await, [0, running]);

        let moved = admin.post(&migrate, &json!({ "to": 2, "orders": orders })).await.fine();
        let (refused, fine): (Vec<_>, Vec<_>) = moved.as_array().unwrap().iter().partition(|one| one["ok"] == false);
        assert_eq!((fine.len(), refused.len()), (movable, 1));
        assert_eq!(refused[0]["code"], "migration_blocked");
        assert_eq!(refused[0]["problems"], stays["problems"]);
        assert_eq!(under_way(&admin, &form).await, [movable as u64, staying as u64]);

        let left: Vec<_> = foreseen["staying"].as_array().unwrap().iter().map(|one| one["order"].clone()).collect();
        let moved = admin.post(&migrate, &json!({ "to": 2, "orders": left, "nodes": nodes })).await.fine();
        assert!(moved.as_array().unwrap().iter().all(|one| one["ok"] == true), "{moved}");
        assert_eq!(under_way(&admin, &form).await, [running, 0]);
        assert_eq!(admin.post(&rehearse, &json!({})).await.fine()["movable"], json!([]));

        let page = admin.get(&format!("/orders/{}", stays["order"].as_str().unwrap())).await.fine();
        let history = page["history"].as_array().unwrap();
        let told = history.last().unwrap();
        assert_eq!((&told["kind"], &told["by"]), (&json!("migrated"), &json!(admin.id)));
        assert_eq!(told["data"]["versions"], json!([1, 2]));
        assert_eq!(page["tasks"][0]["node"], "assignment");
        let before = history.iter().find(|entry| entry["node"] == "dispatch");
        assert_eq!(before.unwrap()["node_name"], "派单");
    });
}

/// The drawing in which whoever accepts signs, at a step of another name.
fn signed(definition: &Value) -> Value {
    let mut definition = definition.clone();
    for node in definition["nodes"].as_array_mut().unwrap() {
        if node["step"]["kind"] == "approve" {
            node["name"] = json!("签收");
            node["step"]["signature_required"] = json!(true);
        }
    }
    definition
}

#[test]
fn an_inbox_calls_a_step_and_says_what_it_asks_by_the_version_that_the_order_goes_by() {
    story(async |site| {
        let admin = site.found().await;
        let (gang, ke, fan) =
            (site.sign_in("wu.gang").await, site.sign_in("shen.ke").await, site.sign_in("yang.fan").await);
        let order = open(&gang, site, &report()).await;
        let page = look(&ke, &order).await;
        let values = json!({ "technician": fan.id, "due": "2099-01-01" });
        act(&ke, &order, "complete", json!({ "task": task(&page, "complete"), "values": values })).await;
        let page = look(&fan, &order).await;
        let values = json!({ "cause": "wear", "work_done": "换轴承", "labour_hours": "2.5" });
        act(&fan, &order, "complete", json!({ "task": task(&page, "complete"), "values": values })).await;
        let asked = async || {
            let inbox = gang.get("/inbox").await.fine();
            let item = inbox["items"].as_array().unwrap().iter().find(|item| item["order"] == order["id"]).unwrap();
            (item["node_name"].clone(), item["approval"].clone())
        };
        assert_eq!(asked().await, (json!("验收"), json!("plain")));

        let form = site.form();
        let draft = admin.get(&format!("/forms/{form}/flow/draft")).await.fine();
        publish(&admin, &form, &signed(&draft["definition"])).await;
        assert_eq!(asked().await, (json!("验收"), json!("plain")), "it goes by the version it began with");

        let plan = json!({ "to": 2, "orders": [order["id"]] });
        let moved = admin.post(&format!("/forms/{form}/flow/migrate"), &plan).await.fine();
        assert_eq!(moved[0]["ok"], true, "{moved}");
        assert_eq!(asked().await, (json!("签收"), json!("signed")));
    });
}
