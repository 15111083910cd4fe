//! A line of the log in words.

use engawa_domain::facts::{DocumentChange, DocumentDid, DocumentField, DocumentKind};
use engawa_domain::money::Yen;
use engawa_domain::say::{Say, SayValue};

/// What was done.
pub const fn did(did: DocumentDid) -> &'static str {
    match did {
        DocumentDid::Corrected => "document-did-corrected",
        DocumentDid::Removed => "document-did-removed",
        DocumentDid::Returned => "document-did-returned",
        DocumentDid::Untied => "document-did-untied",
        DocumentDid::Tied => "document-did-tied",
    }
}

/// To which values. `file` is what the file of an identifier is called.
pub fn content(changes: &[DocumentChange], file: impl Fn(&str) -> String) -> Vec<Say> {
    let said = changes.iter().map(|change| {
        let value = |text: &Option<String>| match text {
            Some(text) => value(change.field, text, &file),
            None => SayValue::Name("document-nothing".to_owned()),
        };
        Say::new("document-change")
            .with("field", SayValue::Name(name(change.field).to_owned()))
            .with("before", value(&change.before))
            .with("after", value(&change.after))
    });
    said.collect()
}

/// What a kind of document is called.
pub fn kind(kind: DocumentKind) -> SayValue {
    // A choice is written as its word.
    kind_named(serde_json::to_value(kind).ok().as_ref().and_then(|word| word.as_str()).unwrap_or_default())
}

fn kind_named(word: &str) -> SayValue {
    SayValue::Name(format!("document-kind-{}", word.replace('_', "-")))
}

/// A value as the book writes it, as people read it. `file` is what the file of an identifier is called.
pub fn value(field: DocumentField, text: &str, file: impl Fn(&str) -> String) -> SayValue {
    let words = || SayValue::Words(text.to_owned());
    match field {
        DocumentField::Evidence => SayValue::Words(file(text)),
        DocumentField::Kind => kind_named(text),
        DocumentField::Day => text.parse().map_or_else(|_| words(), SayValue::Day),
        DocumentField::Amount => {
            let yen = text.parse().ok().and_then(|number: i64| Yen::new(number).ok());
            yen.map_or_else(words, SayValue::Yen)
        }
        DocumentField::Number
        | DocumentField::Title
        | DocumentField::Counterparty
        | DocumentField::Note
        | DocumentField::Person
        | DocumentField::Contract => words(),
    }
}

const fn name(field: DocumentField) -> &'static str {
    match field {
        DocumentField::Evidence => "history-field-evidence",
        DocumentField::Kind => "document-kind",
        DocumentField::Number => "document-number",
        DocumentField::Title => "document-title",
        DocumentField::Counterparty => "document-counterparty",
        DocumentField::Day => "document-day",
        DocumentField::Amount => "document-amount",
        DocumentField::Note => "history-field-note",
        DocumentField::Person => "document-person",
        DocumentField::Contract => "history-field-contract",
    }
}
