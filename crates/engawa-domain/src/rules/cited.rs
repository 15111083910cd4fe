//! Values with their source, date and confidence.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::calendar::Day;
use crate::say::Lang;

/// A sentence in every language of the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The words in one language.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }
}

/// A key into [`PlatformRules::sources`](super::PlatformRules::sources).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct SourceId(pub String);

/// A page or report on which a value rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is called.
    pub title: Text,
    /// Its address, for the user to open in a browser; the app never does.
    pub address: String,
    /// Who speaks.
    pub kind: SourceKind,
    /// The date printed on it, where there is one.
    pub published: Option<Day>,
}

/// Who speaks in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// The platform itself.
    Official,
    /// A user's report.
    UserReport,
    /// Somebody else who quotes or sums up the platform: a comparison, an article, a dated note.
    Secondary,
    /// Inferred from an official rule; nobody states it.
    Inference,
    /// The user, who read it somewhere: never in a pack of the program.
    Own,
}

/// How sure a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Confidence {
    /// Nothing is known; such a value may never be asserted.
    #[serde(rename = "NONE")]
    None,
    /// Inferred from an official rule.
    #[serde(rename = "INF")]
    Inferred,
    /// One weak or old source.
    #[serde(rename = "L")]
    Low,
    /// One named first-hand source, or several that agree.
    #[serde(rename = "M")]
    Medium,
    /// Official text.
    #[serde(rename = "H")]
    High,
}

/// Where a value comes from, when it was checked, how sure it is, and since when it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cite {
    /// The source.
    pub source: SourceId,
    /// When somebody last looked.
    pub checked: Day,
    /// How sure.
    pub confidence: Confidence,
    /// The first day on which it holds, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
}

/// After how many days a value counts as old: it may have changed since somebody looked.
pub const STALE_AFTER_DAYS: i32 = 180;

impl Cite {
    /// Whether the last look is so long ago that the value should be looked up again.
    pub fn is_stale(&self, today: Day) -> bool {
        self.checked.days_until(today) > STALE_AFTER_DAYS
    }
}

/// A value that may be officially unknown. Unknown is a value like any other: it leads to asking, never to "yes".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Known_{T}"))]
#[serde(rename_all = "snake_case")]
pub enum Known<T> {
    /// It is known.
    Known(T),
    /// Nobody has published it.
    Unknown,
}

impl<T> Known<T> {
    /// The value, where it is known.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unknown => None,
        }
    }
}

/// The sources of a pack by key.
pub type Sources = BTreeMap<SourceId, Source>;
