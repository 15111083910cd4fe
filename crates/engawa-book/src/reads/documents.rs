//! 電子取引の書類: what is declared, and the log.

use std::collections::HashMap;

use engawa_domain::calendar::Day;
use engawa_domain::facts::{Document, DocumentCorrection, Evidence};
use engawa_domain::ids::{DocumentId, PlatformId};
use engawa_domain::say::Say;

use crate::book::Book;
use crate::documents;
use crate::error::BookError;
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

    /// Today, as the log counts it: as a service without a pack does.
    pub(crate) fn today_for_documents(&self) -> Day {
        let rules = self.packs.rules(&PlatformId(engawa_packs::OTHER.to_owned()));
        local(self.clock.now(), rules).day
    }
}
