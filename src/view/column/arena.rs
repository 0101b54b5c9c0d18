//! Cells of any length, one behind the other. A rewritten cell goes to the end; the holes are closed when they outweigh the rest.

/// Below this the holes are left alone.
const HOLES_MIN: usize = 4_096;

macro_rules! arenas {
    ($($(#[$doc:meta])* $name:ident($whole:ty, $part:ty, $append:ident);)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name {
            spans: Vec<(u32, u32)>,
            arena: $whole,
            holes: usize,
        }

        impl $name {
            pub(super) fn empty(rows: usize) -> Self {
                Self { spans: vec![(0, 0); rows], arena: <$whole>::new(), holes: 0 }
            }

            pub fn get(&self, row: usize) -> &$part {
                let (start, end) = self.spans[row];
                &self.arena[start as usize..end as usize]
            }

            pub fn spans(&self) -> &[(u32, u32)] {
                &self.spans
            }

            pub fn arena(&self) -> &$part {
                &self.arena
            }

            pub(super) fn set(&mut self, row: usize, cell: &$part) {
                self.holes += self.get(row).len();
                self.spans[row] = self.append(cell);
                if self.holes > HOLES_MIN && self.holes > self.arena.len() / 2 {
                    self.shrink();
                }
            }

            pub(super) fn grow(&mut self) {
                self.spans.push((0, 0));
            }

            pub(super) fn shrink(&mut self) {
                let mut packed = Self::empty(self.spans.len());
                packed.arena.reserve_exact(self.arena.len() - self.holes);
                for row in 0..self.spans.len() {
                    packed.spans[row] = packed.append(self.get(row));
                }
                *self = packed;
            }

            fn append(&mut self, cell: &$part) -> (u32, u32) {
                let place = |at: usize| u32::try_from(at).expect("a chunk holds less than 4 GiB");
                let start = self.arena.len();
                self.arena.$append(cell);
                if cell.is_empty() { (0, 0) } else { (place(start), place(self.arena.len())) }
            }
        }
    )*};
}

arenas! {
    TextArena(String, str, push_str);
    ListArena(Vec<u32>, [u32], extend_from_slice);
}
