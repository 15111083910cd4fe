//! The chain of facts behind an answer: the recorded ones that bear on it, oldest first, then what follows from the
//! rule alone.

use super::judge::format_has_no_request;
use super::link::looked;
use super::names::{channel_name, place_name, shown_name, stage_reached, stage_word, status_name};
use super::reasons::{Reason, ReasonKind, Speaks};
use super::verdict::{AskWhy, Verdict};
use crate::calendar::When;
use crate::facts::{
    ContractFacts, FactRef, FiledBy, Inquiry, InquiryResult, Party, Seen, Stage, StatusSeen, StatusValue,
    Wish, Witness,
};
use crate::rules::{Known, PlatformRules, Shape};
use crate::say::{Say, SayValue};

/// Every reason for the verdict, oldest first; what follows from the rule alone comes last.
pub(super) fn chain(facts: &ContractFacts, rules: &PlatformRules, verdict: &Verdict) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    reasons.extend(stages(facts, rules));
    reasons.extend(facts.wishes.iter().map(wish));
    reasons.extend(sightings(facts));
    reasons.extend(facts.requests.iter().map(|request| {
        let say = Say::new(match request.by {
            FiledBy::Me => "standing-reason-request-me",
            FiledBy::Client => "standing-reason-request-client",
            FiledBy::Unknown => "standing-reason-request-unknown",
        });
        fact(
            request.when,
            FactRef::Request(request.id),
            Speaks::Neither,
            ReasonKind::RequestFiled { by: request.by },
            say,
        )
    }));
    reasons.extend(facts.statuses.iter().map(status));
    reasons.extend(facts.inquiries.iter().flat_map(|inquiry| inquiry_reasons(facts, inquiry)));
    reasons.extend(facts.outside_contacts.iter().map(|contact| {
        let say = Say::new("standing-reason-contact").with("channel", channel_name(contact.channel));
        let kind = ReasonKind::ContactTookPlace { channel: contact.channel };
        fact(contact.when, FactRef::OutsideContact(contact.id), Speaks::Neither, kind, say)
    }));
    reasons.extend(facts.restrictions.iter().map(|restriction| {
        let say = Say::new(match restriction.party {
            Party::Me => "standing-reason-restricted-me",
            Party::Client => "standing-reason-restricted-client",
        });
        let kind = ReasonKind::AccountRestricted { party: restriction.party };
        fact(restriction.when, FactRef::Restriction(restriction.id), Speaks::Against, kind, say)
    }));
    reasons.sort_by_key(|reason| reason.when);
    reasons.extend(from_the_rule(facts, rules, verdict));
    reasons
}

fn fact(when: When, fact: FactRef, speaks: Speaks, kind: ReasonKind, say: Say) -> Reason {
    Reason { when: Some(when), fact: Some(fact), speaks, kind, say }
}

fn rule(speaks: Speaks, kind: ReasonKind, say: Say) -> Reason {
    Reason { when: None, fact: None, speaks, kind, say }
}

/// Stages that bear on contact: the making and the end of the contract, the payment held, and the rule's own gate.
fn stages(facts: &ContractFacts, rules: &PlatformRules) -> Vec<Reason> {
    let gate = match rules.contact.shape {
        Shape::Gate { gate } | Shape::GateAndApproval { gate } => Some(gate),
        Shape::Approval | Shape::Forbidden | Shape::Free | Shape::NotKnown => None,
    };
    let bears = |stage: Stage| {
        Some(stage) == gate || matches!(stage, Stage::Contracted | Stage::Escrowed) || stage.ends_contract()
    };
    facts
        .stages
        .iter()
        .filter(|event| bears(event.stage))
        .map(|event| {
            let speaks = match (Some(event.stage) == gate, event.stage.ends_contract()) {
                (true, _) => Speaks::For,
                (false, true) => Speaks::Against,
                (false, false) => Speaks::Neither,
            };
            let kind = ReasonKind::StageReached { stage: event.stage };
            fact(event.when, FactRef::Stage(event.id), speaks, kind, stage_reached(event.stage))
        })
        .collect()
}

fn wish(wish: &Wish) -> Reason {
    let say = if wish.channels.is_empty() {
        Say::new("standing-reason-wish")
    } else {
        let channels = wish.channels.iter().map(|channel| channel_name(*channel)).collect();
        Say::new("standing-reason-wish-channels").with("channels", SayValue::List(channels))
    };
    fact(
        wish.when,
        FactRef::Wish(wish.id),
        Speaks::Neither,
        ReasonKind::ClientWishes { channels: wish.channels.clone() },
        say,
    )
}

/// What each side last saw, the places with the same result said at once.
fn sightings(facts: &ContractFacts) -> Vec<Reason> {
    looked(facts)
        .into_iter()
        .map(|look| {
            let key = match (look.looker, look.seen) {
                (Party::Me, Seen::Visible) => "standing-reason-link-visible-me",
                (Party::Me, Seen::Missing) => "standing-reason-link-missing-me",
                (Party::Client, Seen::Visible) => "standing-reason-link-visible-client",
                (Party::Client, Seen::Missing) => "standing-reason-link-missing-client",
            };
            let places = look.places.iter().map(|place| place_name(*place)).collect();
            let say = Say::new(key).with("places", SayValue::List(places));
            let kind =
                ReasonKind::LinkLookedFor { looker: look.looker, places: look.places, seen: look.seen };
            fact(look.when, FactRef::Sighting(look.id), Speaks::Neither, kind, say)
        })
        .collect()
}

