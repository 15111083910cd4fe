//! The steps of `cargo xtask test`, quick ones first.
//!
//! Tauri and what hangs on it is compiled twice and no more: once as metadata for clippy, once for real in the release profile, which
//! the packages need in any case and which the tests of the shell, the bindings and the desk therefore use too (`app::features`);
//! for the first two our own crates beside it are left unoptimised (`app::ours_unoptimised`).
//! Everything else is tested in the dev profile, which compiles in a fraction of the time and checks arithmetic.

use std::process::Command;

use anyhow::Result;

use super::{Log, Step, ensure_tool};
use crate::{
    app::{self, Clock, Profile},
    command, repo,
};

/// All of them, in the order they run.
pub const STEPS: &[Step] = &[
    Step { name: "fmt", what: "Rust is formatted", after: None, act: fmt },
    Step { name: "tidy", what: "the laws of the house", after: None, act: tidy },
    Step {
        name: "ui-format",
        what: "the front end is formatted",
        after: None,
        act: |log| script(log, "format:check"),
    },
    Step { name: "ui-lint", what: "ESLint", after: None, act: |log| script(log, "lint") },
    Step {
        name: "ui-check",
        what: "TypeScript and Svelte types",
        after: None,
        act: |log| script(log, "check"),
    },
    Step {
        name: "ui-test",
        what: "unit tests of the front end",
        after: None,
        act: |log| script(log, "test"),
    },
    Step {
        name: "ui-build",
        what: "the pages, which the shell embeds",
        after: None,
        act: |log| app::pages(|command| log.run(command)),
    },
    Step { name: "clippy", what: "Rust lints, over everything", after: Some("ui-build"), act: clippy },
    Step { name: "crates", what: "unit and property tests, proofs, store", after: None, act: crates },
    Step { name: "docs", what: "examples in documentation", after: Some("crates"), act: doc_tests },
    Step {
        name: "journeys",
        what: "whole stories through the book and the command line",
        after: None,
        act: |log| tests_of(log, "engawa-journeys"),
    },
    Step {
        name: "faults",
        what: "kills, power cuts, full and failing disks, broken files",
        after: None,
        act: |log| tests_of(log, "engawa-faults"),
    },
    Step {
        name: "fuzz",
        what: "whatever reads something from outside, given its corpus and some thousands of inputs nearly like it",
        after: None,
        act: |log| tests_of(log, "engawa-fuzz"),
    },
    Step { name: "build", what: "the app as it is shipped", after: Some("ui-build"), act: build },
    Step {
        name: "package",
        what: "the .deb installs, starts, and leaves the book when removed; the .rpm holds the same",
        after: Some("build"),
        act: |log| tool(log, &["dist", "--check"]),
    },
    Step {
        name: "codegen",
        what: "generated files are current",
        after: Some("build"),
        act: |log| tool(log, &["codegen", "--check"]),
    },
    Step { name: "shell", what: "tests of the desktop shell", after: Some("build"), act: shell },
    Step { name: "desk", what: "the real app in a real window", after: Some("build"), act: desk },
];

/// This very tool, with another verb.
fn tool(log: &Log, arguments: &[&str]) -> Result<()> {
    log.run(Command::new(std::env::current_exe()?).args(arguments).current_dir(repo::root()))
}

/// A script of `ui/package.json`.
fn script(log: &Log, name: &str) -> Result<()> {
    log.run(command::npm().args(["run", "--silent", name]))
}

fn fmt(log: &Log) -> Result<()> {
    ensure_tool("rustfmt", "rustup component add rustfmt")?;
    log.run(command::cargo().args(["fmt", "--all", "--check"]))
}

fn tidy(log: &Log) -> Result<()> {
    tool(log, &["tidy"])?;
    // Tidy has read deny.toml itself; cargo-deny reads more closely, where it is installed. Its advisories alone need a network.
    if command::on_path("cargo-deny") {
        log.run(command::cargo().args(["deny", "--offline", "check", "bans", "licenses", "sources"]))?;
    }
    Ok(())
}

fn clippy(log: &Log) -> Result<()> {
    ensure_tool("cargo-clippy", "rustup component add clippy")?;
    log.run(command::cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "engawa-desktop/custom-protocol,engawa-floor/custom-protocol",
        "--",
        "-D",
        "warnings",
    ]))
}

/// What `crates` leaves to other steps: everything with Tauri in it, and the suites that have a step of their own.
const NOT_IN_CRATES: &[&str] =
    &["engawa-desktop", "engawa-floor", "engawa-desk", "engawa-journeys", "engawa-faults", "engawa-fuzz"];

fn crates(log: &Log) -> Result<()> {
    let mut cargo = runner();
    cargo.arg("--workspace");
    for package in NOT_IN_CRATES {
        cargo.args(["--exclude", package]);
    }
    log.run(&mut cargo)
}

fn doc_tests(log: &Log) -> Result<()> {
    let mut cargo = command::cargo();
    cargo.args(["test", "--doc", "--workspace"]);
    for package in NOT_IN_CRATES {
        cargo.args(["--exclude", package]);
    }
    log.run(&mut cargo)
}

fn tests_of(log: &Log, package: &str) -> Result<()> {
    log.run(runner().args(["--package", package]))
}

fn build(log: &Log) -> Result<()> {
    log.run(&mut app::cargo_build(Profile::Release, Clock::System))
}

fn shell(log: &Log) -> Result<()> {
    let mut cargo = runner();
    cargo.args(["--package", "engawa-desktop", "--release", "--features", app::features(Clock::System)]);
    log.run(app::ours_unoptimised(&mut cargo)?)
}

fn desk(log: &Log) -> Result<()> {
    log.run(&mut app::cargo_build(Profile::Release, Clock::Test))?;
    let programs = app::keep(Profile::Release, Clock::Test)?;
    let mut cargo = runner();
    cargo.args(["--package", "engawa-desk"]);
    cargo.env("ENGAWA_APP", programs.app).env("ENGAWA_CLI", programs.cli);
    log.run(&mut cargo)
}

/// cargo-nextest where it is installed, since it runs tests side by side and names the slow ones; `cargo test` where it is not.
pub fn runner() -> Command {
    let mut cargo = command::cargo();
    if command::on_path("cargo-nextest") {
        cargo.args(["nextest", "run", "--no-fail-fast", "--no-tests", "pass"]);
    } else {
        cargo.args(["test", "--no-fail-fast", "--tests"]);
    }
    cargo
}
