//! What the record knows of dates, and the day on which to look again.

use super::super::{LookAgain, Record, RecordDate, RecordFact, holds_since};
use crate::calendar::{Day, When};
use crate::facts::{Channel, ContractFacts, FiledBy, InquiryResult, Stage};
use crate::rules::{PlatformRules, Shape, Span, Timer, TimerStart};
use crate::standing::samples::{Recorded, cite, day, facts, rules, text, when};

/// The rules of the samples, with a week for the inspection. Support is written to again after three business days.
fn with_inspection() -> PlatformRules {
    let mut rules = rules(Shape::Approval);
    rules.timers.push(Timer {
        id: "inspection".to_owned(),
        name: text("検収"),
        due_text: text("相談できます"),
        starts: TimerStart::Stage { stage: Stage::Delivered },
        span: Span::Days(7),
        stops: vec![Stage::Inspected, Stage::Completed, Stage::Terminated],
        plans: None,
        formats: Vec::new(),
        cite: cite(),
    });
    rules
}

fn since(fact: RecordFact, facts: &ContractFacts, today: &str) -> Option<When> {
    holds_since(fact, Record { facts: Some(facts), rules: &with_inspection(), now: when(today) })
}

const DUE: RecordFact = RecordFact::TimerDue { stage: Stage::Delivered };
const AHEAD: RecordFact = RecordFact::TimerAhead { stage: Stage::Delivered };

#[test]
fn a_timer_is_due_from_its_day_on_and_ahead_before_it() {
    let delivered = facts().stage(Stage::Delivered, "11-17");
    assert_eq!(since(AHEAD, &delivered, "11-23"), Some(when("11-17")));
    assert_eq!(since(DUE, &delivered, "11-23"), None);
    assert_eq!(since(DUE, &delivered, "11-24"), Some(when("11-24")), "a week later");
    assert_eq!(since(DUE, &delivered, "12-10"), Some(when("11-24")), "since its day, not since today");
    assert_eq!(since(AHEAD, &delivered, "11-24"), None);
}

#[test]
fn a_timer_that_a_stage_stopped_is_neither_due_nor_ahead() {
    let inspected = facts().stage(Stage::Delivered, "11-17").stage(Stage::Inspected, "11-20");
    assert_eq!(since(DUE, &inspected, "11-30"), None);
    assert_eq!(since(AHEAD, &inspected, "11-21"), None);
    assert_eq!(since(DUE, &facts(), "11-30"), None, "and so is one that nothing started");
}

#[test]
fn a_review_is_over_only_after_its_last_day() {
    // Friday the 20th and two business days; Monday the 23rd is a holiday.
    let filed = facts().requested(FiledBy::Me, "11-20");
    assert_eq!(since(RecordFact::ReviewOver, &filed, "11-25"), None);
    assert_eq!(since(RecordFact::ReviewOver, &filed, "11-26"), Some(when("11-26")));
}

#[test]
fn the_day_to_write_again_comes_only_while_there_is_no_answer() {
    let asked = facts().inquired("writer@example.jp", "11-24");
    assert_eq!(since(RecordFact::WriteAgainDue, &asked, "11-26"), None);
    assert_eq!(since(RecordFact::WriteAgainDue, &asked, "11-27"), Some(when("11-27")), "three business days");
    let answered = asked.answered(InquiryResult::NoHelp, "11-25");
    assert_eq!(since(RecordFact::WriteAgainDue, &answered, "12-10"), None);
}

