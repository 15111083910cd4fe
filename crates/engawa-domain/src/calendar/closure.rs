//! Days of every year on which an office is closed.

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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
        if self.from <= self.to {
            self.from <= day && day <= self.to
        } else {
            self.from <= day || day <= self.to
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closure(from: &str, to: &str) -> Closure {
        let name = Text { ja: "休業".to_owned(), en: "closed".to_owned() };
        Closure { name, from: from.parse().unwrap(), to: to.parse().unwrap() }
    }

    #[test]
    fn a_closure_may_run_over_the_years_end() {
        let banks = closure("12-31", "01-03");
        for (day, closed) in
            [("2026-12-30", false), ("2026-12-31", true), ("2027-01-03", true), ("2027-01-04", false)]
        {
            assert_eq!(banks.covers(day.parse().unwrap()), closed, "{day}");
        }
    }

    #[test]
    fn a_closure_within_the_year_covers_both_its_ends() {
        let summer = closure("08-13", "08-15");
        for (day, closed) in
            [("2026-08-12", false), ("2026-08-13", true), ("2026-08-15", true), ("2026-08-16", false)]
        {
            assert_eq!(summer.covers(day.parse().unwrap()), closed, "{day}");
        }
        assert!(closure("08-13", "08-13").covers("2026-08-13".parse().unwrap()));
    }

    #[test]
    fn the_29th_of_february_is_a_day_of_the_year_and_the_30th_is_not() {
        assert_eq!("02-29".parse::<MonthDay>().unwrap().to_string(), "02-29");
        for text in ["02-30", "13-01", "2-9", "", "12-31 "] {
            assert_eq!(text.parse::<MonthDay>(), Err(NoSuchMonthDay(text.to_owned())), "{text:?}");
        }
    }
}
