//! Waiting for a condition.

use std::time::{Duration, Instant};

/// How long a condition may take. Far more than it ever does: a loaded machine must not turn a fact into a failure.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// How often a condition is looked at: often enough not to be felt, seldom enough not to slow down what is waited for.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Waits until `look` answers; panics in the caller's line, naming `what`, when it has not within [`PATIENCE`].
#[track_caller]
pub fn until<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    until_within(PATIENCE, what, look)
}

/// Waits until `look` answers; panics in the caller's line, naming `what`, when it has not within `limit`.
#[track_caller]
pub fn until_within<T>(limit: Duration, what: &str, look: impl FnMut() -> Option<T>) -> T {
    let Some(found) = within(limit, look) else {
        panic!("waited {} s for {what}", limit.as_secs());
    };
    found
}

/// Watches for something that should not come, for as long as it would need to come; what came, if it did.
pub fn waits_in_vain<T>(limit: Duration, look: impl FnMut() -> Option<T>) -> Option<T> {
    within(limit, look)
}

/// Waits until `look` answers or the time is over.
pub(crate) fn within<T>(limit: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let began = Instant::now();
    loop {
        let found = look();
        if found.is_some() || began.elapsed() > limit {
            return found;
        }
        std::thread::sleep(LOOK_EVERY);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_that_holds_is_not_waited_for() {
        assert_eq!(within(Duration::ZERO, || Some(1)), Some(1));
    }

    #[test]
    #[should_panic(expected = "waited 0 s for the moon")]
    fn a_condition_that_never_comes_is_named() {
        until_within(Duration::ZERO, "the moon", || None::<()>);
    }

    #[test]
    fn a_condition_is_looked_at_until_it_holds() {
        let mut looks = 0;
        let found = within(PATIENCE, || {
            looks += 1;
            (looks == 3).then_some(looks)
        });
        assert_eq!(found, Some(3));
    }
}
