//! Kept files that the user declared to be documents of electronic transactions.

use engawa_domain::facts::{Document, DocumentKind};
use engawa_domain::ids::DocumentId;
use engawa_domain::money::Yen;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::Row;
use crate::table::{Column, DAY, Holds, ID, NOTE, Table};

pub const SQL: &str = "
CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  evidence TEXT NOT NULL UNIQUE REFERENCES evidence (id),
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  counterparty TEXT NOT NULL,
  day TEXT NOT NULL,
  amount INTEGER,
  note TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

pub const COLUMNS: &[Column] = &[
    ID,
    Column::new("evidence", Holds::Reference(Table::Evidence)),
    Column::choice::<DocumentKind>("kind"),
    Column::new("number", Holds::Text),
    Column::new("title", Holds::Text),
    Column::new("counterparty", Holds::Text),
    DAY,
    Column::optional("amount", Holds::Integer),
    NOTE,
    Column::new("person", Holds::Text),
];

impl Row for Document {
    type Id = DocumentId;
    const TABLE: Table = Table::Documents;

    fn id(&self) -> DocumentId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id)
            .shown(self.evidence)
            .choice(self.kind)
            .shown(&self.number)
            .shown(&self.title)
            .shown(&self.counterparty)
            .shown(self.day)
            .integer_or_null(self.amount.map(Yen::get))
            .shown(&self.note)
            .shown(&self.person)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            evidence: cells.parsed()?,
            kind: cells.choice()?,
            number: cells.text()?,
            title: cells.parsed()?,
            counterparty: cells.parsed()?,
            day: cells.parsed()?,
            amount: cells.integer_or_null()?,
            note: cells.text()?,
            person: cells.parsed()?,
        })
    }
}
