//! Records that somebody takes away as a file.

use serde::{Deserialize, Serialize};

use super::id::FormId;
use super::limit::SHEET_ROWS_MAX;

/// What spreadsheets open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    Csv,
    Xlsx,
}

impl ExportFormat {
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// What one sheet takes, its heading included.
    pub const fn rows_max(self) -> usize {
        match self {
            Self::Csv => usize::MAX,
            Self::Xlsx => SHEET_ROWS_MAX,
        }
    }
}

/// That they were taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    pub form: FormId,
    pub format: ExportFormat,
    /// Without the heading.
    pub rows: u64,
}
