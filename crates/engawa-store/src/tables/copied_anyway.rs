//! Texts that were copied although something was found in them.

use engawa_domain::facts::CopiedAnyway;
use engawa_domain::ids::CopiedAnywayId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::{OfContract, Row};
use crate::table::{CONTRACT, Column, DAY, Holds, ID, TIME, Table};

pub const SQL: &str = "
CREATE TABLE copies (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  draft TEXT NOT NULL,
  found TEXT NOT NULL,
  text TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX copies_contract ON copies (contract);
";

pub const COLUMNS: &[Column] = &[
    ID,
    CONTRACT,
    Column::new("draft", Holds::Text),
    Column::new("found", Holds::Text),
    Column::new("text", Holds::Text),
    DAY,
    TIME,
];

impl Row for CopiedAnyway {
    type Id = CopiedAnywayId;
    const TABLE: Table = Table::Copies;

    fn id(&self) -> CopiedAnywayId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id)
            .shown(self.contract)
            .shown(&self.draft)
            .shown(&self.found)
            .shown(&self.text)
            .when(self.when)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            contract: cells.parsed()?,
            draft: cells.text()?,
            found: cells.text()?,
            text: cells.text()?,
            when: cells.when()?,
        })
    }
}

impl OfContract for CopiedAnyway {}
