//! What the user says of the rules: services of their own, corrected values, and what newer packs changed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use crate::common::{self, Desk, SetClock};
use engawa_book::done::Kind;
use engawa_book::inputs::{CorrectionInput, OwnServiceAmendment, OwnServiceInput};
use engawa_book::views::CorrectionShown;
use engawa_book::{Book, BookError};
use engawa_domain::facts::Stage;
use engawa_domain::ids::{OwnServiceId, PlatformId};
use engawa_domain::rules::{DealOutside, OwnContact};
use engawa_domain::standing::{Contact, StateName};
use engawa_packs::{PackFile, Packs};

fn five_answers(contact: OwnContact) -> OwnServiceInput {
    OwnServiceInput {
        name: "まちの仕事帳".to_owned(),
        contact,
        deal: DealOutside::Forbidden,
        source: "利用規約 第8条".to_owned(),
        address: "https://sample.example/terms".to_owned(),
        looked: "11/20".to_owned(),
        support: "画面の下の「お問い合わせ」".to_owned(),
        answer_days: "３".to_owned(),
        note: String::new(),
    }
}

fn added(desk: &mut Desk, input: OwnServiceInput) -> Result<OwnServiceId, BookError> {
    let action = desk.action(input);
    desk.book.service_add(action).map(|done| done.value)
}

fn fields(refused: BookError) -> Vec<String> {
    match refused {
        BookError::Fields(faults) => faults.into_iter().map(|fault| fault.field).collect(),
        other => panic!("{other}"),
    }
}

fn contact(book: &Book, id: engawa_domain::ids::ContractId) -> Contact {
    book.contract_view(id).unwrap().standing.contact
}

fn crowdworks() -> PlatformId {
    PlatformId("crowdworks".to_owned())
}

fn correction(path: &str, value: &str) -> CorrectionInput {
    CorrectionInput {
        platform: crowdworks(),
        path: path.to_owned(),
        value: value.to_owned(),
        source: "よくある質問 770".to_owned(),
        address: String::new(),
        looked: String::new(),
        note: String::new(),
    }
}

#[test]
fn a_service_of_ones_own_answers_by_its_five_answers_also_after_a_restart() {
    let mut desk = Desk::at("11-24 14:05");
    let service = added(&mut desk, five_answers(OwnContact::AfterContract)).unwrap();
    let account = desk.account(&service.platform().0, "me@example.jp");
    let talk = desk.contract(account, "名刺の文面", &[(Stage::Consultation, "11/18")]);
    let contracted = desk.contract(account, "商品紹介文", &[(Stage::Contracted, "11/18")]);
    let desk = desk.again();
    assert_eq!(contact(&desk.book, talk), Contact::No);
    assert_eq!(contact(&desk.book, contracted), Contact::Yes);

    let view = desk.book.rules_view(&service.platform()).unwrap();
    assert_eq!(view.rules.name.ja, "まちの仕事帳");
    assert_eq!(view.rules.support.write_again_after.business_days, 3);
    assert_eq!(view.own.unwrap().id, service);
    assert!(view.points.is_empty(), "it is changed as a whole");
    let names: Vec<String> =
        desk.book.service_list().unwrap().into_iter().map(|line| line.platform.name.ja).collect();
    assert!(names.contains(&"まちの仕事帳".to_owned()), "{names:?}");
}

#[test]
fn a_rule_that_permits_by_itself_is_refused_without_the_page_that_says_so() {
    let mut desk = Desk::at("11-24 14:05");
    for contact in OwnContact::ALL {
        let input = OwnServiceInput {
            source: String::new(),
            address: String::new(),
            looked: String::new(),
            ..five_answers(contact)
        };
        let done = added(&mut desk, input);
        match contact {
            OwnContact::AfterContract | OwnContact::AfterEscrow | OwnContact::Free => {
                assert_eq!(fields(done.unwrap_err()), ["source"], "{contact:?}");
            }
            OwnContact::Approval | OwnContact::Forbidden | OwnContact::NotKnown => drop(done.unwrap()),
        }
    }
}

#[test]
fn every_field_that_needs_a_repair_is_named_at_once() {
    let mut desk = Desk::at("11-24 14:05");
    let input = OwnServiceInput {
        name: " ".to_owned(),
        address: "規約のページ".to_owned(),
        looked: "11/25".to_owned(),
        answer_days: "たくさん".to_owned(),
        ..five_answers(OwnContact::Free)
    };
    assert_eq!(fields(added(&mut desk, input).unwrap_err()), ["name", "address", "looked", "answer_days"]);
}

