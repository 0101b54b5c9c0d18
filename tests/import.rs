//! People from files, against a real appliance: a trial says what the import does, and a file with one mistake changes nothing.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use serde_json::{Value, json};
use tessera::model::limit::{IMPORT_COLUMNS_MAX, IMPORT_ROWS_MAX};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::appliance::{Answer, Appliance, Sent};

const PEOPLE: &str = "\u{feff}姓名*,账号*,部门,上级,岗位,用户组,邮箱,手机,语言,状态,部门负责人,备注\r\n\
    王强,wang.qiang,生产部/一车间;仓库,li.na,班长;钳工,夜班,wq@acme.example,138 0000 1111,zh,是,,x\r\n\
    李娜,li.na,生产部,,主任,夜班,,,,,生产部,y\r\n";

fn send(house: &Appliance, bytes: &[u8], is_dry: bool) -> Answer {
    let path = if is_dry { "/directory/import?dry=1" } else { "/directory/import" };
    house.call(&house.administrator, "POST", path, Sent::Bytes("text/csv", bytes.to_vec()))
}

fn directory(house: &Appliance) -> Value {
    house.get(&house.administrator, "/directory").good()
}

fn person(directory: &Value, login: &str) -> Value {
    directory["users"].as_array().unwrap().iter().find(|user| user["login"] == login).unwrap().clone()
}

#[test]
fn a_trial_says_what_the_import_does_and_doing_it_twice_changes_nothing() {
    let house = Appliance::empty();
    // Three departments and one head of one, one team, two people.
    let mut expected = json!({
        "rows": 2, "users_new": 2, "users_changed": 0, "users_same": 0, "departments_new": 3, "teams_new": 1,
        "left": 7, "problems": [],
    });
    assert_eq!(send(&house, PEOPLE.as_bytes(), true).good(), expected);
    assert_eq!(directory(&house)["users"].as_array().unwrap().len(), 1, "a trial changes nothing");
    expected["left"] = json!(0);
    assert_eq!(send(&house, PEOPLE.as_bytes(), false).good(), expected);

    let after = directory(&house);
    let (wang, li) = (person(&after, "wang.qiang"), person(&after, "li.na"));
    assert_eq!((&wang["manager"], &wang["positions"]), (&li["id"], &json!(["班长", "钳工"])));
    assert_eq!((&wang["mobile"], &wang["departments"].as_array().unwrap().len()), (&json!("138 0000 1111"), &2));
    let plant =
        after["departments"].as_array().unwrap().iter().find(|found| found["name"] == "生产部").unwrap().clone();
    assert_eq!(plant["head"], li["id"]);
    let shop = after["departments"].as_array().unwrap().iter().find(|found| found["name"] == "一车间").unwrap().clone();
    assert_eq!((&shop["parent"], &wang["departments"][0]), (&plant["id"], &shop["id"]));
    assert_eq!(after["teams"][0]["members"], json!([wang["id"], li["id"]]));

    let again = send(&house, PEOPLE.as_bytes(), false).good();
    assert_eq!(
        (&again["users_same"], &again["users_new"], &again["departments_new"]),
        (&json!(2), &json!(0), &json!(0))
    );
    assert_eq!(directory(&house), after);
    let patch = "Login;Mobile;Manager\nLI.NA;;wang.qiang\nwang.qiang;139;admin\n";
    let swapped = send(&house, patch.as_bytes(), false).good();
    assert_eq!(swapped["users_changed"], json!(2), "{swapped}");
    let after = directory(&house);
    assert_eq!(person(&after, "li.na")["manager"], wang["id"], "a swap of managers is no circle");
    assert_eq!(person(&after, "li.na")["name"], json!("李娜"), "an empty cell changes nothing");
}

#[test]
fn every_mistake_is_named_by_row_and_column_and_nothing_is_half_done() {
    let house = Appliance::empty();
    let before = directory(&house);
    let table = "Name,Login,Manager,Active,Email,Department,Head of\n\
        Ann,ann,bob,yes,,A,\n\
        Bob,bob,ann,,,A,\n\
        Cyd,,,,,,\n\
        Dan,dan,nobody,perhaps,nomail,A,A\n\
        Eve,DAN,,,,,\n\
        =1+1,fay,,,,,A\n\
        ,gus,,,,,\n\
        ,admin,,no,,,\n";
    let report = send(&house, table.as_bytes(), true).good();
    let found: Vec<(u64, &str, &str)> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| {
            (problem["row"].as_u64().unwrap(), problem["column"].as_str().unwrap(), problem["code"].as_str().unwrap())
        })
        .collect();
    let expected = [
        (2, "Manager", "manager_cycle"),
        (3, "Manager", "manager_cycle"),
        (4, "Login", "required"),
        (5, "Active", "bad_format"),
        (5, "Manager", "unknown_user"),
        (5, "Email", "bad_format"),
        (6, "Login", "not_unique"),
        (7, "Name", "bad_format"),
        (7, "Head of", "not_unique"),
        (8, "Name", "blank"),
        (9, "Active", "not_editable"),
    ];
    let mut sorted = found.clone();
    sorted.sort_unstable();
    let mut wanted = expected.to_vec();
    wanted.sort_unstable();
    assert_eq!(sorted, wanted);
    let refused = send(&house, table.as_bytes(), false);
    assert_eq!(refused.refusal(), (422, "invalid".to_owned()));
    assert_eq!(refused.json()["problems"].as_array().unwrap().len(), expected.len());
    assert_eq!(directory(&house), before);
    let headless = send(&house, b"x,y\n1,2\n", true).good();
    assert_eq!(headless["problems"], json!([{"row": 1, "column": "Login", "code": "required", "data": {}}]));
}

