//! What comes from outside: crates, npm packages, and what must not slip into the repository.

use serde_json::Value as Json;
use toml::{Table, Value};

use super::{Finding, Law, Tree};

/// The laws of this file.
pub const LAWS: &[Law] = &[
    Law {
        name: "no-network-client",
        why: "no HTTP client in the tree: what is not there cannot send anything (the list is in deny.toml)",
        check: no_network_client,
    },
    Law {
        name: "known-licences",
        why: "every crate of the app may be passed on under its licence (the list is in deny.toml)",
        check: known_licences,
    },
    Law {
        name: "one-registry",
        why: "crates come from crates.io with a checksum, npm packages with an integrity hash: the same bytes for everybody",
        check: one_registry,
    },
    Law {
        name: "members-say-what-for",
        why: "every member of the workspace and every dependency has its reason beside it",
        check: members_say_what_for,
    },
    Law {
        name: "no-private-folder",
        why: "no file names a folder of somebody's machine",
        check: no_private_folder,
    },
];

const RULES: &str = "deny.toml";

fn rules(tree: &Tree) -> Table {
    tree.text(RULES).and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// The texts, or the `name`s of the tables, in a list of `deny.toml`.
fn listed(rules: &Table, section: &str, list: &str) -> Vec<String> {
    let entries = rules.get(section).and_then(|section| section.get(list)).and_then(Value::as_array);
    let name = |entry: &Value| entry.as_str().or_else(|| entry.get("name")?.as_str()).map(str::to_owned);
    entries.into_iter().flatten().filter_map(name).collect()
}

fn no_network_client(tree: &Tree) -> Vec<Finding> {
    let banned = listed(&rules(tree), "bans", "deny");
    if banned.is_empty() {
        return vec![Finding::new(RULES, 0, "bans nothing")];
    }
    let found = tree.crates.iter().filter(|one| banned.contains(&one.name));
    found
        .map(|one| {
            Finding::new(
                "Cargo.lock",
                0,
                format!("`{}` is part of the app: cargo tree --invert {}", one.name, one.name),
            )
        })
        .collect()
}

fn known_licences(tree: &Tree) -> Vec<Finding> {
    let allowed = listed(&rules(tree), "licenses", "allow");
    let refused = tree.crates.iter().filter(|one| !is_allowed(&one.license, &allowed));
    refused
        .map(|one| Finding::new("Cargo.lock", 0, format!("`{}` is under `{}`", one.name, one.license)))
        .collect()
}

/// Whether an SPDX expression can be met with allowed licences only. `OR` binds weaker than `AND`; the old `/` means `OR`.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.replace('/', " OR ");
    let spaced = expression.replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let met = any_of(&mut rest, allowed);
    met && rest.is_empty() && !words.is_empty()
}

fn any_of(rest: &mut &[&str], allowed: &[String]) -> bool {
    let mut met = all_of(rest, allowed);
    while let ["OR", after @ ..] = rest {
        *rest = after;
        met |= all_of(rest, allowed);
    }
    met
}

fn all_of(rest: &mut &[&str], allowed: &[String]) -> bool {
    let mut met = one_of(rest, allowed);
    while let ["AND", after @ ..] = rest {
        *rest = after;
        met &= one_of(rest, allowed);
    }
    met
}

fn one_of(rest: &mut &[&str], allowed: &[String]) -> bool {
    let is_listed = |name: &str| allowed.iter().any(|one| one == name);
    match *rest {
        ["(", inside @ ..] => {
            *rest = inside;
            let met = any_of(rest, allowed);
            *rest = rest.strip_prefix(&[")"]).unwrap_or_default();
            met
        }
        [name, "WITH", exception, after @ ..] => {
            *rest = after;
            is_listed(&format!("{name} WITH {exception}"))
        }
        [name, after @ ..] => {
            *rest = after;
            is_listed(name)
        }
        [] => false,
    }
}

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

fn one_registry(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let lock: Table = tree.text("Cargo.lock").and_then(|text| text.parse().ok()).unwrap_or_default();
    for package in lock.get("package").and_then(Value::as_array).into_iter().flatten() {
        let field = |name: &str| package.get(name).and_then(Value::as_str);
        let name = field("name").unwrap_or_default();
        match field("source") {
            None => {}
            Some(CRATES_IO) if field("checksum").is_some() => {}
            Some(source) => {
                findings.push(Finding::new("Cargo.lock", 0, format!("`{name}` comes from {source}")));
            }
        }
    }
    for (path, text) in tree.files(|path| path.ends_with("package-lock.json")) {
        let Ok(lock) = text.parse::<Json>() else { continue };
        for (name, package) in
            lock["packages"].as_object().into_iter().flatten().filter(|(name, _)| !name.is_empty())
        {
            if package["integrity"].is_null() && package["link"].is_null() && package["inBundle"].is_null() {
                findings.push(Finding::new(path, 0, format!("`{name}` has no integrity hash")));
            }
            let from = package["resolved"].as_str().unwrap_or_default();
            if !from.is_empty() && !from.starts_with("https://registry.npmjs.org/") {
                findings.push(Finding::new(path, 0, format!("`{name}` comes from {from}")));
            }
        }
    }
    findings
}

