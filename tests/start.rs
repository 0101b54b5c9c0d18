//! A start of the whole appliance over rows that are not what they should be: the journal has everything, so nobody misses anything, and
//! the operator is told.

use std::path::Path;

use serde_json::{Value, json};
use tessera::store::key::Ns;

use crate::support::appliance::Appliance;

/// What happens to the rows behind the appliance's back.
type Bend = fn(&sled::Db);

fn of(ns: Ns) -> [u8; 2] {
    ns.number().to_be_bytes()
}

fn lose(db: &sled::Db, ns: Ns) {
    let (key, _) = db.scan_prefix(of(ns)).next().expect("there are such rows").unwrap();
    db.remove(key).unwrap();
}

/// The last row goes back to nothing, the first one to what the last was.
fn exchange(db: &sled::Db, ns: Ns) {
    let (first, _) = db.scan_prefix(of(ns)).next().expect("there are such rows").unwrap();
    let (_, value) = db.scan_prefix(of(ns)).next_back().expect("there are such rows").unwrap();
    db.insert(first, value).unwrap();
}

const BENDS: &[(&str, Bend)] = &[
    ("an order is lost", |db| lose(db, Ns::Order)),
    ("a record is lost", |db| lose(db, Ns::Record)),
    ("a definition is lost", |db| lose(db, Ns::Definition)),
    ("a notice is lost", |db| lose(db, Ns::Notice)),
    ("a row that no start keeps is lost", |db| lose(db, Ns::History)),
    ("an order is another one", |db| exchange(db, Ns::Order)),
    ("a person is another one", |db| exchange(db, Ns::Party)),
    ("a row came from nowhere", |db| drop(db.insert([of(Ns::Comment).as_slice(), b"x"].concat(), b"x").unwrap())),
    ("nothing is left", |db| db.clear().unwrap()),
];

#[test]
fn rows_that_do_not_add_up_are_made_anew_at_a_start() {
    let mut house = Appliance::founded(&|mut founding| {
        (founding.with_repair, founding.with_sample) = (true, true);
        founding
    });
    let expected = everything(&house);
    assert!(expected["rows"].as_array().is_some_and(|rows| rows.len() > 20), "the sample company has orders");
    let rows = house.folder.path().join("data/rows");
    house.while_stopped(&|_| ());
    assert_eq!(told(&house), None, "an ordinary start has nothing to tell");
    let mut last = None;
    for (name, bend) in BENDS {
        house.while_stopped(&|_| {
            let db = engine(&rows);
            bend(&db);
            db.flush().unwrap();
        });
        let why = told(&house);
        assert!(why.is_some() && why != last, "{name}: {why:?}");
        last = why;
        assert_eq!(everything(&house), expected, "{name}");
    }
}

/// Of a store that was just closed; its threads let go of the lock a little later.
fn engine(rows: &Path) -> sled::Db {
    Appliance::eventually(|| match sled::open(rows) {
        Err(sled::Error::Io(error)) if error.to_string().contains("could not acquire lock") => None,
        opened => Some(opened.expect("the rows are sound")),
    })
}

/// When and why rows were made anew, last.
fn told(house: &Appliance) -> Option<String> {
    house.running().house.store.diary().rebuilt.map(|rebuilt| format!("{} {}", rebuilt.at.0, rebuilt.what))
}

/// The list of all orders, and one page of an order.
fn everything(house: &Appliance) -> Value {
    let me = house.get(&house.administrator, "/session").good();
    let form = me["apps"][0]["forms"][0]["id"].as_str().expect("the sample company has a form").to_owned();
    let asked = json!({"filters": [], "sort": [{"column": "created_at", "descending": true}], "columns": ["title"], "rows": 200});
    let mut found = house.post(&house.administrator, &format!("/forms/{form}/query"), asked).good();
    let first = found["rows"][0]["id"].as_str().expect("there are orders").to_owned();
    found["page"] = house.get(&house.administrator, &format!("/orders/{first}")).good();
    found
}
