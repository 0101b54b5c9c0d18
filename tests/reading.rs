//! Lists, lanes, charts, inboxes and searches over HTTP, of a workspace with a sample company: the same records under every light.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde_json::{Value, json};
use tessera::model::party::Language;

use crate::support::appliance::{Answer, Appliance, Person};

/// The sample company, and the form its people report faults with.
pub struct Company {
    pub house: Appliance,
    pub form: String,
    app: String,
}

impl Company {
    pub fn new() -> Self {
        Self::speaking(Language::En)
    }

    fn speaking(language: Language) -> Self {
        let house = Appliance::founded(&|mut founding| {
            founding.language = language;
            founding.with_repair = true;
            founding.with_sample = true;
            founding
        });
        let apps = house.get(&house.administrator, "/apps").good();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let (app, form) = (text(&apps[0]["id"]), text(&apps[0]["forms"][0]["id"]));
        Self { house, form, app }
    }

    pub fn person(&self, login: &str) -> Person {
        let catalog = self.house.running().house.catalog();
        self.house.enter(catalog.directory.user_by_login(login).expect("one of the company").id)
    }

    fn people(&self) -> Vec<Person> {
        let catalog = self.house.running().house.catalog();
        catalog.directory.users.keys().map(|user| self.house.enter(*user)).collect()
    }

    pub fn query(&self, who: &Person, body: &Value) -> Answer {
        self.house.post(who, &format!("/forms/{}/query", self.form), body.clone())
    }

    pub fn grant(&self, role: &str, action: &str, scope: &str) {
        let (admin, path) = (&self.house.administrator, format!("/apps/{}/grants", self.app));
        let mut grants = self.house.get(admin, &path).good()["grants"].clone();
        let grant = json!({"role": role, "actions": [action], "scope": {"kind": scope}});
        grants.as_array_mut().unwrap().push(grant);
        self.house.put(admin, &path, grants).good();
    }

    fn tile(&self, who: &Person, chart: Value) -> Value {
        let mut chart = chart;
        chart["form"] = json!(self.form);
        self.house.post(who, "/tiles", json!({"chart": chart, "filters": []})).good()
    }
}

