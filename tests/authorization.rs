//! Who gets through which door: every route of the table, asked by everybody, against a real appliance. The golden matrix holds what
//! came back; beside it stands what the gates alone must do, so that a wrong matrix cannot be accepted by mistake. A new route without
//! a line fails here.

use std::fmt::Write as _;
use std::time::Duration;

use serde_json::{Value, json};
use tessera::http::caller::Gate;
use tessera::http::route;
use tessera::model::party::Power;

use crate::support::appliance::{Answer, Appliance, Person, Sent};
use crate::support::golden;

const ADMINISTRATOR: &str = "a0000000-0000-0000-0000-000000000001";
const DESIGNER: &str = "a0000000-0000-0000-0000-000000000002";

/// The people who knock, in the order of the columns.
const COLUMNS: [&str; 6] = ["nobody", "member", "granted", "designer", "custom", "administrator"];

struct Town {
    house: Appliance,
    people: Vec<Person>,
    ids: Value,
}

impl Town {
    fn built() -> Self {
        let house = Appliance::empty();
        let admin = house.administrator.clone();
        let robot = json!({"kind": "wecom_robot", "url": "https://127.0.0.1/cgi-bin/webhook/send?key=693a91f6-7bc4-4bc4-97a0-0ec2fa5aaa11"});
        let channel =
            house.post(&admin, "/channels", json!({"name": "Robot", "is_active": true, "reach": robot})).good();
        let (app, form) = house.app_that_tells(&channel);
        let [member, granted, designer, custom] =
            ["member", "granted", "designer", "custom"].map(|login| house.member(login));
        let id = |person: &Person| person.id.expect("they are somebody").to_string();
        house.give(&admin, DESIGNER, &id(&designer));
        let role = |name: &str, of: &Person, grant: Value| {
            house.post(&admin, "/roles", json!({"name": name, "members": [id(of)], "grants": [grant]})).good()
        };
        let on = |actions: Value| json!({"app": app["id"], "form": form["id"], "actions": actions, "scope": {"kind": "all"}});
        role("Users", &granted, on(json!(["view", "create"])));
        let custom_role = role(
            "App owners",
            &custom,
            json!({
                "app": app["id"], "form": null, "actions": ["view", "design"], "scope": {"kind": "all"},
            }),
        );
        let order = house.post(&granted, "/orders", json!({"form": form["id"], "values": {"what": "Pump"}})).good();
        let department = house.post(&admin, "/departments", json!({"name": "D"})).good();
        house.post(&admin, "/departments", json!({"name": "E", "parent": department["id"]})).good();
        let victim = house.member("victim");
        let calendar = house.get(&admin, "/calendars").good()[0].clone();
        let ids = json!({
            "app": app["id"], "form": form["id"], "order": order["id"], "user": id(&victim), "department": department["id"],
            "team": channel["id"], "role": ADMINISTRATOR, "channel": channel["id"], "calendar": calendar["id"],
            "file": order["id"], "outgoing": "999.0", "version": "1", "slot": "9", "code": "not_found", "tour": "form", "upload": order["id"], "custom": custom_role["id"], "push": order["id"],
        });
        let people = vec![Person::nobody(), member, granted, designer, custom, admin];
        Self { house, people, ids }
    }

