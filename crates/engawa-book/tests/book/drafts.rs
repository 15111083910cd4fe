//! 点検 of outgoing texts, and the choice to copy one that fails.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use crate::common::Desk;
use engawa_book::inputs::{Action, DraftCopy};
use engawa_domain::draft::{DraftId, Weight};
use engawa_domain::facts::Stage;
use engawa_domain::ids::{ActionId, ContractId};
use engawa_domain::message::FindingKind;
use engawa_domain::say::Lang;
use engawa_words::Words;
use uuid::Uuid;

fn holding() -> DraftId {
    DraftId("holding".to_owned())
}

fn copy(contract: ContractId, text: &str, press: u128) -> Action<DraftCopy> {
    let input = DraftCopy { contract, draft: holding(), text: text.to_owned() };
    Action { id: ActionId(Uuid::from_u128(press)), input }
}

const INVITING: &str = "今後のやり取りはLINEでお願いします。090-0000-0000 です。";

fn with_contract() -> (Desk, ContractId) {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let contract = desk.contract(account, "商品紹介文の作成（60本）", &[(Stage::Contracted, "11/18")]);
    (desk, contract)
}

/// What the newest entry of the history is called, and how many there are.
fn newest_entry(desk: &Desk, contract: ContractId) -> (String, usize) {
    let history = desk.book.history_view(Some(contract)).unwrap();
    (history.entries[0].say.key.clone(), history.entries.len())
}

#[test]
fn an_invitation_in_a_draft_fails_with_its_passage_and_the_rule_it_is_held_against() {
    let (desk, contract) = with_contract();
    let looked = desk.book.draft_check(contract, &holding(), INVITING).unwrap();
    let [passage] = &looked.passages[..] else { panic!("one passage: {:?}", looked.passages) };
    assert_eq!((passage.kind, passage.weight), (FindingKind::ContactInvitation, Weight::Fails));
    assert!(INVITING.contains(&passage.words) && passage.words.contains("LINE"));
    assert!(passage.rule.as_ref().unwrap().source.is_some(), "a finding names its source");
    let names: Vec<_> = looked.faults.iter().map(|fault| fault.key.as_str()).collect();
    assert_eq!(names, ["draft-fault-contact-data", "message-kind-contact-invitation"]);
    for lang in [Lang::Ja, Lang::En] {
        let words = Words::new(lang);
        for say in looked.faults.iter().chain([&passage.name, &passage.why]) {
            assert!(words.try_say(say).is_ok(), "{say:?}");
        }
    }
}

#[test]
fn copying_a_text_that_fails_is_kept_with_contract_draft_findings_and_text_and_can_be_taken_back() {
    let (mut desk, contract) = with_contract();
    let before = newest_entry(&desk, contract).1;
    let done = desk.book.draft_copy_anyway(copy(contract, INVITING, 900)).unwrap();
    assert!(done.value.is_some());
    assert_eq!(done.said.key, "done-draft-copy-anyway");
    assert_eq!(newest_entry(&desk, contract), ("op-copy-anyway".to_owned(), before + 1));
    let [kept] = &desk.book.draft_copies(contract).unwrap()[..] else { panic!("one copy") };
    assert_eq!(
        (kept.contract, kept.draft.as_str(), kept.found.as_str(), kept.text.as_str()),
        (contract, "holding", "no_contact_data contact_invitation", INVITING)
    );
    assert_eq!(kept.when.to_string(), "2026-11-24 14:05");
    desk.book.undo(ActionId(Uuid::from_u128(901))).unwrap();
    assert_eq!(desk.book.draft_copies(contract).unwrap(), []);
    assert_eq!(newest_entry(&desk, contract).1, before + 2, "what was taken back stays in the history");
}

#[test]
fn pressing_twice_keeps_it_once() {
    let (mut desk, contract) = with_contract();
    let first = desk.book.draft_copy_anyway(copy(contract, INVITING, 900)).unwrap();
    let again = desk.book.draft_copy_anyway(copy(contract, INVITING, 900)).unwrap();
    assert_eq!(first.value, again.value);
    assert_eq!(desk.book.draft_copies(contract).unwrap().len(), 1);
}

#[test]
fn a_text_that_passes_leaves_no_entry() {
    let (mut desk, contract) = with_contract();
    let before = newest_entry(&desk, contract);
    let done = desk.book.draft_copy_anyway(copy(contract, "納品いたしました。", 900)).unwrap();
    assert_eq!((done.value, newest_entry(&desk, contract)), (None, before));
    assert_eq!(desk.book.draft_copies(contract).unwrap(), []);
}

#[test]
fn a_draft_or_contract_that_is_not_there_keeps_nothing() {
    let (mut desk, contract) = with_contract();
    let mut unknown = copy(contract, INVITING, 900);
    unknown.input.draft = DraftId("no-such-draft".to_owned());
    assert!(desk.book.draft_copy_anyway(unknown).is_err());
    let nobody = ContractId(Uuid::from_u128(1));
    assert!(desk.book.draft_copy_anyway(copy(nobody, INVITING, 901)).is_err());
    assert_eq!(desk.book.draft_copies(contract).unwrap(), []);
}
