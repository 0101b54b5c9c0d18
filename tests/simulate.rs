//! Random flows, random people, one seed: whatever they do, the rules of orders hold after every commit. A failing seed prints
//! itself and joins `SEEDS` before it is repaired. `SIMULATE_SEEDS=100000` looks longer.

use std::collections::BTreeMap;

use tessera::catalog::Catalog;
use tessera::flow::definition;
use tessera::model::flow::FlowDefinition;
use tessera::model::order::Status;
use tessera::model::order_event::OrderEvent;
use tessera::model::problem::{ProblemCode, Severity};

use crate::flow::desk::Desk;
use crate::flow::drawing::{self, FORM};

pub mod actor;
pub mod generator;
mod held;
mod invariant;
pub mod luck;
mod version;

use actor::Troupe;
use luck::Luck;

/// Seeds that once failed.
const SEEDS: &[u64] = &[];

/// What a simulation that is worth its name goes through.
const EVENTS: &str = "Life.Submitted Life.Withdrawn Life.Terminated Life.Ended Life.Migrated Visit.Entered Visit.Completed Visit.Cancelled \
    Visit.RolledBack Visit.Reopened Visit.PathChosen Visit.PeopleFound Visit.IncidentRaised Visit.IncidentResolved \
    Visit.Returned Visit.Recalled Fork.Forked Fork.Arrived Fork.Rejected Fork.Ended Fork.Cancelled Fork.Revived \
    Fork.JoinFired Fork.Reopened Fork.Died Fork.Closed Task.Made Task.Offered Task.Opened Task.Postponed Task.Claimed \
    Task.Released Task.Saved Task.Decided Task.Cancelled Task.Transferred Task.Reassigned Timer.Set Timer.Fired \
    Timer.Cancelled Talk.Copied Talk.Commented Talk.Urged Record.Patched";

/// `Fork.JoinFired`.
fn kind(event: &OrderEvent) -> String {
    let text = format!("{event:?}");
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    format!("{}.{}", words.next().unwrap_or_default(), words.next().unwrap_or_default())
}

const COMMANDS: usize = 60;
const DRAIN_COMMANDS_MAX: usize = 1_500;

fn seeds(count: u64) -> impl Iterator<Item = u64> {
    let wanted = std::env::var("SIMULATE_SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(count);
    SEEDS.iter().copied().chain((0..wanted).map(|seed| seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x51F3))
}

#[test]
fn every_sound_flow_keeps_the_rules_and_comes_to_an_end() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for seed in seeds(150) {
        let mut luck = Luck::new(seed);
        let (cast, flow) = generator::draw(&mut luck);
        let problems = errors(&cast.catalog(drawing::form(), &FlowDefinition::default()), &flow);
        assert!(problems.is_empty(), "seed {seed}: {problems:?}\n{}", generator::written(&flow));
        let mut desk = Desk::new(cast.catalog(drawing::form(), &flow));
        let mut troupe = Troupe::new(seed, luck, cast);
        troupe.play(&mut desk, COMMANDS);
        troupe.drain(&mut desk, DRAIN_COMMANDS_MAX);
        let is_over = desk.order.as_ref().is_none_or(|order| matches!(order.status, Status::Ended { .. }));
        assert!(is_over, "seed {seed}: never ends\n{}\n{}", generator::written(&flow), troupe.told());
        invariant::of_the_whole(&desk, &|| troupe.told());
        for event in desk.log.iter().flat_map(|(_, events)| events) {
            *seen.entry(kind(event)).or_default() += 1;
        }
    }
    let missing: Vec<_> = EVENTS.split_whitespace().filter(|kind| !seen.contains_key(*kind)).collect();
    assert!(missing.is_empty(), "nobody ever did {missing:?}: {seen:?}");
}

/// One line drawn elsewhere: either the check names what is wrong, or the flow keeps the rules all the same.
#[test]
fn one_wrong_line_is_found_or_harmless() {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for seed in seeds(150) {
        let mut luck = Luck::new(seed);
        let (cast, mut flow) = generator::draw(&mut luck);
        generator::spoil(&mut luck, &mut flow);
        let problems = errors(&cast.catalog(drawing::form(), &FlowDefinition::default()), &flow);
        for code in &problems {
            *found.entry(format!("{code:?}")).or_default() += 1;
        }
        if problems.is_empty() {
            let mut desk = Desk::new(cast.catalog(drawing::form(), &flow));
            let mut troupe = Troupe::new(seed, luck, cast);
            troupe.play(&mut desk, COMMANDS);
            invariant::of_the_whole(&desk, &|| troupe.told());
        }
    }
    for code in ["FlowCrossBranch", "FlowIntoRegion", "FlowOutOfRegion", "FlowWrongJoin", "FlowUnreachable"] {
        assert!(found.contains_key(code), "{code} was never needed: {found:?}");
    }
}

pub fn errors(catalog: &Catalog, flow: &FlowDefinition) -> Vec<ProblemCode> {
    let form = catalog.form(FORM).expect("the form").current().expect("its version");
    let problems = definition::check(catalog, form, flow);
    problems.into_iter().filter(|problem| problem.severity == Severity::Error).map(|problem| problem.code).collect()
}
