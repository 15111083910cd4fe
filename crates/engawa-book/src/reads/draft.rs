//! A draft, filled from the record and checked.

use engawa_domain::draft::{Addressee, CheckItem, Checked, DraftTemplate, check, field_values, fill};
use engawa_domain::facts::ContractFacts;
use engawa_domain::rules::{PlatformRules, Text};
use engawa_domain::standing::Contact;
use engawa_domain::text::Title;
use engawa_words::Words;

use super::contract::draft_brief;
use crate::views::DraftView;

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
}

/// The draft as it would be copied now. `note` says what it is for here.
pub fn draft_view(template: &DraftTemplate, from: DraftFrom<'_>, note: Option<Text>) -> DraftView {
    let values = field_values(from.facts, from.rules);
    let filled = fill(template, &values, from.words.lang(), &|value| from.words.value(value));
    let text = filled.text();
    let checks = draft_checks(template, from, &text);
    let to_office = template.to == Addressee::Office;
    DraftView {
        draft: draft_brief(template),
        note,
        subject: filled.subject,
        segments: filled.segments,
        characters: u32::try_from(text.chars().count()).unwrap_or(u32::MAX),
        text,
        sender: from.facts.account.registered_email.clone().filter(|_| to_office),
        entrances: if to_office { from.rules.support.entrances.clone() } else { Vec::new() },
        checks,
    }
}

/// 点検 of a text, perhaps changed by the user.
pub fn draft_checks(template: &DraftTemplate, from: DraftFrom<'_>, text: &str) -> Vec<CheckItem> {
    let DraftFrom { facts, rules, contact, other_clients, .. } = from;
    check(template, Checked { text, facts, rules, contact, other_clients })
}
