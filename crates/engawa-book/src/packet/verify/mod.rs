//! Whether a packet is what was written: its list, every file, the facts against the entries, the chain, and the ZIP itself.

mod look;

use std::path::Path;

use engawa_store::{ChainHead, Hash, Table};

use super::manifest::{Head, Manifest};
use super::read::Source;
use super::{FORMAT, MANIFEST, PacketRefused, VERSION};
use crate::patience::Patience;
use look::Look;

/// What a look through a packet found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketVerified {
    /// The contract it is about, by title and identifier.
    pub title: String,
    /// Its identifier.
    pub contract: String,
    /// The moment of the newest entry in it.
    pub as_of: String,
    /// Files that are as listed.
    pub files: u32,
    /// Entries whose hash was computed again.
    pub proven: u32,
    /// Entries in which something is masked: their hash cannot be computed again.
    pub masked: u32,
    /// Entries that are not in it because they are about other contracts too.
    pub withheld: u32,
    /// Rows that are exactly what the entries lead to.
    pub rows: u32,
    /// Rows of which masked or withheld entries had the last word.
    pub rows_unproven: u32,
    /// Files that are recorded and were left out.
    pub left_out: u32,
    /// Where the chains ended, for comparing with a book or with a hash that was kept elsewhere.
    pub heads: Vec<ChainHead>,
    /// What is wrong; empty when nothing.
    pub faults: Vec<PacketFault>,
}

/// One thing that is wrong with a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PacketFault {
    /// The list of files is not what its hash says.
    Seal,
    /// A file that is listed is not there.
    Missing {
        /// Its name.
        name: String,
    },
    /// A file is not what it was.
    Altered {
        /// Its name.
        name: String,
    },
    /// A file is there that nobody listed.
    Unlisted {
        /// Its name.
        name: String,
    },
    /// A file of evidence is not among the facts.
    Unrecorded {
        /// Its name.
        name: String,
    },
    /// A part cannot be read as what it is.
    Unreadable {
        /// Which, and where in it.
        what: String,
        /// Why.
        detail: String,
    },
    /// The content of an entry is not what was hashed.
    Entry {
        /// Its number.
        seq: u64,
    },
    /// An entry does not follow the one before it.
    Broken {
        /// Its number.
        seq: u64,
    },
    /// An entry does not lead to the end of the chain that the list names.
    Head {
        /// Its number.
        seq: u64,
    },
    /// A row is not what the entries lead to.
    Unexplained {
        /// The table.
        table: Table,
        /// The row.
        id: String,
    },
    /// What the list says of the entries is not so.
    Counts,
    /// The ZIP differs from the one that was written, although everything in it is as it was.
    Envelope {
        /// The first byte that differs.
        at: u64,
    },
    /// A hash that was kept elsewhere is not in the packet.
    NotInChain {
        /// The hash.
        hash: Hash,
    },
}

/// Looks through a packet: a ZIP, or the folder of an unpacked one. `expect` are hashes that must be in it, as the hash of an
/// entry or as the end of a chain. What could do harm is refused before it is read.
pub fn verify_packet(path: &Path, expect: &[Hash]) -> Result<PacketVerified, PacketRefused> {
    verify_watched(path, expect, &Patience::endless())
}

/// The same for whoever watches. What is said once that was stopped is nothing.
pub(super) fn verify_watched(
    path: &Path,
    expect: &[Hash],
    patience: &Patience,
) -> Result<PacketVerified, PacketRefused> {
    let mut source = Source::open(path)?;
    let (manifest, text) = manifest(&mut source)?;
    let mut look = Look { source, patience, faults: Vec::new() };
    look.seal(&text);
    let files = look.files(&manifest);
    let lines = look.lines();
    let (proven, counts) = look.entries(&lines, &manifest);
    let (rows, rows_unproven) = look.facts(&lines, &manifest);
    look.expected(expect, &lines, &manifest);
    if look.faults.is_empty() {
        look.envelope(&manifest);
    }
    let heads = manifest.chain.iter().cloned().map(|head| {
        let Head { origin, seq, at, hash } = head;
        ChainHead { origin, seq, at, hash }
    });
    Ok(PacketVerified {
        title: manifest.contract.title.clone(),
        contract: manifest.contract.id.clone(),
        as_of: manifest.as_of.clone(),
        files,
        proven,
        masked: counts.masked,
        withheld: counts.withheld,
        rows,
        rows_unproven,
        left_out: count(manifest.left_out.len()),
        heads: heads.collect(),
        faults: look.faults,
    })
}

fn count(all: usize) -> u32 {
    u32::try_from(all).unwrap_or(u32::MAX)
}

/// Reads the list. Without one nothing can be said of the rest.
fn manifest(source: &mut Source) -> Result<(Manifest, Vec<u8>), PacketRefused> {
    if source.size(MANIFEST).is_none() {
        return Err(PacketRefused::NotAPacket { why: format!("{MANIFEST} is not there") });
    }
    let text = source.text(MANIFEST)?;
    let bad = |why: String| PacketRefused::Manifest { why };
    // The version first: a newer list may have another form.
    let any: serde_json::Value = serde_json::from_slice(&text).map_err(|error| bad(error.to_string()))?;
    if any.get("format").and_then(serde_json::Value::as_str) != Some(FORMAT) {
        return Err(bad(format!("not of the format {FORMAT}")));
    }
    match any.get("version").and_then(serde_json::Value::as_u64) {
        Some(found) if found > VERSION => return Err(PacketRefused::Newer { found, known: VERSION }),
        Some(_) => {}
        None => return Err(bad("no version".to_owned())),
    }
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|error| bad(error.to_string()))?;
    if !manifest.is_ours() {
        return Err(bad(format!("not of the format {FORMAT}")));
    }
    Ok((manifest, text))
}
