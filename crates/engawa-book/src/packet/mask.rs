//! Masking contact data of others: what stands there is told by its kind, so that the sentence can still be read.

use std::collections::BTreeMap;

use engawa_domain::facts::{ContractFacts, DocumentChange, DocumentField};
use engawa_domain::rules::PlatformRules;
use engawa_domain::text::{ContactKind, contact_data};
use engawa_store::{Fact, Holds, Image, Table};
use serde_json::Value;

use super::ContactData;

/// The fields in which somebody writes freely. Identifiers, choices and the user's own addresses are never masked.
const FREE: [&str; 16] = [
    "title",
    "name",
    "reading",
    "note",
    "reason",
    "contact_reason",
    "body",
    "text",
    "reply_text",
    "words",
    "url",
    "number",
    "original_name",
    "support",
    "counterparty",
    "person",
];

/// What masks, and what it has masked so far.
#[derive(Debug)]
pub struct Masker {
    mode: ContactData,
    hosts: Vec<String>,
    /// The user's own addresses, in small letters.
    own: Vec<String>,
    /// Places masked in facts and journal, by kind.
    pub kinds: BTreeMap<&'static str, u32>,
}

impl Masker {
    /// For the record of a contract.
    pub fn new(mode: ContactData, facts: &ContractFacts, rules: &PlatformRules) -> Self {
        let registered = facts.account.registered_email.iter().map(|email| email.as_str().to_lowercase());
        let senders = facts.inquiries.iter().map(|inquiry| inquiry.sender.as_str().to_lowercase());
        let own = registered.chain(senders).collect();
        Self { mode, hosts: rules.hosts.clone(), own, kinds: BTreeMap::new() }
    }

    /// Places masked so far.
    pub fn places(&self) -> u32 {
        self.kinds.values().sum()
    }

    /// The text with what is found in it masked; `None` when nothing is.
    pub fn mask(&mut self, text: &str) -> Option<String> {
        let (masked, kinds) = self.masked(text)?;
        for kind in kinds {
            *self.kinds.entry(word(kind)).or_default() += 1;
        }
        Some(masked)
    }

    fn masked(&self, text: &str) -> Option<(String, Vec<ContactKind>)> {
        match self.mode {
            ContactData::AsRecorded => return None,
            ContactData::Masked => {}
        }
        let mut found = contact_data(text, &self.hosts);
        found.retain(|found| !self.own.contains(&found.words.to_lowercase()));
        if found.is_empty() {
            return None;
        }
        // Places are counted in UTF-16, stand in order and do not overlap.
        let units: Vec<u16> = text.encode_utf16().collect();
        let part = |from: usize, to: usize| String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
        let (mut masked, mut at) = (String::with_capacity(text.len()), 0);
        for place in &found {
            masked.push_str(&part(at, place.range.from as usize));
            masked.extend(["[masked: ", word(place.kind), "]"]);
            at = place.range.to as usize;
        }
        masked.push_str(&part(at, units.len()));
        Some((masked, found.into_iter().map(|found| found.kind).collect()))
    }

    /// A row as it goes into the packet.
    pub fn row(&mut self, row: &Image) -> Image {
        row.with_texts(|column, text| {
            if column.holds == Holds::Text && FREE.contains(&column.name) {
                self.mask(text)
            } else if column.holds == Holds::Json && row.table() == Table::DocumentCorrections {
                self.changes(text)
            } else {
                None
            }
        })
    }

    /// What a line of the log says of words before and after, in the form of its column; `None` when nothing in it is masked.
    fn changes(&mut self, text: &str) -> Option<String> {
        let mut changes: Vec<DocumentChange> = serde_json::from_str(text).ok()?;
        let mut is_masked = false;
        for change in changes.iter_mut().filter(|change| is_words(change.field)) {
            for value in [&mut change.before, &mut change.after].into_iter().flatten() {
                if let Some(masked) = self.mask(value) {
                    (*value, is_masked) = (masked, true);
                }
            }
        }
        is_masked.then(|| serde_json::to_string(&changes).ok()).flatten()
    }

    /// A fact as it goes into the packet.
    pub fn fact(&mut self, fact: &Fact) -> Fact {
        Fact {
            table: fact.table,
            id: fact.id.clone(),
            before: fact.before.as_ref().map(|row| self.row(row)),
            after: fact.after.as_ref().map(|row| self.row(row)),
        }
    }

    /// The record as the timeline tells it. Not counted: it is the same as in the rows.
    pub fn facts(&self, facts: &ContractFacts) -> Result<ContractFacts, serde_json::Error> {
        let mut value = serde_json::to_value(facts)?;
        self.walk(&mut value);
        serde_json::from_value(value)
    }

    /// A name or note of a file, as the timeline tells it.
    pub fn told(&self, text: &str) -> String {
        self.masked(text).map_or_else(|| text.to_owned(), |(masked, _)| masked)
    }

    fn walk(&self, value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for (name, field) in fields {
                    match field {
                        Value::String(text) if FREE.contains(&name.as_str()) => *text = self.told(text),
                        other => self.walk(other),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.walk(item)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

/// Whether somebody writes freely there.
const fn is_words(field: DocumentField) -> bool {
    match field {
        DocumentField::Number
        | DocumentField::Title
        | DocumentField::Counterparty
        | DocumentField::Note
        | DocumentField::Person
        | DocumentField::Contract => true,
        DocumentField::Evidence | DocumentField::Kind | DocumentField::Day | DocumentField::Amount => false,
    }
}

/// The kind by its name in data.
const fn word(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Email => "email",
        ContactKind::Phone => "phone",
        ContactKind::Line => "line",
        ContactKind::Chatwork => "chatwork",
        ContactKind::Discord => "discord",
        ContactKind::Skype => "skype",
        ContactKind::Zoom => "zoom",
        ContactKind::OtherService => "other_service",
        ContactKind::WebPage => "web_page",
    }
}
