//! Contact data in a text: what must not go to a client before contact outside is permitted.
//!
//! People write it in many ways, some on purpose: full width, with spaces, with 「アットマーク」 for the sign. The text is
//! folded first, as for a search, and then read; the words to look for are data (`words.csv`). A name of a service
//! alone is no contact data: asking for Chatwork is what the whole request is about.

mod account;
mod address;
mod phone;
mod vocabulary;

use std::ops::Range;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::TextRange;
use super::fold::FoldedText;

/// Contact data found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct ContactFound {
    /// What it is.
    pub kind: ContactKind,
    /// Where it stands.
    pub range: TextRange,
    /// The words there, as written.
    pub words: String,
}

/// The kinds of contact data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// An account of LINE.
    Line,
    /// An account of Chatwork.
    Chatwork,
    /// An account of Discord or an invitation to it.
    Discord,
    /// An account of Skype.
    Skype,
    /// A meeting of Zoom.
    Zoom,
    /// An account of another service for messages.
    OtherService,
    /// A page outside the platform.
    WebPage,
}

/// The contact data in a text, in order. `own_hosts` are the hosts of the platform itself, whose pages (and those of
/// hosts below them) are no contact data.
///
/// What is found calls for a look, it is no verdict: the reading prefers a finding too many over one too few.
pub fn contact_data(text: &str, own_hosts: &[impl AsRef<str>]) -> Vec<ContactFound> {
    let folded = FoldedText::as_seen(text);
    places(text, &folded, own_hosts).shown(text, &folded)
}

/// The same as kinds and bytes of the text, for whoever has folded it already (as it is seen).
pub(crate) fn contact_places(
    text: &str,
    folded: &FoldedText,
    own_hosts: &[impl AsRef<str>],
) -> Vec<(ContactKind, Range<usize>)> {
    let found = places(text, folded, own_hosts).found;
    found.into_iter().filter_map(|place| Some((place.kind, folded.source(&place.bytes)?))).collect()
}

fn places(text: &str, folded: &FoldedText, own_hosts: &[impl AsRef<str>]) -> Places {
    let is_own = |host: &str| own_hosts.iter().any(|own| is_at_or_below(host, own.as_ref()));
    let mut places = Places::default();
    // A user name before the host of a page looks like a mail address, and a mail address may stand in the address of
    // a page of the platform: so pages outside first, then mail, then what is harmless.
    let (outside, own): (Vec<_>, Vec<_>) = address::pages_with_scheme(folded.as_str(), is_own)
        .into_iter()
        .partition(|reading| matches!(reading, Reading::Contact(_)));
    places.skip_or_add(outside);
    places.add(address::mail(folded.as_str()));
    places.skip_or_add(own);
    places.skip_or_add(address::pages_without_scheme(folded.as_str(), is_own));
    places.add(account::accounts(folded.as_str(), |at| follows_katakana(text, folded, at)));
    places.add(phone::numbers(folded.as_str()));
    places
}

/// The end of a text: enough of it to see what a place follows, however long the text is.
fn end_of(text: &str) -> &str {
    const ENOUGH: usize = 120;
    let mut start = text.len().saturating_sub(ENOUGH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

fn is_at_or_below(host: &str, own: &str) -> bool {
    let own = own.to_lowercase();
    host == own || host.strip_suffix(&own).is_some_and(|below| below.ends_with('.'))
}

/// Whether the letter of the original before this place of the folded text is a katakana one: ライン inside オンライン.
fn follows_katakana(text: &str, folded: &FoldedText, at: usize) -> bool {
    let Some(start) = folded.source(&(at..at + 1)) else {
        return false;
    };
    let before = text.get(..start.start).and_then(|before| before.chars().next_back());
    before.is_some_and(|letter| matches!(letter, 'ァ'..='ヺ' | 'ー' | 'ｦ'..='ﾟ'))
}

/// A place in the folded text.
struct Place {
    kind: ContactKind,
    bytes: Range<usize>,
}

/// A place that was read: contact data, or something that only looks like it and must not be read again as another
/// kind.
enum Reading {
    Contact(Place),
    Harmless(Range<usize>),
}

/// Places that do not overlap: what was read first stays.
#[derive(Default)]
struct Places {
    taken: Vec<Range<usize>>,
    found: Vec<Place>,
}

impl Places {
    fn add(&mut self, places: impl IntoIterator<Item = Place>) {
        self.skip_or_add(places.into_iter().map(Reading::Contact));
    }

    fn skip_or_add(&mut self, readings: impl IntoIterator<Item = Reading>) {
        for reading in readings {
            let bytes = match &reading {
                Reading::Contact(place) => place.bytes.clone(),
                Reading::Harmless(bytes) => bytes.clone(),
            };
            if self.taken.iter().any(|taken| taken.start < bytes.end && bytes.start < taken.end) {
                continue;
            }
            self.taken.push(bytes);
            if let Reading::Contact(place) = reading {
                self.found.push(place);
            }
        }
    }

    fn shown(mut self, text: &str, folded: &FoldedText) -> Vec<ContactFound> {
        self.found.sort_by_key(|place| place.bytes.start);
        let sources = self.found.iter().filter_map(|place| Some((place.kind, folded.source(&place.bytes)?)));
        let (kinds, bytes): (Vec<_>, Vec<_>) = sources.unzip();
        let words: Vec<String> =
            bytes.iter().map(|range| text.get(range.clone()).unwrap_or_default().to_owned()).collect();
        let ranges = TextRange::of_bytes(text, bytes);
        kinds
            .into_iter()
            .zip(ranges)
            .zip(words)
            .map(|((kind, range), words)| ContactFound { kind, range, words })
            .collect()
    }
}

#[cfg(test)]
mod tests;
