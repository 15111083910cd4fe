//! What happens when the page does not appear: it is loaded once more, then a dialog of the system says what to do. The dialog
//! needs no web view.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager as _, Runtime};
use tauri_plugin_dialog::{DialogExt as _, MessageDialogButtons, MessageDialogKind};

use super::{
    LABEL,
    watchdog::{PATIENCE, Remedy, Watchdog},
};
use crate::{bookkeeper::Bookkeeper, remembered::RememberedFile, rendering::Rendering};

/// Starts to wait for the first paint.
pub fn watch<R: Runtime>(app: &AppHandle<R>, file: RememberedFile, folder: PathBuf) -> Watchdog {
    let app = app.clone();
    Watchdog::start(PATIENCE, move |remedy| match remedy {
        Remedy::Reload => {
            if let Some(window) = app.get_webview_window(LABEL) {
                // When even that fails, the next remedy speaks.
                let _ = window.reload();
            }
        }
        Remedy::Tell => tell(&app, &file, &folder),
    })
}

/// Offers to open again with the next way of drawing; where none is left, says what else helps.
pub fn tell<R: Runtime>(app: &AppHandle<R>, file: &RememberedFile, folder: &Path) {
    let next = if cfg!(target_os = "linux") { file.read().rendering.next() } else { None };
    match next {
        Some(next) => offer(app, file.clone(), next),
        None => give_up(app, folder),
    }
}

fn offer<R: Runtime>(app: &AppHandle<R>, file: RememberedFile, next: Rendering) {
    let keeper = app.state::<Bookkeeper>();
    let tongue = keeper.tongue();
    let buttons = MessageDialogButtons::OkCancelCustom(
        tongue.say("shell-empty-reopen"),
        tongue.say("shell-empty-quit"),
    );
    let dialog =
        app.dialog().message(tongue.say("shell-empty-message")).title(tongue.say("shell-empty-title"));
    let app = app.clone();
    dialog.kind(MessageDialogKind::Warning).buttons(buttons).show(move |again| {
        if !again {
            return app.exit(1);
        }
        if let Err(error) = file.amend(|remembered| remembered.rendering = next) {
            eprintln!("engawa: the way of drawing was not kept: {error}");
        }
        app.request_restart();
    });
}

fn give_up<R: Runtime>(app: &AppHandle<R>, folder: &Path) {
    let keeper = app.state::<Bookkeeper>();
    let message = keeper.tongue().say_with("shell-empty-last-message", "folder", &folder.to_string_lossy());
    last_word(app, &keeper.tongue().say("shell-empty-last-title"), &message);
}

/// The system made no window, for example because its web view is missing.
pub fn no_window<R: Runtime>(app: &AppHandle<R>, error: &tauri::Error) {
    let keeper = app.state::<Bookkeeper>();
    let message = keeper.tongue().say_with("shell-start-message", "cause", &error.to_string());
    last_word(app, &keeper.tongue().say("shell-start-title"), &message);
}

fn last_word<R: Runtime>(app: &AppHandle<R>, title: &str, message: &str) {
    let ending = app.clone();
    app.dialog().message(message).title(title).kind(MessageDialogKind::Error).show(move |_| ending.exit(1));
}
