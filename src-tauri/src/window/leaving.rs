//! The window closes. Before it does, what was typed last is sent to the book, and a backup that is due is made, in view of the user,
//! who may leave at once instead.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tauri::{CloseRequestApi, Manager as _, Runtime, WebviewWindow};
use tauri_specta::Event as _;
use tokio::sync::Notify;

use super::events::WindowLeaving;
use crate::{bookkeeper::Bookkeeper, host::Host, works::Works};

/// After the last backup was stopped the window goes, even where a disk does not answer.
const LONGEST: Duration = Duration::from_secs(5);

/// A page that does not say that it has sent everything is waited for no longer than this: it may have died.
const PAGE_ANSWERS: Duration = Duration::from_secs(2);

/// The page's word that the book has everything that was typed.
#[derive(Debug, Clone, Default)]
pub struct AllTyped(Arc<Notify>);

impl AllTyped {
    /// The page says so.
    pub fn tell(&self) {
        self.0.notify_one();
    }

    /// Has the page asked, and waits for its word, but no longer than this.
    async fn ask(&self, ask: impl FnOnce(), longest: Duration) {
        ask();
        // A page that is silent has nothing that could still be waited for.
        let _ = tokio::time::timeout(longest, self.0.notified()).await;
    }
}

/// Whether somebody has asked before.
#[derive(Debug, Default)]
pub struct Leaving(AtomicBool);

impl Leaving {
    /// The user asks to leave. Whoever asks again does not wait for a backup.
    pub fn asked<R: Runtime>(&self, window: &WebviewWindow<R>, api: &CloseRequestApi) {
        let works = window.state::<Works>().inner().clone();
        let Some(host) = window.try_state::<Arc<dyn Host>>().map(|host| host.inner().clone()) else { return };
        api.prevent_close();
        if self.0.swap(true, Ordering::Relaxed) {
            works.stop_all();
            let window = window.clone();
            tauri::async_runtime::spawn(async move {
                tokio::time::sleep(LONGEST).await;
                let _ = window.destroy();
            });
            return;
        }
        let window = window.clone();
        let typed = window.state::<AllTyped>().inner().clone();
        tauri::async_runtime::spawn(async move {
            // The letters typed while the book was still keeping the ones before wait in the page.
            let ask = || drop(WindowLeaving.emit_to(&window, super::LABEL));
            typed.ask(ask, PAGE_ANSWERS).await;
            let kept = window.state::<Bookkeeper>().back_up_at_close(&works, host).await;
            if let Err(problem) = kept {
                eprintln!("engawa: the book was not backed up: {}", problem.message);
            }
            // The window may have been closed otherwise.
            let _ = window.destroy();
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;

    const LONG: Duration = Duration::from_mins(5);

    fn wait<A>(answer: impl Future<Output = A>) -> A {
        tauri::async_runtime::block_on(answer)
    }

    #[test]
    fn the_window_waits_until_the_page_says_that_everything_is_sent() {
        let typed = AllTyped::default();
        wait(async {
            let mut waiting = Box::pin(typed.ask(|| (), LONG));
            let before = poll_fn(|context| std::task::Poll::Ready(waiting.as_mut().poll(context))).await;
            assert!(before.is_pending(), "the page has not said anything yet");
            typed.tell();
            waiting.await;
        });
    }

    #[test]
    fn a_page_that_answers_at_once_is_heard() {
        let typed = AllTyped::default();
        wait(typed.ask(|| typed.tell(), LONG));
    }

    #[test]
    fn a_page_that_died_is_not_waited_for() {
        wait(AllTyped::default().ask(|| (), Duration::ZERO));
    }
}