#[test]
fn the_sender_of_an_inquiry_is_compared_with_the_registered_address() {
    let other = facts().inquired("else@example.jp", "11-20");
    assert_eq!(since(RecordFact::InquiryFromOther, &other, "11-24"), Some(when("11-20")));
    assert_eq!(since(RecordFact::InquiryFromRegistered, &other, "11-24"), None);
    let again = other.clone().inquired("Writer@Example.jp", "11-23");
    assert_eq!(since(RecordFact::InquiryFromRegistered, &again, "11-24"), Some(when("11-23")));
    assert_eq!(since(RecordFact::InquiryFromOther, &again, "11-24"), None, "the newest counts");
    let mut unknown = other;
    unknown.account.registered_email = None;
    assert_eq!(since(RecordFact::InquiryFromOther, &unknown, "11-24"), None, "nothing to compare with");
}

#[test]
fn escrow_and_delivery_are_missing_only_where_something_else_is_recorded() {
    assert_eq!(since(RecordFact::NotEscrowed, &facts(), "11-24"), None, "an empty record knows nothing");
    let made = facts().stage(Stage::Contracted, "11-18");
    assert_eq!(since(RecordFact::NotEscrowed, &made, "11-24"), Some(when("11-18")));
    assert_eq!(since(RecordFact::NotDelivered, &made, "11-24"), Some(when("11-18")));
    let paid = made.stage(Stage::Escrowed, "11-19");
    assert_eq!(since(RecordFact::NotEscrowed, &paid, "11-24"), None);
    assert_eq!(since(RecordFact::NotDelivered, &paid, "11-24"), Some(when("11-18")));
    let delivered = paid.stage(Stage::Delivered, "11-20");
    assert_eq!(since(RecordFact::NotDelivered, &delivered, "11-24"), None);
    let talking = facts().stage(Stage::Consultation, "11-17");
    assert_eq!(since(RecordFact::NotDelivered, &talking, "11-24"), None, "nothing to deliver yet");
}

#[test]
fn a_wish_is_known_by_its_means() {
    let asked = facts().wish(Channel::VideoCall, "11-19");
    let by = |channel| since(RecordFact::ClientAskedFor { channel }, &asked, "11-24");
    assert_eq!(by(Channel::VideoCall), Some(when("11-19")));
    assert_eq!(by(Channel::Email), None);
}

fn looks_again(on: Option<RecordDate>, facts: Option<&ContractFacts>, reached: &str) -> Day {
    let look = LookAgain { business_days: 2, on, what: text("見る"), resume_at: None, resume_when: None };
    let rules = with_inspection();
    let now = when(reached);
    look.day(now.day, &rules, facts.map(|facts| Record { facts: Some(facts), rules: &rules, now }))
}

#[test]
fn looking_again_is_on_the_day_of_the_record_while_that_is_to_come() {
    let inspection = Some(RecordDate::Timer { stage: Stage::Delivered });
    let delivered = facts().stage(Stage::Delivered, "11-17");
    assert_eq!(looks_again(inspection, Some(&delivered), "11-18"), day("2026-11-24"));
    assert_eq!(looks_again(inspection, Some(&delivered), "11-24"), day("2026-11-26"), "its day has come");
    assert_eq!(looks_again(inspection, None, "11-24"), day("2026-11-26"), "no record: two business days");
    assert_eq!(looks_again(None, Some(&delivered), "11-24"), day("2026-11-26"));
}

#[test]
fn looking_again_for_a_review_is_on_the_day_after_its_last() {
    let filed = facts().requested(FiledBy::Client, "11-20");
    assert_eq!(looks_again(Some(RecordDate::Review), Some(&filed), "11-24"), day("2026-11-26"));
    assert_eq!(looks_again(Some(RecordDate::Review), Some(&filed), "11-26"), day("2026-11-30"), "it is over");
}

#[test]
fn looking_again_for_an_answer_is_on_the_day_to_write_again() {
    let asked = facts().inquired("writer@example.jp", "11-20");
    // The 21st to the 23rd do not count.
    assert_eq!(looks_again(Some(RecordDate::WriteAgain), Some(&asked), "11-20"), day("2026-11-26"));
    assert_eq!(looks_again(Some(RecordDate::WriteAgain), Some(&facts()), "11-24"), day("2026-11-26"));
}
