//! The date of a fact.

use std::fmt;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{ClockTime, Day};

/// When a fact became true, in the platform's zone: the day, and the time where the user knows it.
///
/// The order of `Ord` is for lists (by day, an unknown time before a known one). Whether one fact surely came after
/// another is asked with [`When::strictly_after`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The day.
    pub day: Day,
    /// The time of that day, if known.
    #[serde(default)]
    pub time: Option<ClockTime>,
}

impl When {
    /// A fact of this day whose time is not known.
    pub const fn on(day: Day) -> Self {
        Self { day, time: None }
    }

    /// A fact of this day and time.
    pub const fn at(day: Day, time: ClockTime) -> Self {
        Self { day, time: Some(time) }
    }

    /// Whether this surely came after `other`: on a later day, or later on the same day with both times known.
    ///
    /// A tie is not after, and neither is an unknown time on the same day: the standing is conservative and never
    /// builds a permission on a guess about the order of events.
    #[must_use]
    pub fn strictly_after(&self, other: &Self) -> bool {
        match self.day.cmp(&other.day) {
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => {
                matches!((self.time, other.time), (Some(mine), Some(theirs)) if mine > theirs)
            }
        }
    }
}

impl When {
    /// So many hours later. Where the time is not known they are counted from the beginning of the day, so that the
    /// answer is never too late; the time of the answer is then not known either.
    #[must_use]
    pub fn plus_hours(&self, hours: u32) -> Self {
        let start =
            self.day.date().to_datetime(self.time.map_or(jiff::civil::Time::midnight(), ClockTime::time));
        let end = start.saturating_add(jiff::Span::new().hours(i64::from(hours.min(1_000_000))));
        Self { day: Day::from_date(end.date()), time: self.time.map(|_| ClockTime::from_time(end.time())) }
    }
}

impl From<Day> for When {
    fn from(day: Day) -> Self {
        Self::on(day)
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => write!(f, "{} {time}", self.day),
            None => self.day.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_when() -> impl Strategy<Value = When> {
        // Few days and times, so that ties happen often.
        let time =
            proptest::option::of((9..12_i8, 0..2_i8).prop_map(|(h, m)| ClockTime::new(h, m, 0).unwrap()));
        (0..3_i32, time)
            .prop_map(|(d, time)| When { day: Day::new(2026, 11, 24).unwrap().plus_days(d), time })
    }

    proptest! {
        #[test]
        fn two_facts_are_never_each_after_the_other(a in any_when(), b in any_when()) {
            prop_assert!(!(a.strictly_after(&b) && b.strictly_after(&a)));
            prop_assert!(!a.strictly_after(&a));
        }

        #[test]
        fn after_is_transitive(a in any_when(), b in any_when(), c in any_when()) {
            if a.strictly_after(&b) && b.strictly_after(&c) {
                prop_assert!(a.strictly_after(&c));
            }
        }

        #[test]
        fn what_is_after_is_also_later_in_a_list(a in any_when(), b in any_when()) {
            if a.strictly_after(&b) {
                prop_assert!(a > b);
            }
        }
    }

    fn when(day: &str, time: Option<&str>) -> When {
        When { day: day.parse().unwrap(), time: time.map(|t| t.parse().unwrap()) }
    }

    #[test]
    fn a_tie_or_an_unknown_time_of_the_same_day_is_not_after() {
        let ten = when("2026-11-24", Some("10:00"));
        let unknown = when("2026-11-24", None);
        assert!(when("2026-11-24", Some("10:01")).strictly_after(&ten));
        assert!(!ten.strictly_after(&ten));
        assert!(!unknown.strictly_after(&ten));
        assert!(!ten.strictly_after(&unknown));
        assert!(when("2026-11-25", None).strictly_after(&ten));
    }

    #[test]
    fn hours_are_counted_from_the_time_or_else_from_the_beginning_of_the_day() {
        // 72 hours after 14:05 on the 24th; without a time the earliest moment of the day is taken.
        assert_eq!(when("2026-11-24", Some("14:05")).plus_hours(72), when("2026-11-27", Some("14:05")));
        assert_eq!(when("2026-11-24", Some("14:05")).plus_hours(10), when("2026-11-25", Some("00:05")));
        assert_eq!(when("2026-11-24", None).plus_hours(72), when("2026-11-27", None));
        assert_eq!(when("2026-11-24", None).plus_hours(23), when("2026-11-24", None));
    }

    #[test]
    fn in_json_the_time_may_be_missing() {
        let read: When = serde_json::from_str(r#"{"day":"2026-11-24"}"#).unwrap();
        assert_eq!(read, when("2026-11-24", None));
        assert_eq!(
            serde_json::to_string(&when("2026-11-24", Some("14:05"))).unwrap(),
            r#"{"day":"2026-11-24","time":"14:05"}"#
        );
    }
}
