//! 帳を調べる: what is wrong with the book, in words, and what a repair did.

use engawa_domain::say::Say;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::damage::DamageKind;

/// What a look through the book found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CheckView {
    /// Whether nothing is wrong that does harm.
    pub whole: bool,
    /// Entries of the journal that were looked at.
    pub entries: u32,
    /// Rows that were looked at.
    pub rows: u32,
    /// Files of evidence that were looked at.
    pub files: u32,
    /// What is wrong, the first of many.
    pub damages: Vec<DamageView>,
    /// What is wrong beyond those.
    pub more: u32,
    /// How many of all of them a repair sets right.
    pub repairable: u32,
    /// Whether something stays that rescue or a backup may help with.
    pub beyond: bool,
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DamageView {
    /// Its kind.
    pub kind: DamageKind,
    /// Whether it does no harm.
    pub harmless: bool,
    /// What is wrong, with the record by name.
    pub what: Say,
    /// What a repair does about it, or why it stays.
    pub remedy: Say,
    /// Whether a repair sets it right.
    pub repairable: bool,
}

/// What a repair did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RepairView {
    /// What was set right.
    pub repaired: Vec<Say>,
    /// Where the backup is that was made before; `None` when there was nothing to repair.
    pub backup: Option<String>,
    /// What a new look found afterwards.
    pub after: CheckView,
}

/// Where the folder of the book lies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SiteView {
    /// Where.
    pub site: crate::site::Site,
    /// The folder.
    pub folder: String,
    /// Whether the user has said that it is known.
    pub seen: bool,
}
