//! The open book: one door for changes, undo, evidence, views.

pub mod done;
pub mod guards;
pub mod inputs;
pub mod list_index;
pub mod problem;
pub mod reads;
pub mod views;

#[cfg(test)]
mod samples_for_tests;
