//! The one door: every change of the book goes through [`Book::transact`].

use std::ops::{Deref, DerefMut};

use engawa_domain::calendar::Moment;
use engawa_domain::ids::ActionId;
use engawa_domain::say::Say;
use engawa_domain::text::Words;
use engawa_store::{Change, Committed, Rows, Table};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::book::{Book, with_own};
use crate::clock::Ids;
use crate::documents::{self, ByItself, Slip};
use crate::done::{Done, Kind};
use crate::error::BookError;
use crate::op::Op;

/// A change under way: rows are read and written through it, and it knows the time and makes identifiers.
#[derive(Debug)]
pub struct Tx<'a> {
    change: Change<'a>,
    now: Moment,
    ids: &'a dyn Ids,
    slip: Option<Slip>,
}

impl<'a> Deref for Tx<'a> {
    type Target = Change<'a>;

    fn deref(&self) -> &Change<'a> {
        &self.change
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.change
    }
}

impl Tx<'_> {
    /// When the change is made: the moment that its journal entry carries.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// A new identifier: `tx.id().into()`, or `ContractId(tx.id())`.
    pub fn id(&self) -> Uuid {
        self.ids.next(self.now)
    }

    /// Why documents of electronic transactions are corrected by this change.
    pub(crate) fn give_slip(&mut self, slip: Slip) {
        self.slip = Some(slip);
    }

    /// Why, where a form said so.
    pub(crate) const fn take_slip(&mut self) -> Option<Slip> {
        self.slip.take()
    }

    /// The rows as this change sees them.
    pub fn rows(&self) -> Rows<'_> {
        self.change.rows()
    }
}

impl Book {
    /// Makes a change: all of `work`, its journal entry and the answer for a repetition, or nothing of it. When this answers,
    /// the change is on the disk.
    ///
    /// An action that was answered before is not done again: it gets the answer it got then. A change that writes nothing
    /// leaves no entry.
    pub fn transact<T: Serialize + DeserializeOwned>(
        &mut self,
        op: Op,
        action: ActionId,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, BookError>,
    ) -> Result<Done<T>, BookError> {
        if let Some(answered) = self.answered(action)? {
            return Ok(answered);
        }
        self.change(op, Some(action), work)
    }

    /// Makes a change that nobody would repeat: filling the sample book, fixtures of tests and benches.
    pub fn transact_once<T: Serialize>(
        &mut self,
        op: Op,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, BookError>,
    ) -> Result<Done<T>, BookError> {
        self.change(op, None, work)
    }

    fn change<T: Serialize>(
        &mut self,
        op: Op,
        action: Option<ActionId>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, BookError>,
    ) -> Result<Done<T>, BookError> {
        self.writable()?;
        let said = self.said(op)?;
        let now = self.clock.now();
        let by = self.by_itself(op, &said);
        let mut tx = Tx { change: self.store.begin()?, now, ids: &*self.ids, slip: None };
        let value = work(&mut tx)?;
        documents::keep(&mut tx, op, &by)?;
        // Put together before the commit: were it not possible, the change must not have happened.
        let rules_change = tx.touches(Table::Services) || tx.touches(Table::Corrections);
        let packs = rules_change.then(|| with_own(&self.shipped, tx.rows())).transpose()?;
        let answer = serde_json::to_string(&value).map_err(BookError::Answer)?;
        let committed =
            tx.change.commit(now, &op.to_string(), action.map(|action| (action, answer.as_str())))?;
        let changed = committed.as_ref().map(kinds).unwrap_or_default();
        if let Some(committed) = &committed {
            self.touched.add(committed);
            self.backup_known.note(self.kind, now);
        }
        if let Some(packs) = packs {
            self.packs = packs;
        }
        Ok(Done { value, changed, said })
    }

    /// What the log of documents says of a step that has no form.
    fn by_itself(&self, op: Op, said: &Say) -> ByItself {
        let has_no_form = matches!(op, Op::Undo(_) | Op::Redo(_) | Op::RecordRestore);
        let step = has_no_form.then(|| self.words().say(said).replace(['\u{2068}', '\u{2069}'], ""));
        ByItself { today: self.today_for_documents(), step: step.and_then(|step| Words::new(&step).ok()) }
    }

    /// The answer that an action got, should it have been done already.
    pub(crate) fn answered<T: DeserializeOwned>(
        &self,
        action: ActionId,
    ) -> Result<Option<Done<T>>, BookError> {
        let Some((entry, answer)) = self.rows().answered(action)? else {
            return Ok(None);
        };
        let op: Op = entry.op.parse().map_err(|_| BookError::UnknownOp(entry.op.clone()))?;
        let tables = entry.read_facts()?.into_iter().map(|fact| fact.table).collect();
        Ok(Some(Done {
            value: serde_json::from_str(&answer).map_err(BookError::Answer)?,
            changed: kinds_of(&tables),
            said: self.said(op)?,
        }))
    }
}

fn kinds(committed: &Committed) -> Vec<Kind> {
    kinds_of(&committed.tables)
}

/// The kinds of views that show rows of these tables.
fn kinds_of(tables: &std::collections::BTreeSet<Table>) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = tables.iter().flat_map(|table| shown_in(*table)).copied().collect();
    kinds.push(Kind::History);
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

const fn shown_in(table: Table) -> &'static [Kind] {
    match table {
        // The outcome of a run holds drafts, which name both sides.
        Table::Accounts => &[Kind::Accounts, Kind::Contracts, Kind::Guides, Kind::Inquiries],
        Table::Clients => &[Kind::Clients, Kind::Contracts, Kind::Guides, Kind::Inquiries],
        // A run fills in what the record knows, so every fact may move it; counts of contracts stand beside accounts and clients.
        Table::Contracts => &[Kind::Contracts, Kind::Accounts, Kind::Clients, Kind::Guides, Kind::Inquiries],
        Table::Inquiries => &[Kind::Contracts, Kind::Guides, Kind::Inquiries],
        Table::Stages
        | Table::Sightings
        | Table::Requests
        | Table::Statuses
        | Table::Wishes
        | Table::OutsideContacts
        | Table::Restrictions
        | Table::Payments => &[Kind::Contracts, Kind::Guides],
        // The rules are in every answer.
        Table::Services | Table::Corrections => {
            &[Kind::Accounts, Kind::Contracts, Kind::Guides, Kind::Inquiries, Kind::Rules]
        }
        Table::Evidence
        | Table::EvidenceLinks
        | Table::Copies
        | Table::Documents
        | Table::DocumentCorrections => &[Kind::Contracts],
        Table::Runs => &[Kind::Guides, Kind::Contracts],
    }
}
