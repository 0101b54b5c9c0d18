//! What a grant says of single fields. Only a grant on one form may, of fields this form has or once had, and only what means something
//! beside what the grant allows: to hide from those who see others' orders by it, to let only be read by those who edit by it.

use crate::catalog::Catalog;
use crate::catalog::history::FormHistory;
use crate::model::form::{Field, FieldAccess};
use crate::model::id::FieldId;
use crate::model::party::{Action, Grant, Role};
use crate::model::problem::{Problem, ProblemCode};

/// What the role named before may stay, so that a field dropped since is no reason to refuse another change.
pub(super) fn problems(catalog: &Catalog, place: &str, grant: &Grant, before: Option<&Role>) -> Vec<Problem> {
    if grant.fields.is_empty() {
        return Vec::new();
    }
    let Some(form) = grant.form else {
        return vec![Problem::error(format!("{place}.fields"), ProblemCode::GrantFieldsOfApp)];
    };
    // A form that is unknown is told of by itself.
    let Some(history) = catalog.form(form) else { return Vec::new() };
    let stood = |id: &FieldId| {
        let grants = before.into_iter().flat_map(|role| &role.grants);
        grants.filter(|old| old.form == Some(form)).any(|old| old.fields.contains_key(id))
    };
    let judge = |(id, access): (&FieldId, &FieldAccess)| {
        let field = find(history, id);
        let code =
            if field.is_none() && !stood(id) { ProblemCode::GrantFieldUnknown } else { meaningless(grant, *access)? };
        let name = field.map_or_else(|| id.to_string(), |field| field.label.clone());
        Some(Problem::error(format!("{place}.fields.{id}"), code).with("field", name))
    };
    grant.fields.iter().filter_map(judge).collect()
}

fn meaningless(grant: &Grant, access: FieldAccess) -> Option<ProblemCode> {
    match access {
        FieldAccess::Hidden => (!grant.shows_others()).then_some(ProblemCode::GrantHidesNothing),
        FieldAccess::Read => (!grant.actions.contains(&Action::Edit)).then_some(ProblemCode::GrantKeepsNothing),
        // Unnamed is open, and what must be filled is a matter of steps.
        FieldAccess::Edit | FieldAccess::Required => Some(ProblemCode::GrantFieldAccess),
    }
}

/// The working copy counts: a field can be closed before it is published.
fn find<'a>(history: &'a FormHistory, id: &FieldId) -> Option<&'a Field> {
    let drafted = history.form.draft.fields.iter().find(|field| field.id == *id);
    drafted.or_else(|| history.versions.values().rev().find_map(|version| version.compiled.definition_of(id)))
}
