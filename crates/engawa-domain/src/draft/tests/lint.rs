//! The draft linter: what of a text's words makes it fail, what is a hint, and how long it may be.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use proptest::prelude::*;

use super::template;
use crate::draft::{Addressee, Check, Checked, DraftCheck, Fault, Weight, check};
use crate::facts::{ContractFacts, Stage};
use crate::message::FindingKind;
use crate::rules::{Counting, DealOutside, LengthLimit, PlatformRules, Shape, Warning};
use crate::standing::Contact;
use crate::standing::samples::{Recorded, cite, facts, rules, text};

const INVITATION: &str = "今後のやり取りはLINEでお願いします。";
const DEAL: &str = "次回からは直接契約でお願いします。";

fn looked(
    text: &str,
    to: Addressee,
    contact: Contact,
    facts: &ContractFacts,
    rules: &PlatformRules,
) -> DraftCheck {
    let checked = Checked { text, facts, rules, contact, other_clients: &[] };
    check(&template(to, vec![], vec![]), checked)
}

fn to_client(text: &str, contact: Contact) -> DraftCheck {
    looked(text, Addressee::Client, contact, &facts(), &rules(Shape::Approval))
}

fn weights(looked: &DraftCheck) -> Vec<(FindingKind, Weight)> {
    looked.passages.iter().map(|passage| (passage.finding.kind, passage.weight)).collect()
}

#[test]
fn an_invitation_fails_until_contact_is_permitted_and_a_deal_fails_even_then() {
    for contact in [Contact::No, Contact::Ask] {
        assert_eq!(
            to_client(INVITATION, contact).faults(),
            [Fault::Passage(FindingKind::ContactInvitation)],
            "what is not known to be permitted is not permitted"
        );
    }
    assert!(to_client(INVITATION, Contact::Yes).passes());
    assert_eq!(to_client(DEAL, Contact::Yes).faults(), [Fault::Passage(FindingKind::DirectDeal)]);
}

#[test]
fn a_deal_fails_where_nobody_has_said_that_it_is_forbidden() {
    let mut unknown = rules(Shape::Approval);
    unknown.deal_outside.permitted = DealOutside::Unknown;
    let looked = looked(DEAL, Addressee::Client, Contact::Yes, &facts(), &unknown);
    assert_eq!(weights(&looked), [(FindingKind::DirectDeal, Weight::Fails)]);
}

#[test]
fn a_promise_to_begin_before_the_money_is_held_fails_where_a_rule_says_so_and_is_a_hint_elsewhere() {
    let promise = "お急ぎとのことですので、今日から着手いたします。";
    let silent = rules(Shape::Approval);
    let about = FindingKind::WorkBeforeEscrow;
    let warning = Warning { about, text: text("仮払いの前に作業しません"), cite: cite() };
    let forbidding = PlatformRules { warnings: vec![warning], ..silent.clone() };
    let at = |stage, rules: &PlatformRules| {
        weights(&looked(promise, Addressee::Client, Contact::No, &facts().stage(stage, "11-24"), rules))
    };
    assert_eq!(at(Stage::Contracted, &forbidding), [(about, Weight::Fails)]);
    assert_eq!(at(Stage::Contracted, &silent), [(about, Weight::Hint)]);
    assert_eq!(at(Stage::Escrowed, &forbidding), [], "the money is held");
}

#[test]
fn money_that_was_once_held_stays_held_for_the_linter_when_the_contract_ends_early() {
    let ended = facts().stage(Stage::Escrowed, "11-20").stage(Stage::Terminated, "11-24");
    let looked = looked("作業を始めます。", Addressee::Client, Contact::No, &ended, &rules(Shape::Approval));
    assert_eq!(weights(&looked), []);
}

#[test]
fn a_hint_does_not_make_a_text_fail() {
    let looked = to_client("先ほどのメッセージは削除していただけますか。", Contact::No);
    assert_eq!(weights(&looked), [(FindingKind::DeleteRequest, Weight::Hint)]);
    assert!(looked.passes());
}

#[test]
fn once_contact_is_permitted_there_may_be_nothing_to_apply_for() {
    let words = "外部連絡の申請は不要です。";
    let kind = FindingKind::NoNeedToApply;
    assert_eq!(weights(&to_client(words, Contact::No)), [(kind, Weight::Fails)]);
    assert_eq!(weights(&to_client(words, Contact::Yes)), [(kind, Weight::Hint)]);
}

