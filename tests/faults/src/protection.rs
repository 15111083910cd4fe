//! A book that is protected, and one that is made plain again: what the process that is hurt does, and what must be there after.

use std::path::{Path, PathBuf};
use std::{fs, io};

use engawa_book::protect::{self, BookKey, Cost, Passphrase, RecoveryCode, Secret, Typed};
use engawa_book::{Book, BookError, Clock, SystemClock};

use crate::{open_with, work::debris};

/// Which of the two a book is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Anybody reads it.
    Plain,
    /// Nobody does without its passphrase.
    Protected,
}

impl Kind {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Plain => Self::Protected,
            Self::Protected => Self::Plain,
        }
    }

    /// What the process says when a book has become one.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Protected => "protected",
        }
    }
}

/// The passphrase is the same in all tests, and trying it costs nothing: what they hurt lies elsewhere.
const COST: Cost = Cost { memory_kib: 8, passes: 1, lanes: 1 };

fn passphrase() -> Passphrase {
    Passphrase::of(&Typed::new("縁側で一服する午後".to_owned()))
}

/// The key of the book in this folder, as the app asks for it; what was begun is finished first.
pub fn key(folder: &Path) -> Result<Option<BookKey>, BookError> {
    let now = SystemClock.now();
    if !protect::is_protected(folder, now)? {
        return Ok(None);
    }
    protect::unlock(folder, &Secret::Passphrase(passphrase()), now).map(Some)
}

/// Makes the book in this folder one of this kind.
pub fn turn(folder: &Path, into: Kind) -> Result<(), BookError> {
    let (now, on) = (SystemClock.now(), &mut |_| protect::Go::On);
    match into {
        Kind::Protected => {
            let code = RecoveryCode::new()?;
            protect::protect(folder, &passphrase(), &code, COST, now, on).map(drop)
        }
        Kind::Plain => protect::unprotect(folder, &Secret::Passphrase(passphrase()), now, on).map(drop),
    }
}

/// What a book says, and how many files of evidence prove it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Says {
    digest: String,
    files: u64,
}

/// What the book in this folder says. It must be whole, and nothing may lie about in it.
pub fn says(folder: &Path) -> Result<(Kind, Says), String> {
    let in_words = |error: BookError| error.to_string();
    let key = key(folder).map_err(in_words)?;
    let kind = if key.is_some() { Kind::Protected } else { Kind::Plain };
    let book: Book = open_with(folder.to_owned(), key.as_ref()).map_err(in_words)?;
    let check = book.check().map_err(in_words)?;
    if !check.is_whole() {
        return Err(format!("{}, not whole: {check:?}", kind.word()));
    }
    let says = Says { digest: book.digest().map_err(in_words)?.to_string(), files: check.files_seen };
    drop(book);
    match debris(folder).map_err(|error| error.to_string())? {
        left if left.is_empty() && !folder.join("protecting").exists() => Ok((kind, says)),
        left => Err(format!("{}, left lying about: {left:?}", kind.word())),
    }
}

/// Files below a folder with these bytes in them.
pub fn files_with(folder: &Path, bytes: &[u8]) -> io::Result<Vec<PathBuf>> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if fs::read(&path)?.windows(bytes.len()).any(|window| window == bytes) {
                found.push(path);
            }
        }
    }
    Ok(found)
}
