//! The window's doors: what its page may load, and what it may call.

use serde_json::Value;

use super::{Finding, Law, Tree};

/// The laws of this file.
pub const LAWS: &[Law] = &[
    Law {
        name: "no-remote-host",
        why: "the window loads and calls nothing but itself: a CSP without remote hosts, and no page from an address",
        check: no_remote_host,
    },
    Law {
        name: "exact-permissions",
        why: "commands are denied by default: each capability names windows and permissions one by one",
        check: exact_permissions,
    },
];

const CONFIGURATION: &str = "src-tauri/tauri.conf.json";

/// The one address in a CSP that leads to the app itself: Tauri's own channel on Windows.
const OWN_CHANNEL: &str = "http://ipc.localhost";

fn no_remote_host(tree: &Tree) -> Vec<Finding> {
    let Some(text) = tree.text(CONFIGURATION) else {
        return Vec::new();
    };
    let Ok(configuration) = text.parse::<Value>() else {
        return vec![Finding::new(CONFIGURATION, 0, "is no JSON")];
    };
    let mut findings = Vec::new();
    let csp = &configuration["app"]["security"]["csp"];
    match csp {
        Value::Null => findings.push(Finding::new(CONFIGURATION, 0, "has no CSP")),
        csp => findings.extend(
            sources(csp)
                .filter(|source| leads_outside(source))
                .map(|source| Finding::new(CONFIGURATION, 0, format!("the CSP lets in `{source}`"))),
        ),
    }
    if csp.is_object() && csp["default-src"].is_null() {
        findings.push(Finding::new(
            CONFIGURATION,
            0,
            "the CSP says nothing about what it does not name (default-src)",
        ));
    }
    let pages = configuration["build"]["frontendDist"].as_str().unwrap_or_default();
    if pages.contains("://") {
        findings.push(Finding::new(CONFIGURATION, 0, format!("the pages come from {pages}")));
    }
    findings
}

/// The words of a CSP, written as one text, or as a table of texts or lists.
fn sources(csp: &Value) -> impl Iterator<Item = String> {
    let texts: Vec<String> = match csp {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(sources).collect(),
        Value::Object(table) => table.values().flat_map(sources).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    };
    let words: Vec<String> =
        texts.iter().flat_map(|text| text.split([' ', ';'])).map(str::to_owned).collect();
    words.into_iter().filter(|word| !word.is_empty())
}

/// Whether a source of a CSP is a host, a scheme of the network, or everything; or lets in code from a string.
fn leads_outside(source: &str) -> bool {
    let is_known = source == OWN_CHANNEL || source == "ipc:";
    let is_host = source.contains("://") || source.contains('*') || source.contains('.');
    let is_scheme = ["http:", "https:", "ws:", "wss:", "blob:"].contains(&source);
    let is_loose = ["'unsafe-inline'", "'unsafe-eval'"].contains(&source);
    !is_known && (is_host || is_scheme || is_loose)
}

fn exact_permissions(tree: &Tree) -> Vec<Finding> {
    let capabilities =
        tree.files(|path| path.starts_with("src-tauri/capabilities/") && path.ends_with(".json"));
    let mut findings = Vec::new();
    for (path, text) in capabilities {
        let Ok(capability) = text.parse::<Value>() else {
            findings.push(Finding::new(path, 0, "is no JSON"));
            continue;
        };
        let listed = |field: &str| capability[field].as_array().cloned().unwrap_or_default();
        if !capability["remote"].is_null() {
            findings.push(Finding::new(path, 0, "gives permissions to pages from elsewhere"));
        }
        if listed("windows").is_empty() {
            findings.push(Finding::new(path, 0, "names no window"));
        }
        let many = listed("windows")
            .into_iter()
            .filter(|window| window.as_str().is_none_or(|name| name.contains('*')));
        findings.extend(many.map(|window| Finding::new(path, 0, format!("is for windows like {window}"))));
        let broad = listed("permissions").into_iter().filter(is_broad);
        findings.extend(broad.map(|permission| {
            Finding::new(path, 0, format!("permits {permission}, a bundle or a door outside"))
        }));
    }
    findings
}

/// Whether a permission gives more than one command, or reaches out of the app.
fn is_broad(permission: &Value) -> bool {
    let name = permission.as_str().or_else(|| permission["identifier"].as_str()).unwrap_or("*");
    let is_bundle = name.ends_with(":default") || name.contains('*');
    let reaches_out = ["shell:", "http:", "fs:", "opener:", "updater:", "websocket:", "upload:"]
        .iter()
        .any(|door| name.starts_with(door));
    is_bundle || reaches_out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(check: fn(&Tree) -> Vec<Finding>, path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn a_remote_host_a_loose_source_and_a_missing_csp_are_refused() {
        let csp = |csp: &str| {
            count(no_remote_host, CONFIGURATION, &format!(r#"{{"app": {{"security": {{"csp": {csp}}}}}}}"#))
        };
        assert_eq!(
            csp(
                r#"{"default-src": "'none'", "connect-src": "ipc: http://ipc.localhost", "img-src": "'self' data:"}"#
            ),
            0
        );
        assert_eq!(csp(r#"{"default-src": "'self'", "img-src": ["'self'", "https://example.com"]}"#), 1);
        assert_eq!(csp(r#"{"default-src": "'self'", "script-src": "'self' 'unsafe-inline' https:"}"#), 2);
        assert_eq!(csp(r#"{"img-src": "'self'"}"#), 1, "what is not named is open without default-src");
        assert_eq!(csp("null"), 1);
    }

    #[test]
    fn pages_from_an_address_are_refused() {
        let text = r#"{"build": {"frontendDist": "https://example.com"}, "app": {"security": {"csp": {"default-src": "'none'"}}}}"#;
        assert_eq!(count(no_remote_host, CONFIGURATION, text), 1);
    }

    #[test]
    fn bundles_wildcards_remote_pages_and_doors_outside_are_refused() {
        let capability = |text: &str| count(exact_permissions, "src-tauri/capabilities/main.json", text);
        assert_eq!(
            capability(r#"{"windows": ["main"], "permissions": ["allow-undo", "core:event:allow-listen"]}"#),
            0
        );
        assert_eq!(capability(r#"{"windows": ["main"], "permissions": ["core:default"]}"#), 1);
        assert_eq!(capability(r#"{"windows": ["*"], "permissions": ["allow-undo"]}"#), 1);
        assert_eq!(
            capability(r#"{"windows": ["main"], "permissions": [{"identifier": "fs:allow-read-file"}]}"#),
            1
        );
        assert_eq!(capability(r#"{"permissions": [], "remote": {"urls": ["https://example.com"]}}"#), 2);
    }
}
