//! Changing a record outside its tasks, by permission; also after the order has ended.

use super::{Desk, fill, permit};
use crate::access::field::Part;
use crate::flow::run::Run;
use crate::model::raw::RawRecord;
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, values: &RawRecord, record_rev: u64) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open()?;
    if !permit::edits(&run, desk.user) {
        return Err(Refusal::NotAllowed);
    }
    if run.record.rev != record_rev {
        return Err(Refusal::StaleRevision { now: run.record.rev });
    }
    let part = Part::of(&run.order, run.world.flow, desk.user);
    let fields = permit::fields(&run, &part);
    fill::amend(desk.facts, &mut run, values, &fields.editable)?;
    Ok(run)
}
