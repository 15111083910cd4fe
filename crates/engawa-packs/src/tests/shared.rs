//! The guides that are written for every service: each pack has them, and they say of a service only what its rules say.

use std::sync::Arc;

use engawa_domain::calendar::When;
use engawa_domain::facts::{ContractFacts, Stage};
use engawa_domain::guide::{
    AnswerFrom, At, Guide, GuideId, KnownAs, NodeId, OptionId, Record, RecordFact, Trail, filled,
    longest_from, walk,
};
use engawa_domain::ids::PlatformId;
use engawa_domain::rules::ShapeName;
use engawa_domain::standing::{StateName, judge};

use super::record::{Recorded, empty, when};
use super::story::answers;
use crate::prove::{self, DefectKind};
use crate::{OTHER, Pack, PackFile, Packs, WrittenFor};

fn pack<'a>(packs: &'a Packs, service: &str) -> &'a Pack {
    packs.pack(&PlatformId(service.to_owned()))
}

fn guide<'a>(pack: &'a Pack, id: &str) -> &'a Guide {
    pack.guide(&GuideId(id.to_owned())).unwrap_or_else(|| panic!("{}: no guide {id}", pack.rules.id))
}

/// A run of a guide on a service, answered on 24 November; about a contract, or about none.
fn run(service: &str, id: &str, given: &[(&str, &str)], facts: Option<&ContractFacts>) -> Trail {
    let packs = Packs::embedded().unwrap();
    let pack = pack(&packs, service);
    let now: When = when("11-24");
    let contact =
        facts.map_or(engawa_domain::standing::Contact::No, |facts| judge(facts, &pack.rules, now).contact());
    let given: Vec<_> = given.iter().map(|(question, option)| (*question, *option, "11-24")).collect();
    walk(guide(pack, id), &answers(&given), Some(Record { facts, rules: &pack.rules, now }), contact)
}

fn leads(service: &str, id: &str, given: &[(&str, &str)], facts: Option<&ContractFacts>) -> String {
    match run(service, id, given, facts).at {
        At::Question(id) => id.0,
        At::Outcome(id) => id.0,
    }
}

const SAFE: (&str, &str) = ("danger", "none");

#[test]
fn every_service_has_every_guide_and_what_is_shared_is_held_once() {
    let packs = Packs::embedded().unwrap();
    let other = pack(&packs, OTHER);
    assert_eq!(other.guides.len(), 15);
    for pack in packs.all() {
        for shared in &other.guides {
            let has = pack.guide(&shared.id).unwrap_or_else(|| panic!("{}: {}", pack.rules.id, shared.id));
            match pack.written_for(&shared.id) {
                WrittenFor::Everyone => assert!(Arc::ptr_eq(has, shared), "{}: {}", pack.rules.id, shared.id),
                WrittenFor::Service => assert!(!Arc::ptr_eq(has, shared)),
            }
        }
    }
    let with_own = packs.all().filter(|pack| pack.own_guides().next().is_some());
    let with_own: Vec<_> = with_own.map(|pack| pack.rules.id.0.as_str()).collect();
    assert_eq!(with_own, ["crowdworks"], "a guide of its own counts before the shared one");
}

#[test]
fn how_to_ask_for_permission_follows_from_the_rule_of_each_service() {
    for (service, to) in [
        ("lancers", "shown"),
        ("craudia", "shown"),
        ("coconala", "forbidden"),
        ("fiverr", "forbidden"),
        ("freelancer", "forbidden"),
        ("peopleperhour", "forbidden"),
        ("workana", "forbidden"),
        ("shufti", "needs-stage"),
        ("upwork", "needs-stage"),
        ("malt", "look-standing"),
        ("mitsumore", "look-standing"),
        ("sagooo", "ask-support"),
        ("own-1", "ask-support"),
    ] {
        assert_eq!(leads(service, "link-missing", &[SAFE], None), to, "{service}");
    }
}

#[test]
fn contact_outside_is_offered_only_once_the_standing_of_the_contract_says_yes() {
    let talks = {
        let mut facts = empty();
        facts.reached(Stage::Consultation, when("11-18"));
        facts
    };
    let mut contracted = talks.clone();
    contracted.reached(Stage::Contracted, when("11-20"));
    for guide in ["link-missing", "which-rule"] {
        let given = [SAFE, ("heard", "page")];
        let before = if guide == "which-rule" { "rule-shown" } else { "needs-stage" };
        assert_eq!(leads("upwork", guide, &given, Some(&talks)), before);
        assert_eq!(leads("upwork", guide, &given, Some(&contracted)), "talk");
        assert_eq!(
            leads("malt", guide, &given, Some(&talks)),
            "look-standing",
            "an inferred rule carries no yes"
        );
        assert_eq!(leads("coconala", guide, &given, Some(&contracted)), "forbidden");
        assert_ne!(leads("own-1", guide, &given, Some(&contracted)), "talk");
    }
    assert_eq!(
        leads("lancers", "link-missing", &[SAFE], Some(&contracted)),
        "needs-stage",
        "仮払い comes first"
    );
    contracted.reached(Stage::Escrowed, when("11-21"));
    assert_eq!(leads("lancers", "link-missing", &[SAFE], Some(&contracted)), "shown", "then the request");
}

#[test]
fn what_the_rules_say_is_not_for_the_user_to_answer() {
    let trail = run("coconala", "link-missing", &[SAFE, ("rule", "permitted")], None);
    assert_eq!(trail.at, At::Outcome(engawa_domain::guide::OutcomeId("forbidden".to_owned())));
    assert_eq!(trail.steps.last().map(|step| step.from), Some(AnswerFrom::Rules));
}

