//! Filling and looking through drafts.

use super::{
    Addressee, Check, Checked, DraftId, DraftTemplate, Field, Line, Segment, Tone, WhenMissing, check,
    field_values, fill,
};
use crate::facts::{ContractFacts, Party, Place, Seen, Stage, StatusValue};
use crate::rules::{Shape, Text};
use crate::say::{Lang, SayValue};
use crate::standing::samples::{Recorded, facts, rules};
use crate::standing::{Contact, DraftPurpose};
use crate::text::Title;
use proptest::prelude::*;

mod lint;

fn line(ja: &str, missing: WhenMissing) -> Line {
    Line { text: Text { ja: ja.to_owned(), en: format!("en: {ja}") }, missing }
}

pub(super) fn template(to: Addressee, lines: Vec<Line>, checks: Vec<Check>) -> DraftTemplate {
    DraftTemplate {
        id: DraftId("sample".to_owned()),
        name: Text { ja: "見本".to_owned(), en: "Sample".to_owned() },
        purpose: Some(DraftPurpose::InquiryToOffice),
        asked_in: Vec::new(),
        to,
        subject: Some(Text {
            ja: "{request_name}について".to_owned(),
            en: "About {request_name}".to_owned(),
        }),
        lines,
        checks,
    }
}

/// Says a value plainly, as the tests read it.
fn plainly(value: &SayValue) -> String {
    match value {
        SayValue::Words(words) | SayValue::Name(words) => words.clone(),
        SayValue::Text(text) => text.ja.clone(),
        SayValue::Day(day) => day.to_string(),
        SayValue::Number(number) => number.to_string(),
        SayValue::Yen(yen) => format!("{yen:?}"),
        SayValue::List(values) => values.iter().map(plainly).collect::<Vec<_>>().join("、"),
        SayValue::Say(say) => {
            let args: Vec<_> = say.args.iter().map(|arg| plainly(&arg.value)).collect();
            format!("{}({})", say.key, args.join(","))
        }
    }
}

fn filled(template: &DraftTemplate, facts: &ContractFacts) -> super::Filled {
    fill(template, &field_values(facts, &rules(Shape::Approval)), Lang::Ja, &plainly)
}

#[test]
fn values_of_the_record_stand_where_the_template_names_them() {
    let template = template(
        Addressee::Office,
        vec![line("依頼名：{title}（{client_name}）", WhenMissing::Gap), line("以上", WhenMissing::Gap)],
        vec![],
    );
    let filled = filled(&template, &facts());
    assert_eq!(filled.text(), "依頼名：商品紹介文の作成（60本）（サンプル商店）\n以上");
    assert_eq!(filled.subject.as_deref(), Some("申請について"));
    assert!(
        filled
            .segments
            .contains(&Segment::Record { field: Field::ClientName, text: "サンプル商店".to_owned() })
    );
}

#[test]
fn a_line_with_a_missing_value_keeps_a_visible_gap_or_is_left_out() {
    let template = template(
        Addressee::Office,
        vec![line("URL：{url}", WhenMissing::Gap), line("番号：{number}", WhenMissing::Drop)],
        vec![],
    );
    let filled = filled(&template, &facts());
    assert_eq!(filled.text(), "URL：＿＿＿");
    assert_eq!(filled.gaps(), [Field::Url]);
}

#[test]
fn braces_that_name_no_value_are_words() {
    let template = template(Addressee::Office, vec![line("{これ}と{title}", WhenMissing::Gap)], vec![]);
    assert_eq!(filled(&template, &facts()).text(), "{これ}と商品紹介文の作成（60本）");
}

#[test]
fn where_and_since_when_one_looked_in_vain_come_from_the_link_checks() {
    let looked = facts()
        .stage(Stage::Escrowed, "11-19")
        .looked(Party::Me, Place::Web, Seen::Missing, "11-20")
        .looked(Party::Me, Place::App, Seen::Missing, "11-21");
    let values = field_values(&looked, &rules(Shape::Approval));
    assert_eq!(plainly(&values[&Field::MissingSince]), "2026-11-20");
    assert_eq!(
        plainly(&values[&Field::PlacesLooked]),
        "draft-value-looked(place-web,2026-11-20)、draft-value-looked(place-app,2026-11-21)"
    );
    assert_eq!(plainly(&values[&Field::Stage]), "draft-value-stage(stage-escrowed,2026-11-19)");
}

