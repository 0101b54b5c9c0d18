//! Which rows of one block are meant: one bit per row. Knows nothing of what the rows hold.

/// Rows of one block; the last block of a table holds fewer.
pub const BLOCK_ROWS: usize = 1_024;
const WORD_BITS: usize = 64;
const WORDS: usize = BLOCK_ROWS / WORD_BITS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mask([u64; WORDS]);

impl Mask {
    pub const NONE: Self = Self([0; WORDS]);

    /// The rows before `rows`.
    pub fn first(rows: usize) -> Self {
        Self(std::array::from_fn(|word| match rows.saturating_sub(word * WORD_BITS) {
            0 => 0,
            bits @ 1..WORD_BITS => (1 << bits) - 1,
            _ => u64::MAX,
        }))
    }

    /// The rows before `rows` for which `test` holds. One word at a time, so a test over a slice runs in lanes.
    #[inline]
    pub fn of(rows: usize, test: impl Fn(usize) -> bool) -> Self {
        let mut mask = Self::NONE;
        for (word, bits) in mask.0.iter_mut().enumerate().take(rows.div_ceil(WORD_BITS)) {
            let from = word * WORD_BITS;
            for row in from..rows.min(from + WORD_BITS) {
                *bits |= u64::from(test(row)) << (row - from);
            }
        }
        mask
    }

    /// Those rows of `self` for which a costly `test` holds.
    #[must_use]
    pub fn retain(self, mut test: impl FnMut(usize) -> bool) -> Self {
        let mut kept = self;
        for row in self.rows() {
            if !test(row) {
                kept.remove(row);
            }
        }
        kept
    }

    pub const fn contains(&self, row: usize) -> bool {
        self.0[row / WORD_BITS] >> (row % WORD_BITS) & 1 == 1
    }

    pub const fn insert(&mut self, row: usize) {
        self.0[row / WORD_BITS] |= 1 << (row % WORD_BITS);
    }

    pub const fn remove(&mut self, row: usize) {
        self.0[row / WORD_BITS] &= !(1 << (row % WORD_BITS));
    }

    pub fn is_empty(&self) -> bool {
        self.0 == [0; WORDS]
    }

    pub fn count(&self) -> usize {
        self.0.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & other.0[word]))
    }

    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }

    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & !other.0[word]))
    }

    /// Ascending.
    #[inline]
    pub fn rows(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(word, bits)| Bits(bits).map(move |bit| word * WORD_BITS + bit))
    }

    /// As [`Self::rows`], without the bookkeeping of an iterator: the innermost loop of every fold.
    #[inline]
    pub fn each(&self, mut act: impl FnMut(usize)) {
        for (word, bits) in self.0.iter().enumerate() {
            let from = word * WORD_BITS;
            if *bits == u64::MAX {
                (from..from + WORD_BITS).for_each(&mut act);
            } else {
                Bits(*bits).for_each(|bit| act(from + bit));
            }
        }
    }
}

struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.0 == 0 {
            return None;
        }
        let bit = self.0.trailing_zeros() as usize;
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_holds_exactly_the_rows_that_were_put_in() {
        for rows in [0, 1, 63, 64, 65, 1_000, BLOCK_ROWS] {
            assert_eq!(Mask::first(rows), Mask::of(rows, |_| true));
            assert_eq!(Mask::first(rows).rows().collect::<Vec<_>>(), (0..rows).collect::<Vec<_>>());
        }
        let odd = Mask::of(BLOCK_ROWS, |row| row % 2 == 1);
        let mut seen = Vec::new();
        odd.or(Mask::first(128)).each(|row| seen.push(row));
        assert_eq!(seen, odd.or(Mask::first(128)).rows().collect::<Vec<_>>());
        assert_eq!(odd.count(), BLOCK_ROWS / 2);
        assert_eq!(odd.without(Mask::first(4)).rows().next(), Some(5));
        assert_eq!(odd.retain(|row| row < 6).rows().collect::<Vec<_>>(), [1, 3, 5]);
    }
}
