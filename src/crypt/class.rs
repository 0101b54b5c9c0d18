//! Kinds of sealed things, each under keys of its own.

use serde::{Deserialize, Serialize};

/// What a key may seal. A value sealed as one class does not open as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Class {
    Records = 1,
    Attachments = 2,
    /// The journal, which is the change log and the audit chain.
    Audit = 3,
    /// Credentials of connectors and channels.
    Secrets = 4,
}

pub const CLASSES: [Class; 4] = [Class::Records, Class::Attachments, Class::Audit, Class::Secrets];
