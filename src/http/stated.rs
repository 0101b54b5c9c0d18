//! A thing of the directory as it travels: with the revision that a change of it may name in `If-Match`.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::model::fingerprint::fingerprint;

#[derive(Debug, Serialize)]
pub struct Stated<T> {
    #[serde(flatten)]
    thing: T,
    rev: u64,
}

impl<T: Serialize> Stated<T> {
    pub fn of(thing: T) -> Self {
        Self { rev: fingerprint(&thing), thing }
    }
}

/// In the order of their ids, which is that in which they were made.
pub fn all<K, T: Clone + Serialize>(things: &BTreeMap<K, Arc<T>>) -> Vec<Stated<T>> {
    things.values().map(|thing| Stated::of(T::clone(thing))).collect()
}
