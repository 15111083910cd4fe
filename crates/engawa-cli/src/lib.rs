//! `engawa-cli`: the same book without a window. A library, so that tests can run it on a day of their own.

mod answers;
mod args;
mod desk;
mod exit;
mod json;
mod page;
mod stop;

use std::env;
use std::ffi::OsString;
use std::sync::Arc;

use engawa_book::Clock;
use engawa_words::{Lang, Words};

pub use exit::Exit;

/// Does what a command line asks for: answers on standard output, refusals on standard error.
pub fn run(line: Vec<OsString>, clock: &Arc<dyn Clock>) -> Exit {
    let spoken = ["ENGAWA_LANG", "LC_ALL", "LANG"].into_iter().find_map(|name| env::var(name).ok());
    let lang = if spoken.is_some_and(|name| name.starts_with("en")) { Lang::En } else { Lang::Ja };
    let json = line.iter().any(|word| word == "--json");
    match args::read(&Words::new(lang), line) {
        Ok(asked) => {
            let words = Words::new(asked.common.lang.map_or(lang, Lang::from));
            let json = asked.common.json;
            answers::answer(asked, words, clock).unwrap_or_else(|stop| stop.tell(words, json))
        }
        Err(error) if json && error.use_stderr() => {
            stop::Stop::Usage(error.to_string()).tell(Words::new(lang), json)
        }
        Err(error) => {
            // Where nobody listens there is nobody to tell.
            error.print().ok();
            if error.use_stderr() { Exit::Usage } else { Exit::Done }
        }
    }
}
