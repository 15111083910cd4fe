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

/// What is done without anybody asking, between two questions. It must not take long: whoever asks meanwhile waits.
pub struct Care<T> {
    /// How long it has time, seen from now. It is asked before every question.
    pub wait: fn(&T) -> Duration,
    /// What is done when that has passed, however many questions there are.
    pub take: fn(&mut T),
    /// What is done at the end, before what the thread owns is let go.
    pub end: fn(&mut T),
}

/// Care that was just taken is not taken again before this has passed, whatever it says.
const REST: Duration = Duration::from_millis(200);

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

/// The next piece of work; `None` when no more will come. Until it comes, care is taken whenever it is due.
fn next<T>(todo: &mpsc::Receiver<Work<T>>, care: &Care<T>, owned: &mut T) -> Option<Work<T>> {
    let mut wait = (care.wait)(owned);
    loop {
        if wait.is_zero() {
            take(care.take, owned);
            wait = (care.wait)(owned).max(REST);
        }
        match todo.recv_timeout(wait) {
            Ok(work) => return Some(work),
            Err(RecvTimeoutError::Timeout) => wait = (care.wait)(owned),
            Err(RecvTimeoutError::Disconnected) => {
                take(care.end, owned);
                return None;
            }
        }
    }
}

/// Care that fails must not take the book with it.
fn take<T>(care: fn(&mut T), owned: &mut T) {
    let _ = catch_unwind(AssertUnwindSafe(|| care(owned)));
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
        Care { wait: |_| Duration::from_hours(24), take: |_| {}, end: |_| {} }
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

    /// Something that wants care so many times, and tells each time, and at the end.
    struct Wanting {
        times: usize,
        told: mpsc::Sender<&'static str>,
    }

    fn wanting(times: usize) -> (Worker<Wanting>, mpsc::Receiver<&'static str>) {
        let (told, cares) = mpsc::channel();
        let care = Care {
            wait: |it: &Wanting| if it.times > 0 { Duration::ZERO } else { Duration::from_hours(24) },
            take: |it| {
                it.times -= 1;
                it.told.send("taken").unwrap();
            },
            end: |it| it.told.send("ended").unwrap(),
        };
        let open = Mutex::new(Some(Wanting { times, told }));
        (Worker::start(move || open.lock().unwrap().take().unwrap(), care).unwrap(), cares)
    }

    #[test]
    fn care_is_taken_as_often_as_it_is_due_without_a_question_between() {
        let (worker, cares) = wanting(2);
        assert_eq!((cares.recv(), cares.recv()), (Ok("taken"), Ok("taken")));
        worker.close();
        assert_eq!(cares.iter().collect::<Vec<_>>(), ["ended"], "and at the end what is due then");
    }

    #[test]
    fn care_that_is_due_comes_before_the_questions_that_wait() {
        let (worker, cares) = wanting(0);
        wait(worker.ask(|it: &mut Wanting| it.times = 1)).unwrap();
        wait(worker.ask(|it: &mut Wanting| it.told.send("asked").unwrap())).unwrap();
        assert_eq!((cares.recv(), cares.recv()), (Ok("taken"), Ok("asked")));
    }

    #[test]
    fn care_that_falls_takes_nothing_with_it() {
        let care = Care {
            wait: |done: &bool| if *done { Duration::from_hours(24) } else { Duration::ZERO },
            take: |done| {
                *done = true;
                panic!("a mistake in the program");
            },
            end: |_| panic!("another"),
        };
        let worker = Worker::start(|| false, care).unwrap();
        assert_eq!(wait(worker.ask(|done| *done)), Ok(true));
        worker.close();
    }
}
