//! Flows, people and forms as a few lines of text.
//!
//! ```text
//! people boss; ann > boss @office; ben > boss; admin !        manager after >, department after @, ! administers
//! node check approve by=ben,eve mode=all on_reject=return_to_start fields=amount:edit
//! edge start -> check
//! edge check:approved -> end
//! edge route -> big if amount > 100
//! note why on=check size=160x120
//! phase intake name=Intake steps=check,route
//! ```

use std::collections::BTreeMap;

use tessera::catalog::Catalog;
use tessera::model::calendar::{CalendarDefinition, Interval, NamedCalendar};
use tessera::model::definition::{App, FlowVersion, Form, FormVersion};
use tessera::model::document::Document;
use tessera::model::event::Event;
use tessera::model::flow::canvas::{Note, Phase};
use tessera::model::flow::going_back::GoingBack;
use tessera::model::flow::limit::{Limit, LimitAction};
use tessera::model::flow::*;
use tessera::model::form::*;
use tessera::model::id::*;
use tessera::model::party::{Action, Department, Grant, Language, Power, Role, Scope, User};
use tessera::model::setting::{Channel, Reach};
use tessera::model::time::Timestamp;

pub const APP: AppId = AppId::from_u128(0xA);
pub const FORM: FormId = FormId::from_u128(0xF);
pub const ROBOT: ChannelId = ChannelId::from_u128(0xC);
/// Monday to Friday, 9:00 to 12:00 and 13:00 to 18:00 in Shanghai.
pub const OFFICE: CalendarId = CalendarId::from_u128(0xCA);

/// Names of people, in the order they were first written.
#[derive(Debug, Clone, Default)]
pub struct Cast {
    pub names: Vec<String>,
    departments: Vec<String>,
    users: BTreeMap<UserId, User>,
    heads: BTreeMap<String, UserId>,
    admins: Vec<UserId>,
}

impl Cast {
    pub fn id(&self, name: &str) -> UserId {
        let at = self.names.iter().position(|known| known == name).unwrap_or_else(|| panic!("nobody is called {name}"));
        UserId::from_u128(at as u128 + 1)
    }

    pub fn name(&self, id: UserId) -> &str {
        let at = usize::try_from(id.as_u128()).expect("small ids") - 1;
        &self.names[at]
    }

    fn add(&mut self, name: &str) -> UserId {
        if !self.names.iter().any(|known| known == name) {
            self.names.push(name.to_owned());
            let id = self.id(name);
            self.users.insert(id, person(id, name));
        }
        self.id(name)
    }

    fn department(&mut self, name: &str) -> DepartmentId {
        if !self.departments.iter().any(|known| known == name) {
            self.departments.push(name.to_owned());
        }
        let at = self.departments.iter().position(|known| known == name).expect("just added");
        DepartmentId::from_u128(at as u128 + 1)
    }

    /// `ann > boss @office`, `boss @office^` (heads it), `admin !`, `gone -`.
    pub fn people(&mut self, line: &str) {
        for one in line.split(';').map(str::trim).filter(|one| !one.is_empty()) {
            let mut words = one.split_whitespace();
            let id = self.add(words.next().expect("a name"));
            let mut words = words.peekable();
            while let Some(word) = words.next() {
                match word {
                    ">" => {
                        let manager = self.add(words.next().expect("a manager"));
                        self.users.get_mut(&id).expect("added").manager = Some(manager);
                    }
                    "!" => self.admins.push(id),
                    "-" => self.users.get_mut(&id).expect("added").is_active = false,
                    at => {
                        let name = at.trim_start_matches('@').trim_end_matches('^').to_owned();
                        let department = self.department(&name);
                        self.users.get_mut(&id).expect("added").departments.push(department);
                        if at.ends_with('^') {
                            self.heads.insert(name, id);
                        }
                    }
                }
            }
        }
    }

    /// A catalog of these people and one published form with this flow.
    pub fn catalog(&self, form: FormDefinition, flow: &FlowDefinition) -> Catalog {
        let mut events: Vec<Event> = self.users.values().cloned().map(Event::UserSaved).collect();
        for (at, name) in self.departments.iter().enumerate() {
            let id = DepartmentId::from_u128(at as u128 + 1);
            let head = self.heads.get(name).copied();
            events.push(Event::DepartmentSaved(Department { id, name: name.clone(), parent: None, head }));
        }
        events.extend(roles(&self.admins).map(Event::RoleSaved));
        events.extend(definitions(form, flow));
        let mut catalog = Catalog::default();
        for event in &events {
            catalog.apply(event);
        }
        catalog
    }
}