#[test]
fn a_service_under_which_an_account_is_registered_stays() {
    let mut desk = Desk::at("11-24 14:05");
    let service = added(&mut desk, five_answers(OwnContact::Forbidden)).unwrap();
    let account = desk.account(&service.platform().0, "me@example.jp");
    let action = desk.action(service);
    assert!(matches!(desk.book.service_remove(action), Err(BookError::InUse { count: 1, .. })));
    let action = desk.action(account);
    desk.book.account_remove(action).unwrap();
    let action = desk.action(service);
    desk.book.service_remove(action).unwrap();
    assert!(desk.book.rules_view(&service.platform()).unwrap().own.is_none());
}

#[test]
fn a_changed_answer_changes_the_standing_and_an_undo_changes_it_back() {
    let mut desk = Desk::at("11-24 14:05");
    let service = added(&mut desk, five_answers(OwnContact::AfterContract)).unwrap();
    let account = desk.account(&service.platform().0, "me@example.jp");
    let id = desk.contract(account, "商品紹介文", &[(Stage::Contracted, "11/18")]);
    let before = desk.book.rules_view(&service.platform()).unwrap().own;
    let input = five_answers(OwnContact::Forbidden);
    let action = desk.action(OwnServiceAmendment { service, before: before.clone(), input });
    let done = desk.book.service_amend(action).unwrap();
    assert!(done.changed.contains(&Kind::Contracts) && done.changed.contains(&Kind::Rules));
    assert_eq!(contact(&desk.book, id), Contact::No);

    let late = five_answers(OwnContact::Free);
    let action = desk.action(OwnServiceAmendment { service, before, input: late });
    let refused = desk.book.service_amend(action).unwrap_err();
    assert!(matches!(refused, BookError::Changed(_)), "begun before it became another: {refused}");

    let action = desk.action(());
    desk.book.undo(action.id).unwrap();
    assert_eq!(contact(&desk.book, id), Contact::Yes);
}

#[test]
fn a_correction_tells_beforehand_which_open_contracts_get_another_answer() {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let open = desk.contract(account, "商品紹介文", &[(Stage::Contracted, "11/18")]);
    desk.contract(account, "ロゴ案", &[(Stage::Contracted, "11/10"), (Stage::Completed, "11/20")]);
    let elsewhere = desk.account("upwork", "me@example.jp");
    desk.contract(elsewhere, "Website", &[(Stage::Contracted, "11/18")]);

    let digest = desk.book.digest().unwrap();
    let free = correction("contact.shape.kind", "free");
    let preview = desk.book.correction_preview(&free).unwrap();
    assert_eq!((preview.open, preview.count), (1, 1));
    let change = &preview.changes[0];
    assert_eq!(change.contract.id, open);
    assert_ne!(change.before.contact, Contact::Yes);
    assert_eq!((change.after.contact, change.after.state), (Contact::Yes, StateName::Free));
    assert_eq!(desk.book.digest().unwrap(), digest, "a preview keeps nothing");
    assert_ne!(contact(&desk.book, open), Contact::Yes);

    let action = desk.action(free);
    desk.book.correction_keep(action).unwrap();
    assert_eq!(contact(&desk.book, open), Contact::Yes);
    let desk = desk.again();
    assert_eq!(contact(&desk.book, open), Contact::Yes, "also after a restart");
    let rule = desk.book.contract_view(open).unwrap().standing.rule;
    assert_eq!(rule.source.unwrap().title.ja, "よくある質問 770", "and it says whose word it rests on");
}

#[test]
fn a_second_correction_of_a_value_takes_the_place_of_the_first_and_can_be_taken_back() {
    let mut desk = Desk::at("11-24 14:05");
    let review = |desk: &Desk| {
        let view = desk.book.rules_view(&crowdworks()).unwrap();
        view.points.into_iter().find(|point| point.path == "request.review").unwrap()
    };
    let shipped = review(&desk);
    for value in ["5", "6"] {
        let action = desk.action(correction("request.review", value));
        desk.book.correction_keep(action).unwrap();
    }
    let point = review(&desk);
    assert_eq!(point.value, "6");
    let view = desk.book.rules_view(&crowdworks()).unwrap();
    assert_eq!(view.corrections.len(), 1);
    assert_eq!(view.corrections[0].correction.shipped, shipped.value);
    assert_eq!(view.corrections[0].state, CorrectionShown::Applied);

    let action = desk.action(point.correction.unwrap());
    desk.book.correction_remove(action).unwrap();
    assert_eq!(review(&desk), shipped);
}

