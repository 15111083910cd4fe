//! The one thread that owns the book. The window asks and never waits: each question is a piece of work sent to the thread,
//! and its answer comes back later. Questions are answered in the order in which they were asked.

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Mutex,
        mpsc::{self, RecvTimeoutError},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use thiserror::Error;
use tokio::sync::oneshot;

type Work<T> = Box<dyn FnOnce(&mut T) + Send>;

/// The thread, seen from outside.
#[derive(Debug)]
pub struct Worker<T> {
    /// `None` once closed.
    desk: Mutex<Option<Desk<T>>>,
}

#[derive(Debug)]
struct Desk<T> {
    work: mpsc::Sender<Work<T>>,
    thread: JoinHandle<()>,
}

/// The work was not finished: the app is closing, or the work itself failed in a way its author did not foresee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the book's thread did not finish its work")]
pub struct Unfinished;

/// What is done when nobody asks.
pub struct Care<T> {
    /// After so long without a question.
    pub quiet: Duration,
    /// What is done then, once until the next question, and at the end.
    pub take: fn(&mut T),
}

impl<T: 'static> Worker<T> {
    /// Starts the thread. `open` makes what it owns, on the thread itself: at once, and again after work that panicked, because
    /// what such work leaves in memory cannot be trusted, while what is on disk can.
    pub fn start(open: impl Fn() -> T + Send + 'static, care: Care<T>) -> io::Result<Self> {
        let (work, todo) = mpsc::channel::<Work<T>>();
        let thread = thread::Builder::new().name("book".to_owned()).spawn(move || {
            let mut owned = open();
            while let Some(work) = next(&todo, &care, &mut owned) {
                if catch_unwind(AssertUnwindSafe(|| work(&mut owned))).is_err() {
                    drop(owned);
                    owned = open();
                }
            }
        })?;
        Ok(Self { desk: Mutex::new(Some(Desk { work, thread })) })
    }

    /// Has this done on the thread, and gives its answer once it is there.
    pub async fn ask<A: Send + 'static>(
        &self,
        work: impl FnOnce(&mut T) -> A + Send + 'static,
    ) -> Result<A, Unfinished> {
        let (answer, answered) = oneshot::channel();
        let work: Work<T> = Box::new(move |owned| {
            // Nobody waits any more when the page was loaded again meanwhile; the work is done all the same.
            let _ = answer.send(work(owned));
        });
        self.send(work)?;
        answered.await.map_err(|_| Unfinished)
    }

    fn send(&self, work: Work<T>) -> Result<(), Unfinished> {
        let desk = self.desk.lock().map_err(|_| Unfinished)?;
        desk.as_ref().ok_or(Unfinished)?.work.send(work).map_err(|_| Unfinished)
    }

    /// Finishes what was asked for, lets go of what the thread owns, and returns when both is done.
    pub fn close(&self) {
        let desk = self.desk.lock().ok().and_then(|mut desk| desk.take());
        if let Some(Desk { work, thread }) = desk {
            drop(work);
            // The thread catches the panics of its work; one of `open` leaves nothing to save.
            let _ = thread.join();
        }
    }
}

/// The next piece of work; `None` when no more will come. When it is long in coming, or never comes, care is taken first.
fn next<T>(todo: &mpsc::Receiver<Work<T>>, care: &Care<T>, owned: &mut T) -> Option<Work<T>> {
    match todo.recv_timeout(care.quiet) {
        Ok(work) => Some(work),
        Err(waited) => {
            // Care that fails must not take the book with it.
            let _ = catch_unwind(AssertUnwindSafe(|| (care.take)(owned)));
            match waited {
                RecvTimeoutError::Timeout => todo.recv().ok(),
                RecvTimeoutError::Disconnected => None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    };

    /// A day without a care.
    fn none<T>() -> Care<T> {
        Care { quiet: Duration::from_secs(86_400), take: |_| {} }
    }

    fn wait<A>(answer: impl Future<Output = A>) -> A {
        tauri::async_runtime::block_on(answer)
    }

    #[test]
    fn questions_are_answered_in_the_order_in_which_they_were_asked() {
        let worker = Worker::start(Vec::new, none()).unwrap();
        for number in 0..100 {
            let pushed = worker.ask(move |numbers: &mut Vec<i32>| numbers.push(number));
            wait(pushed).unwrap();
        }
        let numbers = wait(worker.ask(|numbers| numbers.clone())).unwrap();
        assert_eq!(numbers, (0..100).collect::<Vec<_>>());
    }

    #[test]
    fn work_that_panics_fails_alone_and_what_it_may_have_broken_is_opened_again() {
        let opened = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&opened);
        let worker = Worker::start(move || count.fetch_add(1, Ordering::SeqCst), none()).unwrap();
        let fell = wait(worker.ask(|_| -> () { panic!("a mistake in the program") }));
        assert_eq!(fell, Err(Unfinished));
        assert_eq!(wait(worker.ask(|number| *number)), Ok(1), "the next question meets what was opened anew");
        assert_eq!(opened.load(Ordering::SeqCst), 2);
    }

    #[test]
    fn closing_finishes_what_was_asked_for_and_lets_go() {
        struct Book(Arc<AtomicUsize>);
        impl Drop for Book {
            fn drop(&mut self) {
                self.0.fetch_add(100, Ordering::SeqCst);
            }
        }
        let seen = Arc::new(AtomicUsize::new(0));
        let owned = Arc::clone(&seen);
        let worker = Worker::start(move || Book(Arc::clone(&owned)), none()).unwrap();
        for _ in 0..5 {
            let add = |book: &mut Book| {
                book.0.fetch_add(1, Ordering::SeqCst);
            };
            worker.send(Box::new(add)).unwrap();
        }
        worker.close();
        assert_eq!(
            seen.load(Ordering::SeqCst),
            105,
            "five pieces of work, and the book was closed after them"
        );
        assert_eq!(wait(worker.ask(|_| ())), Err(Unfinished), "a closed book answers nothing");
    }

    #[test]
    fn care_is_taken_when_nobody_asks_for_a_while_and_at_the_end() {
        let (taken, cares) = mpsc::channel();
        let care = Care {
            quiet: Duration::from_millis(1),
            take: |taken: &mut mpsc::Sender<()>| taken.send(()).unwrap(),
        };
        let open = Mutex::new(Some(taken));
        let worker = Worker::start(move || open.lock().unwrap().take().unwrap(), care).unwrap();
        cares.recv().unwrap();
        let quiet = Duration::from_millis(20);
        assert!(cares.recv_timeout(quiet).is_err(), "once, until somebody asks again");
        wait(worker.ask(|_| ())).unwrap();
        cares.recv().unwrap();
        worker.close();
        assert!(cares.try_iter().count() <= 1, "at the end once more, unless it was just done");
    }
}
