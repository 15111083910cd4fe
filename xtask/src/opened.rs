//! A window program that says when it can be used: the app and the bench's floor.

use std::{
    io::{BufRead as _, BufReader, Read},
    process::{Command, Stdio},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::command::Companion;

/// Asks a program of ours to print `usable <milliseconds>` once its first view can be used.
const MARK: (&str, &str) = ("ENGAWA_START_MARK", "1");

/// An open window, usable. Dropping it ends the program.
pub struct Opened {
    /// The program.
    pub program: Companion,
    /// From before its process was made until it said that it can be used.
    pub after: Duration,
}

/// Starts a program and waits until it says that it can be used.
pub fn open(name: &'static str, command: &mut Command, patience: Duration) -> Result<Opened> {
    command.env(MARK.0, MARK.1).stdin(Stdio::null()).stdout(Stdio::piped());
    let began = Instant::now();
    let mut program = Companion::start(name, command)?;
    let output = program.child.stdout.take().with_context(|| format!("{name} has no output"))?;
    let lines = lines_of(output);
    loop {
        let left = patience.saturating_sub(began.elapsed());
        match lines.recv_timeout(left) {
            Ok((line, at)) if says_usable(&line) => {
                return Ok(Opened { program, after: at.duration_since(began) });
            }
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => bail!("{name} was not usable after {} s", patience.as_secs()),
            Err(RecvTimeoutError::Disconnected) => {
                let status = program.child.wait()?;
                bail!("{name} ended before it could be used ({status})");
            }
        }
    }
}

/// Its lines with the moment each came. Reads on when nobody listens any more, so that the program never waits for us.
fn lines_of(output: impl Read + Send + 'static) -> Receiver<(String, Instant)> {
    let (tell, lines) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            let _ = tell.send((line, Instant::now()));
        }
    });
    lines
}

fn says_usable(line: &str) -> bool {
    line.strip_prefix("usable ").is_some_and(|rest| rest.trim().parse::<u64>().is_ok())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_program_is_open_once_it_says_so_and_not_before() -> Result<()> {
        let opened = open(
            "a program",
            &mut shell("echo usable soon; echo usable 12; exec sleep 9"),
            Duration::from_secs(5),
        )?;
        assert!(opened.after < Duration::from_secs(5));
        Ok(())
    }

    #[test]
    fn a_program_that_ends_or_stays_silent_is_an_error() {
        let ended = open("a program", &mut shell("exit 3"), Duration::from_secs(5)).map(drop);
        assert!(ended.is_err_and(|error| error.to_string().contains("ended before")));
        let silent = open("a program", &mut shell("exec sleep 9"), Duration::ZERO).map(drop);
        assert!(silent.is_err_and(|error| error.to_string().contains("not usable")));
    }
}
