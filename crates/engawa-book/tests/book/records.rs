//! Recording, correcting and removing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use crate::common::{Desk, asked, contract, looked, seen};
use engawa_book::BookError;
use engawa_book::inputs::{
    AccountAmendment, AccountInput, EvidenceInput, FactAmendment, GuideAnswer, GuideStart, ReplyInput,
    WhatInput, WhenInput,
};
use engawa_book::views::{ContractListQuery, Direction, DueFilter, RunAt, SortKey};
use engawa_domain::facts::{FactRef, FiledBy, InquiryResult, Origin, Party, Place, Seen, Stage, StatusValue};
use engawa_domain::guide::{GuideId, OptionId, QuestionId};
use engawa_domain::ids::{ContractId, PlatformId};
use engawa_domain::money::Yen;
use engawa_domain::standing::StateName;

fn desk() -> (Desk, ContractId) {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let id = desk.contract(account, "商品紹介文の作成（60本）", &[(Stage::Contracted, "11/18")]);
    (desk, id)
}

fn everything(search: &str) -> ContractListQuery {
    ContractListQuery {
        search: search.to_owned(),
        states: Vec::new(),
        platforms: Vec::new(),
        stages: Vec::new(),
        due: DueFilter::Any,
        sort: SortKey::Recent,
        direction: Direction::Descending,
        offset: 0,
        limit: 50,
    }
}

#[test]
fn pressing_a_button_twice_records_once() {
    let (mut desk, _) = desk();
    let account = desk.book.account_list().unwrap()[0].account.id;
    let action = desk.action(contract(account, "ロゴ案", &[]));
    let first = desk.book.contract_add(action.clone()).unwrap().value;
    let second = desk.book.contract_add(action).unwrap().value;
    assert_eq!(first, second);
    assert_eq!(desk.book.contract_list(&everything("")).unwrap().all, 2);
}

#[test]
fn the_table_follows_every_write_and_every_undo() {
    let (mut desk, id) = desk();
    let state = |desk: &mut Desk| desk.book.contract_list(&everything("")).unwrap().rows[0].state;
    assert_eq!(state(&mut desk), StateName::NotYet);
    desk.fact(
        id,
        "11/24",
        WhatInput::Request { by: FiledBy::Me, reason: String::new(), channels: Vec::new() },
    )
    .unwrap();
    assert_eq!(state(&mut desk), StateName::Pending);
    let action = desk.action(());
    desk.book.undo(action.id).unwrap();
    assert_eq!(state(&mut desk), StateName::NotYet);
    let action = desk.action(());
    desk.book.redo(action.id).unwrap();
    assert_eq!(state(&mut desk), StateName::Pending);
    let action = desk.action(id);
    desk.book.contract_remove(action).unwrap();
    assert_eq!(desk.book.contract_list(&everything("")).unwrap().all, 0);
}

#[test]
fn an_account_under_which_contracts_run_keeps_its_platform_and_stays() {
    let (mut desk, _) = desk();
    let account = desk.book.account_list().unwrap()[0].account.clone();
    let action = desk.action(account.id);
    assert!(matches!(desk.book.account_remove(action), Err(BookError::InUse { count: 1, .. })));
    let amended = |platform: &str, email: &str| AccountAmendment {
        account: account.id,
        before: None,
        input: AccountInput {
            platform: PlatformId(platform.to_owned()),
            user_name: "sample_writer".to_owned(),
            registered_email: email.to_owned(),
            note: String::new(),
        },
    };
    let action = desk.action(amended("other", "me@example.jp"));
    assert!(matches!(desk.book.account_amend(action), Err(BookError::InUse { .. })));
    let action = desk.action(amended("crowdworks", "new@example.jp"));
    desk.book.account_amend(action).unwrap();
    let email = desk.book.account_list().unwrap()[0].account.registered_email.clone();
    assert_eq!(email.map(|email| email.to_string()).as_deref(), Some("new@example.jp"));
}

