//! Whether a book is whole, its repair, and what can be read of one that does not open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use engawa_book::views::{BookKind, CheckView, RescueView};
use engawa_book::{Clock, OpenOptions, Rescue, RestoredElsewhere};
use engawa_words::Words;
use serde_json::json;

use crate::args::RescueAsk;
use crate::desk::{Desk, Voice};
use crate::exit::Exit;
use crate::json::rescue::{BackupJson, RescueJson};
use crate::json::whole::{CheckJson, RepairJson};
use crate::page::Page;
use crate::stop::Stop;
use crate::unlock;

/// Looks through the whole book, and names what is wrong.
pub fn check(desk: &Desk) -> Result<Exit, Stop> {
    let check = desk.book.check()?;
    let view = desk.book.check_view(&check);
    let words = desk.voice.words;
    let mut page = Page::default();
    let looked = [("entries", view.entries.into()), ("files", view.files.into())];
    page.line(0, &words.count("cli-check-looked", &looked));
    page.line(0, &words.get(if view.whole { "cli-check-whole" } else { "cli-check-faults" }, &[]));
    damages(&mut page, &view, words);
    // Two files may have one name: where they are in the folder of evidence tells them apart.
    check.files.iter().map(|(hash, _)| hash).chain(check.unreadable()).for_each(|hash| page.line(2, &hash.0));
    desk.voice.say(&CheckJson::new(&check, &view, words), &page.text())?;
    Ok(if view.whole { Exit::Done } else { Exit::Faults })
}

/// What a repair would do.
pub fn would_repair(desk: &Desk) -> Result<Exit, Stop> {
    let check = desk.book.check()?;
    let view = desk.book.check_view(&check);
    let words = desk.voice.words;
    let mut page = Page::default();
    page.line(0, &words.count("cli-repair-would", &[("count", view.repairable.into())]));
    damages(&mut page, &view, words);
    desk.voice.say(&CheckJson::new(&check, &view, words), &page.text())?;
    Ok(if view.whole { Exit::Done } else { Exit::Faults })
}

/// Sets right what can be.
pub fn repair(desk: &mut Desk) -> Result<Exit, Stop> {
    let report = desk.book.repair()?;
    let view = desk.book.repair_view(&report);
    let words = desk.voice.words;
    let mut page = Page::default();
    if view.repaired.is_empty() {
        page.line(0, &words.get("repair-done-none", &[]));
    } else {
        let count = u32::try_from(view.repaired.len()).unwrap_or(u32::MAX);
        page.line(0, &words.say(&engawa_domain::say::Say::new("repair-done").with("count", count)));
        view.repaired.iter().for_each(|what| page.line(1, &words.say(what)));
    }
    if let Some(path) = &view.backup {
        page.line(0, &words.get("repair-backup", &[("path", path)]));
    }
    page.line(0, &words.get(if view.after.whole { "cli-check-whole" } else { "cli-check-faults" }, &[]));
    damages(&mut page, &view.after, words);
    desk.voice.say(&RepairJson::new(&view, words), &page.text())?;
    Ok(if view.after.whole { Exit::Done } else { Exit::Faults })
}

fn damages(page: &mut Page, view: &CheckView, words: Words) {
    for damage in &view.damages {
        let (what, remedy) = (words.say(&damage.what), words.say(&damage.remedy));
        page.line(1, &words.get("cli-repair-line", &[("what", &what), ("remedy", &remedy)]));
    }
    if view.more > 0 {
        page.line(1, &words.count("repair-more", &[("count", view.more.into())]));
    }
}

/// What is asked about a book that does not open.
pub fn rescue(
    ask: &RescueAsk,
    folder: PathBuf,
    passphrase: Option<&Path>,
    clock: &Arc<dyn Clock>,
    voice: Voice,
) -> Result<Exit, Stop> {
    if !folder.join("book.sqlite").exists() && !matches!(ask, RescueAsk::Backups | RescueAsk::Restore { .. })
    {
        return Err(Stop::NoBook(folder));
    }
    let key = unlock::key(&folder, passphrase, clock.as_ref(), voice.words)?;
    let rescue = Rescue::unlocked(&folder, key.as_ref())?;
    let mut options = OpenOptions::of_this_machine(folder, BookKind::Own, voice.words.lang())?;
    options.clock = Arc::clone(clock);
    match ask {
        RescueAsk::Check => report(&rescue.check()?, None, voice),
        RescueAsk::Salvage { into } => {
            let view = rescue.salvage_to(into, &options)?;
            report(&view, Some(into.display().to_string()), voice)
        }
        RescueAsk::Export { to } => {
            let (view, _) = rescue.export(to, &options)?;
            report(&view, Some(to.display().to_string()), voice)
        }
        RescueAsk::Backups => backups(&rescue, voice),
        RescueAsk::Restore { named, into } => restored(&rescue.restore_to(named, into, &options)?, voice),
    }
}

