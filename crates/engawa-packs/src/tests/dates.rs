//! The dates of every timer of every service, worked out by hand on a calendar.

use std::collections::BTreeSet;

use engawa_domain::calendar::When;
use engawa_domain::facts::{ContractFacts, Format, Stage};
use engawa_domain::rules::TimerStart;
use engawa_domain::standing::{Deadline, DeadlineKind, standing};

use super::platforms::rules;
use super::record::{Recorded, empty};
use crate::Packs;

/// What a timer counts from.
#[derive(Clone, Copy)]
enum Start {
    /// A stage that was reached.
    Reached(Stage, &'static str),
    /// The agreed delivery, the work handed in on an earlier day.
    Due { delivered: &'static str, due: &'static str },
}

impl Start {
    /// The day that the arithmetic names.
    fn from(self) -> &'static str {
        match self {
            Self::Reached(_, day) | Self::Due { due: day, .. } => day,
        }
    }

    /// The stage without which nothing runs.
    fn stage(self) -> (Stage, &'static str) {
        match self {
            Self::Reached(stage, day) => (stage, day),
            Self::Due { delivered, .. } => (Stage::Delivered, delivered),
        }
    }
}

struct Worked {
    service: &'static str,
    timer: &'static str,
    format: Format,
    start: Start,
    due: &'static str,
    why: &'static str,
}

const fn worked(
    service: &'static str,
    timer: &'static str,
    format: Format,
    start: Start,
    due: &'static str,
    why: &'static str,
) -> Worked {
    Worked { service, timer, format, start, due, why }
}

const WORKED: &[Worked] = &[
    worked(
        "crowdworks",
        "consent",
        Format::Fixed,
        Start::Reached(Stage::Terms, "2026-11-02"),
        "2026-11-16",
        "14 days from the consent",
    ),
    worked(
        "crowdworks",
        "inspection",
        Format::Fixed,
        Start::Reached(Stage::Delivered, "2026-11-17"),
        "2026-11-24",
        "a week from the delivery",
    ),
    worked(
        "crowdworks",
        "payout",
        Format::Hourly,
        Start::Reached(Stage::Inspected, "2026-11-02"),
        "2027-05-01",
        "180 days: 28 + 31 + 31 + 28 + 31 + 30 reach 30 April, and one more",
    ),
    worked(
        "crowdworks",
        "reminder",
        Format::Hourly,
        Start::Reached(Stage::ReminderRequested, "2026-11-20"),
        "2026-11-25",
        "two business days from a Friday, the 23rd being a holiday: the 24th and the 25th",
    ),
    worked(
        "crowdworks",
        "reminder",
        Format::Fixed,
        Start::Reached(Stage::ReminderRequested, "2026-12-28"),
        "2027-01-05",
        "closed from the 29th to the 3rd: the 4th and the 5th",
    ),
    worked(
        "crowdworks",
        "termination",
        Format::Fixed,
        Start::Reached(Stage::TerminationRequested, "2026-11-17"),
        "2026-11-24",
        "a week, holidays and weekends or not",
    ),
    worked(
        "crowdworks",
        "task-approval",
        Format::Task,
        Start::Due { delivered: "2026-11-18", due: "2026-11-20" },
        "2026-12-04",
        "14 days from the closing day, not from the day on which the work was handed in",
    ),
    worked(
        "lancers",
        "silence-limit",
        Format::Fixed,
        Start::Reached(Stage::ReminderRequested, "2026-11-24"),
        "2026-12-01",
        "seven days from 連絡催促申請",
    ),
    worked(
        "coconala",
        "cancel-settles",
        Format::Listing,
        Start::Reached(Stage::TerminationRequested, "2026-11-24 21:00"),
        "2026-11-25",
        "24 hours later, in the evening",
    ),
    worked(
        "lancers",
        "period",
        Format::Fixed,
        Start::Reached(Stage::Contracted, "2026-03-15"),
        "2027-03-15",
        "one year from the start",
    ),
    worked(
        "lancers",
        "period",
        Format::Fixed,
        Start::Reached(Stage::Contracted, "2024-02-29"),
        "2025-02-28",
        "a year without a 29 February",
    ),
    worked(
        "lancers",
        "silence",
        Format::Fixed,
        Start::Reached(Stage::Delivered, "2026-11-16"),
        "2026-11-23",
        "seven days of silence, a holiday or not",
    ),
    worked(
        "lancers",
        "hourly-approval",
        Format::Hourly,
        Start::Reached(Stage::Delivered, "2026-11-20"),
        "2026-12-05",
        "15 days from 打刻申請",
    ),
    worked(
        "coconala",
        "acceptance",
        Format::Listing,
        Start::Reached(Stage::Delivered, "2026-11-20 14:05"),
        "2026-11-23",
        "72 hours are three days, to the minute",
    ),
    worked(
        "coconala",
        "acceptance",
        Format::Listing,
        Start::Reached(Stage::Delivered, "2026-11-20"),
        "2026-11-23",
        "without a time, from the beginning of the day: not too late",
    ),
    worked(
        "coconala",
        "room-closes",
        Format::Listing,
        Start::Reached(Stage::Inspected, "2026-11-23 10:00"),
        "2026-11-24",
        "24 hours from 承諾",
    ),
    worked(
        "coconala",
        "room-limit",
        Format::Listing,
        Start::Reached(Stage::Contracted, "2026-11-20"),
        "2027-03-20",
        "120 days: 10 + 31 + 31 + 28 reach 28 February, and 20 more",
    ),
    worked(
        "upwork",
        "release",
        Format::Fixed,
        Start::Reached(Stage::Delivered, "2026-11-02"),
        "2026-11-16",
        "14 days without an answer",
    ),
    worked(
        "upwork",
        "security",
        Format::Fixed,
        Start::Reached(Stage::Inspected, "2026-11-16"),
        "2026-11-21",
        "then five days of security: 2 November + 14 + 5",
    ),
    worked(
        "fiverr",
        "completes",
        Format::Listing,
        Start::Reached(Stage::Delivered, "2026-11-20"),
        "2026-11-23",
        "three days from the delivery",
    ),
    worked(
        "peopleperhour",
        "payment",
        Format::Fixed,
        Start::Reached(Stage::Delivered, "2026-11-02"),
        "2026-11-09",
        "seven days to pay",
    ),
    worked(
        "peopleperhour",
        "settles-offer",
        Format::Listing,
        Start::Reached(Stage::Delivered, "2026-11-02"),
        "2026-11-09",
        "an Offer after seven days",
    ),
    worked(
        "peopleperhour",
        "settles-job",
        Format::Fixed,
        Start::Reached(Stage::Delivered, "2026-11-02"),
        "2026-11-17",
        "a Job after 15 days",
    ),
    worked(
        "malt",
        "paid",
        Format::Other,
        Start::Reached(Stage::Inspected, "2026-11-20 09:00"),
        "2026-11-22",
        "48 hours from the confirmation",
    ),
];

