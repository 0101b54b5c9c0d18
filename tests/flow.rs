//! Scenarios of flows, as text: `tests/golden/flow/*.txt`. A file draws one flow; each line that starts with `> ` is what somebody
//! does, and the indented lines below it are all that follows: the refusal, or where the order stands and who was told what.
//! See [`golden`] for how the answers are written anew.

use std::fmt::Write as _;

use tessera::decide::order::allowed::Allowed;
use tessera::decide::order::preview::{Sample, preview};
use tessera::flow::preview::Warning;
use tessera::model::command::{Actor, HeldAsk, Opinion, OrderVerb, ReturnTarget, Ruling, WithdrawTo};
use tessera::model::effect::{Effect, Subject};
use tessera::model::flow::FlowDefinition;
use tessera::model::held::Holds;
use tessera::model::id::{CommandId, FieldId, NodeId, OptionId, TaskId, TimerId, UserId, VisitId};
use tessera::model::order::{BranchState, Order, Status, TaskState};
use tessera::model::order_event::{Found, OrderEvent, VisitEvent};
use tessera::model::problem::{Problem, Severity};
use tessera::model::raw::{Raw, RawRecord};
use tessera::model::refusal::Refusal;
use tessera::model::time::MINUTE_MS;

pub mod desk;
pub mod drawing;
mod held;

use crate::support::golden;
use desk::{Desk, ORDER, decided};
use drawing::{Cast, Drawing, FORM};

#[test]
fn scenarios() {
    golden::folder("flow", played);
}

/// The same text with the answers given now.
fn played(text: &str, file: &str) -> String {
    let mut stage = Stage::default();
    let mut out = String::new();
    for line in text.lines().filter(|line| !line.starts_with("  ")) {
        writeln!(out, "{line}").unwrap();
        let answer = match line.split_once(' ') {
            Some(("people", rest)) => stage.draw(|stage| stage.cast.people(rest)),
            Some(("node", rest)) => stage.draw(|stage| stage.drawing.node(rest, &mut stage.cast)),
            Some(("edge", rest)) => stage.draw(|stage| stage.drawing.edge(rest)),
            Some(("phase", rest)) => stage.draw(|stage| stage.drawing.phase(rest)),
            Some(("note", rest)) => stage.draw(|stage| stage.drawing.note(rest)),
            Some((">", rest)) => stage.play(rest),
            Some(("#", title)) => {
                stage.begin(title);
                String::new()
            }
            _ if line == "redraw" => stage.draw(|stage| stage.drawing = Drawing::default()),
            _ if line.trim().is_empty() => String::new(),
            _ => panic!("{file}: what is {line:?}?"),
        };
        for line in answer.lines() {
            writeln!(out, "  {line}").unwrap();
        }
    }
    out
}

/// The flow of a file, and the order of the scenario being played.
#[derive(Default)]
struct Stage {
    cast: Cast,
    drawing: Drawing,
    desk: Option<Desk>,
}

impl Stage {
    /// A heading starts with a fresh order; `# flow` also with a fresh drawing.
    fn begin(&mut self, title: &str) {
        self.desk = None;
        if title.starts_with("flow") {
            self.drawing = Drawing::default();
        }
    }

    fn draw(&mut self, draw: impl FnOnce(&mut Self)) -> String {
        draw(self);
        String::new()
    }

