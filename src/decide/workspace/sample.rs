//! A company to try things with: four departments, twenty people, two teams, and what they might report broken. The same seed
//! gives the same orders. Pure data: orders come to be by ordinary commands of the people named here.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::catalog::Catalog;
use crate::model::command::{Ask, PartyAsk};
use crate::model::id::{DepartmentId, FieldId, TeamId, UserId};
use crate::model::party::{Department, Language, Team, User};
use crate::model::raw::{Raw, RawRecord};
use crate::model::time::{MINUTE_MS, Timestamp};

/// One repair order as its reporter would write it, and what will turn out to help.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The login of who writes it.
    pub by: String,
    pub values: RawRecord,
    pub is_down: bool,
    /// Option of the field `cause`.
    pub cause: String,
    pub remedy: String,
}

/// The people of the directory, by login.
pub type Logins = BTreeMap<String, UserId>;

/// Departments, people and teams, to be given as one batch by an administrator. A team of the same name that is there already
/// gets the members. Nobody gets a password here.
pub fn company(catalog: &Catalog, language: Language, fresh: &mut dyn FnMut() -> u128) -> (Vec<Ask>, Logins) {
    let company = read();
    let people = company.people.iter().zip(ascending(company.people.len(), fresh));
    let logins: Logins = people.map(|(person, id)| (person.login.clone(), UserId::from_u128(id))).collect();
    let named = company.departments.iter().zip(ascending(company.departments.len(), fresh));
    let departments: BTreeMap<_, _> = named.map(|(it, id)| (it.code.clone(), DepartmentId::from_u128(id))).collect();
    // Heads are people and people have departments, so departments come twice: first without a head.
    let department = |it: &SampleDepartment, head| Department {
        id: departments[&it.code],
        name: it.name.of(language),
        parent: None,
        head,
    };
    let headless = company.departments.iter().map(|it| PartyAsk::SaveDepartment(department(it, None)));
    let people = company.people.iter().map(|person| {
        PartyAsk::SaveUser(User {
            id: logins[&person.login],
            login: person.login.clone(),
            name: person.name.of(language),
            email: format!("{}@example.com", person.login),
            mobile: String::new(),
            departments: vec![departments[&person.department]],
            manager: person.manager.as_ref().map(|manager| logins[manager]),
            positions: vec![person.position.of(language)],
            is_active: true,
            language,
        })
    });
    let headed = company.departments.iter().map(|it| PartyAsk::SaveDepartment(department(it, Some(logins[&it.head]))));
    let teams = company.teams.iter().map(|team| {
        let members = team.members.iter().map(|member| logins[member]).collect();
        let name = team.name.of(language);
        let known = catalog.directory.teams.values().find(|known| known.name == name);
        let id = known.map_or_else(|| TeamId::from_u128(fresh()), |known| known.id);
        PartyAsk::SaveTeam(Team { id, name, members })
    });
    let asks = headless.chain(people).chain(headed).chain(teams).map(Ask::Party).collect();
    (asks, logins)
}

/// Fresh ids of one millisecond are in no order; whoever lists things by their ids shows these as the company names them.
fn ascending(count: usize, fresh: &mut dyn FnMut() -> u128) -> Vec<u128> {
    let mut ids: Vec<u128> = (0..count).map(|_| fresh()).collect();
    ids.sort_unstable();
    ids
}

/// Who mends things, who hands the work out, and what is said when something is not mended after all.
pub(super) struct Crew {
    /// Logins.
    pub technicians: Vec<String>,
    pub dispatchers: Vec<String>,
    pub relapse: String,
}

pub(super) fn crew(language: Language) -> Crew {
    let company = read();
    let members = |code| {
        let teams = company.teams.iter().filter(|team| team.code == code);
        teams.flat_map(|team| team.members.iter().cloned()).collect()
    };
    let (technicians, dispatchers) = (members("technicians"), members("dispatchers"));
    Crew { technicians, dispatchers, relapse: company.relapse.of(language) }
}

fn read() -> Company {
    serde_json::from_str(include_str!("../../../assets/sample/company.json")).expect("the sample company is checked")
}

/// What the people of the sample company report broken in the app `repair`, when each is written at one of `moments`.
pub fn repairs(language: Language, seed: u64, moments: &[Timestamp]) -> Vec<Report> {
    let faults: Vec<Fault> = serde_json::from_str(include_str!("../../../assets/sample/repairs.json"))
        .expect("the sample faults are checked");
    let mut dice = Dice(seed);
    moments.iter().map(|at| report(&faults[dice.below(faults.len())], language, *at, &mut dice)).collect()
}

fn report(fault: &Fault, language: Language, at: Timestamp, dice: &mut Dice) -> Report {
    // A critical fault needs a photo, which a sample has not.
    let severity = ["major", "minor", "minor", "minor", "cosmetic", "major"][dice.below(6)];
    let is_down = severity == "major" && dice.below(2) == 0;
    let mobile = format!("138{:08}", dice.below(100_000_000));
    let mut values = vec![
        ("equipment", Raw::Text(fault.equipment.clone())),
        ("site", Raw::Text(fault.site.clone())),
        ("phone", Raw::Text(mobile)),
        ("severity", Raw::Text(severity.to_owned())),
        ("is_down", Raw::Bool(is_down)),
        ("symptoms", Raw::List(fault.symptoms.iter().cloned().map(Raw::Text).collect())),
        ("description", Raw::Text(fault.description.of(language))),
    ];
    if is_down {
        let minutes = i64::try_from(5 + dice.below(235)).expect("a few hours");
        let since = jiff::Timestamp::from_millisecond(at.plus_ms(-minutes * MINUTE_MS).0).unwrap_or_default();
        values.push(("down_since", Raw::Text(since.to_string())));
        values.push(("impact", Raw::Number((10 * (1 + dice.below(9))).to_string())));
    }
    Report {
        by: fault.by.clone(),
        values: record(values),
        is_down,
        cause: fault.cause.clone(),
        remedy: fault.remedy.of(language),
    }
}

pub(super) fn record(values: Vec<(&str, Raw)>) -> RawRecord {
    let field = |id| FieldId::parse(id).expect("the codes of the app are slugs");
    values.into_iter().map(|(id, raw)| (field(id), raw)).collect()
}

/// A small generator whose only merit is that it always gives the same numbers (`SplitMix64`).
pub(super) struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// 0 to `sides` - 1; `sides` is at least 1.
    pub fn below(&mut self, sides: usize) -> usize {
        usize::try_from(self.next() % sides as u64).expect("smaller than a usize")
    }
}

#[derive(Deserialize)]
struct Company {
    departments: Vec<SampleDepartment>,
    people: Vec<Person>,
    teams: Vec<SampleTeam>,
    relapse: Words,
}

#[derive(Deserialize)]
struct SampleDepartment {
    code: String,
    name: Words,
    head: String,
}

/// Managers come before those they manage.
#[derive(Deserialize)]
struct Person {
    login: String,
    name: Words,
    department: String,
    position: Words,
    manager: Option<String>,
}

#[derive(Deserialize)]
struct SampleTeam {
    code: String,
    name: Words,
    members: Vec<String>,
}

#[derive(Deserialize)]
struct Fault {
    equipment: String,
    site: String,
    symptoms: Vec<String>,
    description: Words,
    cause: String,
    remedy: Words,
    by: String,
}

#[derive(Deserialize)]
struct Words {
    zh: String,
    en: String,
}

impl Words {
    fn of(&self, language: Language) -> String {
        match language {
            Language::Zh => self.zh.clone(),
            Language::En => self.en.clone(),
        }
    }
}
