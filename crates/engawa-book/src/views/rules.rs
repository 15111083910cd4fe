//! サービスのきまり, as the window shows them.

use engawa_domain::calendar::Day;
use engawa_domain::rules::PlatformRules;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Everything the app knows of a service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RulesView {
    /// The rules of today.
    pub rules: PlatformRules,
    /// What was looked up before this day was looked up long ago, and should be again.
    pub stale_before: Day,
}
