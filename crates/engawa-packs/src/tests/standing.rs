//! The guide against the standing: no path says "talk outside" unless the standing of the same facts is Yes.

use engawa_domain::facts::{ContractFacts, FiledBy, Shown, StatusValue, Witness};
use engawa_domain::guide::{Act, Answer, Answers, At, Guide, OptionId, QuestionId, Record, walk};
use engawa_domain::rules::PlatformRules;
use engawa_domain::standing::{Contact, Verdict, judge};

use super::record::{Recorded, link_missing, seen, when};
use super::story::{crowdworks, link_missing_guide};
use crate::prove;

fn witnesses() -> [Witness; 3] {
    [seen("画面の言葉"), Witness::Me { words: None, shown: Shown::App }, Witness::ToldByClient]
}

/// Every record of up to two statuses, seen in whatever way, with and without a request.
fn records() -> Vec<ContractFacts> {
    let mut statuses: Vec<Vec<(StatusValue, Witness)>> = vec![vec![]];
    let singles: Vec<_> =
        StatusValue::ALL.into_iter().flat_map(|value| witnesses().map(|witness| (value, witness))).collect();
    statuses.extend(singles.iter().map(|one| vec![one.clone()]));
    statuses.extend(singles.iter().flat_map(|one| singles.iter().map(|two| vec![one.clone(), two.clone()])));
    let filed = [None, Some(FiledBy::Me), Some(FiledBy::Client), Some(FiledBy::Unknown)];
    let mut records = Vec::new();
    for statuses in &statuses {
        for by in filed {
            let mut facts = link_missing();
            if let Some(by) = by {
                facts.filed(by, "11-24");
            }
            for ((value, witness), day) in statuses.iter().zip(["11-25", "11-26"]) {
                facts.saw_status(*value, witness.clone(), day);
            }
            records.push(facts);
        }
    }
    records
}

fn outside(guide: &Guide, answers: &Answers, record: Record<'_>, contact: Contact) -> bool {
    match walk(guide, answers, Some(record), contact).at {
        At::Outcome(id) => guide.outcome(&id).unwrap().act == Act::ContactOutside,
        At::Question(_) => false,
    }
}

fn answers(path: &[(QuestionId, OptionId)], day: &str) -> Answers {
    let mut answers = Answers::default();
    for (question, option) in path {
        answers.give(Answer { question: question.clone(), option: option.clone(), when: when(day) });
    }
    answers
}

fn judged(facts: &ContractFacts, rules: &PlatformRules) -> Verdict {
    judge(facts, rules, when("11-27"))
}

#[test]
fn a_guide_says_talk_outside_only_where_the_standing_of_the_same_facts_is_yes() {
    let pack = crowdworks();
    let guide = link_missing_guide(&pack);
    let paths = prove::paths(guide);
    // Only what leads to talking outside can break the law: those paths are taken with every record.
    let dangerous: Vec<_> =
        paths.iter().filter(|path| guide.outcome(&path.stop.0).unwrap().act == Act::ContactOutside).collect();
    assert!(!dangerous.is_empty());
    let (mut permitted, mut refused) = (0_u32, 0_u32);
    for facts in records() {
        let verdict = judged(&facts, &pack.rules);
        // Answers given before the facts and after them: either the record speaks, or the user.
        for day in ["11-01", "11-27"] {
            for path in &dangerous {
                let record = Record { facts: Some(&facts), rules: &pack.rules, now: when("11-27") };
                let says_outside = outside(guide, &answers(&path.answers, day), record, verdict.contact());
                if says_outside {
                    assert!(
                        matches!(verdict, Verdict::Approved { .. }),
                        "{:?} with {:?}",
                        path.answers,
                        facts.statuses
                    );
                    permitted += 1;
                } else {
                    refused += 1;
                }
            }
        }
    }
    assert!(permitted > 0 && refused > 0, "the law was tried on both sides: {permitted}, {refused}");
}

#[test]
fn every_path_of_every_guide_with_a_single_status_keeps_to_the_standing() {
    let pack = crowdworks();
    for guide in &pack.guides {
        let paths = prove::paths(guide);
        for value in StatusValue::ALL {
            for witness in witnesses() {
                let mut facts = link_missing();
                facts.saw_status(value, witness, "11-25");
                let contact = judged(&facts, &pack.rules).contact();
                let record = Record { facts: Some(&facts), rules: &pack.rules, now: when("11-27") };
                for path in &paths {
                    let says_outside = outside(guide, &answers(&path.answers, "11-27"), record, contact);
                    assert!(!says_outside || contact == Contact::Yes, "{value:?} with {:?}", path.answers);
                }
            }
        }
    }
}
