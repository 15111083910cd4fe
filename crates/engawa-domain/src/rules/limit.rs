//! How long a text may be where the platform says so.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::cited::Cite;

/// The longest text that a field of the platform takes. Where nobody has published one there is no such value, and nothing is
/// said about length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LengthLimit {
    /// The most characters.
    pub characters: NonZeroU32,
    /// How they are counted.
    #[serde(default)]
    pub counted: Counting,
    /// Where it comes from.
    pub cite: Cite,
}

/// How the characters of a text are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// The platform does not say. Counted as Unicode scalar values, each line break as one: the larger of the usual counts, so
    /// that a text called short enough is.
    #[default]
    NotStated,
    /// The platform counts a line break as a character.
    WithLineBreaks,
    /// The platform does not count line breaks.
    WithoutLineBreaks,
}

impl Counting {
    /// The length of a text, in characters (Unicode scalar values). A line break is one however it is written.
    pub fn length(self, text: &str) -> u32 {
        let text = text.replace("\r\n", "\n");
        let counts = |letter: &char| match self {
            Self::NotStated | Self::WithLineBreaks => true,
            Self::WithoutLineBreaks => !matches!(letter, '\n' | '\r'),
        };
        u32::try_from(text.chars().filter(counts).count()).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_is_one_character_unless_the_platform_says_that_it_is_none() {
        // 𠮷 is one character although the window counts it as two; three letters and two breaks.
        let text = "𠮷あ\r\nい\n";
        assert_eq!(Counting::NotStated.length(text), 5);
        assert_eq!(Counting::WithLineBreaks.length(text), 5);
        assert_eq!(Counting::WithoutLineBreaks.length(text), 3);
        assert_eq!(Counting::NotStated.length(""), 0);
    }
}
