//! The process that is hurt. Prints one line for each thing that is done, when it is done.
//!
//! - `book-writer write FOLDER FROM COUNT` presses a button COUNT times, beginning with number FROM, and prints each number
//!   when its write was acknowledged; when the book refuses, `refused <word>`.
//! - `book-writer work FOLDER SOURCES FROM COUNT` does so with the steps of a day's work. A step that was refused is tried once
//!   more, as its user would.
//! - `book-writer fill FOLDER` presses until the disk is full, gives back some room, opens the book again and prints what it
//!   finds.
//! - `book-writer restore FOLDER BACKUP STEP` puts a backup in the place of the book and dies after so many steps of that, without
//!   a word, as a process that is killed; after fewer than that it prints `restored`.
//! - `book-writer open FOLDER` opens the book, which may be an older one, and prints `opened`.
//! - `book-writer hold FOLDER` opens the book, prints `held`, and closes it when its input ends.
//! - `book-writer import FOLDER FILE` imports, and prints `taken` or the refusal, and the memory it needed at most, in KiB.
//! - `book-writer export FOLDER FILE` exports with the evidence, and prints `exported`.
//! - `book-writer check FOLDER` looks through the book and prints the kind of each damage, and `whole` or `damaged`.
//! - `book-writer back-up FOLDER COUNT` makes backups, and prints the name of each.
//! - `book-writer bring FOLDER PLACE` makes a backup, brings it to another folder, with the evidence, and prints its name there.
//! - `book-writer protect FOLDER` encrypts a book and prints `protected`; `book-writer unprotect FOLDER` takes that back and prints
//!   `plain`.

use std::fs::File;
use std::io::{self, IoSlice, Write};
use std::os::fd::AsFd;
use std::path::{Path, PathBuf};

use engawa_book::{BackupWhy, BookError, ExportFiles, ImportMode, Patience};
use engawa_faults::protection::{Kind, turn};
use engawa_faults::work::Work;
use engawa_faults::{begin, numbers, open, word, write};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["write", folder, from, count] => {
            let (from, count): (u64, u64) = (number(from)?, number(count)?);
            told(press(folder.into(), from..from.saturating_add(count)))
        }
        ["work", folder, sources, from, count] => {
            let (from, count): (u64, u64) = (number(from)?, number(count)?);
            work(Work::at(Path::new(folder), Path::new(sources)), from..from.saturating_add(count))
        }
        ["fill", folder] => told(fill(Path::new(folder))),
        ["open", folder] => told(open(folder.into()).map(|_| ()).inspect(|()| drop(say("opened")))),
        ["hold", folder] => told(hold(folder.into())),
        ["import", folder, file] => {
            told(import(folder.into(), Path::new(file)))?;
            say(&format!("memory {}", most_memory()?))
        }
        ["restore", folder, backup, steps] => {
            let mut left = number(steps)?;
            let book = match open(folder.into()) {
                Ok(book) => book,
                Err(error) => return told(Err(error)),
            };
            let after = book.restore(backup, &mut |_| {
                if left == 0 {
                    std::process::abort();
                }
                left -= 1;
                Ok(())
            });
            told(after.done.map(|_| drop(say("restored"))))
        }
        ["export", folder, file] => told(export(folder.into(), Path::new(file))),
        ["check", folder] => told(check(folder.into())),
        ["back-up", folder, count] => told(back_up(folder.into(), number(count)?)),
        ["bring", folder, place] => told(bring(folder.into(), Path::new(place))),
        ["protect", folder] => told(turned(Path::new(folder), Kind::Protected)),
        ["unprotect", folder] => told(turned(Path::new(folder), Kind::Plain)),
        _ => Err(io::Error::other("see the comment at the top of this program")),
    }
}

fn number(text: &str) -> io::Result<u64> {
    text.parse().map_err(io::Error::other)
}

/// One line, at once: what is said here has happened. By a call that files are never written with, so that a record of the
/// calls shows which is an answer.
fn say(line: &str) -> io::Result<()> {
    let line = format!("{line}\n");
    let mut out = File::from(io::stdout().as_fd().try_clone_to_owned()?);
    let said = out.write_vectored(&[IoSlice::new(line.as_bytes())])?;
    if said == line.len() { Ok(()) } else { Err(io::ErrorKind::WriteZero.into()) }
}

