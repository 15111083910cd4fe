//! What was really paid.

use engawa_domain::facts::Payment;
use engawa_domain::ids::PaymentId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::{OfContract, Row};
use crate::table::{CONTRACT, Column, DAY, Holds, ID, NOTE, TIME, Table};

pub const SQL: &str = "
CREATE TABLE payments (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  amount INTEGER NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX payments_contract ON payments (contract);
";

pub const COLUMNS: &[Column] = &[ID, CONTRACT, Column::new("amount", Holds::Integer), DAY, TIME, NOTE];

impl Row for Payment {
    type Id = PaymentId;
    const TABLE: Table = Table::Payments;

    fn id(&self) -> PaymentId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id)
            .shown(self.contract)
            .integer(self.amount.get())
            .when(self.when)
            .shown(&self.note)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            contract: cells.parsed()?,
            amount: cells.integer()?,
            when: cells.when()?,
            note: cells.text()?,
        })
    }
}

impl OfContract for Payment {}
