//! The process that is hurt, under `strace`: its calls are recorded, and some answered in the place of the system.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use engawa_faults::disk::Disk;
use engawa_faults::trace::{self, Event};

use super::writer::PROGRAM;

/// A call that is answered with an error in the place of the system.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// The call.
    pub call: String,
    /// Which of them, counted from 1.
    pub nth: u64,
    /// Whether those after it are answered so too.
    pub lasts: Lasts,
    /// The name of the error.
    pub error: &'static str,
}

/// How long a fault lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasts {
    /// For one call.
    Once,
    /// From then on.
    ForGood,
}

impl Refusal {
    fn as_argument(&self) -> String {
        let Self { call, nth, lasts, error } = self;
        let on = if *lasts == Lasts::ForGood { "+" } else { "" };
        format!("inject={call}:error={error}:when={nth}{on}")
    }
}

/// Whether this machine can record calls; told when it cannot.
pub fn can_record() -> bool {
    let there = Command::new("strace").arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        eprintln!("not tried: there is no strace here");
    }
    there
}

/// `strace` around the process that is hurt.
fn traced(options: &[&str], record: &Path, arguments: &[&str]) -> Output {
    let mut strace = Command::new("strace");
    strace.args(options).arg("-o").arg(record).arg(PROGRAM).args(arguments);
    let output = strace.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

/// What the process did to the files below a folder.
pub struct Recording {
    /// The disk before it began.
    pub before: Disk,
    /// What happened, in order.
    pub events: Vec<Event>,
}

/// Runs it to its end and records what it does to the files below `folder`, perhaps with a call refused.
pub fn record(folder: &Path, arguments: &[&str], refusal: Option<&Refusal>) -> Recording {
    let record = tempfile::NamedTempFile::new().unwrap();
    let (folders, files) = there(folder);
    let before = Disk::with(&folders, &files).unwrap();
    let inject = refusal.map(Refusal::as_argument);
    // Copying within the kernel shows no bytes: as on a system that has no such call, they are read and written.
    let by_hand = "inject=copy_file_range,sendfile:error=ENOSYS";
    let mut options =
        vec!["-f", "--seccomp-bpf", "-xx", "-s", "100000000", "-e", trace::CALLS, "-e", by_hand];
    if let Some(inject) = &inject {
        options.extend(["-e", inject]);
    }
    traced(&options, record.path(), arguments);
    let text = fs::read_to_string(record.path()).unwrap();
    let events = trace::read(&text, folder, &files).unwrap_or_else(|why| panic!("{why}"));
    Recording { before, events }
}

/// The folders and files below one, itself among them.
fn there(folder: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let (mut folders, mut files, mut open) = (vec![], vec![], vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { open.push(path) } else { files.push(path) }
        }
        folders.push(next);
    }
    (folders, files)
}

/// A call that the process makes for the files below a folder: its name, which one it is of that name, and the line.
pub struct Call {
    /// Its name.
    pub name: String,
    /// Which of that name, from 1.
    pub nth: u64,
    /// As it is recorded.
    pub line: String,
}

/// All calls that ask something of the disk.
pub const ASKING: &[&str] = &[
    "pread64",
    "read",
    "pwrite64",
    "write",
    "fsync",
    "fdatasync",
    "ftruncate",
    "fallocate",
    "rename",
    "unlink",
    "rmdir",
    "mkdir",
    "openat",
    "copy_file_range",
];

impl Call {
    /// Whether the system needs room for it: opening what is there takes none.
    pub fn needs_room(&self) -> bool {
        match self.name.as_str() {
            "openat" => self.line.contains("O_CREAT"),
            name => ["pwrite64", "write", "ftruncate", "fallocate", "mkdir", "rename", "copy_file_range"]
                .contains(&name),
        }
    }
}

/// The calls of these names that it makes for files below the folder when nothing is wrong.
pub fn calls(folder: &Path, names: &[&str], arguments: &[&str]) -> Vec<Call> {
    let record = tempfile::NamedTempFile::new().unwrap();
    let wanted = format!("trace={}", names.join(","));
    traced(&["-y", "--seccomp-bpf", "-f", "-e", &wanted], record.path(), arguments);
    let text = fs::read_to_string(record.path()).unwrap();
    let place = folder.to_string_lossy();
    // The thread that does the work ends last.
    let main =
        text.lines().next_back().and_then(|line| line.split_once(' ')).map_or("", |(process, _)| process);
    let mut counts = std::collections::HashMap::new();
    let mut found = Vec::new();
    for line in text.lines().filter_map(|line| line.strip_prefix(main)) {
        let Some((name, _)) = line.trim_start().split_once('(') else { continue };
        let nth = counts.entry(name.to_owned()).or_insert(0);
        *nth += 1;
        if line.contains(&*place) {
            found.push(Call { name: name.to_owned(), nth: *nth, line: line.trim_start().to_owned() });
        }
    }
    found
}

/// Runs it to its end with a call refused; what it said, and how often the call was refused.
pub fn run_refused(refusal: &Refusal, arguments: &[&str]) -> (Vec<String>, usize) {
    let record = tempfile::NamedTempFile::new().unwrap();
    let (wanted, inject) = (format!("trace={}", refusal.call), refusal.as_argument());
    // Only the thread that does the work: each is counted for itself.
    let output = traced(&["--seccomp-bpf", "-f", "-e", &wanted, "-e", &inject], record.path(), arguments);
    let refused = fs::read_to_string(record.path()).unwrap().matches("(INJECTED)").count();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect(), refused)
}

/// Runs it to its end with every such call for one file answered with this error; what it said, and how often that was.
pub fn run_refused_for(file: &Path, call: &str, error: &str, arguments: &[&str]) -> (Vec<String>, usize) {
    let record = tempfile::NamedTempFile::new().unwrap();
    let (wanted, inject) = (format!("trace={call}"), format!("inject={call}:error={error}"));
    let only = ["-f", "-P", file.to_str().unwrap(), "-e", &wanted, "-e", &inject];
    let output = traced(&only, record.path(), arguments);
    let refused = fs::read_to_string(record.path()).unwrap().matches("(INJECTED)").count();
    (String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect(), refused)
}

/// A folder for one test, on the disk that tests use, as the system names it.
pub fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir_in(env::temp_dir().canonicalize().unwrap()).unwrap();
    let path = folder.path().to_owned();
    (folder, path)
}
