//! What was found in a message, as JSON.

use engawa_domain::message::{Finding, FindingKind};
use engawa_domain::rules::PlatformRules;
use engawa_words::Words;
use serde::Serialize;

use super::cited::CitedJson;

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
    rule: Option<CitedJson>,
    /// What may be answered.
    answer: String,
    /// The draft to start from, by its key.
    draft: Option<String>,
    /// What to record.
    record: String,
}

impl FindingJson {
    /// A finding under the rules of a service, in the words of a language.
    pub fn new(finding: &Finding, rules: &PlatformRules, draft: Option<String>, words: Words) -> Self {
        let kind = finding.kind;
        let rule = kind
            .rule(rules)
            .map(|(text, cite)| CitedJson::new(text, cite, rules.sources.get(&cite.source), &words));
        Self {
            kind,
            start: finding.place.start,
            end: finding.place.end,
            text: finding.words.clone(),
            name: words.say(&finding.name()),
            why: words.say(&finding.why()),
            rule,
            answer: words.say(&finding.answer()),
            draft,
            record: words.say(&finding.record()),
        }
    }
}
