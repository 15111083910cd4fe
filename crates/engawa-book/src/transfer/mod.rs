//! Export and import: the whole book as one JSON file, with the files of evidence beside it. `docs/format.md` describes it.
//!
//! An export holds the journal and the rows. The import makes the rows anew from the journal, whose chain it checks, and then
//! compares each with the row in the export: what the journal does not explain does not come in.

mod element;
mod export;
mod files;
mod import;
mod intake;
mod refused;
mod schema;
mod sealed;
mod shown;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use engawa_domain::facts::Sha256Hex;
use engawa_store::Table;

pub use import::Importing;
pub use refused::{ExportRefused, ImportRefused};
pub use schema::export_schema;

/// What an export says it is.
const FORMAT: &str = "engawa-book";

/// The version of the export's format, which grows with the schema of the book. Older ones are read, newer ones are refused.
pub const EXPORT_VERSION: u64 = 3;

/// Whether the files of evidence go along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFiles {
    /// They are copied into a folder beside the export, and each is compared with its hash.
    Along,
    /// Only what is recorded of them goes along: names, sizes, hashes.
    Left,
}

/// Whether an import is only tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportMode {
    /// Say what it would do; the book stays as it is.
    DryRun,
    /// Do it.
    Apply,
}

/// What an export wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportReport {
    /// The file.
    pub path: PathBuf,
    /// Entries of the journal.
    pub entries: u64,
    /// Rows, by table.
    pub rows: BTreeMap<Table, u64>,
    /// Files of evidence that went along.
    pub files: u64,
}

/// What an import did, or would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// Whether it was only tried.
    pub mode: ImportMode,
    /// Entries of the journal.
    pub entries: u64,
    /// Rows, by table.
    pub rows: BTreeMap<Table, u64>,
    /// Files of evidence that were found beside the export.
    pub files: u64,
    /// Files of evidence that are recorded and were not found. Their names and hashes come in; the files may follow.
    pub files_missing: Vec<Sha256Hex>,
}

/// The folder beside an export that holds its files: `book.json.evidence`, laid out as in the book.
pub fn files_beside(export: &Path) -> PathBuf {
    let mut name = export.as_os_str().to_owned();
    name.push(".evidence");
    PathBuf::from(name)
}
