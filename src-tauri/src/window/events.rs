//! What the window is told without having asked.

use engawa_book::Progress;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::Event;

use crate::works::WorkId;

/// The user chose something in the menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct MenuChosen {
    /// What was chosen.
    pub item: MenuItem,
}

/// What the menu offers beyond the system's own items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MenuItem {
    /// 元に戻す.
    Undo,
    /// やり直す.
    Redo,
    /// 今日.
    Today,
    /// 契約.
    Contracts,
    /// 手引き.
    Guides,
    /// 問い合わせ.
    Inquiries,
    /// 設定.
    Settings,
    /// 契約を記録.
    NewContract,
    /// 操作を探す.
    Palette,
    /// 帳を閉じて鍵をかける.
    Lock,
}

/// A protected book is being locked because nobody was there. The window forgets what it knows of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct BookLocked;

/// The window is about to close. The page sends what was typed last, and says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct WindowLeaving;

/// The user dropped files on the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct FilesDropped {
    /// Where they are.
    pub paths: Vec<String>,
}

/// Files are held over the window, or not any longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct FilesHeld {
    /// Where they are.
    pub held: Held,
}

/// Where files are that the user drags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// Over the window.
    Over,
    /// Let go, or carried away.
    Away,
}

/// How far long work has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct WorkProgress {
    /// Which.
    pub work: WorkId,
    /// Bytes done, and bytes in all.
    pub progress: Progress,
    /// How it stands.
    pub course: WorkCourse,
}

/// How long work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum WorkCourse {
    /// It goes on, and can be stopped.
    Going,
    /// It is past the point up to which it could be stopped.
    Bound,
    /// It has ended: done, stopped or failed.
    Ended,
}
