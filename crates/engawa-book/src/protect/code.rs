//! The recovery code: 160 random bits, written so that a person can copy them by hand and type them again.
//!
//! 32 characters of Crockford's base 32, which has no I, L, O and U, and four more that tell a slip of the pen: nine groups of
//! four. What is typed may be in any case and width, with any spaces and dashes, and with O for 0 and I or L for 1.

use std::fmt;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::random;
use super::refused::ProtectionRefused;
use super::secret::Typed;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The secret part in bytes: 160 bits.
const BYTES: usize = 20;
/// Its characters, of five bits each.
const CHARACTERS: usize = BYTES * 8 / 5;
/// The characters that tell a slip: of a million wrong codes one is not told.
const CHECK: usize = 4;
/// Characters in a group.
const GROUP: usize = 4;
/// Groups of a code.
pub const GROUPS: usize = (CHARACTERS + CHECK) / GROUP;

/// A recovery code. Wiped when it is let go of.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode([u8; BYTES]);

/// What is wrong with a code as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeFault {
    /// Characters are missing, or there are too many.
    #[error("{found} characters, not {}", CHARACTERS + CHECK)]
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character that no code has.
    #[error("character {at} is in no code")]
    Character {
        /// Its place among the characters that count, from 1.
        at: usize,
    },
    /// Some character is another than was written down.
    #[error("the last characters do not fit the others")]
    Slip,
}

impl RecoveryCode {
    /// A new one.
    pub fn new() -> Result<Self, ProtectionRefused> {
        let mut code = Self([0; BYTES]);
        random::fill(&mut code.0)?;
        Ok(code)
    }

    /// As it was typed.
    pub fn read(typed: &Typed) -> Result<Self, CodeFault> {
        let characters = Zeroizing::new(plain(typed.text()));
        let mut values = Zeroizing::new(Vec::with_capacity(characters.len()));
        for (place, character) in characters.iter().enumerate() {
            values.push(value(*character).ok_or(CodeFault::Character { at: place + 1 })?);
        }
        if values.len() != CHARACTERS + CHECK {
            return Err(CodeFault::Length { found: values.len() });
        }
        let code = Self(joined(&values[..CHARACTERS]));
        if check(&code.0) == values[CHARACTERS..] { Ok(code) } else { Err(CodeFault::Slip) }
    }

    /// Its groups, to be shown once.
    pub fn groups(&self) -> Vec<String> {
        let values = parted(&self.0).into_iter().chain(check(&self.0));
        let characters: Vec<char> =
            values.map(|value| char::from(ALPHABET[usize::from(value & 31)])).collect();
        characters.chunks(GROUP).map(|group| group.iter().collect()).collect()
    }

    /// Whether this is the group at a place, however it was typed: who copied the code can tell it.
    pub fn has_group(&self, place: usize, typed: &Typed) -> bool {
        let read = |text: &str| plain(text).into_iter().map(value).collect::<Option<Vec<u8>>>();
        let shown = self.groups().get(place).and_then(|group| read(group));
        shown.is_some() && shown == read(typed.text())
    }

    /// Its bytes.
    pub const fn bytes(&self) -> &[u8; BYTES] {
        &self.0
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("RecoveryCode")
    }
}

/// The characters that count: width and case folded, spaces and dashes left out.
fn plain(text: &str) -> Vec<char> {
    let folded = text.nfkc().flat_map(char::to_uppercase);
    folded.filter(|character| !character.is_whitespace() && !is_dash(*character)).collect()
}

/// Everything that a keyboard gives for a dash, the sign for a long vowel among it.
const fn is_dash(character: char) -> bool {
    matches!(
        character,
        '-' | '_' | '.' | '\u{00AD}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | 'ー' | '~' | '〜'
    )
}

fn value(character: char) -> Option<u8> {
    let meant = match character {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|known| char::from(*known) == meant).and_then(|place| u8::try_from(place).ok())
}

/// The bytes as numbers of five bits.
fn parted(bytes: &[u8; BYTES]) -> Vec<u8> {
    let bit = |place: usize| bytes[place / 8] >> (7 - place % 8) & 1;
    (0..CHARACTERS).map(|place| (0..5).fold(0, |value, next| value << 1 | bit(place * 5 + next))).collect()
}

fn joined(values: &[u8]) -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    for place in 0..BYTES * 8 {
        let bit = values.get(place / 5).copied().unwrap_or_default() >> (4 - place % 5) & 1;
        bytes[place / 8] |= bit << (7 - place % 8);
    }
    bytes
}

