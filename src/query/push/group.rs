//! The groups of a chart that are worth a word: the largest, or the newest of an axis of time.

use super::word::Said;
use crate::model::limit::PUSH_GROUPS_MAX;
use crate::model::party::Language;
use crate::model::report::{Bucket, OrderState};
use crate::model::time::Date;
use crate::query::export::word::{state, truth};
use crate::query::tile::{REST, TileData};

pub(super) fn said(
    data: &TileData,
    is_in_time: bool,
    named: &dyn Fn(&str, &str) -> String,
    amount: &dyn Fn(Option<f64>) -> String,
) -> Said {
    let mut groups: Vec<_> =
        data.groups.iter().filter(|group| group.name.key != REST && group.value.is_some()).collect();
    if is_in_time {
        groups.reverse();
    } else {
        let value = |value: Option<f64>| value.unwrap_or_default();
        groups.sort_by(|one, other| value(other.value).total_cmp(&value(one.value)));
    }
    let more = groups.len().saturating_sub(PUSH_GROUPS_MAX);
    let first = groups.into_iter().take(PUSH_GROUPS_MAX);
    let first = first.map(|group| (named(&group.name.key, &group.name.label), amount(group.value))).collect();
    Said::Groups { first, more, is_truncated: data.truncated }
}

/// What a group is called where no screen has a word for it.
pub(super) fn name((key, label): (&str, &str), bucket: Option<Bucket>, language: Language) -> String {
    let zh = language == Language::Zh;
    if !label.is_empty() {
        return label.to_owned();
    }
    match key {
        "" => if zh { "（空）" } else { "(empty)" }.to_owned(),
        "true" => truth(true, language).to_owned(),
        "false" => truth(false, language).to_owned(),
        key => {
            let known = OrderState::ALL.into_iter().find(|known| known.as_str() == key);
            known.map_or_else(|| day(key, bucket), |known| state(known, language).to_owned())
        }
    }
}

/// The first day of a bucket says which it is.
fn day(key: &str, bucket: Option<Bucket>) -> String {
    let Some(date) = Date::parse(key).map(Date::to_civil) else { return key.to_owned() };
    match bucket.unwrap_or(Bucket::Day) {
        Bucket::Day | Bucket::Week => key.to_owned(),
        Bucket::Month => format!("{}-{:02}", date.year(), date.month()),
        Bucket::Quarter => format!("{} Q{}", date.year(), (date.month() + 2) / 3),
        Bucket::Year => date.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_screen_words_has_a_word() {
        let zh = |key, bucket| name((key, ""), bucket, Language::Zh);
        assert_eq!(zh("", None), "（空）");
        assert_eq!(zh("running", None), "进行中");
        assert_eq!(zh("true", None), "是");
        assert_eq!(zh("2026-11-01", Some(Bucket::Month)), "2026-11");
        assert_eq!(zh("2026-10-01", Some(Bucket::Quarter)), "2026 Q4");
        assert_eq!(zh("2026-11-30", Some(Bucket::Week)), "2026-11-30");
        assert_eq!(name(("x", "机加工"), None, Language::En), "机加工");
    }
}
