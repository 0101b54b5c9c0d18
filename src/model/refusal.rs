//! A rule says no, by name. Status codes are in `http::refusal`, one page each in `assets/refusals/`.

use super::id::{NodeId, UserId};
use super::problem::Problem;
use super::time::Timestamp;

#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// Bad data; nothing was changed.
    Invalid(Vec<Problem>),
    /// There is no such thing, or the caller may not know of it: the same answer.
    NotFound,
    /// The caller may know the thing, but not do this to it.
    NotAllowed,
    /// Somebody changed it since the caller read it.
    StaleRevision {
        now: u64,
    },
    OrderEnded {
        by: Option<UserId>,
        at: Timestamp,
    },
    /// The task is no longer open: who finished it, and when.
    TaskClosed {
        by: Option<UserId>,
        at: Timestamp,
    },
    /// The task is somebody else's.
    NotYours,
    AlreadyClaimed {
        by: UserId,
        at: Timestamp,
    },
    NotReturnable {
        node: Option<NodeId>,
    },
    AmbiguousPrevious {
        candidates: Vec<NodeId>,
    },
    RecallTooLate {
        by: Option<UserId>,
        at: Timestamp,
    },
    RecallEffects {
        node: NodeId,
    },
    WithdrawTooLate {
        by: Option<UserId>,
        at: Timestamp,
    },
    AlreadyParticipant {
        user: UserId,
    },
    UserInactive {
        user: UserId,
    },
    CommentRequired,
    SignatureRequired,
    /// Urged less than `retry_at` ago.
    TooSoon {
        retry_at: Timestamp,
    },
    /// Nothing is published yet.
    NotPublished,
    /// Something still uses it: paths of the users, at most 20.
    InUse {
        by: Vec<String>,
    },
    LastAdministrator,
    BuiltIn,
    LimitReached {
        limit: u64,
    },
    /// The person has decided this task; that waits until then, and can be taken back.
    DecisionHeld {
        due: Timestamp,
    },
    /// The decision is not waiting any more: it went.
    TakeBackTooLate,
    /// The same command id was used for another command.
    CommandMismatch,
    /// The order cannot go on by the other version of its flow: every reason, each at its step.
    MigrationBlocked(Vec<Problem>),
}
