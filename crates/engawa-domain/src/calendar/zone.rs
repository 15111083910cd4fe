//! From a moment to the day a platform counts.

use std::sync::LazyLock;

use jiff::tz::{TimeZone, TimeZoneDatabase};
use thiserror::Error;

use super::{ClockTime, Day, Moment, When};

/// There is no time zone of this IANA name in the bundled data.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no time zone is called {0:?}")]
pub struct NoSuchZone(pub String);

/// The day and time of a moment in the zone of this IANA name, such as `Asia/Tokyo`.
///
/// Only the bundled zone data is asked, so that every machine gives the same answer.
pub fn local(moment: Moment, zone: &str) -> Result<When, NoSuchZone> {
    let here = named(zone)?.to_datetime(moment.timestamp());
    Ok(When::at(Day::from_date(here.date()), ClockTime::from_time(here.time())))
}

/// The last moment of a day in the zone of this IANA name.
pub fn end_of(day: Day, zone: &str) -> Result<Moment, NoSuchZone> {
    let zone = named(zone)?;
    let next = day.next().date().to_datetime(jiff::civil::Time::midnight());
    // A midnight that summer time skips begins after the gap.
    let begins = zone.to_ambiguous_timestamp(next).compatible();
    let last = begins.ok().and_then(|begins| Moment::from_millis(begins.as_millisecond() - 1).ok());
    // Beyond the last year that can be written there is no next day; the last moment of all is not before the end of this one.
    Ok(last.unwrap_or_else(|| Moment::from_timestamp(jiff::Timestamp::MAX)))
}

/// Whether the bundled data knows this zone.
pub fn is_known(zone: &str) -> bool {
    named(zone).is_ok()
}

/// The bundled data with its cache of parsed zones.
static BUNDLED: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

fn named(zone: &str) -> Result<TimeZone, NoSuchZone> {
    BUNDLED.get(zone).map_err(|_| NoSuchZone(zone.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn late_evening_in_utc_is_the_next_day_in_tokyo() {
        let moment: Moment = "2026-11-24T15:30:00Z".parse().unwrap();
        assert_eq!(local(moment, "Asia/Tokyo").unwrap().to_string(), "2026-11-25 00:30");
        assert_eq!(local(moment, "UTC").unwrap().to_string(), "2026-11-24 15:30");
    }

    #[test]
    fn summer_time_is_counted_where_it_exists() {
        let moment: Moment = "2026-07-01T12:00:00Z".parse().unwrap();
        assert_eq!(local(moment, "Europe/Berlin").unwrap().to_string(), "2026-07-01 14:00");
    }

    #[test]
    fn a_day_ends_where_the_next_begins() {
        let day: Day = "2026-11-24".parse().unwrap();
        assert_eq!(end_of(day, "Asia/Tokyo").unwrap().to_string(), "2026-11-24T14:59:59.999Z");
        assert_eq!(end_of(day, "UTC").unwrap().to_string(), "2026-11-24T23:59:59.999Z");
        let short: Day = "2026-03-29".parse().unwrap();
        assert_eq!(end_of(short, "Europe/Berlin").unwrap().to_string(), "2026-03-29T21:59:59.999Z");
        assert!(end_of(day, "Asia/Engawa").is_err());
    }

    #[test]
    fn an_unknown_zone_is_named_in_the_refusal() {
        let moment: Moment = "2026-07-01T12:00:00Z".parse().unwrap();
        assert_eq!(local(moment, "Asia/Engawa"), Err(NoSuchZone("Asia/Engawa".to_owned())));
        assert!(is_known("Asia/Tokyo"));
        assert!(!is_known(""));
    }
}
