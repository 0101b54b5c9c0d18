//! How many decisions of one person wait at once.

use tessera::model::command::{Actor, HeldAsk, Opinion, OrderVerb, Ruling, Verdict};
use tessera::model::event::Event;
use tessera::model::held::Held;
use tessera::model::id::{CommandId, RecordId, TaskId};
use tessera::model::limit::HOLDS_PER_USER_MAX;
use tessera::model::raw::RawRecord;
use tessera::model::refusal::Refusal;

use super::desk::{Desk, ORDER};
use super::drawing::{self, Cast, Drawing, FORM};

#[test]
fn one_more_than_may_wait_is_refused() {
    let mut cast = Cast::default();
    cast.people("ann; ben");
    let mut drawing = Drawing::default();
    drawing.node("check approve by=ben", &mut cast);
    drawing.edge("start -> check");
    drawing.edge("check:approved -> end");
    let mut desk = Desk::new(cast.catalog(drawing::form(), &drawing.finished()));
    desk.ask(Actor::User(cast.id("ann")), OrderVerb::Submit { form: FORM, values: RawRecord::new() }).unwrap();
    let ben = cast.id("ben");
    let (task, _) = desk.order().open_tasks().next().expect("it is his");
    let verdict = Verdict { task, ruling: Ruling::Reject, opinion: Opinion::of("no") };
    let elsewhere = Verdict { task: TaskId(1), ..verdict.clone() };
    for number in 1..HOLDS_PER_USER_MAX {
        let (id, order) = (number as u128, RecordId::from_u128(number as u128));
        let held =
            Held { id: CommandId::from_u128(id << 64), by: ben, order, verdict: elsewhere.clone(), due: desk.now };
        desk.held.entry(ben).or_default().apply(&Event::DecisionHeld(held));
    }
    let hold = HeldAsk::Hold { order: ORDER, rev: None, verdict };
    let mut full = desk.aside();
    let one_more = Held { order: RecordId::from_u128(0), ..desk.held(ben).iter().next().unwrap().clone() };
    let one_more = Held { id: CommandId::from_u128(7 << 100), ..one_more };
    full.held.entry(ben).or_default().apply(&Event::DecisionHeld(one_more));
    let limit = HOLDS_PER_USER_MAX as u64;
    assert_eq!(full.hold(ben, hold.clone()), Err(Refusal::LimitReached { limit }));
    assert!(desk.hold(ben, hold).is_ok());
    assert_eq!(desk.held(ben).len(), HOLDS_PER_USER_MAX);
}
