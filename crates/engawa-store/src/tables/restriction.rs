//! Restrictions of accounts that somebody noticed.

use engawa_domain::facts::{Party, Restriction};
use engawa_domain::ids::RestrictionId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::{OfContract, Row};
use crate::table::{CONTRACT, Column, DAY, Holds, ID, TIME, Table};

pub const SQL: &str = "
CREATE TABLE restrictions (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  party TEXT NOT NULL,
  day TEXT NOT NULL,
  time TEXT,
  words TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX restrictions_contract ON restrictions (contract);
";

pub const COLUMNS: &[Column] =
    &[ID, CONTRACT, Column::choice::<Party>("party"), DAY, TIME, Column::optional("words", Holds::Text)];

impl Row for Restriction {
    type Id = RestrictionId;
    const TABLE: Table = Table::Restrictions;

    fn id(&self) -> RestrictionId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        Writer::of(self.id)
            .shown(self.contract)
            .choice(self.party)
            .when(self.when)
            .shown_or_null(self.words.as_ref())
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            contract: cells.parsed()?,
            party: cells.choice()?,
            when: cells.when()?,
            words: cells.parsed_or_null()?,
        })
    }
}

impl OfContract for Restriction {}
