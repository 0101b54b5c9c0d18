//! What administrators do over HTTP: the directory, roles and grants, settings. Every story runs against a real appliance.

use serde_json::json;
use tessera::crypt::slot::Opener;
use tessera::store::prove;
use tessera::store::restore::{Keys, Source};
use tessera::store::target::Folder;

use crate::support::appliance::{Appliance, PASSWORD, Person, Sent};

#[test]
fn a_directory_is_built_changed_and_seen_by_everybody_in_part() {
    let house = Appliance::empty();
    let admin = &house.administrator;
    let company = house.post(admin, "/departments", json!({"name": "Acme"})).good();
    let shop = house.post(admin, "/departments", json!({"name": "Shop", "parent": company["id"]})).good();
    let user = json!({
        "login": "li.na", "name": "Li Na", "email": "li.na@acme.example", "mobile": "138", "departments": [shop["id"]],
        "manager": admin.id.unwrap().to_string(), "positions": ["Fitter"], "is_active": true, "language": "zh",
    });
    let made = house.post(admin, "/users", user).good();
    let team = house.post(admin, "/teams", json!({"name": "Night", "members": [made["id"]]})).good();
    let headed = json!({"id": shop["id"], "name": "Workshop", "parent": company["id"], "head": made["id"]});
    let headed = house.put(admin, &format!("/departments/{}", shop["id"].as_str().unwrap()), headed).good();
    assert_eq!((&headed["name"], &headed["head"]), (&json!("Workshop"), &made["id"]));

    let seen = house.get(admin, "/directory").good();
    assert_eq!(
        seen["departments"],
        json!([{"id": company["id"], "name": "Acme", "parent": null, "head": null, "rev": company["rev"]}, headed])
    );
    assert_eq!(seen["teams"], json!([team]));
    assert_eq!(seen["roles"].as_array().unwrap().len(), 3);
    let mut whole = made.clone();
    whole["has_password"] = json!(false);
    assert_eq!(seen["users"][1], whole);

    let id: &str = made["id"].as_str().unwrap();
    let member = house.enter(id.parse().unwrap());
    let seen = house.get(&member, "/directory").good();
    let known = json!({"id": id, "name": "Li Na", "departments": [shop["id"]], "is_active": true});
    assert_eq!((&seen["users"][1], &seen["roles"]), (&known, &json!(null)));

    let in_use = house.delete(admin, &format!("/departments/{}", shop["id"].as_str().unwrap()));
    assert_eq!(in_use.refusal(), (409, "in_use".to_owned()));
    assert_eq!(in_use.json()["data"]["by"], json!(["users.Li Na"]));
    assert_eq!(house.delete(admin, &format!("/teams/{}", team["id"].as_str().unwrap())).status, 204);
    assert_eq!(house.delete(admin, &format!("/teams/{}", team["id"].as_str().unwrap())).refusal().0, 404);
}

#[test]
fn a_given_password_must_be_changed_and_ends_what_was_open() {
    let house = Appliance::empty();
    let admin = &house.administrator;
    let member = house.member("li.na");
    let path = format!("/users/{}/password", member.id.unwrap());
    let weak = house.post(admin, &path, json!({"password": "li.na123", "must_change": true}));
    assert_eq!(weak.refusal(), (422, "password_weak".to_owned()));
    assert_eq!(house.get(&member, "/session").status, 200);
    assert_eq!(house.post(admin, &path, json!({"password": PASSWORD, "must_change": true})).status, 204);
    assert_eq!(house.get(&member, "/session").refusal(), (401, "signed_out".to_owned()));
    let me = house.post(&Person::nobody(), "/session", json!({"login": "LI.NA", "password": PASSWORD})).good();
    assert_eq!(me["must_change_password"], json!(true));
    let again = house.enter(member.id.unwrap());
    assert_eq!(house.get(&again, "/directory").refusal(), (403, "password_change_due".to_owned()));
    assert_eq!(house.post(admin, &format!("/users/{}/end-sessions", member.id.unwrap()), json!({})).status, 204);
    assert_eq!(house.get(&again, "/session").status, 401);
}

