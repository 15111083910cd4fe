//! How strong a passphrase is: an estimate of how often one would have to guess, by `zxcvbn`.

use engawa_domain::say::Say;

use crate::views::StrengthView;

/// So many characters of a language whose words the estimate does not know make one step.
const STEP: usize = 8;

/// How strong a passphrase is. `known` are words that everybody would try who knows the user: names, addresses.
///
/// `zxcvbn` knows words of English. A sentence in Japanese looks to it like chance, which it is not: there no more is promised
/// than its length gives.
pub fn strength(typed: &str, known: &[String]) -> StrengthView {
    let known: Vec<&str> = known.iter().map(String::as_str).chain(["engawa"]).collect();
    let guessed = zxcvbn::zxcvbn(typed, &known);
    let level = u8::from(guessed.score());
    let letters = typed.chars().count();
    let is_foreign = !typed.is_ascii();
    let by_length = u8::try_from(letters / STEP).unwrap_or(u8::MAX);
    let level = if is_foreign { level.min(by_length) } else { level };
    let means = match level {
        0 => "backup-strength-none",
        1 => "backup-strength-weak",
        2 => "backup-strength-some",
        3 => "backup-strength-good",
        _ => "backup-strength-strong",
    };
    let advice = match level {
        3.. => None,
        _ if typed.is_empty() => None,
        _ if is_foreign => Some("backup-strength-longer"),
        _ => Some("backup-strength-words"),
    };
    StrengthView { level: level.min(4), means: Say::new(means), advice: advice.map(Say::new) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(typed: &str) -> u8 {
        strength(typed, &["hana_writer".to_owned()]).level
    }

    #[test]
    fn what_everybody_tries_first_is_weak() {
        for typed in ["", "password", "12345678", "engawa", "hana_writer", "qwertyuiop"] {
            assert!(level(typed) <= 1, "{typed}: {}", level(typed));
        }
    }

    #[test]
    fn five_words_that_have_nothing_to_do_with_each_other_are_strong() {
        assert_eq!(level("gravel umbrella piano nineteen lighthouse"), 4);
    }

    #[test]
    fn a_short_sentence_in_japanese_is_not_called_strong() {
        assert!(level("ひみつのことば") <= 1, "seven letters that everybody knows");
        assert!(level("きょうはいいてんきですね") <= 2);
    }

    #[test]
    fn what_is_weak_is_told_with_a_way_to_make_it_stronger() {
        assert!(strength("password", &[]).advice.is_some());
        assert!(strength("gravel umbrella piano nineteen lighthouse", &[]).advice.is_none());
    }
}
