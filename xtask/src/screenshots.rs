//! `cargo xtask screenshots`: the pictures of the README, from the real window on the day of the samples.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::{
    Arguments,
    app::{self, Clock, Profile},
    command, repo,
    setup::{self, Group},
};

/// A README is read over slow lines, too.
const MOST_BYTES: u64 = 200_000;

/// The verb.
pub fn act(mut arguments: Arguments) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    setup::machine(&[Group::Build, Group::Display, Group::Tests])?;
    setup::front_end()?;
    let programs = app::build(Profile::Release, Clock::Test)?;
    let folder = repo::root().join("docs/pictures");
    let mut take = command::cargo();
    take.args(["run", "--quiet", "--package", "engawa-desk", "--bin", "pictures", "--"]).arg(&folder);
    command::run(take.env("ENGAWA_APP", programs.app))?;
    for picture in fs::read_dir(&folder).context("no picture was taken")? {
        let picture = picture?;
        let bytes = picture.metadata()?.len();
        if bytes > MOST_BYTES {
            bail!("{} has {bytes} bytes, more than {MOST_BYTES}", picture.path().display());
        }
    }
    Ok(())
}