fn members_say_what_for(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.manifests() {
        let mut section = "";
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.starts_with('[') {
                section = line;
                continue;
            }
            let is_member = path == "Cargo.toml" && section == "[workspace]" && line.starts_with('"');
            // A shared version carries its reason in the workspace's manifest, for all who use it.
            let is_outside = section.ends_with("dependencies]")
                && line.contains('=')
                && !line.contains("workspace = true")
                && !line.contains(".workspace")
                && !line.contains("path = ");
            let says = line.contains('#');
            if (is_member || is_outside) && !says {
                findings.push(Finding::new(path, at + 1, format!("`{line}` gives no reason")));
            }
        }
    }
    findings
}

fn no_private_folder(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.files(|_| true) {
        for (at, line) in text.lines().enumerate() {
            let named = tree.private_folders.iter().find(|folder| names_folder(line, folder));
            findings.extend(named.map(|folder| Finding::new(path, at + 1, format!("names {folder}"))));
        }
    }
    findings
}

/// Whether the folder stands there from its beginning, and not as a part of a longer name.
fn names_folder(line: &str, folder: &str) -> bool {
    let is_part_of_name = |letter: char| letter.is_alphanumeric() || "-_.".contains(letter);
    line.match_indices(folder).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + folder.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(is_part_of_name) && !after.is_some_and(is_part_of_name)
    })
}

#[cfg(test)]
mod tests {
    use super::{super::tree::Crate, *};

    const DENY: &str = "[bans]\ndeny = [{ name = \"reqwest\" }]\n[licenses]\nallow = [\"MIT\", \"Apache-2.0\", \"Apache-2.0 WITH LLVM-exception\"]";

    fn with_crate(name: &str, license: &str) -> Tree {
        let mut tree = Tree::of(&[("deny.toml", DENY)]);
        tree.crates.push(Crate { name: name.into(), license: license.into() });
        tree
    }

    #[test]
    fn a_network_client_in_the_tree_is_refused_and_an_empty_list_too() {
        assert_eq!(no_network_client(&with_crate("reqwest", "MIT")).len(), 1);
        assert_eq!(no_network_client(&with_crate("serde", "MIT")).len(), 0);
        assert_eq!(no_network_client(&Tree::of(&[])).len(), 1, "a lost deny.toml must not pass");
    }

    #[test]
    fn licences_are_read_as_expressions() {
        let refused = |license: &str| known_licences(&with_crate("a", license)).len();
        for fine in [
            "MIT",
            "MIT OR GPL-3.0",
            "MIT/Apache-2.0",
            "(MIT OR GPL-3.0) AND Apache-2.0",
            "Apache-2.0 WITH LLVM-exception OR X",
        ] {
            assert_eq!(refused(fine), 0, "{fine}");
        }
        for bad in ["GPL-3.0", "MIT AND GPL-3.0", "", "MIT WITH LLVM-exception", "MIT )"] {
            assert_eq!(refused(bad), 1, "{bad}");
        }
    }

    #[test]
    fn a_crate_from_git_and_a_package_from_elsewhere_are_refused() {
        let cargo =
            "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"git+https://example.com/a\"\n";
        assert_eq!(one_registry(&Tree::of(&[("Cargo.lock", cargo)])).len(), 1);
        let npm = r#"{"packages": {"": {}, "node_modules/a": {"resolved": "https://mirror.example/a.tgz", "integrity": "sha512-x"}, "node_modules/b": {"integrity": "sha512-x"}, "node_modules/c": {}}}"#;
        assert_eq!(one_registry(&Tree::of(&[("ui/package-lock.json", npm)])).len(), 2);
    }

    #[test]
    fn a_member_and_a_dependency_without_a_reason_are_refused() {
        let workspace = "[workspace]\nmembers = [\n\"crates/a\", # what for\n\"crates/b\",\n]\n";
        assert_eq!(members_say_what_for(&Tree::of(&[("Cargo.toml", workspace)])).len(), 1);
        let manifest =
            "[dependencies]\nserde.workspace = true\nlibc = \"1\"\nregex = \"1\" # finds contact data\n";
        assert_eq!(members_say_what_for(&Tree::of(&[("crates/a/Cargo.toml", manifest)])).len(), 1);
    }

    #[test]
    fn a_folder_of_somebodys_machine_is_refused() {
        let with_line = |line: &str| {
            let mut tree = Tree::of(&[("docs/a.md", line)]);
            tree.private_folders.push("/home/mei".into());
            no_private_folder(&tree).len()
        };
        assert_eq!(with_line("see /home/mei/engawa"), 1);
        assert_eq!(with_line("see `/home/mei`"), 1);
        assert_eq!(with_line("see /home/meiko/engawa and ~/engawa"), 0);
    }
}
