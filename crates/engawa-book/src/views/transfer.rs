//! Export and import of the whole book.

use serde::{Deserialize, Serialize};
use specta::Type;

/// An export that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ExportedView {
    /// The file.
    pub path: String,
    /// The sheet to print; `None` where there is no passphrase.
    pub sheet: Option<String>,
    /// Entries of the history in it.
    pub entries: u32,
    /// Contracts in it.
    pub contracts: u32,
    /// Files of evidence that went along.
    pub files: u32,
}

/// What is to be read in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportInput {
    /// The file.
    pub file: String,
    /// The passphrase of an encrypted one.
    pub passphrase: Option<String>,
    /// Whether it is only tried.
    pub how: ImportHow,
}

impl std::fmt::Debug for ImportInput {
    /// Without the passphrase.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ImportInput")
            .field("file", &self.file)
            .field("how", &self.how)
            .finish_non_exhaustive()
    }
}

/// Whether an import is only tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportHow {
    /// Say what it would bring.
    Try,
    /// Bring it.
    Take,
}

/// What an import brought, or would bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportedView {
    /// Entries of the history.
    pub entries: u32,
    /// Contracts.
    pub contracts: u32,
    /// Files of evidence that came along.
    pub files: u32,
    /// Files of evidence that are recorded and were not found.
    pub files_missing: u32,
}
