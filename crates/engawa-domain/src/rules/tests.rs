//! Rules of another day, and who may file.

use super::*;
use crate::calendar::When;
use crate::facts::{Format, Party, Stage, StatusValue};
use crate::standing::samples::{Recorded, cite, day, facts, rules, text, when};
use crate::standing::{AskWhy, Contact, NextKind, Verdict, judge, standing};

fn was(until: &str, shape: Shape, sentence: &str) -> Earlier {
    Earlier {
        until: day(until),
        contact: Some(ContactRule {
            shape,
            text: text(sentence),
            text_permitted: text(sentence),
            cite: cite(),
        }),
        deal_outside: None,
        request: Some(EarlierRequest::Absent),
        fee: None,
    }
}

/// The shape of the first service: an approval since 2020-10-20, after 仮払い without one before.
fn changed() -> PlatformRules {
    PlatformRules {
        earlier: vec![was("2020-10-20", Shape::Gate { gate: Stage::Escrowed }, "仮払いのあとは自由")],
        ..rules(Shape::Approval)
    }
}

#[test]
fn the_last_day_of_an_old_rule_is_judged_by_it_and_the_next_day_is_not() {
    let rules = changed();
    let escrowed = facts().stage(Stage::Escrowed, "2020-10-01");
    let on = |date: &str| judge(&escrowed, &rules, When::on(day(date)));
    assert!(matches!(on("2020-10-19"), Verdict::Free { opened_by: Some((Stage::Escrowed, _)) }));
    assert_eq!(on("2020-10-20"), Verdict::NotYet { gate: None });
    assert_eq!(rules.on(day("2020-10-19")).request, None, "there was nothing to file");
    assert!(rules.on(day("2020-10-20")).request.is_some());
    assert_eq!(standing(&escrowed, &rules, When::on(day("2020-10-19"))).rule.text.ja, "仮払いのあとは自由");
}

#[test]
fn of_several_old_rules_the_one_that_ended_next_held_and_later_ones_fill_what_it_leaves_out() {
    let fee = FeeRule { text: None, tiers: Vec::new(), tax_basis_points: 800, cite: cite() };
    let later = Earlier { fee: Some(fee.clone()), ..was("2022-10-01", Shape::Forbidden, "だめ") };
    let first = was("2020-10-20", Shape::Free, "自由");
    for earlier in [vec![later.clone(), first.clone()], vec![first, later]] {
        let rules = PlatformRules { earlier, ..rules(Shape::Approval) };
        assert_eq!(rules.on(day("2019-01-01")).contact.shape, Shape::Free);
        assert_eq!(rules.on(day("2019-01-01")).fee, Some(fee.clone()));
        assert_eq!(rules.on(day("2021-01-01")).contact.shape, Shape::Forbidden);
        assert_eq!(*rules.on(day("2022-10-01")), rules);
    }
}

#[test]
fn a_rule_on_a_weak_source_never_says_yes_by_itself() {
    for confidence in [Confidence::Low, Confidence::Inferred, Confidence::None] {
        let mut free = rules(Shape::Free);
        free.contact.cite.confidence = confidence;
        assert_eq!(judge(&facts(), &free, when("11-24")), Verdict::Ask { why: AskWhy::WeakSource });
        let mut gate = rules(Shape::Gate { gate: Stage::Contracted });
        gate.contact.cite.confidence = confidence;
        let contracted = facts().stage(Stage::Contracted, "11-18");
        assert_eq!(judge(&contracted, &gate, when("11-24")), Verdict::Ask { why: AskWhy::WeakSource });
    }
}

#[test]
fn an_approval_that_was_seen_counts_whatever_the_source_of_the_rule() {
    let mut rules = rules(Shape::Approval);
    rules.contact.cite.confidence = Confidence::Low;
    let approved = facts().saw(StatusValue::Approved, "承認", "11-20");
    assert_eq!(judge(&approved, &rules, when("11-24")).contact(), Contact::Yes);
}

#[test]
fn where_only_the_client_may_file_a_worker_is_led_to_ask_and_a_seller_files() {
    let mut rules = rules(Shape::Approval);
    let request = rules.request.as_mut().unwrap();
    request.who_may_file = Known::Known(Filers { worker: vec![Party::Client], seller: vec![Party::Me] });
    let first = |format: Format| {
        let mut facts = facts();
        facts.contract.format = format;
        standing(&facts, &rules, when("11-24")).next.remove(0).kind
    };
    assert!(matches!(
        first(Format::Fixed),
        NextKind::OpenDraft { purpose: crate::standing::DraftPurpose::AskClient, .. }
    ));
    assert_eq!(first(Format::Listing), NextKind::LookForLink);
}

