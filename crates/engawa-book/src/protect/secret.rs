//! What only the user knows. Wiped when it is let go of; printed as nothing.

use std::fmt;

use serde::{Deserialize, Deserializer};
use specta::Type;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::refused::ProtectionRefused;

/// The fewest characters of a new passphrase. Length alone makes none strong; the window shows how strong it is.
pub const PASSPHRASE_LEAST: usize = 8;

/// A secret as it was typed: a passphrase or a recovery code. It cannot be written out again.
#[derive(Clone, Default, Zeroize, ZeroizeOnDrop, Type)]
#[specta(transparent)]
pub struct Typed(String);

impl Typed {
    /// What was typed.
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Self)
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Typed")
    }
}

/// A passphrase. What looks alike counts alike: full-width letters, and accents however a keyboard puts them together.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// As it was typed.
    pub fn of(typed: &Typed) -> Self {
        // All the room at once: a text that grows leaves its beginnings behind.
        let length = typed.text().nfkc().map(char::len_utf8).sum();
        let mut text = Zeroizing::new(String::with_capacity(length));
        text.extend(typed.text().nfkc());
        Self(text)
    }

    /// A new one, which must be long enough.
    pub fn chosen(typed: &Typed) -> Result<Self, ProtectionRefused> {
        let passphrase = Self::of(typed);
        if passphrase.0.trim().chars().count() < PASSPHRASE_LEAST {
            return Err(ProtectionRefused::TooShort { least: PASSPHRASE_LEAST });
        }
        Ok(passphrase)
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Passphrase")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Typed {
        Typed::new(text.to_owned())
    }

    #[test]
    fn what_looks_alike_counts_alike() {
        // One keyboard gives が as one character, another as two; an input method gives letters full width.
        for (one, other) in [("か\u{3099}らす", "がらす"), ("ａｂｃ　１", "abc 1")] {
            assert_eq!(Passphrase::of(&typed(one)).bytes(), Passphrase::of(&typed(other)).bytes());
        }
        assert_ne!(Passphrase::of(&typed("abc")).bytes(), Passphrase::of(&typed("ABC")).bytes());
    }

    #[test]
    fn a_new_passphrase_has_eight_characters_that_are_seen() {
        assert!(Passphrase::chosen(&typed("あさがおのはな")).is_err(), "seven");
        assert!(Passphrase::chosen(&typed("        ")).is_err(), "spaces only");
        assert!(Passphrase::chosen(&typed("あさがおのはなが")).is_ok());
    }

    #[test]
    fn a_secret_is_never_printed() {
        let secret = typed("correct horse");
        let said = format!("{secret:?} {:?}", Passphrase::of(&secret));
        assert!(!said.contains("horse"), "{said}");
    }
}