fn told(done: Result<(), BookError>) -> io::Result<()> {
    match done {
        Ok(()) => Ok(()),
        Err(error) => say(&format!("refused {} {error}", word(&error))),
    }
}

fn press(folder: PathBuf, wanted: std::ops::Range<u64>) -> Result<(), BookError> {
    let mut book = open(folder)?;
    begin(&mut book)?;
    for number in wanted {
        write(&mut book, number)?;
        if say(&number.to_string()).is_err() {
            break; // Nobody listens any more.
        }
    }
    Ok(())
}

fn work(mut work: Work, wanted: std::ops::Range<u64>) -> io::Result<()> {
    for number in wanted {
        if let Err(error) = work.perform(number) {
            say(&format!("refused {} step {number}: {error}", word(&error)))?;
            if let Err(error) = work.perform(number) {
                return say(&format!("refused {} step {number} again: {error}", word(&error)));
            }
        }
        if say(&number.to_string()).is_err() {
            break; // Nobody listens any more.
        }
    }
    Ok(())
}

fn fill(folder: &Path) -> Result<(), BookError> {
    let ballast = folder.join("ballast");
    // Without it there would be no room to give back.
    let reserved = std::fs::write(&ballast, vec![1; 512 << 10]);
    debug_assert!(reserved.is_ok());
    let mut book = open(folder.join("book"))?;
    begin(&mut book)?;
    let mut acknowledged = 0;
    let stopped = loop {
        match write(&mut book, acknowledged + 1) {
            Ok(_) => acknowledged += 1,
            Err(error) => break error,
        }
    };
    let _ = say(&format!("stopped {} {acknowledged}", word(&stopped)));
    drop(book);
    let _ = std::fs::remove_file(ballast);
    let mut book = open(folder.join("book"))?;
    let found = numbers(&book)?;
    let kept = (1..=acknowledged).filter(|number| found.contains(number)).count();
    let state = if book.check()?.is_whole() { "whole" } else { "damaged" };
    let _ = say(&format!("found {state} {kept}"));
    write(&mut book, acknowledged + 1)?;
    let _ = say("goes on");
    Ok(())
}

fn hold(folder: PathBuf) -> Result<(), BookError> {
    let _book = open(folder)?;
    let _ = say("held");
    let _ = io::copy(&mut io::stdin(), &mut io::sink());
    Ok(())
}

fn import(folder: PathBuf, file: &Path) -> Result<(), BookError> {
    let mut book = open(folder)?;
    let report = book.import(file, ImportMode::Apply)?;
    let _ = say(&format!("taken {}", report.entries));
    Ok(())
}

fn export(folder: PathBuf, file: &Path) -> Result<(), BookError> {
    open(folder)?.export(file, ExportFiles::Along)?;
    let _ = say("exported");
    Ok(())
}

fn check(folder: PathBuf) -> Result<(), BookError> {
    let found = open(folder)?.check()?;
    for damage in &found.damage {
        let _ = say(&format!("{:?}", damage.kind()));
    }
    let _ = say(if found.is_whole() { "whole" } else { "damaged" });
    Ok(())
}

fn back_up(folder: PathBuf, count: u64) -> Result<(), BookError> {
    let mut book = open(folder)?;
    for _ in 0..count {
        let path = book.back_up(BackupWhy::Asked)?;
        let _ = say(&format!("backup {}", path.display()));
    }
    Ok(())
}

fn bring(folder: PathBuf, place: &Path) -> Result<(), BookError> {
    let mut book = open(folder)?;
    book.back_up(BackupWhy::Asked)?;
    let path = book.backups().bring_once(place, &Patience::endless())?;
    let _ = say(&format!("backup {}", path.display()));
    Ok(())
}

fn turned(folder: &Path, into: Kind) -> Result<(), BookError> {
    turn(folder, into)?;
    let _ = say(into.word());
    Ok(())
}

/// The most memory this process ever held, in KiB.
fn most_memory() -> io::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib =
        line.and_then(|line| line.split_whitespace().next()).ok_or_else(|| io::Error::other("no VmHWM"))?;
    number(kib)
}
