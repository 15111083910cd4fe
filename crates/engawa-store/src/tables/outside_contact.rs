//! Contact outside that took place.

use engawa_domain::facts::{Channel, OutsideContact};
use engawa_domain::ids::OutsideContactId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::{OfContract, Row};
use crate::table::{CONTRACT, Column, DAY, ID, NOTE, TIME, Table};

pub const SQL: &str = "
CREATE TABLE outside_contacts (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  channel TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX outside_contacts_contract ON outside_contacts (contract);
";

pub const COLUMNS: &[Column] = &[ID, CONTRACT, Column::choice::<Channel>("channel"), DAY, TIME, NOTE];

impl Row for OutsideContact {
    type Id = OutsideContactId;
    const TABLE: Table = Table::OutsideContacts;

    fn id(&self) -> OutsideContactId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id).shown(self.contract).choice(self.channel).when(self.when).shown(&self.note).done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            contract: cells.parsed()?,
            channel: cells.choice()?,
            when: cells.when()?,
            note: cells.text()?,
        })
    }
}

impl OfContract for OutsideContact {}
