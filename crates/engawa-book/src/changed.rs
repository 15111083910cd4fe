//! A correction that was begun before the record became another: it would overwrite what somebody recorded or took back since.

use engawa_domain::facts::{Account, Client, ClientKind, Contract, Inquiry, InquiryReply, Witness};
use engawa_domain::rules::{OwnContact, OwnService};
use engawa_domain::say::{Say, SayValue};
use engawa_domain::standing::{channel_name, format_name, status_name};
use thiserror::Error;

use crate::inputs::Fact;
use crate::reads::said;

/// The record is not what the correction was begun with. Nothing was written.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("the record changed since its correction was begun")]
pub struct ChangedMeanwhile {
    /// What is recorded now.
    pub now: Say,
    /// What the correction would make of it.
    pub yours: Say,
}

/// That what is recorded `now` is what the correction was opened with, where it says with what; `yours` is what it comes to. A
/// correction to what is recorded anyway overwrites nothing.
pub(crate) fn look<T: PartialEq>(
    opened: Option<&T>,
    now: &T,
    yours: &T,
    say: impl Fn(&T) -> Say,
) -> Result<(), ChangedMeanwhile> {
    match opened {
        Some(opened) if opened != now && now != yours => {
            Err(ChangedMeanwhile { now: say(now), yours: say(yours) })
        }
        _ => Ok(()),
    }
}

/// A fact without what is corrected by itself: a reply belongs to its inquiry and has a form of its own.
pub(crate) fn own_part(fact: &Fact) -> Fact {
    match fact {
        Fact::Inquiry(inquiry) => Fact::Inquiry(Inquiry { reply: None, ..inquiry.clone() }),
        Fact::Stage(_)
        | Fact::Sighting(_)
        | Fact::Request(_)
        | Fact::Status(_)
        | Fact::Wish(_)
        | Fact::OutsideContact(_)
        | Fact::Restriction(_)
        | Fact::Payment(_) => fact.clone(),
    }
}

/// A fact with all that tells it from another of its kind.
pub(crate) fn fact(fact: &Fact, account: &Account) -> Say {
    let mut more = Vec::new();
    match fact {
        Fact::Stage(event) => more.extend(words(&event.note)),
        Fact::Sighting(sighting) => more.extend(words(&sighting.note)),
        Fact::Request(request) => {
            more.extend(request.channels.iter().map(|channel| channel_name(*channel)));
            more.extend(words(&request.reason));
        }
        Fact::Status(status) => {
            // Where the words on the screen are known they stand in the line, and the meaning given to them does not.
            if matches!(&status.witness, Witness::Me { words: Some(_), .. }) {
                more.push(status_name(status.value));
            }
            more.extend(words(&status.note));
        }
        Fact::Inquiry(inquiry) => {
            more.extend(words(inquiry.sender.as_str()));
            more.extend(words(&inquiry.body));
        }
        Fact::Wish(wish) => more.extend(words(&wish.note)),
        Fact::OutsideContact(contact) => more.extend(words(&contact.note)),
        Fact::Payment(payment) => more.extend(words(&payment.note)),
        Fact::Restriction(restriction) => {
            more.extend(restriction.words.iter().filter_map(|seen| words(seen.as_str())));
        }
    }
    line(said::fact(fact, account), fact.when().into(), more)
}

/// A reply of support.
pub(crate) fn reply(reply: &InquiryReply) -> Say {
    line(said::reply(reply), reply.when.into(), words(&reply.text).into_iter().collect())
}

/// What is said of a kept file.
pub(crate) fn evidence_note(name: &str, note: &str) -> Say {
    let more = words(note).into_iter().collect();
    Say::new("problem-changed-record").with("what", name).with("more", SayValue::List(more))
}

/// What a kept file proves; the contract as a whole where it is no fact in particular.
pub(crate) fn evidence_link(name: &str, proves: Option<Say>) -> Say {
    let proves = proves.unwrap_or_else(|| Say::new("vault-proves-whole"));
    Say::new("problem-changed-record").with("what", name).with("more", proves)
}

/// An account.
pub(crate) fn account(account: &Account) -> Say {
    let address = account.registered_email.iter().filter_map(|address| words(address.as_str()));
    let more = [SayValue::Words(account.platform.to_string())].into_iter().chain(address);
    Say::new("problem-changed-record")
        .with("what", account.user_name.as_str())
        .with("more", SayValue::List(more.chain(words(&account.note)).collect()))
}

/// A service that the user added.
pub(crate) fn service(service: &OwnService) -> Say {
    let mut more = vec![SayValue::Name(own_contact_key(service.contact).to_owned())];
    more.extend(service.source.iter().filter_map(|source| words(source.title.as_str())));
    more.extend(words(&service.support));
    more.extend(words(&service.note));
    Say::new("problem-changed-record").with("what", service.name.as_str()).with("more", SayValue::List(more))
}

/// What the rule of a service that the user added is called.
pub(crate) fn own_contact_key(contact: OwnContact) -> &'static str {
    match contact {
        OwnContact::Approval => "own-contact-approval",
        OwnContact::AfterContract => "own-contact-after-contract",
        OwnContact::AfterEscrow => "own-contact-after-escrow",
        OwnContact::Forbidden => "own-contact-forbidden",
        OwnContact::Free => "own-contact-free",
        OwnContact::NotKnown => "own-contact-not-known",
    }
}

/// A client.
pub(crate) fn client(client: &Client) -> Say {
    let kind = SayValue::Name(
        match client.kind {
            ClientKind::Person => "client-kind-person",
            ClientKind::Company => "client-kind-company",
            ClientKind::Unknown => "client-kind-unknown",
        }
        .to_owned(),
    );
    let more = words(&client.reading).into_iter().chain([kind]);
    Say::new("problem-changed-record")
        .with("what", client.name.as_str())
        .with("more", SayValue::List(more.collect()))
}

/// What was recorded of a contract itself.
pub(crate) fn contract(contract: &Contract) -> Say {
    let mut more = vec![format_name(contract.format)];
    more.extend(contract.amount.map(SayValue::Yen));
    more.extend(contract.delivery_due.map(SayValue::Day));
    more.extend(contract.number.as_deref().and_then(words));
    more.extend(contract.url.as_deref().and_then(words));
    more.extend(words(&contract.contact_reason));
    more.extend(words(&contract.note));
    Say::new("problem-changed-record")
        .with("what", contract.title.as_str())
        .with("more", SayValue::List(more))
}

fn line(what: Say, when: SayValue, more: Vec<SayValue>) -> Say {
    let more = [when].into_iter().chain(more).collect();
    Say::new("problem-changed-record").with("what", what).with("more", SayValue::List(more))
}

fn words(words: &str) -> Option<SayValue> {
    (!words.trim().is_empty()).then(|| SayValue::Words(words.to_owned()))
}
