//! A definition inside a binary encoding. Definitions are JSON documents for ever (old ones must load), while records, orders and
//! events use a compact binary form that cannot carry self-describing JSON. So a `Document` is JSON text there, and itself in JSON.

use std::sync::Arc;

use serde::de::{DeserializeOwned, Error as _};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Shared and immutable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<T>(pub Arc<T>);

impl<T> Document<T> {
    pub fn new(definition: T) -> Self {
        Self(Arc::new(definition))
    }
}

impl<T> std::ops::Deref for Document<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Serialize> Serialize for Document<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(&*self.0, serializer)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Document<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer).map(Self::new)
    }
}

/// For `#[serde(with = "document")]` on a value that is no shared definition, but holds tagged JSON all the same.
pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        value.serialize(serializer)
    } else {
        serializer.serialize_str(&serde_json::to_string(value).map_err(S::Error::custom)?)
    }
}

/// The counterpart of [`serialize`].
pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    if deserializer.is_human_readable() {
        T::deserialize(deserializer)
    } else {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        serde_json::from_str(&text).map_err(D::Error::custom)
    }
}