/// A workbook of one sheet, written by hand: inline texts, numbers, a cell with an error.
fn workbook(sheet: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    };
    part(
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
    );
    part(
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    );
    part(
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#,
    );
    part(
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    );
    let around = |rows: &str| {
        format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
        )
    };
    part("xl/worksheets/sheet1.xml", &around(sheet));
    archive.finish().unwrap().into_inner()
}

fn row(number: usize, cells: &[(&str, &str)]) -> String {
    let mut text = format!(r#"<row r="{number}">"#);
    for (column, value) in cells {
        match value.parse::<f64>() {
            Ok(_) => write!(text, r#"<c r="{column}{number}"><v>{value}</v></c>"#).unwrap(),
            Err(_) => write!(text, r#"<c r="{column}{number}" t="inlineStr"><is><t>{value}</t></is></c>"#).unwrap(),
        }
    }
    text + "</row>"
}

#[test]
fn a_workbook_with_a_title_and_numbers_for_telephones_is_read() {
    let house = Appliance::empty();
    let sheet = [
        row(1, &[("A", "人员登记表")]),
        row(3, &[("A", "账号(必填)"), ("B", "姓名"), ("D", "手机号")]),
        row(5, &[("A", "wang"), ("B", "王强"), ("D", "13800001111")]),
    ];
    let report = send(&house, &workbook(&sheet.concat()), false).good();
    assert_eq!((&report["rows"], &report["users_new"]), (&json!(1), &json!(1)), "{report}");
    assert_eq!(person(&directory(&house), "wang")["mobile"], json!("13800001111"));
    let bad = [sheet[0].clone(), sheet[1].clone(), row(5, &[("A", "li")])];
    let report = send(&house, &workbook(&bad.concat()), true).good();
    assert_eq!(report["problems"][0], json!({"row": 5, "column": "姓名", "code": "blank", "data": {}}));
}

#[test]
fn bombs_and_strangers_are_refused_by_name() {
    let house = Appliance::empty();
    let reason = |bytes: &[u8]| {
        let refused = send(&house, bytes, true);
        (refused.refusal().1, refused.json()["data"]["reason"].as_str().unwrap_or_default().to_owned())
    };
    let named = |reason: &str| ("file_refused".to_owned(), reason.to_owned());
    assert_eq!(reason(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), named("old_or_locked_workbook"));
    assert_eq!(reason(b"PK\x03\x04 nothing more"), named("not_a_workbook"));
    assert_eq!(reason(&[0x80, 0xff, 0x81]), named("encoding_unknown"));
    let bomb = workbook(&" ".repeat(80 * 1024 * 1024));
    assert!(bomb.len() < 1024 * 1024, "{} bytes", bomb.len());
    assert_eq!(reason(&bomb), named("unpacks_to_too_much"));
    let far = workbook(&row(1_048_576, &[("A", "x")]));
    assert_eq!(send(&house, &far, true).json()["data"]["limit"], json!(IMPORT_ROWS_MAX));
    let wide = workbook(&row(1, &[("XFD", "x")]));
    assert_eq!(send(&house, &wide, true).json()["data"]["limit"], json!(IMPORT_COLUMNS_MAX));
}

#[test]
fn thousands_come_in_bounded_batches() {
    let house = Appliance::empty();
    let mut table = String::from("login,name,department,manager\n");
    for number in 0..5_000 {
        let manager = if number == 0 { String::new() } else { format!("u{}", number / 10) };
        writeln!(table, "u{number},User {number},D{}/E{},{manager}", number % 7, number % 70).unwrap();
    }
    let report = send(&house, table.as_bytes(), false).good();
    assert_eq!((&report["users_new"], &report["problems"]), (&json!(5_000), &json!([])));
    assert_eq!(directory(&house)["users"].as_array().unwrap().len(), 5_001);
}

#[test]
fn portions_come_to_the_same_as_the_whole_and_go_on_from_where_they_stopped() {
    let house = Appliance::empty();
    let mut table = String::from("login,name,department,manager,Head of\n");
    for number in 0..250 {
        let manager = if number == 0 { String::new() } else { format!("u{}", number / 10) };
        let leads = if number < 7 { format!("D{number}") } else { String::new() };
        writeln!(table, "u{number},User {number},D{}/E{},{manager},{leads}", number % 7, number % 70).unwrap();
    }
    let trial = send(&house, table.as_bytes(), true).good();
    let mut left = trial["left"].as_u64().unwrap();
    assert!(left > 250);
    while left > 0 {
        let sent = Sent::Bytes("text/csv", table.clone().into_bytes());
        let report = house.call(&house.administrator, "POST", "/directory/import?changes=90", sent).good();
        let after = report["left"].as_u64().unwrap();
        assert!(after == 0 || after + 90 <= left, "{after} of {left} are left");
        left = after;
    }
    let after = send(&house, table.as_bytes(), true).good();
    assert_eq!((&after["left"], &after["users_same"]), (&json!(0), &json!(250)));
    assert_eq!(directory(&house)["users"].as_array().unwrap().len(), 251);
}