#[test]
fn the_same_key_makes_one_person_and_answers_twice() {
    let house = Appliance::empty();
    let admin = &house.administrator;
    let body = || Sent::Json(json!({"login": "li.na", "name": "Li Na", "is_active": true}));
    let key = [("idempotency-key", "0190f3c2-7a10-7000-8000-00000000002a")];
    let first = house.call_with(admin, ("POST", "/users"), body(), &key).good();
    let second = house.call_with(admin, ("POST", "/users"), body(), &key).good();
    assert_eq!(first, second);
    assert_eq!(house.get(admin, "/directory").good()["users"].as_array().unwrap().len(), 2);
}

#[test]
fn grants_of_an_app_are_replaced_as_one_list() {
    let house = Appliance::founded(&|founding| tessera::http::founding::Founding { with_repair: true, ..founding });
    let admin = &house.administrator;
    let app = house.get(admin, "/apps").good()[0].clone();
    let path = format!("/apps/{}/grants", app["id"].as_str().unwrap());
    let role = house.post(admin, "/roles", json!({"name": "Fitters"})).good();
    let other = house.post(admin, "/roles", json!({"name": "Clerks"})).good();
    let grant = |role: &serde_json::Value, scope: serde_json::Value| json!({"role": role["id"], "form": app["forms"][0]["id"], "actions": ["view", "create"], "scope": scope});
    let wanted = json!([
        grant(&role, json!({"kind": "own"})),
        grant(&other, json!({"kind": "condition", "formula": "phone == \"1\""})),
    ]);
    assert_eq!(house.put(admin, &path, wanted.clone()).good()["grants"], wanted);
    let seen = house.get(admin, &path).good();
    assert_eq!(seen["grants"], wanted);

    let broken = json!([
        grant(&other, json!({"kind": "own"})),
        grant(&role, json!({"kind": "all"})),
        grant(&role, json!({"kind": "condition", "formula": "1 +"})),
    ]);
    let refused = house.put(admin, &path, broken);
    assert_eq!(refused.refusal(), (422, "invalid".to_owned()));
    assert_eq!(refused.json()["problems"][0]["place"], json!("grants.2.scope.formula"));
    let nobody = json!([{"role": app["id"], "form": null, "actions": ["view"], "scope": {"kind": "all"}}]);
    assert_eq!(house.put(admin, &path, nobody).json()["problems"][0]["place"], json!("grants.0.role"));
    assert_eq!(house.get(admin, &path).good(), seen, "nothing was half done");
    assert_eq!(house.put(admin, &path, json!([])).good()["grants"], json!([]));
    let late = house.call_with(admin, ("PUT", &path), Sent::Json(wanted), &[("if-match", &seen["rev"].to_string())]);
    assert_eq!(late.refusal(), (409, "stale_revision".to_owned()));
    assert_eq!(house.get(admin, &path).good()["grants"], json!([]));
}

