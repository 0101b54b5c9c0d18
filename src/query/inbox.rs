//! One person's inbox: what there is to do, what was done, started, copied, and drafts.

use rust_decimal::Decimal;
use serde::Serialize;

use super::label::Labels;
use super::look::{Look, Viewer};
use super::records;
use crate::catalog::history::FormHistory;
use crate::model::flow::{Node, Step};
use crate::model::form::{Control, MoneyControl};
use crate::model::id::{RecordId, TaskId};
use crate::model::limit::PAGE_ROWS_MAX;
use crate::model::party::Action;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;
use crate::model::report::{Column, OrderState};
use crate::model::time::Timestamp;
use crate::report::symbol::Symbol;
use crate::report::text::Needle;
use crate::view::column::Cell;
use crate::view::inbox::{Inbox, Place, Seat};
use crate::view::table::Table;

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tab {
    Todo,
    Done,
    Started,
    Copied,
    Drafts,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InboxPage {
    pub items: Vec<Item>,
    pub next: Option<String>,
    pub counts: Counts,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    pub todo: usize,
    pub overdue: usize,
    pub done: usize,
    pub started: usize,
    pub copied: usize,
    pub drafts: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    pub order: String,
    pub task: Option<String>,
    pub form: String,
    pub form_name: String,
    pub app: String,
    pub title: String,
    /// Where it rests.
    pub node_name: String,
    pub initiator: String,
    pub state: OrderState,
    pub opened_at: i64,
    pub due_at: Option<i64>,
    pub overdue: bool,
    pub claimable: bool,
    /// A yes or no is asked, of this person.
    pub approval: Option<Approval>,
    /// The first money field.
    pub amount: Option<Amount>,
    /// At most three.
    pub summary: Vec<Line>,
    pub progress: Option<Progress>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Approval {
    Plain,
    /// A yes has to be signed.
    Signed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    pub label: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Amount {
    pub label: String,
    pub number: Decimal,
    /// ISO 4217.
    pub currency: String,
    pub decimals: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Progress {
    pub done: u16,
    pub total: u16,
}

/// One line of a tab before it is drawn. Todo: the earliest limit first, then what waits longest; all other tabs: the newest first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Rank(i64, i64, RecordId, Option<TaskId>);

struct Found<'a> {
    rank: Rank,
    place: Place,
    at: Timestamp,
    seat: Option<(TaskId, &'a Seat)>,
}

pub fn counts(viewer: Viewer) -> Counts {
    let Some(inbox) = viewer.snapshot.inbox(viewer.user) else { return Counts::default() };
    Counts {
        todo: todo(viewer, inbox).count(),
        overdue: todo(viewer, inbox).filter(|(_, _, seat)| is_overdue(seat, viewer.now)).count(),
        done: inbox.done.len(),
        started: inbox.started.len(),
        copied: inbox.copied.len(),
        drafts: inbox.drafts.len(),
    }
}

/// What somebody has decided is no longer to be done, even while it can be taken back.
fn todo<'a>(viewer: Viewer<'a>, inbox: &'a Inbox) -> impl Iterator<Item = (Place, TaskId, &'a Seat)> {
    let held = viewer.snapshot.held(viewer.user);
    let is_held = move |place: Place, task| {
        !held.is_empty() && held.of_task(viewer.snapshot.table_of(place).id(place.row), task).is_some()
    };
    let all = inbox.todo.iter().map(|((place, task), seat)| (*place, *task, &**seat));
    all.filter(move |(place, task, _)| !is_held(*place, *task))
}

fn is_overdue(seat: &Seat, now: Timestamp) -> bool {
    seat.due.is_some_and(|due| due <= now)
}

/// # Errors
/// - `Invalid`: the cursor is none.
pub fn inbox(viewer: Viewer, tab: Tab, cursor: Option<&str>, search: &str) -> Result<InboxPage, Refusal> {
    let counts = counts(viewer);
    let empty = Inbox::default();
    let mut found = found(viewer, viewer.snapshot.inbox(viewer.user).unwrap_or(&empty), tab);
    let search = search.trim();
    if !search.is_empty() {
        let needle = Needle::of_names(search);
        found.retain(|found| is_like(viewer, found.place, &needle));
    }
    if let Some(cursor) = cursor.filter(|cursor| !cursor.is_empty()) {
        let bad = || Refusal::Invalid(vec![Problem::error("cursor", ProblemCode::BadFormat)]);
        let after = read(cursor).ok_or_else(bad)?;
        found.retain(|found| found.rank > after);
    }
    let is_more = found.len() > INBOX_ROWS;
    if is_more {
        found.select_nth_unstable_by(INBOX_ROWS, |one, other| one.rank.cmp(&other.rank));
        found.truncate(INBOX_ROWS);
    }
    found.sort_unstable_by(|one, other| one.rank.cmp(&other.rank));
    let next = found.last().filter(|_| is_more).map(|last| written(&last.rank));
    Ok(InboxPage { items: found.iter().filter_map(|found| item(viewer, found)).collect(), next, counts })
}

const INBOX_ROWS: usize = if PAGE_ROWS_MAX < 50 { PAGE_ROWS_MAX } else { 50 };

fn found<'a>(viewer: Viewer<'a>, inbox: &'a Inbox, tab: Tab) -> Vec<Found<'a>> {
    let id = |place: Place| viewer.snapshot.table_of(place).id(place.row);
    let shelf = match tab {
        Tab::Todo => {
            let found = todo(viewer, inbox).map(|(place, task, seat)| {
                let due = seat.due.map_or(i64::MAX, |due| due.0);
                let rank = Rank(due, seat.opened_at.0, id(place), Some(task));
                Found { rank, place, at: seat.opened_at, seat: Some((task, seat)) }
            });
            return found.collect();
        }
        Tab::Done => &inbox.done,
        Tab::Started => &inbox.started,
        Tab::Copied => &inbox.copied,
        Tab::Drafts => &inbox.drafts,
    };
    let found = shelf.iter().map(|(place, at)| Found {
        rank: Rank(-at.0, 0, id(*place), None),
        place: *place,
        at: *at,
        seat: None,
    });
    found.collect()
}

/// Title, form or initiator, as they are written or read aloud.
fn is_like(viewer: Viewer, place: Place, needle: &Needle) -> bool {
    let table = viewer.snapshot.table_of(place);
    if let Cell::Text(title) = table.cell(place.row, &Column::Title, viewer.now)
        && needle.is_in(&title)
    {
        return true;
    }
    let form = viewer.catalog.form(table.form).is_some_and(|history| needle.is_in(&history.form.name));
    let initiator = initiator(table, place.row).and_then(|user| viewer.catalog.directory.user(user));
    form || initiator.is_some_and(|user| needle.is_in(&user.name))
}

fn initiator(table: &Table, row: u32) -> Option<crate::model::id::UserId> {
    let Cell::Code(code) = table.cell(row, &Column::Initiator, Timestamp(0)) else { return None };
    if let Some(Symbol::User(user)) = table.symbols().symbol(code) { Some(*user) } else { None }
}

/// `None` when the form is gone.
fn item(viewer: Viewer, found: &Found) -> Option<Item> {
    let table = viewer.snapshot.table_of(found.place);
    let look = viewer.look_at_own(table.form, Action::View)?;
    let (row, history) = (found.place.row, look.history);
    let title = match table.cell(row, &Column::Title, viewer.now) {
        Cell::Text(title) => title,
        _ => String::new(),
    };
    let seat = found.seat;
    let step = seat.and_then(|(_, seat)| step(history, seat));
    Some(Item {
        order: table.id(row).to_string(),
        task: seat.map(|(task, _)| task.to_string()),
        form: table.form.to_string(),
        form_name: history.form.name.clone(),
        app: history.form.app.to_string(),
        title,
        node_name: step.map_or_else(|| rests_at(&look, row), |step| step.name.clone()),
        initiator: initiator(table, row).map(|user| user.to_string()).unwrap_or_default(),
        state: records::state(table, row),
        opened_at: found.at.0,
        due_at: seat.and_then(|(_, seat)| seat.due).map(|due| due.0),
        overdue: seat.is_some_and(|(_, seat)| is_overdue(seat, viewer.now)),
        claimable: seat.is_some_and(|(_, seat)| seat.is_offered),
        approval: step.filter(|_| seat.is_some_and(|(_, seat)| !seat.is_offered)).and_then(approval),
        amount: amount(&look, row),
        summary: summary(&look, row),
        progress: seat.map(|(_, seat)| Progress { done: seat.progress.0, total: seat.progress.1 }),
    })
}

/// As the order's own flow draws it, whatever a newer one says.
fn step<'a>(history: &'a FormHistory, seat: &Seat) -> Option<&'a Node> {
    history.flow(seat.flow_version)?.find(&seat.node)
}

fn approval(step: &Node) -> Option<Approval> {
    let Step::Approve(approve) = &step.step else { return None };
    Some(if approve.signature_required { Approval::Signed } else { Approval::Plain })
}

/// Of the first money field that the viewer may know of and somebody filled in.
fn amount(look: &Look, row: u32) -> Option<Amount> {
    let form = look.history.current()?;
    form.definition.fields.iter().find_map(|field| {
        let Control::Money(money) = &field.control else { return None };
        let column = Column::Field(field.id.clone());
        look.shapes.get(&column)?;
        let Cell::Number(number) = look.table.cell(row, &column, look.viewer.now) else { return None };
        let MoneyControl { currency, decimals, .. } = money;
        Some(Amount { label: field.label.clone(), number, currency: currency.clone(), decimals: *decimals })
    })
}

fn rests_at(look: &Look, row: u32) -> String {
    let Cell::Codes(codes) = look.table.cell(row, &Column::Node, look.viewer.now) else { return String::new() };
    let labels = Labels::new(look, &Column::Node);
    let names = codes.iter().filter_map(|code| look.table.symbols().symbol(*code)).map(|symbol| labels.of(symbol).text);
    names.collect::<Vec<_>>().join(" / ")
}

const SUMMARY_LINES: usize = 3;
const SUMMARY_CHARS: usize = 60;

/// The first fields that say something in one line.
fn summary(look: &Look, row: u32) -> Vec<Line> {
    let Some(form) = look.history.current() else { return Vec::new() };
    let title = look.table.cell(row, &Column::Title, look.viewer.now);
    let lines = form.definition.fields.iter().filter(|field| is_short(&field.control)).filter_map(|field| {
        let column = Column::Field(field.id.clone());
        look.shapes.get(&column)?;
        let cell = look.table.cell(row, &column, look.viewer.now);
        if cell == title {
            return None;
        }
        Some(Line { label: field.label.clone(), text: text(look, &column, cell)? })
    });
    lines.take(SUMMARY_LINES).collect()
}

const fn is_short(control: &Control) -> bool {
    match control {
        Control::Text(_)
        | Control::Number(_)
        | Control::Percent(_)
        | Control::Date(_)
        | Control::Radio(_)
        | Control::Select(_)
        | Control::Checkbox(_)
        | Control::User(_)
        | Control::Dept(_)
        | Control::Serial(_) => true,
        // Money has a place of its own.
        Control::Money(_)
        | Control::Textarea(_)
        | Control::Datetime(_)
        | Control::Switch(_)
        | Control::Rating(_)
        | Control::Image(_)
        | Control::File(_)
        | Control::Formula(_) => false,
    }
}

/// In words; `None` when there are none.
fn text(look: &Look, column: &Column, cell: Cell) -> Option<String> {
    let labels = Labels::new(look, column);
    let name = |code: u32| look.table.symbols().symbol(code).map(|symbol| labels.of(symbol).text);
    let text = match cell {
        Cell::Text(text) => text,
        Cell::Number(number) => number.normalize().to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Code(code) => name(code)?,
        Cell::Codes(codes) => codes.into_iter().filter_map(name).collect::<Vec<_>>().join(", "),
        Cell::Empty | Cell::Bool(_) | Cell::DateTime(_) | Cell::Files(_) => return None,
    };
    Some(text.chars().take(SUMMARY_CHARS).collect())
}

fn written(rank: &Rank) -> String {
    let Rank(first, second, id, task) = rank;
    let task = task.map(|task| task.to_string()).unwrap_or_default();
    format!("{first}.{second}.{id}.{task}")
}

fn read(cursor: &str) -> Option<Rank> {
    let mut parts = cursor.split('.');
    let (first, second, id) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let task = match parts.next()? {
        "" => None,
        task => Some(task.parse().ok()?),
    };
    Some(Rank(first, second, id, task))
}
