//! How long a large book takes. Measured, not asserted: run with
//! `cargo test --release -p engawa-book --lib -- --ignored --nocapture`.

use std::time::Instant;

use engawa_domain::facts::{Client, Stage};
use engawa_domain::ids::ClientId;

use super::samples::*;
use crate::inputs::{Action, FactInput, WhatInput, WhenInput};
use crate::samples_for_tests::{contract_id, facts, id};
use crate::{ExportFiles, ImportMode, Op, Patience};

/// The most memory this process ever held, in MiB, where the system tells.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0)
        / 1024
}

#[test]
#[ignore = "a measurement"]
fn an_export_of_hundreds_of_megabytes() {
    let mut from = InFolder::filled();
    for block in 0..400_u128 {
        from.write(Op::SampleFill, |tx| {
            for number in 0..1_000 {
                tx.insert(&Client {
                    id: ClientId(id(1_000_000 + block * 1_000 + number)),
                    ..facts().client
                })?;
            }
            Ok(())
        });
    }
    let path = from.folder.path().join("export.json");
    let began = Instant::now();
    from.book.export(&path, ExportFiles::Along).unwrap();
    let megabytes = std::fs::metadata(&path).unwrap().len() >> 20;
    println!("{megabytes} MiB exported in {:?}, {} MiB of memory so far", began.elapsed(), most_memory());
    let mut into = InFolder::seeded(2);
    let began = Instant::now();
    into.book.import(&path, ImportMode::Apply).unwrap();
    println!("imported in {:?}, {} MiB of memory at most", began.elapsed(), most_memory());
}

#[test]
#[ignore = "a measurement"]
fn a_fact_as_the_window_records_it() {
    let mut times = Vec::new();
    // Few facts for each contract, as in a real book.
    for _ in 0..50 {
        let mut it = InFolder::filled();
        for _ in 0..20 {
            let what = WhatInput::Stage { stage: Stage::Delivered, note: String::new() };
            let input = FactInput { contract: contract_id(), when: WhenInput::default(), what };
            let began = Instant::now();
            it.book.fact_add(Action { id: new_action(), input }).unwrap();
            times.push(began.elapsed());
        }
    }
    times.sort_unstable();
    println!("recorded: p50 {:?} p99 {:?}", times[times.len() / 2], times[times.len() * 99 / 100]);
}

#[test]
#[ignore = "a measurement"]
fn looking_through_ten_thousand_contracts_and_rescuing_them() {
    let mut it = InFolder::seeded(3);
    it.book.fill_bulk(10_000, |_| {}).unwrap();
    let began = Instant::now();
    let found = it.book.examiner().unwrap().look(&Patience::endless()).unwrap();
    println!(
        "looked through {} entries, {} rows in {:?}",
        found.book.entries,
        found.book.rows,
        began.elapsed()
    );
    let began = Instant::now();
    let report = crate::Rescue::in_folder(it.book.folder()).check().unwrap();
    let saved: u32 = report.tables.iter().map(|table| table.saved).sum();
    println!(
        "read {saved} rows for a rescue in {:?}, {} MiB of memory at most",
        began.elapsed(),
        most_memory()
    );
}
