//! The tables that are handed on: the log of corrections, and 索引簿.
//!
//! 索引簿 has the columns of the example that the tax office gives: a number, the date as eight digits, the amount in digits, the other
//! side, remarks. After them stands what leads to the file, which an export keeps under its SHA-256.

use std::collections::HashMap;

use engawa_domain::facts::{Document, Evidence};
use engawa_words::Words;

use super::told::kind;
use crate::book::Book;
use crate::error::BookError;
use crate::views::{DocumentLogRow, DocumentTable};

/// The heads of the eight fields, in the order in which the rule names them.
pub const LOG: [&str; 8] = [
    "document-applied",
    "document-number",
    "document-title",
    "document-counterparty",
    "document-done",
    "document-content",
    "document-reason",
    "document-person",
];

const INDEX: [&str; 9] = [
    "document-index-nth",
    "document-index-day",
    "document-index-amount",
    "document-index-counterparty",
    "document-index-remarks",
    "document-title",
    "document-number",
    "document-file",
    "document-index-hash",
];

impl Book {
    /// A table with its heads in the first row: the log from its oldest line on, the index by day.
    pub(super) fn document_table(
        &self,
        table: DocumentTable,
        words: Words,
    ) -> Result<Vec<Vec<String>>, BookError> {
        let heads = match table {
            DocumentTable::Log => LOG.as_slice(),
            DocumentTable::Index => INDEX.as_slice(),
        };
        let mut rows = vec![heads.iter().map(|key| words.get(key, &[])).collect()];
        match table {
            DocumentTable::Log => {
                let log = self.documents_view()?.log;
                rows.extend(log.iter().rev().map(|row| of_line(row, words)));
            }
            DocumentTable::Index => {
                let files = self.rows().all::<Evidence>()?.into_iter();
                let files: HashMap<_, _> = files.map(|file| (file.id, file)).collect();
                let mut documents: Vec<Document> = self.rows().all()?;
                documents.sort_by_key(|document| (document.day, document.id));
                let numbered = (1_usize..).zip(&documents);
                rows.extend(
                    numbered.map(|(nth, document)| {
                        of_document(nth, document, files.get(&document.evidence), words)
                    }),
                );
            }
        }
        Ok(rows)
    }
}

fn of_line(row: &DocumentLogRow, words: Words) -> Vec<String> {
    let line = &row.line;
    let content = [words.say(&row.did)].into_iter().chain(row.content.iter().map(|say| words.say(say)));
    vec![
        line.applied.to_string(),
        line.number.clone(),
        line.title.as_str().to_owned(),
        line.counterparty.as_str().to_owned(),
        line.day.to_string(),
        content.collect::<Vec<_>>().join("\n"),
        line.reason.as_str().to_owned(),
        line.person.as_str().to_owned(),
    ]
}

fn of_document(nth: usize, document: &Document, file: Option<&Evidence>, words: Words) -> Vec<String> {
    let kind = words.value(&kind(document.kind));
    let note = Some(document.note.trim().to_owned()).filter(|note| !note.is_empty());
    let remarks: Vec<String> = [kind].into_iter().chain(note).collect();
    vec![
        nth.to_string(),
        document.day.to_string().replace('-', ""),
        document.amount.map(|yen| yen.get().to_string()).unwrap_or_default(),
        document.counterparty.as_str().to_owned(),
        words.list(&remarks),
        document.title.as_str().to_owned(),
        document.number.clone(),
        file.map(|file| file.original_name.clone()).unwrap_or_default(),
        file.map(|file| file.sha256.0.clone()).unwrap_or_default(),
    ]
}
