//! From a rule to people (`flow.md` 1.9): resolve the sources, drop who is gone, keep the initiator from approving the own order,
//! and never leave a step without somebody unless it is set to stop.

use crate::catalog::directory::Directory;
use crate::flow::back;
use crate::flow::run::Run;
use crate::model::flow::{Assign, SelfApproval, Source, WhenEmpty};
use crate::model::id::{DepartmentId, UserId, VisitId};
use crate::model::limit::SEATS_MAX;
use crate::model::order_event::{Found, VisitEvent};
use crate::model::value::Value;

/// Who gets a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seats {
    /// Never empty.
    People(Vec<UserId>),
    /// The administrators: one of them has to look after it. Never empty.
    Rescue(Vec<UserId>),
    /// The step passes by itself.
    Nobody,
    /// The order stops here.
    Block,
}

/// Whether the initiator may stand among the people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Initiator {
    Welcome,
    /// As the rule of the step says.
    Judged,
}

/// Finds the people of a visit and records how.
pub fn find(run: &mut Run, visit: VisitId, assign: &Assign, initiator: Initiator) -> Seats {
    let mut steps = Vec::new();
    let seats = look(run, visit, assign, initiator, &mut steps);
    run.emit(VisitEvent::PeopleFound { visit, steps });
    match seats {
        Seats::People(mut people) => {
            people.truncate(SEATS_MAX);
            Seats::People(people)
        }
        Seats::Rescue(_) | Seats::Nobody | Seats::Block => seats,
    }
}

fn look(run: &Run, visit: VisitId, assign: &Assign, initiator: Initiator, steps: &mut Vec<Found>) -> Seats {
    if let Some(before) = run.visit(visit).supersedes {
        let users = back::deciders(&run.order, before);
        steps.push(Found::SameAsBefore { users: users.clone() });
        let people = active(run, users, steps);
        if !people.is_empty() {
            return Seats::People(people);
        }
    }
    let mut listed = Vec::new();
    for (index, source) in (0..).zip(&assign.sources) {
        let users = resolve(run, source);
        steps.push(Found::Source { index, users: users.clone() });
        listed.extend(users);
    }
    let people = active(run, listed, steps);
    if people.is_empty() {
        return fallback(run, &assign.when_empty, steps);
    }
    let is_judged = initiator == Initiator::Judged && !run.visit(visit).no_auto;
    if is_judged && people.contains(&run.order.initiator) {
        return without_initiator(run, people, assign, steps);
    }
    Seats::People(people)
}

/// The people of several sources, active ones only, each once, in order.
pub fn recipients(run: &Run, sources: &[Source]) -> Vec<UserId> {
    let listed = sources.iter().flat_map(|source| resolve(run, source)).collect();
    active(run, listed, &mut Vec::new())
}

/// Whom each source names, gone or not, once or more often.
pub fn named(run: &Run, sources: &[Source]) -> Vec<Found> {
    (0..).zip(sources).map(|(index, source)| Found::Source { index, users: resolve(run, source) }).collect()
}

/// Keeps the first place of each, and who is still here.
fn active(run: &Run, listed: Vec<UserId>, steps: &mut Vec<Found>) -> Vec<UserId> {
    let mut people: Vec<UserId> = Vec::new();
    for user in listed {
        if !run.world.catalog.directory.is_active(user) {
            steps.push(Found::Inactive { user });
        } else if !people.contains(&user) {
            people.push(user);
        }
    }
    people
}

fn resolve(run: &Run, source: &Source) -> Vec<UserId> {
    let directory = &run.world.catalog.directory;
    let head = |department: Option<DepartmentId>, level: u8| {
        department.and_then(|department| directory.department_head(department, level)).into_iter().collect()
    };
    match source {
        Source::Users { users } => users.clone(),
        Source::Team { team } => directory.team_members(*team).to_vec(),
        Source::Role { role } => directory.roles.get(role).map_or_else(Vec::new, |role| {
            if role.everyone { directory.users.keys().copied().collect() } else { role.members.clone() }
        }),
        Source::DepartmentMembers { department } => directory.members_of(*department).collect(),
        Source::DepartmentHead { department } => head(Some(*department), 1),
        Source::InitiatorDepartmentHead { level } => head(run.order.department, *level),
        Source::InitiatorManager { level } => directory.manager_of(run.order.initiator, *level).into_iter().collect(),
        Source::Field { field } => of_value(directory, run.record.value(field)),
        Source::Initiator => vec![run.order.initiator],
    }
}

