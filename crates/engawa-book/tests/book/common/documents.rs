//! A file that is declared to be the document of an electronic transaction, and corrected.

use engawa_book::BookError;
use engawa_book::inputs::{DocumentAmendment, DocumentInput, DocumentSlip};
use engawa_domain::facts::DocumentKind;
use engawa_domain::ids::{DocumentId, EvidenceId};

use super::Desk;

pub fn invoice(evidence: EvidenceId) -> DocumentInput {
    DocumentInput {
        evidence,
        kind: DocumentKind::Invoice,
        number: "2026-11-3".to_owned(),
        title: "商品紹介文 60本".to_owned(),
        counterparty: "サンプル商店".to_owned(),
        day: "11/23".to_owned(),
        amount: "１１，０００円".to_owned(),
        note: String::new(),
        person: "縁側 花子".to_owned(),
    }
}

pub fn why(reason: &str, person: &str) -> DocumentSlip {
    DocumentSlip { applied: String::new(), reason: reason.to_owned(), person: person.to_owned() }
}

pub fn declare(desk: &mut Desk, evidence: EvidenceId) -> DocumentId {
    let action = desk.action(invoice(evidence));
    desk.book.document_declare(action).unwrap().value
}

pub fn amend(desk: &mut Desk, document: DocumentId, input: DocumentInput, slip: DocumentSlip) -> Vec<String> {
    let action = desk.action(DocumentAmendment { document, before: None, input, slip });
    match desk.book.document_amend(action) {
        Ok(_) => Vec::new(),
        Err(BookError::Fields(faults)) => faults.into_iter().map(|fault| fault.field).collect(),
        // No field has a name like that: whoever compares sees it.
        Err(other) => vec![other.to_string()],
    }
}
