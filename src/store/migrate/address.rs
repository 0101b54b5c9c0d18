//! Form 2: content stands under its address. Files that were stored before stay under their own id and are read there, so nothing moves;
//! the number keeps an older release, which would take content for files that nobody knows, from sweeping it.

use super::Step;

pub(super) const STEP: Step = Step { from: 1, run: |_, _| Ok(()) };
