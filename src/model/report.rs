//! What lists and tiles ask: conditions, sorts, dimensions, measures. JSON documents, like every definition.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::form::Color;
use super::id::{FieldId, FormId};

/// The kind of a tile with its settings: `{"kind": "bar", "form": ..., "dimension": ..., "measure": ...}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Chart {
    Number(Query),
    /// A number beside the same number of the period before.
    NumberChange(Query),
    Bar(Query),
    StackedBar(Query),
    Line(Query),
    Ring(Query),
    Ranking(Query),
    Table(TableQuery),
}

/// Folds records into groups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Query {
    pub form: FormId,
    #[serde(default)]
    pub filters: Vec<Condition>,
    /// What one bar stands for; absent in numbers.
    #[serde(default)]
    pub dimension: Option<Dimension>,
    /// Splits every bar (stacked bar, several lines).
    #[serde(default)]
    pub split: Option<Dimension>,
    pub measure: Measure,
    /// Restricts to a period of `Column` created or another date; required by `number_change`.
    #[serde(default)]
    pub period: Option<Period>,
    #[serde(default)]
    pub order: GroupOrder,
    /// Groups shown, 1 to `TILE_GROUPS_MAX`; the rest folds into "other".
    #[serde(default = "twenty")]
    pub top: u16,
    /// A target line, or where a number turns green.
    #[serde(default)]
    pub target: Option<Decimal>,
    #[serde(default)]
    pub color: Option<Color>,
    /// How its numbers are written; absent: as the field says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<NumberFormat>,
    /// What is said besides of a group that is pointed at, at most `TILE_TOOLTIP_MAX`; nothing of single numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tooltip: Vec<Measure>,
}

const fn twenty() -> u16 {
    20
}

/// What is absent is as the field says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberFormat {
    /// So many, no more and no fewer; at most `DECIMALS_MAX`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// Digits stand in groups of three.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thousands: Option<bool>,
    /// Large numbers; absent: short where there is little room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub large: Option<Large>,
    /// 0.12 is 12 %.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub percent: bool,
    /// In place of the currency's sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// In place of the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
}

/// How a number of five digits or more is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Large {
    /// With every digit.
    Whole,
    /// 12 thousand, in the signs of the reader's language.
    Short,
}

/// Shows records themselves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableQuery {
    pub form: FormId,
    #[serde(default)]
    pub filters: Vec<Condition>,
    pub columns: Vec<Column>,
    #[serde(default)]
    pub sort: Vec<Sort>,
    #[serde(default = "twenty")]
    pub rows: u16,
}

/// A column of the records table: a field of the form, or something every order has.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    Field(FieldId),
    /// The order's title.
    Title,
    /// draft, running, returned, completed, rejected, cancelled, terminated.
    State,
    /// Names of the nodes where it rests.
    Node,
    /// Who has it now.
    Handler,
    Initiator,
    /// The initiator's primary department when it was opened.
    Department,
    CreatedAt,
    SubmittedAt,
    UpdatedAt,
    EndedAt,
    /// Milliseconds from submit to end; of a running order, to now.
    Duration,
}

/// What `Column::State` holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    Draft,
    Running,
    Returned,
    Completed,
    Rejected,
    Cancelled,
    Terminated,
}

impl OrderState {
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Running,
        Self::Returned,
        Self::Completed,
        Self::Rejected,
        Self::Cancelled,
        Self::Terminated,
    ];

    /// As on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Running => "running",
            Self::Returned => "returned",
            Self::Completed => "completed",
            Self::Rejected => "rejected",
            Self::Cancelled => "cancelled",
            Self::Terminated => "terminated",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sort {
    pub column: Column,
    #[serde(default)]
    pub descending: bool,
}

/// One test of one column; several hold together (and).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    pub column: Column,
    pub test: Test,
}

/// Operands are in the wire form of the column's kind: text, decimal text, `2026-11-24`, an option's or a person's id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case", deny_unknown_fields)]
pub enum Test {
    Is {
        value: String,
    },
    IsNot {
        value: String,
    },
    In {
        values: BTreeSet<String>,
    },
    Contains {
        value: String,
    },
    AtLeast {
        value: String,
    },
    AtMost {
        value: String,
    },
    Empty,
    NotEmpty,
    /// A date within a period around today.
    Within {
        period: Span,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    pub column: Column,
    /// Of a date column.
    #[serde(default)]
    pub bucket: Option<Bucket>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bucket {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// What is counted or folded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Measure {
    Count,
    Sum {
        column: Column,
    },
    Mean {
        column: Column,
    },
    Min {
        column: Column,
    },
    Max {
        column: Column,
    },
    /// Mean handling time: milliseconds tasks were open, by who or where they were handled.
    MeanHandling,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    pub column: Column,
    pub span: Span,
}

/// Periods in the workspace's time zone; weeks start on Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    Today,
    Yesterday,
    ThisWeek,
    LastWeek,
    ThisMonth,
    LastMonth,
    ThisQuarter,
    ThisYear,
    Last7Days,
    Last30Days,
    Last90Days,
    Last365Days,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupOrder {
    /// By the dimension: dates ascending, options as drawn.
    #[default]
    Natural,
    Largest,
    Smallest,
}

/// A saved way to look at a form's records.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewDefinition {
    pub layout: Layout,
    pub columns: Vec<Column>,
    #[serde(default)]
    pub filters: Vec<Condition>,
    #[serde(default)]
    pub sort: Vec<Sort>,
    /// Rows that hold the same here stand together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Column>,
    /// Absent: as each person has it on their device. Boxed: most views have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrangement: Option<Box<Arrangement>>,
}

/// How a table stands, beside what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrangement {
    /// Columns from the left that stay when the rest scrolls.
    #[serde(default)]
    pub frozen: u8,
    #[serde(default)]
    pub height: RowHeight,
    /// Of the columns somebody drew wider or narrower.
    #[serde(default)]
    pub widths: Vec<Width>,
    /// Totals stand under the rows.
    #[serde(default)]
    pub summed: bool,
    /// A sum where nothing is named.
    #[serde(default)]
    pub totals: Vec<Total>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowHeight {
    Compact,
    #[default]
    Normal,
    Roomy,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Width {
    pub column: Column,
    /// `COLUMN_PX_MIN` to `COLUMN_PX_MAX`.
    pub px: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    pub column: Column,
    pub fold: TotalFold,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TotalFold {
    Sum,
    Mean,
    Min,
    Max,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Layout {
    Table,
    /// Cards in columns by an option field or the order's state.
    Kanban {
        by: Column,
    },
}
