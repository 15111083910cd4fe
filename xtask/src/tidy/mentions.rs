//! Where code names messages: whole keys in strings, and keys put together from pieces.

use super::{
    Tree,
    rust::{Kind, Token},
    web_source,
};

/// A key, or the shape of several keys, as it stands in a string of the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The fixed pieces between the changing ones; one piece is a whole key.
    pieces: Vec<String>,
    /// Where.
    pub path: String,
    /// Counted from 1.
    pub line: usize,
    /// How sure it is that the string is a message's key.
    pub place: Place,
}

/// Where a string stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In Rust, or the first argument of a call in the front end.
    Code,
    /// Elsewhere in the front end, where names of classes and ids look the same.
    Markup,
}

impl Mention {
    /// Whether it names this key.
    pub fn names(&self, key: &str) -> bool {
        let (Some((first, rest)), Some(last)) = (self.pieces.split_first(), self.pieces.last()) else {
            return false;
        };
        if rest.is_empty() {
            return key == first;
        }
        let Some(mut left) =
            key.strip_prefix(first.as_str()).and_then(|left| left.strip_suffix(last.as_str()))
        else {
            return false;
        };
        for piece in rest.iter().take(rest.len() - 1) {
            let Some((_, after)) = left.split_once(piece.as_str()) else {
                return false;
            };
            left = after;
        }
        true
    }

    /// As a reader would write it: `standing-name-…`.
    pub fn spelled(&self) -> String {
        self.pieces.join("…")
    }

    /// What all its keys begin with.
    pub fn beginning(&self) -> &str {
        self.pieces.first().map_or("", String::as_str)
    }
}

/// Every mention in Rust, in the front end and in the packs.
pub fn all(tree: &Tree) -> Vec<Mention> {
    let mut found = Vec::new();
    for (path, tokens) in tree.rust_product() {
        found.extend(tokens.iter().filter_map(|token| in_rust(path, token)));
    }
    for (path, text) in tree.web_product() {
        found.extend(in_web(path, &web_source::read(text).code));
    }
    found
}

fn in_rust(path: &str, token: &Token) -> Option<Mention> {
    let pieces = (token.kind == Kind::Text).then(|| pieces(&token.text, "{", "}"))??;
    Some(Mention { pieces, path: path.to_owned(), line: token.line, place: Place::Code })
}

/// Looks for quotes only, not for strings: in markup a quote may be an apostrophe, and a template may hold strings of its own.
fn in_web(path: &str, code: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    for (at, quote) in code.match_indices(['"', '\'', '`']) {
        let rest = code.get(at + 1..).unwrap_or_default();
        let (open, close) = if quote == "`" { ("${", "}") } else { ("\0", "\0") };
        let Some(text) = up_to(rest, quote, open, close) else {
            continue;
        };
        let before = code.get(..at).unwrap_or_default();
        // `named('stage', value)` says one of the messages `stage-…`.
        let family = before.ends_with("named(").then(|| vec![format!("{text}-"), String::new()]);
        let Some(pieces) = family.or_else(|| pieces(text, open, close)) else {
            continue;
        };
        let line = before.matches('\n').count() + 1;
        let place = if before.trim_end().ends_with('(') { Place::Code } else { Place::Markup };
        found.push(Mention { pieces, path: path.to_owned(), line, place });
    }
    found
}

/// The text up to the closing quote, holes skipped; nothing when the line ends first.
fn up_to<'a>(text: &'a str, quote: &str, open: &str, close: &str) -> Option<&'a str> {
    let mut at = 0;
    loop {
        let rest = text.get(at..)?;
        if rest.starts_with(quote) {
            return text.get(..at);
        }
        if rest.starts_with(open) {
            at += rest.find(close)?;
        }
        let letter = rest.chars().next().filter(|letter| *letter != '\n')?;
        at += if rest.starts_with(open) { close.len() } else { letter.len_utf8() };
    }
}

/// The fixed pieces of a text with holes, when it has the shape of a key; nothing when it has not.
fn pieces(text: &str, open: &str, close: &str) -> Option<Vec<String>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, hole)) = rest.split_once(open) {
        pieces.push(before.to_owned());
        rest = hole.split_once(close)?.1;
    }
    pieces.push(rest.to_owned());
    let fits =
        |piece: &String| piece.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter));
    // A beginning without its hyphen could be the beginning of anything.
    let head = pieces.first().and_then(|first| first.split_once('-')).map_or("", |(head, _)| head);
    let is_key = pieces.iter().all(fits)
        && !head.is_empty()
        && head.starts_with(|letter: char| letter.is_ascii_lowercase());
    is_key.then_some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(path: &str, text: &str) -> Vec<String> {
        all(&Tree::of(&[(path, text)])).iter().map(Mention::spelled).collect()
    }

    #[test]
    fn keys_are_found_in_rust_whole_and_in_pieces() {
        let code = "fn a() { say(\"today-title\"); format!(\"stage-{name}\"); b(\"no key\"); c(\"{x}-y\") }";
        assert_eq!(spelled("crates/engawa-book/src/a.rs", code), ["today-title", "stage-…"]);
    }

    #[test]
    fn keys_are_found_in_the_front_end_also_inside_a_template_and_behind_an_apostrophe() {
        let code = "<p>it's {`${t('today-title')} · ${t(`stage-${stage}-short`)}`}</p>\n// t('gone-key')";
        assert_eq!(spelled("ui/src/a.svelte", code), ["today-title", "stage-…-short"]);
    }

    #[test]
    fn a_family_of_messages_is_named_by_what_they_begin_with() {
        assert_eq!(spelled("ui/src/a.ts", "named('record-kind', kind)"), ["record-kind-…"]);
    }

    #[test]
    fn pieces_name_every_key_that_fits_between_them() {
        let mention = |pieces: &[&str]| Mention {
            pieces: pieces.iter().map(|piece| (*piece).to_owned()).collect(),
            path: String::new(),
            line: 1,
            place: Place::Code,
        };
        assert!(mention(&["stage-", "-short"]).names("stage-escrowed-short"));
        assert!(!mention(&["stage-", "-short"]).names("stage-escrowed-long"));
        assert!(mention(&["a-", "-b-", ""]).names("a-x-b-y"));
        assert!(!mention(&["a-b"]).names("a-b-c"), "a whole key is not a beginning");
    }
}
