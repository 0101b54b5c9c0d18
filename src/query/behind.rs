//! The conditions behind one bar, so that the records it counts can be listed. Handlings are counted by who did them, which no
//! condition on records says: behind such a bar stand the records of the whole chart.

use serde::Serialize;

use super::look::Viewer;
use super::tile::REST;
use crate::model::id::FormId;
use crate::model::party::Action;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;
use crate::model::report::{Bucket, Chart, Column, Condition, Dimension, Measure, Test};
use crate::report::lane::Kind;
use crate::report::span;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Behind {
    pub form: FormId,
    pub filters: Vec<Condition>,
}

/// # Errors
/// - as [`Viewer::look`];
/// - `Invalid` at `key` or `part`: there is no such bar.
pub fn behind(
    viewer: Viewer,
    chart: &Chart,
    filters: &[Condition],
    (key, part): (&str, Option<&str>),
) -> Result<Behind, Refusal> {
    let query = match chart {
        Chart::Table(table) => {
            viewer.look(table.form, Action::View)?;
            return Ok(Behind { form: table.form, filters: [&table.filters, filters].concat() });
        }
        Chart::Number(query)
        | Chart::NumberChange(query)
        | Chart::Bar(query)
        | Chart::StackedBar(query)
        | Chart::Line(query)
        | Chart::Ring(query)
        | Chart::Ranking(query) => query,
    };
    let look = viewer.look(query.form, Action::View)?;
    let mut all = [&query.filters, filters].concat();
    if let Some(period) = &query.period {
        all.push(Condition { column: period.column.clone(), test: Test::Within { period: period.span } });
    }
    let is_single = matches!(chart, Chart::Number(_) | Chart::NumberChange(_));
    let dimension = query.dimension.as_ref().filter(|_| !is_single);
    let split = query.split.as_ref().filter(|_| matches!(chart, Chart::StackedBar(_) | Chart::Line(_)));
    for (dimension, key, place) in [(dimension, Some(key), "key"), (split, part, "part")] {
        let (Some(dimension), Some(key)) = (dimension, key) else { continue };
        if query.measure == Measure::MeanHandling && is_of_handlings(&dimension.column) {
            continue;
        }
        let wrong = |code| Refusal::Invalid(vec![Problem::error(place, code)]);
        let shape = look.shapes.get(&dimension.column).ok_or_else(|| wrong(ProblemCode::UnknownField))?;
        all.extend(conditions(dimension, shape.kind, key).ok_or_else(|| wrong(ProblemCode::BadFormat))?);
    }
    Ok(Behind { form: query.form, filters: all })
}

const fn is_of_handlings(column: &Column) -> bool {
    matches!(column, Column::Handler | Column::Department | Column::Node)
}

/// `None` when no bar has this key.
fn conditions(dimension: &Dimension, kind: Kind, key: &str) -> Option<Vec<Condition>> {
    let on = |test| Condition { column: dimension.column.clone(), test };
    match (kind, key) {
        (_, REST) => None,
        (_, "") => Some(vec![on(Test::Empty)]),
        (Kind::Date | Kind::DateTime, day) => {
            let days = span::days_of(dimension.bucket.unwrap_or(Bucket::Day), day)?;
            let last = crate::model::time::Date(days.end.0 - 1);
            let ends = [Test::AtLeast { value: days.start.to_string() }, Test::AtMost { value: last.to_string() }];
            Some(ends.map(on).into())
        }
        (Kind::Text | Kind::Number | Kind::Duration | Kind::Bool | Kind::Code(_) | Kind::Codes(_), value) => {
            Some(vec![on(Test::Is { value: value.to_owned() })])
        }
        (Kind::Files, _) => None,
    }
}