/// People stand for themselves, departments for their heads.
fn of_value(directory: &Directory, value: &Value) -> Vec<UserId> {
    match value {
        Value::User(user) => vec![*user],
        Value::Department(department) => directory.department_head(*department, 1).into_iter().collect(),
        Value::List(items) => items.iter().flat_map(|item| of_value(directory, item)).collect(),
        Value::Empty
        | Value::Text(_)
        | Value::Number(_)
        | Value::Bool(_)
        | Value::Date(_)
        | Value::DateTime(_)
        | Value::Option(_)
        | Value::File(_) => Vec::new(),
    }
}

/// Somebody else stands in the initiator's place, or nobody.
fn without_initiator(run: &Run, mut people: Vec<UserId>, assign: &Assign, steps: &mut Vec<Found>) -> Seats {
    let initiator = run.order.initiator;
    let directory = &run.world.catalog.directory;
    let instead = match assign.self_approval {
        SelfApproval::Allow => return Seats::People(people),
        SelfApproval::Skip => None,
        SelfApproval::ToManager => manager(directory, initiator).or_else(|| other_administrator(directory, initiator)),
        SelfApproval::ToDepartmentHead => department_head(run).or_else(|| other_administrator(directory, initiator)),
        SelfApproval::ToAdministrator => other_administrator(directory, initiator),
    };
    steps.push(Found::SelfApproval { instead });
    match instead {
        Some(user) if !people.contains(&user) => {
            people.iter_mut().filter(|person| **person == initiator).for_each(|person| *person = user);
        }
        Some(_) | None => people.retain(|person| *person != initiator),
    }
    match (people.is_empty(), assign.self_approval) {
        (false, _) => Seats::People(people),
        (true, SelfApproval::Skip) => {
            steps.push(Found::Skipped);
            Seats::Nobody
        }
        (true, _) => Seats::Block,
    }
}

fn fallback(run: &Run, rule: &WhenEmpty, steps: &mut Vec<Found>) -> Seats {
    let directory = &run.world.catalog.directory;
    let users = match rule {
        WhenEmpty::ToAdministrator => Vec::new(),
        WhenEmpty::Skip => {
            steps.push(Found::Skipped);
            return Seats::Nobody;
        }
        WhenEmpty::ToManager => manager(directory, run.order.initiator).into_iter().collect(),
        WhenEmpty::ToUser { user } => vec![*user],
        WhenEmpty::Block => return Seats::Block,
    };
    let people = active(run, users, steps);
    let seats = if people.is_empty() { Seats::Rescue(directory.administrators()) } else { Seats::People(people) };
    match &seats {
        Seats::Rescue(users) if users.is_empty() => return Seats::Block,
        Seats::People(users) | Seats::Rescue(users) => steps.push(Found::Fallback { users: users.clone() }),
        Seats::Nobody | Seats::Block => {}
    }
    seats
}

/// The nearest active manager up who is somebody else.
fn manager(directory: &Directory, user: UserId) -> Option<UserId> {
    (1..=u8::MAX)
        .map_while(|level| directory.manager_of(user, level))
        .find(|manager| *manager != user && directory.is_active(*manager))
}

/// The nearest active head of the initiator's department, or of one above, who is somebody else.
fn department_head(run: &Run) -> Option<UserId> {
    let directory = &run.world.catalog.directory;
    let path = directory.department_path(run.order.department?);
    let heads = path.iter().filter_map(|department| directory.department_head(*department, 1));
    heads.into_iter().find(|head| *head != run.order.initiator && directory.is_active(*head))
}

fn other_administrator(directory: &Directory, user: UserId) -> Option<UserId> {
    directory.administrators().into_iter().find(|administrator| *administrator != user)
}
