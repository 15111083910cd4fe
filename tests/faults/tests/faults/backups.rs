use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use engawa_faults::disk::Dice;
use engawa_faults::table::{count, record};
use engawa_faults::work::{DAY_STEPS, Work, after, found, lay_out_sources};
use engawa_store::check_copy;

use super::recorder::folder;

#[test]
fn a_folder_of_backups_that_vanishes_takes_no_answered_backup_along_half() {
    let ((_kept, here), (_sources, sources)) = (folder(), folder());
    lay_out_sources(&sources, 1..=DAY_STEPS).unwrap();
    let mut work = Work::at(&here.join("book"), &sources);
    (1..=DAY_STEPS).for_each(|number| work.perform(number).unwrap());
    let backups = here.join("book/backups");
    let (mut made, mut refused, tries) = (Vec::new(), 0, count(100, 2_000));
    let ended = AtomicBool::new(false);
    let moved = thread::scope(|scope| {
        let mover = scope.spawn(|| move_away(&backups, &here, &ended));
        for _ in 0..tries {
            match work.book().unwrap().back_up(engawa_book::BackupWhy::Asked) {
                Ok(path) => made.push(path),
                Err(_) => refused += 1,
            }
        }
        ended.store(true, Ordering::Relaxed);
        mover.join().unwrap()
    });
    assert!(
        moved > 5 && refused > 0,
        "moved away {moved} times, {refused} refused: too few to mean anything"
    );
    for path in &made {
        let name = path.file_name().unwrap();
        let places = (0..moved).map(|number| here.join(format!("away-{number}"))).chain([backups.clone()]);
        let there = places.map(|folder| folder.join(name)).find(|path| path.exists());
        let there = there.unwrap_or_else(|| panic!("{} was answered and is nowhere", path.display()));
        check_copy(&there, None).unwrap();
    }
    let book = work.book().unwrap();
    assert_eq!(found(book).unwrap(), after(DAY_STEPS));
    assert!(book.check().unwrap().is_whole());
    record(
        "backups-vanish",
        tries,
        &format!("The folder vanished {moved} times, {refused} backups were refused"),
    );
}

/// Moves the folder away again and again; how often.
fn move_away(backups: &Path, to: &Path, ended: &AtomicBool) -> u64 {
    let (mut moved, mut dice) = (0, Dice(17));
    while !ended.load(Ordering::Relaxed) {
        // As long as it takes to make a few backups, or a part of one.
        for _ in 0..dice.below(40_000) {
            std::hint::spin_loop();
            thread::yield_now();
        }
        // Not all of them: thinning needs to see some.
        if backups.exists() && fs::rename(backups, to.join(format!("away-{moved}"))).is_ok() {
            moved += 1;
        }
    }
    moved
}
