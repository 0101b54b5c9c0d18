//! A whole text against the one that was agreed on. `TESSERA_GOLDEN=write` takes the new one, for a person to read and commit.

use std::path::{Path, PathBuf};

#[track_caller]
pub fn check(name: &str, actual: &str) {
    if let Some(difference) = difference(name, actual) {
        panic!("{difference}\nall of it:\n{actual}");
    }
}

/// Every text of a folder, retold; all that differ are named at once.
pub fn folder(name: &str, retell: impl Fn(&str, &str) -> String) {
    let entries = std::fs::read_dir(path_of(name)).expect("the folder is there");
    let mut files: Vec<String> =
        entries.map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned()).collect();
    files.sort();
    assert!(!files.is_empty(), "{name} tells something");
    let retold = |file: &String| {
        let name = format!("{name}/{file}");
        let told = std::fs::read_to_string(path_of(&name)).expect("it can be read");
        difference(&name, &retell(&told, file))
    };
    let wrong: Vec<String> = files.iter().filter_map(retold).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The first line that is not as agreed; `None` when all are, or when the new text was taken.
pub fn difference(name: &str, actual: &str) -> Option<String> {
    let path = path_of(name);
    if std::env::var_os("TESSERA_GOLDEN").is_some_and(|how| how == "write") {
        std::fs::create_dir_all(path.parent().expect("a golden file has a folder")).expect("the folder can be made");
        std::fs::write(&path, actual).expect("the golden file can be written");
        return None;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    if expected == actual {
        return None;
    }
    let same = expected.lines().zip(actual.lines()).take_while(|(left, right)| left == right).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(it ends here)").to_owned();
    Some(format!("{name}:{}\n  agreed {}\n  actual {}", same + 1, line(&expected), line(actual)))
}

pub fn path_of(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}
