//! `cargo xtask run`: from a fresh clone to the open window.

use std::{ffi::OsString, path::Path, process::Command, time::Duration};

use anyhow::Result;

use crate::{
    Arguments,
    app::{self, Clock, Profile},
    command,
    display::{self, Desktop},
    opened, repo,
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
    setup::machine(if unseen { &[Group::Build, Group::Display] } else { &[Group::Build] })?;
    setup::front_end()?;
    let app = app::build(profile, Clock::System)?.app;
    if unseen { without_display(&app, &passed_on) } else { command::run(Command::new(app).args(passed_on)) }
}

/// How long the app may take until it can be used; on a slow machine the first start of all reads everything from the disk.
const PATIENCE: Duration = Duration::from_mins(2);

/// Opens the app on a display of our own, keeps a picture of it and closes it.
fn without_display(app: &Path, arguments: &[OsString]) -> Result<()> {
    println!("There is no display here: the app runs on an invisible one, and a screenshot of it is kept.");
    let picture = repo::scratch()?.join("run.png");
    let desktop = Desktop::start()?;
    let mut command = Command::new(app);
    let mut opened = opened::open("the app", desktop.place(command.args(arguments)), PATIENCE)?;
    let window = desktop.wait_for_painted_window(&mut opened.program, &picture)?;
    desktop.close(&window, &mut opened.program)?;
    println!(
        "The window could be used after {} ms and closed well. Screenshot: {}",
        opened.after.as_millis(),
        picture.display()
    );
    Ok(())
}
