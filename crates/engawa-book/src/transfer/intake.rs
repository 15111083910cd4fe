//! Taking in an export entry by entry and row by row, as it is read: memory does not grow with the file, except for the
//! identifiers already seen.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Display;
use std::str::FromStr;

use engawa_store::{Cell, Chains, Change, Entry, Hash, Holds, Image, Origin, StoreError, Table};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::refused::ImportRefused;
use crate::error::BookError;

/// What came in so far.
pub struct Intake<'s> {
    pub change: Change<'s>,
    chains: Chains,
    seen: HashSet<(Table, Uuid)>,
    pub entries: u64,
    pub rows: BTreeMap<Table, u64>,
}

impl<'s> Intake<'s> {
    pub fn into_change(change: Change<'s>) -> Self {
        Self { change, chains: Chains::default(), seen: HashSet::new(), entries: 0, rows: BTreeMap::new() }
    }

    /// An entry of the journal: it must follow the one before it, and its facts must follow from the rows.
    pub fn entry(&mut self, value: &Value) -> Result<(), BookError> {
        let entry = read_entry(value, self.entries + 1)?;
        self.chains.follow(&entry).map_err(ImportRefused::Chain)?;
        self.entries += 1;
        self.change.replay(&entry).map_err(|error| match error {
            StoreError::ChangedSince { table, id } => ImportRefused::NotInJournal { table, id }.into(),
            StoreError::Duplicate { table, id } => ImportRefused::DuplicateId { table, id }.into(),
            StoreError::References { table, id } => ImportRefused::Dangling { table, id }.into(),
            StoreError::BadRow { .. } | StoreError::BadCell { .. } | StoreError::BadEntry { .. } => ImportRefused::Row(error).into(),
            error => BookError::Store(error),
        })
    }

    /// A row of a table: it must be the one that the journal led to.
    pub fn row(&mut self, table: Table, value: &Value) -> Result<(), BookError> {
        let object = value.as_object().ok_or_else(|| bad_row(table, "a row is no object"))?;
        let image = Image::from_json(table, object).map_err(ImportRefused::Row)?;
        let id = image.id().to_owned();
        let key = id.parse().map_err(|_| bad_row(table, "an identifier is no UUID"))?;
        if !self.seen.insert((table, key)) {
            return Err(ImportRefused::DuplicateId { table, id }.into());
        }
        if self.change.rows().image(table, &id)?.as_ref() != Some(&image) {
            return Err(if self.is_dangling(&image)? {
                ImportRefused::Dangling { table, id }.into()
            } else {
                ImportRefused::NotInJournal { table, id }.into()
            });
        }
        *self.rows.entry(table).or_default() += 1;
        Ok(())
    }

    /// Everything that the journal led to must have been there, and every reference must lead somewhere.
    pub fn finish(&self) -> Result<(), BookError> {
        for table in Table::ALL {
            let told = self.rows.get(&table).copied().unwrap_or_default();
            let led_to = self.change.rows().count(table)?;
            if told < led_to {
                return Err(ImportRefused::RowsMissing { table, missing: led_to - told }.into());
            }
        }
        match self.change.dangling()?.first().and_then(|place| place.split_once(' ')) {
            Some((table, id)) => {
                let table = Table::from_name(table).unwrap_or(Table::Contracts);
                Err(ImportRefused::Dangling { table, id: id.to_owned() }.into())
            }
            None => Ok(()),
        }
    }

    fn is_dangling(&self, image: &Image) -> Result<bool, StoreError> {
        for (column, cell) in image.columns() {
            if let (Holds::Reference(other), Cell::Text(id)) = (column.holds, cell)
                && self.change.rows().image(other, id)?.is_none()
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn bad_row(table: Table, why: &str) -> BookError {
    ImportRefused::Row(StoreError::BadRow { table, why: why.to_owned() }).into()
}

fn read_entry(value: &Value, place: u64) -> Result<Entry, BookError> {
    const KEYS: [&str; 7] = ["origin", "seq", "at", "op", "facts", "prev_hash", "hash"];
    let bad = |why: String| BookError::from(ImportRefused::Row(StoreError::BadEntry { seq: place, why }));
    let object = value.as_object().ok_or_else(|| bad("an entry is no object".to_owned()))?;
    if let Some(unknown) = object.keys().find(|key| !KEYS.contains(&key.as_str())) {
        return Err(bad(format!("unknown key {unknown:?}")));
    }
    let facts = object.get("facts").filter(|facts| facts.is_array()).ok_or_else(|| bad("it has no facts".to_owned()))?;
    Ok(Entry {
        origin: text::<Origin>(object, "origin").map_err(bad)?,
        seq: object.get("seq").and_then(Value::as_u64).ok_or_else(|| bad("it has no number".to_owned()))?,
        at: text(object, "at").map_err(bad)?,
        op: text(object, "op").map_err(bad)?,
        // Compact, keys in their order: the bytes that were hashed, however the file was laid out.
        facts: facts.to_string(),
        prev_hash: text::<Hash>(object, "prev_hash").map_err(bad)?,
        hash: text(object, "hash").map_err(bad)?,
    })
}

fn text<T: FromStr<Err: Display>>(object: &Map<String, Value>, key: &str) -> Result<T, String> {
    let text = object.get(key).and_then(Value::as_str).ok_or_else(|| format!("{key} is missing"))?;
    text.parse().map_err(|error| format!("{key}: {error}"))
}