#[test]
fn what_another_administrator_changed_in_the_directory_is_not_overwritten_unseen() {
    let house = Appliance::empty();
    let admin = &house.administrator;
    let user = json!({"login": "li.na", "name": "Li Na", "is_active": true});
    let user_at = |id: &str| format!("/users/{id}");
    let made = house.post(admin, "/users", user.clone()).good();
    let seen = house.get(admin, "/directory").good()["users"][1]["rev"].to_string();
    let path = user_at(made["id"].as_str().unwrap());
    let with = |member: &str, value: &str| {
        let mut next = user.clone();
        (next["id"], next[member]) = (made["id"].clone(), json!(value));
        next
    };
    let change = |next: serde_json::Value, rev: &str| {
        house.call_with(admin, ("PUT", &path), Sent::Json(next), &[("if-match", rev)])
    };
    let first = change(with("mobile", "138"), &seen).good();
    let second = change(with("email", "li.na@acme.example"), &seen);
    assert_eq!(second.refusal(), (409, "stale_revision".to_owned()));
    assert_eq!(second.json()["data"]["now"], first["rev"]);
    assert_eq!(house.get(admin, "/directory").good()["users"][1]["mobile"], json!("138"));
    // Whoever looked, or does not care, may.
    change(with("email", "li.na@acme.example"), &first["rev"].to_string()).good();
    house.put(admin, &path, with("name", "Li Na 2")).good();

    for (path, thing) in [
        ("/teams", json!({"name": "Night"})),
        ("/roles", json!({"name": "Clerks"})),
        ("/departments", json!({"name": "Shop"})),
    ] {
        let made = house.post(admin, path, thing).good();
        let path = format!("{path}/{}", made["id"].as_str().unwrap());
        let stale = [("if-match", "1")];
        let renamed = json!({"id": made["id"], "name": "Another"});
        let saved = house.call_with(admin, ("PUT", &path), Sent::Json(renamed), &stale);
        assert_eq!(saved.refusal(), (409, "stale_revision".to_owned()), "{path}");
        let deleted = house.call_with(admin, ("DELETE", &path), Sent::Nothing, &stale);
        assert_eq!(deleted.refusal(), (409, "stale_revision".to_owned()), "{path}");
    }
    let unknown = with("id", "0190f3c2-7a10-7000-8000-00000000002a");
    let path = user_at("0190f3c2-7a10-7000-8000-00000000002a");
    let nobody = house.call_with(admin, ("PUT", &path), Sent::Json(unknown), &[("if-match", "1")]);
    assert_eq!(nobody.refusal().0, 404);
}

#[test]
fn settings_are_replaced_whole_or_not_at_all() {
    let house = Appliance::empty();
    let admin = &house.administrator;
    let mut setting = house.get(admin, "/setting").good();
    assert_eq!(setting["organisation"], json!("Acme"));
    setting["zone"] = json!("Moon/Crater");
    let refused = house.put(admin, "/setting", setting.clone());
    assert_eq!(refused.json()["problems"][0]["place"], json!("zone"));
    setting["zone"] = json!("Europe/Berlin");
    setting["organisation"] = json!("Acme 2");
    house.put(admin, "/setting", setting.clone()).good();
    assert_eq!(house.get(admin, "/setting").good(), setting);
}

const ROBOT: &str = "https://127.0.0.1/cgi-bin/webhook/send?key=693a91f6-7bc4-4bc4-97a0-0ec2fa5aaa11";

#[test]
fn the_address_of_a_channel_goes_in_and_never_out() {
    let house = Appliance::empty();
    let admin = &house.administrator;
    let body = json!({"name": "Robot", "is_active": true, "reach": {"kind": "wecom_robot", "url": ROBOT}});
    let made = house.post(admin, "/channels", body);
    let shown = made.good();
    assert_eq!(shown["reach"], json!({"kind": "wecom_robot", "url_hint": "…aa11"}));
    let path = format!("/channels/{}", shown["id"].as_str().unwrap());
    let renamed = json!({
        "id": shown["id"], "name": "Night robot", "is_active": true, "reach": {"kind": "wecom_robot", "url": ""},
    });
    assert_eq!(house.put(admin, &path, renamed).good()["reach"], shown["reach"]);
    let tested = house.post(admin, &format!("{path}/test"), json!({})).good();
    assert_eq!((&tested["ok"], &tested["error"]), (&json!(false), &json!("address refused: 127.0.0.1:443")));
    for path in ["/channels", "/audit", "/outbox"] {
        let text = String::from_utf8(house.get(admin, path).bytes).unwrap();
        assert!(!text.contains("693a91f6"), "{path}: {text}");
    }
    let bad = house.post(
        admin,
        "/channels",
        json!({"name": "X", "is_active": true, "reach": {"kind": "wecom_robot", "url": ""}}),
    );
    assert_eq!(bad.json()["problems"][0]["place"], json!("reach.url"));
    assert_eq!(house.delete(admin, &path).status, 204);
    assert_eq!(house.get(admin, "/channels").good(), json!([]));
}

