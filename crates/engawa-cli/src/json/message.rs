//! What was found in a message, as JSON.

use engawa_domain::calendar::Day;
use engawa_domain::message::{Finding, FindingKind};
use engawa_domain::rules::{Cite, Confidence, PlatformRules, Source, Text};
use engawa_domain::standing::RuleShown;
use engawa_words::Words;
use serde::Serialize;

/// A message that was looked through.
#[derive(Debug, Serialize)]
pub struct MessageJson {
    /// In order; empty where nothing was found, which is no promise.
    pub findings: Vec<FindingJson>,
}

/// One passage.
#[derive(Debug, Serialize)]
pub struct FindingJson {
    kind: FindingKind,
    /// In characters (Unicode scalar values) of the message as given.
    start: usize,
    /// Not included.
    end: usize,
    /// Exactly what stands there.
    text: String,
    /// What this kind is called.
    name: String,
    why: String,
    /// The rule of the service, where we know one.
    rule: Option<RuleJson>,
    /// What may be answered.
    answer: String,
    /// The draft to start from, by its key.
    draft: Option<String>,
    /// What to record.
    record: String,
}

/// The rule that a passage is held against.
#[derive(Debug, Serialize)]
pub(super) struct RuleJson {
    text: String,
    source: String,
    title: Option<String>,
    address: Option<String>,
    checked: Day,
    confidence: Confidence,
}

impl FindingJson {
    /// A finding under the rules of a service, in the words of a language.
    pub fn new(finding: &Finding, rules: &PlatformRules, draft: Option<String>, words: Words) -> Self {
        let kind = finding.kind;
        let rule = kind
            .rule(rules)
            .map(|(text, cite)| RuleJson::new(text, cite, rules.sources.get(&cite.source), words));
        Self {
            kind,
            start: finding.place.start,
            end: finding.place.end,
            text: finding.words.clone(),
            name: words.say(&kind.name()),
            why: words.say(&kind.why()),
            rule,
            answer: words.say(&kind.answer()),
            draft,
            record: words.say(&kind.record()),
        }
    }
}

impl RuleJson {
    fn new(text: &Text, cite: &Cite, source: Option<&Source>, words: Words) -> Self {
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
    pub(super) fn shown(rule: &RuleShown, words: Words) -> Self {
        Self::new(&rule.text, &rule.cite, rule.source.as_ref(), words)
    }
}
