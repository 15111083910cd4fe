//! A draft as JSON.

use engawa_book::views::{DraftBrief, DraftView};
use engawa_domain::draft::{Addressee, Check, Tone};
use engawa_domain::rules::Entrance;
use engawa_domain::standing::DraftPurpose;
use engawa_domain::text::TextRange;
use engawa_words::Words;
use serde::Serialize;

/// A draft by name.
#[derive(Debug, Serialize)]
pub struct DraftNameJson {
    /// Its key.
    draft: String,
    name: String,
    /// Left out for a text that only guides lead to.
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<DraftPurpose>,
    /// Who reads it.
    to: Addressee,
}

/// A draft, filled from the record and checked.
#[derive(Debug, Serialize)]
pub struct DraftJson {
    #[serde(flatten)]
    draft: DraftNameJson,
    /// What it is for here.
    note: Option<String>,
    subject: Option<String>,
    /// The text as it is to be copied.
    text: String,
    characters: u32,
    /// The address it is to be sent from.
    sender: Option<String>,
    /// The ways to send it.
    entrances: Vec<EntranceJson>,
    /// 点検.
    checks: Vec<CheckJson>,
}

#[derive(Debug, Serialize)]
struct EntranceJson {
    id: String,
    text: String,
    address: Option<String>,
}

/// One thing that was looked at.
#[derive(Debug, Serialize)]
struct CheckJson {
    check: Check,
    /// `good`, `look` or `stop`.
    tone: Tone,
    text: String,
    /// The places in the text that it is about.
    places: Vec<TextRange>,
}

impl DraftNameJson {
    /// The name in the words of a language.
    pub fn new(brief: &DraftBrief, words: Words) -> Self {
        Self {
            draft: brief.id.0.clone(),
            name: words.text(&brief.name).to_owned(),
            purpose: brief.purpose,
            to: brief.to,
        }
    }
}

impl DraftJson {
    /// The draft; what was filled in is of the language in which the book was opened.
    pub fn new(view: &DraftView, words: Words) -> Self {
        let entrance = |entrance: &Entrance| EntranceJson {
            id: entrance.id.clone(),
            text: words.text(&entrance.text).to_owned(),
            address: entrance.address.clone(),
        };
        let checks = view.checks.iter().map(|item| CheckJson {
            check: item.check,
            tone: item.tone,
            text: words.say(&item.say),
            places: item.places.clone(),
        });
        Self {
            draft: DraftNameJson::new(&view.draft, words),
            note: view.note.as_ref().map(|note| words.text(note).to_owned()),
            subject: view.subject.clone(),
            text: view.text.clone(),
            characters: view.characters,
            sender: view.sender.as_ref().map(|sender| sender.as_str().to_owned()),
            entrances: view.entrances.iter().map(entrance).collect(),
            checks: checks.collect(),
        }
    }
}
