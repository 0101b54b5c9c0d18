//! Boards that tell their figures at set times: to a group outside, and to people in the house.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::id::{BoardId, ChannelId, PushId, RoleId, TeamId, UserId};
use super::time::Timestamp;

/// One push of one board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Push {
    pub id: PushId,
    pub board: BoardId,
    pub plan: PushPlan,
    /// Counts saves.
    pub rev: u64,
    /// Whoever saved it last: its figures are what this person sees.
    pub by: UserId,
    /// Of that save; what was due before is nobody's wish any more.
    pub at: Timestamp,
    /// Absent: it never went.
    #[serde(default)]
    pub last: Option<PushRun>,
}

impl Push {
    /// What was due until then is done with.
    pub fn done_upto(&self) -> Timestamp {
        self.last.map_or(self.at, |last| last.upto.max(self.at))
    }
}

/// What people choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PushPlan {
    pub days: Days,
    /// After midnight, in the workspace's zone.
    pub minute: u16,
    pub to: Audience,
    pub is_on: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Days {
    Daily,
    /// Of the workspace's calendar; Monday to Friday where it has none.
    Workdays,
    Weekly {
        /// 1 Monday to 7 Sunday.
        days: BTreeSet<u8>,
    },
    Monthly {
        /// The last one, in a month that does not have it.
        day: u8,
    },
}

/// A group that its robot tells, and people who find it in their bell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    #[serde(default)]
    pub channel: Option<ChannelId>,
    #[serde(default)]
    pub users: BTreeSet<UserId>,
    #[serde(default)]
    pub teams: BTreeSet<TeamId>,
    #[serde(default)]
    pub roles: BTreeSet<RoleId>,
}

impl Audience {
    /// How many are named.
    pub fn len(&self) -> usize {
        usize::from(self.channel.is_some()) + self.users.len() + self.teams.len() + self.roles.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What became of a push.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushRun {
    /// Everything that was due until then is done with.
    pub upto: Timestamp,
    pub at: Timestamp,
    /// Absent: it was due; else this person wanted it at once.
    pub by: Option<UserId>,
    pub end: PushEnd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PushEnd {
    /// What the outbox made of it since is the outbox's.
    Sent,
    Failed(PushFault),
}

/// Why nothing went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PushFault {
    /// Whoever saved it last is gone or inactive.
    OwnerGone,
    /// That person may not design the app any more.
    OwnerBarred,
    ChannelOff,
    /// Nobody it is for is there any more, or may see the board.
    NobodyLeft,
    /// The board shows that person nothing.
    NothingToTell,
    /// The house was not running, and it is too late now.
    Missed,
}

#[derive(Debug, Clone, PartialEq)]
pub enum PushAsk {
    /// `rev` 0 makes it.
    Save {
        push: PushId,
        board: BoardId,
        rev: u64,
        plan: PushPlan,
    },
    Delete {
        push: PushId,
        board: BoardId,
    },
    /// The figures, put in words before: they are counted on the read side, as revision `rev` of the push wants it.
    Go {
        push: PushId,
        rev: u64,
        due: PushDue,
        words: Result<String, PushFault>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PushDue {
    /// The scheduler's.
    At(Timestamp),
    /// Somebody wants it at once; the next one comes at its time all the same.
    Now,
}
