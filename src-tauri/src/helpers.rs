//! Work on threads of its own, beside the one that owns the book. The program does not end under it: SQLCipher takes itself down
//! when a program exits, and whoever is still reading through it then would fall.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::worker::Unfinished;

/// The threads beside the book's, seen from outside.
#[derive(Debug, Clone, Default)]
pub struct Helpers {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    at_work: Mutex<AtWork>,
    one_ended: Condvar,
}

#[derive(Debug, Default)]
struct AtWork {
    /// How much has begun and not ended, each clone for itself.
    now: usize,
    /// The app is closing: nothing begins any more.
    closed: bool,
}

/// Whether everything came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Nothing is at work any more.
    All,
    /// Something did not stop in time: a disk that does not answer.
    NotAll,
}

impl Helpers {
    /// Begins a piece of work, or several with questions to the book between them.
    pub fn begin(&self) -> Result<Begun, Unfinished> {
        let mut at_work = self.shared.at_work();
        if at_work.closed {
            return Err(Unfinished);
        }
        at_work.now += 1;
        Ok(Begun(Arc::clone(&self.shared)))
    }

    /// Lets nothing begin any more. What has begun goes on to its end.
    pub fn shut(&self) {
        self.shared.at_work().closed = true;
    }

    /// Returns when everything has ended, or this time has passed.
    pub fn wait(&self, longest: Duration) -> Ended {
        let at_work = self.shared.at_work();
        let waited = self.shared.one_ended.wait_timeout_while(at_work, longest, |at_work| at_work.now > 0);
        let (at_work, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if at_work.now == 0 { Ended::All } else { Ended::NotAll }
    }
}

impl Shared {
    fn at_work(&self) -> MutexGuard<'_, AtWork> {
        // A number and a flag: a panic cannot leave them half-written.
        self.at_work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Work that has begun. It has ended once this and all clones of it are dropped.
#[derive(Debug)]
pub struct Begun(Arc<Shared>);

impl Begun {
    /// Does a piece of it on a thread of its own, and gives its answer once it is there.
    pub async fn run<A: Send + 'static>(
        self,
        work: impl FnOnce() -> A + Send + 'static,
    ) -> Result<A, Unfinished> {
        // Counted until its thread lets go of it, though nobody may wait for the answer any more.
        let work = move || {
            let _begun = self;
            work()
        };
        // Work that fails in a way its author did not foresee fails alone.
        tauri::async_runtime::spawn_blocking(work).await.map_err(|_| Unfinished)
    }
}

impl Clone for Begun {
    fn clone(&self) -> Self {
        self.0.at_work().now += 1;
        Self(Arc::clone(&self.0))
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        self.0.at_work().now -= 1;
        self.0.one_ended.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{sync::mpsc, thread};

    const LONG: Duration = Duration::from_mins(5);

    fn wait<A>(answer: impl Future<Output = A>) -> A {
        tauri::async_runtime::block_on(answer)
    }

    /// Work that goes on until the test lets it end, and whose answer nobody waits for.
    fn begun(helpers: &Helpers) -> mpsc::Sender<()> {
        let (end, ended) = mpsc::channel::<()>();
        let (tell, told) = mpsc::channel();
        let work = move || {
            tell.send(()).unwrap();
            ended.recv().unwrap();
        };
        tauri::async_runtime::spawn(helpers.begin().unwrap().run(work));
        told.recv().unwrap();
        end
    }

    #[test]
    fn work_is_done_beside_and_answers() {
        let here = thread::current().id();
        let there = wait(Helpers::default().begin().unwrap().run(|| thread::current().id())).unwrap();
        assert_ne!(here, there);
    }

    #[test]
    fn what_has_begun_is_waited_for() {
        let helpers = Helpers::default();
        let end = begun(&helpers);
        assert_eq!(helpers.wait(Duration::ZERO), Ended::NotAll, "while it is at work nothing is over");
        let waiting = thread::spawn({
            let helpers = helpers.clone();
            move || helpers.wait(LONG)
        });
        end.send(()).unwrap();
        assert_eq!(waiting.join().unwrap(), Ended::All);
    }

    #[test]
    fn nothing_begins_once_it_is_shut_and_what_has_begun_goes_on_piece_by_piece() {
        let helpers = Helpers::default();
        let begun = helpers.begin().unwrap();
        helpers.shut();
        assert!(helpers.begin().is_err());
        assert_eq!(wait(begun.clone().run(|| 1)), Ok(1));
        assert_eq!(helpers.wait(Duration::ZERO), Ended::NotAll, "between two pieces it has not ended");
        drop(begun);
        assert_eq!(helpers.wait(LONG), Ended::All);
    }

    #[test]
    fn work_that_panics_fails_alone_and_has_ended() {
        let helpers = Helpers::default();
        let fell = helpers.begin().unwrap().run(|| -> () { panic!("a mistake in the program") });
        assert_eq!(wait(fell), Err(Unfinished));
        assert_eq!(wait(helpers.begin().unwrap().run(|| 1)), Ok(1));
        assert_eq!(helpers.wait(LONG), Ended::All);
    }
}
