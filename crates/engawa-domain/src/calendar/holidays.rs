//! Japanese national holidays: the published list from 1955, and a prediction for the years it does not reach.
//!
//! The list is data (`holidays.csv`). Later years follow from the law as it stands since 2022; the government fixes
//! the equinoxes only in the February before, and one-off laws move days, so those years are marked
//! [`Certainty::Predicted`]. Years before 1955 have no holidays here: no contract is that old.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::Day;
use crate::rules::Text;

/// The last year of the published list.
pub const LAST_OFFICIAL_YEAR: i16 = 2027;

/// Whether something about the calendar is published, or computed from the law as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Published.
    Official,
    /// Computed for a year whose list is not published yet.
    Predicted,
}

impl Certainty {
    /// How certain this year's holidays are.
    pub fn of_year(year: i16) -> Self {
        if year <= LAST_OFFICIAL_YEAR { Self::Official } else { Self::Predicted }
    }
}

/// A national holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub day: Day,
    /// Its name in the law; 振替休日 and 国民の休日 for the days the law only calls 休日.
    pub ja: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// Whether it is published.
    pub certainty: Certainty,
}

impl Holiday {
    /// The name in every language of the app.
    pub fn name(&self) -> Text {
        Text { ja: self.ja.to_owned(), en: self.en.to_owned() }
    }
}

/// The holiday on this day, if it is one.
pub fn on(day: Day) -> Option<Holiday> {
    let ja = match Certainty::of_year(day.year()) {
        Certainty::Official => published(day)?,
        Certainty::Predicted => predicted(day)?,
    };
    Some(named(day, ja))
}

/// The holidays of a year, in order.
pub fn in_year(year: i16) -> Vec<Holiday> {
    let Ok(first) = Day::new(year, 1, 1) else {
        return Vec::new();
    };
    (0..366).map(|offset| first.plus_days(offset)).filter(|day| day.year() == year).filter_map(on).collect()
}

fn named(day: Day, ja: &'static str) -> Holiday {
    let en = NAMES.get(ja).copied().unwrap_or(ja);
    Holiday { day, ja, en, certainty: Certainty::of_year(day.year()) }
}

static NAMES: LazyLock<BTreeMap<&'static str, &'static str>> =
    LazyLock::new(|| rows(include_str!("holiday-names.csv")).collect());

/// The published list, in order. A test holds that every row can be read.
static PUBLISHED: LazyLock<Vec<(Day, &'static str)>> = LazyLock::new(|| {
    rows(include_str!("holidays.csv")).filter_map(|(day, name)| Some((day.parse().ok()?, name))).collect()
});

fn rows(csv: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    csv.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(','))
}

fn published(day: Day) -> Option<&'static str> {
    let at = PUBLISHED.binary_search_by_key(&day, |(listed, _)| *listed).ok()?;
    PUBLISHED.get(at).map(|(_, name)| *name)
}

/// The holiday the law as it stands gives this day: Articles 2 and 3 of 国民の祝日に関する法律.
fn predicted(day: Day) -> Option<&'static str> {
    if let Some(name) = named_by_law(day) {
        return Some(name);
    }
    // Article 3 (2): a holiday on a Sunday moves to the next day that is none. The days in between are holidays
    // themselves, so it is enough to walk back over them until a Sunday turns up.
    let mut before = day.previous();
    while named_by_law(before).is_some() {
        if before.weekday() == Weekday::Sunday {
            return Some("振替休日");
        }
        before = before.previous();
    }
    // Article 3 (3): a day between two holidays. (2) goes first.
    (named_by_law(day.previous()).is_some() && named_by_law(day.next()).is_some()).then_some("国民の休日")
}

/// Article 2: the holidays that have a name.
fn named_by_law(day: Day) -> Option<&'static str> {
    let year = day.year();
    // The nth Monday of a month falls on the 7 days that end with 7n.
    let monday = |nth: i8| day.weekday() == Weekday::Monday && (day.day_of_month() + 6) / 7 == nth;
    match (day.month(), day.day_of_month()) {
        (1, 1) => Some("元日"),
        (1, _) if monday(2) => Some("成人の日"),
        (2, 11) => Some("建国記念の日"),
        (2, 23) => Some("天皇誕生日"),
        (3, date) if date == equinox(year, VERNAL) => Some("春分の日"),
        (4, 29) => Some("昭和の日"),
        (5, 3) => Some("憲法記念日"),
        (5, 4) => Some("みどりの日"),
        (5, 5) => Some("こどもの日"),
        (7, _) if monday(3) => Some("海の日"),
        (8, 11) => Some("山の日"),
        (9, _) if monday(3) => Some("敬老の日"),
        (9, date) if date == equinox(year, AUTUMNAL) => Some("秋分の日"),
        (10, _) if monday(2) => Some("スポーツの日"),
        (11, 3) => Some("文化の日"),
        (11, 23) => Some("勤労感謝の日"),
        _ => None,
    }
}

