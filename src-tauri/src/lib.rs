//! The desktop shell: the window, its menu and its guards, and commands of a few lines each that ask the book.
//!
//! **What is not here:** rules, sentences, SQL, and anything that reaches the network. The shell is the only crate that names
//! tauri; nothing depends on it.

mod asked;
mod backing_up;
mod beside;
mod bookkeeper;
mod clipboard;
mod commands;
mod helpers;
mod host;
mod intake;
mod language;
mod locking;
mod pasted;
mod protecting;
mod remembered;
mod rendering;
mod rescuing;
mod shelf;
mod start;
mod tongue;
mod window;
mod worker;
mod works;

pub use commands::border;
pub use start::run;
