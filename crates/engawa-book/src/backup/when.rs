//! When a backup is due: a question of facts and of the clock, and of nothing else.

use std::time::Duration;

use engawa_domain::calendar::Moment;

use crate::views::BookKind;

/// After a change the book is left alone for so long, so that a burst of changes makes one backup.
pub const QUIET: Duration = Duration::from_secs(20);
/// So long after the first unsaved change a backup is made, however busy the user is.
pub const LATEST: Duration = Duration::from_mins(5);
/// So long after a backup that could not be made, the next is tried; so often is looked for a place that was away.
pub const AGAIN: Duration = Duration::from_mins(1);
/// So long after one that was stopped, a place that has not got it is brought it again by itself.
pub const AFTER_STOP: Duration = Duration::from_hours(1);

/// What there is in the book that no proven backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsaved {
    /// When the first of it was recorded.
    pub first: Moment,
    /// When the last of it was.
    pub last: Moment,
}

impl Unsaved {
    /// With one more change.
    pub fn and(before: Option<Self>, at: Moment) -> Self {
        Self { first: before.map_or(at, |unsaved| unsaved.first), last: at }
    }
}

/// What is known when it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    /// What no backup holds.
    pub unsaved: Option<Unsaved>,
    /// Whether a place of the user's choice has not got the newest backup.
    pub is_behind: bool,
    /// When it was last tried.
    pub tried: Option<Moment>,
    /// Whether that failed.
    pub has_failed: bool,
    /// Whether that was stopped: whoever stopped it wants rest from it.
    pub has_stopped: bool,
}

impl Known {
    /// Something was recorded.
    pub fn note(&mut self, kind: BookKind, at: Moment) {
        match kind {
            BookKind::Own => self.unsaved = Some(Unsaved::and(self.unsaved, at)),
            // Invented data needs no backup.
            BookKind::Sample => {}
        }
    }
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Now.
    Now,
    /// Not before this has passed; then it is asked again.
    In(Duration),
    /// Not until something is recorded.
    No,
}

/// Whether a backup is due. A clock that was set back must not put one off: what seems to lie ahead counts as long past.
pub fn due(known: Known, now: Moment) -> Due {
    let rest = |span| known.tried.and_then(|tried| left(tried, span, now));
    let wait = match known.unsaved {
        Some(unsaved) => {
            let quiet = left(unsaved.last, QUIET, now);
            let latest = left(unsaved.first, LATEST, now);
            let own = match (quiet, latest) {
                (Some(quiet), Some(latest)) => Some(quiet.min(latest)),
                (None, _) | (_, None) => None,
            };
            if known.has_failed { own.max(rest(AGAIN)) } else { own }
        }
        None if known.is_behind => rest(if known.has_stopped { AFTER_STOP } else { AGAIN }),
        None => return Due::No,
    };
    wait.map_or(Due::Now, Due::In)
}

/// What is left of a span that began then; nothing when it is over, or when it began after now.
fn left(from: Moment, span: Duration, now: Moment) -> Option<Duration> {
    let passed = u64::try_from(now.as_millis().checked_sub(from.as_millis())?).ok()?;
    span.checked_sub(Duration::from_millis(passed)).filter(|left| !left.is_zero())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment::from_millis(1_780_000_000_000 + seconds * 1_000).unwrap()
    }

    fn recorded(first: i64, last: i64) -> Known {
        Known { unsaved: Some(Unsaved { first: at(first), last: at(last) }), ..Known::default() }
    }

    #[test]
    fn a_book_in_which_nothing_was_recorded_needs_no_backup() {
        assert_eq!(due(Known::default(), at(0)), Due::No);
    }

    #[test]
    fn a_burst_of_changes_makes_one_backup_when_it_has_been_quiet_for_20_seconds() {
        assert_eq!(due(recorded(0, 12), at(12)), Due::In(QUIET));
        assert_eq!(due(recorded(0, 12), at(31)), Due::In(Duration::from_secs(1)));
        assert_eq!(due(recorded(0, 12), at(32)), Due::Now);
    }

    #[test]
    fn however_busy_the_user_is_the_first_change_waits_five_minutes_at_most() {
        assert_eq!(due(recorded(0, 299), at(299)), Due::In(Duration::from_secs(1)));
        assert_eq!(due(recorded(0, 300), at(300)), Due::Now);
    }

    #[test]
    fn a_clock_that_was_set_back_puts_no_backup_off() {
        assert_eq!(due(recorded(0, 3), at(-86_400)), Due::Now);
    }

    #[test]
    fn a_disk_that_refused_is_asked_again_after_a_minute_and_not_at_once() {
        let failed = Known { tried: Some(at(40)), has_failed: true, ..recorded(0, 3) };
        assert_eq!(due(failed, at(41)), Due::In(Duration::from_secs(59)));
        assert_eq!(due(failed, at(100)), Due::Now);
    }

    #[test]
    fn a_place_that_is_behind_is_looked_for_once_a_minute() {
        let behind = Known { is_behind: true, tried: Some(at(0)), ..Known::default() };
        assert_eq!(due(behind, at(10)), Due::In(Duration::from_secs(50)));
        assert_eq!(due(behind, at(60)), Due::Now);
    }

    #[test]
    fn after_a_backup_that_was_stopped_a_place_is_left_alone_for_an_hour_and_new_records_are_not() {
        let stopped = Known { is_behind: true, has_stopped: true, tried: Some(at(0)), ..Known::default() };
        assert_eq!(due(stopped, at(60)), Due::In(Duration::from_mins(59)));
        let unsaved = Some(Unsaved { first: at(70), last: at(70) });
        assert_eq!(due(Known { unsaved, ..stopped }, at(90)), Due::Now);
    }

    proptest! {
        #[test]
        fn nothing_recorded_waits_longer_than_five_minutes(first in 0_i64..1_000, busy in 0_i64..1_000, asked in 0_i64..2_000) {
            let known = recorded(first, first + busy);
            match due(known, at(first + asked)) {
                Due::Now => {}
                Due::In(wait) => prop_assert!(Duration::from_secs(asked.unsigned_abs()) + wait <= LATEST),
                Due::No => prop_assert!(false, "there is something to save"),
            }
        }
    }
}