fn at(text: &str) -> When {
    let (day, time) = text.split_once(' ').map_or((text, None), |(day, time)| (day, Some(time)));
    let day = day.parse().unwrap();
    time.map_or(When::on(day), |time| When::at(day, time.parse().unwrap()))
}

/// The date of a timer, with what is recorded up to its start and perhaps a stage that stops it.
fn date(worked: &Worked, stopped_by: Option<Stage>) -> Option<Deadline> {
    let mut facts = empty();
    facts.contract.format = worked.format;
    let (stage, day) = worked.start.stage();
    facts.reached(stage, at(day));
    if let Start::Due { due, .. } = worked.start {
        facts.contract.delivery_due = Some(due.parse().unwrap());
    }
    if let Some(stage) = stopped_by {
        facts.reached(stage, at(day));
    }
    let answer = standing(&facts, &rules(worked.service), at(day));
    let wanted = DeadlineKind::Timer { id: worked.timer.to_owned() };
    answer.deadlines.into_iter().find(|deadline| deadline.kind == wanted)
}

#[test]
fn each_date_is_the_one_counted_by_hand() {
    for worked in WORKED {
        let Worked { service, timer, why, .. } = worked;
        let date = date(worked, None).unwrap_or_else(|| panic!("{service}: {timer} does not run"));
        assert_eq!(date.day, worked.due.parse().unwrap(), "{service}, {timer}: {why}");
        assert_eq!(date.from, at(worked.start.from()), "{service}, {timer}");
        assert!(date.cite.is_some() && date.due_text.is_some(), "{service}, {timer}");
    }
}

