//! How long an outgoing text is, and how long it may be.

use super::template::Addressee;
use crate::rules::{Counting, LengthLimit, PlatformRules};

/// The length of a text beside the limit of the place it goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Length {
    /// Its length in characters, counted as the service counts.
    pub characters: u32,
    /// The most that the service takes there, where that is known.
    pub limit: Option<LengthLimit>,
}

impl Length {
    /// The length of a text for this reader.
    pub(super) fn of(text: &str, to: Addressee, rules: &PlatformRules) -> Self {
        let limit = limit(to, rules).cloned();
        let counted = limit.as_ref().map_or(Counting::NotStated, |limit| limit.counted);
        Self { characters: counted.length(text), limit }
    }

    /// Whether the service takes a text of this length; where no limit is known, nothing speaks against it.
    pub fn fits(&self) -> bool {
        self.limit.as_ref().is_none_or(|limit| self.characters <= limit.characters.get())
    }
}

/// A text for the office goes through the entrance that is named first.
fn limit(to: Addressee, rules: &PlatformRules) -> Option<&LengthLimit> {
    match to {
        Addressee::Client => rules.message_limit.as_ref(),
        Addressee::Form => rules.request.as_ref()?.reason_limit.as_ref(),
        Addressee::Office => rules.support.entrances.first()?.length_limit.as_ref(),
    }
}
