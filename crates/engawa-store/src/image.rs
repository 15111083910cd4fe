//! A row as the journal and the export write it: its columns by name.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};

use crate::cell::{Cell, Reader};
use crate::error::StoreError;
use crate::row::Row;
use crate::table::{Need, Table};

/// A row of a table: all its cells, in the order of its columns.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Image {
    table: Table,
    cells: Vec<Cell>,
}

impl Image {
    /// The image of a domain value.
    pub fn of<R: Row>(row: &R) -> Self {
        Self { table: R::TABLE, cells: row.cells() }
    }

    pub(crate) fn new(table: Table, cells: Vec<Cell>) -> Self {
        Self { table, cells }
    }

    /// Reads it from a JSON object. Columns that may be empty may be missing; columns nobody knows are refused, and so is a
    /// value that the domain would refuse.
    pub fn from_json(table: Table, object: &Map<String, Value>) -> Result<Self, StoreError> {
        let bad = |why: String| StoreError::BadRow { table, why };
        if let Some(unknown) =
            object.keys().find(|key| table.columns().iter().all(|column| column.name != key.as_str()))
        {
            return Err(bad(format!("unknown column {unknown:?}")));
        }
        let cells = table
            .columns()
            .iter()
            .map(|column| match (object.get(column.name), column.need) {
                (Some(Value::String(text)), _) => Ok(Cell::Text(text.clone())),
                (Some(Value::Number(number)), _) => number
                    .as_i64()
                    .map(Cell::Integer)
                    .ok_or_else(|| bad(format!("{}: {number} is no whole number of 64 bits", column.name))),
                (Some(Value::Null) | None, Need::Optional) => Ok(Cell::Null),
                (Some(Value::Null) | None, Need::Required) => Err(bad(format!("{} is missing", column.name))),
                (Some(Value::Bool(_) | Value::Array(_) | Value::Object(_)), _) => {
                    Err(bad(format!("{} is neither a text nor a number", column.name)))
                }
            })
            .collect::<Result<Vec<_>, _>>()?;
        table.accepts(&cells).map_err(|refused| StoreError::bad_cell(table, refused))?;
        Ok(Self { table, cells })
    }

    /// The domain value it is the image of.
    pub fn read<R: Row>(&self) -> Result<R, StoreError> {
        let refused = |refused| StoreError::bad_cell(self.table, refused);
        if R::TABLE != self.table {
            return Err(StoreError::BadRow {
                table: self.table,
                why: format!("it is no row of {}", R::TABLE),
            });
        }
        R::read(&mut Reader::of_cells(self.table, &self.cells)).map_err(refused)
    }

    /// The cell of a column.
    pub fn cell(&self, column: &str) -> Option<&Cell> {
        self.columns().find(|(known, _)| known.name == column).map(|(_, cell)| cell)
    }

    /// The same row with another cell in a column, as the domain would accept it.
    pub fn with_cell(mut self, column: &str, cell: Cell) -> Result<Self, StoreError> {
        let place = self.table.columns().iter().position(|known| known.name == column);
        match place.and_then(|place| self.cells.get_mut(place)) {
            Some(old) => *old = cell,
            None => {
                return Err(StoreError::BadRow {
                    table: self.table,
                    why: format!("unknown column {column:?}"),
                });
            }
        }
        self.table.accepts(&self.cells).map_err(|refused| StoreError::bad_cell(self.table, refused))?;
        Ok(self)
    }

    /// Its table.
    pub const fn table(&self) -> Table {
        self.table
    }

    /// Its identifier.
    pub fn id(&self) -> &str {
        self.text_at(0).unwrap_or_default()
    }

    /// The contract it belongs to, or is.
    pub fn contract(&self) -> Option<&str> {
        self.text_at(self.table.contract_column()?)
    }

    /// Its cells.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The same row with other texts: each text that is given back takes the place of the one that was there.
    #[must_use]
    pub fn with_texts(
        &self,
        mut other: impl FnMut(&'static crate::table::Column, &str) -> Option<String>,
    ) -> Self {
        let cells = self.columns().map(|(column, cell)| match cell {
            Cell::Text(text) => Cell::Text(other(column, text).unwrap_or_else(|| text.clone())),
            Cell::Null | Cell::Integer(_) => cell.clone(),
        });
        Self { table: self.table, cells: cells.collect() }
    }

    /// What a column holds as a text; `None` where it holds none, or there is no such column.
    pub fn text(&self, column: &str) -> Option<&str> {
        self.text_at(self.table.columns().iter().position(|known| known.name == column)?)
    }

    /// Its cells with their columns.
    pub fn columns(&self) -> impl Iterator<Item = (&'static crate::table::Column, &Cell)> {
        self.table.columns().iter().zip(&self.cells)
    }

    /// The number of a column, where it holds one.
    pub fn integer(&self, column: &str) -> Option<i64> {
        self.columns().find(|(of, _)| of.name == column).and_then(|(_, cell)| match cell {
            Cell::Integer(number) => Some(*number),
            Cell::Null | Cell::Text(_) => None,
        })
    }

    fn text_at(&self, index: usize) -> Option<&str> {
        match self.cells.get(index) {
            Some(Cell::Text(text)) => Some(text),
            Some(Cell::Null | Cell::Integer(_)) | None => None,
        }
    }
}

impl Serialize for Image {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.cells.len()))?;
        for (column, cell) in self.columns() {
            match cell {
                Cell::Null => map.serialize_entry(column.name, &())?,
                Cell::Integer(number) => map.serialize_entry(column.name, number)?,
                Cell::Text(text) => map.serialize_entry(column.name, text)?,
            }
        }
        map.end()
    }
}
