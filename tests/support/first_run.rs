//! The first run of every workspace that tests and benches found by commands.

use tessera::decide::workspace::seed::FirstRun;
use tessera::model::id::{CalendarId, UserId};
use tessera::model::party::Language;

pub const ADMIN: UserId = UserId::from_u128(0xAD);

pub fn first_run(language: Language) -> FirstRun {
    FirstRun {
        organisation: "Precision".to_owned(),
        language,
        zone: "Asia/Shanghai".to_owned(),
        login: "admin".to_owned(),
        name: "Ada".to_owned(),
        phc: "$argon2id$".to_owned(),
        administrator: ADMIN,
        calendar: CalendarId::from_u128(0xCA),
    }
}
