//! Opening a book to look at it: nothing is migrated, nothing is written, and a medium that cannot be written is no hindrance.

use std::fs;
use std::path::Path;

use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::again::Kept;
use crate::error::StoreError;
use crate::file;
use crate::journal::Origin;
use crate::key::{self, FileKey};
use crate::open::{Log, OpenAs, STATEMENTS, Store, beside, guard, read_origin, refuse};
use crate::schema::{MIGRATIONS, SCHEMA, migrate, user_version};

/// Pages copied at a time from a book of an older schema.
const PAGES: i32 = 1_000;

impl Store {
    /// Opens a book to look at it. A file that is newer, damaged or foreign is refused. One of an older schema is read into
    /// memory and migrated there; the file stays as it is.
    pub fn open_read_only(path: &Path, key: Option<&FileKey>) -> Result<Self, StoreError> {
        refuse(path, key, SCHEMA)?;
        let mut connection = Manner::of(path).connect(path, key)?;
        let found = user_version(&connection)?;
        if found > SCHEMA {
            return Err(StoreError::Newer { found, known: SCHEMA });
        }
        if found < SCHEMA {
            connection = migrated_in_memory(&connection, key)?;
        }
        connection.pragma_update(None, "query_only", true)?;
        // Nothing is ever written under it.
        let origin = read_origin(&connection)?.unwrap_or(Origin(uuid::Uuid::nil()));
        let kept = if found < SCHEMA { Kept::InMemory } else { Kept::ReadOnly };
        Ok(Self { connection, how: looked_at(path, origin, key), origin, head: None, kept })
    }
}

/// What is told of a book that is not written.
pub(crate) fn looked_at(path: &Path, origin: Origin, key: Option<&FileKey>) -> OpenAs {
    OpenAs {
        path: path.to_owned(),
        copy_before_migration: path.with_extension("never"),
        new_origin: origin,
        log: Log::Beside,
        key: key.cloned(),
    }
}

/// How a file is opened for reading without a trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Another program has it open, or ended without closing it: its index of the log is there, and is read.
    Beside,
    /// There is a log and no index of it. The index is kept in memory; the file and the log are left as they are.
    WithLog,
    /// The file is all there is.
    FileAlone,
}

impl Manner {
    pub(crate) fn of(path: &Path) -> Self {
        let holds = |suffix| fs::metadata(beside(path, suffix)).is_ok_and(|about| about.len() > 0);
        // Old pages that a crash left: the file alone would be half of a change. SQLite takes them back, or refuses.
        match (holds("-shm") || holds("-journal"), holds("-wal")) {
            (true, _) => Self::Beside,
            (false, true) => Self::WithLog,
            (false, false) => Self::FileAlone,
        }
    }

    pub(crate) fn connect(self, path: &Path, key: Option<&FileKey>) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = match self {
            Self::Beside => file::connect(path, flags, key)?,
            Self::WithLog => {
                let connection = file::without_locks(path, flags, key)?;
                // Said before anything is read: then the index of the log is kept in memory. Nobody else has the file open,
                // or there would be an index beside it.
                connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
                connection
            }
            Self::FileAlone => file::immutable(path, key)?,
        };
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        // Closing must not move the log into the file.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        guard(&connection)?;
        Ok(connection)
    }
}

/// The same content in memory, with the schema of this program.
fn migrated_in_memory(from: &Connection, key: Option<&FileKey>) -> Result<Connection, StoreError> {
    // SQLCipher copies pages between two that are both keyed or both plain; of memory nothing is written anywhere.
    let mut memory = Connection::open_in_memory()?;
    key::give(&memory, key)?;
    Backup::new(from, &mut memory)?.run_to_completion(PAGES, std::time::Duration::ZERO, None)?;
    memory.set_prepared_statement_cache_capacity(STATEMENTS);
    migrate(&mut memory, MIGRATIONS)?;
    guard(&memory)?;
    Ok(memory)
}
