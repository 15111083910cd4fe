//! The open book: one door for changes, undo, evidence, views.

pub mod done;
pub mod inputs;
pub mod list_index;
pub mod problem;
pub mod views;
