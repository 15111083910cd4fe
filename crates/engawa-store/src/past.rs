//! A book as it was: the journal replayed up to a moment, in memory.

use std::collections::HashMap;
use std::path::Path;

use engawa_domain::calendar::Moment;
use rusqlite::Connection;

use crate::change::Change;
use crate::error::StoreError;
use crate::journal::{Committed, Origin};
use crate::open::{Kept, Log, STATEMENTS, Store, guard};
use crate::read::Rows;
use crate::schema::{MIGRATIONS, migrate};

/// What is beside the facts and belongs to the present: how the app looks, and what the packs said when the user last looked.
const OF_THE_PRESENT: [(&str, &str); 2] = [("settings", "name, value"), ("rules_seen", "platform, said")];

impl Store {
    /// What the journal says up to a moment, in memory: its rows, its entries, and nothing that was written later. Looking back
    /// writes nothing, here or there.
    ///
    /// Of each chain count the entries up to the last one that was written by then. That is the same as "written by then",
    /// unless the clock was set back in between; then no entry is left out that a counted one rests on.
    pub fn in_memory_at(rows: Rows<'_>, origin: Origin, at: Moment) -> Result<Self, StoreError> {
        let path = rows.connection.path().map(std::path::PathBuf::from).unwrap_or_default();
        let mut store = Self::empty_in_memory(&path, origin)?;
        OF_THE_PRESENT
            .iter()
            .try_for_each(|(table, columns)| copy(rows.connection, &store.connection, table, columns))?;
        let until = last_by(rows, at)?;
        let mut change = store.begin_replay()?;
        rows.each_entry(|entry| {
            let counts = until.get(&entry.origin).is_some_and(|last| entry.seq <= *last);
            if counts { change.follow(&entry) } else { Ok(()) }
        })?;
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
        let (path, log) = (path.to_owned(), Log::Beside);
        Ok(Self { connection, path, origin, head: None, kept: Kept::InMemory, log })
    }
}

/// The last entry of each chain that was written by then.
fn last_by(rows: Rows<'_>, at: Moment) -> Result<HashMap<Origin, u64>, StoreError> {
    let sql = "SELECT origin, max(seq) FROM journal WHERE at <= ?1 GROUP BY origin";
    let mut statement = rows.connection.prepare_cached(sql)?;
    // The text of a moment sorts like the moment.
    let mut found = statement.query([at.to_string()])?;
    let mut last = HashMap::new();
    while let Some(row) = found.next()? {
        let origin: String = row.get(0)?;
        let origin = origin
            .parse()
            .map_err(|_| StoreError::Damaged { detail: format!("journal, origin: {origin:?}") })?;
        last.insert(origin, row.get(1)?);
    }
    Ok(last)
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
    fn follow(&mut self, entry: &crate::journal::Entry) -> Result<(), StoreError> {
        let facts = entry.read_facts()?;
        for fact in &facts {
            self.write_row(fact.table, &fact.id, fact.before.as_ref(), fact.after.as_ref())?;
        }
        self.append(entry, &Committed::of(entry.seq, &entry.op, &facts)).map(|_| ())
    }
}
