//! What a workbook holds beside its sheets (ECMA-376): which there are, under which names, and in which styles their cells stand.

use std::fmt::Write as _;

/// Of a sheet's name, which counts as UTF-16 does.
const NAME_UNITS_MAX: usize = 31;

/// Places in the styles.
pub(super) const HEAD: u8 = 1;
pub(super) const DATE: u8 = 2;
pub(super) const DATE_TIME: u8 = 3;

pub(super) const BEGIN: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// Path and text of each; sheet `at` of `names` is `sheet_path(at)`.
pub(super) fn parts(names: &[String]) -> [(&'static str, String); 5] {
    [
        ("[Content_Types].xml", content_types(names.len())),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("xl/workbook.xml", book(names)),
        ("xl/_rels/workbook.xml.rels", book_relations(names.len())),
        ("xl/styles.xml", STYLES.to_owned()),
    ]
}

pub(super) fn sheet_path(at: usize) -> String {
    format!("xl/worksheets/sheet{}.xml", at + 1)
}

fn content_types(sheets: usize) -> String {
    let mut text = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>"#.to_owned();
    for at in 0..sheets {
        let path = sheet_path(at);
        add(
            &mut text,
            format_args!(
                r#"<Override PartName="/{path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#
            ),
        );
    }
    text + "</Types>"
}

fn book(names: &[String]) -> String {
    let mut text = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>"#.to_owned();
    for (name, id) in sheet_names(names).iter().zip(1..) {
        let name = escaped(name);
        add(&mut text, format_args!(r#"<sheet name="{name}" sheetId="{id}" r:id="rId{id}"/>"#));
    }
    text + "</sheets></workbook>"
}

fn book_relations(sheets: usize) -> String {
    let mut text = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#.to_owned();
    for id in 1..=sheets {
        add(
            &mut text,
            format_args!(
                r#"<Relationship Id="rId{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{id}.xml"/>"#
            ),
        );
    }
    let id = sheets + 1;
    add(
        &mut text,
        format_args!(
            r#"<Relationship Id="rId{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#
        ),
    );
    text + "</Relationships>"
}

fn add(text: &mut String, more: std::fmt::Arguments) {
    text.write_fmt(more).expect("memory takes everything");
}

/// As the program takes them: short, without signs of its own, and none twice, whatever the case.
fn sheet_names(names: &[String]) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for name in names {
        let plain = name.replace(|char: char| char.is_control() || ":\\/?*[]'".contains(char), " ");
        let plain = if plain.trim().is_empty() { "1" } else { plain.trim() };
        let numbered = (2..).map(|number| {
            let mark = format!(" ({number})");
            format!("{}{mark}", cut(plain, NAME_UNITS_MAX - mark.len()))
        });
        let is_free = |name: &String| taken.iter().all(|other| other.to_lowercase() != name.to_lowercase());
        let free = std::iter::once(cut(plain, NAME_UNITS_MAX).to_owned()).chain(numbered).find(is_free);
        taken.push(free.expect("there is always a higher number"));
    }
    taken
}

/// Not longer than `units`, which count as UTF-16 does.
pub(super) fn cut(text: &str, units: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, char)| {
        used += char.len_utf16();
        used > units
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// Without the control characters that XML has no way to write.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\r' => safe.push_str("&#13;"),
            '\t' | '\n' => safe.push(char),
            '\u{fffe}' | '\u{ffff}' => {}
            char if char.is_ascii_control() => {}
            char => safe.push(char),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_or_a_cell_cannot_hold_is_left_out() {
        assert_eq!(escaped("a\u{1}<b>&\n"), "a&lt;b&gt;&amp;\n");
        assert_eq!(cut(&"\u{1f600}".repeat(20_000), 32_767).chars().count(), 16_383);
    }

    #[test]
    fn every_sheet_has_a_name_of_its_own_that_the_program_takes() {
        let long = "\u{8ba2}".repeat(40);
        let names = ["a/b: [c]", "?", "Orders", "orders", "ORDERS", &long, &long].map(str::to_owned);
        let short = "\u{8ba2}".repeat(31);
        let numbered = format!("{} (2)", "\u{8ba2}".repeat(27));
        let expected = ["a b   c", "1", "Orders", "orders (2)", "ORDERS (3)", &short, &numbered];
        assert_eq!(sheet_names(&names), expected);
    }
}
