//! Every door of the window, one by one: what the page may load (CSP), what it may call (permissions), and what the pages
//! themselves name. Take a line away or add one, and a test here says so.

use std::{collections::BTreeMap, fs, path::Path};

use tauri::utils::{
    acl::{
        capability::{Capability, CapabilityFile},
        manifest::Manifest,
        resolved::Resolved,
    },
    platform::Target,
};

use super::*;

/// The content security policy, each source with the reason for which it is let in. `'none'` lets in nothing.
const CSP: &[(&str, &[(&str, &str)])] = &[
    (
        "default-src",
        &[("'none'", "what is not named below is closed: frames, objects, workers, media, manifests")],
    ),
    (
        "script-src",
        &[("'self'", "the app's own scripts; no inline script, no handler in an attribute, no eval")],
    ),
    ("style-src", &[("'self'", "the app's own style sheets; no style in the markup")]),
    (
        "img-src",
        &[
            ("'self'", "the app's own drawings"),
            (
                "data:",
                "previews of evidence, which Rust hands over as text; a picture at an address is blocked",
            ),
        ],
    ),
    ("font-src", &[("'self'", "no font from elsewhere tells that a page was read")]),
    (
        "connect-src",
        &[
            ("ipc:", "Tauri's channel to the commands, within the process"),
            ("http://ipc.localhost", "the same channel as Windows writes it; no connection is made"),
        ],
    ),
    ("base-uri", &[("'none'", "no <base> turns the page's own addresses into others")]),
    ("form-action", &[("'none'", "no form sends anything")]),
    ("frame-ancestors", &[("'none'", "no other page shows this one within itself")]),
];

/// A policy as a table: directive by directive its sources.
fn directives(csp: &str) -> BTreeMap<String, Vec<String>> {
    let parts = csp.split(';').map(|part| part.split_whitespace().map(str::to_owned));
    parts.filter_map(|mut words| Some((words.next()?, words.collect()))).collect()
}

fn expected_policy() -> BTreeMap<String, Vec<String>> {
    let sources = |sources: &[(&str, &str)]| sources.iter().map(|(source, _)| (*source).to_owned()).collect();
    CSP.iter().map(|(name, allowed)| ((*name).to_owned(), sources(allowed))).collect()
}

#[test]
fn the_policy_is_exactly_this_and_each_line_of_it_has_its_reason() {
    let config: Value = serde_json::from_str(include_str!("../../../tauri.conf.json")).unwrap();
    let security = &config["app"]["security"];
    let written = security["csp"].as_object().unwrap().iter().map(|(name, sources)| {
        (name.clone(), sources.as_str().unwrap().split(' ').map(str::to_owned).collect::<Vec<_>>())
    });
    assert_eq!(written.collect::<BTreeMap<_, _>>(), expected_policy());
    assert!(CSP.iter().all(|(_, sources)| sources.iter().all(|(_, why)| why.len() > 20)));
    for switch in ["devCsp", "dangerousDisableAssetCspModification", "assetProtocol", "headers"] {
        assert!(security[switch].is_null(), "{switch} opens what the policy closes");
    }
    assert_eq!(
        config["app"]["withGlobalTauri"], false,
        "a script that slipped in would find the toolkit ready"
    );
}

#[test]
fn every_page_is_served_with_the_policy_and_nothing_is_added_to_it_but_the_marks_of_its_own_scripts() {
    let app = bare(context());
    let page = app.asset_resolver().get("index.html".to_owned()).unwrap();
    let mut served = directives(page.csp_header.as_deref().unwrap());
    for (name, sources) in &mut served {
        let is_mark = |source: &String| source.starts_with("'nonce-") || source.starts_with("'sha256-");
        if ["script-src", "style-src"].contains(&name.as_str()) {
            sources.retain(|source| !is_mark(source));
            // With the marks, what the marks stand for is named once more.
            sources.dedup();
        }
    }
    assert_eq!(served, expected_policy());
}