#[test]
fn a_calendar_that_somebody_else_changed_is_not_overwritten() {
    let house = Appliance::empty();
    let admin = &house.administrator;
    let day = json!([{"start_min": 540, "end_min": 1080}]);
    let definition = json!({"zone": "Asia/Shanghai", "weekly": [day, day, day, day, day, [], []], "exceptions": []});
    let made = house.post(admin, "/calendars", json!({"name": "Shift", "definition": definition})).good();
    assert_eq!(made["rev"], json!(1));
    let path = format!("/calendars/{}", made["id"].as_str().unwrap());
    let mut changed = made.clone();
    changed["name"] = json!("Late shift");
    assert_eq!(house.put(admin, &path, changed.clone()).good()["rev"], json!(2));
    let stale = house.put(admin, &path, changed);
    assert_eq!(stale.refusal(), (409, "stale_revision".to_owned()));
    assert_eq!(stale.json()["data"]["now"], json!(2));
    assert!(
        house
            .get(admin, "/calendars")
            .good()
            .as_array()
            .unwrap()
            .iter()
            .any(|calendar| calendar["name"] == "Late shift")
    );
}

#[test]
fn a_message_that_was_given_up_is_seen_and_sent_again_once() {
    let house = Appliance::empty();
    let admin = &house.administrator;
    let robot = json!({"name": "Robot", "is_active": true, "reach": {"kind": "wecom_robot", "url": ROBOT}});
    let channel = house.post(admin, "/channels", robot).good();
    let (app, form) = house.app_that_tells(&channel);
    let everybody = json!([{
        "role": "a0000000-0000-0000-0000-000000000003", "form": form["id"], "actions": ["view", "create"], "scope": {"kind": "own"},
    }]);
    house.put(admin, &format!("/apps/{}/grants", app["id"].as_str().unwrap()), everybody).good();
    let member = house.member("li.na");
    let order = house.post(&member, "/orders", json!({"form": form["id"], "values": {"what": "Pump"}})).good();
    let parked = Appliance::eventually(|| {
        let page = house.get(admin, "/outbox?state=parked").good();
        (page["counts"]["parked"] == 1).then_some(page)
    });
    let item = &parked["items"][0];
    assert_eq!(
        (&item["order"], &item["channel_name"], &item["state"]),
        (&order["id"], &json!("Robot"), &json!("parked"))
    );
    assert_eq!(item["last_error"], json!("address refused: 127.0.0.1:443"));
    let path = format!("/outbox/{}/resend", item["id"].as_str().unwrap());
    assert_eq!(house.post(&member, &path, json!({})).refusal().0, 403);
    assert_eq!(house.post(admin, &path, json!({})).status, 204);
    assert_eq!(house.post(admin, "/outbox/999.0/resend", json!({})).refusal(), (404, "not_found".to_owned()));
    assert_eq!(house.post(admin, "/outbox/x/resend", json!({})).refusal().0, 404);

    let audit = house.get(admin, "/audit").good();
    let codes: Vec<&str> =
        audit["items"].as_array().unwrap().iter().map(|item| item["changes"][0]["code"].as_str().unwrap()).collect();
    assert_eq!(codes[..2], ["outgoing_resent", "order_drafted"]);
    let submitted = &audit["items"][1];
    assert_eq!((&submitted["order"], &submitted["actor"]), (&order["id"], &json!(member.id.unwrap().to_string())));
    let all: Vec<&str> =
        submitted["changes"].as_array().unwrap().iter().map(|change| change["code"].as_str().unwrap()).collect();
    assert_eq!(all, ["order_drafted", "order_submitted", "order_copied", "order_ended"]);
    let found = house.get(admin, "/audit?q=pump").good();
    assert!(found["items"].as_array().unwrap().iter().all(|item| item["order"] == order["id"]), "{found}");
}

