//! A point on the time line.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::fmt::temporal::DateTimePrinter;
use specta::Type;
use thiserror::Error;

use crate::as_text::as_text;

/// A point on the time line, to the millisecond. Written `2026-11-24T05:05:00.000Z`, always in UTC and always with
/// three digits of fraction, so that the text sorts like the moment.
///
/// Moments say when something was *written down*; what happened is dated by a [`When`](super::When) in the
/// platform's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Type)]
pub struct Moment(#[specta(type = String)] Timestamp);

as_text!(Moment);

/// The text or number is no moment.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a moment of the form 2026-11-24T05:05:00.000Z: {0:?}")]
pub struct NotAMoment(pub String);

impl Moment {
    /// The moment of a jiff timestamp; what is finer than a millisecond is dropped.
    pub fn from_timestamp(timestamp: Timestamp) -> Self {
        Self(Timestamp::from_millisecond(timestamp.as_millisecond()).unwrap_or(timestamp))
    }

    /// The moment so many milliseconds after 1970-01-01T00:00:00Z.
    pub fn from_millis(millis: i64) -> Result<Self, NotAMoment> {
        Timestamp::from_millisecond(millis).map(Self).map_err(|_| NotAMoment(millis.to_string()))
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub fn as_millis(self) -> i64 {
        self.0.as_millisecond()
    }

    /// The moment as a jiff timestamp.
    pub const fn timestamp(self) -> Timestamp {
        self.0
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&DateTimePrinter::new().precision(Some(3)).timestamp_to_string(&self.0))
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    /// Reads RFC 3339 with any offset; the moment is kept in UTC.
    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        text.parse().map(Self::from_timestamp).map_err(|_| NotAMoment(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_moment_survives_its_text(millis in -62_135_596_800_000..253_402_207_200_000_i64) {
            let moment = Moment::from_millis(millis).unwrap();
            prop_assert_eq!(moment.as_millis(), millis);
            prop_assert_eq!(moment.to_string().parse::<Moment>(), Ok(moment));
            prop_assert_eq!(moment.to_string().len(), "2026-11-24T05:05:00.000Z".len());
        }

        #[test]
        fn the_text_sorts_like_the_moment(a in 0..253_402_207_200_000_i64, b in 0..253_402_207_200_000_i64) {
            let (a, b) = (Moment::from_millis(a).unwrap(), Moment::from_millis(b).unwrap());
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }
    }

    #[test]
    fn another_offset_is_the_same_moment_in_utc() {
        let moment: Moment = "2026-11-24T14:05:00.1239+09:00".parse().unwrap();
        assert_eq!(moment.to_string(), "2026-11-24T05:05:00.123Z");
        assert_eq!(serde_json::to_string(&moment).unwrap(), "\"2026-11-24T05:05:00.123Z\"");
    }

    #[test]
    fn a_text_without_an_offset_is_refused() {
        assert!("2026-11-24T14:05:00".parse::<Moment>().is_err());
        assert!("2026-11-24".parse::<Moment>().is_err());
    }
}
