//! When a protected book is locked because nobody is there.
//!
//! Both the clock on the wall and the one that only goes forward are asked, and the longer time counts: a laptop that slept was
//! left alone all that time, and a clock set back does not give time as a present.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant, SystemTime},
};

/// A moment on both clocks.
#[derive(Debug, Clone, Copy)]
pub struct Now {
    /// Goes on while the machine sleeps.
    pub wall: SystemTime,
    /// Cannot be set.
    pub steady: Instant,
}

impl Now {
    /// By the clocks of this machine.
    pub fn of_this_machine() -> Self {
        Self { wall: SystemTime::now(), steady: Instant::now() }
    }

    /// How long it is since then; a wall clock that was set back counts as standing still.
    fn since(self, then: Self) -> Duration {
        let wall = self.wall.duration_since(then.wall).unwrap_or_default();
        wall.max(self.steady.saturating_duration_since(then.steady))
    }
}

#[derive(Debug, Clone, Copy)]
struct Watched {
    /// Since when nobody touched the window.
    quiet_since: Now,
    /// After how long the book is locked.
    patience: Duration,
}

/// Watches over an open protected book.
#[derive(Debug, Default)]
pub struct Idle(Mutex<Option<Watched>>);

impl Idle {
    /// Begins to watch: a protected book is open, and locks after so many minutes. None means that it stays open.
    pub fn watch(&self, minutes: u16, now: Now) {
        let patience = Duration::from_secs(60 * u64::from(minutes));
        self.set((minutes > 0).then_some(Watched { quiet_since: now, patience }));
    }

    /// Nothing is to be locked.
    pub fn rest(&self) {
        self.set(None);
    }

    /// Somebody is there. Too late, it changes nothing: who comes after the time finds the book locked.
    pub fn touch(&self, now: Now) {
        let mut watched = self.watched();
        if let Some(watched) = watched.as_mut().filter(|watched| !watched.is_over(now)) {
            watched.quiet_since = now;
        }
    }

    /// Whether the book is to be locked now.
    pub fn is_over(&self, now: Now) -> bool {
        self.watched().is_some_and(|watched| watched.is_over(now))
    }

    fn set(&self, new: Option<Watched>) {
        *self.watched() = new;
    }

    fn watched(&self) -> std::sync::MutexGuard<'_, Option<Watched>> {
        // The lock guards one value, which a panic cannot leave half-written.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Watched {
    fn is_over(&self, now: Now) -> bool {
        now.since(self.quiet_since) >= self.patience
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_mins(1);

    fn later(now: Now, wall: Duration, steady: Duration) -> Now {
        Now { wall: now.wall + wall, steady: now.steady + steady }
    }

    fn watching(minutes: u16) -> (Idle, Now) {
        let (idle, now) = (Idle::default(), Now::of_this_machine());
        idle.watch(minutes, now);
        (idle, now)
    }

    #[test]
    fn the_book_is_locked_after_its_minutes_and_not_before() {
        let (idle, began) = watching(10);
        assert!(!idle.is_over(later(began, 9 * MINUTE, 9 * MINUTE)));
        assert!(idle.is_over(later(began, 10 * MINUTE, 10 * MINUTE)));
    }

    #[test]
    fn who_is_there_begins_the_time_anew() {
        let (idle, began) = watching(10);
        idle.touch(later(began, 9 * MINUTE, 9 * MINUTE));
        assert!(!idle.is_over(later(began, 18 * MINUTE, 18 * MINUTE)));
    }

    #[test]
    fn a_laptop_that_slept_was_left_alone_all_that_time() {
        let (idle, began) = watching(10);
        let woken = later(began, 600 * MINUTE, MINUTE);
        idle.touch(woken);
        assert!(idle.is_over(woken), "the hand that wakes it does not unlock it");
    }

    #[test]
    fn a_clock_that_was_set_back_gives_no_time() {
        let (idle, began) = watching(10);
        let set_back = Now { wall: began.wall - 600 * MINUTE, steady: began.steady + 10 * MINUTE };
        assert!(idle.is_over(set_back));
    }

    #[test]
    fn a_book_that_is_to_stay_open_or_is_not_protected_is_never_locked() {
        let (idle, began) = watching(0);
        assert!(!idle.is_over(later(began, 100_000 * MINUTE, 100_000 * MINUTE)));
        let (idle, began) = watching(1);
        idle.rest();
        assert!(!idle.is_over(later(began, 100_000 * MINUTE, 100_000 * MINUTE)));
    }
}
