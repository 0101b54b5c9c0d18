//! The house rules, as a test: layers, fences, file sizes, names. Each rule has a planted violation it must find.

use std::fs;
use std::path::Path;

/// Top to bottom; a module uses only those on rows above its own. See `src/ARCHITECTURE.md`.
const LAYERS: &[&[&str]] = &[
    &["model"],
    &["calendar"],
    &["formula"],
    &["catalog"],
    &["form", "access"],
    &["flow", "report"],
    &["decide"],
    &["crypt"],
    &["store", "connect"],
    &["writer", "view"],
    &["identity"],
    &["query", "deliver", "schedule"],
    &["http"],
    &["appliance"],
    &["cli"],
];

/// Rows of `LAYERS` that are pure.
const PURE_ROWS: usize = 7;

/// What pure code cannot name.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "tokio::",
    "actix_web",
    "sled::",
    "tracing::",
    "getrandom",
    "rand::",
    "println!",
    "eprintln!",
];

/// A text that may stand only below these paths.
const FENCES: &[(&str, &[&str])] = &[
    ("sled::", &["store"]),
    ("aes_gcm::", &["crypt"]),
    ("reqwest::", &["connect"]),
    ("hickory_resolver::", &["connect"]),
    ("actix_web::", &["http", "appliance"]),
    ("serde_json::Value", &["http", "connect"]),
    ("thread::spawn", &["appliance/boot.rs"]),
    ("thread::Builder", &["appliance/boot.rs", "store"]),
    ("tokio::spawn", &["appliance/boot.rs"]),
    ("unbounded_channel", &[]),
    ("anyhow::", &["cli", "main.rs"]),
    ("println!", &["cli", "main.rs"]),
];

const NAMES_FORBIDDEN: &[&str] =
    &["utils", "util", "helpers", "helper", "common", "misc", "manager", "service", "stuff"];
const FILE_LINES_MAX: usize = 400;
const USE_LINES_MAX: usize = 25;

/// One source file: its path below `src`, and its text without the tests at its bottom.
struct Source {
    path: String,
    text: String,
    lines: usize,
}

fn room(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

fn row_of(room: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&room))
}

/// Code without comments; string contents stay.
fn code(text: &str) -> String {
    text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line }).collect::<Vec<_>>().join("\n")
}

