//! The drafts, filled from the first real case and looked through as the app does it.

use std::collections::BTreeSet;

use engawa_domain::calendar::Day;
use engawa_domain::draft::{
    Addressee, Check, Checked, DraftCheck, DraftId, DraftTemplate, Fault, Filled, GAP, check, field_values,
    fill,
};
use engawa_domain::facts::{
    ContractFacts, FiledBy, Party, Restriction, Shown, Stage, StageEvent, StatusValue, Witness,
};
use engawa_domain::ids::{RestrictionId, StageEventId};
use engawa_domain::message::FindingKind;
use engawa_domain::rules::PlatformRules;
use engawa_domain::say::Lang;
use engawa_domain::standing::{Contact, DraftPurpose};
use engawa_domain::text::{Title, Words};
use engawa_words::Words as Language;
use uuid::Uuid;

use super::record::{Recorded, link_missing, when};
use super::story::crowdworks;
use crate::{Pack, Packs};

fn filled(draft: &DraftTemplate, facts: &ContractFacts, rules: &PlatformRules, lang: Lang) -> Filled {
    let today: Day = "2026-11-24".parse().unwrap();
    let words = Language::new(lang).on(today);
    fill(draft, &field_values(facts, rules), lang, &|value| words.value(value))
}

/// Every pack with drafts, and the first real case on a page of its own service.
fn packs_with_drafts() -> Vec<(Pack, ContractFacts)> {
    let packs = Packs::embedded().unwrap();
    let with_drafts = packs.all().filter(|pack| !pack.drafts.is_empty());
    with_drafts
        .map(|pack| {
            let mut facts = link_missing();
            let host = pack.rules.hosts.first().map_or("service.example.jp", String::as_str);
            facts.contract.url = Some(format!("https://{host}/contracts/1042"));
            (pack.clone(), facts)
        })
        .collect()
}

#[test]
fn the_inquiry_holds_everything_the_office_needs() {
    let pack = crowdworks();
    let draft = pack.draft_for(DraftPurpose::InquiryToOffice).unwrap();
    let mut facts = link_missing();
    facts.saw_status(StatusValue::Blank, Witness::Me { words: None, shown: Shown::Web }, "11-24");
    let filled = filled(draft, &facts, &pack.rules, Lang::Ja);
    assert_eq!(filled.subject.as_deref(), Some("「サービス外連絡申請」のリンクが表示されない件"));
    assert_eq!(
        filled.text(),
        "お世話になっております。ワーカーの sample_writer です。
下記の相談・契約で、「サービス外連絡申請」のリンクが表示されません。

登録メールアドレス：me@example.jp
依頼名：商品紹介文の作成（60本）
URL：https://crowdworks.jp/contracts/1042
番号：1042
形式：固定報酬
段階：仮払い（11/19(木)）
見た場所：Web（11/20(金)）、アプリ（11/20(金)）
表示がないことに気づいた日：11/20(金)
クライアントの画面：表示なし（Web・11/24(火)に確認）
申請ステータスの表示：なし（11/24(火)に確認）
連絡したい理由：原稿の確認を音声で行うため

申請ができる状態かどうか、お調べいただけますでしょうか。
承認をいただくまでは、サービスのメッセージでやりとりを続けます。
どうぞよろしくお願いいたします。"
    );
}

/// 点検 of a draft of this pack.
fn looked(
    pack: &Pack,
    facts: &ContractFacts,
    draft: &DraftTemplate,
    text: &str,
    contact: Contact,
) -> DraftCheck {
    let others = [Title::new("べつの会社").unwrap()];
    check(draft, Checked { text, facts, rules: &pack.rules, contact, other_clients: &others })
}

#[test]
fn every_draft_passes_its_checks_but_for_what_the_user_writes_by_hand() {
    for (pack, mut facts) in packs_with_drafts() {
        facts.inquired("11-24");
        for draft in &pack.drafts {
            for lang in [Lang::Ja, Lang::En] {
                let filled = filled(draft, &facts, &pack.rules, lang);
                let (name, text) = (format!("{} {:?} in {lang:?}", pack.rules.id.0, draft.id), filled.text());
                // What is never in the record, the contact itself or what was said, the user writes by hand.
                let by_hand = draft.lines.iter().any(|line| line.text.in_lang(lang).contains(GAP));
                let expected: &[Fault] = if by_hand { &[Fault::Check(Check::NoGaps)] } else { &[] };
                let faults = looked(&pack, &facts, draft, &text, meant_under(draft)).faults();
                assert_eq!(faults, expected, "{name}:\n{text}");
                assert_eq!(filled.gaps(), [], "{name}");
                assert!(filled.segments.iter().all(|segment| !segment.text().contains('{')), "{name}");
            }
        }
    }
}

