//! A file of evidence is there and the system does not let it be read.

use std::fs;
use std::path::PathBuf;

use engawa_faults::table::record;
use engawa_faults::work::{DAY_STEPS, Work, lay_out_sources};

use super::recorder::{can_record, folder, run_refused_for};
use super::writer::run;

#[test]
fn a_file_that_cannot_be_read_is_named_as_such_and_never_as_missing_or_altered() {
    if !can_record() {
        return;
    }
    let ((_kept, here), (_sources, sources)) = (folder(), folder());
    lay_out_sources(&sources, 1..=DAY_STEPS).unwrap();
    let mut work = Work::at(&here, &sources);
    (1..=DAY_STEPS).for_each(|number| work.perform(number).unwrap());
    drop(work);
    let words = ["check", here.to_str().unwrap()];
    assert_eq!(run(&words), "whole\n");
    let file = files(&here.join("evidence")).remove(0);
    let drawer = file.parent().unwrap().to_owned();
    let faults = [
        (&file, "openat", "EACCES"),
        (&file, "openat", "EIO"),
        (&file, "read", "EIO"),
        (&drawer, "openat", "EACCES"),
    ];
    let mut times = 0;
    for (place, call, error) in faults {
        let (said, refused) = run_refused_for(place, call, error, &words);
        assert!(refused > 0, "{call} {error} was not met");
        let expected: &[&str] = if *place == file { &["EvidenceUnreadable", "damaged"] } else { &["whole"] };
        assert_eq!(said, expected, "{call} {error} of {}", place.display());
        times += 1;
    }
    assert_eq!(run(&words), "whole\n", "nothing was changed by looking");
    record("evidence-unreadable", times, "");
}

/// The kept files below a folder, in the order of their names.
fn files(folder: &std::path::Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
