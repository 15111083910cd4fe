//! A civil day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};
use specta::Type;
use thiserror::Error;

use crate::as_text::as_text;

/// A day of the calendar, without a time and without a zone. Written `2026-11-24`.
///
/// Years run from 1 to 9999, so that the text always has ten characters and sorts like the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Type)]
pub struct Day(#[specta(type = String)] Date);

as_text!(Day);

/// Why something is not a day.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotADay {
    /// The text is not of the form `2026-11-24`.
    #[error("not a day of the form 2026-11-24: {0:?}")]
    Form(String),
    /// The calendar has no such day.
    #[error("the calendar has no day {year:04}-{month:02}-{day:02}")]
    Absent {
        /// The year asked for.
        year: i16,
        /// The month asked for, 1 to 12 if it exists.
        month: i8,
        /// The day of the month asked for.
        day: i8,
    },
}

impl Day {
    /// The first day this type can hold.
    pub const FIRST: Self = Self(Date::constant(1, 1, 1));
    /// The last day this type can hold.
    pub const LAST: Self = Self(Date::constant(9999, 12, 31));

    /// The day with this year, month (1 to 12) and day of the month.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, NotADay> {
        if year < 1 {
            return Err(NotADay::Absent { year, month, day });
        }
        Date::new(year, month, day).map(Self).map_err(|_| NotADay::Absent { year, month, day })
    }

    /// The day of a jiff date; years before 1 become [`Day::FIRST`].
    pub fn from_date(date: Date) -> Self {
        Self(date).max(Self::FIRST)
    }

    /// The day as a jiff date.
    pub const fn date(self) -> Date {
        self.0
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day_of_month(self) -> i8 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The last day of the month in which this day lies.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        Self(self.0.last_of_month())
    }

    /// The day so many calendar days later (earlier if negative); stops at [`Day::FIRST`] and [`Day::LAST`].
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self::from_date(self.0.saturating_add(jiff::Span::new().days(days.clamp(-4_000_000, 4_000_000))))
    }

    /// The same day so many months later, or the last day of that month where it is shorter; stops at [`Day::LAST`].
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let months = i64::from(months.min(12 * 9_999));
        Self::from_date(self.0.saturating_add(jiff::Span::new().months(months)))
    }

    /// The next calendar day; the last day has itself.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus_days(1)
    }

    /// The calendar day before; the first day has itself.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus_days(-1)
    }

    /// How many calendar days from this day to `other`: 1 from today to tomorrow, negative if `other` is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        (other.0 - self.0).get_days()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day_of_month())
    }
}

impl FromStr for Day {
    type Err = NotADay;

    /// Reads exactly what `Display` writes; what people type is read by [`entry`](crate::entry).
    fn from_str(text: &str) -> Result<Self, NotADay> {
        let form = || NotADay::Form(text.to_owned());
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(
                |(i, b)| {
                    if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() }
                },
            );
        if !shape {
            return Err(form());
        }
        let year = text[..4].parse().map_err(|_| form())?;
        let month = text[5..7].parse().map_err(|_| form())?;
        let day = text[8..].parse().map_err(|_| form())?;
        Self::new(year, month, day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    proptest! {
        #[test]
        fn a_day_survives_its_text(offset in 0..3_652_058_i32) {
            let any = Day::FIRST.plus_days(offset);
            prop_assert_eq!(any.to_string().parse::<Day>(), Ok(any));
            prop_assert_eq!(serde_json::from_str::<Day>(&serde_json::to_string(&any).unwrap()).unwrap(), any);
        }

        #[test]
        fn days_until_undoes_plus_days(from in 0..3_000_000_i32, step in -300_000..300_000_i32) {
            let from = Day::FIRST.plus_days(from.max(300_000));
            prop_assert_eq!(from.days_until(from.plus_days(step)), step);
        }

        #[test]
        fn the_text_sorts_like_the_day(a in 0..3_652_058_i32, b in 0..3_652_058_i32) {
            let (a, b) = (Day::FIRST.plus_days(a), Day::FIRST.plus_days(b));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC*") {
            let _ = text.parse::<Day>();
        }
    }

    #[test]
    fn a_day_is_ten_characters_in_json() {
        assert_eq!(serde_json::to_string(&day("2026-11-24")).unwrap(), "\"2026-11-24\"");
    }

    #[test]
    fn the_calendar_refuses_days_it_does_not_have() {
        assert_eq!("2026-11-31".parse::<Day>(), Err(NotADay::Absent { year: 2026, month: 11, day: 31 }));
        assert_eq!("2027-02-29".parse::<Day>(), Err(NotADay::Absent { year: 2027, month: 2, day: 29 }));
        assert!("2028-02-29".parse::<Day>().is_ok());
        assert!(serde_json::from_str::<Day>("\"2026-02-30\"").is_err());
    }

    #[test]
    fn only_the_exact_form_is_read() {
        for text in [
            "",
            "2026-1-1",
            "20261124",
            "2026/11/24",
            " 2026-11-24",
            "2026-11-24T00:00",
            "２０２６-11-24",
            "-026-11-24",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotADay::Form(text.to_owned())), "{text:?}");
        }
        assert!("0000-01-01".parse::<Day>().is_err());
    }

    #[test]
    fn a_month_later_is_the_same_day_or_the_last_of_a_shorter_month() {
        assert_eq!(day("2026-11-24").plus_months(12), day("2027-11-24"));
        assert_eq!(day("2027-01-31").plus_months(1), day("2027-02-28"));
        assert_eq!(day("2028-01-31").plus_months(1), day("2028-02-29"));
        assert_eq!(Day::LAST.plus_months(u32::MAX), Day::LAST);
    }

    #[test]
    fn the_24th_of_november_2026_is_a_tuesday() {
        assert_eq!(day("2026-11-24").weekday(), Weekday::Tuesday);
    }

    #[test]
    fn the_ends_of_the_calendar_hold() {
        assert_eq!(Day::LAST.next(), Day::LAST);
        assert_eq!(Day::FIRST.previous(), Day::FIRST);
        assert_eq!(Day::FIRST.plus_days(i32::MAX), Day::LAST);
        assert_eq!(Day::LAST.plus_days(i32::MIN), Day::FIRST);
    }
}
