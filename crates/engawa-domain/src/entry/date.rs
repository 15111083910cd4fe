//! Dates by their numbers.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::DayRefused;
use super::vocabulary::value;
use crate::calendar::{Day, Era, NoSuchWareki, Wareki};

/// The day written as a date; `None` if the text is no date.
pub(super) fn day(typed: &str, today: Day) -> Result<Option<Day>, DayRefused> {
    for (form, read) in FORMS.iter() {
        if let Some(found) = form.as_ref().and_then(|form| form.captures(typed)) {
            return read(&found, today);
        }
    }
    Ok(None)
}

type Read = fn(&Captures<'_>, Day) -> Result<Option<Day>, DayRefused>;

/// The forms and what reads them, tried in order; spaces are gone and letters are small.
static FORMS: LazyLock<[(Option<Regex>, Read); 8]> = LazyLock::new(|| {
    let form = |text: &str| Regex::new(&format!("^(?:{text})$")).ok();
    [
        (
            form(
                "(?P<y>[0-9]{4})(?:[-/.年](?P<m>[0-9]{1,2})[-/.月](?P<d>[0-9]{1,2})日?|(?P<m2>[0-9]{2})(?P<d2>[0-9]{2}))",
            ),
            with_year,
        ),
        (form("(?P<m>[0-9]{1,2})[-/.月](?P<d>[0-9]{1,2})日?|(?P<m2>[0-9]{2})(?P<d2>[0-9]{2})"), without_year),
        (form("(?P<d>[0-9]{1,2})日"), day_alone),
        (
            form(
                "(?P<era>[^0-9元]{1,2})[.]?(?P<y>[0-9]{1,3}|元)[-/.年](?P<m>[0-9]{1,2})[-/.月](?P<d>[0-9]{1,2})日?",
            ),
            by_era,
        ),
        (form("(?P<a>[0-9]{1,2})[-/.](?P<b>[0-9]{1,2})[-/.](?P<y>[0-9]{4})"), year_last),
        (form("(?P<a>[0-9]{2})[-/.](?P<b>[0-9]{1,2})[-/.](?P<c>[0-9]{1,2})"), short_year),
        (form("(?P<name>[a-z]{3,9})[.]?(?P<d>[0-9]{1,2}?)(?:st|nd|rd|th)?,?(?P<y>[0-9]{4})?"), english),
        (form("(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:of)?(?P<name>[a-z]{3,9})[.]?,?(?P<y>[0-9]{4})?"), english),
    ]
});

fn with_year(found: &Captures<'_>, _: Day) -> Result<Option<Day>, DayRefused> {
    let (month, day) = month_and_day(found);
    if is_another_number(found, month) {
        return Ok(None);
    }
    number(found, "y").map(|year| exact(year, month, day)).transpose()
}

fn without_year(found: &Captures<'_>, today: Day) -> Result<Option<Day>, DayRefused> {
    let (month, day) = month_and_day(found);
    if is_another_number(found, month) {
        return Ok(None);
    }
    nearest_year(month, day, today).map(Some)
}

/// Digits in a row whose month does not exist are some other number, 2026 or 12345678.
fn is_another_number(found: &Captures<'_>, month: i8) -> bool {
    found.name("m2").is_some() && !(1..=12).contains(&month)
}

fn month_and_day(found: &Captures<'_>) -> (i8, i8) {
    let either =
        |long, short| number(found, long).or_else(|| number(found, short)).and_then(|n| i8::try_from(n).ok());
    (either("m", "m2").unwrap_or(0), either("d", "d2").unwrap_or(0))
}

/// 24日: in this month or the one before or after, whichever is nearest.
fn day_alone(found: &Captures<'_>, today: Day) -> Result<Option<Day>, DayRefused> {
    let (_, day) = month_and_day(found);
    let first = today.plus_days(1 - i32::from(today.day_of_month()));
    let months = [first.previous(), first, first.last_of_month().next()].map(|any| (any.year(), any.month()));
    nearest(months, day, today).map(Some)
}

fn by_era(found: &Captures<'_>, _: Day) -> Result<Option<Day>, DayRefused> {
    let named = found.name("era").and_then(|era| value("era", era.as_str()));
    let Some(era) = named.and_then(|place| Era::ALL.get(usize::try_from(place).ok()?).copied()) else {
        return Ok(None);
    };
    let year = number(found, "y").unwrap_or(1).unsigned_abs(); // 元年
    let (month, day) = month_and_day(found);
    match Wareki::read(era, year, month, day) {
        Ok(day) => Ok(Some(day)),
        Err(NoSuchWareki::Year(_)) => Ok(None),
        Err(NoSuchWareki::BeforeTheEra(era)) => {
            Err(DayRefused::BeforeTheEra { era, repairs: vec![era.first_day()] })
        }
        Err(NoSuchWareki::Day(_)) => exact(year.cast_signed() + era.first_year() - 1, month, day).map(Some),
    }
}

/// 11/24/2026 and 24/11/2026: read where only one order gives a day.
fn year_last(found: &Captures<'_>, _: Day) -> Result<Option<Day>, DayRefused> {
    let (Some(a), Some(b), Some(year)) = (number(found, "a"), number(found, "b"), number(found, "y")) else {
        return Ok(None);
    };
    either_of([(year, a, b), (year, b, a)])
}

/// 26/11/24: the year may stand first or last.
fn short_year(found: &Captures<'_>, _: Day) -> Result<Option<Day>, DayRefused> {
    let (Some(a), Some(b), Some(c)) = (number(found, "a"), number(found, "b"), number(found, "c")) else {
        return Ok(None);
    };
    either_of([(2000 + a, b, c), (2000 + c, a, b), (2000 + c, b, a)])
}

/// 24 Nov, November 24th, 2026.
fn english(found: &Captures<'_>, today: Day) -> Result<Option<Day>, DayRefused> {
    let named = found.name("name").and_then(|name| value("month", name.as_str()));
    let Some(month) = named.and_then(|month| i8::try_from(month).ok()) else {
        return Ok(None);
    };
    let (_, day) = month_and_day(found);
    match number(found, "y") {
        Some(year) => exact(year, month, day).map(Some),
        None => nearest_year(month, day, today).map(Some),
    }
}

/// The one day that these year, month and day give in some order; several are offered, none is not read.
fn either_of<const N: usize>(orders: [(i16, i16, i16); N]) -> Result<Option<Day>, DayRefused> {
    let in_order = |(year, month, day): (i16, i16, i16)| {
        Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    let mut days: Vec<Day> = Vec::new();
    for day in orders.into_iter().filter_map(in_order) {
        if !days.contains(&day) {
            days.push(day);
        }
    }
    match days[..] {
        [] => Ok(None),
        [day] => Ok(Some(day)),
        _ => Err(DayRefused::SeveralMeant { repairs: days }),
    }
}

/// The nearest such day, past or coming.
fn nearest_year(month: i8, day: i8, today: Day) -> Result<Day, DayRefused> {
    nearest([-1, 0, 1].map(|years| (today.year().saturating_add(years), month)), day, today)
}

/// The day in the month in which it lies nearest to today. Where a month is too short its last day stands in for the
/// comparison, so that 31日 in a November is refused and not taken for one in October.
fn nearest<const N: usize>(months: [(i16, i8); N], day: i8, today: Day) -> Result<Day, DayRefused> {
    let distance = |(year, month): &(i16, i8)| {
        let first = Day::new(*year, *month, 1).ok()?;
        let there = first.plus_days(i32::from(day.clamp(1, first.last_of_month().day_of_month())) - 1);
        Some((today.days_until(there).abs(), std::cmp::Reverse(there)))
    };
    let known = months.iter().filter(|month| distance(month).is_some()).min_by_key(|month| distance(month));
    let (year, month) = known.or(months.get(N / 2)).copied().unwrap_or((today.year(), today.month()));
    exact(year, month, day)
}

/// This day, or why it does not exist and what to choose instead.
fn exact(year: i16, month: i8, day: i8) -> Result<Day, DayRefused> {
    if let Ok(day) = Day::new(year, month, day) {
        return Ok(day);
    }
    let Ok(first) = Day::new(year, month, 1) else {
        if (1..=12).contains(&month) {
            return Err(DayRefused::OutOfReach); // the year 0
        }
        let turned = Day::new(year, day, month).ok();
        return Err(DayRefused::NoSuchMonth { month, repairs: turned.into_iter().collect() });
    };
    let last = first.last_of_month();
    let repairs = if day < 1 { vec![first, first.previous()] } else { vec![last, last.next()] };
    Err(DayRefused::NoSuchDay { year, month, day, last: last.day_of_month(), repairs })
}

fn number(found: &Captures<'_>, name: &str) -> Option<i16> {
    found.name(name)?.as_str().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_well_formed() {
        assert!(FORMS.iter().all(|(form, _)| form.is_some()));
    }
}
