//! The dates of every timer of every service, worked out by hand on a calendar.

use std::collections::BTreeSet;

use engawa_domain::calendar::When;
use engawa_domain::facts::{Format, Stage};
use engawa_domain::rules::TimerStart;
use engawa_domain::standing::{Deadline, DeadlineKind, standing};

use super::platforms::rules;
use super::record::{Recorded, empty};
use crate::Packs;

struct Worked {
    service: &'static str,
    timer: &'static str,
    format: Format,
    start: (Stage, &'static str),
    due: &'static str,
    why: &'static str,
}

const fn worked(
    service: &'static str,
    timer: &'static str,
    format: Format,
    start: (Stage, &'static str),
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
        (Stage::Terms, "2026-11-02"),
        "2026-11-16",
        "14 days from the consent",
    ),
    worked(
        "crowdworks",
        "inspection",
        Format::Fixed,
        (Stage::Delivered, "2026-11-17"),
        "2026-11-24",
        "a week from the delivery",
    ),
    worked(
        "crowdworks",
        "payout",
        Format::Hourly,
        (Stage::Inspected, "2026-11-02"),
        "2027-05-01",
        "180 days: 28 + 31 + 31 + 28 + 31 + 30 reach 30 April, and one more",
    ),
    worked(
        "lancers",
        "period",
        Format::Fixed,
        (Stage::Contracted, "2026-03-15"),
        "2027-03-15",
        "one year from the start",
    ),
    worked(
        "lancers",
        "period",
        Format::Fixed,
        (Stage::Contracted, "2024-02-29"),
        "2025-02-28",
        "a year without a 29 February",
    ),
    worked(
        "lancers",
        "silence",
        Format::Fixed,
        (Stage::Delivered, "2026-11-16"),
        "2026-11-23",
        "seven days of silence, a holiday or not",
    ),
    worked(
        "lancers",
        "hourly-approval",
        Format::Hourly,
        (Stage::Delivered, "2026-11-20"),
        "2026-12-05",
        "15 days from 打刻申請",
    ),
    worked(
        "coconala",
        "acceptance",
        Format::Listing,
        (Stage::Delivered, "2026-11-20 14:05"),
        "2026-11-23",
        "72 hours are three days, to the minute",
    ),
    worked(
        "coconala",
        "acceptance",
        Format::Listing,
        (Stage::Delivered, "2026-11-20"),
        "2026-11-23",
        "without a time, from the beginning of the day: not too late",
    ),
    worked(
        "coconala",
        "room-closes",
        Format::Listing,
        (Stage::Inspected, "2026-11-23 10:00"),
        "2026-11-24",
        "24 hours from 承諾",
    ),
    worked(
        "coconala",
        "room-limit",
        Format::Listing,
        (Stage::Contracted, "2026-11-20"),
        "2027-03-20",
        "120 days: 10 + 31 + 31 + 28 reach 28 February, and 20 more",
    ),
    worked(
        "upwork",
        "release",
        Format::Fixed,
        (Stage::Delivered, "2026-11-02"),
        "2026-11-16",
        "14 days without an answer",
    ),
    worked(
        "upwork",
        "security",
        Format::Fixed,
        (Stage::Inspected, "2026-11-16"),
        "2026-11-21",
        "then five days of security: 2 November + 14 + 5",
    ),
    worked(
        "fiverr",
        "completes",
        Format::Listing,
        (Stage::Delivered, "2026-11-20"),
        "2026-11-23",
        "three days from the delivery",
    ),
    worked(
        "peopleperhour",
        "payment",
        Format::Fixed,
        (Stage::Delivered, "2026-11-02"),
        "2026-11-09",
        "seven days to pay",
    ),
    worked(
        "peopleperhour",
        "settles-offer",
        Format::Listing,
        (Stage::Delivered, "2026-11-02"),
        "2026-11-09",
        "an Offer after seven days",
    ),
    worked(
        "peopleperhour",
        "settles-job",
        Format::Fixed,
        (Stage::Delivered, "2026-11-02"),
        "2026-11-17",
        "a Job after 15 days",
    ),
    worked(
        "malt",
        "paid",
        Format::Other,
        (Stage::Inspected, "2026-11-20 09:00"),
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
    let (stage, start) = worked.start;
    facts.reached(stage, at(start));
    if let Some(stage) = stopped_by {
        facts.reached(stage, at(start));
    }
    let answer = standing(&facts, &rules(worked.service), at(start));
    let wanted = DeadlineKind::Timer { id: worked.timer.to_owned() };
    answer.deadlines.into_iter().find(|deadline| deadline.kind == wanted)
}

#[test]
fn each_date_is_the_one_counted_by_hand() {
    for worked in WORKED {
        let Worked { service, timer, why, .. } = worked;
        let date = date(worked, None).unwrap_or_else(|| panic!("{service}: {timer} does not run"));
        assert_eq!(date.day, worked.due.parse().unwrap(), "{service}, {timer}: {why}");
        assert_eq!(date.from, at(worked.start.1), "{service}, {timer}");
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
            let TimerStart::Stage { stage } = timer.starts else { panic!("{name} starts at no stage") };
            assert!(timer.stops.contains(&Stage::Completed), "{name}");
            assert!(timer.stops.iter().all(|stop| *stop > stage), "{name} is stopped by what came before it");
        }
    }
    for worked in WORKED {
        assert_eq!(date(worked, Some(Stage::Completed)), None, "{}: {}", worked.service, worked.timer);
    }
}

#[test]
fn a_span_of_another_format_is_not_shown() {
    let other = |service, timer, format, stage| {
        date(&worked(service, timer, format, (stage, "2026-11-02"), "", ""), None)
    };
    assert_eq!(other("upwork", "release", Format::Hourly, Stage::Delivered), None, "milestones only");
    assert_eq!(other("lancers", "hourly-approval", Format::Fixed, Stage::Delivered), None);
    assert_eq!(other("lancers", "silence", Format::Hourly, Stage::Delivered), None);
    assert_eq!(other("peopleperhour", "settles-job", Format::Listing, Stage::Delivered), None);
    assert_eq!(other("crowdworks", "inspection", Format::Task, Stage::Delivered), None);
}
