//! 復元: a record as it was, or one field of it. A change like any other: in the journal, and it can be taken back.

use std::collections::HashSet;

use engawa_domain::calendar::Moment;
use engawa_domain::facts::{ContactRequest, Contract};
use engawa_domain::say::{Say, SayValue};
use engawa_store::{Cell, Holds, Image, Rows, StoreError, Table};
use serde::{Deserialize, Serialize};
use specta::Type;
use thiserror::Error;

use super::changes::{column_name, table_of};
use super::columns;
use super::names::Names;
use crate::book::Book;
use crate::done::Done;
use crate::error::{BookError, NoSuch};
use crate::guards;
use crate::inputs::{Action, Fact};
use crate::op::Op;
use crate::transact::Tx;
use crate::views::RecordKey;
use crate::writes::desk::Desk;

/// What is brought back, and from when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RestoreInput {
    /// The record.
    pub key: RecordKey,
    /// One column of it, by the name in the file; the whole record where it is missing.
    pub column: Option<String>,
    /// From when.
    pub from: RestoreFrom,
    /// Whether the user was told what newer goes, and agreed.
    pub sure: bool,
}

/// From when a record is brought back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind", content = "value")]
pub enum RestoreFrom {
    /// As it was before the change at this place.
    Before(u64),
    /// As it was when the change at this place deleted it, with all that went in the same change.
    Deleted(u64),
    /// As it was at this moment. A record that is not there comes back with what belonged to it then.
    Moment(Moment),
}

/// Why a record is not brought back. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum RestoreRefused {
    /// What is there is newer and would go.
    #[error("{} fields became others since", .fields.len())]
    Newer {
        /// The fields that would go, by name.
        fields: Vec<Say>,
    },
    /// What it belongs to, or refers to, is not there.
    #[error("it refers to {id} in {table}, which is not there")]
    Refers {
        /// The table of what is not there.
        table: Table,
        /// Its identifier.
        id: String,
    },
    /// The record is not there; deleting it has to be taken back first.
    #[error("{table} {id} is not there")]
    Gone {
        /// Its table.
        table: Table,
        /// Its identifier.
        id: String,
    },
    /// There is nothing to bring back: everything is there, or nothing was then.
    #[error("there is nothing to bring back")]
    Nothing,
}

impl Book {
    /// Brings a record back, or one field of it.
    pub fn record_restore(&mut self, action: Action<RestoreInput>) -> Result<Done<()>, BookError> {
        self.writable()?;
        if let Some(answered) = self.answered(action.id)? {
            return Ok(answered);
        }
        let input = action.input;
        let table = table_of(&input.key.table)?;
        let wanted = wanted(self.rows(), table, &input)?;
        let name = match wanted.rows.iter().find(|image| image.table() == table && image.id() == input.key.id)
        {
            Some(image) => Names::new(self).of_image(image)?,
            None => Say::new(columns::kind(table)),
        };
        self.write(Op::RecordRestore, action.id, move |tx, desk| {
            bring_back(tx, desk, wanted, input.sure)?;
            let kind = SayValue::Name(columns::kind(table).to_owned());
            Ok(((), Say::new("done-record-restore").with("kind", kind).with("name", name)))
        })
    }
}

/// What the rows should be, and the fields that the user has not seen go.
struct Wanted {
    rows: Vec<Image>,
    newer: Vec<Say>,
}

fn wanted(rows: Rows<'_>, table: Table, input: &RestoreInput) -> Result<Wanted, BookError> {
    let id = input.key.id.as_str();
    let current = rows.image(table, id)?;
    match (input.from, current) {
        (RestoreFrom::Before(place), Some(current)) => {
            let (before, after) = change_of(rows, place, table, id)?;
            overwrite(
                &current,
                &before.ok_or(RestoreRefused::Nothing)?,
                after.as_ref(),
                input.column.as_deref(),
            )
        }
        (RestoreFrom::Moment(at), Some(current)) => {
            let then = rows.images_at(table, id, at)?;
            let then = then.into_iter().find(|image| image.table() == table && image.id() == id);
            overwrite(&current, &then.ok_or(RestoreRefused::Nothing)?, None, input.column.as_deref())
        }
        (RestoreFrom::Before(_), None) => Err(RestoreRefused::Gone { table, id: id.to_owned() }.into()),
        (RestoreFrom::Moment(at), None) => missing(rows, rows.images_at(table, id, at)?),
        (RestoreFrom::Deleted(place), _) => {
            let entry = rows.entry_at(place)?.ok_or_else(|| NoSuch::Record(table.to_string()))?;
            let removed = entry.read_facts()?.into_iter().filter(|fact| fact.after.is_none());
            missing(rows, removed.filter_map(|fact| fact.before).collect())
        }
    }
}

