//! Decisions that wait while others go on: the order does not know of them, and in the end each does what it would have done if it had
//! been made just then, or its owner is told why not.

use tessera::model::command::{Actor, HeldAsk, OrderVerb, Verdict};
use tessera::model::effect::{Effect, Subject};
use tessera::model::held::{Held, Holds};
use tessera::model::id::UserId;
use tessera::model::limit::HOLD_MS;
use tessera::model::refusal::Refusal;

use crate::flow::desk::{Desk, ORDER};

pub fn hold(desk: &mut Desk, user: UserId, verdict: &Verdict, told: &dyn Fn() -> String) {
    let at_once = desk.judge(Actor::User(user), OrderVerb::Decide(verdict.clone())).map(drop);
    let before = (desk.order.clone(), desk.record.clone());
    let ask = HeldAsk::Hold { order: ORDER, rev: None, verdict: verdict.clone() };
    assert_eq!(desk.hold(user, ask.clone()).map(drop), at_once, "held and made at once differ\n{}", told());
    assert_eq!(before, (desk.order.clone(), desk.record.clone()), "it moved the order\n{}", told());
    if at_once.is_ok() {
        let due = desk.now.plus_ms(HOLD_MS);
        assert_eq!(desk.hold(user, ask).err(), Some(Refusal::DecisionHeld { due }), "held twice\n{}", told());
    }
}

/// Those whose time has come.
pub fn due(desk: &Desk) -> Vec<Held> {
    desk.held.values().flat_map(Holds::iter).filter(|held| held.due <= desk.now).cloned().collect()
}

pub fn send(desk: &mut Desk, held: &Held, told: &dyn Fn() -> String) {
    let mut other = desk.aside();
    other.held.clear();
    let at_once = other.ask(Actor::User(held.by), OrderVerb::Decide(held.verdict.clone()));
    let before = (desk.order.clone(), desk.record.clone());
    let sent = desk.hold(held.by, HeldAsk::SendDue { id: held.id }).expect("what is due goes");
    if let Ok(at_once) = at_once {
        assert_eq!(sent, at_once, "sent and made at once differ\n{}", told());
    } else {
        let (events, effects) = sent;
        assert_eq!((events, before), (Vec::new(), (desk.order.clone(), desk.record.clone())), "{}", told());
        let [Effect::Notify { recipients, message }] = effects.as_slice() else { panic!("{effects:?}\n{}", told()) };
        assert_eq!(recipients, &[held.by]);
        assert!(matches!(message.subject, Subject::Unsent { .. }), "{message:?}");
    }
    assert_eq!(desk.hold(held.by, HeldAsk::SendDue { id: held.id }), Err(Refusal::NotFound), "sent twice\n{}", told());
    assert_eq!(desk.hold(held.by, HeldAsk::TakeBack { id: held.id }), Err(Refusal::TakeBackTooLate));
}
