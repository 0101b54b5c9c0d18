//! An ordered map whose copies share what is the same in both: a change copies one board of entries and the list of boards. Made for
//! snapshots; knows nothing of what it holds.

use std::sync::Arc;

/// Entries of one board.
const BOARD_ENTRIES: usize = 256;

/// Ascending, never empty.
type Board<K, V> = Arc<Vec<(K, V)>>;

#[derive(Debug, Clone)]
pub struct Shelf<K, V> {
    /// Ascending.
    boards: Arc<Vec<Board<K, V>>>,
    len: usize,
}

impl<K, V> Default for Shelf<K, V> {
    fn default() -> Self {
        Self { boards: Arc::default(), len: 0 }
    }
}

impl<K: Ord + Clone, V: Clone> Shelf<K, V> {
    pub const fn len(&self) -> usize {
        self.len
    }

    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        let board = self.boards.get(self.board_of(key))?;
        board.binary_search_by(|(known, _)| known.cmp(key)).ok().map(|at| &board[at].1)
    }

    /// Makes the entry when there is none.
    pub fn get_mut(&mut self, key: &K) -> &mut V
    where
        V: Default,
    {
        if self.get(key).is_none() {
            self.insert(key.clone(), V::default());
        }
        let place = self.board_of(key);
        let board = Arc::make_mut(&mut Arc::make_mut(&mut self.boards)[place]);
        let at = board.binary_search_by(|(known, _)| known.cmp(key)).expect("the entry was just there");
        &mut board[at].1
    }

    /// Gives back what stood there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        let place = self.board_of(&key);
        let boards = Arc::make_mut(&mut self.boards);
        let is_last = place + 1 == boards.len();
        let Some(board) = boards.get_mut(place) else {
            boards.push(Arc::new(vec![(key, value)]));
            self.len += 1;
            return None;
        };
        match board.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(at) => Some(std::mem::replace(&mut Arc::make_mut(board)[at].1, value)),
            Err(at) => {
                self.len += 1;
                if board.len() < BOARD_ENTRIES {
                    Arc::make_mut(board).insert(at, (key, value));
                } else if at == BOARD_ENTRIES && is_last {
                    // What comes in order fills board after board.
                    boards.push(Arc::new(vec![(key, value)]));
                } else {
                    let board = Arc::make_mut(board);
                    let mut upper = board.split_off(BOARD_ENTRIES / 2);
                    let (half, at) = if at <= board.len() { (board, at) } else { (&mut upper, at - BOARD_ENTRIES / 2) };
                    half.insert(at, (key, value));
                    boards.insert(place + 1, Arc::new(upper));
                }
                None
            }
        }
    }

    pub fn remove(&mut self, key: &K) -> Option<V> {
        let place = self.board_of(key);
        let at = self.boards.get(place)?.binary_search_by(|(known, _)| known.cmp(key)).ok()?;
        let boards = Arc::make_mut(&mut self.boards);
        let (_, value) = Arc::make_mut(&mut boards[place]).remove(at);
        if boards[place].is_empty() {
            boards.remove(place);
        }
        self.len -= 1;
        Some(value)
    }

    /// Ascending.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.boards.iter().flat_map(|board| board.iter().map(|(key, value)| (key, value)))
    }

    /// Ascending, from the first entry that is not below `key`.
    pub fn from<'a>(&'a self, key: &K) -> impl Iterator<Item = (&'a K, &'a V)> + use<'a, K, V> {
        let place = self.board_of(key);
        let at = self.boards.get(place).map_or(0, |board| board.partition_point(|(known, _)| known < key));
        let first = self.boards.get(place).map_or(&[][..], |board| &board[at..]);
        let rest = self.boards.iter().skip(place + 1).flat_map(|board| board.iter());
        first.iter().chain(rest).map(|(key, value)| (key, value))
    }

    /// The first board whose last key is not below `key`; the last board when all are below.
    fn board_of(&self, key: &K) -> usize {
        let below = |board: &Board<K, V>| board.last().is_some_and(|(last, _)| last < key);
        self.boards.partition_point(below).min(self.boards.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn a_shelf_is_a_map_and_older_copies_stay_as_they_were() {
        let (mut shelf, mut map, mut kept) = (Shelf::default(), BTreeMap::new(), Vec::new());
        let mut seed = 7_u64;
        for round in 0..20_000_u64 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let key = if round < 3_000 { round } else { (seed >> 33) % 5_000 };
            if round > 6_000 && seed.is_multiple_of(3) {
                assert_eq!(shelf.remove(&key), map.remove(&key));
            } else {
                assert_eq!(shelf.insert(key, round), map.insert(key, round));
            }
            if round % 5_000 == 17 {
                kept.push((shelf.clone(), map.clone()));
            }
        }
        kept.push((shelf, map));
        for (shelf, map) in kept {
            assert_eq!(shelf.len(), map.len());
            assert!(shelf.iter().eq(map.iter()));
            assert!(shelf.iter().rev().eq(map.iter().rev()));
            for key in [0, 17, 2_500, 4_999, 9_999] {
                assert_eq!(shelf.get(&key), map.get(&key));
                assert!(shelf.from(&key).eq(map.range(key..)));
            }
        }
    }
}
