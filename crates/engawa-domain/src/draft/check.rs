//! 点検: what is looked at before a text leaves the app.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::fault::Fault;
use super::fill::GAP;
use super::length::Length;
use super::lint::{Passage, Weight, passages};
use super::template::{Addressee, Check, DraftTemplate};
use crate::facts::ContractFacts;
use crate::rules::PlatformRules;
use crate::say::{Say, SayValue};
use crate::standing::Contact;
use crate::text::{ContactFound, ContactKind, SearchKey, TextRange, Title, contact_data, highlight};

/// 点検 of a text, whole.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftCheck {
    /// What was looked at, each with how it came out.
    pub items: Vec<CheckItem>,
    /// The passages whose words call for a look, in order.
    pub passages: Vec<Passage>,
    /// How long it is, and may be.
    pub length: Length,
}

impl DraftCheck {
    /// Everything that makes the text fail, each once, in the order of [`Fault`]; empty for a text that passes.
    pub fn faults(&self) -> Vec<Fault> {
        let stops =
            self.items.iter().filter(|item| item.tone == Tone::Stop).map(|item| Fault::Check(item.check));
        let failing = self.passages.iter().filter(|passage| passage.weight == Weight::Fails);
        let mut faults: Vec<Fault> = stops
            .chain(failing.map(|passage| Fault::Passage(passage.finding.kind)))
            .chain((!self.length.fits()).then_some(Fault::TooLong))
            .collect();
        faults.sort_unstable();
        faults.dedup();
        faults
    }

    /// Whether nothing stands in the way of sending it. A promise it is not.
    pub fn passes(&self) -> bool {
        self.faults().is_empty()
    }
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CheckItem {
    /// What was looked at.
    pub check: Check,
    /// How it came out.
    pub tone: Tone,
    /// The sentence.
    pub say: Say,
    /// The places in the text that it is about.
    pub places: Vec<TextRange>,
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// As it should be.
    Good,
    /// For the user to see to, by hand or by eye.
    Look,
    /// Do not send it like this.
    Stop,
}

/// What the checks look at beside the template.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// The text as it would be copied, perhaps changed by the user.
    pub text: &'a str,
    /// The record.
    pub facts: &'a ContractFacts,
    /// The platform's rules.
    pub rules: &'a PlatformRules,
    /// Whether contact outside is permitted now.
    pub contact: Contact,
    /// The names of the other clients in the book.
    pub other_clients: &'a [Title],
}

/// Looks through a text before it is copied: everything the template asks for, and, in a message to the client, contact
/// data whether the template asks or not; then what its words say, and how long it is.
pub fn check(template: &DraftTemplate, checked: Checked<'_>) -> DraftCheck {
    let mut checks = template.checks.clone();
    if template.to == Addressee::Client && !checks.contains(&Check::NoContactData) {
        checks.push(Check::NoContactData);
    }
    DraftCheck {
        items: checks.into_iter().map(|check| look(check, template, checked)).collect(),
        passages: passages(template.to, checked),
        length: Length::of(checked.text, template.to, checked.rules),
    }
}

fn look(check: Check, template: &DraftTemplate, checked: Checked<'_>) -> CheckItem {
    let item = |tone, say, places| CheckItem { check, tone, say, places };
    match check {
        Check::SenderIsRegistered => match &checked.facts.account.registered_email {
            // Who sends it is known only when it is sent; so this one is always for the user to see to.
            Some(address) => {
                let say = Say::new("draft-check-sender").with("address", address.as_str());
                item(Tone::Look, say, Vec::new())
            }
            None => item(Tone::Stop, Say::new("draft-check-sender-unknown"), Vec::new()),
        },
        Check::HasUrl => match &checked.facts.contract.url {
            Some(url) if checked.text.contains(url.as_str()) => {
                item(Tone::Good, Say::new("draft-check-url"), Vec::new())
            }
            Some(_) => item(Tone::Look, Say::new("draft-check-url-not-in-text"), Vec::new()),
            None => item(Tone::Stop, Say::new("draft-check-url-missing"), Vec::new()),
        },
        Check::NoGaps => {
            let gaps = places_of(checked.text, GAP);
            match gaps.len() {
                0 => item(Tone::Good, Say::new("draft-check-no-gaps"), gaps),
                count => {
                    let count = u32::try_from(count).unwrap_or(u32::MAX);
                    item(Tone::Stop, Say::new("draft-check-gaps").with("count", count), gaps)
                }
            }
        }
        Check::NoContactData => contact(check, template, checked),
        Check::NoOtherClient => other_clients(check, checked),
        Check::Attachments => item(Tone::Look, Say::new("draft-check-attachments"), Vec::new()),
    }
}

