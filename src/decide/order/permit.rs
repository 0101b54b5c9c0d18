//! Who may do what to an order beside those whose task it is.

use crate::catalog::Catalog;
use crate::model::id::{AppId, FormId, UserId};
use crate::model::order::Order;
use crate::model::party::{Action, Grant, Power, Scope};

pub fn creates(catalog: &Catalog, user: UserId, app: AppId, form: FormId) -> bool {
    grants(catalog, user, app, form).any(|grant| grant.actions.contains(&Action::Create))
        || catalog.directory.has_power(user, Power::Administer)
}

/// Participants always see their orders; a draft is seen by who writes it.
pub fn views(catalog: &Catalog, user: UserId, order: &Order) -> bool {
    if order.submitted_at.is_none() {
        return user == order.initiator;
    }
    order.participants().contains(&user) || may(catalog, user, order, Action::View)
}

pub fn edits(catalog: &Catalog, user: UserId, order: &Order) -> bool {
    may(catalog, user, order, Action::Edit)
}

/// Terminate it, change who has a task, resolve an incident.
pub fn manages(catalog: &Catalog, user: UserId, order: &Order) -> bool {
    may(catalog, user, order, Action::Manage)
}

fn may(catalog: &Catalog, user: UserId, order: &Order, action: Action) -> bool {
    catalog.directory.has_power(user, Power::Administer)
        || grants(catalog, user, order.app, order.form)
            .any(|grant| grant.actions.contains(&action) && reaches(catalog, user, order, &grant.scope))
}

fn grants(catalog: &Catalog, user: UserId, app: AppId, form: FormId) -> impl Iterator<Item = &Grant> {
    let roles = catalog.directory.roles_of(user);
    roles.flat_map(|role| &role.grants).filter(move |grant| grant.app == app && grant.form.is_none_or(|of| of == form))
}

fn reaches(catalog: &Catalog, user: UserId, order: &Order, scope: &Scope) -> bool {
    let departments = catalog.directory.user(user).map_or(&[][..], |user| &user.departments);
    match scope {
        Scope::All => true,
        Scope::Own => order.participants().contains(&user),
        Scope::Department => order.department.is_some_and(|of| departments.contains(&of)),
        Scope::DepartmentAndBelow => order
            .department
            .is_some_and(|of| departments.iter().any(|department| catalog.directory.is_within(of, *department))),
        Scope::Condition { .. } => false,
    }
}
