//! Form 6: people are shown around the board designer too. What was stored before stays as it is; the number keeps an older release,
//! which does not know this tour, from taking a preference for damage.

use super::Step;

pub(super) const STEP: Step = Step { from: 5, run: |_, _| Ok(()) };
