//! Forms: every kind reads and refuses, rules hide and compute, rights hold. The stories are in `golden/form/*.txt`:
//!
//! ```text
//! field amount {"kind": "money", "max": "1000"} required visible_if: is_paid
//!
//! case a name
//! base {...} | mode draft | rights amount=read why=hidden | now 2026-11-24T08:30:00Z | node | raw {...}
//! > field value        what the record holds then
//! ! place code data    what is wrong
//! # field period 7     a serial number given out
//! = title              when the form has a rule for it, or the case says `named`
//! ```
//!
//! In JSON, `@ann` stands for a person, a department or a file of the fixture. See [`golden`] for how what comes out is written down.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;

use jiff::tz::TimeZone;
use tessera::catalog::Catalog;
use tessera::catalog::directory::Directory;
use tessera::catalog::form::CompiledForm;
use tessera::catalog::scene::Scene;
use tessera::form::definition;
use tessera::form::fill::{Context, Mode, Rights, fill};
use tessera::form::kind::{self, Known};
use tessera::form::title::title;
use tessera::formula::env::OrderFacts;
use tessera::model::document::Document;
use tessera::model::event::Event;
use tessera::model::form::{Field, FieldAccess, FieldMatrix, FormDefinition, Placement, Section};
use tessera::model::id::{AppId, DepartmentId, FieldId, FileId, FormId, SectionId, UserId};
use tessera::model::party::{Department, Language, User};
use tessera::model::problem::{Problem, Severity};
use tessera::model::raw::{Raw, RawRecord};
use tessera::model::record::Values;
use tessera::model::time::Timestamp;

use crate::support::golden;
use tessera::model::value::{File, Value};

#[test]
fn every_kind_of_field_reads_and_refuses_as_told() {
    check("kinds");
}

#[test]
fn rules_hide_require_compute_and_number() {
    check("rules");
}

#[test]
fn rights_of_a_node_hold_for_every_field() {
    check("rights");
}

#[test]
fn a_definition_is_published_whole_or_not_at_all() {
    check("definitions");
}

proptest::proptest! {
    /// Whatever arrives is a value or a problem, and a value can be shown.
    #[test]
    fn nothing_typed_can_break_a_form(text in "\\PC{0,24}|[0-9eE+.,: TZ-]{0,24}|\\{.{0,12}\\}") {
        let story = fs::read_to_string(golden::path_of("form/kinds.txt")).expect("the story is readable");
        let fields: Vec<&str> = story.lines().take_while(|line| line.starts_with("field ")).collect();
        let form = definition::check(FormId::from_u128(1), AppId::from_u128(1), 1, &definition_of(&fields)).expect("sound");
        let (zone, directory, order) = (TimeZone::UTC, directory_of(false), OrderFacts::default());
        let scene = Scene { now: Timestamp(0), zone: &zone, user: None, directory: &directory, order: &order };
        let open = FieldMatrix::new();
        let context = Context {
            scene,
            mode: Mode::Draft,
            rights: Rights::at_start(&open),
            file: &file,
            is_taken: &|_, _| false,
            last_number: &|_, _| 0,
        };
        for raw in [Raw::Text(text.clone()), Raw::Number(text.clone()), Raw::List(vec![Raw::Text(text.clone())])] {
            let raw: RawRecord = form.fields.iter().map(|field| (field.id.clone(), raw.clone())).collect();
            let filled = fill(&form, &Values::new(), &raw, &context);
            let known = Known::to_show(&directory, &zone);
            for (id, value) in &filled.values {
                let definition = form.definition_of(id).expect("a field of the form");
                let shown = kind::of(&definition.control).show(value, &known);
                proptest::prop_assert!(!value.is_empty() && (shown.is_empty() || !shown.trim().is_empty()), "{id} {shown:?}");
            }
        }
    }
}

const NAMES: [(&str, u128); 7] =
    [("ann", 1), ("ben", 2), ("gone", 3), ("ops", 11), ("qa", 12), ("photo", 21), ("tool", 22)];

fn check(story: &str) {
    let name = format!("form/{story}.txt");
    let told = fs::read_to_string(golden::path_of(&name)).expect("the story is readable");
    let mut out = String::new();
    let mut form = None;
    for block in told.split("\n\n") {
        let asked: Vec<&str> = block.lines().filter(|line| !line.starts_with(['>', '!', '#', '='])).collect();
        let _ = writeln!(out, "{}", asked.join("\n"));
        if asked
            .iter()
            .any(|line| line.starts_with("field ") || line.starts_with("section ") || line.starts_with("title "))
        {
            form = match definition::check(FormId::from_u128(1), AppId::from_u128(1), 1, &definition_of(&asked)) {
                Ok(form) => Some(form),
                Err(problems) => {
                    write_problems(&mut out, &problems);
                    None
                }
            };
        } else if asked.iter().any(|line| line.starts_with("raw ")) {
            run(&mut out, form.as_ref().expect("cases follow a sound form"), &asked);
        }
        out.push('\n');
    }
    let out = format!("{}\n", out.trim_end());
    golden::check(&name, &out);
}

