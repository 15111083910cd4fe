//! A look through the whole file that goes on past what is wrong, and names each thing.
//!
//! It reads and never writes, through a connection of its own where the book should stay usable meanwhile.

mod beside;
mod file;
mod journal;
mod rows;
mod steps;

use std::path::Path;

use rusqlite::Connection;

use crate::asked::Asked;
use crate::error::StoreError;
use crate::file::{self as database, For};
use crate::flaw::Flaw;
use crate::journal::ChainFault;
use crate::key::FileKey;
use crate::open::Store;
use crate::recovery::Check;

pub(crate) use file::expected as expected_schema;
pub(crate) use rows::named_file;
use steps::Steps;

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

impl Store {
    /// Looks through the whole file.
    pub fn examine(&self) -> Result<Examination, StoreError> {
        examine(&self.connection, &Asked::nobody())
    }

    /// The same for whoever may end it. It is told of the bytes of the file.
    pub fn examine_asking(&mut self, asked: &Asked) -> Result<Examination, StoreError> {
        asked.during(&mut self.connection, |connection| examine(connection, asked))
    }
}

/// Looks through a book that is open elsewhere, through a connection of its own that only reads. It may be ended; `asked` is told of
/// the bytes of the file.
pub fn examine_beside(path: &Path, key: Option<&FileKey>, asked: &Asked) -> Result<Examination, StoreError> {
    let mut connection = database::open(path, For::Reading, key)?;
    asked.within(&mut connection)?;
    // One state of the book from beginning to end, whatever is recorded meanwhile.
    let state = connection.transaction()?;
    examine(&state, asked)
}

fn examine(connection: &Connection, asked: &Asked) -> Result<Examination, StoreError> {
    let mut steps = Steps::of(connection, asked);
    let mut flaws = file::schema(connection)?;
    // What was ended looks like what is damaged: nothing is said of it.
    let walked = journal::walk(connection, &mut steps);
    asked.come(0)?;
    let seen = rows::compare(connection, walked.said, &mut steps);
    asked.come(0)?;
    let pages = file::integrity(connection, &seen.flaws);
    asked.come(0)?;
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
    let settings = beside::settings(connection);
    steps.end()?;
    Ok(Examination {
        flaws: known_once(flaws),
        entries: walked.entries,
        rows: seen.count,
        files: seen.files,
        settings,
    })
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
