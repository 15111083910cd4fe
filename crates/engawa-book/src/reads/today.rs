//! 今日: what needs the user, by date.

use std::collections::{BTreeMap, BTreeSet};

use engawa_domain::calendar::{BusinessCalendar, Day, DayRole};
use engawa_domain::facts::{ContractFacts, Stage};
use engawa_domain::ids::ContractId;
use engawa_domain::rules::{PlatformRules, Text, TimerStart};
use engawa_domain::say::Say;
use engawa_domain::standing::{
    AskWhy, Deadline, DeadlineKind, Due, NextKind, Standing, StateName, stage_name,
};

use super::shared::contract_brief;
use crate::list_index::{Course, ListIndex, task_kind};
use crate::views::{RestDay, RunBrief, StateCount, StripDay, TaskAction, TaskKind, TaskRow};

/// Today and the thirteen days after it.
pub const STRIP_DAYS: i32 = 14;
/// Tasks that are shown; what lies beyond is found in the table by its date.
pub const TASKS_SHOWN: usize = 100;

/// The contracts whose tasks may be shown: those with a date within the strip, the soonest first, then those with a doubt.
pub fn candidates(index: &ListIndex, today: Day) -> Vec<ContractId> {
    let last = today.plus_days(STRIP_DAYS);
    let mut dated: Vec<_> = index
        .entries()
        .filter_map(|entry| {
            let next = entry.dates.first().map(|date| date.day).filter(|day| *day <= last);
            let doubt = entry.doubt.filter(|why| *why != AskWhy::AfterEnd).map(|_| today);
            Some((next.into_iter().chain(doubt).min()?, entry.id))
        })
        .collect();
    let shown = TASKS_SHOWN.min(dated.len());
    if shown < dated.len() {
        dated.select_nth_unstable(shown);
        dated.truncate(shown);
    }
    dated.sort_unstable();
    dated.into_iter().map(|(_, id)| id).collect()
}

/// The tasks of one contract: its dates within the strip, and its doubt while nothing else of it is due.
pub fn tasks(facts: &ContractFacts, rules: &PlatformRules, answer: &Standing, today: Day) -> Vec<TaskRow> {
    let last = today.plus_days(STRIP_DAYS);
    let mut tasks: Vec<TaskRow> = answer
        .deadlines
        .iter()
        .filter(|deadline| deadline.day <= last)
        .map(|deadline| TaskRow {
            contract: contract_brief(facts, rules),
            kind: task_kind(&deadline.kind),
            day: deadline.day,
            due: deadline.due,
            title: deadline.name.clone(),
            detail: detail(deadline),
            action: action(deadline, rules),
        })
        .collect();
    let is_due = tasks.iter().any(|task| task.due != Due::Ahead);
    let doubtful = match answer.verdict.name() {
        StateName::Ask => !facts.stages.iter().any(|event| event.stage.ends_contract()),
        _ => false,
    };
    if doubtful && !is_due {
        tasks.extend(answer.next.first().map(|next| TaskRow {
            contract: contract_brief(facts, rules),
            kind: TaskKind::Check,
            day: today,
            due: Due::Today,
            title: Say::new("view-task-check"),
            detail: answer.summary.clone(),
            action: TaskAction { kind: next.kind.clone(), run: None, button: next.button.clone() },
        }));
    }
    tasks
}

/// Why that day, and what to do when it comes.
fn detail(deadline: &Deadline) -> Say {
    match &deadline.due_text {
        Some(text) if deadline.due != Due::Ahead => {
            Say::new("view-task-due").with("arithmetic", deadline.arithmetic.clone()).with("text", text)
        }
        Some(_) | None => deadline.arithmetic.clone(),
    }
}

fn action(deadline: &Deadline, rules: &PlatformRules) -> TaskAction {
    let record = |stage: Stage| TaskAction {
        kind: NextKind::RecordStage { stage },
        run: None,
        button: Say::new("standing-button-record-stage").with("stage", stage_name(stage)),
    };
    let plain = |kind, button| TaskAction { kind, run: None, button: Say::new(button) };
    match &deadline.kind {
        DeadlineKind::Review => plain(NextKind::RecordStatus, "standing-button-record-status"),
        DeadlineKind::WriteAgain => plain(NextKind::RecordReply, "standing-button-record-reply"),
        DeadlineKind::Delivery => record(Stage::Delivered),
        DeadlineKind::Timer { id } => match rules.timers.iter().find(|timer| timer.id == *id) {
            Some(timer) => match (timer.stops.first(), timer.starts) {
                (Some(stage), _) => record(*stage),
                (None, TimerStart::InquirySent) => {
                    plain(NextKind::RecordReply, "standing-button-record-reply")
                }
                (None, TimerStart::Stage { .. } | TimerStart::DeliveryDue) => {
                    plain(NextKind::StayInside, "standing-button-stay-inside")
                }
            },
            None => plain(NextKind::StayInside, "standing-button-stay-inside"),
        },
    }
}

