//! 電子取引の書類: what is declared, and the log.

use std::collections::{HashMap, HashSet};

use engawa_domain::calendar::Day;
use engawa_domain::facts::{Document, DocumentCorrection, Evidence, EvidenceLink};
use engawa_domain::ids::{ContractId, DocumentId, PlatformId};
use engawa_domain::say::Say;
use engawa_store::{Fact, Placed, Table};

use crate::book::Book;
use crate::documents;
use crate::error::BookError;
use crate::op::Op;
use crate::views::{DocumentLogRow, DocumentRow, DocumentsView};
use crate::writes::desk::local;

impl Book {
    /// Every document, and the whole log.
    pub fn documents_view(&self) -> Result<DocumentsView, BookError> {
        let files: HashMap<String, String> = (self.rows().all::<Evidence>()?.into_iter())
            .map(|file| (file.id.to_string(), file.original_name))
            .collect();
        let name = |id: &str| files.get(id).cloned().unwrap_or_else(|| id.to_owned());
        let mut lines: Vec<DocumentCorrection> = self.rows().all()?;
        lines.sort_by_key(|line| std::cmp::Reverse(line.id));
        let mut counts: HashMap<DocumentId, u32> = HashMap::new();
        for line in &lines {
            *counts.entry(line.document).or_default() += 1;
        }
        let mut declared: Vec<Document> = self.rows().all()?;
        declared.sort_by_key(|document| std::cmp::Reverse((document.day, document.id)));
        let named = lines.first().map(|line| &line.person);
        let newest = declared.iter().max_by_key(|document| document.id).map(|document| &document.person);
        let person = named.or(newest).map(|person| person.as_str().to_owned());
        let log = lines.into_iter().map(|line| DocumentLogRow {
            did: Say::new(documents::did(line.did)),
            content: documents::content(&line.content, name),
            line,
        });
        let documents = declared.into_iter().map(|document| DocumentRow {
            file: name(&document.evidence.to_string()),
            lines: counts.get(&document.id).copied().unwrap_or(0),
            document,
        });
        Ok(DocumentsView { log: log.collect(), documents: documents.collect(), person })
    }

    /// Where in the journal documents of the files of a contract were declared, corrected or taken out. Such an entry writes no row of
    /// the contract; that a file was tied or untied is about it anyway.
    pub(crate) fn document_places(&self, contract: ContractId) -> Result<Vec<u64>, BookError> {
        let rows = self.rows();
        let id = contract.to_string();
        let tied = rows.of_contract::<EvidenceLink>(contract)?;
        let mut files: HashSet<String> = tied.into_iter().map(|link| link.evidence.to_string()).collect();
        for (_, entry) in rows.entries_about(contract)? {
            // What the filling of a book tied is still tied, or was untied by an entry of its own; and its entry is very large.
            if entry.op != Op::SampleFill.to_string() {
                let facts = entry.read_facts()?;
                let links = facts.iter().filter(|fact| fact.table == Table::EvidenceLinks);
                let once = links.filter(|fact| fact.contracts().any(|of| of == id));
                files.extend(once.filter_map(file_of));
            }
        }
        let has_document = |document: &Document| files.contains(&document.evidence.to_string());
        // One that is gone has left a line in the log.
        let is_looked_for = rows.all::<Document>()?.iter().any(has_document)
            || !files.is_empty() && !rows.all::<DocumentCorrection>()?.is_empty();
        let mut places = Vec::new();
        if is_looked_for {
            for Placed { place, entry } in rows.entries_writing(Table::Documents)? {
                let mut facts = entry.read_facts()?.into_iter().filter(|fact| fact.table == Table::Documents);
                if facts.any(|fact| file_of(&fact).is_some_and(|file| files.contains(&file))) {
                    places.push(place);
                }
            }
        }
        Ok(places)
    }

    /// Today, as the log counts it: as a service without a pack does.
    pub(crate) fn today_for_documents(&self) -> Day {
        let rules = self.packs.rules(&PlatformId(engawa_packs::OTHER.to_owned()));
        local(self.clock.now(), rules).day
    }
}

/// The file of a tie or of a document, which no change of ours makes another.
fn file_of(fact: &Fact) -> Option<String> {
    fact.after.as_ref().or(fact.before.as_ref())?.text("evidence").map(str::to_owned)
}
