//! What clients asked for.

use engawa_domain::facts::{Channel, Wish};
use engawa_domain::ids::WishId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::choice::Choice;
use crate::row::{OfContract, Row};
use crate::table::{CONTRACT, Column, DAY, Holds, ID, NOTE, TIME, Table};

pub const SQL: &str = "
CREATE TABLE wishes (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  channels TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX wishes_contract ON wishes (contract);
";

pub const COLUMNS: &[Column] =
    &[ID, CONTRACT, Column::new("channels", Holds::Choices(Channel::WORDS)), DAY, TIME, NOTE];

impl Row for Wish {
    type Id = WishId;
    const TABLE: Table = Table::Wishes;

    fn id(&self) -> WishId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id)
            .shown(self.contract)
            .choices(&self.channels)
            .when(self.when)
            .shown(&self.note)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            contract: cells.parsed()?,
            channels: cells.choices()?,
            when: cells.when()?,
            note: cells.text()?,
        })
    }
}

impl OfContract for Wish {}
