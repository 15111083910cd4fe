//! The steps of `cargo xtask test`, quick ones first.
//!
//! The libraries of others are compiled twice and no more: once as metadata for clippy, once for real in the release profile, which the
//! packages need in any case (`compiled`). Our own crates are compiled twice too: quickly and with every check for the tests, and as they
//! are shipped.

use std::process::Command;

use anyhow::Result;

use super::{Log, Step, compiled, ensure_tool};
use crate::{
    app::{self, Clock, Profile},
    command, repo,
};

/// All of them, in the order they run.
pub const STEPS: &[Step] = &[
    Step { name: "fmt", what: "Rust is formatted", after: None, act: fmt },
    Step { name: "tidy", what: "the laws of the house", after: None, act: tidy },
    Step {
        name: "xtask",
        what: "tests of this very tool",
        after: None,
        act: |log| log.run(&mut compiled::tests_of_this_tool()),
    },
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
    Step {
        name: "crates",
        what: "unit and property tests, proofs, store",
        after: Some("ui-build"),
        act: |log| rust(log, compiled::tests_but(WITH_A_STEP)?),
    },
    Step {
        name: "docs",
        what: "examples in documentation",
        after: Some("crates"),
        act: |log| rust(log, compiled::examples()?),
    },
    Step {
        name: "journeys",
        what: "whole stories through the book and the command line",
        after: None,
        act: |log| rust(log, compiled::tests_of(&["engawa-journeys"])?),
    },
    Step {
        name: "faults",
        what: "kills, power cuts, full and failing disks, broken files",
        after: None,
        act: |log| rust(log, compiled::tests_of(&["engawa-faults"])?),
    },
    Step {
        name: "fuzz",
        what: "whatever reads something from outside, given its corpus and some thousands of inputs nearly like it",
        after: None,
        act: |log| rust(log, compiled::tests_of(&["engawa-fuzz"])?),
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
    Step {
        name: "shell",
        what: "tests of the desktop shell",
        after: Some("ui-build"),
        act: |log| rust(log, compiled::tests_of(&["engawa-desktop"])?),
    },
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

/// A command that compiles everything, the shell among it, which holds the pages.
fn rust(log: &Log, mut command: Command) -> Result<()> {
    app::pages(|build| log.run(build))?;
    log.run(&mut command)
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
    rust(log, compiled::lints()?)
}

/// What `crates` leaves to other steps.
const WITH_A_STEP: &[&str] =
    &["engawa-desktop", "engawa-desk", "engawa-journeys", "engawa-faults", "engawa-fuzz"];

fn build(log: &Log) -> Result<()> {
    log.run(&mut app::cargo_build(Profile::Release, Clock::System))
}

fn desk(log: &Log) -> Result<()> {
    log.run(&mut app::cargo_build(Profile::Release, Clock::Test))?;
    let programs = app::keep(Profile::Release, Clock::Test)?;
    let mut tests = compiled::tests_of(&["engawa-desk"])?;
    tests.env("ENGAWA_APP", programs.app).env("ENGAWA_CLI", programs.cli);
    rust(log, tests)
}
