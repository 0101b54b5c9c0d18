//! Questions to columns, as text: `tests/golden/report/*.txt`. A file says which columns there are and what stands in them; each
//! line that starts with `> ` asks, and the indented lines below it are the answer. Rows stand in blocks of four, so that every
//! answer is put together from several. See [`golden`] for how the answers are written anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rust_decimal::Decimal;
use tessera::catalog::directory::Directory;
use tessera::catalog::{self, Catalog};
use tessera::model::event::Event;
use tessera::model::id::{DepartmentId, FieldId, NodeId, OptionId, RecordId, UserId};
use tessera::model::party::{Department, Language, User};
use tessera::model::problem::Problem;
use tessera::model::report::{Column, Condition, Query, Sort};
use tessera::model::time::{Date, HOUR_MS, Timestamp};
use tessera::report::filter;
use tessera::report::group::Key;
use tessera::report::lane::{Block, Family, Handlings, Kind, Shape};
use tessera::report::mask::Mask;
use tessera::report::plan::{self, Turn};
use tessera::report::schema::{Lanes, Schema};
use tessera::report::series::Cell as Folded;
use tessera::report::sort;
use tessera::report::span;
use tessera::report::symbol::{EMPTY_CODE, Symbol, Symbols};
use tessera::report::zone::Zone;
use tessera::view::column::{Cell, Cells};

use crate::support::golden;

const BLOCK: usize = 4;

#[test]
fn questions() {
    golden::folder("report", |told, _| answered(told));
}

/// The same text with the answers given now.
fn answered(text: &str) -> String {
    let mut sheet = Sheet::new();
    let mut out = String::new();
    for line in text.lines().filter(|line| !line.starts_with("  ")) {
        writeln!(out, "{line}").unwrap();
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "zone" => sheet.zone = Zone::new(catalog::zone(rest).expect("a zone")),
            "now" => sheet.now = sheet.instant(rest),
            "column" => sheet.column(rest),
            "row" => sheet.row(rest),
            "handling" => sheet.handling(rest),
            ">" => {
                for line in sheet.answer(rest).lines() {
                    writeln!(out, "  {line}").unwrap();
                }
            }
            "" => {}
            other => assert!(other.starts_with('#'), "{line}"),
        }
    }
    out
}

/// A table in memory, in small blocks.
struct Sheet {
    zone: Zone,
    now: Timestamp,
    shapes: BTreeMap<Column, Shape>,
    symbols: Symbols,
    directory: Directory,
    people: Vec<String>,
    columns: BTreeMap<Column, Vec<Cells>>,
    rows: usize,
    /// Row, node, handler, department, time spent.
    handlings: Vec<(usize, u32, u32, u32, i64)>,
}

fn column(name: &str) -> Column {
    serde_json::from_str(&format!("\"{name}\""))
        .unwrap_or_else(|_| Column::Field(FieldId::parse(name).expect("a field")))
}

impl Sheet {
    fn new() -> Self {
        Self {
            zone: Zone::new(catalog::zone("UTC").expect("a zone")),
            now: Timestamp(0),
            shapes: BTreeMap::new(),
            symbols: Symbols::default(),
            directory: Directory::default(),
            people: Vec::new(),
            columns: BTreeMap::new(),
            rows: 0,
            handlings: Vec::new(),
        }
    }

    /// `2026-03-04T10:00`, in the zone.
    fn instant(&self, text: &str) -> Timestamp {
        let (day, time) = text.split_once('T').unwrap_or((text, "00:00"));
        let (hours, minutes) = time.split_once(':').expect("hours and minutes");
        let minutes = hours.parse::<i64>().expect("hours") * 60 + minutes.parse::<i64>().expect("minutes");
        self.zone.start(Date::parse(day).expect("a day")).plus_ms(minutes * 60_000)
    }

