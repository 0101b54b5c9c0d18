//! What a person wrote into the form at a step, judged with everything else that is known, and kept.

use crate::catalog::scene::Scene;
use crate::decide::facts::Facts;
use crate::flow::run::{Run, World};
use crate::form::fill::{self, Context, Mode, Rights};
use crate::formula::env::OrderFacts;
use crate::model::id::UserId;
use crate::model::order_event::RecordEvent;
use crate::model::problem::Severity;
use crate::model::raw::RawRecord;
use crate::model::record::Values;
use crate::model::refusal::Refusal;

/// # Errors
/// - `Invalid`: every problem of the patch, and of the fields this person must fill here.
pub fn keep(facts: &Facts, run: &mut Run, raw: &RawRecord, mode: Mode, rights: Rights) -> Result<(), Refusal> {
    let form = run.world.form;
    let of = form.form;
    let filled = run.with_scene(None, |scene| {
        let context = Context {
            scene: *scene,
            mode,
            rights,
            file: facts.file,
            is_taken: &|field, value| (facts.is_taken)(of, field, value),
            last_number: &|field, period| (facts.serial_last)(of, field, period),
        };
        fill::fill(form, &run.record.values, raw, &context)
    });
    if filled.problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Refusal::Invalid(filled.problems));
    }
    for draw in filled.draws {
        run.emit(RecordEvent::Numbered { form: of, field: draw.field, period: draw.period, number: draw.number });
    }
    run.keep(&filled.values);
    Ok(())
}

/// What a new record holds before anybody wrote.
pub fn opened(world: World, by: UserId) -> Values {
    let order = OrderFacts { initiator: Some(by), created: Some(world.now), ..OrderFacts::default() };
    let scene = Scene {
        now: world.now,
        zone: &world.catalog.zone,
        user: Some(by),
        directory: &world.catalog.directory,
        order: &order,
    };
    fill::opened(world.form, &scene).values
}
