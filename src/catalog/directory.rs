//! Who is who: look-ups over users, departments, teams and roles. Never decides what somebody may do; see [`crate::access`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::event::Event;
use crate::model::id::{DepartmentId, RoleId, TeamId, UserId};
use crate::model::limit::DEPARTMENT_DEPTH_MAX;
use crate::model::party::{Department, Power, Role, Team, User};

#[derive(Debug, Clone, Default)]
pub struct Directory {
    pub users: BTreeMap<UserId, Arc<User>>,
    pub departments: BTreeMap<DepartmentId, Arc<Department>>,
    pub teams: BTreeMap<TeamId, Arc<Team>>,
    pub roles: BTreeMap<RoleId, Arc<Role>>,
    /// By login in lower case.
    logins: BTreeMap<String, UserId>,
}

impl Directory {
    pub fn user(&self, id: UserId) -> Option<&User> {
        self.users.get(&id).map(AsRef::as_ref)
    }

    pub fn is_active(&self, id: UserId) -> bool {
        self.user(id).is_some_and(|user| user.is_active)
    }

    /// Whatever its case.
    pub fn user_by_login(&self, login: &str) -> Option<&User> {
        self.user(*self.logins.get(&login.to_lowercase())?)
    }

    pub fn primary_department(&self, user: UserId) -> Option<DepartmentId> {
        self.user(user)?.departments.first().copied()
    }

    /// The n-th manager up, from 1; `None` past the top. A circle of managers ends the climb.
    pub fn manager_of(&self, user: UserId, level: u8) -> Option<UserId> {
        let mut seen = BTreeSet::from([user]);
        let mut at = user;
        for _ in 0..level.max(1) {
            at = self.user(at)?.manager?;
            if !seen.insert(at) {
                return None;
            }
        }
        Some(at)
    }

    /// The department and what is above it, nearest first.
    pub fn department_path(&self, department: DepartmentId) -> Vec<DepartmentId> {
        let mut path = Vec::new();
        let mut at = Some(department);
        while let Some(id) = at.filter(|id| path.len() < DEPARTMENT_DEPTH_MAX && !path.contains(id)) {
            path.push(id);
            at = self.departments.get(&id).and_then(|department| department.parent);
        }
        path
    }

    /// The head of the department, or of the n-th department above it: level 1 is its own head.
    pub fn department_head(&self, department: DepartmentId, level: u8) -> Option<UserId> {
        let above = *self.department_path(department).get(usize::from(level.max(1)) - 1)?;
        self.departments.get(&above)?.head
    }

    /// Whether `department` is `ancestor` or somewhere below it.
    pub fn is_within(&self, department: DepartmentId, ancestor: DepartmentId) -> bool {
        self.department_path(department).contains(&ancestor)
    }

    /// Active people of exactly this department, by id.
    pub fn members_of(&self, department: DepartmentId) -> impl Iterator<Item = UserId> + '_ {
        self.users
            .values()
            .filter(move |user| user.is_active && user.departments.contains(&department))
            .map(|user| user.id)
    }

    pub fn team_members(&self, team: TeamId) -> &[UserId] {
        self.teams.get(&team).map_or(&[], |team| &team.members)
    }

    /// The roles a person holds, those of everyone included.
    pub fn roles_of(&self, user: UserId) -> impl Iterator<Item = &Role> {
        self.roles.values().map(AsRef::as_ref).filter(move |role| role.everyone || role.members.contains(&user))
    }

    pub fn has_power(&self, user: UserId, power: Power) -> bool {
        self.is_active(user) && self.roles_of(user).any(|role| role.powers.contains(&power))
    }

    /// Active administrators, by id.
    pub fn administrators(&self) -> Vec<UserId> {
        self.users.keys().copied().filter(|user| self.has_power(*user, Power::Administer)).collect()
    }

    /// Only events of the directory say anything to it.
    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::UserSaved(user) => {
                if let Some(before) = self.users.insert(user.id, Arc::new(user.clone())) {
                    self.logins.remove(&before.login.to_lowercase());
                }
                self.logins.insert(user.login.to_lowercase(), user.id);
            }
            Event::DepartmentSaved(saved) => drop(self.departments.insert(saved.id, Arc::new(saved.clone()))),
            Event::DepartmentDeleted(department) => drop(self.departments.remove(department)),
            Event::TeamSaved(team) => drop(self.teams.insert(team.id, Arc::new(team.clone()))),
            Event::TeamDeleted(team) => drop(self.teams.remove(team)),
            Event::RoleSaved(role) => drop(self.roles.insert(role.id, Arc::new(role.clone()))),
            Event::RoleDeleted(role) => drop(self.roles.remove(role)),
            Event::Order { .. }
            | Event::AppSaved(_)
            | Event::AppDeleted(_)
            | Event::FormSaved(_)
            | Event::FormDeleted(_)
            | Event::FormPublished(_)
            | Event::FlowPublished(_)
            | Event::BoardSaved(_)
            | Event::BoardDeleted(_)
            | Event::BoardVersionKept(_)
            | Event::BoardVersionDropped { .. }
            | Event::ViewSaved(_)
            | Event::ViewDeleted(_)
            | Event::SettingSaved(_)
            | Event::ChannelSaved(_)
            | Event::ChannelDeleted(_)
            | Event::CalendarSaved(_)
            | Event::PasswordSet { .. }
            | Event::SessionsEnded { .. }
            | Event::FileStored { .. }
            | Event::FileDropped { .. }
            | Event::OutgoingMoved { .. }
            | Event::NoticesRead { .. }
            | Event::SessionOpened(_)
            | Event::SessionClosed { .. }
            | Event::SignInLocked(_)
            | Event::BackupPlanSaved(_)
            | Event::KeysStand(_)
            | Event::KeysChanged(_)
            | Event::PreferenceSaved(_)
            | Event::RecordsExported(_)
            | Event::DecisionHeld(_)
            | Event::DecisionReleased { .. }
            | Event::PushSaved(_)
            | Event::PushDeleted(_)
            | Event::PushWent(_)
            | Event::QuarantineLifted => {}
        }
    }
}
