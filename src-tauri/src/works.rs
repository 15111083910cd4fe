//! Long work that the window asked for: it is told how far the work has come, and can stop it.

use std::{
    collections::HashMap,
    ops::ControlFlow,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use engawa_book::{BookError, FileRefused, Progress};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use crate::{host::Host, window::events::WorkProgress};

/// What a command is given.
pub type OurWorks<'a> = State<'a, Works>;

/// The page's own name for a piece of work.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct WorkId(pub String);

/// How often the window is told: more often than an eye follows.
const TOLD_EVERY: Duration = Duration::from_millis(100);

/// What is being done.
#[derive(Debug, Clone, Default)]
pub struct Works {
    stops: Arc<Mutex<HashMap<WorkId, Arc<AtomicBool>>>>,
}

impl Works {
    /// Begins a piece of work.
    pub fn begin(&self, work: WorkId, host: Arc<dyn Host>) -> Running {
        let stop = Arc::new(AtomicBool::new(false));
        self.stops().insert(work.clone(), Arc::clone(&stop));
        Running { works: self.clone(), work, stop, host, told: None }
    }

    /// Stops a piece of work; one that has ended is left as it is.
    pub fn stop(&self, work: &WorkId) {
        if let Some(stop) = self.stops().get(work) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Whether anything is being done.
    pub fn are_under_way(&self) -> bool {
        !self.stops().is_empty()
    }

    fn stops(&self) -> std::sync::MutexGuard<'_, HashMap<WorkId, Arc<AtomicBool>>> {
        // Names and flags: a panic cannot leave them half-written.
        self.stops.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A piece of work under way. Dropped, it has ended.
pub struct Running {
    works: Works,
    work: WorkId,
    stop: Arc<AtomicBool>,
    host: Arc<dyn Host>,
    told: Option<Instant>,
}

impl Running {
    /// Tells the window how far it has come, and answers whether it goes on.
    pub fn come(&mut self, progress: Progress) -> ControlFlow<()> {
        if self.stop.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        if self.told.is_none_or(|told| told.elapsed() >= TOLD_EVERY) || progress.done == progress.total {
            self.told = Some(Instant::now());
            self.host.tell(WorkProgress { work: self.work.clone(), progress });
        }
        ControlFlow::Continue(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.works.stops().remove(&self.work);
    }
}

/// `None` for work that the user stopped: that is no problem.
pub fn unless_stopped<T>(done: Result<T, BookError>) -> Result<Option<T>, BookError> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(BookError::File(FileRefused::Cancelled)) => Ok(None),
        Err(error) => Err(error),
    }
}
