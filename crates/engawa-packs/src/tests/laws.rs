//! The laws of the standing under the rules of every service: no pack can turn an unknown into a yes.

use engawa_domain::calendar::{Day, When};
use engawa_domain::facts::{ContractFacts, Format, Party, Shown, Stage, StatusValue, Witness};
use engawa_domain::rules::{Confidence, PlatformRules, Shape};
use engawa_domain::say::Lang;
use engawa_domain::standing::{ApprovalSeen, Contact, judge, standing};
use engawa_words::Words;

use super::own::packs_with_every_own_service;
use super::record::{Recorded, empty, seen, when};

fn witnesses() -> [Witness; 3] {
    [seen("画面の言葉"), Witness::Me { words: None, shown: Shown::App }, Witness::ToldByClient]
}

/// Nothing shown, and every status in every way of knowing it.
fn statuses() -> Vec<Option<(StatusValue, Witness)>> {
    let known =
        StatusValue::ALL.into_iter().flat_map(|value| witnesses().map(|witness| Some((value, witness))));
    [None].into_iter().chain(known).collect()
}

/// Up to two stages in their order, of one format, with at most one status.
fn records() -> Vec<ContractFacts> {
    let mut records = Vec::new();
    let pairs = Stage::ALL
        .iter()
        .enumerate()
        .flat_map(|(nth, first)| Stage::ALL[nth..].iter().map(move |second| (*first, *second)));
    for (first, second) in pairs {
        for format in Format::ALL {
            for status in statuses() {
                let mut facts = empty();
                facts.contract.format = format;
                facts.reached(first, when("11-18"));
                if second != first {
                    facts.reached(second, when("11-19"));
                }
                if let Some((value, witness)) = status {
                    facts.saw_status(value, witness, "11-20");
                }
                records.push(facts);
            }
        }
    }
    records
}

/// The record with one more fact that speaks against contact.
fn worse(facts: &ContractFacts) -> Vec<ContractFacts> {
    let mut worse = Vec::new();
    for day in ["11-17", "11-23"] {
        for value in StatusValue::ALL.into_iter().filter(|value| *value != StatusValue::Approved) {
            for witness in witnesses() {
                let mut facts = facts.clone();
                facts.saw_status(value, witness, day);
                worse.push(facts);
            }
        }
        for party in [Party::Me, Party::Client] {
            let mut facts = facts.clone();
            facts.restricted(party, day);
            worse.push(facts);
        }
        for end in Stage::ALL.into_iter().filter(|stage| stage.ends_contract()) {
            let mut facts = facts.clone();
            facts.reached(end, when(day));
            worse.push(facts);
        }
    }
    worse
}

/// Today, and the last day of each rule that held before.
fn days(rules: &PlatformRules) -> Vec<Day> {
    let before = rules.earlier.iter().map(|earlier| earlier.until.previous());
    before.chain(["2026-11-24".parse().unwrap()]).collect()
}

/// The record moved so that its 24 November 2026 is another day.
fn moved(facts: &ContractFacts, to: Day) -> ContractFacts {
    let by = "2026-11-24".parse::<Day>().unwrap().days_until(to);
    let mut facts = facts.clone();
    for event in &mut facts.stages {
        event.when = When::on(event.when.day.plus_days(by));
    }
    for status in &mut facts.statuses {
        status.when = When::on(status.when.day.plus_days(by));
    }
    facts
}

fn may_say_yes(rules: &PlatformRules, facts: &ContractFacts) -> bool {
    let sound = matches!(rules.contact.cite.confidence, Confidence::High | Confidence::Medium);
    let reached = |gate: Stage| facts.stages.iter().any(|event| event.stage == gate);
    let approved =
        || facts.statuses.iter().any(|status| ApprovalSeen::of(facts.contract.id, status).is_some());
    match rules.contact.shape {
        Shape::Forbidden | Shape::NotKnown => false,
        Shape::Free => sound,
        Shape::Gate { gate } => sound && reached(gate),
        Shape::Approval => approved(),
        Shape::GateAndApproval { gate } => reached(gate) && approved(),
    }
}

#[test]
fn every_record_has_an_answer_under_every_pack_and_yes_only_on_its_ground() {
    let (mut yes, mut answers) = (0_u32, 0_u32);
    for pack in packs_with_every_own_service().all() {
        for day in days(&pack.rules) {
            let of_the_day = pack.rules.on(day);
            for record in records() {
                let facts = moved(&record, day);
                let answer = standing(&facts, &pack.rules, When::on(day));
                let name = &pack.rules.id.0;
                assert_eq!(answer.contact, answer.verdict.contact(), "{name}");
                assert!(!answer.next.is_empty() && !answer.reasons.is_empty(), "{name}: {facts:?}");
                if answer.contact == Contact::Yes {
                    assert!(may_say_yes(&of_the_day, &facts), "{name} on {day}: {facts:?}");
                    yes += 1;
                }
                answers += 1;
            }
        }
    }
    assert!(yes > 0 && yes < answers, "the law was tried on both sides: {yes} of {answers}");
}

#[test]
fn under_every_pack_a_fact_that_speaks_against_contact_never_makes_it_greener() {
    let now = when("11-24");
    // What the format changes is seen with and without a request: two of them are enough here.
    let mut records = records();
    records.retain(|facts| matches!(facts.contract.format, Format::Fixed | Format::Task));
    for pack in packs_with_every_own_service().all() {
        for facts in &records {
            let before = judge(facts, &pack.rules, now).contact();
            if before == Contact::Yes || before == Contact::Ask {
                for worse in worse(facts) {
                    let after = judge(&worse, &pack.rules, now).contact();
                    assert!(after <= before, "{}: {before:?} became {after:?}: {worse:?}", pack.rules.id.0);
                }
            }
        }
        // Where the answer is no, adding a fact must leave it a no: one stage of each kind is enough to see it.
        for facts in records.iter().filter(|facts| facts.stages.len() == 1) {
            if judge(facts, &pack.rules, now).contact() == Contact::No {
                for worse in worse(facts) {
                    assert_eq!(
                        judge(&worse, &pack.rules, now).contact(),
                        Contact::No,
                        "{}: {worse:?}",
                        pack.rules.id.0
                    );
                }
            }
        }
    }
}

#[test]
fn what_is_answered_can_be_said_in_both_languages() {
    let words = [Lang::Ja, Lang::En].map(Words::new);
    let mut records = records();
    records.retain(|facts| facts.stages.len() == 1 && facts.contract.format == Format::Fixed);
    for pack in packs_with_every_own_service().all() {
        for record in &records {
            let answer = standing(record, &pack.rules, when("11-24"));
            let says = answer
                .next
                .iter()
                .flat_map(|step| [&step.say, &step.button])
                .chain(answer.reasons.iter().map(|reason| &reason.say))
                .chain(answer.deadlines.iter().flat_map(|deadline| [&deadline.name, &deadline.arithmetic]))
                .chain([&answer.summary]);
            for say in says {
                for words in &words {
                    let said = words.try_say(say);
                    assert!(said.is_ok(), "{}: {say:?}: {said:?}", pack.rules.id.0);
                }
            }
        }
    }
}
