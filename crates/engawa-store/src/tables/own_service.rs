//! Services that the user added.

use engawa_domain::ids::OwnServiceId;
use engawa_domain::rules::{DealOutside, OwnContact, OwnService, OwnSource};

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::Row;
use crate::table::{Column, Holds, ID, NOTE, Table};

pub const SQL: &str = "
CREATE TABLE services (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  contact TEXT NOT NULL,
  deal TEXT NOT NULL,
  source TEXT,
  address TEXT NOT NULL,
  looked TEXT,
  support TEXT NOT NULL,
  answer_days INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

pub const COLUMNS: &[Column] = &[
    ID,
    Column::new("name", Holds::Text),
    Column::choice::<OwnContact>("contact"),
    Column::choice::<DealOutside>("deal"),
    Column::optional("source", Holds::Text),
    Column::new("address", Holds::Text),
    Column::optional("looked", Holds::Day),
    Column::new("support", Holds::Text),
    Column::new("answer_days", Holds::Integer),
    NOTE,
];

impl Row for OwnService {
    type Id = OwnServiceId;
    const TABLE: Table = Table::Services;

    fn id(&self) -> OwnServiceId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        let source = self.source.as_ref();
        Writer::of(self.id)
            .shown(&self.name)
            .choice(self.contact)
            .choice(self.deal)
            .shown_or_null(source.map(|source| &source.title))
            .shown(source.map_or("", |source| &source.address))
            .shown_or_null(source.map(|source| source.looked))
            .shown(&self.support)
            .integer(i64::from(self.answer_days))
            .shown(&self.note)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            name: cells.parsed()?,
            contact: cells.choice()?,
            deal: cells.choice()?,
            source: {
                let (title, address, looked) =
                    (cells.parsed_or_null()?, cells.text()?, cells.parsed_or_null()?);
                match (title, looked) {
                    (Some(title), Some(looked)) => Some(OwnSource { title, address, looked }),
                    (None, None) => None,
                    // A page without the day on which somebody looked says nothing about today.
                    (Some(_), None) | (None, Some(_)) => return Err(cells.refuse(&Cell::Null)),
                }
            },
            support: cells.text()?,
            answer_days: cells.integer()?,
            note: cells.text()?,
        })
    }
}
