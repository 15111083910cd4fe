//! A sentence with the page it rests on, as JSON.

use engawa_domain::calendar::Day;
use engawa_domain::rules::{Cite, Confidence, Source, Text};
use engawa_domain::standing::RuleShown;
use engawa_words::Words;
use serde::Serialize;

/// A sentence of the rules with its source.
#[derive(Debug, Serialize)]
pub struct CitedJson {
    text: String,
    source: String,
    title: Option<String>,
    /// Where the page is; what is only inferred may have none.
    address: Option<String>,
    checked: Day,
    confidence: Confidence,
}

impl CitedJson {
    /// The sentence in the words of a language.
    pub fn new(text: &Text, cite: &Cite, source: Option<&Source>, words: &Words) -> Self {
        Self {
            text: words.text(text).to_owned(),
            source: cite.source.0.clone(),
            title: source.map(|source| words.text(&source.title).to_owned()),
            address: source.map(|source| source.address.clone()).filter(|address| !address.is_empty()),
            checked: cite.checked,
            confidence: cite.confidence,
        }
    }

    /// A rule as the book shows it.
    pub fn shown(rule: &RuleShown, words: &Words) -> Self {
        Self::new(&rule.text, &rule.cite, rule.source.as_ref(), words)
    }
}
