//! How the tests are compiled: together, in the profile of the app, and beside its libraries.
//!
//! Cargo settles the features of the libraries that packages share by the packages that are selected together, and a library with other
//! features is another library: it is compiled once more, with everything above it. So each step selects the same packages, whichever
//! of them it runs, and the libraries of others are compiled once, for the tests and for the app. (Tauri is the exception: the tests
//! of the shell need its feature `test`.) Our own crates are compiled quickly and checked: see [`app::ours_checked`].

use std::process::Command;

use anyhow::Result;

use crate::{
    app::{self, Clock},
    command,
};

/// The packages that are not among them: this tool, which turns on a feature of a library of the app and is compiled in another profile
/// anyway, and one that is measured and not tested.
const APART: &[&str] = &["xtask", "engawa-floor"];

/// Runs the tests of these packages.
pub fn tests_of(packages: &[&str]) -> Result<Command> {
    let mut cargo = runner();
    cargo.arg("--release");
    if is_nextest() {
        select_all(&mut cargo);
        let these: Vec<String> = packages.iter().map(|name| format!("package(={name})")).collect();
        cargo.args(["--filter-expr", &these.join(" + ")]);
    } else {
        // `cargo test` cannot select more packages than it runs: more is compiled, and the same is tested.
        cargo.args(packages.iter().map(|name| format!("--package={name}")));
    }
    app::ours_checked(&mut cargo)?;
    Ok(cargo)
}

/// Runs the tests of all packages but these, and but those that are tested by themselves.
pub fn tests_but(packages: &[&str]) -> Result<Command> {
    let ours = app::ours()?;
    let others: Vec<&str> = ours
        .iter()
        .map(String::as_str)
        .filter(|name| !packages.contains(name) && !APART.contains(name))
        .collect();
    tests_of(&others)
}

/// Runs the tests of this tool, in the profile in which it runs.
pub fn tests_of_this_tool() -> Command {
    let mut cargo = runner();
    cargo.args(["--package", "xtask"]);
    cargo
}

/// Runs the examples that stand in documentation.
pub fn examples() -> Result<Command> {
    let mut cargo = command::cargo();
    cargo.args(["test", "--doc", "--release"]);
    select_all(&mut cargo);
    app::ours_checked(&mut cargo)?;
    Ok(cargo)
}

/// Looks over all targets of all packages.
pub fn lints() -> Result<Command> {
    let mut cargo = command::cargo();
    cargo.args(["clippy", "--release", "--workspace", "--all-targets"]);
    cargo.args(["--features", app::features(Clock::System), "--features", "engawa-floor/custom-protocol"]);
    app::ours_checked(&mut cargo)?;
    cargo.args(["--", "-D", "warnings"]);
    Ok(cargo)
}

fn select_all(cargo: &mut Command) {
    cargo.arg("--workspace");
    for package in APART {
        cargo.args(["--exclude", package]);
    }
    cargo.args(["--features", app::features(Clock::System)]);
}

/// cargo-nextest where it is installed, since it runs tests side by side and names the slow ones; `cargo test` where it is not.
fn runner() -> Command {
    let mut cargo = command::cargo();
    if is_nextest() {
        cargo.args(["nextest", "run", "--no-fail-fast", "--no-tests", "fail", "--failure-output", "final"]);
    } else {
        cargo.args(["test", "--no-fail-fast", "--tests"]);
    }
    cargo
}

fn is_nextest() -> bool {
    command::on_path("cargo-nextest")
}