/// The task of a run that was left before its end.
pub fn run_task(run: &RunBrief, today: Day) -> Option<TaskRow> {
    Some(TaskRow {
        contract: run.contract.clone()?,
        kind: TaskKind::Guide,
        day: today,
        due: Due::Today,
        title: Say::new("view-task-guide").with("guide", &run.guide.title),
        detail: Say::new("view-task-guide-answered").with("count", run.answered),
        action: TaskAction {
            kind: NextKind::RunGuide { guide: Some(run.guide.id.clone()) },
            run: Some(run.id),
            button: Say::new("view-task-guide-go-on"),
        },
    })
}

/// Soonest first; of one day, those due by a rule before those that are only left open.
pub fn sorted(mut tasks: Vec<TaskRow>) -> Vec<TaskRow> {
    tasks.sort_by_key(|task| (task.day, rank(task.kind), task.contract.id));
    tasks
}

const fn rank(kind: TaskKind) -> u8 {
    match kind {
        TaskKind::Timer => 0,
        TaskKind::Delivery => 1,
        TaskKind::Review => 2,
        TaskKind::Inquiry => 3,
        TaskKind::Check => 4,
        TaskKind::Guide => 5,
    }
}

/// Open contracts by state, each with what is worth knowing.
pub fn states(index: &ListIndex) -> Vec<StateCount> {
    let mut counts: BTreeMap<StateName, (u32, u32, Option<Day>)> = BTreeMap::new();
    for entry in index.entries().filter(|entry| entry.course == Course::Running) {
        let (count, waiting, review) = counts.entry(entry.state).or_default();
        *count += 1;
        *waiting += u32::from(entry.waiting > 0);
        let ends = entry.dates.iter().find(|date| date.kind == TaskKind::Review).map(|date| date.day);
        *review = [*review, ends].into_iter().flatten().min();
    }
    let hint = |waiting: u32, review: Option<Day>| match (review, waiting) {
        (Some(day), _) => Some(Say::new("view-state-review").with("day", day)),
        (None, 0) => None,
        (None, waiting) => Some(Say::new("view-state-waiting").with("count", waiting)),
    };
    counts
        .into_iter()
        .map(|(state, (count, waiting, review))| StateCount { state, count, hint: hint(waiting, review) })
        .collect()
}

/// What the head of the screen counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Contracts in which talks or work go on.
    pub running: Vec<ContractId>,
    /// Contracts with something due today or earlier.
    pub due_contracts: BTreeSet<ContractId>,
    /// Dates due today or earlier, and doubts of contracts without one.
    pub due_tasks: usize,
}

/// What the head of the screen counts, over all contracts.
pub fn summary(index: &ListIndex, today: Day) -> Summary {
    let mut summary = Summary::default();
    for entry in index.entries() {
        if entry.course == Course::Running {
            summary.running.push(entry.id);
        }
        let dates = entry.dates.iter().filter(|date| date.day <= today).count();
        let doubts = usize::from(dates == 0 && entry.doubt.is_some_and(|why| why != AskWhy::AfterEnd));
        if dates + doubts > 0 {
            summary.due_contracts.insert(entry.id);
            summary.due_tasks += dates + doubts;
        }
    }
    summary
}

/// Today and the days after it, with what falls on each; `name` says the name of a holiday in the user's language.
pub fn strip(
    index: &ListIndex,
    today: Day,
    calendar: &BusinessCalendar,
    name: impl Fn(&Text) -> String,
) -> Vec<StripDay> {
    let mut marks: BTreeMap<Day, Vec<Say>> = BTreeMap::new();
    let last = today.plus_days(STRIP_DAYS - 1);
    for date in
        index.entries().flat_map(|entry| &entry.dates).filter(|date| date.day >= today && date.day <= last)
    {
        let of_day = marks.entry(date.day).or_default();
        if !of_day.contains(&date.name) {
            of_day.push(date.name.clone());
        }
    }
    (0..STRIP_DAYS)
        .map(|ahead| {
            let day = today.plus_days(ahead);
            StripDay { day, rest: rest(day, calendar, &name), marks: marks.remove(&day).unwrap_or_default() }
        })
        .collect()
}

fn rest(day: Day, calendar: &BusinessCalendar, name: impl Fn(&Text) -> String) -> Option<RestDay> {
    match calendar.why_closed(day)? {
        DayRole::Counted { .. } => None,
        DayRole::Weekend => Some(RestDay::Weekend),
        DayRole::Holiday { name: holiday, .. } => Some(RestDay::Holiday { name: name(&holiday) }),
        DayRole::Closure { name: closure } => Some(RestDay::Closure { name: name(&closure) }),
    }
}
