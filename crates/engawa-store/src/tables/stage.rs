//! Dated stages of contracts.

use engawa_domain::facts::{Stage, StageEvent};
use engawa_domain::ids::StageEventId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::{OfContract, Row};
use crate::table::{CONTRACT, Column, DAY, ID, NOTE, TIME, Table};

pub const SQL: &str = "
CREATE TABLE stages (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  stage TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stages_contract ON stages (contract);
";

pub const COLUMNS: &[Column] = &[ID, CONTRACT, Column::choice::<Stage>("stage"), DAY, TIME, NOTE];

impl Row for StageEvent {
    type Id = StageEventId;
    const TABLE: Table = Table::Stages;

    fn id(&self) -> StageEventId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id).shown(self.contract).choice(self.stage).when(self.when).shown(&self.note).done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            contract: cells.parsed()?,
            stage: cells.choice()?,
            when: cells.when()?,
            note: cells.text()?,
        })
    }
}

impl OfContract for StageEvent {}
