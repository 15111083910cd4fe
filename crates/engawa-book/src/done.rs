//! What a write answers.

use engawa_domain::say::Say;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A write that was committed: its result, what it touched, and what to say about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Done<T> {
    /// The result.
    pub value: T,
    /// The kinds of views that may have changed; the window asks for exactly these again.
    pub changed: Vec<Kind>,
    /// What was done: the words of the notice beside 「元に戻す」.
    pub said: Say,
}

/// The kinds of views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 契約, 契約の画面 and 今日.
    Contracts,
    /// Accounts.
    Accounts,
    /// Clients.
    Clients,
    /// Runs of guides.
    Guides,
    /// 問い合わせ.
    Inquiries,
    /// What the services permit.
    Rules,
    /// 履歴 and what can be undone.
    History,
}
