//! Other parties.

use engawa_domain::facts::{Client, ClientKind};
use engawa_domain::ids::ClientId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::Row;
use crate::table::{Column, Holds, ID, NOTE, Table};

pub const SQL: &str = "
CREATE TABLE clients (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  reading TEXT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

pub const COLUMNS: &[Column] = &[
    ID,
    Column::new("name", Holds::Text),
    Column::new("reading", Holds::Text),
    Column::choice::<ClientKind>("kind"),
    NOTE,
];

impl Row for Client {
    type Id = ClientId;
    const TABLE: Table = Table::Clients;

    fn id(&self) -> ClientId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id).shown(&self.name).shown(&self.reading).choice(self.kind).shown(&self.note).done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            name: cells.parsed()?,
            reading: cells.text()?,
            kind: cells.choice()?,
            note: cells.text()?,
        })
    }
}
