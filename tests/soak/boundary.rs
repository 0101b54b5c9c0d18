//! Dying at every boundary. The same history as in [`super::fault`], killed once just before each call that changes the data
//! directory or makes it durable; taken up again, it must come to what it came to without the kill.

use super::fault::History;
use super::scale;
use super::trace::{self, Harm};

#[test]
fn a_kill_at_any_boundary_changes_nothing_in_the_end() {
    let seed = scale::seed(0xD6);
    if let Err(why) = trace::allowed() {
        return scale::skip("kills at boundaries", &why);
    }
    let history = History::new(seed);
    let cases: Vec<_> = history.points(trace::CHANGES).into_iter().map(|point| (point, Harm::Kill)).collect();
    let figures = history.run(&cases);
    scale::figure("kills at boundaries", seed, &figures);
}
