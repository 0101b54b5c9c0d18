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
        if serializer.is_human_readable() {
            self.0.serialize(serializer)
        } else {
            serializer.serialize_str(&serde_json::to_string(&*self.0).map_err(S::Error::custom)?)
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Document<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            T::deserialize(deserializer).map(Self::new)
        } else {
            let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            serde_json::from_str(&text).map(Self::new).map_err(D::Error::custom)
        }
    }
}
