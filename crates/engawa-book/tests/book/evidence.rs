//! 証拠, and what 契約を記録 would show.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use crate::common::{Desk, asked, contract, looked};
use engawa_book::inputs::{EvidenceInput, FactAmendment, ReplyInput, WhatInput, WhenInput};
use engawa_book::views::{EvidencePreview, Extent, FactPart, FilePresence};
use engawa_book::{BookError, TextEncoding};
use engawa_domain::facts::{Channel, FactRef, InquiryResult, Origin, Party, Place, Seen, Stage};
use engawa_domain::ids::{AccountId, ContractId, InquiryId};
use engawa_domain::money::Yen;
use engawa_domain::standing::{Contact, StateName};
use uuid::Uuid;

fn desk() -> (Desk, ContractId) {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let id = desk.contract(account, "商品紹介文の作成（60本）", &[(Stage::Contracted, "11/18")]);
    (desk, id)
}

fn keep(desk: &mut Desk, contract: ContractId, fact: Option<FactRef>, name: &str, text: &str) {
    let path = desk.folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    let path = path.display().to_string();
    let action = desk.action(EvidenceInput { contract, fact, path, origin: Origin::Picked });
    desk.book.evidence_attach(action).unwrap();
}

fn only_file(desk: &Desk) -> std::path::PathBuf {
    let sha256 = desk.book.evidence_list().unwrap().files[0].evidence.sha256.0.clone();
    desk.folder.path().join("engawa-book").join("evidence").join(&sha256[..2]).join(sha256)
}

#[test]
fn every_kept_file_says_which_contract_and_which_fact_it_proves() {
    let (mut desk, id) = desk();
    let fact = desk.fact(id, "11/20", looked(Party::Me, Place::Web, Seen::Missing)).unwrap().value;
    keep(&mut desk, id, Some(fact), "画面.txt", "リンクなし");
    desk.clock.set("11-24 14:06");
    keep(&mut desk, id, None, "契約書.txt", "契約");
    let files = desk.book.evidence_list().unwrap().files;
    let names: Vec<&str> = files.iter().map(|row| row.evidence.original_name.as_str()).collect();
    assert_eq!(names, ["契約書.txt", "画面.txt"], "the one taken in last stands first");
    assert_eq!((files[0].ties[0].fact, files[0].ties[0].proves.as_ref()), (None, None));
    let tie = &files[1].ties[0];
    assert_eq!((tie.fact, tie.contract.id, tie.contract.client.as_str()), (Some(fact), id, "サンプル商店"));
    let proves = tie.proves.as_ref().map(|say| say.key.as_str());
    assert_eq!(proves, Some("standing-reason-link-missing-me"));
    let view = desk.book.contract_view(id).unwrap();
    assert_eq!(view.evidence.iter().filter(|file| file.proves.is_some()).count(), 1);
}

#[test]
fn a_file_that_was_untied_is_still_in_the_list() {
    let (mut desk, id) = desk();
    keep(&mut desk, id, None, "画面.txt", "リンクなし");
    let link = desk.book.evidence_list().unwrap().files[0].ties[0].link;
    let action = desk.action(link);
    desk.book.evidence_detach(action).unwrap();
    let files = desk.book.evidence_list().unwrap().files;
    assert_eq!((files.len(), files[0].ties.len(), files[0].presence), (1, 0, FilePresence::There));
}

#[test]
fn a_file_that_is_gone_or_has_another_size_is_not_called_there() {
    let (mut desk, id) = desk();
    keep(&mut desk, id, None, "画面.txt", "リンクなし");
    let kept = only_file(&desk);
    let evidence = desk.book.evidence_list().unwrap().files[0].evidence.id;
    // Kept files are read-only, so that nobody changes them by accident; somebody who means to replaces them.
    std::fs::remove_file(&kept).unwrap();
    std::fs::write(&kept, "リンク").unwrap();
    assert_eq!(desk.book.evidence_list().unwrap().files[0].presence, FilePresence::OtherSize);
    std::fs::remove_file(&kept).unwrap();
    assert_eq!(desk.book.evidence_list().unwrap().files[0].presence, FilePresence::Gone);
    let inside = desk.book.evidence_file(evidence).unwrap().inside().unwrap();
    assert_eq!((inside.shown, inside.place), (EvidencePreview::Gone, kept.display().to_string()));
}