/// Contact data before a permission: never in a message to the client, and hardly ever anywhere else.
fn contact(check: Check, template: &DraftTemplate, checked: Checked<'_>) -> CheckItem {
    let found: Vec<ContactFound> = contact_data(checked.text, &checked.rules.hosts)
        .into_iter()
        // The registered address belongs into a message to the office: it is how they find the account.
        .filter(|found| !(template.to == Addressee::Office && is_registered(found, checked.facts)))
        .collect();
    let places = found.iter().map(|found| found.range).collect();
    let kinds = || {
        let mut kinds: Vec<SayValue> = Vec::new();
        for found in &found {
            let name = kind_name(found.kind);
            if !kinds.contains(&name) {
                kinds.push(name);
            }
        }
        SayValue::List(kinds)
    };
    let (tone, say) = match (found.is_empty(), checked.contact) {
        (true, _) => (Tone::Good, Say::new("draft-check-no-contact-data")),
        (false, Contact::Yes) => {
            (Tone::Look, Say::new("draft-check-contact-data-permitted").with("kinds", kinds()))
        }
        (false, Contact::No | Contact::Ask) => {
            (Tone::Stop, Say::new("draft-check-contact-data").with("kinds", kinds()))
        }
    };
    CheckItem { check, tone, say, places }
}

fn is_registered(found: &ContactFound, facts: &ContractFacts) -> bool {
    let registered = facts.account.registered_email.as_ref().map(crate::text::EmailAddress::as_str);
    found.kind == ContactKind::Email
        && registered.is_some_and(|address| address.eq_ignore_ascii_case(found.words.trim()))
}

/// The name of a kind of contact data.
fn kind_name(kind: ContactKind) -> SayValue {
    SayValue::Name(
        match kind {
            ContactKind::Email => "contact-kind-email",
            ContactKind::Phone => "contact-kind-phone",
            ContactKind::Line => "contact-kind-line",
            ContactKind::Chatwork => "contact-kind-chatwork",
            ContactKind::Discord => "contact-kind-discord",
            ContactKind::Skype => "contact-kind-skype",
            ContactKind::Zoom => "contact-kind-zoom",
            ContactKind::OtherService => "contact-kind-other-service",
            ContactKind::WebPage => "contact-kind-web-page",
        }
        .to_owned(),
    )
}

/// Names of other clients: a text copied from one client's thread into another's gives away whom one works for.
fn other_clients(check: Check, checked: Checked<'_>) -> CheckItem {
    let own = SearchKey::of(checked.facts.client.name.as_str());
    let text = SearchKey::of(checked.text);
    let mut names: Vec<SayValue> = Vec::new();
    let mut places = Vec::new();
    for other in checked.other_clients {
        let key = SearchKey::of(other.as_str());
        // One letter is in every text, and a name within the own client's name is no other client.
        if key.as_str().chars().count() < 2 || own.as_str().contains(key.as_str()) {
            continue;
        }
        if text.as_str().contains(key.as_str()) {
            names.push(SayValue::Words(other.as_str().to_owned()));
            places.extend(highlight(checked.text, &key));
        }
    }
    let (tone, say) = if names.is_empty() {
        (Tone::Good, Say::new("draft-check-no-other-client"))
    } else {
        (Tone::Stop, Say::new("draft-check-other-client").with("names", SayValue::List(names)))
    };
    CheckItem { check, tone, say, places }
}

/// Where these words stand in a text.
fn places_of(text: &str, words: &str) -> Vec<TextRange> {
    text.match_indices(words)
        .map(|(at, found)| {
            let from = utf16_len(&text[..at]);
            TextRange { from, to: from + utf16_len(found) }
        })
        .collect()
}

fn utf16_len(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