    /// `severity options high,mid,low`
    fn column(&mut self, line: &str) {
        let mut words = line.split_whitespace();
        let name = column(words.next().expect("a name"));
        let kind = match words.next().expect("a kind") {
            "text" => Kind::Text,
            "number" => Kind::Number,
            "duration" => Kind::Duration,
            "bool" => Kind::Bool,
            "date" => Kind::Date,
            "datetime" => Kind::DateTime,
            "option" => Kind::Code(Family::Option),
            "options" => Kind::Codes(Family::Option),
            "state" => Kind::Code(Family::State),
            "user" => Kind::Code(Family::User),
            "users" => Kind::Codes(Family::User),
            "department" => Kind::Code(Family::Department),
            "nodes" => Kind::Codes(Family::Node),
            "files" => Kind::Files,
            other => panic!("no kind is called {other}"),
        };
        let drawn = words.next().unwrap_or_default().split(',').filter(|word| !word.is_empty());
        let drawn = drawn.map(|word| Symbol::Option(OptionId::parse(word).expect("an option"))).collect();
        self.shapes.insert(name.clone(), Shape { kind, drawn });
        self.columns.insert(name, Vec::new());
    }

    /// `severity=high amount=12.5 tags=a,b`; a column that is not named is empty.
    fn row(&mut self, line: &str) {
        let (block, at) = (self.rows / BLOCK, self.rows % BLOCK);
        let named: BTreeMap<Column, &str> = line
            .split_whitespace()
            .map(|word| word.split_once('=').expect("name=value"))
            .map(|(name, value)| (column(name), value))
            .collect();
        for (name, shape) in self.shapes.clone() {
            let cell = named.get(&name).map_or(Cell::Empty, |text| self.cell(shape.kind, text));
            let blocks = self.columns.get_mut(&name).expect("it was declared");
            if at == 0 {
                blocks.push(Cells::default());
            }
            blocks[block].grow();
            blocks[block].set(at + 1, at, cell);
        }
        self.rows += 1;
    }

    fn cell(&mut self, kind: Kind, text: &str) -> Cell {
        match kind {
            Kind::Text => Cell::Text(text.replace('_', " ")),
            Kind::Number | Kind::Duration => Cell::Number(text.parse().expect("a number")),
            Kind::Bool => Cell::Bool(text == "yes"),
            Kind::Date => Cell::Date(Date::parse(text).expect("a day")),
            Kind::DateTime => Cell::DateTime(self.instant(text)),
            Kind::Code(family) => Cell::Code(self.code(family, text)),
            Kind::Codes(family) => Cell::Codes(text.split(',').map(|word| self.code(family, word)).collect()),
            Kind::Files => Cell::Empty,
        }
    }

    fn code(&mut self, family: Family, word: &str) -> u32 {
        let symbol = match family {
            Family::State => Symbol::State(tessera::model::report::OrderState::parse(word).expect("a state")),
            Family::Option => Symbol::Option(OptionId::parse(word).expect("an option")),
            Family::Node => Symbol::Node(NodeId::parse(word).expect("a node")),
            Family::User => Symbol::User(UserId::from_u128(self.party(word))),
            Family::Department => Symbol::Department(DepartmentId::from_u128(self.party(word))),
        };
        self.symbols.insert(&symbol)
    }

    /// Everybody who is named exists, and so does a department of the same name.
    fn party(&mut self, name: &str) -> u128 {
        if let Some(at) = self.people.iter().position(|known| known == name) {
            return at as u128 + 1;
        }
        self.people.push(name.to_owned());
        let id = self.people.len() as u128;
        let mut catalog = Catalog { directory: std::sync::Arc::new(self.directory.clone()), ..Catalog::default() };
        catalog.apply(&Event::UserSaved(User {
            id: UserId::from_u128(id),
            login: name.to_owned(),
            name: name.to_owned(),
            email: String::new(),
            mobile: String::new(),
            departments: Vec::new(),
            manager: None,
            positions: Vec::new(),
            is_active: true,
            language: Language::En,
        }));
        let department =
            Department { id: DepartmentId::from_u128(id), name: name.to_owned(), parent: None, head: None };
        catalog.apply(&Event::DepartmentSaved(department));
        self.directory = Directory::clone(&catalog.directory);
        id
    }

