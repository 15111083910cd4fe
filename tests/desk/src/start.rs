//! How the app is started for a test.

use std::path::PathBuf;

/// The language of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// 日本語.
    Japanese,
    /// English.
    English,
}

impl Language {
    /// As `ENGAWA_LANG` has it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::English => "en",
        }
    }
}

/// A start of the app. Its clock stands still: tests that end at midnight would otherwise fail at midnight.
#[derive(Clone, Debug)]
pub struct Start {
    pub(crate) book: Option<PathBuf>,
    pub(crate) language: Option<Language>,
    pub(crate) now: String,
    pub(crate) arguments: Vec<String>,
}

/// Tuesday after a holiday, in the middle of the afternoon: the day of the design's samples.
const NOW: &str = "2026-11-24T14:16:00+09:00";

impl Start {
    /// In this language, with the desk's own book, on the day of the samples.
    pub fn in_language(language: Language) -> Self {
        Self { book: None, language: Some(language), now: NOW.to_owned(), arguments: Vec::new() }
    }

    /// 日本語.
    pub fn japanese() -> Self {
        Self::in_language(Language::Japanese)
    }

    /// English.
    pub fn english() -> Self {
        Self::in_language(Language::English)
    }

    /// In the language that the settings name; nothing stands above them.
    #[must_use]
    pub const fn as_the_settings_say(mut self) -> Self {
        self.language = None;
        self
    }

    /// With another book.
    #[must_use]
    pub fn with_book(mut self, folder: impl Into<PathBuf>) -> Self {
        self.book = Some(folder.into());
        self
    }

    /// At another moment, as RFC 3339.
    #[must_use]
    pub fn at(mut self, moment: &str) -> Self {
        moment.clone_into(&mut self.now);
        self
    }

    /// With a further argument.
    #[must_use]
    pub fn with(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }
}
