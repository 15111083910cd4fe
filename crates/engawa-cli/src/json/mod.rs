//! Answers as JSON for scripts. Explicit shapes of their own, in the language asked for: they may only grow, whatever becomes
//! of the types inside.

pub mod backup;
pub mod cited;
pub mod documents;
pub mod draft;
pub mod guide;
pub mod message;
pub mod rescue;
pub mod run;
pub mod standing;
pub mod verify;
pub mod whole;

use engawa_book::views::SourceShown;
use engawa_domain::calendar::Day;
use engawa_words::Words;
use serde::Serialize;

/// A page on which something rests.
#[derive(Debug, Serialize)]
pub struct SourceJson {
    id: String,
    title: String,
    address: String,
    checked: Day,
}

impl SourceJson {
    /// The page in the words of a language.
    pub fn new(shown: &SourceShown, words: Words) -> Self {
        Self {
            id: shown.id.0.clone(),
            title: words.text(&shown.source.title).to_owned(),
            address: shown.source.address.clone(),
            checked: shown.checked,
        }
    }
}