    /// `1 check ann shop 2.5`: of row 1, at `check`, by ann of shop, 2.5 hours.
    fn handling(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let row = words[0].parse::<usize>().expect("a row") - 1;
        let (node, handler) = (self.code(Family::Node, words[1]), self.code(Family::User, words[2]));
        let department = if words[3] == "-" { EMPTY_CODE } else { self.code(Family::Department, words[3]) };
        let (hours, tenths) = words[4].split_once('.').unwrap_or((words[4], "0"));
        let tenths = 10 * hours.parse::<i64>().expect("hours") + tenths.parse::<i64>().expect("tenths");
        self.handlings.push((row, node, handler, department, tenths * HOUR_MS / 10));
    }

    fn answer(&self, question: &str) -> String {
        let (word, json) = question.split_once(' ').expect("a word and what it asks");
        let schema = Schema {
            shapes: &self.shapes,
            symbols: &self.symbols,
            directory: &self.directory,
            zone: &self.zone,
            now: self.now,
            viewer: UserId::from_u128(1),
        };
        let answer = match word {
            "keep" => self.kept(&schema, &read::<Vec<Condition>>(json)),
            "order" => self.ordered(&schema, &read::<Vec<Sort>>(json)),
            "fold" => self.folded(&schema, json, Turn::This),
            "before" => self.folded(&schema, json, Turn::Before),
            other => panic!("nobody asks {other}"),
        };
        answer.unwrap_or_else(|problems| problems.iter().map(problem).collect())
    }

