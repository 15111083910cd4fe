//! `engawa-cli` on a day of the test's choosing, named by `ENGAWA_NOW`. Only the clock is another than in the program that is
//! shipped, which has no way to be told the time.

use std::env;
use std::process::ExitCode;
use std::sync::Arc;

use engawa_book::{Clock, FixedClock};

fn main() -> ExitCode {
    let Some(now) = env::var("ENGAWA_NOW").ok().and_then(|now| now.parse().ok()) else {
        eprintln!("ENGAWA_NOW names no moment");
        return ExitCode::FAILURE;
    };
    let clock: Arc<dyn Clock> = Arc::new(FixedClock(now));
    ExitCode::from(engawa_cli::run(env::args_os().collect(), &clock).code())
}
