//! Times of the day as people type them.

use std::sync::LazyLock;

use regex::{Captures, Regex};
use thiserror::Error;

use super::vocabulary::{compact, is_too_long, prefix, suffix, value};
use crate::calendar::ClockTime;

/// Why a text is read as no time. Each variant carries what a message needs, and the times to offer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TimeRefused {
    /// Nothing of it makes sense as a time.
    #[error("not a time: {typed:?}")]
    Unreadable {
        /// What was typed.
        typed: String,
    },
    /// A day has 24 hours.
    #[error("there is no hour {hour}")]
    NoSuchHour {
        /// The hour that was typed.
        hour: u8,
    },
    /// An hour has 60 minutes, and a minute 60 seconds.
    #[error("there is no minute or second {minute}")]
    NoSuchMinute {
        /// The minute or second that was typed.
        minute: u8,
    },
    /// 24:00, 25時: a time of the day after, which the field for the day must say.
    #[error("{time} of the next day")]
    NextDay {
        /// The time of that next day.
        time: ClockTime,
    },
    /// 午後12時: noon for some and midnight for others.
    #[error("may mean any of {repairs:?}")]
    SeveralMeant {
        /// Which, the likeliest first.
        repairs: Vec<ClockTime>,
    },
}

impl TimeRefused {
    /// The times to offer instead, the likeliest first.
    pub fn repairs(&self) -> &[ClockTime] {
        match self {
            Self::Unreadable { .. } | Self::NoSuchHour { .. } | Self::NoSuchMinute { .. } => &[],
            Self::NextDay { time } => std::slice::from_ref(time),
            Self::SeveralMeant { repairs } => repairs,
        }
    }
}

/// The time meant by a text; `None` for an empty text: `14:05`, `14時5分`, `14時半`, `1405`, `午後2時`, `2:05 pm`, `正午`.
pub fn time(text: &str) -> Result<Option<ClockTime>, TimeRefused> {
    let typed = compact(text);
    if typed.is_empty() {
        return Ok(None);
    }
    let unreadable = || TimeRefused::Unreadable { typed: text.trim().to_owned() };
    if is_too_long(&typed) {
        return Err(unreadable());
    }
    if let Some(minutes) = value("clock", &typed).and_then(|minutes| i8::try_from(minutes / 60).ok()) {
        return ClockTime::new(minutes, 0, 0).map(Some).map_err(|_| unreadable());
    }
    let (half, rest) = half_of_the_day(&typed);
    let found = FORM.as_ref().and_then(|form| form.captures(rest)).ok_or_else(unreadable)?;
    let number =
        |names: [&str; 2]| names.into_iter().find_map(|name| found.name(name)?.as_str().parse::<u8>().ok());
    let hour = number(["h", "h2"]).ok_or_else(unreadable)?;
    if found.name("h3").is_some() || is_bare(&found) && half.is_none() {
        return Err(unreadable());
    }
    let minute = if found.name("half").is_some() { 30 } else { number(["m", "m2"]).unwrap_or(0) };
    let second = number(["s", "s"]).unwrap_or(0);
    on_the_clock(half, hour, minute, second).map(Some)
}

/// An hour with or without minutes; a number alone is an hour only beside 午前 or pm.
static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        "^(?:(?P<h>[0-9]{1,2})(?:(?::|時)(?:(?P<m>[0-9]{1,2})分?(?::?(?P<s>[0-9]{1,2})秒?)?|(?P<half>半))?)?|(?P<h2>[0-9]{2})(?P<m2>[0-9]{2}))$",
    )
    .ok()
});

fn is_bare(found: &Captures<'_>) -> bool {
    found.get(0).is_some_and(|whole| whole.as_str().len() <= 2 || whole.as_str().ends_with(':'))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    /// 午前, am in Japanese: 12 is not settled.
    Before(Clock),
    /// 午後, pm.
    After(Clock),
}

/// Whose way of saying it: in English 12 pm is noon, in Japanese 午後12時 is disputed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clock {
    Japanese,
    English,
}

/// 午前 or 午後 before the time, am or pm on either side.
fn half_of_the_day(typed: &str) -> (Option<Half>, &str) {
    let Some((half, rest)) = prefix("half", typed).or_else(|| suffix("half", typed)) else {
        return (None, typed);
    };
    let clock =
        if typed.contains(|c: char| c.is_ascii_alphabetic()) { Clock::English } else { Clock::Japanese };
    (Some(if half == 0 { Half::Before(clock) } else { Half::After(clock) }), rest)
}

