//! What the window may ask for. A command reads its input, asks the book on its thread and hands over the answer; it decides
//! nothing. Errors cross as [`Problem`](engawa_book::problem::Problem), in the user's language.

#[macro_use]
mod list;
mod evidence;
mod frame;
mod guide;
mod protect;
mod reads;
mod records;
mod rules;

use tauri::Runtime;
use tauri_specta::{Builder, collect_commands, collect_events};

use crate::window::events::{BookLocked, FilesDropped, MenuChosen};

macro_rules! collected {
    ($($module:ident :: $name:ident),* $(,)?) => { collect_commands![$($module::$name),*] };
}

/// All commands and events with their types: what answers the window, and what writes its bindings.
pub fn border<R: Runtime>() -> Builder<R> {
    Builder::new().commands(with_commands!(collected)).events(collect_events![
        MenuChosen,
        FilesDropped,
        BookLocked
    ])
}

#[cfg(test)]
mod tests;
