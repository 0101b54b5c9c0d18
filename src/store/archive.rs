//! The form of a backup: one file that needs nothing but a way in to its keys. Refuses, while reading, anything cut,
//! extended, reordered or bent; what it hands out has been proved.
//!
//! `magic 8 | version u16 | length u32 | key file | salt 32`, then sealed chunks of a zstd stream of records:
//! `kind u8 | length u32 | body`. First `Begin`, then all `Entry` in order, then files, then `End`.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use crate::crypt::chance;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::seal::TAG_BYTES;
use crate::crypt::secret::Key;
use crate::crypt::slot::Opener;
use crate::crypt::stream::{self, Place, Stream};

const MAGIC: &[u8; 8] = b"TSBACK\r\n";
const VERSION: u16 = 1;
const CHUNK_BYTES: usize = 1 << 20;
const KEYS_BYTES_MAX: u32 = 8 << 20;
const RECORD_BYTES_MAX: u32 = 64 << 20;
const SALT_BYTES: usize = 32;
const COMPRESSION: i32 = 1;

/// One record of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Record {
    /// The store's epoch, and how many entries follow.
    Begin {
        epoch: u32,
        entries: u64,
    },
    /// One commit, with its link in the chain.
    Entry {
        seq: u64,
        link: [u8; 32],
        body: Vec<u8>,
    },
    FileBegin {
        id: [u8; 16],
    },
    FileBytes {
        bytes: Vec<u8>,
    },
    /// BLAKE3 of the file's bytes.
    FileEnd {
        digest: [u8; 32],
    },
    /// Rows by namespace after the last entry.
    End {
        files: u64,
        rows: Vec<(u16, u64)>,
    },
}

/// A backup being written.
pub struct Out {
    encoder: zstd::Encoder<'static, Sealed>,
    path: PathBuf,
}

impl Out {
    pub fn create(path: &Path, ring: &KeyRing) -> Result<Self, StoreError> {
        let fail = StoreError::io("creating", path);
        let file = File::options().write(true).create_new(true).open(path).map_err(fail)?;
        let salt: [u8; SALT_BYTES] = chance::draw();
        let (keys, key) = ring.for_backup(&salt);
        let length = u32::try_from(keys.len()).expect("a key file is small");
        let head = [MAGIC.as_slice(), &VERSION.to_be_bytes(), &length.to_be_bytes(), &keys, &salt].concat();
        let mut file = BufWriter::new(file);
        file.write_all(&head).map_err(StoreError::io("writing", path))?;
        let sealed = Sealed { file, stream: stream_of(&key, &head), pending: Vec::new(), number: 0 };
        let encoder = zstd::Encoder::new(sealed, COMPRESSION).map_err(StoreError::io("writing", path))?;
        Ok(Self { encoder, path: path.to_owned() })
    }

    pub fn put(&mut self, record: &Record) -> Result<(), StoreError> {
        let body = postcard::to_allocvec(record).expect("records are plain data");
        let length = u32::try_from(body.len()).expect("a record is below its limit");
        let mut write = || {
            self.encoder.write_all(&length.to_be_bytes())?;
            self.encoder.write_all(&body)
        };
        write().map_err(StoreError::io("writing", &self.path))
    }

    /// Durable when it returns. Gives the bytes written.
    pub fn finish(self) -> Result<u64, StoreError> {
        let fail = StoreError::io("finishing", &self.path);
        let finish = || {
            let mut sealed = self.encoder.finish()?;
            sealed.seal(Place::Last)?;
            let file = sealed.file.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.sync_all()?;
            Ok(file.metadata()?.len())
        };
        finish().map_err(fail)
    }
}

/// Seals what is written to it, chunk by chunk.
struct Sealed {
    file: BufWriter<File>,
    stream: Stream,
    pending: Vec<u8>,
    number: u64,
}

impl Sealed {
    fn seal(&mut self, place: Place) -> io::Result<()> {
        let mut sealed = Vec::with_capacity(self.pending.len() + TAG_BYTES);
        self.stream.seal(self.number, place, &self.pending, &mut sealed);
        self.number += 1;
        self.pending.clear();
        self.file.write_all(&sealed)
    }
}

impl Write for Sealed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.pending.len() == CHUNK_BYTES {
            self.seal(Place::Inner)?;
        }
        let len = bytes.len().min(CHUNK_BYTES - self.pending.len());
        self.pending.extend_from_slice(&bytes[..len]);
        Ok(len)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A backup being read.
pub struct In {
    decoder: zstd::Decoder<'static, BufReader<Unsealed>>,
    path: PathBuf,
}

