//! What is true of every order at every moment (`flow.md` 5.6), checked from outside: only state and log are looked at.

use std::collections::{BTreeMap, BTreeSet};

use tessera::flow::rollback::descendants;
use tessera::model::flow::Step;
use tessera::model::id::{ForkId, TaskId, UserId, VisitId};
use tessera::model::order::{
    BranchState, ForkState, Frame, Incident, Order, Reason, Status, Task, TaskState, VisitLimit, VisitState,
};
use tessera::model::order_event::{ForkEvent, LifeEvent, OrderEvent, TaskEvent, TimerEvent, VisitEvent};

use crate::flow::desk::Desk;

type Told<'a> = &'a dyn Fn() -> String;

/// After one commit.
pub fn hold(before: Option<&Order>, desk: &Desk, left: &BTreeSet<UserId>, told: Told) {
    let Some(order) = &desk.order else { return };
    tokens(desk, order, told);
    forks(order, told);
    one_main_token(order, told);
    somebody_can_act(order, desk, left, told);
    undone_stays_undone(order, told);
    over_is_over(order, told);
    timers(order, told);
    if let (Some(before), Some((_, events))) =
        (before, desk.log.last().filter(|_| before.map(|o| o.rev) != Some(order.rev)))
    {
        step(before, order, events, told);
    }
}

/// After the last commit: the log alone gives the state, and both survive being written down.
pub fn of_the_whole(desk: &Desk, told: Told) {
    assert_eq!(desk.replayed(), (desk.order.clone(), desk.record.clone()), "{}", told());
    written(&desk.order, told);
    written(&desk.record, told);
    let events: Vec<_> = desk.log.iter().flat_map(|(_, events)| events.clone()).collect();
    written(&events, told);
    let mut fired = BTreeSet::new();
    let mut state: BTreeMap<TaskId, bool> = BTreeMap::new();
    for event in &events {
        match event {
            OrderEvent::Fork(ForkEvent::JoinFired { fork, generation, .. }) => {
                assert!(fired.insert((*fork, *generation)), "{fork} fired twice in one generation\n{}", told());
            }
            OrderEvent::Task(TaskEvent::Made { task, .. } | TaskEvent::Offered { task, .. }) => {
                assert_eq!(state.insert(*task, true), None, "{task} was made twice\n{}", told());
            }
            OrderEvent::Task(TaskEvent::Opened { task } | TaskEvent::Postponed { task }) => {
                state.insert(*task, true);
            }
            OrderEvent::Task(TaskEvent::Decided { task, .. } | TaskEvent::Cancelled { task, .. }) => {
                assert_eq!(state.insert(*task, false), Some(true), "{task} ended twice\n{}", told());
            }
            _ => {}
        }
    }
}

fn written<T>(value: &T, told: Told)
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let bytes = postcard::to_allocvec(value).expect("it can be written");
    let read: T = postcard::from_bytes(&bytes).expect("it can be read");
    assert_eq!(&read, value, "{}", told());
}

/// I3: an open visit waits for people, or stands still with an incident; nothing waits in a visit that is not open.
fn tokens(desk: &Desk, order: &Order, told: Told) {
    for (id, visit) in &order.visits {
        let pending = order.tasks_of(*id).filter(|(_, task)| task.is_pending()).count();
        if visit.is_open() {
            let step = &desk.flow().node(&visit.node).step;
            let is_human = matches!(step, Step::Start(_) | Step::Handle(_) | Step::Approve(_));
            let waits = pending > 0 && is_human;
            assert!(waits != visit.incident.is_some(), "{id} neither waits nor stopped, or both\n{}", told());
            assert_ne!(visit.incident, Some(Incident::ScopeViolation), "{id}\n{}", told());
        } else {
            assert_eq!(pending, 0, "{id} is not open, and somebody is still asked\n{}", told());
        }
    }
}

/// I5, I6: tokens lie in forks that are not closed; a live branch of an open fork has one token or one open fork of its own.
fn forks(order: &Order, told: Told) {
    for (id, visit) in order.open_visits() {
        for frame in &visit.scope {
            assert_ne!(order.forks[&frame.fork].state, ForkState::Closed, "{id} lies in {}\n{}", frame.fork, told());
        }
    }
    for (id, fork) in order.forks.iter().filter(|(_, fork)| fork.state == ForkState::Open) {
        for (at, branch) in (0u16..).zip(&fork.branches) {
            let frame = Frame { fork: *id, branch: at };
            let direct = order.open_visits().filter(|(_, visit)| visit.scope.last() == Some(&frame)).count();
            let nested =
                open_forks(order).filter(|inner| order.visits[&order.forks[inner].split].scope.last() == Some(&frame));
            let tokens = direct + nested.count();
            let expected = usize::from(branch.state == BranchState::Live);
            assert_eq!(tokens, expected, "{id} branch {at} {:?}\n{}", branch.state, told());
        }
    }
}

