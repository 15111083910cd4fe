//! A correction that was begun before its record changed never overwrites what came since.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use crate::common::{Desk, asked, seen};
use engawa_book::inputs::{
    AccountAmendment, AccountInput, ClientAmendment, ClientChoice, ClientInput, ContractAmendment, Fact,
    FactAmendment, ReplyInput, WhatInput, WhenInput,
};
use engawa_book::problem::ProblemCode;
use engawa_book::{BookError, problem};
use engawa_domain::facts::{ClientKind, Contract, FactRef, InquiryResult, Stage, StatusValue};
use engawa_domain::ids::ContractId;
use engawa_domain::say::Lang;
use engawa_words::Words;

fn desk() -> (Desk, ContractId) {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let id = desk.contract(account, "商品紹介文の作成（60本）", &[(Stage::Contracted, "11/18")]);
    (desk, id)
}

fn on(day: &str) -> WhenInput {
    WhenInput { day: day.to_owned(), time: String::new() }
}

fn amend(desk: &mut Desk, fact: FactRef, before: Option<Fact>, what: WhatInput) -> Result<(), BookError> {
    let action = desk.action(FactAmendment { fact, before, when: on("11/20"), what });
    desk.book.fact_amend(action).map(drop)
}

fn undo(desk: &mut Desk) {
    let action = desk.action(());
    desk.book.undo(action.id).unwrap();
}

fn status(desk: &Desk, id: ContractId) -> (Fact, String) {
    let status = desk.book.contract_view(id).unwrap().facts.statuses[0].clone();
    let words = format!("{:?}", status.value);
    (Fact::Status(status), words)
}

#[test]
fn a_fact_that_became_another_while_its_correction_was_typed_stays_as_it_is() {
    let (mut desk, id) = desk();
    let fact = desk.fact(id, "11/20", seen(StatusValue::Pending, "申請中")).unwrap().value;
    let (opened, _) = status(&desk, id);
    amend(&mut desk, fact, Some(opened.clone()), seen(StatusValue::Denied, "否認")).unwrap();

    let late = amend(&mut desk, fact, Some(opened), seen(StatusValue::Approved, "承認"));
    let Err(error @ BookError::Changed(_)) = late else { panic!("it was overwritten: {late:?}") };
    assert_eq!(
        status(&desk, id).1,
        "Denied",
        "a refusal that was recorded since must not become an approval"
    );
    let told = problem(&error, &Words::new(Lang::Ja), Lang::Ja);
    assert_eq!(told.code, ProblemCode::Changed);
    assert!(
        told.message.contains("否認") && told.message.contains("承認"),
        "both are named: {}",
        told.message
    );
}

#[test]
fn a_correction_that_was_taken_back_meanwhile_is_noticed_too() {
    let (mut desk, id) = desk();
    let fact = desk.fact(id, "11/20", seen(StatusValue::Pending, "申請中")).unwrap().value;
    amend(&mut desk, fact, None, seen(StatusValue::Denied, "否認")).unwrap();
    let (opened, _) = status(&desk, id);
    undo(&mut desk);
    let late = amend(&mut desk, fact, Some(opened), seen(StatusValue::Approved, "承認"));
    assert!(matches!(late, Err(BookError::Changed(_))), "{late:?}");
    assert_eq!(status(&desk, id).1, "Pending");
}

#[test]
fn what_is_kept_after_both_were_seen_is_written() {
    let (mut desk, id) = desk();
    let fact = desk.fact(id, "11/20", seen(StatusValue::Pending, "申請中")).unwrap().value;
    let (opened, _) = status(&desk, id);
    amend(&mut desk, fact, None, seen(StatusValue::Denied, "否認")).unwrap();
    assert!(amend(&mut desk, fact, Some(opened), seen(StatusValue::Pending, "確認中")).is_err());
    let (now, _) = status(&desk, id);
    amend(&mut desk, fact, Some(now), seen(StatusValue::Pending, "確認中")).unwrap();
    assert_eq!(status(&desk, id).1, "Pending");
}

#[test]
fn a_change_there_and_back_is_no_change_and_neither_is_the_same_correction_twice() {
    let (mut desk, id) = desk();
    let fact = desk.fact(id, "11/20", seen(StatusValue::Pending, "申請中")).unwrap().value;
    let (opened, _) = status(&desk, id);
    amend(&mut desk, fact, None, seen(StatusValue::Denied, "否認")).unwrap();
    amend(&mut desk, fact, Some(opened.clone()), seen(StatusValue::Denied, "否認")).unwrap();
    undo(&mut desk);
    amend(&mut desk, fact, Some(opened), seen(StatusValue::Approved, "承認")).unwrap();
}

