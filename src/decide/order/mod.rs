//! The verbs of an order, one file each. Every command first fires the timers that are due, then is judged on what that left.
//! A refused command changes nothing; the timers it would have fired are the scheduler's own next command. In a quarantined workspace
//! they stay set, whoever works on the order. A task that somebody has decided is closed to that person, even while the decision waits.

use crate::decide::facts::Facts;
use crate::flow::deadline;
use crate::flow::run::{Run, World};
use crate::model::command::{Actor, OrderVerb, Ruling, Verdict};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::id::{RecordId, UserId};
use crate::model::order::{Order, Status};
use crate::model::refusal::Refusal;

pub mod allowed;
pub mod approve;
pub mod cc;
pub mod change_assignee;
pub mod claim;
pub mod comment;
pub mod complete;
pub mod discard_draft;
pub mod edit;
pub mod fill;
pub mod migrate;
pub mod opinion;
pub mod permit;
pub mod preview;
pub mod recall;
pub mod reject;
pub mod release;
pub mod resolve_incident;
pub mod save_draft;
pub mod save_task;
pub mod send_back;
pub mod submit;
pub mod task;
pub mod terminate;
pub mod transfer;
pub mod urge;
pub mod withdraw;

/// One person before one order.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub facts: &'a Facts<'a>,
    pub user: UserId,
    pub order: RecordId,
}

pub fn decide(
    facts: &Facts,
    actor: Actor,
    order: RecordId,
    rev: Option<u64>,
    verb: &OrderVerb,
) -> Result<Decision, Refusal> {
    if let (Some(seen), Some(now)) = (rev, facts.order.map(|order| order.rev))
        && seen != now
    {
        return Err(Refusal::StaleRevision { now });
    }
    match actor {
        Actor::System => by_clock(facts, order, verb),
        Actor::User(user) if facts.catalog.directory.is_active(user) => by_user(Desk { facts, user, order }, verb),
        Actor::User(_) => Err(Refusal::NotAllowed),
    }
}

fn by_clock(facts: &Facts, order: RecordId, verb: &OrderVerb) -> Result<Decision, Refusal> {
    if !matches!(verb, OrderVerb::FireTimers { .. }) {
        return Err(Refusal::NotAllowed);
    }
    if !facts.order.is_some_and(Order::is_running) {
        return Ok(Decision::default());
    }
    open(facts, None).map(|run| decision(order, run))
}

fn by_user(desk: Desk, verb: &OrderVerb) -> Result<Decision, Refusal> {
    if let Some(held) = verb.task().and_then(|task| desk.facts.held.of_task(desk.order, task)) {
        return Err(Refusal::DecisionHeld { due: held.due });
    }
    let run = match verb {
        OrderVerb::SaveDraft { form, values } => save_draft::decide(desk, *form, values)?,
        OrderVerb::Submit { form, values } => submit::decide(desk, *form, values)?,
        OrderVerb::DiscardDraft => return discard_draft::decide(desk),
        OrderVerb::Claim { task } => claim::decide(desk, *task)?,
        OrderVerb::Release { task } => release::decide(desk, *task)?,
        OrderVerb::SaveTask { task, values } => save_task::decide(desk, *task, values)?,
        OrderVerb::Decide(verdict) => ruled(desk, verdict)?,
        OrderVerb::Recall { visit } => recall::decide(desk, *visit)?,
        OrderVerb::Withdraw { to, comment } => withdraw::decide(desk, *to, comment)?,
        OrderVerb::Comment { text, mentions, files } => comment::decide(desk, text, mentions, files)?,
        OrderVerb::Cc { users } => cc::decide(desk, users)?,
        OrderVerb::Urge => urge::decide(desk)?,
        OrderVerb::Terminate { comment } => terminate::decide(desk, comment)?,
        OrderVerb::ChangeAssignee { task, to, comment } => change_assignee::decide(desk, *task, *to, comment)?,
        OrderVerb::Edit { values, record_rev } => edit::decide(desk, values, *record_rev)?,
        OrderVerb::ResolveIncident => resolve_incident::decide(desk)?,
        OrderVerb::Migrate { to, nodes } => migrate::decide(desk, *to, nodes)?,
        OrderVerb::FireTimers { .. } => return Err(Refusal::NotAllowed),
    };
    Ok(decision(desk.order, run))
}

fn ruled<'a>(desk: Desk<'a>, verdict: &Verdict) -> Result<Run<'a>, Refusal> {
    let Verdict { task, ruling, opinion } = verdict;
    match ruling {
        Ruling::Complete { outcome, values } => complete::decide(desk, *task, outcome.as_ref(), values, opinion),
        Ruling::Approve { values } => approve::decide(desk, *task, values, opinion),
        Ruling::Reject => reject::decide(desk, *task, opinion),
        Ruling::Return { target } => send_back::decide(desk, *task, target, opinion),
        Ruling::Transfer { to } => transfer::decide(desk, *task, *to, &opinion.comment),
    }
}

impl<'a> Desk<'a> {
    /// The order as the person may see it, with everything due already fired.
    ///
    /// # Errors
    /// - `NotFound`: there is none, or this person may not know of it.
    pub fn open(&self) -> Result<Run<'a>, Refusal> {
        let run = open(self.facts, Some(self.user))?;
        if permit::views(&run, self.user) { Ok(run) } else { Err(Refusal::NotFound) }
    }

    /// As [`Desk::open`], of an order under way.
    ///
    /// # Errors
    /// - `OrderEnded`, `NotAllowed`: it is over; it is a draft.
    pub fn open_running(&self) -> Result<Run<'a>, Refusal> {
        running(self.open()?)
    }
}

fn running(run: Run) -> Result<Run, Refusal> {
    match &run.order.status {
        Status::Running => Ok(run),
        Status::Draft => Err(Refusal::NotAllowed),
        Status::Ended { at, by, .. } => Err(Refusal::OrderEnded { by: *by, at: *at }),
    }
}

fn open<'a>(facts: &Facts<'a>, by: Option<UserId>) -> Result<Run<'a>, Refusal> {
    let (Some(order), Some(record)) = (facts.order, facts.record) else { return Err(Refusal::NotFound) };
    let history = facts.catalog.form(order.form).ok_or(Refusal::NotFound)?;
    let flow = history.flow(order.flow_version).ok_or(Refusal::NotPublished)?;
    let form = history.version(order.form_version).ok_or(Refusal::NotPublished)?;
    let world = World { now: facts.now, catalog: facts.catalog, flow, form };
    let mut run = Run::new(world, by, order.clone(), record.clone());
    if !facts.is_quarantined {
        deadline::drain(&mut run);
    }
    Ok(run)
}

fn decision(order: RecordId, run: Run) -> Decision {
    let events = run.events.into_iter().map(|event| Event::Order { order, event }).collect();
    Decision { events, effects: run.effects }
}
