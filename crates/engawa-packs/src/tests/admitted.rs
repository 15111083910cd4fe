//! What is not known, or known from one weak source, is said to be so by the pack itself.

use engawa_domain::ids::PlatformId;
use engawa_domain::rules::{Confidence, PlatformRules, Text};
use regex::Regex;

use crate::Packs;

/// Every text of the rules that rests on a cite of its own, with how sure it is.
fn cited(rules: &PlatformRules) -> Vec<(String, &Text, Confidence)> {
    let mut all = vec![
        ("contact".to_owned(), &rules.contact.text, rules.contact.cite.confidence),
        ("deal_outside".to_owned(), &rules.deal_outside.text, rules.deal_outside.cite.confidence),
    ];
    all.extend(rules.timers.iter().map(|timer| (timer.id.clone(), &timer.due_text, timer.cite.confidence)));
    all.extend(
        rules.exemptions.iter().map(|exempt| (exempt.id.clone(), &exempt.permits, exempt.cite.confidence)),
    );
    all.extend(
        rules.penalties.iter().map(|penalty| (penalty.id.clone(), &penalty.text, penalty.cite.confidence)),
    );
    all.extend(rules.duties.iter().map(|duty| (duty.id.clone(), &duty.text, duty.cite.confidence)));
    all.extend(
        rules.fee.iter().filter_map(|fee| Some(("fee".to_owned(), fee.text.as_ref()?, fee.cite.confidence))),
    );
    all
}

#[test]
fn what_rests_on_a_weak_source_says_so_in_its_own_words() {
    let hedged = Regex::new(
        r"いわれてい|とされてい|記事|報告|例があり|確かめていません|書かれておらず|(?i)\bsaid\b|report|article|verified|once allowed|inferred",
    )
    .unwrap();
    let mut weak = 0;
    for pack in Packs::embedded().unwrap().all() {
        for (place, text, confidence) in cited(&pack.rules) {
            // Our own advice is inferred as well, but it is advice and states no fact of the service.
            let states =
                confidence == Confidence::Low || (confidence == Confidence::Inferred && place == "contact");
            if states {
                for words in [&text.ja, &text.en] {
                    assert!(
                        hedged.is_match(words),
                        "{}: {place} speaks as if it were sure: {words}",
                        pack.rules.id.0
                    );
                }
                weak += 1;
            }
        }
    }
    assert!(weak > 10, "the weak values were found: {weak}");
}

#[test]
fn where_the_facts_know_no_sanction_no_limit_and_no_entrance_the_pack_has_none() {
    let packs = Packs::embedded().unwrap();
    let rules = |service: &str| packs.rules(&PlatformId(service.to_owned()));
    for service in ["shufti", "mitsumore", "malt", "workana", "sagooo"] {
        assert!(rules(service).penalties.is_empty(), "{service}: what follows from a breach is not verified");
    }
    for service in ["shufti", "craudia", "mitsumore", "freelancer", "workana", "sagooo"] {
        assert!(rules(service).timers.is_empty(), "{service}: no limit is verified");
    }
    for service in ["freelancer", "sagooo"] {
        assert!(rules(service).support.entrances.is_empty(), "{service}: no way to support is verified");
    }
    for service in ["lancers", "craudia"] {
        assert!(rules(service).request.as_ref().unwrap().documented_words.is_empty(), "{service}");
    }
}

#[test]
fn what_section_4_of_the_facts_lists_is_admitted_by_the_pack() {
    let packs = Packs::embedded().unwrap();
    for (service, keys) in [
        ("crowdworks", &["words", "reach", "tools"][..]),
        ("lancers", &["who", "review", "inspection", "penalty-amount"]),
        ("coconala", &["exceptions", "delivery-check", "sales-expiry"]),
        ("shufti", &["inspection", "sanction"]),
        ("craudia", &["stage", "review", "place", "exempt", "inspection", "support"]),
        ("mitsumore", &["fee-table", "penalty", "payment"]),
        ("upwork", &["conversion-fee", "fee-page", "penalty"]),
        ("fiverr", &["necessary", "fee"]),
        ("freelancer", &["review", "support", "exempt"]),
        ("malt", &["bypass"]),
        ("peopleperhour", &["which"]),
        ("workana", &["sanction", "fee-steps"]),
    ] {
        let rules = packs.rules(&PlatformId(service.to_owned()));
        let admitted: Vec<_> = rules.unknowns.iter().map(|unknown| unknown.id.as_str()).collect();
        for key in keys {
            assert!(admitted.contains(key), "{service} does not admit {key}: {admitted:?}");
        }
    }
}
