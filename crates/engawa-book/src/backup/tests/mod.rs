//! Backups as their users see them: made, brought to places, put back, encrypted.

mod keeping;
mod restoring;
mod sealing;
mod stopping;

use std::sync::{Arc, Mutex};

use engawa_domain::calendar::Moment;

use super::restore::Restored;
use super::when::QUIET;
use super::*;
use crate::tests::samples::{InFolder, options};
use crate::{Book, Clock, SeededIds};

/// A clock that is set by hand.
#[derive(Debug)]
pub struct Hand(Mutex<Moment>);

impl Hand {
    pub fn at(text: &str) -> Arc<Self> {
        Arc::new(Self(Mutex::new(text.parse().unwrap())))
    }

    pub fn set(&self, text: &str) {
        *self.0.lock().unwrap() = text.parse().unwrap();
    }
}

impl Clock for Hand {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }
}

/// The book with a clock that is set by hand.
pub fn under(clock: &Arc<Hand>, it: InFolder) -> InFolder {
    let InFolder { book, folder } = it;
    drop(book);
    let mut how = options(folder.path().join("book"), 2);
    how.clock = Arc::clone(clock) as Arc<dyn Clock>;
    how.ids = Arc::new(SeededIds::new(9));
    InFolder { book: Book::open(how).unwrap(), folder }
}

/// The names in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