#[test]
fn the_audit_goes_back_to_the_first_commit_page_by_page() {
    let house = Appliance::empty();
    let admin = &house.administrator;
    for number in 0..60 {
        house.post(admin, "/departments", json!({"name": format!("D{number}")})).good();
    }
    let (mut cursor, mut seqs) = (String::new(), Vec::new());
    loop {
        let page = house.get(admin, &format!("/audit?cursor={cursor}")).good();
        seqs.extend(page["items"].as_array().unwrap().iter().map(|item| item["seq"].as_u64().unwrap()));
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => break,
        }
    }
    assert!(seqs.len() > 60 && seqs.windows(2).all(|pair| pair[0] > pair[1]), "{seqs:?}");
    assert_eq!(seqs.last(), Some(&1));
    let mine = house.get(admin, "/audit?q=D59").good();
    assert_eq!(mine["items"].as_array().unwrap().len(), 1);
    assert_eq!(house.get(admin, "/audit?cursor=x").refusal(), (400, "malformed".to_owned()));
}

#[test]
fn a_backup_made_in_the_browser_opens_with_the_same_key() {
    let house = Appliance::empty();
    let admin = &house.administrator;
    let page = house.get(admin, "/backups").good();
    assert_eq!((&page["backups"], &page["job"], &page["last_backup"]), (&json!([]), &json!(null), &json!(null)));
    let made = backed_up(&house);
    assert!(made["files"] == 0 && made["bytes"].as_u64().unwrap() > 4_096, "{made}");
    assert_eq!(house.post(admin, "/backups/rehearsals", json!({})).status, 200);
    let page = Appliance::eventually(|| {
        let page = house.get(admin, "/backups").good();
        (page["last_rehearsal"] != json!(null)).then_some(page)
    });
    let rehearsal = &page["backups"][0]["rehearsal"];
    assert_eq!((&rehearsal["error"], &rehearsal["name"]), (&json!(null), &made["name"]), "{rehearsal}");
    assert_eq!(house.delete(admin, "/backups/job").status, 200, "nothing to cancel is as good");
    let folder = Folder::new(&house.folder.path().join("data/backup"));
    let key = [Opener::KeyFile(house.folder.path().join("tessera.key"))];
    let source = Source { target: &folder, name: made["name"].as_str().unwrap() };
    let summary = prove::prove(source, &Keys::Openers(&key), &mut |_| Ok(())).expect("it is sound");
    assert!(summary.head >= 2);
}

