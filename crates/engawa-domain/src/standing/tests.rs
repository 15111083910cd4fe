//! The first real case, and the cases beside it, one fact after another.

use super::samples::{Recorded, contract_id, day, facts, rules, when};
use super::{
    Allowance, AskWhy, Contact, DeadlineKind, DraftPurpose, Due, NextKind, ReasonKind, Speaks, Standing,
    StateName, Verdict, allowance, standing, standing_as_of,
};
use crate::calendar::DayRole;
use crate::facts::{
    Channel, ContractFacts, FiledBy, Format, InquiryResult, Party, Place, Seen, Stage, StatusValue,
};
use crate::rules::{DealOutside, Known, PlatformRules, Shape};

fn answer(facts: &ContractFacts, now: &str) -> Standing {
    standing(facts, &rules(Shape::Approval), when(now))
}

fn state(facts: &ContractFacts, now: &str) -> StateName {
    answer(facts, now).verdict.name()
}

fn first_step(standing: &Standing) -> &NextKind {
    &standing.next.first().expect("a next step").kind
}

/// Contract made, payment held, the client asks for Chatwork: the case as it began.
fn the_case() -> ContractFacts {
    facts()
        .stage(Stage::Consultation, "11-12")
        .stage(Stage::Contracted, "11-18")
        .stage(Stage::Escrowed, "11-19")
        .wish(Channel::Chatwork, "11-20")
}

#[test]
fn a_contract_without_an_approval_is_not_yet_and_the_next_step_is_to_look_for_the_link() {
    let standing = answer(&the_case(), "11-20");
    assert_eq!(standing.contact, Contact::No);
    assert_eq!(standing.verdict, Verdict::NotYet { gate: None });
    assert_eq!(standing.deal_outside, DealOutside::Forbidden);
    assert_eq!(first_step(&standing), &NextKind::LookForLink);
    let kinds: Vec<_> = standing.reasons.iter().map(|reason| reason.kind.clone()).collect();
    assert_eq!(
        kinds,
        [
            ReasonKind::StageReached { stage: Stage::Contracted },
            ReasonKind::StageReached { stage: Stage::Escrowed },
            ReasonKind::ClientWishes { channels: vec![Channel::Chatwork] },
            ReasonKind::NoApprovalRecorded,
        ]
    );
}

#[test]
fn a_missing_link_leads_to_the_guide_and_both_sides_stand_in_the_chain() {
    let facts = the_case()
        .looked(Party::Me, Place::Web, Seen::Missing, "11-20")
        .looked(Party::Me, Place::App, Seen::Missing, "11-21")
        .looked(Party::Client, Place::Web, Seen::Missing, "11-24");
    let standing = answer(&facts, "11-24");
    assert_eq!(first_step(&standing), &NextKind::RunGuide { guide: None });
    let looked: Vec<_> = standing
        .reasons
        .iter()
        .filter_map(|reason| match &reason.kind {
            ReasonKind::LinkLookedFor { looker, places, .. } => Some((*looker, places.clone(), reason.when)),
            _ => None,
        })
        .collect();
    assert_eq!(
        looked,
        [
            (Party::Me, vec![Place::Web, Place::App], Some(when("11-21"))),
            (Party::Client, vec![Place::Web], Some(when("11-24"))),
        ]
    );
}

#[test]
fn an_unanswered_inquiry_waits_three_business_days_before_writing_again() {
    // 11-24 is a Tuesday: 25, 26 and 27 count.
    let facts = the_case()
        .looked(Party::Me, Place::Web, Seen::Missing, "11-20")
        .inquired("writer@example.jp", "11-24");
    let standing = answer(&facts, "11-24");
    assert_eq!(first_step(&standing), &NextKind::RecordReply);
    let [deadline] = standing.deadlines.as_slice() else { panic!("one date, not {:?}", standing.deadlines) };
    assert_eq!(
        (deadline.kind.clone(), deadline.day, deadline.due),
        (DeadlineKind::WriteAgain, day("2026-11-27"), Due::Ahead)
    );
}

#[test]
fn an_inquiry_from_another_address_is_named_as_such() {
    let keys = |sender: &str| -> Vec<String> {
        let standing = answer(&the_case().inquired(sender, "11-24"), "11-24");
        standing.reasons.into_iter().map(|reason| reason.say.key).collect()
    };
    assert!(keys("someone.else@example.jp").contains(&"standing-reason-inquiry-other-sender".to_owned()));
    assert!(keys("Writer@Example.JP").contains(&"standing-reason-inquiry-registered".to_owned()));
}

