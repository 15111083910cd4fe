//! A call to the system is refused, each in turn: the disk is full, it fails, nothing can be written any more.

use std::path::Path;

use engawa_faults::table::{count, record as note};
use engawa_faults::work::{DAY_STEPS, debris, lay_out_sources, look_after};

use super::recorder::{ASKING, Call, Lasts, Refusal, calls, can_record, folder, run_refused};

/// Calls that need the permission to write.
const PERMITTED: &[&str] = &["pwrite64", "write", "mkdir", "openat", "rename", "unlink"];

/// What came of the refusals.
#[derive(Default)]
struct Came {
    times: u64,
    /// Words for the refusals that the work met.
    words: std::collections::BTreeMap<String, u64>,
    /// Runs in which nobody noticed.
    unnoticed: u64,
}

/// Refuses each of these calls of a day's work in turn, and looks at what is left.
fn refuse_each(
    names: &[&str],
    errors: &[&'static str],
    lasts: &[Lasts],
    most: u64,
    wanted: impl Fn(&Call) -> bool,
) -> Came {
    let (_sources, sources) = folder();
    lay_out_sources(&sources, 1..=DAY_STEPS + 1).unwrap();
    let steps = DAY_STEPS.to_string();
    let (_kept, here) = folder();
    let book = here.join("book");
    let words = ["work", book.to_str().unwrap(), sources.to_str().unwrap(), "1", &steps];
    let calls: Vec<Call> = calls(&here, names, &words).into_iter().filter(wanted).collect();
    let points: Vec<(&Call, &'static str, Lasts)> = calls
        .iter()
        .flat_map(|call| errors.iter().map(move |error| (call, *error)))
        .flat_map(|(call, error)| lasts.iter().map(move |lasts| (call, error, *lasts)))
        .collect();
    let every = points.len().div_ceil(usize::try_from(count(most, 1_000_000)).unwrap());
    let mut came = Came::default();
    for (call, error, lasts) in points.into_iter().step_by(every.max(1)) {
        let refusal = Refusal { call: call.name.clone(), nth: call.nth, lasts, error };
        if let Err(wrong) = refuse(&refusal, &sources, &mut came) {
            panic!("{refusal:?}\n{}\n{wrong}", call.line);
        }
    }
    came
}

fn refuse(refusal: &Refusal, sources: &Path, came: &mut Came) -> Result<(), String> {
    let (_kept, here) = folder();
    let book = here.join("book");
    let steps = DAY_STEPS.to_string();
    let words = ["work", book.to_str().unwrap(), sources.to_str().unwrap(), "1", &steps];
    let (said, refused) = run_refused(refusal, &words);
    came.times += 1;
    if refused == 0 {
        return Err("the call was not made this time".to_owned());
    }
    let mut told: Vec<&str> =
        said.iter().filter_map(|line| line.strip_prefix("refused ")?.split(' ').next()).collect();
    let answered = said.iter().filter_map(|line| line.parse().ok()).next_back().unwrap_or(0);
    if refusal.lasts == Lasts::Once && answered != DAY_STEPS {
        return Err(format!("once, and the work did not go on: {said:#?}"));
    }
    if let Some(word) = told.iter().find(|word| !fits(refusal, word)) {
        return Err(format!("told as {word}: {said:#?}"));
    }
    came.unnoticed += u64::from(told.is_empty());
    told.dedup();
    for word in &told {
        *came.words.entry((*word).to_owned()).or_default() += 1;
    }
    look_after(&book, sources, answered)?;
    if refusal.call == "unlink" && refusal.lasts == Lasts::ForGood {
        return Ok(()); // What cannot be removed lies about.
    }
    match debris(&book) {
        Ok(left) if left.is_empty() => Ok(()),
        left => Err(format!("left lying about: {left:?}")),
    }
}

/// Whether an error may be told so.
fn fits(refusal: &Refusal, word: &str) -> bool {
    match (refusal.error, refusal.call.as_str()) {
        ("ENOSPC", "pwrite64" | "write" | "mkdir") => word == "disk-full",
        // SQLite does not say why a file cannot be opened, nor why its index cannot be made longer: nearly always for want of room.
        ("ENOSPC", _) | (_, "pwrite64") => ["disk-full", "read-only", "file"].contains(&word),
        // A page that cannot be read is not always told from one that makes no sense.
        ("EIO", "pread64" | "read") => ["file", "damaged"].contains(&word),
        _ => ["file", "read-only"].contains(&word),
    }
}

fn remark(came: &Came) -> String {
    let words: Vec<String> = came.words.iter().map(|(word, times)| format!("{word} {times}")).collect();
    format!("Told as: {}; without consequence: {}", words.join(", "), came.unnoticed)
}

/// Opening for reading needs no room and no permission to write.
fn makes_or_writes(call: &Call) -> bool {
    call.name != "openat" || ["O_CREAT", "O_RDWR", "O_WRONLY"].iter().any(|flag| call.line.contains(flag))
}

#[test]
fn a_disk_that_is_full_at_any_write_loses_no_answered_step() {
    if !can_record() {
        return;
    }
    let came = refuse_each(ASKING, &["ENOSPC"], &[Lasts::Once, Lasts::ForGood], 130, Call::needs_room);
    assert!(came.words.contains_key("disk-full"), "{:?}", came.words);
    note("disk-full", came.times, &remark(&came));
}

#[test]
fn a_disk_that_fails_at_any_call_loses_no_answered_step() {
    if !can_record() {
        return;
    }
    let came = refuse_each(ASKING, &["EIO"], &[Lasts::Once, Lasts::ForGood], 130, |_| true);
    assert!(came.words.contains_key("file"), "{:?}", came.words);
    note("disk-fails", came.times, &remark(&came));
}

#[test]
fn a_permission_lost_at_any_write_loses_no_answered_step() {
    if !can_record() {
        return;
    }
    let came = refuse_each(PERMITTED, &["EACCES", "EROFS"], &[Lasts::ForGood], 70, makes_or_writes);
    assert!(came.words.contains_key("read-only"), "{:?}", came.words);
    note("permission-lost", came.times, &remark(&came));
}
