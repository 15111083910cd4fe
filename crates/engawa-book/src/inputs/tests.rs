use engawa_domain::calendar::When;
use engawa_domain::facts::{ClientKind, Format, Shown, Stage, StatusValue, Witness};
use engawa_domain::ids::{AccountId, ClientId};
use engawa_domain::rules::PlatformRules;

use super::*;
use crate::samples_for_tests::{contract_id, id, rules, when};

fn input() -> ContractInput {
    ContractInput {
        account: AccountId(id(2)),
        client: ClientChoice::New {
            name: "サンプル商店".to_owned(),
            reading: String::new(),
            kind: ClientKind::Unknown,
        },
        title: "商品紹介文の作成（60本）".to_owned(),
        format: Format::Fixed,
        stages: vec![StageInput { stage: Stage::Contracted, day: "11/18".to_owned() }],
        wishes: Vec::new(),
        wish_day: String::new(),
        amount: String::new(),
        delivery_due: String::new(),
        url: String::new(),
        number: String::new(),
        contact_reason: String::new(),
        note: String::new(),
    }
}

fn read(input: &ContractInput) -> Result<ContractRead, Vec<FieldFault>> {
    let rules = rules();
    contract(input, contract_id(), ClientId(id(3)), Reader::new(when("11-24 14:05"), &rules))
}

#[test]
fn five_fields_are_enough() {
    let read = read(&input()).unwrap();
    assert_eq!(read.stages, [(Stage::Contracted, when("11-18"))]);
    assert_eq!(read.new_client.map(|client| client.id), Some(read.contract.client));
    assert_eq!((read.contract.amount, read.contract.delivery_due, read.wish), (None, None, None));
}

#[test]
fn an_empty_day_of_a_stage_is_today_and_says_no_time() {
    let stages = vec![StageInput { stage: Stage::Contracted, day: String::new() }];
    assert_eq!(
        read(&ContractInput { stages, ..input() }).unwrap().stages,
        [(Stage::Contracted, when("11-24"))]
    );
}

#[test]
fn every_field_that_needs_a_repair_is_named_at_once() {
    let faults = read(&ContractInput {
        title: "\u{3000}".to_owned(),
        delivery_due: "11/31".to_owned(),
        amount: "たくさん".to_owned(),
        stages: vec![StageInput { stage: Stage::Contracted, day: "13月1日".to_owned() }],
        client: ClientChoice::New { name: String::new(), reading: String::new(), kind: ClientKind::Unknown },
        ..input()
    })
    .unwrap_err();
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["client.name", "title", "amount", "delivery_due", "stages.0.day"]);
}

#[test]
fn a_day_that_does_not_exist_offers_the_last_of_the_month_and_the_first_of_the_next() {
    let faults = read(&ContractInput { delivery_due: "11/31".to_owned(), ..input() }).unwrap_err();
    let offers: Vec<&str> = faults[0].offers.iter().map(|offer| offer.value.as_str()).collect();
    assert_eq!(offers, ["2026-11-30", "2026-12-01"]);
    for value in offers {
        assert!(
            read(&ContractInput { delivery_due: value.to_owned(), ..input() }).is_ok(),
            "{value} is a repair, so it is readable"
        );
    }
}

#[test]
fn every_byte_of_a_title_is_kept_up_to_ten_thousand_characters() {
    let written = " 髙﨑 𠮷野家 \u{FA19} ㈱ ① ";
    assert_eq!(
        read(&ContractInput { title: written.to_owned(), ..input() }).unwrap().contract.title.as_str(),
        written
    );
    assert!(read(&ContractInput { title: "縁".repeat(10_000), ..input() }).is_ok());
    let faults = read(&ContractInput { title: "縁".repeat(10_001), ..input() }).unwrap_err();
    assert_eq!(faults[0].say.key, "problem-field-too-long");
}

