//! The revision of what carries none of its own: it follows from what the thing says, so that whoever changes it can name what
//! they saw. Two that say the same have the same one.

use std::io::{self, Write};

use serde::Serialize;

/// As many bits as a browser counts exactly.
const BITS: u32 = 53;

/// From 0 to 2^53 - 1. FNV-1a over the JSON; it tells changes apart and keeps no secret.
pub fn fingerprint(thing: &impl Serialize) -> u64 {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    serde_json::to_writer(&mut hash, thing).expect("what travels is plain JSON");
    (hash.0 >> BITS) ^ (hash.0 & ((1 << BITS) - 1))
}

struct Fnv(u64);

impl Write for Fnv {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_follows_from_what_is_said_and_fits_a_browser() {
        let names: Vec<String> = (0..10_000).map(|at| format!("team {at}")).collect();
        let mut seen: Vec<u64> = names.iter().map(fingerprint).collect();
        assert_eq!(fingerprint(&names[7].clone()), seen[7]);
        assert!(seen.iter().all(|rev| *rev < 1 << BITS));
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), names.len());
    }
}
