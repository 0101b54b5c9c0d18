//! What administrators do over HTTP: the directory, roles and grants, settings. Every story runs against a real appliance.

use serde_json::json;

use crate::support::appliance::{Appliance, PASSWORD, Person};

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
    assert_eq!(
        house.put(admin, &format!("/departments/{}", shop["id"].as_str().unwrap()), headed.clone()).good(),
        headed
    );

    let seen = house.get(admin, "/directory").good();
    assert_eq!(
        seen["departments"],
        json!([{"id": company["id"], "name": "Acme", "parent": null, "head": null}, headed])
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
    let body = || crate::support::appliance::Sent::Json(json!({"login": "li.na", "name": "Li Na", "is_active": true}));
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
    assert_eq!(house.put(admin, &path, wanted.clone()).good(), wanted);
    assert_eq!(house.get(admin, &path).good(), wanted);

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
    assert_eq!(house.get(admin, &path).good(), wanted, "nothing was half done");
    assert_eq!(house.put(admin, &path, json!([])).good(), json!([]));
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
