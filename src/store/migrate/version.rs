//! Form 5: an order that goes over to another version of its flow says so in an event of its own. What was stored before stays as it is;
//! the number keeps an older release, which does not know this event, from taking it for damage.

use super::Step;

pub(super) const STEP: Step = Step { from: 4, run: |_, _| Ok(()) };
