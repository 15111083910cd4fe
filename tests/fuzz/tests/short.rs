//! The corpora, and a few changed inputs for each target: the same in every run.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::time::Duration;

use engawa_fuzz::{TARGETS, shake, target};

/// No input may hold anybody up so long, whatever is in it; many times what the slowest takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

#[track_caller]
fn holds(name: &str) {
    let target = target(name).unwrap();
    match shake(target, 20_261_127, target.short.into(), None).unwrap() {
        Ok(held) => {
            assert!(held.tried > u64::from(target.short), "the corpus is empty");
            let slow: String = String::from_utf8_lossy(&held.slowest_input).chars().take(300).collect();
            println!(
                "{} inputs; the slowest took {:?}: {} bytes, {slow:?}",
                held.tried,
                held.slowest,
                held.slowest_input.len()
            );
            assert!(held.slowest < PATIENCE, "{:?} for {slow:?}", held.slowest);
        }
        Err(broken) => panic!("{broken}"),
    }
}

/// One test a target, so that they run side by side and each says its name.
macro_rules! short_runs {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            holds(stringify!($name));
        })*

        #[test]
        fn every_target_has_a_short_run() {
            assert_eq!(TARGETS.iter().map(|target| target.name).collect::<Vec<_>>(), [$(stringify!($name)),*]);
        }
    };
}

short_runs! { import restore packet pack message contact entry fold guide_find draft }
