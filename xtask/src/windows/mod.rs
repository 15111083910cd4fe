//! `cargo xtask windows`: the app compiled for Windows, and as much of it as Wine can run, on Linux.
//!
//! It shows that every line for Windows compiles, and that the book, the command line and the shell's own code do on Windows' calls
//! what their tests say. It does not show the window: Wine has no WebView2. It is no step of `cargo xtask test`, which it would make
//! twice as long.

mod toolchain;

use anyhow::{Result, ensure};

use self::toolchain::Toolchain;
use crate::{
    Arguments, app,
    app::Clock,
    command, home,
    setup::{self, Group},
    test::{self, Log, Step},
};

/// The crates that touch the system.
const SYSTEM: &[&str] = &["store", "book", "cli"];
/// The one that uses them as a user does.
const JOURNEYS: &[&str] = &["journeys"];

/// In the order they run.
pub const STEPS: &[Step] = &[
    Step {
        name: "win-build",
        what: "the app and the command line tool for Windows",
        after: None,
        act: |log| {
            log.run(compiled(&Toolchain::ready()?, "build").args(["--bin", "engawa", "--bin", "engawa-cli"]))
        },
    },
    Step {
        name: "win-clippy",
        what: "Rust lints, over what is compiled for Windows",
        after: None,
        act: |log| {
            let mut clippy = compiled(&Toolchain::ready()?, "clippy");
            clippy.args(packages(SYSTEM)).args(packages(JOURNEYS));
            log.run(clippy.args(["--all-targets", "--", "-D", "warnings"]))
        },
    },
    Step {
        name: "win-crates",
        what: "unit and property tests of what touches the system, in Wine",
        after: None,
        act: |log| tests_of(log, SYSTEM),
    },
    Step {
        name: "win-journeys",
        what: "whole stories through the book and the command line, in Wine",
        after: None,
        act: |log| tests_of(log, JOURNEYS),
    },
    Step {
        name: "win-story",
        what: "the command line tool on drive C:, in Wine",
        after: Some("win-build"),
        act: story,
    },
    Step { name: "win-shell", what: "tests of the desktop shell, in Wine", after: None, act: shell },
];

/// The verb.
pub fn act(arguments: Arguments) -> Result<()> {
    let Some(chosen) = test::chosen(arguments, STEPS)? else { return Ok(()) };
    ensure!(cfg!(target_os = "linux"), "this is for Linux: on Windows itself there is `cargo xtask test`");
    setup::machine(&[Group::Build, Group::Windows])?;
    setup::front_end()?;
    app::pages(command::run)?;
    test::run(&chosen, "windows")
}

/// The two programs, however they are compiled.
fn compiled(toolchain: &Toolchain, verb: &str) -> std::process::Command {
    let mut cargo = toolchain.cargo(verb);
    cargo.args(app::PACKAGES).args(["--features", app::features(Clock::System)]);
    cargo
}

fn packages(crates: &'static [&'static str]) -> impl Iterator<Item = String> {
    crates.iter().map(|name| format!("--package=engawa-{name}"))
}

fn tests_of(log: &Log, crates: &'static [&'static str]) -> Result<()> {
    let mut cargo = Toolchain::ready()?.cargo("test");
    cargo.args(["--no-fail-fast", "--tests"]);
    log.run(cargo.args(packages(crates)))
}

/// The library alone: its programs open windows.
fn shell(log: &Log) -> Result<()> {
    let mut cargo = Toolchain::ready()?.cargo("test");
    cargo.args(["--no-fail-fast", "--package", "engawa-desktop", "--lib"]);
    log.run(cargo.args(["--features", app::features(Clock::System)]))
}

/// What a day with the program needs, in a folder whose name is none of the code page's.
fn story(log: &Log) -> Result<()> {
    const FOLDER: &str = "縁側 試し";
    let toolchain = Toolchain::ready()?;
    home::fresh(&toolchain.drive_c().join(FOLDER))?;
    let within = |name: &str| format!("C:\\{FOLDER}\\{name}");
    let (book, export) = (within("帳"), within("書き出し.json"));
    let (program, other) = (toolchain.program("engawa-cli"), within("別の帳"));
    let say = |book: &str, words: &[&str]| {
        log.run(toolchain.wine(&program).args(words).env("ENGAWA_BOOK", book).env_remove("ENGAWA_NOW"))
    };
    for words in
        [&["sample"][..], &["check"], &["standing"], &["backup"], &["export", &export], &["verify", &book]]
    {
        say(&book, words)?;
    }
    say(&other, &["import", &export])?;
    say(&other, &["check"])
}
