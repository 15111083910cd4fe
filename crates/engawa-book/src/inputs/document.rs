//! What the user says of a document of an electronic transaction, and why it is corrected.

use engawa_domain::facts::{Document, DocumentKind};
use engawa_domain::ids::{DocumentId, EvidenceId, EvidenceLinkId};
use engawa_domain::say::Say;
use engawa_domain::text::Words;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::read::Reader;
use crate::documents::{AmountWanted, DocumentsWanted, Slip};

/// A file declared to be a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct DocumentInput {
    /// The file.
    pub evidence: EvidenceId,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// The number by which the user files it; may be empty.
    pub number: String,
    /// What it was about.
    pub title: String,
    /// The other side.
    pub counterparty: String,
    /// The day that it bears, as typed.
    pub day: String,
    /// The amount, as typed; empty where it names none.
    pub amount: String,
    /// Free words.
    pub note: String,
    /// Who files it.
    pub person: String,
}

/// Why something is corrected, as the log asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct DocumentSlip {
    /// The day on which the correction was applied for, as typed; empty for today.
    pub applied: String,
    /// Why.
    pub reason: String,
    /// Who does it.
    pub person: String,
}

/// A correction of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct DocumentAmendment {
    /// Which.
    pub document: DocumentId,
    /// What the correction was begun with; `None` not to ask whether it became another since.
    pub before: Option<Document>,
    /// What it is from now on. Its file and who filed it stay.
    pub input: DocumentInput,
    /// Why.
    pub slip: DocumentSlip,
}

/// A document that is not filed as one any more. Its file stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct DocumentRemoval {
    /// Which.
    pub document: DocumentId,
    /// Why.
    pub slip: DocumentSlip,
}

/// The file of a document untied from a contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct DocumentUntying {
    /// The tie.
    pub link: EvidenceLinkId,
    /// Why.
    pub slip: DocumentSlip,
}

/// Which documents are looked for, as typed: all of it at once. What is left empty is not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct DocumentsSearch {
    /// Words of the other side, the subject and the like.
    pub words: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// The least amount.
    pub least: String,
    /// The largest amount.
    pub most: String,
    /// Only those that name no amount; then `least` and `most` ask nothing.
    pub no_amount: bool,
}

/// Reads which documents are looked for.
pub(crate) fn documents_wanted(search: &DocumentsSearch, reader: &mut Reader<'_>) -> Option<DocumentsWanted> {
    let from = reader.day("from", &search.from);
    let to = reader.day("to", &search.to);
    let amount = if search.no_amount {
        Some(AmountWanted::Blank)
    } else {
        let least = reader.amount("least", &search.least);
        let most = reader.amount("most", &search.most);
        least.zip(most).map(|range| match range {
            (None, None) => AmountWanted::Any,
            (least, most) => AmountWanted::Within { least, most },
        })
    };
    Some(DocumentsWanted { words: search.words.clone(), from: from?, to: to?, amount: amount? })
}

/// Reads a document.
pub(crate) fn document(id: DocumentId, input: &DocumentInput, reader: &mut Reader<'_>) -> Option<Document> {
    let number = reader.note("number", &input.number);
    let title = reader.title("title", &input.title);
    let counterparty = reader.title("counterparty", &input.counterparty);
    let day = reader.day("day", &input.day);
    let day = reader.needed("day", day);
    let amount = reader.amount("amount", &input.amount);
    let note = reader.note("note", &input.note);
    let person = words_needed("person", &input.person, reader);
    Some(Document {
        id,
        evidence: input.evidence,
        kind: input.kind,
        number: number?,
        title: title?,
        counterparty: counterparty?,
        day: day?,
        amount: amount?,
        note: note?,
        person: person?,
    })
}

/// Reads why: without a reason and a name nothing is corrected.
pub(crate) fn slip(input: &DocumentSlip, reader: &mut Reader<'_>) -> Option<Slip> {
    let applied = reader.day_or_today("slip.applied", &input.applied).map(|when| when.day);
    if applied.is_some_and(|day| day > reader.today()) {
        reader.fault("slip.applied", Say::new("document-applied-later"));
    }
    let reason = words_needed("slip.reason", &input.reason, reader);
    let person = words_needed("slip.person", &input.person, reader);
    Some(Slip { applied: applied?, reason: reason?, person: person? })
}

fn words_needed(field: &str, text: &str, reader: &mut Reader<'_>) -> Option<Words> {
    let read = reader.words(field, text);
    reader.needed(field, read)
}
