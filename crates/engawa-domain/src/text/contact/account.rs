//! Accounts of services for messages.

use std::sync::LazyLock;

use regex::Regex;

use super::vocabulary::{any_of, is_listed, pattern};
use super::{ContactKind, Place};

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
static FOLLOWS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let label = any_of("label");
    let name = "(?P<name>@?[a-z0-9](?: [a-z0-9_]){4,}|@?[a-z0-9](?:[a-z0-9._-]*[a-z0-9_])?|@[a-z0-9._-]+)";
    pattern(&format!("^(?P<before>[^a-z0-9@\\n]{{0,16}}?)(?P<label>{label})?(?P<after>[^a-z0-9@\\n]{{0,14}}\\n?[^a-z0-9@\\n]{{0,4}}?){name}"))
});

/// `sample_01 (LINE)`.
static PRECEDES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(&format!("(?P<name>@?[a-z0-9][a-z0-9._-]*[a-z0-9_]) ?[(「\\[]$"))
});

static MEETING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (zoom, meeting) = (any_of("zoom"), any_of("meeting"));
    let label = any_of("label");
    pattern(&format!("(?:{meeting}|{zoom}[^a-z0-9\\n]{{0,8}}(?:{meeting}|{label})?)[ :=→は「(\\n]{{0,4}}(?P<name>[0-9]{{3}}[ -]?[0-9]{{3,4}}[ -]?[0-9]{{3,4}})"))
});

/// Forms that name an account by themselves: `live:sample`, `sample#1234`.
static SKYPE_NAME: LazyLock<Option<Regex>> = LazyLock::new(|| pattern("live: ?[a-z0-9._]{3,}"));
static DISCORD_TAG: LazyLock<Option<Regex>> = LazyLock::new(|| pattern("(?P<name>[a-z][a-z0-9_.]{1,31}) ?#[0-9]{4}"));

/// The accounts. `follows_katakana` tells whether a place of the folded text is in the middle of a katakana word.
pub(super) fn accounts(folded: &str, follows_katakana: impl Fn(usize) -> bool) -> Vec<Place> {
    let mut places = Vec::new();
    for found in MEETING.iter().flat_map(|pattern| pattern.captures_iter(folded)) {
        places.extend(found.name("name").filter(|name| ends_here(folded, name.end())).map(|name| Place { kind: ContactKind::Zoom, bytes: name.range() }));
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
        let Some((whole, name)) = found.get(0).zip(found.name("name")) else { continue };
        let starts = !folded[..whole.start()].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
        if starts && ends_here(folded, whole.end()) && !is_listed("record", name.as_str()) && !is_listed("no-tag", name.as_str()) {
            places.push(Place { kind: ContactKind::Discord, bytes: whole.range() });
        }
    }
    places
}

fn account_of(folded: &str, service: &regex::Match<'_>) -> Option<Place> {
    let kind = SERVICES.iter().find(|(listed, _)| is_listed(listed, service.as_str()))?.1;
    let after = FOLLOWS.as_ref().and_then(|pattern| pattern.captures(&folded[service.end()..]));
    if let Some(found) = after
        && let Some(name) = found.name("name")
        && names_an_account(&Mention::of(&found, &folded[service.end() + name.end()..]), name.as_str())
    {
        return Some(Place { kind, bytes: service.end() + name.start()..service.end() + name.end() });
    }
    let before = PRECEDES.as_ref()?.captures(&folded[..service.start()])?;
    let name = before.name("name")?;
    is_like_an_id(name.as_str()).then(|| Place { kind, bytes: name.range() })
}

/// How a name follows the name of a service.
struct Mention {
    /// 「ID」 stands between.
    labelled: bool,
    /// Something between them points at what follows: a colon, an arrow, は.
    pointed: bool,
    /// Nothing but white space and brackets stands between.
    adjacent: bool,
    /// The line or the clause ends after it.
    closed: bool,
    /// What follows counts things: 1000人.
    counts: bool,
}

impl Mention {
    fn of(found: &regex::Captures<'_>, rest: &str) -> Self {
        let group = |name| found.name(name).map_or("", |group| group.as_str());
        let between = format!("{}{}", group("before"), group("after"));
        Self {
            labelled: found.name("label").is_some(),
            pointed: between.contains([':', '=', '→', '⇒', 'は', '>', '▶', '⇨']),
            adjacent: between.chars().all(|c| c.is_whitespace() || matches!(c, '(' | ')' | '「' | '『' | '[' | ']' | '【' | '】' | '"' | '\'' | 'の')),
            closed: rest.trim_start_matches([' ', '.', '!']).chars().next().is_none_or(|c| !c.is_ascii_alphanumeric()),
            counts: rest.trim_start().starts_with(|c: char| "件人名個円回枚本年月日時分万千%".contains(c)),
        }
    }
}

/// Whether the name is meant as an account. The less points at it, the more it must look like one.
fn names_an_account(mention: &Mention, name: &str) -> bool {
    let plain = name.trim_start_matches('@');
    if is_listed("no-name", plain) || is_placeholder(plain) || is_version(plain) {
        return false;
    }
    let has_letter = plain.bytes().any(|b| b.is_ascii_alphabetic());
    let digits_alone = !has_letter && plain.len() >= 5 && plain.bytes().all(|b| b.is_ascii_digit()) && !mention.counts;
    if name.starts_with('@') && has_letter {
        return true;
    }
    match (mention.labelled, mention.pointed) {
        (true, true) => (has_letter && plain.len() >= 3) || digits_alone,
        (true, false) => is_like_an_id(plain) || (mention.adjacent && digits_alone),
        (false, true) => is_like_an_id(plain) || (has_letter && plain.len() >= 5 && mention.closed),
        (false, false) => mention.adjacent && is_like_an_id(plain),
    }
}

/// Letters with digits, underscores or dots, as nobody writes an ordinary word.
fn is_like_an_id(name: &str) -> bool {
    let name = name.trim_start_matches('@');
    let spaced: String = name.split(' ').collect();
    name.len() >= 4
        && name.bytes().any(|b| b.is_ascii_alphabetic())
        && (name.bytes().any(|b| b.is_ascii_digit() || matches!(b, b'_' | b'.')) || (spaced.len() < name.len() && spaced.len() >= 5))
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

fn is_whole_word(folded: &str, service: std::ops::Range<usize>, follows_katakana: impl Fn(usize) -> bool) -> bool {
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
        for pattern in [&NAMES, &FOLLOWS, &PRECEDES, &MEETING, &SKYPE_NAME, &DISCORD_TAG] {
            assert!(pattern.is_some());
        }
        assert!(SERVICES.iter().all(|(service, _)| words(service).count() >= 2));
    }
}
