//! Plays the past of the sample company: every deed is asked in its doer's name, at its instant, through the writer like any other
//! change. What was not done by now is left to do.

use super::house::House;
use super::refusal::Refused;
use crate::calendar::day::Calendar;
use crate::crypt::chance;
use crate::decide::workspace::sample::Logins;
use crate::decide::workspace::weeks::{self, Act};
use crate::model::command::{Actor, Ask, Command, DeliveryAsk, Opinion, OrderVerb, Ruling, Verdict};
use crate::model::effect::EffectId;
use crate::model::id::{CommandId, FormId, RecordId, TaskId, UserId};
use crate::model::limit::PAGE_ROWS_MAX;
use crate::model::party::Language;
use crate::model::time::Timestamp;
use crate::store::error::StoreError;
use crate::writer::clock::Back;
use crate::writer::reader;

/// How much of what somebody was told is still new to them.
const UNREAD: usize = 2;

/// From a clock that stands at the beginning of the past to one that stands at `now`.
///
/// # Errors
/// Those of the commands; what was played by then stays.
pub async fn play(
    house: &House,
    (clock, now): (&Back<'_>, Timestamp),
    (form, language): (FormId, Language),
    logins: &Logins,
) -> Result<(), Refused> {
    let catalog = house.catalog();
    let always = Calendar::around_the_clock();
    let mut orders: Vec<RecordId> = Vec::new();
    for deed in weeks::deeds(language, catalog.hours(None).unwrap_or(&always), now, logins) {
        clock.to(now.since(deed.at));
        fire(house).await?;
        let Some(by) = logins.get(&deed.by).copied() else { continue };
        if orders.len() == deed.order {
            orders.push(RecordId::from_u128(chance::uuid_v7(house.now())));
        }
        let order = orders[deed.order];
        if let Some(verb) = verb(house, (order, form), by, deed.act)? {
            submit(house, Actor::User(by), Ask::Order { order, rev: None, verb }).await?;
        }
    }
    clock.to(0);
    fire(house).await?;
    for user in logins.values() {
        for ids in read(house, *user).chunks(PAGE_ROWS_MAX) {
            submit(house, Actor::User(*user), Ask::Delivery(DeliveryAsk::ReadNotices { ids: ids.to_vec() })).await?;
        }
    }
    Ok(())
}

/// `None`: there is nothing of that kind for this person to do.
fn verb(
    house: &House,
    (order, form): (RecordId, FormId),
    by: UserId,
    act: Act,
) -> Result<Option<OrderVerb>, StoreError> {
    if let Act::Report(values) = act {
        return Ok(Some(OrderVerb::Submit { form, values }));
    }
    Ok(task(house, order, by)?.and_then(|task| match act {
        Act::Report(_) => None,
        Act::Claim => Some(OrderVerb::Claim { task }),
        Act::Complete(values) => Some(decided(task, Ruling::Complete { outcome: None, values }, "")),
        Act::Accept(values) => Some(decided(task, Ruling::Approve { values }, "")),
        Act::Refuse(comment) => Some(decided(task, Ruling::Reject, &comment)),
    }))
}

fn decided(task: TaskId, ruling: Ruling, comment: &str) -> OrderVerb {
    OrderVerb::Decide(Verdict { task, ruling, opinion: Opinion::of(comment) })
}

/// What this person may do now at the order.
fn task(house: &House, order: RecordId, by: UserId) -> Result<Option<TaskId>, StoreError> {
    let moved = reader::order(&house.store, order)?;
    Ok(moved.and_then(|moved| {
        let mut tasks = moved.order.open_tasks();
        tasks.find(|(_, task)| task.holders().contains(&by)).map(|(id, _)| id)
    }))
}

/// What a person who looks at the bell now and then has read.
fn read(house: &House, user: UserId) -> Vec<EffectId> {
    let published = house.published();
    let told = published.snapshot.bell(user).into_iter().flat_map(|bell| bell.notices.iter());
    told.rev().map(|(id, _)| *id).skip(UNREAD).collect()
}

/// Reminds of what is late, as the scheduler would have, so that none of it is still to come when the past is over.
async fn fire(house: &House) -> Result<(), Refused> {
    for (order, timer) in house.timers.due(house.now()) {
        submit(house, Actor::System, Ask::Order { order, rev: None, verb: OrderVerb::FireTimers { timer } }).await?;
    }
    Ok(())
}

async fn submit(house: &House, actor: Actor, ask: Ask) -> Result<(), Refused> {
    let command = Command { id: CommandId::from_u128(chance::uuid_v7(house.now())), actor, ask };
    house.submit(command).await?;
    Ok(())
}
