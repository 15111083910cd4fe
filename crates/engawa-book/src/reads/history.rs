//! 履歴: what was done, in order, and what can be taken back.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;

use engawa_domain::ids::ContractId;
use engawa_store::{Entry, Of, Placed};

use super::shared::contract_brief;
use crate::book::Book;
use crate::error::BookError;
use crate::op::Op;
use crate::views::{ContractBrief, HistoryEntry, HistoryView, RecentEntry};

/// Entries that the history shows at once.
const SHOWN: usize = 500;
/// Entries that 今日 shows.
const RECENT: usize = 5;

impl Book {
    /// 履歴 of one contract, or of the whole book.
    pub fn history_view(&self, contract: Option<ContractId>) -> Result<HistoryView, BookError> {
        let undone = self.undone()?;
        let mut briefs = HashMap::new();
        let mut entries = Vec::new();
        let places = contract.map(|contract| self.document_places(contract)).transpose()?.unwrap_or_default();
        for Placed { entry, .. } in self.rows().journal_page(of_contract(contract, &places), None, SHOWN)? {
            let op = op_of(&entry)?;
            entries.push(HistoryEntry {
                seq: entry.seq,
                at: entry.at,
                say: self.said(op)?,
                contract: self.about(&entry, &mut briefs)?,
                undone: entry.origin == self.store.origin() && undone.contains(&entry.seq),
            });
        }
        let step_name = |step: crate::undo::Step| step.op.say();
        Ok(HistoryView {
            entries,
            undo: self.next_undo()?.map(step_name),
            redo: self.next_redo()?.map(step_name),
        })
    }

    /// The last changes.
    pub(super) fn recent_changes(&self) -> Result<Vec<RecentEntry>, BookError> {
        let mut briefs = HashMap::new();
        let entries = self.rows().history(None, RECENT)?;
        let recent = entries.iter().map(|entry| {
            let (say, contract) = (self.said(op_of(entry)?)?, self.about(entry, &mut briefs)?);
            Ok(RecentEntry { at: entry.at, say, contract })
        });
        recent.collect()
    }

    /// The contract that an entry is about, when it is about one that is still there.
    fn about(
        &self,
        entry: &Entry,
        briefs: &mut HashMap<ContractId, Option<ContractBrief>>,
    ) -> Result<Option<ContractBrief>, BookError> {
        // Filling a book is about no contract in particular, and its entries are large.
        if op_of(entry)? == Op::SampleFill {
            return Ok(None);
        }
        let facts = entry.read_facts()?;
        let about: BTreeSet<ContractId> =
            facts.iter().flat_map(engawa_store::Fact::contracts).filter_map(|id| id.parse().ok()).collect();
        let (Some(id), 1) = (about.first(), about.len()) else {
            return Ok(None);
        };
        if let Some(known) = briefs.get(id) {
            return Ok(known.clone());
        }
        let brief = self
            .rows()
            .load_facts(*id)?
            .map(|facts| contract_brief(&facts, self.packs.rules(&facts.account.platform)));
        briefs.insert(*id, brief.clone());
        Ok(brief)
    }

    /// The entries of this book's own chain that stand taken back.
    fn undone(&self) -> Result<BTreeSet<u64>, BookError> {
        let mut newest_word: BTreeMap<u64, bool> = BTreeMap::new();
        let mut unknown = None;
        self.rows().ops_backwards(self.store.origin(), |_, word| match word.parse() {
            Ok(Op::Undo(of)) => {
                newest_word.entry(of).or_insert(true);
                ControlFlow::Continue(())
            }
            Ok(Op::Redo(of)) => {
                newest_word.entry(of).or_insert(false);
                ControlFlow::Continue(())
            }
            Ok(_) => ControlFlow::Continue(()),
            Err(_) => {
                unknown = Some(word.to_owned());
                ControlFlow::Break(())
            }
        })?;
        match unknown {
            Some(word) => Err(BookError::UnknownOp(word)),
            None => Ok(newest_word.into_iter().filter(|(_, undone)| *undone).map(|(seq, _)| seq).collect()),
        }
    }
}

/// The entries of a contract with those at these places, or all.
pub fn of_contract(contract: Option<ContractId>, places: &[u64]) -> Of<'_> {
    match contract {
        None => Of::Book,
        Some(contract) if places.is_empty() => Of::Contract(contract),
        Some(contract) => Of::About { contract, and: places },
    }
}

fn op_of(entry: &Entry) -> Result<Op, BookError> {
    entry.op.parse().map_err(|_| BookError::UnknownOp(entry.op.clone()))
}
