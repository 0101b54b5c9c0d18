//! What windows hear while others work, and when they stop hearing.

use std::time::Duration;

use reqwest::{Method, Response};
use serde_json::{Value, json};
use tessera::model::limit::HOLD_MS;

use super::site::{Person, story};
use super::{act, look, open, report, task};

/// Far longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(15);

struct Ear {
    response: Response,
    heard: String,
}

impl Ear {
    async fn open(person: &Person<'_>, last: Option<u64>) -> Self {
        let mut request = person.request(Method::GET, "/live");
        if let Some(last) = last {
            request = request.header("Last-Event-ID", last.to_string());
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let mut ear = Self { response, heard: String::new() };
        assert_eq!(ear.block().await.unwrap(), "retry: 2000");
        ear
    }

    /// The next block of lines; `None` at the end of the stream.
    async fn block(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.heard.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.heard = rest;
                return Some(block);
            }
            let more = tokio::time::timeout(PATIENCE, self.response.chunk()).await.expect("something is heard");
            self.heard.push_str(std::str::from_utf8(&more.unwrap()?).unwrap());
        }
    }

    /// Listens until a topic is named; gives the number of that event.
    async fn hears(&mut self, topic: &str) -> u64 {
        loop {
            let block = self.block().await.expect("the stream goes on");
            let Some(data) = block.lines().find_map(|line| line.strip_prefix("data: ")) else { continue };
            let event: Value = serde_json::from_str(data).unwrap();
            let seq = event["seq"].as_u64().unwrap();
            assert!(block.starts_with(&format!("id: {seq}\n")), "{block}");
            if event["touched"].as_array().unwrap().iter().any(|touched| touched == topic) {
                return seq;
            }
        }
    }
}

#[test]
fn a_window_hears_what_its_person_may_know_and_nothing_else() {
    story(async |site| {
        site.found().await;
        let (gang, ke, min) =
            (site.sign_in("wu.gang").await, site.sign_in("shen.ke").await, site.sign_in("zhou.min").await);
        let (mut his, mut hers) = (Ear::open(&ke, None).await, Ear::open(&min, None).await);
        let order = open(&gang, site, &report()).await;
        let name = format!("order:{}", order["id"].as_str().unwrap());
        let first = his.hears("inbox").await;
        let page = look(&ke, &order).await;
        let values = json!({ "technician": min.id, "due": "2099-01-01" });
        act(&ke, &order, "complete", json!({ "task": task(&page, "complete"), "values": values })).await;
        his.hears(&name).await;
        // The first thing she hears of it is that it is hers now.
        let second = hers.hears(&name).await;
        assert!(second > first);

        let mut back = Ear::open(&ke, Some(first)).await;
        assert_eq!(back.hears(&name).await, second);
        let mut lost = Ear::open(&ke, Some(1_000_000)).await;
        assert!(lost.block().await.unwrap().contains("event: reset"));
    });
}

#[test]
fn who_is_about_to_decide_hears_of_it_on_every_device_and_nobody_else_does() {
    story(async |site| {
        site.found().await;
        let (gang, ke) = (site.sign_in("wu.gang").await, site.sign_in("shen.ke").await);
        let order = open(&gang, site, &report()).await;
        let name = format!("order:{}", order["id"].as_str().unwrap());
        let page = look(&ke, &order).await;
        let (mut his, mut hers) = (Ear::open(&ke, None).await, Ear::open(&gang, None).await);
        let back = json!({ "task": task(&page, "return"), "target": "start", "comment": "哪台？" });
        let page = act(&ke, &order, "return?hold=true", back.clone()).await;
        let held = his.hears(&name).await;
        let ids = json!({ "ids": [page["held"][0]["id"]] });
        ke.post("/held/take-back", &ids).await.fine();
        let taken_back = his.hears(&name).await;
        assert!(taken_back > held);
        act(&ke, &order, "return?hold=true", back).await;
        let again = his.hears(&name).await;
        site.running.house.clock.set_offset_ms(HOLD_MS + 1);
        assert!(his.hears(&name).await > again);
        // The first thing that she hears of it is that it is hers.
        assert!(hers.hears(&name).await > again);
    });
}

#[test]
fn a_stream_ends_with_its_session() {
    story(async |site| {
        site.found().await;
        let (ke, again) = (site.sign_in("shen.ke").await, site.sign_in("shen.ke").await);
        let (mut first, mut second) = (Ear::open(&ke, None).await, Ear::open(&again, None).await);
        assert_eq!(ke.delete("/session").await.status, 204);
        while first.block().await.is_some() {}
        let me = json!({ "current": super::site::PASSWORD, "new": "quite another phrase" });
        assert_eq!(again.put("/session/password", 0, &me).await.status, 204);
        while second.block().await.is_some() {}
        assert_eq!(again.get("/live").await.refusal(), (401, "signed_out".to_owned()));
    });
}
