//! Numbers as whole mantissas of one scale per chunk; a chunk that gets a number too long for a machine word keeps decimals.

use rust_decimal::Decimal;

use super::Cells;
use crate::model::limit::DECIMALS_MAX;
use crate::report::lane::EMPTY_NUMBER;
use crate::report::scale;

pub(super) fn get(mantissa: i64, scale: u32) -> Option<Decimal> {
    (mantissa != EMPTY_NUMBER).then(|| scale::decimal(i128::from(mantissa), scale))
}

/// `cells` is a column of numbers.
pub(super) fn set(cells: &mut Cells, row: usize, value: Decimal) {
    let value = value.normalize();
    if let Cells::Number { scale, cells } = cells
        && fit(cells, scale, value.scale())
        && let Some(mantissa) = scale::exact(value, *scale).filter(|mantissa| *mantissa != EMPTY_NUMBER)
    {
        cells[row] = mantissa;
        return;
    }
    if let Cells::Number { scale, cells: narrow } = &*cells {
        *cells = Cells::Wide(narrow.iter().map(|mantissa| get(*mantissa, *scale)).collect());
    }
    if let Cells::Wide(cells) = cells {
        cells[row] = Some(value);
    }
}

/// Whether all cells have, or now got, at least `digits` digits after the point.
fn fit(cells: &mut [i64], scale: &mut u32, digits: u32) -> bool {
    if digits <= *scale {
        return true;
    }
    if digits > u32::from(DECIMALS_MAX) {
        return false;
    }
    let factor = 10_i64.pow(digits - *scale);
    let fits = |cell: &i64| *cell == EMPTY_NUMBER || cell.checked_mul(factor).is_some_and(|cell| cell != EMPTY_NUMBER);
    if !cells.iter().all(fits) {
        return false;
    }
    for cell in cells.iter_mut().filter(|cell| **cell != EMPTY_NUMBER) {
        *cell *= factor;
    }
    *scale = digits;
    true
}
