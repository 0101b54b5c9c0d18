//! Where a row lives: a namespace and an opaque key. Refuses keys that say something: numbers and ids only, because keys
//! are not sealed.

use std::fmt;

use crate::model::limit::ROW_KEY_BYTES_MAX;

/// One kind of rows. The number is part of every row's seal: append, never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u16)]
pub enum Ns {
    Setting = 1,
    /// Forms, flows, boards, apps and calendars, by version.
    Definition = 2,
    /// Users, departments, teams, roles and grants.
    Party = 3,
    Record = 4,
    /// The control state of an order: tokens, visits, tasks, clocks.
    Order = 5,
    Comment = 6,
    Timer = 7,
    /// Effects that wait to be delivered.
    Outbox = 8,
    /// Notices in people's inboxes.
    Notice = 9,
    /// Answers to commands, for when they come again.
    Answer = 10,
    Session = 11,
    /// Credentials of people and programs: password hashes, token digests, second factors.
    Credential = 12,
    /// Credentials for outside systems. Sealed under their own key.
    Secret = 13,
    /// What is known of stored files.
    File = 14,
    Connector = 15,
    Automation = 16,
    Plan = 17,
    /// Serial numbers given out.
    Counter = 18,
    /// Views that people saved.
    View = 19,
    /// Derived state worth keeping over a restart.
    Cache = 20,
    /// What happened to an order, commit by commit.
    History = 21,
    /// Decisions that can still be taken back.
    Held = 22,
}

pub const NAMESPACES: [Ns; 22] = [
    Ns::Setting,
    Ns::Definition,
    Ns::Party,
    Ns::Record,
    Ns::Order,
    Ns::Comment,
    Ns::Timer,
    Ns::Outbox,
    Ns::Notice,
    Ns::Answer,
    Ns::Session,
    Ns::Credential,
    Ns::Secret,
    Ns::File,
    Ns::Connector,
    Ns::Automation,
    Ns::Plan,
    Ns::Counter,
    Ns::View,
    Ns::Cache,
    Ns::History,
    Ns::Held,
];

impl Ns {
    pub const fn number(self) -> u16 {
        self as u16
    }

    pub(super) fn from_number(number: u16) -> Option<Self> {
        NAMESPACES.into_iter().find(|ns| ns.number() == number)
    }
}

/// At most `ROW_KEY_BYTES_MAX` bytes, ordered bytewise. Big-endian parts, so byte order is number order.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    len: u8,
    bytes: [u8; ROW_KEY_BYTES_MAX],
}

impl Key {
    pub const EMPTY: Self = Self { len: 0, bytes: [0; ROW_KEY_BYTES_MAX] };

    pub fn number(number: u64) -> Self {
        Self::EMPTY.then(&number.to_be_bytes())
    }

    /// `RecordId::to_bytes()` and the like.
    pub fn id(id: [u8; 16]) -> Self {
        Self::EMPTY.then(&id)
    }

    /// Appends a number: `Key::id(record.to_bytes()).and(version)`.
    #[must_use]
    pub fn and(self, number: u32) -> Self {
        self.then(&number.to_be_bytes())
    }

    /// `None`: longer than a key may be.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        (bytes.len() <= ROW_KEY_BYTES_MAX).then(|| Self::EMPTY.then(bytes))
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }

    /// # Panics
    /// When the key grows past its limit, which no combination of the house's ids does.
    fn then(mut self, more: &[u8]) -> Self {
        let from = usize::from(self.len);
        self.bytes[from..from + more.len()].copy_from_slice(more);
        self.len += u8::try_from(more.len()).expect("a key has at most 32 bytes");
        self
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(")?;
        self.as_bytes().iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str(")")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_is_number_order() {
        assert!(Key::number(255) < Key::number(256));
        assert!(Key::id([1; 16]).and(9) < Key::id([1; 16]).and(10));
        assert!(Key::id([1; 16]) < Key::id([1; 16]).and(0));
    }

    #[test]
    fn keys_stop_at_their_limit() {
        assert!(Key::new(&[7; ROW_KEY_BYTES_MAX]).is_some());
        assert!(Key::new(&[7; ROW_KEY_BYTES_MAX + 1]).is_none());
    }

    #[test]
    fn every_namespace_has_its_own_number() {
        for (number, ns) in (1..).zip(NAMESPACES) {
            assert_eq!(ns.number(), number);
            assert_eq!(Ns::from_number(number), Some(ns));
        }
        assert_eq!(Ns::from_number(0), None);
    }
}
