//! The table of faults and outcomes in `docs/reliability.md`: what each test does, and what the last long run found.
//!
//! A test [`record`]s how often it did what its row says. `cargo xtask faults` writes the document from that; a test holds the
//! document to the rows below, so that neither can say what the other does not.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// A fault, and what is found after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Its name in the records.
    pub name: &'static str,
    /// What happens.
    pub fault: &'static str,
    /// How it is brought about.
    pub how: &'static str,
    /// What the test finds each time, or fails.
    pub outcome: &'static str,
}

/// In the order of the document.
pub const ROWS: &[Row] = &[
    Row {
        name: "killed-at-work",
        fault: "The program is killed at work",
        how: "`kill -9` at a random moment of mixed work: stages, evidence, undo and redo, settings, unfinished forms, backups, moving the log, closing and opening",
        outcome: "The book is what it was after the last answered step, or after the one under way; whole; that step, done again, is there once",
    },
    Row {
        name: "killed-importing",
        fault: "The program is killed while it imports",
        how: "`kill -9` at a random moment of an import",
        outcome: "The book is empty or has all of it; the import, done again, brings all of it",
    },
    Row {
        name: "killed-migrating",
        fault: "The program is killed during an upgrade",
        how: "`kill -9` at a random moment of opening a book of every older schema",
        outcome: "The book opens and says the same; a copy of the old one lies beside it as soon as the book is new",
    },
    Row {
        name: "killed-protecting",
        fault: "The program is killed while it protects a book",
        how: "`kill -9` at a random moment of encrypting a book with evidence and backups, and of making it plain again",
        outcome: "The book opens as the one or the other, whole, and says the same; nothing unfinished is left lying about; an encrypted one shows nothing of its plain text, nor does a file beside it",
    },
    Row {
        name: "power-cut-at-work",
        fault: "The power is cut at work",
        how: "The system calls of mixed work, from the first start on, are recorded; for every moment the disk is made as it could be: nothing kept that was not synced, names without bytes, bytes without names, and random parts of it, torn between sectors of 512 bytes",
        outcome: "As when killed: no answered step is missing",
    },
    Row {
        name: "power-cut-importing",
        fault: "The power is cut during an import",
        how: "The same for an import with evidence",
        outcome: "Nothing or all of it; all of it once it was said to be done",
    },
    Row {
        name: "power-cut-migrating",
        fault: "The power is cut during an upgrade",
        how: "The same for opening a book of every older schema",
        outcome: "The book opens and says the same; once the book is new, the copy of the old one is whole",
    },
    Row {
        name: "power-cut-exporting",
        fault: "The power is cut after an export or a backup",
        how: "The same for an export with evidence, for backups, and for one that is brought to another folder",
        outcome: "What was said to be written is there, whole",
    },
    Row {
        name: "power-cut-restoring",
        fault: "The power is cut during a restore",
        how: "The same for putting a backup from another folder in the place of a book that has gone on since and has lost its evidence",
        outcome: "The old book or the new one, whole; the new one, with its evidence back, once it was said to be done, and then the old one is among its backups",
    },
    Row {
        name: "power-cut-protecting",
        fault: "The power is cut while a book is protected",
        how: "The same for encrypting a book with evidence and backups, and for making it plain again",
        outcome: "As when killed; once it was said to be done, it is",
    },
    Row {
        name: "power-cut-after-failed-sync",
        fault: "A sync fails, and later the power is cut",
        how: "Each `fsync` and `fdatasync` of mixed work in turn answers EIO, and what was written before it never reaches the disk",
        outcome: "What the sync was for is refused, never answered; everything answered later is there",
    },
    Row {
        name: "disk-full",
        fault: "The disk is full",
        how: "Each write, lengthening, new file and new folder of mixed work in turn answers ENOSPC, once or from then on",
        outcome: "Told as a full disk; no answered step is missing; with room again the work goes on; nothing unfinished is left lying about",
    },
    Row {
        name: "disk-refuses-protecting",
        fault: "The disk is full, or fails, while a book is protected",
        how: "Each read, write, sync, lengthening, rename, removal, opening, new file and new folder of encrypting a book in turn answers ENOSPC or EIO, once or from then on",
        outcome: "Refused, or done; the book is the one or the other, whole, and says the same; where it was refused, doing it again succeeds",
    },
    Row {
        name: "disk-really-full",
        fault: "The disk is really full",
        how: "A file system of 6 MiB is filled to the last byte by recording, then some room is given back",
        outcome: "No answered step is missing, and the book can be written again",
    },
    Row {
        name: "disk-fails",
        fault: "The disk fails",
        how: "Each read, write, sync, rename, removal and opening of mixed work in turn answers EIO, once or from then on",
        outcome: "Refused as a failure of the disk, never answered; no answered step is missing; when it was once, the work goes on",
    },
    Row {
        name: "permission-lost",
        fault: "The permission to write is lost at work",
        how: "From each write, new file, rename or removal on, everything of the kind answers EACCES or EROFS",
        outcome: "Refused as not writable; no answered step is missing",
    },
    Row {
        name: "read-only-folder",
        fault: "The folder can only be read",
        how: "A file system mounted read-only",
        outcome: "Refused with that reason before anything is typed",
    },
    Row {
        name: "page-damaged",
        fault: "A page of the file is damaged",
        how: "Each page of a book in turn is zeroed, filled with noise, and torn in the middle between an older state and a newer one",
        outcome: "The book is refused, or the check names it, or the page held nothing; never is a row missing without a word",
    },
    Row {
        name: "byte-flipped",
        fault: "A bit of the file flips",
        how: "One bit anywhere in a book",
        outcome: "The same",
    },
    Row {
        name: "evidence-unreadable",
        fault: "A file of evidence cannot be read",
        how: "The permission to open it is lost (EACCES), or the disk fails at opening or reading it (EIO); the folder it lies in does not let itself be listed",
        outcome: "The check names it as unreadable, never as missing or altered, and goes on to its end; once it can be read all is whole",
    },
    Row {
        name: "file-cut-off",
        fault: "The file is cut off",
        how: "At sixty places",
        outcome: "Refused as damaged and left as it is",
    },
    Row {
        name: "log-cut-off",
        fault: "The log is cut off",
        how: "At forty places",
        outcome: "A whole book with an earlier end: an end, not a hole",
    },
    Row {
        name: "clock-jumps",
        fault: "The clock is set back or forward",
        how: "Between steps the clock jumps by up to sixty years either way, also across a restart",
        outcome: "The journal keeps the order of writing and its chain; identifiers of one run sort as they were made; undo takes back what was written last",
    },
    Row {
        name: "two-writers",
        fault: "Two programs open one book",
        how: "Four start at the same moment",
        outcome: "One has it; the others are told who",
    },
    Row {
        name: "backups-vanish",
        fault: "The folder of backups vanishes while one is made",
        how: "It is moved away and back at random moments",
        outcome: "Every backup that was answered is whole wherever the folder is now; the book is untouched",
    },
    Row {
        name: "hostile-import",
        fault: "What is imported is hostile",
        how: "Two hundred megabytes of brackets, objects, texts, numbers, zeros; duplicate keys, numbers without end, NaN, broken UTF-8, a byte order mark",
        outcome: "Refused within bounded memory, and the book stays empty",
    },
];

