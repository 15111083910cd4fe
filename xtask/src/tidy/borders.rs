//! Who may name whom.

use toml::{Table, Value};

use super::{
    Finding, Law, Tree,
    rust::{Token, places},
    web_source,
};

/// The laws of this file.
pub const LAWS: &[Law] = &[
    Law {
        name: "one-sql-crate",
        why: "only engawa-store names rusqlite (and the bench's floor): one crate answers for the file",
        check: one_sql_crate,
    },
    Law {
        name: "one-way-to-a-file",
        why: "only engawa-store/src/file.rs opens a database: none is opened without its key, or by a name that Windows cannot open",
        check: one_way_to_a_file,
    },
    Law {
        name: "one-window-crate",
        why: "only src-tauri names tauri (and the bench's floor): everything else runs and is tested without a window",
        check: one_window_crate,
    },
    Law {
        name: "pure-domain",
        why: "engawa-domain has no I/O, no clock, no randomness: time, ids and rules are arguments",
        check: pure_domain,
    },
    Law {
        name: "one-way-crates",
        why: "dependencies point one way: domain <- packs <- store <- book <- { cli, src-tauri }",
        check: one_way_crates,
    },
    Law {
        name: "one-host-folder",
        why: "only ui/src/host imports @tauri-apps: a page never depends on where it is shown",
        check: one_host_folder,
    },
    Law {
        name: "parts-know-no-feature",
        why: "ui/src/parts imports nothing from a feature: parts can be used anywhere",
        check: parts_know_no_feature,
    },
];

fn one_sql_crate(tree: &Tree) -> Vec<Finding> {
    named_only_in(tree, &["rusqlite", "libsqlite3-sys"], &["crates/engawa-store/", "tests/floor/"])
}

/// Where databases are opened, and damaged for tests.
const OPENS: &[&str] = &["crates/engawa-store/src/file.rs", "crates/engawa-store/src/inflict.rs"];

fn one_way_to_a_file(tree: &Tree) -> Vec<Finding> {
    let opening: [&[&str]; 3] = [
        &["Connection", ":", ":", "open", "("],
        &["Connection", ":", ":", "open_with_flags", "("],
        &["Connection", ":", ":", "open_with_flags_and_vfs", "("],
    ];
    let elsewhere = |path: &str| path.starts_with("crates/engawa-store/") && !OPENS.contains(&path);
    let opened = |(path, tokens): (&str, Vec<Token>)| {
        let found = opening.iter().flat_map(|pattern| {
            places(&tokens, pattern).map(|token| Finding::new(path, token.line, "opens a database"))
        });
        found.collect::<Vec<_>>()
    };
    tree.rust_product().filter(|(path, _)| elsewhere(path)).flat_map(opened).collect()
}

fn one_window_crate(tree: &Tree) -> Vec<Finding> {
    named_only_in(
        tree,
        &["tauri", "tauri-build", "tauri-specta", "wry", "tao"],
        &["src-tauri/", "tests/floor/"],
    )
}

/// Crates that only some folders may depend on or write in their code.
fn named_only_in(tree: &Tree, crates: &[&str], allowed: &[&str]) -> Vec<Finding> {
    let elsewhere = |path: &str| !allowed.iter().any(|folder| path.starts_with(folder));
    let mut findings = Vec::new();
    for (path, text) in tree.manifests().filter(|(path, _)| elsewhere(path)) {
        for name in dependencies(text).into_iter().filter(|name| crates.contains(&name.as_str())) {
            findings.push(Finding::new(path, 0, format!("depends on `{name}`")));
        }
    }
    for (path, tokens) in tree.rust_product().filter(|(path, _)| elsewhere(path)) {
        for name in crates.iter().map(|name| name.replace('-', "_")) {
            let path_of_it = [name.as_str(), ":", ":"];
            let uses = places(&tokens, &path_of_it)
                .map(|token| Finding::new(path, token.line, format!("names `{name}`")));
            findings.extend(uses);
        }
    }
    findings
}

/// Paths in code that reach outside: files, sockets, the clock, chance, the process.
const IMPURE: &[&[&str]] = &[
    &["std", ":", ":", "fs"],
    &["std", ":", ":", "net"],
    &["std", ":", ":", "env"],
    &["std", ":", ":", "process"],
    &["std", ":", ":", "thread"],
    &["std", ":", ":", "io"],
    &["fs", ":", ":"],
    &["SystemTime"],
    &["Instant", ":", ":", "now"],
    &["Timestamp", ":", ":", "now"],
    &["Zoned", ":", ":", "now"],
    &["TimeZone", ":", ":", "system"],
    &["rand", ":", ":"],
    &["now_v7"],
    &["new_v4"],
    &["println"],
    &["eprintln"],
];

