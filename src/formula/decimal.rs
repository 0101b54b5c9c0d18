//! Exact arithmetic, defined so that two evaluators can agree to the last digit.
//!
//! A decimal is an integer below 2^96 with a sign and 0 to 28 places. A result is the exact one, rounded half to even to as
//! many places (at most 28) as keep the integer below 2^96, without trailing zeros. Refuses (`None`) what has no such result.

use rust_decimal::{Decimal, RoundingStrategy};

/// Places of a square root.
const ROOT_PLACES: u32 = 15;

pub fn add(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_add(right).map(|sum| sum.normalize())
}

pub fn subtract(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_sub(right).map(|difference| difference.normalize())
}

pub fn multiply(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_mul(right).map(|product| product.normalize())
}

pub fn divide(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_div(right).map(|quotient| quotient.normalize())
}

/// The remainder has the sign of the divisor, so a weekday or a shift number never turns negative.
pub fn remainder(left: Decimal, right: Decimal) -> Option<Decimal> {
    let rest = left.checked_rem(right)?.normalize();
    let turned = !rest.is_zero() && rest.is_sign_negative() != right.is_sign_negative();
    if turned { add(rest, right) } else { Some(rest) }
}

/// By squaring, each step rounded; only whole exponents from -1000 to 1000 have a result.
pub fn power(base: Decimal, exponent: Decimal) -> Option<Decimal> {
    let exponent = whole(exponent).filter(|n| n.abs() <= 1_000)?;
    let mut result = Decimal::ONE;
    let mut square = base;
    let mut rest = exponent.unsigned_abs();
    while rest > 0 {
        if rest & 1 == 1 {
            result = multiply(result, square)?;
        }
        rest >>= 1;
        if rest > 0 {
            square = multiply(square, square)?;
        }
    }
    if exponent < 0 { divide(Decimal::ONE, result) } else { Some(result.normalize()) }
}

/// Newton's method from above, then half-even to 15 places.
pub fn square_root(number: Decimal) -> Option<Decimal> {
    if number.is_sign_negative() && !number.is_zero() {
        return None;
    }
    if number.is_zero() {
        return Some(Decimal::ZERO);
    }
    let two = Decimal::TWO;
    let mut root = if number > Decimal::ONE { number } else { Decimal::ONE };
    loop {
        let next = divide(add(root, divide(number, root)?)?, two)?;
        if next >= root {
            return Some(root.round_dp_with_strategy(ROOT_PLACES, RoundingStrategy::MidpointNearestEven).normalize());
        }
        root = next;
    }
}

/// Negative places round to tens, hundreds and so on. Places are clamped to -28..=28.
pub fn round(number: Decimal, places: i64, strategy: RoundingStrategy) -> Option<Decimal> {
    if places >= 0 {
        let places = u32::try_from(places.min(28)).expect("clamped to 28");
        return Some(number.round_dp_with_strategy(places, strategy).normalize());
    }
    let unit = power(Decimal::TEN, Decimal::from(-places.max(-28)))?;
    let (count, rest) = (number.checked_div(unit)?.trunc(), number.checked_rem(unit)?);
    let away = if number.is_sign_negative() { -Decimal::ONE } else { Decimal::ONE };
    let double = rest.abs().checked_mul(Decimal::TWO)?;
    let rounds_away = match strategy {
        RoundingStrategy::AwayFromZero => !rest.is_zero(),
        RoundingStrategy::MidpointAwayFromZero => double >= unit,
        RoundingStrategy::MidpointNearestEven => double > unit || (double == unit && is_odd(count)),
        RoundingStrategy::ToPositiveInfinity => !rest.is_zero() && rest.is_sign_positive(),
        RoundingStrategy::ToNegativeInfinity => !rest.is_zero() && rest.is_sign_negative(),
        _ => false,
    };
    multiply(if rounds_away { add(count, away)? } else { count }, unit)
}

fn is_odd(count: Decimal) -> bool {
    !(count % Decimal::TWO).is_zero()
}

/// The number as an integer, if it is one of fewer than 16 digits (so that a browser counts the same).
pub fn whole(number: Decimal) -> Option<i64> {
    if !number.fract().is_zero() {
        return None;
    }
    i64::try_from(number.trunc()).ok().filter(|n| n.abs() < 1_000_000_000_000_000)
}
