//! What hangs on an order because it came with a decision: who may hang it there, who may read it, and that it stays.
//! And nobody goes on without a signature where one is asked for.

use serde_json::json;
use tessera::model::limit::{FILE_UNUSED_MS_MAX, OPINION_FILES_MAX};
use tessera::model::time::HOUR_MS;
use tessera::schedule::sweep;

use super::site::{Person, story};
use super::{act, look, open, png, report, task};

#[test]
fn a_decision_carries_files_of_its_own_author_for_whoever_may_read_the_order() {
    story(async |site| {
        site.found().await;
        let (gang, ke) = (site.sign_in("wu.gang").await, site.sign_in("shen.ke").await);
        let (fan, min) = (site.sign_in("yang.fan").await, site.sign_in("zhou.min").await);
        let order = open(&gang, site, &report()).await;
        let id = order["id"].as_str().unwrap();
        let foreign = gang.upload("别人的.txt", "别人的".as_bytes()).await.fine();
        let sketch = ke.upload("位置.png", &png()).await.fine();
        let held = task(&look(&ke, &order).await, "complete").clone();
        let values = json!({ "technician": fan.id, "due": "2099-01-01" });
        let with = |files: Vec<_>| json!({ "task": held, "values": values, "comment": "见图", "files": files });

        for (files, code) in [
            (vec![&foreign["id"]], "unknown_file"),
            (vec![&sketch["id"], &foreign["id"]], "unknown_file"),
            (vec![&sketch["id"]; OPINION_FILES_MAX + 1], "too_many"),
        ] {
            let refused = ke.post(&format!("/orders/{id}/complete"), &with(files)).await;
            assert_eq!(refused.refusal(), (422, "invalid".to_owned()));
            let problem = &refused.json()["problems"][0];
            assert_eq!((&problem["place"], &problem["code"]), (&json!("files"), &json!(code)));
        }
        let page = act(&ke, &order, "complete", with(vec![&sketch["id"]])).await;
        let told = page["history"].as_array().unwrap().iter().find(|entry| entry["kind"] == "completed").unwrap();
        assert_eq!((&told["text"], &told["data"]["files"]), (&json!("见图"), &json!([sketch])));

        let back = fan.upload("退回.txt", "重做".as_bytes()).await.fine();
        let page = look(&fan, &order).await;
        let said =
            json!({ "task": task(&page, "return"), "target": "previous", "comment": "重做", "files": [back["id"]] });
        let page = act(&fan, &order, "return", said).await;
        let told = page["history"].as_array().unwrap().iter().find(|entry| entry["kind"] == "returned").unwrap();
        assert_eq!(told["data"]["files"], json!([back]));

        let address = format!("/files/{}?order={id}", sketch["id"].as_str().unwrap());
        assert_eq!(gang.get(&address).await.bytes, png());
        assert_eq!(gang.get(&address.replace('?', "/thumbnail?")).await.status, 200);
        assert_eq!(min.get(&address).await.refusal(), (404, "not_found".to_owned()));

        let house = &site.running.house;
        let much_later = house.now().plus_ms(FILE_UNUSED_MS_MAX + 2 * HOUR_MS);
        // What was refused hangs nowhere.
        assert_eq!(sweep::once(&house.store, &house.writer, much_later).await.unwrap(), 1);
        assert_eq!((gang.get(&address).await.status, ke.get(&address).await.bytes), (200, png()));
    });
}

/// Every step of people asks for a signature from now on.
async fn ask_for_signatures(admin: &Person<'_>, form: &str) {
    let path = format!("/forms/{form}");
    let drawing = admin.get(&format!("{path}/flow/draft")).await.fine();
    let (rev, mut definition) = (drawing["rev"].as_u64().unwrap(), drawing["definition"].clone());
    for node in definition["nodes"].as_array_mut().unwrap() {
        if node["step"]["kind"] == "handle" || node["step"]["kind"] == "approve" {
            node["step"]["signature_required"] = json!(true);
        }
        if node["step"]["kind"] == "approve" {
            // Nothing else may be missing there.
            node["step"]["fields"] = json!({});
        }
    }
    admin.put(&format!("{path}/flow/draft"), rev, &json!({ "definition": definition })).await.fine();
    admin.post(&format!("{path}/flow/publish"), &json!({ "rev": rev + 1, "note": "" })).await.fine();
}

#[test]
fn where_a_signature_is_asked_for_nobody_goes_on_without_an_own_one() {
    story(async |site| {
        let admin = site.found().await;
        let (gang, ke, fan) =
            (site.sign_in("wu.gang").await, site.sign_in("shen.ke").await, site.sign_in("yang.fan").await);
        ask_for_signatures(&admin, &site.form()).await;
        let order = open(&gang, site, &report()).await;
        let id = order["id"].as_str().unwrap();
        let page = look(&ke, &order).await;
        let asked = page["actions"].as_array().unwrap().iter().find(|action| action["verb"] == "complete").unwrap();
        assert_eq!(asked["signature_required"], true);

        let mut done = json!({ "task": asked["task"], "values": { "technician": fan.id, "due": "2099-01-01" } });
        let path = format!("/orders/{id}/complete");
        assert_eq!(ke.post(&path, &done).await.refusal(), (422, "signature_required".to_owned()));
        let foreign = gang.upload("signature.png", &png()).await.fine();
        let text = ke.upload("signature.txt", b"shen ke").await.fine();
        for (signature, code) in [(foreign, "unknown_file"), (text, "file_type_refused")] {
            done["signature"] = signature["id"].clone();
            let problem = &ke.post(&path, &done).await.json()["problems"][0];
            assert_eq!((&problem["place"], &problem["code"]), (&json!("signature"), &json!(code)));
        }
        let signature = ke.upload("signature.png", &png()).await.fine();
        done["signature"] = signature["id"].clone();
        let page = act(&ke, &order, "complete", done).await;
        let told = page["history"].as_array().unwrap().iter().find(|entry| entry["kind"] == "completed").unwrap();
        assert_eq!(told["data"]["signature"], signature);

        let page = look(&fan, &order).await;
        let own = fan.upload("signature.png", &png()).await.fine();
        let values = json!({ "cause": "wear", "work_done": "换轴承", "labour_hours": "2.5" });
        let done = json!({ "task": task(&page, "complete"), "values": values, "signature": own["id"] });
        act(&fan, &order, "complete", done).await;
        let page = look(&gang, &order).await;
        assert_eq!(gang.get("/inbox").await.fine()["items"][0]["approval"], "signed");
        let batch = json!({ "items": [{ "order": id, "task": task(&page, "approve") }] });
        assert_eq!(gang.post("/inbox/approve", &batch).await.fine()[0]["code"], "signature_required");
        let own = gang.upload("signature.png", &png()).await.fine();
        act(&gang, &order, "approve", json!({ "task": task(&page, "approve"), "signature": own["id"] })).await;
        // A batch that comes too late says who was first, and when.
        let said = gang.post("/inbox/approve", &batch).await.fine()[0].clone();
        assert_eq!((&said["code"], &said["data"]["by"]), (&json!("order_ended"), &json!(gang.id)));
        assert!(said["data"]["at"].is_i64(), "{said}");

        let house = &site.running.house;
        let much_later = house.now().plus_ms(FILE_UNUSED_MS_MAX + 2 * HOUR_MS);
        assert_eq!(sweep::once(&house.store, &house.writer, much_later).await.unwrap(), 1);
        let address = format!("/files/{}?order={id}", signature["id"].as_str().unwrap());
        assert_eq!(gang.get(&address).await.bytes, png());
    });
}