/// I7: outside of all forks there is one token, or one open fork that will give one, or nothing but stragglers.
fn one_main_token(order: &Order, told: Told) {
    let direct = order.open_visits().filter(|(_, visit)| visit.scope.is_empty()).count();
    let forks = open_forks(order).filter(|fork| order.visits[&order.forks[fork].split].scope.is_empty()).count();
    assert!(direct + forks <= 1, "two tokens where one belongs\n{}", told());
}

fn open_forks(order: &Order) -> impl Iterator<Item = &ForkId> {
    order.forks.iter().filter(|(_, fork)| fork.state == ForkState::Open).map(|(id, _)| id)
}

/// I8, I10: a running order without incident has an open task, and each of those somebody who can act.
fn somebody_can_act(order: &Order, desk: &Desk, left: &BTreeSet<UserId>, told: Told) {
    if order.is_running() && !order.has_incident() {
        assert!(order.open_tasks().next().is_some(), "nobody can act\n{}", told());
    }
    for (id, task) in order.open_tasks() {
        let can_act = |user: &UserId| desk.catalog.directory.is_active(*user) || left.contains(user);
        assert!(task.holders().iter().any(can_act), "{id} is nobody's\n{}", told());
    }
}

/// I14: nothing that stands follows from something that was undone.
fn undone_stays_undone(order: &Order, told: Told) {
    let is_undone = |state: &VisitState| {
        let back = [Reason::Returned, Reason::Recalled, Reason::Withdrawn];
        match state {
            VisitState::RolledBack { .. } => true,
            VisitState::Cancelled { reason, .. } => back.contains(reason),
            VisitState::Open | VisitState::Done { .. } => false,
        }
    };
    for (id, visit) in &order.visits {
        for parent in &visit.parents {
            let stands = visit.is_open() || visit.is_done();
            assert!(!stands || !is_undone(&order.visits[parent].state), "{id} follows from {parent}\n{}", told());
        }
    }
}

fn over_is_over(order: &Order, told: Told) {
    if let Status::Ended { .. } = order.status {
        let is_quiet = order.open_visits().next().is_none()
            && !order.tasks.values().any(Task::is_pending)
            && order.timers.is_empty()
            && order.forks.values().all(|fork| fork.state == ForkState::Closed);
        assert!(is_quiet, "it ended, and something goes on\n{}", told());
    }
}

/// I9: one timer at most for a visit, and only while it is open.
fn timers(order: &Order, told: Told) {
    let visits: Vec<VisitId> = order.timers.values().map(|timer| timer.visit).collect();
    let distinct: BTreeSet<_> = visits.iter().collect();
    assert_eq!(distinct.len(), visits.len(), "two timers of one visit\n{}", told());
    assert!(visits.iter().all(|visit| order.visits[visit].is_open()), "a timer of a visit that is over\n{}", told());
}

/// What one commit may and may not change.
fn step(before: &Order, order: &Order, events: &[OrderEvent], told: Told) {
    assert_eq!(order.rev, before.rev + events.len() as u64, "a revision is an event\n{}", told());
    assert!(order.last_at >= before.last_at, "time ran backwards\n{}", told());
    conserved(before, order, events, told);
    for (id, task) in &order.tasks {
        let Some(earlier) = before.tasks.get(id) else { continue };
        let handed = events.iter().any(|event| match event {
            OrderEvent::Task(TaskEvent::Transferred { task, .. } | TaskEvent::Reassigned { task, .. }) => task == id,
            OrderEvent::Task(TaskEvent::Claimed { task, .. } | TaskEvent::Released { task }) => task == id,
            _ => false,
        });
        assert!(task.actor == earlier.actor || handed, "{id} changed hands silently\n{}", told());
    }
    let fired = events.iter().filter(|event| matches!(event, OrderEvent::Timer(TimerEvent::Fired { .. }))).count();
    assert!(fired <= before.timers.len(), "a timer fired twice\n{}", told());
    for event in events {
        if let OrderEvent::Visit(VisitEvent::Returned { target, .. }) = event {
            siblings_untouched(before, order, *target, told);
        }
        if let OrderEvent::Life(LifeEvent::Migrated { .. }) = event {
            carried(before, order, events, told);
        }
    }
}