    fn play(&mut self, line: &str) -> String {
        let flow: FlowDefinition = self.drawing.finished();
        let cast = &self.cast;
        if line == "check" {
            return checked(cast, &flow);
        }
        let desk = self.desk.get_or_insert_with(|| Desk::new(cast.catalog(drawing::form(), &flow)));
        let mut words = line.split_whitespace();
        let (who, what) = (words.next().unwrap(), words.next().unwrap());
        let rest: Vec<&str> = words.collect();
        if who == "clock" {
            desk.now = desk.now.plus_ms(what.trim_start_matches('+').parse::<i64>().unwrap() * MINUTE_MS);
            if rest == ["late"] {
                return String::new();
            }
            let told = desk.ask(Actor::System, OrderVerb::FireTimers { timer: TimerId(0) });
            return answer(cast, desk, told);
        }
        if who == "show" {
            return shown(cast, desk, what);
        }
        if who == "preview" {
            return previewed(cast, desk, &flow, cast.id(what), &values(cast, &rest));
        }
        let user = cast.id(who);
        match what {
            "publish" => {
                desk.publish(&flow);
                String::new()
            }
            "may" => allowed(desk, user),
            "leaves" | "joins" => {
                let mut person = desk.catalog.directory.user(user).unwrap().clone();
                person.is_active = what == "joins";
                desk.catalog.apply(&tessera::model::event::Event::UserSaved(person));
                String::new()
            }
            "holds" => {
                let OrderVerb::Decide(verdict) = verb(cast, desk, user, rest[0], &rest[1..]) else {
                    panic!("only decisions wait: {line}")
                };
                let told = desk.hold(user, HeldAsk::Hold { order: ORDER, rev: None, verdict });
                answer(cast, desk, told)
            }
            "backs" | "sends" | "hurries" => {
                let id = desk.held(user).iter().next().map_or(CommandId::from_u128(0), |held| held.id);
                let ask = match what {
                    "backs" => HeldAsk::TakeBack { id },
                    "sends" => HeldAsk::SendDue { id },
                    _ => HeldAsk::Send { id },
                };
                let told = desk.hold(user, ask);
                answer(cast, desk, told)
            }
            _ => {
                let verb = verb(cast, desk, user, what, &rest);
                let told = desk.ask(Actor::User(user), verb);
                answer(cast, desk, told)
            }
        }
    }
}

/// What somebody may do, act by act.
fn allowed(desk: &Desk, user: UserId) -> String {
    let line = |allowed: &Allowed| {
        let task = allowed.task.map(|task| format!(" {task}")).unwrap_or_default();
        let visit = allowed.visit.map(|visit| format!(" {visit}")).unwrap_or_default();
        let targets: String = allowed.targets.iter().map(|node| format!(" {node}")).collect();
        format!("{}{task}{visit}{targets}", word(&allowed.act))
    };
    let lines: Vec<_> = desk.allowed(user).iter().map(line).collect();
    if lines.is_empty() { "nothing".to_owned() } else { lines.join(", ") }
}

/// Who would get each step.
fn previewed(cast: &Cast, desk: &Desk, flow: &FlowDefinition, initiator: UserId, values: &RawRecord) -> String {
    let sample = Sample { initiator, values };
    let answer = desk.with_facts(None, |facts| preview(facts, cast.id("admin"), (FORM, flow), &sample));
    let preview = match answer {
        Ok(preview) => preview,
        Err(refusal) => return format!("refused {}", refused(cast, refusal)),
    };
    let mut out = String::new();
    for step in &preview.steps {
        let depends: Vec<_> = step.depends_on.iter().map(FieldId::as_str).collect();
        let depends = if depends.is_empty() { String::new() } else { format!(" by {}", depends.join(",")) };
        let warnings: String = step.warnings.iter().map(|warning| format!(" !{}", warned(cast, warning))).collect();
        writeln!(out, "{} {}{}{depends}{warnings}", step.node, people(cast, &step.people), named(cast, &step.found))
            .unwrap();
    }
    writeln!(out, "{}", preview.outcome.map_or_else(|| "goes on".to_owned(), |outcome| word(&outcome))).unwrap();
    out
}

/// Whom each source of a step named.
fn named(cast: &Cast, found: &[Found]) -> String {
    let by_source = |found: &Found| match found {
        Found::Source { index, users } => format!(" ({index}: {})", people(cast, users)),
        _ => String::new(),
    };
    found.iter().map(by_source).collect()
}

fn warned(cast: &Cast, warning: &Warning) -> String {
    match warning {
        Warning::NobodyFound => "nobody_found".to_owned(),
        Warning::PassesByItself => "passes_by_itself".to_owned(),
        Warning::Stops { incident } => format!("stops {}", word(incident)),
        Warning::SamePersonAgain { user } => format!("again {}", cast.name(*user)),
    }
}

/// What the drawing is refused for, or warned of.
fn checked(cast: &Cast, flow: &FlowDefinition) -> String {
    let catalog = cast.catalog(drawing::form(), &FlowDefinition::default());
    let form = catalog.form(FORM).unwrap().current().unwrap();
    let problems = tessera::flow::definition::check(&catalog, form, flow);
    let line = |problem: &Problem| {
        let data: String = problem.data.iter().map(|(name, value)| format!(" {name}={value}")).collect();
        let severity = if problem.severity == Severity::Warning { "(warning) " } else { "" };
        format!("{severity}{} {}{data}\n", problem.place, word(&problem.code))
    };
    if problems.is_empty() { "sound".to_owned() } else { problems.iter().map(line).collect() }
}

