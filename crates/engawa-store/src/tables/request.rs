//! Applications for contact outside.

use engawa_domain::facts::{Channel, ContactRequest, FiledBy};
use engawa_domain::ids::RequestId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::choice::Choice;
use crate::row::{OfContract, Row};
use crate::table::{CONTRACT, Column, DAY, Holds, ID, TIME, Table};

pub const SQL: &str = "
CREATE TABLE requests (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  filed_by TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  reason TEXT NOT NULL,
  channels TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX requests_contract ON requests (contract);
";

pub const COLUMNS: &[Column] = &[
    ID,
    CONTRACT,
    Column::choice::<FiledBy>("filed_by"),
    DAY,
    TIME,
    Column::new("reason", Holds::Text),
    Column::new("channels", Holds::Choices(Channel::WORDS)),
];

impl Row for ContactRequest {
    type Id = RequestId;
    const TABLE: Table = Table::Requests;

    fn id(&self) -> RequestId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id)
            .shown(self.contract)
            .choice(self.by)
            .when(self.when)
            .shown(&self.reason)
            .choices(&self.channels)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            contract: cells.parsed()?,
            by: cells.choice()?,
            when: cells.when()?,
            reason: cells.text()?,
            channels: cells.choices()?,
        })
    }
}

impl OfContract for ContactRequest {}
