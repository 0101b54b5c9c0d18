//! Limits of visits. Timers are part of the order: every command first fires those that are due, in the order (due, id), so how
//! late the scheduler wakes up changes nothing.

use crate::flow::run::Run;
use crate::model::effect::Subject;
use crate::model::flow::Step;
use crate::model::flow::limit::{Limit, LimitAction};
use crate::model::id::{TimerId, UserId, VisitId};
use crate::model::order::VisitLimit;
use crate::model::order_event::TimerEvent;
use crate::model::time::{MINUTE_MS, Timestamp};

/// Starts the limit of a visit, unless it has none or has already passed.
pub fn arm(run: &mut Run, visit: VisitId) {
    let Some(limit) = limit_of(&run.node(visit).step) else { return };
    if let VisitLimit::Passed(_) = run.visit(visit).limit {
        return;
    }
    let Some(due) = due(run, limit) else { return };
    let timer = run.next_timer();
    run.emit(TimerEvent::Set { timer, visit, due });
}

pub fn disarm(run: &mut Run, visit: VisitId) {
    let timers = run.order.timers.iter().filter(|(_, timer)| timer.visit == visit);
    let armed: Vec<TimerId> = timers.map(|(id, _)| *id).collect();
    for timer in armed {
        run.emit(TimerEvent::Cancelled { timer });
    }
}

/// Fires what is due by now. Half-open: done before its due instant is in time, at it is late.
pub fn drain(run: &mut Run) {
    let timers = run.order.timers.iter().filter(|(_, timer)| timer.due <= run.world.now);
    let mut due: Vec<(Timestamp, TimerId)> = timers.map(|(id, timer)| (timer.due, *id)).collect();
    due.sort_unstable();
    // Nobody did this: the clock did.
    let by = run.by.take();
    for (_, timer) in due {
        fire(run, timer);
    }
    run.by = by;
}

fn fire(run: &mut Run, timer: TimerId) {
    let visit = run.order.timers[&timer].visit;
    let node = run.node(visit);
    let Some(limit) = limit_of(&node.step) else {
        run.emit(TimerEvent::Cancelled { timer });
        return;
    };
    let mut holders: Vec<UserId> = Vec::new();
    for (_, task) in run.order.tasks_of(visit) {
        add(&mut holders, task.holders().iter().copied());
    }
    let mut reminded = Vec::new();
    let mut told: Vec<UserId> = Vec::new();
    for action in &limit.actions {
        match action {
            LimitAction::Remind { channel } => {
                reminded.clone_from(&holders);
                run.tell_through(*channel, holders.clone(), Subject::Reminded, Some(node), "");
            }
            LimitAction::TellManager { level, channel } => {
                let managers = managers(run, &holders, *level);
                add(&mut told, managers.iter().copied());
                run.tell_through(*channel, managers, Subject::Escalated, Some(node), "");
            }
        }
    }
    run.emit(TimerEvent::Fired { timer, reminded, told });
}

fn managers(run: &Run, holders: &[UserId], level: u8) -> Vec<UserId> {
    let directory = &run.world.catalog.directory;
    let mut managers: Vec<UserId> = Vec::new();
    let above = holders.iter().filter_map(|user| directory.manager_of(*user, level));
    add(&mut managers, above.filter(|manager| directory.is_active(*manager)));
    managers
}

/// Each once, in order.
fn add(people: &mut Vec<UserId>, more: impl Iterator<Item = UserId>) {
    for user in more {
        if !people.contains(&user) {
            people.push(user);
        }
    }
}

pub(super) const fn is_limited(step: &Step) -> bool {
    limit_of(step).is_some()
}

const fn limit_of(step: &Step) -> Option<&Limit> {
    match step {
        Step::Handle(handle) => handle.limit.as_ref(),
        Step::Approve(approve) => approve.limit.as_ref(),
        Step::Start(_)
        | Step::Exclusive(_)
        | Step::Parallel(_)
        | Step::Join(_)
        | Step::Cc(_)
        | Step::Update(_)
        | Step::End(_) => None,
    }
}

/// `None`: its calendar does not open for that long, so nobody is late.
fn due(run: &Run, limit: &Limit) -> Option<Timestamp> {
    let (now, working_ms) = (run.world.now, i64::from(limit.minutes) * MINUTE_MS);
    match run.world.catalog.hours(limit.calendar) {
        Some(hours) => hours.add(now, working_ms),
        None => Some(now.plus_ms(working_ms)),
    }
}
