//! A book as it was: the journal replayed up to a moment, in memory.

use std::path::Path;

use engawa_domain::calendar::Moment;
use rusqlite::Connection;

use crate::again::Kept;
use crate::change::Change;
use crate::error::StoreError;
use crate::journal::{Committed, Entry, Origin};
use crate::open::{STATEMENTS, Store, guard};
use crate::read::Rows;
use crate::read_only::looked_at;
use crate::schema::{MIGRATIONS, migrate};

/// What is beside the facts and belongs to the present: how the app looks, and what the packs said when the user last looked.
const OF_THE_PRESENT: [(&str, &str); 2] = [("settings", "name, value"), ("rules_seen", "platform, said")];

impl Store {
    /// What the journal says up to a moment, in memory: its rows, its entries, and nothing that was written later. Looking back
    /// writes nothing, here or there.
    pub fn in_memory_at(rows: Rows<'_>, origin: Origin, at: Moment) -> Result<Self, StoreError> {
        let path = rows.connection.path().map(std::path::PathBuf::from).unwrap_or_default();
        let mut store = Self::empty_in_memory(&path, origin)?;
        OF_THE_PRESENT
            .iter()
            .try_for_each(|(table, columns)| copy(rows.connection, &store.connection, table, columns))?;
        let by = rows.written_by(at)?;
        let mut change = store.begin_replay()?;
        rows.each_entry(|entry| if by.counts(&entry) { change.follow(&entry) } else { Ok(()) })?;
        change.commit_replayed()?;
        store.connection.pragma_update(None, "query_only", true)?;
        Ok(store)
    }

    /// An empty book in memory, in place of the one at `path`.
    pub(crate) fn empty_in_memory(path: &Path, origin: Origin) -> Result<Self, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        migrate(&mut connection, MIGRATIONS)?;
        guard(&connection)?;
        connection.execute("INSERT INTO meta (name, value) VALUES ('origin', ?1)", [origin.to_string()])?;
        Ok(Self { connection, how: looked_at(path, origin, None), origin, head: None, kept: Kept::InMemory })
    }
}

fn copy(from: &Connection, to: &Connection, table: &str, columns: &str) -> Result<(), StoreError> {
    let mut read = from.prepare(&format!("SELECT {columns} FROM {table}"))?;
    let mut write = to.prepare(&format!("INSERT INTO {table} ({columns}) VALUES (?1, ?2)"))?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        write.execute([row.get::<_, String>(0)?, row.get::<_, String>(1)?])?;
    }
    Ok(())
}

impl Change<'_> {
    /// Puts an entry of the same book into the journal as it is, and makes its rows. That a row was what the entry says it was
    /// is not asked again: whoever wrote the entry did.
    fn follow(&mut self, entry: &Entry) -> Result<(), StoreError> {
        let facts = entry.read_facts()?;
        for fact in &facts {
            self.write_row(fact.table, &fact.id, fact.before.as_ref(), fact.after.as_ref())?;
        }
        self.append(entry, &Committed::of(entry.seq, &entry.op, &facts)).map(|_| ())
    }
}
