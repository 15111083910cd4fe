use std::collections::HashSet;
use std::process::Command;
use std::time::{Duration, Instant};

use engawa_faults::{numbers, open};

use super::writer::{PROGRAM, Writer};

const KILLS: u64 = 200;

/// Numbers without a pattern, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// Lets a few microseconds pass without giving up the processor, so that the kill meets the writer anywhere in its work.
fn spin(micros: u64) {
    let until = Instant::now() + Duration::from_micros(micros);
    while Instant::now() < until {
        std::hint::spin_loop();
    }
}

#[test]
fn two_hundred_kills_lose_no_acknowledged_write_and_double_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book");
    let mut dice = Dice(20_261_124);
    let (mut acknowledged, mut next, mut unanswered) = (Vec::new(), 1, 0);
    for _ in 0..KILLS {
        let mut writer = Writer::start(&path, next);
        for _ in 0..=dice.below(12) {
            acknowledged.push(writer.next());
        }
        spin(dice.below(1_500));
        acknowledged.extend(writer.kill());
        // The user presses again what was not answered.
        next = acknowledged.last().unwrap() + 1;
        let book = open(path.clone()).unwrap();
        unanswered += u64::from(numbers(&book).unwrap().contains(&next));
    }
    let book = open(path).unwrap();
    let kept = numbers(&book).unwrap();
    let unique: HashSet<_> = kept.iter().collect();
    let lost: Vec<_> = acknowledged.iter().filter(|number| !unique.contains(number)).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    assert_eq!(unique.len(), kept.len(), "a repeated press was written twice");
    assert!(book.check().unwrap().is_whole());
    println!(
        "{KILLS} kills, {} acknowledged, {unanswered} written and not yet acknowledged when killed",
        acknowledged.len()
    );
}

#[test]
fn every_acknowledgement_comes_after_a_completed_sync() {
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace");
    let traced = Command::new("strace")
        .args(["-f", "-e", "trace=fdatasync,fsync,write", "-o"])
        .arg(&trace)
        .args([PROGRAM, "write"])
        .arg(folder.path().join("book"))
        .args(["1", "200"])
        .output();
    let Ok(output) = traced else {
        eprintln!("not tried: there is no strace here");
        return;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (mut synced, mut acknowledged) = (false, 0);
    for line in std::fs::read_to_string(&trace).unwrap().lines() {
        // A call that did not complete has no result: it says `<unfinished ...>` and its result comes later, as `resumed`.
        let is_sync = line.contains("fdatasync") || line.contains("fsync");
        if is_sync && line.ends_with("= 0") {
            synced = true;
        }
        if line.contains("write(1, \"") {
            assert!(synced, "acknowledged before it was on the disk: {line}");
            (synced, acknowledged) = (false, acknowledged + 1);
        }
    }
    assert_eq!(acknowledged, 200);
}
