//! A time of the day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Time;
use specta::Type;
use thiserror::Error;

use crate::as_text::as_text;

/// A time of the day, to the second. Written `14:05`, or `14:05:30` where the seconds are not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Type)]
pub struct ClockTime(#[specta(type = String)] Time);

as_text!(ClockTime);

/// The text or the numbers are no time of the day.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a time of the form 14:05 or 14:05:30: {0:?}")]
pub struct NoSuchTime(pub String);

impl ClockTime {
    /// The time with this hour (0 to 23), minute and second (0 to 59).
    pub fn new(hour: i8, minute: i8, second: i8) -> Result<Self, NoSuchTime> {
        Time::new(hour, minute, second, 0)
            .map(Self)
            .map_err(|_| NoSuchTime(format!("{hour:02}:{minute:02}:{second:02}")))
    }

    /// The time of a jiff time; fractions of a second are dropped.
    pub fn from_time(time: Time) -> Self {
        Self(time.with().subsec_nanosecond(0).build().unwrap_or(time))
    }

    /// The time as a jiff time.
    pub const fn time(self) -> Time {
        self.0
    }

    /// The hour, 0 to 23.
    pub fn hour(self) -> i8 {
        self.0.hour()
    }

    /// The minute, 0 to 59.
    pub fn minute(self) -> i8 {
        self.0.minute()
    }

    /// The second, 0 to 59.
    pub fn second(self) -> i8 {
        self.0.second()
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())?;
        if self.second() != 0 {
            write!(f, ":{:02}", self.second())?;
        }
        Ok(())
    }
}

impl FromStr for ClockTime {
    type Err = NoSuchTime;

    /// Reads `14:05` and `14:05:30`; what people type is read by [`entry`](crate::entry).
    fn from_str(text: &str) -> Result<Self, NoSuchTime> {
        let refuse = || NoSuchTime(text.to_owned());
        let two = |part: &str| -> Result<i8, NoSuchTime> {
            if part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()) {
                part.parse().map_err(|_| refuse())
            } else {
                Err(refuse())
            }
        };
        let mut parts = text.split(':');
        let (Some(hour), Some(minute)) = (parts.next(), parts.next()) else {
            return Err(refuse());
        };
        let second = parts.next().map_or(Ok(0), two)?;
        if parts.next().is_some() {
            return Err(refuse());
        }
        Self::new(two(hour)?, two(minute)?, second).map_err(|_| refuse())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_time_survives_its_text(hour in 0..24_i8, minute in 0..60_i8, second in 0..60_i8) {
            let time = ClockTime::new(hour, minute, second).unwrap();
            prop_assert_eq!(time.to_string().parse::<ClockTime>(), Ok(time));
            prop_assert_eq!(serde_json::from_str::<ClockTime>(&serde_json::to_string(&time).unwrap()).unwrap(), time);
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC*") {
            let _ = text.parse::<ClockTime>();
        }
    }

    #[test]
    fn whole_minutes_are_written_without_seconds() {
        assert_eq!(ClockTime::new(14, 5, 0).unwrap().to_string(), "14:05");
        assert_eq!(ClockTime::new(9, 0, 7).unwrap().to_string(), "09:00:07");
    }

    #[test]
    fn a_day_has_neither_a_24th_hour_nor_a_60th_minute() {
        for text in ["24:00", "12:60", "12:00:60", "1:05", "12", "12:00:00:00", "+1:05", ""] {
            assert_eq!(text.parse::<ClockTime>(), Err(NoSuchTime(text.to_owned())), "{text:?}");
        }
    }
}
