//! Who looked for the link, and saw it or not.

use engawa_domain::facts::{LinkSighting, Party, Place, Seen};
use engawa_domain::ids::SightingId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::{OfContract, Row};
use crate::table::{CONTRACT, Column, DAY, ID, NOTE, TIME, Table};

pub const SQL: &str = "
CREATE TABLE sightings (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  looker TEXT NOT NULL,
  place TEXT NOT NULL,
  seen TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_contract ON sightings (contract);
";

pub const COLUMNS: &[Column] = &[
    ID,
    CONTRACT,
    Column::choice::<Party>("looker"),
    Column::choice::<Place>("place"),
    Column::choice::<Seen>("seen"),
    DAY,
    TIME,
    NOTE,
];

impl Row for LinkSighting {
    type Id = SightingId;
    const TABLE: Table = Table::Sightings;

    fn id(&self) -> SightingId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id)
            .shown(self.contract)
            .choice(self.looker)
            .choice(self.place)
            .choice(self.seen)
            .when(self.when)
            .shown(&self.note)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            contract: cells.parsed()?,
            looker: cells.choice()?,
            place: cells.choice()?,
            seen: cells.choice()?,
            when: cells.when()?,
            note: cells.text()?,
        })
    }
}

impl OfContract for LinkSighting {}
