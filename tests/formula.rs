//! The formula engine against `golden/formula/*.txt`, which the browser's engine reads too.
//!
//! A file opens with what its cases share:
//!
//! ```text
//! zone Asia/Shanghai
//! now 2026-11-24T10:00
//! field urgency option high=高 low=低
//! user ann 1 departments=repair managers=bo,cy        (1: the last digits of the id)
//! department repair 11 head=bo above=plant
//! order created=2026-11-24T08:00 initiator=ann
//! acting ann
//! ```
//!
//! and goes on with one case a line: `:expected_type field=value | formula => result ! warning`.
//! A refused formula has `problem start..end code(data; data), ...` as its result.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::tz::TimeZone;
use tessera::formula::check::compile;
use tessera::formula::env::{DepartmentFacts, Env, OrderFacts, PersonFacts};
use tessera::formula::function::FUNCTIONS;
use tessera::formula::problem::FormulaProblem;
use tessera::formula::scope::{FieldType, Scope};
use tessera::formula::{depend, moment, parser};
use tessera::model::id::{DepartmentId, FieldId, FileId, NodeId, OptionId, RecordId, RoleId, UserId};
use tessera::model::time::{Date, Timestamp};
use tessera::model::value::{File, Type, Value};

struct Golden {
    zone: TimeZone,
    now: Timestamp,
    scope: Scope,
    users: BTreeMap<String, UserId>,
    departments: BTreeMap<String, DepartmentId>,
    people: BTreeMap<UserId, PersonFacts>,
    department_facts: BTreeMap<DepartmentId, DepartmentFacts>,
    order: OrderFacts,
    acting: Option<UserId>,
}

#[test]
fn golden_files_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/formula");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let failures: Vec<String> = files.iter().flat_map(|file| check(file)).collect();
    assert!(failures.is_empty(), "{} cases differ:\n{}", failures.len(), failures.join("\n"));
}

/// One line per case that does not hold: where, and what came out.
fn check(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).unwrap();
    let name = file.file_name().unwrap().to_string_lossy();
    let mut golden = Golden::new();
    let mut failures = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let result = match line {
            "" => continue,
            comment if comment.starts_with('#') => continue,
            signature if signature.starts_with("function ") => Golden::signature(signature),
            case if case.contains(" => ") => golden.case(case),
            declaration => {
                golden.declare(declaration);
                continue;
            }
        };
        if result != line {
            failures.push(format!("{name}:{}\n  expected {line}\n  found    {result}", index + 1));
        }
    }
    failures
}

impl Golden {
    fn new() -> Self {
        Self {
            zone: TimeZone::UTC,
            now: Timestamp(0),
            scope: Scope::default(),
            users: BTreeMap::new(),
            departments: BTreeMap::new(),
            people: BTreeMap::new(),
            department_facts: BTreeMap::new(),
            order: OrderFacts::default(),
            acting: None,
        }
    }

    /// The line as it should read.
    fn case(&self, line: &str) -> String {
        let (before, _) = line.rsplit_once(" => ").unwrap();
        let (left, formula) = before.split_once("| ").unwrap();
        let mut expected = None;
        let mut values = BTreeMap::new();
        for word in words(left) {
            if let Some(name) = word.strip_prefix(':') {
                expected = Some(self.expected_type(name));
            } else {
                let (field, text) = word.split_once('=').unwrap();
                let field = FieldId::parse(field).unwrap();
                let kind = &self.scope.fields[&field].kind;
                values.insert(field, self.value(text, kind));
            }
        }
        let result = match compile(formula, &self.scope, expected.as_ref()) {
            Err(problems) => format!("problem {}", problems.iter().map(problem).collect::<Vec<_>>().join(", ")),
            Ok(checked) => {
                let fields = |id: &FieldId| values.get(id).cloned().unwrap_or_default();
                let person = |id| self.people.get(&id).cloned();
                let department = |id| self.department_facts.get(&id).cloned();
                let facts = Env::new(&fields, self.now, &self.zone);
                let env =
                    Env { user: self.acting, person: &person, department: &department, order: &self.order, ..facts };
                let (value, trace) = checked.eval_traced(&env);
                let read: Vec<&FieldId> = trace.inputs.iter().map(|(field, _)| field).collect();
                let named = depend::fields(&parser::parse(formula).unwrap());
                assert!(read.iter().all(|field| named.contains(field)), "{line} reads what it does not name");
                let warnings: Vec<&str> = trace.warnings.iter().map(|warning| warning.as_str()).collect();
                let mark = if warnings.is_empty() { "" } else { " ! " };
                format!("{}{mark}{}", self.written(&value), warnings.join(", "))
            }
        };
        format!("{before} => {result}")
    }

