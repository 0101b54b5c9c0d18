//! Records as a file: what the list shows and nothing else, whole or not at all.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use serde_json::{Value, json};
use tessera::model::limit::BOARD_TILES_MAX;
use tessera::model::party::{ADMINISTRATOR, MEMBER};

use crate::reading::Company;
use crate::support::appliance::{Answer, Appliance, Person};

const MARK: &str = "\u{feff}";

fn take(company: &Company, who: &Person, query: Value) -> Answer {
    company.house.post(who, &format!("/forms/{}/export", company.form), query)
}

fn with(query: &Value, name: &str, value: Value) -> Value {
    let mut query = query.clone();
    query[name] = value;
    query
}

/// Its lines, the heading first.
fn csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap().strip_prefix(MARK).expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn xlsx(bytes: Vec<u8>) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).expect("a sheet").unwrap();
    sheet.rows().map(<[Data]>::to_vec).collect()
}

/// The rows that each piece came to, and all bytes; it ends with an empty piece.
fn unframed(mut rest: &[u8]) -> (Vec<u32>, Vec<u8>) {
    let (mut rows, mut file) = (Vec::new(), Vec::new());
    loop {
        let (head, tail) = rest.split_first_chunk::<8>().expect("a head");
        let number = |at: usize| u32::from_be_bytes(head[at..at + 4].try_into().unwrap());
        let (bytes, after) = tail.split_at(number(4) as usize);
        rows.push(number(0));
        file.extend(bytes);
        rest = after;
        if bytes.is_empty() {
            assert!(rest.is_empty(), "something follows the end");
            return (rows, file);
        }
    }
}

#[test]
fn the_figures_of_charts_are_taken_away_as_they_stand_on_the_screen() {
    let company = Company::new();
    let who = company.person("feng.tao");
    let take = |format: &str, sheets: Value| {
        company.house.post(&who, "/tiles/file", json!({"format": format, "sheets": sheets}))
    };
    let rows = json!([[{"text": "=1+1"}, {"number": "-2.50"}], [{"text": "Paint"}, null]]);
    let sheet = json!({"name": "By workshop", "columns": ["Workshop", "Orders"], "rows": rows});
    let answer = take("csv", json!([sheet]));
    assert_eq!(answer.status, 200);
    let line = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
    let expected = [line(["Workshop", "Orders"]), line(["'=1+1", "-2.5"]), line(["Paint", ""])];
    assert_eq!(csv(&answer.bytes), expected);

    let text = |text: &str| Data::String(text.to_owned());
    let expected = [
        vec![text("Workshop"), text("Orders")],
        vec![text("=1+1"), Data::Float(-2.5)],
        vec![text("Paint"), Data::Empty],
    ];
    assert_eq!(xlsx(take("xlsx", json!([sheet])).bytes), expected);
    let other = json!({"name": "by workshop", "columns": ["Orders"], "rows": [[{"number": "7"}]]});
    let bytes = take("xlsx", json!([sheet, other])).bytes;
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["By workshop", "by workshop (2)"]);
    let sheets: Vec<Vec<Vec<Data>>> =
        book.worksheets().into_iter().map(|(_, sheet)| sheet.rows().map(<[Data]>::to_vec).collect()).collect();
    assert_eq!(sheets, [expected.to_vec(), vec![vec![text("Orders")], vec![Data::Float(7.0)]]]);

    let with = |name: &str, value: Value| json!([with(&sheet, name, value)]);
    for wrong in [
        with("columns", json!([])),
        with("rows", json!([[null]])),
        with("columns", json!(vec!["A"; 51])),
        json!([]),
        json!(vec![sheet.clone(); BOARD_TILES_MAX + 1]),
    ] {
        assert_eq!(take("xlsx", wrong).refusal(), (422, "invalid".to_owned()));
    }
    assert_eq!(take("csv", json!([sheet, sheet])).refusal(), (422, "invalid".to_owned()));
}

#[test]
fn a_file_holds_the_rows_of_the_list_in_its_order() {
    let company = Company::new();
    let admin = &company.house.administrator;
    let list = json!({
        "columns": ["title", "state", {"field": "severity"}, "created_at"],
        "filters": [{"column": {"field": "severity"}, "test": {"op": "is", "value": "minor"}}],
        "sort": [{"column": "title", "descending": true}],
    });
    let query = with(&list, "format", json!("csv"));
    assert_eq!(take(&company, admin, query.clone()).refusal(), (403, "not_allowed".to_owned()));
    company.grant(&ADMINISTRATOR.to_string(), "export", "all");

    let page = company.query(admin, &with(&list, "rows", json!(200))).good();
    let listed: Vec<&str> =
        page["rows"].as_array().unwrap().iter().map(|row| row["values"]["title"].as_str().unwrap()).collect();
    assert!(listed.len() > 2);
    let plain = take(&company, admin, query.clone()).bytes;
    let lines = csv(&plain);
    assert_eq!(lines[0], ["Title", "State", "Severity", "Created"]);
    assert_eq!(lines[1..].iter().map(|line| line[0].as_str()).collect::<Vec<_>>(), listed);

    let framed = format!("/forms/{}/export?framing=counted", company.form);
    let total = u32::try_from(listed.len()).unwrap();
    assert_eq!(unframed(&company.house.post(admin, &framed, query).bytes), (vec![total, total], plain));

    let table = xlsx(take(&company, admin, with(&list, "format", json!("xlsx"))).bytes);
    assert_eq!(table.len(), lines.len());
    for (cells, line) in table.iter().zip(&lines) {
        assert_eq!(cells[..3].iter().map(Data::to_string).collect::<Vec<_>>(), line[..3]);
    }
    assert!(matches!(table[1][3], Data::DateTime(_)), "{:?}", table[1][3]);

    let none = json!([{"column": "title", "test": {"op": "is", "value": "nothing is called so"}}]);
    for format in ["csv", "xlsx"] {
        let empty = with(&with(&list, "format", json!(format)), "filters", none.clone());
        let bytes = take(&company, admin, empty).bytes;
        assert_eq!(if format == "csv" { csv(&bytes).len() } else { xlsx(bytes).len() }, 1, "its heading");
    }
}

