//! Instants to civil days and back, in the workspace's time zone. Built once per zone and shared; reads no clock and no disk.

use jiff::tz::TimeZone;

use crate::model::time::{DAY_MS, Date, Timestamp};

/// Shifts after this instant (2100-01-01) are not remembered: the offset stays.
const HORIZON_MS: i64 = 4_102_444_800_000;

#[derive(Debug, Clone)]
pub struct Zone {
    zone: TimeZone,
    /// `(from_ms, offset_ms)`, ascending; the first holds since ever.
    shifts: Vec<(i64, i64)>,
}

impl Zone {
    pub fn new(zone: TimeZone) -> Self {
        let offset_ms = |offset: jiff::tz::Offset| i64::from(offset.seconds()) * 1_000;
        let mut shifts = vec![(i64::MIN, offset_ms(zone.to_offset(jiff::Timestamp::MIN)))];
        shifts.extend(
            zone.following(jiff::Timestamp::MIN)
                .take_while(|shift| shift.timestamp().as_millisecond() < HORIZON_MS)
                .map(|shift| (shift.timestamp().as_millisecond(), offset_ms(shift.offset()))),
        );
        shifts.dedup_by_key(|(_, offset)| *offset);
        Self { zone, shifts }
    }

    pub fn day(&self, at: Timestamp) -> Date {
        self.reader().day(at.0)
    }

    /// The first instant of a day.
    pub fn start(&self, day: Date) -> Timestamp {
        match day.to_civil().to_zoned(self.zone.clone()) {
            Ok(start) => Timestamp(start.timestamp().as_millisecond()),
            Err(_) => Timestamp(i64::from(day.0).saturating_mul(DAY_MS)),
        }
    }

    /// Reads many instants that lie near each other.
    pub fn reader(&self) -> DayReader<'_> {
        DayReader { zone: self, from: 1, until: 0, offset: 0 }
    }
}

/// Remembers the last stretch of equal offset.
pub struct DayReader<'a> {
    zone: &'a Zone,
    /// `offset` holds from `from` to before `until`.
    from: i64,
    until: i64,
    offset: i64,
}

impl DayReader<'_> {
    #[inline]
    pub fn day(&mut self, ms: i64) -> Date {
        if ms < self.from || ms >= self.until {
            self.seek(ms);
        }
        let day = ms.saturating_add(self.offset).div_euclid(DAY_MS);
        Date(i32::try_from(day).unwrap_or(if day < 0 { i32::MIN + 1 } else { i32::MAX }))
    }

    #[cold]
    fn seek(&mut self, ms: i64) {
        let shifts = &self.zone.shifts;
        let after = shifts.partition_point(|(from, _)| *from <= ms).max(1);
        (self.from, self.offset) = shifts[after - 1];
        self.until = shifts.get(after).map_or(i64::MAX, |(from, _)| *from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::HOUR_MS;

    #[test]
    fn days_turn_at_local_midnight_through_every_shift() {
        for name in ["Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "UTC"] {
            let zone = Zone::new(crate::catalog::zone(name).expect("bundled"));
            let mut reader = zone.reader();
            for day in (Date::from_ymd(2010, 1, 1).unwrap().0..Date::from_ymd(2027, 1, 1).unwrap().0).map(Date) {
                let start = zone.start(day);
                assert_eq!(reader.day(start.0), day, "{name} {day}");
                assert_eq!(reader.day(start.0 - 1), Date(day.0 - 1), "{name} {day}");
                assert_eq!(reader.day(start.0 + 20 * HOUR_MS), day, "{name} {day}");
            }
        }
    }

    #[test]
    fn far_instants_are_clamped() {
        let zone = Zone::new(TimeZone::UTC);
        assert_eq!(
            (zone.day(Timestamp(i64::MAX)), zone.day(Timestamp(i64::MIN))),
            (Date(i32::MAX), Date(i32::MIN + 1))
        );
    }
}
