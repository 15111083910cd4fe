//! Reading rows and the journal.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use engawa_domain::calendar::Moment;
use engawa_domain::facts::{Account, Client, Contract, ContractFacts, EvidenceLink, FactRef};
use engawa_domain::ids::{ActionId, ContractId, EvidenceId};
use rusqlite::{Connection, OptionalExtension, params};

use crate::bulk;
use crate::cell::{Cell, Reader};
use crate::choice::Choice;
use crate::error::StoreError;
use crate::flaw::Place;
use crate::image::Image;
use crate::journal::Entry;
use crate::row::{OfContract, Row};
use crate::table::Table;
use crate::tables::evidence_link;
use crate::verify::ChainHead;

/// The rows of a book, read.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'c> {
    pub(crate) connection: &'c Connection,
}

impl Rows<'_> {
    /// A row, if it exists.
    pub fn get<R: Row>(&self, id: R::Id) -> Result<Option<R>, StoreError> {
        let mut statement = self.connection.prepare_cached(&R::TABLE.sql().get)?;
        let mut rows = statement.query([id.to_string()])?;
        rows.next()?.map(read_row).transpose()
    }

    /// A row that must exist.
    pub fn need<R: Row>(&self, id: R::Id) -> Result<R, StoreError> {
        self.get(id)?.ok_or_else(|| StoreError::NoSuchRow { table: R::TABLE, id: id.to_string() })
    }

    /// Every row of a table, in the order of identifiers (that is, of their making).
    pub fn all<R: Row>(&self) -> Result<Vec<R>, StoreError> {
        let mut rows = Vec::new();
        self.each(|row| {
            rows.push(row);
            Ok(())
        })?;
        Ok(rows)
    }

    /// Every row of a table, one at a time.
    pub fn each<R: Row>(&self, mut visit: impl FnMut(R) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(&R::TABLE.sql().all)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            visit(read_row(row)?)?;
        }
        Ok(())
    }

    /// The rows of a table that belong to one contract, in the order of identifiers.
    pub fn of_contract<R: OfContract>(&self, contract: ContractId) -> Result<Vec<R>, StoreError> {
        let mut statement = self.connection.prepare_cached(&R::TABLE.sql().of_contract)?;
        let mut rows = statement.query([contract.to_string()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read_row(row)?);
        }
        Ok(found)
    }

    /// How many rows a table has.
    pub fn count(&self, table: Table) -> Result<u64, StoreError> {
        Ok(self.connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?)
    }

    /// Everything recorded about one contract; `None` when there is no such contract.
    pub fn load_facts(&self, contract: ContractId) -> Result<Option<ContractFacts>, StoreError> {
        let Some(row) = self.get::<Contract>(contract)? else {
            return Ok(None);
        };
        Ok(Some(ContractFacts {
            account: self.need(row.account)?,
            client: self.need(row.client)?,
            contract: row,
            stages: self.of_contract(contract)?,
            sightings: self.of_contract(contract)?,
            requests: self.of_contract(contract)?,
            statuses: self.of_contract(contract)?,
            inquiries: self.of_contract(contract)?,
            wishes: self.of_contract(contract)?,
            outside_contacts: self.of_contract(contract)?,
            restrictions: self.of_contract(contract)?,
            payments: self.of_contract(contract)?,
        }))
    }

    /// Everything recorded about every contract, in the order of identifiers: one scan per table, however many contracts.
    pub fn load_all_facts(&self) -> Result<Vec<ContractFacts>, StoreError> {
        bulk::load_all(*self)
    }

    /// Contracts under an account.
    pub fn contracts_of_account(&self, account: &Account) -> Result<u32, StoreError> {
        self.count_contracts("SELECT count(*) FROM contracts WHERE account = ?1", &account.id.to_string())
    }

    /// Contracts with a client.
    pub fn contracts_of_client(&self, client: &Client) -> Result<u32, StoreError> {
        self.count_contracts("SELECT count(*) FROM contracts WHERE client = ?1", &client.id.to_string())
    }

    fn count_contracts(self, sql: &str, id: &str) -> Result<u32, StoreError> {
        Ok(self.connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
    }

    /// What is attached to a fact.
    pub fn links_of_fact(&self, fact: FactRef) -> Result<Vec<EvidenceLink>, StoreError> {
        let (kind, id) = evidence_link::split(fact);
        self.links("fact_kind = ?1 AND fact = ?2", params![kind.as_text(), id])
    }

    /// Where a file is attached.
    pub fn links_of_evidence(&self, evidence: EvidenceId) -> Result<Vec<EvidenceLink>, StoreError> {
        self.links("evidence = ?1", params![evidence.to_string()])
    }

    fn links(self, which: &str, arguments: &[&dyn rusqlite::ToSql]) -> Result<Vec<EvidenceLink>, StoreError> {
        let columns = "id, evidence, contract, fact_kind, fact";
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT {columns} FROM evidence_links WHERE {which} ORDER BY id"))?;
        let mut rows = statement.query(arguments)?;
        let mut links = Vec::new();
        while let Some(row) = rows.next()? {
            links.push(read_row(row)?);
        }
        Ok(links)
    }

    /// The file with this hash.
    pub fn evidence_by_hash(&self, sha256: &str) -> Result<Option<EvidenceId>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM evidence WHERE sha256 = ?1")?;
        let id: Option<String> = statement.query_row([sha256], |row| row.get(0)).optional()?;
        Ok(id.and_then(|id| id.parse().ok()))
    }

    /// The contracts written last, the newest first: `offset` of them skipped, at most `limit`. Reads only the end of the
    /// journal.
    pub fn recent_contracts(&self, offset: usize, limit: usize) -> Result<Vec<ContractId>, StoreError> {
        let mut entries =
            self.connection.prepare_cached("SELECT about FROM journal ORDER BY position DESC")?;
        let mut exists = self.connection.prepare_cached("SELECT 1 FROM contracts WHERE id = ?1")?;
        let mut rows = entries.query([])?;
        let (mut seen, mut skipped, mut recent) = (HashSet::new(), 0, Vec::new());
        while let Some(row) = rows.next()? {
            let about: String = row.get(0)?;
            for id in about.split_terminator(' ') {
                if recent.len() == limit {
                    return Ok(recent);
                }
                let id: ContractId = id
                    .parse()
                    .map_err(|_| StoreError::Damaged { detail: format!("journal, about: {id:?}") })?;
                if !seen.insert(id) || !exists.exists([id.to_string()])? {
                    continue;
                }
                if skipped < offset {
                    skipped += 1;
                } else {
                    recent.push(id);
                }
            }
        }
        Ok(recent)
    }

    /// For each contract, the place in the journal of the last change: a larger number is a later change.
    pub fn last_changes(&self) -> Result<HashMap<ContractId, u64>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT contract, max(position) FROM journal_about GROUP BY contract")?;
        let mut rows = statement.query([])?;
        let mut changes = HashMap::new();
        while let Some(row) = rows.next()? {
            changes.insert(parse(row, 0, "contract")?, row.get(1)?);
        }
        Ok(changes)
    }

    /// The journal, newest first, of one contract or of all; at most `limit` entries.
    pub fn history(&self, contract: Option<ContractId>, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut entries = Vec::new();
        let mut collect = |rows: &mut rusqlite::Rows<'_>| -> Result<(), StoreError> {
            while let Some(row) = rows.next()? {
                entries.push(read_entry(row)?);
            }
            Ok(())
        };
        match contract {
            None => {
                let sql = format!("SELECT {ENTRY} FROM journal ORDER BY position DESC LIMIT ?1");
                collect(&mut self.connection.prepare_cached(&sql)?.query([limit])?)?;
            }
            Some(contract) => {
                let sql = format!(
                    "SELECT {ENTRY} FROM journal WHERE position IN \
                     (SELECT position FROM journal_about WHERE contract = ?1) ORDER BY position DESC LIMIT ?2"
                );
                collect(
                    &mut self.connection.prepare_cached(&sql)?.query(params![contract.to_string(), limit])?,
                )?;
            }
        }
        Ok(entries)
    }

    /// Where each chain ends, in the order of origins.
    pub fn heads(&self) -> Result<Vec<ChainHead>, StoreError> {
        let sql = format!(
            "SELECT {ENTRY} FROM journal WHERE position IN (SELECT max(position) FROM journal GROUP BY origin) \
             ORDER BY origin"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut heads = Vec::new();
        while let Some(row) = rows.next()? {
            heads.push(ChainHead::of(&read_entry(row)?));
        }
        Ok(heads)
    }

    /// The entries that name one of these rows, or may: an identifier is looked for as a text. With their positions, oldest first.
    pub fn entries_naming(&self, ids: &BTreeSet<String>) -> Result<Vec<(i64, Entry)>, StoreError> {
        let mut found = BTreeMap::new();
        let sql = format!("SELECT {ENTRY}, journal.position FROM journal WHERE instr(facts, ?1) > 0");
        let mut statement = self.connection.prepare_cached(&sql)?;
        for id in ids {
            let mut rows = statement.query([id])?;
            while let Some(row) = rows.next()? {
                found.insert(row.get(7)?, read_entry(row)?);
            }
        }
        Ok(found.into_iter().collect())
    }

    /// The entries about a contract with their positions, oldest first.
    pub fn entries_about(&self, contract: ContractId) -> Result<Vec<(i64, Entry)>, StoreError> {
        let sql = format!(
            "SELECT {ENTRY}, journal.position FROM journal WHERE position IN \
             (SELECT position FROM journal_about WHERE contract = ?1) ORDER BY position"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([contract.to_string()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((row.get(7)?, read_entry(row)?));
        }
        Ok(found)
    }

    /// The journal, oldest first, one entry at a time.
    pub fn each_entry<E: From<StoreError>>(
        &self,
        mut visit: impl FnMut(Entry) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = format!("SELECT {ENTRY} FROM journal ORDER BY position");
        let mut statement = self.connection.prepare_cached(&sql).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            visit(read_entry(row)?)?;
        }
        Ok(())
    }

    /// Number and operation of this origin's entries, newest first, until the visitor has seen enough.
    pub fn ops_backwards(
        &self,
        origin: crate::journal::Origin,
        mut visit: impl FnMut(u64, &str) -> std::ops::ControlFlow<()>,
    ) -> Result<(), StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT seq, op FROM journal WHERE origin = ?1 ORDER BY position DESC")?;
        let mut rows = statement.query([origin.to_string()])?;
        while let Some(row) = rows.next()? {
            let op: String = row.get(1)?;
            if visit(row.get(0)?, &op).is_break() {
                break;
            }
        }
        Ok(())
    }

    /// One entry of this origin.
    pub fn entry(&self, origin: crate::journal::Origin, seq: u64) -> Result<Option<Entry>, StoreError> {
        // Entries are looked for near the end, where the ones that can be taken back are.
        let sql = format!(
            "SELECT {ENTRY} FROM journal WHERE origin = ?1 AND seq = ?2 ORDER BY position DESC LIMIT 1"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![origin.to_string(), seq])?;
        rows.next()?.map(read_entry).transpose()
    }

    /// How many entries the journal has.
    pub fn entries(&self) -> Result<u64, StoreError> {
        Ok(self.connection.query_row("SELECT count(*) FROM journal", [], |row| row.get(0))?)
    }

    /// What was answered to an action, with its entry.
    pub fn answered(&self, action: ActionId) -> Result<Option<(Entry, String)>, StoreError> {
        let sql = format!(
            "SELECT {ENTRY}, actions.answer FROM actions JOIN journal USING (position) WHERE actions.action = ?1"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([action.to_string()])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some((read_entry(row)?, row.get(7)?)))
    }

    /// A row as the journal writes it, if it exists.
    pub fn image(&self, table: Table, id: &str) -> Result<Option<Image>, StoreError> {
        let mut statement = self.connection.prepare_cached(&table.sql().get)?;
        let mut rows = statement.query([id])?;
        rows.next()?.map(|row| read_image(table, row)).transpose()
    }

    /// What the entry at this place in the journal says of a row last; `None` when it says that the row was taken out, or
    /// nothing.
    pub fn said_at(&self, place: &Place, position: i64) -> Result<Option<Image>, StoreError> {
        let sql = format!("SELECT {ENTRY} FROM journal WHERE position = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([position])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let facts = read_entry(row)?.read_facts()?;
        let last = facts.into_iter().rev().find(|fact| fact.table == place.table && fact.id == place.id);
        Ok(last.and_then(|fact| fact.after))
    }

    /// Every row of a table as the journal writes it, in the order of identifiers.
    pub fn each_image<E: From<StoreError>>(
        &self,
        table: Table,
        mut visit: impl FnMut(Image) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = self.connection.prepare_cached(&table.sql().all).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            visit(read_image(table, row)?)?;
        }
        Ok(())
    }
}