fn person(id: UserId, name: &str) -> User {
    User {
        id,
        login: name.to_owned(),
        name: name.to_owned(),
        email: String::new(),
        mobile: String::new(),
        departments: Vec::new(),
        manager: None,
        positions: Vec::new(),
        is_active: true,
        language: Language::Zh,
    }
}

fn roles(admins: &[UserId]) -> impl Iterator<Item = Role> {
    let role = |id, members: &[UserId]| Role {
        id: RoleId::from_u128(id),
        name: String::new(),
        members: members.to_vec(),
        everyone: false,
        powers: [].into(),
        grants: Vec::new(),
    };
    let everyone =
        Grant { app: APP, form: None, actions: [Action::Create].into(), scope: Scope::Own, fields: FieldMatrix::new() };
    let edit =
        Grant { app: APP, form: None, actions: [Action::Edit].into(), scope: Scope::All, fields: FieldMatrix::new() };
    [
        Role { powers: [Power::Administer, Power::Design].into(), grants: vec![edit], ..role(1, admins) },
        Role { everyone: true, grants: vec![everyone], ..role(2, &[]) },
    ]
    .into_iter()
}

fn definitions(form: FormDefinition, flow: &FlowDefinition) -> Vec<Event> {
    let (at, by, note) = (Timestamp(0), UserId::from_u128(1), String::new());
    let (definition, drawing) = (Document::new(form), Document::new(flow.clone()));
    let app = App { id: APP, name: "app".into(), description: String::new(), icon: String::new(), color: None };
    let saved = Form {
        id: FORM,
        app: APP,
        name: "form".into(),
        draft: definition.clone(),
        draft_rev: 1,
        flow_draft: drawing.clone(),
        flow_draft_rev: 1,
        form_version: 0,
        flow_version: 0,
    };
    let reach = Reach::WecomRobot { url: "https://robot.example".into() };
    let mut events = vec![
        Event::AppSaved(app),
        Event::ChannelSaved(Channel { id: ROBOT, name: "robot".into(), reach, is_active: true }),
        Event::CalendarSaved(office()),
        Event::FormSaved(saved),
        Event::FormPublished(FormVersion { form: FORM, version: 1, definition, note: note.clone(), at, by }),
    ];
    if !flow.nodes.is_empty() {
        let version = FlowVersion { form: FORM, version: 1, form_version: 1, definition: drawing, note, at, by };
        events.push(Event::FlowPublished(version));
    }
    events
}

fn office() -> NamedCalendar {
    let day = [(9, 12), (13, 18)].map(|(from, to)| Interval { start_min: from * 60, end_min: to * 60 });
    let weekly = (0..7).map(|weekday| if weekday < 5 { day.to_vec() } else { Vec::new() }).collect();
    let definition = CalendarDefinition { zone: "Asia/Shanghai".into(), weekly, exceptions: Vec::new() };
    NamedCalendar { id: OFFICE, name: "office".into(), rev: 1, definition: Document::new(definition) }
}

/// `amount` a number, `level` one of low, mid, high, `who` a person, `team` a department, `note` a text, `no` a serial number.
pub fn form() -> FormDefinition {
    let field = |id: &str, control| Field {
        id: FieldId::parse(id).expect("a slug"),
        label: id.to_owned(),
        help: String::new(),
        required: false,
        visible_if: None,
        required_if: None,
        default: None,
        unique: false,
        control,
    };
    let choice = |id: &str| Choice { id: OptionId::parse(id).expect("a slug"), label: id.to_owned(), color: None };
    let options = vec![choice("low"), choice("mid"), choice("high")];
    let fields = vec![
        field("note", Control::Text(TextControl::default())),
        field("amount", Control::Number(NumberControl { max: Some(1_000_000.into()), ..NumberControl::default() })),
        field("level", Control::Select(ChoiceControl { options })),
        field("who", Control::User(UserControl::default())),
        field("team", Control::Dept(DeptControl::default())),
        field("no", Control::Serial(SerialControl::default())),
    ];
    let items = fields.iter().map(|field| Placement { field: field.id.clone(), span: 12 }).collect();
    let section =
        Section { id: SectionId::parse("main").expect("a slug"), title: String::new(), visible_if: None, items };
    FormDefinition { fields, sections: vec![section], title: None }
}

/// Words after `node` and `edge`. A start and an end node are there unless they are written.
#[derive(Debug, Clone, Default)]
pub struct Drawing {
    pub flow: FlowDefinition,
}

