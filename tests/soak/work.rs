//! People at work on one appliance, and what they remember of its answers. Every order takes the same five steps: created, a paper
//! attached, changed, completed, approved. An answer is the order's whole page, so whoever got it knows what must be there for ever.

use reqwest::Method;
use serde_json::{Value, json};

use super::release::{Caller, Sent, fresh};
use crate::ledger::Dice;
use crate::support::appliance::Answer;

/// A form with a text, an amount and papers; its flow is one piece of work and one approval, both the administrator's.
pub async fn drawn(admin: &Caller) -> String {
    let app = admin.post("/apps", json!({ "name": "Soak" })).await.good();
    let path = format!("/apps/{}/forms", app["id"].as_str().expect("an id"));
    let form = admin.post(&path, json!({ "name": "Order" })).await.good()["id"].as_str().expect("an id").to_owned();
    let me = admin.get("/session").await.good()["user"]["id"].clone();
    let field = |id: &str, control: Value| json!({ "id": id, "label": id, "control": control });
    let definition = json!({
        "fields": [
            field("what", json!({ "kind": "textarea" })),
            field("cost", json!({ "kind": "money" })),
            field("papers", json!({ "kind": "file" })),
        ],
        "sections": [{ "id": "all", "items": [{ "field": "what" }, { "field": "cost" }, { "field": "papers" }] }],
    });
    publish(admin, &format!("/forms/{form}"), definition).await;
    let step = |id: &str, kind: &str| {
        let assign = json!({ "sources": [{ "kind": "users", "users": [me] }], "self_approval": "allow" });
        let fields = json!({ "what": "edit", "cost": "edit", "papers": "edit" });
        json!({ "id": id, "name": id, "step": { "kind": kind, "assign": assign, "fields": fields } })
    };
    let end = |id: &str| json!({ "id": id, "name": id, "step": { "kind": "end" } });
    let edge = |id: &str, from: &str, to: &str, port: &str| json!({ "id": id, "from": from, "to": to, "port": port });
    let flow = json!({
        "nodes": [
            { "id": "start", "name": "Start", "step": { "kind": "start" } },
            step("work", "handle"), step("sign", "approve"), end("done"), end("refused"),
        ],
        "edges": [
            edge("e1", "start", "work", "out"), edge("e2", "work", "sign", "out"),
            edge("e3", "sign", "done", "approved"), edge("e4", "sign", "refused", "rejected"),
        ],
    });
    publish(admin, &format!("/forms/{form}/flow"), flow).await;
    let role = admin
        .get("/roles")
        .await
        .good()
        .as_array()
        .and_then(|roles| roles.iter().find(|role| role["everyone"] == true).cloned());
    let role = role.expect("a role of everybody");
    let grant = json!([{ "role": role["id"], "actions": ["view", "create"], "scope": { "kind": "own" } }]);
    let path = format!("/apps/{}/grants", app["id"].as_str().expect("an id"));
    admin.call(Method::PUT, &path, &Sent::Json(grant)).await.good();
    form
}

async fn publish(admin: &Caller, path: &str, definition: Value) {
    let draft = admin.get(&format!("{path}/draft")).await.good();
    let saved = admin.put(&format!("{path}/draft"), &draft["rev"], json!({ "definition": definition })).await.good();
    assert_eq!(saved["problems"], json!([]), "the definition is sound");
    admin.post(&format!("{path}/publish"), json!({ "rev": saved["rev"], "note": "" })).await.good();
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    Create,
    Attach,
    Change,
    Complete,
    Approve,
}

const LIFE: [Step; 5] = [Step::Create, Step::Attach, Step::Change, Step::Complete, Step::Approve];

impl Step {
    /// What a step adds to an order's history.
    const fn told(self) -> &'static [&'static str] {
        match self {
            Self::Create => &["submitted", "assigned"],
            // What is saved at a step is told when the step is completed.
            Self::Attach | Self::Change => &[],
            Self::Complete => &["completed", "assigned"],
            Self::Approve => &["approved", "ended"],
        }
    }
}

