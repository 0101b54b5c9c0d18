//! Counting answers. A pure function of the votes; nobody decides because he is last.

use crate::model::flow::{ApproveMode, HandleMode};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vote {
    Pending,
    For,
    Against,
}

/// Who must have answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quorum {
    /// The first answer decides.
    First,
    /// Everybody says yes; the first no decides.
    All,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    Pending,
    Passed,
    Failed,
}

pub const fn of_handle(mode: HandleMode) -> Quorum {
    match mode {
        HandleMode::Single | HandleMode::Any => Quorum::First,
        HandleMode::All | HandleMode::Sequential => Quorum::All,
    }
}

pub const fn of_approve(mode: ApproveMode) -> Quorum {
    match mode {
        ApproveMode::Any => Quorum::First,
        ApproveMode::All | ApproveMode::Sequential => Quorum::All,
    }
}

/// No votes at all are pending: an empty list never passes by itself.
pub fn tally(quorum: Quorum, votes: &[Vote]) -> Tally {
    let count = |vote| votes.iter().filter(|cast| **cast == vote).count();
    match quorum {
        _ if count(Vote::Against) > 0 => Tally::Failed,
        Quorum::First if count(Vote::For) > 0 => Tally::Passed,
        Quorum::All if count(Vote::For) == votes.len() && !votes.is_empty() => Tally::Passed,
        Quorum::First | Quorum::All => Tally::Pending,
    }
}

#[cfg(test)]
mod tests {
    use super::Vote::{Against, For, Pending};
    use super::*;

    #[test]
    fn the_first_answer_decides_or_all_must_agree() {
        let cases: &[(Quorum, &[Vote], Tally)] = &[
            (Quorum::First, &[], Tally::Pending),
            (Quorum::First, &[Pending, Pending], Tally::Pending),
            (Quorum::First, &[Pending, For], Tally::Passed),
            (Quorum::First, &[Against, Pending], Tally::Failed),
            (Quorum::All, &[], Tally::Pending),
            (Quorum::All, &[For, Pending], Tally::Pending),
            (Quorum::All, &[For, Against, Pending], Tally::Failed),
            (Quorum::All, &[For, For], Tally::Passed),
        ];
        for (quorum, votes, expected) in cases {
            assert_eq!(tally(*quorum, votes), *expected, "{quorum:?} {votes:?}");
        }
    }
}
