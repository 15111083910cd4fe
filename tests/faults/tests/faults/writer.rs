//! The process that is hurt, from outside.

use std::io::{BufRead, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

/// Its program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_book-writer");

/// A writer that runs.
pub struct Writer {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Writer {
    /// Starts pressing, from this number on, until it is stopped.
    pub fn start(book: &Path, from: u64) -> Self {
        Self::start_by(&mut Command::new(PROGRAM), book, from)
    }

    /// The same where OneDrive says that it copies this folder.
    pub fn start_in_one_drive(folder: &Path, book: &Path, from: u64) -> Self {
        Self::start_by(Command::new(PROGRAM).env("OneDrive", folder), book, from)
    }

    fn start_by(command: &mut Command, book: &Path, from: u64) -> Self {
        Self::of(command.arg("write").arg(book).arg(from.to_string()).arg(u64::MAX.to_string()))
    }

    /// Starts with a day's work, from this step on, until it is stopped.
    pub fn work(book: &Path, sources: &Path, from: u64) -> Self {
        let mut command = Command::new(PROGRAM);
        command.arg("work").arg(book).arg(sources).arg(from.to_string()).arg(u64::MAX.to_string());
        Self::of(&mut command)
    }

    /// Starts it with these words.
    pub fn of(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    /// Waits for the next acknowledgement.
    pub fn next(&mut self) -> u64 {
        acknowledgement(&self.lines.next().unwrap().unwrap())
    }

    /// Kills it, as the kernel does, without a word; the acknowledgements that were still in the pipe.
    pub fn kill(self) -> Vec<u64> {
        self.kill_and_read().iter().map(|line| acknowledgement(line)).collect()
    }

    /// The same; the lines that were still in the pipe.
    pub fn kill_and_read(mut self) -> Vec<String> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.lines.map_while(Result::ok).collect()
    }
}

fn acknowledgement(line: &str) -> u64 {
    line.parse().unwrap_or_else(|_| panic!("not an acknowledgement: {line}"))
}

/// Runs it to its end.
pub fn run(arguments: &[&str]) -> String {
    said(Command::new(PROGRAM).args(arguments).output().unwrap())
}

/// Runs it in a file system of its own, made by these commands of a shell with `$1` as its folder. `None` on a machine that
/// does not let us make one.
pub fn run_in_file_system(make: &str, folder: &Path, arguments: &str) -> Option<String> {
    let script = format!("{make} || exit 99; exec \"$0\" {arguments}");
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "bash", "-c", &script, PROGRAM]).arg(folder);
    let output = command.output().ok()?;
    if matches!(output.status.code(), Some(99))
        || String::from_utf8_lossy(&output.stderr).contains("unshare:")
    {
        eprintln!(
            "not tried: this machine makes no file systems for tests: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        return None;
    }
    Some(said(output))
}

/// What it said, when it ended well.
pub fn said(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