fn verb(cast: &Cast, desk: &Desk, user: UserId, what: &str, rest: &[&str]) -> OrderVerb {
    let order = desk.order.as_ref();
    let own = || {
        let mut tasks =
            order.into_iter().flat_map(Order::open_tasks).filter(|(_, task)| task.holders().contains(&user));
        tasks.next().map_or(TaskId(999), |(id, _)| id)
    };
    let task = rest.iter().find_map(|word| word.parse::<TaskId>().ok()).unwrap_or_else(own);
    let comment = rest.iter().find_map(|word| word.strip_prefix('"')).map(|_| quoted(rest)).unwrap_or_default();
    let values = values(cast, rest);
    let first = rest.first().copied().unwrap_or_default();
    let to = || cast.id(rest.iter().find(|word| cast.names.iter().any(|name| name == *word)).expect("a name"));
    match what {
        "draft" => OrderVerb::SaveDraft { form: FORM, values },
        "submit" => OrderVerb::Submit { form: FORM, values },
        "discard" => OrderVerb::DiscardDraft,
        "claim" => OrderVerb::Claim { task },
        "release" => OrderVerb::Release { task },
        "save" => OrderVerb::SaveTask { task, values },
        "complete" => {
            let outcome = rest.iter().find_map(|word| word.strip_prefix(':')).map(|id| OptionId::parse(id).unwrap());
            decided(task, Ruling::Complete { outcome, values }, Opinion::of(comment))
        }
        "approve" => decided(task, Ruling::Approve { values }, Opinion::of(comment)),
        "reject" => decided(task, Ruling::Reject, Opinion::of(comment)),
        "return" => {
            let target = match first {
                "start" => ReturnTarget::Start,
                "previous" => ReturnTarget::Previous,
                node => ReturnTarget::Node(NodeId::parse(node).unwrap()),
            };
            decided(task, Ruling::Return { target }, Opinion::of(comment))
        }
        "recall" => OrderVerb::Recall { visit: first.parse::<VisitId>().unwrap() },
        "withdraw" => {
            OrderVerb::Withdraw { to: if first == "cancel" { WithdrawTo::Cancel } else { WithdrawTo::Draft }, comment }
        }
        "transfer" => decided(task, Ruling::Transfer { to: to() }, Opinion::of(comment)),
        "reassign" => OrderVerb::ChangeAssignee { task, to: to(), comment },
        "comment" => {
            let mentions = rest.iter().filter_map(|word| word.strip_prefix('@')).map(|name| cast.id(name)).collect();
            OrderVerb::Comment { text: comment, mentions, files: Vec::new() }
        }
        "cc" => OrderVerb::Cc { users: rest.iter().map(|name| cast.id(name)).collect() },
        "urge" => OrderVerb::Urge,
        "terminate" => OrderVerb::Terminate { comment },
        "edit" => OrderVerb::Edit { values, record_rev: desk.record.as_ref().map_or(0, |record| record.rev) },
        "resolve" => OrderVerb::ResolveIncident,
        "migrate" => {
            let named = rest.iter().filter_map(|word| word.split_once('='));
            let node = |id: &str| NodeId::parse(id).unwrap();
            let to = first.parse().unwrap_or_else(|_| desk.newest());
            OrderVerb::Migrate { to, nodes: named.map(|(here, there)| (node(here), node(there))).collect() }
        }
        _ => panic!("no verb: {what}"),
    }
}

fn quoted(rest: &[&str]) -> String {
    rest.join(" ").split('"').nth(1).unwrap_or_default().to_owned()
}

/// `amount=10 level=high who=ben note=` (empty).
fn values(cast: &Cast, rest: &[&str]) -> RawRecord {
    let raw = |field: &str, text: &str| match field {
        _ if text.is_empty() => Raw::Null,
        "amount" => Raw::Number(text.to_owned()),
        "who" => Raw::Text(cast.id(text).to_string()),
        _ => Raw::Text(text.to_owned()),
    };
    let pairs = rest.iter().filter(|word| !word.starts_with('"')).filter_map(|word| word.split_once('='));
    pairs.map(|(field, text)| (FieldId::parse(field).unwrap(), raw(field, text))).collect()
}

