//! What is read while something is typed.

use engawa_domain::calendar::Day;
use engawa_domain::entry;
use engawa_domain::say::Say;
use engawa_words::Words;

use crate::inputs::{Fault, FieldFault};
use crate::problems::in_words;
use crate::views::{EntryKind, EntryShown};

/// What a text is read as.
pub(super) fn read(kind: EntryKind, text: &str, today: Day, words: Words) -> EntryShown {
    let read = match kind {
        EntryKind::Day => shown(entry::day(text, today), |day| Say::new("view-read-day").with("day", day)),
        EntryKind::Time => shown(entry::time(text), |time| {
            Say::new("view-read-time").with("time", time.to_string().as_str())
        }),
        EntryKind::Amount => {
            shown(entry::amount(text), |amount| Say::new("view-read-amount").with("amount", amount))
        }
        EntryKind::Email => {
            shown(entry::email(text), |address| Say::new("view-read-email").with("address", address.as_str()))
        }
    };
    match read {
        Ok(None) => EntryShown::Empty,
        Ok(Some(say)) => EntryShown::Read { say },
        Err(fault) => EntryShown::Refused { problem: in_words(&FieldFault::new("", fault), words) },
    }
}

fn shown<T, F: Into<Fault>>(
    read: Result<Option<T>, F>,
    say: impl FnOnce(T) -> Say,
) -> Result<Option<Say>, Fault> {
    read.map(|read| read.map(say)).map_err(Into::into)
}