#[test]
fn after_the_office_said_yes_the_user_looks_again_and_then_applies() {
    let answered = the_case()
        .looked(Party::Me, Place::Web, Seen::Missing, "11-24")
        .inquired("writer@example.jp", "11-24")
        .answered(InquiryResult::CanApplyNow, "11-25");
    assert_eq!(first_step(&answer(&answered, "11-25")), &NextKind::LookForLink);
    let visible = answered.clone().looked(Party::Me, Place::Web, Seen::Visible, "11-25");
    assert_eq!(first_step(&answer(&visible, "11-25")), &NextKind::RecordRequest);
    let still_missing = answered.looked(Party::Me, Place::Web, Seen::Missing, "11-26");
    assert_eq!(first_step(&answer(&still_missing, "11-26")), &NextKind::RunGuide { guide: None });
}

#[test]
fn a_request_of_friday_is_reviewed_by_wednesday_because_monday_is_a_holiday() {
    // 2026-11-20 is a Friday and 11-23 勤労感謝の日: 24 and 25 count.
    let standing = answer(&the_case().requested(FiledBy::Me, "11-20"), "11-20");
    assert_eq!(standing.verdict, Verdict::Pending { due: Some(day("2026-11-25")) });
    assert_eq!(standing.contact, Contact::No);
    let review = &standing.deadlines[0];
    assert_eq!(review.kind, DeadlineKind::Review);
    let roles: Vec<_> = review
        .steps
        .iter()
        .map(|step| match &step.role {
            DayRole::Counted { nth } => format!("{} counts as {nth}", step.day),
            DayRole::Weekend => format!("{} weekend", step.day),
            DayRole::Holiday { name, .. } => format!("{} {}", step.day, name.ja),
            DayRole::Closure { name } => format!("{} closed: {}", step.day, name.ja),
        })
        .collect();
    assert_eq!(
        roles,
        [
            "2026-11-21 weekend",
            "2026-11-22 weekend",
            "2026-11-23 勤労感謝の日",
            "2026-11-24 counts as 1",
            "2026-11-25 counts as 2",
        ]
    );
}

#[test]
fn a_review_is_overdue_only_after_its_last_day() {
    let facts = the_case().requested(FiledBy::Me, "11-20");
    assert_eq!(state(&facts, "11-25"), StateName::Pending);
    let late = answer(&facts, "11-26");
    assert_eq!(late.verdict, Verdict::Overdue { due: day("2026-11-25") });
    assert_eq!(late.deadlines[0].due, Due::Passed);
    assert!(late.next.iter().any(|step| step.kind == NextKind::AskOffice));
}

#[test]
fn an_approval_seen_with_its_words_permits_contact_for_this_contract() {
    let standing = answer(
        &the_case().requested(FiledBy::Me, "11-24").saw(StatusValue::Approved, "承認", "11-26"),
        "11-26",
    );
    assert_eq!(standing.contact, Contact::Yes);
    let Verdict::Approved { approval } = &standing.verdict else { panic!("{:?}", standing.verdict) };
    assert_eq!(approval.words().as_str(), "承認");
    assert_eq!(
        first_step(&standing),
        &NextKind::OpenDraft { draft: None, purpose: DraftPurpose::ExchangeContact }
    );
    assert_eq!(
        standing.deal_outside,
        DealOutside::Forbidden,
        "dealing outside stays forbidden after an approval"
    );
    assert!(standing.reasons.iter().any(|reason| reason.speaks == Speaks::For));
}

#[test]
fn an_approval_of_another_contract_says_nothing_about_this_one() {
    let mut facts = the_case().saw(StatusValue::Approved, "承認", "11-26");
    facts.statuses[0].contract = contract_id(99);
    assert_eq!(state(&facts, "11-26"), StateName::NotYet);
}

#[test]
fn what_the_client_says_leads_to_looking_never_to_yes() {
    let facts = the_case().heard(StatusValue::Approved, "11-26");
    let standing = answer(&facts, "11-26");
    assert_eq!(standing.verdict, Verdict::Ask { why: AskWhy::ToldByClient });
    assert_eq!(first_step(&standing), &NextKind::RecordStatus);
}

