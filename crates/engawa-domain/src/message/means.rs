//! Which means of contact a passage names, to be held against those that the approved request named.

use std::ops::Range;
use std::sync::LazyLock;

use super::reading::Reading;
use super::words::{Concept, Vocabulary};
use crate::facts::Channel;
use crate::text::ContactKind;

/// The words of the program.
static WORDS: LazyLock<Means> = LazyLock::new(|| Means::of(include_str!("means.csv")));

/// The words of `means.csv`.
struct Means {
    words: Vocabulary,
    channels: Vec<(Concept, Channel)>,
}

impl Means {
    fn of(table: &str) -> Self {
        let words = Vocabulary::of(table);
        let channels =
            Channel::ALL.into_iter().filter_map(|channel| Some((words.concept(key(channel))?, channel)));
        Self { channels: channels.collect(), words }
    }
}

/// The means that a reading names, each with the bytes of the original where it stands.
pub(super) fn named(reading: &Reading<'_>) -> Vec<(Channel, Range<usize>)> {
    let hits = WORDS.words.hits(reading).into_iter();
    hits.filter_map(|hit| {
        let (_, channel) = WORDS.channels.iter().find(|(concept, _)| *concept == hit.concept)?;
        Some((*channel, reading.source(&hit.letters)?))
    })
    .collect()
}

/// The means to which contact data belongs; nothing where it is the address of a page.
pub(super) const fn of_data(kind: ContactKind) -> Option<Channel> {
    match kind {
        ContactKind::Email => Some(Channel::Email),
        ContactKind::Phone => Some(Channel::Phone),
        ContactKind::Line => Some(Channel::Line),
        ContactKind::Chatwork => Some(Channel::Chatwork),
        ContactKind::Discord => Some(Channel::Discord),
        ContactKind::Skype | ContactKind::Zoom => Some(Channel::VideoCall),
        ContactKind::OtherService => Some(Channel::Other),
        ContactKind::WebPage => None,
    }
}

/// Its word in the table.
const fn key(channel: Channel) -> &'static str {
    match channel {
        Channel::Chatwork => "chatwork",
        Channel::VideoCall => "video_call",
        Channel::Email => "email",
        Channel::Phone => "phone",
        Channel::Line => "line",
        Channel::Slack => "slack",
        Channel::Discord => "discord",
        Channel::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Channel> {
        named(&Reading::of(text)).into_iter().map(|(channel, _)| channel).collect()
    }

    #[test]
    fn every_means_has_words_and_is_known_by_them_in_any_guise() {
        assert_eq!(WORDS.channels.len(), Channel::ALL.len());
        assert!(WORDS.words.is_whole());
        assert_eq!(of("Ｌ Ｉ Ｎ Ｅ"), [Channel::Line]);
        assert_eq!(of("ﾁｬｯﾄﾜｰｸかズームで"), [Channel::Chatwork, Channel::VideoCall]);
        assert_eq!(of("オンラインの資料"), [], "no ライン in it");
    }
}
