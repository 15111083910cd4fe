//! A page whose process died is loaded again. Nothing is lost by it: what is typed lies in the book.
//!
//! On Linux the window would stay empty. Elsewhere the web view is left to what the system does.

use tauri::{Runtime, WebviewWindow};

/// Loads the page again whenever its process died.
#[cfg(target_os = "linux")]
pub fn watch<R: Runtime>(window: &WebviewWindow<R>) {
    use std::{cell::RefCell, time::Instant};

    use webkit2gtk::WebViewExt as _;

    use self::deaths::{After, Deaths};

    // The window may be closing.
    let _ = window.with_webview(|view| {
        let deaths = RefCell::new(Deaths::default());
        view.inner().connect_web_process_terminated(move |view, _| {
            if deaths.borrow_mut().another(Instant::now()) == After::Load {
                view.reload();
            }
        });
    });
}

/// Nothing to do.
#[cfg(not(target_os = "linux"))]
pub fn watch<R: Runtime>(_window: &WebviewWindow<R>) {}

#[cfg(any(test, target_os = "linux"))]
mod deaths {
    use std::time::{Duration, Instant};

    /// What is done after a death.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum After {
        /// The page is loaded again.
        Load,
        /// It dies too often: loading it would only keep the machine busy.
        Leave,
    }

    /// The deaths of the last while.
    #[derive(Debug, Default)]
    pub struct Deaths(Vec<Instant>);

    /// So many deaths within this time are too often.
    const OFTEN: usize = 5;
    const WHILE: Duration = Duration::from_mins(1);

    impl Deaths {
        /// One more.
        pub fn another(&mut self, now: Instant) -> After {
            self.0.retain(|death| now.duration_since(*death) < WHILE);
            self.0.push(now);
            if self.0.len() < OFTEN { After::Load } else { After::Leave }
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_page_that_dies_now_and_then_comes_back_and_one_that_dies_at_once_does_not_for_ever() {
            let start = Instant::now();
            let mut deaths = Deaths::default();
            let at_once: Vec<After> = (0..6).map(|_| deaths.another(start)).collect();
            assert_eq!(
                at_once,
                [After::Load, After::Load, After::Load, After::Load, After::Leave, After::Leave]
            );
            assert_eq!(deaths.another(start + 2 * WHILE), After::Load);
        }
    }
}
