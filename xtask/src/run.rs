//! `cargo xtask run`: from a fresh clone to the open window.

use std::{ffi::OsString, path::Path, process::Command, time::Duration};

use anyhow::{Context, Result, ensure};

use crate::{
    Arguments,
    app::{self, Profile},
    command::{self, Companion},
    display::{self, Desktop},
    repo,
    setup::{self, Group},
};

/// The verb.
pub fn act(mut arguments: Arguments) -> Result<()> {
    let mut profile = Profile::Release;
    let mut passed_on: Vec<OsString> = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("sample") => passed_on.push("--sample".into()),
            lexopt::Arg::Long("dev") => profile = Profile::Dev,
            lexopt::Arg::Value(word) => {
                passed_on.push(word);
                passed_on.extend(arguments.raw_args()?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let unseen = !display::is_there();
    setup::machine(if unseen {
        &[Group::Build, Group::Display]
    } else {
        &[Group::Build]
    })?;
    setup::front_end()?;
    let app = app::build(profile)?.app;
    if unseen {
        without_display(&app, &passed_on)
    } else {
        command::run(Command::new(app).args(passed_on))
    }
}

/// Opens the app on a display of our own, keeps a picture of it and closes it.
fn without_display(app: &Path, arguments: &[OsString]) -> Result<()> {
    println!("There is no display here: the app runs on an invisible one, and a screenshot of it is kept.");
    let picture = repo::scratch()?.join("run.png");
    let desktop = Desktop::start()?;
    let mut command = Command::new(app);
    let mut running = Companion::start("the app", desktop.place(command.args(arguments)))?;
    let window = desktop.wait_for_painted_window(&mut running, &picture)?;
    desktop.close(&window)?;
    let ended = command::wait_for("the app to close", Duration::from_secs(20), || {
        Ok(running.child.try_wait()?)
    })
    .context("its window was closed as a user would")?;
    ensure!(ended.success(), "the app closed with {ended}");
    println!(
        "The window opened, was painted and closed well. Screenshot: {}",
        picture.display()
    );
    Ok(())
}
