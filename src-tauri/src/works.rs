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

use engawa_book::{BackupRefused, BookError, Patience, Progress};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use crate::{
    host::Host,
    window::events::{WorkCourse, WorkProgress},
};

/// What a command is given.
pub type OurWorks<'a> = State<'a, Works>;

/// The page's own name for a piece of work.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct WorkId(pub String);

/// How often the window is told: more often than an eye follows.
const TOLD_EVERY: Duration = Duration::from_millis(100);

/// One piece of work while it can be stopped.
#[derive(Debug)]
struct Going {
    stop: Arc<AtomicBool>,
    /// How far it was when the window was told last.
    come: Progress,
}

/// What is being done.
#[derive(Debug, Clone, Default)]
pub struct Works {
    going: Arc<Mutex<HashMap<WorkId, Going>>>,
}

impl Works {
    /// Begins a piece of work.
    pub fn begin(&self, work: WorkId, host: Arc<dyn Host>) -> Running {
        let stop = Arc::new(AtomicBool::new(false));
        let going = Going { stop: Arc::clone(&stop), come: Progress { done: 0, total: 0 } };
        self.going().insert(work.clone(), going);
        Running { works: self.clone(), work, stop, host, told: None }
    }

    /// Stops a piece of work; one that has ended is left as it is.
    pub fn stop(&self, work: &WorkId) {
        if let Some(going) = self.going().get(work) {
            going.stop.store(true, Ordering::Relaxed);
        }
    }

    /// Whether anything is being done.
    pub fn are_under_way(&self) -> bool {
        !self.going().is_empty()
    }

    /// Stops all work that can be stopped: the app is closing.
    pub fn stop_all(&self) {
        self.going().values().for_each(|going| going.stop.store(true, Ordering::Relaxed));
    }

    /// From here on a piece of work goes on whoever wants it stopped, and the window is told so. Breaks where it was stopped before.
    pub fn bind(&self, work: &WorkId, host: &dyn Host) -> ControlFlow<()> {
        let Some(going) = self.going().remove(work) else { return ControlFlow::Continue(()) };
        if going.stop.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        host.tell(WorkProgress {
            work: work.clone(),
            progress: whole(going.come),
            course: WorkCourse::Bound,
        });
        ControlFlow::Continue(())
    }

    fn going(&self) -> std::sync::MutexGuard<'_, HashMap<WorkId, Going>> {
        // Names, flags and numbers: a panic cannot leave them half-written.
        self.going.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A piece of work under way. Dropped, it has ended.
pub struct Running {
    works: Works,
    work: WorkId,
    stop: Arc<AtomicBool>,
    host: Arc<dyn Host>,
    /// When the window was told, and what.
    told: Option<(Instant, Progress)>,
}

const fn whole(come: Progress) -> Progress {
    Progress { done: come.total, total: come.total }
}

impl Running {
    /// Tells the window how far it has come, and answers whether it goes on.
    pub fn come(&mut self, progress: Progress) -> ControlFlow<()> {
        if self.stop.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        let is_news = self.told.is_none_or(|(told, before)| {
            told.elapsed() >= TOLD_EVERY || (progress.done == progress.total && progress != before)
        });
        if is_news {
            self.told = Some((Instant::now(), progress));
            if let Some(going) = self.works.going().get_mut(&self.work) {
                going.come = progress;
            }
            self.host.tell(WorkProgress { work: self.work.clone(), progress, course: WorkCourse::Going });
        }
        ControlFlow::Continue(())
    }

    /// From here on it goes on whoever wants it stopped. Whoever wanted so before came too late.
    pub fn bind(&self) {
        let _ = self.works.bind(&self.work, self.host.as_ref());
    }

    /// The patience of whoever waits for it. Its last clone ends the work.
    pub fn patience(mut self) -> Patience {
        let stop = Arc::clone(&self.stop);
        Patience::watched(move |come| self.come(come)).stopped_by(stop)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.works.going().remove(&self.work);
        if let Some((_, come)) = self.told {
            let (work, progress) = (self.work.clone(), whole(come));
            self.host.tell(WorkProgress { work, progress, course: WorkCourse::Ended });
        }
    }
}

/// `None` for work that the user stopped: that is no problem.
pub fn unless_stopped<T>(done: Result<T, BookError>) -> Result<Option<T>, BookError> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(error) if error.is_stopped() => Ok(None),
        Err(error) => Err(error),
    }
}

/// The same of work on backups.
pub fn unless_ended<T>(done: Result<T, BackupRefused>) -> Result<Option<T>, BackupRefused> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(BackupRefused::Stopped) => Ok(None),
        Err(refused) => Err(refused),
    }
}