/// How thoroughly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// With every `cargo xtask test`.
    Short,
    /// With `cargo xtask faults`: so many percent of the large counts.
    Long {
        /// 100 for all.
        percent: u64,
    },
}

/// As the environment says: `ENGAWA_FAULTS=100`.
pub fn form() -> Form {
    let percent = std::env::var("ENGAWA_FAULTS").ok().and_then(|percent| percent.parse().ok());
    percent.map_or(Form::Short, |percent| Form::Long { percent })
}

/// One of two counts.
pub fn count(short: u64, long: u64) -> u64 {
    match form() {
        Form::Short => short,
        Form::Long { percent } => short.max(long * percent / 100),
    }
}

/// Notes how often the fault of a row was brought about, and how often it was met at the point that matters most.
///
/// # Panics
///
/// When there is no such row.
pub fn record(name: &str, times: u64, remark: &str) {
    assert!(ROWS.iter().any(|row| row.name == name), "there is no row {name}");
    println!("{name}: {times} times. {remark}");
    if let Some(folder) = std::env::var_os("ENGAWA_FAULTS_RECORDS") {
        let written = fs::write(Path::new(&folder).join(name), format!("{times}\n{remark}\n"));
        written.unwrap_or_else(|error| unreachable!("the record of {name} cannot be written: {error}"));
    }
}

