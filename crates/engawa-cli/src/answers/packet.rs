//! Everything about a contract in one ZIP.

use std::path::Path;

use engawa_book::{ContactData, PacketOptions};
use engawa_domain::ids::{ContractId, EvidenceId};
use serde_json::json;

use crate::args::Packed;
use crate::desk::Desk;
use crate::exit::Exit;
use crate::page::Page;
use crate::stop::Stop;

/// Writes the packet of a contract.
pub fn answer(desk: &Desk, asked: &Packed) -> Result<Exit, Stop> {
    let contract = desk.contract(&asked.contract)?;
    let without = asked.without.iter().map(|name| evidence(desk, contract, name));
    let usual = PacketOptions::default();
    let options = PacketOptions {
        languages: asked.timeline.map_or(usual.languages, |tongue| vec![tongue.into()]),
        contact_data: if asked.mask { ContactData::Masked } else { ContactData::AsRecorded },
        without: without.collect::<Result<_, _>>()?,
    };
    let made = desk.book.packet(contract, &options, Path::new(&asked.to))?;
    let words = desk.voice.words;
    let mut page = Page::default();
    page.line(0, &words.get("cli-packet-saved", &[("path", &made.path.display().to_string())]));
    let size = [("bytes", made.bytes), ("files", made.files.into()), ("entries", made.entries.into())];
    page.line(0, &words.count("cli-packet-size", &size));
    if made.left_out > 0 {
        page.line(0, &words.count("cli-packet-left-out", &[("files", made.left_out.into())]));
    }
    if asked.mask {
        page.line(0, &words.count("cli-packet-masked", &[("places", made.masked.into())]));
    }
    page.line(0, &format!("SHA-256 {}", made.sha256));
    let json = json!({
        "path": made.path, "bytes": made.bytes, "sha256": made.sha256, "files": made.files,
        "left_out": made.left_out, "masked": made.masked, "entries": made.entries,
    });
    desk.voice.say(&json, &page.text())
}

/// The one file of the contract whose identifier or hash begins like this.
fn evidence(desk: &Desk, contract: ContractId, name: &str) -> Result<EvidenceId, Stop> {
    let files = desk.book.contract_files(contract)?;
    let meant = |id: EvidenceId, sha256: &str| id.to_string().starts_with(name) || sha256.starts_with(name);
    let mut found: Vec<EvidenceId> = files
        .into_iter()
        .filter(|(_, file)| !name.is_empty() && meant(file.id, &file.sha256.0))
        .map(|(_, file)| file.id)
        .collect();
    found.sort_unstable();
    found.dedup();
    match found[..] {
        [one] => Ok(one),
        _ => Err(Stop::NoEvidence(name.to_owned())),
    }
}
