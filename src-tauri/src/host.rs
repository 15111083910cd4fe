//! What only the desktop can do: the clipboard, the file dialog, the menu's language, the first paint. Behind a trait, so that
//! the commands are tested without a window and with a desktop that refuses.

use std::{
    path::PathBuf,
    sync::{Arc, Once},
    time::Instant,
};

use engawa_words::{Lang, Words};
use tauri::{AppHandle, Manager as _, Runtime, State};
use tauri_plugin_clipboard_manager::ClipboardExt as _;
use tauri_plugin_dialog::DialogExt as _;
use thiserror::Error;

use crate::window::{menu, watchdog::Watchdog};

/// What a command is given.
pub type OurHost<'a> = State<'a, Arc<dyn Host>>;

/// Takes the files that were chosen.
pub type Chosen = Box<dyn FnOnce(Vec<PathBuf>) + Send>;

/// The desktop around the window.
pub trait Host: Send + Sync {
    /// Puts a text on the clipboard.
    fn copy(&self, text: String) -> Result<(), ClipboardRefused>;
    /// Shows the file dialog; `then` is given none when it is closed without a choice.
    fn pick_files(&self, title: String, then: Chosen);
    /// Shows the dialog for a folder; `then` is given none when it is closed without a choice.
    fn pick_folder(&self, title: String, then: Chosen);
    /// Speaks this language from now on.
    fn speak(&self, lang: Lang);
    /// The window can be used.
    fn usable(&self);
}

/// The system did not take the text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the clipboard refused: {0}")]
pub struct ClipboardRefused(pub String);

/// The real desktop.
#[derive(Debug)]
pub struct Desktop<R: Runtime> {
    app: AppHandle<R>,
    started: Instant,
    first_paint: Once,
}

impl<R: Runtime> Desktop<R> {
    /// The desktop of this app, which began at `started`.
    pub fn new(app: AppHandle<R>, started: Instant) -> Self {
        Self { app, started, first_paint: Once::new() }
    }
}

impl<R: Runtime> Host for Desktop<R> {
    fn copy(&self, text: String) -> Result<(), ClipboardRefused> {
        self.app.clipboard().write_text(text).map_err(|error| ClipboardRefused(error.to_string()))
    }

    fn pick_files(&self, title: String, then: Chosen) {
        let mut dialog = self.app.dialog().file().set_title(title);
        if let Some(window) = self.app.get_webview_window(crate::window::LABEL) {
            dialog = dialog.set_parent(&window);
        }
        dialog.pick_files(|chosen| {
            let paths = chosen.unwrap_or_default().into_iter();
            then(paths.filter_map(|path| path.into_path().ok()).collect());
        });
    }

    fn pick_folder(&self, title: String, then: Chosen) {
        let mut dialog = self.app.dialog().file().set_title(title);
        if let Some(window) = self.app.get_webview_window(crate::window::LABEL) {
            dialog = dialog.set_parent(&window);
        }
        dialog
            .pick_folder(|chosen| then(chosen.and_then(|path| path.into_path().ok()).into_iter().collect()));
    }

    fn speak(&self, lang: Lang) {
        if let Err(error) = menu::build(&self.app, &Words::new(lang)).and_then(|menu| self.app.set_menu(menu))
        {
            eprintln!("engawa: the menu keeps its language: {error}");
        }
    }

    fn usable(&self) {
        if let Some(watchdog) = self.app.try_state::<Watchdog>() {
            watchdog.disarm();
        }
        self.first_paint.call_once(|| {
            if std::env::var_os("ENGAWA_START_MARK").is_some() {
                println!("usable {}", self.started.elapsed().as_millis());
            }
        });
    }
}
