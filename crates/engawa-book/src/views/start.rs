//! What the window needs before its first paint.

use engawa_domain::calendar::{Day, Moment};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::shared::PlatformBrief;

/// The first answer the window asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct AppStart {
    /// The user's settings.
    pub settings: Settings,
    /// The open book.
    pub book: BookInfo,
    /// Whether it can be written, and if not, why.
    pub access: Access,
    /// Today in the user's zone.
    pub today: Day,
    /// The services whose rules the app knows, the checked date with each.
    pub platforms: Vec<PlatformBrief>,
    /// The oldest checked date among the rules in use.
    pub rules_checked: Day,
    /// Whether newer packs say something else than those the user has seen.
    pub rules_changed: bool,
    /// Paths of all guides, each walked when the app was built.
    pub paths_proven: u32,
    /// Version of the app.
    pub version: String,
}

/// The open book.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct BookInfo {
    /// Its folder.
    pub folder: String,
    /// Whose data it holds.
    pub kind: BookKind,
    /// How many contracts it holds.
    pub contracts: u32,
    /// How many accounts it holds.
    pub accounts: u32,
    /// When a backup was last made, opened and found whole.
    pub last_backup: Option<Moment>,
    /// Inquiries that wait for an answer.
    pub inquiries_waiting: u32,
    /// Whether it is encrypted at rest, so that it can be locked.
    pub protected: bool,
}

/// Whether a book can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind", content = "why")]
pub enum Access {
    /// It is the user's book, and takes what is recorded.
    Writable,
    /// It is only looked at; every change is refused.
    ReadOnly(Why),
}

/// Why a book is only looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind", content = "at")]
pub enum Why {
    /// It is the book as it was at this moment.
    Past(Moment),
    /// It was opened for reading only, because it cannot be opened otherwise.
    Rescue,
}

/// Whose data a book holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BookKind {
    /// The user's own.
    Own,
    /// Invented data, in a folder of its own, under a permanent banner.
    Sample,
}

/// How the app looks and speaks. Not part of the record: no journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Language of the window.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Contrast.
    pub contrast: Contrast,
    /// Text size in percent, 100 to 200.
    pub text_percent: u16,
    /// Widths of table columns in rem hundredths, by table and column: `contracts.title`.
    pub column_widths: std::collections::BTreeMap<String, u32>,
    /// Minutes after which a protected book that nobody touches is locked; 0 never.
    pub lock_after_minutes: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::System,
            theme: Theme::System,
            contrast: Contrast::System,
            text_percent: 100,
            column_widths: std::collections::BTreeMap::new(),
            lock_after_minutes: 10,
        }
    }
}

/// Language of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// As the system; Japanese where the system says neither.
    System,
    /// Japanese.
    Ja,
    /// English.
    En,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Contrast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Contrast {
    /// As the system.
    System,
    /// As designed.
    Normal,
    /// More.
    More,
}
