//! Backups: made, listed, proven again, put back.

use std::path::Path;

use engawa_book::views::{BackupFileIs, BackupRow, ContractDiffers, RestorePreview};
use engawa_book::{BackupRefused, BackupWhy, Backups, BookError, Patience, system_zone};
use engawa_domain::calendar::{Moment, zone};
use engawa_words::Words;
use serde_json::json;

use super::passphrase::{self, Asked};
use crate::desk::Desk;
use crate::exit::Exit;
use crate::json::backup::{BackupJson, BackupsJson, PreviewJson};
use crate::page::{Page, when};
use crate::stop::Stop;
use crate::unlock;

/// Makes a backup beside the book and at every place.
pub fn make(desk: &mut Desk) -> Result<Exit, Stop> {
    let path = desk.book.back_up(BackupWhy::Asked)?;
    let newest = desk.book.backups().view(desk.book.is_unsaved()).backups.into_iter().next();
    let row = newest.ok_or_else(|| BookError::from(BackupRefused::NoSuch(path.display().to_string())))?;
    let path = path.display().to_string();
    let words = desk.voice.words.get("backup-cli-made", &[("path", &path)]);
    desk.voice.say(&BackupJson::new(&row, Some(path)), &words)
}

/// Makes a backup and brings it to a folder, this once.
pub fn make_at(desk: &mut Desk, folder: &Path) -> Result<Exit, Stop> {
    desk.book.back_up(BackupWhy::Asked)?;
    let path = desk.book.backups().bring_once(folder, &Patience::endless()).map_err(BookError::from)?;
    let newest = desk.book.backups().view(desk.book.is_unsaved()).backups.into_iter().next();
    let row = newest.ok_or_else(|| BookError::from(BackupRefused::NoSuch(path.display().to_string())))?;
    let path = path.display().to_string();
    let words = desk.voice.words.get("backup-cli-made", &[("path", &path)]);
    desk.voice.say(&BackupJson::new(&row, Some(path)), &words)
}

/// Makes one file that a passphrase opens, and the sheet beside it.
pub fn seal(desk: &mut Desk, folder: &Path, passphrase_file: Option<&Path>) -> Result<Exit, Stop> {
    let passphrase = passphrase::ask(passphrase_file, desk.voice.words, Asked::Twice)?;
    let words = desk.voice.words;
    let backups = desk.book.backups();
    let (sealed, slip) = backups.seal(folder, &passphrase, &Patience::endless()).map_err(BookError::from)?;
    let sheet = backups.sheet(&sealed, &slip, words).map_err(BookError::from)?.display().to_string();
    let mut page = Page::default();
    page.line(0, &words.get("backup-cli-sealed", &[("path", &sealed.file)]));
    page.line(0, &words.get("backup-cli-sheet", &[("path", &sheet)]));
    let told = json!({
        "path": sealed.file, "sheet": sheet, "bytes": sealed.bytes, "contracts": sealed.contracts,
        "files": sealed.files, "files_missing": sealed.files_missing,
    });
    desk.voice.say(&told, &page.text())
}

/// Every backup that can be reached now, newest first.
pub fn list(desk: &Desk) -> Result<Exit, Stop> {
    let view = desk.book.backups().view(desk.book.is_unsaved());
    let words = desk.voice.words;
    let mut page = Page::default();
    let rows = view.backups.iter().map(|row| {
        let count = |count: Option<u64>| count.map_or_else(String::new, |count| count.to_string());
        let holds =
            words.get("backup-holds", &[("contracts", &count(row.contracts)), ("files", &count(row.files))]);
        vec![row.at.to_string(), local(row.at, words), holds, places(row, words)]
    });
    page.rows(0, &rows.collect::<Vec<_>>());
    if view.backups.is_empty() {
        page.line(0, &words.get("backup-list-none", &[]));
    }
    desk.voice.say(&BackupsJson::new(&view), &page.text())
}

/// Opens and compares every backup again, at every place.
pub fn prove(desk: &Desk) -> Result<Exit, Stop> {
    let backups = desk.book.backups();
    let words = desk.voice.words;
    let (mut page, mut told, mut whole) = (Page::default(), Vec::new(), true);
    for row in backups.view(false).backups.iter().filter(|row| row.why.is_some()) {
        let at = row.at.to_string();
        match backups.prove(row.at, &Patience::endless()) {
            Ok(proof) => {
                let (places, files) = (proof.places.to_string(), proof.files.to_string());
                let args = [("at", at.as_str()), ("places", &places), ("files", &files)];
                page.line(0, &words.get("backup-cli-proven", &args));
                told.push(json!({ "at": at, "proven": true, "places": proof.places, "files": proof.files }));
            }
            Err(refused) => {
                whole = false;
                let why = refused.to_string();
                page.line(0, &words.get("backup-cli-not-proven", &[("at", &at), ("why", &why)]));
                told.push(json!({ "at": at, "proven": false, "why": why }));
            }
        }
    }
    desk.voice.say(&json!({ "whole": whole, "backups": told }), &page.text())?;
    Ok(if whole { Exit::Done } else { Exit::Faults })
}

