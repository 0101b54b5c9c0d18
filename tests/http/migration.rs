//! Orders that are on their way while their flow is published anew.

use serde_json::{Value, json};

use super::site::{Person, story};

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
