//! Other programs: how they are called, and what is said when one fails.

use std::{
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::repo;

/// The cargo that called us, in the root of the repository.
pub fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(repo::root());
    cargo
}

/// npm in `ui/`; a script on Windows, a program elsewhere.
pub fn npm() -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(repo::root().join("ui"));
    npm
}

/// Tauri's own tool, as npm installed it for `ui/`: makes packages and icons.
pub fn tauri() -> Command {
    let name = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let mut tauri = Command::new(repo::root().join("ui/node_modules/.bin").join(name));
    tauri.current_dir(repo::root());
    tauri
}

/// The words as one would type them.
pub fn spelled(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs to the end with our own output; an error when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", spelled(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", spelled(command));
    }
    Ok(())
}

/// Runs to the end and gives back what it printed; an error with its complaints when it fails.
pub fn output(command: &mut Command) -> Result<String> {
    let Output { status, stdout, stderr } =
        command.output().with_context(|| format!("cannot start `{}`", spelled(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})\n{}", spelled(command), String::from_utf8_lossy(&stderr).trim_end());
    }
    Ok(String::from_utf8_lossy(&stdout).into_owned())
}

/// Whether it ends well, with nothing shown.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Whether a program of this name is on the path.
pub fn on_path(program: &str) -> bool {
    let Some(folders) = std::env::var_os("PATH") else {
        return false;
    };
    std::env::split_paths(&folders).any(|folder| is_program(&folder.join(program)))
}

fn is_program(path: &Path) -> bool {
    path.is_file() || path.with_extension("exe").is_file()
}

/// How often a condition is looked at: often enough not to be felt, seldom enough not to be a load.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Waits until `look` answers; an error that names `what` when it has not after `limit`.
pub fn wait_for<T>(what: &str, limit: Duration, mut look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let began = Instant::now();
    loop {
        if let Some(found) = look()? {
            return Ok(found);
        }
        if began.elapsed() > limit {
            bail!("waited {} s for {what}", limit.as_secs());
        }
        std::thread::sleep(LOOK_EVERY);
    }
}

/// A program that runs beside us and ends when this value is dropped.
pub struct Companion {
    name: &'static str,
    pub child: Child,
}

impl Companion {
    /// Starts it.
    pub fn start(name: &'static str, command: &mut Command) -> Result<Self> {
        let child =
            command.spawn().with_context(|| format!("cannot start {name} (`{}`)", spelled(command)))?;
        Ok(Self { name, child })
    }

    /// An error when it has already ended, which it should not have.
    pub fn must_live(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            None => Ok(()),
            Some(status) => bail!("{} ended early ({status})", self.name),
        }
    }

    fn ask_to_end(&mut self) {
        if cfg!(unix) {
            let id = self.child.id().to_string();
            succeeds(Command::new("kill").args(["-TERM", &id]));
        } else {
            // Windows has no gentle way to ask a process without a window; what runs here keeps nothing.
            self.child.kill().ok();
        }
    }
}

impl Drop for Companion {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.ask_to_end();
            let child = &mut self.child;
            let ended = wait_for(self.name, Duration::from_secs(5), || Ok(child.try_wait()?));
            if ended.is_err() {
                self.child.kill().ok();
                self.child.wait().ok();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_that_never_comes_is_named_in_the_error() {
        let waited = wait_for::<()>("the moon", Duration::ZERO, || Ok(None));
        assert_eq!(waited.map_err(|error| error.to_string()), Err("waited 0 s for the moon".to_owned()));
    }

    #[test]
    fn a_failing_program_is_named_with_its_words() {
        let failed = output(Command::new("cargo").arg("no-such-verb")).map_err(|error| error.to_string());
        assert!(failed.is_err_and(|text| text.starts_with("`cargo no-such-verb` failed")));
    }
}
