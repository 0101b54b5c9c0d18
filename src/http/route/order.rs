//! Orders: opened, looked at, and moved by their verbs. Every verb answers the whole page, as it is for the caller afterwards.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::held::Holding;
use super::order_page::{self, OrderPage};
use super::{Route, delete, get, post, put};
use crate::http::body::Body;
use crate::http::caller::{Allowed, CreateOnForm, SignedIn};
use crate::http::refusal::Refused;
use crate::http::wire::{Named, WireRecord};
use crate::model::command::{Ask, Opinion, OrderVerb, ReturnTarget, Ruling, Verdict, WithdrawTo};
use crate::model::document::Document;
use crate::model::form::{FieldMatrix, FormDefinition};
use crate::model::id::{FileId, FormId, NodeId, OptionId, RecordId, TaskId, UserId, VisitId};
use crate::model::limit::BRIEF_EVENTS_MAX;
use crate::query::order;
use crate::query::reading::Reader;
use crate::query::wire;

pub fn routes() -> Vec<Route> {
    vec![
        get("/forms/{form}/new", blank),
        post("/orders", open),
        get("/orders/{order}", show),
        put("/orders/{order}/draft", save_draft),
        delete("/orders/{order}/draft", discard_draft),
        post("/orders/{order}/submit", submit),
        post("/orders/{order}/claim", claim),
        post("/orders/{order}/release", release),
        post("/orders/{order}/save", save),
        post("/orders/{order}/complete", complete),
        post("/orders/{order}/approve", approve),
        post("/orders/{order}/reject", reject),
        post("/orders/{order}/return", send_back),
        post("/orders/{order}/recall", recall),
        post("/orders/{order}/withdraw", withdraw),
        post("/orders/{order}/transfer", transfer),
        post("/orders/{order}/comment", comment),
        post("/orders/{order}/cc", cc),
        post("/orders/{order}/urge", urge),
        post("/orders/{order}/terminate", terminate),
        post("/orders/{order}/change-assignee", change_assignee),
        post("/orders/{order}/edit", edit),
        post("/orders/{order}/resolve", resolve),
    ]
}

type Page = Result<web::Json<OrderPage>, Refused>;
type Path = web::Path<RecordId>;
type Held = web::Query<Holding>;

/// No form has this id: an order that exists knows its form.
const ITS_OWN: FormId = FormId::from_u128(0);

async fn act(caller: Allowed<SignedIn>, order: RecordId, verb: OrderVerb) -> Page {
    let ask = Ask::Order { order, rev: caller.rev, verb };
    done(caller, order, ask).await
}

async fn decide(caller: Allowed<SignedIn>, order: RecordId, verdict: Verdict, holding: &Holding) -> Page {
    let ask = holding.ask(order, caller.rev, verdict);
    done(caller, order, ask).await
}

async fn done(caller: Allowed<SignedIn>, order: RecordId, ask: Ask) -> Page {
    let committed = caller.submit(ask).await?;
    let Some(moved) = committed.order(order).cloned() else { return show(caller, order.into()).await };
    let is_brief = moved.order.rev <= BRIEF_EVENTS_MAX;
    let first = committed.first_passage(order);
    let page = move |reader: Reader<'_>| {
        let seen = order::look(reader, moved)?;
        match first {
            // There is nothing else to read.
            Some(passage) => Ok(order_page::build(reader, seen, &[passage], &BTreeMap::new())),
            None => order_page::read(reader, seen),
        }
    };
    // Whoever acts has just looked: a short past is still in memory, and reading it costs less than another thread's waking.
    Ok(web::Json(if is_brief { caller.glance(page)? } else { caller.read(page).await? }))
}

async fn show(caller: Allowed<SignedIn>, order: Path) -> Page {
    let page = move |reader: Reader<'_>| order_page::read(reader, order::see(reader, *order)?);
    Ok(web::Json(caller.read(page).await?))
}

/// What a new order begins with.
#[derive(Serialize)]
struct Blank {
    definition: Document<FormDefinition>,
    version: u32,
    values: BTreeMap<crate::model::id::FieldId, wire::Shown>,
    matrix: FieldMatrix,
    /// One that the person left.
    draft: Option<RecordId>,
}

