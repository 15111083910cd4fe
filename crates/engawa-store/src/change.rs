//! Writing rows: each write records its fact, and all facts of a change become one journal entry.

use engawa_domain::calendar::Moment;
use engawa_domain::facts::{
    ContactRequest, Contract, CopiedAnyway, EvidenceLink, Inquiry, LinkSighting, OutsideContact, Payment,
    Restriction, StageEvent, StatusSeen, Wish,
};
use engawa_domain::ids::{ActionId, ContractId};
use rusqlite::{Transaction, params, params_from_iter};

use crate::error::StoreError;
use crate::image::Image;
use crate::journal::{Committed, Entry, Fact, Hash, Origin, link};
use crate::read::Rows;
use crate::row::{OfContract, Row};
use crate::run::GuideRun;
use crate::table::Table;

/// Where a chain ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub seq: u64,
    pub hash: Hash,
}

/// Which way the facts of an entry are applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Each row becomes again what it was before.
    Back,
    /// Each row becomes again what it was after.
    Forward,
}

/// A change of the book that is not committed yet. Dropped, it never happened.
#[derive(Debug)]
pub struct Change<'s> {
    pub(crate) transaction: Transaction<'s>,
    pub(crate) head: &'s mut Option<Head>,
    /// Where the chain ends after what this change has put into the journal already, see [`Change::turn`].
    pub(crate) turned: Option<Head>,
    pub(crate) origin: Origin,
    pub(crate) facts: Vec<Fact>,
}

