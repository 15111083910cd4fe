//! Which language the app speaks where the page cannot choose: in the menu, in dialogs of the system, in problems.

use engawa_book::views::Language;
use engawa_words::Lang;

/// What the user set; else what the system speaks; Japanese where the system speaks neither. `forced` is `ENGAWA_LANG`, which
/// tests and screenshots use.
pub fn language(forced: Option<&str>, set: Language, system: Option<&str>) -> Lang {
    match (forced.and_then(named), set) {
        (Some(lang), _) => lang,
        (None, Language::Ja) => Lang::Ja,
        (None, Language::En) => Lang::En,
        (None, Language::System) => system.and_then(named).unwrap_or(Lang::Ja),
    }
}

/// The setting that makes the page speak the forced language too.
pub fn forced_setting(forced: Option<&str>) -> Option<Language> {
    forced.and_then(named).map(|lang| match lang {
        Lang::Ja => Language::Ja,
        Lang::En => Language::En,
    })
}

/// The language of a name such as `ja`, `en-GB` or `en_US.UTF-8`.
fn named(name: &str) -> Option<Lang> {
    match name.split(['-', '_', '.']).next() {
        Some("ja") => Some(Lang::Ja),
        Some("en") => Some(Lang::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_users_choice_stands_above_the_system() {
        assert_eq!(language(None, Language::En, Some("ja-JP")), Lang::En);
        assert_eq!(language(None, Language::Ja, Some("en-US")), Lang::Ja);
    }

    #[test]
    fn without_a_choice_the_system_decides_and_japanese_is_spoken_where_it_speaks_neither() {
        assert_eq!(language(None, Language::System, Some("en_GB.UTF-8")), Lang::En);
        assert_eq!(language(None, Language::System, Some("ja")), Lang::Ja);
        assert_eq!(language(None, Language::System, Some("fr-FR")), Lang::Ja);
        assert_eq!(language(None, Language::System, Some("C")), Lang::Ja);
        assert_eq!(language(None, Language::System, None), Lang::Ja);
    }

    #[test]
    fn a_test_can_force_a_language_and_a_word_that_is_none_is_ignored() {
        assert_eq!(language(Some("en"), Language::Ja, Some("ja-JP")), Lang::En);
        assert_eq!(language(Some("tlh"), Language::Ja, Some("en")), Lang::Ja);
        assert_eq!(forced_setting(Some("ja")), Some(Language::Ja));
        assert_eq!(forced_setting(Some("")), None);
    }
}
