//! What the user says of the rules: services of their own, and corrected values.

use std::sync::LazyLock;

use engawa_domain::facts::{ContractFacts, Format, Stage, StatusValue};
use engawa_domain::ids::{CorrectionId, OwnServiceId, PlatformId};
use engawa_domain::rules::{
    Confidence, Correction, DealOutside, Known, OWN_PREFIX, OwnContact, OwnService, OwnSource, PlatformRules,
    ReviewTime, Shape, SourceKind,
};
use engawa_domain::standing::{Contact, judge};
use engawa_domain::text::Title;
use proptest::prelude::*;
use uuid::Uuid;

use super::record::{Recorded, empty, seen, when};
use crate::{CorrectionState, Packs, Takes, points, value_at};

/// Read once: looking through whole packs takes longer than correcting them.
static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::embedded().unwrap());

fn packs() -> &'static Packs {
    &PACKS
}

/// A service with these answers; `source` is the page the user names.
pub fn service(number: u128, contact: OwnContact, source: Option<OwnSource>) -> OwnService {
    OwnService {
        id: OwnServiceId(Uuid::from_u128(number)),
        name: Title::new("まちの仕事帳").unwrap(),
        contact,
        deal: DealOutside::Unknown,
        source,
        support: String::new(),
        answer_days: 2,
        note: String::new(),
    }
}

pub fn page() -> OwnSource {
    OwnSource {
        title: Title::new("利用規約 第8条").unwrap(),
        address: "https://sample.example/terms".to_owned(),
        looked: "2026-11-20".parse().unwrap(),
    }
}

/// The packs of the program and a service of the user's own for every answer, with and without a page that says so.
pub fn packs_with_every_own_service() -> Packs {
    let services: Vec<OwnService> = OwnContact::ALL
        .into_iter()
        .flat_map(|contact| [(contact, None), (contact, Some(page()))])
        .zip(1..)
        .map(|((contact, source), number)| service(number, contact, source))
        .collect();
    packs().with_own(&services, &[])
}

fn correction(path: &str, value: &str, shipped: &str) -> Correction {
    Correction {
        id: CorrectionId(Uuid::from_u128(900)),
        platform: crowdworks(),
        path: path.to_owned(),
        value: value.to_owned(),
        shipped: shipped.to_owned(),
        source: page(),
        note: String::new(),
    }
}

fn crowdworks() -> PlatformId {
    PlatformId("crowdworks".to_owned())
}

fn corrected(correction: Correction) -> (PlatformRules, CorrectionState) {
    let packs = packs().with_own(&[], &[correction]);
    (packs.rules(&crowdworks()).clone(), packs.corrected()[0].state.clone())
}

#[test]
fn the_five_answers_make_rules_with_the_page_of_the_user_as_their_source() {
    let own = service(1, OwnContact::AfterContract, Some(page()));
    let packs = packs().with_own(std::slice::from_ref(&own), &[]);
    let rules = packs.rules(&own.platform());
    assert_eq!(rules.name.ja, "まちの仕事帳");
    assert_eq!(rules.contact.shape, Shape::Gate { gate: Stage::Contracted });
    let source = &rules.sources[&rules.contact.cite.source];
    assert_eq!((source.title.ja.as_str(), source.kind), ("利用規約 第8条", SourceKind::Own));
    assert_eq!(rules.contact.cite.confidence, Confidence::Medium);
    assert_eq!(rules.contact.cite.checked, "2026-11-20".parse().unwrap());

    let mut facts = empty();
    assert_eq!(judge(&facts, rules, when("11-24")).contact(), Contact::No);
    facts.reached(Stage::Contracted, when("11-18"));
    assert_eq!(judge(&facts, rules, when("11-24")).contact(), Contact::Yes);
}

#[test]
fn without_a_page_no_service_of_the_user_is_ever_a_yes_by_itself() {
    for contact in OwnContact::ALL {
        let own = service(1, contact, None);
        let packs = packs().with_own(std::slice::from_ref(&own), &[]);
        for stage in Stage::ALL {
            let mut facts = empty();
            facts.contract.format = Format::Fixed;
            facts.reached(stage, when("11-18"));
            let answer = judge(&facts, packs.rules(&own.platform()), when("11-24")).contact();
            assert_ne!(answer, Contact::Yes, "{contact:?} at {stage:?}");
        }
    }
}

#[test]
fn a_service_of_the_user_has_letters_and_stands_after_the_services_that_the_app_knows() {
    let own = service(1, OwnContact::NotKnown, None);
    let packs = packs().with_own(std::slice::from_ref(&own), &[]);
    assert!(!packs.pack(&own.platform()).drafts.is_empty());
    let order: Vec<&str> = packs.all().map(|pack| pack.rules.id.0.as_str()).collect();
    assert_eq!(&order[order.len() - 2..], [own.platform().0.as_str(), "other"]);
}

