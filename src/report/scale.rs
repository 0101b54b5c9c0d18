//! Exact decimals as whole mantissas of a fixed scale.

use rust_decimal::Decimal;

/// The largest whole `m` with `m / 10^scale <= value`, clamped to a machine word.
pub fn floor(value: Decimal, scale: u32) -> i64 {
    word(shift(value, scale).0)
}

/// The smallest whole `m` with `m / 10^scale >= value`, clamped to a machine word.
pub fn ceil(value: Decimal, scale: u32) -> i64 {
    let (whole, is_exact) = shift(value, scale);
    word(if is_exact { whole } else { whole + 1 })
}

/// The mantissa of `value` at `scale`; `None` when digits would be lost or it is too long for a machine word.
pub fn exact(value: Decimal, scale: u32) -> Option<i64> {
    let (whole, is_exact) = shift(value, scale);
    if is_exact { i64::try_from(whole).ok() } else { None }
}

/// `mantissa / 10^scale`, rounded to what a decimal can hold; clamped at its ends.
pub fn decimal(mantissa: i128, scale: u32) -> Decimal {
    let (mut mantissa, mut scale) = (mantissa, scale);
    loop {
        if let Ok(value) = Decimal::try_from_i128_with_scale(mantissa, scale) {
            return value.normalize();
        }
        if scale == 0 {
            return if mantissa < 0 { Decimal::MIN } else { Decimal::MAX };
        }
        (mantissa, scale) = ((mantissa + 5 * mantissa.signum()) / 10, scale - 1);
    }
}

pub fn power(digits: u32) -> i128 {
    10_i128.saturating_pow(digits)
}

/// Rounded down, and whether nothing was lost.
fn shift(value: Decimal, scale: u32) -> (i128, bool) {
    let mantissa = value.mantissa();
    if value.scale() <= scale {
        (mantissa.saturating_mul(power(scale - value.scale())), true)
    } else {
        let unit = power(value.scale() - scale);
        (mantissa.div_euclid(unit), mantissa.rem_euclid(unit) == 0)
    }
}

fn word(whole: i128) -> i64 {
    i64::try_from(whole).unwrap_or(if whole < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn bounds_round_outwards_and_exact_loses_nothing() {
        assert_eq!((floor(dec("1.25"), 1), ceil(dec("1.25"), 1)), (12, 13));
        assert_eq!((floor(dec("-1.25"), 1), ceil(dec("-1.25"), 1)), (-13, -12));
        assert_eq!((exact(dec("1.20"), 1), exact(dec("1.25"), 1)), (Some(12), None));
        assert_eq!(exact(dec("9300000000000000000"), 0), None);
        assert_eq!((floor(Decimal::MAX, 28), floor(Decimal::MIN, 28)), (i64::MAX, i64::MIN));
        assert_eq!(decimal(1_250, 3), dec("1.25"));
        assert_eq!(decimal(i128::MAX, 0), Decimal::MAX);
    }
}
