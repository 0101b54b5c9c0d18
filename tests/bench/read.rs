//! What reading costs, without the network: pages, boards and one large fold over a snapshot, each beside a yardstick that is taken
//! in the same run, and what the snapshot weighs. One thread.

mod crowd;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};
use tessera::model::command::Actor;
use tessera::model::committed::{Committed, Moved};
use tessera::model::id::{CommandId, UserId};
use tessera::model::report::Chart;
use tessera::query::inbox::{Tab, inbox};
use tessera::query::look::Viewer;
use tessera::query::records::{RecordQuery, records};
use tessera::query::tile::tile;
use tessera::view::snapshot::Snapshot;

use crowd::{ADMINISTRATOR, BY_CONDITION, Crowd, Dice, FORM, HEAD, MEMBER, NOW};

const ORDERS: u64 = 100_000;
const MANY_ORDERS: u64 = 1_000_000;
const ROUNDS: usize = 100;

fn main() {
    // `cargo test --benches` asks whether it starts.
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    let crowd = Crowd::new();
    let before = resident_kib();
    let started = Instant::now();
    let snapshot = Snapshot::load(&crowd.catalog, 0, crowd::orders(ORDERS), []);
    let spent = started.elapsed();
    let weight = resident_kib().saturating_sub(before);
    println!("{ORDERS} orders: made and read in {spent:.1?}, {weight} KiB, {} bytes each", weight * 1024 / ORDERS);
    let desk = Desk { crowd: &crowd, snapshot: &snapshot };
    pages(&desk);
    boards(&desk);
    commits(&desk);
    drop(snapshot);
    let many = Snapshot::load(&crowd.catalog, 0, crowd::orders(MANY_ORDERS), []);
    fold(&Desk { crowd: &crowd, snapshot: &many });
}

struct Desk<'a> {
    crowd: &'a Crowd,
    snapshot: &'a Snapshot,
}

impl Desk<'_> {
    fn viewer(&self, user: UserId) -> Viewer<'_> {
        Viewer { snapshot: self.snapshot, catalog: &self.crowd.catalog, user, now: NOW }
    }
}

/// Fifty of them with two filters, a permission and a sort; the yardstick sorts as many plain numbers.
fn pages(desk: &Desk) {
    let query: RecordQuery = serde_json::from_value(json!({
        "columns": ["title", "state", "handler", "created_at", {"field": "severity"}, {"field": "cost"}],
        "filters": [
            {"column": {"field": "severity"}, "test": {"op": "in", "values": ["s1", "s2"]}},
            {"column": "created_at", "test": {"op": "within", "period": "last365_days"}},
        ],
        "sort": [{"column": {"field": "cost"}, "descending": true}], "rows": 50,
    }))
    .expect("a query");
    let numbers: Vec<u64> = (0..ORDERS).map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15)).collect();
    let yardstick = Times::of(ROUNDS, || {
        let mut copy = numbers.clone();
        copy.sort_unstable();
        copy
    });
    println!("yardstick: sorting {ORDERS} numbers {yardstick}");
    for (who, user) in [("all", ADMINISTRATOR), ("department", HEAD), ("condition", BY_CONDITION), ("own", MEMBER)] {
        let viewer = desk.viewer(user);
        let total = records(viewer, FORM, &query).expect("a page").total;
        let times = Times::of(ROUNDS, || records(viewer, FORM, &query).expect("a page"));
        println!("page of 50 ({who}, {total} rows) {times}, {:.2} of the yardstick", times.median / yardstick.median);
    }
    let whole: RecordQuery =
        serde_json::from_value(json!({"columns": query.columns, "sort": query.sort, "rows": 50})).expect("a query");
    for (place, skip) in [("at the start", 0), ("in the middle", ORDERS / 2), ("at the end", ORDERS - 50)] {
        let asked = RecordQuery { skip: skip.try_into().expect("a place"), ..whole.clone() };
        let times = Times::of(ROUNDS, || records(desk.viewer(ADMINISTRATOR), FORM, &asked).expect("a page"));
        println!("page of 50 {place} of all {times}, {:.2} of the yardstick", times.median / yardstick.median);
    }
    let searched = RecordQuery { search: Some("no such words".to_owned()), ..query };
    let times = Times::of(ROUNDS, || records(desk.viewer(ADMINISTRATOR), FORM, &searched).expect("a page"));
    println!("search through every text {times}, {:.2} of the yardstick", times.median / yardstick.median);
    let times = Times::of(ROUNDS, || inbox(desk.viewer(MEMBER), Tab::Done, None, "").expect("an inbox"));
    println!("inbox {times}, {:.3} of the yardstick", times.median / yardstick.median);
}

