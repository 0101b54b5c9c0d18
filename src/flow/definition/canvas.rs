//! Notes and phases of a drawing: each may be wrong in itself, and none makes a flow unsound.

use std::collections::{BTreeMap, BTreeSet};

use crate::form::definition::{name, too_long};
use crate::model::flow::FlowDefinition;
use crate::model::flow::canvas::Note;
use crate::model::id::NodeId;
use crate::model::limit::{NOTE_CHARS_MAX, NOTE_SIDE_MAX, NOTE_SIDE_MIN};
use crate::model::problem::{Problem, ProblemCode};

pub fn check(flow: &FlowDefinition) -> Vec<Problem> {
    let names: BTreeMap<_, _> = flow.nodes.iter().map(|node| (&node.id, node.name.as_str())).collect();
    let mut problems = notes(flow, &names);
    problems.extend(phases(flow, &names));
    problems
}

type Names<'a> = BTreeMap<&'a NodeId, &'a str>;

fn notes(flow: &FlowDefinition, names: &Names) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    for note in &flow.notes {
        let place = format!("notes.{}", note.id);
        if !ids.insert(&note.id) {
            problems.push(Problem::error(&place, ProblemCode::DuplicateId));
        }
        problems.extend(of_note(&place, note, names));
    }
    problems
}

fn of_note(place: &str, note: &Note, names: &Names) -> Vec<Problem> {
    let mut problems = Vec::new();
    problems.extend(too_long(&format!("{place}.text"), &note.text, NOTE_CHARS_MAX));
    for (side, length) in [("width", note.width), ("height", note.height)] {
        if !(NOTE_SIDE_MIN..=NOTE_SIDE_MAX).contains(&length) {
            let problem = Problem::error(format!("{place}.{side}"), ProblemCode::OutOfRange);
            problems.push(problem.with("min", NOTE_SIDE_MIN).with("max", NOTE_SIDE_MAX));
        }
    }
    // It is read all the same, wherever it lies.
    let lost = note.step.as_ref().filter(|step| !names.contains_key(step));
    problems.extend(lost.map(|step| Problem::warning(place, ProblemCode::FlowNoteAdrift).with("node", step)));
    problems
}

fn phases(flow: &FlowDefinition, names: &Names) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    let mut taken: BTreeMap<&NodeId, &str> = BTreeMap::new();
    for phase in &flow.phases {
        let place = format!("phases.{}", phase.id);
        let steps = format!("{place}.steps");
        if !ids.insert(&phase.id) {
            problems.push(Problem::error(&place, ProblemCode::DuplicateId));
        }
        problems.extend(name(&format!("{place}.name"), &phase.name));
        if phase.steps.is_empty() {
            problems.push(Problem::error(&steps, ProblemCode::TooFew).with("min", 1));
        }
        for step in &phase.steps {
            let Some(known) = names.get(step) else {
                problems.push(Problem::error(&steps, ProblemCode::FlowPhaseUnknownStep).with("node", step));
                continue;
            };
            if let Some(first) = taken.insert(step, &phase.name) {
                let problem = Problem::error(&steps, ProblemCode::FlowPhaseTwice);
                problems.push(problem.with("node", known).with("phase", first));
            }
        }
    }
    problems
}
