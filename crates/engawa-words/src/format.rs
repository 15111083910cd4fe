//! Numbers and days as the messages take them.

use engawa_domain::calendar::{Day, Weekday};
use fluent_bundle::FluentArgs;

/// The parts of a day, for `date-short` and `date-long`.
pub(crate) fn day_args(day: Day) -> FluentArgs<'static> {
    let mut args = FluentArgs::new();
    // A year is a name, not a quantity: no comma in it.
    args.set("year", day.year().to_string());
    args.set("month", i64::from(day.month()));
    args.set("day", i64::from(day.day_of_month()));
    args.set("weekday", weekday(day.weekday()));
    args
}

const fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "mon",
        Weekday::Tuesday => "tue",
        Weekday::Wednesday => "wed",
        Weekday::Thursday => "thu",
        Weekday::Friday => "fri",
        Weekday::Saturday => "sat",
        Weekday::Sunday => "sun",
    }
}

/// Digits in groups of three, as both languages write them.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// A whole number.
pub(crate) fn number(number: i64) -> String {
    let sign = if number < 0 { "−" } else { "" };
    format!("{sign}{}", grouped(number.unsigned_abs()))
}

/// A number as Fluent carries it. Only whole ones are ever put in.
pub(crate) fn float(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "checked to be whole, and counts are far below 2^53")]
    if value.fract() == 0.0 && value.abs() < 9e15 { number(value as i64) } else { value.to_string() }
}