fn ids(page: &Value) -> BTreeSet<String> {
    page["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_chart_counts_the_records_that_the_list_shows_and_each_bar_opens_its_own() {
    let company = Company::new();
    company.grant(&tessera::model::party::MEMBER.to_string(), "view", "own");
    let mut totals = BTreeSet::new();
    for who in company.people() {
        let all = company.query(&who, &json!({"columns": ["title"], "rows": 200})).good();
        totals.insert(all["total"].as_u64().unwrap());
        for dimension in
            [json!({"field": "severity"}), json!({"field": "symptoms"}), json!("state"), json!("initiator")]
        {
            let mut chart = json!({
                "kind": "bar", "form": company.form, "dimension": {"column": dimension}, "measure": {"kind": "count"},
            });
            let tile = company.tile(&who, chart.clone());
            assert_eq!(tile["count"], all["total"]);
            let mut seen = BTreeSet::new();
            chart["form"] = json!(company.form);
            for group in tile["groups"].as_array().unwrap() {
                let body = json!({"chart": chart, "filters": [], "key": group["key"]});
                let behind = company.house.post(&who, "/tiles/behind", body).good();
                let query = json!({"columns": ["title"], "rows": 200, "filters": behind["filters"]});
                let page = company.query(&who, &query).good();
                assert_eq!(page["total"], group["count"], "{dimension} {group}");
                seen.extend(ids(&page));
            }
            assert_eq!(seen, ids(&all), "{dimension}");
        }
    }
    assert!(totals.len() > 2, "everybody sees the same: {totals:?}");
}

#[test]
fn a_list_is_narrowed_searched_sorted_and_shows_what_was_asked() {
    let company = Company::new();
    let admin = &company.house.administrator;
    let all = company.query(admin, &json!({"columns": [{"field": "severity"}, "state", "node", "handler"]})).good();
    let total = all["total"].as_u64().unwrap();
    assert!(total >= 10);
    let minor = json!([{"column": {"field": "severity"}, "test": {"op": "is", "value": "minor"}}]);
    let rest = json!([{"column": {"field": "severity"}, "test": {"op": "is_not", "value": "minor"}}]);
    let count = |filters: &Value| {
        company.query(admin, &json!({"columns": [], "filters": filters})).good()["total"].as_u64().unwrap()
    };
    assert_eq!(count(&minor) + count(&rest), total);
    let row = &all["rows"][0];
    assert!(row["values"]["field:severity"].is_string() && row["values"]["state"] == row["state"], "{row}");
    let title = company.query(admin, &json!({"columns": ["title"], "rows": 1})).good()["rows"][0].clone();
    let word: String = title["values"]["title"].as_str().unwrap().chars().take(6).collect();
    let found = company.query(admin, &json!({"columns": [], "rows": 200, "search": word.to_uppercase()})).good();
    assert!(ids(&found).contains(title["id"].as_str().unwrap()));
    let sorted =
        json!({"columns": ["created_at"], "sort": [{"column": "created_at", "descending": false}], "rows": 200});
    let sorted = company.query(admin, &sorted).good();
    let times: Vec<i64> =
        sorted["rows"].as_array().unwrap().iter().map(|row| row["values"]["created_at"].as_i64().unwrap()).collect();
    assert!(times.is_sorted() && times.len() as u64 == total);
    let wrong = json!({"columns": [], "filters": [{"column": {"field": "nothing"}, "test": {"op": "empty"}}]});
    assert_eq!(company.query(admin, &wrong).refusal(), (422, "invalid".to_owned()));
    let wrong = json!({"columns": [], "cursor": "no cursor"});
    assert_eq!(company.query(admin, &wrong).json()["problems"][0]["place"], json!("cursor"));
}

#[test]
fn lanes_hold_every_record_once_in_the_drawn_order() {
    let company = Company::new();
    let admin = &company.house.administrator;
    let total = company.query(admin, &json!({"columns": []})).good()["total"].clone();
    let path = format!("/forms/{}/kanban", company.form);
    let lanes = company.house.post(admin, &path, json!({"by": {"field": "severity"}, "filters": []})).good();
    let lanes = lanes["lanes"].as_array().unwrap().clone();
    let keys: Vec<&str> = lanes.iter().map(|lane| lane["key"].as_str().unwrap()).collect();
    assert_eq!(keys[..4], ["critical", "major", "minor", "cosmetic"]);
    let counted: u64 = lanes.iter().map(|lane| lane["count"].as_u64().unwrap()).sum();
    assert_eq!(json!(counted), total);
    assert!(lanes.iter().all(|lane| lane["cards"].as_array().unwrap().len() as u64 == lane["count"]));
    let wrong = company.house.post(admin, &path, json!({"by": "title"}));
    assert_eq!(wrong.refusal(), (422, "invalid".to_owned()));
}

#[test]
fn the_ready_made_board_is_shown_to_whoever_may_see_its_app() {
    let company = Company::new();
    let admin = &company.house.administrator;
    let apps = company.house.get(admin, "/apps").good();
    let board = apps[0]["boards"][0]["id"].as_str().unwrap();
    let shown = company.house.get(admin, &format!("/boards/{board}")).good();
    assert_eq!((&shown["app"], &shown["can_design"]), (&json!(company.app), &json!(true)));
    for tile in shown["definition"]["tiles"].as_array().unwrap() {
        let data = company.house.post(admin, "/tiles", json!({"chart": tile["chart"]})).good();
        assert_eq!(data["kind"], tile["chart"]["kind"]);
        let is_drawn = data["total"].is_number() || data["rows"].is_array() || data["groups"].is_array();
        assert!(is_drawn, "{data}");
    }
    let stranger = company.house.member("stranger");
    let made = company.house.post(&stranger, &format!("/apps/{}/boards", company.app), json!({"name": "Mine"}));
    assert!(matches!(made.status, 403 | 404), "{}", made.status);
    let made = company.house.post(admin, &format!("/apps/{}/boards", company.app), json!({"name": "Mine"})).good();
    let path = format!("/boards/{}", made["id"].as_str().unwrap());
    let body = json!({"name": "Ours", "definition": {"tiles": [], "filters": []}});
    let sent = || crate::support::appliance::Sent::Json(body.clone());
    let saved = company.house.call_with(admin, ("PUT", &path), sent(), &[("if-match", "\"1\"")]).good();
    assert_eq!(saved, json!({"rev": 2, "problems": []}));
    let stale = company.house.call_with(admin, ("PUT", &path), sent(), &[("if-match", "\"1\"")]);
    assert_eq!(stale.refusal(), (409, "stale_revision".to_owned()));
    assert_eq!(company.house.delete(admin, &path).status, 204);
}

#[test]
fn a_board_is_kept_in_versions_and_lies_otherwise_on_a_phone() {
    let company = Company::new();
    let admin = &company.house.administrator;
    let board = company.house.get(admin, "/apps").good()[0]["boards"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/boards/{board}");
    let shown = company.house.get(admin, &path).good();
    let mut definition = shown["definition"].clone();
    let first = definition["tiles"][0]["id"].clone();
    let save = |definition: &Value, note: &str, rev: u64| {
        let body = json!({"name": "Ours", "definition": definition, "note": note});
        let sent = crate::support::appliance::Sent::Json(body);
        company.house.call_with(admin, ("PUT", &path), sent, &[("if-match", &format!("\"{rev}\""))])
    };
    let rev = shown["rev"].as_u64().unwrap();
    definition["phone"] = json!([{"id": first}, {"id": "gone", "hidden": true}, {"id": first}]);
    let refused = save(&definition, "", rev);
    assert_eq!(refused.refusal(), (422, "invalid".to_owned()));
    let codes: Vec<_> = refused.json()["problems"].as_array().unwrap().iter().map(|it| it["code"].clone()).collect();
    assert_eq!(codes, ["unknown_tile", "tile_placed_twice"]);

    definition["phone"] = json!([{"id": first, "height": "high", "hidden": false}]);
    save(&definition, "For phones", rev).good();
    let versions = company.house.get(admin, &format!("{path}/versions")).good();
    let told: Vec<_> =
        versions.as_array().unwrap().iter().map(|it| (it["version"].clone(), it["note"].clone())).collect();
    assert_eq!(told, [(json!(2), json!("For phones")), (json!(1), json!(""))]);
    let before = company.house.get(admin, &format!("{path}/versions/1")).good();
    assert_eq!((&before["name"], &before["definition"]), (&shown["name"], &shown["definition"]));
    let now = company.house.get(admin, &format!("{path}/versions/2")).good();
    assert_eq!((&now["name"], &now["definition"]["phone"]), (&json!("Ours"), &definition["phone"]));
    assert_eq!(company.house.get(admin, &format!("{path}/versions/3")).refusal().0, 404);
}

#[test]
fn nobody_narrows_a_board_by_a_field_that_is_hidden_from_them() {
    let company = Company::new();
    company.grant(&tessera::model::party::MEMBER.to_string(), "view", "own");
    let admin = &company.house.administrator;
    let board = company.house.get(admin, "/apps").good()[0]["boards"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/boards/{board}");
    let mut shown = company.house.get(admin, &path).good();
    assert_eq!(shown["viewer_filters"], json!([]));
    let of = |field: &str| json!({"column": {"field": field}, "form": company.form});
    let chosen = json!([of("severity"), of("rating"), {"column": "state"}]);
    shown["definition"]["viewer_filters"] = chosen.clone();
    let body = json!({"name": shown["name"], "definition": shown["definition"]});
    let (sent, rev) = (crate::support::appliance::Sent::Json(body), format!("\"{}\"", shown["rev"]));
    company.house.call_with(admin, ("PUT", &path), sent, &[("if-match", &rev)]).good();

    let reporter = company.person("feng.tao");
    let offered = |who: &Person| company.house.get(who, &path).good()["viewer_filters"].clone();
    assert_eq!(offered(admin), chosen);
    assert_eq!(offered(&reporter), json!([of("severity"), {"column": "state"}]));

    let asked = |filter: Value| {
        json!({
            "chart": {"kind": "bar", "form": company.form, "dimension": {"column": "state"}, "measure": {"kind": "count"}},
            "filters": [filter],
        })
    };
    for op in ["empty", "not_empty"] {
        let hidden = asked(json!({"column": {"field": "rating"}, "test": {"op": op}}));
        company.house.post(admin, "/tiles", hidden.clone()).good();
        let refused = company.house.post(&reporter, "/tiles", hidden);
        assert_eq!(refused.refusal(), (422, "invalid".to_owned()), "counting by {op} would tell of it");
        assert_eq!(refused.json()["problems"][0]["code"], json!("unknown_field"));
    }
    let minor = json!({"column": {"field": "severity"}, "test": {"op": "in", "values": ["minor"]}});
    let tile = company.house.post(admin, "/tiles", asked(minor.clone())).good();
    let list = company.query(admin, &json!({"columns": [], "filters": [minor]})).good();
    assert_eq!(tile["count"], list["total"]);
    for group in tile["groups"].as_array().unwrap() {
        let mut bar = asked(minor.clone());
        bar["key"] = group["key"].clone();
        let behind = company.house.post(admin, "/tiles/behind", bar).good();
        let page = company.query(admin, &json!({"columns": [], "filters": behind["filters"]})).good();
        assert_eq!(page["total"], group["count"], "the orders behind a bar are narrowed like it");
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse::<Decimal>().unwrap().normalize()
}

/// What the page shows in its first money field.
fn money_in(page: &Value) -> Option<Decimal> {
    let fields = page["definition"]["fields"].as_array().unwrap();
    let money = fields.iter().find(|field| field["control"]["kind"] == json!("money"))?;
    page["values"][money["id"].as_str().unwrap()].as_str().map(decimal)
}

#[test]
fn whoever_has_a_task_finds_it_in_the_inbox_and_hears_the_bell() {
    let company = Company::new();
    let mut tasks = 0;
    for who in company.people() {
        let inbox = company.house.get(&who, "/inbox?tab=todo").good();
        let items = inbox["items"].as_array().unwrap();
        assert_eq!(json!(items.len()), inbox["counts"]["todo"]);
        let me = company.house.get(&who, "/session").good();
        assert_eq!(me["counts"]["todo"], inbox["counts"]["todo"]);
        let bell = company.house.get(&who, "/notices").good();
        assert_eq!(me["counts"]["unread_notices"], bell["unread"]);
        for item in items {
            tasks += 1;
            assert!(item["summary"].as_array().unwrap().len() <= 3 && item["task"].is_string(), "{item}");
            let path = format!("/orders/{}", item["order"].as_str().unwrap());
            let page = company.house.get(&who, &path).good();
            assert_eq!(page["title"], item["title"]);
            let says_yes = |action: &Value| action["verb"] == json!("approve") && action["task"] == item["task"];
            let approvable = page["actions"].as_array().unwrap().iter().any(says_yes);
            assert_eq!(item["approval"] == json!("plain"), approvable, "{item}");
            if let Some(number) = item["amount"]["number"].as_str() {
                assert_eq!(Some(decimal(number)), money_in(&page), "{item}");
            }
        }
        let told = bell["items"].as_array().unwrap();
        let notices: Vec<&Value> = told.iter().map(|notice| &notice["id"]).collect();
        if !notices.is_empty() {
            assert_eq!(company.house.post(&who, "/notices/read", json!({"ids": notices})).status, 204);
            let read = company.house.get(&who, "/notices").good();
            let fresh = told.iter().filter(|notice| notice["is_read"] == json!(false)).count();
            let left = bell["unread"].as_u64().unwrap() - fresh as u64;
            assert_eq!(read["unread"], json!(left));
        }
    }
    assert!(tasks > 5, "{tasks} tasks are no test");
    let admin = &company.house.administrator;
    assert_eq!(company.house.get(admin, "/inbox?tab=nothing").status, 400);
}

#[test]
fn a_view_is_kept_and_shared() {
    let company = Company::new();
    let admin = &company.house.administrator;
    let views = format!("/forms/{}/views", company.form);
    let definition = json!({
        "layout": {"kind": "table"}, "columns": ["title", "state", {"field": "severity"}],
        "filters": [{"column": {"field": "severity"}, "test": {"op": "is", "value": "minor"}}],
        "sort": [{"column": "title", "descending": false}], "group": "state",
        "arrangement": {
            "frozen": 2, "height": "compact", "summed": true,
            "widths": [{"column": {"field": "severity"}, "px": 96}],
            "totals": [{"column": "duration", "fold": "mean"}],
        },
    });
    let view = json!({"name": "Minor ones", "shared": true, "definition": definition});
    let made = company.house.post(admin, &views, view).good();
    let listed = company.house.get(admin, &views).good();
    assert!(listed.as_array().unwrap().contains(&made), "{listed}");
    assert_eq!(made["definition"], definition);
    let path = format!("/views/{}", made["id"].as_str().unwrap());
    assert_eq!(company.house.delete(admin, &path).status, 204);
}

#[test]
fn a_chinese_name_is_found_by_how_it_is_read() {
    let company = Company::speaking(Language::Zh);
    let admin = &company.house.administrator;
    for typed in ["王芳", "wangfang", "wang%20fang", "wf"] {
        let hits = company.house.get(admin, &format!("/search?q={typed}")).good();
        assert!(hits["people"].to_string().contains("王芳"), "{typed}: {hits}");
    }
    let hits = company.house.get(admin, "/search?q=sbbx").good();
    assert_eq!(hits["apps"][0]["name"], json!("设备报修"));
    let directory = company.house.get(&company.person("wang.fang"), "/directory").good();
    let read = |list: &str, name: &str| {
        let found = directory[list].as_array().unwrap().iter().find(|one| one["name"] == name);
        directory["pinyin"][found.expect("one of the company")["id"].as_str().unwrap()].clone()
    };
    assert_eq!(read("users", "王芳"), json!("wang/yu fang"));
    assert_eq!(read("departments", "品质部"), json!("pin zhi bu/pou"));
    assert_eq!(read("users", "Admin"), Value::Null);
}

/// What a reporter fills in.
fn report(equipment: &str) -> Value {
    json!({
        "equipment": equipment, "site": "machining", "severity": "minor", "is_down": false,
        "symptoms": ["noise"], "description": "It hums",
    })
}

#[test]
fn one_search_finds_orders_people_and_apps() {
    let company = Company::new();
    let admin = &company.house.administrator;
    let newest = company.query(admin, &json!({"columns": ["title", {"field": "number"}], "rows": 1})).good();
    let row = &newest["rows"][0];
    let number = row["values"]["field:number"].as_str().expect("a serial number");
    let hits = company.house.get(admin, &format!("/search?q={number}")).good();
    assert_eq!(hits["orders"][0]["id"], row["id"], "{hits}");
    let reporter = company.person("feng.tao");
    let order =
        company.house.post(&reporter, "/orders", json!({"form": company.form, "values": report("3 号主轴")})).good();
    for read_aloud in ["zhuzhou", "hzz"] {
        let hits = company.house.get(&reporter, &format!("/search?q={read_aloud}")).good();
        assert_eq!(hits["orders"][0]["id"], order["id"], "{read_aloud}: {hits}");
    }
    let hits = company.house.get(admin, "/search?q=admin").good();
    assert_eq!(hits["people"][0]["name"], json!("Admin"));
    let stranger = company.person("admin");
    assert_eq!(company.house.get(&stranger, "/search?q=%20").good(), json!({"orders": [], "people": [], "apps": []}));
}

#[test]
fn leave_to_change_ones_own_orders_opens_no_field_that_the_steps_hide() {
    let company = Company::new();
    for action in ["view", "edit"] {
        company.grant(&tessera::model::party::MEMBER.to_string(), action, "own");
    }
    let reporter = company.person("feng.tao");
    let sent = json!({"form": company.form, "values": report("CNC-001")});
    let order = company.house.post(&reporter, "/orders", sent).good();
    let path = format!("/orders/{}", order["id"].as_str().unwrap());
    let page = company.house.get(&reporter, &path).good();
    let matrix = &page["matrix"];
    assert_eq!((&matrix["technician"], &matrix["description"]), (&json!("hidden"), &json!("edit")));
    let edit = |values: Value| {
        company.house.post(
            &reporter,
            &format!("{path}/edit"),
            json!({"values": values, "record_rev": page["record_rev"]}),
        )
    };
    let refused = edit(json!({"technician": reporter.id.unwrap().to_string()}));
    assert_eq!(refused.refusal(), (422, "invalid".to_owned()));
    assert_eq!(
        (&refused.json()["problems"][0]["place"], &refused.json()["problems"][0]["code"]),
        (&json!("technician"), &json!("not_editable"))
    );
    edit(json!({"description": "It hums and smells"})).good();
}

#[test]
fn a_record_is_edited_although_a_day_in_it_has_passed_meanwhile() {
    let company = Company::new();
    company.grant(&tessera::model::party::ADMINISTRATOR.to_string(), "edit", "all");
    let admin = &company.house.administrator;
    let filters = json!([
        {"column": {"field": "due"}, "test": {"op": "not_empty"}},
        {"column": "state", "test": {"op": "is", "value": "completed"}},
    ]);
    let sort = json!([{"column": "created_at", "descending": false}]);
    let page = company.query(admin, &json!({"columns": [], "filters": filters, "sort": sort, "rows": 1})).good();
    let path = format!("/orders/{}", page["rows"][0]["id"].as_str().unwrap());
    let rev = company.house.get(admin, &path).good()["record_rev"].clone();
    let edit = |values: Value| {
        company.house.post(admin, &format!("{path}/edit"), json!({"values": values, "record_rev": rev}))
    };
    assert_eq!(edit(json!({"due": "2020-01-01"})).json()["problems"][0]["place"], json!("due"));
    assert_eq!(edit(json!({"equipment": ""})).json()["problems"][0]["place"], json!("equipment"));
    assert_eq!(edit(json!({"equipment": "CNC-999"})).good()["record_rev"], json!(rev.as_u64().unwrap() + 1));
}

#[test]
fn what_designers_noted_on_a_drawing_stays_between_them() {
    let company = Company::new();
    company.grant(&tessera::model::party::MEMBER.to_string(), "view", "own");
    let (house, admin) = (&company.house, &company.house.administrator);
    let path = format!("/forms/{}/flow", company.form);
    let mut drawn = house.get(admin, &format!("{path}/draft")).good();
    drawn["definition"]["notes"] = json!([
        {"id": "n1", "text": "Ask Feng before you change this", "color": "yellow", "x": 0, "y": 0, "width": 160, "height": 120},
    ]);
    let sent = crate::support::appliance::Sent::Json(json!({"definition": drawn["definition"]}));
    let rev = [("if-match", &*drawn["rev"].to_string())];
    let saved = house.call_with(admin, ("PUT", &format!("{path}/draft")), sent, &rev).good();
    house.post(admin, &format!("{path}/publish"), json!({"rev": saved["rev"], "note": ""})).good();

    let reader = company.person("feng.tao");
    let read = house.get(&reader, &format!("{path}/definition")).good();
    assert_eq!(read["version"], json!(2));
    assert!(!read.to_string().contains("Ask Feng"), "{read}");
    let kept = house.get(admin, &format!("{path}/draft")).good();
    assert_eq!(kept["definition"]["notes"][0]["text"], json!("Ask Feng before you change this"));
}
