//! `engawa-cli`: the same book without a window. A library, so that tests can run it on a day of their own.

mod answers;
mod args;
mod desk;
mod exit;
mod json;
mod page;
#[cfg(test)]
mod plurals;
mod stop;
mod unlock;

use std::env;
use std::ffi::OsString;
use std::sync::Arc;

use clap::error::ErrorKind;
use engawa_book::Clock;
use engawa_words::{Lang, Words};

use stop::Stop;

pub use exit::Exit;

/// Does what a command line asks for: answers on standard output, refusals on standard error.
pub fn run(line: Vec<OsString>, clock: &Arc<dyn Clock>) -> Exit {
    let spoken = ["ENGAWA_LANG", "LC_ALL", "LANG"].into_iter().find_map(|name| env::var(name).ok());
    // Help is shown before the line is understood, and in the language that it asks for.
    let spoken = named(&line).or(spoken);
    let lang = if spoken.is_some_and(|name| name.starts_with("en")) { Lang::En } else { Lang::Ja };
    let json = line.iter().any(|word| word == "--json");
    match args::read(&Words::new(lang), line) {
        Ok(asked) => {
            let words = Words::new(asked.common.lang.map_or(lang, Lang::from));
            let json = asked.common.json;
            answers::answer(asked, words, clock).unwrap_or_else(|stop| stop.tell(words, json))
        }
        Err(error) => misunderstood(&error, Words::new(lang), json),
    }
}

/// The language that a line names.
fn named(line: &[OsString]) -> Option<String> {
    let words: Vec<&str> = line.iter().filter_map(|word| word.to_str()).collect();
    let apart = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let joined = || words.iter().find_map(|word| word.strip_prefix("--lang="));
    apart.or_else(joined).map(str::to_owned)
}

/// Help that was asked for, or what was wrong with the line: in our words, then as clap shows it.
fn misunderstood(error: &clap::Error, words: Words, json: bool) -> Exit {
    let shows_help = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return shown(error, Exit::Done),
        kind => kind == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand,
    };
    if json {
        return Stop::Usage(error.to_string()).tell(words, json);
    }
    if !shows_help {
        Stop::Usage(String::new()).tell(words, json);
    }
    shown(error, Exit::Usage)
}

fn shown(error: &clap::Error, exit: Exit) -> Exit {
    // Where nobody listens there is nobody to tell.
    error.print().ok();
    exit
}
