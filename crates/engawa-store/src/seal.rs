//! What is beside the facts and in no journal, such as the settings, under a seal of its own: a hash over its rows, written in
//! the transaction that wrote them. Somebody who means to alter them can write the seal anew; a disk that rots cannot.

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::journal::Hash;

/// A table beside the facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aside {
    /// How the app looks and speaks.
    Settings,
    /// Forms that were not finished.
    FormDrafts,
    /// What the packs said when the user last looked.
    RulesSeen,
    /// Where this installation writes.
    Meta,
}

impl Aside {
    /// Every one of them.
    pub const ALL: [Self; 4] = [Self::Settings, Self::FormDrafts, Self::RulesSeen, Self::Meta];

    /// Its name in the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::FormDrafts => "form_drafts",
            Self::RulesSeen => "rules_seen",
            Self::Meta => "meta",
        }
    }

    /// Under which name `meta` holds its seal.
    const fn seal(self) -> &'static str {
        match self {
            Self::Settings => "seal settings",
            Self::FormDrafts => "seal form_drafts",
            Self::RulesSeen => "seal rules_seen",
            Self::Meta => "seal meta",
        }
    }

    const fn rows(self) -> &'static str {
        match self {
            Self::Settings => "SELECT name, value FROM settings ORDER BY name",
            Self::FormDrafts => "SELECT name, text, saved FROM form_drafts ORDER BY name",
            Self::RulesSeen => "SELECT platform, said FROM rules_seen ORDER BY platform",
            // The seals themselves are not sealed.
            Self::Meta => "SELECT name, value FROM meta WHERE name NOT LIKE 'seal %' ORDER BY name",
        }
    }
}

/// Seals a table as it stands. In a book of a version that did not seal, all of them: there are all seals or none.
pub(crate) fn seal(connection: &Connection, table: Aside) -> Result<(), StoreError> {
    if seals(connection)? == Aside::ALL.len() { keep(connection, table) } else { seal_all(connection) }
}

/// Seals everything: for a book that is just made.
pub(crate) fn seal_all(connection: &Connection) -> Result<(), StoreError> {
    Aside::ALL.into_iter().try_for_each(|table| keep(connection, table))
}

fn keep(connection: &Connection, table: Aside) -> Result<(), StoreError> {
    let sql = "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    let sum = sum(connection, table)?.to_string();
    connection.prepare_cached(sql)?.execute([table.seal(), &sum])?;
    Ok(())
}

/// How many seals there are.
fn seals(connection: &Connection) -> Result<usize, StoreError> {
    let found = Aside::ALL.into_iter().map(|table| kept(connection, table));
    Ok(found.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().count())
}

fn kept(connection: &Connection, table: Aside) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT value FROM meta WHERE name = ?1")?;
    Ok(statement.query_row([table.seal()], |row| row.get(0)).optional()?)
}

/// Whether a table is what its seal says. A book without any seal was never written by a version that seals.
pub(crate) fn holds(connection: &Connection, table: Aside) -> Result<bool, StoreError> {
    Ok(match kept(connection, table)? {
        Some(kept) => kept == sum(connection, table)?.to_string(),
        None => seals(connection)? == 0,
    })
}

/// Each cell with its length, so that nothing can move from one to the next.
fn sum(connection: &Connection, table: Aside) -> Result<Hash, StoreError> {
    let mut statement = connection.prepare_cached(table.rows())?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut hasher = Sha256::new();
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            let text: String = row.get(column)?;
            hasher.update((text.len() as u64).to_be_bytes());
            hasher.update(text);
        }
    }
    Ok(Hash(hasher.finalize().into()))
}