#[test]
fn correcting_an_inquiry_keeps_its_reply() {
    let (mut desk, id) = desk();
    let fact = desk.fact(id, "11/20", asked("other@example.jp")).unwrap().value;
    let FactRef::Inquiry(inquiry) = fact else { panic!("an inquiry was recorded") };
    let reply = ReplyInput {
        inquiry,
        before: None,
        when: WhenInput::default(),
        result: InquiryResult::NoHelp,
        text: "—".to_owned(),
    };
    let action = desk.action(reply);
    desk.book.reply_record(action).unwrap();
    let when = WhenInput { day: "11/21".to_owned(), time: String::new() };
    let action = desk.action(FactAmendment { fact, before: None, when, what: asked("me@example.jp") });
    desk.book.fact_amend(action).unwrap();
    let view = desk.book.inquiries_view().unwrap();
    let kept = &view.answered[0].inquiry;
    assert_eq!((kept.sent.to_string().as_str(), kept.sender.as_str()), ("2026-11-21", "me@example.jp"));
    assert_eq!(kept.reply.as_ref().map(|reply| reply.result), Some(InquiryResult::NoHelp));
}

#[test]
fn a_fact_does_not_become_one_of_another_kind() {
    let (mut desk, id) = desk();
    let fact = desk.fact(id, "11/20", looked(Party::Me, Place::Web, Seen::Missing)).unwrap().value;
    let what = seen(StatusValue::Approved, "承認");
    let action = desk.action(FactAmendment { fact, before: None, when: WhenInput::default(), what });
    assert!(matches!(desk.book.fact_amend(action), Err(BookError::Fields(_))));
    assert_eq!(desk.book.contract_view(id).unwrap().standing.verdict.name(), StateName::NotYet);
}

#[test]
fn removing_a_fact_leaves_its_file_with_the_contract() {
    let (mut desk, id) = desk();
    let fact = desk.fact(id, "11/20", looked(Party::Me, Place::Web, Seen::Missing)).unwrap().value;
    let path = desk.folder.path().join("画面.txt");
    std::fs::write(&path, "リンクなし").unwrap();
    let path = path.display().to_string();
    let action = desk.action(EvidenceInput { contract: id, fact: Some(fact), path, origin: Origin::Dropped });
    desk.book.evidence_attach(action).unwrap();
    let action = desk.action(fact);
    desk.book.fact_remove(action).unwrap();
    let view = desk.book.contract_view(id).unwrap();
    assert_eq!((view.facts.sightings.len(), view.evidence.len(), view.evidence[0].fact), (0, 1, None));
}

#[test]
fn changing_an_earlier_answer_says_what_that_changes_and_keeps_the_later_ones() {
    let (mut desk, id) = desk();
    let start = || GuideStart {
        guide: GuideId("link-missing".to_owned()),
        platform: PlatformId("crowdworks".to_owned()),
        contract: Some(id),
    };
    let action = desk.action(start());
    let run = desk.book.guide_start(action).unwrap().value;
    let answer = |desk: &mut Desk, question: &str, option: &str| {
        let (question, option) = (QuestionId(question.to_owned()), OptionId(option.to_owned()));
        let action = desk.action(GuideAnswer { run, question, option });
        desk.book.guide_answer(action).unwrap();
        desk.book.run_view(run).unwrap()
    };
    answer(&mut desk, "danger", "none");
    let before = answer(&mut desk, "screen", "thread");
    assert_eq!(before.change, None, "a new answer changes nothing that was there");
    let changed = answer(&mut desk, "danger", "deal_outside");
    assert!(changed.change.is_some_and(|change| !change.no_longer_asked.is_empty()));
    assert!(matches!(changed.at, RunAt::Outcome(_)));
    let back = answer(&mut desk, "danger", "none");
    assert_eq!(back.answers.len(), before.answers.len(), "what was answered later was kept");

    let action = desk.action(start());
    assert_eq!(desk.book.guide_start(action).unwrap().value, run, "the open run goes on");
    assert_eq!(desk.book.contract_view(id).unwrap().open_run, Some(run));
    let action = desk.action(run);
    desk.book.guide_forget(action).unwrap();
    assert_eq!(desk.book.contract_view(id).unwrap().open_run, None);
}

