//! What a drawing would do: who would get each step if somebody sent the form filled like this. Changes nothing.

use std::collections::BTreeSet;

use actix_web::web;
use serde::{Deserialize, Serialize};

use super::definition::history;
use super::{Route, post};
use crate::decide::order::preview::{Sample, preview};
use crate::flow::preview::{Predicted, Preview, Warning};
use crate::http::body::Body;
use crate::http::caller::{Allowed, DesignForm};
use crate::http::refusal::{Refused, WireProblem};
use crate::http::wire::WireRecord;
use crate::model::flow::{FlowDefinition, Source, Step};
use crate::model::id::{EdgeId, FieldId, FormId, NodeId, UserId};
use crate::model::order_event::Found;
use crate::model::refusal::Refusal;
use crate::query::reading;

pub fn routes() -> Vec<Route> {
    vec![post("/forms/{form}/flow/preview", foresee)]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trial {
    /// Absent: the working copy.
    #[serde(default)]
    definition: Option<FlowDefinition>,
    /// Absent: whoever asks.
    #[serde(default)]
    initiator: Option<UserId>,
    #[serde(default)]
    values: WireRecord,
}

#[derive(Serialize, Default)]
struct Foreseen {
    steps: Vec<ForeseenStep>,
    path_edges: BTreeSet<EdgeId>,
    problems: Vec<WireProblem>,
}

#[derive(Serialize)]
struct ForeseenStep {
    node: NodeId,
    name: String,
    kind: &'static str,
    people: Vec<Chosen>,
    /// Nothing that was filled in decides about it.
    certain: bool,
    depends_on: BTreeSet<FieldId>,
    warnings: Vec<&'static str>,
}

#[derive(Serialize)]
struct Chosen {
    user: UserId,
    why: &'static str,
}

/// A drawing with errors answers its problems and no step.
async fn foresee(
    caller: Allowed<DesignForm>,
    form: web::Path<FormId>,
    body: Body<Trial>,
) -> Result<web::Json<Foreseen>, Refused> {
    let catalog = caller.house.catalog();
    let Trial { definition, initiator, values } = body.0;
    let drawing = match definition {
        Some(drawing) => drawing,
        None => (*history(&catalog, *form)?.form.flow_draft).clone(),
    };
    let values = values.into_raw();
    let sample = Sample { initiator: initiator.unwrap_or(caller.who.user), values: &values };
    let facts = reading::facts(caller.house.now(), &catalog, None);
    match preview(&facts, caller.who.user, (*form, &drawing), &sample) {
        Ok(preview) => Ok(web::Json(foreseen(&drawing, preview))),
        Err(Refusal::Invalid(problems)) => {
            Ok(web::Json(Foreseen { problems: WireProblem::all(&problems), ..Foreseen::default() }))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn foreseen(drawing: &FlowDefinition, preview: Preview) -> Foreseen {
    let steps = preview.steps.into_iter().filter_map(|step| {
        let node = drawing.nodes.iter().find(|node| node.id == step.node)?;
        let people = step.people.iter().map(|user| Chosen { user: *user, why: why(&node.step, &step, *user) });
        Some(ForeseenStep {
            node: node.id.clone(),
            name: node.name.clone(),
            kind: kind(&node.step),
            people: people.collect(),
            certain: step.depends_on.is_empty(),
            warnings: step.warnings.iter().map(warning).collect(),
            depends_on: step.depends_on,
        })
    });
    Foreseen { steps: steps.collect(), path_edges: preview.edges, problems: Vec::new() }
}

/// The rule that brought this person to the step.
fn why(step: &Step, predicted: &Predicted, user: UserId) -> &'static str {
    let sources = match step {
        Step::Handle(handle) => handle.assign.sources.as_slice(),
        Step::Approve(approve) => &approve.assign.sources,
        Step::Cc(cc) => &cc.recipients,
        Step::Start(_) | Step::Exclusive(_) | Step::Parallel(_) | Step::Join(_) | Step::Update(_) | Step::End(_) => &[],
    };
    let by = predicted.found.iter().find_map(|found| match found {
        Found::Source { index, users } if users.contains(&user) => sources.get(usize::from(*index)).map(origin),
        Found::SameAsBefore { users } if users.contains(&user) => Some("same_as_before"),
        Found::SelfApproval { instead } if *instead == Some(user) => Some("self_approval"),
        Found::Fallback { users } if users.contains(&user) => Some("fallback"),
        Found::Source { .. }
        | Found::SameAsBefore { .. }
        | Found::SelfApproval { .. }
        | Found::Fallback { .. }
        | Found::Inactive { .. }
        | Found::Skipped => None,
    });
    by.unwrap_or("source")
}

const fn kind(step: &Step) -> &'static str {
    match step {
        Step::Start(_) => "start",
        Step::Handle(_) => "handle",
        Step::Approve(_) => "approve",
        Step::Exclusive(_) => "exclusive",
        Step::Parallel(_) => "parallel",
        Step::Join(_) => "join",
        Step::Cc(_) => "cc",
        Step::Update(_) => "update",
        Step::End(_) => "end",
    }
}

const fn origin(source: &Source) -> &'static str {
    match source {
        Source::Users { .. } => "users",
        Source::Team { .. } => "team",
        Source::Role { .. } => "role",
        Source::DepartmentMembers { .. } => "department_members",
        Source::DepartmentHead { .. } => "department_head",
        Source::InitiatorDepartmentHead { .. } => "initiator_department_head",
        Source::InitiatorManager { .. } => "initiator_manager",
        Source::Field { .. } => "field",
        Source::Initiator => "initiator",
    }
}

const fn warning(warning: &Warning) -> &'static str {
    match warning {
        Warning::NobodyFound => "nobody_found",
        Warning::PassesByItself => "passes_by_itself",
        Warning::Stops { .. } => "stops",
        Warning::SamePersonAgain { .. } => "same_person_again",
    }
}
