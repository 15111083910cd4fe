//! Backups as JSON.

use engawa_book::views::{BackupPlace, BackupRow, BackupsView, PlaceIs, RestorePreview};
use engawa_book::{BackupWhy, PlaceState};
use engawa_domain::calendar::Moment;
use engawa_words::Words;
use serde::Serialize;

/// One backup.
#[derive(Debug, Serialize)]
pub struct BackupJson {
    /// Its name, as `restore` takes it.
    at: Moment,
    /// Its file, where it was just made.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    /// What for.
    why: Option<BackupWhy>,
    contracts: Option<u64>,
    files: Option<u64>,
    /// Entries of its history.
    entries: Option<u64>,
    bytes: u64,
    /// When it was last proven.
    proven: Option<Moment>,
    /// The folders where it lies; empty text for the one beside the book.
    places: Vec<String>,
    /// The schema, where it is an older one.
    #[serde(skip_serializing_if = "Option::is_none")]
    older_schema: Option<u32>,
    /// Files of evidence that the book had not got either.
    files_missing: u32,
}

impl BackupJson {
    /// A backup, with its file where that is known.
    pub fn new(row: &BackupRow, path: Option<String>) -> Self {
        Self {
            at: row.at,
            path,
            why: row.why,
            contracts: row.contracts,
            files: row.files,
            entries: row.entries,
            bytes: row.bytes,
            proven: row.proven,
            places: row.places.clone(),
            older_schema: row.older_schema,
            files_missing: row.files_missing,
        }
    }
}

/// All backups and places.
#[derive(Debug, Serialize)]
pub struct BackupsJson {
    places: Vec<PlaceJson>,
    /// The newest first.
    backups: Vec<BackupJson>,
    /// Whether something was recorded that no backup holds.
    unsaved: bool,
    /// Whether nothing is thrown away until somebody has answered for a sudden loss.
    held: bool,
}

#[derive(Debug, Serialize)]
struct PlaceJson {
    folder: String,
    /// `home` beside the book, or `chosen`.
    kind: PlaceIs,
    state: PlaceState,
    /// When the newest backup there was made.
    proven: Option<Moment>,
    /// Whether a service for synchronising copies the folder elsewhere.
    synced: bool,
    backups: u32,
}

impl PlaceJson {
    fn new(place: &BackupPlace) -> Self {
        Self {
            folder: place.folder.clone(),
            kind: place.kind,
            state: place.state.clone(),
            proven: place.proven,
            synced: place.synced,
            backups: place.backups,
        }
    }
}

impl BackupsJson {
    /// Everything that the page of the window shows.
    pub fn new(view: &BackupsView) -> Self {
        Self {
            places: view.places.iter().map(PlaceJson::new).collect(),
            backups: view.backups.iter().map(|row| BackupJson::new(row, None)).collect(),
            unsaved: view.unsaved,
            held: view.shrunk.is_some(),
        }
    }
}

/// What a restore would change.
#[derive(Debug, Serialize)]
pub struct PreviewJson {
    same: bool,
    /// Entries of the history then and now.
    entries_then: u64,
    entries_now: u64,
    contracts_back: Vec<String>,
    contracts_gone: Vec<String>,
    contracts_changed: Vec<DiffersJson>,
    records: Vec<DiffersJson>,
    files_back: Vec<String>,
    files_gone: Vec<String>,
    files_lost: Vec<String>,
}

#[derive(Debug, Serialize)]
struct DiffersJson {
    /// The title of a contract, or the name of a kind of record.
    name: String,
    back: u32,
    gone: u32,
    other: u32,
}

impl PreviewJson {
    /// The preview in the words of a language.
    pub fn new(preview: &RestorePreview, words: Words) -> Self {
        let [entries_then, entries_now] = preview.entries;
        let changed = preview.changed.iter().map(|one| DiffersJson {
            name: one.title.clone(),
            back: one.back,
            gone: one.gone,
            other: one.other,
        });
        let records = preview.records.iter().map(|one| DiffersJson {
            name: words.say(&one.kind),
            back: one.back,
            gone: one.gone,
            other: one.other,
        });
        Self {
            same: preview.same,
            entries_then,
            entries_now,
            contracts_back: preview.back.clone(),
            contracts_gone: preview.gone.clone(),
            contracts_changed: changed.collect(),
            records: records.collect(),
            files_back: preview.files_back.clone(),
            files_gone: preview.files_gone.clone(),
            files_lost: preview.files_lost.clone(),
        }
    }
}
