//! The one place where forms ask the flow engine whether a drawing is sound on a version of the form.

use crate::catalog::Catalog;
use crate::catalog::form::CompiledForm;
use crate::model::flow::FlowDefinition;
use crate::model::problem::Problem;

pub(super) fn check(_catalog: &Catalog, _form: &CompiledForm, _flow: &FlowDefinition) -> Vec<Problem> {
    Vec::new()
}