/// The standing under which a draft is sent: contact details only once contact is permitted, anything else even without.
fn meant_under(draft: &DraftTemplate) -> Contact {
    match draft.purpose {
        Some(DraftPurpose::ExchangeContact) => Contact::Yes,
        Some(
            DraftPurpose::InquiryToOffice
            | DraftPurpose::AskClient
            | DraftPurpose::Holding
            | DraftPurpose::RequestReason
            | DraftPurpose::Decline,
        )
        | None => Contact::No,
    }
}

#[test]
fn no_word_of_a_draft_alarms_the_linter_at_any_stage_for_which_it_is_meant() {
    let mut alarms = BTreeSet::new();
    for (pack, facts) in packs_with_drafts() {
        for stage in Stage::ALL {
            let mut facts = facts.clone();
            facts.inquired("11-24");
            let (id, contract) = (StageEventId(Uuid::from_u128(700)), facts.contract.id);
            facts.stages = vec![StageEvent { id, contract, stage, when: when("11-23"), note: String::new() }];
            for draft in &pack.drafts {
                for (lang, contact) in [Lang::Ja, Lang::En]
                    .into_iter()
                    .flat_map(|lang| [meant_under(draft), Contact::Yes].map(|contact| (lang, contact)))
                {
                    let text = filled(draft, &facts, &pack.rules, lang).text();
                    for passage in looked(&pack, &facts, draft, &text, contact).passages {
                        let name = format!("{} {} in {lang:?}", pack.rules.id.0, draft.id.0);
                        alarms
                            .insert(format!("{name}: {:?} {}", passage.finding.kind, passage.finding.words));
                    }
                }
            }
        }
    }
    assert!(alarms.is_empty(), "{alarms:#?}");
}

#[test]
fn what_may_be_answered_to_a_message_passes_the_linter() {
    let pack = crowdworks();
    let draft = pack.draft_for(DraftPurpose::Decline).unwrap();
    for (kind, lang) in FindingKind::ALL.into_iter().flat_map(|kind| [(kind, Lang::Ja), (kind, Lang::En)]) {
        let answer = Language::new(lang).say(&kind.answer());
        let looked = looked(&pack, &link_missing(), draft, &answer, Contact::No);
        assert!(looked.passes() && looked.passages.is_empty(), "{kind:?}: {answer}: {looked:?}");
    }
}

#[test]
fn the_days_that_matter_to_the_office_come_from_the_record() {
    let pack = crowdworks();
    let written = |id: &str, facts: &ContractFacts| {
        filled(pack.draft(&DraftId(id.to_owned())).unwrap(), facts, &pack.rules, Lang::Ja).text()
    };
    let mut facts = link_missing();
    assert!(!written("inquiry-not-inspected", &facts).contains("納品した日"), "nothing was delivered yet");
    let (id, contract) = (StageEventId(Uuid::from_u128(700)), facts.contract.id);
    let (stage, note) = (Stage::Delivered, String::new());
    facts.stages.push(StageEvent { id, contract, stage, when: when("11-23"), note });
    assert!(written("inquiry-not-inspected", &facts).contains("納品した日：11/23(月)"));
    facts.filed(FiledBy::Me, "11-20");
    assert!(written("inquiry-waiting", &facts).contains("申請した日：11/20(金)"));
    let (id, words) = (RestrictionId(Uuid::from_u128(900)), Words::new("アクセスする権限がありません").ok());
    facts.restrictions.push(Restriction { id, contract, party: Party::Me, when: when("11-24"), words });
    assert!(written("inquiry-restricted", &facts).contains("画面の言葉：アクセスする権限がありません"));
}

#[test]
fn every_sentence_of_a_check_has_its_words_in_both_languages() {
    let words = [Lang::Ja, Lang::En].map(Language::new);
    let others = [Title::new("べつの会社").unwrap()];
    for (pack, with_all) in packs_with_drafts() {
        let mut bare = with_all.clone();
        bare.account.registered_email = None;
        bare.contract.url = None;
        let texts = ["＿＿＿ べつの会社 a@example.com 090-1234-5678", "よろしくお願いいたします。"];
        for draft in &pack.drafts {
            for (facts, text) in
                [&with_all, &bare].into_iter().flat_map(|facts| texts.map(|text| (facts, text)))
            {
                for contact in [Contact::No, Contact::Yes] {
                    let checked =
                        Checked { text, facts, rules: &pack.rules, contact, other_clients: &others };
                    for item in check(draft, checked).items {
                        for words in &words {
                            let said = words.try_say(&item.say);
                            assert!(said.is_ok(), "{:?}: {said:?}", item.say);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn the_drafts_for_the_client_stay_inside_the_service() {
    for (pack, facts) in packs_with_drafts() {
        let to_client: Vec<_> = pack.drafts.iter().filter(|draft| draft.to == Addressee::Client).collect();
        assert!(to_client.len() >= 3, "{}", pack.rules.id.0);
        for draft in to_client {
            let text = filled(draft, &facts, &pack.rules, Lang::Ja).text();
            assert!(text.contains("メッセージ"), "{:?} says where the talk goes on:\n{text}", draft.id);
        }
    }
}
