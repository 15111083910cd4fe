//! `cargo xtask faults`: the fault suite with its large counts, and the document that says what it found.

use std::{env::consts::EXE_SUFFIX, process::Command};

use anyhow::{Result, ensure};

use crate::{
    Arguments, app, command, home, repo,
    setup::{self, Group},
    test,
};

/// The verb.
pub fn act(mut arguments: Arguments) -> Result<()> {
    let mut percent: u32 = 100;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("percent") => percent = arguments.value()?.to_string_lossy().parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    ensure!((1..=1_000).contains(&percent), "between 1 and 1,000 percent of the counts");
    setup::machine(&[Group::Build, Group::Tests])?;
    setup::front_end()?;
    // The tests are compiled together with those of the shell, which holds the pages.
    app::pages(command::run)?;
    let records = repo::scratch()?.join("faults");
    home::fresh(&records)?;
    let percent = percent.to_string();
    let mut tests = test::tests_of(&["engawa-faults"])?;
    command::run(tests.env("ENGAWA_FAULTS", &percent).env("ENGAWA_FAULTS_RECORDS", &records))?;
    // Compiled with the tests, as each program of a tested package is.
    let mut table = Command::new(repo::target()?.join("release").join(format!("fault-table{EXE_SUFFIX}")));
    table.arg(&records).arg(repo::root().join("docs/reliability.md"));
    command::run(table.env("ENGAWA_FAULTS", &percent))?;
    println!("wrote docs/reliability.md");
    Ok(())
}
