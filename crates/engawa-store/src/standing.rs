//! A book as it stands at the moment of asking, to be read on another thread for as long as that takes, while the book itself goes on
//! being written.

use rusqlite::Connection;

use crate::again::Kept;
use crate::copy::copy_pages;
use crate::error::StoreError;
use crate::file::{self, For};
use crate::key;
use crate::open::{Log, STATEMENTS, Store, guard};
use crate::read_only::{Manner, looked_at};
use crate::schema::user_version;

impl Store {
    /// The same rows as they are now, through a connection of their own. What is recorded later is not in it, and nobody who writes
    /// waits for it: beside a log a read transaction keeps the moment; where the book is one file such a transaction would hold up
    /// every change, and the rows are copied into memory instead.
    pub fn standing(&self) -> Result<Self, StoreError> {
        let connection = match (self.kept, self.how.log) {
            (Kept::InFile, Log::Beside) => fixed(file::open(&self.how.path, For::Reading, self.key())?)?,
            // A file alone, or with a log that nobody goes on with, is read by nobody else and stays as it is.
            (Kept::ReadOnly, _) if Manner::of(&self.how.path) != Manner::Beside => {
                fixed(Manner::of(&self.how.path).connect(&self.how.path, self.key())?)?
            }
            (Kept::InFile | Kept::ReadOnly | Kept::InMemory | Kept::Standing, _) => self.in_memory()?,
        };
        connection.pragma_update(None, "query_only", true)?;
        let how = looked_at(&self.how.path, self.origin, self.key());
        Ok(Self { connection, how, origin: self.origin, head: None, kept: Kept::Standing })
    }

    fn in_memory(&self) -> Result<Connection, StoreError> {
        let mut memory = Connection::open_in_memory()?;
        // SQLCipher copies pages between two that are both keyed or both plain; of memory nothing is written anywhere.
        key::give(&memory, self.key())?;
        copy_pages(&self.connection, &mut memory, None)?;
        memory.set_prepared_statement_cache_capacity(STATEMENTS);
        guard(&memory)?;
        Ok(memory)
    }
}

/// Keeps the moment until the connection is closed.
fn fixed(connection: Connection) -> Result<Connection, StoreError> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    guard(&connection)?;
    connection.execute_batch("BEGIN")?;
    // The first read is what fixes it.
    user_version(&connection)?;
    Ok(connection)
}
