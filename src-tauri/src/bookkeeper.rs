//! Keeps the open book on its thread, and says in the user's language what went wrong there.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use engawa_book::{
    BackupRefused, Backups, Book, BookError, Clock as _, SystemClock, problem,
    problem::Problem,
    protect::Typed,
    support::{
        HeldProblems, LastProblems, Program, Shows, Version, support_report, support_report_without_book,
    },
    views::{Access, AppStart, BookKind, Settings},
};
use engawa_words::{Lang, Words};
use tauri::State;

use crate::{
    backing_up::{BackingUp, LONG},
    beside::Files,
    helpers::{Begun, Ended, Helpers},
    locking::{Idle, Now},
    protecting::Protecting,
    shelf::Shelf,
    tongue::Tongue,
    worker::{Care, Worker},
};

/// So long the program waits at its end for what was begun beside the book's thread and was told to stop: only a disk that does not
/// answer takes as long.
const AT_END: Duration = Duration::from_secs(5);

/// What a command is given.
pub type Keeper<'a> = State<'a, Bookkeeper>;

/// The open book, seen from the commands.
#[derive(Debug)]
pub struct Bookkeeper {
    worker: Worker<Open>,
    /// Who does what needs the book's thread no more.
    helpers: Helpers,
    tongue: Tongue,
    /// When somebody was there last, of a protected book.
    idle: Arc<Idle>,
    /// Who is at the files of the book beside its thread.
    pub(crate) files: Files,
    /// Whether the folder of the book may be written into now.
    may_write: Arc<AtomicBool>,
}

/// What is open: a book, or the reason why there is none.
#[derive(Debug)]
pub struct Open {
    pub(crate) shelf: Shelf,
    pub(crate) kind: BookKind,
    pub(crate) book: Result<Book, BookError>,
    /// The book as it was, while the user looks at it. Questions go to it; what belongs to the present goes to the book.
    pub(crate) past: Option<Book>,
    pub(crate) backing_up: BackingUp,
    /// What is going on about its protection.
    pub(crate) protecting: Protecting,
    /// What was met while nothing may be written into the folder of the book.
    held: HeldProblems,
}

/// Which of the two a question is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// What is on the screen: the past while the user looks at it.
    Shown,
    /// The book of today.
    Now,
}

impl Open {
    /// Opens the book; a protected one stays locked.
    pub(crate) fn new(shelf: Shelf, kind: BookKind, lang: Lang) -> Self {
        let book = shelf.open(kind, lang, None);
        Self {
            shelf,
            kind,
            book,
            past: None,
            backing_up: BackingUp::default(),
            protecting: Protecting::default(),
            held: HeldProblems::default(),
        }
    }

    /// Whether a file of ours may be written into the folder of the book: not where the book was refused, nor where it is only
    /// looked at. The window says that nothing is changed there.
    fn may_write(&self) -> bool {
        matches!(&self.book, Ok(book) if book.access() == Access::Writable)
    }

    /// How long the backups have time.
    fn wait(&self) -> Duration {
        match &self.book {
            Ok(book) => self.backing_up.wait(book),
            Err(_) => LONG,
        }
    }

    /// Begins a backup that is due, on a thread of its own. Failing at it costs no record, and the status bar says so.
    fn care(&mut self) {
        if let Ok(book) = &mut self.book {
            self.backing_up.go_on(book);
        }
    }

    /// Makes the last backup before the book is closed.
    pub(crate) fn end(&mut self) {
        if let Ok(book) = &mut self.book {
            self.backing_up.finish(book);
        }
    }

    /// Asks the book in this language; without one, the answer is why.
    pub(crate) fn ask<A>(
        &mut self,
        of: Of,
        lang: Lang,
        work: impl FnOnce(&mut Book) -> Result<A, BookError>,
    ) -> Result<A, Problem> {
        let shown = match of {
            Of::Shown => self.past.as_mut(),
            Of::Now => None,
        };
        let answer = match shown.map_or(self.book.as_mut(), Ok) {
            Ok(book) => {
                book.speak(lang);
                work(book).map_err(|error| problem(&error, &Words::new(lang), lang))
            }
            Err(error) => Err(problem(error, &Words::new(lang), lang)),
        };
        answer.inspect_err(|problem| self.note(problem))
    }

    /// Keeps a problem, masked, for a support report.
    pub(crate) fn note(&mut self, problem: &Problem) {
        if !self.may_write() {
            return self.held.note(problem, SystemClock.now());
        }
        let last = LastProblems::of_book(&self.shelf.folder(self.kind));
        if let Err(error) = last.note(problem, SystemClock.now()) {
            eprintln!("engawa: the problem was not kept for a support report: {error}");
        }
    }

