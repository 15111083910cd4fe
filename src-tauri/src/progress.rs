//! How far something long has come. Written by the thread that does it, read by whoever waits.

use std::sync::{Mutex, PoisonError};

use engawa_book::views::ProgressView;

/// So many of so many steps.
#[derive(Debug, Default)]
pub struct Progress(Mutex<ProgressView>);

impl Progress {
    /// So far it has come.
    pub fn set(&self, done: u64, of: u64) {
        let number = |number| u32::try_from(number).unwrap_or(u32::MAX);
        // The lock guards two numbers, which a panic cannot leave half-written.
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now = ProgressView { done: number(done), of: number(of) };
    }

    /// How far it has come.
    pub fn get(&self) -> ProgressView {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
