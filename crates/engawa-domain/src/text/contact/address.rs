//! Mail addresses and pages.

use std::sync::LazyLock;

use regex::Regex;

use super::vocabulary::{any_of, is_listed, pattern, words};
use super::{ContactKind, Place, Reading};

/// The part of a host between two dots, or the same with a space after every letter.
const LABEL: &str = "(?:[a-z0-9-]+|[a-z0-9](?: [a-z0-9])+)";
/// The last part of a host.
const END: &str = "(?:[a-z]{2,}|[a-z](?: [a-z])+)";
/// The name before the sign, or the same with a space after every letter.
const NAME: &str = "(?:[a-z0-9](?: [a-z0-9._]){2,}|[a-z0-9][a-z0-9._%+-]*)";
/// What an address on the web may go on with after its host.
const PATH: &str = "(?:[/?#][a-z0-9._~:/?#\\[\\]@!$&'*+,;=%-]*)?";

static MAIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (at, known) = (any_of("at"), any_of("mail-host"));
    // A dot with a space on one side ends a sentence, and so does 。 unless an end of hosts follows.
    let dot = format!("(?:\\.| \\. | ?{} ?)", any_of("dot"));
    let end = format!("(?:{dot}{END}|。(?:com|net|org|jp|co[。.]jp|ne[。.]jp))");
    pattern(&format!("{NAME} {{0,3}}{at} {{0,3}}(?:{LABEL}(?:{dot}{LABEL})*{end}|{known}(?:{dot}{END})?)"))
});

/// "taro at example dot com": words a sentence has as well, so either the dot is spelled or the host is a known one.
static SPOKEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let known = any_of("mail-host");
    pattern(&format!(
        "[a-z0-9][a-z0-9._%+-]+ +at +(?:[a-z0-9-]+(?: +dot +[a-z0-9-]+)* +dot +[a-z]{{2,}}|{known}(?:\\.| +dot +)[a-z]{{2,}})"
    ))
});

/// The mail addresses.
pub(super) fn mail(folded: &str) -> Vec<Place> {
    let patterns = [&MAIL, &SPOKEN].into_iter().filter_map(|pattern| pattern.as_ref());
    let found = patterns.flat_map(|pattern| pattern.find_iter(folded));
    found
        .filter(|found| !continues(folded, found.end()))
        .map(|found| Place { kind: ContactKind::Email, bytes: found.range() })
        .collect()
}

// The blanks by name: a class of all of them needs tables that a build of the command line alone does not bring, and a pattern
// that cannot be made finds nothing.
static WITH_SCHEME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let scheme = "(?:(?:h ?)?t ?t ?p|h ?x ?x ?p) ?s? ?: ?/ ?/ ?";
    pattern(&format!("{scheme}(?P<host>[a-z0-9._%:@-]+|[^ \\t\\r\\n/?#\\\\<>\"]+){PATH}"))
});

static BARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (end, word) = (any_of("end"), any_of("end-with-path"));
    let label = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    pattern(&format!("(?P<host>(?:{label}\\.)+(?:{end}|{word}))(?::[0-9]+)?(?P<path>{PATH})"))
});

/// "example dot com", "example[.]com": only the ends nobody says by accident.
static SPELLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let dot = format!("(?: ?{} ?| +dot +|。)", any_of("dot"));
    pattern(&format!(
        "(?P<host>(?:[a-z0-9-]+(?:{dot}|\\.))*[a-z0-9-]+{dot}(?:com|net|org|jp|co{dot}jp))(?P<path>{PATH})"
    ))
});

/// The pages written with a scheme: those outside are contact data, those of the platform (`is_own`) are harmless.
pub(super) fn pages_with_scheme(folded: &str, is_own: impl Fn(&str) -> bool) -> Vec<Reading> {
    let found = WITH_SCHEME.iter().flat_map(|pattern| pattern.captures_iter(folded));
    found.filter_map(|found| reading(folded, &found, &is_own)).collect()
}

/// The pages written as a host alone, with or without a path.
pub(super) fn pages_without_scheme(folded: &str, is_own: impl Fn(&str) -> bool) -> Vec<Reading> {
    let bare = BARE
        .iter()
        .flat_map(|pattern| pattern.captures_iter(folded))
        .filter(|found| stands_alone(folded, found));
    let spelled = SPELLED.iter().flat_map(|pattern| pattern.captures_iter(folded));
    bare.chain(spelled).filter_map(|found| reading(folded, &found, &is_own)).collect()
}

fn reading(folded: &str, found: &regex::Captures<'_>, is_own: impl Fn(&str) -> bool) -> Option<Reading> {
    let (whole, host) = (found.get(0)?, found.name("host")?.as_str());
    // What ends a sentence does not belong to the address.
    let written = whole.as_str().trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ']']);
    let bytes = whole.start()..whole.start() + written.len();
    let host = real_host(host);
    if is_own(&host) || is_listed("no-host", &host) {
        return Some(Reading::Harmless(bytes));
    }
    // A file name in a longer word: `index.com.html` goes on.
    (!continues(folded, bytes.end)).then(|| Reading::Contact(Place { kind: kind_of(&host), bytes }))
}

/// The host a browser would go to: without user name, port and final dot.
fn real_host(host: &str) -> String {
    let host = host.rsplit('@').next().unwrap_or(host);
    let host = host.split(':').next().unwrap_or(host);
    host.trim_end_matches('.').to_owned()
}

fn kind_of(host: &str) -> ContactKind {
    let under = |kind| words(kind).any(|listed| super::is_at_or_below(host, listed));
    match () {
        () if under("host-line") => ContactKind::Line,
        () if under("host-chatwork") => ContactKind::Chatwork,
        () if under("host-discord") => ContactKind::Discord,
        () if under("host-skype") => ContactKind::Skype,
        () if under("host-zoom") => ContactKind::Zoom,
        () if under("host-other") => ContactKind::OtherService,
        () => ContactKind::WebPage,
    }
}

/// Whether a host without a scheme stands for itself: not inside a longer word or path, with a letter before its end,
/// and with a path where its end is an ordinary word.
fn stands_alone(folded: &str, found: &regex::Captures<'_>) -> bool {
    let (Some(host), Some(path)) = (found.name("host"), found.name("path")) else {
        return false;
    };
    let before = folded[..host.start()].chars().next_back();
    let (name, end) = host.as_str().rsplit_once('.').unwrap_or((host.as_str(), ""));
    !before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '@' | '.' | '_' | '-' | '/' | '%'))
        && name.bytes().any(|b| b.is_ascii_alphabetic())
        && (path.as_str().starts_with('/') || !is_listed("end-with-path", end))
}

/// Whether a word goes on at this place.
fn continues(folded: &str, at: usize) -> bool {
    let mut rest = folded[at..].chars();
    match rest.next() {
        Some('.' | '-' | '_') => rest.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(c) => c.is_ascii_alphanumeric(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_well_formed() {
        for pattern in [&MAIL, &SPOKEN, &WITH_SCHEME, &BARE, &SPELLED] {
            assert!(pattern.is_some());
        }
    }

    #[test]
    fn the_host_is_the_one_a_browser_would_go_to() {
        assert_eq!(real_host("crowdworks.jp@evil.example:443"), "evil.example");
        assert_eq!(real_host("crowdworks.jp."), "crowdworks.jp");
    }
}
