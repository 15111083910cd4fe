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
mod outgoing;
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
pub use outgoing::check_outgoing;
pub use text::{MessageRefused, MessageText};

use reading::Reading;
use table::{Place, TABLE};

/// What is found in a message under these circumstances, in order. Findings of one kind do not overlap; two kinds may be found
/// in one passage. Time is in proportion to the length of the message, whatever is in it.
pub fn check(message: &MessageText, circumstances: &Circumstances<'_>) -> Vec<Finding> {
    let text = message.as_str();
    merge::findings(text, found_in(text, |reading| TABLE.places(reading, circumstances)), circumstances)
}

/// What is found block by block, in bytes of the whole text.
fn found_in(text: &str, places: impl Fn(&Reading<'_>) -> Vec<Place>) -> Vec<Place> {
    let mut found = Vec::new();
    for block in block::blocks(text) {
        let reading = Reading::of(&text[block.clone()]);
        let here = places(&reading).into_iter();
        found.extend(here.map(|(kind, place)| (kind, place.start + block.start..place.end + block.start)));
    }
    found
}
