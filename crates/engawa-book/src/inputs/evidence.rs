//! What is said of a kept file.

use engawa_domain::facts::{EvidenceLink, FactRef, Origin};
use engawa_domain::ids::{ContractId, EvidenceId, EvidenceLinkId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A file to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct EvidenceInput {
    /// The contract.
    pub contract: ContractId,
    /// The fact it proves; `None` for the contract as a whole.
    pub fact: Option<FactRef>,
    /// Where the file is now.
    pub path: String,
    /// How it came.
    pub origin: Origin,
}

/// What the user says of a kept file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct EvidenceNoteInput {
    /// Which.
    pub evidence: EvidenceId,
    /// The note with which the correction was begun; `None` not to ask whether it became another since.
    pub before: Option<String>,
    /// What it is from now on.
    pub note: String,
}

/// What a file proves, chosen anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct EvidenceLinkInput {
    /// The tie to a contract.
    pub link: EvidenceLinkId,
    /// The tie with which the correction was begun; `None` not to ask whether it became another since.
    pub before: Option<EvidenceLink>,
    /// The fact of that contract; `None` for the contract as a whole.
    pub fact: Option<FactRef>,
}
