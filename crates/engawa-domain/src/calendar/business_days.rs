//! Business days of a platform, counted so that the count can be shown.

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};
use specta::Type;
use thiserror::Error;

use super::holidays::{self, Certainty};
use super::{Closure, Day};
use crate::rules::Text;

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

/// A count of business days: where it ends, and every day it looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Counted {
    /// The last day of the count.
    pub due: Day,
    /// Every day after the start up to and including `due`, in order.
    pub steps: Vec<DayStep>,
    /// Whether a year was crossed whose holidays are not published yet.
    pub certainty: Certainty,
}

/// Which days count: not Saturdays and Sundays, not national holidays, not the closures of the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(try_from = "Vec<Closure>", into = "Vec<Closure>")]
#[specta(type = Vec<Closure>)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BusinessCalendar {
    closures: Vec<Closure>,
}

impl TryFrom<Vec<Closure>> for BusinessCalendar {
    type Error = NeverOpen;

    fn try_from(closures: Vec<Closure>) -> Result<Self, NeverOpen> {
        Self::new(closures)
    }
}

impl From<BusinessCalendar> for Vec<Closure> {
    fn from(calendar: BusinessCalendar) -> Self {
        calendar.closures
    }
}

/// The closures leave no fortnight of the year open, so a count might never end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the closures leave no 14 days of the year open in a row")]
pub struct NeverOpen;

/// A fortnight always holds a business day: the longest run of holidays and weekends since 1955 had ten days (2019).
const OPEN_IN_A_ROW: usize = 14;

impl BusinessCalendar {
    /// The calendar with these closures beside weekends and national holidays.
    pub fn new(closures: Vec<Closure>) -> Result<Self, NeverOpen> {
        let leap_year = (0..366).filter_map(|offset| Some(Day::new(2000, 1, 1).ok()?.plus_days(offset)));
        let open: Vec<bool> =
            leap_year.map(|day| !closures.iter().any(|closure| closure.covers(day))).collect();
        let twice = open.iter().chain(&open); // a stretch may run over the year's end
        let mut run = 0;
        for is_open in twice {
            run = if *is_open { run + 1 } else { 0 };
            if run >= OPEN_IN_A_ROW {
                return Ok(Self { closures });
            }
        }
        Err(NeverOpen)
    }

    /// The calendar without closures.
    pub const fn weekends_and_holidays() -> Self {
        Self { closures: Vec::new() }
    }

    /// Whether this is a business day.
    pub fn is_open(&self, day: Day) -> bool {
        !is_weekend(day)
            && holidays::on(day).is_none()
            && !self.closures.iter().any(|closure| closure.covers(day))
    }

    /// Why this is no business day; `None` if it is one. Where several reasons hold, the plainest is given: weekend,
    /// then holiday, then closure.
    pub fn why_closed(&self, day: Day) -> Option<DayRole> {
        if is_weekend(day) {
            return Some(DayRole::Weekend);
        }
        if let Some(holiday) = holidays::on(day) {
            return Some(DayRole::Holiday { name: holiday.name(), certainty: holiday.certainty });
        }
        let closure = self.closures.iter().find(|closure| closure.covers(day))?;
        Some(DayRole::Closure { name: closure.name.clone() })
    }

    /// The `n`th business day after `from`; `from` itself never counts. No business days after a day is that day, open
    /// or not. The count stops at [`Day::LAST`].
    pub fn add(&self, from: Day, n: u32) -> Counted {
        let mut steps = Vec::new();
        let mut due = from;
        let mut counted = 0;
        while counted < n && due < Day::LAST {
            due = due.next();
            let role = self.why_closed(due).unwrap_or_else(|| {
                counted += 1;
                DayRole::Counted { nth: counted }
            });
            steps.push(DayStep { day: due, role });
        }
        Counted { due, steps, certainty: Certainty::of_year(due.year()) }
    }

    /// The first business day that is not before `day`; a business day is its own.
    pub fn next_on_or_after(&self, day: Day) -> Day {
        let mut day = day;
        while !self.is_open(day) && day < Day::LAST {
            day = day.next();
        }
        day
    }

    /// The last business day that is not after `day`; a business day is its own.
    pub fn previous_on_or_before(&self, day: Day) -> Day {
        let mut day = day;
        while !self.is_open(day) && day > Day::FIRST {
            day = day.previous();
        }
        day
    }

    /// How many business days there are from `first` to `last`, both included; none if `last` is earlier.
    pub fn count(&self, first: Day, last: Day) -> u32 {
        let mut count = 0;
        let mut day = first;
        while day <= last {
            count += u32::from(self.is_open(day));
            if day == Day::LAST {
                break;
            }
            day = day.next();
        }
        count
    }
}

