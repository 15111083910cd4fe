//! Programs that run beside a test and end with it.

use std::{
    collections::BTreeSet,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process};
use sysinfo::{ProcessRefreshKind, ProcessStatus, ProcessesToUpdate, System, UpdateKind};

use crate::wait::{until, within};

/// A program that ends when this value is dropped, together with all that it started.
pub struct Companion {
    name: &'static str,
    child: Child,
}

impl Companion {
    /// Starts it.
    #[track_caller]
    pub fn start(name: &'static str, command: &mut Command) -> Self {
        match command.stdin(Stdio::null()).spawn() {
            Ok(child) => Self { name, child },
            Err(error) => panic!("cannot start {name}: {error}"),
        }
    }

    /// Starts one that says a line on its standard output once it is ready, and gives back that line.
    #[track_caller]
    pub fn start_and_read_line(name: &'static str, command: &mut Command) -> (Self, String) {
        let mut companion = Self::start(name, command.stdout(Stdio::piped()));
        let mut line = String::new();
        if let Some(output) = companion.child.stdout.take() {
            let read = BufReader::new(output).read_line(&mut line);
            assert!(read.is_ok(), "cannot read what {name} says: {read:?}");
        }
        assert!(!line.trim().is_empty(), "{name} ended without saying that it is ready");
        (companion, line.trim().to_owned())
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }
}

impl Drop for Companion {
    fn drop(&mut self) {
        if self.ended().is_some() {
            return;
        }
        // Listed before the end: an orphan no longer tells whose child it was.
        let mut family = descendants(self.child.id());
        family.push(self.child.id());
        end_all(&family);
        if within(Duration::from_secs(2), || self.ended()).is_none() {
            eprintln!("{} did not end when asked and is killed", self.name);
            self.child.kill().ok();
            self.child.wait().ok();
        }
    }
}

/// Asks processes to end, and kills those that have not after two seconds.
fn end_all(ids: &[u32]) {
    let pids: Vec<Pid> = ids.iter().filter_map(|id| Pid::from_raw(i32::try_from(*id).ok()?)).collect();
    for pid in &pids {
        kill_process(*pid, Signal::TERM).ok();
    }
    let gone = within(Duration::from_secs(2), || pids.iter().all(|pid| !lives(*pid)).then_some(()));
    if gone.is_none() {
        for pid in &pids {
            kill_process(*pid, Signal::KILL).ok();
        }
    }
}

/// Those of the descendants that run a program of this name, whatever folder it lies in.
pub fn children_named(ancestor: u32, program: &Path) -> Vec<u32> {
    let with_program = ProcessRefreshKind::nothing().with_exe(UpdateKind::Always);
    let running = running(ProcessesToUpdate::All, with_program);
    let runs_it = |id: &u32| {
        let process = running.process(sysinfo::Pid::from_u32(*id));
        process.and_then(sysinfo::Process::exe).is_some_and(|exe| exe.file_name() == program.file_name())
    };
    family_of(ancestor, &running).into_iter().filter(runs_it).collect()
}

/// Kills processes without a word, and waits until they are gone.
#[track_caller]
pub fn kill_all(ids: &[u32]) {
    let pids: Vec<Pid> = ids.iter().filter_map(|id| Pid::from_raw(i32::try_from(*id).ok()?)).collect();
    for pid in &pids {
        kill_process(*pid, Signal::KILL).ok();
    }
    until("a killed process to be gone", || pids.iter().all(|pid| !lives(*pid)).then_some(()));
}

/// Whether a process is there and no mere entry that waits to be read by its parent.
fn lives(pid: Pid) -> bool {
    let Ok(id) = u32::try_from(pid.as_raw_nonzero().get()) else { return false };
    let pid = sysinfo::Pid::from_u32(id);
    let running = running(ProcessesToUpdate::Some(&[pid]), ProcessRefreshKind::nothing());
    running.process(pid).is_some_and(|process| process.status() != ProcessStatus::Zombie)
}

/// Those of these processes that are there now, and their parents.
fn running(which: ProcessesToUpdate<'_>, what: ProcessRefreshKind) -> System {
    let mut system = System::new();
    // Threads would be listed as children of their process.
    system.refresh_processes_specifics(which, true, what.without_tasks());
    system
}

/// All processes that `ancestor` started, and those that they started.
pub fn descendants(ancestor: u32) -> Vec<u32> {
    family_of(ancestor, &running(ProcessesToUpdate::All, ProcessRefreshKind::nothing()))
}

fn family_of(ancestor: u32, running: &System) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = running
        .processes()
        .iter()
        .filter_map(|(id, process)| Some((id.as_u32(), process.parent()?.as_u32())))
        .collect();
    let mut family = BTreeSet::from([ancestor]);
    loop {
        let before = family.len();
        family.extend(
            parents
                .iter()
                .filter(|(_, parent)| family.contains(parent))
                .map(|(child, _)| *child)
                .collect::<Vec<_>>(),
        );
        if family.len() == before {
            family.remove(&ancestor);
            return family.into_iter().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_is_no_descendant() {
        let (end, ended) = std::sync::mpsc::channel::<()>();
        let thread = std::thread::spawn(move || ended.recv().is_err());
        let threads = std::fs::read_dir("/proc/self/task").unwrap();
        let mut ids = threads.map(|entry| entry.unwrap().file_name().to_str().unwrap().parse().unwrap());
        let children = descendants(std::process::id());
        assert!(ids.all(|id: u32| !children.contains(&id)), "{children:?}");
        drop(end);
        assert!(thread.join().unwrap());
    }

    #[test]
    fn what_a_companion_started_ends_with_it() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "sleep 600 & echo started; wait"]);
        let (companion, _) = Companion::start_and_read_line("a shell", &mut shell);
        let children = descendants(companion.id());
        assert_eq!(children.len(), 1, "the shell started one program");
        drop(companion);
        let left: Vec<u32> = children
            .into_iter()
            .filter(|id| Pid::from_raw(i32::try_from(*id).unwrap()).is_some_and(lives))
            .collect();
        assert!(left.is_empty(), "a program is left behind: {left:?}");
    }
}