    /// The address with something real behind every name. What a call may delete is made for that call.
    fn address(&self, path: &str) -> String {
        let mut address = path.trim_start_matches("/api/v1").to_owned();
        for name in path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
            let id = match name {
                "board" => self
                    .house
                    .post(&self.fresh(3), &format!("/apps/{}/boards", text(&self.ids["app"])), json!({"name": "B"}))
                    .good()["id"]
                    .clone(),
                "view" => {
                    let path = format!("/forms/{}/views", text(&self.ids["form"]));
                    let columns = json!({"columns": ["title"], "layout": {"kind": "table"}});
                    let body = json!({"name": "V", "shared": true, "definition": columns});
                    self.house.post(&self.fresh(4), &path, body).good()["id"].clone()
                }
                name => self.ids[name].clone(),
            };
            assert!(id.is_string(), "nothing stands for {{{name}}} of {path}");
            address = address.replace(&format!("{{{name}}}"), text(&id));
        }
        address
    }

    /// A new session of somebody: earlier calls may have ended the others.
    fn fresh(&self, column: usize) -> Person {
        self.house.enter(self.people[column].id.expect("not nobody"))
    }

    /// What a verb of an order needs before its rules are asked; everything else is stopped by its gate, or by its empty body behind it.
    fn body(&self, path: &str) -> Value {
        if path.starts_with("/api/v1/held/") {
            return json!({"ids": [self.ids["order"]]});
        }
        let user = &self.ids["user"];
        match path.strip_prefix("/api/v1/orders").map(|rest| rest.trim_start_matches("/{order}")) {
            Some("") => json!({"form": self.ids["form"], "values": {"what": "Pump"}, "draft": true}),
            Some("/claim" | "/release" | "/save" | "/complete" | "/approve" | "/reject") => json!({"task": "w1"}),
            Some("/return") => json!({"task": "w1", "target": "start", "comment": "why"}),
            Some("/recall") => json!({"visit": "v1"}),
            Some("/withdraw") => json!({"to": "cancel"}),
            Some("/transfer" | "/change-assignee") => json!({"task": "w1", "to": user}),
            Some("/comment") => json!({"text": "Hello"}),
            Some("/cc") => json!({"users": [user]}),
            Some("/terminate") => json!({"comment": "why"}),
            Some("/edit") => json!({"values": {"what": "Motor"}, "record_rev": 1}),
            Some(_) | None => json!({}),
        }
    }

    fn ask(&self, person: &Person, method: &str, path: &str) -> Answer {
        // Sessions of one person that begin and end in one millisecond are one and the same to the clock.
        let fresh = person.id.map(|id| self.house.enter(id));
        std::thread::sleep(Duration::from_millis(2));
        let sent = if method == "GET" { Sent::Nothing } else { Sent::Json(self.body(path)) };
        self.house.call(fresh.as_ref().unwrap_or(person), method, &self.address(path), sent)
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// What the gate alone must answer; `None`: it depends on the thing behind it.
fn owed(town: &Town, gate: Gate, person: &Person) -> Option<bool> {
    let catalog = town.house.running().house.catalog();
    let Some(id) = person.id else {
        return match gate {
            Gate::Public | Gate::Operator => None,
            Gate::OwnSession
            | Gate::SignedIn
            | Gate::Power(_)
            | Gate::App(_)
            | Gate::Grants
            | Gate::Form(_)
            | Gate::Board(_)
            | Gate::Designers
            | Gate::View => Some(false),
        };
    };
    let has = |power: Power| catalog.directory.has_power(id, power);
    match gate {
        Gate::Public | Gate::Operator | Gate::OwnSession | Gate::SignedIn => None,
        Gate::Power(power) => Some(has(power)),
        Gate::Designers => {
            Some(has(Power::Administer) || has(Power::Design) || id == town.people[4].id.expect("custom"))
        }
        Gate::Grants => Some(has(Power::Administer) || has(Power::Design) || id == town.people[4].id.expect("custom")),
        Gate::App(_) | Gate::Form(_) | Gate::Board(_) | Gate::View => None,
    }
}

#[test]
fn every_route_answers_everybody_as_the_matrix_says() {
    let town = Town::built();
    let mut matrix = format!("{:<60}", "");
    for column in COLUMNS {
        write!(matrix, " {column:>13}").unwrap();
    }
    matrix.push('\n');
    for route in route::all() {
        let method = route.method.as_str();
        write!(matrix, "{:<60}", format!("{method} {}", route.path)).unwrap();
        for (column, person) in COLUMNS.iter().zip(&town.people) {
            let answer = town.ask(person, method, &route.path);
            assert!(answer.status < 500, "{method} {} for {column}: {:?}", route.path, answer.refusal());
            if let Some(passes) = owed(&town, route.gate, person) {
                let stopped =
                    matches!(answer.refusal().1.as_str(), "signed_out" | "not_allowed") || answer.status == 404;
                assert!(passes || stopped, "{column} got through {method} {}: {}", route.path, answer.status);
                assert!(!passes || !stopped || answer.status == 404, "{column} was stopped at {method} {}", route.path);
            }
            write!(matrix, " {:>13}", answer.status).unwrap();
        }
        matrix.push('\n');
    }
    golden::check("http/authorization.txt", &matrix);
}

#[test]
fn the_description_names_every_route_and_no_other() {
    let house = Appliance::empty();
    let described = house.get(&house.administrator, "/openapi.json").good();
    let text = serde_json::to_string_pretty(&described).unwrap() + "\n";
    golden::check("http/openapi.json", &text);
    let paths = described["paths"].as_object().unwrap();
    let count: usize = paths.values().map(|methods| methods.as_object().unwrap().len()).sum();
    assert_eq!(count, route::all().len());
}

#[test]
fn the_figures_tell_of_the_queue_the_commits_and_the_outbox() {
    let house = Appliance::empty();
    let text = String::from_utf8(house.get(&Person::nobody(), "/metrics").bytes).unwrap();
    let value = |name: &str| -> &str {
        let line =
            text.lines().find(|line| line.split(' ').next() == Some(name)).unwrap_or_else(|| panic!("{name}\n{text}"));
        line.split(' ').nth(1).unwrap()
    };
    assert_eq!((value("tessera_queue_commands"), value("tessera_outbox_parked")), ("0", "0"));
    assert!(value("tessera_commit_seconds_count") != "0" && value("tessera_commit_seconds_sum") != "0");
    assert_eq!(value("tessera_commit_seconds_bucket{le=\"+Inf\"}"), value("tessera_commit_seconds_count"));
    assert_eq!((value("tessera_users"), value("tessera_orders"), value("tessera_timers_armed")), ("1", "0", "0"));
}