fn report(view: &RescueView, made: Option<String>, voice: Voice) -> Result<Exit, Stop> {
    let words = voice.words;
    let mut page = Page::default();
    for table in &view.tables {
        let (saved, history, lost) =
            (table.saved.to_string(), table.from_history.to_string(), table.lost.to_string());
        let kind = words.say(&table.kind);
        let numbers = [("kind", kind.as_str()), ("saved", &saved), ("history", &history), ("lost", &lost)];
        page.line(0, &words.get("cli-rescue-table", &numbers));
    }
    page.line(0, &words.count("rescue-report-entries", &[("count", view.entries.into())]));
    if view.entries_left > 0 {
        page.line(0, &words.count("rescue-report-entries-left", &[("count", view.entries_left.into())]));
    }
    page.line(0, &words.count("rescue-report-files", &[("count", view.files_whole.into())]));
    for (key, names) in [
        ("rescue-report-files-missing", &view.files_missing),
        ("rescue-report-files-altered", &view.files_altered),
        ("rescue-report-files-unknown", &view.files_unknown),
    ] {
        if !names.is_empty() {
            page.line(0, &words.get(key, &[("names", &words.list(names))]));
        }
    }
    if !view.lost.is_empty() {
        page.heading(&words.get("rescue-report-lost-title", &[]));
        for lost in &view.lost {
            let (record, why) = (words.say(&lost.record), words.say(&lost.why));
            page.line(1, &words.get("rescue-lost-line", &[("record", &record), ("why", &why)]));
        }
        if view.more > 0 {
            page.line(1, &words.count("rescue-report-more", &[("count", view.more.into())]));
        }
    }
    if let Some(folder) = &made {
        page.gap();
        page.line(0, &words.get("cli-rescue-made", &[("folder", folder)]));
    }
    voice.say(&RescueJson::new(view, made, words), &page.text())
}

fn restored(done: &RestoredElsewhere, voice: Voice) -> Result<Exit, Stop> {
    let words = voice.words;
    let folder = done.folder.display().to_string();
    let (contracts, files) = (done.contracts.to_string(), done.files.to_string());
    let mut page = Page::default();
    page.line(
        0,
        &words
            .get("cli-rescue-restored", &[("folder", &folder), ("contracts", &contracts), ("files", &files)]),
    );
    if !done.files_missing.is_empty() {
        let names = words.list(&done.files_missing);
        page.line(0, &words.get("rescue-report-files-missing", &[("names", &names)]));
    }
    let found = json!({
        "made": folder, "contracts": done.contracts, "files": done.files, "files_missing": done.files_missing,
    });
    voice.say(&found, &page.text())
}

fn backups(rescue: &Rescue, voice: Voice) -> Result<Exit, Stop> {
    let seen = rescue.backups();
    let words = voice.words;
    let mut page = Page::default();
    if seen.is_empty() {
        page.line(0, &words.get("cli-rescue-backups-none", &[]));
    }
    let rows = seen.iter().map(|backup| {
        let holds = match backup.contracts {
            Some(count) => words.get("rescue-backup-holds", &[("contracts", &count.to_string())]),
            None => words.get("rescue-backup-unreadable", &[]),
        };
        let last = backup
            .last
            .map_or_else(String::new, |last| words.get("rescue-backup-last", &[("when", &last.to_string())]));
        vec![backup.name.clone(), holds, last]
    });
    page.rows(0, &rows.collect::<Vec<_>>());
    let found: Vec<_> = seen.iter().map(BackupJson::new).collect();
    voice.say(&json!({ "backups": found }), &page.text())
}
