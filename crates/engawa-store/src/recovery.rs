//! Copies of the book, and whether a book is whole.

use std::path::Path;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::asked::Asked;
use crate::copy::copy_aside;
use crate::error::StoreError;
use crate::file::{self, For};
use crate::image::Image;
use crate::journal::{ChainFault, Chains, Hash};
use crate::key::FileKey;
use crate::open::Store;
use crate::read::Rows;
use crate::schema::{SCHEMA, user_version};
use crate::table::Table;

/// What a check of a book found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What SQLite found wrong with the file; empty when nothing.
    pub file: Vec<String>,
    /// Rows that refer to rows that are not there, as `table id`.
    pub dangling: Vec<String>,
    /// Where the journal's chain does not hold.
    pub chain: Option<ChainFault>,
    /// Rows that are not what the journal says, as `table id`.
    pub unexplained: Vec<String>,
    /// Entries of the journal.
    pub entries: u64,
    /// Rows of all tables.
    pub rows: u64,
}

impl Check {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.file.is_empty()
            && self.dangling.is_empty()
            && self.chain.is_none()
            && self.unexplained.is_empty()
    }
}

/// Why a copy does not count as one.
#[derive(Debug, thiserror::Error)]
pub enum CopyRefused {
    /// It could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It is not whole.
    #[error("the copy is not whole: {0:?}")]
    NotWhole(Box<Check>),
}

impl Store {
    /// Writes a whole copy of the book to a new file.
    pub fn copy_to(&self, to: &Path) -> Result<(), StoreError> {
        copy_aside(&self.connection, to, self.key())
    }

    /// Looks through the whole book.
    pub fn check(&self) -> Result<Check, StoreError> {
        Ok(self.examine()?.check())
    }

    /// One hash over all rows of all journaled tables: two books with the same one hold the same facts.
    pub fn digest(&self) -> Result<Hash, StoreError> {
        digest(self.rows())
    }
}

/// Opens a copy for reading, lets SQLite look through it and follows its chain. Its rows are those of the book it was made
/// from, so they are not compared with the journal once more: that takes ten times as long. `key` is that of the book.
pub fn check_copy(path: &Path, key: Option<&FileKey>) -> Result<Check, CopyRefused> {
    check_copy_asking(path, key, &Asked::nobody())
}

/// The same for whoever may end it.
pub fn check_copy_asking(path: &Path, key: Option<&FileKey>, asked: &Asked) -> Result<Check, CopyRefused> {
    let mut connection = file::open(path, For::Reading, key)?;
    asked.within(&mut connection)?;
    let found = user_version(&connection)?;
    if found != SCHEMA {
        let detail = format!("the copy has schema {found}, the book {SCHEMA}");
        return Err(StoreError::Damaged { detail }.into());
    }
    let check = check_file(&connection, asked)?;
    if check.is_whole() { Ok(check) } else { Err(CopyRefused::NotWhole(Box::new(check))) }
}

fn check_file(connection: &Connection, asked: &Asked) -> Result<Check, StoreError> {
    let rows = Rows { connection };
    let (mut chains, mut chain, mut entries) = (Chains::default(), None, 0);
    rows.each_entry(|entry| {
        entries += 1;
        asked.come(0)?;
        if chain.is_none() {
            chain = chains.follow(&entry).err();
        }
        Ok::<_, StoreError>(())
    })?;
    let count = Table::ALL.into_iter().map(|table| rows.count(table)).sum::<Result<u64, _>>()?;
    let file = integrity(connection)?;
    Ok(Check { file, dangling: Vec::new(), chain, unexplained: Vec::new(), entries, rows: count })
}

/// What SQLite finds wrong with the file.
pub(crate) fn integrity(connection: &Connection) -> Result<Vec<String>, StoreError> {
    Ok(column(connection, "PRAGMA integrity_check")?.into_iter().filter(|line| line != "ok").collect())
}

fn column(connection: &Connection, sql: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(sql)?;
    let lines = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(lines)
}

/// Rows that refer to rows that are not there.
pub(crate) fn dangling(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut found = Vec::new();
    for table in Table::ALL {
        for column in table.columns() {
            if let crate::table::Holds::Reference(other) = column.holds {
                let name = column.name;
                let sql = format!(
                    "SELECT '{table} ' || id FROM {table} WHERE {name} IS NOT NULL AND {name} NOT IN (SELECT id FROM {other})"
                );
                found.extend(self::column(connection, &sql)?);
            }
        }
    }
    Ok(found)
}

/// The hash of a row as the journal writes it.
pub(crate) fn image_hash(image: &Image) -> [u8; 32] {
    // Texts and whole numbers always have a JSON text.
    Sha256::digest(serde_json::to_string(image).unwrap_or_default()).into()
}

pub(crate) fn digest(rows: Rows<'_>) -> Result<Hash, StoreError> {
    let mut hasher = Sha256::new();
    for table in Table::ALL {
        hasher.update(table.name());
        rows.each_image(table, |image| {
            hasher.update(image_hash(&image));
            Ok::<_, StoreError>(())
        })?;
    }
    Ok(Hash(hasher.finalize().into()))
}
