//! The log is the truth: from any commit on, a state that was written down and read again goes on exactly as the one in memory.

use tessera::model::order::Order;
use tessera::model::order::fold::fold;
use tessera::model::order_event::OrderEvent;
use tessera::model::record::Record;
use tessera::model::time::Timestamp;

use crate::flow::desk::{Desk, ORDER};
use crate::flow::drawing;
use crate::simulate::actor::Troupe;
use crate::simulate::generator;
use crate::simulate::luck::Luck;

type State = (Option<Order>, Option<Record>);

#[test]
fn a_snapshot_and_the_tail_give_the_same_state_as_the_whole_log() {
    for seed in 0..12u64 {
        let mut luck = Luck::new(seed);
        let (cast, flow) = generator::draw(&mut luck);
        let mut desk = Desk::new(cast.catalog(drawing::form(), &flow));
        Troupe::new(seed, luck, cast).play(&mut desk, 60);
        let log = written(&desk.log);
        assert_eq!(log, desk.log, "seed {seed}");
        for at in 0..log.len() {
            let snapshot = written(&folded((None, None), &log[..at]));
            let state = folded(snapshot, &log[at..]);
            assert_eq!(state, (desk.order.clone(), desk.record.clone()), "seed {seed}, from commit {at}");
        }
    }
}

fn folded(mut state: State, log: &[(Timestamp, Vec<OrderEvent>)]) -> State {
    for (at, events) in log {
        for event in events {
            state = (fold(state.0, ORDER, event, *at), Record::fold(state.1, ORDER, event, *at));
        }
    }
    state
}

fn written<T: serde::Serialize + serde::de::DeserializeOwned>(value: &T) -> T {
    let bytes = postcard::to_allocvec(value).expect("it can be written");
    postcard::from_bytes(&bytes).expect("it can be read")
}
