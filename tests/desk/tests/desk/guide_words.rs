//! The words of the guide, by the names its data gives them.

use std::{fs, path::Path};

use engawa_desk::Language;
use toml::Table;

/// A guide in one language.
pub struct GuideWords {
    guide: Table,
    language: &'static str,
}

impl GuideWords {
    /// Those of the guide for a link that is not there.
    pub fn link_missing(language: Language) -> Self {
        Self::of("link-missing", language)
    }

    /// Those of a guide of the first service.
    #[track_caller]
    pub fn of(guide: &str, language: Language) -> Self {
        let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/crowdworks/guides");
        let text = fs::read_to_string(packs.join(format!("{guide}.toml"))).unwrap();
        Self { guide: text.parse().unwrap(), language: language.code() }
    }

    /// What the guide is called.
    #[track_caller]
    pub fn title(&self) -> String {
        self.said(&self.guide["title"])
    }

    /// What a question asks.
    #[track_caller]
    pub fn question(&self, question: &str) -> String {
        self.said(&of("id", question, &self.guide["questions"])["ask"])
    }

    /// The words of an answer to it.
    #[track_caller]
    pub fn option(&self, question: &str, option: &str) -> String {
        self.said(&of("id", option, &of("id", question, &self.guide["questions"])["options"])["text"])
    }

    /// The conclusion of an outcome.
    #[track_caller]
    pub fn outcome(&self, outcome: &str) -> String {
        self.said(&of("id", outcome, &self.guide["outcomes"])["answer"]["main"])
    }

    #[track_caller]
    fn said(&self, text: &toml::Value) -> String {
        text[self.language].as_str().unwrap().to_owned()
    }
}

/// The one of a list with this value under a key.
#[track_caller]
fn of<'a>(key: &str, value: &str, list: &'a toml::Value) -> &'a toml::Value {
    let named = |one: &&toml::Value| one[key].as_str() == Some(value);
    let found = list.as_array().unwrap().iter().find(named);
    assert!(found.is_some(), "the guide has no {value}");
    found.unwrap()
}
