//! The words of the window, by their keys: a test looks for what the app means to say, however it comes to be worded.

use engawa_desk::Language;
use engawa_words::{Lang, Words};

/// The words of one language.
pub struct Wording(Words);

impl Wording {
    /// Those of a language.
    pub fn of(language: Language) -> Self {
        Self(Words::new(match language {
            Language::Japanese => Lang::Ja,
            Language::English => Lang::En,
        }))
    }

    /// What is no message: the one of this language.
    pub fn pick<T>(&self, ja: T, en: T) -> T {
        match self.0.lang() {
            Lang::Ja => ja,
            Lang::En => en,
        }
    }

    /// A message without arguments.
    #[track_caller]
    pub fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with words put in.
    #[track_caller]
    pub fn with(&self, key: &str, words: &[(&str, &str)]) -> String {
        assert!(self.0.has(key), "no message is called {key}");
        self.0.get(key, words)
    }
}
