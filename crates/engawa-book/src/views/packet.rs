//! 紛争に備えた一式: what it is to be, and what was saved.

use engawa_domain::ids::{ContractId, EvidenceId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a packet is to be, and where it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct PacketInput {
    /// The contract it is about.
    pub contract: ContractId,
    /// In which language the timeline is written.
    pub language: PacketLanguage,
    /// What becomes of contact data of others.
    pub contact_data: PacketContactData,
    /// Files that are left out.
    pub without: Vec<EvidenceId>,
    /// The file, or a folder in which it gets a name of its own.
    pub to: String,
}

/// In which language the timeline of a packet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PacketLanguage {
    /// Once in each.
    Both,
    /// Japanese.
    Ja,
    /// English.
    En,
}

/// What becomes of contact data of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PacketContactData {
    /// It stays.
    AsRecorded,
    /// It is masked, except in files.
    Masked,
}

/// A packet that was saved, and verified after that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PacketView {
    /// Where it is.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The SHA-256 of the whole file.
    pub sha256: String,
    /// Files of evidence in it.
    pub files: u32,
    /// Files of evidence that were left out.
    pub left_out: u32,
    /// Places where contact data was masked.
    pub masked: u32,
    /// Entries of the history in it.
    pub entries: u32,
}
