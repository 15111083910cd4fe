//! 今日: what needs the user, by date.

use engawa_domain::calendar::{Day, Moment};
use engawa_domain::ids::RunId;
use engawa_domain::say::Say;
use engawa_domain::standing::{Due, NextKind};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::list::StateCount;
use super::shared::ContractBrief;

/// The whole screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TodayView {
    /// Today.
    pub today: Day,
    /// What needs the user, soonest first.
    pub tasks: Vec<TaskRow>,
    /// How many of them are due today or earlier.
    pub due_today: u32,
    /// Open contracts that need nothing now.
    pub calm: u32,
    /// Open contracts by state.
    pub states: Vec<StateCount>,
    /// Open contracts.
    pub open: u32,
    /// Today and the thirteen days after it.
    pub strip: Vec<StripDay>,
    /// The last changes.
    pub recent: Vec<RecentEntry>,
    /// Whether every contract has been counted; while a large book is being read after a start, counts are still rising.
    pub counted: bool,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TaskRow {
    /// The contract it is about.
    pub contract: ContractBrief,
    /// What kind of thing.
    pub kind: TaskKind,
    /// The day.
    pub day: Day,
    /// Where the day stands against today.
    pub due: Due,
    /// What it is.
    pub title: Say,
    /// Why that day: the arithmetic.
    pub detail: Say,
    /// The button.
    pub action: TaskAction,
}

/// The button of a task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TaskAction {
    /// What it does.
    pub kind: NextKind,
    /// The run it goes on with, when it is a guide.
    pub run: Option<RunId>,
    /// The words on it.
    pub button: Say,
}

/// What kind of thing there is to do; chooses the icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// The review of a request ends.
    Review,
    /// An inquiry waits for its answer.
    Inquiry,
    /// A guide was left before its end.
    Guide,
    /// A delivery.
    Delivery,
    /// A timer of the service.
    Timer,
    /// An answer that needs looking at.
    Check,
}

/// One day of the strip.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StripDay {
    /// The day.
    pub day: Day,
    /// Why it does not count as a business day.
    pub rest: Option<RestDay>,
    /// What falls on it.
    pub marks: Vec<Say>,
}

/// Why a day does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "rest", rename_all = "snake_case")]
pub enum RestDay {
    /// Saturday or Sunday.
    Weekend,
    /// A national holiday.
    Holiday {
        /// Its name.
        name: String,
    },
    /// The office is closed.
    Closure {
        /// Its name.
        name: String,
    },
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RecentEntry {
    /// When it was made.
    pub at: Moment,
    /// What it was.
    pub say: Say,
    /// The contract it is about.
    pub contract: Option<ContractBrief>,
}
