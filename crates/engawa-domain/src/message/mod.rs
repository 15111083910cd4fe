//! メッセージ点検: what a client's message asks for that the rules of the service, or plain prudence, speak against.
//!
//! Words and rules are data (`words.csv`, `rules.csv`); the engine knows neither language nor service. It reads a message as
//! the eye does: whatever width, kana, spacing, look-alike letters or invisible characters were used to disguise it. What is
//! found calls for a look, and nothing found is no promise.

mod block;
mod circumstances;
#[cfg(test)]
mod corpus;
mod finding;
mod means;
mod merge;
mod reading;
mod rules;
mod seek;
mod table;
mod text;
mod words;

#[cfg(test)]
mod tests;

pub use circumstances::{Approval, Circumstances, Escrow};
pub use finding::{Finding, FindingKind, Grounds};
pub use text::{MessageRefused, MessageText};

use reading::Reading;
use table::TABLE;

/// What is found in a message under these circumstances, in order. Findings of one kind do not overlap; two kinds may be found
/// in one passage. Time is in proportion to the length of the message, whatever is in it.
pub fn check(message: &MessageText, circumstances: &Circumstances<'_>) -> Vec<Finding> {
    let text = message.as_str();
    let mut found = Vec::new();
    for block in block::blocks(text) {
        let part = &text[block.clone()];
        let reading = Reading::of(part);
        let places = TABLE.places(&reading, circumstances);
        found.extend(
            places
                .into_iter()
                .map(|(kind, place)| (kind, place.start + block.start..place.end + block.start)),
        );
    }
    merge::findings(text, found, circumstances)
}
