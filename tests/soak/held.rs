//! A decision that waits while the process is killed goes after the next start, once.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use tessera::model::limit::HOLD_MS;

use super::release::{self, Caller, Serving};
use super::work;

const LOOKS_MAX: u32 = 1_000;

/// The house's time runs ahead by so much.
fn ahead(folder: &Path, ms: i64) -> Serving {
    std::fs::write(folder.join("clock"), ms.to_string()).expect("the folder can be written");
    let command = release::command(folder, "serve", &["--log-level", "info", "--clock-file", "clock"]);
    Serving::start_as(command, folder).unwrap_or_else(|why| panic!("{why}"))
}

fn completed(page: &Value) -> usize {
    page["history"].as_array().expect("a history").iter().filter(|entry| entry["kind"] == "completed").count()
}

#[test]
fn a_decision_that_waits_survives_a_kill_and_goes_once() {
    release::runtime().block_on(async {
        let folder = release::folder();
        let folder = folder.path();
        let serving = Serving::start(folder);
        let mut admin = Caller::set_up(&serving, folder).await;
        let form = work::drawn(&admin).await;
        let order = admin.post("/orders", json!({ "form": form, "values": { "what": "Pump" } })).await.good();
        let path = format!("/orders/{}", order["id"].as_str().expect("an id"));
        let mut actions = order["actions"].as_array().expect("actions").iter();
        let task =
            &actions.find(|action| action["verb"] == "complete").expect("the work is the administrator's")["task"];
        let page = admin.post(&format!("{path}/complete?hold=true"), json!({ "task": task })).await.good();
        assert_eq!((page["held"].as_array().map(Vec::len), completed(&page)), (Some(1), 0));
        serving.kill();

        let serving = ahead(folder, HOLD_MS + 1);
        admin = admin.at(&serving);
        let mut looks = 0;
        let sent = loop {
            let page = admin.get(&path).await.good();
            if page["held"] == json!([]) {
                break page;
            }
            looks += 1;
            assert!(looks < LOOKS_MAX, "it never went");
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        assert_eq!(completed(&sent), 1);
        serving.kill();

        let serving = ahead(folder, HOLD_MS + 1);
        admin = admin.at(&serving);
        let page = admin.get(&path).await.good();
        assert_eq!((&page["history"], &page["tasks"], &page["held"]), (&sent["history"], &sent["tasks"], &json!([])));
        serving.stop(&mut admin);
        let proof = release::run(folder, "verify", &[]);
        assert!(proof.status.success(), "{}", String::from_utf8_lossy(&proof.stderr));
    });
}
