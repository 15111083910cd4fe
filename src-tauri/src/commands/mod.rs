//! What the window may ask for. A command reads its input, asks the book on its thread and hands over the answer; it decides
//! nothing. Errors cross as [`Problem`](engawa_book::problem::Problem), in the user's language.

#[macro_use]
mod list;
mod backups;
mod documents;
mod evidence;
mod frame;
mod guide;
mod history;
mod packet;
mod protect;
mod reads;
mod records;
mod rescue;
mod rules;
mod status;
mod support;
mod transfer;
mod vault;

use tauri::Runtime;
use tauri_specta::{Builder, collect_commands, collect_events};

use crate::window::events::{BookLocked, FilesDropped, FilesHeld, MenuChosen, WindowLeaving, WorkProgress};

macro_rules! collected {
    ($($module:ident :: $name:ident),* $(,)?) => { collect_commands![$($module::$name),*] };
}

/// All commands and events with their types: what answers the window, and what writes its bindings.
pub fn border<R: Runtime>() -> Builder<R> {
    let events =
        collect_events![MenuChosen, FilesHeld, FilesDropped, WorkProgress, BookLocked, WindowLeaving];
    Builder::new().commands(with_commands!(collected)).events(events)
}

#[cfg(test)]
mod tests;
