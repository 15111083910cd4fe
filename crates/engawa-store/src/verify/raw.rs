//! The journal as the file has it, letter for letter: a reader that forgives would hide what was altered.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::journal::{Fact, Hash};

/// An entry as the file has it: the very texts that the hash covers.
#[derive(Debug)]
pub struct RawEntry {
    pub position: i64,
    pub origin: String,
    pub seq: i64,
    pub at: String,
    pub op: String,
    pub prev_hash: String,
    pub hash: String,
    pub about: String,
    pub facts: String,
}

impl RawEntry {
    /// The hash that these texts have.
    pub fn computed_hash(&self) -> String {
        let Self { prev_hash, origin, seq, at, op, facts, .. } = self;
        let mut hasher = Sha256::new();
        hasher.update(format!("{prev_hash}\n{origin}\n{seq}\n{at}\n{op}\n"));
        hasher.update(facts);
        Hash(hasher.finalize().into()).to_string()
    }

    /// Its facts, read.
    pub fn facts(&self) -> Result<Vec<Fact>, StoreError> {
        Fact::list_of(u64::try_from(self.seq).unwrap_or_default(), &self.facts)
    }
}

/// The journal in its order. An entry that is not made of texts and numbers is told with its position.
pub fn each_raw(
    connection: &Connection,
    mut visit: impl FnMut(Result<RawEntry, (i64, rusqlite::Error)>),
) -> Result<(), rusqlite::Error> {
    let sql =
        "SELECT position, origin, seq, at, op, prev_hash, hash, about, facts FROM journal ORDER BY position";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let position = row.get(0)?;
        visit(raw(row, position).map_err(|error| (position, error)));
    }
    Ok(())
}

fn raw(row: &rusqlite::Row<'_>, position: i64) -> Result<RawEntry, rusqlite::Error> {
    Ok(RawEntry {
        position,
        origin: row.get(1)?,
        seq: row.get(2)?,
        at: row.get(3)?,
        op: row.get(4)?,
        prev_hash: row.get(5)?,
        hash: row.get(6)?,
        about: row.get(7)?,
        facts: row.get(8)?,
    })
}
