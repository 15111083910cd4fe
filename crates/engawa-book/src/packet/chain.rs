//! `journal.jsonl`: the entries about the contract, one a line, each with what ties it to the chain.

use std::collections::{BTreeMap, BTreeSet};

use engawa_store::{Entry, Fact, Image, StoreError, Table};
use serde::{Deserialize, Serialize};

use super::manifest::Entries;
use super::mask::Masker;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub origin: String,
    pub seq: u64,
    pub at: String,
    pub op: String,
    pub content: Content,
    /// As a text, because the hash covers exactly these bytes; `null` where it is withheld.
    pub facts: Option<String>,
    /// Rows of this contract that a withheld entry wrote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<RowName>,
    pub prev_hash: String,
    pub hash: String,
}

/// What of an entry is in the packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// All of it: its hash can be computed again.
    Whole,
    /// Contact data in it is masked: its hash cannot.
    Masked,
    /// It is about other contracts too, which are nobody's business here.
    Withheld,
}

/// A row by its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowName {
    pub table: String,
    pub id: String,
}

/// The rows that belong to a packet: those of the contract, and those that it rests on.
pub type Mine = BTreeSet<(Table, String)>;

/// Whether a fact is about this contract or what it rests on.
pub fn is_mine(fact: &Fact, contract: &str, mine: &Mine) -> bool {
    fact.contracts().any(|of| of == contract) || mine.contains(&(fact.table, fact.id.clone()))
}

/// The lines, and the newest moment among them.
pub fn lines(
    entries: &[Entry],
    contract: &str,
    mine: &Mine,
    masker: &mut Masker,
) -> Result<(Vec<Line>, Entries), StoreError> {
    let mut counts = Entries::default();
    let mut lines = Vec::with_capacity(entries.len());
    for entry in entries {
        let facts = entry.read_facts()?;
        let (content, text, rows) = if facts.iter().all(|fact| is_mine(fact, contract, mine)) {
            let shown: Vec<Fact> = facts.iter().map(|fact| masker.fact(fact)).collect();
            if shown == facts {
                (Content::Whole, Some(entry.facts.clone()), Vec::new())
            } else {
                let text = serde_json::to_string(&shown)
                    .map_err(|error| StoreError::BadEntry { seq: entry.seq, why: error.to_string() })?;
                (Content::Masked, Some(text), Vec::new())
            }
        } else {
            let own = facts.iter().filter(|fact| is_mine(fact, contract, mine));
            let rows: BTreeSet<RowName> = own
                .map(|fact| RowName { table: fact.table.name().to_owned(), id: fact.id.clone() })
                .collect();
            (Content::Withheld, None, rows.into_iter().collect())
        };
        match content {
            Content::Whole => counts.whole += 1,
            Content::Masked => counts.masked += 1,
            Content::Withheld => counts.withheld += 1,
        }
        lines.push(Line {
            origin: entry.origin.to_string(),
            seq: entry.seq,
            at: entry.at.to_string(),
            op: entry.op.clone(),
            content,
            facts: text,
            rows,
            prev_hash: entry.prev_hash.to_string(),
            hash: entry.hash.to_string(),
        });
    }
    Ok((lines, counts))
}

/// What the lines lead to, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Led {
    /// The row.
    To(Image),
    /// The row is gone.
    Gone,
    /// Something that cannot be told: the entry is masked or withheld.
    Unknown,
}

/// Follows the lines. A line whose facts cannot be read leads nowhere, and is told by its number.
pub fn follow(lines: &[Line]) -> (BTreeMap<(Table, String), Led>, Vec<u64>) {
    let (mut led, mut unreadable) = (BTreeMap::new(), Vec::new());
    for line in lines {
        let named = line.rows.iter().filter_map(|row| Some((Table::from_name(&row.table)?, row.id.clone())));
        led.extend(named.map(|key| (key, Led::Unknown)));
        let Some(text) = &line.facts else { continue };
        match Fact::list_of(line.seq, text) {
            Ok(facts) => {
                for fact in facts {
                    let now = match (line.content, fact.after) {
                        (Content::Masked | Content::Withheld, _) => Led::Unknown,
                        (Content::Whole, Some(after)) => Led::To(after),
                        (Content::Whole, None) => Led::Gone,
                    };
                    led.insert((fact.table, fact.id), now);
                }
            }
            Err(_) => unreadable.push(line.seq),
        }
    }
    (led, unreadable)
}