fn pure_domain(tree: &Tree) -> Vec<Finding> {
    let domain = tree.rust_product().filter(|(path, _)| path.starts_with("crates/engawa-domain/"));
    let impure = |(path, tokens): (&str, Vec<Token>)| {
        let found = IMPURE.iter().flat_map(|pattern| {
            places(&tokens, pattern).map(|token| {
                Finding::new(path, token.line, format!("`{}` reaches outside", pattern.concat()))
            })
        });
        found.collect::<Vec<_>>()
    };
    domain.flat_map(impure).collect()
}

/// From the inside out; a crate may depend only on those before it.
const INSIDE_OUT: &[&str] = &[
    "engawa-domain",
    "engawa-packs",
    "engawa-words",
    "engawa-store",
    "engawa-book",
    "engawa-cli",
    "engawa-desktop",
];

fn one_way_crates(tree: &Tree) -> Vec<Finding> {
    let rank = |name: &str| INSIDE_OUT.iter().position(|one| *one == name);
    let mut findings = Vec::new();
    for (path, text) in tree.manifests() {
        let Some(own) = package_name(text).and_then(|name| rank(&name)) else {
            continue;
        };
        for name in dependencies(text) {
            if rank(&name).is_some_and(|other| other >= own) {
                findings.push(Finding::new(path, 0, format!("depends on `{name}`, which lies further out")));
            }
        }
    }
    findings
}

fn package_name(manifest: &str) -> Option<String> {
    let table: Table = manifest.parse().ok()?;
    Some(table.get("package")?.get("name")?.as_str()?.to_owned())
}

/// The names of all dependencies of a manifest but those of its tests.
fn dependencies(manifest: &str) -> Vec<String> {
    let Ok(table) = manifest.parse::<Table>() else {
        return Vec::new();
    };
    let mut names = Vec::new();
    for section in ["dependencies", "build-dependencies"] {
        names.extend(keys(table.get(section)));
    }
    let targets = table.get("target").and_then(Value::as_table);
    for target in targets.into_iter().flat_map(Table::values) {
        names.extend(keys(target.get("dependencies")));
    }
    names
}

fn keys(section: Option<&Value>) -> Vec<String> {
    section.and_then(Value::as_table).map(|table| table.keys().cloned().collect()).unwrap_or_default()
}

fn one_host_folder(tree: &Tree) -> Vec<Finding> {
    let elsewhere = tree.web_product().filter(|(path, _)| !path.starts_with("ui/src/host/"));
    let imports = |(path, text): (&str, &str)| {
        let code = web_source::read(text);
        let found = code.strings.iter().filter(|text| text.value.starts_with("@tauri-apps/"));
        found
            .map(|text| Finding::new(path, text.line, format!("imports `{}`", text.value)))
            .collect::<Vec<_>>()
    };
    let reaches_inside = |(path, text): (&str, &str)| {
        let code = web_source::read(text).code;
        web_source::lines_with(&code, "__TAURI")
            .map(|line| Finding::new(path, line, "reaches into the host"))
            .collect::<Vec<_>>()
    };
    elsewhere.flat_map(|file| [imports(file), reaches_inside(file)].concat()).collect()
}

/// What parts may import from beside themselves: words, the host's types, keys, the style.
const BENEATH_PARTS: &[&str] = &["parts", "words", "keys", "host", "style", "lib"];

fn parts_know_no_feature(tree: &Tree) -> Vec<Finding> {
    let parts = tree.web_product().filter(|(path, _)| path.starts_with("ui/src/parts/"));
    let imports = |(path, text): (&str, &str)| {
        let code = web_source::read(text);
        let found = code.strings.into_iter().filter(|text| is_feature_import(path, &text.value));
        found
            .map(|text| Finding::new(path, text.line, format!("imports `{}`", text.value)))
            .collect::<Vec<_>>()
    };
    parts.flat_map(imports).collect()
}

