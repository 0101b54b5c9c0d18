//! A whole text against the one that was agreed on. `TESSERA_GOLDEN=write` takes the new one, for a person to read and commit.

use std::path::Path;

#[track_caller]
pub fn check(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("TESSERA_GOLDEN").is_some_and(|how| how == "write") {
        std::fs::create_dir_all(path.parent().expect("a golden file has a folder")).expect("the folder can be made");
        std::fs::write(&path, actual).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = |(left, right): &(&str, &str)| left != right;
    let first = expected.lines().zip(actual.lines()).find(differs);
    assert!(expected == actual, "{name} differs, first at {first:?}; all of it:\n{actual}");
}
