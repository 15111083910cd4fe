//! What a recorded fact is called, in the same words as among the reasons of an answer.

use engawa_domain::facts::{
    Account, FiledBy, Inquiry, InquiryReply, InquiryResult, Party, Seen, Wish, Witness,
};
use engawa_domain::say::{Say, SayValue};
use engawa_domain::standing::{channel_name, place_name, shown_name, stage_reached, status_name};

use crate::inputs::Fact;

/// A fact in one line.
pub fn fact(fact: &Fact, account: &Account) -> Say {
    match fact {
        Fact::Inquiry(sent) => inquiry(sent, account),
        _ => fact_alone(fact),
    }
}

/// A fact in one line, by itself: nothing is said that rests on another record.
pub fn fact_alone(fact: &Fact) -> Say {
    match fact {
        Fact::Stage(event) => stage_reached(event.stage),
        Fact::Sighting(sighting) => {
            let key = match (sighting.looker, sighting.seen) {
                (Party::Me, Seen::Visible) => "standing-reason-link-visible-me",
                (Party::Me, Seen::Missing) => "standing-reason-link-missing-me",
                (Party::Client, Seen::Visible) => "standing-reason-link-visible-client",
                (Party::Client, Seen::Missing) => "standing-reason-link-missing-client",
            };
            Say::new(key).with("places", place_name(sighting.place))
        }
        Fact::Request(request) => Say::new(match request.by {
            FiledBy::Me => "standing-reason-request-me",
            FiledBy::Client => "standing-reason-request-client",
            FiledBy::Unknown => "standing-reason-request-unknown",
        }),
        Fact::Status(status) => match &status.witness {
            Witness::Me { words: Some(words), shown } => Say::new("standing-reason-status")
                .with("words", words.as_str())
                .with("shown", shown_name(*shown)),
            Witness::Me { words: None, shown } => Say::new("standing-reason-status-no-words")
                .with("status", status_name(status.value))
                .with("shown", shown_name(*shown)),
            Witness::ToldByClient => {
                Say::new("standing-reason-status-heard").with("status", status_name(status.value))
            }
        },
        Fact::Inquiry(_) => Say::new("standing-reason-inquiry"),
        Fact::Wish(wish) => wished(wish),
        Fact::OutsideContact(contact) => {
            Say::new("standing-reason-contact").with("channel", channel_name(contact.channel))
        }
        Fact::Payment(payment) => Say::new("fact-payment").with("amount", payment.amount),
        Fact::Restriction(restriction) => Say::new(match restriction.party {
            Party::Me => "standing-reason-restricted-me",
            Party::Client => "standing-reason-restricted-client",
        }),
    }
}

/// What support answered, in one line.
pub fn reply(reply: &InquiryReply) -> Say {
    Say::new(match reply.result {
        InquiryResult::CanApplyNow => "standing-reason-reply-can-apply-now",
        InquiryResult::AskedForMore => "standing-reason-reply-asked-for-more",
        InquiryResult::Refused => "standing-reason-reply-refused",
        InquiryResult::NoHelp => "standing-reason-reply-no-help",
    })
}

fn inquiry(sent: &Inquiry, account: &Account) -> Say {
    Say::new(match &account.registered_email {
        Some(registered) if *registered == sent.sender => "standing-reason-inquiry-registered",
        Some(_) => "standing-reason-inquiry-other-sender",
        None => "standing-reason-inquiry",
    })
}

fn wished(wish: &Wish) -> Say {
    if wish.channels.is_empty() {
        return Say::new("standing-reason-wish");
    }
    let channels = wish.channels.iter().map(|channel| channel_name(*channel)).collect();
    Say::new("standing-reason-wish-channels").with("channels", SayValue::List(channels))
}

/// Free words as a second line; `None` when there are none.
pub fn note(words: &str) -> Option<Say> {
    (!words.trim().is_empty()).then(|| Say::new("view-words").with("words", words))
}
