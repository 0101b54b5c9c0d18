//! The rows' engine, opened anew beside the running store: after a full disk, sled takes nothing more in this life. What it had not
//! yet written is in the journal. Refuses rows that do not add up; the store then stops, and the next start rebuilds them.

use std::sync::Arc;

use super::apply::{self, Applier};
use super::codec;
use super::diary::Noted;
use super::error::StoreError;
use super::fold::Folding;
use super::journal::walk::{Step, Walk};
use super::memtable::Changes;
use super::{Core, sum};
use crate::crypt::key_ring::Purpose;

impl Core {
    /// Rows with a fresh engine, as far as they were folded.
    pub(super) fn revive(&self, folding: &mut Folding, why: &str) -> Result<(), StoreError> {
        let folded = folding.applier.head().tip.seq;
        self.rows.reopen()?;
        let head = apply::read_head(&self.rows)?;
        let head = head.ok_or_else(|| StoreError::Rows("the rows carry no head".to_owned()))?;
        sum::prove(&self.rows, &head, &mut |_| Ok(()))?;
        folding.applier = Applier::new(Arc::clone(&self.rows), head);
        self.catch_up(&mut folding.applier, folded)?;
        folding.is_lame = false;
        self.note(|diary| diary.revived = Some(Noted::now(why)));
        Ok(())
    }

    /// Shows the rows every commit up to `to` that they do not have.
    fn catch_up(&self, applier: &mut Applier, to: u64) -> Result<(), StoreError> {
        let chain = self.ring.derived(Purpose::Chain);
        let segments = self.segments.read().expect("no holder panics").clone();
        for (at, segment) in segments.iter().enumerate() {
            let last = segments.get(at + 1).map_or(to, |next| next.start().seq).min(to);
            let known = applier.head().tip.seq;
            if last <= known {
                continue;
            }
            let mut walk = Walk::from_seq(segment, &chain, known + 1)?;
            for seq in known + 1..=last {
                let missing = || StoreError::damaged(&segment.path, 0, format!("change {seq} is not whole"));
                let Step { tip, body } = walk.step()?.ok_or_else(missing)?;
                let commit = codec::decode(&body).ok_or_else(missing)?;
                applier.apply(&Changes::of(&[commit], tip))?;
            }
        }
        Ok(())
    }
}