#[test]
fn an_approval_without_the_words_on_the_screen_is_asked_about() {
    let facts = the_case().saw_without_words(StatusValue::Approved, "11-26");
    assert_eq!(answer(&facts, "11-26").verdict, Verdict::Ask { why: AskWhy::NoWords });
}

#[test]
fn a_later_refusal_beats_an_earlier_approval_and_a_later_approval_an_earlier_refusal() {
    let taken_back =
        the_case().saw(StatusValue::Approved, "承認", "11-26").saw(StatusValue::Denied, "否認", "11-27");
    assert_eq!(answer(&taken_back, "11-27").verdict, Verdict::Revoked { when: when("11-27") });
    let allowed_after_all =
        the_case().saw(StatusValue::Denied, "否認", "11-26").saw(StatusValue::Approved, "承認", "11-27");
    assert_eq!(state(&allowed_after_all, "11-27"), StateName::Approved);
}

#[test]
fn an_approval_and_a_refusal_of_the_same_day_are_told_apart_by_their_times_only() {
    let no_times =
        the_case().saw(StatusValue::Denied, "否認", "11-26").saw(StatusValue::Approved, "承認", "11-26");
    assert_eq!(answer(&no_times, "11-26").contact, Contact::No);
    let times = the_case().saw(StatusValue::Denied, "否認", "11-26 09:00").saw(
        StatusValue::Approved,
        "承認",
        "11-26 15:00",
    );
    assert_eq!(answer(&times, "11-26 16:00").contact, Contact::Yes);
}

#[test]
fn a_refusal_is_told_apart_from_a_taking_back() {
    let refused = the_case().requested(FiledBy::Me, "11-20").saw(StatusValue::Denied, "否認", "11-24");
    assert_eq!(answer(&refused, "11-24").verdict, Verdict::Denied { when: when("11-24") });
    let revoked =
        the_case().saw(StatusValue::Approved, "承認", "11-20").saw(StatusValue::Revoked, "承認取消", "11-24");
    let standing = answer(&revoked, "11-24");
    assert_eq!(standing.verdict, Verdict::Revoked { when: when("11-24") });
    assert_eq!(first_step(&standing), &NextKind::StopContact);
}

#[test]
fn the_clients_request_counts_as_the_one_request() {
    let facts =
        the_case().looked(Party::Me, Place::Web, Seen::Visible, "11-24").requested(FiledBy::Client, "11-24");
    assert_eq!(state(&facts, "11-24"), StateName::Pending);
    assert_eq!(allowance(&facts, &rules(Shape::Approval)), Allowance::Used);
}

#[test]
fn a_status_shows_that_somebody_applied_even_if_nobody_recorded_it() {
    let facts = the_case().saw(StatusValue::Pending, "申請中", "11-24");
    assert_eq!(allowance(&facts, &rules(Shape::Approval)), Allowance::Used);
    assert_eq!(answer(&facts, "11-24").verdict, Verdict::Pending { due: Some(day("2026-11-26")) });
}

#[test]
fn where_the_limit_is_not_published_one_request_is_the_limit() {
    let mut rules = rules(Shape::Approval);
    rules.request.as_mut().unwrap().limit = Known::Unknown;
    assert_eq!(allowance(&the_case(), &rules), Allowance::Open);
    assert_eq!(allowance(&the_case().requested(FiledBy::Unknown, "11-24"), &rules), Allowance::Used);
}

#[test]
fn doubts_about_an_approval_lead_to_asking() {
    let approved = || the_case().saw(StatusValue::Approved, "承認", "11-20");
    let cases: [(ContractFacts, AskWhy); 7] = [
        (approved().saw(StatusValue::Blank, "表示なし", "11-24"), AskWhy::StatusChanged),
        (approved().saw(StatusValue::Unclear, "確認中です", "11-24"), AskWhy::StatusChanged),
        (approved().heard(StatusValue::Revoked, "11-24"), AskWhy::DenialHeard),
        (approved().restricted(Party::Client, "11-24"), AskWhy::Restricted),
        (approved().stage(Stage::Completed, "11-24"), AskWhy::BeforeContract),
        (
            facts().saw(StatusValue::Approved, "承認", "11-17").stage(Stage::Contracted, "11-18"),
            AskWhy::BeforeContract,
        ),
        (the_case().saw(StatusValue::Approved, "承認", "11-30"), AskWhy::InFuture),
    ];
    for (facts, why) in cases {
        let verdict = answer(&facts, "11-24").verdict;
        if why == AskWhy::BeforeContract && facts.stages.iter().any(|event| event.stage == Stage::Completed) {
            // The approval came after the contract: only its end is in doubt.
            assert_eq!(verdict, Verdict::Ask { why: AskWhy::AfterEnd });
        } else {
            assert_eq!(verdict, Verdict::Ask { why });
        }
    }
}

