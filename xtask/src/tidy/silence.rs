//! Nothing is sent: what comes near a network, in the crates, in our own code and in the pages, is listed with its reason in
//! `xtask/network.toml`, or is not there.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::{Finding, Law, Tree, rust::places, web_source};

/// The laws of this file.
pub const LAWS: &[Law] = &[
    Law {
        name: "near-network-with-reason",
        why: "a crate that is named like a part of a network is in the lock file for a reason that somebody wrote down (xtask/network.toml)",
        check: near_network,
    },
    Law { name: "no-socket-in-code", why: "our own code opens no socket, of any kind", check: no_socket },
    Law {
        name: "no-fetch-in-pages",
        why: "a page asks the shell and nobody else: no fetch, XMLHttpRequest, WebSocket, EventSource, sendBeacon, RTCPeerConnection",
        check: no_fetch,
    },
    Law {
        name: "page-packages-with-reason",
        why: "what the pages import ends up in the window: each package is known to speak to no network (xtask/network.toml)",
        check: page_packages,
    },
];

const LIST: &str = "xtask/network.toml";

/// Parts of names that tell of protocols, of transport security, of sockets, and of what waits for them.
const SIGNS: &[&str] = &[
    "http",
    "httparse",
    "hyper",
    "h2",
    "h3",
    "tls",
    "ssl",
    "schannel",
    "socket",
    "tcp",
    "udp",
    "uds",
    "quic",
    "dns",
    "resolver",
    "curl",
    "ftp",
    "smtp",
    "imap",
    "lettre",
    "ssh",
    "rpc",
    "grpc",
    "tonic",
    "axum",
    "actix",
    "warp",
    "ureq",
    "reqwest",
    "isahc",
    "tungstenite",
    "mqtt",
    "ipnet",
    "proxy",
    "mio",
    "polling",
    "async-io",
    "tokio",
    "zbus",
    "dbus",
    "libdbus",
    "soup",
    "webkit",
    "webview",
    "wry",
    "gio",
    "sentry",
    "opentelemetry",
];

/// Signs so short that they count only as a part of a name between dashes.
const SHORT: usize = 4;

fn is_near_network(name: &str) -> bool {
    let parts: Vec<&str> = name.split(['-', '_']).collect();
    // `soup3-sys`, `h2`: a number behind a sign is its version.
    let bare = |part: &&str| part.trim_end_matches(|letter: char| letter.is_ascii_digit()).to_owned();
    SIGNS.iter().any(|sign| {
        if sign.len() > SHORT {
            name.contains(sign)
        } else {
            // `rustls`, `openssl`: such a sign may also be the end of a part. Two letters are the end of too much.
            let ends = |part: &&str| sign.len() > 2 && part.ends_with(sign);
            parts.iter().any(|part| part == sign || bare(part) == **sign || ends(part))
        }
    })
}

/// Where a listed crate ends up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In the app or in the command line tool.
    App,
    /// In the lock file only: in tools and tests, or on systems for which the app is not made.
    NotInApp,
}

/// The crates of the list.
fn listed(list: &Table) -> BTreeMap<String, Option<Place>> {
    let entries = list.get("crate").and_then(Value::as_array).into_iter().flatten();
    let read = |entry: &Value| {
        let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
        let place = match text("in") {
            "app" => Some(Place::App),
            "not in the app" => Some(Place::NotInApp),
            _ => None,
        };
        (text("name").to_owned(), place.filter(|_| text("why").len() > 20))
    };
    entries.map(read).collect()
}

fn list(tree: &Tree) -> Table {
    tree.text(LIST).and_then(|text| text.parse().ok()).unwrap_or_default()
}

