//! How long whoever waits for long work is willing to wait, and how far that work has come: one thing, handed through everything
//! that copies, reads or hashes many bytes.

use std::fmt;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use engawa_store::Asked;
use thiserror::Error;

use crate::backup::BackupRefused;
use crate::error::BookError;
use crate::vault::{FileRefused, Progress};

/// How long whoever waits is willing to wait. Work adds to it what lies before it and what is done; a clone belongs to the same work.
#[derive(Debug, Clone, Default)]
pub struct Patience {
    /// Set from outside when the work should end.
    pub stop: Arc<AtomicBool>,
    /// When it ends by itself.
    pub until: Option<Instant>,
    pub(crate) meter: Arc<Meter>,
}

/// Bytes read or written, and who is told of them.
#[derive(Default)]
pub(crate) struct Meter {
    done: AtomicU64,
    total: AtomicU64,
    watch: Mutex<Option<OwnWatch>>,
}

type OwnWatch = Box<dyn FnMut(Progress) -> ControlFlow<()> + Send>;

impl fmt::Debug for Meter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Meter").field("done", &self.done).field("total", &self.total).finish_non_exhaustive()
    }
}

/// The work ended because nobody wanted to wait for it. Never of the kind that means "try again": whoever copies would.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("nobody waits for it any more")]
struct Ended;

impl Patience {
    /// Goes on until it is done.
    pub fn endless() -> Self {
        Self::default()
    }

    /// Goes on while the watch, which is told of every piece, says so.
    #[must_use]
    pub fn watched(watch: impl FnMut(Progress) -> ControlFlow<()> + Send + 'static) -> Self {
        let meter = Meter { watch: Mutex::new(Some(Box::new(watch))), ..Meter::default() };
        Self { meter: Arc::new(meter), ..Self::default() }
    }

    /// The same, stopped by this from outside.
    #[must_use]
    pub fn stopped_by(self, stop: Arc<AtomicBool>) -> Self {
        Self { stop, ..self }
    }

    /// The same, until then at the latest.
    #[must_use]
    pub fn until(self, until: Instant) -> Self {
        Self { until: Some(until), ..self }
    }

    /// The same work, however long it takes: only a stop ends it.
    #[must_use]
    pub fn without_limit(&self) -> Self {
        Self { until: None, ..self.clone() }
    }

    /// Whether to end now.
    pub fn is_over(&self) -> bool {
        self.is_stopped() || self.until.is_some_and(|until| Instant::now() >= until)
    }

    /// Whether somebody stopped it.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// So many bytes more will be read or written.
    pub fn foresee(&self, bytes: u64) {
        self.meter.total.fetch_add(bytes, Ordering::Relaxed);
    }

    /// So many bytes more were read or written; an error where the work must end.
    pub fn come(&self, bytes: u64) -> io::Result<()> {
        let done = self.meter.done.fetch_add(bytes, Ordering::Relaxed).saturating_add(bytes);
        let total = self.meter.total.load(Ordering::Relaxed);
        // What lies ahead is reckoned from sizes, and a file may have grown since.
        let progress = Progress { done: done.min(total), total };
        // The lock guards whoever is told, not what is told.
        let mut watch = self.meter.watch.lock().unwrap_or_else(PoisonError::into_inner);
        if watch.as_mut().is_some_and(|watch| watch(progress).is_break()) {
            self.stop.store(true, Ordering::Relaxed);
        }
        if self.is_over() { Err(io::Error::other(Ended)) } else { Ok(()) }
    }

    /// Asks between two pieces.
    pub fn ask(&self) -> io::Result<()> {
        self.come(0)
    }

    /// The same for the database: it is asked while SQLite is at one statement for long.
    pub fn asked(&self) -> Asked {
        let waiting = self.clone();
        Asked::by(move |bytes| waiting.come(bytes).is_ok())
    }

    /// What a file of the vault is watched with, so that its bytes count among all others.
    pub fn within(&self) -> impl FnMut(Progress) -> ControlFlow<()> + '_ {
        let mut before = 0;
        move |file| {
            let step = file.done.saturating_sub(before);
            before = file.done;
            match self.come(step) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        }
    }

    /// Counts what is read.
    pub fn reading<R: Read>(&self, from: R) -> Counting<'_, R> {
        Counting { of: from, patience: self }
    }

    /// Counts what is written.
    pub fn writing<W: Write>(&self, to: W) -> Counting<'_, W> {
        Counting { of: to, patience: self }
    }

    /// What came of work on a book: whatever it failed at once it was stopped, that is why.
    pub fn or_stopped<T>(&self, done: Result<T, BookError>) -> Result<T, BookError> {
        done.map_err(|error| if self.is_stopped() { FileRefused::Cancelled.into() } else { error })
    }

    /// The same of work on backups.
    pub(crate) fn or_ended<T>(&self, done: Result<T, BackupRefused>) -> Result<T, BackupRefused> {
        done.map_err(|refused| if self.is_stopped() { BackupRefused::Stopped } else { refused })
    }
}

/// A reader or writer whose bytes count.
#[derive(Debug)]
pub struct Counting<'p, T> {
    /// What is read or written.
    pub of: T,
    patience: &'p Patience,
}

impl<R: Read> Read for Counting<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.of.read(into)?;
        self.patience.come(read as u64)?;
        Ok(read)
    }
}

impl<W: Write> Write for Counting<'_, W> {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        let written = self.of.write(part)?;
        self.patience.come(written as u64)?;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.of.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn whoever_watches_is_told_of_every_piece_and_never_of_more_than_there_is() {
        let (tell, told) = mpsc::channel();
        let patience = Patience::watched(move |come| {
            tell.send((come.done, come.total)).unwrap();
            ControlFlow::Continue(())
        });
        patience.foresee(10);
        for piece in [4, 4, 4] {
            patience.come(piece).unwrap();
        }
        assert_eq!(told.try_iter().collect::<Vec<_>>(), [(4, 10), (8, 10), (10, 10)]);
    }

    #[test]
    fn a_watch_that_breaks_ends_the_work_for_good_and_for_every_clone() {
        let patience = Patience::watched(|_| ControlFlow::Break(()));
        let clone = patience.clone();
        assert!(!clone.is_over());
        let ended = patience.come(1).unwrap_err();
        assert_ne!(ended.kind(), io::ErrorKind::Interrupted, "a copy would try again for ever");
        assert!(clone.is_stopped() && clone.ask().is_err());
    }

    #[test]
    fn what_has_no_time_left_ends_and_the_same_without_a_limit_goes_on() {
        let patience = Patience::endless().until(Instant::now());
        assert!(patience.is_over() && !patience.is_stopped());
        assert!(patience.without_limit().ask().is_ok());
    }

    #[test]
    fn bytes_count_as_they_go_through_a_reader() {
        let patience = Patience::endless();
        patience.foresee(5);
        let mut text = String::new();
        patience.reading("12345".as_bytes()).read_to_string(&mut text).unwrap();
        assert_eq!(patience.meter.done.load(Ordering::Relaxed), 5);
        patience.stop.store(true, Ordering::Relaxed);
        assert!(io::copy(&mut patience.reading("12345".as_bytes()), &mut io::sink()).is_err());
    }
}
