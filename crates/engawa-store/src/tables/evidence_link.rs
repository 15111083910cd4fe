//! What files prove.

use engawa_domain::facts::{EvidenceLink, FactRef};
use engawa_domain::ids::EvidenceLinkId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::choice::{Choice, FactKind};
use crate::row::{OfContract, Row};
use crate::table::{CONTRACT, Column, Holds, ID, Table};

pub const SQL: &str = "
CREATE TABLE evidence_links (
  id TEXT PRIMARY KEY,
  evidence TEXT NOT NULL REFERENCES evidence (id),
  contract TEXT NOT NULL REFERENCES contracts (id),
  fact_kind TEXT,
  fact TEXT,
  CHECK ((fact_kind IS NULL) = (fact IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_links_contract ON evidence_links (contract);
CREATE INDEX evidence_links_evidence ON evidence_links (evidence);
";

pub const COLUMNS: &[Column] = &[
    ID,
    Column::new("evidence", Holds::Reference(Table::Evidence)),
    CONTRACT,
    Column::optional("fact_kind", Holds::Choice(FactKind::WORDS)),
    Column::optional("fact", Holds::AnyId),
];

impl Row for EvidenceLink {
    type Id = EvidenceLinkId;
    const TABLE: Table = Table::EvidenceLinks;

    fn id(&self) -> EvidenceLinkId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        let (kind, id) = self.fact.map(split).unzip();
        Writer::of(self.id)
            .shown(self.evidence)
            .shown(self.contract)
            .choice_or_null(kind)
            .shown_or_null(id)
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            evidence: cells.parsed()?,
            contract: cells.parsed()?,
            fact: read_fact(cells)?,
        })
    }
}

/// The kind of a fact and its identifier, as the columns hold them.
pub fn split(fact: FactRef) -> (FactKind, String) {
    match fact {
        FactRef::Stage(id) => (FactKind::Stage, id.to_string()),
        FactRef::Sighting(id) => (FactKind::Sighting, id.to_string()),
        FactRef::Request(id) => (FactKind::Request, id.to_string()),
        FactRef::Status(id) => (FactKind::Status, id.to_string()),
        FactRef::Inquiry(id) => (FactKind::Inquiry, id.to_string()),
        FactRef::Wish(id) => (FactKind::Wish, id.to_string()),
        FactRef::OutsideContact(id) => (FactKind::OutsideContact, id.to_string()),
        FactRef::Payment(id) => (FactKind::Payment, id.to_string()),
        FactRef::Restriction(id) => (FactKind::Restriction, id.to_string()),
    }
}

fn read_fact(cells: &mut Reader<'_>) -> Result<Option<FactRef>, CellRefused> {
    let Some(kind) = cells.choice_or_null()? else {
        return match cells.text_or_null()? {
            None => Ok(None),
            Some(id) => Err(cells.refuse(&Cell::Text(id))),
        };
    };
    Ok(Some(match kind {
        FactKind::Stage => FactRef::Stage(cells.parsed()?),
        FactKind::Sighting => FactRef::Sighting(cells.parsed()?),
        FactKind::Request => FactRef::Request(cells.parsed()?),
        FactKind::Status => FactRef::Status(cells.parsed()?),
        FactKind::Inquiry => FactRef::Inquiry(cells.parsed()?),
        FactKind::Wish => FactRef::Wish(cells.parsed()?),
        FactKind::OutsideContact => FactRef::OutsideContact(cells.parsed()?),
        FactKind::Payment => FactRef::Payment(cells.parsed()?),
        FactKind::Restriction => FactRef::Restriction(cells.parsed()?),
    }))
}

impl OfContract for EvidenceLink {}
