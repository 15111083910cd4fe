//! A draft as JSON.

use engawa_book::views::{DraftBrief, DraftView, LengthView, PassageView};
use engawa_domain::draft::{Addressee, Check, Tone, Weight};
use engawa_domain::message::FindingKind;
use engawa_domain::rules::Entrance;
use engawa_domain::standing::DraftPurpose;
use engawa_domain::text::TextRange;
use engawa_words::Words;
use serde::Serialize;

use super::SourceJson;
use super::cited::CitedJson;

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
    /// The passages whose words call for a look, in the form of `message check`.
    findings: Vec<PassageJson>,
    /// The longest text that the service takes, where that is known.
    limit: Option<LimitJson>,
    /// Whether nothing stands in the way of copying it: no check says `stop`, no finding `fails`, and it is not too long.
    passes: bool,
    /// What does, by name.
    faults: Vec<String>,
}

/// One passage.
#[derive(Debug, Serialize)]
struct PassageJson {
    kind: FindingKind,
    /// `fails` or `hint`.
    weight: Weight,
    /// In characters (Unicode scalar values) of the text.
    start: usize,
    /// Not included.
    end: usize,
    /// Exactly what stands there.
    text: String,
    /// What this kind is called.
    name: String,
    why: String,
    /// The rule of the service, where we know one.
    rule: Option<CitedJson>,
}

#[derive(Debug, Serialize)]
struct LimitJson {
    /// The most characters.
    characters: u32,
    /// How they are counted.
    counted: String,
    source: Option<SourceJson>,
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
        let looked = &view.check;
        let checks = looked.items.iter().map(|item| CheckJson {
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
            characters: looked.length.characters,
            sender: view.sender.as_ref().map(|sender| sender.as_str().to_owned()),
            entrances: view.entrances.iter().map(entrance).collect(),
            checks: checks.collect(),
            findings: looked.passages.iter().map(|one| PassageJson::new(one, &view.text, words)).collect(),
            limit: limit(&looked.length, words),
            passes: looked.faults.is_empty(),
            faults: looked.faults.iter().map(|fault| words.say(fault)).collect(),
        }
    }
}

impl PassageJson {
    fn new(passage: &PassageView, text: &str, words: Words) -> Self {
        Self {
            kind: passage.kind,
            weight: passage.weight,
            start: characters(text, passage.place.from),
            end: characters(text, passage.place.to),
            text: passage.words.clone(),
            name: words.say(&passage.name),
            why: words.say(&passage.why),
            rule: passage.rule.as_ref().map(|rule| CitedJson::shown(rule, &words)),
        }
    }
}

/// The characters before a place that is counted in UTF-16 code units, as the window counts.
fn characters(text: &str, units: u32) -> usize {
    let mut left = usize::try_from(units).unwrap_or(usize::MAX);
    text.chars()
        .take_while(|letter| {
            let fits = left > 0;
            left = left.saturating_sub(letter.len_utf16());
            fits
        })
        .count()
}

fn limit(length: &LengthView, words: Words) -> Option<LimitJson> {
    length.limit.as_ref().map(|limit| LimitJson {
        characters: limit.characters,
        counted: words.say(&limit.counted),
        source: limit.source.as_ref().map(|source| SourceJson::new(source, words)),
    })
}
