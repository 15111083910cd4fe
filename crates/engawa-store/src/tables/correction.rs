//! Values of the packs that the user corrected.

use engawa_domain::ids::{CorrectionId, PlatformId};
use engawa_domain::rules::{Correction, OwnSource};

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::Row;
use crate::table::{Column, Holds, ID, NOTE, Table};

pub const SQL: &str = "
CREATE TABLE corrections (
  id TEXT PRIMARY KEY,
  platform TEXT NOT NULL,
  path TEXT NOT NULL,
  value TEXT NOT NULL,
  shipped TEXT NOT NULL,
  source TEXT NOT NULL,
  address TEXT NOT NULL,
  looked TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (platform, path)
) STRICT, WITHOUT ROWID;
";

pub const COLUMNS: &[Column] = &[
    ID,
    Column::new("platform", Holds::Text),
    Column::new("path", Holds::Text),
    Column::new("value", Holds::Text),
    Column::new("shipped", Holds::Text),
    Column::new("source", Holds::Text),
    Column::new("address", Holds::Text),
    Column::new("looked", Holds::Day),
    NOTE,
];

impl Row for Correction {
    type Id = CorrectionId;
    const TABLE: Table = Table::Corrections;

    fn id(&self) -> CorrectionId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id)
            .shown(&self.platform)
            .shown(&self.path)
            .shown(&self.value)
            .shown(&self.shipped)
            .shown(&self.source.title)
            .shown(&self.source.address)
            .shown(self.source.looked)
            .shown(&self.note)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            platform: PlatformId(cells.text()?),
            path: cells.text()?,
            value: cells.text()?,
            shipped: cells.text()?,
            source: OwnSource { title: cells.parsed()?, address: cells.text()?, looked: cells.parsed()? },
            note: cells.text()?,
        })
    }
}
