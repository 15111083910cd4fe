//! `cargo xtask bench`: builds the app, its floors and the program that measures them (`tests/bench`), and starts that.

use std::{ffi::OsString, process::Command};

use anyhow::Result;

use crate::{
    Arguments,
    app::{self, Clock, Profile},
    command, repo,
    setup::{self, Group},
};

/// The verb.
pub fn act(mut arguments: Arguments) -> Result<()> {
    let passed_on: Vec<OsString> = arguments.raw_args()?.collect();
    setup::machine(&[Group::Build, Group::Display, Group::Tests])?;
    setup::front_end()?;
    // As it is shipped: what is measured is what people get.
    let programs = app::build(Profile::Release, Clock::System)?;
    command::run(
        command::cargo()
            .args(["build", "--release", "--package", "engawa-floor", "--bins"])
            .args(["--features", "engawa-floor/custom-protocol"]),
    )?;
    command::run(command::cargo().args(["build", "--release", "--package", "engawa-bench"]))?;
    let built = repo::target()?.join("release");
    // On the disk of the repository: a folder for passing files may be kept in memory, where a commit costs nothing.
    let mut bench = Command::new(built.join("engawa-bench"));
    bench.arg("--floors").arg(&built);
    bench.arg("--folder").arg(repo::scratch()?.join("bench"));
    bench.arg("--document").arg(repo::root().join("docs/performance.md"));
    command::run(bench.args(passed_on).env("ENGAWA_APP", programs.app))
}
