//! The directory: users, departments, teams, roles, and what roles allow.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::form::FieldMatrix;
use super::id::{AppId, DepartmentId, FormId, RoleId, TeamId, UserId};

/// One person. Passwords live with `identity`, never here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct User {
    pub id: UserId,
    /// What the person types to sign in; unique without regard to case.
    pub login: String,
    pub name: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub mobile: String,
    /// The first is the primary one.
    #[serde(default)]
    pub departments: Vec<DepartmentId>,
    #[serde(default)]
    pub manager: Option<UserId>,
    #[serde(default)]
    pub positions: Vec<String>,
    pub is_active: bool,
    #[serde(default)]
    pub language: Language,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Zh,
    En,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    pub id: DepartmentId,
    pub name: String,
    /// Absent: a root. The tree has no cycles and at most `DEPARTMENT_DEPTH_MAX` levels.
    #[serde(default)]
    pub parent: Option<DepartmentId>,
    #[serde(default)]
    pub head: Option<UserId>,
}

/// People who share work across departments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    pub id: TeamId,
    pub name: String,
    /// In the order they were added.
    #[serde(default)]
    pub members: Vec<UserId>,
}

/// A named bundle of permissions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    pub id: RoleId,
    pub name: String,
    #[serde(default)]
    pub members: Vec<UserId>,
    /// Everybody who is active holds it, without being a member.
    #[serde(default)]
    pub everyone: bool,
    #[serde(default)]
    pub powers: BTreeSet<Power>,
    #[serde(default)]
    pub grants: Vec<Grant>,
}

/// What a role allows in the whole workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Power {
    /// Directory, roles, settings, channels, backups, outbox; terminate and reassign any order.
    Administer,
    /// Make apps and change every app.
    Design,
}

/// A permission, and the records it reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    pub app: AppId,
    /// Absent: every form of the app.
    #[serde(default)]
    pub form: Option<FormId>,
    pub actions: BTreeSet<Action>,
    pub scope: Scope,
    /// Of a grant on one form: the fields it hides from those who see by it, and those it only lets be read by those who edit by it;
    /// what is not named is open. Tasks are not touched: what a step says holds there. A field that a later version of the form drops
    /// stays named: orders of earlier versions hold it still, and it may come back.
    #[serde(default, skip_serializing_if = "FieldMatrix::is_empty")]
    pub fields: FieldMatrix,
}

impl Grant {
    /// More than one's own orders, which everybody sees who takes part in them.
    pub fn shows_others(&self) -> bool {
        self.actions.contains(&Action::View) && self.scope != Scope::Own
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// See records, views and boards.
    View,
    /// Submit new orders.
    Create,
    /// Change a record outside its tasks.
    Edit,
    Delete,
    Export,
    /// Change forms, flows, boards and shared views of the app.
    Design,
    /// Terminate orders, change assignees.
    Manage,
}

impl Action {
    pub const ALL: [Self; 7] =
        [Self::View, Self::Create, Self::Edit, Self::Delete, Self::Export, Self::Design, Self::Manage];
}

/// Which records. Everybody always reaches the orders they take part in (initiator, present and former handlers, cc).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Scope {
    /// Only those one takes part in.
    Own,
    /// Opened by somebody of one's departments.
    Department,
    DepartmentAndBelow,
    All,
    /// Formula over the record and the person, giving yes or no.
    Condition {
        formula: String,
    },
}

/// Roles every workspace has; they cannot be deleted.
pub const ADMINISTRATOR: RoleId = RoleId::from_u128(0xA000_0000_0000_0000_0000_0000_0000_0001);
pub const DESIGNER: RoleId = RoleId::from_u128(0xA000_0000_0000_0000_0000_0000_0000_0002);
pub const MEMBER: RoleId = RoleId::from_u128(0xA000_0000_0000_0000_0000_0000_0000_0003);
