//! The appliance over HTTPS, from the first run to a closed order, and everything it refuses on the way.

use reqwest::Method;
use serde_json::{Value, json};
use tessera::http::code::Code;
use tessera::model::limit::FILE_UNUSED_MS_MAX;
use tessera::model::time::HOUR_MS;
use tessera::schedule::sweep;

mod held;
mod list;
mod live;
mod migration;
mod opinion;
mod preference;
mod site;
mod upload;

use site::{Answer, Person, Site, story};

/// What an order of the repair app is opened with.
fn report() -> Value {
    json!({
        "equipment": "CNC-012", "site": "machining", "severity": "minor", "is_down": false,
        "symptoms": ["noise"], "description": "主轴异响",
    })
}

async fn open(person: &Person<'_>, site: &Site, values: &Value) -> Value {
    person.post("/orders", &json!({ "form": site.form(), "values": values })).await.fine()
}

/// The task the page offers for a verb.
fn task<'a>(page: &'a Value, verb: &str) -> &'a Value {
    let mut actions = page["actions"].as_array().unwrap().iter();
    &actions.find(|action| action["verb"] == verb).unwrap_or_else(|| panic!("no {verb}: {}", page["actions"]))["task"]
}

fn verbs(page: &Value) -> Vec<&str> {
    page["actions"].as_array().unwrap().iter().map(|action| action["verb"].as_str().unwrap()).collect()
}

