//! Business days of a platform.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use specta::Type;
use thiserror::Error;

use super::Day;
use crate::as_text::as_text;
use crate::rules::Text;

/// A day of every year: `12-31`. February has 29 days here; a closure that names the 29th simply has no such day in
/// most years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Type)]
#[specta(type = String)]
pub struct MonthDay {
    month: i8,
    day: i8,
}

as_text!(MonthDay);

/// No year has this day.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a day of the year of the form 12-31: {0:?}")]
pub struct NoSuchMonthDay(pub String);

impl MonthDay {
    /// The day with this month (1 to 12) and day of the month.
    pub fn new(month: i8, day: i8) -> Result<Self, NoSuchMonthDay> {
        // 2000 is a leap year: what exists there exists in some year.
        Day::new(2000, month, day)
            .map(|_| Self { month, day })
            .map_err(|_| NoSuchMonthDay(format!("{month:02}-{day:02}")))
    }

    fn of(day: Day) -> Self {
        Self { month: day.month(), day: day.day_of_month() }
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl FromStr for MonthDay {
    type Err = NoSuchMonthDay;

    fn from_str(text: &str) -> Result<Self, NoSuchMonthDay> {
        format!("2000-{text}").parse().map(Self::of).map_err(|_| NoSuchMonthDay(text.to_owned()))
    }
}

/// Days of every year on which an office is closed, such as banks from 12-31 to 01-03.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// What it is called.
    pub name: Text,
    /// The first closed day.
    pub from: MonthDay,
    /// The last closed day; if it stands before `from` in the year, the closure runs over the year's end.
    pub to: MonthDay,
}

impl Closure {
    /// Whether the office is closed on this day.
    pub fn covers(&self, day: Day) -> bool {
        let day = MonthDay::of(day);
        if self.from <= self.to { self.from <= day && day <= self.to } else { self.from <= day || day <= self.to }
    }
}

/// One day of a count, and what it was taken for: 「23日は勤労感謝の日のため数えません」.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DayStep {
    /// The day.
    pub day: Day,
    /// Whether it counts, or why not.
    pub role: DayRole,
}

/// Whether a day counts as a business day, or why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DayRole {
    /// It is the `nth` business day of the count, from 1.
    Counted {
        /// Its number.
        nth: u32,
    },
    /// A Saturday or Sunday.
    Weekend,
    /// A national holiday.
    Holiday {
        /// Its name.
        name: Text,
        /// Whether it is in the official list.
        certainty: Certainty,
    },
    /// The office is closed.
    Closure {
        /// What the closure is called.
        name: Text,
    },
}

/// Whether a holiday is in the official list or computed from the law as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Published.
    Official,
    /// Computed for a year whose list is not published yet.
    Predicted,
}