/// One person with orders of their own.
pub struct Writer {
    form: String,
    dice: Dice,
    orders: Vec<Order>,
    papers: Vec<Paper>,
    /// Answers that said yes.
    pub acknowledged: u64,
}

/// An order as its last answer told it.
struct Order {
    id: uuid::Uuid,
    page: Value,
    steps: usize,
    /// Sent, and not answered.
    pending: Option<Pending>,
}

struct Pending {
    step: Step,
    path: String,
    body: Value,
    command: u128,
}

struct Paper {
    id: String,
    bytes: Vec<u8>,
}

/// What happened to everything that was pending.
#[derive(Default)]
pub struct Settled {
    pub done: u64,
    pub undone: u64,
}

impl Writer {
    pub fn new(form: &str, seed: u64) -> Self {
        let (orders, papers) = (Vec::new(), Vec::new());
        Self { form: form.to_owned(), dice: Dice::new(seed), orders, papers, acknowledged: 0 }
    }

    /// Works until nobody answers, or `steps` answers have come. Gives an answer that was neither: a refusal.
    pub async fn work(&mut self, caller: &Caller, steps: u64) -> Option<Answer> {
        for _ in 0..steps {
            if self.orders.last().is_none_or(|order| order.steps == LIFE.len()) {
                let id = uuid::Uuid::from_u128(fresh());
                self.orders.push(Order { id, page: Value::Null, steps: 0, pending: None });
            }
            let step = LIFE[self.orders.last().expect("there is one").steps];
            let paper = match step {
                Step::Attach => match self.bring(caller).await {
                    Ok(paper) => Some(paper),
                    Err(refused) => return refused,
                },
                Step::Create | Step::Change | Step::Complete | Step::Approve => None,
            };
            let text = self.text();
            let order = self.orders.last_mut().expect("there is one");
            order.pending = Some(order.asks(&self.form, step, (&text, paper.as_deref())));
            match order.send(caller).await {
                Some(answer) if answer.status == 200 => {
                    order.take(answer.json());
                    self.acknowledged += 1;
                }
                Some(refused) => return Some(refused),
                None => return None,
            }
        }
        None
    }

    /// Works until nobody answers.
    pub async fn work_until_cut(&mut self, caller: &Caller) {
        if let Some(refused) = self.work(caller, u64::MAX).await {
            let asked = self.orders.last().and_then(|order| order.pending.as_ref()).map(|pending| &pending.path);
            panic!("only the end of the process stops the work: {asked:?} {} {}", refused.status, refused.text());
        }
    }

    /// After a restart: what was answered is there, and what was not answered happened as a whole or not at all. Sent again, it
    /// happens once.
    pub async fn settle(&mut self, caller: &Caller) -> Settled {
        let mut settled = Settled::default();
        let Some(order) = self.orders.last_mut() else { return settled };
        let found = caller.get(&order.path()).await;
        let is_absent = found.status == 404;
        assert!(is_absent && order.steps == 0 || found.status == 200, "{}: {}", order.id, found.text());
        let found = if is_absent { Value::Null } else { found.json() };
        if order.pending.is_none() {
            assert_eq!(found, order.page, "{} is not as it was acknowledged", order.id);
            return settled;
        }
        let before = order.page.clone();
        order.take(order.send(caller).await.expect("it runs").good());
        self.acknowledged += 1;
        if found == before {
            settled.undone += 1;
        } else {
            assert_eq!(found, order.page, "{} is torn", order.id);
            settled.done += 1;
        }
        settled
    }