fn status(status: &StatusSeen) -> Reason {
    let name = status_name(status.value);
    let (kind, say) = match &status.witness {
        Witness::Me { words: Some(words), shown } => (
            ReasonKind::StatusShown { value: status.value, words: Some(words.clone()) },
            Say::new("standing-reason-status")
                .with("words", words.as_str())
                .with("shown", shown_name(*shown)),
        ),
        Witness::Me { words: None, shown } => (
            ReasonKind::StatusShown { value: status.value, words: None },
            Say::new("standing-reason-status-no-words")
                .with("status", name)
                .with("shown", shown_name(*shown)),
        ),
        Witness::ToldByClient => (
            ReasonKind::StatusHeard { value: status.value },
            Say::new("standing-reason-status-heard").with("status", name),
        ),
    };
    let speaks = match status.value {
        StatusValue::Approved => Speaks::For,
        StatusValue::Denied | StatusValue::Revoked => Speaks::Against,
        StatusValue::Blank | StatusValue::Pending | StatusValue::Unclear => Speaks::Neither,
    };
    fact(status.when, FactRef::Status(status.id), speaks, kind, say)
}

fn inquiry_reasons(facts: &ContractFacts, inquiry: &Inquiry) -> Vec<Reason> {
    let sent = Say::new(match &facts.account.registered_email {
        Some(registered) if *registered == inquiry.sender => "standing-reason-inquiry-registered",
        Some(_) => "standing-reason-inquiry-other-sender",
        None => "standing-reason-inquiry",
    });
    let about = FactRef::Inquiry(inquiry.id);
    let sent = fact(inquiry.sent, about, Speaks::Neither, ReasonKind::InquirySent, sent);
    let answered = inquiry.reply.as_ref().map(|reply| {
        let say = Say::new(match reply.result {
            InquiryResult::CanApplyNow => "standing-reason-reply-can-apply-now",
            InquiryResult::AskedForMore => "standing-reason-reply-asked-for-more",
            InquiryResult::Refused => "standing-reason-reply-refused",
            InquiryResult::NoHelp => "standing-reason-reply-no-help",
        });
        fact(reply.when, about, Speaks::Neither, ReasonKind::InquiryAnswered { result: reply.result }, say)
    });
    std::iter::once(sent).chain(answered).collect()
}

/// What the rule alone says about these facts.
fn from_the_rule(facts: &ContractFacts, rules: &PlatformRules, verdict: &Verdict) -> Vec<Reason> {
    let mut reasons = Vec::new();
    match verdict {
        Verdict::NotYet { gate: Some(stage) } => reasons.push(rule(
            Speaks::Against,
            ReasonKind::GateNotReached { stage: *stage },
            Say::new("standing-reason-gate").with("stage", stage_word(*stage, rules)),
        )),
        Verdict::NotYet { gate: None } => {
            reasons.push(rule(
                Speaks::Against,
                ReasonKind::NoApprovalRecorded,
                Say::new("standing-reason-no-approval"),
            ));
            reasons.extend(format(facts, rules));
        }
        Verdict::Ask { why } => reasons.extend(doubt(*why)),
        Verdict::Forbidden => {
            reasons.push(rule(
                Speaks::Against,
                ReasonKind::RuleForbids,
                Say::new("standing-reason-forbidden"),
            ));
        }
        Verdict::Free { opened_by: None } => {
            reasons.push(rule(Speaks::For, ReasonKind::RuleFree, Say::new("standing-reason-free")));
        }
        Verdict::Unknown => {
            reasons.push(rule(Speaks::Against, ReasonKind::RuleUnknown, Say::new("standing-reason-unknown")));
        }
        // Their ground is among the facts.
        Verdict::Pending { .. }
        | Verdict::Overdue { .. }
        | Verdict::Approved { .. }
        | Verdict::Denied { .. }
        | Verdict::Revoked { .. }
        | Verdict::Free { opened_by: Some(_) } => {}
    }
    reasons
}

fn format(facts: &ContractFacts, rules: &PlatformRules) -> Option<Reason> {
    if format_has_no_request(facts, rules) {
        let say = Say::new("standing-reason-format-none");
        return Some(rule(Speaks::Against, ReasonKind::FormatHasNoRequest, say));
    }
    let known =
        rules.formats.get(&facts.contract.format).is_some_and(|rule| rule.request_possible != Known::Unknown);
    (!known).then(|| {
        rule(Speaks::Neither, ReasonKind::FormatNotKnown, Say::new("standing-reason-format-not-known"))
    })
}

fn doubt(why: AskWhy) -> Option<Reason> {
    let (kind, key) = match why {
        AskWhy::BeforeContract => (ReasonKind::ScopeNotKnown, "standing-reason-scope-not-known"),
        AskWhy::AfterEnd => (ReasonKind::EndNotKnown, "standing-reason-end-not-known"),
        AskWhy::FormatHasNone => (ReasonKind::FormatHasNoRequest, "standing-reason-format-none"),
        AskWhy::WeakSource => (ReasonKind::RuleWeak, "standing-reason-weak-source"),
        // The doubtful fact itself stands in the chain.
        AskWhy::ToldByClient
        | AskWhy::NoWords
        | AskWhy::StatusChanged
        | AskWhy::DenialHeard
        | AskWhy::Restricted
        | AskWhy::InFuture => return None,
    };
    Some(rule(Speaks::Against, kind, Say::new(key)))
}