#[test]
fn what_was_exchanged_where_it_was_permitted_is_recorded_and_elsewhere_it_stops() {
    let given = [SAFE, ("where", "outside")];
    let guide = "contact-already-exchanged";
    assert_eq!(leads("malt", guide, &given, None), "compare", "only what its rule names");
    let mut contracted = empty();
    contracted.reached(Stage::Contracted, when("11-20"));
    assert_eq!(leads("upwork", guide, &given, Some(&contracted)), "keep-proof");
    assert_eq!(leads("fiverr", guide, &given, None), "stop-contact");
    assert_eq!(leads("own-1", guide, &given, None), "stop-contact", "what is not known is not permitted");
    assert_eq!(leads("malt", guide, &[("danger", "deal")], None), "decline-deal", "a deal is another matter");
}

#[test]
fn a_delivery_is_waited_for_until_the_date_of_the_service_where_it_has_one() {
    let mut facts = empty();
    facts.reached(Stage::Contracted, when("11-10"));
    facts.reached(Stage::Delivered, when("11-23"));
    let guide = "not-inspected";
    let silent = [SAFE, ("asked", "no_answer"), ("when", "no_date")];
    assert_eq!(
        leads("upwork", guide, &silent, Some(&facts)),
        "ask-support",
        "her own answer of today counts"
    );
    assert_eq!(leads("upwork", guide, &[SAFE], Some(&facts)), "wait", "fourteen days have not passed");
    assert_eq!(leads("workana", guide, &[SAFE], Some(&facts)), "when", "no date is known there");
}

#[test]
fn a_contract_on_any_service_is_offered_a_short_list() {
    for pack in Packs::embedded().unwrap().all() {
        for state in [
            StateName::NotYet,
            StateName::Ask,
            StateName::Pending,
            StateName::Overdue,
            StateName::Approved,
            StateName::Denied,
            StateName::Revoked,
            StateName::Forbidden,
            StateName::Free,
            StateName::Unknown,
        ] {
            let offered = pack.guides_in(state).count();
            assert!((1..=5).contains(&offered), "{}: {offered} in {state:?}", pack.rules.id);
        }
    }
}

#[test]
fn a_shared_guide_is_short() {
    for guide in &pack(&Packs::embedded().unwrap(), OTHER).guides {
        let longest = longest_from(guide, &NodeId::Question(guide.start.clone()));
        assert!((3..=6).contains(&longest), "{} asks {longest} questions", guide.id);
    }
}

#[test]
fn a_text_that_quotes_the_rule_reads_as_the_service_has_it() {
    let packs = Packs::embedded().unwrap();
    let forbidden =
        guide(pack(&packs, OTHER), "link-missing").outcomes.iter().find(|one| one.id.0 == "forbidden");
    let quoting = &forbidden.unwrap().answer.sub;
    for service in ["coconala", "fiverr"] {
        let rules = &pack(&packs, service).rules;
        assert_eq!(filled(quoting, rules), rules.contact.text, "{service}");
    }
}

#[test]
fn a_borrowed_guide_finds_every_page_it_rests_on_in_the_pack_that_borrows_it() {
    for pack in Packs::embedded().unwrap().all() {
        for guide in pack.guides.iter().filter(|guide| pack.written_for(&guide.id) == WrittenFor::Everyone) {
            for cite in guide.outcomes.iter().flat_map(|outcome| &outcome.cites) {
                assert!(
                    pack.rules.sources.contains_key(&cite.source),
                    "{}: {:?}",
                    pack.rules.id,
                    cite.source
                );
            }
        }
    }
}

fn rule_question(guide: &mut Guide) -> &mut Vec<KnownAs> {
    let question = guide.questions.iter_mut().find(|question| question.id.0 == "rule").unwrap();
    &mut question.known_from.as_mut().unwrap().0
}

#[test]
fn a_question_about_the_rule_answers_for_every_shape_and_from_the_rules() {
    let packs = Packs::embedded().unwrap();
    let pack = pack(&packs, "coconala");
    let mut seeded = guide(pack, "link-missing").clone();
    let fact = RecordFact::RuleIs { rule: ShapeName::Forbidden };
    rule_question(&mut seeded).retain(|known| known.fact != fact);
    let shape: Vec<_> = prove::shape(&seeded, pack).into_iter().map(|defect| defect.kind).collect();
    assert!(shape.contains(&DefectKind::RuleNotCovered), "{shape:?}");
    let walked: Vec<_> = prove::walk_by(&seeded, &pack.rules).into_iter().map(|defect| defect.kind).collect();
    assert!(walked.contains(&DefectKind::RuleNotAnswered), "the user would be asked: {walked:?}");
    rule_question(&mut seeded).push(KnownAs { option: OptionId("free".to_owned()), fact });
    assert!(!prove::shape(&seeded, pack).iter().any(|defect| defect.kind == DefectKind::RuleNotCovered));
}

#[test]
fn a_text_leaves_to_the_service_only_what_a_service_has() {
    let spoilt = |from: &str, to: &str| {
        let name = "other/guides/which-rule.toml";
        let whole = Packs::files().find(|file| file.name == name).unwrap().text;
        assert!(whole.contains(from), "{from}");
        let text = whole.replacen(from, to, 1);
        let mut files: Vec<PackFile<'_>> = Packs::files().filter(|file| file.name != name).collect();
        files.push(PackFile { name, text: &text });
        Packs::read(files).map(|_| ()).map_err(|errors| errors.to_string())
    };
    assert_eq!(spoilt("{rule}", "{rule}"), Ok(()));
    for (from, to) in [
        ("en = \"{rule}\"", "en = \"{law}\""),
        ("en = \"{rule}\"", "en = \"the rule\""),
        ("title = { ja = \"", "title = { ja = \"{service}"),
    ] {
        assert!(spoilt(from, to).is_err(), "{from} -> {to}");
    }
}
