//! Counting and folding of values, exact: sums are whole mantissas of `DECIMALS_MAX` digits, means are divided once at the end.

use rust_decimal::{Decimal, RoundingStrategy};

use super::lane::{Block, EMPTY_DAY, EMPTY_NUMBER, Lane};
use super::scale;
use crate::model::limit::DECIMALS_MAX;
use crate::model::report::Measure;

const SCALE: u32 = DECIMALS_MAX as u32;

/// What becomes of the values of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folding {
    Count,
    Sum,
    Mean,
    Min,
    Max,
}

impl Folding {
    pub const fn of(measure: &Measure) -> Self {
        match measure {
            Measure::Count => Self::Count,
            Measure::Sum { .. } => Self::Sum,
            Measure::Mean { .. } | Measure::MeanHandling => Self::Mean,
            Measure::Min { .. } => Self::Min,
            Measure::Max { .. } => Self::Max,
        }
    }
}

/// What one number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Orders, or handled tasks.
    Count,
    Number,
    Milliseconds,
    /// Days since 1970-01-01.
    Date,
    /// Milliseconds since 1970-01-01T00:00:00Z.
    DateTime,
}

/// One group while it is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub count: u64,
    /// How many of them held a value.
    pub filled: u64,
    sum: i128,
    low: i128,
    high: i128,
}

impl Default for Tally {
    fn default() -> Self {
        Self { count: 0, filled: 0, sum: 0, low: i128::MAX, high: i128::MIN }
    }
}

impl Tally {
    #[inline]
    fn add(&mut self, value: i128) {
        self.filled += 1;
        self.sum = self.sum.saturating_add(value);
    }

    #[inline]
    fn stretch(&mut self, value: i128) {
        self.filled += 1;
        self.low = self.low.min(value);
        self.high = self.high.max(value);
    }

    pub fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.filled += other.filled;
        self.sum = self.sum.saturating_add(other.sum);
        self.low = self.low.min(other.low);
        self.high = self.high.max(other.high);
    }

    /// Of nothing: a count and a sum are 0, everything else has no value.
    pub fn value(&self, folding: Folding, unit: Unit) -> Option<Decimal> {
        let whole = |mantissa| scale::decimal(mantissa, SCALE);
        match folding {
            Folding::Count => Some(Decimal::from(self.count)),
            Folding::Sum => Some(whole(self.sum)),
            Folding::Mean | Folding::Min | Folding::Max if self.filled == 0 => None,
            Folding::Mean => {
                let digits = if unit == Unit::Number { SCALE } else { 0 };
                let mean = whole(self.sum) / Decimal::from(self.filled);
                Some(mean.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero).normalize())
            }
            Folding::Min => Some(whole(self.low)),
            Folding::Max => Some(whole(self.high)),
        }
    }
}

/// Where values come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Only rows are counted.
    None,
    Lane(usize),
    /// Time spent on handled tasks.
    Handlings,
}

/// What is folded of each group, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    pub source: Source,
    /// What will be asked of the tallies; nothing else is kept in them.
    pub folding: Folding,
}

/// The items (rows or handlings) of a block and the tallies they belong to.
pub type Places = Vec<(u32, u32)>;

/// Adds a block's items to their tallies; `tallies` is long enough.
pub fn add(tallies: &mut [Tally], places: &Places, measured: Measured, block: &Block) {
    for (_, tally) in places {
        tallies[*tally as usize].count += 1;
    }
    let is_sum = match measured.folding {
        Folding::Count => return,
        Folding::Sum | Folding::Mean => true,
        Folding::Min | Folding::Max => false,
    };
    let mut fold = Fold { tallies, places, is_sum };
    let lane = match measured.source {
        Source::None => return,
        Source::Handlings => return fold.each(|item| whole(block.handlings.spent_ms[item])),
        Source::Lane(lane) => &block.lanes[lane],
    };
    match lane {
        Lane::Number { scale, cells } => {
            let factor = scale::power(SCALE.saturating_sub(*scale));
            fold.each(|item| (cells[item] != EMPTY_NUMBER).then(|| i128::from(cells[item]) * factor));
        }
        Lane::Wide(cells) => fold.each(|item| cells[item].map(wide)),
        Lane::Date(cells) => {
            fold.each(|item| if cells[item] == EMPTY_DAY { None } else { whole(i64::from(cells[item])) });
        }
        Lane::DateTime(cells) => fold.each(|item| whole(cells[item])),
        Lane::Text(_) | Lane::Bool(_) | Lane::Code(_) | Lane::Codes(_) | Lane::Files(_) | Lane::Void => {}
    }
}

struct Fold<'a> {
    tallies: &'a mut [Tally],
    places: &'a Places,
    is_sum: bool,
}

impl Fold<'_> {
    #[inline]
    fn each(&mut self, value: impl Fn(usize) -> Option<i128>) {
        for (item, tally) in self.places {
            let Some(value) = value(*item as usize) else { continue };
            let tally = &mut self.tallies[*tally as usize];
            if self.is_sum { tally.add(value) } else { tally.stretch(value) }
        }
    }
}

fn whole(value: i64) -> Option<i128> {
    (value != EMPTY_NUMBER).then(|| i128::from(value) * scale::power(SCALE))
}

fn wide(value: Decimal) -> i128 {
    let value = value.round_dp(SCALE);
    value.mantissa().saturating_mul(scale::power(SCALE - value.scale()))
}