async fn blank(caller: Allowed<CreateOnForm>, form: web::Path<FormId>) -> Result<web::Json<Blank>, Refused> {
    let blank = caller.read(move |reader| Ok(order::blank(reader, *form)?)).await?;
    Ok(web::Json(Blank {
        definition: blank.form.definition.clone(),
        version: blank.form.version,
        values: wire::values(&blank.values, |field| blank.matrix.get(field).is_some_and(order::is_shown)),
        matrix: blank.matrix,
        draft: blank.draft,
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Open {
    form: FormId,
    #[serde(default)]
    values: WireRecord,
    #[serde(default)]
    draft: bool,
    /// Made by the browser, so that a second tap makes no second order.
    #[serde(default)]
    id: Option<RecordId>,
}

async fn open(caller: Allowed<SignedIn>, body: Body<Open>) -> Page {
    let Open { form, values, draft, id } = body.0;
    let order = id.unwrap_or_else(|| caller.fresh(RecordId::from_u128));
    let values = values.into_raw();
    let verb = if draft { OrderVerb::SaveDraft { form, values } } else { OrderVerb::Submit { form, values } };
    act(caller, order, verb).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Values {
    #[serde(default)]
    values: WireRecord,
}

async fn save_draft(caller: Allowed<SignedIn>, order: Path, body: Body<Values>) -> Page {
    act(caller, *order, OrderVerb::SaveDraft { form: ITS_OWN, values: body.0.values.into_raw() }).await
}

async fn discard_draft(caller: Allowed<SignedIn>, order: Path) -> Result<HttpResponse, Refused> {
    caller.submit(Ask::Order { order: *order, rev: caller.rev, verb: OrderVerb::DiscardDraft }).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn submit(caller: Allowed<SignedIn>, order: Path, body: Body<Values>) -> Page {
    act(caller, *order, OrderVerb::Submit { form: ITS_OWN, values: body.0.values.into_raw() }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfTask {
    task: Named<TaskId>,
}

async fn claim(caller: Allowed<SignedIn>, order: Path, body: Body<OfTask>) -> Page {
    act(caller, *order, OrderVerb::Claim { task: body.0.task.0 }).await
}

async fn release(caller: Allowed<SignedIn>, order: Path, body: Body<OfTask>) -> Page {
    act(caller, *order, OrderVerb::Release { task: body.0.task.0 }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Save {
    task: Named<TaskId>,
    #[serde(default)]
    values: WireRecord,
}

async fn save(caller: Allowed<SignedIn>, order: Path, body: Body<Save>) -> Page {
    let Save { task, values } = body.0;
    act(caller, *order, OrderVerb::SaveTask { task: task.0, values: values.into_raw() }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Complete {
    task: Named<TaskId>,
    /// The button.
    #[serde(default)]
    outcome: Option<OptionId>,
    #[serde(default)]
    values: WireRecord,
    #[serde(default)]
    comment: String,
    #[serde(default)]
    files: Vec<FileId>,
    #[serde(default)]
    signature: Option<FileId>,
}

async fn complete(caller: Allowed<SignedIn>, order: Path, holding: Held, body: Body<Complete>) -> Page {
    let Complete { task, outcome, values, comment, files, signature } = body.0;
    let ruling = Ruling::Complete { outcome, values: values.into_raw() };
    let opinion = Opinion { comment, files, signature };
    decide(caller, *order, Verdict { task: task.0, ruling, opinion }, &holding).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Approve {
    task: Named<TaskId>,
    #[serde(default)]
    values: WireRecord,
    #[serde(default)]
    comment: String,
    #[serde(default)]
    files: Vec<FileId>,
    #[serde(default)]
    signature: Option<FileId>,
}

async fn approve(caller: Allowed<SignedIn>, order: Path, holding: Held, body: Body<Approve>) -> Page {
    let Approve { task, values, comment, files, signature } = body.0;
    let ruling = Ruling::Approve { values: values.into_raw() };
    let opinion = Opinion { comment, files, signature };
    decide(caller, *order, Verdict { task: task.0, ruling, opinion }, &holding).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reject {
    task: Named<TaskId>,
    #[serde(default)]
    comment: String,
    #[serde(default)]
    files: Vec<FileId>,
}

async fn reject(caller: Allowed<SignedIn>, order: Path, holding: Held, body: Body<Reject>) -> Page {
    let Reject { task, comment, files } = body.0;
    let opinion = Opinion { comment, files, signature: None };
    decide(caller, *order, Verdict { task: task.0, ruling: Ruling::Reject, opinion }, &holding).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SendBack {
    task: Named<TaskId>,
    target: Target,
    #[serde(default)]
    comment: String,
    #[serde(default)]
    files: Vec<FileId>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Target {
    Start,
    Previous,
    Node(NodeId),
}

async fn send_back(caller: Allowed<SignedIn>, order: Path, holding: Held, body: Body<SendBack>) -> Page {
    let SendBack { task, target, comment, files } = body.0;
    let target = match target {
        Target::Start => ReturnTarget::Start,
        Target::Previous => ReturnTarget::Previous,
        Target::Node(node) => ReturnTarget::Node(node),
    };
    let opinion = Opinion { comment, files, signature: None };
    decide(caller, *order, Verdict { task: task.0, ruling: Ruling::Return { target }, opinion }, &holding).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recall {
    visit: Named<VisitId>,
}

async fn recall(caller: Allowed<SignedIn>, order: Path, body: Body<Recall>) -> Page {
    act(caller, *order, OrderVerb::Recall { visit: body.0.visit.0 }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Withdraw {
    to: WithdrawTo,
    #[serde(default)]
    comment: String,
}

async fn withdraw(caller: Allowed<SignedIn>, order: Path, body: Body<Withdraw>) -> Page {
    let Withdraw { to, comment } = body.0;
    act(caller, *order, OrderVerb::Withdraw { to, comment }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HandOver {
    task: Named<TaskId>,
    to: UserId,
    #[serde(default)]
    comment: String,
}

async fn transfer(caller: Allowed<SignedIn>, order: Path, holding: Held, body: Body<HandOver>) -> Page {
    let HandOver { task, to, comment } = body.0;
    let (ruling, opinion) = (Ruling::Transfer { to }, Opinion::of(comment));
    decide(caller, *order, Verdict { task: task.0, ruling, opinion }, &holding).await
}

async fn change_assignee(caller: Allowed<SignedIn>, order: Path, body: Body<HandOver>) -> Page {
    let HandOver { task, to, comment } = body.0;
    act(caller, *order, OrderVerb::ChangeAssignee { task: task.0, to, comment }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Comment {
    text: String,
    #[serde(default)]
    mentions: Vec<UserId>,
    #[serde(default)]
    files: Vec<FileId>,
}

async fn comment(caller: Allowed<SignedIn>, order: Path, body: Body<Comment>) -> Page {
    let Comment { text, mentions, files } = body.0;
    act(caller, *order, OrderVerb::Comment { text, mentions, files }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cc {
    users: Vec<UserId>,
}

async fn cc(caller: Allowed<SignedIn>, order: Path, body: Body<Cc>) -> Page {
    act(caller, *order, OrderVerb::Cc { users: body.0.users }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

async fn urge(caller: Allowed<SignedIn>, order: Path, _: Body<Nothing>) -> Page {
    act(caller, *order, OrderVerb::Urge).await
}

async fn resolve(caller: Allowed<SignedIn>, order: Path, _: Body<Nothing>) -> Page {
    act(caller, *order, OrderVerb::ResolveIncident).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Terminate {
    #[serde(default)]
    comment: String,
}

async fn terminate(caller: Allowed<SignedIn>, order: Path, body: Body<Terminate>) -> Page {
    act(caller, *order, OrderVerb::Terminate { comment: body.0.comment }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    values: WireRecord,
    record_rev: u64,
}

async fn edit(caller: Allowed<SignedIn>, order: Path, body: Body<Edit>) -> Page {
    let Edit { values, record_rev } = body.0;
    act(caller, *order, OrderVerb::Edit { values: values.into_raw(), record_rev }).await
}