/// Day of March of the vernal equinox of 1980 in Japan, in millionths of a day (the usual approximation).
const VERNAL: i64 = 20_843_100;
/// Day of September of the autumnal equinox of 1980.
const AUTUMNAL: i64 = 23_248_800;

/// The day of the month of an equinox: the tropical year is 0.242194 days longer than 365, and each leap day since
/// 1980 takes one back. Good for 1980 to 2150 or so; a prediction in any case.
fn equinox(year: i16, in_1980: i64) -> i8 {
    let year = i64::from(year);
    let leap_days = |y: i64| y / 4 - y / 100 + y / 400;
    let millionths = in_1980 + 242_194 * (year - 1980) - 1_000_000 * (leap_days(year) - leap_days(1980));
    i8::try_from(millionths.div_euclid(1_000_000)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn days_of(year: i16) -> Vec<String> {
        in_year(year).iter().map(|h| h.day.to_string()[5..].to_owned()).collect()
    }

    #[test]
    fn the_official_list_of_2026_has_18_days_with_these_names() {
        let listed: Vec<_> =
            in_year(2026).iter().map(|h| format!("{} {}", &h.day.to_string()[5..], h.ja)).collect();
        assert_eq!(
            listed,
            [
                "01-01 元日",
                "01-12 成人の日",
                "02-11 建国記念の日",
                "02-23 天皇誕生日",
                "03-20 春分の日",
                "04-29 昭和の日",
                "05-03 憲法記念日",
                "05-04 みどりの日",
                "05-05 こどもの日",
                "05-06 振替休日",
                "07-20 海の日",
                "08-11 山の日",
                "09-21 敬老の日",
                "09-22 国民の休日",
                "09-23 秋分の日",
                "10-12 スポーツの日",
                "11-03 文化の日",
                "11-23 勤労感謝の日",
            ]
        );
    }

    #[test]
    fn the_official_list_of_2027_has_17_days() {
        assert_eq!(
            days_of(2027),
            [
                "01-01", "01-11", "02-11", "02-23", "03-21", "03-22", "04-29", "05-03", "05-04", "05-05",
                "07-19", "08-11", "09-20", "09-23", "10-11", "11-03", "11-23"
            ]
        );
    }

    #[test]
    fn in_2025_both_the_birthday_on_a_sunday_and_the_monday_after_are_holidays() {
        assert_eq!(on(day("2025-02-23")).unwrap().ja, "天皇誕生日");
        assert_eq!(on(day("2025-02-24")).unwrap().ja, "振替休日");
    }

    #[test]
    fn the_one_offs_of_the_law_are_in_the_list() {
        // 2019: accession, with a 休日 on either side of it, and the enthronement; no 天皇誕生日 that year.
        let spring_2019: Vec<_> =
            in_year(2019).iter().filter(|h| (4..=5).contains(&h.day.month())).map(|h| h.ja).collect();
        assert_eq!(
            spring_2019,
            [
                "昭和の日",
                "国民の休日",
                "天皇の即位の日",
                "国民の休日",
                "憲法記念日",
                "みどりの日",
                "こどもの日",
                "振替休日"
            ]
        );
        assert_eq!(on(day("2019-10-22")).unwrap().ja, "即位礼正殿の儀の行われる日");
        assert_eq!(on(day("2019-12-23")), None);
        assert_eq!(on(day("2019-02-23")), None);
        // 2020 and 2021: moved for the Olympic games.
        for (moved, name) in [
            ("2020-07-23", "海の日"),
            ("2020-07-24", "スポーツの日"),
            ("2020-08-10", "山の日"),
            ("2021-07-22", "海の日"),
            ("2021-07-23", "スポーツの日"),
            ("2021-08-08", "山の日"),
            ("2021-08-09", "振替休日"),
        ] {
            assert_eq!(on(day(moved)).map(|h| h.ja), Some(name), "{moved}");
        }
        for empty in ["2020-07-20", "2020-08-11", "2020-10-12", "2021-07-19", "2021-08-11", "2021-10-11"] {
            assert_eq!(on(day(empty)), None, "{empty}");
        }
        // The imperial events before.
        for event in ["1959-04-10", "1989-02-24", "1990-11-12", "1993-06-09"] {
            assert!(on(day(event)).is_some(), "{event}");
        }
    }

    #[test]
    fn substitute_holidays_begin_in_april_1973_and_days_between_in_december_1985() {
        assert_eq!(on(day("1973-02-12")), None, "1973-02-11 was a Sunday, two months before the amendment");
        assert_eq!(on(day("1973-04-30")).unwrap().ja, "振替休日");
        assert_eq!(on(day("1985-05-04")), None);
        assert_eq!(on(day("1988-05-04")).unwrap().ja, "国民の休日");
    }

    #[test]
    fn every_row_of_the_list_is_read_in_order_and_has_an_english_name() {
        let written = include_str!("holidays.csv").lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(PUBLISHED.len(), written);
        assert_eq!(written, 1_067);
        assert!(PUBLISHED.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(PUBLISHED.first().unwrap().0, day("1955-01-01"));
        assert_eq!(PUBLISHED.last().unwrap().0, day("2027-11-23"));
        for (listed, name) in PUBLISHED.iter() {
            assert!(NAMES.contains_key(name), "{listed} {name}");
        }
        assert_eq!(on(day("2026-11-23")).unwrap().en, "Labour Thanksgiving Day");
    }

    #[test]
    fn the_law_as_it_stands_gives_the_whole_list_since_2022() {
        for year in 2022..=LAST_OFFICIAL_YEAR {
            for holiday_or_not in every_day_of(year) {
                assert_eq!(predicted(holiday_or_not), published(holiday_or_not), "{holiday_or_not}");
            }
        }
    }

    #[test]
    fn from_2007_the_law_as_it_stands_differs_from_the_list_only_where_the_law_was_changed_or_set_aside() {
        for year in 2007..2022_i16 {
            for d in every_day_of(year) {
                // 天皇誕生日 moved from December to February in 2020, 山の日 came in 2016, 体育の日 was renamed, and the
                // one-offs of 2019 to 2021 fell in April, May, July, August and October.
                let changed = match (year, d.month()) {
                    (_, 2 | 12) => year < 2020,
                    (2007..=2015 | 2020 | 2021, 8) | (2019, 4 | 5) | (2020 | 2021, 7) | (_, 10) => true,
                    _ => false,
                };
                if !changed {
                    assert_eq!(predicted(d), published(d), "{d}");
                }
            }
        }
    }

    #[test]
    fn the_computed_equinoxes_are_the_published_ones_since_1980() {
        for year in 1980..=LAST_OFFICIAL_YEAR {
            assert_eq!(
                published(Day::new(year, 3, equinox(year, VERNAL)).unwrap()),
                Some("春分の日"),
                "{year}"
            );
            assert_eq!(
                published(Day::new(year, 9, equinox(year, AUTUMNAL)).unwrap()),
                Some("秋分の日"),
                "{year}"
            );
        }
    }

    #[test]
    fn years_beyond_the_list_are_predicted_and_say_so() {
        let holidays: Vec<_> = (2028..=2100).flat_map(in_year).collect();
        assert!(holidays.iter().all(|h| h.certainty == Certainty::Predicted));
        for year in 2028..=2100 {
            let listed = in_year(year);
            let called = |name: &str| listed.iter().filter(|h| h.ja == name).count();
            let on_sundays = listed.iter().filter(|h| h.day.weekday() == Weekday::Sunday).count();
            assert_eq!(
                called("振替休日"),
                on_sundays,
                "{year}: each holiday on a Sunday moves once, and nothing else does"
            );
            assert_eq!(
                listed.len() - called("振替休日") - called("国民の休日"),
                16,
                "{year}: the law names 16"
            );
        }
        // 2032-09-21 lies between 敬老の日 (09-20) and 秋分の日 (09-22): 国民の休日.
        assert_eq!(on(day("2032-09-21")).map(|h| h.ja), Some("国民の休日"));
        // 2050: 元日 is a Saturday, 憲法記念日 a Tuesday; 山の日 a Thursday.
        assert_eq!(on(day("2050-11-23")).map(|h| h.certainty), Some(Certainty::Predicted));
        assert_eq!(on(day("2026-11-23")).map(|h| h.certainty), Some(Certainty::Official));
    }

    #[test]
    fn before_the_list_and_at_the_ends_of_the_calendar_nothing_is_claimed_and_nothing_breaks() {
        assert_eq!(on(day("1954-01-01")), None);
        assert_eq!(on(Day::FIRST), None);
        assert_eq!(on(Day::LAST), None);
        assert!(in_year(0).is_empty());
    }

    fn every_day_of(year: i16) -> impl Iterator<Item = Day> {
        let first = Day::new(year, 1, 1).unwrap();
        (0..366).map(move |offset| first.plus_days(offset)).filter(move |d| d.year() == year)
    }
}
