//! What the history shows: changes with their fields, and what was deleted.

use engawa_domain::calendar::Moment;
use engawa_domain::ids::ContractId;
use engawa_domain::say::Say;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::shared::ContractBrief;

/// Whose changes, and from where on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChangesQuery {
    /// Those of one contract with everything of it.
    pub contract: Option<ContractId>,
    /// Those of one record.
    pub record: Option<RecordKey>,
    /// Those before this place; the newest where it is missing.
    pub before: Option<u64>,
}

/// A record of the book.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct RecordKey {
    /// Its table, by the name in the file.
    pub table: String,
    /// Its identifier.
    pub id: String,
}

/// A page of changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ChangesView {
    /// Changes, newest first.
    pub changes: Vec<ChangeView>,
    /// From where on older ones are asked for; missing where there are none.
    pub older: Option<u64>,
    /// What the asked-for record is called, where one was asked for.
    pub about: Option<Say>,
    /// What 元に戻す would take back.
    pub undo: Option<Say>,
    /// What やり直す would do again.
    pub redo: Option<Say>,
}

/// One change: who did what when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ChangeView {
    /// Its place in the journal.
    pub place: u64,
    /// When it was made.
    pub at: Moment,
    /// Where it was made: on this device, or in the book it was imported from.
    pub by: Say,
    /// What was done.
    pub say: Say,
    /// Whether it has been taken back.
    pub undone: bool,
    /// The contract it is about, when it is about one that is still there.
    pub contract: Option<ContractBrief>,
    /// The records that changed.
    pub records: Vec<RecordChange>,
    /// How many more there are than are listed.
    pub more: u32,
}

/// What happened to one record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RecordChange {
    /// The record.
    pub key: RecordKey,
    /// Its kind: 契約, 申請ステータス.
    pub kind: Say,
    /// What it is called.
    pub name: Say,
    /// What happened to it.
    pub did: Did,
    /// Its fields that changed; of a record that was added or removed, those that held something.
    pub fields: Vec<FieldChange>,
    /// Whether the record is there now.
    pub is_there: bool,
}

/// What happened to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Did {
    /// It was added.
    Added,
    /// It was changed.
    Changed,
    /// It was removed.
    Removed,
}

/// A field before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct FieldChange {
    /// Its column, by the name in the file.
    pub column: String,
    /// What it is called.
    pub name: Say,
    /// What it was; missing where it held nothing.
    pub before: Option<Say>,
    /// What it became; missing where it holds nothing.
    pub after: Option<Say>,
    /// Of a long text, where the two differ.
    pub differs: Option<Differs>,
}

/// Where two long texts differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Differs {
    /// The end of what both begin with.
    pub head: String,
    /// What only the first has.
    pub before: String,
    /// What only the second has.
    pub after: String,
    /// The beginning of what both end with.
    pub tail: String,
}

/// A page of what was deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DeletedView {
    /// Records that are not there any more, those deleted last first.
    pub records: Vec<DeletedRecord>,
    /// From where on older ones are asked for; missing where there are none.
    pub older: Option<u64>,
}

/// A record that was deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DeletedRecord {
    /// The place of the change that deleted it.
    pub place: u64,
    /// When it was deleted.
    pub at: Moment,
    /// By which change.
    pub say: Say,
    /// The record.
    pub key: RecordKey,
    /// Its kind.
    pub kind: Say,
    /// What it was called.
    pub name: Say,
    /// The contract it belonged to, where it was not one itself.
    pub owner: Option<Say>,
    /// How many other records went with it.
    pub with: u32,
}
