//! Places in a text as the window counts them.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use specta::Type;

/// A stretch of a text, counted in UTF-16 code units as the window does: `text.slice(from, to)` there is the stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct TextRange {
    /// Where it begins.
    pub from: u32,
    /// Where it ends, itself not included.
    pub to: u32,
}

impl TextRange {
    /// The stretches of these bytes of `text`, in their order.
    pub(super) fn of_bytes<'a>(
        text: &'a str,
        bytes: impl IntoIterator<Item = Range<usize>> + 'a,
    ) -> impl Iterator<Item = Self> + 'a {
        let units = move |at: usize| {
            let before = text.get(..at).unwrap_or(text);
            u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
        };
        bytes.into_iter().map(move |range| Self { from: units(range.start), to: units(range.end) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_beyond_the_first_plane_count_twice_as_in_the_window() {
        let text = "𠮷野家"; // 4 + 3 + 3 bytes; 2 + 1 + 1 units
        let ranges: Vec<_> = TextRange::of_bytes(text, [0..4, 4..10]).collect();
        assert_eq!(ranges, [TextRange { from: 0, to: 2 }, TextRange { from: 2, to: 4 }]);
    }
}
