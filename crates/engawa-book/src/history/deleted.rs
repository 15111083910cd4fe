//! What was deleted and is still gone.

use std::collections::HashSet;

use engawa_domain::say::Say;
use engawa_store::{Fact, Of, Placed, Table};

use super::columns;
use super::names::Names;
use crate::book::Book;
use crate::error::BookError;
use crate::op::Op;
use crate::views::{DeletedRecord, DeletedView, RecordKey};

/// Deletions on a page.
const PAGE: usize = 50;

impl Book {
    /// What was deleted and is not there now, those deleted last first: one line for each change that deleted, since all that
    /// went together comes back together.
    pub fn deleted_view(&self, before: Option<u64>) -> Result<DeletedView, BookError> {
        let mut names = Names::new(self);
        let (mut seen, mut records, mut from) = (HashSet::new(), Vec::new(), before);
        loop {
            let page = self.rows().journal_page(Of::Deletions, from, PAGE)?;
            for placed in &page {
                from = Some(placed.place);
                records.extend(self.deleted_by(placed, &mut names, &mut seen)?);
                if records.len() == PAGE {
                    return Ok(DeletedView { records, older: from });
                }
            }
            if page.len() < PAGE {
                return Ok(DeletedView { records, older: None });
            }
        }
    }

    fn deleted_by(
        &self,
        placed: &Placed,
        names: &mut Names<'_>,
        seen: &mut HashSet<(Table, String)>,
    ) -> Result<Option<DeletedRecord>, BookError> {
        let Placed { place, entry } = placed;
        let op: Op = entry.op.parse().map_err(|_| BookError::UnknownOp(entry.op.clone()))?;
        let facts = entry.read_facts()?;
        names.hold(facts.iter());
        let mut gone: Vec<&Fact> = Vec::new();
        for fact in facts.iter().filter(|fact| fact.after.is_none()) {
            if self.rows().image(fact.table, &fact.id)?.is_none() {
                gone.push(fact);
            }
        }
        // The first in the order of tables is what the others belong to.
        gone.sort_by_key(|fact| fact.table);
        let Some((first, others)) = gone.split_first() else { return Ok(None) };
        let (Some(image), true) = (&first.before, seen.insert((first.table, first.id.clone()))) else {
            return Ok(None);
        };
        let owner = match (first.table, image.contract()) {
            (Table::Contracts, _) | (_, None) => None,
            (_, Some(contract)) => Some(names.of(Table::Contracts, contract)?),
        };
        Ok(Some(DeletedRecord {
            place: *place,
            at: entry.at,
            say: self.said(op)?,
            key: RecordKey { table: first.table.to_string(), id: first.id.clone() },
            kind: Say::new(columns::kind(first.table)),
            name: names.of_image(image)?,
            owner,
            with: u32::try_from(others.len()).unwrap_or(u32::MAX),
        }))
    }
}
