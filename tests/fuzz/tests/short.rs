//! The corpora, and a few changed inputs for each target: the same in every run.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use engawa_fuzz::{TARGETS, shake, target};

#[track_caller]
fn holds(name: &str) {
    let target = target(name).unwrap();
    match shake(target, 20_261_127, target.short.into(), None).unwrap() {
        Ok(tried) => assert!(tried > u64::from(target.short), "the corpus is empty"),
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

short_runs! { import restore pack message contact entry fold guide_find draft }
