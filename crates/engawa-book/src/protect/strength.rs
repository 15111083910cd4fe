//! How strong a passphrase is, for whoever is choosing one.

use serde::{Deserialize, Serialize};
use specta::Type;
use zxcvbn::{Score, zxcvbn};

use super::secret::Typed;

/// How long it would stand, by what people tend to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Among the first that anybody tries.
    None,
    /// Minutes.
    Weak,
    /// Hours to days.
    Fair,
    /// Years.
    Good,
    /// Longer than anybody tries.
    Strong,
}

/// Characters that are looked at: a longer passphrase is strong anyway, and looking takes time with the square of the length.
const LOOKED_AT: usize = 64;

/// The strength of what was typed so far.
pub fn strength(typed: &Typed) -> Strength {
    let end = typed.text().char_indices().nth(LOOKED_AT).map_or(typed.text().len(), |(at, _)| at);
    match zxcvbn(&typed.text()[..end], &["engawa", "縁側"]).score() {
        Score::One => Strength::Weak,
        Score::Two => Strength::Fair,
        Score::Three => Strength::Good,
        Score::Four => Strength::Strong,
        // The enumeration may grow: what is not known is not strong.
        _ => Strength::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Strength {
        strength(&Typed::new(text.to_owned()))
    }

    #[test]
    fn what_everybody_chooses_is_no_passphrase_and_several_words_are_a_strong_one() {
        for usual in ["", "password", "12345678", "qwertyui"] {
            assert!(of(usual) <= Strength::Weak, "{usual}: {:?}", of(usual));
        }
        assert_eq!(of("correct horse battery staple"), Strength::Strong);
        assert_eq!(of("縁側で猫と夕立を待つ午後三時"), Strength::Strong);
    }

    #[test]
    fn a_very_long_text_is_looked_at_no_longer_than_a_long_one() {
        assert_eq!(of(&"あさがお 昼顔 夕顔 ".repeat(10_000)), of(&"あさがお 昼顔 夕顔 ".repeat(100)));
    }
}
