//! Bad data, as an answer: all problems at once, each with the place, a code and what a sentence needs.

use serde::{Deserialize, Serialize};

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// A field id, or a path into a document: `amount`, `edges.e3`, `nodes.review.assign`, `fields.total.formula`.
    pub place: String,
    pub code: ProblemCode,
    pub severity: Severity,
    /// Named operands of the sentence, in a fixed order: `[("max", "200")]`.
    pub data: Vec<(String, String)>,
}

impl Problem {
    pub fn error(place: impl Into<String>, code: ProblemCode) -> Self {
        Self { place: place.into(), code, severity: Severity::Error, data: Vec::new() }
    }

    pub fn warning(place: impl Into<String>, code: ProblemCode) -> Self {
        Self::error(place, code).into_warning()
    }

    #[must_use]
    pub fn into_warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.data.push((name.to_owned(), value.to_string()));
        self
    }
}

/// Errors block, warnings do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Error,
    Warning,
}

macro_rules! problem_codes {
    ($($name:ident)*) => {
        /// Each has one sentence per language in `web/src/i18n/*/problem.ts`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ProblemCode {
            $($name,)*
        }

        impl ProblemCode {
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

problem_codes! {
    // Values of a record
    Required
    UnknownField
    WrongType
    TooLong
    TooSmall
    TooLarge
    TooManyDecimals
    TooEarly
    TooLate
    BadFormat
    UnknownOption
    UnknownUser
    UnknownDepartment
    UnknownFile
    FileTypeRefused
    TooMany
    TooFew
    NotUnique
    NotEditable
    // Documents
    Blank
    BadSlug
    DuplicateId
    DuplicateName
    OutOfRange
    NoOptions
    FieldNotPlaced
    FieldPlacedTwice
    FormulaSyntax
    FormulaUnknownField
    FormulaUnknownFunction
    FormulaUnknownOption
    FormulaType
    FormulaArguments
    FormulaTooLarge
    FormulaCycle
    BadPattern
    UnknownTeam
    UnknownRole
    UnknownForm
    UnknownChannel
    UnknownCalendar
    DepartmentCycle
    ManagerCycle
    LoginTaken
    ConditionLost
    GrantFieldsOfApp
    GrantFieldUnknown
    GrantFieldAccess
    GrantHidesNothing
    GrantKeepsNothing
    // Drawings (`flow.md` 4.4)
    FlowStart
    FlowNoEnd
    FlowUnreachable
    FlowDeadEnd
    FlowPortTwice
    FlowPortMissing
    FlowPortUnknown
    FlowUnknownNode
    FlowSplitUnpaired
    FlowCrossBranch
    FlowIntoRegion
    FlowOutOfRegion
    FlowWrongJoin
    FlowNeedTooMany
    FlowBranchNeverJoins
    FlowEndBranchOutside
    FlowLoopWithoutRest
    FlowNoDefault
    FlowTwoDefaults
    FlowSameLine
    FlowConditionNever
    FlowConditionAlways
    FlowConditionCovered
    FlowNoAssignee
    FlowMayBlock
    FlowOutcomesMode
    FlowRequiredNotEditable
    FlowNoteAdrift
    FlowPhaseUnknownStep
    FlowPhaseTwice
    // Why an order stays on its version of a flow
    MigrationStepGone
    MigrationStepKind
    MigrationStepElsewhere
    MigrationSplitChanged
    MigrationBranchGone
    MigrationTurns
    MigrationFieldKind
    // Boards
    UnknownTile
    UnknownTab
    TilePlacedTwice
    ViewerFilterGone
    ViewerFilterIdle
}