#[test]
fn a_correction_without_its_page_or_with_a_value_that_cannot_stand_there_is_refused_at_its_field() {
    let mut desk = Desk::at("11-24 14:05");
    for (input, field) in [
        (CorrectionInput { source: String::new(), ..correction("request.review", "5") }, "source"),
        (correction("request.review", "いつか"), "value"),
        (correction("contact.shape.kind", "always"), "value"),
        (correction("sources.faq.title", "x"), "value"),
        (CorrectionInput { looked: "12/1".to_owned(), ..correction("request.review", "5") }, "looked"),
    ] {
        assert_eq!(fields(desk.book.correction_preview(&input).unwrap_err()), [field]);
        let action = desk.action(input);
        assert_eq!(fields(desk.book.correction_keep(action).unwrap_err()), [field]);
    }
    assert_eq!(desk.book.rows().entries().unwrap(), 0, "nothing was written");
}

/// The packs of the program, with a piece of one file replaced.
fn packs_with(name: &str, from: &str, to: &str) -> Packs {
    let files: Vec<(String, String)> = Packs::files()
        .map(|file| {
            let text = if file.name == name {
                assert!(file.text.contains(from), "{name} says {from}");
                file.text.replacen(from, to, 1)
            } else {
                file.text.to_owned()
            };
            (file.name.to_owned(), text)
        })
        .collect();
    Packs::read(files.iter().map(|(name, text)| PackFile { name, text })).unwrap()
}

/// The book again, with other packs, as after an update of the app.
fn updated(desk: Desk, packs: Packs) -> (Book, Arc<SetClock>, tempfile::TempDir) {
    let Desk { book, clock, folder, .. } = desk;
    drop(book);
    (common::open_with(&folder, &clock, Arc::new(packs)), clock, folder)
}

const REVIEW: (&str, &str, &str) = (
    "crowdworks/rules.toml",
    "review = { known = { business_days = 2 } }",
    "review = { known = { business_days = 4 } }",
);

#[test]
fn a_newer_pack_that_says_otherwise_shows_the_conflict_until_the_user_decides() {
    let mut desk = Desk::at("11-24 14:05");
    let action = desk.action(correction("request.review", "5"));
    desk.book.correction_keep(action).unwrap();
    let (book, _clock, _folder) = updated(desk, packs_with(REVIEW.0, REVIEW.1, REVIEW.2));
    let view = book.rules_view(&crowdworks()).unwrap();
    let CorrectionShown::Conflict { shipped } = &view.corrections[0].state else {
        panic!("{:?}", view.corrections[0].state);
    };
    assert_eq!(shipped, &engawa_domain::say::Say::new("rules-business-days").with("count", 4_u32));
    let line =
        book.service_list().unwrap().into_iter().find(|line| line.platform.id == crowdworks()).unwrap();
    assert_eq!((line.corrections, line.to_decide), (1, 1));
}

#[test]
fn what_newer_packs_say_otherwise_is_listed_with_the_open_contracts_until_it_was_looked_at() {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let open = desk.contract(account, "商品紹介文", &[(Stage::Contracted, "11/18")]);
    assert!(desk.book.rules_changed_view().unwrap().services.is_empty(), "a new book saw what there is");

    let (mut book, _clock, _folder) = updated(desk, packs_with(REVIEW.0, REVIEW.1, REVIEW.2));
    let changed = book.rules_changed_view().unwrap().services;
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].platform.id, crowdworks());
    let values: Vec<&str> = changed[0].values.iter().map(|value| value.path.as_str()).collect();
    assert_eq!(values, ["request.review.known.business_days"]);
    let named: Vec<_> = changed[0].contracts.iter().map(|contract| contract.id).collect();
    assert_eq!((named, changed[0].count), (vec![open], 1));
    assert!(book.app_start().unwrap().rules_changed);

    book.rules_changed_seen().unwrap();
    assert!(book.rules_changed_view().unwrap().services.is_empty());
    assert!(!book.app_start().unwrap().rules_changed);
}
