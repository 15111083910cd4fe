//! A guide that is written for every service, on a service without one of its own: offered, run, and still there tomorrow.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use crate::common::Desk;
use engawa_book::inputs::{GuideAnswer, GuideStart, GuidesOf};
use engawa_book::views::{GuideWrittenFor, RunAt, RunView};
use engawa_domain::facts::Stage;
use engawa_domain::guide::{AnswerFrom, GuideId, OptionId, QuestionId};
use engawa_domain::ids::{ContractId, PlatformId, RunId};

fn started(desk: &mut Desk, platform: &str, contract: Option<ContractId>) -> RunId {
    let input = GuideStart {
        guide: GuideId("link-missing".to_owned()),
        platform: PlatformId(platform.to_owned()),
        contract,
    };
    let action = desk.action(input);
    desk.book.guide_start(action).unwrap().value
}

fn safe(desk: &mut Desk, run: RunId) -> RunView {
    let (question, option) = (QuestionId("danger".to_owned()), OptionId("none".to_owned()));
    let action = desk.action(GuideAnswer { run, question, option });
    desk.book.guide_answer(action).unwrap();
    desk.book.run_view(run).unwrap()
}

fn outcome(view: &RunView) -> &str {
    match &view.at {
        RunAt::Outcome(outcome) => &outcome.id.0,
        RunAt::Question(asked) => panic!("at {:?}", asked.id),
    }
}

#[test]
fn a_run_quotes_the_rule_of_its_service_with_the_page_behind_it_and_is_there_after_a_restart() {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("coconala", "me@example.jp");
    let contract = desk.contract(account, "イラストの制作", &[(Stage::Consultation, "11/20")]);
    let run = started(&mut desk, "coconala", Some(contract));
    let view = safe(&mut desk, run);
    assert_eq!(outcome(&view), "forbidden");
    assert!(
        view.answer.sub.ja.contains("ココナラ") || !view.answer.sub.ja.contains('{'),
        "{:?}",
        view.answer
    );
    assert_eq!(view.answers.last().unwrap().from, AnswerFrom::Rules, "nobody is asked what the rule says");
    assert!(
        view.sources.iter().any(|source| source.source.address.contains("coconala")),
        "{:?}",
        view.sources
    );
    let desk = desk.again();
    assert_eq!(desk.book.run_view(run).unwrap(), view);
    assert_eq!(desk.book.run_list().unwrap().len(), 1);
}

#[test]
fn a_run_about_no_contract_goes_by_the_rules_of_the_service_that_was_chosen() {
    let mut desk = Desk::at("11-24 14:05");
    for (service, expected) in [("fiverr", "forbidden"), ("upwork", "needs-stage"), ("own-1", "ask-support")]
    {
        let run = started(&mut desk, service, None);
        let view = safe(&mut desk, run);
        assert_eq!(outcome(&view), expected, "{service}");
    }
}

#[test]
fn a_run_about_a_contract_is_of_the_service_of_that_contract() {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("fiverr", "me@example.jp");
    let contract = desk.contract(account, "Logo", &[(Stage::Contracted, "11/20")]);
    let run = started(&mut desk, "crowdworks", Some(contract));
    let view = safe(&mut desk, run);
    assert_eq!(view.platform.id.0, "fiverr");
    assert_eq!(outcome(&view), "forbidden");
}

#[test]
fn a_contract_on_any_service_is_offered_guides() {
    let mut desk = Desk::at("11-24 14:05");
    for service in ["lancers", "coconala", "upwork", "malt", "own-1"] {
        let account = desk.account(service, "me@example.jp");
        let contract = desk.contract(account, "仕事", &[(Stage::Consultation, "11/20")]);
        let view = desk.book.contract_view(contract).unwrap();
        assert!(!view.guides.is_empty(), "{service}");
        assert!(view.guides.iter().all(|guide| guide.written_for == GuideWrittenFor::Everyone), "{service}");
        assert!(view.guides.iter().all(|guide| guide.platform == view.platform.id), "{service}");
    }
}

#[test]
fn the_list_is_of_one_service_and_knows_which_is_meant() {
    let mut desk = Desk::at("11-24 14:05");
    let list = |desk: &Desk, of: GuidesOf| desk.book.guide_list(&of).unwrap();
    assert_eq!(list(&desk, GuidesOf::default()).service.id.0, "crowdworks", "nothing is recorded yet");
    let lancers = desk.account("lancers", "me@example.jp");
    let contract = desk.contract(lancers, "仕事", &[(Stage::Consultation, "11/20")]);
    desk.account("upwork", "me@example.jp");
    assert_eq!(list(&desk, GuidesOf::default()).service.id.0, "lancers", "where most contracts run");
    let of = GuidesOf { service: None, contract: Some(contract) };
    assert_eq!(list(&desk, of.clone()).service.id.0, "lancers", "the contract that led here");
    let of = GuidesOf { service: Some(PlatformId("malt".to_owned())), ..of };
    let malt = list(&desk, of);
    assert_eq!(malt.service.id.0, "malt", "the one that was chosen");
    assert_eq!(malt.guides.len(), 15);
    assert_eq!(malt.services.len(), 14);
}
