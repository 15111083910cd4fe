//! Everything that a view says can be said in both languages: no key without its message, no message without its arguments.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use crate::common::{Desk, asked, looked, seen};
use engawa_book::inputs::{GuideAnswer, GuideStart, WhatInput};
use engawa_book::views::{ContractListQuery, Direction, DueFilter, EntryKind, RunAt, SortKey};
use engawa_domain::facts::{Channel, FiledBy, Party, Place, Seen, Stage, StatusValue};
use engawa_domain::say::{Lang, Say};
use engawa_packs::Packs;
use engawa_words::Words;
use serde::Serialize;
use serde_json::Value;

/// Every sentence in a view, found by its shape.
fn sentences(value: &Value, found: &mut Vec<Say>) {
    if let Ok(say) = serde_json::from_value::<Say>(value.clone()) {
        found.push(say);
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| sentences(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| sentences(value, found)),
        _ => {}
    }
}

fn check(view: &impl Serialize, said: &mut usize) {
    let mut found = Vec::new();
    sentences(&serde_json::to_value(view).unwrap(), &mut found);
    for say in found {
        *said += 1;
        for lang in [Lang::Ja, Lang::En] {
            let words = Words::new(lang).on("2026-11-24".parse().unwrap());
            let sentence = words.try_say(&say).unwrap_or_else(|unsaid| panic!("{say:?}: {unsaid:?}"));
            assert!(!sentence.contains('{'), "{sentence}");
        }
    }
}

#[test]
fn every_sentence_of_the_sample_book_can_be_said_in_both_languages() {
    let mut desk = Desk::at("11-24 14:05");
    desk.book.fill_sample().unwrap();
    let mut said = 0;
    let query = ContractListQuery {
        search: String::new(),
        states: Vec::new(),
        platforms: Vec::new(),
        stages: Vec::new(),
        due: DueFilter::Any,
        sort: SortKey::Recent,
        direction: Direction::Descending,
        offset: 0,
        limit: 50,
    };
    let list = desk.book.contract_list(&query).unwrap();
    check(&list, &mut said);
    for row in &list.rows {
        let view = desk.book.contract_view(row.id).unwrap();
        for draft in &view.drafts {
            check(&desk.book.draft_view(row.id, &draft.id).unwrap(), &mut said);
        }
        check(&view, &mut said);
    }
    check(&desk.book.today_view().unwrap(), &mut said);
    check(&desk.book.inquiries_view().unwrap(), &mut said);
    check(&desk.book.history_view(None).unwrap(), &mut said);
    assert!(said > 200, "only {said} sentences were found");
}

#[test]
fn every_notice_after_a_write_can_be_said_in_both_languages() {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let id =
        desk.contract(account, "商品紹介文", &[(Stage::Escrowed, "11/19"), (Stage::Contracted, "11/25")]);
    let mut said = 0;
    for what in [
        WhatInput::Stage { stage: Stage::Delivered, note: String::new() },
        looked(Party::Client, Place::App, Seen::Missing),
        looked(Party::Me, Place::Web, Seen::Visible),
        seen(StatusValue::Approved, ""),
        WhatInput::Request {
            by: FiledBy::Unknown,
            reason: "音声の確認".to_owned(),
            channels: vec![Channel::Line],
        },
        seen(StatusValue::Unclear, "確認中"),
        WhatInput::StatusHeard { value: StatusValue::Denied, note: String::new() },
        asked("other@example.jp"),
        WhatInput::Wish { channels: vec![Channel::VideoCall, Channel::Other], note: String::new() },
        WhatInput::Wish { channels: Vec::new(), note: "外で".to_owned() },
        WhatInput::OutsideContact { channel: Channel::Phone, note: String::new() },
        WhatInput::Restriction { party: Party::Me, words: String::new() },
        WhatInput::Payment { amount: "１万２千円".to_owned(), note: String::new() },
    ] {
        check(&desk.fact(id, "11/20", what).unwrap().said, &mut said);
    }
    check(&desk.book.contract_view(id).unwrap(), &mut said);
    check(&desk.book.history_view(Some(id)).unwrap(), &mut said);
    for (kind, text) in [
        (EntryKind::Day, "あさって"),
        (EntryKind::Day, "11/31"),
        (EntryKind::Time, "14:05"),
        (EntryKind::Amount, "264,000"),
        (EntryKind::Email, "me＠example.jp"),
    ] {
        check(&desk.book.entry_read(kind, text).unwrap(), &mut said);
    }
    assert!(said > 60, "only {said} sentences were found");
}

#[test]
fn every_guide_can_be_said_from_its_first_question_to_every_outcome_that_its_options_lead_to() {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let mut said = 0;
    for pack in Packs::embedded().unwrap().all() {
        for guide in &pack.guides {
            for (number, option) in guide.questions.iter().flat_map(|question| &question.options).enumerate()
            {
                let id = desk.contract(account, &format!("{number}"), &[(Stage::Contracted, "11/18")]);
                let start = GuideStart {
                    guide: guide.id.clone(),
                    platform: pack.rules.id.clone(),
                    contract: Some(id),
                };
                let action = desk.action(start);
                let run = desk.book.guide_start(action).unwrap().value;
                // The option on its own question, the first option on the way there.
                for _ in 0..guide.questions.len() {
                    let view = desk.book.run_view(run).unwrap();
                    check(&view, &mut said);
                    let RunAt::Question(asked) = view.at else { break };
                    let chosen = asked
                        .options
                        .iter()
                        .find(|known| *known == option)
                        .unwrap_or(&asked.options[0])
                        .id
                        .clone();
                    let action = desk.action(GuideAnswer { run, question: asked.id, option: chosen });
                    desk.book.guide_answer(action).unwrap();
                }
            }
        }
    }
    assert!(said > 0);
}
