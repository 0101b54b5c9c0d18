//! What the server may say has a sentence in both languages of the web app: a code that has none would reach a person as "something is
//! wrong", or in the other language.

use std::fs;
use std::path::Path;

use tessera::http::code::Code;
use tessera::model::problem::ProblemCode;

/// Lines of the dictionary of one language.
fn dictionary(language: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("web/src/i18n/{language}/problem.ts"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().map(str::to_owned).collect()
}

/// Names that stand nowhere as a key behind so many spaces.
fn missing(lines: &[String], indent: usize, names: impl Iterator<Item = String>) -> Vec<String> {
    let stands = |name: &String| {
        let key = format!("{:indent$}{name}: ", "");
        let alone = key.trim_end();
        lines.iter().any(|line| line.starts_with(&key) || line == alone)
    };
    names.filter(|name| !stands(name)).collect()
}

#[test]
fn every_code_has_its_sentence_in_both_languages() {
    for language in ["zh", "en"] {
        let lines = dictionary(language);
        let refusals = Code::ALL.iter().map(|code| code.name().to_owned());
        assert_eq!(missing(&lines, 2, refusals), [""; 0], "refusals, {language}");
        let problems = ProblemCode::ALL.iter().map(|code| {
            let name = serde_json::to_value(code).expect("a code is a word");
            name.as_str().expect("a code is a word").to_owned()
        });
        assert_eq!(missing(&lines, 4, problems), [""; 0], "problems of a place, {language}");
    }
}

#[test]
fn a_code_without_a_sentence_is_found() {
    let lines = ["  busy: { title: 1 },".to_owned(), "    required:".to_owned()];
    let names = |name: &str| std::iter::once(name.to_owned());
    assert_eq!(missing(&lines, 2, names("busy")), [""; 0]);
    assert_eq!(missing(&lines, 4, names("required")), [""; 0]);
    assert_eq!(missing(&lines, 2, names("required")), ["required"]);
    assert_eq!(missing(&lines, 2, names("bus")), ["bus"]);
}