impl Drawing {
    pub fn node(&mut self, line: &str, cast: &mut Cast) {
        let mut words = Words::new(line);
        let id = NodeId::parse(words.next()).expect("a slug");
        let step = match words.next() {
            "start" => Step::Start(start(&words)),
            "handle" => Step::Handle(handle(&words, cast)),
            "approve" => Step::Approve(approve(&words, cast)),
            "exclusive" => Step::Exclusive(Exclusive {}),
            "parallel" => Step::Parallel(Parallel { join: words.get("join").map(node_id) }),
            "join" => Step::Join(join(&words)),
            "cc" => Step::Cc(Cc {
                recipients: words.get("to").map(|list| sources(list, cast)).unwrap_or_default(),
                channel: words.has("robot").then_some(ROBOT),
                repeat: words.has("repeat"),
            }),
            "update" => Step::Update(update(line)),
            "end" => Step::End(End { result: words.get("result").unwrap_or_default().to_owned() }),
            kind => panic!("no kind of node: {kind}"),
        };
        self.flow.nodes.push(Node { name: id.as_str().to_owned(), id, x: 0, y: 0, step });
    }

    /// `check:approved -> end`, `route -> big if amount > 100`.
    pub fn edge(&mut self, line: &str) {
        let (ends, condition) = match line.split_once(" if ") {
            Some((ends, condition)) => (ends, Some(condition.trim().to_owned())),
            None => (line, None),
        };
        let (from, to) = ends.split_once("->").expect("from -> to");
        let (from, port) = from.trim().split_once(':').unwrap_or((from.trim(), ""));
        let port = match port {
            "" => Port::Out,
            "approved" => Port::Approved,
            "rejected" => Port::Rejected,
            outcome => Port::Outcome(OptionId::parse(outcome).expect("a slug")),
        };
        let id = EdgeId::parse(&format!("e{}", self.flow.edges.len() + 1)).expect("a slug");
        let (from, to) = (node_id(from), node_id(to.trim()));
        self.flow.edges.push(Edge { id, from, to, port, condition, label: String::new() });
    }

    pub fn note(&mut self, line: &str) {
        let mut words = Words::new(line);
        let id = NoteId::parse(words.next()).expect("a slug");
        let (width, height) = words.get("size").unwrap_or("160x120").split_once('x').expect("width x height");
        let side = |side: &str| side.parse().expect("pixels");
        self.flow.notes.push(Note {
            text: String::new(),
            color: Color::Yellow,
            step: words.get("on").map(node_id),
            x: 0,
            y: 0,
            width: side(width),
            height: side(height),
            id,
        });
    }

    pub fn phase(&mut self, line: &str) {
        let mut words = Words::new(line);
        let id = PhaseId::parse(words.next()).expect("a slug");
        let name = words.get("name").unwrap_or_default().to_owned();
        let steps = words.get("steps").into_iter().flat_map(|steps| steps.split(',')).map(node_id).collect();
        self.flow.phases.push(Phase { id, name, color: Color::Teal, steps });
    }

    pub fn finished(&self) -> FlowDefinition {
        let mut flow = self.flow.clone();
        let blank = |id: &str, step| Node { id: node_id(id), name: id.to_owned(), x: 0, y: 0, step };
        if !flow.nodes.is_empty() && !flow.nodes.iter().any(|node| matches!(node.step, Step::Start(_))) {
            flow.nodes.insert(0, blank("start", Step::Start(Start::default())));
        }
        if !flow.nodes.is_empty() && !flow.nodes.iter().any(|node| matches!(node.step, Step::End(_))) {
            flow.nodes.push(blank("end", Step::End(End::default())));
        }
        flow
    }
}

/// Words of a line; later ones may be `name` or `name=value`.
struct Words<'a> {
    words: Vec<&'a str>,
    at: usize,
}

impl<'a> Words<'a> {
    fn new(line: &'a str) -> Self {
        Self { words: line.split_whitespace().collect(), at: 0 }
    }

    fn next(&mut self) -> &'a str {
        self.at += 1;
        self.words.get(self.at - 1).copied().expect("a word is missing")
    }

    fn get(&self, name: &str) -> Option<&'a str> {
        self.words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    }

    fn has(&self, name: &str) -> bool {
        self.words.contains(&name)
    }

    /// A setting by the name it has in JSON.
    fn setting<T: serde::de::DeserializeOwned + Default>(&self, name: &str) -> T {
        self.get(name).map_or_else(T::default, |value| {
            serde_json::from_value(serde_json::json!(value)).unwrap_or_else(|error| panic!("{name}={value}: {error}"))
        })
    }
}

fn node_id(text: &str) -> NodeId {
    NodeId::parse(text).unwrap_or_else(|_| panic!("no node id: {text}"))
}

fn start(words: &Words) -> Start {
    Start { fields: matrix(words), withdraw: words.setting("withdraw") }
}