impl In {
    /// Opens the backup with any of its key slots. `dir` is where the data is going to be.
    ///
    /// # Errors
    /// - `Damaged`: this is no backup, or its head is bent.
    /// - `Newer`, `Key`: it cannot be read here.
    pub fn open(path: &Path, dir: &Path, openers: &[Opener]) -> Result<(Self, KeyRing), StoreError> {
        let mut file = File::open(path).map_err(StoreError::io("opening", path))?;
        let cut = |_| StoreError::damaged(path, 0, "this is no backup, or it is cut off");
        let mut head = vec![0; MAGIC.len() + 6];
        file.read_exact(&mut head).map_err(cut)?;
        let fields = head.strip_prefix(MAGIC).ok_or_else(|| StoreError::damaged(path, 0, "this is no backup"))?;
        let found = u16::from_be_bytes([fields[0], fields[1]]);
        if found > VERSION {
            return Err(StoreError::Newer { found, known: VERSION });
        }
        let length = u32::from_be_bytes(fields[2..6].try_into().expect("four bytes"));
        if length > KEYS_BYTES_MAX {
            return Err(StoreError::damaged(path, 10, "the length of its keys"));
        }
        let keys_at = head.len();
        head.resize(keys_at + length as usize + SALT_BYTES, 0);
        file.read_exact(&mut head[keys_at..]).map_err(cut)?;
        let (keys, salt) = head[keys_at..].split_at(length as usize);
        let ring = KeyRing::open_bytes(dir, keys, openers)?;
        let size = file.metadata().map_err(StoreError::io("asking for the size of", path))?.len();
        let plain = stream::plain_len(size - head.len() as u64, CHUNK_BYTES as u64);
        let left = plain.ok_or_else(|| StoreError::damaged(path, size, "it is cut off"))?;
        let stream = stream_of(&ring.backup_key(salt), &head);
        let unsealed = Unsealed { file, stream, number: 0, left, is_ended: false, ready: Vec::new(), taken: 0 };
        let decoder = zstd::Decoder::new(unsealed).map_err(StoreError::io("reading", path))?;
        Ok((Self { decoder, path: path.to_owned() }, ring))
    }

    /// The next record; `None` after the end of the file.
    pub fn next_record(&mut self) -> Result<Option<Record>, StoreError> {
        let mut length = [0; 4];
        if self.fill(&mut length[..1])? == 0 {
            return Ok(None);
        }
        let length = match self.fill(&mut length[1..])? {
            3 => u32::from_be_bytes(length),
            _ => return Err(self.bent()),
        };
        if length > RECORD_BYTES_MAX {
            return Err(self.bent());
        }
        let mut body = vec![0; length as usize];
        if self.fill(&mut body)? != body.len() {
            return Err(self.bent());
        }
        postcard::from_bytes(&body).map(Some).map_err(|_| self.bent())
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<usize, StoreError> {
        let mut len = 0;
        while len < bytes.len() {
            match self.decoder.read(&mut bytes[len..]) {
                Ok(0) => break,
                Ok(more) => len += more,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof) => {
                    return Err(self.bent());
                }
                Err(error) => return Err(StoreError::io("reading", &self.path)(error)),
            }
        }
        Ok(len)
    }

    fn bent(&self) -> StoreError {
        let at = self.decoder.get_ref().get_ref().number * (CHUNK_BYTES + TAG_BYTES) as u64;
        StoreError::damaged(&self.path, at, "the backup is not as it was written")
    }
}

/// Opens what stands in the file, chunk by chunk.
struct Unsealed {
    file: File,
    stream: Stream,
    number: u64,
    /// Plain bytes of the chunks to come.
    left: u64,
    is_ended: bool,
    ready: Vec<u8>,
    taken: usize,
}

impl Read for Unsealed {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if self.taken == self.ready.len() && !self.is_ended {
            let len = self.left.min(CHUNK_BYTES as u64);
            self.left -= len;
            self.is_ended = self.left == 0;
            let mut sealed = vec![0; usize::try_from(len).expect("at most a chunk") + TAG_BYTES];
            self.file.read_exact(&mut sealed)?;
            let place = if self.is_ended { Place::Last } else { Place::Inner };
            let opened = self.stream.open(self.number, place, &sealed);
            self.ready = opened.map_err(|forged| io::Error::new(io::ErrorKind::InvalidData, forged))?;
            (self.number, self.taken) = (self.number + 1, 0);
        }
        let len = bytes.len().min(self.ready.len() - self.taken);
        bytes[..len].copy_from_slice(&self.ready[self.taken..self.taken + len]);
        self.taken += len;
        Ok(len)
    }
}

fn stream_of(key: &Key, head: &[u8]) -> Stream {
    Stream::new(key, &[b"ts1 backup", blake3::hash(head).as_bytes().as_slice()].concat())
}
