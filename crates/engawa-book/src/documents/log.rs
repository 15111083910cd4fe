//! The log of corrections, written at the one door: whatever changes or removes a document leaves a line, in the same entry of
//! the journal, and no line is ever changed or removed.
//!
//! *Taking back.* Undo, redo and bringing back change documents as well. They have no form, so the line is written by itself:
//! today, by whom the document was last in hand, with the name of the step as the reason. The line of what is taken back stays.

use std::collections::BTreeMap;

use engawa_domain::calendar::Day;
use engawa_domain::facts::{
    Contract, Document, DocumentChange, DocumentCorrection, DocumentDid, DocumentField, EvidenceLink,
};
use engawa_domain::ids::{ContractId, DocumentCorrectionId, EvidenceId};
use engawa_domain::text::Words;
use engawa_store::{Cell, Fact, Image, Rows, Table};

use crate::error::BookError;
use crate::guards::NotAllowed;
use crate::op::Op;
use crate::transact::Tx;

/// What a form says of a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// 申請日.
    pub applied: Day,
    /// Why.
    pub reason: Words,
    /// Who.
    pub person: Words,
}

/// What is written where no form could ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByItself {
    /// The day on which it is done.
    pub today: Day,
    /// What the step is called.
    pub step: Option<Words>,
}

/// What happened to a document.
struct Event {
    /// The document as the line names it: as it was before, where it was there.
    document: Document,
    did: DocumentDid,
    content: Vec<DocumentChange>,
}

/// Who says why.
enum Why {
    Form(Slip),
    ByItself(Words),
}

/// Writes the lines that this change needs. A change without a form that needs one is refused.
pub fn keep(tx: &mut Tx<'_>, op: Op, by: &ByItself) -> Result<(), BookError> {
    // They write what is in the journal or was found in the file, lines of the log among it.
    if matches!(op, Op::Salvage | Op::Repair | Op::SampleFill) {
        return Ok(());
    }
    let is_rewritten = |fact: &Fact| fact.table == Table::DocumentCorrections && fact.before.is_some();
    if tx.facts().iter().any(is_rewritten) {
        return Err(NotAllowed::LogStays.into());
    }
    let touches = [Table::Documents, Table::EvidenceLinks];
    if !touches.iter().any(|table| tx.touches(*table)) {
        return Ok(());
    }
    let takes_back = matches!(op, Op::Undo(_) | Op::Redo(_) | Op::RecordRestore);
    let events = events(tx, takes_back)?;
    if events.is_empty() {
        return Ok(());
    }
    let why = match (tx.take_slip(), &by.step) {
        (Some(slip), _) => Why::Form(slip),
        (None, Some(step)) if takes_back => Why::ByItself(step.clone()),
        (None, _) => return Err(NotAllowed::ReasonNeeded.into()),
    };
    for event in events {
        let (applied, reason, person) = match &why {
            Why::Form(slip) => (slip.applied, slip.reason.clone(), slip.person.clone()),
            Why::ByItself(step) => (by.today, step.clone(), last_in_hand(tx.rows(), &event.document)?),
        };
        let Event { document, did, content } = event;
        let line = DocumentCorrection {
            id: DocumentCorrectionId(tx.id()),
            document: document.id,
            applied,
            number: document.number,
            title: document.title,
            counterparty: document.counterparty,
            day: by.today,
            did,
            content,
            reason,
            person,
        };
        tx.insert(&line)?;
    }
    Ok(())
}

/// By whom a document was last in hand: whoever corrected it last, else whoever filed it.
fn last_in_hand(rows: Rows<'_>, document: &Document) -> Result<Words, BookError> {
    let lines: Vec<DocumentCorrection> = rows.all()?;
    let last = lines.into_iter().filter(|line| line.document == document.id).max_by_key(|line| line.id);
    Ok(last.map_or_else(|| document.person.clone(), |line| line.person))
}

