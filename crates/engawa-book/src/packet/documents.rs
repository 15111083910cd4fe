//! Which documents of electronic transactions go into a packet, and which lines of their log.
//!
//! A document is one of the contract when its file is tied to it, or was and never to another. A line goes along with its
//! document, unless it tells of a tie with another contract, whose title is nobody's business here. That a file of another contract's
//! document was once tied to this one, and untied, belongs to this one's history: that line goes along without the document.

use std::collections::BTreeSet;

use engawa_domain::facts::{ContractFacts, DocumentCorrection, DocumentDid, DocumentField, EvidenceLink};
use engawa_store::{Entry, Fact, Image, Table};

use super::chain::Mine;
use crate::book::Book;
use crate::error::BookError;

/// The rows, found in every entry that names the contract or one of the files in `mine`. Whatever writes a document or a line
/// names the file in the same entry.
pub fn of<'e>(
    book: &Book,
    contract: &ContractFacts,
    mine: &Mine,
    entries: impl Iterator<Item = &'e Entry>,
) -> Result<Mine, BookError> {
    let mut all: Vec<Vec<Fact>> = Vec::new();
    for entry in entries {
        all.push(entry.read_facts()?);
    }
    let id = contract.contract.id.to_string();
    let tied = book.rows().of_contract::<EvidenceLink>(contract.contract.id)?;
    let tied: BTreeSet<String> = tied.iter().map(|link| link.evidence.to_string()).collect();
    let shared = tied_elsewhere(&all, &id);
    let files: BTreeSet<&str> = (mine.iter())
        .filter(|(table, file)| {
            *table == Table::Evidence && (tied.contains(file) || !shared.contains(file.as_str()))
        })
        .map(|(_, file)| file.as_str())
        .collect();
    let is_of_file =
        |fact: &&Fact| images(fact).any(|row| row.text("evidence").is_some_and(|file| files.contains(file)));
    let documents: BTreeSet<&str> =
        of_table(&all, Table::Documents).filter(is_of_file).map(|fact| fact.id.as_str()).collect();
    let titles = titles(&all, &id, contract);
    let mut found: Mine = documents.iter().map(|id| (Table::Documents, (*id).to_owned())).collect();
    for facts in &all {
        let ties_this = facts.iter().any(|fact| fact.table == Table::EvidenceLinks && is_about(fact, &id));
        for fact in facts.iter().filter(|fact| fact.table == Table::DocumentCorrections) {
            let Some(row) = &fact.after else { continue };
            let line: DocumentCorrection = row.read()?;
            let is_of_document = documents.contains(line.document.to_string().as_str());
            if names_no_other(&line, &titles) && (is_of_document || ties_this && is_tie(line.did)) {
                found.insert((Table::DocumentCorrections, fact.id.clone()));
            }
        }
    }
    Ok(found)
}

fn of_table(all: &[Vec<Fact>], table: Table) -> impl Iterator<Item = &Fact> {
    all.iter().flatten().filter(move |fact| fact.table == table)
}

fn images(fact: &Fact) -> impl Iterator<Item = &Image> {
    [&fact.before, &fact.after].into_iter().flatten()
}

fn is_about(fact: &Fact, contract: &str) -> bool {
    fact.contracts().any(|of| of == contract)
}

/// The files that were ever tied to another contract.
fn tied_elsewhere<'f>(all: &'f [Vec<Fact>], contract: &str) -> BTreeSet<&'f str> {
    let links = of_table(all, Table::EvidenceLinks).flat_map(images);
    links
        .filter(|link| link.contract().is_some_and(|of| of != contract))
        .filter_map(|link| link.text("evidence"))
        .collect()
}

/// Every title that the contract has had.
fn titles<'f>(all: &'f [Vec<Fact>], id: &str, contract: &'f ContractFacts) -> BTreeSet<&'f str> {
    let once = of_table(all, Table::Contracts).filter(|fact| fact.id == id).flat_map(images);
    let once = once.filter_map(|row| row.text("title"));
    once.chain([contract.contract.title.as_str()]).collect()
}

fn names_no_other(line: &DocumentCorrection, titles: &BTreeSet<&str>) -> bool {
    let ties = line.content.iter().filter(|change| change.field == DocumentField::Contract);
    let mut named = ties.flat_map(|change| [&change.before, &change.after]).flatten();
    named.all(|title| titles.contains(title.as_str()))
}

const fn is_tie(did: DocumentDid) -> bool {
    match did {
        DocumentDid::Untied | DocumentDid::Tied => true,
        DocumentDid::Corrected | DocumentDid::Removed | DocumentDid::Returned => false,
    }
}
