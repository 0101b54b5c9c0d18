//! How far a start has come, as one line that draws itself anew. Where nobody sits at a terminal, the log tells it instead.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::appliance::opening;
use crate::store::open::Progress;

const REDRAW: Duration = Duration::from_millis(100);
const CELLS: u64 = 30;

pub fn opening() -> impl FnMut(Progress) {
    let is_seen = std::io::stderr().is_terminal();
    let (mut log, mut last) = (opening::log(), Instant::now());
    let mut drawn = Line(false);
    move |progress| {
        if !is_seen {
            return log(progress);
        }
        if last.elapsed() >= REDRAW {
            last = Instant::now();
            drawn.draw(progress);
        }
    }
}

/// Whether there is a line to take away at the end.
struct Line(bool);

impl Line {
    fn draw(&mut self, progress: Progress) {
        self.0 = true;
        let bar = opening::share(progress).map_or_else(String::new, bar);
        // A terminal that went away is no reason to stop.
        drop(write!(std::io::stderr(), "\r\x1b[K{bar}{}", opening::words(progress)));
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.0 {
            drop(write!(std::io::stderr(), "\r\x1b[K"));
        }
    }
}

fn bar(percent: u64) -> String {
    let full = percent * CELLS / 100;
    let cell = |at| if at < full { '#' } else { '.' };
    format!("[{}] ", (0..CELLS).map(cell).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_from_the_left() {
        assert_eq!(bar(0), format!("[{}] ", ".".repeat(30)));
        assert_eq!(bar(50), format!("[{}{}] ", "#".repeat(15), ".".repeat(15)));
        assert_eq!(bar(100), format!("[{}] ", "#".repeat(30)));
    }
}