/// `field id {control} required unique visible_if: f; required_if: f; default: f`, `section id a b visible_if: f`, `title f`.
fn definition_of(lines: &[&str]) -> Document<FormDefinition> {
    let mut definition = FormDefinition::default();
    for line in lines {
        let (word, rest) = line.split_once(' ').expect("a word and the rest");
        match word {
            "field" => definition.fields.push(field(rest)),
            "section" => definition.sections.push(section(rest)),
            "title" => definition.title = Some(rest.to_owned()),
            other => panic!("no such line: {other}"),
        }
    }
    if definition.sections.is_empty() {
        let items = definition.fields.iter().map(|field| Placement { field: field.id.clone(), span: 12 }).collect();
        let id = SectionId::parse("all").expect("a slug");
        definition.sections.push(Section { id, title: String::new(), visible_if: None, items });
    }
    Document::new(definition)
}

fn field(text: &str) -> Field {
    let (id, rest) = text.split_once(' ').expect("a field has a control");
    let mut reader = serde_json::Deserializer::from_str(rest).into_iter();
    let control = reader.next().expect("a control").expect("a control in JSON");
    let rest = rest[reader.byte_offset()..].trim();
    let rule = |name: &str| {
        let (_, found) = rest.split_once(&format!("{name}: "))?;
        Some(found.split("; ").next().expect("a formula").to_owned())
    };
    let plain = rest.split(": ").next().unwrap_or_default();
    let id = FieldId::parse(id).expect("a slug");
    Field {
        label: if plain.contains("unnamed") { String::new() } else { id.to_string() },
        id,
        help: String::new(),
        required: plain.split(' ').any(|word| word == "required"),
        visible_if: rule("visible_if"),
        required_if: rule("required_if"),
        default: rule("default"),
        unique: plain.split(' ').any(|word| word == "unique"),
        control,
    }
}

fn section(text: &str) -> Section {
    let (items, visible_if) = match text.split_once(" visible_if: ") {
        Some((items, rule)) => (items, Some(rule.to_owned())),
        None => (text, None),
    };
    let mut words = items.split(' ');
    let id = SectionId::parse(words.next().expect("an id")).expect("a slug");
    let items = words.map(|field| Placement { field: FieldId::parse(field).expect("a slug"), span: 6 }).collect();
    Section { id, title: String::new(), visible_if, items }
}

fn run(out: &mut String, form: &CompiledForm, lines: &[&str]) {
    let line = |word: &str| lines.iter().find_map(|line| line.strip_prefix(word));
    let (zone, directory) = (TimeZone::fixed(jiff::tz::offset(8)), directory_of(false));
    let now = line("now ").unwrap_or("2026-11-24T08:30:00Z").parse::<jiff::Timestamp>().expect("an instant");
    let order = OrderFacts::default();
    let scene = Scene {
        now: Timestamp(now.as_millisecond()),
        zone: &zone,
        user: Some(UserId::from_u128(1)),
        directory: &directory,
        order: &order,
    };
    let matrix: FieldMatrix =
        line("rights ").map_or_else(FieldMatrix::new, |text| text.split(' ').map(access).collect());
    let rights = if lines.contains(&"node") { Rights::at_node(&matrix) } else { Rights::at_start(&matrix) };
    let mode = if line("mode ") == Some("draft") { Mode::Draft } else { Mode::Submit };
    let context = Context {
        scene,
        mode,
        rights,
        file: &file,
        is_taken: &|_, value| *value == Value::Text("taken".to_owned()),
        last_number: &|_, _| 41,
    };
    let open = FieldMatrix::new();
    let draft = Context { mode: Mode::Draft, rights: Rights::at_start(&open), ..context };
    // Who has left since was there when the record was written.
    let before = directory_of(true);
    let draft_before = Context { scene: Scene { directory: &before, ..scene }, ..draft };
    let base =
        line("base ").map_or_else(Values::new, |text| fill(form, &Values::new(), &raw(text), &draft_before).values);
    let filled = fill(form, &base, &raw(line("raw ").expect("what was typed")), &context);
    for (field, value) in &filled.values {
        let _ = writeln!(out, "> {field} {}", shown(value));
    }
    write_problems(out, &filled.problems);
    for draw in &filled.draws {
        let _ = writeln!(out, "# {} {} {}", draw.field, draw.period, draw.number);
    }
    if form.title.is_some() || lines.contains(&"named") {
        let _ = writeln!(out, "= {}", title(form, &filled.values, &scene));
    }
    let again = fill(form, &filled.values, &RawRecord::new(), &context);
    assert_eq!((again.values, again.draws), (filled.values, Vec::new()), "filling in nothing more changes nothing");
}

