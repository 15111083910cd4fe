//! Reading the journal in parts: a page of it, what was deleted, what a row last was.

use std::collections::{BTreeMap, HashMap};

use engawa_domain::calendar::Moment;
use engawa_domain::ids::ContractId;
use rusqlite::params;

use crate::error::StoreError;
use crate::image::Image;
use crate::journal::{Entry, Fact, Origin};
use crate::read::{ENTRY, Rows, read_entry};
use crate::table::Table;

/// An entry with its place in the journal of this book, from 1: a larger place is later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The place.
    pub place: u64,
    /// The entry.
    pub entry: Entry,
}

/// Which entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of<'a> {
    /// All.
    Book,
    /// Those that wrote the rows of a contract.
    Contract(ContractId),
    /// The same, and those at these places besides.
    About {
        /// The contract.
        contract: ContractId,
        /// Places that have something to do with it although no row of it was written there.
        and: &'a [u64],
    },
    /// Those that wrote the row of this identifier.
    Record(&'a str),
    /// Those that removed a row.
    Deletions,
}

impl Of<'_> {
    const fn condition(self) -> &'static str {
        match self {
            Self::Book => "?2 IS NULL",
            Self::Contract(_) => "position IN (SELECT position FROM journal_about WHERE contract = ?2)",
            Self::About { .. } => {
                "(position IN (SELECT position FROM journal_about WHERE contract = json_extract(?2, '$[0]')) \
                 OR position IN (SELECT value FROM json_each(?2, '$[1]')))"
            }
            // The facts are canonical JSON: what stands in a text of the user has its quotes escaped.
            Self::Record(_) | Self::Deletions => "instr(facts, ?2) > 0",
        }
    }

    fn argument(self) -> Option<String> {
        match self {
            Self::Book => None,
            Self::Contract(contract) => Some(contract.to_string()),
            Self::About { contract, and } => Some(format!("[\"{contract}\",{and:?}]")),
            Self::Record(id) => Some(format!("\"id\":\"{id}\",\"before\":")),
            Self::Deletions => Some("\"after\":null}".to_owned()),
        }
    }
}

impl Rows<'_> {
    /// A page of the journal, newest first: at most `limit` entries, those at places below `before`.
    pub fn journal_page(
        &self,
        of: Of<'_>,
        before: Option<u64>,
        limit: usize,
    ) -> Result<Vec<Placed>, StoreError> {
        let sql = format!(
            "SELECT {ENTRY}, position FROM journal WHERE position < ?1 AND {} ORDER BY position DESC LIMIT ?3",
            of.condition()
        );
        let before = before.map_or(i64::MAX, |place| i64::try_from(place).unwrap_or(i64::MAX));
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![before, of.argument(), limit])?;
        let mut page = Vec::new();
        while let Some(row) = rows.next()? {
            page.push(Placed { entry: read_entry(row)?, place: row.get(7)? });
        }
        Ok(page)
    }

    /// The entries that wrote a row of a table, oldest first. The whole journal is looked through.
    pub fn entries_writing(&self, table: Table) -> Result<Vec<Placed>, StoreError> {
        let sql =
            format!("SELECT {ENTRY}, position FROM journal WHERE instr(facts, ?1) > 0 ORDER BY position");
        let mut statement = self.connection.prepare_cached(&sql)?;
        // Canonical JSON, as above.
        let mut rows = statement.query([format!("\"table\":\"{table}\"")])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(Placed { entry: read_entry(row)?, place: row.get(7)? });
        }
        Ok(found)
    }

    /// The entry at a place.
    pub fn entry_at(&self, place: u64) -> Result<Option<Entry>, StoreError> {
        let sql = format!("SELECT {ENTRY} FROM journal WHERE position = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([place])?;
        rows.next()?.map(read_entry).transpose()
    }

    /// What a row was when it was last there, as the journal says it; `None` when it never was.
    pub fn last_image(&self, table: Table, id: &str) -> Result<Option<Image>, StoreError> {
        let found = self.journal_page(Of::Record(id), None, 1)?;
        let facts = found.first().map(|placed| placed.entry.read_facts()).transpose()?.unwrap_or_default();
        let last = facts.into_iter().rfind(|fact| fact.table == table && fact.id == id);
        Ok(last.and_then(|fact| fact.after.or(fact.before)))
    }

    /// The last entry of each chain that was written by then.
    pub fn written_by(&self, at: Moment) -> Result<WrittenBy, StoreError> {
        let sql = "SELECT origin, max(seq) FROM journal WHERE at <= ?1 GROUP BY origin";
        let mut statement = self.connection.prepare_cached(sql)?;
        // The text of a moment sorts like the moment.
        let mut found = statement.query([at.to_string()])?;
        let mut last = HashMap::new();
        while let Some(row) = found.next()? {
            let origin: String = row.get(0)?;
            let origin = origin
                .parse()
                .map_err(|_| StoreError::Damaged { detail: format!("journal, origin: {origin:?}") })?;
            last.insert(origin, row.get(1)?);
        }
        Ok(WrittenBy(last))
    }

    /// What a row was at a moment; with a contract, what belonged to it then. In the order of tables, so that a row comes after
    /// those it refers to.
    pub fn images_at(&self, table: Table, id: &str, at: Moment) -> Result<Vec<Image>, StoreError> {
        let by = self.written_by(at)?;
        let of = match (table, id.parse()) {
            (Table::Contracts, Ok(contract)) => Of::Contract(contract),
            _ => Of::Record(id),
        };
        let belongs = |fact: &Fact| match of {
            Of::Contract(_) | Of::About { .. } => fact.contracts().any(|contract| contract == id),
            Of::Record(_) | Of::Book | Of::Deletions => fact.table == table && fact.id == id,
        };
        let mut rows: BTreeMap<(Table, String), Image> = BTreeMap::new();
        for placed in self.journal_page(of, None, usize::MAX)?.into_iter().rev() {
            if !by.counts(&placed.entry) {
                continue;
            }
            for fact in placed.entry.read_facts()?.into_iter().filter(belongs) {
                let key = (fact.table, fact.id);
                match fact.after {
                    Some(after) => rows.insert(key, after),
                    None => rows.remove(&key),
                };
            }
        }
        Ok(rows.into_values().collect())
    }
}

/// Which entries had been written by a moment. Of each chain those up to the last one written by then: that is the same as
/// "written by then", unless the clock was set back in between; then no entry is left out that a counted one rests on.
#[derive(Debug, Clone)]
pub struct WrittenBy(HashMap<Origin, u64>);

impl WrittenBy {
    /// Whether an entry is among them.
    pub fn counts(&self, entry: &Entry) -> bool {
        self.0.get(&entry.origin).is_some_and(|last| entry.seq <= *last)
    }
}