fn answer(cast: &Cast, desk: &Desk, told: Result<(Vec<OrderEvent>, Vec<Effect>), Refusal>) -> String {
    let mut out = String::new();
    let effects = match told {
        Ok((_, effects)) => effects,
        Err(refusal) => return format!("refused {}", refused(cast, refusal)),
    };
    assert_eq!(desk.replayed(), (desk.order.clone(), desk.record.clone()), "the log gives another state");
    match &desk.order {
        Some(order) => stand(&mut out, cast, order),
        None => out.push_str("nothing\n"),
    }
    for held in desk.held.values().flat_map(Holds::iter) {
        let (who, kind) = (cast.name(held.by), word(&held.verdict.ruling.kind()));
        writeln!(out, "({who} holds {kind} {} for {} ms)", held.verdict.task, held.due.since(desk.now)).unwrap();
    }
    for effect in &effects {
        let (through, recipients, message) = match effect {
            Effect::Notify { recipients, message } => ("", recipients, message),
            Effect::Send { recipients, message, .. } => ("robot ", recipients, message),
        };
        let subject = serde_json::to_string(&message.subject).unwrap();
        let text = if message.text.is_empty() { String::new() } else { format!(" {:?}", message.text) };
        let by = message.by.filter(|_| matches!(message.subject, Subject::Unsent { .. }));
        let by = by.map(|by| format!(" by {}", cast.name(by))).unwrap_or_default();
        writeln!(out, "~ {through}{} {}{by}{text}", subject.trim_matches('"'), people(cast, recipients)).unwrap();
    }
    out
}

fn people(cast: &Cast, users: &[UserId]) -> String {
    if users.is_empty() {
        "nobody".to_owned()
    } else {
        users.iter().map(|user| cast.name(*user)).collect::<Vec<_>>().join(",")
    }
}

/// Where the order stands: one line per live visit with its tasks, and one per fork that is not closed.
fn stand(out: &mut String, cast: &Cast, order: &Order) {
    match &order.status {
        Status::Draft => out.push_str("draft\n"),
        Status::Running => {}
        Status::Ended { outcome, result, .. } => {
            let result = if result.is_empty() { String::new() } else { format!(" {result:?}") };
            writeln!(out, "ended {}{result}", word(outcome)).unwrap();
        }
    }
    for (id, visit) in order.open_visits() {
        let tasks: Vec<_> = order
            .tasks_of(id)
            .map(|(task, seat)| format!("{task} {}", seat_line(cast, order, task, &seat.state)))
            .collect();
        let scope: String = visit.scope.iter().map(|frame| format!(" {}.{}", frame.fork, frame.branch)).collect();
        let incident = visit.incident.map(|incident| format!(" !{}", word(&incident))).unwrap_or_default();
        writeln!(out, "{id} {}{scope}{incident}: {}", visit.node, tasks.join(", ")).unwrap();
    }
    for (id, fork) in order.forks.iter().filter(|(_, fork)| fork.state != tessera::model::order::ForkState::Closed) {
        let branches: Vec<_> = fork
            .branches
            .iter()
            .map(|branch| match branch.state {
                BranchState::Live => "live".to_owned(),
                BranchState::Arrived(visit) => format!("arrived {visit}"),
                BranchState::Rejected(visit) => format!("rejected {visit}"),
                BranchState::Ended(visit) => format!("ended {visit}"),
                BranchState::Cancelled => "cancelled".to_owned(),
            })
            .collect();
        let state = format!("{:?}", fork.state).to_lowercase();
        writeln!(out, "{id} {state} {}: {}", fork.generation, branches.join(", ")).unwrap();
    }
}

fn seat_line(cast: &Cast, order: &Order, id: TaskId, state: &TaskState) -> String {
    let task = &order.tasks[&id];
    let actor = task.actor.map(|user| cast.name(user)).unwrap_or_default();
    match state {
        TaskState::Waiting => format!("{actor} waits"),
        TaskState::Offered => format!("for {}", people(cast, &task.candidates)),
        TaskState::Open => actor.to_owned(),
        TaskState::Decided { answer, by, .. } => format!("{} {}", cast.name(*by), word(answer)),
        TaskState::Cancelled { reason, .. } => format!("{actor} off {}", word(reason)),
    }
}

fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap().trim_matches('"').to_owned()
}

