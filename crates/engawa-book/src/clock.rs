//! Time and identifiers come from outside, so that a test can fix both.

use std::sync::Mutex;

use engawa_domain::calendar::Moment;
use uuid::{Builder, Uuid};

/// What time it is.
pub trait Clock: std::fmt::Debug + Send + Sync {
    /// Now.
    fn now(&self) -> Moment;
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        Moment::from_timestamp(jiff::Timestamp::now())
    }
}

/// The IANA name of the zone this machine is set to; UTC where it names none.
pub fn system_zone() -> String {
    jiff::tz::TimeZone::system().iana_name().unwrap_or("UTC").to_owned()
}

/// A clock that stands still.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub Moment);

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        self.0
    }
}

/// New identifiers.
pub trait Ids: std::fmt::Debug + Send + Sync {
    /// A UUID of version 7 for a record made at this moment. Each sorts after the ones before it.
    fn next(&self, at: Moment) -> Uuid;
}

/// Identifiers that nobody else makes.
#[derive(Debug, Default)]
pub struct RandomIds(Mutex<Last>);

#[derive(Debug, Default, Clone, Copy)]
struct Last {
    millis: u64,
    /// Counts the identifiers of one millisecond; 12 bits of the UUID.
    count: u16,
}

/// The largest count that fits into a UUID.
const COUNT_MAX: u16 = (1 << 12) - 1;

impl Last {
    /// The next place in time: never before the last one, even when the clock was set back.
    fn step(&mut self, millis: u64) -> Self {
        *self = if millis > self.millis {
            Self { millis, count: 0 }
        } else if self.count < COUNT_MAX {
            Self { millis: self.millis, count: self.count + 1 }
        } else {
            Self { millis: self.millis + 1, count: 0 }
        };
        *self
    }
}

fn millis(at: Moment) -> u64 {
    // Before 1970 there is no UUID of version 7.
    u64::try_from(at.as_millis()).unwrap_or(0)
}

fn make(place: Last, random: [u8; 8]) -> Uuid {
    let mut bytes = [0; 10];
    bytes[..2].copy_from_slice(&place.count.to_be_bytes());
    bytes[2..].copy_from_slice(&random);
    Builder::from_unix_timestamp_millis(place.millis, &bytes).into_uuid()
}

impl Ids for RandomIds {
    fn next(&self, at: Moment) -> Uuid {
        // The lock guards two numbers, which a panic cannot leave half-written.
        let place = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).step(millis(at));
        // Version 4 is the random source that the uuid crate brings; its last 8 bytes hold 62 random bits.
        let (_, random) = Uuid::new_v4().as_u64_pair();
        make(place, random.to_be_bytes())
    }
}

/// Identifiers that come again in the same order, for tests.
#[derive(Debug)]
pub struct SeededIds {
    seed: u64,
    last: Mutex<Last>,
}

impl SeededIds {
    /// Another seed, other identifiers.
    pub fn new(seed: u64) -> Self {
        Self { seed, last: Mutex::default() }
    }
}

impl Ids for SeededIds {
    fn next(&self, at: Moment) -> Uuid {
        let place = self.last.lock().unwrap_or_else(std::sync::PoisonError::into_inner).step(millis(at));
        make(place, self.seed.to_be_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_sort_as_they_were_made_even_when_the_clock_is_set_back() {
        let ids = RandomIds::default();
        let noon: Moment = "2026-11-24T12:00:00Z".parse().unwrap();
        let before: Moment = "2026-11-24T11:00:00Z".parse().unwrap();
        let mut made: Vec<Uuid> = (0..10_000).map(|_| ids.next(noon)).collect();
        made.push(ids.next(before));
        assert!(made.is_sorted(), "rows are listed in the order of their identifiers");
        assert!(made.iter().all(|id| id.get_version_num() == 7));
        made.dedup();
        assert_eq!(made.len(), 10_001);
    }

    #[test]
    fn a_seed_gives_the_same_identifiers_again() {
        let at: Moment = "2026-11-24T12:00:00Z".parse().unwrap();
        let (one, two) = (SeededIds::new(7), SeededIds::new(7));
        assert_eq!(one.next(at), two.next(at));
        assert_ne!(one.next(at), SeededIds::new(8).next(at));
    }
}
