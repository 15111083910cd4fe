//! The rules of a platform: what they assert hangs together.

use std::collections::BTreeSet;

use engawa_domain::calendar::{Day, zone};
use engawa_domain::rules::{
    Confidence, ContactRule, DealOutside, EarlierRequest, FeeRule, Known, LengthLimit, PlatformRules,
    RequestRule, Shape, SourceKind,
};

use crate::error::{Found, PackError, Place, Refused};
use crate::read::Read;

/// The key under which a pack admits that nobody has published where the request is filed.
const PLACE_NOT_PUBLISHED: &str = "place";

pub(crate) fn rules(read: &Read<'_, PlatformRules>) -> Vec<PackError> {
    let mut found = Found::in_file(read.name);
    let rules = &read.value;
    if !zone::is_known(&rules.zone) {
        found.at("zone", Refused::NoSuchZone(rules.zone.clone()));
    }
    for (nth, host) in rules.hosts.iter().enumerate() {
        let bare = !host.is_empty()
            && host.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-".contains(c));
        if !bare || !host.contains('.') {
            found.at(&format!("hosts[{nth}]"), Refused::NotAHost(host.clone()));
        }
    }
    keys(rules, &mut found);
    sources(rules, &mut found);
    asserted(rules, &mut found);
    permitted(&rules.contact, "contact", &mut found);
    history(rules, &mut found);
    conflicts(rules, &mut found);
    match (&rules.request, rules.contact.shape) {
        (None, Shape::Approval | Shape::GateAndApproval { .. }) => found.at("request", Refused::NoRequest),
        (None, Shape::Gate { .. } | Shape::Forbidden | Shape::Free | Shape::NotKnown) => {}
        (Some(request), _) => {
            request_reachable(request, rules, &mut found);
            if rules.support.entrances.is_empty() {
                found.at("support.entrances", Refused::NoEntrance);
            }
        }
    }
    if let Some(fee) = &rules.fee
        && !tiers_rise(fee)
    {
        found.at("fee.tiers", Refused::TiersInDisorder);
    }
    found.errors
}

fn keys(rules: &PlatformRules, found: &mut Found<'_>) {
    let entrances = rules.support.entrances.iter().map(|entrance| entrance.id.as_str());
    let timers = rules.timers.iter().map(|timer| timer.id.as_str());
    let unknowns = rules.unknowns.iter().map(|unknown| unknown.id.as_str());
    twice("support.entrances", entrances, found);
    twice("timers", timers, found);
    twice("unknowns", unknowns, found);
    twice("exemptions", rules.exemptions.iter().map(|exemption| exemption.id.as_str()), found);
    twice("penalties", rules.penalties.iter().map(|penalty| penalty.id.as_str()), found);
    twice("duties", rules.duties.iter().map(|duty| duty.id.as_str()), found);
    twice("conflicts", rules.conflicts.iter().map(|conflict| conflict.id.as_str()), found);
}

/// Somebody can file it somewhere, or it says that nobody has published who or where.
fn request_reachable(request: &RequestRule, rules: &PlatformRules, found: &mut Found<'_>) {
    if let Known::Known(filers) = &request.who_may_file
        && (filers.worker.is_empty() || filers.seller.is_empty())
    {
        found.at("request.who_may_file", Refused::RequestUnreachable);
    }
    let admitted = rules.unknowns.iter().any(|unknown| unknown.id == PLACE_NOT_PUBLISHED);
    if request.places.is_empty() && !admitted {
        found.at("request.places", Refused::RequestUnreachable);
    }
}

/// A rule that permits contact by itself has to rest on something: what is inferred or heard once cannot open it. And only a
/// stage of the usual way opens anything: a request to end a contract does not.
fn permitted(contact: &ContactRule, path: &str, found: &mut Found<'_>) {
    if let Shape::Gate { gate } | Shape::GateAndApproval { gate } = contact.shape
        && !gate.is_on_the_way()
    {
        found.at(&format!("{path}.shape.gate"), Refused::GateBesideTheWay);
    }
    let permits = match contact.shape {
        Shape::Free | Shape::Gate { .. } => true,
        Shape::Approval | Shape::GateAndApproval { .. } | Shape::Forbidden | Shape::NotKnown => false,
    };
    if permits && contact.cite.confidence == Confidence::None {
        found.at(&format!("{path}.cite"), Refused::GreenOnUnknown);
    }
}

/// A rule that began on a day says what held before, if only that it is not known; no two old rules end on one day.
fn history(rules: &PlatformRules, found: &mut Found<'_>) {
    let mut ends: Vec<Day> = rules.earlier.iter().map(|earlier| earlier.until).collect();
    ends.sort_unstable();
    if ends.windows(2).any(|pair| pair[0] == pair[1]) {
        found.at("earlier", Refused::Overlapping);
    }
    if let Some(since) = rules.contact.cite.since {
        let told = rules.earlier.iter().any(|earlier| earlier.contact.is_some() && earlier.until == since);
        if !told {
            found.at("contact.cite.since", Refused::NothingBefore(since));
        }
    }
    for (nth, earlier) in rules.earlier.iter().enumerate() {
        let path = format!("earlier[{nth}]");
        if earlier.until > rules.checked {
            found.at(&format!("{path}.until"), Refused::CheckedLater);
        }
        if let Some(contact) = &earlier.contact {
            permitted(contact, &format!("{path}.contact"), found);
            let needs = matches!(contact.shape, Shape::Approval | Shape::GateAndApproval { .. });
            let without = matches!(earlier.request, Some(EarlierRequest::Absent))
                || (earlier.request.is_none() && rules.request.is_none());
            if needs && without {
                found.at(&path, Refused::NoRequest);
            }
        }
        if let Some(fee) = &earlier.fee
            && !tiers_rise(fee)
        {
            found.at(&format!("{path}.fee.tiers"), Refused::TiersInDisorder);
        }
    }
}

