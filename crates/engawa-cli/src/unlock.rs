//! The passphrase of a protected book: from a file, or asked for on the terminal. Never from the command line itself, which other
//! programs can read.

use std::fs;
use std::io::{IsTerminal as _, stdin};
use std::path::Path;

use engawa_book::protect::{self, BookKey, ProtectionRefused, Secret, Typed};
use engawa_book::{BookError, Clock};
use engawa_words::Words;
use zeroize::Zeroizing;

use crate::stop::{Stop, input};

/// The key of the book in this folder; none for a plain one. The file may hold the passphrase or the recovery code.
pub fn key(
    folder: &Path,
    passphrase: Option<&Path>,
    clock: &dyn Clock,
    words: Words,
) -> Result<Option<BookKey>, Stop> {
    let now = clock.now();
    if !protect::is_protected(folder, now)? {
        return Ok(None);
    }
    Ok(Some(protect::unlock(folder, &secret(passphrase, words)?, now)?))
}

/// A passphrase or a recovery code: from a file, or asked for.
pub fn secret(file: Option<&Path>, words: Words) -> Result<Secret, Stop> {
    let typed = match file {
        Some(file) => read(file)?,
        None if stdin().is_terminal() => ask(words)?,
        None => return Err(BookError::from(ProtectionRefused::Locked).into()),
    };
    Ok(Secret::of(&typed))
}

/// The first line of a file, as editors leave it: with an end of line or without, and after the mark that some put first.
fn read(file: &Path) -> Result<Typed, Stop> {
    let text = Zeroizing::new(fs::read_to_string(file).map_err(input)?);
    let line = text.trim_start_matches('\u{FEFF}').lines().next().unwrap_or_default();
    Ok(Typed::new(line.to_owned()))
}

fn ask(words: Words) -> Result<Typed, Stop> {
    rpassword::prompt_password(words.get("protect-ask", &[])).map(Typed::new).map_err(input)
}