#[test]
fn no_timer_is_without_a_worked_date() {
    let packs = Packs::embedded().unwrap();
    let named = |service: &str, timer: &str| format!("{service}: {timer}");
    let worked: BTreeSet<_> = WORKED.iter().map(|worked| named(worked.service, worked.timer)).collect();
    let there: BTreeSet<_> = packs
        .all()
        .flat_map(|pack| pack.rules.timers.iter().map(|timer| named(&pack.rules.id.0, &timer.id)))
        .collect();
    assert_eq!(worked, there);
}

#[test]
fn what_nobody_stops_would_remind_for_ever_so_every_timer_is_stopped_by_a_later_stage() {
    for pack in Packs::embedded().unwrap().all() {
        for timer in &pack.rules.timers {
            let name = format!("{}: {}", pack.rules.id.0, timer.id);
            let start = match timer.starts {
                TimerStart::Stage { stage } => stage,
                TimerStart::DeliveryDue => Stage::Delivered,
                TimerStart::InquirySent => panic!("{name} starts at no stage"),
            };
            assert!(timer.stops.contains(&Stage::Completed), "{name}");
            let comes_before = |stop: Stage| start.is_on_the_way() && stop <= start || stop == start;
            assert!(
                !timer.stops.iter().any(|stop| comes_before(*stop)),
                "{name} is stopped by what came before"
            );
            if !start.is_on_the_way() {
                assert!(
                    timer.stops.contains(&Stage::Continued),
                    "{name} runs on though the contract goes on"
                );
            }
        }
    }
    for worked in WORKED {
        assert_eq!(date(worked, Some(Stage::Completed)), None, "{}: {}", worked.service, worked.timer);
    }
}

#[test]
fn a_task_that_was_not_handed_in_is_approved_by_nobody() {
    let mut facts = empty();
    facts.contract.format = Format::Task;
    facts.contract.delivery_due = Some("2026-11-20".parse().unwrap());
    let timers = |facts: &ContractFacts| {
        let all = standing(facts, &rules("crowdworks"), at("2026-11-21")).deadlines;
        all.into_iter().filter(|one| matches!(one.kind, DeadlineKind::Timer { .. })).count()
    };
    assert_eq!(timers(&facts), 0, "the closing day alone starts nothing");
    facts.reached(Stage::Delivered, at("2026-11-18"));
    assert_eq!(timers(&facts), 1);
    facts.reached(Stage::Inspected, at("2026-11-19"));
    let payout = standing(&facts, &rules("crowdworks"), at("2026-11-21")).deadlines;
    assert!(
        payout.iter().all(|one| one.kind != DeadlineKind::Timer { id: "task-approval".to_owned() }),
        "approved before the closing day: nothing is waited for"
    );
}

#[test]
fn a_contract_that_goes_on_no_longer_waits_and_a_second_request_is_counted_anew() {
    let mut facts = empty();
    facts.contract.format = Format::Fixed;
    facts.reached(Stage::TerminationRequested, at("2026-11-10"));
    let due = |facts: &ContractFacts| {
        let all = standing(facts, &rules("crowdworks"), at("2026-11-21")).deadlines;
        let wanted = DeadlineKind::Timer { id: "termination".to_owned() };
        all.into_iter().find(|one| one.kind == wanted).map(|one| one.day.to_string())
    };
    assert_eq!(due(&facts).as_deref(), Some("2026-11-17"));
    facts.reached(Stage::Continued, at("2026-11-12 10:00"));
    assert_eq!(due(&facts), None);
    facts.reached(Stage::TerminationRequested, at("2026-11-12 18:00"));
    assert_eq!(due(&facts).as_deref(), Some("2026-11-19"), "it came after the other had been refused");
}

#[test]
fn a_span_of_another_format_is_not_shown() {
    let other = |service, timer, format, stage| {
        date(&worked(service, timer, format, Start::Reached(stage, "2026-11-02"), "", ""), None)
    };
    assert_eq!(other("upwork", "release", Format::Hourly, Stage::Delivered), None, "milestones only");
    assert_eq!(other("lancers", "hourly-approval", Format::Fixed, Stage::Delivered), None);
    assert_eq!(other("lancers", "silence", Format::Hourly, Stage::Delivered), None);
    assert_eq!(other("peopleperhour", "settles-job", Format::Listing, Stage::Delivered), None);
    assert_eq!(other("crowdworks", "inspection", Format::Task, Stage::Delivered), None);
    assert_eq!(other("crowdworks", "termination", Format::Hourly, Stage::TerminationRequested), None);
}
