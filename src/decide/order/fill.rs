//! What a person wrote into the form at a step, judged with everything else that is known, and kept.

use crate::access::field::FieldRule;
use crate::catalog::scene::Scene;
use crate::decide::facts::Facts;
use crate::flow::run::{Run, World};
use crate::form::fill::{self, Context, Filled, Mode, Rights};
use crate::formula::env::OrderFacts;
use crate::model::form::{FieldAccess, FieldMatrix};
use crate::model::id::{FileId, UserId};
use crate::model::limit::FILE_UNUSED_MS_MAX;
use crate::model::order_event::RecordEvent;
use crate::model::problem::{Problem, Severity};
use crate::model::raw::RawRecord;
use crate::model::record::Values;
use crate::model::refusal::Refusal;
use crate::model::value::File;

/// # Errors
/// - `Invalid`: every problem of the patch, and of the fields this person must fill here.
pub fn keep(facts: &Facts, run: &mut Run, raw: &RawRecord, mode: Mode, rights: Rights) -> Result<(), Refusal> {
    let filled = filled(facts, run, raw, (mode, rights));
    kept(run, filled)
}

/// As [`keep`] for everything at once that this person may change, but what was wrong before and is not touched stays as it is: a day
/// that has passed meanwhile is no reason to refuse another field.
///
/// # Errors
/// - `Invalid`: every problem of the patch, and what it makes wrong elsewhere.
pub fn amend(facts: &Facts, run: &mut Run, raw: &RawRecord, editable: &FieldRule) -> Result<(), Refusal> {
    let fields = run.world.form.definition.fields.iter().map(|field| field.id.clone());
    let matrix: FieldMatrix = fields.filter(|id| !editable.allows(id)).map(|id| (id, FieldAccess::Read)).collect();
    let everything = (Mode::Submit, Rights::at_start(&matrix));
    let before = filled(facts, run, &RawRecord::new(), everything).problems;
    let mut after = filled(facts, run, raw, everything);
    let is_new = |problem: &Problem| {
        let is_touched = raw.keys().any(|field| field.as_str() == problem.place);
        is_touched || !before.iter().any(|old| (&old.place, old.code) == (&problem.place, problem.code))
    };
    after.problems.retain(is_new);
    kept(run, after)
}

fn filled(facts: &Facts, run: &Run, raw: &RawRecord, (mode, rights): (Mode, Rights)) -> Filled {
    let form = run.world.form;
    let of = form.form;
    run.with_scene(None, |scene| {
        let context = Context {
            scene: *scene,
            mode,
            rights,
            file: &|id| own_file(facts, run.by, id),
            is_taken: &|field, value| (facts.is_taken)(of, field, value),
            last_number: &|field, period| (facts.serial_last)(of, field, period),
        };
        fill::fill(form, &run.record.values, raw, &context)
    })
}

fn kept(run: &mut Run, filled: Filled) -> Result<(), Refusal> {
    let of = run.world.form.form;
    if filled.problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Refusal::Invalid(filled.problems));
    }
    for draw in filled.draws {
        run.emit(RecordEvent::Numbered { form: of, field: draw.field, period: draw.period, number: draw.number });
    }
    run.keep(&filled.values);
    Ok(())
}

/// A file that this person brought not too long ago: somebody else's cannot be attached, whoever knows its id, and one that waited
/// for too long may be gone by the time this is done.
pub fn own_file(facts: &Facts, by: Option<UserId>, id: FileId) -> Option<File> {
    let is_fresh = facts.now.since(id.made_at()) <= FILE_UNUSED_MS_MAX;
    (facts.file)(id).filter(|(_, owner)| is_fresh && Some(*owner) == by).map(|(file, _)| file)
}

/// What a new record holds before anybody wrote.
pub fn opened(world: World, by: UserId) -> Values {
    before_any_order(world, by, |scene| fill::opened(world.form, scene).values)
}

/// What a new record would hold when it is filled like this, as far as it can be read.
pub fn sample(facts: &Facts, world: World, by: UserId, raw: &RawRecord) -> Values {
    const EVERYTHING: &FieldMatrix = &FieldMatrix::new();
    let base = opened(world, by);
    before_any_order(world, by, |scene| {
        let context = Context {
            scene: *scene,
            mode: Mode::Draft,
            rights: Rights::at_start(EVERYTHING),
            file: &|id| own_file(facts, Some(by), id),
            is_taken: &|_, _| false,
            last_number: &|_, _| 0,
        };
        fill::fill(world.form, &base, raw, &context).values
    })
}

fn before_any_order<R>(world: World, by: UserId, look: impl FnOnce(&Scene) -> R) -> R {
    let order = OrderFacts { initiator: Some(by), created: Some(world.now), ..OrderFacts::default() };
    look(&Scene {
        now: world.now,
        zone: &world.catalog.zone,
        user: Some(by),
        directory: &world.catalog.directory,
        order: &order,
    })
}
