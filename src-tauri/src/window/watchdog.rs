//! A window that stays empty is worse than no window: when the page does not report that it can be used, it is loaded once
//! more, and when that does not help either, a dialog of the system says what to do.

use std::{
    sync::{
        Mutex,
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::Duration,
};

/// How long a page may take until it can be used. The slowest machine measured took a tenth of it.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// What to do about a page that is overdue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Load it once more.
    Reload,
    /// Say with a dialog of the system what to do.
    Tell,
}

/// Waits for the page to say that it can be used.
#[derive(Debug)]
pub struct Watchdog {
    /// Sending disarms; `None` once disarmed.
    armed: Mutex<Option<mpsc::Sender<()>>>,
}

impl Watchdog {
    /// Starts to wait, and calls `remedy` at most twice: to load the page again, then to tell the user.
    pub fn start(patience: Duration, remedy: impl FnMut(Remedy) + Send + 'static) -> Self {
        let (disarm, disarmed) = mpsc::channel();
        thread::spawn(move || wait(disarmed, patience, remedy));
        Self { armed: Mutex::new(Some(disarm)) }
    }

    /// The page can be used. `true` the first time; a page that was loaded again says so once more.
    pub fn disarm(&self) -> bool {
        let Ok(mut armed) = self.armed.lock() else {
            return false;
        };
        // The thread may be gone already, having told the user; there is nothing left to stop then.
        armed.take().is_some_and(|disarm| disarm.send(()).is_ok())
    }
}

fn wait(disarmed: mpsc::Receiver<()>, patience: Duration, mut remedy: impl FnMut(Remedy)) {
    for step in [Remedy::Reload, Remedy::Tell] {
        match disarmed.recv_timeout(patience) {
            Err(RecvTimeoutError::Timeout) => remedy(step),
            // Told to stop, or the window is gone.
            Ok(()) | Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    // Before `remedy` goes: whoever sees that no remedy will come also sees that nobody waits.
    drop(disarmed);
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_millis(1);
    const NEVER: Duration = Duration::from_hours(1);

    #[test]
    fn a_page_that_never_comes_is_loaded_once_more_and_then_told_about() {
        let (seen, remedies) = mpsc::channel();
        let watchdog = Watchdog::start(SOON, move |remedy| seen.send(remedy).unwrap());
        assert_eq!(
            remedies.iter().collect::<Vec<_>>(),
            [Remedy::Reload, Remedy::Tell],
            "and nothing after that"
        );
        assert!(!watchdog.disarm(), "nobody waits any more");
    }

    #[test]
    fn a_page_that_comes_is_left_alone() {
        let (seen, remedies) = mpsc::channel::<Remedy>();
        let watchdog = Watchdog::start(NEVER, move |remedy| seen.send(remedy).unwrap());
        assert!(watchdog.disarm());
        assert_eq!(remedies.iter().count(), 0, "the thread has ended without a remedy");
    }

    #[test]
    fn a_page_that_comes_after_it_was_loaded_again_is_not_told_about() {
        let (disarm, disarmed) = mpsc::channel();
        let mut remedies = Vec::new();
        wait(disarmed, SOON, |remedy| {
            remedies.push(remedy);
            disarm.send(()).unwrap();
        });
        assert_eq!(remedies, [Remedy::Reload]);
    }

    #[test]
    fn only_the_first_word_counts_as_the_first_paint() {
        let watchdog = Watchdog::start(NEVER, |_| {});
        assert!(watchdog.disarm());
        assert!(!watchdog.disarm());
    }
}
