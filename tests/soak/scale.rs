//! How large a soak is, where its chance begins, and where its figures go. In the gate nothing is set and sizes are small;
//! `TESSERA_SOAK=1` asks for the large ones, and `TESSERA_SOAK_PERCENT` for a part of them.

use std::fmt::Display;
use std::fs::OpenOptions;
use std::io::Write as _;

const LARGE: &str = "TESSERA_SOAK";
const PERCENT: &str = "TESSERA_SOAK_PERCENT";
const SEED: &str = "TESSERA_SOAK_SEED";
/// Names the file that the figures of one run are gathered in.
const FIGURES: &str = "TESSERA_SOAK_FIGURES";

pub fn is_large() -> bool {
    std::env::var(LARGE).is_ok_and(|asked| asked == "1")
}

/// Rounds to run: never fewer than the gate's.
pub fn rounds(small: u64, large: u64) -> u64 {
    if is_large() { small.max(large * number(PERCENT).unwrap_or(100) / 100) } else { small }
}

/// What chance begins with: the usual seed, which the gate keeps, or the one that was asked for.
pub fn seed(usual: u64) -> u64 {
    number(SEED).unwrap_or(usual)
}

/// Says what came out, with the seed that brings it back.
pub fn figure(test: &str, seed: u64, figures: &dyn Display) {
    let line = format!("{test:<30} | seed {seed:<10} | {figures}");
    println!("{line}");
    if let Some(path) = std::env::var_os(FIGURES) {
        let mut file =
            OpenOptions::new().create(true).append(true).open(path).expect("the figures' file can be written");
        writeln!(file, "{line}").expect("the figures' file can be written");
    }
}

/// A test that cannot run here says so where the figures are.
pub fn skip(test: &str, why: &dyn Display) {
    figure(test, 0, &format_args!("SKIPPED: {why}"));
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}