#[test]
fn an_administrator_renews_the_recovery_key_and_every_other_key_while_people_work() {
    let house = Appliance::founded(&|founding| tessera::http::founding::Founding {
        with_repair: true,
        with_sample: true,
        ..founding
    });
    let admin = &house.administrator;
    let keys = house.get(admin, "/keys").good();
    assert_eq!(keys["slots"], json!([{"slot": 1, "kind": "key_file"}, {"slot": 2, "kind": "recovery"}]));
    assert_eq!((&keys["rotation"], &keys["is_rotating"]), (&json!(null), &json!(false)));

    let drawn = house.post(admin, "/keys/recovery", json!({})).good()["recovery_key"].clone();
    let wrong = json!({"recovery_key": "7ZC4K0QF", "slot": 2});
    assert_eq!(house.put(admin, "/keys/recovery", wrong).refusal(), (422, "recovery_key_wrong".to_owned()));
    let key_file = json!({"recovery_key": drawn, "slot": 1});
    assert_eq!(house.put(admin, "/keys/recovery", key_file).refusal().0, 404);
    let opens =
        |typed: &serde_json::Value| house.post(admin, "/setup/recovery", json!({"recovery_key": typed})).status == 204;
    assert!(!opens(&drawn), "what nobody typed back opens nothing");
    house.put(admin, "/keys/recovery", json!({"recovery_key": drawn, "slot": 2})).good();
    assert!(opens(&drawn));

    let before = house.get(admin, "/search?q=a").bytes;
    house.post(admin, "/keys/rotate", json!({})).good();
    Appliance::eventually(|| (house.get(admin, "/keys").good()["is_rotating"] == json!(false)).then_some(()));
    let keys = house.get(admin, "/keys").good();
    for class in keys["classes"].as_array().unwrap() {
        let held = if class["class"] == json!("journal") { 2 } else { 1 };
        assert_eq!(class["keys"], json!(held), "{class}");
    }
    assert_eq!(house.get(admin, "/search?q=a").bytes, before);
    assert_eq!(house.running().house.store.verify().unwrap().findings, []);

    let lacking = house.post(admin, "/keys/rotate-root", json!({"secrets": []}));
    assert_eq!(lacking.refusal(), (422, "key_secrets_missing".to_owned()));
    assert_eq!(lacking.json()["data"]["slots"], json!([2]));
    assert_eq!(house.post(admin, "/keys/rotate-root", json!({"secrets": [drawn]})).status, 204);
    assert!(opens(&drawn));
    let member = house.member("no.administrator");
    assert_eq!(house.get(&member, "/keys").refusal().0, 403);
}

#[test]
fn every_change_of_the_keys_stands_in_the_log_with_who_made_it() {
    let mut house = Appliance::empty();
    let admin = house.administrator.clone();
    let phrase = json!({"passphrase": "correct horse battery staple"});
    let short = house.post(&admin, "/keys/passphrases", json!({"passphrase": "short"}));
    assert_eq!((short.refusal(), &short.json()["data"]["min"]), ((422, "passphrase_short".to_owned()), &json!(12)));
    let keys = house.post(&admin, "/keys/passphrases", phrase).good();
    assert_eq!(keys["slots"][2], json!({"slot": 3, "kind": "passphrase"}));
    let drawn = house.post(&admin, "/keys/recovery", json!({})).good()["recovery_key"].clone();
    house.put(&admin, "/keys/recovery", json!({"recovery_key": drawn, "slot": 2})).good();
    for slot in [1, 9] {
        assert_eq!(house.delete(&admin, &format!("/keys/slots/{slot}")).refusal().0, 404);
    }
    assert_eq!(house.delete(&admin, "/keys/slots/3").good()["slots"].as_array().unwrap().len(), 2);
    house.post(&admin, "/keys/rotate", json!({})).good();
    assert_eq!(house.post(&admin, "/keys/rotate-root", json!({"secrets": [drawn]})).status, 204);
    let told = |house: &Appliance| -> Vec<(String, String, bool)> {
        let audit = house.get(&admin, "/audit?q=key").good();
        let items = audit["items"].as_array().unwrap().iter();
        let of = |item: &serde_json::Value| {
            let change = &item["changes"][0];
            let text = |name: &str| change[name].as_str().unwrap().to_owned();
            (text("code"), text("name"), item["actor"] == json!(admin.id))
        };
        items.map(of).collect()
    };
    let line = |code: &str, name: &str, by_admin| (code.to_owned(), name.to_owned(), by_admin);
    let by_admin = [
        line("root_key_renewed", "", true),
        line("data_keys_renewed", "", true),
        line("key_slot_removed", "3 passphrase", true),
        line("key_slot_replaced", "2 recovery", true),
        line("key_slot_added", "3 passphrase", true),
    ];
    assert_eq!(told(&house), by_admin);

    // What is done while it is stopped is found at the next start.
    house.while_stopped(&|ring| ring.remove_slot(2).unwrap());
    let newest = Appliance::eventually(|| Some(told(&house)).filter(|told| told.len() > by_admin.len()));
    assert_eq!(newest[0], line("key_slot_removed", "2 recovery", false));
}