/// Whether an import from a file below `ui/src/parts/` leads into another folder of `ui/src` that parts may not know.
fn is_feature_import(path: &str, import: &str) -> bool {
    let below_parts = path.trim_start_matches("ui/src/parts/").matches('/').count();
    let mut rest = import;
    let mut ups = 0;
    while let Some(next) = rest.strip_prefix("../") {
        rest = next;
        ups += 1;
    }
    let from_src = if ups > below_parts {
        Some(rest)
    } else {
        import.strip_prefix("$src/").or_else(|| import.strip_prefix("$lib/"))
    };
    let folder = from_src.and_then(|rest| rest.split_once('/')).map(|(folder, _)| folder);
    folder.is_some_and(|folder| !BENEATH_PARTS.contains(&folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(check: fn(&Tree) -> Vec<Finding>, files: &[(&str, &str)]) -> usize {
        check(&Tree::of(files)).len()
    }

    #[test]
    fn sql_is_named_by_the_store_and_the_floor_only() {
        let manifest = "[dependencies]\nrusqlite = \"1\"";
        assert_eq!(
            count(
                one_sql_crate,
                &[("crates/engawa-store/Cargo.toml", manifest), ("tests/floor/Cargo.toml", manifest)]
            ),
            0
        );
        assert_eq!(count(one_sql_crate, &[("crates/engawa-book/Cargo.toml", manifest)]), 1);
        assert_eq!(
            count(one_sql_crate, &[("crates/engawa-book/src/lib.rs", "use rusqlite::Connection;")]),
            1
        );
        assert_eq!(
            count(
                one_sql_crate,
                &[("crates/engawa-book/src/lib.rs", "// rusqlite::Connection is not for us")]
            ),
            0
        );
    }

    #[test]
    fn a_database_is_opened_in_one_file_and_in_memory_anywhere() {
        let with_flags = "fn a() { Connection::open_with_flags(path, flags) }";
        let plainly = "fn a() { rusqlite::Connection::open(path) }";
        assert_eq!(count(one_way_to_a_file, &[("crates/engawa-store/src/file.rs", with_flags)]), 0);
        for elsewhere in [with_flags, plainly] {
            assert_eq!(count(one_way_to_a_file, &[("crates/engawa-store/src/open.rs", elsewhere)]), 1);
        }
        let in_memory = "fn a() { Connection::open_in_memory() }";
        assert_eq!(count(one_way_to_a_file, &[("crates/engawa-store/src/open.rs", in_memory)]), 0);
    }

    #[test]
    fn tauri_is_named_by_the_shell_and_the_floor_only() {
        let manifest = "[target.'cfg(windows)'.dependencies]\ntauri = \"2\"";
        assert_eq!(count(one_window_crate, &[("src-tauri/Cargo.toml", manifest)]), 0);
        assert_eq!(count(one_window_crate, &[("crates/engawa-cli/Cargo.toml", manifest)]), 1);
    }

    #[test]
    fn the_domain_may_not_read_a_file_or_the_clock_but_its_tests_may() {
        let domain = "crates/engawa-domain/src/day.rs";
        assert_eq!(count(pure_domain, &[(domain, "fn today() -> Day { jiff::Zoned::now().into() }")]), 1);
        assert_eq!(count(pure_domain, &[(domain, "use std::fs;")]), 1);
        assert_eq!(count(pure_domain, &[(domain, "#[cfg(test)] mod tests { use std::fs; }")]), 0);
        assert_eq!(count(pure_domain, &[("crates/engawa-book/src/lib.rs", "use std::fs;")]), 0);
    }

    #[test]
    fn the_store_may_not_depend_on_the_book() {
        let inward = "[package]\nname = \"engawa-book\"\n[dependencies]\nengawa-store = { path = \"\" }";
        let outward = "[package]\nname = \"engawa-store\"\n[dependencies]\nengawa-book = { path = \"\" }";
        assert_eq!(count(one_way_crates, &[("crates/engawa-book/Cargo.toml", inward)]), 0);
        assert_eq!(count(one_way_crates, &[("crates/engawa-store/Cargo.toml", outward)]), 1);
    }

    #[test]
    fn a_page_may_not_import_tauri_and_the_host_may() {
        let import = "import { invoke } from '@tauri-apps/api/core';";
        assert_eq!(count(one_host_folder, &[("ui/src/host/tauri.ts", import)]), 0);
        assert_eq!(count(one_host_folder, &[("ui/src/today/Today.svelte", import)]), 1);
        assert_eq!(count(one_host_folder, &[("ui/src/today/a.ts", "window.__TAURI__.core.invoke('x')")]), 1);
    }

    #[test]
    fn a_part_may_import_parts_and_words_but_no_feature() {
        let part = "ui/src/parts/badge/Badge.svelte";
        assert_eq!(
            count(
                parts_know_no_feature,
                &[(part, "import Icon from '../Icon.svelte'; import { t } from '../../words/t';")]
            ),
            0
        );
        assert_eq!(
            count(parts_know_no_feature, &[(part, "import { x } from '../../contracts/queries';")]),
            1
        );
    }
}
