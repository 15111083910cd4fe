//! 電子取引の書類 and the log of their corrections.

use engawa_domain::facts::{Document, DocumentCorrection};
use engawa_domain::say::Say;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Every document, and the whole log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DocumentsView {
    /// The documents, the newest day first.
    pub documents: Vec<DocumentRow>,
    /// The lines of the log, the newest first.
    pub log: Vec<DocumentLogRow>,
    /// Who was named last, for the next form.
    pub person: Option<String>,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DocumentRow {
    /// What is recorded of it.
    pub document: Document,
    /// The name of its file.
    pub file: String,
    /// How many lines of the log are about it.
    pub lines: u32,
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DocumentLogRow {
    /// The eight fields.
    pub line: DocumentCorrection,
    /// What was done.
    pub did: Say,
    /// To which values.
    pub content: Vec<Say>,
}

/// As what the log is written to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DocumentLogForm {
    /// A table in UTF-8.
    CsvUtf8,
    /// A table in Shift_JIS as Windows writes it.
    CsvShiftJis,
    /// A page to print.
    Page,
}

/// Where the log is written to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct DocumentLogSave {
    /// The file, or a folder.
    pub to: String,
    /// As what.
    pub form: DocumentLogForm,
}

/// The log was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DocumentLogSaved {
    /// The file.
    pub path: String,
    /// How many lines.
    pub lines: u32,
}