/// Whether the word stands in the code, and not as the end of a longer one.
fn names(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

fn layers(source: &Source) -> Vec<String> {
    let Some(own) = row_of(room(&source.path)) else { return Vec::new() };
    code(&source.text)
        .match_indices("crate::")
        .filter_map(|(at, _)| {
            let rest = &code(&source.text)[at + 7..];
            let used: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            let row = row_of(&used)?;
            (used != room(&source.path) && row >= own)
                .then(|| format!("{} uses {used}, which is not above it", source.path))
        })
        .collect()
}

fn purity(source: &Source) -> Vec<String> {
    if row_of(room(&source.path)).is_none_or(|row| row >= PURE_ROWS) {
        return Vec::new();
    }
    let code = code(&source.text);
    IMPURE
        .iter()
        .filter(|name| names(&code, name))
        .map(|name| format!("{} is pure and names {name}", source.path))
        .collect()
}

fn fences(source: &Source) -> Vec<String> {
    let code = code(&source.text);
    FENCES
        .iter()
        .filter(|(name, inside)| names(&code, name) && !inside.iter().any(|path| source.path.starts_with(path)))
        .map(|(name, inside)| format!("{} names {name}, which belongs to {inside:?}", source.path))
        .collect()
}

fn shape(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let stem = Path::new(&source.path).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    if NAMES_FORBIDDEN.contains(&stem) {
        found.push(format!("{}: the name says nothing", source.path));
    }
    if !source.text.starts_with("//!") {
        found.push(format!("{}: does not open with its purpose (//!)", source.path));
    }
    if source.lines > FILE_LINES_MAX {
        found.push(format!("{}: {} lines, at most {FILE_LINES_MAX}", source.path, source.lines));
    }
    if source.text.lines().filter(|line| line.starts_with("use ")).count() > USE_LINES_MAX {
        found.push(format!("{}: more than {USE_LINES_MAX} use lines", source.path));
    }
    if source.text.lines().any(|line| line.trim_start().starts_with("pub use ")) {
        found.push(format!("{}: re-exports; one path a name", source.path));
    }
    found
}

/// Sentences live in translations; `expect`, `reason` and attributes may speak.
fn sentences(source: &Source) -> Vec<String> {
    if row_of(room(&source.path)).is_none_or(|row| row >= PURE_ROWS) {
        return Vec::new();
    }
    code(&source.text)
        .lines()
        .filter(|line| {
            !["expect(", "reason =", "unreachable!(", "#[", "assert", "panic!("].iter().any(|word| line.contains(word))
        })
        .filter(|line| line.replace("'\"'", "").replace("\\\"", "").split('"').skip(1).step_by(2).any(is_sentence))
        .map(|line| format!("{}: a sentence in the core: {}", source.path, line.trim()))
        .collect()
}

/// Words with a space between them, placeholders aside.
fn is_sentence(text: &str) -> bool {
    let mut depth = 0_usize;
    let words: String = text
        .chars()
        .filter(|c| {
            depth = if *c == '{' { depth + 1 } else { depth };
            let outside = depth == 0;
            depth = if *c == '}' { depth.saturating_sub(1) } else { depth };
            outside
        })
        .collect();
    words.trim().contains(' ') && words.chars().any(char::is_alphabetic)
}

fn unwraps(source: &Source) -> Vec<String> {
    if code(&source.text).contains(".unwrap()") {
        vec![format!("{}: unwrap outside tests", source.path)]
    } else {
        Vec::new()
    }
}

type Rule = fn(&Source) -> Vec<String>;

const RULES: &[Rule] = &[layers, purity, fences, shape, sentences, unwraps];

fn read(root: &Path, below: &Path, into: &mut Vec<Source>) {
    let mut entries: Vec<_> =
        fs::read_dir(below).expect("src is readable").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            read(root, &path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let whole = fs::read_to_string(&path).expect("a source file is text");
            let text = whole.split("#[cfg(test)]\nmod ").next().unwrap_or_default().to_owned();
            let path = path.strip_prefix(root).expect("below src").to_string_lossy().replace('\\', "/");
            into.push(Source { path, lines: whole.lines().count(), text });
        }
    }
}

#[test]
fn the_house_is_tidy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    read(&root, &root, &mut sources);
    assert!(sources.len() > 20, "the walk found {} files", sources.len());
    let found: Vec<String> =
        sources.iter().flat_map(|source| RULES.iter().flat_map(move |rule| rule(source))).collect();
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_room_stands_in_the_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).expect("src is readable") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let known = ["lib.rs", "main.rs", "ARCHITECTURE.md"].contains(&name.as_str()) || row_of(&name).is_some();
        assert!(known, "src/{name} is no room of the house");
    }
}

#[test]
fn each_rule_finds_its_planted_violation() {
    let plant =
        |path: &str, text: &str| Source { path: path.to_owned(), lines: text.lines().count(), text: text.to_owned() };
    let cases: &[(Rule, Source)] = &[
        (layers, plant("model/x.rs", "//! x\nuse crate::flow::advance;")),
        (layers, plant("form/x.rs", "//! x\nuse crate::access::can;")),
        (purity, plant("decide/x.rs", "//! x\nlet now = SystemTime::now();")),
        (fences, plant("http/x.rs", "//! x\nlet db = sled::open(path);")),
        (fences, plant("writer/x.rs", "//! x\nlet v: serde_json::Value;")),
        (shape, plant("http/helpers.rs", "//! x\n")),
        (shape, plant("http/x.rs", "fn f() {}")),
        (shape, plant("http/x.rs", &format!("//! x\n{}", "\n".repeat(400)))),
        (shape, plant("http/x.rs", "//! x\npub use other::Thing;")),
        (sentences, plant("form/x.rs", "//! x\nlet text = \"must be filled\";")),
        (unwraps, plant("store/x.rs", "//! x\nlet x = y.unwrap();")),
    ];
    for (rule, source) in cases {
        assert_eq!(rule(source).len(), 1, "{}\n{}", source.path, source.text);
    }
    let clean = plant(
        "flow/x.rs",
        "//! x\n// crate::http is below us\nuse crate::model::id::UserId;\nlet x = y.expect(\"an end was reached\");\n",
    );
    assert!(RULES.iter().all(|rule| rule(&clean).is_empty()));
}
