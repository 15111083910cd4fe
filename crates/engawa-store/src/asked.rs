//! Whether long work goes on, also while SQLite is at one statement for long: it is asked between two of its own steps.

use std::fmt;
use std::sync::Arc;

use rusqlite::Connection;

use crate::error::StoreError;

/// SQLite's own steps between two questions: some microseconds, so that asking costs next to nothing.
const STEPS: i32 = 500;

/// Whoever waits for long work. Once it has answered that the work ends it stays with that.
#[derive(Clone)]
pub struct Asked(Arc<dyn Fn(u64) -> bool + Send + Sync>);

impl Asked {
    /// Is told of so many bytes more that were read or written, none for a mere question, and answers whether the work goes on.
    pub fn by(goes_on: impl Fn(u64) -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(goes_on))
    }

    /// Goes on until it is done.
    pub fn nobody() -> Self {
        Self::by(|_| true)
    }

    /// Tells of so many bytes; an error where the work must end.
    pub(crate) fn come(&self, bytes: u64) -> Result<(), StoreError> {
        // Whoever ended it knows why.
        if (self.0)(bytes) { Ok(()) } else { Err(StoreError::Busy) }
    }

    /// Has everything that this connection does from now on ended where the work must end.
    pub(crate) fn within(&self, connection: &mut Connection) -> Result<(), StoreError> {
        let asked = self.clone();
        Ok(connection.progress_handler(STEPS, Some(move || asked.come(0).is_err()))?)
    }

    /// Has this one piece of work with a connection ended where it must end. What the connection does afterwards is asked of nobody.
    pub(crate) fn during<T>(
        &self,
        connection: &mut Connection,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.within(connection)?;
        let done = work(connection);
        connection.progress_handler(0, None::<fn() -> bool>)?;
        done
    }
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Asked")
    }
}
