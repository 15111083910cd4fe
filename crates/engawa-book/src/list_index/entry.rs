//! One contract in the index: what the table shows, filters and sorts by.

use engawa_domain::calendar::{Day, When};
use engawa_domain::facts::{ContractFacts, Stage, Witness};
use engawa_domain::ids::{ContractId, PlatformId};
use engawa_domain::money::Yen;
use engawa_domain::rules::{PlatformRules, Text};
use engawa_domain::say::Say;
use engawa_domain::standing::{
    AskWhy, Contact, Deadline, DeadlineKind, StateName, Verdict, deadlines, judge,
};
use engawa_domain::text::SearchKey;

use crate::views::{RowDeadline, StageShown, TaskKind};

/// One contract. Its state is that of the moment for which it was made; [`Entry::changes`] says until when that holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The contract.
    pub id: ContractId,
    /// 依頼名.
    pub title: String,
    /// クライアント.
    pub client: String,
    /// By what the client sorts: its reading, or else its name.
    pub client_key: SearchKey,
    /// By what the title sorts.
    pub title_key: SearchKey,
    /// What a search looks through: title, name, reading, number, one to a line.
    pub search_key: String,
    /// サービス.
    pub platform: PlatformId,
    /// Its name.
    pub platform_name: Text,
    /// The stage reached last.
    pub stage: Option<StageShown>,
    /// Whether work or talks go on.
    pub course: Course,
    /// 外部連絡の可否.
    pub state: StateName,
    /// Whether contact is permitted.
    pub contact: Contact,
    /// The dates that follow, soonest first.
    pub dates: Vec<EntryDate>,
    /// An answer that the user should look at, while the contract runs.
    pub doubt: Option<AskWhy>,
    /// Inquiries without an answer.
    pub waiting: u32,
    /// 金額.
    pub amount: Option<Yen>,
    /// Its place among the changes of the book: the larger, the later changed.
    pub recent: u64,
    /// From when on the state may be another although nothing was recorded; in the platform's zone.
    pub changes: Option<When>,
}

/// Whether a contract runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Course {
    /// Talks or work go on.
    Running,
    /// 完了, 途中終了 or 辞退.
    Ended,
}

/// A date of a contract, in short.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryDate {
    /// The day.
    pub day: Day,
    /// What kind of thing falls on it.
    pub kind: TaskKind,
    /// Its name.
    pub name: Say,
}

impl Entry {
    /// The entry of a contract at this moment of the platform's zone.
    pub fn of(facts: &ContractFacts, rules: &PlatformRules, now: When, recent: u64) -> Self {
        let verdict = judge(facts, rules, now);
        let dates = deadlines(facts, rules, &verdict, now).into_iter().map(EntryDate::from).collect();
        let client = facts.client.name.as_str();
        let reading = facts.client.reading.trim();
        let title_key = SearchKey::of(facts.contract.title.as_str());
        let client_key = SearchKey::of(if reading.is_empty() { client } else { reading });
        let course = course(facts);
        Self {
            id: facts.contract.id,
            title: facts.contract.title.as_str().to_owned(),
            client: client.to_owned(),
            search_key: search_key(facts, &title_key),
            client_key,
            title_key,
            platform: rules.id.clone(),
            platform_name: rules.name.clone(),
            stage: stage_shown(facts),
            course,
            state: verdict.name(),
            contact: verdict.contact(),
            dates,
            doubt: match (&verdict, course) {
                (Verdict::Ask { why }, Course::Running) => Some(*why),
                _ => None,
            },
            waiting: count(facts.inquiries.iter().filter(|inquiry| inquiry.reply.is_none()).count()),
            amount: facts.contract.amount,
            recent,
            changes: changes(facts, &verdict, now),
        }
    }

    /// The next date.
    pub fn deadline(&self) -> Option<RowDeadline> {
        self.dates.first().map(|date| RowDeadline { day: date.day, name: date.name.clone() })
    }
}

impl From<Deadline> for EntryDate {
    fn from(deadline: Deadline) -> Self {
        Self { day: deadline.day, kind: task_kind(&deadline.kind), name: deadline.name }
    }
}

/// What kind of task a date is.
pub fn task_kind(kind: &DeadlineKind) -> TaskKind {
    match kind {
        DeadlineKind::Review => TaskKind::Review,
        DeadlineKind::WriteAgain => TaskKind::Inquiry,
        DeadlineKind::Delivery => TaskKind::Delivery,
        DeadlineKind::Timer { .. } => TaskKind::Timer,
    }
}

/// The stage reached last; 業務 from 仮払い on. A contract that goes on is again where it was.
pub fn stage_shown(facts: &ContractFacts) -> Option<StageShown> {
    let newest = facts.stages.iter().max_by_key(|event| (event.when, event.stage))?;
    match newest.stage {
        Stage::Continued => Some(stage_on_the_way(facts).unwrap_or(StageShown::Stage(Stage::Continued))),
        stage => Some(shown(stage)),
    }
}

/// The stage of the usual way that was reached last, whatever happened beside it.
pub fn stage_on_the_way(facts: &ContractFacts) -> Option<StageShown> {
    let reached = facts.stages.iter().filter(|event| event.stage.is_on_the_way());
    reached.max_by_key(|event| (event.when, event.stage)).map(|event| shown(event.stage))
}

fn shown(stage: Stage) -> StageShown {
    match stage {
        Stage::Escrowed => StageShown::Working,
        Stage::Consultation
        | Stage::Terms
        | Stage::Contracted
        | Stage::Delivered
        | Stage::Inspected
        | Stage::Completed
        | Stage::ReminderRequested
        | Stage::TerminationRequested
        | Stage::Continued
        | Stage::Terminated
        | Stage::Declined => StageShown::Stage(stage),
    }
}

/// Whether the contract runs.
pub fn course(facts: &ContractFacts) -> Course {
    if facts.stages.iter().any(|event| event.stage.ends_contract()) { Course::Ended } else { Course::Running }
}

fn search_key(facts: &ContractFacts, title: &SearchKey) -> String {
    let number = facts.contract.number.as_deref().unwrap_or_default();
    let parts = [facts.client.name.as_str(), facts.client.reading.as_str(), number];
    let mut key = title.as_str().to_owned();
    for part in parts {
        key.push('\n');
        key.push_str(SearchKey::of(part).as_str());
    }
    key
}

/// From when on the verdict may be another: the day after a review's last, and the day or time of whatever is dated ahead.
fn changes(facts: &ContractFacts, verdict: &Verdict, now: When) -> Option<When> {
    let review = match verdict {
        Verdict::Pending { due: Some(due) } => Some(When::on(due.next())),
        _ => None,
    };
    let stages = facts.stages.iter().map(|event| event.when);
    let seen = facts
        .statuses
        .iter()
        .filter(|status| matches!(status.witness, Witness::Me { .. }))
        .map(|status| status.when);
    stages.chain(seen).filter(|when| when.strictly_after(&now)).chain(review).min()
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
