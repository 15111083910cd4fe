//! `engawa-cli`: the same book without a window.

mod answers;
mod args;
mod exit;
mod standing_json;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use engawa_book::{BookError, problem};
use engawa_words::{Lang, Words};

use exit::Exit;

fn main() -> ExitCode {
    let spoken = ["ENGAWA_LANG", "LC_ALL", "LANG"].into_iter().find_map(|name| env::var(name).ok());
    let lang = if spoken.is_some_and(|name| name.starts_with("en")) { Lang::En } else { Lang::Ja };
    let asked = match args::read(&Words::new(lang), env::args_os()) {
        Ok(asked) => asked,
        Err(error) => error.exit(),
    };
    let words = Words::new(asked.common.lang.map_or(lang, Lang::from));
    let exit = answers::answer(asked, words).unwrap_or_else(|stop| told(&stop, words));
    ExitCode::from(exit.code())
}

/// Why there is no answer.
#[derive(Debug)]
pub enum Stop {
    /// The book said no.
    Book(BookError),
    /// What was given, or the place where the answer should go, cannot be read or written.
    Input(String),
    /// No contract, or more than one, is called that.
    NoContract(String),
    /// Neither `--book` nor `ENGAWA_BOOK` names a book.
    NoFolder,
    /// There is no book in the folder.
    NoBook(PathBuf),
    /// The book for a sample holds something already.
    NotEmpty,
}

impl<E: Into<BookError>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Book(error.into())
    }
}

fn told(stop: &Stop, words: Words) -> Exit {
    match stop {
        Stop::Book(error) => {
            let problem = problem(error, &words, words.lang());
            eprintln!("{}\n{}", problem.message, problem.remedy);
            for field in &problem.fields {
                eprintln!("  {}: {}", field.field, field.message);
            }
            if let Some(detail) = &problem.detail {
                eprintln!("  ({detail})");
            }
            Exit::of(problem.code)
        }
        Stop::Input(why) => {
            eprintln!("{}", words.get("cli-input-refused", &[("why", why)]));
            Exit::Failed
        }
        Stop::NoContract(name) => {
            eprintln!("{}", words.get("cli-no-contract", &[("name", name)]));
            Exit::NotFound
        }
        Stop::NoFolder => {
            eprintln!("{}", words.get("cli-no-folder", &[]));
            Exit::Usage
        }
        Stop::NoBook(folder) => {
            eprintln!("{}", words.get("cli-no-book", &[("folder", &folder.display().to_string())]));
            Exit::NoBook
        }
        Stop::NotEmpty => {
            eprintln!("{}", words.get("cli-not-empty", &[]));
            Exit::Failed
        }
    }
}