    fn support_report(&self, lang: Lang) -> Result<String, Problem> {
        let report = match &self.book {
            Ok(book) => support_report(book, &self.held, this_program(), lang),
            Err(why) => support_report_without_book(
                Some(&self.shelf.folder(self.kind)),
                &self.held,
                Some(problem(why, &Words::new(lang), lang).code),
                this_program(),
                SystemClock.now(),
                lang,
            ),
        };
        report.map_err(|error| problem(&error, &Words::new(lang), lang))
    }
}

/// This program, for a support report.
fn this_program() -> Program {
    let web_view = tauri::webview_version().ok();
    Program {
        version: Version::read(env!("CARGO_PKG_VERSION")),
        shows: Shows::Window {
            tauri: Version::read(tauri::VERSION),
            web_view: web_view.as_deref().and_then(Version::read),
        },
    }
}

/// What the book is given when nobody asks: a backup when one is due.
const CARE: Care<Open> = Care { wait: Open::wait, take: Open::care, end: Open::end };

impl Bookkeeper {
    /// Starts the thread, which opens the book at once while the window is being made.
    pub fn start(shelf: Shelf, kind: BookKind, tongue: Tongue) -> io::Result<Self> {
        let lang = tongue.now();
        let worker = Worker::start(move || Open::new(shelf.clone(), kind, lang), CARE)?;
        let (idle, may_write) = (Arc::default(), Arc::default());
        let (helpers, files) = (Helpers::default(), Files::default());
        Ok(Self { worker, helpers, tongue, idle, files, may_write })
    }

