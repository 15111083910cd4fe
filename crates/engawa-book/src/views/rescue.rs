//! A book that does not open: what is the matter, what can be done, and what a rescue brought.

use engawa_domain::calendar::Moment;
use engawa_domain::say::Say;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::Language;

/// Why there is no book in the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TroubleView {
    /// What is the matter.
    pub kind: TroubleKind,
    /// The same as a heading.
    pub title: Say,
    /// What it means, and that nothing was changed.
    pub text: Say,
    /// The folder of the book.
    pub folder: String,
    /// As the system says it.
    pub detail: String,
    /// What can be done, the best first.
    pub ways: Vec<WayOut>,
    /// Who holds the book, where it is held.
    pub holder: Option<HolderView>,
    /// The backups beside the book, the newest first.
    pub backups: Vec<BackupSeen>,
    /// The language to say it in: the settings are in the book.
    pub language: Language,
}

/// What is the matter with a book that does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TroubleKind {
    /// Its file cannot be read everywhere.
    Damaged,
    /// Its file is none of a book.
    NotABook,
    /// Another program has it open.
    Held,
    /// A newer version wrote it.
    Newer,
    /// It can be read and not written.
    ReadOnly,
    /// The disk has no room.
    Full,
    /// Its folder is not there: the disk is away, or the folder was moved.
    Vanished,
    /// A mistake in the program, or something nobody foresaw.
    Other,
}

/// What can be done about a book that does not open. Each leads somewhere, which its test shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum WayOut {
    /// もう一度開く, after the cause was removed.
    TryAgain,
    /// 調べて直す: the book opened, and something in it cannot be read.
    Repair,
    /// 救い出す: what can be read becomes a new book in its place, and the damaged one is kept.
    Rescue,
    /// バックアップから戻す; the one that does not open is kept.
    Restore,
    /// 読むだけで開く.
    Look,
    /// フォルダーの場所: shown, to be copied.
    ShowFolder,
    /// ほかのフォルダーの帳を開く.
    OtherFolder,
    /// サンプル帳を見る.
    Sample,
}

/// Who holds a book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HolderView {
    /// The name of its program.
    pub program: String,
    /// The number of the process.
    pub process: u32,
    /// Since when.
    pub since: Moment,
}

/// A backup beside a book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackupSeen {
    /// The name of its file.
    pub name: String,
    /// When it was made, by its name.
    pub made: Option<Moment>,
    /// Its size in KiB.
    pub kib: u32,
    /// How many contracts are in it; `None` when it does not open.
    pub contracts: Option<u32>,
    /// When its last entry was written.
    pub last: Option<Moment>,
}

/// What a rescue brought, or would bring.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RescueView {
    /// By table, those without a row left out.
    pub tables: Vec<TableSavedView>,
    /// What could not be saved, by name where it is known; the first of many.
    pub lost: Vec<LostView>,
    /// What could not be saved beyond those.
    pub more: u32,
    /// Entries of the history that came along.
    pub entries: u32,
    /// Entries after a gap: they told what rows were, and are not in the new history.
    pub entries_left: u32,
    /// Files of evidence that are what they were.
    pub files_whole: u32,
    /// Files of evidence that are not there, by name.
    pub files_missing: Vec<String>,
    /// Files of evidence with other bytes than when they were taken in, by name.
    pub files_altered: Vec<String>,
    /// Files in the folder of evidence that no saved record names.
    pub files_unknown: Vec<String>,
    /// Where the new book is; `None` when none was made.
    pub book: Option<String>,
    /// Where the damaged file is kept; `None` when it lies where it lay.
    pub kept: Option<String>,
}

/// What was saved of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TableSavedView {
    /// The name of the table in the file.
    pub table: String,
    /// What its rows are called.
    pub kind: Say,
    /// Rows that are in the new book.
    pub saved: u32,
    /// Of those, rows that only the history still told.
    pub from_history: u32,
    /// Rows that are not.
    pub lost: u32,
}

/// A row that could not be saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct LostView {
    /// Which, by name where it is known.
    pub record: Say,
    /// Why.
    pub why: Say,
}