/// A row before and after a change.
fn change_of(
    rows: Rows<'_>,
    place: u64,
    table: Table,
    id: &str,
) -> Result<(Option<Image>, Option<Image>), BookError> {
    let entry = rows.entry_at(place)?.ok_or_else(|| NoSuch::Record(table.to_string()))?;
    let mut facts = entry.read_facts()?.into_iter().filter(|fact| fact.table == table && fact.id == id);
    let first = facts.next().ok_or_else(|| StoreError::NoSuchRow { table, id: id.to_owned() })?;
    let after = facts.next_back().map_or(first.after, |last| last.after);
    Ok((first.before, after))
}

/// A row that is there becomes what it was, wholly or in one column. Newer is a cell that would become another and is no longer
/// what the change left, or that no change is known for.
fn overwrite(
    current: &Image,
    then: &Image,
    left: Option<&Image>,
    column: Option<&str>,
) -> Result<Wanted, BookError> {
    let row = match column {
        None => then.clone(),
        Some(column) => {
            let cell = then.cell(column).cloned().ok_or_else(|| NoSuch::Record(column.to_owned()))?;
            current.clone().with_cell(column, cell)?
        }
    };
    let goes = |name: &str| {
        let now = current.cell(name);
        now != row.cell(name) && left.is_none_or(|left| left.cell(name) != now)
    };
    let newer = current.table().columns().iter().filter(|column| goes(column.name));
    let newer = newer.map(|column| column_name(current.table(), column)).collect();
    Ok(Wanted { rows: vec![row], newer })
}

/// Rows that are not there, in the order of tables: each comes after those it refers to.
fn missing(rows: Rows<'_>, mut images: Vec<Image>) -> Result<Wanted, BookError> {
    images.sort_by_key(Image::table);
    let mut absent = Vec::with_capacity(images.len());
    for image in images {
        if rows.image(image.table(), image.id())?.is_none() {
            absent.push(image);
        }
    }
    if absent.is_empty() {
        Err(RestoreRefused::Nothing.into())
    } else {
        Ok(Wanted { rows: absent, newer: Vec::new() })
    }
}

fn bring_back(tx: &mut Tx<'_>, desk: Desk<'_>, wanted: Wanted, sure: bool) -> Result<(), BookError> {
    if !sure && !wanted.newer.is_empty() {
        return Err(RestoreRefused::Newer { fields: wanted.newer }.into());
    }
    let coming: HashSet<(Table, &str)> =
        wanted.rows.iter().map(|image| (image.table(), image.id())).collect();
    for image in &wanted.rows {
        refers(tx.rows(), image, &coming)?;
        allowed(tx.rows(), desk, image)?;
    }
    wanted.rows.into_iter().try_for_each(|image| match tx.put(image) {
        // Another record has what only one may have: the bytes of a file, the correction of a value.
        Err(error @ StoreError::Duplicate { .. }) => Err(BookError::Overtaken(error)),
        done => Ok(done?),
    })
}

/// That all a row refers to is there, or comes with it.
fn refers(rows: Rows<'_>, image: &Image, coming: &HashSet<(Table, &str)>) -> Result<(), BookError> {
    for (column, cell) in image.columns() {
        let Cell::Text(id) = cell else { continue };
        let table = match column.holds {
            Holds::Reference(table) => Some(table),
            Holds::AnyId => match image.cell("fact_kind") {
                Some(Cell::Text(kind)) => columns::table_of_fact(kind),
                Some(Cell::Null | Cell::Integer(_)) | None => None,
            },
            _ => None,
        };
        if let Some(table) = table
            && !coming.contains(&(table, id.as_str()))
            && rows.image(table, id)?.is_none()
        {
            return Err(RestoreRefused::Refers { table, id: id.clone() }.into());
        }
    }
    Ok(())
}

/// A request that comes back to a contract that is there must be one that the service takes.
fn allowed(rows: Rows<'_>, desk: Desk<'_>, image: &Image) -> Result<(), BookError> {
    if image.table() != Table::Requests {
        return Ok(());
    }
    let request: ContactRequest = image.read()?;
    if rows.get::<Contract>(request.contract)?.is_none() {
        return Ok(());
    }
    let (facts, rules) = desk.contract(rows, request.contract)?;
    guards::look_at(&Fact::Request(request), &facts, rules, desk.now_in(rules))?;
    Ok(())
}
