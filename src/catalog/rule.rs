//! Formulas inside definitions: compiled with the place they stand at, so that what is wrong can be shown there.

use std::sync::Arc;

use crate::formula::check::{self, Checked};
use crate::formula::problem::{FormulaCode, FormulaProblem};
use crate::formula::scope::{FieldType, Scope};
use crate::model::problem::{Problem, ProblemCode};

/// A compiled formula of a definition.
pub type Rule = Arc<Checked>;

/// # Errors
/// - every problem of the formula, at `place`.
pub fn compile(place: &str, text: &str, scope: &Scope, wanted: &FieldType) -> Result<Rule, Vec<Problem>> {
    check::compile(text, scope, Some(wanted))
        .map(Arc::new)
        .map_err(|problems| problems.iter().map(|problem| at(place, problem)).collect())
}

/// Carries the engine's own code as `reason`, the characters to underline as `start` and `end`, then its operands.
pub fn at(place: &str, problem: &FormulaProblem) -> Problem {
    Problem::error(place, code(problem.code))
        .with("reason", problem.code.as_str())
        .with("start", problem.span.start)
        .with("end", problem.span.end)
        .with("operands", problem.data.join(","))
}

const fn code(code: FormulaCode) -> ProblemCode {
    match code {
        FormulaCode::CharUnexpected
        | FormulaCode::TextUnclosed
        | FormulaCode::EscapeUnknown
        | FormulaCode::NumberTooLong
        | FormulaCode::ExpectedValue
        | FormulaCode::ExpectedSymbol
        | FormulaCode::Unexpected
        | FormulaCode::ComparisonChained
        | FormulaCode::NameInvalid => ProblemCode::FormulaSyntax,
        FormulaCode::SourceTooLong | FormulaCode::TooDeep | FormulaCode::TooLarge => ProblemCode::FormulaTooLarge,
        FormulaCode::FieldUnknown => ProblemCode::FormulaUnknownField,
        FormulaCode::FunctionUnknown => ProblemCode::FormulaUnknownFunction,
        FormulaCode::OptionUnknown => ProblemCode::FormulaUnknownOption,
        FormulaCode::ArgumentsTooFew | FormulaCode::ArgumentsTooMany => ProblemCode::FormulaArguments,
        FormulaCode::TypeMismatch
        | FormulaCode::TypesDiffer
        | FormulaCode::NotComparable
        | FormulaCode::LiteralInvalid
        | FormulaCode::WordUnknown
        | FormulaCode::ComparisonWithEmpty
        | FormulaCode::ListEmpty => ProblemCode::FormulaType,
    }
}
