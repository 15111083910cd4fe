//! The journal: every change ever made to the book, in order, chained by hash. `docs/format.md` says how to verify it with
//! `sqlite3` and `sha256sum`.

use std::collections::BTreeSet;
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use engawa_domain::calendar::Moment;
use engawa_domain::ids::ContractId;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::StoreError;
use crate::image::Image;
use crate::table::Table;

/// What happened to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The table.
    pub table: Table,
    /// The row.
    pub id: String,
    /// What it was; `None` when it was added.
    pub before: Option<Image>,
    /// What it is; `None` when it was removed.
    pub after: Option<Image>,
}

impl Fact {
    /// The contracts whose answers it may change: the row's own, before and after.
    pub fn contracts(&self) -> impl Iterator<Item = &str> {
        [&self.before, &self.after].into_iter().flatten().filter_map(Image::contract)
    }

    /// The facts of the entry with this number, of which this is the text.
    pub fn list_of(seq: u64, text: &str) -> Result<Vec<Self>, StoreError> {
        let value: Value = serde_json::from_str(text)
            .map_err(|error| StoreError::BadEntry { seq, why: error.to_string() })?;
        Self::list_from_json(seq, &value)
    }

    /// The facts of an entry, of which this is the JSON.
    fn list_from_json(seq: u64, value: &Value) -> Result<Vec<Self>, StoreError> {
        let no_list = || StoreError::BadEntry { seq, why: "the facts are no list".to_owned() };
        value.as_array().ok_or_else(no_list)?.iter().map(|fact| Self::from_json(seq, fact)).collect()
    }

    fn from_json(seq: u64, value: &Value) -> Result<Self, StoreError> {
        let bad = |why: &str| StoreError::BadEntry { seq, why: why.to_owned() };
        let object = value.as_object().ok_or_else(|| bad("a fact is no object"))?;
        let text = |name: &str| {
            object.get(name).and_then(Value::as_str).ok_or_else(|| bad("a fact lacks its table or id"))
        };
        let table = Table::from_name(text("table")?).ok_or_else(|| bad("a fact of an unknown table"))?;
        let id = text("id")?.to_owned();
        let image = |name: &str| match object.get(name) {
            Some(Value::Null) | None => Ok(None),
            Some(Value::Object(row)) => Image::from_json(table, row).map(Some),
            Some(_) => Err(bad("a row is no object")),
        };
        let fact = Self { table, id, before: image("before")?, after: image("after")? };
        let ids_agree = [&fact.before, &fact.after].into_iter().flatten().all(|image| image.id() == fact.id);
        match (ids_agree, &fact.before, &fact.after) {
            (false, _, _) => Err(bad("a fact and its row have two identifiers")),
            (true, None, None) => Err(bad("a fact without a row")),
            (true, _, _) => Ok(fact),
        }
    }
}

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fact = serializer.serialize_struct("Fact", 4)?;
        fact.serialize_field("table", self.table.name())?;
        fact.serialize_field("id", &self.id)?;
        fact.serialize_field("before", &self.before)?;
        fact.serialize_field("after", &self.after)?;
        fact.end()
    }
}

/// A SHA-256, written in 64 lower-case hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// What stands before the first entry of a chain: 64 zeros.
    pub const ZERO: Self = Self([0; 32]);
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The text is no SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not 64 lower-case hex digits: {0:?}")]
pub struct NotAHash(pub String);

impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let mut hash = [0; 32];
        let pairs = text.as_bytes().chunks_exact(2);
        if text.len() != 64 {
            return Err(NotAHash(text.to_owned()));
        }
        for (byte, pair) in hash.iter_mut().zip(pairs) {
            match (digit(pair[0]), digit(pair[1])) {
                (Some(high), Some(low)) => *byte = high << 4 | low,
                _ => return Err(NotAHash(text.to_owned())),
            }
        }
        Ok(Self(hash))
    }
}

/// Where entries were written: one random identifier per installation, one chain per origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin(pub Uuid);

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Origin {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        text.parse().map(Self)
    }
}

/// One entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it was written.
    pub origin: Origin,
    /// Its number in the chain of its origin, from 1.
    pub seq: u64,
    /// When it was written.
    pub at: Moment,
    /// The operation, in the words of `engawa-book`.
    pub op: String,
    /// The facts as they were written: canonical JSON, the bytes that the hash covers.
    pub facts: String,
    /// The hash of the entry before it in its chain.
    pub prev_hash: Hash,
    /// Its own.
    pub hash: Hash,
}

impl Entry {
    /// The facts, read.
    pub fn read_facts(&self) -> Result<Vec<Fact>, StoreError> {
        Fact::list_of(self.seq, &self.facts)
    }

    /// The hash that its content has.
    pub fn computed_hash(&self) -> Hash {
        link(&self.prev_hash, &self.origin, self.seq, self.at, &self.op, &self.facts)
    }
}

/// `SHA-256(prev_hash ‖ origin ‖ seq ‖ at ‖ op ‖ facts)`, the six texts joined by line feeds.
pub(crate) fn link(prev_hash: &Hash, origin: &Origin, seq: u64, at: Moment, op: &str, facts: &str) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(format!("{prev_hash}\n{origin}\n{seq}\n{at}\n{op}\n"));
    hasher.update(facts);
    Hash(hasher.finalize().into())
}

/// A change that is in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// Its number in this book's own chain.
    pub seq: u64,
    /// Its operation.
    pub op: String,
    /// The tables it wrote.
    pub tables: BTreeSet<Table>,
    /// The contracts whose rows it wrote.
    pub contracts: BTreeSet<ContractId>,
}

impl Committed {
    pub(crate) fn of(seq: u64, op: &str, facts: &[Fact]) -> Self {
        Self {
            seq,
            op: op.to_owned(),
            tables: facts.iter().map(|fact| fact.table).collect(),
            contracts: facts.iter().flat_map(Fact::contracts).filter_map(|id| id.parse().ok()).collect(),
        }
    }
}

/// Where a chain does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChainFault {
    /// The content is not what was hashed.
    #[error("entry {seq} was altered")]
    Altered {
        /// The entry's number.
        seq: u64,
    },
    /// The entry does not follow the one before it.
    #[error("entry {seq} does not follow the one before it")]
    Broken {
        /// The entry's number.
        seq: u64,
    },
}

/// Checks entries one after the other, as many chains as there are origins.
#[derive(Debug, Default)]
pub struct Chains {
    heads: HashMap<Origin, (u64, Hash)>,
}

impl Chains {
    /// The next entry must follow the last of its origin and have the hash of its content.
    pub fn follow(&mut self, entry: &Entry) -> Result<(), ChainFault> {
        let (seq, hash) = self.heads.get(&entry.origin).copied().unwrap_or((0, Hash::ZERO));
        if entry.seq != seq + 1 || entry.prev_hash != hash {
            return Err(ChainFault::Broken { seq: entry.seq });
        }
        if entry.computed_hash() != entry.hash {
            return Err(ChainFault::Altered { seq: entry.seq });
        }
        self.heads.insert(entry.origin, (entry.seq, entry.hash));
        Ok(())
    }
}
