//! Long work on the files of a book, beside its thread: whoever asks the book something else does not wait for it. Whoever puts other
//! files in their place waits until nobody reads them.

use std::{ops::ControlFlow, sync::Arc, time::Duration};

use engawa_book::{
    AfterRestore, Book, BookError, FileRefused, Patience, Restoring, problem,
    problem::Problem,
    views::{ImportInput, ImportedView, RestoredView},
};
use engawa_words::{Lang, Words};
use tokio::sync::{Mutex, OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock};

use crate::{
    bookkeeper::{Bookkeeper, Of, Open},
    helpers::Begun,
    works::unless_stopped,
};

/// So often whoever waits for others asks whether it is still wanted.
const LOOK: Duration = Duration::from_millis(100);

/// Who is at the files of the book.
#[derive(Debug, Default)]
pub struct Files {
    /// Read by many, put in place by one.
    of_the_book: Arc<RwLock<()>>,
    /// One restore after the other: each is prepared under the same name.
    restoring: Mutex<()>,
}

/// Somebody reads the files of the book, in work that has begun.
#[derive(Debug)]
pub struct Reads {
    begun: Begun,
    _files: OwnedRwLockReadGuard<()>,
}

impl Reads {
    /// The work, of which more pieces may follow.
    pub fn begun(&self) -> Begun {
        self.begun.clone()
    }
}

/// Nobody else is at the files of the book.
pub type Alone = OwnedRwLockWriteGuard<()>;

impl Files {
    /// To be kept while other files take the place of the book's; none for whoever was stopped while others read.
    pub async fn alone(&self, patience: &Patience) -> Option<Alone> {
        loop {
            let others = Arc::clone(&self.of_the_book).write_owned();
            match tokio::time::timeout(LOOK, others).await {
                Ok(alone) => return Some(alone),
                Err(_) if patience.ask().is_err() => return None,
                Err(_) => {}
            }
        }
    }
}

impl Open {
    /// Puts a backup that was prepared in the place of the book, or takes back what was prepared.
    fn put_back(
        &mut self,
        restoring: &Restoring,
        prepared: Result<(), BookError>,
        bind: impl Fn() -> ControlFlow<()>,
        lang: Lang,
    ) -> Result<Option<RestoredView>, Problem> {
        let in_words = |error: &BookError| problem(error, &Words::new(lang), lang);
        if let Ok(book) = &mut self.book {
            self.backing_up.interrupt(book);
        }
        // Nobody else asks while this thread is at it.
        let taken = std::mem::replace(&mut self.book, Err(BookError::Held { holder: None }));
        let book = match taken {
            Ok(book) => book,
            Err(error) => {
                let told = in_words(&error);
                self.book = Err(error);
                return Err(told);
            }
        };
        let may_go = prepared.and_then(|()| match bind() {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(FileRefused::Cancelled.into()),
        });
        let after = match may_go {
            Ok(()) => {
                self.past = None;
                book.restore_prepared(restoring, &mut |_| Ok(()))
            }
            Err(error) => {
                book.give_up_restore(restoring);
                AfterRestore { book: Ok(book), done: Err(error) }
            }
        };
        self.book = after.book;
        unless_stopped(after.done).map_err(|error| in_words(&error))
    }
}

impl Bookkeeper {
    /// Begins work that reads the files of the book beside its thread. To be kept as long as it reads them.
    pub async fn reads(&self) -> Result<Reads, Problem> {
        let begun = self.begin_beside()?;
        let files = Arc::clone(&self.files.of_the_book).read_owned().await;
        Ok(Reads { begun, _files: files })
    }

    /// Has a book read as it stands now, on a thread of its own: whatever is recorded meanwhile is not in it.
    pub async fn standing<A: Send + 'static>(
        &self,
        of: Of,
        work: impl FnOnce(&Book) -> Result<A, BookError> + Send + 'static,
    ) -> Result<A, Problem> {
        let reads = self.reads().await?;
        let lang = self.tongue().now();
        let book = self.on_thread(move |open| open.ask(of, lang, |book| book.as_it_stands())).await?;
        let done = self.aside_in(reads.begun(), move || {
            let done = work(&book);
            // Closed before anybody may put another file in its place.
            drop(book);
            drop(reads);
            done
        });
        self.noted(done.await).await
    }

    /// Takes in an export: what takes long of it beside the book's thread, only the records themselves on it. `None` when that was
    /// stopped.
    pub async fn import(
        &self,
        input: ImportInput,
        patience: Patience,
    ) -> Result<Option<ImportedView>, Problem> {
        let reads = self.reads().await?;
        let (asked, waiting) = (input.clone(), patience.clone());
        let mut importing = self.ask_now(move |book| book.import_asked(&asked)).await?;
        let received = self.aside_in(reads.begun(), move || {
            let received = importing.receive_given(input.passphrase, &waiting);
            Ok((importing, received))
        });
        let (importing, received) = received.await?;
        let taken = self.ask_now(move |book| {
            let taken = book.import_ended(&importing, received, &patience);
            Ok((importing, taken))
        });
        let (importing, taken) = taken.await?;
        let done = self.aside_in(reads.begun(), move || {
            importing.close()?;
            drop(reads);
            unless_stopped(taken)
        });
        self.noted(done.await).await
    }

    /// Puts a backup in the place of the book; `None` when that was stopped. It is proven and made ready beside the book's thread.
    /// `bind` is asked once, before nothing can be stopped any more.
    pub async fn restore(
        &self,
        named: String,
        patience: Patience,
        bind: impl Fn() -> ControlFlow<()> + Send + 'static,
    ) -> Result<Option<RestoredView>, Problem> {
        let _one = self.files.restoring.lock().await;
        let reads = self.reads().await?;
        // It has not ended before its files are in their place, or taken back.
        let begun = reads.begun();
        self.make_way().await?;
        let mut restoring = self.ask_now(|book| book.restoring()).await?;
        let waiting = patience.clone();
        let prepared = self.aside_in(begun.clone(), move || {
            let prepared = restoring.prepare(&named, &waiting, &mut |_| Ok(()));
            Ok((restoring, prepared))
        });
        let (restoring, mut prepared) = prepared.await?;
        drop(reads);
        let alone = self.files.alone(&patience).await;
        if alone.is_none() {
            prepared = prepared.and(Err(FileRefused::Cancelled.into()));
        }
        let lang = self.tongue().now();
        let done = self.on_thread(move |open| open.put_back(&restoring, prepared, bind, lang)).await;
        drop((alone, begun));
        self.noted(done).await
    }

    /// Keeps a problem that was met beside the book's thread for a support report.
    async fn noted<A>(&self, done: Result<A, Problem>) -> Result<A, Problem> {
        if let Err(problem) = &done {
            let problem = problem.clone();
            let noted = self.on_thread(move |open| {
                open.note(&problem);
                Ok(())
            });
            // Where the book's thread has ended there is nobody to keep it.
            let _ = noted.await;
        }
        done
    }
}
