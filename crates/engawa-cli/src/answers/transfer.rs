//! The book as a whole: written out, read in, its history, a sample.

use std::path::Path;

use engawa_book::{ExportFiles, ImportMode, system_zone};
use engawa_domain::calendar::zone;
use serde_json::json;

use super::passphrase::{self, Asked};
use crate::desk::Desk;
use crate::exit::Exit;
use crate::json::whole::{ImportJson, JournalJson};
use crate::page::{Page, when};
use crate::stop::Stop;

/// Writes the book out.
pub fn export(desk: &Desk, to: &Path) -> Result<Exit, Stop> {
    let done = desk.book.export(to, ExportFiles::Along)?;
    let found = json!({ "path": done.path, "entries": done.entries, "files": done.files });
    let mut page = Page::default();
    page.line(0, &desk.voice.words.count("cli-exported", &[("entries", done.entries)]));
    if desk.book.is_protected() {
        page.line(0, &desk.voice.words.get("protect-export-is-plain", &[]));
    }
    desk.voice.say(&found, &page.text())
}

/// Writes the book out as one file that a passphrase opens.
pub fn export_sealed(desk: &Desk, to: &Path, passphrase_file: Option<&Path>) -> Result<Exit, Stop> {
    let passphrase = passphrase::ask(passphrase_file, desk.voice.words, Asked::Twice)?;
    let done = desk.book.export_sealed(to, &passphrase)?;
    let found = json!({ "path": done.path, "entries": done.entries, "files": done.files });
    desk.voice.say(&found, &desk.voice.words.count("cli-exported", &[("entries", done.entries)]))
}

/// Reads a book in, or says what would be read.
pub fn import(
    desk: &mut Desk,
    from: &Path,
    mode: ImportMode,
    passphrase_file: Option<&Path>,
) -> Result<Exit, Stop> {
    let words = desk.voice.words;
    let report = if passphrase::is_sealed(from) {
        let passphrase = passphrase::ask(passphrase_file, words, Asked::Once)?;
        desk.book.import_sealed(from, &passphrase, mode)?
    } else {
        desk.book.import(from, mode)?
    };
    let key = match mode {
        ImportMode::DryRun => "cli-import-would",
        ImportMode::Apply => "cli-imported",
    };
    let mut page = Page::default();
    page.line(0, &words.count(key, &[("entries", report.entries), ("files", report.files)]));
    for hash in &report.files_missing {
        page.line(0, &words.get("cli-import-file-missing", &[("hash", &hash.0)]));
    }
    desk.voice.say(&ImportJson::new(&report), &page.text())
}

/// Every change, newest first, in the time of this machine.
pub fn journal(desk: &Desk, contract: Option<&str>) -> Result<Exit, Stop> {
    let contract = contract.map(|name| desk.contract(name)).transpose()?;
    let view = desk.book.history_view(contract)?;
    let words = desk.voice.words;
    let zone = system_zone();
    let rows = view.entries.iter().map(|entry| {
        let at = zone::local(entry.at, &zone).map_or_else(|_| entry.at.to_string(), |at| when(at, words));
        let about = entry.contract.as_ref().map_or("", |contract| contract.title.as_str());
        let undone = if entry.undone { words.get("cli-journal-undone", &[]) } else { String::new() };
        vec![at, words.say(&entry.say), about.to_owned(), undone]
    });
    let mut page = Page::default();
    page.rows(0, &rows.collect::<Vec<_>>());
    desk.voice.say(&JournalJson::new(&view, words), &page.text())
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
    let words = desk.voice.words.count("cli-sample-made", &[("contracts", made.into())]);
    desk.voice.say(&json!({ "folder": desk.book.folder(), "contracts": made }), &words)
}
