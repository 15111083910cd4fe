//! Cut, copy, paste and their kin in the menu.
//!
//! On macOS and Windows they are the system's own items, without which ⌘C and ⌘V do nothing on macOS. On Linux the system's
//! items need a library that only exists on X11, so there the web view itself is told what to do.

use engawa_words::Words;
use tauri::{AppHandle, Runtime, WebviewWindow, menu::SubmenuBuilder};

/// Adds the items.
#[cfg(target_os = "linux")]
pub fn items<'m, R: Runtime>(
    menu: SubmenuBuilder<'m, R, AppHandle<R>>,
    words: &Words,
) -> SubmenuBuilder<'m, R, AppHandle<R>> {
    COMMANDS.iter().fold(menu, |menu, (_, key)| menu.text(*key, words.get(key, &[])))
}

/// Adds the items.
#[cfg(not(target_os = "linux"))]
pub fn items<'m, R: Runtime>(
    menu: SubmenuBuilder<'m, R, AppHandle<R>>,
    words: &Words,
) -> SubmenuBuilder<'m, R, AppHandle<R>> {
    let say = |key| words.get(key, &[]);
    menu.undo_with_text(say("shell-menu-undo-typing"))
        .redo_with_text(say("shell-menu-redo-typing"))
        .separator()
        .cut_with_text(say("shell-menu-cut"))
        .copy_with_text(say("shell-menu-copy"))
        .paste_with_text(say("shell-menu-paste"))
        .select_all_with_text(say("shell-menu-select-all"))
}

/// What WebKit calls each, and the key of its words, which is its name within the menu as well.
#[cfg(target_os = "linux")]
const COMMANDS: &[(&str, &str)] = &[
    ("Undo", "shell-menu-undo-typing"),
    ("Redo", "shell-menu-redo-typing"),
    ("Cut", "shell-menu-cut"),
    ("Copy", "shell-menu-copy"),
    ("Paste", "shell-menu-paste"),
    ("SelectAll", "shell-menu-select-all"),
];

/// Does what was chosen, where the system does not do it by itself.
#[cfg(target_os = "linux")]
pub fn act<R: Runtime>(window: &WebviewWindow<R>, id: &str) {
    use webkit2gtk::WebViewExt as _;

    if let Some((command, _)) = COMMANDS.iter().copied().find(|(_, key)| *key == id) {
        // The window may be closing.
        let _ = window.with_webview(move |view| view.inner().execute_editing_command(command));
    }
}

/// Nothing to do: the items act by themselves.
#[cfg(not(target_os = "linux"))]
pub fn act<R: Runtime>(_window: &WebviewWindow<R>, _id: &str) {}
