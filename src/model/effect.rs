//! What must be done outside the building, decided inside it. An effect is delivered at least once under one id.

use serde::{Deserialize, Serialize};

use super::command::RulingKind;
use super::held::Obstacle;
use super::id::{AppId, BoardId, ChannelId, NodeId, PushId, RecordId, UserId};
use super::push::PushFault;
use super::time::Timestamp;

/// `seq.index`: the commit that asked for it, and its place there. Constant over retries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EffectId {
    pub seq: u64,
    pub index: u16,
}

impl std::fmt::Display for EffectId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.seq, self.index)
    }
}

impl std::str::FromStr for EffectId {
    type Err = super::id::IdInvalid;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (seq, index) = text.split_once('.').ok_or(super::id::IdInvalid)?;
        Ok(Self {
            seq: seq.parse().map_err(|_| super::id::IdInvalid)?,
            index: index.parse().map_err(|_| super::id::IdInvalid)?,
        })
    }
}

/// Tell people something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// In the app: becomes a [`Notice`] per person in the same commit.
    Notify { recipients: Vec<UserId>, message: Message },
    /// Through a channel; goes to the outbox.
    Send { channel: ChannelId, recipients: Vec<UserId>, message: Message },
}

/// What happened, without words: the sentence is made in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    pub subject: Subject,
    /// [`NO_ORDER`]: it is about a board.
    pub order: RecordId,
    /// The order's title, or the board's name, at that moment.
    pub title: String,
    pub node: Option<NodeId>,
    pub node_name: String,
    /// Who did it; absent: the clock.
    pub by: Option<UserId>,
    /// A reason or comment, at most `MESSAGE_CHARS_MAX` characters; the figures of a board, at most `PUSH_BYTES_MAX` bytes.
    pub text: String,
}

/// In the place of an order where there is none.
pub const NO_ORDER: RecordId = RecordId::from_u128(0);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    TaskOpened,
    TaskOffered,
    Notice,
    Returned,
    Completed,
    Rejected,
    Cancelled,
    Terminated,
    Copied,
    Reminded,
    Escalated,
    Urged,
    Mentioned,
    Transferred,
    RecallRequested,
    Incident,
    /// What the person decided waited to be sent, and could not be carried out any more. The text is what they said with it.
    Unsent {
        ruling: RulingKind,
        why: Obstacle,
    },
    /// The figures of a board, as of now. The text has them for groups; people see their own.
    BoardPushed {
        app: AppId,
        board: BoardId,
        push: PushId,
    },
    /// A board's figures did not go out.
    PushFailed {
        app: AppId,
        board: BoardId,
        push: PushId,
        why: PushFault,
    },
}

impl Message {
    /// About a board, not about an order.
    pub fn of_board(subject: Subject, name: &str, by: Option<UserId>, text: String) -> Self {
        let (title, node_name) = (name.to_owned(), String::new());
        Self { subject, order: NO_ORDER, title, node: None, node_name, by, text }
    }
}

/// One line in a person's notification centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub id: EffectId,
    pub user: UserId,
    pub message: Message,
    pub at: Timestamp,
    pub is_read: bool,
}

/// One effect on its way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    pub id: EffectId,
    pub channel: ChannelId,
    pub recipients: Vec<UserId>,
    pub message: Message,
    pub created_at: Timestamp,
    pub attempts: u32,
    pub state: OutgoingState,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutgoingState {
    /// Next try at or after this.
    Waiting {
        next_at: Timestamp,
        last_error: Option<String>,
    },
    Delivered {
        at: Timestamp,
    },
    /// Given up after `DELIVERY_ATTEMPTS_MAX` or a permanent answer; an administrator may resend.
    Parked {
        at: Timestamp,
        last_error: String,
    },
}
