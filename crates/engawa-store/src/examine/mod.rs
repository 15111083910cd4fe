//! A look through the whole file that goes on past what is wrong, and names each thing.
//!
//! It reads and never writes, through a connection of its own where the book should stay usable meanwhile.

mod beside;
mod file;
mod journal;
mod rows;

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::flaw::Flaw;
use crate::journal::ChainFault;
use crate::key::FileKey;
use crate::open::Store;
use crate::read::Rows;
use crate::recovery::Check;
use crate::table::Table;

pub(crate) use file::expected as expected_schema;
pub(crate) use rows::named_file;

/// What a look through the file found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examination {
    /// What is wrong, in the order in which it was come upon.
    pub flaws: Vec<Flaw>,
    /// Entries of the journal that could be read.
    pub entries: u64,
    /// Rows of all tables that could be read.
    pub rows: u64,
    /// Files of evidence that the rows name: whether they are there is for `engawa-book` to say.
    pub files: Vec<NamedFile>,
    /// The settings, name and value: whether they can be read is for `engawa-book` to say.
    pub settings: Vec<(String, String)>,
}

/// A file of evidence, as its row names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFile {
    /// The hash of its bytes, 64 hex digits.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The name it came with.
    pub name: String,
}

/// Hears how far a look has come: so many of so many steps. A step is an entry or a row.
pub type Watch<'w> = &'w mut dyn FnMut(u64, u64);

impl Store {
    /// Looks through the whole file.
    pub fn examine(&self, watch: Watch<'_>) -> Result<Examination, StoreError> {
        examine(&self.connection, watch)
    }
}

/// Looks through a book that is open elsewhere, through a connection of its own that only reads.
pub fn examine_beside(
    path: &Path,
    key: Option<&FileKey>,
    watch: Watch<'_>,
) -> Result<Examination, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = crate::file::connect(path, flags, key)?;
    // One state of the book from beginning to end, whatever is recorded meanwhile.
    let state = connection.transaction()?;
    examine(&state, watch)
}

pub(crate) fn examine(connection: &Connection, watch: Watch<'_>) -> Result<Examination, StoreError> {
    let rows = Rows { connection };
    let tables = Table::ALL.into_iter().map(|table| rows.count(table).unwrap_or_default()).sum::<u64>();
    let entries = rows.entries().unwrap_or_default();
    // SQLite's own look takes about as long as reading the rows once more.
    let all = entries + 2 * tables;
    let mut done = 0;
    let mut step = || {
        done += 1;
        watch(done, all);
    };
    let mut flaws = file::schema(connection)?;
    let walked = journal::walk(connection, &mut step);
    let seen = rows::compare(connection, walked.said, &mut step);
    let pages = file::integrity(connection, &seen.flaws);
    let is_whole_file = pages.is_empty() && walked.whole && seen.whole;
    flaws.extend(pages);
    flaws.extend(walked.flaws);
    flaws.extend(seen.flaws);
    // Of tables that cannot be read to their end nobody can say what is missing from them.
    if is_whole_file {
        flaws.extend(seen.missing);
        flaws.extend(rows::dangling(connection, &flaws));
        flaws.extend(beside::about(connection, &walked.about));
        flaws.extend(beside::actions(connection));
    } else if !flaws.iter().any(|flaw| matches!(flaw, Flaw::Page { .. } | Flaw::Index { .. })) {
        flaws.push(Flaw::Page { said: seen.stopped.or(walked.stopped).unwrap_or_default() });
    }
    flaws.extend(beside::forms(connection));
    flaws.extend(beside::origin(connection));
    if watch_is_behind(done, all) {
        watch(all, all);
    }
    let settings = beside::settings(connection);
    Ok(Examination {
        flaws: known_once(flaws),
        entries: walked.entries,
        rows: seen.count,
        files: seen.files,
        settings,
    })
}

const fn watch_is_behind(done: u64, all: u64) -> bool {
    done < all
}

/// A table that is not there explains why its rows are not: they are no flaws of their own until there is one again.
fn known_once(flaws: Vec<Flaw>) -> Vec<Flaw> {
    use crate::flaw::{Object, ObjectState};
    let gone: Vec<String> = flaws
        .iter()
        .filter_map(|flaw| match flaw {
            Flaw::Schema { object: Object::Table, name, state: ObjectState::Missing } => Some(name.clone()),
            _ => None,
        })
        .collect();
    let of_a_gone_table = |flaw: &Flaw| match flaw {
        Flaw::RowMissing { place, .. } => gone.iter().any(|name| name == place.table.name()),
        Flaw::Dangling { to, .. } => gone.iter().any(|name| name == to.table.name()),
        Flaw::About { .. } => gone.iter().any(|name| name == "journal_about"),
        _ => false,
    };
    flaws.into_iter().filter(|flaw| !of_a_gone_table(flaw)).collect()
}

impl Examination {
    /// The same in the words of [`Check`].
    pub fn check(&self) -> Check {
        let mut check = Check {
            file: Vec::new(),
            dangling: Vec::new(),
            chain: None,
            unexplained: Vec::new(),
            entries: self.entries,
            rows: self.rows,
        };
        for flaw in &self.flaws {
            match flaw {
                Flaw::Page { said } => check.file.push(said.clone()),
                Flaw::Index { table } => check.file.push(format!("index of {table}")),
                Flaw::Schema { name, .. } => check.file.push(format!("schema: {name}")),
                Flaw::Dangling { place, .. } => check.dangling.push(place.to_string()),
                Flaw::RowAltered { place, .. }
                | Flaw::RowMissing { place, .. }
                | Flaw::RowUnknown { place, .. }
                | Flaw::Value { place, .. } => check.unexplained.push(place.to_string()),
                Flaw::EntryAltered { seq, .. } => {
                    check.chain = check.chain.or(Some(ChainFault::Altered { seq: *seq }));
                }
                Flaw::ChainBroken { seq, .. } => {
                    check.chain = check.chain.or(Some(ChainFault::Broken { seq: *seq }));
                }
                Flaw::EntryUnreadable { position } => {
                    check.file.push(format!("journal, position {position}"));
                }
                Flaw::About { wrong } => check.file.push(format!("journal_about: {wrong}")),
                Flaw::Action { action } => check.file.push(format!("actions: {action}")),
                Flaw::Form { name } => check.file.push(format!("form_drafts: {name}")),
                Flaw::Origin => check.file.push("meta: origin".to_owned()),
            }
        }
        check
    }
}