#[test]
fn what_was_taken_back_stands_in_the_history_as_such() {
    let (mut desk, id) = desk();
    desk.fact(id, "11/24", looked(Party::Me, Place::Web, Seen::Missing)).unwrap();
    let action = desk.action(());
    desk.book.undo(action.id).unwrap();
    let history = desk.book.history_view(Some(id)).unwrap();
    let lines: Vec<_> = history.entries.iter().map(|entry| (entry.say.key.as_str(), entry.undone)).collect();
    assert_eq!(lines, [("op-undo", false), ("op-sighting-add", true), ("op-contract-add", false)]);
    assert_eq!(history.redo.map(|say| say.key).as_deref(), Some("op-sighting-add"));
}

#[test]
fn what_was_paid_is_recorded_as_it_is_typed_and_says_nothing_about_contact() {
    let (mut desk, id) = desk();
    let paid = |amount: &str| WhatInput::Payment { amount: amount.to_owned(), note: "11月分".to_owned() };
    let answer = desk.book.contract_view(id).unwrap().standing;
    for refused in ["", "たくさん", "-500"] {
        let BookError::Fields(faults) = desk.fact(id, "11/24", paid(refused)).unwrap_err() else {
            panic!("{refused:?} is refused at its field");
        };
        assert_eq!(faults[0].field, "what.amount", "{refused:?}");
    }
    let fact = desk.fact(id, "11/20", paid("１万２千円")).unwrap().value;
    let view = desk.book.contract_view(id).unwrap();
    assert_eq!(view.facts.payments[0].amount, Yen::from(12_000_u32));
    assert_eq!(view.standing, answer);
    assert!(view.timeline.iter().any(|item| item.fact == fact && item.note.is_some()));

    let amended = FactAmendment {
        fact,
        before: None,
        when: WhenInput { day: "11/21".to_owned(), time: String::new() },
        what: paid("8580"),
    };
    let action = desk.action(amended);
    desk.book.fact_amend(action).unwrap();
    let action = desk.action(());
    desk.book.undo(action.id).unwrap();
    assert_eq!(desk.book.contract_view(id).unwrap().facts.payments[0].amount, Yen::from(12_000_u32));
}

#[test]
fn words_that_stand_for_another_status_are_told_and_can_be_recorded_all_the_same() {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let id = desk.contract(account, "商品紹介文", &[(Stage::Contracted, "11/18")]);
    let said = |desk: &Desk, chosen, seen| {
        let hint = desk.book.status_look(id, chosen, seen).unwrap();
        hint.map(|hint| engawa_words::Words::new(engawa_domain::say::Lang::Ja).say(&hint))
    };
    let hint = said(&desk, StatusValue::Pending, "申請ステータス：承認").unwrap();
    assert!(hint.contains("「承認」は「承認」を表す言葉") && hint.contains("「審査中」です"), "{hint}");
    assert!(said(&desk, StatusValue::Approved, "否認").is_some(), "above all beside an approval");
    assert_eq!(said(&desk, StatusValue::Approved, "承認"), None);
    desk.fact(id, "11/24", seen(StatusValue::Pending, "承認")).unwrap();
    let elsewhere = desk.account("lancers", "me@example.jp");
    let other = desk.contract(elsewhere, "別の案件", &[(Stage::Contracted, "11/18")]);
    assert_eq!(
        desk.book.status_look(other, StatusValue::Pending, "承認").unwrap(),
        None,
        "nothing is known there"
    );
}