fn on_the_clock(half: Option<Half>, hour: u8, minute: u8, second: u8) -> Result<ClockTime, TimeRefused> {
    if let Some(minute) = [minute, second].into_iter().find(|number| *number > 59) {
        return Err(TimeRefused::NoSuchMinute { minute });
    }
    let at = |hour: u8| {
        let [hour, minute, second] =
            [hour, minute, second].map(|number| i8::try_from(number).unwrap_or(i8::MAX));
        ClockTime::new(hour, minute, second)
            .map_err(|_| TimeRefused::NoSuchHour { hour: hour.unsigned_abs() })
    };
    let hour = match (half, hour) {
        (Some(Half::Before(Clock::English)), 12) => 0,
        (Some(Half::After(Clock::English)), 12) => 12,
        (Some(Half::Before(Clock::Japanese)), 12) => {
            return Err(TimeRefused::SeveralMeant { repairs: vec![at(0)?, at(12)?] });
        }
        (Some(Half::After(Clock::Japanese)), 12) => {
            return Err(TimeRefused::SeveralMeant { repairs: vec![at(12)?, at(0)?] });
        }
        (Some(Half::After(_)), 0..=11) => hour + 12,
        (Some(Half::Before(_)), 13..) => return Err(TimeRefused::NoSuchHour { hour }),
        _ => hour,
    };
    // Late hours are counted on after midnight, up to the 29th.
    if (24..30).contains(&hour) { Err(TimeRefused::NextDay { time: at(hour - 24)? }) } else { at(hour) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn clock(text: &str) -> ClockTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_time_is_read_in_the_forms_people_type() {
        for (typed, expected) in [
            ("14:05", "14:05"),
            ("１４：０５", "14:05"),
            ("9:05", "09:05"),
            (" 14 : 05 ", "14:05"),
            ("14:05:30", "14:05:30"),
            ("14時5分", "14:05"),
            ("14時5分30秒", "14:05:30"),
            ("14時", "14:00"),
            ("14時半", "14:30"),
            ("1405", "14:05"),
            ("0905", "09:05"),
            ("午後2時", "14:00"),
            ("午後2時半", "14:30"),
            ("午後２時５分", "14:05"),
            ("午前9:30", "09:30"),
            ("午後0時", "12:00"),
            ("午前0時", "00:00"),
            ("午後14時", "14:00"),
            ("2pm", "14:00"),
            ("2:05 PM", "14:05"),
            ("12 pm", "12:00"),
            ("12:30 a.m.", "00:30"),
            ("正午", "12:00"),
            ("noon", "12:00"),
            ("midnight", "00:00"),
            ("0:00", "00:00"),
        ] {
            assert_eq!(time(typed), Ok(Some(clock(expected))), "{typed}");
        }
        assert_eq!(time(" \u{3000}"), Ok(None));
    }

    #[test]
    fn hours_after_midnight_belong_to_the_next_day() {
        assert_eq!(time("24:00"), Err(TimeRefused::NextDay { time: clock("00:00") }));
        assert_eq!(time("25時30分"), Err(TimeRefused::NextDay { time: clock("01:30") }));
        assert_eq!(time("25時").unwrap_err().repairs(), [clock("01:00")]);
    }

    #[test]
    fn what_no_clock_shows_is_refused_with_the_number() {
        assert_eq!(time("30:00"), Err(TimeRefused::NoSuchHour { hour: 30 }));
        assert_eq!(time("午前13時"), Err(TimeRefused::NoSuchHour { hour: 13 }));
        assert_eq!(time("12:60"), Err(TimeRefused::NoSuchMinute { minute: 60 }));
        assert_eq!(time("12:00:99"), Err(TimeRefused::NoSuchMinute { minute: 99 }));
    }

    #[test]
    fn twelve_in_the_afternoon_is_asked_about() {
        assert_eq!(
            time("午後12時"),
            Err(TimeRefused::SeveralMeant { repairs: vec![clock("12:00"), clock("00:00")] })
        );
        assert_eq!(time("午前12時30分").unwrap_err().repairs(), [clock("00:30"), clock("12:30")]);
    }

    #[test]
    fn what_is_no_time_is_refused_as_it_was_typed() {
        for typed in ["14", "14:", "夕方", "14.5", "-1:00", "1:2:3:4", "時", "12345", "pm", "😀"] {
            assert_eq!(time(typed), Err(TimeRefused::Unreadable { typed: typed.to_owned() }));
        }
        assert_eq!(time("2026"), Ok(Some(clock("20:26"))), "four digits are a time");
    }

    proptest! {
        #[test]
        fn every_time_is_read_as_it_is_written(hour in 0..24_i8, minute in 0..60_i8, second in 0..60_i8) {
            let any = ClockTime::new(hour, minute, second).unwrap();
            prop_assert_eq!(time(&any.to_string()), Ok(Some(any)));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC{0,20}") {
            let _ = time(&text);
        }

        #[test]
        fn nothing_near_a_time_makes_the_reader_panic(text in "[0-9:時分秒半午前後apm. ]{0,10}") {
            if let Err(refused) = time(&text) {
                prop_assert!(refused.repairs().iter().all(|repair| time(&repair.to_string()) == Ok(Some(*repair))));
            }
        }
    }
}
