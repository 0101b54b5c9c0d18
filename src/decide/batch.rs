//! Several asks in one commit, all or none; each sees what those before it changed. Refuses batches inside batches, and whatever
//! is about one order: that is judged by facts that were gathered for it alone.

use super::facts::Facts;
use crate::model::command::{Ask, Command};
use crate::model::decision::Decision;
use crate::model::limit::BATCH_ASKS_MAX;
use crate::model::refusal::Refusal;

pub fn decide(facts: &Facts, command: &Command, asks: &[Ask]) -> Result<Decision, Refusal> {
    if asks.len() > BATCH_ASKS_MAX {
        return Err(Refusal::LimitReached { limit: BATCH_ASKS_MAX as u64 });
    }
    let mut catalog = facts.catalog.clone();
    let mut whole = Decision::default();
    for (at, ask) in asks.iter().enumerate() {
        if matches!(ask, Ask::Batch(_) | Ask::Order { .. } | Ask::Held(_)) {
            return Err(Refusal::NotAllowed);
        }
        let one = Command { id: command.id, actor: command.actor, ask: ask.clone() };
        let decision = super::decide(&Facts { catalog: &catalog, ..*facts }, &one).map_err(|no| placed(no, at))?;
        for event in &decision.events {
            catalog.apply(event);
        }
        whole.events.extend(decision.events);
        whole.effects.extend(decision.effects);
    }
    Ok(whole)
}

/// Says which of the asks has the problem: `asks.3.login`.
fn placed(refusal: Refusal, at: usize) -> Refusal {
    match refusal {
        Refusal::Invalid(mut problems) => {
            for problem in &mut problems {
                problem.place = format!("asks.{at}.{}", problem.place);
            }
            Refusal::Invalid(problems)
        }
        other => other,
    }
}
