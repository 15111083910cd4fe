//! Files kept byte for byte. The bytes are in the vault, `evidence/<first two hex>/<sha256>`.

use engawa_domain::facts::{Evidence, Origin, Sha256Hex};
use engawa_domain::ids::EvidenceId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::Row;
use crate::table::{Column, Holds, ID, NOTE, Table};

pub const SQL: &str = "
CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  original_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  captured TEXT NOT NULL,
  origin TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

pub const COLUMNS: &[Column] = &[
    ID,
    Column::new("sha256", Holds::Sha256),
    Column::new("bytes", Holds::Integer),
    Column::new("original_name", Holds::Text),
    Column::new("media_type", Holds::Text),
    Column::new("captured", Holds::Moment),
    Column::choice::<Origin>("origin"),
    NOTE,
];

impl Row for Evidence {
    type Id = EvidenceId;
    const TABLE: Table = Table::Evidence;

    fn id(&self) -> EvidenceId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id)
            .shown(&self.sha256.0)
            // A file of 2^63 bytes does not fit on any disk.
            .integer(i64::try_from(self.bytes).unwrap_or(i64::MAX))
            .shown(&self.original_name)
            .shown(&self.media_type)
            .shown(self.captured)
            .choice(self.origin)
            .shown(&self.note)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            sha256: read_hash(cells)?,
            bytes: cells.integer()?,
            original_name: cells.text()?,
            media_type: cells.text()?,
            captured: cells.parsed()?,
            origin: cells.choice()?,
            note: cells.text()?,
        })
    }
}

/// The hash becomes a path in the vault: anything but 64 lower-case hex digits could lead out of it.
fn read_hash(cells: &mut Reader<'_>) -> Result<Sha256Hex, CellRefused> {
    let text = cells.text()?;
    if text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
        Ok(Sha256Hex(text))
    } else {
        Err(cells.refuse(&Cell::Text(text)))
    }
}
