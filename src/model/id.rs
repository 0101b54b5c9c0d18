//! Identities. Two kinds: *global* ids are UUIDs made at the edge (so a command can be repeated safely), *local* ids are
//! short slugs or counters that live inside one document or one order. None of them is ever reused.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::time::Timestamp;

/// The text is no identity of the asked-for kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("id_invalid")]
pub struct IdInvalid;

macro_rules! global_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps 128 bits made at the edge (UUID version 7) or derived from another id.
            pub const fn from_u128(bits: u128) -> Self {
                Self(Uuid::from_u128(bits))
            }

            pub const fn as_u128(self) -> u128 {
                self.0.as_u128()
            }

            /// Big-endian, so byte order is creation order.
            pub const fn to_bytes(self) -> [u8; 16] {
                self.0.into_bytes()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdInvalid;

            fn from_str(text: &str) -> Result<Self, IdInvalid> {
                Uuid::parse_str(text).map(Self).map_err(|_| IdInvalid)
            }
        }
    )*};
}

global_ids! {
    AppId;
    FormId;
    BoardId;
    PushId;
    ViewId;
    /// A record and the order that moves it share one identity.
    RecordId;
    UserId;
    DepartmentId;
    TeamId;
    RoleId;
    CalendarId;
    ChannelId;
    /// An attachment or a picture, as somebody brought it.
    FileId;
    /// Made by the client; names an unfinished upload among those of its person.
    UploadId;
    /// The bytes of stored files: equal bytes have one, whoever brought them.
    ContentId;
    SessionId;
    CommentId;
    /// One window of a browser, as long as it is open.
    WindowId;
    /// Made by the client; the same id twice is the same command, and gets the same answer.
    CommandId;
}

impl FileId {
    /// The milliseconds in a UUID version 7.
    pub fn made_at(self) -> Timestamp {
        Timestamp(i64::try_from(self.as_u128() >> 80).expect("48 bits"))
    }
}

macro_rules! slugs {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// # Errors
            /// - `IdInvalid`: the text is no slug (see [`is_slug`]).
            pub fn parse(text: &str) -> Result<Self, IdInvalid> {
                if is_slug(text) { Ok(Self(text.to_owned())) } else { Err(IdInvalid) }
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdInvalid;

            fn try_from(text: String) -> Result<Self, IdInvalid> {
                if is_slug(&text) { Ok(Self(text)) } else { Err(IdInvalid) }
            }
        }

        impl From<$name> for String {
            fn from(slug: $name) -> String {
                slug.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

slugs! {
    /// A field of a form; stable over versions, shown to people as the field's code and used in formulas.
    FieldId;
    /// An option of a choice field; rules compare this, so a renamed option changes no routing.
    OptionId;
    SectionId;
    NodeId;
    EdgeId;
    NoteId;
    PhaseId;
    TabId;
    TileId;
}

/// A lower-case ASCII letter, then at most 47 of `a-z 0-9 _`.
pub fn is_slug(text: &str) -> bool {
    let mut bytes = text.bytes();
    text.len() <= 48
        && bytes.next().is_some_and(|b| b.is_ascii_lowercase())
        && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

macro_rules! counters {
    ($($(#[$doc:meta])* $name:ident $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdInvalid;

            fn from_str(text: &str) -> Result<Self, IdInvalid> {
                text.strip_prefix($prefix).and_then(|n| n.parse().ok()).map(Self).ok_or(IdInvalid)
            }
        }
    )*};
}

counters! {
    /// One stay of an order in a node; while it is open, the token that is there.
    VisitId "v";
    /// One activation of a split.
    ForkId "f";
    /// One person's seat in a visit.
    TaskId "w";
    /// One armed timer of an order.
    TimerId "m";
}