fn is_weekend(day: Day) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// [`BusinessCalendar::add`], the calendar last.
pub fn add_business_days(from: Day, n: u32, calendar: &BusinessCalendar) -> Counted {
    calendar.add(from, n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn year_end() -> Closure {
        Closure {
            name: Text { ja: "年末年始".to_owned(), en: "the turn of the year".to_owned() },
            from: "12-31".parse().unwrap(),
            to: "01-03".parse().unwrap(),
        }
    }

    /// Banks: 銀行法施行令 5条, closed from 12-31 to 01-03.
    fn bank() -> BusinessCalendar {
        BusinessCalendar::new(vec![year_end()]).unwrap()
    }

    #[test]
    fn bank_days_in_these_spans_are_as_many_as_the_oracles_say() {
        let plain = BusinessCalendar::weekends_and_holidays();
        for (id, first, last, bank_days, without_year_end) in [
            ("H-01", "2026-04-27", "2026-05-10", 6, 6),
            ("H-02", "2026-05-01", "2026-05-31", 18, 18),
            ("H-03", "2026-09-14", "2026-09-30", 10, 10),
            ("H-04", "2026-12-01", "2026-12-31", 22, 23),
            ("H-05", "2027-01-01", "2027-01-31", 19, 19),
            ("H-06", "2025-12-26", "2026-01-09", 8, 10),
            ("H-07", "2026-11-01", "2026-11-30", 19, 19),
            ("H-08", "2026-01-01", "2026-12-31", 242, 244),
            ("H-08", "2027-01-01", "2027-12-31", 244, 245),
        ] {
            assert_eq!(bank().count(day(first), day(last)), bank_days, "{id}");
            assert_eq!(plain.count(day(first), day(last)), without_year_end, "{id} without the closure");
        }
    }

    #[test]
    fn the_next_and_the_previous_bank_day_are_those_of_the_oracles() {
        for (id, from, after, before) in [
            ("H-09", "2026-05-06", "2026-05-07", "2026-05-01"),
            ("H-10", "2026-09-22", "2026-09-24", "2026-09-18"),
            ("H-11", "2026-11-23", "2026-11-24", "2026-11-20"),
            ("H-12", "2026-11-30", "2026-11-30", "2026-11-30"),
        ] {
            assert_eq!(bank().next_on_or_after(day(from)), day(after), "{id}");
            assert_eq!(bank().previous_on_or_before(day(from)), day(before), "{id}");
        }
    }

    #[test]
    fn a_payment_due_on_a_closed_day_moves_as_the_oracles_say() {
        for (id, due, next, days) in [
            ("D-21", "2026-10-31", "2026-11-02", 2),
            ("D-22", "2027-01-31", "2027-02-01", 1),
            ("D-23", "2026-05-02", "2026-05-07", 5),
            ("D-24", "2026-09-19", "2026-09-24", 5),
            ("D-25", "2027-05-01", "2027-05-06", 5),
        ] {
            assert_eq!(bank().next_on_or_after(day(due)), day(next), "{id}");
            assert_eq!(day(due).days_until(day(next)), days, "{id}");
        }
    }

    #[test]
    fn adding_bank_days_gives_the_days_of_the_oracles() {
        for (id, from, n, due) in [
            ("H-13", "2026-04-28", 1, "2026-04-30"),
            ("H-14", "2026-04-28", 2, "2026-05-01"),
            ("H-15", "2026-04-28", 5, "2026-05-11"),
            ("H-16", "2026-12-28", 3, "2027-01-04"),
            ("H-17", "2026-09-18", 1, "2026-09-24"),
            ("H-18", "2026-11-20", 1, "2026-11-24"),
        ] {
            assert_eq!(bank().add(day(from), n).due, day(due), "{id}");
        }
    }

    #[test]
    fn the_count_tells_each_day_and_why_it_does_not_count() {
        let counted = bank().add(day("2026-11-20"), 2);
        assert_eq!(counted.due, day("2026-11-25"));
        assert_eq!(
            counted.steps,
            [
                DayStep { day: day("2026-11-21"), role: DayRole::Weekend },
                DayStep { day: day("2026-11-22"), role: DayRole::Weekend },
                DayStep {
                    day: day("2026-11-23"),
                    role: DayRole::Holiday {
                        name: Text {
                            ja: "勤労感謝の日".to_owned(),
                            en: "Labour Thanksgiving Day".to_owned()
                        },
                        certainty: Certainty::Official,
                    },
                },
                DayStep { day: day("2026-11-24"), role: DayRole::Counted { nth: 1 } },
                DayStep { day: day("2026-11-25"), role: DayRole::Counted { nth: 2 } },
            ]
        );
    }

    #[test]
    fn over_the_turn_of_the_year_the_closure_and_the_holiday_are_told_apart() {
        let roles: Vec<_> = bank().add(day("2026-12-30"), 1).steps.into_iter().map(|s| s.role).collect();
        let name = year_end().name;
        assert_eq!(roles[0], DayRole::Closure { name }, "12-31");
        assert!(matches!(roles[1], DayRole::Holiday { .. }), "01-01");
        assert_eq!(roles[2..], [DayRole::Weekend, DayRole::Weekend, DayRole::Counted { nth: 1 }]);
    }

    #[test]
    fn a_count_that_reaches_an_unpublished_year_is_a_prediction() {
        assert_eq!(bank().add(day("2027-12-28"), 2).certainty, Certainty::Official);
        assert_eq!(bank().add(day("2027-12-28"), 3).certainty, Certainty::Predicted);
    }

    #[test]
    fn closures_that_leave_no_fortnight_open_are_refused() {
        let all_year = Closure { from: "01-01".parse().unwrap(), to: "12-31".parse().unwrap(), ..year_end() };
        let wrapped = Closure { from: "02-01".parse().unwrap(), to: "01-20".parse().unwrap(), ..year_end() };
        let thirteen = Closure { from: "02-01".parse().unwrap(), to: "01-18".parse().unwrap(), ..year_end() };
        assert_eq!(BusinessCalendar::new(vec![all_year]), Err(NeverOpen));
        assert_eq!(BusinessCalendar::new(vec![wrapped]), Err(NeverOpen), "only 01-21 to 01-31 is open");
        assert_eq!(BusinessCalendar::new(vec![thirteen]), Err(NeverOpen), "01-19 to 01-31 are 13 days");
        assert!(BusinessCalendar::new(vec![year_end()]).is_ok());
    }

    #[test]
    fn the_ends_of_the_calendar_end_every_count() {
        assert_eq!(bank().add(Day::LAST, 5).due, Day::LAST);
        assert_eq!(bank().next_on_or_after(Day::LAST), Day::LAST);
        assert!(bank().previous_on_or_before(Day::FIRST) == Day::FIRST);
        assert!(bank().count(Day::LAST, Day::LAST) <= 1);
    }

    fn any_closure() -> impl Strategy<Value = Closure> {
        (0..366_i32, 0..40_i32).prop_map(|(start, length)| {
            let first = day("2000-01-01").plus_days(start);
            let last = first.plus_days(length);
            let month_day = |d: Day| d.to_string()[5..].parse().unwrap();
            Closure { from: month_day(first), to: month_day(last), ..year_end() }
        })
    }

    fn any_day() -> impl Strategy<Value = Day> {
        (0..30_000_i32).prop_map(|offset| day("1970-01-01").plus_days(offset))
    }

    proptest! {
        #[test]
        fn adding_agrees_with_counting(from in any_day(), n in 1..40_u32, closure in any_closure()) {
            let calendar = BusinessCalendar::new(vec![closure]).unwrap();
            let counted = calendar.add(from, n);
            prop_assert!(calendar.is_open(counted.due));
            prop_assert_eq!(calendar.count(from.next(), counted.due), n);
            prop_assert_eq!(counted.steps.len(), usize::try_from(from.days_until(counted.due)).unwrap());
            prop_assert_eq!(&counted.steps.last().unwrap().role, &DayRole::Counted { nth: n });
        }

        #[test]
        fn counting_agrees_with_a_count_by_hand(first in any_day(), length in 0..400_i32) {
            let last = first.plus_days(length);
            // By hand: every day, less Saturdays and Sundays, less the listed holidays on weekdays, less 12-31 to 01-03.
            let by_hand = (0..=length)
                .map(|offset| first.plus_days(offset))
                .filter(|d| !["Saturday", "Sunday"].contains(&format!("{:?}", d.weekday()).as_str()))
                .filter(|d| !holidays::in_year(d.year()).iter().any(|h| h.day == *d))
                .filter(|d| !["12-31", "01-01", "01-02", "01-03"].contains(&&d.to_string()[5..]))
                .count();
            prop_assert_eq!(bank().count(first, last) as usize, by_hand);
        }

        #[test]
        fn next_and_previous_enclose_the_day_and_nothing_open_lies_between(from in any_day(), closure in any_closure()) {
            let calendar = BusinessCalendar::new(vec![closure]).unwrap();
            let (after, before) = (calendar.next_on_or_after(from), calendar.previous_on_or_before(from));
            prop_assert!(before <= from && from <= after);
            let open = u32::from(calendar.is_open(from));
            prop_assert_eq!(calendar.count(from, after), 1);
            prop_assert_eq!(calendar.count(before, after), 2 - open);
        }
    }
}