#[test]
fn a_text_is_shown_as_it_is() {
    let (mut desk, id) = desk();
    keep(&mut desk, id, None, "mail.txt", "件名: 承認のお知らせ\n\n承認されました。");
    let evidence = desk.book.evidence_list().unwrap().files[0].evidence.id;
    let words = "件名: 承認のお知らせ\n\n承認されました。".to_owned();
    assert_eq!(
        desk.book.evidence_file(evidence).unwrap().inside().unwrap().shown,
        EvidencePreview::Text { words, extent: Extent::Whole, encoding: TextEncoding::Utf8 }
    );
}

fn reply(inquiry: InquiryId, result: InquiryResult, text: &str) -> ReplyInput {
    let when = WhenInput { day: "11/24".to_owned(), time: String::new() };
    ReplyInput { inquiry, before: None, when, result, text: text.to_owned() }
}

#[test]
fn a_reply_is_corrected_and_removed_without_its_inquiry() {
    let (mut desk, id) = desk();
    let fact = desk.fact(id, "11/20", asked("me@example.jp")).unwrap().value;
    let FactRef::Inquiry(inquiry) = fact else { panic!("an inquiry was recorded") };
    let action = desk.action(reply(inquiry, InquiryResult::NoHelp, "…"));
    desk.book.reply_record(action).unwrap();
    let action = desk.action(reply(inquiry, InquiryResult::CanApplyNow, "いまは使えます。"));
    desk.book.reply_record(action).unwrap();
    let timeline = desk.book.contract_view(id).unwrap().timeline;
    let replies: Vec<_> = timeline.iter().filter(|item| item.part == FactPart::Reply).collect();
    assert_eq!(replies.len(), 1, "the second reply took the place of the first");
    assert_eq!(replies[0].quote.as_deref(), Some("いまは使えます。"));

    let action = desk.action(inquiry);
    desk.book.reply_remove(action).unwrap();
    let facts = desk.book.contract_view(id).unwrap().facts;
    assert_eq!(facts.inquiries.iter().map(|one| one.reply.is_none()).collect::<Vec<_>>(), [true]);
    let action = desk.action(inquiry);
    assert!(desk.book.reply_remove(action).is_err(), "there is no reply any more");
    let action = desk.action(());
    desk.book.undo(action.id).unwrap();
    let facts = desk.book.contract_view(id).unwrap().facts;
    assert!(facts.inquiries[0].reply.is_some(), "the removal can be taken back");
}

#[test]
fn an_inquiry_through_an_unknown_entrance_is_a_field_to_repair() {
    let (mut desk, id) = desk();
    let through = |entrance: &str| WhatInput::Inquiry {
        entrance: entrance.to_owned(),
        sender: "me@example.jp".to_owned(),
        body: String::new(),
    };
    for entrance in ["", "board"] {
        let Err(BookError::Fields(faults)) = desk.fact(id, "11/24", through(entrance)) else {
            panic!("{entrance:?} is no entrance")
        };
        assert_eq!(faults[0].field, "what.entrance");
    }
    let known = desk.book.contract_view(id).unwrap().entrances;
    assert!(!known.is_empty());
    for entrance in known {
        let fact = desk.fact(id, "11/24", through(&entrance.id)).unwrap().value;
        let action = desk.action(FactAmendment {
            fact,
            before: None,
            when: WhenInput::default(),
            what: through("board"),
        });
        assert!(matches!(desk.book.fact_amend(action), Err(BookError::Fields(_))));
    }
}

#[test]
fn what_is_typed_shows_its_answer_before_it_is_recorded() {
    let (desk, _) = desk();
    let account = desk.book.account_list().unwrap()[0].account.id;
    let mut typed = contract(account, "", &[(Stage::Escrowed, "11/19")]);
    typed.amount = "26万4千円".to_owned();
    typed.delivery_due = "11/31".to_owned();
    typed.wishes = vec![Channel::Chatwork];
    let shown = desk.book.contract_preview(&typed).unwrap();
    assert_eq!((shown.standing.contact, shown.standing.verdict.name()), (Contact::No, StateName::NotYet));
    // The mockup's contract: 264,000 with tax leaves 227,480.
    assert_eq!(shown.money.map(|money| money.breakdown.received), Some(Yen::from(227_480_u32)));
    assert_eq!(shown.facts.contract.delivery_due, None, "a day that does not exist is no date");
    assert_eq!(shown.facts.wishes[0].channels, [Channel::Chatwork]);
    assert_eq!(desk.book.app_start().unwrap().book.contracts, 1, "nothing was written");
}

#[test]
fn without_an_account_there_is_no_answer_to_show() {
    let (desk, _) = desk();
    assert!(desk.book.contract_preview(&contract(AccountId(Uuid::from_u128(9)), "題", &[])).is_err());
}
