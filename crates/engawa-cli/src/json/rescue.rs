//! What a rescue brought, or would bring, as JSON.

use engawa_book::views::{BackupSeen, RescueView};
use engawa_domain::calendar::Moment;
use engawa_words::Words;
use serde::Serialize;

/// What a rescue brought.
#[derive(Debug, Serialize)]
pub struct RescueJson {
    tables: Vec<TableJson>,
    lost: Vec<LostJson>,
    /// Of those that are lost, how many are not named.
    lost_more: u32,
    /// Entries of the history that came along.
    entries: u32,
    /// Entries after a gap, which are not in the new history.
    entries_left: u32,
    files: FilesJson,
    /// Where the new book, or the export, is.
    #[serde(skip_serializing_if = "Option::is_none")]
    made: Option<String>,
}

#[derive(Debug, Serialize)]
struct TableJson {
    table: String,
    saved: u32,
    /// Of those, rows that only the history told.
    from_history: u32,
    lost: u32,
}

#[derive(Debug, Serialize)]
struct LostJson {
    record: String,
    why: String,
}

/// The files of evidence.
#[derive(Debug, Serialize)]
struct FilesJson {
    whole: u32,
    missing: Vec<String>,
    altered: Vec<String>,
    unknown: Vec<String>,
}

impl RescueJson {
    /// In the words of a language.
    pub fn new(view: &RescueView, made: Option<String>, words: Words) -> Self {
        let tables = view.tables.iter().map(|table| TableJson {
            table: table.table.clone(),
            saved: table.saved,
            from_history: table.from_history,
            lost: table.lost,
        });
        let lost = view
            .lost
            .iter()
            .map(|lost| LostJson { record: words.say(&lost.record), why: words.say(&lost.why) });
        Self {
            tables: tables.collect(),
            lost: lost.collect(),
            lost_more: view.more,
            entries: view.entries,
            entries_left: view.entries_left,
            files: FilesJson {
                whole: view.files_whole,
                missing: view.files_missing.clone(),
                altered: view.files_altered.clone(),
                unknown: view.files_unknown.clone(),
            },
            made,
        }
    }
}

/// A backup beside a book.
#[derive(Debug, Serialize)]
pub struct BackupJson {
    name: String,
    made: Option<Moment>,
    kib: u32,
    /// How many contracts are in it; `null` when it does not open.
    contracts: Option<u32>,
    last: Option<Moment>,
}

impl BackupJson {
    /// As it was seen.
    pub fn new(seen: &BackupSeen) -> Self {
        let BackupSeen { name, made, kib, contracts, last } = seen.clone();
        Self { name, made, kib, contracts, last }
    }
}