fn kinds(page: &Value) -> Vec<&str> {
    page["history"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect()
}

async fn look(person: &Person<'_>, order: &Value) -> Value {
    person.get(&format!("/orders/{}", order["id"].as_str().unwrap())).await.fine()
}

async fn act(person: &Person<'_>, order: &Value, verb: &str, body: Value) -> Value {
    person.post(&format!("/orders/{}/{verb}", order["id"].as_str().unwrap()), &body).await.fine()
}

#[test]
fn an_order_is_opened_returned_sent_again_and_closed() {
    story(async |site| {
        site.found().await;
        let (gang, ke, fan) =
            (site.sign_in("wu.gang").await, site.sign_in("shen.ke").await, site.sign_in("yang.fan").await);
        let blank = gang.get(&format!("/forms/{}/new", site.form())).await.fine();
        assert_eq!((&blank["matrix"]["technician"], &blank["matrix"]["site"]), (&json!("hidden"), &json!("edit")));
        let order = open(&gang, site, &report()).await;
        assert_eq!((&order["state"], &order["title"]), (&json!("running"), &json!("CNC-012 异响")));
        assert_eq!(verbs(&order), ["withdraw", "comment", "cc", "urge"]);
        assert_eq!(order["values"]["is_down"], json!(false));

        let page = look(&ke, &order).await;
        let back = json!({ "task": task(&page, "return"), "target": "start", "comment": "哪台主轴？" });
        assert_eq!(act(&ke, &order, "return", back).await["state"], "returned");
        let page = look(&gang, &order).await;
        assert_eq!(page["matrix"]["description"], "edit");
        let again = json!({ "values": { "description": "二号主轴异响" } });
        assert_eq!(act(&gang, &order, "submit", again).await["state"], "running");

        let page = look(&ke, &order).await;
        let values = json!({ "technician": fan.id, "due": "2099-01-01" });
        let done = json!({ "task": task(&page, "complete"), "values": values, "comment": "" });
        act(&ke, &order, "complete", done).await;
        let page = look(&fan, &order).await;
        let values = json!({ "cause": "wear", "work_done": "换轴承", "labour_hours": "2.5" });
        act(&fan, &order, "complete", json!({ "task": task(&page, "complete"), "values": values })).await;
        let page = look(&gang, &order).await;
        let yes = json!({ "task": task(&page, "approve"), "values": { "rating": 5 }, "comment": "好" });
        let page = act(&gang, &order, "approve", yes).await;
        assert_eq!((&page["state"], &page["result"]), (&json!("completed"), &json!("已修复")));
        assert_eq!(page["values"]["labour_hours"], "2.5");
        let told = [
            "submitted",
            "path_chosen",
            "assigned",
            "returned",
            "resubmitted",
            "path_chosen",
            "assigned",
            "completed",
            "assigned",
            "completed",
            "assigned",
            "approved",
            "copied",
            "ended",
        ];
        assert_eq!(kinds(&page), told);
        assert_eq!(page["flow"]["taken_edges"], json!(["e1", "e3", "e4", "e6", "e7", "e8"]));
        let why = &page["history"][1]["data"];
        assert_eq!((&why["label"], &why["tried"][0]["label"]), (&json!("其他"), &json!("严重或停机")));
        assert_eq!(why["tried"][0]["inputs"], json!([["severity", "minor"], ["is_down", false]]));
    });
}

fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(400, 200).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn a_file_is_its_bringers_until_it_hangs_on_an_order() {
    story(async |site| {
        site.found().await;
        let (gang, lei, min) =
            (site.sign_in("wu.gang").await, site.sign_in("han.lei").await, site.sign_in("zhou.min").await);
        let photo = gang.upload("现场.png", &png()).await.fine();
        assert_eq!((&photo["name"], &photo["media"]), (&json!("现场.png"), &json!("image/png")));
        let address = format!("/files/{}", photo["id"].as_str().unwrap());
        assert_eq!(gang.get(&address).await.bytes, png());
        assert_eq!(lei.get(&address).await.refusal(), (404, "not_found".to_owned()));

        let mut urgent = report();
        urgent["severity"] = json!("critical");
        urgent["photos"] = json!([photo["id"]]);
        let stolen = min.post("/orders", &json!({ "form": site.form(), "values": urgent })).await;
        assert_eq!(stolen.refusal(), (422, "invalid".to_owned()));
        assert_eq!(stolen.json()["problems"][0]["code"], "unknown_file");

        let order = open(&gang, site, &urgent).await;
        assert_eq!(order["values"]["photos"], json!([photo]));
        let page = look(&lei, &order).await;
        assert_eq!(verbs(&page), ["claim", "comment", "cc"]);
        let through = format!("{address}?order={}", order["id"].as_str().unwrap());
        let shown = lei.get(&format!("{through}&inline=1")).await;
        assert_eq!((shown.status, &shown.bytes), (200, &png()));
        assert_eq!(shown.headers["content-type"], "image/png");
        assert_eq!(shown.headers["x-content-type-options"], "nosniff");
        assert!(shown.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
        let part = Answer::of(lei.request(Method::GET, &through).header("Range", "bytes=1-3")).await;
        assert_eq!((part.status, part.bytes.as_slice()), (206, b"PNG".as_slice()));
        assert_eq!(part.headers["content-range"], format!("bytes 1-3/{}", png().len()));
        let saved = lei.get(&through).await;
        assert_eq!(saved.headers["content-type"], "application/octet-stream");
        let name = "attachment; filename*=UTF-8''%E7%8E%B0%E5%9C%BA.png";
        assert_eq!(saved.headers["content-disposition"], name);
        let small = lei.get(&through.replace('?', "/thumbnail?")).await;
        assert_eq!((small.status, image::guess_format(&small.bytes).unwrap()), (200, image::ImageFormat::Jpeg));
        for address in [&through, &format!("/orders/{}", order["id"].as_str().unwrap())] {
            assert_eq!(min.get(address).await.refusal(), (404, "not_found".to_owned()));
        }

        let page = act(&lei, &order, "claim", json!({ "task": task(&page, "claim") })).await;
        let said = json!({ "text": "看附件", "files": [photo["id"]] });
        let foreign = lei.post(&format!("/orders/{}/comment", order["id"].as_str().unwrap()), &said).await;
        assert_eq!(foreign.refusal(), (422, "invalid".to_owned()));
        let report = lei.upload("report.txt", "已换泵".as_bytes()).await.fine();
        let said = json!({ "text": "看附件", "files": [report["id"]] });
        act(&lei, &order, "comment", said).await;
        let through = format!("/files/{}?order={}", report["id"].as_str().unwrap(), order["id"].as_str().unwrap());
        assert_eq!(gang.get(&through).await.text(), "已换泵");
        assert_eq!(page["matrix"]["work_done"], "required");

        // One has the bytes of the photo, which stays.
        let twin = gang.upload("later.png", &png()).await.fine();
        let forgotten = gang.upload("later.txt", "明天再说".as_bytes()).await.fine();
        let house = &site.running.house;
        assert_eq!(sweep::once(&house.store, &house.writer, house.now()).await.unwrap(), 0);
        let much_later = house.now().plus_ms(FILE_UNUSED_MS_MAX + 2 * HOUR_MS);
        assert_eq!(sweep::once(&house.store, &house.writer, much_later).await.unwrap(), 1);
        for gone in [&twin, &forgotten] {
            let gone = gang.get(&format!("/files/{}", gone["id"].as_str().unwrap())).await;
            assert_eq!(gone.refusal(), (404, "not_found".to_owned()));
        }
        assert_eq!((gang.get(&through).await.status, gang.get(&address).await.status), (200, 200));
    });
}

/// A refusal that says itself in the reader's language and changed nothing.
fn check((site, head): (&Site, u64), language: &str, name: &str, (answer, expected): (&Answer, (u16, &str))) {
    let (status, code) = answer.refusal();
    assert_eq!((status, code.as_str()), expected, "{name}: {}", answer.text());
    let page = Code::parse(&code).unwrap().page();
    let title = if language == "zh" { page.zh } else { page.en };
    assert_eq!(answer.json()["title"], title, "{name}");
    assert_eq!(site.running.house.store.head(), head, "{name} left something behind");
}

#[test]
fn bad_input_is_told_where_and_why_and_changes_nothing() {
    story(async |site| {
        let admin = site.found().await;
        let (gang, ke) = (site.sign_in("wu.gang").await, site.sign_in("shen.ke").await);
        let order = open(&gang, site, &report()).await;
        let id = order["id"].as_str().unwrap();
        let held = task(&look(&ke, &order).await, "complete").clone();
        let closed = open(&gang, site, &report()).await;
        act(&gang, &closed, "withdraw", json!({ "to": "cancel" })).await;
        let draft = admin.get(&format!("/forms/{}/draft", site.form())).await.fine();
        let drawing = admin.get(&format!("/forms/{}/flow/draft", site.form())).await.fine();
        for language in ["zh", "en"] {
            for person in [&gang, &admin, &ke] {
                assert_eq!(person.put("/session/language", 0, &json!({ "language": language })).await.status, 204);
            }
            let head = site.running.house.store.head();
            let judge = |name: &str, answer: Answer, expected: (u16, &str)| {
                check((site, head), language, name, (&answer, expected));
                answer.json()
            };

            let broken =
                gang.request(Method::POST, "/orders").header("Content-Type", "application/json").body("{\"form\":");
            let told = judge("malformed JSON", Answer::of(broken).await, (400, "malformed"));
            assert_eq!(told["detail"], "The body is no JSON: EOF while parsing a value at line 1, column 8.");
            let typed = json!({ "form": 7 });
            let told = judge("a wrong type", gang.post("/orders", &typed).await, (400, "malformed"));
            assert!(told["detail"].as_str().unwrap().starts_with("At form: "), "{told}");
            let more = json!({ "form": site.form(), "values": {}, "owner": gang.id });
            let told = judge("an unknown field of a body", gang.post("/orders", &more).await, (400, "malformed"));
            assert!(told["detail"].as_str().unwrap().contains("unknown field `owner`"), "{told}");
            let plain = gang.request(Method::POST, "/orders").header("Content-Type", "text/plain").body("{}");
            judge("another media type", Answer::of(plain).await, (415, "media_unsupported"));

            let mut values = report();
            values["description"] = json!("长".repeat(2_001));
            values["equipment"] = json!(null);
            values["site"] = json!("moon");
            values["nonsense"] = json!("x");
            values["technician"] = json!(gang.id);
            let sent = gang.post("/orders", &json!({ "form": site.form(), "values": values })).await;
            let told = judge("every bad field at once", sent, (422, "invalid"));
            let mut found: Vec<_> = told["problems"].as_array().unwrap().iter().map(place_and_code).collect();
            found.sort_unstable();
            let expected = [
                ("description", "too_long"),
                ("equipment", "required"),
                ("nonsense", "unknown_field"),
                ("site", "unknown_option"),
                ("technician", "not_editable"),
            ];
            assert_eq!(found, expected);

            let stale = gang.request(Method::POST, &format!("/orders/{id}/urge")).header("If-Match", "\"1\"");
            let told = judge("a stale order", Answer::of(stale.json(&json!({}))).await, (409, "stale_revision"));
            assert_eq!(told["data"]["now"], order["rev"]);
            let path = format!("/forms/{}/draft", site.form());
            let old = draft["rev"].as_u64().unwrap() + 7;
            let saved = admin.put(&path, old, &json!({ "definition": draft["definition"] })).await;
            let told = judge("a stale draft", saved, (409, "stale_revision"));
            assert_eq!(told["data"]["now"], draft["rev"]);

            let comment = json!({ "task": "w1", "comment": "", "values": {} });
            let closed = format!("/orders/{}/approve", closed["id"].as_str().unwrap());
            judge("a closed order", gang.post(&closed, &comment).await, (409, "order_ended"));
            let foreign = json!({ "task": held, "values": {}, "comment": "" });
            let foreign = gang.post(&format!("/orders/{id}/complete"), &foreign).await;
            judge("a foreign task", foreign, (403, "not_yours"));
            let done = json!({ "task": held, "values": { "rating": 5, "technician": ke.id, "due": "2099-01-01" } });
            let told =
                judge("a hidden field", ke.post(&format!("/orders/{id}/complete"), &done).await, (422, "invalid"));
            assert_eq!(place_and_code(&told["problems"][0]), ("rating", "not_editable"));
            judge("an unknown order", gang.get(&format!("/orders/{}", gang.id)).await, (404, "not_found"));
            judge("no id", gang.get("/orders/seven").await, (404, "not_found"));
            judge("what is no draft of mine", ke.delete(&format!("/orders/{id}/draft")).await, (404, "not_found"));

            let told = judge("a program", gang.upload("manual.pdf", b"MZ\x90\0").await, (422, "file_refused"));
            assert_eq!(told["data"], json!({ "name": "manual.pdf", "reason": "program" }));
            judge("a disguise", gang.upload("photo.jpg", b"<html></html>").await, (422, "file_refused"));
            judge("an empty file", gang.upload("photo.jpg", b"").await, (422, "file_refused"));
            judge("a path", gang.upload("../photo.png", &png()).await, (422, "invalid"));

            let code = json!({ "code": "0".repeat(52) });
            judge("a set-up code when all is set up", gang.post("/setup/code", &code).await, (409, "setup_done"));
            let unsound = flawed(&drawing["definition"]);
            let foreseen = admin.post(&format!("/forms/{}/flow/preview", site.form()), &unsound).await.fine();
            assert_eq!(place_and_code(&foreseen["problems"][0]), ("edges.lost", "flow_unknown_node"));
        }
        // Nobody is asked who they are before it is known that our own page is asking.
        let forged = gang.request(Method::POST, "/orders").header("Sec-Fetch-Site", "cross-site").body("{}");
        assert_eq!(Answer::of(forged).await.refusal(), (403, "forged_request".to_owned()));
    });
}

#[test]
fn what_is_unsound_is_kept_as_a_draft_and_never_published() {
    story(async |site| {
        let admin = site.found().await;
        let path = format!("/forms/{}", site.form());
        let draft = admin.get(&format!("{path}/draft")).await.fine();
        assert_eq!(draft["problems"], json!([]));
        let mut definition = draft["definition"].clone();
        let fields = definition["fields"].as_array_mut().unwrap();
        let computed = fields.iter_mut().find(|field| field["id"] == "total_cost").unwrap();
        computed["control"]["formula"] = json!("total_cost + 1");
        let rev = draft["rev"].as_u64().unwrap();
        let saved = admin.put(&format!("{path}/draft"), rev, &json!({ "definition": definition })).await.fine();
        assert_eq!(saved["rev"], rev + 1);
        assert_eq!(place_and_code(&saved["problems"][0]), ("fields.total_cost", "formula_cycle"));
        let published = admin.post(&format!("{path}/publish"), &json!({ "rev": rev + 1 })).await;
        assert_eq!(published.refusal(), (422, "invalid".to_owned()));
        assert_eq!(published.json()["problems"], saved["problems"]);

        let drawing = admin.get(&format!("{path}/flow/draft")).await.fine();
        let rev = drawing["rev"].as_u64().unwrap();
        let saved = admin.put(&format!("{path}/flow/draft"), rev, &flawed(&drawing["definition"])).await.fine();
        assert_eq!(place_and_code(&saved["problems"][0]), ("edges.lost", "flow_unknown_node"));
        let published = admin.post(&format!("{path}/flow/publish"), &json!({ "rev": rev + 1 })).await;
        assert_eq!(published.refusal(), (422, "invalid".to_owned()));
        let mended = json!({ "definition": drawing["definition"] });
        admin.put(&format!("{path}/flow/draft"), rev + 1, &mended).await.fine();
        let note = json!({ "rev": rev + 2, "note": "又一次" });
        assert_eq!(admin.post(&format!("{path}/flow/publish"), &note).await.fine(), json!({ "version": 2 }));
        let versions = admin.get(&format!("{path}/flow/versions")).await.fine();
        assert_eq!((&versions[0]["note"], &versions[0]["by"]), (&json!("又一次"), &json!(admin.id)));
    });
}

#[test]
fn whoever_saves_second_is_told_who_was_first() {
    story(async |site| {
        let admin = site.found().await;
        let form = format!("/forms/{}", site.form());
        for path in [format!("{form}/draft"), format!("{form}/flow/draft")] {
            let draft = admin.get(&path).await.fine();
            let (rev, definition) = (draft["rev"].as_u64().unwrap(), json!({ "definition": draft["definition"] }));
            admin.put(&path, rev, &definition).await.fine();
            let second = admin.put(&path, rev, &definition).await;
            assert_eq!(second.refusal(), (409, "stale_revision".to_owned()), "{path}");
            let told = &second.json()["data"];
            assert_eq!((&told["now"], &told["by"]), (&json!(rev + 1), &json!(admin.id)), "{path}");
            assert!((1..=site.running.house.now().0).contains(&told["at"].as_i64().unwrap()), "{path}: {told}");
            let never = admin.put(&path, rev + 7, &definition).await.json();
            assert_eq!(never["data"]["now"], json!(rev + 1), "{path}");
        }
    });
}

#[test]
fn a_command_that_comes_again_changes_nothing_twice() {
    story(async |site| {
        site.found().await;
        let gang = site.sign_in("wu.gang").await;
        let key = "0192f000-0000-7000-8000-000000000abc";
        let body = json!({ "form": site.form(), "values": report() });
        let again = || {
            let request = gang.request(Method::POST, "/orders");
            let (client, request) = request.build_split();
            let mut request = request.unwrap();
            request.headers_mut().insert("idempotency-key", key.parse().unwrap());
            reqwest::RequestBuilder::from_parts(client, request).json(&body)
        };
        let first = Answer::of(again()).await.fine();
        let head = site.running.house.store.head();
        assert_eq!(Answer::of(again()).await.fine()["id"], first["id"]);
        assert_eq!(site.running.house.store.head(), head);
        let blank = gang.get(&format!("/forms/{}/new", site.form())).await.fine();
        assert_eq!(blank["draft"], json!(null));
        let draft = json!({ "form": site.form(), "values": { "equipment": "CNC-7" }, "draft": true });
        let draft = gang.post("/orders", &draft).await.fine();
        assert_eq!((&draft["state"], verbs(&draft)), (&json!("draft"), vec!["submit"]));
        let blank = gang.get(&format!("/forms/{}/new", site.form())).await.fine();
        assert_eq!(blank["draft"], draft["id"]);
        let path = format!("/orders/{}/draft", draft["id"].as_str().unwrap());
        assert_eq!(gang.delete(&path).await.status, 204);
        assert_eq!(gang.delete(&path).await.refusal(), (404, "not_found".to_owned()));
    });
}

#[test]
fn before_the_first_run_only_the_code_opens_anything() {
    story(async |site| {
        let nobody = site.stranger();
        assert!(nobody.get("/state").await.fine()["setup_needed"].as_bool().unwrap());
        assert_eq!(nobody.get("/apps").await.refusal(), (503, "setup_needed".to_owned()));
        let wrong = nobody.post("/setup/code", &json!({ "code": "0".repeat(52) })).await;
        assert_eq!(wrong.refusal(), (403, "setup_code_wrong".to_owned()));
        assert_eq!(wrong.json()["title"], Code::SetupCodeWrong.page().zh);
        site.found().await;
        assert_eq!(nobody.get("/apps").await.refusal(), (401, "signed_out".to_owned()));
    });
}

fn place_and_code(problem: &Value) -> (&str, &str) {
    (problem["place"].as_str().unwrap(), problem["code"].as_str().unwrap())
}

/// The drawing with a line to nowhere.
fn flawed(drawing: &Value) -> Value {
    let mut drawing = drawing.clone();
    let edges = drawing["edges"].as_array_mut().unwrap();
    edges.insert(0, json!({ "id": "lost", "from": "start", "to": "nowhere" }));
    json!({ "definition": drawing })
}
