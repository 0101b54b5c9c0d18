//! The release as it is shipped, when `TESSERA_RELEASE` names it: it needs no other file of the machine. `make test` always names it;
//! without a name there is no release to judge.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

fn release() -> Option<PathBuf> {
    std::env::var_os("TESSERA_RELEASE").map(PathBuf::from)
}

/// Types of the program headers of a 64-bit little-endian ELF file.
fn segments(bytes: &[u8]) -> Vec<u32> {
    assert_eq!(&bytes[..6], b"\x7fELF\x02\x01", "a 64-bit little-endian program");
    let word = |at: usize| u16::from_le_bytes(bytes[at..at + 2].try_into().expect("two bytes"));
    let start = usize::try_from(u64::from_le_bytes(bytes[32..40].try_into().expect("eight bytes"))).expect("it fits");
    let (size, count) = (usize::from(word(54)), usize::from(word(56)));
    let kind = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    (0..count).map(|index| kind(start + index * size)).collect()
}

/// Asks for another program to load it.
const PT_INTERP: u32 = 3;

#[test]
fn it_asks_for_no_loader() {
    let this = fs::read("/proc/self/exe").expect("this test is a program");
    assert!(!segments(&this).is_empty(), "a program has segments");
    let Some(binary) = release() else { return };
    let bytes = fs::read(&binary).expect("TESSERA_RELEASE names a file");
    assert!(!segments(&bytes).contains(&PT_INTERP), "{} is a dynamic executable", binary.display());
}

/// A way to run something with `root` as its whole world: as the superuser, else as one in a namespace of one's own.
fn inside(root: &Path) -> Command {
    let mut direct = Command::new("chroot");
    direct.arg(root);
    let mut own = Command::new("unshare");
    own.args(["--user", "--map-root-user", "chroot"]).arg(root);
    for mut way in [direct, own] {
        let program = way.get_program().to_owned();
        let args: Vec<_> = way.get_args().map(ToOwned::to_owned).collect();
        let tried = way.args(["/tessera", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
        if tried.is_ok_and(|status| status.success()) {
            let mut command = Command::new(program);
            command.args(args);
            return command;
        }
    }
    panic!("neither chroot nor a user namespace works here, so the release cannot be judged; run this test as root");
}

#[test]
fn it_runs_in_an_empty_root_directory() {
    let Some(binary) = release() else { return };
    let root = TempDir::new().expect("a temporary folder");
    fs::copy(&binary, root.path().join("tessera")).expect("the binary can be copied");
    let mut serving = inside(root.path())
        .args(["/tessera", "serve", "--data", "/data", "--key-file", "/tessera.key", "--listen", "127.0.0.1:0"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut lines = BufReader::new(serving.stdout.take().expect("it has an output")).lines();
    let code = lines.by_ref().find_map(|line| line.ok().filter(|line| line.contains("Setup code:")));
    let asked = Command::new("kill").arg(serving.id().to_string()).status();
    let output = serving.wait_with_output().expect("it ends");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(code.is_some(), "it did not start: {stderr}");
    assert!(asked.is_ok_and(|status| status.success()) && output.status.success(), "it did not stop well: {stderr}");
    assert!(root.path().join("data/journal").is_dir(), "its data is where it was told");
}