/// The newest backup, made now.
pub fn backed_up(house: &Appliance) -> serde_json::Value {
    let admin = &house.administrator;
    assert_eq!(house.post(admin, "/backups", json!({})).status, 200);
    Appliance::eventually(|| {
        let page = house.get(admin, "/backups").good();
        let run = page["last_backup"].clone();
        (page["job"] == json!(null) && run["error"] == json!(null) && run["at"].is_i64())
            .then(|| page["backups"][0].clone())
    })
}

#[test]
fn a_plan_for_backups_is_kept_and_a_bad_one_is_refused_with_the_place() {
    let house = Appliance::empty();
    let admin = &house.administrator;
    let plan = |hours: u16, daily: u16| {
        json!({
            "every": {"kind": "hours", "hours": hours}, "rehearse_days": 30,
            "keep": {"daily": daily, "weekly": 8, "monthly": 12},
        })
    };
    house.put(admin, "/backups/plan", plan(6, 14)).good();
    let page = house.get(admin, "/backups").good();
    assert_eq!(page["plan"], plan(6, 14));
    assert!(page["next_backup"].as_i64().unwrap() > house.running().house.now().0);
    let bad = house.put(admin, "/backups/plan", plan(0, 401));
    let places: Vec<_> = bad.json()["problems"].as_array().unwrap().iter().map(|it| it["place"].clone()).collect();
    assert_eq!((bad.status, places), (422, vec![json!("every.hours"), json!("keep.daily")]));
    let audit = house.get(admin, "/audit").good();
    assert!(audit["items"].to_string().contains("backup_plan_saved"));
}

#[test]
fn a_restored_workspace_acts_only_after_a_word_from_an_administrator() {
    let original = Appliance::empty();
    let admin = &original.administrator;
    assert_eq!(original.get(admin, "/quarantine").good(), json!({"is_on": false}));
    assert_eq!(original.delete(admin, "/quarantine").refusal().0, 404);
    let robot = json!({"name": "Robot", "is_active": true, "reach": {"kind": "wecom_robot", "url": ROBOT}});
    let channel = original.post(admin, "/channels", robot).good();
    let (app, form) = original.app_that_tells(&channel);
    let everybody = json!([{
        "role": "a0000000-0000-0000-0000-000000000003", "form": form["id"], "actions": ["view", "create"], "scope": {"kind": "own"},
    }]);
    original.put(admin, &format!("/apps/{}/grants", app["id"].as_str().unwrap()), everybody).good();
    let member = original.member("li.na").id.unwrap();
    backed_up(&original);

    let house = Appliance::restored_from(&original);
    let (admin, member) = (&house.administrator, house.enter(member));
    assert_eq!(house.get(&member, "/quarantine").good(), json!({"is_on": true}));
    house.post(&member, "/orders", json!({"form": form["id"], "values": {"what": "Pump"}})).good();
    // What is asked for goes on, and takes longer than a message that is not held.
    backed_up(&house);
    let counts = || house.get(admin, "/outbox?state=waiting").good()["counts"].clone();
    assert_eq!((&counts()["waiting"], &counts()["parked"]), (&json!(1), &json!(0)));
    assert_eq!(house.delete(&member, "/quarantine").refusal().0, 403);

    assert_eq!(house.delete(admin, "/quarantine").good(), json!({"is_on": false}));
    assert_eq!(house.get(&member, "/quarantine").good(), json!({"is_on": false}));
    Appliance::eventually(|| (counts()["parked"] == 1).then_some(()));
    assert!(house.get(admin, "/audit").good()["items"].to_string().contains("quarantine_lifted"));
    let sentinel = &house.running().house.store;
    assert!(!sentinel.is_restored().unwrap(), "the next start knows it too");
}
