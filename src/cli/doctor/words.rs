//! Sizes and instants as people read them.

use crate::model::time::{DAY_MS, HOUR_MS, MINUTE_MS, Timestamp};
use crate::writer::clock::{Clock, SystemClock};

pub fn now() -> Timestamp {
    SystemClock::default().now()
}

pub fn bytes(bytes: u64) -> String {
    match bytes {
        0..1_024 => format!("{bytes} B"),
        1_024..1_048_576 => format!("{} KiB", bytes >> 10),
        1_048_576..10_737_418_240 => format!("{} MiB", bytes >> 20),
        _ => format!("{} GiB", bytes >> 30),
    }
}

/// In UTC, so that it means the same on every machine, and how long ago that is.
pub fn instant(at: Timestamp) -> String {
    let moment = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    format!("{} ({})", moment.strftime("%Y-%m-%d %H:%M:%SZ"), age(now().since(at)))
}

pub fn age(ms: i64) -> String {
    match ms {
        ..0 => "in the future: look at the clock".to_owned(),
        0..MINUTE_MS => "just now".to_owned(),
        MINUTE_MS..HOUR_MS => format!("{} min ago", ms / MINUTE_MS),
        HOUR_MS..DAY_MS => format!("{} h ago", ms / HOUR_MS),
        DAY_MS.. => format!("{} d ago", ms / DAY_MS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_unit_that_is_full_is_said() {
        assert_eq!([-1, 0, MINUTE_MS, DAY_MS - 1, 3 * DAY_MS].map(age).join(", "), {
            "in the future: look at the clock, just now, 1 min ago, 23 h ago, 3 d ago"
        });
        assert_eq!([7, 2_048, 5 << 20, 20 << 30].map(bytes).join(", "), "7 B, 2 KiB, 5 MiB, 20 GiB");
    }
}