/// Puts a backup in the place of the book, or says what that would change.
pub fn restore(desk: Desk, named: &str, dry_run: bool, passphrase_file: Option<&Path>) -> Result<Exit, Stop> {
    let Desk { book, clock: _, voice } = desk;
    let words = voice.words;
    let backups = book.backups();
    let file = Path::new(named);
    if file.is_file() && backups.kind_of(file).map_err(BookError::from)? == BackupFileIs::Protected {
        let secret = unlock::secret(passphrase_file, words)?;
        backups.unlock(file, &secret).map_err(BookError::from)?;
    }
    let opened = if passphrase::is_sealed(file) {
        let passphrase = passphrase::ask(passphrase_file, words, Asked::Once)?;
        let opened = backups.unseal(file, &passphrase, &Patience::endless());
        Some(opened.map_err(BookError::from)?.display().to_string())
    } else {
        None
    };
    let named = opened.as_deref().unwrap_or(named);
    let answer = if dry_run { preview(&backups, named, voice) } else { put_back(book, named, voice) };
    if opened.is_some() {
        backups.close_opened().map_err(BookError::from)?;
    }
    answer
}

fn preview(backups: &Backups, named: &str, voice: crate::desk::Voice) -> Result<Exit, Stop> {
    let preview = backups.preview(named).map_err(BookError::from)?;
    voice.say(&PreviewJson::new(&preview, voice.words), &in_words(&preview, voice.words))
}

fn put_back(book: engawa_book::Book, named: &str, voice: crate::desk::Voice) -> Result<Exit, Stop> {
    let after = book.restore(named, &mut |_| Ok(()));
    let restored = after.done?;
    after.book?;
    let before = restored.before.to_string();
    let mut page = Page::default();
    page.line(0, &voice.words.get("backup-cli-restored", &[("before", &before)]));
    if restored.files_lost > 0 {
        let lost = restored.files_lost.to_string();
        page.line(0, &voice.words.get("backup-cli-lost", &[("count", &lost)]));
    }
    let told = json!({
        "from": restored.from, "before": restored.before,
        "files_back": restored.files_back, "files_lost": restored.files_lost,
    });
    voice.say(&told, &page.text())
}

fn in_words(preview: &RestorePreview, words: Words) -> String {
    let mut page = Page::default();
    if preview.same {
        page.line(0, &words.get("backup-preview-same", &[]));
        return page.text();
    }
    let [then, now] = preview.entries;
    page.line(0, &words.count("backup-preview-history", &[("now", now), ("then", then)]));
    let lists = [
        ("backup-preview-back", &preview.back),
        ("backup-preview-gone", &preview.gone),
        ("backup-preview-files-back", &preview.files_back),
        ("backup-preview-files-gone", &preview.files_gone),
        ("backup-preview-files-lost", &preview.files_lost),
    ];
    for (key, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        page.heading(&words.get(key, &[("count", &list.len().to_string())]));
        for name in list {
            page.line(1, name);
        }
    }
    if !preview.changed.is_empty() {
        page.heading(&words.get("backup-preview-changed", &[("count", &preview.changed.len().to_string())]));
        for changed in &preview.changed {
            page.rows(1, &[vec![changed.title.clone(), how(changed, words)]]);
        }
    }
    page.text()
}

/// What happens to the records of a contract, without what happens to none.
fn how(changed: &ContractDiffers, words: Words) -> String {
    let parts = [
        ("backup-preview-how-back", changed.back),
        ("backup-preview-how-gone", changed.gone),
        ("backup-preview-how-other", changed.other),
    ];
    let said = parts.into_iter().filter(|(_, count)| *count > 0);
    words.list(&said.map(|(key, count)| words.count(key, &[("count", u64::from(count))])).collect::<Vec<_>>())
}

fn places(row: &BackupRow, words: Words) -> String {
    let name = |place: &String| {
        if place.is_empty() { words.get("backup-at-home", &[]) } else { place.clone() }
    };
    row.places.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn local(at: Moment, words: Words) -> String {
    zone::local(at, &system_zone()).map_or_else(|_| at.to_string(), |at| when(at, words))
}
