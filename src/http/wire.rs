//! Values as they travel: what people sent becomes [`Raw`], freed of its encoding and not yet judged.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::id::FieldId;
use crate::model::raw::{Raw, RawRecord};

/// A patch of values by field.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct WireRecord(std::collections::BTreeMap<FieldId, WireValue>);

impl WireRecord {
    pub fn into_raw(self) -> RawRecord {
        self.0.into_iter().map(|(field, value)| (field, value.0)).collect()
    }
}

#[derive(Debug, Clone)]
struct WireValue(Raw);

impl<'de> Deserialize<'de> for WireValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor).map(Self)
    }
}

/// An id in a body, as the text it is shown with: `w3`.
#[derive(Debug, Clone, Copy)]
pub struct Named<T>(pub T);

impl<'de, T: FromStr> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map(Self).map_err(|_| D::Error::custom(format!("`{text}` is no id of this kind")))
    }
}

impl<T: fmt::Display> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, yes or no, nothing, or a list of those")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
        Ok(Raw::Number(value.to_string()))
    }

    /// The shortest digits that mean this number; whoever needs every digit sends a text.
    fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Number(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Raw, E> {
        Ok(Raw::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(WireValue(item)) = sequence.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lose_their_encoding_and_nothing_else() {
        let text = r#"{"a": null, "b": true, "c": -3, "d": "12.50", "e": ["x", 1], "f": 0.1}"#;
        let raw = serde_json::from_str::<WireRecord>(text).unwrap().into_raw();
        let values: Vec<Raw> = raw.into_values().collect();
        let number = |digits: &str| Raw::Number(digits.to_owned());
        let word = |word: &str| Raw::Text(word.to_owned());
        let list = Raw::List(vec![word("x"), number("1")]);
        assert_eq!(values, [Raw::Null, Raw::Bool(true), number("-3"), word("12.50"), list, number("0.1")]);
        assert!(serde_json::from_str::<WireRecord>(r#"{"a": {}}"#).is_err());
        assert!(serde_json::from_str::<WireRecord>(r#"{"Not A Slug": 1}"#).is_err());
    }
}