    fn signature(line: &str) -> String {
        let name = line.trim_start_matches("function ").split('(').next().unwrap();
        let rows = FUNCTIONS.iter().flat_map(|(_, rows)| rows.iter());
        let found = rows.into_iter().find(|function| function.name == name);
        found.map_or("no such function".to_owned(), |function| format!("function {}", function.signature()))
    }

    fn declare(&mut self, line: &str) {
        let words = words(line);
        let rest = &words[2.min(words.len())..];
        match (words[0].as_str(), words.get(1)) {
            ("zone", Some(zone)) => self.zone = TimeZone::get(zone).unwrap(),
            ("now", Some(now)) => self.now = self.instant(now),
            ("acting", Some(name)) => self.acting = Some(self.users[name]),
            ("field", Some(name)) => {
                let options = rest[1..].iter().map(|option| option.split_once('=').unwrap());
                let options = options.map(|(id, label)| (OptionId::parse(id).unwrap(), label.to_owned()));
                let kind = FieldType { kind: kind(&rest[0]), options: std::sync::Arc::new(options.collect()) };
                self.scope.fields.insert(FieldId::parse(name).unwrap(), kind);
            }
            ("user", Some(name)) => {
                let id = UserId::from_u128(rest[0].parse().unwrap());
                self.users.insert(name.clone(), id);
                let facts = PersonFacts {
                    name: setting(rest, "name").unwrap_or(name).to_owned(),
                    departments: ids(rest, "departments", &self.departments),
                    managers: ids(rest, "managers", &self.users),
                    roles: setting(rest, "roles")
                        .map(|id| RoleId::from_u128(id.parse().unwrap()))
                        .into_iter()
                        .collect(),
                };
                self.people.insert(id, facts);
            }
            ("department", Some(name)) => {
                let id = DepartmentId::from_u128(rest[0].parse().unwrap());
                self.departments.insert(name.clone(), id);
                let facts = DepartmentFacts {
                    name: setting(rest, "name").unwrap_or(name).to_owned(),
                    head: ids(rest, "head", &self.users).pop(),
                    above: ids(rest, "above", &self.departments),
                };
                self.department_facts.insert(id, facts);
            }
            ("order", Some(_)) => {
                let rest = &words[1..];
                self.order = OrderFacts {
                    record: setting(rest, "record").map(|id| RecordId::from_u128(id.parse().unwrap())),
                    serial: setting(rest, "serial").map(ToOwned::to_owned),
                    initiator: ids(rest, "initiator", &self.users).pop(),
                    created: setting(rest, "created").map(|text| self.instant(text)),
                    node: setting(rest, "node").map(|node| NodeId::parse(node).unwrap()),
                };
            }
            _ => panic!("no such declaration: {line}"),
        }
    }

    fn instant(&self, text: &str) -> Timestamp {
        moment::instant(moment::parse_local(text).unwrap(), &self.zone)
    }

    fn expected_type(&self, name: &str) -> FieldType {
        let field = FieldId::parse(name).ok().and_then(|id| self.scope.fields.get(&id));
        field.cloned().unwrap_or_else(|| FieldType::plain(kind(name)))
    }