fn near_network(tree: &Tree) -> Vec<Finding> {
    let lock: Table = tree.text("Cargo.lock").and_then(|text| text.parse().ok()).unwrap_or_default();
    let packages = lock.get("package").and_then(Value::as_array).into_iter().flatten();
    let near: BTreeSet<&str> = packages
        .filter_map(|package| package.get("name")?.as_str())
        .filter(|name| is_near_network(name))
        .collect();
    let listed = listed(&list(tree));
    let in_app = |name: &str| tree.crates.iter().any(|one| one.name == name);
    let mut findings = Vec::new();
    for name in &near {
        match listed.get(*name) {
            None => findings.push(Finding::new("Cargo.lock", 0, format!("`{name}` is not in {LIST}"))),
            Some(None) => findings.push(Finding::new(LIST, 0, format!("`{name}` has no place or no reason"))),
            Some(Some(Place::App)) if !in_app(name) => {
                findings.push(Finding::new(LIST, 0, format!("`{name}` is no part of the app any more")));
            }
            Some(Some(Place::NotInApp)) if in_app(name) => findings.push(Finding::new(
                LIST,
                0,
                format!("`{name}` is part of the app: cargo tree --invert {name}"),
            )),
            Some(Some(_)) => {}
        }
    }
    let gone = listed.keys().filter(|name| !near.contains(name.as_str()));
    findings
        .extend(gone.map(|name| Finding::new(LIST, 0, format!("`{name}` is no longer needed; take it out"))));
    findings
}

/// Names of sockets in Rust.
const SOCKETS: &[&str] =
    &["TcpStream", "TcpListener", "UdpSocket", "UnixStream", "UnixListener", "UnixDatagram", "ToSocketAddrs"];
/// Modules that hold them.
const MODULES: &[&[&str]] = &[&["std", ":", ":", "net"], &["tokio", ":", ":", "net"]];

fn no_socket(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, tokens) in tree.rust_product() {
        let named = tokens.iter().filter(|token| SOCKETS.iter().any(|socket| token.is(socket)));
        findings.extend(named.map(|token| Finding::new(path, token.line, format!("names `{}`", token.text))));
        for module in MODULES {
            let used = places(&tokens, module);
            findings.extend(
                used.map(|token| Finding::new(path, token.line, format!("uses `{}`", module.concat()))),
            );
        }
    }
    findings
}

/// How a page reaches a network.
const WAYS: &[&str] = &[
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "RTCPeerConnection",
    "WebTransport",
    "importScripts",
];

fn no_fetch(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.web_product() {
        let code = web_source::read(text).code;
        for (at, line) in code.lines().enumerate() {
            let way = WAYS.iter().copied().find(|way| line.contains(way));
            let found = way.or_else(|| calls_fetch(line).then_some("fetch"));
            findings.extend(found.map(|way| Finding::new(path, at + 1, format!("names `{way}`"))));
        }
    }
    findings
}

/// Whether a line calls the function `fetch`, rather than a method or a function whose name ends so.
fn calls_fetch(line: &str) -> bool {
    line.match_indices("fetch(").any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|letter| letter.is_alphanumeric() || "_$.#".contains(letter))
    }) || ["window.fetch", "globalThis.fetch", "self.fetch"].iter().any(|way| line.contains(way))
}

fn page_packages(tree: &Tree) -> Vec<Finding> {
    let list = list(tree);
    let entries = list.get("page").and_then(Value::as_array).into_iter().flatten();
    let text =
        |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let known: BTreeMap<String, String> =
        entries.map(|entry| (text(entry, "name"), text(entry, "why"))).collect();
    let mut findings = Vec::new();
    let mut used = BTreeSet::new();
    // The bindings are generated, and end up in the window like everything else.
    let all = tree.web_product().chain(tree.files(|path| path == "ui/src/host/bindings.ts"));
    for (path, source) in all {
        for (at, line) in source.lines().enumerate() {
            let Some(package) = imported(line) else { continue };
            if !known.contains_key(&package) {
                findings.push(Finding::new(path, at + 1, format!("`{package}` is not in {LIST}")));
            }
            used.insert(package);
        }
    }
    for (name, why) in &known {
        if !used.contains(name) {
            findings.push(Finding::new(LIST, 0, format!("`{name}` is imported nowhere; take it out")));
        }
        if why.len() <= 20 {
            findings.push(Finding::new(LIST, 0, format!("`{name}` has no reason")));
        }
    }
    findings
}

/// The package that a line imports, if it imports one and nothing of ours.
fn imported(line: &str) -> Option<String> {
    let line = line.trim();
    let from = line.rsplit_once(" from ").map(|(_, from)| from).or_else(|| line.strip_prefix("import "))?;
    let quote = from.chars().next().filter(|mark| "'\"".contains(*mark))?;
    let (path, _) = from.get(1..)?.split_once(quote)?;
    if path.starts_with('.') {
        return None;
    }
    let parts = if path.starts_with('@') { 2 } else { 1 };
    Some(path.split('/').take(parts).collect::<Vec<_>>().join("/"))
}