    /// Asks the book that is shown: the one as it was, while the user looks at it.
    pub async fn ask<A: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Book) -> Result<A, BookError> + Send + 'static,
    ) -> Result<A, Problem> {
        let lang = self.tongue.now();
        self.on_thread(move |open| open.ask(Of::Shown, lang, work)).await
    }

    /// Asks the book of today, whatever is shown: for what belongs to the present.
    pub async fn ask_now<A: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Book) -> Result<A, BookError> + Send + 'static,
    ) -> Result<A, Problem> {
        let lang = self.tongue.now();
        self.on_thread(move |open| open.ask(Of::Now, lang, work)).await
    }

    /// Shows the book as `look` makes it of the book of today. When that fails, what is shown stays.
    pub async fn look_back(
        &self,
        look: impl FnOnce(&Book) -> Result<Book, BookError> + Send + 'static,
    ) -> Result<AppStart, Problem> {
        let lang = self.tongue.now();
        let looked = self.on_thread(move |open| {
            open.past = Some(open.ask(Of::Now, lang, |book| look(book))?);
            Ok(())
        });
        looked.await?;
        self.start_view().await
    }

    /// Shows the book of today again.
    pub async fn back_to_now(&self) -> Result<AppStart, Problem> {
        self.on_thread(|open| {
            open.past = None;
            Ok(())
        })
        .await?;
        self.start_view().await
    }

    /// Does work that needs no book any more on a thread of its own, so that nothing else waits for it.
    pub async fn aside<A: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<A, BookError> + Send + 'static,
    ) -> Result<A, Problem> {
        self.aside_in(self.begin_beside()?, work).await
    }

    /// The same for a piece of work that has begun, in which the book may have been asked before and is asked again.
    pub async fn aside_in<A: Send + 'static>(
        &self,
        begun: Begun,
        work: impl FnOnce() -> Result<A, BookError> + Send + 'static,
    ) -> Result<A, Problem> {
        let lang = self.tongue.now();
        let done = begun.run(work).await.map_err(|unfinished| self.tongue.unfinished(unfinished))?;
        done.map_err(|error| problem(&error, &Words::new(lang), lang))
    }

    /// Begins work beside the book's thread. The end of the program waits until it has ended.
    pub fn begin_beside(&self) -> Result<Begun, Problem> {
        self.helpers.begin().map_err(|unfinished| self.tongue.unfinished(unfinished))
    }

    /// Has something done with what is open, which may close it and open it again.
    pub async fn with<A: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Open, Lang) -> Result<A, Problem> + Send + 'static,
    ) -> Result<A, Problem> {
        let lang = self.tongue.now();
        let done = self.on_thread(move |open| work(open, lang)).await;
        // What is open now may be protected, or no longer.
        let _ = self.start_view().await;
        done
    }

    /// What the window needs first. A book that could not be opened is tried once more: the user may have repaired the cause.
    pub async fn begin(&self) -> Result<AppStart, Problem> {
        let lang = self.tongue.now();
        let retried = self.on_thread(move |open| {
            open.try_again(lang);
            Ok(())
        });
        retried.await?;
        self.start_view().await
    }

    /// Opens the other book. When that fails, the one that is open stays open.
    pub async fn open(&self, kind: BookKind) -> Result<AppStart, Problem> {
        let lang = self.tongue.now();
        let opened = self.on_thread(move |open| open.change_to(kind, lang));
        opened.await?;
        self.start_view().await
    }

    /// A support report, also where no book could be opened.
    pub async fn support_report(&self) -> Result<String, Problem> {
        let lang = self.tongue.now();
        self.on_thread(move |open| open.support_report(lang)).await
    }

    /// Opens a locked book.
    pub async fn unlock(&self, secret: Typed) -> Result<AppStart, Problem> {
        let lang = self.tongue.now();
        self.on_thread(move |open| open.unlock(&secret, lang)).await?;
        self.start_view().await
    }

    /// Locks a protected book.
    pub async fn lock(&self) -> Result<(), Problem> {
        self.idle.rest();
        self.on_thread(|open| {
            open.lock();
            Ok(())
        })
        .await
    }

    /// Somebody is there.
    pub fn touch(&self) {
        self.idle.touch(Now::of_this_machine());
    }

    /// Whether nobody has been there for the time that was set.
    pub fn is_idle(&self) -> bool {
        self.idle.is_over(Now::of_this_machine())
    }

    /// Locks the book when nobody has been there for the time that was set.
    pub async fn lock_when_idle(&self) -> Result<(), Problem> {
        // Whatever comes to the thread then finds it locked.
        if self.is_idle() { self.on_thread(|_| Ok(())).await } else { Ok(()) }
    }

    /// Begins to watch over a protected book, or lets a plain one be.
    pub fn watch(&self, settings: &Settings, is_protected: bool) {
        if is_protected {
            self.idle.watch(settings.lock_after_minutes, Now::of_this_machine());
        } else {
            self.idle.rest();
        }
    }

    pub(crate) async fn start_view(&self) -> Result<AppStart, Problem> {
        let mut start = self.ask(|book| book.app_start()).await?;
        self.watch(&start.settings, start.book.protected);
        if let Some(forced) = self.tongue.forced() {
            start.settings.language = forced;
        }
        Ok(start)
    }

    /// Has something done with the backups, beside the book's thread: nobody waits for it who does not ask for it.
    pub async fn beside<A: Send + 'static>(
        &self,
        work: impl FnOnce(Backups) -> Result<A, BackupRefused> + Send + 'static,
    ) -> Result<A, Problem> {
        let reads = self.reads().await?;
        let backups = self.ask(|book| Ok(book.backups())).await?;
        self.aside_in(reads.begun(), move || {
            let done = work(backups);
            drop(reads);
            Ok(done?)
        })
        .await
    }

    /// The language spoken outside the page.
    pub const fn tongue(&self) -> &Tongue {
        &self.tongue
    }

    /// Whether the folder of the book may be written into: not before the book is open, nor where it is refused or only looked at.
    pub fn may_write(&self) -> bool {
        self.may_write.load(Ordering::Relaxed)
    }

    /// Finishes what was asked for and closes the book. What was begun beside it should have been told to stop; whether it did in time.
    pub fn close(&self) -> Ended {
        self.helpers.shut();
        // What was begun beside the thread may wait for its answer, and may have more to ask: the thread closes after it.
        let _ = tauri::async_runtime::block_on(self.worker.ask(|_| ()));
        let ended = self.helpers.wait(AT_END);
        if ended == Ended::NotAll {
            eprintln!("engawa: something beside the book's thread did not stop in time");
        }
        self.worker.close();
        ended
    }

    pub(crate) async fn on_thread<A: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Open) -> Result<A, Problem> + Send + 'static,
    ) -> Result<A, Problem> {
        let (may_write, idle) = (Arc::clone(&self.may_write), Arc::clone(&self.idle));
        let told = move |open: &mut Open| {
            // Whoever comes after the time finds the book locked, even before the watch has looked.
            if idle.is_over(Now::of_this_machine()) {
                idle.rest();
                open.lock();
            }
            let done = work(open);
            may_write.store(open.may_write(), Ordering::Relaxed);
            done
        };
        self.worker.ask(told).await.unwrap_or_else(|unfinished| Err(self.tongue.unfinished(unfinished)))
    }
}
