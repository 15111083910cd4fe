//! Backups in the background. The book's thread begins one when it is due and takes note of what came of it; the copying and
//! proving is done on a thread of its own, which reads beside whoever writes. The window is told how far it is, and whoever leaves sees
//! the last one, which may be left too.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use engawa_book::{BackupKept, BackupWhy, Book, BookError, Due, Patience, problem::Problem};

use crate::{
    bookkeeper::{Bookkeeper, Open},
    host::Host,
    works::{WorkId, Works},
};

/// So long is nothing asked when nothing is due.
pub const LONG: Duration = Duration::from_hours(1);
/// So often is looked whether the one that is being made is done.
const LOOK: Duration = Duration::from_secs(1);
/// So long the app stays behind its closed window to bring the last backup to the places; the one beside the book is always made.
const AT_EXIT: Duration = Duration::from_secs(10);

/// The backup that is being made, if one is.
#[derive(Debug, Default)]
pub struct BackingUp {
    running: Option<JoinHandle<BackupKept>>,
    stop: Arc<AtomicBool>,
    told: Option<Told>,
    end: AtEnd,
}

/// Who is told how far a backup is that nobody asked for.
struct Told {
    works: Works,
    host: Arc<dyn Host>,
}

impl fmt::Debug for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Told")
    }
}

/// What is done before the book is closed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum AtEnd {
    /// The last backup is made, if one is due.
    #[default]
    Last,
    /// It was made, or left, while the window was still there.
    Nothing,
}

/// The name of the work that a backup by itself is.
const BY_ITSELF: &str = "by-itself";
/// The name of the last backup before the app closes.
const AT_CLOSE: &str = "at-close";

impl BackingUp {
    /// How long it has time.
    pub fn wait(&self, book: &Book) -> Duration {
        match &self.running {
            Some(running) if running.is_finished() => Duration::ZERO,
            Some(_) => LOOK,
            // Whoever asked for one is at it; what is due is looked at after that.
            None if book.is_backing_up() => LOOK,
            None => match book.backup_due() {
                Due::Now => Duration::ZERO,
                Due::In(wait) => wait,
                Due::No => LONG,
            },
        }
    }

    /// Takes note of the one that is done, or begins the one that is due.
    pub fn go_on(&mut self, book: &mut Book) {
        if self.running.as_ref().is_some_and(|running| !running.is_finished()) {
            return;
        }
        if self.running.is_some() {
            self.join(book);
            return;
        }
        // A log that was moved into the file need not be read through by the copy.
        if let Err(error) = book.settle() {
            eprintln!("engawa: the log stays where it is: {error}");
        }
        let (backups, patience) = (book.backups(), self.patience());
        self.stop = Arc::clone(&patience.stop);
        let begun = thread::Builder::new().name("backup".to_owned());
        match begun.spawn(move || backups.keep(BackupWhy::Changes, &patience)) {
            Ok(running) => self.running = Some(running),
            Err(error) => eprintln!("engawa: the book was not backed up: {error}"),
        }
    }

    /// Ends the one that is being made, so that somebody else can be at the backups.
    pub fn interrupt(&mut self, book: &mut Book) {
        self.stop.store(true, Ordering::Relaxed);
        self.join(book);
        self.stop = Arc::default();
    }

    /// Makes the last one before the book is closed.
    pub fn finish(&mut self, book: &mut Book) {
        self.interrupt(book);
        if self.end == AtEnd::Nothing || matches!(book.backup_due(), Due::No) {
            return;
        }
        let patience = Patience::endless().until(Instant::now() + AT_EXIT);
        let kept = book.backups().keep(BackupWhy::Exit, &patience);
        if let Err(refused) = &kept.home {
            eprintln!("engawa: the book was not backed up: {refused}");
        }
        book.backed_up(&kept);
    }

    fn join(&mut self, book: &mut Book) {
        // One that fell has left nothing that counts, and is due again.
        if let Some(Ok(kept)) = self.running.take().map(JoinHandle::join) {
            book.backed_up(&kept);
        }
    }

    fn patience(&self) -> Patience {
        match &self.told {
            Some(Told { works, host }) => {
                works.begin(WorkId(BY_ITSELF.to_owned()), Arc::clone(host)).patience()
            }
            None => Patience::endless(),
        }
    }
}

impl Bookkeeper {
    /// Lets the window know from now on how far a backup is that nobody asked for.
    pub async fn tell_of_backups(&self, works: Works, host: Arc<dyn Host>) -> Result<(), Problem> {
        self.on_thread(move |open| {
            open.backing_up.told = Some(Told { works, host });
            Ok(())
        })
        .await
    }

    /// Ends a backup that nobody asked for, before somebody asks for something else of the backups.
    pub async fn make_way(&self) -> Result<(), Problem> {
        self.on_thread(|open| {
            open.make_way();
            Ok(())
        })
        .await
    }

    /// Makes the last backup while the window is still there. It may be stopped, by the name of its work; nothing half is left then,
    /// and it is due at the next opening.
    pub async fn back_up_at_close(&self, works: &Works, host: Arc<dyn Host>) -> Result<(), Problem> {
        let is_due = self.on_thread(|open| {
            open.make_way();
            open.backing_up.end = AtEnd::Nothing;
            Ok(open.book.as_ref().is_ok_and(|book| !matches!(book.backup_due(), Due::No)))
        });
        if !is_due.await? {
            return Ok(());
        }
        let patience = works.begin(WorkId(AT_CLOSE.to_owned()), host).patience();
        let kept = self.beside(move |backups| Ok(backups.keep(BackupWhy::Exit, &patience))).await?;
        self.ask_now(move |book| {
            book.backed_up(&kept);
            kept.home.map(drop).map_err(BookError::from)
        })
        .await
    }
}

impl Open {
    fn make_way(&mut self) {
        if let Ok(book) = &mut self.book {
            self.backing_up.interrupt(book);
        }
    }
}
