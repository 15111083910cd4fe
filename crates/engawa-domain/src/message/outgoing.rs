//! The same engine from the sender's side: what the user is about to send. Whoever sends offers and promises where a client asks,
//! so there are some words and rules more (`outgoing-words.csv`, `outgoing-rules.csv`).

use std::sync::LazyLock;

use super::circumstances::Circumstances;
use super::finding::Finding;
use super::table::Table;
use super::{found_in, merge};

const WORDS: &str = concat!(include_str!("words.csv"), include_str!("outgoing-words.csv"));
const RULES: &str = concat!(include_str!("rules.csv"), include_str!("outgoing-rules.csv"));

static OUTGOING: LazyLock<Table> = LazyLock::new(|| Table::of(WORDS, RULES));

/// What the words of a text say that the user is about to send, in order. Contact data is not among it: 点検 of drafts looks for
/// that by itself, and knows whose it is.
pub fn check_outgoing(text: &str, circumstances: &Circumstances<'_>) -> Vec<Finding> {
    merge::findings(text, found_in(text, |reading| OUTGOING.in_words(reading, circumstances)), circumstances)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_of_the_senders_side_can_be_read_to_the_last_line() {
        assert!(OUTGOING.is_whole(RULES));
    }
}
