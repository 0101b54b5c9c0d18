//! Which column of a table says what, in either language, in any order, with stars, units and stray spaces. Columns of another kind
//! are left alone.

use std::collections::BTreeMap;

/// What a column says about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    Login,
    Name,
    Department,
    Manager,
    Positions,
    Teams,
    Email,
    Mobile,
    Language,
    Active,
    HeadOf,
}

/// Bare texts of headers: see [`bare`].
const WORDS: &[(&str, Column)] = &[
    ("账号", Column::Login),
    ("帐号", Column::Login),
    ("登录名", Column::Login),
    ("用户名", Column::Login),
    ("login", Column::Login),
    ("account", Column::Login),
    ("姓名", Column::Name),
    ("name", Column::Name),
    ("部门", Column::Department),
    ("所属部门", Column::Department),
    ("department", Column::Department),
    ("departments", Column::Department),
    ("上级", Column::Manager),
    ("直属上级", Column::Manager),
    ("manager", Column::Manager),
    ("岗位", Column::Positions),
    ("职位", Column::Positions),
    ("position", Column::Positions),
    ("positions", Column::Positions),
    ("用户组", Column::Teams),
    ("班组", Column::Teams),
    ("team", Column::Teams),
    ("teams", Column::Teams),
    ("邮箱", Column::Email),
    ("电子邮箱", Column::Email),
    ("email", Column::Email),
    ("e-mail", Column::Email),
    ("手机", Column::Mobile),
    ("手机号", Column::Mobile),
    ("联系电话", Column::Mobile),
    ("mobile", Column::Mobile),
    ("phone", Column::Mobile),
    ("语言", Column::Language),
    ("language", Column::Language),
    ("状态", Column::Active),
    ("启用", Column::Active),
    ("active", Column::Active),
    ("部门负责人", Column::HeadOf),
    ("headof", Column::HeadOf),
];

/// Lines above the header that are looked through: a title, a note.
const LINES_ABOVE_MAX: usize = 10;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Its place in the table, from 0.
    pub line: usize,
    /// Per column, where it stands and its text as it is in the file.
    pub columns: BTreeMap<Column, (usize, String)>,
    /// Texts of columns that say what another one said already.
    pub twins: Vec<String>,
}

/// The first line that names the accounts; nothing can be told apart without them.
pub fn find(table: &[Vec<String>]) -> Option<Header> {
    let lines = table.iter().take(LINES_ABOVE_MAX).enumerate();
    lines.map(|(line, cells)| read(line, cells)).find(|header| header.columns.contains_key(&Column::Login))
}

fn read(line: usize, cells: &[String]) -> Header {
    let mut header = Header { line, columns: BTreeMap::new(), twins: Vec::new() };
    for (at, text) in cells.iter().enumerate() {
        let bare = bare(text);
        let Some((_, column)) = WORDS.iter().find(|(word, _)| *word == bare) else { continue };
        if header.columns.contains_key(column) {
            header.twins.push(text.clone());
        } else {
            header.columns.insert(*column, (at, text.trim().to_owned()));
        }
    }
    header
}

/// Without stars, spaces and what stands in brackets; letters in one width and one case.
fn bare(text: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::new();
    for c in text.chars().map(narrow) {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 || c == '*' || super::cell::is_blank(c) => {}
            _ => bare.extend(c.to_lowercase()),
        }
    }
    bare
}

/// Full-width letters and signs as their ordinary ones.
const fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(c as u32 - 0xfee0) {
            Some(narrow) => narrow,
            None => c,
        },
        '【' => '[',
        '】' => ']',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_below_a_title_with_stars_and_notes() {
        let line = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let table = [line(&["人员表"]), line(&["＊ 姓名", "ＬＯＧＩＮ（必填）", "备注", "Head of", "name"])];
        let header = find(&table).unwrap();
        assert_eq!(header.line, 1);
        assert_eq!(header.columns[&Column::Name], (0, "＊ 姓名".to_owned()));
        assert_eq!(header.columns[&Column::Login].0, 1);
        assert_eq!(header.columns[&Column::HeadOf].0, 3);
        assert_eq!(header.twins, ["name"]);
        assert_eq!(find(&table[..1]), None);
    }
}
