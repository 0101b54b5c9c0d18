//! Lines out of one gateway: each says something of its own. Warnings only, for such a drawing runs, though not as it was meant.

use super::graph::{At, Graph};
use crate::catalog::flow::Rules;
use crate::formula::turn::{self, Turn};
use crate::model::flow::Step;
use crate::model::problem::{Problem, ProblemCode};

/// `rules`: those of the drawing; `None` while one of its formulas has a mistake.
pub fn check(graph: &Graph, rules: Option<&Rules>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, node) in graph.nodes() {
        let twice = twice(graph, at);
        problems.extend(twice.iter().map(|edge| graph.at_edge(*edge, ProblemCode::FlowSameLine).into_warning()));
        if let (Step::Exclusive(_), Some(rules)) = (&node.step, rules) {
            problems.extend(
                turns(graph, at, rules).into_iter().filter(|(edge, _)| !twice.contains(edge)).map(|(_, told)| told),
            );
        }
    }
    problems
}

/// Lines that another one before them repeats in full: the same way out, the same condition, the same step.
fn twice(graph: &Graph, at: At) -> Vec<At> {
    let same = |one: At, other: At| {
        let (one, other) = (graph.edge(one), graph.edge(other));
        one.to == other.to
            && one.port == other.port
            && text(one.condition.as_deref()) == text(other.condition.as_deref())
    };
    let exits = graph.exits(at);
    let repeated = exits
        .iter()
        .enumerate()
        .filter(|(position, edge)| exits[..*position].iter().any(|before| same(*before, **edge)));
    repeated.map(|(_, edge)| *edge).collect()
}

fn text(condition: Option<&str>) -> Option<&str> {
    condition.map(str::trim)
}

/// Conditions that never decide, or after which nothing does, each by its line.
fn turns(graph: &Graph, at: At, rules: &Rules) -> Vec<(At, Problem)> {
    let asked: Vec<_> =
        graph.exits(at).iter().filter_map(|edge| Some((*edge, rules.condition(&graph.edge(*edge).id)?))).collect();
    let judged = turn::judge(&asked.iter().map(|(_, rule)| &***rule).collect::<Vec<_>>());
    let repeated = |position: usize| {
        let condition = |position: usize| text(graph.edge(asked[position].0).condition.as_deref());
        (0..position).find(|before| condition(*before) == condition(position))
    };
    let told = asked.iter().zip(judged).enumerate().filter_map(|(position, ((edge, _), turn))| {
        let turn = turn.or_else(|| Some(Turn::Covered([repeated(position)?].into())))?;
        let problem = match turn {
            Turn::Never => graph.at_condition(*edge, ProblemCode::FlowConditionNever),
            Turn::Always => graph.at_condition(*edge, ProblemCode::FlowConditionAlways),
            Turn::Covered(by) => {
                let names: Vec<_> = by.iter().map(|position| graph.name(graph.target(asked[*position].0))).collect();
                graph.at_condition(*edge, ProblemCode::FlowConditionCovered).with("by", names.join(", "))
            }
        };
        Some((*edge, problem.into_warning()))
    });
    told.collect()
}
