//! Damage on purpose, for tests: statements given to a closed book behind the back of everything that guards it.

use std::path::Path;

use rusqlite::Connection;

use crate::error::StoreError;

/// Runs statements on the file, without foreign keys. The log is moved into the file at the end, so that the file is all there
/// is.
pub fn statements(file: &Path, sql: &str) -> Result<(), StoreError> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.execute_batch(sql)?;
    connection.close().map_err(|(_, error)| error.into())
}
