//! Documents of electronic transactions as JSON.

use engawa_book::views::DocumentRow;
use engawa_domain::calendar::Day;
use engawa_domain::facts::DocumentKind;
use engawa_domain::ids::{DocumentId, EvidenceId};
use engawa_domain::money::Yen;
use serde::Serialize;

/// The documents that were found, the newest day first.
#[derive(Debug, Serialize)]
pub struct DocumentsJson {
    documents: Vec<DocumentJson>,
}

#[derive(Debug, Serialize)]
struct DocumentJson {
    document: DocumentId,
    evidence: EvidenceId,
    kind: DocumentKind,
    number: String,
    title: String,
    counterparty: String,
    day: Day,
    /// In yen; nothing where the document names none.
    amount: Option<Yen>,
    note: String,
    /// Who filed it.
    person: String,
    /// The name of its file.
    file: String,
    /// Lines of the correction log about it.
    lines: u32,
}

impl DocumentsJson {
    /// What was found.
    pub fn new(found: &[DocumentRow]) -> Self {
        let documents = found.iter().map(|DocumentRow { document, file, lines }| DocumentJson {
            document: document.id,
            evidence: document.evidence,
            kind: document.kind,
            number: document.number.clone(),
            title: document.title.as_str().to_owned(),
            counterparty: document.counterparty.as_str().to_owned(),
            day: document.day,
            amount: document.amount,
            note: document.note.clone(),
            person: document.person.as_str().to_owned(),
            file: file.clone(),
            lines: *lines,
        });
        Self { documents: documents.collect() }
    }
}
