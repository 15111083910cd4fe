//! What records are called, also those that are not there any more.

use std::collections::HashMap;

use engawa_domain::draft::DraftId;
use engawa_domain::facts::{Account, Client, Contract, Evidence, EvidenceLink};
use engawa_domain::guide::GuideId;
use engawa_domain::ids::PlatformId;
use engawa_domain::rules::{OwnService, Text};
use engawa_domain::say::Say;
use engawa_store::{Cell, Image, Table};

use super::{columns, values};
use crate::book::Book;
use crate::error::BookError;
use crate::inputs::Fact;
use crate::reads::said;

/// Finds names, each once.
pub struct Names<'b> {
    book: &'b Book,
    known: HashMap<(Table, String), Say>,
    /// Rows that the change in hand removed: their names stand in it, and nothing needs to be looked for.
    at_hand: HashMap<(Table, String), Image>,
}

impl<'b> Names<'b> {
    pub fn new(book: &'b Book) -> Self {
        Self { book, known: HashMap::new(), at_hand: HashMap::new() }
    }

    /// What a change says of its rows.
    pub fn hold<'f>(&mut self, facts: impl Iterator<Item = &'f engawa_store::Fact>) {
        for fact in facts {
            if let Some(image) = fact.after.as_ref().or(fact.before.as_ref()) {
                self.at_hand.insert((fact.table, fact.id.clone()), image.clone());
            }
        }
    }

    /// What the record of this identifier is called.
    pub fn of(&mut self, table: Table, id: &str) -> Result<Say, BookError> {
        let key = (table, id.to_owned());
        if let Some(known) = self.known.get(&key) {
            return Ok(known.clone());
        }
        let rows = self.book.rows();
        let image = match rows.image(table, id)? {
            Some(image) => Some(image),
            None => match self.at_hand.get(&key) {
                Some(image) => Some(image.clone()),
                None => rows.last_image(table, id)?,
            },
        };
        let name = match image {
            Some(image) => self.of_image(&image)?,
            None => Say::new(columns::kind(table)),
        };
        self.known.insert(key, name.clone());
        Ok(name)
    }

    /// What a record is called that was this.
    pub fn of_image(&mut self, image: &Image) -> Result<Say, BookError> {
        let words = |words: &str| values::plain(words.into());
        Ok(match image.table() {
            Table::Accounts => words(image.read::<Account>()?.user_name.as_str()),
            Table::Clients => words(image.read::<Client>()?.name.as_str()),
            Table::Contracts => words(image.read::<Contract>()?.title.as_str()),
            Table::Evidence => words(&image.read::<Evidence>()?.original_name),
            Table::EvidenceLinks => {
                let link: EvidenceLink = image.read()?;
                self.of(Table::Evidence, &link.evidence.to_string())?
            }
            Table::Services => words(image.read::<OwnService>()?.name.as_str()),
            Table::Runs => self.guide(image),
            Table::Copies => self.draft(&text(image, "draft")),
            Table::Corrections => {
                let platform = self.platform(&PlatformId(text(image, "platform")));
                Say::new("history-correction-name")
                    .with("platform", &platform)
                    .with("path", text(image, "path").as_str())
            }
            Table::Documents | Table::DocumentCorrections => words(&text(image, "title")),
            Table::Stages => fact(&Fact::Stage(image.read()?)),
            Table::Sightings => fact(&Fact::Sighting(image.read()?)),
            Table::Requests => fact(&Fact::Request(image.read()?)),
            Table::Statuses => fact(&Fact::Status(image.read()?)),
            Table::Inquiries => fact(&Fact::Inquiry(image.read()?)),
            Table::Wishes => fact(&Fact::Wish(image.read()?)),
            Table::OutsideContacts => fact(&Fact::OutsideContact(image.read()?)),
            Table::Restrictions => fact(&Fact::Restriction(image.read()?)),
            Table::Payments => fact(&Fact::Payment(image.read()?)),
        })
    }

    /// What a service is called.
    pub fn platform(&self, id: &PlatformId) -> Text {
        self.book.packs.rules(id).name.clone()
    }

    /// The user's zone.
    pub fn zone(&self) -> &'b str {
        &self.book.zone
    }

    /// What the guide of a run is called.
    pub fn guide(&self, image: &Image) -> Say {
        let name = text(image, "guide");
        let pack = self.book.packs.pack(&PlatformId(text(image, "platform")));
        titled(pack.guide(&GuideId(name.clone())).map(|guide| &guide.title), &name)
    }

    /// What a draft is called; drafts of one name are one draft in the words of several services.
    pub fn draft(&self, name: &str) -> Say {
        let id = DraftId(name.to_owned());
        let found = self.book.packs.all().find_map(|pack| pack.draft(&id));
        titled(found.map(|draft| &draft.name), name)
    }

    /// Where an inquiry was sent from, in the words of the service.
    pub fn entrance(&self, image: &Image, name: &str) -> Result<Say, BookError> {
        let rows = self.book.rows();
        let contract = image.contract().and_then(|id| id.parse().ok());
        let contract = contract.map(|id| rows.get::<Contract>(id)).transpose()?.flatten();
        let account = contract.map(|contract| rows.get::<Account>(contract.account)).transpose()?.flatten();
        let rules = account.map(|account| self.book.packs.rules(&account.platform));
        let found =
            rules.and_then(|rules| rules.support.entrances.iter().find(|entrance| entrance.id == name));
        Ok(titled(found.map(|entrance| &entrance.text), name))
    }
}

/// The title, or the name where no pack has one.
fn titled(title: Option<&Text>, name: &str) -> Say {
    values::plain(title.map_or_else(|| name.into(), Into::into))
}

/// A fact with its day.
fn fact(fact: &Fact) -> Say {
    Say::new("history-fact").with("what", said::fact_alone(fact)).with("day", fact.when())
}

fn text(image: &Image, column: &str) -> String {
    match image.cell(column) {
        Some(Cell::Text(text)) => text.clone(),
        Some(Cell::Null | Cell::Integer(_)) | None => String::new(),
    }
}
