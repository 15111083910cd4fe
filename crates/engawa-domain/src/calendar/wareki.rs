//! 和暦: years counted by era.

use std::fmt;

use thiserror::Error;

use super::{Day, NotADay};

/// An era of the Japanese calendar since the country uses the Gregorian one (1873).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Era {
    /// 明治, 1868.
    Meiji,
    /// 大正, from 1912-07-30.
    Taisho,
    /// 昭和, from 1926-12-25.
    Showa,
    /// 平成, from 1989-01-08.
    Heisei,
    /// 令和, from 2019-05-01.
    Reiwa,
}

impl Era {
    /// The eras, oldest first.
    pub const ALL: [Self; 5] = [Self::Meiji, Self::Taisho, Self::Showa, Self::Heisei, Self::Reiwa];

    /// The name: 令和.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Meiji => "明治",
            Self::Taisho => "大正",
            Self::Showa => "昭和",
            Self::Heisei => "平成",
            Self::Reiwa => "令和",
        }
    }

    /// The letter used on forms: R.
    pub const fn letter(self) -> char {
        match self {
            Self::Meiji => 'M',
            Self::Taisho => 'T',
            Self::Showa => 'S',
            Self::Heisei => 'H',
            Self::Reiwa => 'R',
        }
    }

    /// The year of the common era that is this era's first.
    pub const fn first_year(self) -> i16 {
        match self {
            Self::Meiji => 1868,
            Self::Taisho => 1912,
            Self::Showa => 1926,
            Self::Heisei => 1989,
            Self::Reiwa => 2019,
        }
    }

    /// The first day of the era (明治: of the Gregorian calendar, 1873-01-01).
    pub fn first_day(self) -> Day {
        let (year, month, day) = self.begins();
        Day::new(year, month, day).unwrap_or(Day::FIRST)
    }

    /// Year, month and day on which the era begins.
    const fn begins(self) -> (i16, i8, i8) {
        match self {
            Self::Meiji => (1873, 1, 1),
            Self::Taisho => (1912, 7, 30),
            Self::Showa => (1926, 12, 25),
            Self::Heisei => (1989, 1, 8),
            Self::Reiwa => (2019, 5, 1),
        }
    }

    fn has_begun_by(self, day: Day) -> bool {
        day >= self.first_day()
    }
}

/// A day with its year counted by era. `Display` writes `令和8年11月23日`, the first year as 元年;
/// `{:#}` writes the short form of papers, `R08.11.23`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wareki {
    era: Era,
    day: Day,
}

/// Why a 和暦 date is none.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoSuchWareki {
    /// The era had not begun on that day.
    #[error("the era {} begins later", .0.name())]
    BeforeTheEra(Era),
    /// Eras have no year 0, and none has lasted 200 years.
    #[error("no era has a year {0}")]
    Year(u16),
    /// The calendar has no such day.
    #[error(transparent)]
    Day(#[from] NotADay),
}

impl Wareki {
    /// The 和暦 date of a day; `None` before 1873, when another calendar was in use.
    pub fn of(day: Day) -> Option<Self> {
        let era = Era::ALL.into_iter().rev().find(|era| era.has_begun_by(day))?;
        Some(Self { era, day })
    }

    /// The day meant by a 和暦 date. A year beyond the end of its era is read on (平成32年 is 2020), because papers
    /// printed before a change of era keep such dates; a day before its era is refused.
    pub fn read(era: Era, year: u16, month: i8, day: i8) -> Result<Day, NoSuchWareki> {
        if year == 0 || year > 200 {
            return Err(NoSuchWareki::Year(year));
        }
        let year = i16::try_from(year).map_err(|_| NoSuchWareki::Year(year))? + era.first_year() - 1;
        let meant = Day::new(year, month, day)?;
        if era.has_begun_by(meant) { Ok(meant) } else { Err(NoSuchWareki::BeforeTheEra(era)) }
    }

    /// The era.
    pub const fn era(&self) -> Era {
        self.era
    }

    /// The year of the era, from 1.
    pub fn year(&self) -> i16 {
        self.day.year() - self.era.first_year() + 1
    }

    /// Era and year alone: 令和8年, 平成元年.
    pub fn era_and_year(&self) -> String {
        match self.year() {
            1 => format!("{}元年", self.era.name()),
            year => format!("{}{year}年", self.era.name()),
        }
    }
}

impl fmt::Display for Wareki {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (month, day) = (self.day.month(), self.day.day_of_month());
        if f.alternate() {
            write!(f, "{}{:02}.{month:02}.{day:02}", self.era.letter(), self.year())
        } else {
            write!(f, "{}{month}月{day}日", self.era_and_year())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn days_have_the_years_of_the_oracles() {
        for (id, date, year) in [
            ("H-19", "1989-01-08", "平成元年"),
            ("H-20", "2019-04-30", "平成31年"),
            ("H-21", "2019-05-01", "令和元年"),
            ("H-22", "2020-01-01", "令和2年"),
            ("H-23", "2026-11-23", "令和8年"),
        ] {
            assert_eq!(Wareki::of(day(date)).unwrap().era_and_year(), year, "{id}");
        }
    }

    #[test]
    fn a_day_is_written_long_for_reading_and_short_for_papers() {
        let date = Wareki::of(day("2026-11-23")).unwrap();
        assert_eq!(date.to_string(), "令和8年11月23日");
        assert_eq!(format!("{date:#}"), "R08.11.23", "H-23");
    }

    #[test]
    fn eras_change_on_the_right_day() {
        for (last, first, before, after) in [
            ("1912-07-29", "1912-07-30", "明治45年", "大正元年"),
            ("1926-12-24", "1926-12-25", "大正15年", "昭和元年"),
            ("1989-01-07", "1989-01-08", "昭和64年", "平成元年"),
        ] {
            assert_eq!(Wareki::of(day(last)).unwrap().era_and_year(), before);
            assert_eq!(Wareki::of(day(first)).unwrap().era_and_year(), after);
            assert_eq!(Wareki::of(day(first)).unwrap().era().first_day(), day(first));
        }
        assert_eq!(Wareki::of(day("1872-12-31")), None);
    }

    #[test]
    fn an_old_paper_may_run_beyond_its_era_but_not_before_it() {
        assert_eq!(Wareki::read(Era::Heisei, 32, 4, 1), Ok(day("2020-04-01")));
        assert_eq!(Wareki::read(Era::Reiwa, 1, 4, 30), Err(NoSuchWareki::BeforeTheEra(Era::Reiwa)));
        assert_eq!(Wareki::read(Era::Reiwa, 0, 4, 30), Err(NoSuchWareki::Year(0)));
        assert!(matches!(Wareki::read(Era::Reiwa, 8, 2, 30), Err(NoSuchWareki::Day(_))));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(offset in 0..100_000_i32) {
            let any = day("1873-01-01").plus_days(offset);
            let date = Wareki::of(any).unwrap();
            let year = u16::try_from(date.year()).unwrap();
            prop_assume!(year <= 200);
            prop_assert_eq!(Wareki::read(date.era(), year, any.month(), any.day_of_month()), Ok(any));
        }
    }
}
