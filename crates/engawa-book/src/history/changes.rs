//! Who changed what, when, from what to what.

use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;

use engawa_domain::ids::ContractId;
use engawa_domain::say::Say;
use engawa_store::{Cell, Column, Entry, Fact, Image, Of, Placed, Table};

use super::names::Names;
use super::{columns, differs, values};
use crate::book::Book;
use crate::error::{BookError, NoSuch};
use crate::op::Op;
use crate::reads::{contract_brief, of_contract};
use crate::views::{
    ChangeView, ChangesQuery, ChangesView, ContractBrief, Did, FieldChange, RecordChange, RecordKey,
};

/// Changes on a page.
const PAGE: usize = 50;
/// Records that are listed of one change; the rest is counted.
const LISTED: usize = 40;

impl Book {
    /// A page of changes with their fields. What it says comes from the journal, so it survives the record.
    pub fn changes_view(&self, query: &ChangesQuery) -> Result<ChangesView, BookError> {
        let record = query.record.as_ref().map(|key| Ok::<_, BookError>((table_of(&key.table)?, key)));
        let record = record.transpose()?;
        let places = match (&record, query.contract) {
            (None, Some(contract)) => self.document_places(contract)?,
            (Some(_), _) | (None, None) => Vec::new(),
        };
        let of = match (&record, query.contract) {
            (Some((_, key)), _) => Of::Record(&key.id),
            (None, contract) => of_contract(contract, &places),
        };
        let page = self.rows().journal_page(of, query.before, PAGE)?;
        let older = (page.len() == PAGE).then(|| page.last().map(|placed| placed.place)).flatten();
        let undone = self.undone_since(&page)?;
        let mut names = Names::new(self);
        let mut briefs = HashMap::new();
        let only = |fact: &Fact| {
            record.as_ref().is_none_or(|(table, key)| fact.table == *table && fact.id == key.id)
        };
        let mut changes = Vec::with_capacity(page.len());
        for placed in &page {
            let mut change = self.change_view(placed, only, &mut names, &mut briefs)?;
            change.undone = placed.entry.origin == self.store.origin() && undone.contains(&placed.entry.seq);
            changes.push(change);
        }
        let about = match (&record, query.contract) {
            (Some((table, key)), _) => Some(names.of(*table, &key.id)?),
            (None, Some(contract)) => Some(names.of(Table::Contracts, &contract.to_string())?),
            (None, None) => None,
        };
        let step_name = |step: crate::undo::Step| step.op.say();
        Ok(ChangesView {
            changes,
            older,
            about,
            undo: self.next_undo()?.map(step_name),
            redo: self.next_redo()?.map(step_name),
        })
    }

    fn change_view(
        &self,
        placed: &Placed,
        only: impl Fn(&Fact) -> bool,
        names: &mut Names<'_>,
        briefs: &mut HashMap<ContractId, Option<ContractBrief>>,
    ) -> Result<ChangeView, BookError> {
        let Placed { place, entry } = placed;
        let op: Op = entry.op.parse().map_err(|_| BookError::UnknownOp(entry.op.clone()))?;
        // Filling a book is about no record in particular, and its entries are very large.
        let facts = if op == Op::SampleFill { Vec::new() } else { entry.read_facts()? };
        let facts = netted(facts);
        names.hold(facts.iter());
        let contract = self.contract_of(&facts, briefs)?;
        let shown: Vec<&Fact> = facts.iter().filter(|fact| only(fact)).collect();
        let mut records = Vec::with_capacity(shown.len().min(LISTED));
        for fact in shown.iter().take(LISTED) {
            records.push(self.record_change(fact, names)?);
        }
        let more = u32::try_from(shown.len().saturating_sub(LISTED)).unwrap_or(u32::MAX);
        let (at, by, say) = (entry.at, self.author(entry), self.said(op)?);
        Ok(ChangeView { place: *place, at, by, say, undone: false, contract, records, more })
    }

    /// Where an entry was written.
    fn author(&self, entry: &Entry) -> Say {
        if entry.origin == self.store.origin() {
            return Say::new("history-by-here");
        }
        let short: String = entry.origin.to_string().chars().take(8).collect();
        Say::new("history-by-import").with("book", short.as_str())
    }

    fn record_change(&self, fact: &Fact, names: &mut Names<'_>) -> Result<RecordChange, BookError> {
        let (did, image) = match (&fact.before, &fact.after) {
            (None, Some(after)) => (Did::Added, after),
            (Some(_), Some(after)) => (Did::Changed, after),
            (Some(before), None) => (Did::Removed, before),
            // The journal has no such fact: reading one is refused.
            (None, None) => return Err(NoSuch::Record(fact.table.to_string()).into()),
        };
        let mut fields = Vec::new();
        for column in fact.table.columns() {
            if is_told(column, did) {
                fields.extend(field_change(fact, column, names)?);
            }
        }
        Ok(RecordChange {
            key: RecordKey { table: fact.table.to_string(), id: fact.id.clone() },
            kind: Say::new(columns::kind(fact.table)),
            name: names.of_image(image)?,
            did,
            fields,
            is_there: self.rows().image(fact.table, &fact.id)?.is_some(),
        })
    }