#[test]
fn the_log_says_who_took_how_many_records_of_which_form_away() {
    let company = Company::new();
    let admin = &company.house.administrator;
    assert_eq!(take(&company, admin, json!({"format": "csv"})).status, 403);
    company.grant(&ADMINISTRATOR.to_string(), "export", "all");
    let rows = csv(&take(&company, admin, json!({"format": "csv"})).bytes).len() - 1;
    let none = json!([{"column": "title", "test": {"op": "is", "value": "nothing is called so"}}]);
    assert_eq!(take(&company, admin, json!({"format": "xlsx", "filters": none})).status, 200);

    let log = company.house.get(admin, "/audit?q=records_exported").good();
    let told: Vec<&Value> = log["items"].as_array().unwrap().iter().collect();
    let catalog = company.house.running().house.catalog();
    let form = &catalog.form(company.form.parse().unwrap()).expect("the form is there").form.name;
    let line = |code: &str, count: usize| json!([{"code": code, "name": form, "count": count}]);
    assert_eq!(
        told.iter().map(|item| item["changes"].clone()).collect::<Vec<_>>(),
        [line("records_exported_xlsx", 0), line("records_exported_csv", rows)]
    );
    assert!(told.iter().all(|item| item["actor"] == json!(admin.id)), "{log}");
}

#[test]
fn a_hidden_column_and_a_foreign_row_are_in_no_file() {
    let company = Company::new();
    for action in ["view", "export"] {
        company.grant(&MEMBER.to_string(), action, "own");
    }
    company.grant(&ADMINISTRATOR.to_string(), "export", "all");
    let everything = json!({"format": "csv"});
    let whole = csv(&take(&company, &company.house.administrator, everything.clone()).bytes);
    let technician = whole[0].iter().position(|title| title == "Technician").expect("the form has it");
    let number = whole[0].iter().position(|title| title == "Number").expect("the form has it");

    let gang = company.person("wu.gang");
    let own = csv(&take(&company, &gang, everything.clone()).bytes);
    let page = company.query(&gang, &json!({"columns": [{"field": "number"}], "rows": 200})).good();
    let listed: Vec<&str> =
        page["rows"].as_array().unwrap().iter().map(|row| row["values"]["field:number"].as_str().unwrap()).collect();
    assert!(!listed.is_empty() && listed.len() < whole.len() - 1);
    let place = own[0].iter().position(|title| title == "Number").unwrap();
    assert_eq!(own[1..].iter().map(|line| line[place].as_str()).collect::<Vec<_>>(), listed);
    assert!(!own[0].contains(&whole[0][technician]), "{:?}", own[0]);

    let foreign: Vec<&String> =
        whole[1..].iter().map(|line| &line[number]).filter(|one| !listed.contains(&one.as_str())).collect();
    let columns = json!([{"field": "number"}, {"field": "technician"}]);
    for format in ["csv", "xlsx"] {
        let bytes = take(&company, &gang, json!({"format": format, "columns": columns})).bytes;
        let (heads, told) = if format == "csv" {
            let lines = csv(&bytes);
            (lines[0].len(), format!("{lines:?}"))
        } else {
            let lines = xlsx(bytes);
            (lines[0].len(), format!("{lines:?}"))
        };
        assert_eq!(heads, 1, "{told}");
        assert!(foreign.iter().all(|number| !told.contains(number.as_str())), "{told}");
    }
    let filters = json!([{"column": {"field": "technician"}, "test": {"op": "not_empty"}}]);
    let probing = json!({"format": "csv", "filters": filters});
    assert_eq!(take(&company, &gang, probing).refusal(), (422, "invalid".to_owned()));
}

#[test]
fn what_somebody_wrote_is_text_in_every_file() {
    let house = Appliance::empty();
    let admin = &house.administrator;
    let robot = json!({"kind": "wecom_robot", "url": "https://127.0.0.1/cgi-bin/webhook/send?key=693a91f6-7bc4-4bc4-97a0-0ec2fa5aaa11"});
    let channel = house.post(admin, "/channels", json!({"name": "R", "is_active": true, "reach": robot})).good();
    let (app, form) = house.app_that_tells(&channel);
    let grant =
        json!([{"role": ADMINISTRATOR.to_string(), "actions": ["view", "create", "export"], "scope": {"kind": "all"}}]);
    house.put(admin, &format!("/apps/{}/grants", app["id"].as_str().unwrap()), grant).good();
    let written = ["=HYPERLINK(\"https://x\")", "@SUM(1)", "<b>&\"two\""];
    for what in written {
        house.post(admin, "/orders", json!({"form": form["id"], "values": {"what": what}})).good();
    }
    let path = format!("/forms/{}/export", form["id"].as_str().unwrap());
    let bytes =
        |format: &str| house.post(admin, &path, json!({"format": format, "columns": [{"field": "what"}]})).bytes;
    let lines: BTreeSet<String> = csv(&bytes("csv"))[1..].iter().map(|line| line[0].clone()).collect();
    assert_eq!(lines, BTreeSet::from([format!("'{}", written[0]), format!("'{}", written[1]), written[2].to_owned()]));
    let cells: BTreeSet<String> = xlsx(bytes("xlsx"))[1..].iter().map(|line| line[0].to_string()).collect();
    assert_eq!(cells, written.map(str::to_owned).into());
}