impl Change<'_> {
    /// The rows as this change sees them.
    pub fn rows(&self) -> Rows<'_> {
        Rows { connection: &self.transaction }
    }

    /// Adds a row.
    pub fn insert<R: Row>(&mut self, row: &R) -> Result<(), StoreError> {
        self.write(R::TABLE, row.id().to_string(), None, Some(Image::of(row)))
    }

    /// Changes a row that exists. One that is already as asked is left alone, and the journal says nothing of it.
    pub fn update<R: Row>(&mut self, row: &R) -> Result<(), StoreError> {
        let id = row.id().to_string();
        let before = self.must_exist(R::TABLE, &id)?;
        let after = Image::of(row);
        if before == after { Ok(()) } else { self.write(R::TABLE, id, Some(before), Some(after)) }
    }

    /// Makes a row what it was: adds it, or changes what is there. One that is already as asked is left alone.
    pub fn put(&mut self, image: Image) -> Result<(), StoreError> {
        let (table, id) = (image.table(), image.id().to_owned());
        let before = self.rows().image(table, &id)?;
        if before.as_ref() == Some(&image) { Ok(()) } else { self.write(table, id, before, Some(image)) }
    }

    /// Removes a row that exists.
    pub fn delete<R: Row>(&mut self, id: R::Id) -> Result<(), StoreError> {
        let id = id.to_string();
        let before = self.must_exist(R::TABLE, &id)?;
        self.write(R::TABLE, id, Some(before), None)
    }

    /// What was written so far.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// Whether a row of this table was written so far.
    pub fn touches(&self, table: Table) -> bool {
        self.facts.iter().any(|fact| fact.table == table)
    }

    /// Removes a contract with everything that belongs to it. The files stay in the vault.
    pub fn delete_contract(&mut self, contract: ContractId) -> Result<(), StoreError> {
        self.delete_of::<EvidenceLink>(contract)?;
        self.delete_of::<GuideRun>(contract)?;
        self.delete_of::<StageEvent>(contract)?;
        self.delete_of::<LinkSighting>(contract)?;
        self.delete_of::<ContactRequest>(contract)?;
        self.delete_of::<StatusSeen>(contract)?;
        self.delete_of::<Inquiry>(contract)?;
        self.delete_of::<Wish>(contract)?;
        self.delete_of::<OutsideContact>(contract)?;
        self.delete_of::<Payment>(contract)?;
        self.delete_of::<CopiedAnyway>(contract)?;
        self.delete_of::<Restriction>(contract)?;
        self.delete::<Contract>(contract)
    }

    fn delete_of<R: OfContract>(&mut self, contract: ContractId) -> Result<(), StoreError> {
        for row in self.rows().of_contract::<R>(contract)? {
            self.write(R::TABLE, row.id().to_string(), Some(Image::of(&row)), None)?;
        }
        Ok(())
    }

    /// Applies the facts of an earlier entry, back or forward. Each row must still be what the entry left: otherwise a later
    /// change would be lost, and the whole is refused. The facts of doing so are recorded like any others. Lines of a log stay:
    /// that something was taken back is told by another line.
    pub fn apply(&mut self, entry: &Entry, direction: Direction) -> Result<(), StoreError> {
        let facts: Vec<Fact> = entry.read_facts()?.into_iter().filter(|fact| !fact.table.is_log()).collect();
        match direction {
            Direction::Back => facts
                .into_iter()
                .rev()
                .try_for_each(|fact| self.step(fact.table, fact.id, fact.after, fact.before)),
            Direction::Forward => {
                facts.into_iter().try_for_each(|fact| self.step(fact.table, fact.id, fact.before, fact.after))
            }
        }
    }

    fn step(
        &mut self,
        table: Table,
        id: String,
        from: Option<Image>,
        to: Option<Image>,
    ) -> Result<(), StoreError> {
        if self.rows().image(table, &id)? != from {
            return Err(StoreError::ChangedSince { table, id });
        }
        self.write(table, id, from, to)
    }

    /// Puts an entry of an export into the journal as it is, and makes its rows. Its chain is the caller's to check.
    pub fn replay(&mut self, entry: &Entry) -> Result<(), StoreError> {
        let facts = entry.read_facts()?;
        for fact in &facts {
            if self.rows().image(fact.table, &fact.id)? != fact.before {
                return Err(StoreError::ChangedSince { table: fact.table, id: fact.id.clone() });
            }
            self.write_row(fact.table, &fact.id, fact.before.as_ref(), fact.after.as_ref())?;
        }
        self.append(entry, &Committed::of(entry.seq, &entry.op, &facts)).map(|_| ())
    }

    /// Whether this change has written anything.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// Commits the rows and their entry as one. A change that wrote nothing leaves no entry. With an action goes the answer
    /// that its repetition will get.
    pub fn commit(
        mut self,
        at: Moment,
        op: &str,
        action: Option<(ActionId, &str)>,
    ) -> Result<Option<Committed>, StoreError> {
        if self.facts.is_empty() && self.turned.is_none() {
            return Ok(None);
        }
        let (entry, committed) = self.entry(at, op)?;
        let position = self.append(&entry, &committed)?;
        if let Some((action, answer)) = action {
            self.transaction
                .prepare_cached("INSERT INTO actions (action, position, answer) VALUES (?1, ?2, ?3)")?
                .execute(params![action.to_string(), position, answer])?;
        }
        // If the commit fails nobody knows yet whether it reached the disk: the chain's end is read anew next time.
        *self.head = None;
        self.transaction.commit()?;
        *self.head = Some(Head { seq: entry.seq, hash: entry.hash });
        Ok(Some(committed))
    }

    /// Puts what was written so far into the journal as an entry of its own; what follows becomes another one. Both are
    /// committed together or not at all.
    pub fn turn(&mut self, at: Moment, op: &str) -> Result<(), StoreError> {
        if self.facts.is_empty() {
            return Ok(());
        }
        let (entry, committed) = self.entry(at, op)?;
        self.append(&entry, &committed)?;
        self.turned = Some(Head { seq: entry.seq, hash: entry.hash });
        self.facts.clear();
        Ok(())
    }

    fn entry(&mut self, at: Moment, op: &str) -> Result<(Entry, Committed), StoreError> {
        let head = match self.turned.or(*self.head) {
            Some(head) => head,
            None => read_head(self.rows(), self.origin)?,
        };
        let seq = head.seq + 1;
        let facts = serde_json::to_string(&self.facts)
            .map_err(|error| StoreError::BadEntry { seq, why: error.to_string() })?;
        let hash = link(&head.hash, &self.origin, seq, at, op, &facts);
        let committed = Committed::of(seq, op, &self.facts);
        let entry =
            Entry { origin: self.origin, seq, at, op: op.to_owned(), facts, prev_hash: head.hash, hash };
        Ok((entry, committed))
    }

    pub(crate) fn append(&self, entry: &Entry, committed: &Committed) -> Result<i64, StoreError> {
        let contracts: Vec<String> = committed.contracts.iter().map(ToString::to_string).collect();
        self.transaction
            .prepare_cached(
                "INSERT INTO journal (origin, seq, at, op, prev_hash, hash, about, facts) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                entry.origin.to_string(),
                entry.seq,
                entry.at.to_string(),
                entry.op,
                entry.prev_hash.to_string(),
                entry.hash.to_string(),
                contracts.join(" "),
                entry.facts
            ])?;
        let position = self.transaction.last_insert_rowid();
        let mut about = self
            .transaction
            .prepare_cached("INSERT INTO journal_about (position, contract) VALUES (?1, ?2)")?;
        for contract in &contracts {
            about.execute(params![position, contract])?;
        }
        Ok(position)
    }

    fn must_exist(&self, table: Table, id: &str) -> Result<Image, StoreError> {
        self.rows().image(table, id)?.ok_or_else(|| StoreError::NoSuchRow { table, id: id.to_owned() })
    }

    /// The only place where a row of the user is written: no write without its fact.
    pub(crate) fn write(
        &mut self,
        table: Table,
        id: String,
        before: Option<Image>,
        after: Option<Image>,
    ) -> Result<(), StoreError> {
        self.write_row(table, &id, before.as_ref(), after.as_ref())?;
        self.facts.push(Fact { table, id, before, after });
        Ok(())
    }

    pub(crate) fn write_row(
        &self,
        table: Table,
        id: &str,
        before: Option<&Image>,
        after: Option<&Image>,
    ) -> Result<(), StoreError> {
        let sql = table.sql();
        let written = match (before, after) {
            (_, None) => self.transaction.prepare_cached(&sql.delete)?.execute([id]),
            (None, Some(row)) => {
                self.transaction.prepare_cached(&sql.insert)?.execute(params_from_iter(row.cells()))
            }
            (Some(_), Some(row)) => {
                self.transaction.prepare_cached(&sql.update)?.execute(params_from_iter(row.cells()))
            }
        };
        written.map(|_| ()).map_err(|error| StoreError::of_row(table, id, error))
    }
}

/// Where the chain of this origin ends, as the file says.
fn read_head(rows: Rows<'_>, origin: Origin) -> Result<Head, StoreError> {
    let mut last = None;
    rows.ops_backwards(origin, |seq, _| {
        last = Some(seq);
        std::ops::ControlFlow::Break(())
    })?;
    let entry = last.map(|seq| rows.entry(origin, seq)).transpose()?.flatten();
    Ok(entry.map_or(Head { seq: 0, hash: Hash::ZERO }, |entry| Head { seq: entry.seq, hash: entry.hash }))
}

impl Change<'_> {
    /// Rows that refer to rows that are not there, as `table id`.
    pub fn dangling(&self) -> Result<Vec<String>, StoreError> {
        crate::recovery::dangling(&self.transaction)
    }

    /// Commits what was replayed.
    pub fn commit_replayed(self) -> Result<(), StoreError> {
        *self.head = None;
        Ok(self.transaction.commit()?)
    }
}
