//! 相談・契約.

use engawa_domain::facts::{Contract, Format};
use engawa_domain::ids::ContractId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::Row;
use crate::table::{Column, Holds, ID, NOTE, Table};

pub const SQL: &str = "
CREATE TABLE contracts (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts (id),
  client TEXT NOT NULL REFERENCES clients (id),
  title TEXT NOT NULL,
  format TEXT NOT NULL,
  url TEXT,
  number TEXT,
  amount INTEGER,
  delivery_due TEXT,
  contact_reason TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contracts_account ON contracts (account);
CREATE INDEX contracts_client ON contracts (client);
";

pub const COLUMNS: &[Column] = &[
    ID,
    Column::new("account", Holds::Reference(Table::Accounts)),
    Column::new("client", Holds::Reference(Table::Clients)),
    Column::new("title", Holds::Text),
    Column::choice::<Format>("format"),
    Column::optional("url", Holds::Text),
    Column::optional("number", Holds::Text),
    Column::optional("amount", Holds::Integer),
    Column::optional("delivery_due", Holds::Day),
    Column::new("contact_reason", Holds::Text),
    NOTE,
];

impl Row for Contract {
    type Id = ContractId;
    const TABLE: Table = Table::Contracts;

    fn id(&self) -> ContractId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id)
            .shown(self.account)
            .shown(self.client)
            .shown(&self.title)
            .choice(self.format)
            .shown_or_null(self.url.as_ref())
            .shown_or_null(self.number.as_ref())
            .integer_or_null(self.amount.map(engawa_domain::money::Yen::get))
            .shown_or_null(self.delivery_due)
            .shown(&self.contact_reason)
            .shown(&self.note)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            account: cells.parsed()?,
            client: cells.parsed()?,
            title: cells.parsed()?,
            format: cells.choice()?,
            url: cells.text_or_null()?,
            number: cells.text_or_null()?,
            amount: cells.integer_or_null()?,
            delivery_due: cells.parsed_or_null()?,
            contact_reason: cells.text()?,
            note: cells.text()?,
        })
    }
}
