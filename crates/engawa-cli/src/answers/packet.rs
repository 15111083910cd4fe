//! Everything about a contract in one ZIP.

use std::path::Path;

use engawa_book::{ContactData, PacketOptions};
use serde_json::json;

use crate::args::Packed;
use crate::desk::Desk;
use crate::exit::Exit;
use crate::page::Page;
use crate::stop::Stop;

/// Writes the packet of a contract.
pub fn answer(desk: &Desk, asked: &Packed) -> Result<Exit, Stop> {
    let contract = desk.contract(&asked.contract)?;
    let without = asked.without.iter().map(|name| {
        let files = desk.book.contract_files(contract)?;
        Desk::file(files.into_iter().map(|(_, file)| file), name)
    });
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
