//! 契約: the table.

use engawa_domain::calendar::Day;
use engawa_domain::facts::Stage;
use engawa_domain::ids::{ContractId, PlatformId};
use engawa_domain::money::Yen;
use engawa_domain::rules::Text;
use engawa_domain::say::Say;
use engawa_domain::standing::{Contact, StateName};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::shared::StageShown;

/// What to show of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct ContractListQuery {
    /// Words that must all occur; empty for all.
    pub search: String,
    /// States; empty for all.
    pub states: Vec<StateName>,
    /// Platforms; empty for all.
    pub platforms: Vec<PlatformId>,
    /// Stages; empty for all.
    pub stages: Vec<Stage>,
    /// By date.
    pub due: DueFilter,
    /// Column.
    pub sort: SortKey,
    /// Direction.
    pub direction: Direction,
    /// Rows to skip.
    pub offset: u32,
    /// Rows wanted.
    pub limit: u32,
}

/// Which dates to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DueFilter {
    /// All.
    Any,
    /// Due today or earlier.
    Today,
    /// Due within seven days.
    Week,
    /// Without a date.
    None,
}

/// The columns by which the table sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    /// Last changed.
    Recent,
    /// 依頼名.
    Title,
    /// クライアント, by reading.
    Client,
    /// サービス.
    Platform,
    /// 段階.
    Stage,
    /// 外部連絡.
    State,
    /// 次の期日.
    Deadline,
    /// 金額.
    Amount,
}

/// Ascending or descending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// A part of the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ContractListView {
    /// Contracts in the book.
    pub all: u32,
    /// Contracts that match.
    pub matching: u32,
    /// Contracts that match all but the filter on states, by state.
    pub states: Vec<StateCount>,
    /// Sum of the amounts of the matching contracts.
    pub amount: Yen,
    /// The rows asked for.
    pub rows: Vec<ContractRow>,
    /// Whether every contract has been counted; while the book is being read after a start, counts are still rising.
    pub counted: bool,
}

/// How many contracts are in a state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StateCount {
    /// The state.
    pub state: StateName,
    /// How many.
    pub count: u32,
    /// What is worth knowing: the nearest date, how many wait.
    pub hint: Option<Say>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ContractRow {
    /// The contract.
    pub id: ContractId,
    /// 依頼名.
    pub title: String,
    /// クライアント.
    pub client: String,
    /// サービス.
    pub platform: Text,
    /// 段階.
    pub stage: Option<StageShown>,
    /// 外部連絡.
    pub state: StateName,
    /// Whether contact is permitted.
    pub contact: Contact,
    /// 次の期日.
    pub deadline: Option<RowDeadline>,
    /// 金額.
    pub amount: Option<Yen>,
    /// Where the searched words stand.
    pub hits: Vec<SearchHit>,
}

/// The next date of a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RowDeadline {
    /// The day.
    pub day: Day,
    /// What falls on it.
    pub name: Say,
}

/// Where a searched word stands in a title or a client's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SearchHit {
    /// `title` or `client`.
    pub field: HitField,
    /// First UTF-16 unit.
    pub start: u32,
    /// One past the last UTF-16 unit.
    pub end: u32,
}

/// The field in which a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum HitField {
    /// 依頼名.
    Title,
    /// クライアント.
    Client,
}