    /// The contract that a change is about, when it is about one that is still there.
    fn contract_of(
        &self,
        facts: &[Fact],
        briefs: &mut HashMap<ContractId, Option<ContractBrief>>,
    ) -> Result<Option<ContractBrief>, BookError> {
        let about: BTreeSet<ContractId> =
            facts.iter().flat_map(Fact::contracts).filter_map(|id| id.parse().ok()).collect();
        let (Some(id), 1) = (about.first(), about.len()) else {
            return Ok(None);
        };
        if let Some(known) = briefs.get(id) {
            return Ok(known.clone());
        }
        let facts = self.rows().load_facts(*id)?;
        let brief = facts.map(|facts| contract_brief(&facts, self.packs.rules(&facts.account.platform)));
        briefs.insert(*id, brief.clone());
        Ok(brief)
    }

    /// The entries of a page that stand taken back. What takes an entry back comes after it, so nothing older is looked at.
    fn undone_since(&self, page: &[Placed]) -> Result<BTreeSet<u64>, BookError> {
        let own = page.iter().filter(|placed| placed.entry.origin == self.store.origin());
        let Some(oldest) = own.map(|placed| placed.entry.seq).min() else {
            return Ok(BTreeSet::new());
        };
        let mut newest_word: HashMap<u64, bool> = HashMap::new();
        self.rows().ops_backwards(self.store.origin(), |seq, word| {
            match word.parse() {
                Ok(Op::Undo(of)) => drop(newest_word.entry(of).or_insert(true)),
                Ok(Op::Redo(of)) => drop(newest_word.entry(of).or_insert(false)),
                // A word of another version is told where its entry is shown.
                Ok(_) | Err(_) => {}
            }
            if seq <= oldest { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        Ok(newest_word.into_iter().filter(|(_, undone)| *undone).map(|(seq, _)| seq).collect())
    }
}

/// The facts of a change, one for each row: what it was before all of it, and after all of it.
fn netted(facts: Vec<Fact>) -> Vec<Fact> {
    let mut places: HashMap<(Table, String), usize> = HashMap::new();
    let mut net: Vec<Fact> = Vec::with_capacity(facts.len());
    for fact in facts {
        let place = *places.entry((fact.table, fact.id.clone())).or_insert(net.len());
        match net.get_mut(place) {
            Some(before) => before.after = fact.after,
            None => net.push(fact),
        }
    }
    // What was added and removed within one change never was.
    net.retain(|fact| fact.before.is_some() || fact.after.is_some());
    net.sort_by_key(|fact| fact.table);
    net
}

/// Whether a column says something to people. An identifier does not, and that a record belongs to its contract goes without
/// saying, unless it was moved.
fn is_told(column: &Column, did: Did) -> bool {
    match column.name {
        "id" => false,
        "contract" => did == Did::Changed,
        _ => true,
    }
}

fn field_change(
    fact: &Fact,
    column: &Column,
    names: &mut Names<'_>,
) -> Result<Option<FieldChange>, BookError> {
    let cell = |image: &Option<Image>| image.as_ref().and_then(|image| image.cell(column.name)).cloned();
    let (before, after) = (cell(&fact.before), cell(&fact.after));
    if before == after {
        return Ok(None);
    }
    let mut shown = |image: &Option<Image>| match image {
        Some(image) => values::shown(image, column, names),
        None => Ok(None),
    };
    let (said_before, said_after) = (shown(&fact.before)?, shown(&fact.after)?);
    if said_before.is_none() && said_after.is_none() {
        return Ok(None);
    }
    let differs = match (&before, &after, column.holds) {
        (Some(Cell::Text(before)), Some(Cell::Text(after)), engawa_store::Holds::Text) => {
            differs::differs(before, after)
        }
        _ => None,
    };
    Ok(Some(FieldChange {
        column: column.name.to_owned(),
        name: column_name(fact.table, column),
        before: said_before,
        after: said_after,
        differs,
    }))
}

/// What a column is called. All are named, which a test holds.
pub fn column_name(table: Table, column: &Column) -> Say {
    columns::name(table, column.name).map_or_else(|| values::plain(column.name.into()), Say::new)
}

/// The table of a name that came from outside.
pub fn table_of(name: &str) -> Result<Table, BookError> {
    Table::from_name(name).ok_or_else(|| NoSuch::Record(name.to_owned()).into())
}
