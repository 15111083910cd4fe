use std::process::Command;

use engawa_book::{BackupWhy, RestoreStep};
use engawa_faults::{numbers, open};

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
