//! A run of a guide tried at another date: what was known then, the answer of then, and dates counted from then.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use crate::common::{Desk, looked, seen};
use engawa_book::inputs::{GuideAnswer, GuideStart};
use engawa_book::views::{RunAt, RunView};
use engawa_domain::facts::{Party, Place, Seen, Stage, StatusValue};
use engawa_domain::guide::{AnswerFrom, GuideId, OptionId, QuestionId};
use engawa_domain::ids::{PlatformId, RunId};

/// Contracted on the 18th, looked for on the 20th and 21st, nothing shown on the 22nd, the client looked on the 24th.
fn looked_in_vain() -> (Desk, RunId) {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let id = desk.contract(
        account,
        "商品紹介文の作成",
        &[(Stage::Contracted, "11/18"), (Stage::Escrowed, "11/19")],
    );
    desk.fact(id, "11/20", looked(Party::Me, Place::Web, Seen::Missing)).unwrap();
    desk.fact(id, "11/21", looked(Party::Me, Place::App, Seen::Missing)).unwrap();
    desk.fact(id, "11/22", seen(StatusValue::Blank, "")).unwrap();
    desk.fact(id, "11/24", looked(Party::Client, Place::Web, Seen::Missing)).unwrap();
    let action = desk.action(GuideStart {
        guide: GuideId("link-missing".to_owned()),
        platform: PlatformId("crowdworks".to_owned()),
        contract: Some(id),
    });
    let run = desk.book.guide_start(action).unwrap().value;
    let action = desk.action(GuideAnswer {
        run,
        question: QuestionId("danger".to_owned()),
        option: OptionId("none".to_owned()),
    });
    desk.book.guide_answer(action).unwrap();
    (desk, run)
}

fn at(view: &RunView) -> &str {
    match &view.at {
        RunAt::Question(asked) => &asked.id.0,
        RunAt::Outcome(outcome) => &outcome.id.0,
    }
}

#[test]
fn a_run_tried_at_an_earlier_day_does_not_know_what_came_later() {
    let (desk, run) = looked_in_vain();
    let on = |day: &str| desk.book.run_view_on(run, day.parse().unwrap()).unwrap();
    assert_eq!(at(&on("2026-11-19")), "screen", "nobody had looked yet");
    assert_eq!(at(&on("2026-11-21")), "status", "no status had been looked for yet");
    assert_eq!(at(&on("2026-11-23")), "client", "the client had not looked yet");
    assert_eq!(at(&on("2026-11-24")), "inquire");
    let early = on("2026-11-19");
    assert_eq!(early.day.to_string(), "2026-11-19", "it says for which day it was computed");
    assert!(early.answers.iter().any(|answer| answer.from == AnswerFrom::Me), "her own answers are kept");
}

#[test]
fn dates_of_a_run_tried_at_a_later_day_are_counted_from_that_day() {
    let (desk, run) = looked_in_vain();
    let look_again = |view: RunView| match view.at {
        RunAt::Outcome(outcome) => outcome.look_again.to_string(),
        RunAt::Question(asked) => panic!("everything is answered: {:?}", asked.id),
    };
    let two_business_days_later =
        |day: &str| look_again(desk.book.run_view_on(run, day.parse().unwrap()).unwrap());
    // Tuesday the 24th, and two business days; Friday the 27th, and the weekend does not count.
    assert_eq!(look_again(desk.book.run_view(run).unwrap()), "2026-11-26");
    assert_eq!(two_business_days_later("2026-11-24"), "2026-11-26");
    assert_eq!(two_business_days_later("2026-11-27"), "2026-12-01");
}

#[test]
fn trying_a_run_at_another_day_records_nothing() {
    let (desk, run) = looked_in_vain();
    let (before, digest) = (desk.book.run_view(run).unwrap(), desk.book.digest().unwrap());
    desk.book.run_view_on(run, "2026-11-19".parse().unwrap()).unwrap();
    assert_eq!(desk.book.run_view(run).unwrap(), before);
    assert_eq!(desk.book.digest().unwrap(), digest);
    assert_eq!(desk.book.history_view(None).unwrap().entries.len(), 8, "as many as there were changes");
}
