//! The rows as they stood when everything had last been read and found sound: from there a rebuild replays a night, and not a life.
//! What is saved is sealed as it lies in the engine, and its sums must fit, so it needs no trust. Refuses to save rows that change
//! meanwhile; what was saved before then stays.
//!
//! `rows.saved`: per row `key length u16 | value length u32 | key | value`, ascending, then the BLAKE3 of all that.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::ops::Bound;
use std::path::Path;

use super::apply::{self, Head};
use super::backend::{Batch, VALUE_BYTES_MAX};
use super::error::StoreError;
use super::journal::segment::Tip;
use super::rows::{self, Rows};
use super::space::Space;
use super::{Core, survey};
use crate::crypt::whole_file;

pub const NAME: &str = "rows.saved";
const DIGEST_BYTES: u64 = 32;
const KEY_BYTES_MAX: usize = 256;
const TRIES: u32 = 3;
const BATCH_ROWS: usize = 1_024;

impl Core {
    /// Says whether it could: there was room, and commits paused for long enough.
    pub(super) fn save_rows(&self) -> Result<bool, StoreError> {
        let bytes = survey::rows(&self.dir)?.folder.map_or(0, |folder| folder.bytes);
        if Space::of(&self.dir)?.admit(self.options.reserve, bytes.saturating_mul(2)).is_err() {
            return Ok(false);
        }
        let (path, part) = (self.dir.join(NAME), whole_file::part_of(&self.dir.join(NAME)));
        for _ in 0..TRIES {
            let before = self.rows_tip();
            write(&self.rows, &part)?;
            if self.rows_tip() == before {
                std::fs::rename(&part, &path).map_err(StoreError::io("renaming", &part))?;
                whole_file::sync_dir(&self.dir).map_err(StoreError::io("syncing", &self.dir))?;
                return Ok(true);
            }
        }
        std::fs::remove_file(&part).map_err(StoreError::io("removing", &part))?;
        Ok(false)
    }

    fn rows_tip(&self) -> Tip {
        self.folding().applier.head().tip
    }
}

fn write(rows: &Rows, part: &Path) -> Result<(), StoreError> {
    let io = || StoreError::io("writing", part);
    let file = File::create(part).map_err(io())?;
    let (mut out, mut hasher) = (BufWriter::new(&file), blake3::Hasher::new());
    for row in rows.backend()?.range(Bound::Unbounded, Bound::Unbounded) {
        let (key, value) = row.map_err(rows::failed)?;
        let lengths = (u16::try_from(key.len()), u32::try_from(value.len()));
        let (Ok(key_len), Ok(value_len)) = lengths else { return Err(rows::damaged(&key, "it is too long")) };
        for bytes in [&key_len.to_be_bytes()[..], &value_len.to_be_bytes(), &key, &value] {
            hasher.update(bytes);
            out.write_all(bytes).map_err(io())?;
        }
    }
    out.write_all(hasher.finalize().as_bytes()).and_then(|()| out.flush()).map_err(io())?;
    drop(out);
    file.sync_all().map_err(io())
}

/// Fills empty rows with what was saved. `None`: nothing was, or it does not fit; the rows may then hold anything.
pub fn load(dir: &Path, rows: &Rows) -> Result<Option<Head>, StoreError> {
    let path = dir.join(NAME);
    let Ok(file) = File::open(&path) else { return Ok(None) };
    let io = || StoreError::io("reading", &path);
    let bytes = file.metadata().map_err(io())?.len();
    let Some(end) = bytes.checked_sub(DIGEST_BYTES) else { return Ok(None) };
    if !is_whole(&file, end).map_err(io())? {
        return Ok(None);
    }
    let file = File::open(&path).map_err(io())?;
    let mut input = BufReader::new(file.take(end));
    let mut batch = Batch::new();
    while let Some(row) = next(&mut input).map_err(io())? {
        batch.push((row.0, Some(row.1)));
        if batch.len() >= BATCH_ROWS {
            rows.backend()?.apply(std::mem::take(&mut batch)).map_err(rows::failed)?;
        }
    }
    rows.backend()?.apply(batch).map_err(rows::failed)?;
    apply::read_head(rows)
}

fn is_whole(file: &File, end: u64) -> std::io::Result<bool> {
    let (mut input, mut hasher) = (BufReader::with_capacity(1 << 20, file), blake3::Hasher::new());
    std::io::copy(&mut input.by_ref().take(end), &mut hasher)?;
    let mut digest = [0; 32];
    input.read_exact(&mut digest)?;
    Ok(hasher.finalize().as_bytes() == &digest)
}

type Raw = (Vec<u8>, Vec<u8>);

/// `None` at the end.
fn next(input: &mut impl Read) -> std::io::Result<Option<Raw>> {
    let mut lengths = [0; 6];
    if input.read(&mut lengths[..1])? == 0 {
        return Ok(None);
    }
    input.read_exact(&mut lengths[1..])?;
    let key_len = usize::from(u16::from_be_bytes([lengths[0], lengths[1]]));
    let value_len = u32::from_be_bytes([lengths[2], lengths[3], lengths[4], lengths[5]]) as usize;
    if key_len > KEY_BYTES_MAX || value_len > VALUE_BYTES_MAX {
        return Err(std::io::ErrorKind::InvalidData.into());
    }
    let (mut key, mut value) = (vec![0; key_len], vec![0; value_len]);
    input.read_exact(&mut key)?;
    input.read_exact(&mut value)?;
    Ok(Some((key, value)))
}
