//! The rules of a service that the user added.

use std::collections::BTreeMap;

use engawa_domain::calendar::{BusinessCalendar, Day};
use engawa_domain::rules::{
    Cite, Confidence, ContactRule, DealOutside, DealRule, Entrance, Known, Operating, OwnService, OwnSource,
    PlatformRules, RequestRule, ReviewTime, Shape, Source, SourceId, SourceKind, Support, Text, UnknownPoint,
};

use super::words::OwnWords;

/// The key of the one source such rules rest on.
const SOURCE: &str = "own";

/// The rules that five answers give. What was not asked is not known; what has no source is an inference at best.
pub(crate) fn rules_of(service: &OwnService, like: &PlatformRules, words: &OwnWords) -> PlatformRules {
    let checked = service.source.as_ref().map_or(like.checked, |source| source.looked);
    let shape = service.contact.shape();
    let of_contact = words.contact(shape);
    let at_most = confidence(service);
    let cite = |is_known: bool| cite(checked, if is_known { at_most } else { Confidence::None });
    let asks = matches!(shape, Shape::Approval | Shape::GateAndApproval { .. });
    PlatformRules {
        id: service.platform(),
        name: said(service.name.as_str()),
        checked,
        zone: like.zone.clone(),
        hosts: Vec::new(),
        message_limit: None,
        operating: Operating::Open,
        contact: ContactRule {
            shape,
            text: of_contact.text.clone(),
            text_permitted: of_contact.permitted.clone(),
            cite: cite(shape != Shape::NotKnown),
        },
        exemptions: Vec::new(),
        deal_outside: DealRule {
            permitted: service.deal,
            text: words.deal(service.deal).clone(),
            cite: cite(service.deal != DealOutside::Unknown),
        },
        request: asks.then(|| RequestRule {
            name: words.request.name.clone(),
            who_may_file: Known::Unknown,
            limit: Known::Unknown,
            review: Known::Unknown,
            survives_contract: Known::Unknown,
            survives_end: Known::Unknown,
            places: Vec::new(),
            documented_words: Vec::new(),
            reason_limit: None,
            cite: cite(true),
        }),
        formats: BTreeMap::new(),
        stage_words: BTreeMap::new(),
        closures: BusinessCalendar::clone(&like.closures),
        timers: Vec::new(),
        support: Support {
            name: words.support.name.clone(),
            entrances: vec![Entrance {
                id: "support".to_owned(),
                text: if service.support.trim().is_empty() {
                    words.support.entrance.clone()
                } else {
                    said(&service.support)
                },
                address: None,
                registered_address: Known::Unknown,
                length_limit: None,
                cite: cite(true),
            }],
            write_again_after: ReviewTime { business_days: service.answer_days },
            cite: cite(true),
        },
        fee: None,
        penalties: Vec::new(),
        duties: Vec::new(),
        conflicts: Vec::new(),
        warnings: Vec::new(),
        unknowns: if asks {
            vec![UnknownPoint { id: "place".to_owned(), text: words.request.place_not_known.clone() }]
        } else {
            Vec::new()
        },
        earlier: Vec::new(),
        sources: [(SourceId(SOURCE.to_owned()), source(service.source.as_ref(), &words.source.unwritten))]
            .into(),
    }
}

/// What the user read on a page counts as one named source; what they only remember never says "yes".
fn confidence(service: &OwnService) -> Confidence {
    if service.source.is_some() { Confidence::Medium } else { Confidence::Inferred }
}

fn cite(checked: Day, confidence: Confidence) -> Cite {
    Cite { source: SourceId(SOURCE.to_owned()), checked, confidence, since: None }
}

/// A page as the user names it.
pub(crate) fn page(source: &OwnSource) -> Source {
    Source {
        title: said(source.title.as_str()),
        address: source.address.clone(),
        kind: SourceKind::Own,
        published: None,
    }
}

fn source(named: Option<&OwnSource>, unwritten: &Text) -> Source {
    match named {
        Some(named) => page(named),
        None => Source {
            title: unwritten.clone(),
            address: String::new(),
            kind: SourceKind::Inference,
            published: None,
        },
    }
}

/// The user's own words, which stand in either language as they are.
pub(crate) fn said(words: &str) -> Text {
    Text { ja: words.to_owned(), en: words.to_owned() }
}
