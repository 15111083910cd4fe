//! `manifest.json`: what is in a packet, what was left out or masked, and where the chain ended.

use std::collections::BTreeMap;

use engawa_domain::say::Lang;
use engawa_store::ChainHead;
use serde::{Deserialize, Serialize};

use super::{FORMAT, VERSION};

/// The list. A format of its own, which may only grow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    pub format: String,
    pub version: u64,
    /// The version of the program that wrote it.
    pub app: String,
    pub contract: About,
    /// The moment of the newest entry that the packet holds.
    pub as_of: String,
    /// In which the days are counted: that of the service.
    pub zone: String,
    pub languages: Vec<Lang>,
    /// Where each chain of the book ended.
    pub chain: Vec<Head>,
    pub entries: Entries,
    pub masked: Masked,
    /// Files that are recorded and were left out.
    pub left_out: Vec<Member>,
    /// Everything else in the packet, in its order.
    pub files: Vec<Member>,
}

/// What it is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    pub id: String,
    pub title: String,
    pub client: String,
    /// The key of the service.
    pub platform: String,
}

/// Where a chain ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    pub origin: String,
    pub seq: u64,
    pub at: String,
    pub hash: String,
}

impl From<ChainHead> for Head {
    fn from(head: ChainHead) -> Self {
        let ChainHead { origin, seq, at, hash } = head;
        Self { origin, seq, at, hash }
    }
}

/// Entries of the journal, by what of them is in the packet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entries {
    pub whole: u32,
    pub masked: u32,
    pub withheld: u32,
}

/// Contact data that was masked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Masked {
    /// Whether it was asked for.
    pub asked: bool,
    /// Places, in facts and journal.
    pub places: u32,
    pub kinds: BTreeMap<String, u32>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub name: String,
    pub bytes: u64,
    pub sha256: String,
}

impl Manifest {
    /// What every manifest of this version begins with.
    pub fn is_ours(&self) -> bool {
        self.format == FORMAT && self.version <= VERSION
    }

    /// The text: one line for each file, so that two can be compared by eye.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        Ok(text)
    }
}