#[test]
fn without_anything_from_the_user_the_packs_are_those_of_the_program() {
    let packs = packs();
    assert_eq!(&packs.with_own(&[], &[]), packs);
}

#[test]
fn no_pack_of_the_program_passes_for_the_users_own() {
    for pack in packs().all() {
        assert!(!pack.rules.id.0.starts_with(OWN_PREFIX));
        assert!(pack.rules.sources.values().all(|source| source.kind != SourceKind::Own));
    }
}

#[test]
fn a_corrected_value_holds_with_its_own_source_and_leaves_the_rest_alone() {
    let shipped = packs();
    let says = value_at(shipped.rules(&crowdworks()), "request.review").unwrap();
    let (rules, state) = corrected(correction("request.review", "5", &says));
    assert_eq!(state, CorrectionState::Applied);
    let request = rules.request.as_ref().unwrap();
    assert_eq!(request.review, Known::Known(ReviewTime { business_days: 5 }));
    assert_eq!(rules.sources[&request.cite.source].title.ja, "利用規約 第8条");
    let before = shipped.rules(&crowdworks());
    assert_eq!(rules.contact, before.contact);
    assert_eq!(rules.timers, before.timers);
}

#[test]
fn what_is_known_can_be_corrected_to_not_known_and_back() {
    let shipped = packs();
    let says = value_at(shipped.rules(&crowdworks()), "request.limit").unwrap();
    assert_eq!(says, "1", "one request for a contract, both sides together");
    let (rules, _) = corrected(correction("request.limit", "unknown", &says));
    assert_eq!(rules.request.unwrap().limit, Known::Unknown);
}

#[test]
fn a_rule_corrected_to_another_no_longer_says_the_opposite_in_words() {
    let (rules, state) = corrected(correction("contact.shape.kind", "forbidden", "approval"));
    assert!(matches!(state, CorrectionState::Applied | CorrectionState::Conflict { .. }), "{state:?}");
    assert_eq!(rules.contact.shape, Shape::Forbidden);
    assert_eq!(rules.contact.text.ja, "外での連絡は認められていません。");
}

#[test]
fn while_a_newer_pack_says_otherwise_neither_value_counts_as_known() {
    // When it was made the pack said `forbidden`; now it says something else, and so does the user.
    let (rules, state) = corrected(correction("contact.shape.kind", "free", "forbidden"));
    assert_eq!(state, CorrectionState::Conflict { shipped: "approval".to_owned() });
    assert_eq!(rules.contact.shape, Shape::NotKnown);
    let mut facts = empty();
    facts.reached(Stage::Contracted, when("11-18"));
    assert_eq!(judge(&facts, &rules, when("11-24")).contact(), Contact::Ask);

    let (rules, state) = corrected(correction("request.survives_end", "yes", "no"));
    assert_eq!(state, CorrectionState::Conflict { shipped: "unknown".to_owned() });
    assert_eq!(rules.request.unwrap().survives_end, Known::Unknown);

    let (rules, _) = corrected(correction("request.limit", "3", "2"));
    assert_eq!(rules.request.unwrap().limit, Known::Unknown, "a second request is not offered on it");

    let (rules, _) = corrected(correction("deal_outside.permitted", "permitted", "unknown"));
    assert_eq!(rules.deal_outside.permitted, DealOutside::Unknown);
}

#[test]
fn an_approval_that_the_pack_does_not_carry_over_the_end_is_no_yes_by_a_correction_in_conflict() {
    let mut facts = empty();
    facts.reached(Stage::Contracted, when("11-10"));
    facts.saw_status(StatusValue::Approved, seen("承認"), "11-12");
    facts.reached(Stage::Completed, when("11-20"));
    let contact = |rules: &PlatformRules| judge(&facts, rules, when("11-24")).contact();
    assert_eq!(contact(packs().rules(&crowdworks())), Contact::Ask, "nobody has published it");
    let (rules, _) = corrected(correction("request.survives_end", "yes", "unknown"));
    assert_eq!(contact(&rules), Contact::Yes, "the user read that it does");
    let (rules, _) = corrected(correction("request.survives_end", "yes", "no"));
    assert_eq!(contact(&rules), Contact::Ask, "and a newer pack says otherwise");
}

#[test]
fn a_pack_that_came_to_say_the_same_agrees() {
    let shipped = packs();
    let says = value_at(shipped.rules(&crowdworks()), "request.review").unwrap();
    let (rules, state) = corrected(correction("request.review", &says, "9"));
    assert_eq!(state, CorrectionState::Agrees);
    assert_eq!(&rules, shipped.rules(&crowdworks()), "and its own source is named");
}

