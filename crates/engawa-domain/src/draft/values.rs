//! The values that a draft can take from the record.

use std::collections::BTreeMap;

use super::fill::FieldValue;
use super::template::Field;
use crate::calendar::When;
use crate::facts::{ContractFacts, LinkSighting, Party, Place, Seen, Stage, StatusValue, Witness};
use crate::rules::{LinkPlace, PlatformRules};
use crate::say::{Say, SayValue};
use crate::standing::{channel_name, format_name, place_name, stage_name};

/// Every value that the record and the rules hold; what is not recorded is not in it.
pub fn field_values(facts: &ContractFacts, rules: &PlatformRules) -> BTreeMap<Field, FieldValue> {
    Field::ALL.into_iter().filter_map(|field| Some((field, value(field, facts, rules)?))).collect()
}

fn value(field: Field, facts: &ContractFacts, rules: &PlatformRules) -> Option<FieldValue> {
    let contract = &facts.contract;
    let words = |text: &str| (!text.trim().is_empty()).then(|| SayValue::Words(text.to_owned()));
    match field {
        Field::UserName => words(facts.account.user_name.as_str()),
        Field::RegisteredEmail => {
            facts.account.registered_email.as_ref().and_then(|address| words(address.as_str()))
        }
        Field::ClientName => words(facts.client.name.as_str()),
        Field::Title => words(contract.title.as_str()),
        Field::Url => contract.url.as_deref().and_then(words),
        Field::Number => contract.number.as_deref().and_then(words),
        Field::Format => Some(format_name(contract.format)),
        Field::Stage => {
            let newest = facts.stages.iter().max_by_key(|event| (event.when, event.stage))?;
            Some(
                Say::new("draft-value-stage")
                    .with("stage", stage_name(newest.stage))
                    .with("day", newest.when)
                    .into(),
            )
        }
        Field::PlacesLooked => list(looked_in_vain(facts, Party::Me)),
        Field::MissingSince => missing_since(facts).map(SayValue::from),
        Field::ClientSees => client_sees(facts),
        Field::StatusShown => status_shown(facts),
        Field::Reason => words(&contract.contact_reason),
        Field::Channels => list(channels(facts)),
        Field::InquirySent => facts.inquiries.iter().map(|inquiry| inquiry.sent).max().map(SayValue::from),
        Field::RequestName => rules.request.as_ref().map(|request| SayValue::from(&request.name)),
        Field::WebPlace => link_place(rules, Place::Web),
        Field::AppPlace => link_place(rules, Place::App),
        Field::ReviewTime => {
            let review = rules.request.as_ref()?.review.known()?;
            Some(Say::new("draft-value-business-days").with("count", review.business_days).into())
        }
        Field::RequestFiled => facts.requests.iter().map(|request| request.when).max().map(SayValue::from),
        Field::Delivered => {
            let delivered = facts.stages.iter().filter(|event| event.stage == Stage::Delivered);
            delivered.map(|event| event.when).max().map(SayValue::from)
        }
        Field::RestrictionWords => {
            let newest = facts.restrictions.iter().max_by_key(|one| (one.when, one.id))?;
            newest.words.as_ref().and_then(|shown| words(shown.as_str()))
        }
    }
}

fn list(values: Vec<SayValue>) -> Option<SayValue> {
    (!values.is_empty()).then_some(SayValue::List(values))
}

/// Where this side looked in vain, and when last.
fn looked_in_vain(facts: &ContractFacts, by: Party) -> Vec<SayValue> {
    [Place::Web, Place::App]
        .into_iter()
        .filter_map(|place| newest(facts, by, Some(place)))
        .filter(|look| look.seen == Seen::Missing)
        .map(|look| {
            Say::new("draft-value-looked").with("place", place_name(look.place)).with("day", look.when).into()
        })
        .collect()
}

fn newest(facts: &ContractFacts, by: Party, place: Option<Place>) -> Option<&LinkSighting> {
    facts
        .sightings
        .iter()
        .filter(|look| look.looker == by && place.is_none_or(|place| look.place == place))
        .max_by_key(|look| (look.when, look.seen == Seen::Visible, look.id))
}

/// The first day on which the user looked in vain, since the link was last seen.
fn missing_since(facts: &ContractFacts) -> Option<When> {
    let mine = || facts.sightings.iter().filter(|look| look.looker == Party::Me);
    let last_seen = mine().filter(|look| look.seen == Seen::Visible).map(|look| look.when).max();
    mine()
        .filter(|look| look.seen == Seen::Missing && last_seen.is_none_or(|seen| look.when > seen))
        .map(|look| look.when)
        .min()
}

fn client_sees(facts: &ContractFacts) -> Option<SayValue> {
    let look = newest(facts, Party::Client, None)?;
    let key = match look.seen {
        Seen::Visible => "draft-value-client-sees",
        Seen::Missing => "draft-value-client-sees-none",
    };
    Some(Say::new(key).with("place", place_name(look.place)).with("day", look.when).into())
}

/// What the user saw last as the status: its words, or that nothing was shown. A status without words proves nothing.
fn status_shown(facts: &ContractFacts) -> Option<SayValue> {
    let newest = facts
        .statuses
        .iter()
        .filter_map(|status| match (&status.witness, status.value) {
            (Witness::Me { words: Some(words), .. }, _) => Some((status, Some(words))),
            (Witness::Me { words: None, .. }, StatusValue::Blank) => Some((status, None)),
            (
                Witness::Me { words: None, .. },
                StatusValue::Pending
                | StatusValue::Approved
                | StatusValue::Denied
                | StatusValue::Revoked
                | StatusValue::Unclear,
            )
            | (Witness::ToldByClient, _) => None,
        })
        .max_by_key(|(status, _)| (status.when, status.id));
    let (status, words) = newest?;
    Some(match words {
        Some(words) => SayValue::Words(words.as_str().to_owned()),
        None => Say::new("draft-value-status-none").with("day", status.when).into(),
    })
}

/// The means the client asked for, each once, in the order asked.
fn channels(facts: &ContractFacts) -> Vec<SayValue> {
    let mut wishes: Vec<_> = facts.wishes.iter().collect();
    wishes.sort_by_key(|wish| (wish.when, wish.id));
    let mut channels = Vec::new();
    for channel in wishes.into_iter().flat_map(|wish| &wish.channels) {
        let name = channel_name(*channel);
        if !channels.contains(&name) {
            channels.push(name);
        }
    }
    channels
}

fn link_place(rules: &PlatformRules, place: Place) -> Option<SayValue> {
    let found: &LinkPlace = rules.request.as_ref()?.places.iter().find(|known| known.place == place)?;
    let say = Say::new("draft-value-link-place")
        .with("screen", &found.screen)
        .with("section", &found.section)
        .with("link", &found.link);
    Some(say.into())
}