fn events(tx: &Tx<'_>, takes_back: bool) -> Result<Vec<Event>, BookError> {
    let mut events = Vec::new();
    let mut before: BTreeMap<EvidenceId, Document> = BTreeMap::new();
    for (first, last) in netted(tx.facts(), Table::Documents) {
        let read = |image: Option<&Image>| image.map(Image::read::<Document>).transpose();
        let (was, is) = (read(first)?, read(last)?);
        if let Some(was) = &was {
            before.insert(was.evidence, was.clone());
        }
        let did = match (&was, &is) {
            (Some(_), Some(_)) => DocumentDid::Corrected,
            (Some(_), None) => DocumentDid::Removed,
            // Declared for the first time: nothing was corrected.
            (None, Some(_)) if !takes_back => continue,
            (None, Some(_)) => DocumentDid::Returned,
            (None, None) => continue,
        };
        let content = changes(was.as_ref(), is.as_ref());
        let Some(document) = was.or(is).filter(|_| !content.is_empty()) else { continue };
        events.push(Event { document, did, content });
    }
    events.extend(ties(tx, takes_back, before)?);
    Ok(events)
}

/// Ties of documents that went, and, where something is taken back, that came.
fn ties(
    tx: &Tx<'_>,
    takes_back: bool,
    mut declared: BTreeMap<EvidenceId, Document>,
) -> Result<Vec<Event>, BookError> {
    let changed = netted(tx.facts(), Table::EvidenceLinks);
    if changed.is_empty() {
        return Ok(Vec::new());
    }
    for document in tx.rows().all::<Document>()? {
        declared.entry(document.evidence).or_insert(document);
    }
    let mut events = Vec::new();
    for (first, last) in changed {
        let (image, did) = match (first, last) {
            (Some(was), None) => (was, DocumentDid::Untied),
            (None, Some(is)) if takes_back => (is, DocumentDid::Tied),
            // What it proves for its contract is a remark of the user.
            (None, _) | (Some(_), Some(_)) => continue,
        };
        let link: EvidenceLink = image.read()?;
        let Some(document) = declared.get(&link.evidence) else { continue };
        let contract = contract_title(tx, link.contract)?;
        let (before, after) = if last.is_none() { (contract, None) } else { (None, contract) };
        let content = vec![DocumentChange { field: DocumentField::Contract, before, after }];
        events.push(Event { document: document.clone(), did, content });
    }
    Ok(events)
}

fn contract_title(tx: &Tx<'_>, id: ContractId) -> Result<Option<String>, BookError> {
    if let Some(contract) = tx.rows().get::<Contract>(id)? {
        return Ok(Some(contract.title.as_str().to_owned()));
    }
    // It went in the same change.
    let id = id.to_string();
    let gone = tx.facts().iter().find(|fact| fact.table == Table::Contracts && fact.id == id);
    Ok(gone.and_then(|fact| fact.before.as_ref()?.text("title").map(str::to_owned)))
}

/// The rows of a table that this change wrote: what each was before all of it, and after.
fn netted(facts: &[Fact], table: Table) -> Vec<(Option<&Image>, Option<&Image>)> {
    let mut net: BTreeMap<&str, (Option<&Image>, Option<&Image>)> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.table == table) {
        let row = net.entry(&fact.id).or_insert((fact.before.as_ref(), None));
        row.1 = fact.after.as_ref();
    }
    net.into_values().collect()
}

/// What became another.
fn changes(was: Option<&Document>, is: Option<&Document>) -> Vec<DocumentChange> {
    let (was, is) = (was.map(Image::of), is.map(Image::of));
    let value = |image: &Option<Image>, column: &str| match image.as_ref()?.cell(column)? {
        Cell::Text(text) => (!text.is_empty()).then(|| text.clone()),
        Cell::Integer(number) => Some(number.to_string()),
        Cell::Null => None,
    };
    FIELDS
        .into_iter()
        .map(|(field, column)| DocumentChange {
            field,
            before: value(&was, column),
            after: value(&is, column),
        })
        .filter(|change| change.before != change.after)
        .collect()
}

/// What can become another, with its column.
const FIELDS: [(DocumentField, &str); 9] = [
    (DocumentField::Evidence, "evidence"),
    (DocumentField::Kind, "kind"),
    (DocumentField::Number, "number"),
    (DocumentField::Title, "title"),
    (DocumentField::Counterparty, "counterparty"),
    (DocumentField::Day, "day"),
    (DocumentField::Amount, "amount"),
    (DocumentField::Note, "note"),
    (DocumentField::Person, "person"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_a_document_but_its_identifier_is_told() {
        let told: Vec<&str> = FIELDS.iter().map(|(_, column)| *column).collect();
        let columns: Vec<&str> =
            Table::Documents.columns().iter().skip(1).map(|column| column.name).collect();
        assert_eq!(told, columns);
    }
}