fn chart(mut chart: Value) -> Chart {
    chart["form"] = json!(FORM.to_string());
    serde_json::from_value(chart).expect("a chart")
}

/// One tile of each kind, one after the other.
fn boards(desk: &Desk) {
    let tiles = [
        json!({"kind": "number", "measure": {"kind": "count"}}),
        json!({"kind": "number_change", "measure": {"kind": "count"},
            "period": {"column": "created_at", "span": "this_month"}}),
        json!({"kind": "bar", "dimension": {"column": {"field": "kind"}},
            "measure": {"kind": "mean", "column": {"field": "cost"}}}),
        json!({"kind": "stacked_bar", "dimension": {"column": {"field": "kind"}},
            "split": {"column": {"field": "severity"}}, "measure": {"kind": "count"}}),
        json!({"kind": "line", "dimension": {"column": "created_at", "bucket": "week"}, "measure": {"kind": "count"}}),
        json!({"kind": "ring", "dimension": {"column": {"field": "signs"}}, "measure": {"kind": "count"}}),
        json!({"kind": "ranking", "dimension": {"column": "department"}, "measure": {"kind": "mean_handling"}}),
        json!({"kind": "table", "columns": ["title", "state"], "rows": 20,
            "sort": [{"column": "updated_at", "descending": true}]}),
    ]
    .map(chart);
    for (who, user) in [("all", ADMINISTRATOR), ("department", HEAD), ("condition", BY_CONDITION), ("own", MEMBER)] {
        let viewer = desk.viewer(user);
        let times = Times::of(ROUNDS / 5, || {
            tiles.iter().map(|chart| tile(viewer, chart, &[]).expect("a tile").count).sum::<u64>()
        });
        println!("eight tiles ({who}) {times}");
    }
}

/// A snapshot from the one before; readers hold the old one.
fn commits(desk: &Desk) {
    let group = |seq: u64, moved: Moved| {
        vec![Arc::new(Committed {
            seq,
            at: NOW,
            command: CommandId::from_u128(u128::from(seq)),
            actor: Actor::System,
            events: Vec::new(),
            orders: vec![(moved.order.id, Some(moved))],
            notices: Vec::new(),
            outgoing: Vec::new(),
        })]
    };
    let mut fresh = crowd::orders(ORDERS + 2_000).skip(usize::try_from(ORDERS).expect("a few"));
    let mut newest = desk.snapshot.clone();
    let times = Times::of(1_000, || {
        let group = group(newest.seq + 1, fresh.next().expect("one more"));
        newest = newest.with(&group, &desk.crowd.catalog);
    });
    println!("a new order, visible {times}");
}

/// State by month with count and mean; the yardstick does it over three plain arrays.
fn fold(desk: &Desk) {
    let months = chart(json!({"kind": "stacked_bar", "dimension": {"column": "created_at", "bucket": "month"},
        "split": {"column": "state"}, "measure": {"kind": "mean", "column": {"field": "cost"}}}));
    let mut dice = Dice(7);
    let rows: Vec<(usize, u64)> = (0..MANY_ORDERS).map(|_| (dice.below(24 * 3), dice.next() >> 44)).collect();
    let yardstick = Times::of(ROUNDS / 5, || {
        let mut cells = [(0_u64, 0_u64); 24 * 3];
        for (place, cost) in &rows {
            let (count, sum) = cells[*place];
            cells[*place] = (count + 1, sum + cost);
        }
        cells
    });
    let times = Times::of(ROUNDS / 5, || tile(desk.viewer(ADMINISTRATOR), &months, &[]).expect("a tile"));
    println!("yardstick: a plain loop over {MANY_ORDERS} ready numbers {yardstick}");
    println!(
        "state by month, count and mean, over {MANY_ORDERS} orders {times}, {:.1} of the yardstick",
        times.median / yardstick.median
    );
}

/// Milliseconds.
struct Times {
    median: f64,
    p99: f64,
}

impl Times {
    fn of<T>(rounds: usize, mut act: impl FnMut() -> T) -> Self {
        let mut spent: Vec<f64> = (0..rounds)
            .map(|_| {
                let from = Instant::now();
                black_box(act());
                from.elapsed().as_secs_f64() * 1_000.0
            })
            .collect();
        spent.sort_by(f64::total_cmp);
        Self { median: spent[rounds / 2], p99: spent[rounds * 99 / 100] }
    }
}

impl std::fmt::Display for Times {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "p50 {:.3} ms, p99 {:.3} ms", self.median, self.p99)
    }
}

fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or(0)
}
