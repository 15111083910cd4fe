//! バックアップ: places, list, what a restore would change, encrypted ones.

use engawa_domain::calendar::Moment;
use engawa_domain::say::Say;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::backup::{BackupWhy, PlaceState, Shrunk};

/// How the backups are doing, in a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackupStatus {
    /// In one word.
    pub is: BackupStatusIs,
    /// When the newest was last proven.
    pub at: Option<Moment>,
    /// At how many places it lies, the book's own folder among them.
    pub places: u32,
    /// Whether something was recorded that no backup holds.
    pub unsaved: bool,
}

/// How the backups are doing, in one word; what calls for the user comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BackupStatusIs {
    /// The newest is proven at every place.
    Good,
    /// There is none yet.
    None,
    /// It is proven, and a place of the user's choice is not there.
    Away,
    /// At some place it could not be made.
    Failed,
    /// The book has suddenly lost much, and nobody has said whether that was meant.
    Shrunk,
}

/// The page of backups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct BackupsView {
    /// Where they go, the book's own folder first.
    pub places: Vec<BackupPlace>,
    /// Every backup that can be reached now, the newest first.
    pub backups: Vec<BackupRow>,
    /// A sudden loss that nobody has answered for.
    pub shrunk: Option<ShrunkView>,
    /// Whether something was recorded that no backup holds.
    pub unsaved: bool,
    /// The backup of the book as it was before the last restore, by its moment.
    pub before_restore: Option<Moment>,
}

/// A place for backups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct BackupPlace {
    /// The folder.
    pub folder: String,
    /// Whose choice it was.
    pub kind: PlaceIs,
    /// How it is doing.
    pub state: PlaceState,
    /// When the newest backup that is proven there was made.
    pub proven: Option<Moment>,
    /// Whether the folder is copied to somebody else's machine by a service for synchronising.
    pub synced: bool,
    /// How many backups lie there now.
    pub backups: u32,
}

/// Whose choice a place was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PlaceIs {
    /// The book's own folder of backups.
    Home,
    /// A folder of the user's choice.
    Chosen,
}

/// What a file is that the user chose as a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BackupFileIs {
    /// A backup that this book opens as it is.
    Plain,
    /// One file in the `age` format.
    Sealed,
    /// A backup of a protected book, under another key than this book's.
    Protected,
}

/// A backup somewhere that the user chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PickedBackup {
    /// The file; by this name it is looked at and put back.
    pub file: String,
    /// What it is.
    pub is: BackupFileIs,
}

/// One backup, at however many places.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct BackupRow {
    /// When it was made; its name.
    pub at: Moment,
    /// What for; `None` for a copy made before the book was brought up to date.
    pub why: Option<BackupWhy>,
    /// Contracts in it.
    pub contracts: Option<u64>,
    /// Files of evidence in it.
    pub files: Option<u64>,
    /// Entries of its history.
    pub entries: Option<u64>,
    /// The size of its file, without the evidence.
    pub bytes: u64,
    /// When it was last proven.
    pub proven: Option<Moment>,
    /// The folders of its places; empty for the one beside the book.
    pub places: Vec<String>,
    /// The schema of the book, where it is an older one than today's.
    pub older_schema: Option<u32>,
    /// Files of evidence that were missing in the book already when it was made.
    pub files_missing: u32,
}

/// A sudden loss.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ShrunkView {
    /// The backup before, by its moment.
    pub before: Moment,
    /// When the loss was noticed.
    pub noticed: Moment,
    /// Contracts before and now.
    pub contracts: [u64; 2],
    /// Files before and now.
    pub files: [u64; 2],
}

impl From<Shrunk> for ShrunkView {
    fn from(shrunk: Shrunk) -> Self {
        let Shrunk { before_at, before, at, now } = shrunk;
        Self {
            before: before_at,
            noticed: at,
            contracts: [before.contracts, now.contracts],
            files: [before.files, now.files],
        }
    }
}

/// What proving a backup again has looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackupProof {
    /// Which.
    pub at: Moment,
    /// At how many places.
    pub places: u32,
    /// How many files of evidence were read.
    pub files: u64,
}

/// What would be otherwise after a restore.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RestorePreview {
    /// What was chosen, as the restore takes it: a moment, or a file.
    pub chosen: String,
    /// When it was made, where that is known.
    pub at: Option<Moment>,
    /// Entries of its history, and of today's.
    pub entries: [u64; 2],
    /// Contracts that are only in the backup.
    pub back: Vec<String>,
    /// Contracts that are only in the book as it is now.
    pub gone: Vec<String>,
    /// Contracts of which something is otherwise.
    pub changed: Vec<ContractDiffers>,
    /// Records beside the contracts, by kind.
    pub records: Vec<RecordsDiffer>,
    /// Files whose record is only in the backup, by name.
    pub files_back: Vec<String>,
    /// Files whose record is only in the book as it is now, by name.
    pub files_gone: Vec<String>,
    /// Files of the backup that lie nowhere that can be reached now, by name.
    pub files_lost: Vec<String>,
    /// Whether nothing is otherwise.
    pub same: bool,
}

/// A contract of which something is otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ContractDiffers {
    /// Its title in the backup.
    pub title: String,
    /// Records that come back.
    pub back: u32,
    /// Records that are only there now.
    pub gone: u32,
    /// Records that are otherwise.
    pub other: u32,
}

/// How the records of one kind differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RecordsDiffer {
    /// The kind.
    pub kind: Say,
    /// Records that come back.
    pub back: u32,
    /// Records that are only there now.
    pub gone: u32,
    /// Records that are otherwise.
    pub other: u32,
}

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RestoredView {
    /// The backup that took the place of the book, by its moment, where that is known.
    pub from: Option<Moment>,
    /// The backup of the book as it was before, by its moment.
    pub before: Moment,
    /// Files of evidence that were brought back.
    pub files_back: u32,
    /// Files of evidence that were found nowhere.
    pub files_lost: u32,
}

/// An encrypted backup that was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SealedView {
    /// The file.
    pub file: String,
    /// The sheet to print.
    pub sheet: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Contracts in it.
    pub contracts: u64,
    /// Files of evidence in it.
    pub files: u64,
    /// Files of evidence that the book itself has not got.
    pub files_missing: u32,
}

/// How strong a passphrase is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StrengthView {
    /// 0 to 4, as many steps as are filled.
    pub level: u8,
    /// What that means.
    pub means: Say,
    /// What would make it stronger, where something would.
    pub advice: Option<Say>,
}
