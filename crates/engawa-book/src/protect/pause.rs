//! A pause after several failures. It keeps nobody out who has the files: the slow derivation does that. It keeps out whoever
//! sits down at the machine and tries.

use std::time::{Duration, Instant};

use super::refused::ProtectionRefused;

/// So many failures cost nothing: fingers slip.
const FREE: u32 = 3;
/// No pause is longer, in seconds.
const LONGEST: u32 = 60;

/// How often it failed, and when last.
#[derive(Debug, Clone, Copy, Default)]
pub struct Attempts {
    failed: u32,
    last: Option<Instant>,
}

impl Attempts {
    /// Refused while the pause lasts.
    pub fn may_try(&self, now: Instant) -> Result<(), ProtectionRefused> {
        let Some(last) = self.last else { return Ok(()) };
        let pause = Duration::from_secs(u64::from(self.pause()));
        let left = pause.saturating_sub(now.saturating_duration_since(last));
        if left.is_zero() {
            return Ok(());
        }
        // Told upwards: who waits so long is not sent away again.
        let seconds = u32::try_from(left.as_millis().div_ceil(1000)).unwrap_or(LONGEST);
        Err(ProtectionRefused::TooSoon { seconds })
    }

    /// One more failure.
    pub fn failed(&mut self, now: Instant) {
        self.failed = self.failed.saturating_add(1);
        self.last = Some(now);
    }

    /// It was the right one.
    pub fn succeeded(&mut self) {
        *self = Self::default();
    }

    /// Seconds: none for the first failures, then 1, 2, 4 … up to a minute.
    fn pause(&self) -> u32 {
        match self.failed.checked_sub(FREE) {
            None => 0,
            Some(more) => 1_u32.checked_shl(more).unwrap_or(LONGEST).min(LONGEST),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(failures: u32, now: Instant) -> Attempts {
        Attempts { failed: failures, last: (failures > 0).then_some(now) }
    }

    #[test]
    fn the_pause_grows_from_the_third_failure_and_ends_at_a_minute() {
        let pauses: Vec<u32> = (0..12).map(|failures| after(failures, Instant::now()).pause()).collect();
        assert_eq!(pauses, [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(after(u32::MAX, Instant::now()).pause(), 60);
    }

    #[test]
    fn what_is_left_of_the_pause_is_told_and_then_it_is_over() {
        let began = Instant::now();
        let attempts = after(5, began);
        let left = |millis| attempts.may_try(began + Duration::from_millis(millis));
        assert!(matches!(left(0), Err(ProtectionRefused::TooSoon { seconds: 4 })));
        assert!(matches!(left(3_100), Err(ProtectionRefused::TooSoon { seconds: 1 })));
        assert!(left(4_000).is_ok());
    }

    #[test]
    fn every_failure_counts_and_the_right_one_ends_it() {
        let now = Instant::now();
        let mut attempts = after(8, now);
        attempts.failed(now);
        assert_eq!(attempts.pause(), 60);
        attempts.succeeded();
        assert!(attempts.may_try(now).is_ok());
    }
}
