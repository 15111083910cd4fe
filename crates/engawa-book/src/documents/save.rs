//! The log written to a file: as a table for other programs, or as a page to print.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use engawa_domain::calendar::Day;
use engawa_words::Words;

use super::refused::LogRefused;
use super::{csv, page};
use crate::book::Book;
use crate::error::BookError;
use crate::views::{DocumentLogForm, DocumentLogRow, DocumentLogSave, DocumentLogSaved};

/// The heads of the eight fields, in the order in which the rule names them.
pub const HEADS: [&str; 8] = [
    "document-applied",
    "document-number",
    "document-title",
    "document-counterparty",
    "document-done",
    "document-content",
    "document-reason",
    "document-person",
];

impl Book {
    /// Writes the whole log, the oldest line first.
    pub fn document_log_save(&self, input: &DocumentLogSave) -> Result<DocumentLogSaved, BookError> {
        let words = self.words();
        let mut lines = self.documents_view()?.log;
        lines.reverse();
        let rows = table(&lines, words);
        let today = self.today_for_documents();
        let bytes = match input.form {
            DocumentLogForm::CsvUtf8 => csv::utf8(&rows),
            DocumentLogForm::CsvShiftJis => csv::shift_jis(&rows)?,
            DocumentLogForm::Page => {
                let (count, day) = (lines.len().to_string(), words.day(today));
                let about = words.get("document-log-about", &[("count", &count), ("day", &day)]);
                page::page(&rows, &plain(&about), words).into_bytes()
            }
        };
        let place = PathBuf::from(&input.to);
        let to = if place.is_dir() { place.join(name(today, input.form)) } else { place };
        write_whole(&to, &bytes)?;
        let lines = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        Ok(DocumentLogSaved { path: to.display().to_string(), lines })
    }

    /// A name for the file of the log.
    pub fn document_log_name(&self, form: DocumentLogForm) -> String {
        name(self.today_for_documents(), form)
    }
}

fn name(day: Day, form: DocumentLogForm) -> String {
    let end = match form {
        DocumentLogForm::CsvUtf8 | DocumentLogForm::CsvShiftJis => "csv",
        DocumentLogForm::Page => "html",
    };
    format!("engawa-log-{day}.{end}")
}

fn table(lines: &[DocumentLogRow], words: Words) -> Vec<Vec<String>> {
    let head = HEADS.iter().map(|key| plain(&words.get(key, &[]))).collect();
    let rows = lines.iter().map(|row| {
        let line = &row.line;
        let content = [words.say(&row.did)].into_iter().chain(row.content.iter().map(|say| words.say(say)));
        vec![
            line.applied.to_string(),
            line.number.clone(),
            line.title.as_str().to_owned(),
            line.counterparty.as_str().to_owned(),
            line.day.to_string(),
            plain(&content.collect::<Vec<_>>().join("\n")),
            line.reason.as_str().to_owned(),
            line.person.as_str().to_owned(),
        ]
    });
    [head].into_iter().chain(rows).collect()
}

/// Without the marks that Fluent puts around values for mixed scripts.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
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
    let named = written.and_then(|()| fs::rename(&part, to));
    if named.is_err() {
        // What is left of it would only be half a log.
        let _ = fs::remove_file(&part);
    }
    named.map_err(|error| LogRefused::of_file(to, error))
}
