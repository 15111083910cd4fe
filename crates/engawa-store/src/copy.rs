//! Copies of a book: made of one moment while the book is in use, opened apart from it, looked through, and made ready to
//! take its place.
//!
//! A copy is made with SQLite's backup API and not with `VACUUM INTO`: it copies page by page within one read transaction, so
//! that the digest of the very same moment can be taken beside it, it is several times faster, and it stops nobody from
//! writing. What `VACUUM` would save is little: a journal only grows, and leaves few pages free.

use std::fs;
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, params};

use crate::asked::Asked;
use crate::error::StoreError;
use crate::file::{self, For};
use crate::folder::{make_folder, sync_file, sync_folder_of};
use crate::journal::{ChainFault, Chains, Hash};
use crate::key::FileKey;
use crate::open::{beside, forget, number, turn_journal};
use crate::read::Rows;
use crate::recovery::{digest, integrity};
use crate::schema::{APPLICATION_ID, MIGRATIONS, SCHEMA, migrate, user_version};
use crate::system::rename;
use crate::table::Table;

/// What a book holds, as far as two of them are compared by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// Entries of the journal.
    pub entries: u64,
    /// The hash of the newest of them; zeros where there is none.
    pub head: Hash,
    /// One hash over all rows of all journaled tables.
    pub digest: Hash,
    /// How many contracts there are.
    pub contracts: u64,
    /// How many files of evidence there are.
    pub files: u64,
}

/// The book as it stands at one moment, read beside whoever has it open. While this lives, the moment stays.
#[derive(Debug)]
pub struct Snapshot {
    connection: Connection,
    key: Option<FileKey>,
}

impl Snapshot {
    /// The book in this file, now.
    pub fn of(path: &Path, key: Option<&FileKey>) -> Result<Self, StoreError> {
        let connection = file::open(path, For::Reading, key)?;
        connection.execute_batch("BEGIN")?;
        // The first read is what fixes the moment.
        let found = user_version(&connection)?;
        if found != SCHEMA {
            return Err(StoreError::Newer { found, known: SCHEMA });
        }
        Ok(Self { connection, key: key.cloned() })
    }

    /// The same; whatever takes long with it asks whether it goes on.
    pub fn asking(mut self, asked: &Asked) -> Result<Self, StoreError> {
        asked.within(&mut self.connection)?;
        Ok(self)
    }

    /// Its rows.
    pub fn rows(&self) -> Rows<'_> {
        Rows { connection: &self.connection }
    }

    /// What it holds.
    pub fn contents(&self) -> Result<Contents, StoreError> {
        contents(self.rows())
    }

    /// Number of entries and hash of the newest: enough to tell whether anything was recorded since.
    pub fn end(&self) -> Result<(u64, Hash), StoreError> {
        end(self.rows())
    }

    /// Writes this moment to a new file, encrypted where the book is.
    pub fn copy_to(&self, to: &Path) -> Result<(), StoreError> {
        copy_aside(&self.connection, to, self.key.as_ref())
    }

    /// The same, page by page: `go_on` is told of the bytes of each piece and says whether it goes on. Stopped, it is an error, and
    /// nothing is left.
    pub fn copy_to_watched(&self, to: &Path, go_on: &mut dyn FnMut(u64) -> bool) -> Result<(), StoreError> {
        copy_aside_watched(&self.connection, to, self.key.as_ref(), Some(go_on))
    }
}

/// A copy, opened for reading.
#[derive(Debug)]
pub struct Copy {
    connection: Connection,
    schema: u32,
}

impl Copy {
    /// Opens it. One that is no book or of a newer schema is refused; not a byte of it is written.
    pub fn open(path: &Path, key: Option<&FileKey>) -> Result<Self, StoreError> {
        let connection = file::open(path, For::Reading, key)?;
        let application: u32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
        if application != APPLICATION_ID {
            let why = format!("its application_id is {application}, not {APPLICATION_ID}");
            return Err(StoreError::NotABook { path: path.to_owned(), why });
        }
        let schema = user_version(&connection)?;
        if schema > SCHEMA {
            return Err(StoreError::Newer { found: schema, known: SCHEMA });
        }
        Ok(Self { connection, schema })
    }

    /// The same; whatever takes long with it asks whether it goes on.
    pub fn asking(mut self, asked: &Asked) -> Result<Self, StoreError> {
        asked.within(&mut self.connection)?;
        Ok(self)
    }

    /// The schema of the program that made it.
    pub const fn schema(&self) -> u32 {
        self.schema
    }

    /// Whether its rows can be read as they are: an older one must be brought up to date first.
    pub const fn is_current(&self) -> bool {
        self.schema == SCHEMA
    }

    /// Its rows. Only of a current one.
    pub fn rows(&self) -> Rows<'_> {
        Rows { connection: &self.connection }
    }

    /// Lets SQLite look through every page.
    pub fn look_through(&self) -> Result<(), StoreError> {
        let found = integrity(&self.connection)?;
        if found.is_empty() { Ok(()) } else { Err(StoreError::Damaged { detail: found.join("; ") }) }
    }

    /// Follows the chain of the journal to its end. The journal has the same columns in every schema.
    pub fn follow_chain(&self) -> Result<(), StoreError> {
        let mut chains = Chains::default();
        self.rows().each_entry(|entry| {
            chains
                .follow(&entry)
                .map_err(|fault: ChainFault| StoreError::Damaged { detail: fault.to_string() })
        })
    }

    /// What it holds. Only of a current one.
    pub fn contents(&self) -> Result<Contents, StoreError> {
        contents(self.rows())
    }

    /// Number of entries and hash of the newest.
    pub fn end(&self) -> Result<(u64, Hash), StoreError> {
        end(self.rows())
    }
}

