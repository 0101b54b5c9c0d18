//! A count and a sum over rows that finds any row missing, added or stale, whatever the engine says. Adding and removing
//! are inverse and their order does not matter, so it is kept up to date with every commit.

use serde::{Deserialize, Serialize};

use crate::crypt::secret::Key;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    pub rows: u64,
    /// The sum of the rows' MACs modulo 2^256, least significant limb first.
    sum: [u64; 4],
}

impl Tally {
    pub fn add(&mut self, key: &Key, row: impl Summand) {
        self.rows = self.rows.wrapping_add(1);
        let mut carry = false;
        for (limb, more) in self.sum.iter_mut().zip(limbs(row.mac(key))) {
            let (sum, first) = limb.overflowing_add(more);
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            (*limb, carry) = (sum, first || second);
        }
    }

    pub fn remove(&mut self, key: &Key, row: impl Summand) {
        self.rows = self.rows.wrapping_sub(1);
        let mut borrow = false;
        for (limb, less) in self.sum.iter_mut().zip(limbs(row.mac(key))) {
            let (rest, first) = limb.overflowing_sub(less);
            let (rest, second) = rest.overflowing_sub(u64::from(borrow));
            (*limb, borrow) = (rest, first || second);
        }
    }
}

/// A row as the engine keeps it. Its seal says the rest: head and tag of the envelope stand for the whole value.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    pub key: &'a [u8],
    pub stored: &'a [u8],
}

/// What a row says, whatever its seal: the same in a restored store as in the one that was backed up.
#[derive(Clone, Copy)]
pub struct Content<'a> {
    pub key: &'a [u8],
    pub value: &'a [u8],
}

/// What can be summed.
pub trait Summand {
    fn mac(&self, key: &Key) -> [u8; 32];
}

impl Summand for Row<'_> {
    fn mac(&self, key: &Key) -> [u8; 32] {
        let head = &self.stored[..self.stored.len().min(20)];
        let tag = &self.stored[self.stored.len().saturating_sub(16)..];
        key.mac(&[self.key, head, tag])
    }
}

impl Summand for Content<'_> {
    fn mac(&self, key: &Key) -> [u8; 32] {
        key.mac(&[b"content", self.key, self.value])
    }
}

fn limbs(mac: [u8; 32]) -> [u64; 4] {
    std::array::from_fn(|at| u64::from_le_bytes(mac[at * 8..at * 8 + 8].try_into().expect("eight bytes")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removing_undoes_adding_in_any_order() {
        let key = Key::new([3; 32]);
        let rows: Vec<(Vec<u8>, Vec<u8>)> = (0..50_u8).map(|n| (vec![n], vec![n; 40])).collect();
        let row = |at: usize| Row { key: &rows[at].0, stored: &rows[at].1 };
        let mut tally = Tally::default();
        (0..50).for_each(|at| tally.add(&key, row(at)));
        (0..50).rev().filter(|at| *at != 7).for_each(|at| tally.remove(&key, row(at)));
        let mut only = Tally::default();
        only.add(&key, row(7));
        assert_eq!(tally, only);
        tally.remove(&key, row(7));
        assert_eq!(tally, Tally::default());
    }

    #[test]
    fn a_swapped_value_changes_the_sum() {
        let key = Key::new([3; 32]);
        let tally = |stored: &[u8]| {
            let mut tally = Tally::default();
            tally.add(&key, Row { key: b"k", stored });
            tally
        };
        assert_ne!(tally(&[1; 40]), tally(&[2; 40]));
    }
}