/// The app's real configuration with another set of permissions.
fn context_permitting(permissions: &[String]) -> Context<MockRuntime> {
    let mut context = context();
    let mut written: Value = serde_json::from_str(include_str!("../../../capabilities/main.json")).unwrap();
    written["permissions"] = json!(permissions);
    let CapabilityFile::Capability(capability) = serde_json::from_value(written).unwrap() else {
        panic!("main.json is one capability")
    };
    let capabilities: BTreeMap<String, Capability> = [(capability.identifier.clone(), capability)].into();
    let resolved = Resolved::resolve(&manifests(), capabilities, Target::current()).unwrap();
    *context.runtime_authority_mut() = tauri::runtime_authority!(manifests(), resolved);
    context
}

/// Every command that the app, the toolkit and the plugins have, as the build found them.
fn manifests() -> BTreeMap<String, Manifest> {
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/acl-manifests.json"))).unwrap()
}

/// An app without a book: enough to see who is let in.
pub(super) fn bare(context: Context<MockRuntime>) -> App<MockRuntime> {
    mock_builder().invoke_handler(border::<MockRuntime>().invoke_handler()).build(context).unwrap()
}

/// The command that a permission is about, as the page asks for it.
fn command_of(permission: &str) -> String {
    let name = |permission: &str| permission.strip_prefix("allow-").unwrap().replace('-', "_");
    match permission.strip_prefix("core:event:") {
        Some(permission) => format!("plugin:event|{}", name(permission)),
        None => name(permission),
    }
}

#[test]
fn without_its_permission_a_command_is_refused() {
    let all: Vec<String> = permitted().into_iter().collect();
    for without in &all {
        let others: Vec<String> = all.iter().filter(|one| *one != without).cloned().collect();
        let app = bare(context_permitting(&others));
        let command = command_of(without);
        let answer = ask(&window(&app, LABEL), OWN_PAGE, &command, json!({}));
        assert!(is_denied(&answer), "without {without}, {command} is answered: {answer:?}");
    }
}

#[test]
fn with_its_permission_alone_an_event_is_heard() {
    let app = bare(context_permitting(&["core:event:allow-listen".to_owned()]));
    let window = window(&app, LABEL);
    let listen = json!({ "event": "menu-chosen", "target": { "kind": "Any" }, "handler": 1 });
    assert!(ask(&window, OWN_PAGE, "plugin:event|listen", listen).is_ok());
    assert!(is_denied(&ask(&window, OWN_PAGE, "plugin:event|unlisten", json!({}))));
}

#[test]
fn of_all_that_the_toolkit_and_the_plugins_could_do_nothing_else_is_permitted() {
    let app = bare(context());
    let window = window(&app, LABEL);
    let permitted: BTreeSet<String> = permitted().iter().map(|permission| command_of(permission)).collect();
    let mut asked = 0;
    for (plugin, manifest) in manifests() {
        let commands = manifest.permissions.values().flat_map(|permission| &permission.commands.allow);
        for command in commands {
            let name = match plugin.strip_prefix("core:").unwrap_or(&plugin) {
                "__app-acl__" => command.clone(),
                plugin => format!("plugin:{plugin}|{command}"),
            };
            if permitted.contains(&name) {
                continue;
            }
            asked += 1;
            let answer = ask(&window, OWN_PAGE, &name, json!({}));
            assert!(is_denied(&answer), "{name} is open to the page: {answer:?}");
        }
    }
    assert!(asked > 100, "only {asked} commands were tried: the list of the build was not read");
}

#[test]
fn one_capability_is_all_and_it_is_for_the_one_window_and_its_own_pages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("capabilities");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
    assert_eq!(files.collect::<Vec<_>>(), ["main.json"]);
    let capability: Value = serde_json::from_str(include_str!("../../../capabilities/main.json")).unwrap();
    let keys: Vec<&str> = capability.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        ["identifier", "description", "windows", "permissions"],
        "no page from elsewhere, no system left out"
    );
    assert_eq!(capability["windows"], json!([LABEL]));
    let config: Value = serde_json::from_str(include_str!("../../../tauri.conf.json")).unwrap();
    assert_eq!(config["app"]["security"]["capabilities"], json!(["main"]));
    assert_eq!(config["app"]["windows"].as_array().unwrap().len(), 1);
}
