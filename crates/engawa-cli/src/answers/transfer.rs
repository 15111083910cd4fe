//! The book as a whole: looked through, written out, read in, its history, a sample.

use std::path::Path;

use engawa_book::{ExportFiles, ImportMode};
use serde_json::json;

use crate::desk::Desk;
use crate::exit::Exit;
use crate::page::Page;
use crate::stop::Stop;

/// Looks through the whole book.
pub fn check(desk: &Desk) -> Result<Exit, Stop> {
    let check = desk.book.check()?;
    let whole = check.is_whole();
    let key = if whole { "cli-check-whole" } else { "cli-check-faults" };
    let found = json!({ "whole": whole, "files_seen": check.files_seen, "files_wrong": check.files.len() });
    desk.voice.say(&found, &desk.voice.words.get(key, &[]))?;
    Ok(if whole { Exit::Done } else { Exit::Faults })
}

/// Writes the book out.
pub fn export(desk: &Desk, to: &Path) -> Result<Exit, Stop> {
    let done = desk.book.export(to, ExportFiles::Along)?;
    let entries = done.entries.to_string();
    let found = json!({ "path": done.path, "entries": done.entries, "files": done.files });
    desk.voice.say(&found, &desk.voice.words.get("cli-exported", &[("entries", &entries)]))
}

/// Reads a book in, or says what would be read.
pub fn import(desk: &mut Desk, from: &Path, mode: ImportMode) -> Result<Exit, Stop> {
    let done = desk.book.import(from, mode)?;
    let (entries, dry) = (done.entries.to_string(), mode == ImportMode::DryRun);
    let key = if dry { "cli-import-would" } else { "cli-imported" };
    let found = json!({
        "dry_run": dry, "entries": done.entries, "files": done.files, "files_missing": done.files_missing,
    });
    desk.voice.say(&found, &desk.voice.words.get(key, &[("entries", &entries)]))
}

/// Every change, newest first.
pub fn journal(desk: &Desk, contract: Option<&str>) -> Result<Exit, Stop> {
    let contract = contract.map(|name| desk.contract(name)).transpose()?;
    let view = desk.book.history_view(contract)?;
    let words = desk.voice.words;
    let rows = view.entries.iter().map(|entry| {
        let about = entry.contract.as_ref().map_or("", |contract| contract.title.as_str());
        vec![entry.at.to_string(), words.say(&entry.say), about.to_owned()]
    });
    let mut page = Page::default();
    page.rows(0, &rows.collect::<Vec<_>>());
    desk.voice.say(&view, &page.text())
}

/// Fills an empty book with invented contracts.
pub fn sample(desk: &mut Desk, contracts: Option<u32>) -> Result<Exit, Stop> {
    // Invented contracts never come among recorded ones.
    if !desk.book.history_view(None)?.entries.is_empty() {
        return Err(Stop::NotEmpty);
    }
    match contracts {
        Some(contracts) => desk.book.fill_bulk(contracts, |_| {})?,
        None => desk.book.fill_sample()?,
    }
    let made = desk.book.app_start()?.book.contracts;
    let words = desk.voice.words.get("cli-sample-made", &[("contracts", &made.to_string())]);
    desk.voice.say(&json!({ "folder": desk.book.folder(), "contracts": made }), &words)
}