/// I4: tokens made less tokens gone is the difference of tokens.
fn conserved(before: &Order, order: &Order, events: &[OrderEvent], told: Told) {
    let change = events.iter().map(|event| match event {
        OrderEvent::Visit(VisitEvent::Entered { .. } | VisitEvent::Reopened { .. }) => 1,
        OrderEvent::Visit(VisitEvent::Completed { .. } | VisitEvent::Cancelled { .. }) => -1,
        _ => 0,
    });
    let open = |order: &Order| i64::try_from(order.open_visits().count()).expect("few visits");
    let difference = open(order) - open(before);
    assert_eq!(change.sum::<i64>(), difference, "a token was lost or made from nothing\n{}", told());
}

/// I14: what does not follow from the place it was returned to stands as it stood.
fn siblings_untouched(before: &Order, order: &Order, target: VisitId, told: Told) {
    let undone = descendants(before, target);
    for (id, task) in before.tasks.iter().filter(|(_, task)| !undone.contains(&task.visit)) {
        if !matches!(task.state, TaskState::Decided { .. } | TaskState::Cancelled { .. }) {
            assert_eq!(task, &order.tasks[id], "{id} was not part of what was returned\n{}", told());
        }
    }
}

/// I24: another version changes nobody's task, no limit that runs, and sets none anew that passed.
fn carried(before: &Order, order: &Order, events: &[OrderEvent], told: Told) {
    assert_eq!(before.tasks, order.tasks, "a task changed with the version\n{}", told());
    for (id, timer) in &order.timers {
        let passed = matches!(before.visits[&timer.visit].limit, VisitLimit::Passed(_));
        assert!(!passed, "a limit that passed was set anew\n{}", told());
        assert!(before.timers.get(id).is_none_or(|earlier| earlier == timer), "{id} was changed\n{}", told());
    }
    let fired = events.iter().any(|event| matches!(event, OrderEvent::Timer(TimerEvent::Fired { .. })));
    for (id, visit) in before.open_visits().filter(|_| !fired) {
        let (earlier, now) = (visit.limit, order.visits[&id].limit);
        let is_kept = earlier == now || matches!((earlier, now), (VisitLimit::None, VisitLimit::Due(_)));
        let is_gone = matches!((earlier, now), (VisitLimit::Due(_), VisitLimit::None));
        assert!(is_kept || is_gone, "{id}: {earlier:?} became {now:?}\n{}", told());
    }
}

/// I24: there and back again, everything is as it was, but for what counts events.
pub fn same_but_for_the_version(before: &Order, after: &Order, told: Told) {
    let (form_version, flow_version) = (before.form_version, before.flow_version);
    let (rev, last_at) = (before.rev, before.last_at);
    let after = Order { form_version, flow_version, rev, last_at, ..after.clone() };
    assert_eq!(before, &after, "{}", told());
}

/// I15: the same open steps with the same people, and the same branches, whatever their numbers.
pub fn same_place(left: &Order, right: &Order, told: Told) {
    assert_eq!(shape(left), shape(right), "{}", told());
}

fn shape(order: &Order) -> Vec<String> {
    let mut lines: Vec<String> = order
        .open_visits()
        .map(|(id, visit)| {
            let scope: Vec<_> = visit
                .scope
                .iter()
                .map(|frame| (&order.visits[&order.forks[&frame.fork].split].node, frame.branch))
                .collect();
            let tasks: Vec<_> =
                order.tasks_of(id).map(|(_, task)| (task.actor, &task.candidates, decided(task))).collect();
            format!("{} {scope:?} {tasks:?} {:?}", visit.node, visit.incident)
        })
        .collect();
    for fork in order.forks.values().filter(|fork| fork.state != ForkState::Closed) {
        let branches: Vec<_> = fork.branches.iter().map(|branch| branch_word(branch.state)).collect();
        lines.push(format!("{} {:?} {branches:?}", order.visits[&fork.split].node, fork.state));
    }
    let status = match &order.status {
        Status::Ended { outcome, result, .. } => format!("{outcome:?} {result}"),
        Status::Draft | Status::Running => format!("{:?}", order.status),
    };
    lines.push(status);
    lines.sort();
    lines
}

fn decided(task: &Task) -> String {
    match &task.state {
        TaskState::Waiting => "waiting".into(),
        TaskState::Offered => "offered".into(),
        TaskState::Open => "open".into(),
        TaskState::Decided { answer, by, .. } => format!("{answer:?} {by}"),
        TaskState::Cancelled { reason, .. } => format!("{reason:?}"),
    }
}

fn branch_word(state: BranchState) -> &'static str {
    match state {
        BranchState::Live => "live",
        BranchState::Arrived(_) => "arrived",
        BranchState::Rejected(_) => "rejected",
        BranchState::Ended(_) => "ended",
        BranchState::Cancelled => "cancelled",
    }
}
