//! `cargo xtask test`: every check and every test, as named steps.
//!
//! All steps run even when an early one fails: whoever fixes things wants the whole list. Only what cannot work is left out.

mod compiled;
mod steps;

pub use compiled::tests_of;

use std::{
    fs,
    io::Write as _,
    path::PathBuf,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    Arguments, command, repo,
    report::{self, AlreadyTold, Done, Ending, Room, Tally},
    setup::{self, Group},
};

/// One step of the run.
pub struct Step {
    /// Its name on the command line and in the summary.
    pub name: &'static str,
    /// What a reader of the log is told.
    pub what: &'static str,
    /// The step whose failure makes this one pointless.
    pub after: Option<&'static str>,
    /// Does it; an error when something did not hold.
    pub act: fn(&Log) -> Result<()>,
}

/// Where a step's commands write.
pub struct Log {
    path: PathBuf,
}

impl Log {
    /// A fresh log for a step.
    fn new(name: &str) -> Result<Self> {
        let folder = repo::scratch()?.join("test");
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        let path = folder.join(format!("{name}.log"));
        fs::write(&path, "").with_context(|| format!("cannot write {}", path.display()))?;
        Ok(Self { path })
    }

    /// Runs a command with all its output in the log; an error when it fails.
    pub fn run(&self, command: &mut Command) -> Result<()> {
        let mut file = fs::OpenOptions::new().append(true).open(&self.path)?;
        writeln!(file, "$ {}", command::spelled(command))?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        command::run(command)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.path).unwrap_or_default()).into_owned()
    }
}

/// The verb.
pub fn act(arguments: Arguments) -> Result<()> {
    let Some(chosen) = chosen(arguments, steps::STEPS)? else { return Ok(()) };
    setup::machine(&[Group::Build, Group::Display, Group::Tests, Group::Package])?;
    setup::front_end()?;
    run(&chosen, "test")
}

/// The steps that the arguments ask for: those named after `--only`, or all, in the table's order. `None` where they ask for no more
/// than the list, which is shown.
pub fn chosen(mut arguments: Arguments, steps: &'static [Step]) -> Result<Option<Vec<&'static Step>>> {
    let mut only: Vec<String> = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("only") => {
                let names = arguments.value()?;
                only.extend(names.to_string_lossy().split(',').map(str::to_owned));
            }
            lexopt::Arg::Long("list") => {
                list(steps);
                return Ok(None);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    if let Some(unknown) = only.iter().find(|name| steps.iter().all(|step| step.name != name.as_str())) {
        bail!("there is no step `{unknown}`; `--list` shows them");
    }
    let asked_for = |step: &&Step| only.is_empty() || only.iter().any(|name| name == step.name);
    Ok(Some(steps.iter().filter(asked_for).collect()))
}

fn list(steps: &[Step]) {
    for step in steps {
        println!("{:<14} {}", step.name, step.what);
    }
}

/// Does them and says how it went; an error when one failed.
pub fn run(chosen: &[&'static Step], verb: &str) -> Result<()> {
    let before = Room::now();
    let done = in_order(chosen);
    let room = before.zip(Room::now()).map(|(before, after)| Room { before, after });
    println!("{}", report::summary(&done, room, verb));
    if report::total(&done).failed > 0 { Err(AlreadyTold.into()) } else { Ok(()) }
}

/// Does them, one after the other, and says how each ended.
fn in_order(chosen: &[&'static Step]) -> Vec<Done> {
    let mut done: Vec<Done> = Vec::new();
    for (at, step) in chosen.iter().enumerate() {
        println!("[{:>2}/{}] {}: {}", at + 1, chosen.len(), step.name, step.what);
        let blocked = step
            .after
            .filter(|after| done.iter().any(|step| step.name == *after && step.ending != Ending::Passed));
        let ended = match blocked {
            Some(by) => Done {
                name: step.name,
                ending: Ending::Blocked { by },
                took: Duration::ZERO,
                tests: Tally::default(),
            },
            None => one(step),
        };
        match ended.ending {
            Ending::Blocked { by } => println!("        left out, since `{by}` failed"),
            Ending::Passed | Ending::Failed { .. } => println!("        {}", ended.line()),
        }
        done.push(ended);
    }
    done
}

fn one(step: &Step) -> Done {
    let began = Instant::now();
    let (ending, tests) = match Log::new(step.name) {
        Err(error) => (Ending::Failed { log_tail: format!("{error:#}") }, Tally::default()),
        Ok(log) => {
            let outcome = (step.act)(&log);
            let text = log.text();
            let tests = report::count(&text);
            match outcome {
                Ok(()) => (Ending::Passed, tests),
                Err(error) => (Ending::Failed { log_tail: tail(&text, &error, &log) }, tests),
            }
        }
    };
    Done { name: step.name, ending, took: began.elapsed(), tests }
}

/// How much of a failing step's log is shown, in lines.
const TAIL: usize = 60;

fn tail(text: &str, error: &anyhow::Error, log: &Log) -> String {
    // What held is no news at the end.
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("PASS [")).collect();
    let end = lines.get(lines.len().saturating_sub(TAIL)..).unwrap_or_default().join("\n");
    format!("{end}\n\n{error:#}\nThe whole log: {}", log.path.display())
}

/// An error that names what a person should run.
fn ensure_tool(program: &str, remedy: &str) -> Result<()> {
    ensure!(command::on_path(program), "`{program}` is missing: {remedy}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &[&str]) -> Result<Vec<&'static str>> {
        let chosen = chosen(Arguments::from_args(words), steps::STEPS)?;
        Ok(chosen.into_iter().flatten().map(|step| step.name).collect())
    }

    #[test]
    fn steps_run_in_the_order_of_the_table_whatever_the_order_asked_for() -> Result<()> {
        assert_eq!(names(&["--only", "tidy,fmt"])?, ["fmt", "tidy"]);
        assert_eq!(names(&["--only=tidy", "--only", "fmt"])?, ["fmt", "tidy"]);
        Ok(())
    }

    #[test]
    fn all_steps_run_where_none_is_named() -> Result<()> {
        assert_eq!(names(&[])?.len(), steps::STEPS.len());
        Ok(())
    }

    #[test]
    fn an_unknown_step_is_named() {
        let refused = names(&["--only", "fmt,nonsense"]).map_err(|error| error.to_string());
        assert!(refused.is_err_and(|text| text.contains("`nonsense`")));
    }

    #[test]
    fn every_step_stands_after_the_step_it_needs() {
        for steps in [steps::STEPS, crate::windows::STEPS] {
            for (at, step) in steps.iter().enumerate() {
                let earlier = steps.iter().take(at);
                assert!(
                    step.after.is_none_or(|after| earlier.clone().any(|step| step.name == after)),
                    "{}",
                    step.name
                );
            }
        }
    }
}
