//! From the start of the process to a window that can be used, and how much memory it then holds.

use std::{
    fs,
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use engawa_desk::{Companion, Desk, Start, descendants, until};

use super::{Bench, contracts};
use crate::{
    finding::{Budget, Finding, Round, Unit},
    report::Chapter,
};

/// A start of a program.
struct Started {
    /// Milliseconds until it could be used.
    usable: f64,
    /// Mebibytes it held when nothing moved any more.
    memory: f64,
}

pub fn take(bench: &Bench) -> Result<Vec<Chapter>> {
    let desk = Desk::new();
    let (mut starts, mut memories) = (Vec::new(), Vec::new());
    for &size in &bench.sizes {
        eprintln!("  window, {}", contracts(size));
        let start = Start::japanese().with_book(bench.books.with(size)?);
        let (mut times, mut held) = (Vec::new(), Vec::new());
        // The first round fills the caches and is not counted.
        for round in 0..=bench.rounds {
            let floor = started(desk.command(&bench.floors.window().to_string_lossy()))?;
            let app = started(desk.app(&start))?;
            if round > 0 {
                times.push(Round { app: app.usable, floor: floor.usable });
                held.push(Round { app: app.memory, floor: floor.memory });
            }
        }
        let most = if size > 10_000 { 1.25 } else { 1.15 };
        starts.push(finding(size, Unit::Milliseconds, Budget::Ratio(most), times));
        memories.push(finding(size, Unit::Mebibytes, Budget::Above(40.0), held));
    }
    Ok(vec![
        Chapter {
            title: "Start to a window that can be used",
            method: "From before the process is made until the program says, in a frame of its page, that it can be used. The floor \
                is a Tauri window with one line of text, which says so in its second frame; the app says so when its first screen, \
                今日, stands with its rows and no part of it is still on its way.",
            findings: starts,
        },
        Chapter {
            title: "Memory when idle",
            method: "The proportional set size (`Pss` of `/proc/*/smaps_rollup`) of the program and of everything it started, the web \
                view's processes among them, once it has not moved by half a percent for a second after the start.",
            findings: memories,
        },
    ])
}

fn finding(size: u32, unit: Unit, budget: Budget, rounds: Vec<Round>) -> Finding {
    Finding { what: contracts(size), unit, budget, rounds }
}

/// Starts a program, waits until it says that it can be used and then until its memory is at rest, and ends it.
fn started(mut command: Command) -> Result<Started> {
    command.env("ENGAWA_START_MARK", "1");
    let began = Instant::now();
    let (program, said) = Companion::start_and_read_line("the program", &mut command);
    let usable = began.elapsed().as_secs_f64() * 1000.0;
    ensure!(said.starts_with("usable "), "a program said `{said}` where it says when it can be used");
    Ok(Started { usable, memory: at_rest(program.id())? })
}

/// For so long nothing may move.
const REST: Duration = Duration::from_secs(1);
/// By no more than this.
const STILL: f64 = 0.005;

fn at_rest(program: u32) -> Result<f64> {
    let mut last = (Instant::now(), memory(program)?);
    until("the memory to be at rest", || {
        if last.0.elapsed() < REST {
            return None;
        }
        let before = last.1;
        last = (Instant::now(), memory(program).ok()?);
        ((last.1 - before).abs() <= before * STILL).then_some(())
    });
    Ok(last.1)
}

/// Mebibytes of a program and of all that it started.
fn memory(program: u32) -> Result<f64> {
    let mut sum = 0.0;
    for id in descendants(program).into_iter().chain([program]) {
        // One that has ended meanwhile holds nothing.
        let text = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
        sum += kibibytes(&text).unwrap_or_default() / 1024.0;
    }
    ensure!(sum > 0.0, "this system does not tell how much memory a process holds");
    Ok(sum)
}

fn kibibytes(rollup: &str) -> Result<f64> {
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    let number = line.and_then(|line| line.split_whitespace().next()).context("there is no Pss")?;
    Ok(number.parse()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_proportional_set_size_is_read_and_not_its_parts() {
        // As proc_pid_smaps_rollup writes it.
        let rollup = "55d0-7ffc ---p 00000000 00:00 0    [rollup]\nRss:  884 kB\nPss_Dirty: 60 kB\nPss:   385 kB\nPss_Anon: 60 kB\n";
        assert!((kibibytes(rollup).unwrap() - 385.0).abs() < 1e-9);
        assert!(kibibytes("").is_err());
    }
}