#[test]
fn a_fact_that_is_gone_is_not_corrected() {
    let (mut desk, id) = desk();
    let fact = desk.fact(id, "11/20", seen(StatusValue::Pending, "申請中")).unwrap().value;
    let (opened, _) = status(&desk, id);
    undo(&mut desk);
    let late = amend(&mut desk, fact, Some(opened), seen(StatusValue::Approved, "承認")).unwrap_err();
    assert_eq!(problem(&late, &Words::new(Lang::Ja), Lang::Ja).code, ProblemCode::NotFound);
}

#[test]
fn a_reply_that_came_meanwhile_does_not_stand_in_the_way_of_its_inquiry() {
    let (mut desk, id) = desk();
    let fact = desk.fact(id, "11/20", asked("other@example.jp")).unwrap().value;
    let FactRef::Inquiry(inquiry) = fact else { panic!("an inquiry was recorded") };
    let opened = desk.book.contract_view(id).unwrap().facts.inquiries[0].clone();
    let reply = |before, text: &str| ReplyInput {
        inquiry,
        before,
        when: on("11/21"),
        result: InquiryResult::NoHelp,
        text: text.to_owned(),
    };
    let action = desk.action(reply(None, "確認します。"));
    desk.book.reply_record(action).unwrap();
    amend(&mut desk, fact, Some(Fact::Inquiry(opened)), asked("me@example.jp")).unwrap();

    let first = desk.book.contract_view(id).unwrap().facts.inquiries[0].reply.clone();
    let action = desk.action(reply(first.clone(), "確認しました。"));
    desk.book.reply_record(action).unwrap();
    let action = desk.action(reply(first, "お待ちください。"));
    let late = desk.book.reply_record(action);
    assert!(matches!(late, Err(BookError::Changed(_))), "a reply is not overwritten unseen: {late:?}");
}

#[test]
fn a_client_and_a_contract_are_not_overwritten_unseen_either() {
    let (mut desk, id) = desk();
    let facts = desk.book.contract_view(id).unwrap().facts;
    let (client, contract) = (facts.client, facts.contract);
    let called = |name: &str| ClientAmendment {
        client: client.id,
        before: Some(client.clone()),
        input: ClientInput { name: name.to_owned(), reading: String::new(), kind: ClientKind::Unknown },
    };
    let action = desk.action(called("見本商会"));
    desk.book.client_amend(action).unwrap();
    let action = desk.action(called("見本商店"));
    assert!(matches!(desk.book.client_amend(action), Err(BookError::Changed(_))));

    let action = desk.action(titled(&contract, "商品紹介文（60本）"));
    desk.book.contract_amend(action).unwrap();
    let action = desk.action(titled(&contract, "紹介文"));
    assert!(matches!(desk.book.contract_amend(action), Err(BookError::Changed(_))));
    let facts = desk.book.contract_view(id).unwrap().facts;
    assert_eq!(
        (facts.contract.title.as_str(), facts.client.name.as_str()),
        ("商品紹介文（60本）", "見本商会")
    );
}

#[test]
fn a_registered_address_that_was_corrected_meanwhile_is_not_overwritten_unseen() {
    let (mut desk, _) = desk();
    let account = desk.book.account_list().unwrap()[0].account.clone();
    let with = |address: &str| AccountAmendment {
        account: account.id,
        before: Some(account.clone()),
        input: AccountInput {
            platform: account.platform.clone(),
            user_name: account.user_name.as_str().to_owned(),
            registered_email: address.to_owned(),
            note: String::new(),
        },
    };
    let action = desk.action(with("new@example.jp"));
    desk.book.account_amend(action).unwrap();
    let action = desk.action(with("other@example.jp"));
    let Err(BookError::Changed(told)) = desk.book.account_amend(action) else { panic!("it was overwritten") };
    let words = Words::new(Lang::En);
    assert!(words.say(&told.now).contains("new@example.jp") && words.say(&told.yours).contains("other@"));
}

fn titled(contract: &Contract, title: &str) -> ContractAmendment {
    ContractAmendment {
        contract: contract.id,
        before: Some(contract.clone()),
        account: contract.account,
        client: ClientChoice::Existing { id: contract.client },
        title: title.to_owned(),
        format: contract.format,
        amount: String::new(),
        delivery_due: String::new(),
        url: String::new(),
        number: String::new(),
        contact_reason: String::new(),
        note: String::new(),
    }
}