#[test]
fn where_nobody_published_who_may_file_support_is_asked() {
    let mut rules = rules(Shape::Approval);
    rules.request.as_mut().unwrap().who_may_file = Known::Unknown;
    let next = standing(&facts(), &rules, when("11-24")).next;
    assert!(next.iter().any(|step| step.kind == NextKind::AskOffice));
}

#[test]
fn a_purpose_that_is_exempt_is_shown_and_changes_no_answer() {
    let mut rules = rules(Shape::Forbidden);
    let before = standing(&facts(), &rules, when("11-24"));
    let exempt = |from: Option<Stage>| Exemption {
        id: "repository".to_owned(),
        purpose: text("リポジトリを開く"),
        permits: text("メールアドレスだけ"),
        never: text("話すことは認められません"),
        from,
        cite: cite(),
    };
    rules.exemptions = vec![exempt(None), exempt(Some(Stage::Contracted))];
    let after = standing(&facts(), &rules, when("11-24"));
    assert_eq!(after.verdict, before.verdict);
    assert_eq!(after.exemptions, [exempt(None)], "the second waits for its stage");
    let contracted = facts().stage(Stage::Contracted, "11-18");
    assert_eq!(standing(&contracted, &rules, when("11-24")).exemptions.len(), 2);
}

#[test]
fn what_was_said_outside_has_to_be_written_back_only_once_something_was() {
    let mut rules = rules(Shape::Free);
    rules.duties = vec![Duty {
        id: "write-back".to_owned(),
        when: DutyWhen::AfterContactOutside,
        text: text("メッセージに書き戻します"),
        cite: cite(),
    }];
    assert!(standing(&facts(), &rules, when("11-24")).duties.is_empty());
    assert_eq!(standing(&facts().talked_outside("11-20"), &rules, when("11-24")).duties.len(), 1);
}

#[test]
fn a_value_is_old_after_180_days() {
    let cite = cite();
    assert!(!cite.is_stale(day("2026-11-23").plus_days(180)));
    assert!(cite.is_stale(day("2026-11-23").plus_days(181)));
}

/// A platform whose words for an approval and a refusal are known.
fn with_words() -> RequestRule {
    let known = |word: &str, means| DocumentedWord { word: word.to_owned(), means, cite: cite() };
    let words = vec![known("承認", StatusValue::Approved), known("Not approved", StatusValue::Denied)];
    RequestRule { documented_words: words, ..rules(Shape::Approval).request.unwrap() }
}

#[test]
fn a_documented_word_beside_another_status_is_told() {
    let request = with_words();
    let against = |seen: &str, chosen| request.word_against(seen, chosen).map(|word| word.means);
    for seen in [
        "承認",
        "申請ステータス：承認",
        "申請ステータス\t承認",
        "「承認」",
        "承認 2026/11/24 10:30",
        "申請日 11/20\n承認",
    ] {
        assert_eq!(against(seen, StatusValue::Pending), Some(StatusValue::Approved), "{seen}");
        assert_eq!(against(seen, StatusValue::Approved), None, "{seen}");
    }
    assert_eq!(against("Status: NOT APPROVED", StatusValue::Approved), Some(StatusValue::Denied));
}

#[test]
fn a_word_that_is_part_of_another_or_of_a_sentence_is_no_hint_towards_an_approval() {
    let request = with_words();
    for seen in [
        "",
        "承認待ち",
        "未承認",
        "非承認",
        "承認されていません",
        "まだ 承認 されていません",
        "「承認」ではない",
        "審査中",
        "20261124",
    ] {
        for chosen in StatusValue::ALL {
            assert_eq!(request.word_against(seen, chosen), None, "{seen}");
        }
    }
}

#[test]
fn where_a_word_for_what_was_chosen_is_there_too_nothing_is_said() {
    let request = with_words();
    let both = "承認\nNot approved";
    assert_eq!(request.word_against(both, StatusValue::Approved), None);
    assert_eq!(request.word_against(both, StatusValue::Denied), None);
    assert!(request.word_against(both, StatusValue::Pending).is_some());
}