#[test]
fn what_is_told_to_the_office_is_offered_to_nobody() {
    let to = |to, text| looked(text, to, Contact::No, &facts(), &rules(Shape::Approval));
    let told = "クライアントから、LINEで連絡してください、次回は直接契約でお願いします、と言われました。";
    assert_eq!(to(Addressee::Office, told).passages, []);
    assert_eq!(weights(&to(Addressee::Form, INVITATION)), [], "that is what the request asks for");
    assert_eq!(weights(&to(Addressee::Form, DEAL)), [(FindingKind::DirectDeal, Weight::Hint)]);
}

#[test]
fn a_passage_is_where_the_window_finds_it() {
    let text = format!("𠮷田です。\n{INVITATION}");
    let looked = to_client(&text, Contact::No);
    let [passage] = &looked.passages[..] else { panic!("one passage: {:?}", looked.passages) };
    let units: Vec<u16> = text.encode_utf16().collect();
    let (from, to) = (passage.range.from as usize, passage.range.to as usize);
    assert_eq!(String::from_utf16(&units[from..to]).unwrap(), passage.finding.words);
}

#[test]
fn contact_data_is_told_once_by_the_check_that_knows_whose_it_is() {
    let looked = to_client("writer2@example.com", Contact::No);
    assert_eq!(looked.faults(), [Fault::Check(Check::NoContactData)]);
    assert_eq!(looked.passages, []);
}

fn limited(characters: u32, counted: Counting) -> PlatformRules {
    let characters = NonZeroU32::new(characters).unwrap();
    let limit = LengthLimit { characters, counted, cite: cite() };
    PlatformRules { message_limit: Some(limit), ..rules(Shape::Approval) }
}

#[test]
fn a_text_of_the_most_characters_passes_and_one_more_fails() {
    let rules = limited(5, Counting::NotStated);
    let at = |text| looked(text, Addressee::Client, Contact::No, &facts(), &rules);
    let longest = at("𠮷あい\nう");
    assert_eq!((longest.length.characters, longest.faults()), (5, vec![]));
    assert_eq!(at("𠮷あい\nうえ").faults(), [Fault::TooLong]);
    let without = limited(5, Counting::WithoutLineBreaks);
    assert!(looked("あいう\n\nえお", Addressee::Client, Contact::No, &facts(), &without).passes());
}

#[test]
fn the_limit_of_messages_is_not_that_of_the_form_or_the_office() {
    let rules = limited(1, Counting::NotStated);
    for to in [Addressee::Form, Addressee::Office] {
        let looked = looked("長い文です。", to, Contact::No, &facts(), &rules);
        assert_eq!((looked.length.limit, looked.length.characters), (None, 6));
    }
}

#[test]
fn no_two_faults_have_one_word_in_the_journal() {
    let faults = Check::ALL.map(Fault::Check).into_iter().chain(FindingKind::ALL.map(Fault::Passage));
    let words: Vec<&str> = faults.chain([Fault::TooLong]).map(Fault::key).collect();
    let different: BTreeSet<&str> = words.iter().copied().collect();
    assert_eq!(different.len(), words.len());
    assert!(words.iter().all(|word| !word.contains(' ')), "they are kept with a space between them");
}

proptest! {
    #[test]
    fn permission_takes_faults_away_and_adds_none(
        words in prop::collection::vec(prop::sample::select(vec![INVITATION, DEAL, "申請は不要です。", "納品いたしました。", "090-0000-0000"]), 0..5)
    ) {
        let text = words.join("\n");
        let strict = to_client(&text, Contact::No).faults();
        prop_assert!(to_client(&text, Contact::Yes).faults().iter().all(|fault| strict.contains(fault)), "{}", text);
    }

    #[test]
    fn any_text_is_looked_through_and_passages_lie_inside_it(text in "\\PC{0,60}") {
        let units = u32::try_from(text.encode_utf16().count()).unwrap();
        for passage in to_client(&text, Contact::No).passages {
            prop_assert!(passage.range.from < passage.range.to && passage.range.to <= units);
        }
    }
}
