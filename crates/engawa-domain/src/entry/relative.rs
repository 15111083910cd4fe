//! Days told from today.

use super::DayRefused;
use super::vocabulary::{leading_digits, prefix, suffix, value};
use crate::calendar::{BusinessCalendar, Day, Weekday};

/// The day told from today; `None` if the text is of another kind.
pub(super) fn day(typed: &str, today: Day, calendar: &BusinessCalendar) -> Result<Option<Day>, DayRefused> {
    if let Some(days) = value("day", typed) {
        return Ok(Some(today.plus_days(small(days))));
    }
    if let Some(months) = value("month-end", typed) {
        return Ok(Some(month_end(today, small(months))));
    }
    if let Some(day) = on_weekday(typed, today)? {
        return Ok(Some(day));
    }
    counted(typed, today, calendar)
}

/// The weekday of this name.
pub(super) fn weekday(name: &str) -> Option<Weekday> {
    value("weekday", name).and_then(weekday_of)
}

/// The weekday so many days after Monday.
pub(super) fn weekday_of(days: i64) -> Option<Weekday> {
    Weekday::from_monday_zero_offset(i8::try_from(days).ok()?).ok()
}

fn month_end(today: Day, months: i32) -> Day {
    let mut day = today.last_of_month();
    for _ in 0..months {
        day = day.next().last_of_month();
    }
    if months < 0 { today.plus_days(-i32::from(today.day_of_month())) } else { day }
}

/// 金曜, 来週金曜, 次の金曜日, next Friday.
fn on_weekday(typed: &str, today: Day) -> Result<Option<Day>, DayRefused> {
    if let Some((weeks, rest)) = prefix("week", typed)
        && let Some(weekday) = weekday(rest.trim_start_matches('の'))
    {
        return Ok(Some(in_week(today, weekday, small(weeks))));
    }
    if let Some((toward, rest)) = prefix("toward", typed)
        && let Some(weekday) = weekday(rest.trim_start_matches('の'))
    {
        return Ok(Some(nearest_toward(today, weekday, toward)));
    }
    if let Some((toward, rest)) = prefix("english-toward", typed)
        && let Some(weekday) = weekday(rest)
    {
        let (near, of_week) =
            (nearest_toward(today, weekday, toward), in_week(today, weekday, small(toward)));
        return if near == of_week {
            Ok(Some(near))
        } else {
            Err(DayRefused::SeveralMeant { repairs: vec![near, of_week] })
        };
    }
    let coming = weekday(typed).map(|weekday| today.plus_days(i32::from(today.weekday().until(weekday))));
    Ok(coming)
}

fn in_week(today: Day, weekday: Weekday, weeks: i32) -> Day {
    let monday = today.plus_days(-i32::from(today.weekday().to_monday_zero_offset()));
    monday.plus_days(7 * weeks + i32::from(weekday.to_monday_zero_offset()))
}

/// The nearest such weekday after or before today, today itself left out.
fn nearest_toward(today: Day, weekday: Weekday, toward: i64) -> Day {
    if toward > 0 {
        today.next().plus_days(i32::from(today.next().weekday().until(weekday)))
    } else {
        today.previous().plus_days(-i32::from(weekday.until(today.previous().weekday())))
    }
}

/// +3日, 2週間後, -1, in 3 days, +2営業日.
fn counted(typed: &str, today: Day, calendar: &BusinessCalendar) -> Result<Option<Day>, DayRefused> {
    let (sign, rest) =
        match (typed.strip_prefix('+').or_else(|| typed.strip_prefix("in")), typed.strip_prefix('-')) {
            (Some(rest), _) => (Some(1), rest),
            (None, Some(rest)) => (Some(-1), rest),
            (None, None) => (None, typed),
        };
    let (sign, rest) = match (sign, suffix("direction", rest)) {
        (None, Some((direction, rest))) => (direction, rest),
        (Some(1), Some((1, rest))) => (1, rest),
        (Some(sign), None) => (sign, rest),
        _ => return Ok(None),
    };
    let (digits, unit) = leading_digits(rest);
    // No more than five digits: whoever types more means a date or nothing.
    let (Ok(number), true) = (digits.parse::<i32>(), digits.len() <= 5) else {
        return Ok(None);
    };
    let per = if unit.is_empty() { Some(1) } else { value("span", unit) };
    let day = match (per, sign) {
        (None, _) => return Ok(None),
        (Some(0), 1) => calendar.add(today, number.unsigned_abs().min(1_000)).due,
        (Some(0), _) => business_days_before(today, number.min(1_000), calendar),
        (Some(days), sign) => today.plus_days(number.saturating_mul(small(days * sign))),
    };
    if day == Day::LAST || day == Day::FIRST { Err(DayRefused::OutOfReach) } else { Ok(Some(day)) }
}

fn business_days_before(today: Day, number: i32, calendar: &BusinessCalendar) -> Day {
    (0..number).fold(today, |day, _| calendar.previous_on_or_before(day.previous()))
}

/// The numbers of the vocabulary are small.
fn small(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(0)
}