fn conflicts(rules: &PlatformRules, found: &mut Found<'_>) {
    for (nth, conflict) in rules.conflicts.iter().enumerate() {
        let path = format!("conflicts[{nth}]");
        if conflict.others.is_empty() || conflict.others.contains(&conflict.applied) {
            found.at(&path, Refused::NoConflict);
        }
        for source in std::iter::once(&conflict.applied).chain(&conflict.others) {
            if !rules.sources.contains_key(source) {
                found.at(&path, Refused::NoSuchSource(source.0.clone()));
            }
        }
    }
}

fn twice<'a>(path: &str, keys: impl Iterator<Item = &'a str>, found: &mut Found<'_>) {
    let mut seen = BTreeSet::new();
    for key in keys {
        if !seen.insert(key) {
            found.at(path, Refused::KeyTwice(key.to_owned()));
        }
    }
}

fn sources(rules: &PlatformRules, found: &mut Found<'_>) {
    for (key, source) in &rules.sources {
        // What is only inferred may have no page of its own; what somebody says has one.
        let needs_address = match source.kind {
            SourceKind::Official | SourceKind::UserReport | SourceKind::Secondary => true,
            SourceKind::Inference => !source.address.is_empty(),
            // What the user read may be a contract on paper; the app only shows its address to be copied.
            SourceKind::Own => false,
        };
        if needs_address && !source.address.starts_with("https://") {
            found.add(Place::Path(format!("sources.{}", key.0)), Refused::NoAddress);
        }
    }
}

/// Where nothing is known, nothing may be asserted.
fn asserted(rules: &PlatformRules, found: &mut Found<'_>) {
    let none = |confidence: Confidence| confidence == Confidence::None;
    if none(rules.contact.cite.confidence) && rules.contact.shape != Shape::NotKnown {
        found.at("contact.cite", Refused::AssertedUnknown);
    }
    if none(rules.deal_outside.cite.confidence) && rules.deal_outside.permitted != DealOutside::Unknown {
        found.at("deal_outside.cite", Refused::AssertedUnknown);
    }
    if let Some(request) = &rules.request {
        request_asserted(request, found);
    }
    for (format, rule) in &rules.formats {
        if none(rule.cite.confidence) && rule.request_possible.known().is_some() {
            found.at(&format!("formats.{format:?}").to_lowercase(), Refused::AssertedUnknown);
        }
    }
    for (nth, timer) in rules.timers.iter().enumerate() {
        if none(timer.cite.confidence) {
            found.at(&format!("timers[{nth}].cite"), Refused::AssertedUnknown);
        }
    }
    for (nth, entrance) in rules.support.entrances.iter().enumerate() {
        if none(entrance.cite.confidence) {
            found.at(&format!("support.entrances[{nth}].cite"), Refused::AssertedUnknown);
        }
    }
    for (nth, exemption) in rules.exemptions.iter().enumerate() {
        if none(exemption.cite.confidence) {
            found.at(&format!("exemptions[{nth}].cite"), Refused::AssertedUnknown);
        }
    }
    for (nth, penalty) in rules.penalties.iter().enumerate() {
        if none(penalty.cite.confidence) {
            found.at(&format!("penalties[{nth}].cite"), Refused::AssertedUnknown);
        }
    }
    for (nth, duty) in rules.duties.iter().enumerate() {
        if none(duty.cite.confidence) {
            found.at(&format!("duties[{nth}].cite"), Refused::AssertedUnknown);
        }
    }
    limits_asserted(rules, found);
    if rules.fee.as_ref().is_some_and(|fee| none(fee.cite.confidence)) {
        found.at("fee.cite", Refused::AssertedUnknown);
    }
}

/// A longest text of which nobody knows anything would only frighten.
fn limits_asserted(rules: &PlatformRules, found: &mut Found<'_>) {
    let mut at = |path: &str, limit: Option<&LengthLimit>| {
        if limit.is_some_and(|limit| limit.cite.confidence == Confidence::None) {
            found.at(&format!("{path}.cite"), Refused::AssertedUnknown);
        }
    };
    at("message_limit", rules.message_limit.as_ref());
    let reason = rules.request.as_ref().and_then(|request| request.reason_limit.as_ref());
    at("request.reason_limit", reason);
    for (nth, entrance) in rules.support.entrances.iter().enumerate() {
        at(&format!("support.entrances[{nth}].length_limit"), entrance.length_limit.as_ref());
    }
}

fn request_asserted(request: &RequestRule, found: &mut Found<'_>) {
    let none = |confidence: Confidence| confidence == Confidence::None;
    if none(request.cite.confidence) {
        found.at("request.cite", Refused::AssertedUnknown);
    }
    for (nth, place) in request.places.iter().enumerate() {
        if none(place.cite.confidence) {
            found.at(&format!("request.places[{nth}].cite"), Refused::AssertedUnknown);
        }
    }
    for (nth, word) in request.documented_words.iter().enumerate() {
        if none(word.cite.confidence) {
            found.at(&format!("request.documented_words[{nth}].cite"), Refused::AssertedUnknown);
        }
    }
}

/// The tiers rise to one without end; where none can be given, words say what is known.
fn tiers_rise(fee: &FeeRule) -> bool {
    let Some((last, before)) = fee.tiers.split_last() else {
        return fee.text.is_some();
    };
    let ends: Vec<_> = before.iter().map(|tier| tier.up_to).collect();
    last.up_to.is_none() && ends.iter().all(Option::is_some) && ends.windows(2).all(|pair| pair[0] < pair[1])
}