    fn value(&self, text: &str, kind: &Type) -> Value {
        match kind {
            Type::Text => Value::Text(text.trim_matches('"').replace("\\n", "\n")),
            Type::Number => Value::Number(text.parse().unwrap()),
            Type::Bool => Value::Bool(text == "TRUE"),
            Type::Date => Value::Date(Date::parse(text).unwrap()),
            Type::DateTime => Value::DateTime(self.instant(text)),
            Type::Option => Value::Option(OptionId::parse(text).unwrap()),
            Type::User => Value::User(self.users[text]),
            Type::Department => Value::Department(self.departments[text]),
            Type::File => {
                Value::File(File { id: FileId::from_u128(0), name: text.to_owned(), bytes: 0, media: String::new() })
            }
            Type::List(item) => {
                let items = text.trim_matches(['[', ']']).split(',');
                Value::List(items.map(|text| self.value(text, item)).collect())
            }
        }
    }

    fn written(&self, value: &Value) -> String {
        match value {
            Value::Empty => "empty".to_owned(),
            Value::Text(text) => format!("\"{}\"", text.replace('\n', "\\n")),
            Value::Number(number) => number.normalize().to_string(),
            Value::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
            Value::Date(date) => date.to_string(),
            Value::DateTime(instant) => self.written_instant(*instant),
            Value::Option(id) => id.to_string(),
            Value::User(id) => name_of(&self.users, id),
            Value::Department(id) => name_of(&self.departments, id),
            Value::File(file) => file.name.clone(),
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.written(item)).collect();
                format!("[{}]", items.join(", "))
            }
        }
    }

    /// `2026-11-24T10:00:00+08:00`.
    fn written_instant(&self, instant: Timestamp) -> String {
        let stamp = jiff::Timestamp::from_millisecond(instant.0).unwrap();
        stamp.to_zoned(self.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }
}

fn problem(problem: &FormulaProblem) -> String {
    let data = if problem.data.is_empty() { String::new() } else { format!("({})", problem.data.join("; ")) };
    format!("{}..{} {}{data}", problem.span.start, problem.span.end, problem.code.as_str())
}

fn kind(name: &str) -> Type {
    if let Some(item) = name.strip_prefix("list<").and_then(|rest| rest.strip_suffix('>')) {
        return Type::List(Box::new(kind(item)));
    }
    match name {
        "text" => Type::Text,
        "number" => Type::Number,
        "bool" => Type::Bool,
        "date" => Type::Date,
        "date_time" => Type::DateTime,
        "option" => Type::Option,
        "user" => Type::User,
        "department" => Type::Department,
        "file" => Type::File,
        other => panic!("no such type: {other}"),
    }
}

/// Split at blanks outside quotes.
fn words(line: &str) -> Vec<String> {
    let mut quoted = false;
    let split = line.split(|c: char| {
        quoted ^= c == '"';
        c == ' ' && !quoted
    });
    split.filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect()
}

fn setting<'a>(words: &'a [String], name: &str) -> Option<&'a str> {
    words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
}

fn ids<T: Copy>(words: &[String], name: &str, known: &BTreeMap<String, T>) -> Vec<T> {
    setting(words, name).map(|names| names.split(',').map(|name| known[name]).collect()).unwrap_or_default()
}

fn name_of<T: PartialEq>(known: &BTreeMap<String, T>, id: &T) -> String {
    known.iter().find(|(_, known)| *known == id).map(|(name, _)| name.clone()).unwrap()
}

#[test]
fn every_function_is_in_the_golden_list_and_has_its_own_name() {
    let rows: Vec<&str> = FUNCTIONS.iter().flat_map(|(_, rows)| rows.iter()).map(|function| function.name).collect();
    let distinct: std::collections::BTreeSet<&str> = rows.iter().copied().collect();
    assert_eq!(distinct.len(), rows.len());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/formula/functions.txt");
    let listed = std::fs::read_to_string(path).unwrap();
    let missing: Vec<&&str> = rows.iter().filter(|name| !listed.contains(&format!("function {name}("))).collect();
    assert!(missing.is_empty(), "not listed: {missing:?}");
}
