//! The dispute packet: everything recorded about one contract in one ZIP, for somebody who does not have the app. It is read
//! with a browser, verified with standard tools or with `engawa-cli verify`, and described in `docs/format.md`.
//!
//! The same book gives the same bytes. Nothing in a packet comes from the clock, the machine or its language: its time is that of
//! the newest entry it holds, its days are counted in the zone of the service.

mod chain;
mod content;
mod documents;
mod facts;
mod make;
mod manifest;
mod mask;
mod names;
mod note;
mod read;
mod refused;
mod timeline;
mod verify;
mod zipped;

use std::path::PathBuf;

use engawa_domain::ids::EvidenceId;
use engawa_domain::say::Lang;

pub use refused::PacketRefused;
pub(crate) use timeline::Html;
pub use verify::{PacketFault, PacketVerified, verify_packet};

/// What a packet says it is.
const FORMAT: &str = "engawa-packet";
/// The version of the packet's format. Newer ones are refused.
const VERSION: u64 = 1;

/// The list of everything else.
const MANIFEST: &str = "manifest.json";
/// The hash of that list.
const SEAL: &str = "manifest.sha256";
/// How to verify the packet.
const NOTE: &str = "VERIFY.txt";
/// The rows.
const FACTS: &str = "facts.json";
/// The entries of the journal.
const JOURNAL: &str = "journal.jsonl";
/// The folder of evidence.
const FILES: &str = "files/";

/// The commands that verify an unpacked packet with standard tools, as they stand in `VERIFY.txt` and in `docs/format.md`.
const RECIPE: &str = include_str!("recipe.sh");

/// What a packet is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketOptions {
    /// In which languages the timeline is written.
    pub languages: Vec<Lang>,
    /// Whether contact data of others is masked.
    pub contact_data: ContactData,
    /// Files that are left out.
    pub without: Vec<EvidenceId>,
}

impl Default for PacketOptions {
    fn default() -> Self {
        Self {
            languages: vec![Lang::Ja, Lang::En],
            contact_data: ContactData::AsRecorded,
            without: Vec::new(),
        }
    }
}

/// What becomes of contact data of others: mail addresses, telephone numbers, accounts of messengers, pages outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactData {
    /// It stays as it was recorded.
    AsRecorded,
    /// It is masked in the timeline, the facts and the journal. Files stay as they are.
    Masked,
}

/// A packet that was written, and verified after that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketMade {
    /// The file.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// The SHA-256 of the whole file.
    pub sha256: String,
    /// Files of evidence in it.
    pub files: u32,
    /// Files of evidence that were left out.
    pub left_out: u32,
    /// Places where contact data was masked, in facts and journal.
    pub masked: u32,
    /// Entries of the journal in it.
    pub entries: u32,
}