#[test]
fn tasks_have_no_screen_for_a_request_so_the_work_stays_inside() {
    let mut facts = facts();
    facts.contract.format = Format::Task;
    let standing = answer(&facts, "11-24");
    assert_eq!(standing.contact, Contact::No);
    assert_eq!(first_step(&standing), &NextKind::StayInside);
    assert!(standing.reasons.iter().any(|reason| reason.kind == ReasonKind::FormatHasNoRequest));
    let approved = facts.saw(StatusValue::Approved, "承認", "11-24");
    assert_eq!(answer(&approved, "11-24").verdict, Verdict::Ask { why: AskWhy::FormatHasNone });
}

#[test]
fn a_gate_opens_only_with_its_own_stage() {
    let rules = rules(Shape::Gate { gate: Stage::Escrowed });
    let state = |facts: &ContractFacts| standing(facts, &rules, when("11-24")).verdict.name();
    assert_eq!(state(&facts().stage(Stage::Contracted, "11-18")), StateName::NotYet);
    assert_eq!(
        state(&facts().stage(Stage::Delivered, "11-20")),
        StateName::NotYet,
        "納品 does not prove 仮払い"
    );
    assert_eq!(state(&facts().stage(Stage::Escrowed, "11-19")), StateName::Free);
    assert_eq!(
        state(&facts().stage(Stage::Escrowed, "11-30")),
        StateName::NotYet,
        "a planned 仮払い opens nothing"
    );
}

#[test]
fn a_gate_and_an_approval_need_both() {
    let rules: PlatformRules = rules(Shape::GateAndApproval { gate: Stage::Contracted });
    let state = |facts: &ContractFacts| standing(facts, &rules, when("11-24")).verdict.name();
    assert_eq!(state(&facts().saw(StatusValue::Approved, "承認", "11-20")), StateName::NotYet);
    assert_eq!(state(&facts().stage(Stage::Contracted, "11-18")), StateName::NotYet);
    let both = facts().stage(Stage::Contracted, "11-18").saw(StatusValue::Approved, "承認", "11-20");
    assert_eq!(state(&both), StateName::Approved);
}

#[test]
fn platforms_that_forbid_permit_or_publish_nothing_answer_so() {
    let approved = the_case().saw(StatusValue::Approved, "承認", "11-20");
    for (shape, state, contact) in [
        (Shape::Forbidden, StateName::Forbidden, Contact::No),
        (Shape::Free, StateName::Free, Contact::Yes),
        (Shape::NotKnown, StateName::Unknown, Contact::Ask),
    ] {
        let standing = standing(&approved, &rules(shape), when("11-24"));
        assert_eq!((standing.verdict.name(), standing.contact), (state, contact), "{shape:?}");
    }
}

#[test]
fn looking_back_at_a_day_shows_what_was_known_then() {
    let facts = the_case().requested(FiledBy::Me, "11-24").saw(StatusValue::Approved, "承認", "11-26");
    let rules = rules(Shape::Approval);
    let state = |text: &str| standing_as_of(&facts, &rules, day(text)).verdict.name();
    assert_eq!(state("2026-11-20"), StateName::NotYet);
    assert_eq!(state("2026-11-25"), StateName::Pending);
    assert_eq!(state("2026-11-26"), StateName::Approved);
}

#[test]
fn the_delivery_is_a_date_until_it_is_delivered() {
    let mut facts = the_case();
    facts.contract.delivery_due = Some(day("2026-11-30"));
    assert_eq!(answer(&facts, "11-24").deadlines[0].kind, DeadlineKind::Delivery);
    assert!(answer(&facts.stage(Stage::Delivered, "11-28"), "11-28").deadlines.is_empty());
}
