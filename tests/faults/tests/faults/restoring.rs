use std::fs;
use std::path::Path;
use std::process::Command;

use engawa_book::{BackupWhy, Book, Patience, RestoreStep};
use engawa_faults::table::record as note;
use engawa_faults::work::{DAY_STEPS, Holds, Work, after, debris, found, lay_out_sources};
use engawa_faults::{numbers, open, write};

use super::power_cut::{each_disk, on_disk, thoroughness};
use super::recorder::{can_record, folder, record};
use super::writer::{PROGRAM, run};

#[test]
fn a_process_that_dies_anywhere_in_a_restore_leaves_the_old_book_or_the_new_one() {
    for steps in 0..RestoreStep::ALL.len() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book");
        let name = path.to_str().unwrap();
        run(&["write", name, "1", "5"]);
        let mut book = open(path.clone()).unwrap();
        let backup = book.back_up(BackupWhy::Asked).unwrap();
        drop(book);
        run(&["write", name, "6", "5"]);
        let died = Command::new(PROGRAM)
            .args(["restore", name, backup.to_str().unwrap(), &steps.to_string()])
            .output()
            .unwrap();
        assert!(!died.status.success(), "it died after {steps} steps: {died:?}");
        let book = open(path.clone()).unwrap();
        let kept = numbers(&book).unwrap();
        let (old, new): (Vec<u64>, Vec<u64>) = ((1..=10).collect(), (1..=5).collect());
        assert!(kept == old || kept == new, "after {steps} steps the book holds {kept:?}");
        assert!(book.check().unwrap().is_whole(), "after {steps} steps");
        // What the restore took away is still to be had.
        if kept == new {
            let before = book.backups().view(false).before_restore.unwrap().to_string();
            let after = book.restore(&before, &mut |_| Ok(()));
            after.done.unwrap();
            assert_eq!(numbers(&after.book.unwrap()).unwrap(), old);
        }
    }
}

/// What the book in this folder holds, if it is whole but for evidence that may be missing.
fn holds(home: &Path, may_lack: usize) -> Result<(Book, Holds), String> {
    let book = open(home.to_owned()).map_err(|error| error.to_string())?;
    let check = book.check().map_err(|error| error.to_string())?;
    if !check.book.is_whole() || check.files.len() > may_lack || !check.files_unknown.is_empty() {
        return Err(format!("{check:?}"));
    }
    let holds = found(&book).map_err(|error| error.to_string())?;
    Ok((book, holds))
}

#[test]
fn a_power_cut_during_a_restore_leaves_the_old_book_or_the_new_one() {
    if !can_record() {
        return;
    }
    let ((_disk, disk), (_sources, sources)) = (folder(), folder());
    lay_out_sources(&sources, 1..=DAY_STEPS).unwrap();
    let (home, stick) = (disk.join("book"), disk.join("stick"));
    fs::create_dir(&stick).unwrap();
    let mut work = Work::at(&home, &sources);
    (1..=DAY_STEPS).for_each(|number| work.perform(number).unwrap());
    let book = work.book().unwrap();
    book.back_up(BackupWhy::Asked).unwrap();
    let backup = book.backups().bring_once(&stick, &Patience::endless()).unwrap();
    // The book goes on, and loses its evidence.
    write(book, 1_000).unwrap();
    let mut old = after(DAY_STEPS);
    old.stages.insert(1_000);
    old.entries += 1;
    assert_eq!(found(book).unwrap(), old);
    drop(work);
    fs::remove_dir_all(home.join("evidence")).unwrap();
    let lost = after(DAY_STEPS).evidence.len();

    let words = ["restore", home.to_str().unwrap(), backup.to_str().unwrap(), "1000"];
    let recording = record(&disk, &words, None);
    let (mut restored, new) = (0, after(DAY_STEPS));
    let times = each_disk(&recording, thoroughness(), |image, said| {
        on_disk(image, &disk, |here| {
            let home = here.join("book");
            let (book, now) = holds(&home, lost)?;
            // A form that is being typed into is no part of what a backup puts back.
            let is_new = Holds { entries: new.entries, ..now.clone() } == new;
            if !is_new && (now != old || !said.is_empty()) {
                return Err(format!("{said:?} {now:?}\nneither {old:?}\nnor {new:?}"));
            }
            restored += u64::from(is_new);
            drop(book);
            // The new one has its evidence back, and what it took the place of is still to be had.
            let (mut book, _) = holds(&home, if is_new { 0 } else { lost })?;
            if is_new {
                book.backups().view(false).before_restore.ok_or("the old book was not kept")?;
            }
            // The next backup sweeps what was broken off.
            book.back_up(BackupWhy::Asked).map_err(|error| error.to_string())?;
            match debris(&home).unwrap() {
                left if left.is_empty() => Ok(()),
                left => Err(format!("left lying about: {left:?}")),
            }
        })
    });
    assert!(restored > 0 && restored < times);
    note("power-cut-restoring", times, &format!("In {restored} it was the new one"));
}
