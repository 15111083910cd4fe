//! Accounts of services for messages.

use std::sync::LazyLock;

use regex::Regex;

use super::vocabulary::{any_of, is_listed, pattern};
use super::{ContactKind, Place, end_of};

/// The services by their kind in `words.csv`.
const SERVICES: [(&str, ContactKind); 6] = [
    ("line", ContactKind::Line),
    ("chatwork", ContactKind::Chatwork),
    ("discord", ContactKind::Discord),
    ("skype", ContactKind::Skype),
    ("zoom", ContactKind::Zoom),
    ("other", ContactKind::OtherService),
];

static NAMES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let any: Vec<String> = SERVICES.iter().map(|(service, _)| any_of(service)).collect();
    pattern(&any.join("|"))
});

/// What may follow the name of a service: a label, something that points, a name.
static FOLLOWS_LABELLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let label = any_of("label");
    pattern(&format!(
        "^(?P<before>{BETWEEN}{{0,16}}?)(?P<label>{label}(?:(?-u:\\b)|{BETWEEN}))(?: is )?(?P<after>{BETWEEN}{{0,14}}?\\n?{BETWEEN}{{0,4}}?){NAME}"
    ))
});
static FOLLOWS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(&format!("^(?P<before>{BETWEEN}{{0,16}}?)\\n?(?P<after>{BETWEEN}{{0,4}}?){NAME}"))
});

/// Whatever is no part of a name.
const BETWEEN: &str = "[^a-z0-9@\\n]";
/// A name, or the same with a space after every letter.
const NAME: &str =
    "(?P<name>@?[a-z0-9](?: [a-z0-9_]){4,}|@?[a-z0-9](?:[a-z0-9._-]*[a-z0-9_])?|@[a-z0-9._-]+)";

/// `sample_01 (LINE)`.
static PRECEDES: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern("(?P<name>@?[a-z0-9][a-z0-9._-]*[a-z0-9_]) ?[(「\\[]$"));

static MEETING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (zoom, meeting) = (any_of("zoom"), any_of("meeting"));
    let label = any_of("label");
    pattern(&format!(
        "(?:{meeting}|{zoom}[^a-z0-9\\n]{{0,8}}(?:{meeting}|{label})?)[ :=→は「(\\n]{{0,4}}(?P<name>[0-9]{{3}}[ -]?[0-9]{{3,4}}[ -]?[0-9]{{3,4}})"
    ))
});

/// Forms that name an account by themselves: `live:sample`, `sample#1234`.
static SKYPE_NAME: LazyLock<Option<Regex>> = LazyLock::new(|| pattern("live: ?[a-z0-9._]{3,}"));
static DISCORD_TAG: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern("(?P<name>[a-z][a-z0-9_.]{1,31}) ?#[0-9]{4}"));

/// The accounts. `follows_katakana` tells whether a place of the folded text is in the middle of a katakana word.
pub(super) fn accounts(folded: &str, follows_katakana: impl Fn(usize) -> bool) -> Vec<Place> {
    let mut places = Vec::new();
    for found in MEETING.iter().flat_map(|pattern| pattern.captures_iter(folded)) {
        places.extend(
            found
                .name("name")
                .filter(|name| ends_here(folded, name.end()))
                .map(|name| Place { kind: ContactKind::Zoom, bytes: name.range() }),
        );
    }
    for service in NAMES.iter().flat_map(|pattern| pattern.find_iter(folded)) {
        if is_whole_word(folded, service.range(), &follows_katakana) {
            places.extend(account_of(folded, &service));
        }
    }
    for found in SKYPE_NAME.iter().flat_map(|pattern| pattern.find_iter(folded)) {
        places.push(Place { kind: ContactKind::Skype, bytes: found.range() });
    }
    for found in DISCORD_TAG.iter().flat_map(|pattern| pattern.captures_iter(folded)) {
        let Some((whole, name)) = found.get(0).zip(found.name("name")) else {
            continue;
        };
        let starts = !folded[..whole.start()].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
        if starts
            && ends_here(folded, whole.end())
            && !is_listed("record", name.as_str())
            && !is_listed("no-tag", name.as_str())
        {
            places.push(Place { kind: ContactKind::Discord, bytes: whole.range() });
        }
    }
    places
}

fn account_of(folded: &str, service: &regex::Match<'_>) -> Option<Place> {
    let kind = SERVICES.iter().find(|(listed, _)| is_listed(listed, service.as_str()))?.1;
    let rest = &folded[service.end()..];
    let after =
        [&FOLLOWS_LABELLED, &FOLLOWS].into_iter().find_map(|pattern| pattern.as_ref()?.captures(rest));
    if let Some(found) = after
        && let Some(name) = found.name("name")
        && names_an_account(&Mention::of(&found, &rest[name.end()..]), name.as_str())
    {
        return Some(Place { kind, bytes: service.end() + name.start()..service.end() + name.end() });
    }
    let before = end_of(&folded[..service.start()]);
    let offset = service.start() - before.len();
    let name = PRECEDES.as_ref()?.captures(before)?.name("name")?;
    is_like_an_id(name.as_str()).then(|| Place { kind, bytes: offset + name.start()..offset + name.end() })
}

