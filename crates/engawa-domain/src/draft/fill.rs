//! Filling a draft from the record.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::template::{DraftTemplate, Field, WhenMissing};
use crate::rules::Text;
use crate::say::{Lang, SayValue};

/// A value of the record; the caller says it in the language of the draft.
pub type FieldValue = SayValue;

/// A draft with the words of the record in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The subject.
    pub subject: Option<String>,
    /// The text in pieces.
    pub segments: Vec<Segment>,
}

/// A piece of a filled draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Segment {
    /// Words of the template.
    Template {
        /// The words.
        text: String,
    },
    /// Words of the record.
    Record {
        /// Which value.
        field: Field,
        /// The words.
        text: String,
    },
    /// A value that has not been recorded; the text stands in the place to be filled by hand.
    Gap {
        /// Which value.
        field: Field,
        /// What stands there: ＿＿＿.
        text: String,
    },
}

impl Segment {
    /// The words of the piece.
    pub fn text(&self) -> &str {
        match self {
            Self::Template { text } | Self::Record { text, .. } | Self::Gap { text, .. } => text,
        }
    }
}

impl Filled {
    /// The text as it is copied.
    pub fn text(&self) -> String {
        self.segments.iter().map(Segment::text).collect()
    }

    /// The values that are missing, each once.
    pub fn gaps(&self) -> Vec<Field> {
        let mut gaps = Vec::new();
        for segment in &self.segments {
            if let Segment::Gap { field, .. } = segment
                && !gaps.contains(field)
            {
                gaps.push(*field);
            }
        }
        gaps
    }
}

/// What stands where a value is missing. Not a sentence, and the same in every language.
pub const GAP: &str = "＿＿＿";

/// Fills a draft in one language. A line with a missing value is left out, or stays with a gap, as the template says.
pub fn fill(
    template: &DraftTemplate,
    values: &BTreeMap<Field, FieldValue>,
    lang: Lang,
    said: &dyn Fn(&FieldValue) -> String,
) -> Filled {
    let value = |field: Field| values.get(&field).map(said).filter(|text| !text.trim().is_empty());
    let mut segments: Vec<Segment> = Vec::new();
    for line in &template.lines {
        let mut pieces = pieces(&line.text, lang, &value);
        let missing = pieces.iter().any(|piece| matches!(piece, Segment::Gap { .. }));
        if missing && line.missing == WhenMissing::Drop {
            continue;
        }
        pieces.push(Segment::Template { text: "\n".to_owned() });
        segments.append(&mut pieces);
    }
    if let Some(Segment::Template { text }) = segments.last()
        && text == "\n"
    {
        segments.pop();
    }
    let subject = template
        .subject
        .as_ref()
        .map(|subject| pieces(subject, lang, &value).iter().map(Segment::text).collect::<String>());
    Filled { subject, segments: joined(segments) }
}

/// The pieces of a line: `{field}` stands for a value. Anything else in braces is words.
fn pieces(text: &Text, lang: Lang, value: &dyn Fn(Field) -> Option<String>) -> Vec<Segment> {
    let mut pieces = Vec::new();
    let mut rest = text.in_lang(lang);
    while let Some((before, field, after)) = next_field(rest) {
        if !before.is_empty() {
            pieces.push(Segment::Template { text: before.to_owned() });
        }
        pieces.push(match value(field) {
            Some(text) => Segment::Record { field, text },
            None => Segment::Gap { field, text: GAP.to_owned() },
        });
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Segment::Template { text: rest.to_owned() });
    }
    pieces
}

fn next_field(text: &str) -> Option<(&str, Field, &str)> {
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let close = text[open..].find('}').map(|at| open + at)?;
        if let Some(field) = Field::from_key(&text[open + 1..close]) {
            return Some((&text[..open], field, &text[close + 1..]));
        }
        from = open + 1;
    }
    None
}

/// Neighbouring words of the template as one piece.
fn joined(segments: Vec<Segment>) -> Vec<Segment> {
    let mut all: Vec<Segment> = Vec::with_capacity(segments.len());
    for segment in segments {
        match (all.last_mut(), segment) {
            (Some(Segment::Template { text }), Segment::Template { text: more }) => text.push_str(&more),
            (_, segment) => all.push(segment),
        }
    }
    all
}
