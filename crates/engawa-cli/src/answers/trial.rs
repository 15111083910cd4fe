//! Where an import is tried.

use std::path::{Path, PathBuf, absolute};
use std::{env, fs};

use engawa_book::{Clock, Ids, RandomIds};

use crate::stop::{Stop, input};

/// The folder of the book into which an import would go; where there is no book yet, a folder beside it that is gone
/// afterwards, so that trying begins no book.
pub enum Trial {
    /// The book is there.
    InBook(PathBuf),
    /// There is none: this folder was made for the trial.
    Aside(PathBuf),
}

impl Trial {
    /// The place for a trial. Beside the book rather than among the temporary files: those may lie in memory, and an import
    /// may be large.
    pub fn of(book: &Path, clock: &dyn Clock) -> Result<Self, Stop> {
        if book.join("book.sqlite").exists() {
            return Ok(Self::InBook(book.to_owned()));
        }
        let book = absolute(book).map_err(input)?;
        let beside =
            book.parent().filter(|parent| parent.is_dir()).map_or_else(env::temp_dir, Path::to_owned);
        let name = RandomIds::default().next(clock.now());
        let aside = beside.join(format!(".engawa-trial-{name}"));
        fs::create_dir(&aside).map_err(input)?;
        Ok(Self::Aside(aside))
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        match self {
            Self::InBook(folder) | Self::Aside(folder) => folder,
        }
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        match self {
            Self::InBook(_) => {}
            // What is left behind is an empty book under a name that says what it was.
            Self::Aside(folder) => drop(fs::remove_dir_all(folder)),
        }
    }
}