fn refused(cast: &Cast, refusal: Refusal) -> String {
    match refusal {
        Refusal::Invalid(problems) => {
            let lines: Vec<_> =
                problems.iter().map(|problem| format!("{} {}", problem.place, word(&problem.code))).collect();
            format!("invalid: {}", lines.join(", "))
        }
        Refusal::MigrationBlocked(problems) => {
            let place = |problem: &Problem| problem.place.trim_start_matches("nodes.").to_owned();
            let lines = problems.iter().map(|problem| format!("{} {}", place(problem), word(&problem.code)));
            format!("migration_blocked: {}", lines.collect::<Vec<_>>().join(", "))
        }
        Refusal::StaleRevision { now } => format!("stale_revision {now}"),
        Refusal::TaskClosed { by, .. } => format!("task_closed by {}", by.map_or("nobody", |by| cast.name(by))),
        Refusal::AlreadyClaimed { by, .. } => format!("already_claimed by {}", cast.name(by)),
        Refusal::RecallTooLate { by, .. } => format!("recall_too_late by {}", by.map_or("nobody", |by| cast.name(by))),
        Refusal::WithdrawTooLate { by, .. } => {
            format!("withdraw_too_late by {}", by.map_or("nobody", |by| cast.name(by)))
        }
        Refusal::NotReturnable { node } => {
            format!("not_returnable {}", node.map(|node| node.to_string()).unwrap_or_default())
        }
        Refusal::AmbiguousPrevious { candidates } => {
            let names: Vec<_> = candidates.iter().map(NodeId::as_str).collect();
            format!("ambiguous_previous {}", names.join(","))
        }
        Refusal::RecallEffects { node } => format!("recall_effects {node}"),
        Refusal::AlreadyParticipant { user } => format!("already_participant {}", cast.name(user)),
        Refusal::UserInactive { user } => format!("user_inactive {}", cast.name(user)),
        Refusal::OrderEnded { .. } => "order_ended".to_owned(),
        Refusal::TooSoon { .. } => "too_soon".to_owned(),
        Refusal::DecisionHeld { .. } => "decision_held".to_owned(),
        Refusal::TakeBackTooLate => "take_back_too_late".to_owned(),
        Refusal::NotFound => "not_found".to_owned(),
        Refusal::NotAllowed => "not_allowed".to_owned(),
        Refusal::NotYours => "not_yours".to_owned(),
        Refusal::CommentRequired => "comment_required".to_owned(),
        Refusal::SignatureRequired => "signature_required".to_owned(),
        other => format!("{other:?}"),
    }
}

/// `values`: the record. `visits`: every stay with how it ended. `why`: paths chosen and people found.
fn shown(cast: &Cast, desk: &Desk, what: &str) -> String {
    let mut out = String::new();
    let events = desk.log.iter().flat_map(|(_, events)| events);
    match what {
        "values" => {
            for (field, value) in &desk.record.as_ref().unwrap().values {
                writeln!(out, "{field} = {value:?}").unwrap();
            }
            writeln!(out, "title {:?}", desk.order().title).unwrap();
        }
        "visits" => {
            for (id, visit) in &desk.order().visits {
                let state = serde_json::to_value(&visit.state).unwrap();
                let state = state.as_object().map_or("Open", |state| state.keys().next().unwrap()).to_lowercase();
                let parents: String = visit.parents.iter().map(|parent| format!(" {parent}")).collect();
                writeln!(out, "{id} {} {state} <{parents}", visit.node).unwrap();
            }
        }
        "why" => {
            for event in events {
                match event {
                    OrderEvent::Visit(VisitEvent::PathChosen { visit, edge, tried }) => {
                        let tried: Vec<_> =
                            tried.iter().map(|one| format!("{} {:?} {}", one.edge, one.inputs, one.holds)).collect();
                        writeln!(out, "{visit} took {edge} [{}]", tried.join("; ")).unwrap();
                    }
                    OrderEvent::Visit(VisitEvent::PeopleFound { visit, steps }) => {
                        let mut line = format!("{visit} found {steps:?}");
                        for name in &cast.names {
                            line = line.replace(&format!("UserId({})", uuid(cast, name)), name);
                        }
                        writeln!(out, "{line}").unwrap();
                    }
                    _ => {}
                }
            }
        }
        _ => panic!("show what? {what}"),
    }
    out
}

fn uuid(cast: &Cast, name: &str) -> String {
    cast.id(name).to_string()
}