/// The first 20 bits of a hash of the bytes.
fn check(bytes: &[u8; BYTES]) -> [u8; CHECK] {
    let hash = Sha256::new().chain_update("engawa recovery code 1").chain_update(bytes).finalize();
    let bits = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]) >> 12;
    std::array::from_fn(|place| u8::try_from(bits >> (15 - 5 * place) & 31).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(text: &str) -> Typed {
        Typed::new(text.to_owned())
    }

    /// Twenty bytes of 0xFF are 32 times Z, the last character of the alphabet.
    #[test]
    fn the_characters_are_those_of_crockfords_base_32() {
        let groups = RecoveryCode([0xFF; BYTES]).groups();
        assert_eq!(groups.len(), GROUPS);
        assert!(groups[..8].iter().all(|group| group == "ZZZZ"), "{groups:?}");
        // 00000 00001 00010 00011 | 00100 00101 00110 00111: the numbers from 0 to 7.
        let mut bytes = [0; BYTES];
        bytes[..5].copy_from_slice(&[0x00, 0x44, 0x32, 0x14, 0xC7]);
        assert_eq!(RecoveryCode(bytes).groups()[..2], ["0123", "4567"]);
    }

    #[test]
    fn a_code_that_is_cut_off_or_holds_a_strange_character_is_told_as_such() {
        let code = RecoveryCode([7; BYTES]);
        let text = code.groups().join("-");
        assert_eq!(RecoveryCode::read(&typed(&text[..10])), Err(CodeFault::Length { found: 8 }));
        assert_eq!(
            RecoveryCode::read(&typed(&text.replacen(&text[..1], "U", 1))),
            Err(CodeFault::Character { at: 1 })
        );
        assert_eq!(RecoveryCode::read(&typed("")), Err(CodeFault::Length { found: 0 }));
    }

    #[test]
    fn a_code_is_never_printed() {
        assert_eq!(format!("{:?}", RecoveryCode([7; BYTES])), "RecoveryCode");
    }

    /// How a person may type what is written: each character in one of its forms, with what is put between.
    fn retyped(text: &str, choices: &[u8]) -> String {
        let mut said = String::new();
        for (character, choice) in text.chars().zip(choices.iter().cycle()) {
            let form = match (character, choice % 4) {
                ('0', 1) => 'O',
                ('0', 2) => 'o',
                ('0', 3) => 'Ｏ',
                ('1', 1) => 'I',
                ('1', 2) => 'l',
                ('1', 3) => '１',
                (other, 1) => other.to_ascii_lowercase(),
                // The full-width form lies a fixed way above the plain one.
                (other, 2) if other.is_ascii_alphanumeric() => {
                    char::from_u32(u32::from(other) + 0xFEE0).unwrap()
                }
                (other, _) => other,
            };
            said.push(form);
            said.push_str(["", " ", "　", "－", "-", "ー", "\n"][usize::from(choice / 4) % 7]);
        }
        said
    }

    proptest! {
        #[test]
        fn a_code_is_read_however_it_is_typed(bytes: [u8; BYTES], choices in proptest::collection::vec(any::<u8>(), 1..60)) {
            let code = RecoveryCode(bytes);
            let text = code.groups().join(" ");
            prop_assert_eq!(RecoveryCode::read(&typed(&retyped(&text, &choices))), Ok(code));
        }

        #[test]
        fn one_wrong_character_is_always_told(bytes: [u8; BYTES], place in 0..CHARACTERS, other in 1_u8..32) {
            let code = RecoveryCode(bytes);
            let mut characters: Vec<char> = code.groups().concat().chars().collect();
            let was = value(characters[place]).unwrap();
            characters[place] = char::from(ALPHABET[usize::from((was + other) % 32)]);
            let wrong: String = characters.into_iter().collect();
            // The check has 20 bits: what changes one character of the secret part changes it, save once in a million.
            prop_assert_ne!(RecoveryCode::read(&typed(&wrong)), Ok(code));
        }

        #[test]
        fn two_characters_that_changed_places_are_not_taken_for_the_code(bytes: [u8; BYTES], place in 0..CHARACTERS - 1) {
            let code = RecoveryCode(bytes);
            let mut characters: Vec<char> = code.groups().concat().chars().collect();
            prop_assume!(characters[place] != characters[place + 1]);
            characters.swap(place, place + 1);
            let wrong: String = characters.into_iter().collect();
            prop_assert_ne!(RecoveryCode::read(&typed(&wrong)), Ok(code));
        }

        #[test]
        fn a_group_is_told_however_it_is_typed_and_no_other_is_taken_for_it(bytes: [u8; BYTES], place in 0..GROUPS) {
            let code = RecoveryCode(bytes);
            let groups = code.groups();
            prop_assert!(code.has_group(place, &typed(&groups[place].to_ascii_lowercase())));
            for other in groups.iter().filter(|other| **other != groups[place]) {
                prop_assert!(!code.has_group(place, &typed(other)));
            }
            prop_assert!(!code.has_group(place, &typed("")));
            prop_assert!(!code.has_group(GROUPS, &typed("")));
        }
    }
}
