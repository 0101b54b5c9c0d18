//! What roles say of single fields: the same under every light a record is shown in, and never more than the grant that says it
//! reaches.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tessera::access::field::{Fields, Part, of_order};
use tessera::access::row::{Reach, RowRule};
use tessera::catalog::Catalog;
use tessera::model::event::Event;
use tessera::model::form::{FieldAccess, FieldMatrix};
use tessera::model::id::{FieldId, FormId, RoleId, UserId};
use tessera::model::party::{Action, Grant, Role, Scope};

use crate::reading::Company;
use crate::simulate::luck::Luck;
use crate::support::appliance::{Answer, Person};

/// Two roles of one person: every order without its severity, and one department's with it, to change all but the equipment.
struct Audit {
    company: Company,
    auditor: Person,
    department: Value,
}

impl Audit {
    fn new() -> Self {
        let company = Company::new();
        let admin = &company.house.administrator;
        let catalog = company.house.running().house.catalog();
        let reporter = catalog.directory.user_by_login("wu.gang").expect("one of the company");
        let department = json!(reporter.departments[0]);
        let user = json!({"login": "auditor", "name": "Auditor", "is_active": true, "language": "en", "departments": [department]});
        let user = company.house.post(admin, "/users", user).good();
        let auditor = company.house.enter(user["id"].as_str().unwrap().parse().unwrap());
        Self { company, auditor, department }
    }

    fn role(&self, name: &str, actions: Value, scope: &str, fields: Value) -> Answer {
        let app = self.company.house.get(&self.company.house.administrator, "/apps").good()[0]["id"].clone();
        let grant = json!({"app": app, "form": self.company.form, "actions": actions, "scope": {"kind": scope}, "fields": fields});
        let role = json!({"name": name, "members": [self.auditor.id.unwrap()], "grants": [grant]});
        self.company.house.post(&self.company.house.administrator, "/roles", role)
    }

    fn rows(&self) -> Vec<Value> {
        let query = json!({"columns": [{"field": "severity"}, {"field": "equipment"}, "department"], "rows": 200});
        self.company.query(&self.auditor, &query).good()["rows"].as_array().unwrap().clone()
    }

    fn order(&self, row: &Value) -> Value {
        self.company.house.get(&self.auditor, &format!("/orders/{}", row["id"].as_str().unwrap())).good()
    }

    fn edit(&self, page: &Value, values: Value) -> Answer {
        let path = format!("/orders/{}/edit", page["id"].as_str().unwrap());
        self.company.house.post(&self.auditor, &path, json!({"values": values, "record_rev": page["record_rev"]}))
    }

    fn closed(&self) -> Value {
        self.company.house.get(&self.auditor, "/apps").good()[0]["forms"][0]["fields"].clone()
    }
}

fn problem(answer: &Answer) -> (Value, Value) {
    let problem = &answer.json()["problems"][0];
    (problem["place"].clone(), problem["code"].clone())
}

#[test]
fn a_field_hidden_by_a_role_is_absent_under_every_light_of_a_list() {
    let audit = Audit::new();
    audit.role("Auditors", json!(["view", "export"]), "all", json!({"severity": "hidden"})).good();
    audit.role("Seat", json!(["view", "edit"]), "department", json!({"equipment": "read"})).good();
    let (company, who) = (&audit.company, &audit.auditor);
    let rows = audit.rows();
    assert!(rows.len() > 10 && rows.iter().all(|row| row["values"]["field:severity"].is_null()));
    assert!(rows.iter().all(|row| row["values"]["field:equipment"].is_string()));
    assert_eq!(audit.closed(), json!({"severity": "hidden", "equipment": "read"}));

    let severity = json!({"field": "severity"});
    let filter = json!([{"column": severity, "test": {"op": "is", "value": "minor"}}]);
    let unknown = |answer: &Answer| {
        assert_eq!((answer.status, problem(answer).1), (422, json!("unknown_field")), "{}", answer.text());
    };
    unknown(&company.query(who, &json!({"columns": [], "filters": filter})));
    unknown(&company.query(who, &json!({"columns": [], "sort": [{"column": severity}]})));
    let post = |path: &str, body: Value| company.house.post(who, path, body);
    unknown(&post(&format!("/forms/{}/kanban", company.form), json!({"by": severity})));
    let chart = |column: &Value| json!({"kind": "bar", "form": company.form, "dimension": {"column": column}, "measure": {"kind": "count"}});
    unknown(&post("/tiles", json!({"chart": chart(&severity), "filters": []})));
    unknown(&post("/tiles", json!({"chart": chart(&json!("state")), "filters": filter})));
    unknown(&post("/tiles/behind", json!({"chart": chart(&severity), "filters": [], "key": "minor"})));
    let count =
        |search: &str| company.query(who, &json!({"columns": [], "search": search})).good()["total"].as_u64().unwrap();
    assert_eq!((count("cosmetic"), count("CNC") > 0), (0, true), "a hidden option is not found by its name");
    let export = |columns: Value| {
        post(&format!("/forms/{}/export", company.form), json!({"format": "csv", "columns": columns})).text()
    };
    assert!(!export(json!([])).contains("Severity") && export(json!([])).contains("Equipment"));
    assert!(!export(json!([severity, "title"])).contains("Severity"));
}

