//! A table written to a file: for other programs, or as a page to print.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use engawa_domain::calendar::Day;
use engawa_domain::say::Say;

use super::refused::LogRefused;
use super::{csv, page};
use crate::book::Book;
use crate::error::BookError;
use crate::views::{DocumentTable, DocumentTableForm, DocumentTableSave, DocumentTableSaved};

impl Book {
    /// Writes a whole table.
    pub fn document_table_save(&self, input: &DocumentTableSave) -> Result<DocumentTableSaved, BookError> {
        let DocumentTableSave { to, table, form } = input;
        let words = self.words();
        let rows = self.document_table(*table, words)?;
        let today = self.today_for_documents();
        let lines = u32::try_from(rows.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let bytes = match form {
            DocumentTableForm::CsvUtf8 => csv::utf8(&rows),
            DocumentTableForm::CsvShiftJis => csv::shift_jis(&rows)?,
            DocumentTableForm::Page => {
                let (title, about) = match table {
                    DocumentTable::Log => ("document-log-title", "document-log-about"),
                    DocumentTable::Index => ("document-index-title", "document-index-about"),
                };
                let about = Say::new(about).with("count", lines).with("day", today);
                page::page(&words.get(title, &[]), &words.say(&about), &rows, words).into_bytes()
            }
        };
        let place = PathBuf::from(to);
        let to = if place.is_dir() { place.join(name(today, *table, *form)) } else { place };
        write_whole(&to, &bytes)?;
        Ok(DocumentTableSaved { path: to.display().to_string(), lines })
    }

    /// A name for the file of a table.
    pub fn document_table_name(&self, table: DocumentTable, form: DocumentTableForm) -> String {
        name(self.today_for_documents(), table, form)
    }
}

fn name(day: Day, table: DocumentTable, form: DocumentTableForm) -> String {
    let what = match table {
        DocumentTable::Log => "log",
        DocumentTable::Index => "index",
    };
    let end = match form {
        DocumentTableForm::CsvUtf8 | DocumentTableForm::CsvShiftJis => "csv",
        DocumentTableForm::Page => "html",
    };
    format!("engawa-{what}-{day}.{end}")
}

/// Under another name until it is whole.
fn write_whole(to: &Path, bytes: &[u8]) -> Result<(), LogRefused> {
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let written = fs::File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let named = written.and_then(|()| engawa_store::rename(&part, to));
    if named.is_err() {
        // What is left of it would only be half a table.
        let _ = fs::remove_file(&part);
    }
    named.map_err(|error| LogRefused::of_file(to, error))
}
