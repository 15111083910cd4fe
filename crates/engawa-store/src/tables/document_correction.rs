//! The log of what was corrected or deleted of documents: eight things of each, kept when the document is gone.

use engawa_domain::facts::{DocumentChange, DocumentCorrection, DocumentDid};
use engawa_domain::ids::DocumentCorrectionId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::Row;
use crate::table::{Column, DAY, Holds, ID, Table};

/// Without a foreign key: the document may be gone, its log stays.
pub const SQL: &str = "
CREATE TABLE document_corrections (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  applied TEXT NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  counterparty TEXT NOT NULL,
  day TEXT NOT NULL,
  did TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  reason TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX document_corrections_document ON document_corrections (document);
";

pub const COLUMNS: &[Column] = &[
    ID,
    Column::new("document", Holds::AnyId),
    Column::new("applied", Holds::Day),
    Column::new("number", Holds::Text),
    Column::new("title", Holds::Text),
    Column::new("counterparty", Holds::Text),
    DAY,
    Column::choice::<DocumentDid>("did"),
    Column::new("content", Holds::Json),
    Column::new("reason", Holds::Text),
    Column::new("person", Holds::Text),
];

impl Row for DocumentCorrection {
    type Id = DocumentCorrectionId;
    const TABLE: Table = Table::DocumentCorrections;

    fn id(&self) -> DocumentCorrectionId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id)
            .shown(self.document)
            .shown(self.applied)
            .shown(&self.number)
            .shown(&self.title)
            .shown(&self.counterparty)
            .shown(self.day)
            .choice(self.did)
            // A list of texts always has a JSON text.
            .shown(serde_json::to_string(&self.content).unwrap_or_default())
            .shown(&self.reason)
            .shown(&self.person)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            document: cells.parsed()?,
            applied: cells.parsed()?,
            number: cells.text()?,
            title: cells.parsed()?,
            counterparty: cells.parsed()?,
            day: cells.parsed()?,
            did: cells.choice()?,
            content: read_content(cells)?,
            reason: cells.parsed()?,
            person: cells.parsed()?,
        })
    }
}

fn read_content(cells: &mut Reader<'_>) -> Result<Vec<DocumentChange>, CellRefused> {
    let text = cells.text()?;
    serde_json::from_str(&text).map_err(|_| cells.refuse(&Cell::Text(text)))
}
