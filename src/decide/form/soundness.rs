//! The one place where forms ask the flow engine whether a drawing is sound on a version of the form.

use crate::catalog::Catalog;
use crate::catalog::form::CompiledForm;
use crate::flow::definition;
use crate::model::flow::FlowDefinition;
use crate::model::problem::Problem;

pub(super) fn check(catalog: &Catalog, form: &CompiledForm, flow: &FlowDefinition) -> Vec<Problem> {
    definition::check(catalog, form, flow)
}
