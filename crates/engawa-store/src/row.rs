//! What a table's file says about its rows.

use std::fmt::Display;
use std::str::FromStr;

use crate::cell::{Cell, CellRefused, Reader};
use crate::table::Table;

/// A domain value that is one row of one table.
pub trait Row: Sized {
    /// Its identifier.
    type Id: Display + FromStr + Copy;

    /// Its table.
    const TABLE: Table;

    /// The identifier of this row.
    fn id(&self) -> Self::Id;

    /// Its cells, in the order of the table's columns.
    fn cells(&self) -> Vec<Cell>;

    /// Reads it from its cells.
    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused>;
}

/// A row that belongs to one contract, in the column `contract`.
pub trait OfContract: Row {}
