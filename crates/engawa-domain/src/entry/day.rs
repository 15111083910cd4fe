//! Days as people type them.

use thiserror::Error;

use super::{date, relative, vocabulary};
use crate::calendar::{BusinessCalendar, Day, Era, Weekday};

/// Why a text is read as no day. Each variant carries what a message needs, and the days to offer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DayRefused {
    /// Nothing of it makes sense as a day.
    #[error("not a day: {typed:?}")]
    Unreadable {
        /// What was typed.
        typed: String,
    },
    /// The month has fewer days.
    #[error("{year}-{month:02} has no day {day}, only {last}")]
    NoSuchDay {
        /// The year meant.
        year: i16,
        /// The month meant.
        month: i8,
        /// The day of the month that was typed.
        day: i8,
        /// How many days that month has.
        last: i8,
        /// The last day of the month and the first of the next; for a day 0 the first of the month and the one before.
        repairs: Vec<Day>,
    },
    /// The year has twelve months.
    #[error("there is no month {month}")]
    NoSuchMonth {
        /// The month that was typed.
        month: i8,
        /// Month and day the other way round, where that exists.
        repairs: Vec<Day>,
    },
    /// The day falls on another weekday than the one beside it.
    #[error("{day} is no {typed:?}")]
    OtherWeekday {
        /// The day.
        day: Day,
        /// The weekday that was typed.
        typed: Weekday,
        /// The day itself, and the nearest one with that weekday.
        repairs: Vec<Day>,
    },
    /// The text may mean several days.
    #[error("may mean any of {repairs:?}")]
    SeveralMeant {
        /// Which, the likeliest first.
        repairs: Vec<Day>,
    },
    /// The era had not begun on that day.
    #[error("the era {} had not begun", .era.name())]
    BeforeTheEra {
        /// The era.
        era: Era,
        /// The first day of the era.
        repairs: Vec<Day>,
    },
    /// It lies beyond the days this program knows.
    #[error("beyond the year 9999 or before the year 1")]
    OutOfReach,
}

impl DayRefused {
    /// The days to offer instead, the likeliest first.
    pub fn repairs(&self) -> &[Day] {
        match self {
            Self::Unreadable { .. } | Self::OutOfReach => &[],
            Self::NoSuchDay { repairs, .. }
            | Self::NoSuchMonth { repairs, .. }
            | Self::OtherWeekday { repairs, .. }
            | Self::SeveralMeant { repairs }
            | Self::BeforeTheEra { repairs, .. } => repairs,
        }
    }
}

/// The day meant by a text, seen from `today`; `None` for an empty text. Business days (+2営業日) are counted without
/// closures; [`day_counting`] knows those of a platform.
///
/// - with a year: `2026-11-24`, `2026/11/24`, `2026年11月24日`, `20261124`, `24 Nov 2026`, `令和8年11月24日`, `R8.11.24`;
/// - without a year: `11/24`, `11月24日`, `Nov 24` is the nearest such day, past or coming; `24日` likewise;
/// - `今日`, `あさって`, `+3日`, `2週間後`, `+2営業日`, `月末`, `tomorrow`, `3 days ago`;
/// - `金曜` is the coming Friday (today is one), `来週金曜` that of the next week; weeks begin on Monday.
///
/// A weekday beside a date, `11/24(火)`, is checked.
pub fn day(text: &str, today: Day) -> Result<Option<Day>, DayRefused> {
    day_counting(text, today, &BusinessCalendar::weekends_and_holidays())
}

/// [`day`], with business days counted by this calendar.
pub fn day_counting(text: &str, today: Day, calendar: &BusinessCalendar) -> Result<Option<Day>, DayRefused> {
    let typed = vocabulary::compact(text);
    if typed.is_empty() {
        return Ok(None);
    }
    if vocabulary::is_too_long(&typed) {
        return Err(DayRefused::Unreadable { typed: text.trim().to_owned() });
    }
    if let Some(day) = relative::day(&typed, today, calendar)? {
        return Ok(Some(day));
    }
    let (weekday, date) = without_weekday(&typed);
    let day =
        date::day(date, today)?.ok_or_else(|| DayRefused::Unreadable { typed: text.trim().to_owned() })?;
    match weekday {
        Some(typed) if day.weekday() != typed => {
            Err(DayRefused::OtherWeekday { day, typed, repairs: vec![day, nearest(typed, day)] })
        }
        _ => Ok(Some(day)),
    }
}

/// The weekday beside a date, `11/24(火)`, `11/24火曜`, `Tue, 24 Nov`, and the date without it.
fn without_weekday(typed: &str) -> (Option<Weekday>, &str) {
    let bracketed = typed.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    if let Some((date, inside)) = bracketed
        && let Some(weekday) = relative::weekday(inside)
    {
        return (Some(weekday), date);
    }
    if let Some((days, rest)) = vocabulary::prefix("weekday", typed) {
        let rest = rest.trim_start_matches([',', '.']);
        if rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return (relative::weekday_of(days), rest);
        }
    }
    if let Some((days, rest)) = vocabulary::suffix("weekday", typed) {
        let date = rest.trim_end_matches([',', '.']);
        // The 日 of 11月24日 is the letter of Sunday as well; there it means the day.
        let is_day = typed.strip_suffix('日') == Some(rest);
        if !is_day && date.ends_with(|c: char| c.is_ascii_digit() || c == '日') {
            return (relative::weekday_of(days), date);
        }
    }
    (None, typed)
}

/// The day with this weekday that is nearest to `day`, at most three days away.
fn nearest(weekday: Weekday, day: Day) -> Day {
    let ahead = i32::from(day.weekday().until(weekday));
    day.plus_days(if ahead > 3 { ahead - 7 } else { ahead })
}

#[cfg(test)]
#[path = "day_tests.rs"]
mod tests;