fn end(rows: Rows<'_>) -> Result<(u64, Hash), StoreError> {
    let head = rows.history(None, 1)?.first().map_or(Hash::ZERO, |entry| entry.hash);
    Ok((rows.entries()?, head))
}

fn contents(rows: Rows<'_>) -> Result<Contents, StoreError> {
    let (entries, head) = end(rows)?;
    Ok(Contents {
        entries,
        head,
        digest: digest(rows)?,
        contracts: rows.count(Table::Contracts)?,
        files: rows.count(Table::Evidence)?,
    })
}

/// Writes a whole copy to a new file, by another name until it is on the disk. The copy has no log beside it: one file, that
/// can be read where nothing can be written.
pub(crate) fn copy_aside(
    connection: &Connection,
    to: &Path,
    key: Option<&FileKey>,
) -> Result<(), StoreError> {
    copy_aside_watched(connection, to, key, None)
}

/// Is told of bytes that were copied, and says whether it goes on.
type GoOn<'g> = &'g mut dyn FnMut(u64) -> bool;

fn copy_aside_watched(
    connection: &Connection,
    to: &Path,
    key: Option<&FileKey>,
    go_on: Option<GoOn<'_>>,
) -> Result<(), StoreError> {
    let unfinished = beside(to, ".part");
    let in_file = |error| StoreError::of_file(&unfinished, error);
    if let Some(folder) = to.parent() {
        make_folder(folder).map_err(|error| StoreError::of_file(folder, error))?;
    }
    let journal = beside(&unfinished, "-journal");
    forget(&unfinished)?;
    forget(&journal)?;
    let written = write_copy(connection, &unfinished, key, go_on)
        .and_then(|()| rename(&unfinished, to).map_err(in_file))
        .and_then(|()| sync_folder_of(to).map_err(in_file));
    if written.is_err() {
        // On a full disk half a copy would only take the room that is missing.
        let _ = fs::remove_file(&unfinished);
        let _ = fs::remove_file(&journal);
    }
    written
}

/// Pages that are copied between two questions: some megabytes; so few in tests that a small book takes several.
const PIECE: u16 = if cfg!(test) { 8 } else { 1024 };

fn write_copy(
    connection: &Connection,
    to: &Path,
    key: Option<&FileKey>,
    go_on: Option<GoOn<'_>>,
) -> Result<(), StoreError> {
    let mut copy = file::open(to, For::Making, key)?;
    copy_pages(connection, &mut copy, go_on)?;
    leave_log(&copy)?;
    copy.close().map_err(|(_, error)| error)?;
    sync_file(to).map_err(|error| StoreError::of_file(to, error))
}

/// Within a read transaction of its own the source stays as it is, however many steps are taken; whoever has none takes one.
pub(crate) fn copy_pages(
    from: &Connection,
    to: &mut Connection,
    go_on: Option<GoOn<'_>>,
) -> Result<(), StoreError> {
    let copying = Backup::new(from, to)?;
    let Some(go_on) = go_on else {
        return match copying.step(-1)? {
            StepResult::Done => Ok(()),
            // One step copies everything, or finds that somebody holds the file.
            _ => Err(StoreError::Busy),
        };
    };
    let page = u64::from(number(from, "page_size")?);
    loop {
        let step = copying.step(PIECE.into())?;
        if !go_on(u64::from(PIECE) * page) {
            return Err(StoreError::Busy);
        }
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ => return Err(StoreError::Busy),
        }
    }
}

/// Makes one file of the book and its log.
fn leave_log(connection: &Connection) -> Result<(), StoreError> {
    let mode = turn_journal(connection, "DELETE")?;
    if mode == "delete" { Ok(()) } else { Err(StoreError::Busy) }
}

/// What is no fact and stays as it is when a backup takes the place of the book: how the app looks, and what was being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unrecorded {
    settings: Vec<(String, String)>,
    form_drafts: Vec<(String, String, String)>,
}

impl Snapshot {
    /// What is no fact.
    pub fn unrecorded(&self) -> Result<Unrecorded, StoreError> {
        let mut settings = self.connection.prepare("SELECT name, value FROM settings")?;
        let mut drafts = self.connection.prepare("SELECT name, text, saved FROM form_drafts")?;
        Ok(Unrecorded {
            settings: settings
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<Result<_, _>>()?,
            form_drafts: drafts
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .collect::<Result<_, _>>()?,
        })
    }
}

/// Makes of a copy what can take the place of the book: brings it up to date, puts in what is no fact, and writes all of it to
/// the disk. The file is the caller's own, not the backup.
pub fn make_ready(path: &Path, key: Option<&FileKey>, keep: &Unrecorded) -> Result<(), StoreError> {
    let mut connection = file::open(path, For::Writing, key)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    migrate(&mut connection, MIGRATIONS)?;
    let transaction = connection.transaction()?;
    for (name, value) in &keep.settings {
        transaction
            .execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)", [name, value])?;
    }
    for (name, text, saved) in &keep.form_drafts {
        transaction.execute(
            "INSERT OR REPLACE INTO form_drafts (name, text, saved) VALUES (?1, ?2, ?3)",
            params![name, text, saved],
        )?;
    }
    transaction.commit()?;
    leave_log(&connection)?;
    connection.close().map_err(|(_, error)| error)?;
    sync_file(path).map_err(|error| StoreError::of_file(path, error))
}
