//! Dates that follow from the facts, each with its arithmetic.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::judge::review_began;
use super::names::stage_name;
use super::verdict::Verdict;
use crate::calendar::{Certainty, Day, DayRole, DayStep, When, add_business_days};
use crate::facts::{ContractFacts, Inquiry, Stage};
use crate::rules::{Cite, PlatformRules, Span, Text, Timer, TimerStart};
use crate::say::{Say, SayValue};

/// A computed date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Deadline {
    /// What it is.
    pub kind: DeadlineKind,
    /// Its name.
    pub name: Say,
    /// The day.
    pub day: Day,
    /// Where it stands against today.
    pub due: Due,
    /// The fact it is counted from.
    pub from: When,
    /// The arithmetic in one line: 申請 11/20(金) + 2営業日.
    pub arithmetic: Say,
    /// Each day that was looked at, for business days: which count, and why the others do not.
    pub steps: Vec<DayStep>,
    /// What to do when it comes.
    pub due_text: Option<Text>,
    /// Where the span comes from; `None` for a date the user set.
    pub cite: Option<Cite>,
}

/// What a deadline is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(tag = "deadline", rename_all = "snake_case")]
pub enum DeadlineKind {
    /// The last day of the review of a request.
    Review,
    /// When it is sensible to write to support again.
    WriteAgain,
    /// The agreed delivery.
    Delivery,
    /// A timer of the pack.
    Timer {
        /// Its key.
        id: String,
    },
}

/// Where a deadline stands against today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// It has passed.
    Passed,
    /// It is today.
    Today,
    /// It is to come.
    Ahead,
}

/// Every date that follows from the facts, soonest first. Dates of what is over (a delivered delivery, an answered
/// inquiry, a stopped timer) are left out; a review's date is there while the request is under review.
pub fn deadlines(
    facts: &ContractFacts,
    rules: &PlatformRules,
    verdict: &Verdict,
    now: When,
) -> Vec<Deadline> {
    let mut all: Vec<Deadline> = Vec::new();
    all.extend(review(facts, rules, verdict, now));
    all.extend(facts.inquiries.iter().filter_map(|inquiry| write_again(inquiry, rules, now)));
    all.extend(delivery(facts, now));
    all.extend(rules.timers.iter().filter_map(|timer| running(timer, facts, rules, now)));
    all.sort_by_key(|deadline| deadline.day);
    all
}

/// When it is sensible to write to support again; `None` once it answered.
pub fn write_again(inquiry: &Inquiry, rules: &PlatformRules, now: When) -> Option<Deadline> {
    if inquiry.reply.is_some() {
        return None;
    }
    let span = Span::BusinessDays(rules.support.write_again_after.business_days);
    let counted = Count::run(inquiry.sent, span, rules);
    Some(Deadline {
        kind: DeadlineKind::WriteAgain,
        name: Say::new("standing-deadline-write-again"),
        day: counted.day,
        due: due(counted.day, now),
        from: inquiry.sent,
        arithmetic: counted.say(SayValue::Name("standing-from-inquiry".to_owned()), inquiry.sent),
        steps: counted.steps,
        due_text: None,
        cite: Some(rules.support.cite.clone()),
    })
}

fn review(facts: &ContractFacts, rules: &PlatformRules, verdict: &Verdict, now: When) -> Option<Deadline> {
    match verdict {
        Verdict::Pending { .. } | Verdict::Overdue { .. } => {}
        Verdict::NotYet { .. }
        | Verdict::Ask { .. }
        | Verdict::Approved { .. }
        | Verdict::Denied { .. }
        | Verdict::Revoked { .. }
        | Verdict::Forbidden
        | Verdict::Free { .. }
        | Verdict::Unknown => return None,
    }
    let from = review_began(facts)?;
    let rule = rules.request.as_ref()?;
    let span = Span::BusinessDays(rule.review.known()?.business_days);
    let counted = Count::run(from, span, rules);
    Some(Deadline {
        kind: DeadlineKind::Review,
        name: Say::new("standing-deadline-review"),
        day: counted.day,
        due: due(counted.day, now),
        from,
        arithmetic: counted.say(SayValue::Name("standing-from-request".to_owned()), from),
        steps: counted.steps,
        due_text: None,
        cite: Some(rule.cite.clone()),
    })
}

fn delivery(facts: &ContractFacts, now: When) -> Option<Deadline> {
    let day = facts.contract.delivery_due?;
    let over = facts.stages.iter().any(|event| match event.stage {
        Stage::Delivered | Stage::Inspected | Stage::Completed | Stage::Terminated | Stage::Declined => true,
        Stage::Consultation
        | Stage::Terms
        | Stage::Contracted
        | Stage::Escrowed
        | Stage::ReminderRequested
        | Stage::TerminationRequested
        | Stage::Continued => false,
    });
    (!over).then(|| Deadline {
        kind: DeadlineKind::Delivery,
        name: Say::new("standing-deadline-delivery"),
        day,
        due: due(day, now),
        from: When::on(day),
        arithmetic: Say::new("standing-arithmetic-agreed").with("day", day),
        steps: Vec::new(),
        due_text: None,
        cite: None,
    })
}

/// The timer of the pack that starts with this stage, while it runs; the soonest of several.
pub fn timer_from(stage: Stage, facts: &ContractFacts, rules: &PlatformRules, now: When) -> Option<Deadline> {
    let of_stage = rules.timers.iter().filter(|timer| timer.starts == TimerStart::Stage { stage });
    of_stage.filter_map(|timer| running(timer, facts, rules, now)).min_by_key(|timer| timer.day)
}