#[test]
fn a_role_opens_a_field_where_it_reaches_and_nowhere_else() {
    let audit = Audit::new();
    audit.role("Auditors", json!(["view", "export"]), "all", json!({"severity": "hidden"})).good();
    audit.role("Seat", json!(["view", "edit"]), "department", json!({"equipment": "read"})).good();
    let rows = audit.rows();
    let of_department = |row: &&Value| row["values"]["department"] == audit.department;
    let near = audit.order(rows.iter().find(of_department).expect("the department reported something"));
    let far = audit.order(rows.iter().find(|row| !of_department(row)).expect("so did others"));
    let access = |page: &Value| [page["matrix"]["severity"].clone(), page["matrix"]["equipment"].clone()];
    assert_eq!(access(&near), [json!("edit"), json!("read")]);
    assert_eq!(access(&far), [json!("hidden"), json!("read")]);
    assert!(near["values"]["severity"].is_string() && far["values"]["severity"].is_null());

    let refused = audit.edit(&near, json!({"severity": "cosmetic", "equipment": "CNC-999"}));
    assert_eq!((refused.status, problem(&refused)), (422, (json!("equipment"), json!("not_editable"))));
    audit.edit(&near, json!({"severity": "cosmetic"})).good();
    assert_eq!(audit.edit(&far, json!({"severity": "cosmetic"})).refusal(), (403, "not_allowed".to_owned()));

    audit.role("Directors", json!(["view"]), "all", json!({})).good();
    assert_eq!(audit.closed(), json!({"equipment": "read"}), "a role for all orders opens the column");
    let told = audit.order(&far);
    assert_eq!(access(&told), [json!("read"), json!("read")]);
}

#[test]
fn every_role_opens_a_column_together_or_none_does() {
    let audit = Audit::new();
    audit.role("Seat", json!(["view"]), "department", json!({})).good();
    assert!(audit.rows().iter().all(|row| row["values"]["field:severity"].is_string()));
    audit.role("Below", json!(["view"]), "department_and_below", json!({"severity": "hidden"})).good();
    assert!(audit.rows().iter().all(|row| row["values"]["field:severity"].is_null()));
    assert!(audit.order(&audit.rows()[0])["values"]["severity"].is_string(), "on its page the order is known");
}

#[test]
fn the_grants_of_an_app_carry_what_they_say_of_fields() {
    let audit = Audit::new();
    let role = audit.role("Auditors", json!(["view"]), "all", json!({"severity": "hidden"})).good();
    let (house, admin) = (&audit.company.house, &audit.company.house.administrator);
    let path = format!("/apps/{}/grants", role["grants"][0]["app"].as_str().unwrap());
    let mut grants = house.get(admin, &path).good()["grants"].clone();
    let at = grants.as_array().unwrap().iter().position(|grant| grant["role"] == role["id"]).unwrap();
    assert_eq!(grants[at]["fields"], json!({"severity": "hidden"}));
    assert!(grants.as_array().unwrap().iter().all(|grant| grant["role"] == role["id"] || grant["fields"].is_null()));
    grants[at]["fields"] = json!({"severity": "read"});
    let refused = house.put(admin, &path, grants.clone());
    let place = format!("grants.{at}.fields.severity");
    assert_eq!((refused.status, problem(&refused)), (422, (json!(place), json!("grant_keeps_nothing"))));
    grants[at]["actions"] = json!(["view", "edit"]);
    house.put(admin, &path, grants).good();
    assert_eq!(audit.closed(), json!({"severity": "read"}));
}