#[test]
fn business_days_are_counted_by_the_platforms_calendar() {
    // 12/28 + 1: the 29th to the 3rd are closed, the 4th of January 2027 is a Monday.
    let rules = rules();
    let mut reader = Reader::new(when("12-28"), &rules);
    assert_eq!(reader.day("day", "+1営業日"), Some(Some("2027-01-04".parse().unwrap())));
}

#[test]
fn nothing_typed_is_now_and_a_typed_day_has_no_time_until_one_is_typed() {
    let rules = rules();
    let mut reader = Reader::new(when("11-24 14:05"), &rules);
    let mut read = |day: &str, time: &str| {
        reader.when("when", &WhenInput { day: day.to_owned(), time: time.to_owned() })
    };
    assert_eq!(read("", ""), Some(when("11-24 14:05")));
    assert_eq!(read("11/20", ""), Some(when("11-20")));
    assert_eq!(read("11/20", "18:42"), Some(when("11-20 18:42")));
    assert_eq!(read("", "9:00"), Some(when("11-24 09:00")));
}

#[test]
fn words_that_were_not_written_down_are_none_and_others_stay_as_they_are() {
    let rules = rules();
    let status = |words: &str| {
        let what = WhatInput::StatusSeen {
            value: StatusValue::Approved,
            words: words.to_owned(),
            shown: Shown::Web,
            note: String::new(),
        };
        let input = FactInput { contract: contract_id(), when: WhenInput::default(), what };
        match fact(&input, id(9), Reader::new(When::on("2026-11-24".parse().unwrap()), &rules)).unwrap() {
            Fact::Status(status) => status.witness,
            other => panic!("a status was typed, {other:?} was read"),
        }
    };
    assert_eq!(status("  "), Witness::Me { words: None, shown: Shown::Web });
    let Witness::Me { words: Some(words), .. } = status(" 承認 ") else { panic!("words were typed") };
    assert_eq!(words.as_str(), " 承認 ");
}

fn asked_through(entrance: &str, sender: &str, rules: &PlatformRules) -> Result<Fact, Vec<FieldFault>> {
    let what =
        WhatInput::Inquiry {
            entrance: entrance.to_owned(), sender: sender.to_owned(), body: "…".to_owned()
        };
    let input = FactInput { contract: contract_id(), when: WhenInput::default(), what };
    fact(&input, id(9), Reader::new(when("11-24"), rules))
}

fn fields_of(faults: &[FieldFault]) -> Vec<(&str, &str)> {
    faults.iter().map(|fault| (fault.field.as_str(), fault.say.key.as_str())).collect()
}

#[test]
fn an_inquiry_needs_the_address_it_was_sent_from() {
    let faults = asked_through("faq-form", "", &rules()).unwrap_err();
    assert_eq!(fields_of(&faults), [("what.sender", "problem-field-empty")]);
}

#[test]
fn an_inquiry_says_through_which_of_the_known_entrances_it_went() {
    let rules = rules();
    let faults = asked_through(" ", "me@example.jp", &rules).unwrap_err();
    assert_eq!(fields_of(&faults), [("what.entrance", "problem-field-empty")]);
    let faults = asked_through("board", "me@example.jp", &rules).unwrap_err();
    assert_eq!(fields_of(&faults), [("what.entrance", "problem-field-no-such-choice")]);
    assert!(asked_through("faq-form", "me@example.jp", &rules).is_ok());
}

#[test]
fn where_no_entrance_is_known_any_words_name_one() {
    let mut rules = rules();
    rules.support.entrances.clear();
    assert!(asked_through("アプリの「ヘルプ」", "me@example.jp", &rules).is_ok());
    assert!(asked_through("", "me@example.jp", &rules).is_err());
}

#[test]
fn a_recorded_entrance_stays_good_when_the_rules_no_longer_know_it() {
    let rules = rules();
    let mut reader = Reader::new(when("11-24"), &rules).keeping_entrance("closed-form");
    assert_eq!(reader.entrance("what.entrance", "closed-form").as_deref(), Some("closed-form"));
    assert_eq!(reader.entrance("what.entrance", "another"), None);
}
