//! The language spoken outside the page: in the menu, in dialogs of the system, in problems.

use std::sync::{Mutex, PoisonError};

use engawa_book::{
    BookError, problem,
    problem::{Problem, ProblemCode},
    views::Language,
};
use engawa_words::{Lang, Words};

use crate::{
    host::ClipboardRefused,
    language::{forced_setting, language},
    worker::Unfinished,
};

/// The language now, and what it follows.
#[derive(Debug)]
pub struct Tongue {
    forced: Option<String>,
    system: Option<String>,
    now: Mutex<Lang>,
}

impl Tongue {
    /// What this machine and its environment ask for, until the settings are known.
    pub fn of_this_machine() -> Self {
        Self::new(std::env::var("ENGAWA_LANG").ok(), sys_locale::get_locale())
    }

    /// With the value of `ENGAWA_LANG` and the system's language.
    pub fn new(forced: Option<String>, system: Option<String>) -> Self {
        let now = language(forced.as_deref(), Language::System, system.as_deref());
        Self { forced, system, now: Mutex::new(now) }
    }

    /// The language now.
    pub fn now(&self) -> Lang {
        // The lock guards one value, which a panic cannot leave half-written.
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Follows the setting; the new language, when it is another.
    pub fn follow(&self, set: Language) -> Option<Lang> {
        let new = language(self.forced.as_deref(), set, self.system.as_deref());
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        (std::mem::replace(&mut *now, new) != new).then_some(new)
    }

    /// The setting that makes the page speak the forced language too.
    pub(crate) fn forced(&self) -> Option<Language> {
        forced_setting(self.forced.as_deref())
    }

    /// One message in this language.
    pub fn say(&self, key: &str) -> String {
        Words::new(self.now()).get(key, &[])
    }

    /// One message with one value in it.
    pub fn say_with(&self, key: &str, name: &str, value: &str) -> String {
        Words::new(self.now()).get(key, &[(name, value)])
    }

    /// The clipboard refused.
    pub fn clipboard(&self, refused: &ClipboardRefused) -> Problem {
        self.problem("shell-clipboard-message", "shell-clipboard-remedy", refused.to_string())
    }

    /// The clipboard does not say what is in it.
    pub fn clipboard_unread(&self, refused: &ClipboardRefused) -> Problem {
        self.problem("vault-clipboard-message", "vault-clipboard-remedy", refused.to_string())
    }

    /// Why the book could not do what it was asked for.
    pub fn in_words(&self, error: &BookError) -> Problem {
        let lang = self.now();
        problem(error, &Words::new(lang), lang)
    }

    /// The book's thread, or a dialog, did not finish.
    pub fn unfinished(&self, unfinished: Unfinished) -> Problem {
        self.problem("shell-unfinished-message", "shell-unfinished-remedy", unfinished.to_string())
    }

    fn problem(&self, message: &str, remedy: &str, detail: String) -> Problem {
        Problem {
            code: ProblemCode::Internal,
            message: self.say(message),
            remedy: self.say(remedy),
            guide_entry: None,
            detail: Some(detail),
            fields: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_is_built_anew_only_when_the_language_changes() {
        let tongue = Tongue::new(None, Some("ja-JP".to_owned()));
        assert_eq!(tongue.follow(Language::System), None, "it already speaks Japanese");
        assert_eq!(tongue.follow(Language::En), Some(Lang::En));
        assert_eq!(tongue.follow(Language::En), None);
        assert_eq!(tongue.now(), Lang::En);
    }

    #[test]
    fn a_forced_language_does_not_follow_the_setting() {
        let tongue = Tongue::new(Some("en".to_owned()), Some("ja-JP".to_owned()));
        assert_eq!(tongue.follow(Language::Ja), None);
        assert_eq!(tongue.now(), Lang::En);
    }
}