const ROLE: RoleId = RoleId::from_u128(0x9);

fn fields() -> Vec<FieldId> {
    ["severity", "equipment", "parts_cost", "rating", "description"].map(|id| FieldId::parse(id).unwrap()).into()
}

/// A grant that reaches the order or not, by chance.
fn grant(luck: &mut Luck, catalog: &Catalog, form: FormId) -> Grant {
    let scopes = [
        Scope::Own,
        Scope::Department,
        Scope::All,
        Scope::Condition { formula: "is_down".to_owned() },
        Scope::Condition { formula: "gone = 1".to_owned() },
    ];
    let mut fields = fields();
    fields.retain(|_| luck.percent(50));
    let access = |luck: &mut Luck| if luck.percent(50) { FieldAccess::Hidden } else { FieldAccess::Read };
    let matrix: FieldMatrix = fields.into_iter().map(|field| (field, access(luck))).collect();
    let is_of_form = luck.percent(70);
    let mut actions: BTreeSet<Action> = [Action::View, Action::Edit].into();
    actions.retain(|_| luck.percent(75));
    Grant {
        app: catalog.form(form).unwrap().form.app,
        form: is_of_form.then_some(form),
        actions,
        scope: luck.pick(&scopes).unwrap().clone(),
        fields: if is_of_form { matrix } else { FieldMatrix::new() },
    }
}

/// As if the order belonged to the person's department, and its machine stood still.
fn reaches(is_near: bool, is_down: bool, is_participant: bool) -> impl Fn(&RowRule) -> bool {
    move |rule| match rule {
        RowRule::Nothing => false,
        RowRule::Everything => true,
        RowRule::AnyOf(reaches) => reaches.iter().any(|reach| match reach {
            Reach::Participant(_) => is_participant,
            Reach::Departments(_) => is_near,
            Reach::Condition(_) => is_down,
        }),
    }
}

fn after(catalog: &Catalog, user: UserId, grants: &[Grant]) -> Catalog {
    let mut catalog = catalog.clone();
    catalog.apply(&Event::RoleSaved(Role {
        id: ROLE,
        name: "Luck".to_owned(),
        members: vec![user],
        everyone: false,
        powers: BTreeSet::new(),
        grants: grants.to_vec(),
    }));
    catalog
}

#[test]
fn one_more_grant_closes_no_field_of_an_order_and_opens_none_where_it_does_not_reach() {
    let company = Company::new();
    let catalog = company.house.running().house.catalog();
    let form: FormId = company.form.parse().unwrap();
    let user = catalog.directory.user_by_login("wu.gang").unwrap().id;
    let flow = &catalog.form(form).unwrap().current_flow().unwrap().definition;
    let opened = |rules: &Fields| -> Vec<(bool, bool)> {
        fields().iter().map(|field| (rules.readable.allows(field), rules.editable.allows(field))).collect()
    };
    let (mut opening, mut idle) = (0, 0);
    for seed in 0..400 {
        let mut luck = Luck::new(seed);
        let is_participant = luck.percent(50);
        let mut nodes: BTreeSet<_> = flow.nodes.iter().map(|node| node.id.clone()).collect();
        nodes.retain(|_| is_participant && luck.percent(30));
        let part = Part { user, form, flow, nodes, is_participant };
        let stranger = Part { user, form, flow, nodes: BTreeSet::new(), is_participant: false };
        let reaches = reaches(luck.percent(50), luck.percent(50), is_participant);
        let mut grants = Vec::new();
        let mut before = opened(&of_order(&catalog, &part, &reaches));
        for _ in 0..4 {
            let new = grant(&mut luck, &catalog, form);
            let alone = after(&catalog, user, std::slice::from_ref(&new));
            let by_itself = of_order(&alone, &stranger, &reaches);
            grants.push(new);
            let now = opened(&of_order(&after(&catalog, user, &grants), &part, &reaches));
            for ((was, now), alone) in before.iter().zip(&now).zip(opened(&by_itself)) {
                assert!((!was.0 || now.0) && (!was.1 || now.1), "seed {seed}: {grants:?} closes a field");
                assert!(was.0 || !now.0 || alone.0, "seed {seed}: {grants:?} opens a field it does not reach");
            }
            if before == now {
                idle += 1;
            } else {
                opening += 1;
            }
            before = now;
        }
    }
    assert!(opening > 100 && idle > 100, "luck tried one side only: {opening} {idle}");
}