fn access(text: &str) -> (FieldId, FieldAccess) {
    let (field, access) = text.split_once('=').expect("field=access");
    let access = match access {
        "hidden" => FieldAccess::Hidden,
        "read" => FieldAccess::Read,
        "edit" => FieldAccess::Edit,
        "required" => FieldAccess::Required,
        other => panic!("no such access: {other}"),
    };
    (FieldId::parse(field).expect("a slug"), access)
}

fn write_problems(out: &mut String, problems: &[Problem]) {
    for problem in problems {
        let code = serde_json::to_value(problem.code).expect("a code");
        let code = code.as_str().expect("a code is text");
        let mark = if problem.severity == Severity::Warning { "?" } else { "!" };
        let _ = write!(out, "{mark} {} {code}", problem.place);
        for (name, value) in &problem.data {
            let _ = write!(out, " {name}={}", named(value));
        }
        out.push('\n');
    }
}

fn raw(text: &str) -> RawRecord {
    let json: BTreeMap<String, serde_json::Value> = serde_json::from_str(text).expect("JSON");
    json.iter().map(|(field, value)| (FieldId::parse(field).expect("a slug"), raw_value(value))).collect()
}

fn raw_value(json: &serde_json::Value) -> Raw {
    match json {
        serde_json::Value::Null => Raw::Null,
        serde_json::Value::Bool(is_on) => Raw::Bool(*is_on),
        serde_json::Value::Number(number) => Raw::Number(number.to_string()),
        serde_json::Value::String(text) => match NAMES.iter().find(|(name, _)| text.strip_prefix('@') == Some(name)) {
            Some((_, id)) => Raw::Text(UserId::from_u128(*id).to_string()),
            None => Raw::Text(text.clone()),
        },
        serde_json::Value::Array(items) => Raw::List(items.iter().map(raw_value).collect()),
        serde_json::Value::Object(_) => panic!("no field holds an object"),
    }
}

/// Ids of the fixture by name.
fn named(text: &str) -> String {
    let name = NAMES.iter().find(|(_, id)| UserId::from_u128(*id).to_string() == text);
    name.map_or_else(|| text.to_owned(), |(name, _)| format!("@{name}"))
}

fn shown(value: &Value) -> String {
    match value {
        Value::Empty => "nothing".to_owned(),
        Value::Text(text) => format!("{text:?}"),
        Value::Number(number) => number.to_string(),
        Value::Bool(is_on) => is_on.to_string(),
        Value::Date(date) => date.to_string(),
        Value::DateTime(at) => jiff::Timestamp::from_millisecond(at.0).expect("in range").to_string(),
        Value::Option(option) => option.to_string(),
        Value::User(id) => named(&id.to_string()),
        Value::Department(id) => named(&id.to_string()),
        Value::File(file) => named(&file.id.to_string()),
        Value::List(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
    }
}

fn file(id: FileId) -> Option<File> {
    let (name, media) = match id.as_u128() {
        21 => ("photo.JPG", "image/jpeg"),
        22 => ("tool.exe", "application/octet-stream"),
        _ => return None,
    };
    Some(File { id, name: name.to_owned(), bytes: 1_000, media: media.to_owned() })
}

/// With everybody who ever was there still active, or without those who left.
fn directory_of(past: bool) -> Directory {
    let person = |(name, id): (&str, u128), is_active| {
        Event::UserSaved(User {
            id: UserId::from_u128(id),
            login: name.to_owned(),
            name: name.to_owned(),
            email: String::new(),
            mobile: String::new(),
            departments: vec![DepartmentId::from_u128(11)],
            manager: None,
            positions: Vec::new(),
            is_active,
            language: Language::En,
        })
    };
    let department = |(name, id): (&str, u128)| {
        let id = DepartmentId::from_u128(id);
        Event::DepartmentSaved(Department { id, name: name.to_owned(), parent: None, head: None })
    };
    let people = [person(NAMES[0], true), person(NAMES[1], true), person(NAMES[2], past)];
    let mut catalog = Catalog::default();
    people.iter().chain(&[department(NAMES[3]), department(NAMES[4])]).for_each(|event| catalog.apply(event));
    Arc::unwrap_or_clone(catalog.directory)
}
