//! The pages as they are embedded in the program: they name no way to a network, and no address to load from.

use std::path::Path;

use super::{doors::bare, *};

/// How a script reaches a network. `fetch` is looked for as a call of the page's own, below.
const WAYS: &[&str] = &[
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "RTCPeerConnection",
    "WebTransport",
    "importScripts",
];

fn embedded() -> Vec<(String, String)> {
    let app = bare(context());
    let assets = app.asset_resolver();
    let paths: Vec<String> = assets.iter().map(|(path, _)| path.into_owned()).collect();
    let is_code = |path: &String| [".js", ".html", ".css", ".svg"].iter().any(|end| path.ends_with(end));
    let code = paths.into_iter().filter(is_code);
    code.map(|path| {
        let bytes = assets.get(path.clone()).unwrap().bytes;
        (path, String::from_utf8(bytes).unwrap())
    })
    .collect()
}

fn is_script(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "js")
}

/// The places at which `fetch` is called as a function of the page: not as a method of some object, and not where a method of that name is
/// written down.
fn calls_of_fetch(script: &str) -> Vec<String> {
    let calls = script.match_indices("fetch(").filter(|(at, _)| {
        let before = script[..*at].trim_end();
        let own = [".", "async", "get", "set", "static"].iter().all(|end| !before.ends_with(end));
        let name_goes_on =
            script[..*at].ends_with(|letter: char| letter.is_alphanumeric() || "_$#".contains(letter));
        let of_window = ["window.", "globalThis.", "self."].iter().any(|end| before.ends_with(end));
        (own && !name_goes_on && !is_written_down(&script[at + "fetch".len()..])) || of_window
    });
    calls.map(|(at, _)| around(script, at)).collect()
}

/// Whether parentheses are followed by a body: then a method is written down here, and not called.
fn is_written_down(parentheses: &str) -> bool {
    let mut depth = 0_i32;
    for (at, letter) in parentheses.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return parentheses[at + 1..].trim_start().starts_with('{');
        }
    }
    false
}

fn around(text: &str, at: usize) -> String {
    let begin = text[..at].char_indices().rev().take(60).last().map_or(at, |(begin, _)| begin);
    text[begin..].chars().take(120).collect()
}

#[test]
fn the_scripts_name_no_way_to_a_network() {
    let embedded = embedded();
    assert!(embedded.iter().any(|(path, _)| is_script(path)), "no script is embedded: was the page built?");
    let mut found = Vec::new();
    for (path, text) in embedded.iter().filter(|(path, _)| is_script(path)) {
        let named = WAYS.iter().flat_map(|way| text.match_indices(way)).map(|(at, _)| around(text, at));
        found.extend(named.chain(calls_of_fetch(text)).map(|place| format!("{path}: …{place}…")));
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn no_page_and_no_style_sheet_loads_from_an_address() {
    let signs =
        ["src=\"http", "src=\"//", "href=\"http", "href=\"//", "url(http", "url(\"http", "url(//", "@import"];
    for (path, text) in embedded().iter().filter(|(path, _)| !is_script(path)) {
        let found: Vec<&&str> = signs.iter().filter(|sign| text.contains(**sign)).collect();
        assert_eq!(found, Vec::<&&str>::new(), "{path}");
    }
}

#[test]
fn a_call_of_fetch_is_told_from_a_method_of_that_name() {
    let calls = |script: &str| calls_of_fetch(script).len();
    for call in [
        "fetch(a)",
        "await fetch('https://x')",
        "window.fetch(a)",
        "return fetch (a)".replace(" (", "(").as_str(),
        "x=>fetch(x)",
    ] {
        assert_eq!(calls(call), 1, "{call}");
    }
    for method in [
        "query.fetch(a)",
        "class A{fetch(a,b=c()){return 1}}",
        "async fetch(a){}",
        "prefetch(a)",
        "#fetch(a)",
        "this.#a.fetch(b)",
    ] {
        assert_eq!(calls(method), 0, "{method}");
    }
}
