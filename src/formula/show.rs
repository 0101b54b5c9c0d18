//! Values as people read them inside a text that a formula makes: labels of options, names of people, local times.

use super::env::Env;
use super::moment;
use super::scope::Options;
use crate::calendar::civil;
use crate::model::value::Value;

/// Between the items of a list.
const SEPARATOR: &str = ", ";

pub fn show(value: &Value, options: &Options, env: &Env) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.normalize().to_string(),
        Value::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
        Value::Date(date) => show_date(civil::midnight(*date)),
        Value::DateTime(instant) => {
            let local = civil::local(*instant, env.zone);
            let civil = moment::civil(local);
            let seconds = if civil.second == 0 { String::new() } else { format!(":{:02}", civil.second) };
            format!("{} {:02}:{:02}{seconds}", show_date(local), civil.hour, civil.minute)
        }
        Value::Option(id) => options.get(id).cloned().unwrap_or_else(|| id.to_string()),
        Value::User(id) => (env.person)(*id).map_or_else(|| id.to_string(), |person| person.name),
        Value::Department(id) => (env.department)(*id).map_or_else(|| id.to_string(), |department| department.name),
        Value::File(file) => file.name.clone(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(|item| show(item, options, env)).collect();
            items.join(SEPARATOR)
        }
    }
}

fn show_date(local: i64) -> String {
    let civil = moment::civil(local);
    format!("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day)
}
