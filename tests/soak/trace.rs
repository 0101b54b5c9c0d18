//! A process whose system calls fail, or which dies, where we say. strace does it from outside, so the product has no hooks; only calls
//! on one file of the data directory are touched. A point is named by its file, its call, and how often one thread has made that call
//! on that file.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::{self, Display};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Everything that changes a file or a directory, or makes it durable.
pub const CHANGES: &str = "write,pwrite64,writev,pwritev,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,ftruncate,\
                           fallocate,unlink,unlinkat,rmdir,mkdir,mkdirat";
/// Everything that looks.
pub const LOOKS: &str = "open,openat,read,pread64";

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// Below the data directory; empty: the directory itself.
    pub file: PathBuf,
    pub call: String,
    /// From 1.
    pub nth: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Harm {
    /// This one call fails.
    Once,
    /// This one and all later ones fail.
    ForGood,
    /// The process dies instead of making it.
    Kill,
}

impl Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.file.display(), self.call, self.nth)
    }
}

/// # Errors
/// Why nothing can be traced here.
pub fn allowed() -> Result<(), String> {
    let tried = Command::new("strace").args(["-D", "-f", "-qq", "-o", "/dev/null", FILTER, "true"]).output();
    match tried {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!("strace: {}", String::from_utf8_lossy(&output.stderr).trim())),
        Err(error) => Err(format!("strace: {error}")),
    }
}

/// The words before a program that is to be watched.
pub fn watching(calls: &str, log: &Path) -> Vec<OsString> {
    let mut words = words(log, &[&format!("trace={calls}")]);
    words.insert(1, FILTER.into());
    words
}

/// The words before a program that is to be harmed.
pub fn harming(point: &Point, harm: Harm, (data, log): (&Path, &Path)) -> Vec<OsString> {
    let (call, nth) = (&point.call, point.nth);
    let inject = match harm {
        Harm::Once => format!("inject={call}:error=EIO:when={nth}"),
        Harm::ForGood => format!("inject={call}:error=EIO:when={nth}+"),
        Harm::Kill => format!("inject={call}:signal=SIGKILL:when={nth}"),
    };
    let mut words = words(log, &[&format!("trace={call}"), &inject]);
    let file = if point.file.as_os_str().is_empty() { data.to_owned() } else { data.join(&point.file) };
    words.splice(1..1, ["-P".into(), file.into_os_string()]);
    if harm != Harm::Kill {
        words.insert(1, FILTER.into());
    }
    words
}

/// Lets the kernel pass over all other calls, which is fast; an injected signal is then not delivered.
const FILTER: &str = "--seccomp-bpf";

fn words(log: &Path, expressions: &[&str]) -> Vec<OsString> {
    // The tracer stands aside, so that our child is the program itself.
    let mut words: Vec<OsString> = ["strace", "-D", "-f", "-y", "-qq", "-s", "0", "-o"].map(Into::into).into();
    words.push(log.as_os_str().to_owned());
    for expression in expressions {
        words.extend(["-e".into(), expression.into()]);
    }
    words
}

/// Every point that a watched process passed in the data directory.
pub fn points(log: &str, data: &Path) -> Vec<Point> {
    let mut counts = BTreeMap::<(PathBuf, &str), BTreeMap<&str, u64>>::new();
    for line in log.lines() {
        let Some((thread, call, path)) = parsed(line) else { continue };
        if let Ok(file) = Path::new(path).strip_prefix(data) {
            *counts.entry((file.to_owned(), call)).or_default().entry(thread).or_default() += 1;
        }
    }
    let most = |of: &BTreeMap<&str, u64>| of.values().copied().max().unwrap_or_default();
    let points = counts.iter().flat_map(|((file, call), of)| {
        (1..=most(of)).map(|nth| Point { file: file.clone(), call: (*call).to_owned(), nth })
    });
    points.collect()
}

/// Thread, call and the first path of a line; results of calls that were interrupted have none.
fn parsed(line: &str) -> Option<(&str, &str, &str)> {
    let (thread, rest) = line.split_once(' ')?;
    let (call, args) = rest.trim_start().split_once('(')?;
    let in_quotes = || args.split('"').nth(1);
    let path = if args.starts_with(|c: char| c.is_ascii_digit()) {
        args.split_once('<')?.1.split_once('>')?.0
    } else {
        in_quotes()?
    };
    Some((thread, call, path))
}

/// Whether the harm was done.
pub fn is_done(log: &str) -> bool {
    log.contains("(INJECTED)") || log.contains("killed by SIGKILL")
}

#[test]
fn a_point_is_named_by_file_call_and_occurrence() {
    let log = "7 pwrite64(9</d/journal/1>, \"\"..., 10, 0) = 10\n8 pwrite64(9</d/journal/1>, \"\"..., 10, 0) = 10\n\
               7 pwrite64(9</d/journal/1>, \"\"..., 10, 0 <unfinished ...>\n7 <... pwrite64 resumed>) = 10\n\
               7 write(1</dev/pts/0>, \"\"..., 3) = 3\n7 rename(\"/d/a.part\", \"/d/a\") = 0\n7 fsync(3</d>) = 0\n";
    let names: Vec<String> = points(log, Path::new("/d")).iter().map(Point::to_string).collect();
    assert_eq!(names, [" fsync 1", "a.part rename 1", "journal/1 pwrite64 1", "journal/1 pwrite64 2"]);
}