/// A timer of the pack, while it runs: from the latest fact that starts it, unless a stage that stops it came after that
/// or may have. On one day without times it may have.
fn running(timer: &Timer, facts: &ContractFacts, rules: &PlatformRules, now: When) -> Option<Deadline> {
    if !timer.formats.is_empty() && !timer.formats.contains(&facts.contract.format) {
        return None;
    }
    let Started { from, runs_since } = started(timer.starts, facts)?;
    let stopped = facts
        .stages
        .iter()
        .any(|event| timer.stops.contains(&event.stage) && !runs_since.strictly_after(&event.when));
    if stopped {
        return None;
    }
    let counted = Count::run(from, timer.span, rules);
    Some(Deadline {
        kind: DeadlineKind::Timer { id: timer.id.clone() },
        name: Say::new("standing-deadline-timer").with("name", &timer.name),
        day: counted.day,
        due: due(counted.day, now),
        from,
        arithmetic: counted.say(timer_start_name(timer.starts), from),
        steps: counted.steps,
        due_text: Some(timer.due_text.clone()),
        cite: Some(timer.cite.clone()),
    })
}

/// What a timer started with.
struct Started {
    /// The fact it is counted from, which may lie ahead.
    from: When,
    /// Since when it runs: what comes after this may stop it.
    runs_since: When,
}

fn started(starts: TimerStart, facts: &ContractFacts) -> Option<Started> {
    let latest =
        |stage: Stage| facts.stages.iter().filter(|event| event.stage == stage).map(|event| event.when).max();
    match starts {
        TimerStart::Stage { stage } => latest(stage).map(|from| Started { from, runs_since: from }),
        TimerStart::InquirySent => {
            let open = facts.inquiries.iter().filter(|inquiry| inquiry.reply.is_none());
            open.map(|inquiry| inquiry.sent).max().map(|from| Started { from, runs_since: from })
        }
        TimerStart::DeliveryDue => Some(Started {
            from: When::on(facts.contract.delivery_due?),
            runs_since: latest(Stage::Delivered)?,
        }),
    }
}

/// What a timer is counted from.
pub fn timer_start_name(starts: TimerStart) -> SayValue {
    match starts {
        TimerStart::Stage { stage } => stage_name(stage),
        TimerStart::InquirySent => SayValue::Name("standing-from-inquiry".to_owned()),
        TimerStart::DeliveryDue => SayValue::Name("standing-from-delivery-due".to_owned()),
    }
}

fn due(day: Day, now: When) -> Due {
    match day.cmp(&now.day) {
        std::cmp::Ordering::Less => Due::Passed,
        std::cmp::Ordering::Equal => Due::Today,
        std::cmp::Ordering::Greater => Due::Ahead,
    }
}

/// A span counted from a day, with every day that was looked at.
struct Count {
    day: Day,
    span: Span,
    steps: Vec<DayStep>,
}

impl Count {
    fn run(from: When, span: Span, rules: &PlatformRules) -> Self {
        match span {
            Span::Days(days) => {
                let days = i32::try_from(days).unwrap_or(i32::MAX);
                Self { day: from.day.plus_days(days), span, steps: Vec::new() }
            }
            Span::BusinessDays(days) => {
                let counted = add_business_days(from.day, days, rules.business_calendar());
                Self { day: counted.due, span, steps: counted.steps }
            }
            Span::Hours(hours) => Self { day: from.plus_hours(hours).day, span, steps: Vec::new() },
            Span::Months(months) => Self { day: from.day.plus_months(months), span, steps: Vec::new() },
        }
    }

    /// 申請 11/20(金) + 2営業日（土日と、11/23 勤労感謝の日を除く）.
    fn say(&self, start: SayValue, from: When) -> Say {
        let (key, count) = match self.span {
            Span::Days(days) => ("standing-arithmetic-days", days),
            Span::Hours(hours) => ("standing-arithmetic-hours", hours),
            Span::Months(months) => ("standing-arithmetic-months", months),
            Span::BusinessDays(days) if self.skipped().is_empty() => {
                ("standing-arithmetic-business-days", days)
            }
            Span::BusinessDays(days) => ("standing-arithmetic-business-days-skipping", days),
        };
        let say = Say::new(key).with("start", start).with("from", from).with("count", count);
        if self.skipped().is_empty() { say } else { say.with("skipped", SayValue::List(self.skipped())) }
    }

    /// What does not count, weekends said once.
    fn skipped(&self) -> Vec<SayValue> {
        let weekend = self.steps.iter().any(|step| step.role == DayRole::Weekend);
        let mut said: Vec<SayValue> = Vec::new();
        if weekend {
            said.push(Say::new("standing-skip-weekend").into());
        }
        said.extend(self.steps.iter().filter_map(|step| {
            Some(
                match &step.role {
                    DayRole::Counted { .. } | DayRole::Weekend => return None,
                    DayRole::Holiday { name, certainty: Certainty::Official } => {
                        Say::new("standing-skip-holiday").with("day", step.day).with("name", name)
                    }
                    DayRole::Holiday { name, certainty: Certainty::Predicted } => {
                        Say::new("standing-skip-predicted").with("day", step.day).with("name", name)
                    }
                    DayRole::Closure { name } => {
                        Say::new("standing-skip-closure").with("day", step.day).with("name", name)
                    }
                }
                .into(),
            )
        }));
        said
    }
}