#[cfg(test)]
mod tests {
    use super::{super::tree::Crate, *};

    const LOCK: &str = "[[package]]\nname = \"hyper-util\"\nversion = \"1.0.0\"\n[[package]]\nname = \"serde\"\nversion = \"1.0.0\"\n";
    const REASON: &str = "why = \"it comes along and is never compiled for a desktop\"";

    fn with(list: &str, in_app: &[&str]) -> usize {
        let mut tree = Tree::of(&[("Cargo.lock", LOCK), (LIST, list)]);
        tree.crates.extend(in_app.iter().map(|name| Crate { name: (*name).into(), license: "MIT".into() }));
        near_network(&tree).len()
    }

    #[test]
    fn a_crate_near_a_network_needs_a_place_and_a_reason_that_are_true() {
        assert_eq!(with("", &[]), 1, "nobody wrote down why it is there");
        let entry = |place: &str| format!("[[crate]]\nname = \"hyper-util\"\nin = \"{place}\"\n{REASON}\n");
        assert_eq!(with(&entry("not in the app"), &[]), 0);
        assert_eq!(with(&entry("not in the app"), &["hyper-util"]), 1, "it came into the app unseen");
        assert_eq!(with(&entry("app"), &["hyper-util"]), 0);
        assert_eq!(with(&entry("app"), &[]), 1, "it left the app");
        assert_eq!(with("[[crate]]\nname = \"hyper-util\"\nin = \"app\"\nwhy = \"\"\n", &["hyper-util"]), 1);
        let stale = entry("not in the app") + "[[crate]]\nname = \"curl\"\nin = \"app\"\n" + REASON;
        assert_eq!(with(&stale, &[]), 1, "an entry that excuses nothing");
    }

    #[test]
    fn names_of_protocols_sockets_and_their_helpers_are_told_from_others() {
        for near in [
            "reqwest",
            "rustls",
            "native-tls",
            "openssl-sys",
            "h2",
            "socket2",
            "soup3-sys",
            "mio",
            "webkit2gtk",
            "tonic",
        ] {
            assert!(is_near_network(near), "{near}");
        }
        for far in ["serde", "gtk", "unicode-width", "quick-xml", "smallvec", "mime", "dpi", "time"] {
            assert!(!is_near_network(far), "{far}");
        }
    }

    #[test]
    fn a_socket_in_our_code_is_refused_and_one_in_a_test_is_not() {
        let count = |path: &str, source: &str| no_socket(&Tree::of(&[(path, source)])).len();
        assert_eq!(count("crates/a/src/lib.rs", "use std::net::TcpStream;"), 2);
        assert_eq!(count("src-tauri/src/a.rs", "fn a() { tokio::net::lookup_host(1); }"), 1);
        assert_eq!(count("crates/a/src/lib.rs", "fn a() { url.host_str(); }"), 0);
        assert_eq!(count("tests/desk/src/desk.rs", "use std::net::TcpStream;"), 0);
    }

    #[test]
    fn a_page_that_asks_anybody_but_the_shell_is_refused() {
        let count = |source: &str| no_fetch(&Tree::of(&[("ui/src/a.ts", source)])).len();
        assert_eq!(count("await fetch(address)"), 1);
        assert_eq!(count("window.fetch(address)"), 1);
        assert_eq!(count("new WebSocket(address)"), 1);
        assert_eq!(count("query.refetch()"), 0);
        assert_eq!(count("answers.fetch(key)"), 0);
        assert_eq!(count("// never fetch(address)\n"), 0);
    }

    #[test]
    fn a_package_of_the_pages_needs_a_reason() {
        let count = |list: &str, source: &str| {
            page_packages(&Tree::of(&[("ui/src/a.ts", source), (LIST, list)])).len()
        };
        let known = "[[page]]\nname = \"@tanstack/svelte-query\"\nwhy = \"keeps answers in memory and asks nobody\"\n";
        assert_eq!(count(known, "import { createQuery } from '@tanstack/svelte-query';"), 0);
        assert_eq!(
            count(known, "import axios from 'axios';\nimport { a } from '@tanstack/svelte-query';"),
            1
        );
        assert_eq!(count(known, "import { t } from '../words';"), 1, "an entry that excuses nothing");
        assert_eq!(count("", "import 'svelte';"), 1);
    }
}
