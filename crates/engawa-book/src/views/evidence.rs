//! 証拠.

use engawa_domain::facts::{Evidence, FactRef};
use engawa_domain::ids::EvidenceLinkId;
use engawa_domain::say::Say;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::shared::ContractBrief;

/// The whole screen: every kept file, the newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct EvidenceListView {
    /// The files.
    pub files: Vec<EvidenceRow>,
}

/// One kept file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct EvidenceRow {
    /// The file.
    pub evidence: Evidence,
    /// Whether it is still in the book's folder.
    pub presence: FilePresence,
    /// What it proves, and for which contracts; none for a file that was untied and stays kept.
    pub ties: Vec<EvidenceTie>,
}

/// What a file proves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct EvidenceTie {
    /// The tie.
    pub link: EvidenceLinkId,
    /// The contract.
    pub contract: ContractBrief,
    /// The fact; `None` for the contract as a whole.
    pub fact: Option<FactRef>,
    /// The fact in one line.
    pub proves: Option<Say>,
}

/// Whether a kept file is still there. Its bytes are not read for this: that is the check of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FilePresence {
    /// There, with the size it was taken in with.
    There,
    /// Not there.
    Gone,
    /// There, with another size.
    OtherSize,
    /// The system does not say.
    Unreadable,
}
