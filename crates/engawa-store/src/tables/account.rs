//! Registrations at platforms.

use engawa_domain::facts::Account;
use engawa_domain::ids::{AccountId, PlatformId};

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::Row;
use crate::table::{Column, Holds, ID, NOTE, Table};

pub const SQL: &str = "
CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  platform TEXT NOT NULL,
  user_name TEXT NOT NULL,
  registered_email TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

pub const COLUMNS: &[Column] = &[
    ID,
    Column::new("platform", Holds::Text),
    Column::new("user_name", Holds::Text),
    Column::optional("registered_email", Holds::Text),
    NOTE,
];

impl Row for Account {
    type Id = AccountId;
    const TABLE: Table = Table::Accounts;

    fn id(&self) -> AccountId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id)
            .shown(&self.platform)
            .shown(&self.user_name)
            .shown_or_null(self.registered_email.as_ref())
            .shown(&self.note)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            platform: PlatformId(cells.text()?),
            user_name: cells.parsed()?,
            registered_email: cells.parsed_or_null()?,
            note: cells.text()?,
        })
    }
}
