//! Where the books are: the user's own and the sample, each in a folder of its own.

use std::path::{Path, PathBuf};

use engawa_book::{Book, BookError, OpenOptions, protect::BookKey, views::BookKind};
use engawa_words::Lang;

/// The folder of the user's own book within the folder for local data.
const OWN: &str = "engawa-book";
/// The folder of the sample book beside it.
const SAMPLE: &str = "engawa-sample-book";

/// The two folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    own: PathBuf,
    place: Place,
}

/// Who chose the place of the own book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The user named it. Where not even the folder above is there, the disk is away, and no new book is begun.
    Named,
    /// It is the usual one, made at the first start.
    Usual,
}

impl Shelf {
    /// The shelf whose own book is in this folder.
    pub const fn with_own_book_in(folder: PathBuf) -> Self {
        Self { own: folder, place: Place::Named }
    }

    /// The default in this folder for local data. Neither the folder that carries the app's identifier nor the folder it is
    /// installed in: an uninstaller may delete those.
    pub fn in_local_data(folder: &Path) -> Self {
        Self { own: folder.join(OWN), place: Place::Usual }
    }

    /// The folder of a book.
    pub fn folder(&self, kind: BookKind) -> PathBuf {
        match kind {
            BookKind::Own => self.own.clone(),
            BookKind::Sample => self.own.with_file_name(SAMPLE),
        }
    }

    /// How a book is opened on this machine.
    pub fn options(&self, kind: BookKind, lang: Lang) -> Result<OpenOptions, BookError> {
        let options = OpenOptions::of_this_machine(self.folder(kind), kind, lang)?;
        #[cfg(feature = "test-clock")]
        let options = test_clock::told(options);
        Ok(options)
    }

    /// Opens a book, a protected one with its key; the sample is filled when it is opened for the first time.
    pub fn open(&self, kind: BookKind, lang: Lang, key: Option<&BookKey>) -> Result<Book, BookError> {
        let options = self.options(kind, lang)?;
        let above = options.folder.parent();
        if self.place == Place::Named
            && above.is_some_and(|above| above.components().count() > 0 && !above.exists())
        {
            let path = options.folder;
            return Err(BookError::Folder { path, source: std::io::ErrorKind::NotFound.into() });
        }
        let mut book = Book::open_with(options, key)?;
        match kind {
            BookKind::Own => {}
            BookKind::Sample => book.fill_sample()?,
        }
        Ok(book)
    }
}

/// A clock that a test sets: a story then always happens on the same day. No package is built with it.
#[cfg(feature = "test-clock")]
mod test_clock {
    use std::{env, sync::Arc, time::Instant};

    use engawa_book::{Clock, OpenOptions};
    use engawa_domain::calendar::Moment;

    /// It was `set` when the program began, and goes on from there as clocks do.
    #[derive(Debug)]
    struct Set {
        set: Moment,
        began: Instant,
    }

    impl Clock for Set {
        fn now(&self) -> Moment {
            let since = i64::try_from(self.began.elapsed().as_millis()).unwrap_or(0);
            Moment::from_millis(self.set.as_millis().saturating_add(since)).unwrap_or(self.set)
        }
    }

    /// The options with the clock of `ENGAWA_NOW`, where that names a moment.
    pub fn told(mut options: OpenOptions) -> OpenOptions {
        let named = env::var("ENGAWA_NOW").ok().and_then(|now| now.parse().ok());
        if let Some(set) = named {
            options.clock = Arc::new(Set { set, began: Instant::now() });
        }
        options
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_lies_beside_the_own_book_and_never_in_it() {
        let shelf = Shelf::with_own_book_in(PathBuf::from("/data/my book"));
        assert_eq!(shelf.folder(BookKind::Own), Path::new("/data/my book"));
        assert_eq!(shelf.folder(BookKind::Sample), Path::new("/data/engawa-sample-book"));
    }

    #[test]
    fn where_the_disk_of_a_named_book_is_away_no_new_book_is_begun() {
        let disk = tempfile::tempdir().unwrap();
        let folder = disk.path().join("stick").join("book");
        let shelf = Shelf::with_own_book_in(folder.clone());
        let refused = shelf.open(BookKind::Own, Lang::Ja, None);
        assert!(matches!(refused, Err(BookError::Folder { .. })), "{refused:?}");
        assert!(!folder.exists(), "an empty book in its place would look like everything is lost");
        let usual = Shelf::in_local_data(&disk.path().join("new account"));
        assert!(usual.open(BookKind::Own, Lang::Ja, None).is_ok(), "the first start makes the usual one");
    }

    #[test]
    fn an_uninstaller_finds_no_book_in_the_folders_it_deletes() {
        let config: serde_json::Value = serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();
        let local = Path::new("/home/a/.local/share");
        let deleted = ["identifier", "productName"].map(|name| local.join(config[name].as_str().unwrap()));
        for kind in [BookKind::Own, BookKind::Sample] {
            let folder = Shelf::in_local_data(local).folder(kind);
            for deleted in &deleted {
                assert!(
                    !folder.starts_with(deleted),
                    "{} would be deleted with {}",
                    folder.display(),
                    deleted.display()
                );
            }
        }
    }
}
