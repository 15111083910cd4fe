//! Taking in an export entry by entry and row by row, as it is read: memory does not grow with the file, except for the
//! identifiers already seen.

use std::collections::{BTreeMap, HashSet};

use engawa_store::{Cell, Chains, Change, Holds, Image, StoreError, Table};
use uuid::Uuid;

use super::element::{EntryElement, RowElement};
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
    pub fn entry(&mut self, element: EntryElement) -> Result<(), BookError> {
        let entry = element.read(self.entries + 1)?;
        // Before anything of it is read: what was altered is not even looked at.
        self.chains.follow(&entry).map_err(ImportRefused::Chain)?;
        self.entries += 1;
        self.change.replay(&entry).map_err(|error| match error {
            StoreError::ChangedSince { table, id } => ImportRefused::NotInJournal { table, id }.into(),
            StoreError::Duplicate { table, id } => ImportRefused::DuplicateId { table, id }.into(),
            StoreError::References { table, id } => ImportRefused::Dangling { table, id }.into(),
            StoreError::BadRow { .. } | StoreError::BadCell { .. } | StoreError::BadEntry { .. } => {
                ImportRefused::Row(error).into()
            }
            error => BookError::Store(error),
        })
    }

    /// A row of a table: it must be the one that the journal led to.
    pub fn row(&mut self, table: Table, element: RowElement) -> Result<(), BookError> {
        let image = Image::from_json(table, &element.columns()).map_err(ImportRefused::Row)?;
        let id = image.id().to_owned();
        let not_a_uuid = |_| StoreError::BadRow { table, why: "an identifier is no UUID".to_owned() };
        let key = id.parse().map_err(not_a_uuid).map_err(ImportRefused::Row)?;
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
