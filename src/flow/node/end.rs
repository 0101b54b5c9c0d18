//! 结束: the token is gone; the order ends with the last one.

use super::{Behaviour, Ports};
use crate::flow::run::Run;
use crate::flow::{advance, fork};
use crate::model::flow::{End, Port};
use crate::model::id::VisitId;

impl Behaviour for End {
    fn enter(&self, run: &mut Run, visit: VisitId) {
        advance::complete(run, visit, Port::Out);
        fork::finish(run, visit);
    }

    fn ports(&self) -> Ports {
        Ports::None
    }
}
