//! Backups in the background. The book's thread begins one when it is due and takes note of what came of it; the copying and
//! proving is done on a thread of its own, which reads beside whoever writes.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use engawa_book::{BackupKept, BackupWhy, Book, Due, Patience};

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
}

impl BackingUp {
    /// How long it has time.
    pub fn wait(&self, book: &Book) -> Duration {
        match &self.running {
            Some(running) if running.is_finished() => Duration::ZERO,
            Some(_) => LOOK,
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
        if matches!(book.backup_due(), Due::No) {
            return;
        }
        let patience = Patience { until: Some(Instant::now() + AT_EXIT), ..Patience::default() };
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
        Patience { stop: Arc::clone(&self.stop), until: None }
    }
}
