//! `engawa-cli`: the same book without a window.

use std::env;
use std::process::ExitCode;
use std::sync::Arc;

use engawa_book::{Clock, SystemClock};

fn main() -> ExitCode {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    ExitCode::from(engawa_cli::run(env::args_os().collect(), &clock).code())
}