fn handle(words: &Words, cast: &mut Cast) -> Handle {
    let outcomes = words.get("outcomes").into_iter().flat_map(|list| list.split(','));
    Handle {
        assign: assign(words, cast),
        mode: words.setting("mode"),
        signature_required: words.has("signed"),
        dispatch: if words.has("claim") { Dispatch::Claim } else { Dispatch::Direct },
        outcomes: outcomes
            .map(|id| Outcome { id: OptionId::parse(id).expect("a slug"), label: id.to_owned() })
            .collect(),
        fields: matrix(words),
        going_back: going_back(words),
        limit: limit(words),
        notices: notices(words, cast),
    }
}

fn approve(words: &Words, cast: &mut Cast) -> Approve {
    Approve {
        assign: assign(words, cast),
        mode: words.setting("mode"),
        on_reject: words.setting("on_reject"),
        signature_required: words.has("signed"),
        comment_required: words.get("comment").map_or(CommentRule::Never, |_| words.setting("comment")),
        fields: matrix(words),
        going_back: going_back(words),
        limit: limit(words),
        notices: notices(words, cast),
    }
}

fn join(words: &Words) -> Join {
    let need = match words.get("need") {
        None | Some("all") => Need::All,
        Some("any") => Need::Any,
        Some(count) => Need::Count(count.parse().expect("a number")),
    };
    Join { need, on_branch_reject: words.setting("reject"), rest: words.setting("rest") }
}

fn update(line: &str) -> Update {
    let sets = line.split_once("update set ").map(|(_, sets)| sets).unwrap_or_default();
    let set = sets.split(';').map(|one| {
        let (field, formula) = one.split_once('=').expect("field = formula");
        SetField { field: FieldId::parse(field.trim()).expect("a slug"), formula: formula.trim().to_owned() }
    });
    Update { set: set.collect() }
}

fn assign(words: &Words, cast: &mut Cast) -> Assign {
    Assign {
        sources: words.get("by").map(|list| sources(list, cast)).unwrap_or_default(),
        when_empty: match words.get("empty") {
            None => WhenEmpty::ToAdministrator,
            Some("skip") => WhenEmpty::Skip,
            Some("manager") => WhenEmpty::ToManager,
            Some("block") => WhenEmpty::Block,
            Some(name) => WhenEmpty::ToUser { user: cast.add(name) },
        },
        self_approval: words.get("self").map_or(SelfApproval::Allow, |_| words.setting("self")),
    }
}

/// `ben`, `initiator`, `manager:2`, `head:1`, `@office` (its head), `members@office`, `field:who`.
fn sources(list: &str, cast: &mut Cast) -> Vec<Source> {
    let source = |word: &str| match word.split_once(':') {
        Some(("manager", level)) => Source::InitiatorManager { level: level.parse().expect("a level") },
        Some(("head", level)) => Source::InitiatorDepartmentHead { level: level.parse().expect("a level") },
        Some(("field", field)) => Source::Field { field: FieldId::parse(field).expect("a slug") },
        _ if word == "initiator" => Source::Initiator,
        _ => match word.split_once('@') {
            Some(("", name)) => Source::DepartmentHead { department: cast.department(name) },
            Some((_, name)) => Source::DepartmentMembers { department: cast.department(name) },
            None => Source::Users { users: vec![cast.add(word)] },
        },
    };
    list.split(',').map(source).collect()
}

fn matrix(words: &Words) -> FieldMatrix {
    let entries = words.get("fields").into_iter().flat_map(|list| list.split(','));
    let entry = |entry: &str| {
        let (field, access) = entry.split_once(':').expect("field:access");
        let access = serde_json::from_value(serde_json::json!(access)).expect("an access");
        (FieldId::parse(field).expect("a slug"), access)
    };
    entries.map(entry).collect()
}

fn going_back(words: &Words) -> GoingBack {
    GoingBack {
        returns: words.setting("returns"),
        recall: !words.has("no_recall"),
        transfer: !words.has("no_transfer"),
    }
}

/// `limit=60 office remind tell=1` minutes, of which calendar, and the level of the manager.
fn limit(words: &Words) -> Option<Limit> {
    let minutes = words.get("limit")?.parse().expect("minutes");
    let channel = words.has("robot").then_some(ROBOT);
    let remind = words.has("remind").then_some(LimitAction::Remind { channel });
    let tell =
        words.get("tell").map(|level| LimitAction::TellManager { level: level.parse().expect("a level"), channel });
    let calendar = words.has("office").then_some(OFFICE);
    Some(Limit { minutes, calendar, actions: remind.into_iter().chain(tell).collect() })
}

fn notices(words: &Words, cast: &mut Cast) -> Vec<Notice> {
    let list = words.get("notice");
    let notice = |list| Notice { recipients: sources(list, cast), channel: words.has("robot").then_some(ROBOT) };
    list.into_iter().map(notice).collect()
}
