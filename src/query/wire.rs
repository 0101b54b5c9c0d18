//! Values as browsers read them: numbers are decimal text, instants milliseconds, everything with an identity is its id.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::model::id::FieldId;
use crate::model::record::Values;
use crate::model::value::Value;

#[derive(Debug, Clone, PartialEq)]
pub struct Shown(pub Value);

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Value::Empty => serializer.serialize_none(),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Number(number) => serializer.collect_str(number),
            Value::Bool(truth) => serializer.serialize_bool(*truth),
            Value::Date(date) => serializer.collect_str(date),
            Value::DateTime(at) => serializer.serialize_i64(at.0),
            Value::Option(option) => serializer.serialize_str(option.as_str()),
            Value::User(user) => serializer.collect_str(user),
            Value::Department(department) => serializer.collect_str(department),
            Value::File(file) => file.serialize(serializer),
            Value::List(items) => serializer.collect_seq(items.iter().cloned().map(Self)),
        }
    }
}

/// The fields of a record that `is_shown` lets through.
pub fn values(values: &Values, is_shown: impl Fn(&FieldId) -> bool) -> BTreeMap<FieldId, Shown> {
    let shown = values.iter().filter(|(field, _)| is_shown(field));
    shown.map(|(field, value)| (field.clone(), Shown(value.clone()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::{FileId, OptionId, UserId};
    use crate::model::time::{Date, Timestamp};
    use crate::model::value::File;

    #[test]
    fn every_kind_of_value_has_one_form() {
        let file = File { id: FileId::from_u128(7), name: "a.jpg".into(), bytes: 3, media: "image/jpeg".into() };
        let option = |id: &str| Value::Option(OptionId::parse(id).unwrap());
        let id = "00000000-0000-0000-0000-000000000007";
        let cases = [
            (Value::Empty, "null".to_owned()),
            (Value::Text("a\"b".into()), r#""a\"b""#.into()),
            (Value::Number("12.50".parse().unwrap()), r#""12.50""#.into()),
            (Value::Bool(true), "true".into()),
            (Value::Date(Date::parse("2026-11-24").unwrap()), r#""2026-11-24""#.into()),
            (Value::DateTime(Timestamp(1_500)), "1500".into()),
            (option("high"), r#""high""#.into()),
            (Value::User(UserId::from_u128(7)), format!("\"{id}\"")),
            (Value::File(file), format!(r#"{{"id":"{id}","name":"a.jpg","bytes":3,"media":"image/jpeg"}}"#)),
            (Value::List(vec![option("a"), option("b")]), r#"["a","b"]"#.into()),
        ];
        for (value, expected) in cases {
            assert_eq!(serde_json::to_string(&Shown(value)).unwrap(), expected);
        }
    }
}
