//! What the bookkeeper does about a book that does not open, or in which something is wrong.

use std::{ops::ControlFlow, path::PathBuf};

use engawa_book::{
    Book, BookError, Opened, Patience, Rescue, problem,
    problem::Problem,
    protect::ProtectionRefused,
    trouble, trouble_kind,
    views::{AppStart, BookKind, CheckView, RepairView, RescueView, TroubleKind, TroubleView},
};
use engawa_words::{Lang, Words};

use crate::{
    bookkeeper::{Bookkeeper, Open},
    shelf::Shelf,
    works::unless_stopped,
};

impl Open {
    fn trouble(&mut self) -> Option<TroubleView> {
        let folder = self.shelf.folder(self.kind);
        // Of a locked one nothing can be told of its backups.
        let rescue = self.rescue().unwrap_or_else(|_| Rescue::in_folder(&folder));
        match &mut self.book {
            Err(error) => Some(trouble(error, &rescue, Opened::No)),
            Ok(book) => book.app_start().err().map(|error| trouble(&error, &rescue, Opened::Yes)),
        }
    }

    fn rescue(&self) -> Result<Rescue, BookError> {
        Rescue::unlocked(&self.shelf.folder(self.kind), self.protecting.key.as_ref())
    }

    /// Lets go of the book, has something done with its folder, and opens it again whatever came of it.
    fn without_book<A>(
        &mut self,
        lang: Lang,
        work: impl FnOnce(&Rescue, &Shelf, BookKind) -> Result<A, BookError>,
    ) -> Result<A, Problem> {
        // The lock goes with it.
        (self.book, self.past) = (Err(BookError::NothingToRescue), None);
        let done = self.rescue().and_then(|rescue| work(&rescue, &self.shelf, self.kind));
        self.book = self.shelf.open(self.kind, lang, self.protecting.key.as_ref());
        done.map_err(|error| problem(&error, &Words::new(lang), lang))
    }

    /// The book only to be looked at: as it is, or where it cannot be read everywhere, what can be read of it.
    fn look(&self, lang: Lang) -> Result<Book, BookError> {
        let options = || self.shelf.options(self.kind, lang);
        let readable = || self.rescue()?.look(options()?);
        match self.book.as_ref().map_err(trouble_kind) {
            // It opens, and something in it cannot be read.
            Ok(_) | Err(TroubleKind::Damaged | TroubleKind::NotABook) => readable(),
            Err(
                TroubleKind::Held
                | TroubleKind::Newer
                | TroubleKind::ReadOnly
                | TroubleKind::Full
                | TroubleKind::Vanished
                | TroubleKind::Other,
            ) => Book::open_read_only(options()?, self.protecting.key.as_ref()),
        }
    }
}

impl Bookkeeper {
    /// What is the matter; `None` when the book is open and can be shown.
    pub async fn trouble(&self) -> Result<Option<TroubleView>, Problem> {
        let mut trouble = self.on_thread(|open| Ok(open.trouble())).await?;
        if let (Some(trouble), Some(forced)) = (&mut trouble, self.tongue().forced()) {
            trouble.language = forced;
        }
        Ok(trouble)
    }

    /// Opens the book only to look at it.
    pub async fn look(&self) -> Result<AppStart, Problem> {
        let lang = self.tongue().now();
        self.on_thread(move |open| {
            open.past = None;
            open.book = Ok(open.look(lang).map_err(|error| problem(&error, &Words::new(lang), lang))?);
            Ok(())
        })
        .await?;
        self.start_view().await
    }

    /// Puts what can be read in the place of the book, and opens it; `None` when that was stopped. `bind` is asked once, before nothing
    /// can be stopped any more.
    pub async fn rescue(
        &self,
        patience: Patience,
        mut bind: impl FnMut() -> ControlFlow<()> + Send + 'static,
    ) -> Result<Option<RescueView>, Problem> {
        let lang = self.tongue().now();
        let Some(_alone) = self.files.alone(&patience).await else { return Ok(None) };
        self.on_thread(move |open| {
            open.without_book(lang, |rescue, shelf, kind| {
                unless_stopped(rescue.in_place_watched(&shelf.options(kind, lang)?, &patience, &mut bind))
            })
        })
        .await
    }

    /// Puts a backup in the place of the book, and opens it; where the one from before is kept, or `None` when that was stopped.
    pub async fn restore_unopened(
        &self,
        name: String,
        patience: Patience,
        mut bind: impl FnMut() -> ControlFlow<()> + Send + 'static,
    ) -> Result<Option<String>, Problem> {
        let lang = self.tongue().now();
        let Some(_alone) = self.files.alone(&patience).await else { return Ok(None) };
        self.on_thread(move |open| {
            open.without_book(lang, |rescue, shelf, kind| {
                let options = shelf.options(kind, lang)?;
                let kept = unless_stopped(rescue.restore_watched(&name, &options, &patience, &mut bind))?;
                Ok(kept.map(|kept| kept.display().to_string()))
            })
        })
        .await
    }

    /// Opens the book of another folder, until the program ends. When that fails, what is open stays.
    pub async fn open_at(&self, folder: PathBuf) -> Result<AppStart, Problem> {
        let lang = self.tongue().now();
        self.on_thread(move |open| {
            let told = |error: BookError| problem(&error, &Words::new(lang), lang);
            if !folder.join("book.sqlite").exists() {
                // A slip of the path begins no new book.
                return Err(told(BookError::Folder {
                    path: folder,
                    source: std::io::ErrorKind::NotFound.into(),
                }));
            }
            let other = Shelf::with_own_book_in(folder);
            let book = other.open(BookKind::Own, lang, None);
            // One that is protected is shown locked, and asks for its passphrase.
            let book = match book {
                Err(error) if !matches!(error, BookError::Protection(ProtectionRefused::Locked)) => {
                    return Err(told(error));
                }
                book => book,
            };
            // Nobody takes care of a book that is not open.
            open.end();
            (open.shelf, open.kind, open.book, open.past) = (other, BookKind::Own, book, None);
            open.protecting.key = None;
            Ok(())
        })
        .await?;
        self.start_view().await
    }

    /// Looks through the book, which goes on answering meanwhile; `None` when that was stopped.
    pub async fn check(&self, patience: Patience) -> Result<Option<CheckView>, Problem> {
        let reads = self.reads().await?;
        let found = match self.ask(|book| Ok(book.examiner())).await? {
            None => self.ask(move |book| unless_stopped(book.check_watched(&patience))).await?,
            Some(examiner) => {
                let looked = self.aside_in(reads.begun(), move || {
                    let found = unless_stopped(examiner.look(&patience));
                    drop(reads);
                    found
                });
                looked.await?
            }
        };
        let Some(found) = found else { return Ok(None) };
        self.ask(move |book| Ok(Some(book.check_view(&found)))).await
    }

    /// Sets right what can be; `None` when that was stopped before anything was changed.
    pub async fn repair(
        &self,
        patience: Patience,
        bind: impl FnOnce() -> ControlFlow<()> + Send + 'static,
    ) -> Result<Option<RepairView>, Problem> {
        self.ask(move |book| {
            let report = unless_stopped(book.repair_watched(&patience, bind))?;
            Ok(report.map(|report| book.repair_view(&report)))
        })
        .await
    }
}