#[test]
fn a_value_that_is_gone_or_cannot_stand_there_changes_nothing() {
    let shipped = packs();
    for (path, value) in [
        ("timers.no-such.span", "3"),
        ("contact.cite.confidence", "H"),
        ("sources", "x"),
        ("", ""),
        ("request.review", "いつでも"),
        ("request.review", "-1"),
        ("contact.shape.kind", "always"),
        ("contact.text", " "),
        ("fee.tax_basis_points", "101"),
        ("fee.tax_basis_points", "10.555"),
    ] {
        let (rules, state) = corrected(correction(path, value, "?"));
        assert!(matches!(state, CorrectionState::Gone | CorrectionState::Refused(_)), "{path}: {state:?}");
        assert_eq!(&rules, shipped.rules(&crowdworks()), "{path}");
    }
}

#[test]
fn a_rule_that_needs_a_request_is_refused_where_the_service_has_none() {
    let shipped = packs();
    let without = shipped.all().find(|pack| pack.rules.request.is_none()).unwrap().rules.id.clone();
    let says = value_at(shipped.rules(&without), "contact.shape.kind").unwrap();
    let correction = Correction { platform: without, ..correction("contact.shape.kind", "approval", &says) };
    assert_eq!(shipped.would_refuse(shipped, &correction).unwrap().key, "packs-no-request");
}

#[test]
fn a_rule_corrected_to_a_gate_lets_its_stage_be_chosen_too() {
    let gate = correction("contact.shape.kind", "gate", "approval");
    let stage = Correction {
        id: CorrectionId(Uuid::from_u128(901)),
        ..correction("contact.shape.gate", "escrowed", "")
    };
    let both = packs().with_own(&[], &[stage.clone(), gate]);
    let rules = both.rules(&crowdworks());
    assert_eq!(rules.contact.shape, Shape::Gate { gate: Stage::Escrowed });
    assert!(both.corrected().iter().all(|one| one.state == CorrectionState::Applied));
    let alone = packs().with_own(&[], &[stage]);
    assert_eq!(alone.corrected()[0].state, CorrectionState::Gone, "without the gate there is no stage of it");
}

#[test]
fn a_stage_in_conflict_leaves_its_rule_open_whatever_that_was_corrected_to() {
    let gate = correction("contact.shape.kind", "gate", "approval");
    let stage = Correction {
        id: CorrectionId(Uuid::from_u128(901)),
        ..correction("contact.shape.gate", "consultation", "completed")
    };
    let both = packs().with_own(&[], &[stage, gate]);
    assert_eq!(both.rules(&crowdworks()).contact.shape, Shape::NotKnown);
}

#[test]
fn every_value_that_can_be_corrected_is_read_as_it_is_written() {
    for pack in packs().all() {
        for point in points(&pack.rules) {
            assert_eq!(value_at(&pack.rules, &point.path).as_deref(), Some(point.value.as_str()));
            if let Takes::Choice(words) = point.takes {
                assert!(words.contains(&point.value.as_str()), "{}: {}", point.path, point.value);
            }
            assert!(pack.rules.sources.contains_key(&point.cite.source), "{}", point.path);
        }
    }
}

proptest! {
    #[test]
    fn no_correction_whatever_it_says_brings_rules_that_a_pack_could_not_have(
        nth in 0_usize..200,
        value in prop_oneof!["[0-9]{1,5}", "unknown|yes|no|free|gate|approval|forbidden|permitted", "\\PC{0,20}"],
        shipped in "[0-9]{1,2}|free|no|unknown|approval",
    ) {
        let packs = packs();
        let all = points(packs.rules(&crowdworks()));
        let path = &all[nth % all.len()].path;
        let corrected = packs.with_own(&[], &[correction(path, &value, &shipped)]);
        let rules = corrected.rules(&crowdworks());
        match &corrected.corrected()[0].state {
            CorrectionState::Applied | CorrectionState::Conflict { .. } => {
                prop_assert!(rules != packs.rules(&crowdworks()));
            }
            CorrectionState::Agrees | CorrectionState::Gone | CorrectionState::Refused(_) => {
                prop_assert_eq!(rules, packs.rules(&crowdworks()));
            }
        }
        // Only a correction that nothing contradicts may open what the pack alone does not.
        let is_applied = matches!(corrected.corrected()[0].state, CorrectionState::Applied);
        for facts in records() {
            let contact = |rules: &PlatformRules| judge(&facts, rules, when("11-24")).contact();
            if contact(rules) == Contact::Yes && !is_applied {
                prop_assert_eq!(contact(packs.rules(&crowdworks())), Contact::Yes);
            }
        }
    }
}

/// Records in which an approval, its stage or its end decides.
fn records() -> Vec<ContractFacts> {
    let mut records = vec![empty()];
    for stages in [&[Stage::Contracted][..], &[Stage::Contracted, Stage::Completed], &[Stage::Escrowed]] {
        for approved in [None, Some("11-05"), Some("11-12")] {
            let mut facts = empty();
            for (stage, day) in stages.iter().zip(["11-10", "11-20"]) {
                facts.reached(*stage, when(day));
            }
            if let Some(day) = approved {
                facts.saw_status(StatusValue::Approved, seen("承認"), day);
            }
            records.push(facts);
        }
    }
    records
}