    /// Everything that was ever acknowledged. Gives the number of orders and files.
    pub async fn check(&self, caller: &Caller) -> (u64, u64) {
        for order in self.orders.iter().filter(|order| order.steps > 0) {
            let found = caller.get(&order.path()).await;
            assert!(found.status == 200, "{} is missing: {}", order.id, found.text());
            assert!(
                found.json() == order.page || order.pending.is_some(),
                "{} is not as it was acknowledged: {} instead of {}",
                order.id,
                found.json(),
                order.page
            );
        }
        for paper in &self.papers {
            let found = caller.get(&format!("/files/{}", paper.id)).await;
            assert!(found.bytes == paper.bytes, "file {} is not as it was acknowledged: {}", paper.id, found.status);
        }
        (self.orders.len() as u64, self.papers.len() as u64)
    }

    async fn bring(&mut self, caller: &Caller) -> Result<String, Option<Answer>> {
        let most = if self.dice.below(8) == 0 { 200_000 } else { 4_000 };
        let len = 1 + self.dice.below(most);
        let bytes: Vec<u8> = (0..len).map(|at| b'a' + (at % 23).to_le_bytes()[0]).collect();
        let sent = Sent::Bytes(bytes.clone());
        let answer = caller.send(Method::POST, "/files?name=paper.txt", (fresh(), &sent)).await.ok_or(None)?;
        if answer.status != 200 {
            return Err(Some(answer));
        }
        let id = answer.json()["id"].as_str().expect("an id").to_owned();
        self.acknowledged += 1;
        self.papers.push(Paper { id: id.clone(), bytes });
        Ok(id)
    }

    fn text(&mut self) -> String {
        let words = usize::try_from(1 + self.dice.below(300)).expect("a few");
        format!("pump {:x} leaks. {}", self.dice.roll(), "oil ".repeat(words))
    }
}

impl Order {
    fn path(&self) -> String {
        format!("/orders/{}", self.id)
    }

    fn asks(&self, form: &str, step: Step, (text, paper): (&str, Option<&str>)) -> Pending {
        let task = || {
            let mut tasks = self.page["tasks"].as_array().into_iter().flatten();
            tasks.find(|task| task["state"] == "open").expect("a task is open")["id"].clone()
        };
        let (verb, body) = match step {
            Step::Create => {
                let values = json!({ "what": text, "cost": "120.50" });
                ("/orders".to_owned(), json!({ "id": self.id, "form": form, "values": values }))
            }
            Step::Attach => ("save".to_owned(), json!({ "task": task(), "values": { "papers": [paper] } })),
            Step::Change => ("save".to_owned(), json!({ "task": task(), "values": { "what": text } })),
            Step::Complete => ("complete".to_owned(), json!({ "task": task(), "values": { "cost": "99.00" } })),
            Step::Approve => ("approve".to_owned(), json!({ "task": task(), "comment": text })),
        };
        let path = if step == Step::Create { verb } else { format!("{}/{verb}", self.path()) };
        Pending { step, path, body, command: fresh() }
    }

    async fn send(&self, caller: &Caller) -> Option<Answer> {
        let pending = self.pending.as_ref().expect("something is asked");
        caller.send(Method::POST, &pending.path, (pending.command, &Sent::Json(pending.body.clone()))).await
    }

    /// An answer came: its history is the one before and this step's, once.
    fn take(&mut self, page: Value) {
        let step = self.pending.take().expect("something was asked").step;
        let kinds = |page: &Value| -> Vec<String> {
            let entries = page["history"].as_array().cloned().unwrap_or_default();
            entries.iter().map(|entry| entry["kind"].as_str().unwrap_or_default().to_owned()).collect()
        };
        let mut expected = kinds(&self.page);
        expected.extend(step.told().iter().map(|kind| (*kind).to_owned()));
        assert_eq!(kinds(&page), expected, "{}: {step:?} happened once", self.id);
        let written = self.page["record_rev"].as_u64().unwrap_or(1) + u64::from(step != Step::Approve);
        assert_eq!(page["record_rev"], written, "{}: {step:?} wrote once", self.id);
        self.page = page;
        self.steps += 1;
    }
}