/// The columns of an entry, in the order that [`read_entry`] reads.
pub(crate) const ENTRY: &str =
    "journal.origin, journal.seq, journal.at, journal.op, journal.prev_hash, journal.hash, journal.facts";

pub(crate) fn read_row<R: Row>(row: &rusqlite::Row<'_>) -> Result<R, StoreError> {
    R::read(&mut Reader::of_row(R::TABLE, row)).map_err(|refused| StoreError::bad_cell(R::TABLE, refused))
}

pub(crate) fn read_image(table: Table, row: &rusqlite::Row<'_>) -> Result<Image, StoreError> {
    use rusqlite::types::ValueRef;
    let cells = (0..table.columns().len())
        .map(|index| match row.get_ref(index)? {
            ValueRef::Null => Ok(Cell::Null),
            ValueRef::Integer(number) => Ok(Cell::Integer(number)),
            ValueRef::Text(_) => Ok(Cell::Text(row.get(index)?)),
            ValueRef::Real(_) | ValueRef::Blob(_) => Err(StoreError::BadRow {
                table,
                why: "a cell is neither a text nor a whole number".to_owned(),
            }),
        })
        .collect::<Result<_, _>>()?;
    Ok(Image::new(table, cells))
}

pub(crate) fn read_entry(row: &rusqlite::Row<'_>) -> Result<Entry, StoreError> {
    Ok(Entry {
        origin: parse(row, 0, "origin")?,
        seq: row.get(1)?,
        at: parse::<Moment>(row, 2, "at")?,
        op: row.get(3)?,
        prev_hash: parse(row, 4, "prev_hash")?,
        hash: parse(row, 5, "hash")?,
        facts: row.get(6)?,
    })
}

fn parse<T: std::str::FromStr>(row: &rusqlite::Row<'_>, index: usize, column: &str) -> Result<T, StoreError> {
    let text: String = row.get(index)?;
    text.parse().map_err(|_| StoreError::Damaged { detail: format!("journal, {column}: {text:?}") })
}
