//! The first real case, walked through the guide with what is recorded on the way.

use std::sync::LazyLock;

use engawa_domain::facts::{ContractFacts, FiledBy, Format, InquiryResult, Party, Place, Seen, StatusValue};
use engawa_domain::guide::{
    Answer, AnswerFrom, Answers, At, Guide, GuideId, OptionId, QuestionId, Record, Trail, walk,
};
use engawa_domain::ids::PlatformId;
use engawa_domain::standing::judge;

use super::record::{Recorded, empty, link_missing, seen, when};
use crate::{Pack, Packs};

/// Read once for all tests: looking through a whole pack takes longer than walking it.
static CROWDWORKS: LazyLock<Pack> =
    LazyLock::new(|| Packs::embedded().unwrap().pack(&PlatformId("crowdworks".to_owned())).clone());

pub fn crowdworks() -> Pack {
    CROWDWORKS.clone()
}

pub fn link_missing_guide(pack: &Pack) -> &Guide {
    pack.guide(&GuideId("link-missing".to_owned())).unwrap()
}

pub fn answers(given: &[(&str, &str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (question, option, day) in given {
        answers.give(Answer {
            question: QuestionId((*question).to_owned()),
            option: OptionId((*option).to_owned()),
            when: when(day),
        });
    }
    answers
}

fn walked(given: &[(&str, &str, &str)], facts: &ContractFacts, today: &str) -> Trail {
    let pack = crowdworks();
    let contact = judge(facts, &pack.rules, when(today)).contact();
    let record = Record { facts: Some(facts), rules: &pack.rules, now: when(today) };
    walk(link_missing_guide(&pack), &answers(given), Some(record), contact)
}

fn at(trail: &Trail) -> &str {
    match &trail.at {
        At::Question(id) => &id.0,
        At::Outcome(id) => &id.0,
    }
}

#[test]
fn what_is_recorded_leaves_danger_and_the_status_to_be_asked() {
    let facts = link_missing();
    assert_eq!(at(&walked(&[], &facts, "11-24")), "danger");
    let after_danger = walked(&[("danger", "none", "11-24")], &facts, "11-24");
    assert_eq!(at(&after_danger), "status");
    let known: Vec<_> = after_danger.steps.iter().filter(|step| step.from == AnswerFrom::Record).collect();
    let known: Vec<_> =
        known.iter().map(|step| (step.answer.question.0.as_str(), step.answer.option.0.as_str())).collect();
    assert_eq!(known, [("screen", "thread"), ("stage", "running")]);
}

#[test]
fn the_first_real_case_goes_from_the_missing_link_to_contact() {
    let given = [("danger", "none", "11-24"), ("status", "none", "11-24")];
    let mut facts = link_missing();
    assert_eq!(
        at(&walked(&given, &facts, "11-24")),
        "inquire",
        "nothing else helps, so the inquiry comes now"
    );
    // She wrote from another address, and nothing useful came back.
    facts.inquired("11-24");
    assert_eq!(at(&walked(&given, &facts, "11-24")), "waiting");
    facts.answered(InquiryResult::NoHelp, "11-25");
    assert_eq!(at(&walked(&given, &facts, "11-25")), "inquire-again");
    // She writes again, from the registered address.
    facts.inquired("11-26");
    assert_eq!(at(&walked(&given, &facts, "11-26")), "waiting");
    facts.answered(InquiryResult::CanApplyNow, "11-26");
    assert_eq!(at(&walked(&given, &facts, "11-26")), "verify", "after the answer, look again");
    facts.saw_link(Party::Me, Place::Web, Seen::Visible, "11-26");
    assert_eq!(at(&walked(&given, &facts, "11-26")), "apply");
    facts.filed(FiledBy::Me, "11-26");
    assert_eq!(at(&walked(&given, &facts, "11-26")), "pending");
    facts.saw_status(StatusValue::Approved, seen("承認"), "11-27");
    assert_eq!(at(&walked(&given, &facts, "11-27")), "exchange");
}

#[test]
fn an_approval_that_only_the_client_reports_is_to_be_seen_first() {
    let mut facts = link_missing();
    facts.filed(FiledBy::Client, "11-25");
    facts.saw_status(StatusValue::Approved, engawa_domain::facts::Witness::ToldByClient, "11-26");
    assert_eq!(at(&walked(&[("danger", "none", "11-24")], &facts, "11-26")), "client-filed");
    let said_approved = [("danger", "none", "11-24"), ("status", "approved", "11-26")];
    assert_eq!(at(&walked(&said_approved, &facts, "11-26")), "confirm-approval");
}

#[test]
fn each_situation_of_its_own_has_its_outcome() {
    let without_record = |given: &[(&str, &str)]| {
        let given: Vec<_> = given.iter().map(|(question, option)| (*question, *option, "11-24")).collect();
        at(&walked(&given, &empty(), "11-24")).to_owned()
    };
    let safe = ("danger", "none");
    assert_eq!(without_record(&[("danger", "exchanged")]), "stop-contact");
    assert_eq!(without_record(&[("danger", "pay_or_work_first")]), "no-work-before-escrow");
    assert_eq!(without_record(&[("danger", "deal_outside")]), "decline-deal");
    assert_eq!(without_record(&[safe, ("screen", "other_site")]), "other-site");
    assert_eq!(without_record(&[safe, ("screen", "no_thread")]), "no-thread");
    assert_eq!(without_record(&[safe, ("screen", "task")]), "task");
    assert_eq!(without_record(&[safe, ("screen", "elsewhere"), ("open_thread", "found")]), "apply");
    let right = ("screen", "thread");
    assert_eq!(without_record(&[safe, right, ("stage", "ended")]), "finished");
    assert_eq!(without_record(&[safe, right, ("stage", "restricted")]), "restricted");
    let runs = ("stage", "running");
    for (status, outcome) in [
        ("pending", "pending"),
        ("denied", "denied"),
        ("revoked", "revoked"),
        ("client_filed", "client-filed"),
        ("unclear", "unclear-status"),
        ("approved", "confirm-approval"),
    ] {
        assert_eq!(without_record(&[safe, right, runs, ("status", status)]), outcome, "{status}");
    }
    let blank = ("status", "none");
    assert_eq!(without_record(&[safe, right, runs, blank, ("client", "sees")]), "client-applies");
    let nobody = ("client", "none");
    assert_eq!(without_record(&[safe, right, runs, blank, nobody, ("look", "found")]), "apply");
    assert_eq!(
        without_record(&[safe, right, runs, blank, nobody, ("look", "one_side"), ("look_other", "only_one")]),
        "inquire"
    );
}

#[test]
fn a_task_is_known_from_its_format() {
    let mut facts = link_missing();
    facts.contract.format = Format::Task;
    assert_eq!(at(&walked(&[("danger", "none", "11-24")], &facts, "11-24")), "task");
}
