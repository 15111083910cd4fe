//! What the laws look at: the text of every file of ours, and what cargo says about the crates behind it.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result, ensure};

use super::rust::{self, Token};
use crate::{command, repo};

/// A crate that ends up in a program of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crate {
    /// As in the registry.
    pub name: String,
    /// An SPDX expression, empty when the crate does not say.
    pub license: String,
}

/// The repository at one moment.
#[derive(Debug, Default)]
pub struct Tree {
    files: BTreeMap<String, String>,
    /// Every crate compiled into the app or the command line tool, on any of the systems of `deny.toml`.
    pub crates: Vec<Crate>,
    /// Folders of this very machine that no committed file may name.
    pub private_folders: Vec<String>,
}

/// Larger files are data or pictures; no law reads them.
const LARGEST: u64 = 2 << 20;

impl Tree {
    /// Reads it from the disk.
    pub fn load() -> Result<Self> {
        let root = repo::root();
        let mut files = BTreeMap::new();
        for path in repo::files(&root, "")? {
            let file = root.join(&path);
            if fs::metadata(&file)?.len() > LARGEST {
                continue;
            }
            // Not text, not for us.
            if let Ok(text) =
                String::from_utf8(fs::read(&file).with_context(|| format!("cannot read {path}"))?)
            {
                files.insert(path, text);
            }
        }
        let home = std::env::var("HOME").ok().filter(|home| home.len() > 1);
        let private_folders = home.into_iter().chain([root.to_string_lossy().into_owned()]).collect();
        Ok(Self { crates: crates(&systems(&files)?)?, files, private_folders })
    }

    /// A tree of a test.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        Self { files, ..Self::default() }
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// All files that `choose` takes, with their text.
    pub fn files(&self, choose: impl Fn(&str) -> bool) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .filter(move |(path, _)| choose(path))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The product's own Rust, as tokens, without its tests and without comments.
    pub fn rust_product(&self) -> impl Iterator<Item = (&str, Vec<Token>)> {
        let tests: Vec<String> =
            self.files(is_rust_product).flat_map(|(path, text)| rust::test_files(path, text)).collect();
        self.files(is_rust_product)
            .filter(move |(path, _)| !tests.iter().any(|test| path.starts_with(test.as_str())))
            .map(|(path, text)| (path, rust::product_tokens(text)))
    }

    /// The product's own TypeScript and Svelte, without tests and without what is generated.
    pub fn web_product(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files(|path| {
            let code = [".ts", ".svelte", ".js"].iter().any(|end| path.ends_with(end));
            code && path.starts_with("ui/src/") && !is_web_test(path) && !is_generated(path)
        })
    }

    /// The manifests of the workspace's members and of the workspace.
    pub fn manifests(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files(|path| path == "Cargo.toml" || path.ends_with("/Cargo.toml"))
    }
}

/// Whether a Rust file is part of what is shipped.
fn is_rust_product(path: &str) -> bool {
    let shipped = path.starts_with("crates/") || path.starts_with("src-tauri/");
    let in_src = path.contains("/src/") || path.ends_with("/build.rs");
    shipped
        && in_src
        && path.ends_with(".rs")
        && !path.contains("/tests/")
        && !path.ends_with("/tests.rs")
        && !path.ends_with("_tests.rs")
}

/// Whether a front-end file is a test or helps tests.
fn is_web_test(path: &str) -> bool {
    [".test.ts", ".spec.ts", ".test.svelte"].iter().any(|end| path.ends_with(end))
        || path.contains("/testing/")
        || path.contains("/tests/")
}

/// Whether `cargo xtask codegen` writes the file.
fn is_generated(path: &str) -> bool {
    crate::codegen::GENERATORS.iter().any(|generator| path.starts_with(generator.place))
}

/// The systems the app is made for.
fn systems(files: &BTreeMap<String, String>) -> Result<Vec<String>> {
    let rules: toml::Table = files.get("deny.toml").context("deny.toml is missing")?.parse()?;
    let targets = rules.get("graph").and_then(|graph| graph.get("targets")).and_then(toml::Value::as_array);
    let names = targets
        .into_iter()
        .flatten()
        .filter_map(|target| target.as_str().map(str::to_owned))
        .collect::<Vec<_>>();
    ensure!(!names.is_empty(), "deny.toml names no targets");
    Ok(names)
}

/// Asks cargo which crates the two programs are made of.
fn crates(systems: &[String]) -> Result<Vec<Crate>> {
    let mut crates = Vec::new();
    for system in systems {
        let mut cargo = command::cargo();
        cargo.args(["tree", "--quiet", "--package", "engawa-desktop", "--package", "engawa-cli"]);
        cargo.args([
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--no-dedupe",
            "--format",
            "{p}\t{l}",
            "--target",
            system,
        ]);
        crates.extend(command::output(&mut cargo)?.lines().filter_map(crate_of));
    }
    crates.sort_by(|one, other| one.name.cmp(&other.name));
    crates.dedup();
    Ok(crates)
}

fn crate_of(line: &str) -> Option<Crate> {
    let (package, license) = line.split_once('\t')?;
    let name = package.split(' ').next()?;
    Some(Crate { name: name.to_owned(), license: license.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_cargo_tree_gives_name_and_licence() {
        let expected = Crate { name: "serde".into(), license: "MIT OR Apache-2.0".into() };
        assert_eq!(crate_of("serde v1.0.229\tMIT OR Apache-2.0"), Some(expected));
        assert_eq!(crate_of(""), None, "an empty line stands between two trees");
    }

    #[test]
    fn tests_beside_the_code_and_whole_test_modules_are_not_product() {
        let tree = Tree::of(&[
            ("crates/a/src/lib.rs", "fn one() {} #[cfg(test)] mod samples;"),
            ("crates/a/src/samples.rs", "fn two() {}"),
            ("crates/a/tests/three.rs", "fn three() {}"),
            ("tests/journeys/src/lib.rs", "fn four() {}"),
        ]);
        let product: Vec<&str> = tree.rust_product().map(|(path, _)| path).collect();
        assert_eq!(product, ["crates/a/src/lib.rs"]);
    }
}