/// How a name follows the name of a service.
struct Mention {
    label: Label,
    link: Link,
    next: Next,
}

/// Whether 「ID」 or the like stands between service and name.
enum Label {
    Given,
    Missing,
}

/// What else stands between them.
enum Link {
    /// Something that points at what follows: a colon, an arrow, は.
    Pointed,
    /// White space and brackets alone.
    Adjacent,
    /// Other words.
    Apart,
}

/// What follows the name.
enum Next {
    /// A word that counts: 1000人.
    Counter,
    /// Another word in Latin letters, so that this one may be the beginning of a sentence.
    Word,
    /// The end of the clause, or Japanese.
    Other,
}

impl Mention {
    fn of(found: &regex::Captures<'_>, rest: &str) -> Self {
        let group = |name| found.name(name).map_or("", |group| group.as_str());
        let between = format!("{}{}", group("before"), group("after"));
        let is_bracket = |c| {
            matches!(c, '(' | ')' | '「' | '』' | '『' | '」' | '[' | ']' | '【' | '】' | '"' | '\'' | 'の')
        };
        let link = if between.contains([':', '=', '→', '⇒', '⇨', '▶', '>', 'は']) {
            Link::Pointed
        } else if between.chars().all(|c| c.is_whitespace() || is_bracket(c)) {
            Link::Adjacent
        } else {
            Link::Apart
        };
        let next = match rest.trim_start_matches([' ', '.', '!']).chars().next() {
            Some(c) if is_listed("counter", c.encode_utf8(&mut [0; 4])) => Next::Counter,
            Some(c) if c.is_ascii_alphanumeric() => Next::Word,
            _ => Next::Other,
        };
        Self { label: if group("label").is_empty() { Label::Missing } else { Label::Given }, link, next }
    }
}

/// Whether the name is meant as an account. The less points at it, the more it must look like one.
fn names_an_account(mention: &Mention, name: &str) -> bool {
    let plain = name.trim_start_matches('@');
    if is_listed("no-name", plain) || is_placeholder(plain) || is_version(plain) {
        return false;
    }
    let has_letter = plain.bytes().any(|b| b.is_ascii_alphabetic());
    if name.starts_with('@') && has_letter {
        return true;
    }
    let is_number = || {
        plain.len() >= 5
            && plain.bytes().all(|b| b.is_ascii_digit())
            && !matches!(mention.next, Next::Counter)
    };
    match (&mention.label, &mention.link) {
        (Label::Given, Link::Pointed) => (has_letter && plain.len() >= 3) || is_number(),
        (Label::Given, Link::Adjacent) => is_like_an_id(plain) || is_number(),
        (Label::Given, Link::Apart) | (Label::Missing, Link::Adjacent) => is_like_an_id(plain),
        (Label::Missing, Link::Pointed) => {
            is_like_an_id(plain) || (has_letter && plain.len() >= 5 && !matches!(mention.next, Next::Word))
        }
        (Label::Missing, Link::Apart) => false,
    }
}

/// Letters with digits, underscores or dots, as nobody writes an ordinary word.
fn is_like_an_id(name: &str) -> bool {
    let name = name.trim_start_matches('@');
    let spaced: String = name.split(' ').collect();
    name.len() >= 4
        && name.bytes().any(|b| b.is_ascii_alphabetic())
        && (name.bytes().any(|b| b.is_ascii_digit() || matches!(b, b'_' | b'.'))
            || (spaced.len() < name.len() && spaced.len() >= 5))
        && !is_version(name)
}

/// `xxxx`.
fn is_placeholder(name: &str) -> bool {
    let mut letters = name.bytes();
    let first = letters.next();
    letters.all(|letter| Some(letter) == first)
}

/// A version, a format or a system with its number: v5.17, mp4, ios18.
fn is_version(name: &str) -> bool {
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    letters.len() < name.len() && is_listed("numbered", letters)
}

fn is_whole_word(
    folded: &str,
    service: std::ops::Range<usize>,
    follows_katakana: impl Fn(usize) -> bool,
) -> bool {
    if folded[service.clone()].starts_with(|c: char| c.is_ascii()) {
        let before = folded[..service.start].chars().next_back();
        let after = folded[service.end..].chars().next();
        !before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '@' | '-' | '_'))
            && !after.is_some_and(|c| c.is_ascii_alphabetic() && !folded[service.end..].starts_with("id"))
    } else {
        !follows_katakana(service.start)
    }
}

/// Whether a number ends here.
fn ends_here(folded: &str, at: usize) -> bool {
    !folded[at..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::words;
    use super::*;

    #[test]
    fn every_pattern_is_well_formed_and_every_service_has_words() {
        for pattern in [&NAMES, &FOLLOWS_LABELLED, &FOLLOWS, &PRECEDES, &MEETING, &SKYPE_NAME, &DISCORD_TAG] {
            assert!(pattern.is_some());
        }
        assert!(SERVICES.iter().all(|(service, _)| words(service).count() >= 2));
    }
}
