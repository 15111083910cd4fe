//! The drafts of a platform: every purpose has one, and what protects the user is asked of it.

use std::collections::BTreeSet;

use engawa_domain::draft::{Addressee, Check, DraftTemplate, Field};
use engawa_domain::rules::{PlatformRules, Text};
use engawa_domain::standing::DraftPurpose;
use engawa_domain::text::contact_data;

use crate::error::{Found, PackError, Refused};
use crate::read::Read;

/// What a platform with a request needs a draft for.
const PURPOSES: [DraftPurpose; 6] = [
    DraftPurpose::InquiryToOffice,
    DraftPurpose::AskClient,
    DraftPurpose::Holding,
    DraftPurpose::RequestReason,
    DraftPurpose::ExchangeContact,
    DraftPurpose::Decline,
];

pub(crate) fn drafts(rules: &Read<'_, PlatformRules>, drafts: &[Read<'_, DraftTemplate>]) -> Vec<PackError> {
    let mut whole = Found::in_file(rules.name);
    if rules.value.request.is_some() {
        for purpose in PURPOSES {
            if !drafts.iter().any(|draft| draft.value.purpose == Some(purpose)) {
                whole.at("drafts", Refused::NoDraftFor(format!("{purpose:?}")));
            }
        }
    }
    let mut errors = whole.errors;
    for draft in drafts {
        let mut found = Found::in_file(draft.name);
        one(&draft.value, &rules.value, &mut found);
        errors.extend(found.errors);
    }
    errors
}

fn one(draft: &DraftTemplate, rules: &PlatformRules, found: &mut Found<'_>) {
    for needed in needed(draft.to) {
        if !draft.checks.contains(needed) {
            found.at("checks", Refused::NoCheck(format!("{needed:?}")));
        }
    }
    let lines = draft.lines.iter().enumerate().map(|(nth, line)| (format!("lines[{nth}].text"), &line.text));
    let subject = draft.subject.iter().map(|subject| ("subject".to_owned(), subject));
    for (path, text) in lines.chain(subject) {
        fields_of(&path, text, found);
        for words in [&text.ja, &text.en] {
            for contact in contact_data(words, &rules.hosts) {
                found.at(&path, Refused::ContactData(contact.words));
            }
        }
    }
}

/// The checks without which a text for this reader could do harm.
fn needed(to: Addressee) -> &'static [Check] {
    match to {
        Addressee::Office => &[Check::SenderIsRegistered, Check::NoGaps],
        Addressee::Client => &[Check::NoGaps, Check::NoContactData, Check::NoOtherClient],
        Addressee::Form => &[Check::NoGaps, Check::NoOtherClient],
    }
}

fn fields_of(path: &str, text: &Text, found: &mut Found<'_>) {
    let (ja, en) = (names_in(&text.ja), names_in(&text.en));
    for name in ja.union(&en).filter(|name| Field::from_key(name).is_none()) {
        found.at(path, Refused::NoSuchField((*name).to_owned()));
    }
    if ja != en {
        found.at(path, Refused::FieldsDiffer);
    }
}

/// The names in braces.
pub(super) fn names_in(words: &str) -> BTreeSet<&str> {
    words.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}