    fn blocks<'a>(&'a self, lanes: &'a Lanes, parts: &'a [Part]) -> impl Iterator<Item = Block<'a>> {
        parts.iter().enumerate().map(|(at, part)| Block {
            rows: part.ids.len(),
            ids: &part.ids,
            live: Mask::first(part.ids.len()),
            lanes: lanes.0.iter().map(|column| self.columns[column][at].lane()).collect(),
            handlings: Handlings {
                rows: &part.rows,
                nodes: &part.nodes,
                handlers: &part.handlers,
                departments: part.departments.as_slice().into(),
                spent_ms: &part.spent_ms,
            },
        })
    }

    fn parts(&self) -> Vec<Part> {
        let parts = (0..self.rows.div_ceil(BLOCK)).map(|at| {
            let rows = at * BLOCK..self.rows.min((at + 1) * BLOCK);
            let own: Vec<_> = self.handlings.iter().filter(|handling| rows.contains(&handling.0)).collect();
            Part {
                ids: rows.clone().map(|row| RecordId::from_u128(row as u128 + 1)).collect(),
                rows: own.iter().map(|it| u16::try_from(it.0 - rows.start).unwrap()).collect(),
                nodes: own.iter().map(|it| it.1).collect(),
                handlers: own.iter().map(|it| it.2).collect(),
                departments: own.iter().map(|it| it.3).collect(),
                spent_ms: own.iter().map(|it| it.4).collect(),
            }
        });
        parts.collect()
    }

    /// The numbers of the rows, from 1.
    fn kept(&self, schema: &Schema, conditions: &[Condition]) -> Result<String, Vec<Problem>> {
        let mut lanes = Lanes::default();
        let filter = filter::compile(conditions, schema, &mut lanes)?;
        let parts = self.parts();
        let kept = self.blocks(&lanes, &parts).enumerate().flat_map(|(at, block)| {
            filter
                .keep(&block, block.live)
                .rows()
                .map(move |row| (at * BLOCK + row + 1).to_string())
                .collect::<Vec<_>>()
        });
        Ok(kept.collect::<Vec<_>>().join(" "))
    }

    /// The whole order, then the same in pages of three.
    fn ordered(&self, schema: &Schema, sorts: &[Sort]) -> Result<String, Vec<Problem>> {
        let mut lanes = Lanes::default();
        let keys = sort::keys(sorts, schema, &mut lanes)?;
        let parts = self.parts();
        let blocks: Vec<_> =
            self.blocks(&lanes, &parts).map(|block| (block.live, block)).map(|(live, block)| (block, live)).collect();
        let number = |at: &sort::At| at.block * BLOCK + at.row + 1;
        let whole: Vec<usize> = sort::first(&blocks, &keys, None, self.rows).iter().map(number).collect();
        for count in 1..self.rows {
            let some: Vec<usize> = sort::first(&blocks, &keys, None, count).iter().map(number).collect();
            assert_eq!(some, whole[..count], "the first {count}");
            let rest: Vec<usize> = sort::page(&blocks, &keys, None, count..self.rows).iter().map(number).collect();
            assert_eq!(rest, whole[count..], "behind the first {count}");
        }
        Ok(whole.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    }

    fn folded(&self, schema: &Schema, json: &str, turn: Turn) -> Result<String, Vec<Problem>> {
        let mut query: serde_json::Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
        query["form"] = serde_json::json!("00000000-0000-0000-0000-000000000001");
        let query: Query = serde_json::from_value(query).unwrap_or_else(|error| panic!("{json}: {error}"));
        let plan = plan::plan(&query, schema, turn)?;
        let parts = self.parts();
        let series = plan.run(schema.zone, self.blocks(&plan.lanes, &parts));
        let show = |cell: &Folded| match cell.value {
            Some(value) if value == cell.count.into() => format!("{value}"),
            Some(value) => format!("{value} of {}", cell.count),
            None => format!("- of {}", cell.count),
        };
        let said = |beside: &[Option<Decimal>]| {
            let values = beside.iter().map(|value| format!(" + {}", value.map_or("-".to_owned(), |it| it.to_string())));
            values.collect::<String>()
        };
        let cut = if series.is_truncated { ", cut" } else { "" };
        let mut out = format!("total {}{}{cut}\n", show(&series.total), said(&series.beside));
        for group in &series.groups {
            write!(out, "{}: {}", self.name(&group.key, plan.showing.bucket), show(&group.cell)).unwrap();
            for (split, cell) in series.splits.iter().zip(&group.cells) {
                write!(out, " | {} {}", self.name(split, None), show(cell)).unwrap();
            }
            out.push_str(&said(&group.beside));
            out.push('\n');
        }
        Ok(out)
    }

    fn name(&self, key: &Key, bucket: Option<tessera::model::report::Bucket>) -> String {
        match key {
            Key::Code(code) => match self.symbols.symbol(*code).expect("a symbol") {
                Symbol::User(user) => self.people[usize::try_from(user.as_u128()).unwrap() - 1].clone(),
                Symbol::Department(id) => self.people[usize::try_from(id.as_u128()).unwrap() - 1].clone(),
                symbol => symbol.to_string(),
            },
            Key::Yes => "yes".to_owned(),
            Key::No => "no".to_owned(),
            Key::Bucket(at) => span::first_day(bucket.unwrap_or(tessera::model::report::Bucket::Day), *at).to_string(),
            Key::Number(number) => number.to_string(),
            Key::Text(text) => text.clone(),
            Key::Empty => "(empty)".to_owned(),
            Key::Other => "(other)".to_owned(),
        }
    }
}

/// What blocks borrow.
struct Part {
    ids: Vec<RecordId>,
    rows: Vec<u16>,
    nodes: Vec<u32>,
    handlers: Vec<u32>,
    departments: Vec<u32>,
    spent_ms: Vec<i64>,
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn problem(problem: &Problem) -> String {
    let data: Vec<String> = problem.data.iter().map(|(name, value)| format!(" {name}={value}")).collect();
    let code = serde_json::to_string(&problem.code).unwrap();
    format!("! {} {}{}\n", problem.place, code.trim_matches('"'), data.concat())
}
