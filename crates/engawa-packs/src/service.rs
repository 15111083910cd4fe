//! The service that somebody names when saying what is wrong.

use engawa_domain::text::SearchKey;

use crate::pack::Pack;

/// The one service that the words name, and the words without its name; nothing where they name none, or several.
pub(crate) fn named_in<'p>(words: &str, packs: impl Iterator<Item = &'p Pack>) -> Option<(&'p Pack, String)> {
    let said = SearchKey::of(words).as_str().to_owned();
    let mut named = packs.filter_map(|pack| {
        let names = [&pack.rules.name.ja, &pack.rules.name.en].map(|name| SearchKey::of(name));
        // The longer name first: what is left must not keep half of it.
        let name = names.iter().map(SearchKey::as_str).filter(|name| stands_in(name, &said));
        let name = name.max_by_key(|name| name.len())?;
        Some((pack, said.replace(name, " ")))
    });
    let first = named.next()?;
    named.next().is_none().then_some(first)
}

/// A name in Latin letters is a word of its own; any other stands anywhere.
fn stands_in(name: &str, said: &str) -> bool {
    if name.is_empty() {
        return false;
    }
    let ends = |letter: Option<char>| !letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    said.match_indices(name).any(|(at, _)| {
        !name.is_ascii()
            || (ends(said.get(..at).and_then(|before| before.chars().next_back()))
                && ends(said.get(at + name.len()..).and_then(|after| after.chars().next())))
    })
}
