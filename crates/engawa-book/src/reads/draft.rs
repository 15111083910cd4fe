//! A draft, filled from the record and checked.

use engawa_domain::calendar::Day;
use engawa_domain::draft::{
    Addressee, Checked, DraftCheck, DraftTemplate, Fault, Length, Passage, check, field_values, fill,
    why_outgoing,
};
use engawa_domain::facts::ContractFacts;
use engawa_domain::rules::{Counting, PlatformRules, Text};
use engawa_domain::say::Say;
use engawa_domain::standing::{Contact, rule_shown};
use engawa_domain::text::Title;
use engawa_words::Words;

use super::contract::draft_brief;
use crate::views::{DraftCheckView, DraftView, LengthView, LimitView, PassageView, SourceShown};

/// What a draft is filled from and checked against.
#[derive(Debug, Clone, Copy)]
pub struct DraftFrom<'a> {
    /// The record.
    pub facts: &'a ContractFacts,
    /// The platform's rules.
    pub rules: &'a PlatformRules,
    /// Whether contact is permitted now.
    pub contact: Contact,
    /// The names of the other clients in the book.
    pub other_clients: &'a [Title],
    /// The words of the draft's language, on today.
    pub words: Words,
    /// Today: what was looked up long ago is marked as such.
    pub today: Day,
}

/// The draft as it would be copied now. `note` says what it is for here.
pub fn draft_view(template: &DraftTemplate, from: DraftFrom<'_>, note: Option<Text>) -> DraftView {
    let values = field_values(from.facts, from.rules);
    let filled = fill(template, &values, from.words.lang(), &|value| from.words.value(value));
    let text = filled.text();
    let looked = draft_checks(template, from, &text);
    let to_office = template.to == Addressee::Office;
    DraftView {
        draft: draft_brief(template),
        note,
        subject: filled.subject,
        segments: filled.segments,
        text,
        sender: from.facts.account.registered_email.clone().filter(|_| to_office),
        entrances: if to_office { from.rules.support.entrances.clone() } else { Vec::new() },
        check: draft_check_view(looked, from.rules, from.today),
    }
}

/// 点検 of a text, perhaps changed by the user.
pub fn draft_checks(template: &DraftTemplate, from: DraftFrom<'_>, text: &str) -> DraftCheck {
    let DraftFrom { facts, rules, contact, other_clients, .. } = from;
    check(template, Checked { text, facts, rules, contact, other_clients })
}

/// 点検 as it is shown.
pub fn draft_check_view(looked: DraftCheck, rules: &PlatformRules, today: Day) -> DraftCheckView {
    let passage = |passage: Passage| {
        let kind = passage.finding.kind;
        PassageView {
            kind,
            weight: passage.weight,
            name: kind.name(),
            words: passage.finding.words,
            place: passage.range,
            why: why_outgoing(kind),
            rule: kind.rule(rules).map(|(text, cite)| rule_shown(rules, text, cite, today)),
        }
    };
    DraftCheckView {
        faults: looked.faults().into_iter().map(Fault::name).collect(),
        items: looked.items,
        passages: looked.passages.into_iter().map(passage).collect(),
        length: length_view(looked.length, rules),
    }
}

fn length_view(length: Length, rules: &PlatformRules) -> LengthView {
    let limit = length.limit.map(|limit| LimitView {
        characters: limit.characters.get(),
        counted: Say::new(match limit.counted {
            Counting::NotStated => "draft-counted-not-stated",
            Counting::WithLineBreaks => "draft-counted-with-line-breaks",
            Counting::WithoutLineBreaks => "draft-counted-without-line-breaks",
        }),
        source: rules.sources.get(&limit.cite.source).map(|source| SourceShown {
            id: limit.cite.source.clone(),
            source: source.clone(),
            checked: limit.cite.checked,
        }),
    });
    LengthView { characters: length.characters, limit }
}
