//! What the platform showed about a request.

use engawa_domain::facts::{Shown, StatusSeen, StatusValue, Witness};
use engawa_domain::ids::StatusId;
use engawa_domain::text::Words;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::choice::{Choice, Witnessed};
use crate::row::{OfContract, Row};
use crate::table::{CONTRACT, Column, DAY, Holds, ID, NOTE, TIME, Table};

pub const SQL: &str = "
CREATE TABLE statuses (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  value TEXT NOT NULL,
  witness TEXT NOT NULL,
  words TEXT,
  shown TEXT,
  day TEXT NOT NULL,
  time TEXT,
  note TEXT NOT NULL,
  -- What was seen was seen somewhere; hearsay has neither words nor a place.
  CHECK (CASE witness WHEN 'me' THEN shown IS NOT NULL ELSE words IS NULL AND shown IS NULL END)
) STRICT, WITHOUT ROWID;
CREATE INDEX statuses_contract ON statuses (contract);
";

pub const COLUMNS: &[Column] = &[
    ID,
    CONTRACT,
    Column::choice::<StatusValue>("value"),
    Column::choice::<Witnessed>("witness"),
    Column::optional("words", Holds::Text),
    Column::optional("shown", Holds::Choice(Shown::WORDS)),
    DAY,
    TIME,
    NOTE,
];

impl Row for StatusSeen {
    type Id = StatusId;
    const TABLE: Table = Table::Statuses;

    fn id(&self) -> StatusId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        let (witness, words, shown) = match &self.witness {
            Witness::Me { words, shown } => (Witnessed::Me, words.as_ref(), Some(*shown)),
            Witness::ToldByClient => (Witnessed::ToldByClient, None, None),
        };
        Writer::of(self.id)
            .shown(self.contract)
            .choice(self.value)
            .choice(witness)
            .shown_or_null(words)
            .choice_or_null(shown)
            .when(self.when)
            .shown(&self.note)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            contract: cells.parsed()?,
            value: cells.choice()?,
            witness: read_witness(cells)?,
            when: cells.when()?,
            note: cells.text()?,
        })
    }
}

fn read_witness(cells: &mut Reader<'_>) -> Result<Witness, CellRefused> {
    let witness: Witnessed = cells.choice()?;
    let words: Option<Words> = cells.parsed_or_null()?;
    let shown: Option<Shown> = cells.choice_or_null()?;
    match (witness, words, shown) {
        (Witnessed::Me, words, Some(shown)) => Ok(Witness::Me { words, shown }),
        (Witnessed::ToldByClient, None, None) => Ok(Witness::ToldByClient),
        (Witnessed::Me, _, None) => Err(cells.refuse(&Cell::Null)),
        // Words the user never saw must not come back as words the user saw, nor be dropped in silence.
        (Witnessed::ToldByClient, _, _) => {
            Err(cells.refuse(&Cell::Text(Witnessed::ToldByClient.as_text().to_owned())))
        }
    }
}

impl OfContract for StatusSeen {}