fn tones(text: &str, to: Addressee, contact: Contact, facts: &ContractFacts) -> Vec<(Check, Tone)> {
    let template = template(
        to,
        vec![],
        vec![Check::SenderIsRegistered, Check::HasUrl, Check::NoGaps, Check::NoOtherClient],
    );
    let others = [Title::new("べつの会社").unwrap(), Title::new("あ").unwrap()];
    let rules = rules(Shape::Approval);
    let checked = Checked { text, facts, rules: &rules, contact, other_clients: &others };
    check(&template, checked).items.into_iter().map(|item| (item.check, item.tone)).collect()
}

#[test]
fn a_message_to_the_client_is_always_looked_through_for_contact_data() {
    let text = "Chatworkは chatwork ID: sample_writer です。メールは writer＠example.jp です。";
    let tone = |contact| {
        let tones = tones(text, Addressee::Client, contact, &facts());
        tones.into_iter().find(|(check, _)| *check == Check::NoContactData).map(|(_, tone)| tone)
    };
    assert_eq!(tone(Contact::No), Some(Tone::Stop));
    assert_eq!(tone(Contact::Ask), Some(Tone::Stop));
    assert_eq!(tone(Contact::Yes), Some(Tone::Look));
}

#[test]
fn an_address_that_is_not_recorded_a_gap_and_another_clients_name_stop_the_sending() {
    let mut facts = facts();
    facts.account.registered_email = None;
    let tones = tones("べつの会社と＿＿＿", Addressee::Office, Contact::No, &facts);
    assert_eq!(
        tones,
        [
            (Check::SenderIsRegistered, Tone::Stop),
            (Check::HasUrl, Tone::Stop),
            (Check::NoGaps, Tone::Stop),
            (Check::NoOtherClient, Tone::Stop),
        ]
    );
}

#[test]
fn the_registered_address_may_stand_in_a_message_to_the_office() {
    let template = template(Addressee::Office, vec![], vec![Check::NoContactData]);
    let (facts, rules) = (facts(), rules(Shape::Approval));
    let tone = |text| {
        let checked =
            Checked { text, facts: &facts, rules: &rules, contact: Contact::No, other_clients: &[] };
        check(&template, checked).items[0].tone
    };
    assert_eq!(tone("登録メールアドレス：writer@example.jp"), Tone::Good);
    assert_eq!(tone("登録メールアドレス：other@example.jp"), Tone::Stop);
}

#[test]
fn a_blank_status_is_told_as_such_and_words_as_they_were() {
    let values = |facts: &ContractFacts| field_values(facts, &rules(Shape::Approval));
    let blank = facts().saw_without_words(StatusValue::Blank, "11-20");
    assert_eq!(plainly(&values(&blank)[&Field::StatusShown]), "draft-value-status-none(2026-11-20)");
    let words = blank.saw(StatusValue::Unclear, "確認中です", "11-21");
    assert_eq!(plainly(&values(&words)[&Field::StatusShown]), "確認中です");
    let heard = facts().heard(StatusValue::Approved, "11-22");
    assert!(!values(&heard).contains_key(&Field::StatusShown), "hearsay is not what the screen shows");
}

proptest! {
    #[test]
    fn a_mail_address_anywhere_in_a_message_to_the_client_stops_it_before_an_approval(
        before in "[ぁ-ん、。]{0,12}", name in "[a-z]{1,8}", host in "[a-z]{2,8}", after in "[ぁ-ん、。]{0,12}"
    ) {
        let text = format!("{before} {name}@{host}.com {after}");
        let tones = tones(&text, Addressee::Client, Contact::No, &facts());
        prop_assert!(tones.contains(&(Check::NoContactData, Tone::Stop)), "{}", text);
    }

    #[test]
    fn what_is_filled_in_is_the_template_with_the_values_and_nothing_else(words in "[ぁ-ん{}]{0,20}") {
        let template = template(Addressee::Office, vec![line(&format!("{words}{{title}}"), WhenMissing::Gap)], vec![]);
        prop_assert_eq!(filled(&template, &facts()).text(), format!("{words}商品紹介文の作成（60本）"));
    }
}
