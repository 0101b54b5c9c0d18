//! What the first run writes: the three roles every workspace has, a working calendar, the setting, and the administrator.
//! To be given as one batch in the name of the system; whatever comes after is done by people.

use std::collections::BTreeSet;

use crate::calendar::holiday;
use crate::model::calendar::{CalendarDefinition, Interval, NamedCalendar};
use crate::model::command::{Ask, PartyAsk, WorkspaceAsk};
use crate::model::document::Document;
use crate::model::id::{CalendarId, RoleId, UserId};
use crate::model::party::{ADMINISTRATOR, DESIGNER, Language, MEMBER, Power, Role, User};
use crate::model::setting::Setting;

/// Zones of mainland China.
const CHINA: [&str; 2] = ["Asia/Shanghai", "Asia/Urumqi"];

/// What somebody says when the house is opened for the first time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstRun {
    pub organisation: String,
    pub language: Language,
    /// IANA name.
    pub zone: String,
    pub login: String,
    pub name: String,
    /// The password, already hashed.
    pub phc: String,
    /// Fresh ids.
    pub administrator: UserId,
    pub calendar: CalendarId,
}

pub fn asks(first: &FirstRun) -> Vec<Ask> {
    let user = User {
        id: first.administrator,
        login: first.login.clone(),
        name: first.name.clone(),
        email: String::new(),
        mobile: String::new(),
        departments: Vec::new(),
        manager: None,
        positions: Vec::new(),
        is_active: true,
        language: first.language,
    };
    let (user_id, phc) = (first.administrator, first.phc.clone());
    let parties = [
        PartyAsk::SaveUser(user),
        PartyAsk::SaveRole(role(ADMINISTRATOR, first, &[Power::Administer, Power::Design])),
        PartyAsk::SaveRole(role(DESIGNER, first, &[Power::Design])),
        PartyAsk::SaveRole(role(MEMBER, first, &[])),
        PartyAsk::SetPassword { user: user_id, phc, must_change: false },
    ];
    let setting = Setting {
        organisation: first.organisation.clone(),
        language: first.language,
        zone: first.zone.clone(),
        calendar: Some(first.calendar),
    };
    let workspace = [WorkspaceAsk::SaveCalendar(weekdays(first)), WorkspaceAsk::SaveSetting(setting)];
    parties.into_iter().map(Ask::Party).chain(workspace.into_iter().map(Ask::Workspace)).collect()
}

fn role(id: RoleId, first: &FirstRun, powers: &[Power]) -> Role {
    let [administrator, designer, member] = match first.language {
        Language::Zh => ["系统管理员", "应用设计者", "全体成员"],
        Language::En => ["Administrators", "Designers", "Everyone"],
    };
    let (name, members) = match id {
        ADMINISTRATOR => (administrator, vec![first.administrator]),
        DESIGNER => (designer, Vec::new()),
        _ => (member, Vec::new()),
    };
    let powers: BTreeSet<_> = powers.iter().copied().collect();
    Role { id, name: name.to_owned(), members, everyone: id == MEMBER, powers, grants: Vec::new() }
}

/// Monday to Friday, half past eight to half past five with an hour and a half at noon; in mainland China with its holidays.
fn weekdays(first: &FirstRun) -> NamedCalendar {
    let day = vec![Interval { start_min: 510, end_min: 720 }, Interval { start_min: 810, end_min: 1_050 }];
    let weekly = (1..=7).map(|weekday| if weekday <= 5 { day.clone() } else { Vec::new() }).collect();
    let name = match first.language {
        Language::Zh => "标准工作日",
        Language::En => "Weekdays",
    };
    let exceptions = if CHINA.contains(&first.zone.as_str()) { holiday::china() } else { Vec::new() };
    let definition = CalendarDefinition { zone: first.zone.clone(), weekly, exceptions };
    NamedCalendar { id: first.calendar, name: name.to_owned(), rev: 0, definition: Document::new(definition) }
}
