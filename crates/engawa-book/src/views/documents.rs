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

/// A table of documents that goes into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DocumentTable {
    /// The log of corrections.
    Log,
    /// 索引簿: every document, with what it is found by.
    Index,
}

/// As what a table is written to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DocumentTableForm {
    /// CSV in UTF-8.
    CsvUtf8,
    /// CSV in Shift_JIS as Windows writes it.
    CsvShiftJis,
    /// A page to print.
    Page,
}

/// Which table is written where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct DocumentTableSave {
    /// The file, or a folder.
    pub to: String,
    /// Which table.
    pub table: DocumentTable,
    /// As what.
    pub form: DocumentTableForm,
}

/// A table was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DocumentTableSaved {
    /// The file.
    pub path: String,
    /// How many lines, without the heads.
    pub lines: u32,
}