/// The document, from the records of a run; the last chapter, which is written by hand, is kept.
pub fn document(records: &Path, before: &str, day: &str) -> io::Result<String> {
    let mut text = String::from(HEAD);
    let part = match form() {
        Form::Long { percent } if percent != 100 => format!(", with {percent} percent of the counts"),
        Form::Long { .. } | Form::Short => String::new(),
    };
    let _ = writeln!(text, "The figures are those of the run of {day}{part}.\n");
    text.push_str(
        "| fault | how it is made | times | what is found, every time |\n| --- | --- | --: | --- |\n",
    );
    let mut missing = Vec::new();
    for row in ROWS {
        let Ok(record) = fs::read_to_string(records.join(row.name)) else {
            missing.push(row.name);
            continue;
        };
        let (times, remark) = record.split_once('\n').unwrap_or((&record, ""));
        let times = grouped(times.trim().parse().map_err(io::Error::other)?);
        let remark = remark.trim();
        let outcome = row.outcome;
        let outcome = if remark.is_empty() { outcome.to_owned() } else { format!("{outcome}. *{remark}*") };
        let _ = writeln!(text, "| {} | {} | {times} | {outcome} |", row.fault, row.how);
    }
    if !missing.is_empty() {
        return Err(io::Error::other(format!("nothing was recorded for {}", missing.join(", "))));
    }
    let hand = before.find(BY_HAND).map_or("", |at| before.get(at..).unwrap_or_default());
    text.push('\n');
    text.push_str(if hand.is_empty() { BY_HAND } else { hand });
    Ok(text)
}

const HEAD: &str = "# Reliability\n\n\
    Written by `cargo xtask faults`, down to the last chapter. Each row is a test of `tests/faults`, which fails when anything else is \
    found; `cargo xtask test` runs all of them with smaller counts. After each fault the book is opened as the app opens it, looked \
    through (`check`: file, references, journal and its chain, rows, evidence) and compared with what must be in it.\n\n";

const BY_HAND: &str = "## What this does not show\n";

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The rows of a document: what happens and how, with what is found, and how often.
pub fn rows_of(document: &str) -> BTreeMap<(String, String), (u64, String)> {
    let mut rows = BTreeMap::new();
    for line in document.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        if let [fault, how, times, outcome] = cells[..]
            && let Ok(times) = times.replace(',', "").parse()
        {
            rows.insert((fault.to_owned(), how.to_owned()), (times, outcome.to_owned()));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_names_the_faults_of_the_suite_and_no_others() {
        if form() != Form::Short {
            return; // This run is the one that writes it.
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reliability.md");
        let rows = rows_of(&fs::read_to_string(path).unwrap());
        let again = "bring it up to date with: cargo xtask faults";
        for row in ROWS {
            let found = rows.get(&(row.fault.to_owned(), row.how.to_owned()));
            let (times, outcome) = found.unwrap_or_else(|| panic!("no row {}; {again}", row.name));
            assert!(*times > 0 && outcome.starts_with(row.outcome), "{}; {again}", row.name);
        }
        assert_eq!(rows.len(), ROWS.len(), "{again}");
    }

    #[test]
    fn a_row_without_a_record_is_an_error_and_what_was_written_by_hand_stays() {
        let records = tempfile::tempdir().unwrap();
        assert!(document(records.path(), "", "2026-11-27").is_err());
        for row in ROWS {
            fs::write(records.path().join(row.name), "1234\n").unwrap();
        }
        let before = "# Old\n\n## What this does not show\n\nMuch.\n";
        let text = document(records.path(), before, "2026-11-27").unwrap();
        assert!(text.ends_with("## What this does not show\n\nMuch.\n"), "{text}");
        assert_eq!(rows_of(&text).len(), ROWS.len());
        assert!(text.contains("| 1,234 |"));
    }
}
