//! The rules of a platform: what they assert hangs together.

use std::collections::BTreeSet;

use engawa_domain::calendar::zone;
use engawa_domain::rules::{Confidence, DealOutside, FeeRule, PlatformRules, RequestRule, Shape, SourceKind};

use crate::error::{Found, PackError, Place, Refused};
use crate::read::Read;

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
    match (&rules.request, rules.contact.shape) {
        (None, Shape::Approval | Shape::GateAndApproval { .. }) => found.at("request", Refused::NoRequest),
        (None, Shape::Gate { .. } | Shape::Forbidden | Shape::Free | Shape::NotKnown) => {}
        (Some(request), _) => {
            if request.places.is_empty() || request.who_may_file.is_empty() {
                found.at("request", Refused::RequestUnreachable);
            }
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
            SourceKind::Official | SourceKind::UserReport => true,
            SourceKind::Inference => !source.address.is_empty(),
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
    if rules.fee.as_ref().is_some_and(|fee| none(fee.cite.confidence)) {
        found.at("fee.cite", Refused::AssertedUnknown);
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

fn tiers_rise(fee: &FeeRule) -> bool {
    let Some((last, before)) = fee.tiers.split_last() else {
        return false;
    };
    let ends: Vec<_> = before.iter().map(|tier| tier.up_to).collect();
    last.up_to.is_none() && ends.iter().all(Option::is_some) && ends.windows(2).all(|pair| pair[0] < pair[1])
}
