//! Backups and restores that are stopped.

use std::fs;

use engawa_domain::facts::{Contract, Evidence};
use engawa_domain::text::Title;

use super::*;
use crate::backup::places::Remembered;
use crate::samples_for_tests::facts;
use crate::tests::stopping::{all_in, moments, until_asked, with_large_file};
use crate::{BookError, Op};

fn with_stick() -> (InFolder, PathBuf) {
    let it = with_large_file();
    let stick = it.folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    it.book.backups().add_place(&stick).unwrap();
    (it, stick)
}

fn is_half(path: &Path) -> bool {
    let name = path.file_name().unwrap().to_string_lossy();
    [".part", ".unproven", "-journal", "-wal", "-shm"].iter().any(|end| name.ends_with(end))
}

#[test]
fn a_backup_that_is_stopped_counts_where_it_was_proven_and_nowhere_else() {
    let (it, _) = with_stick();
    let moments = moments(|patience| it.book.backups().keep(BackupWhy::Asked, patience).home.unwrap());
    for at in moments {
        let (mut it, stick) = with_stick();
        let backups = it.book.backups();
        let kept = backups.keep(BackupWhy::Asked, &until_asked(at));
        it.book.backed_up(&kept);
        assert!(kept.is_stopped, "{at}");
        let counts = backups.view(false).backups;
        assert_eq!(counts.len(), usize::from(kept.home.is_ok()), "{at}: {counts:?}");
        for row in counts {
            let proof = backups.prove(row.at, &Patience::endless()).unwrap();
            assert_eq!(proof.places as usize, row.places.len(), "{at}: it is what it counts as");
            let on_stick = row.places.len() == 2;
            assert_eq!(proof.files, if on_stick { 2 } else { 0 }, "{at}: with all of its evidence");
        }
        let remembered = Remembered::read(&backups.home());
        assert!(!matches!(remembered.home, PlaceState::Failed { .. }), "{at}");
        assert_eq!(remembered.places[0].state, PlaceState::Waiting, "{at}: nothing was learnt of the stick");
        for folder in [backups.home(), backups.at(&stick)] {
            assert!(!all_in(&folder).keys().any(|path| is_half(path)), "{at}: {:?}", all_in(&folder).keys());
        }
        let kept = backups.keep(BackupWhy::Changes, &Patience::endless());
        assert!(kept.home.is_ok() && !kept.is_behind && !kept.is_stopped, "{at}: {kept:?}");
    }
}

#[test]
fn after_a_stop_the_files_that_are_whole_on_the_stick_are_not_copied_again() {
    let (it, stick) = with_stick();
    let backups = it.book.backups();
    let all = moments(|patience| backups.keep(BackupWhy::Asked, patience).home.unwrap());
    fs::remove_dir_all(backups.at(&stick)).unwrap();
    backups.keep(BackupWhy::Asked, &until_asked(*all.last().unwrap()));
    let brought: Vec<_> = all_in(&backups.at(&stick).join("evidence")).into_iter().collect();
    assert_eq!(brought.iter().filter(|(path, _)| path.is_file()).count(), 2, "{brought:?}");
    backups.keep(BackupWhy::Changes, &Patience::endless());
    assert_eq!(all_in(&backups.at(&stick).join("evidence")).into_iter().collect::<Vec<_>>(), brought);
}

#[test]
fn whoever_waits_for_another_at_the_backups_can_stop_waiting() {
    let (it, _) = with_stick();
    let backups = it.book.backups();
    let _other = backups.turn();
    assert!(backups.is_busy());
    let kept = backups.keep(BackupWhy::Asked, &until_asked(2));
    assert!(matches!(kept.home, Err(BackupRefused::Stopped)) && kept.is_stopped);
}

#[test]
fn proving_again_that_is_stopped_changes_nothing() {
    let (mut it, _) = with_stick();
    it.book.back_up(BackupWhy::Asked).unwrap();
    let (backups, at) = (it.book.backups(), it.book.last_backup().unwrap().unwrap());
    let moments = moments(|patience| backups.prove(at, patience).unwrap());
    let before = all_in(it.folder.path());
    for stopped in moments {
        let proof = backups.prove(at, &until_asked(stopped));
        assert!(matches!(proof, Err(BackupRefused::Stopped)), "{stopped}: {proof:?}");
        assert_eq!(all_in(it.folder.path()), before, "{stopped}");
    }
}

#[test]
fn an_encrypted_backup_that_is_stopped_leaves_no_file_and_opening_one_nothing_unpacked() {
    let (it, _) = with_stick();
    let passphrase = || Passphrase::new("gravel umbrella piano".to_owned()).unwrap().quick();
    let (drawer, other) = (it.folder.path().join("drawer"), it.folder.path().join("other"));
    fs::create_dir(&drawer).unwrap();
    fs::create_dir(&other).unwrap();
    let backups = it.book.backups();
    let sealing = moments(|patience| backups.seal(&other, &passphrase(), patience).unwrap());
    for at in sealing {
        // What is backed up already asks less often: the last moments do not come.
        let made = backups.seal(&drawer, &passphrase(), &until_asked(at / 2));
        assert!(matches!(made, Err(BackupRefused::Stopped)), "{at}: {made:?}");
        assert_eq!(names(&drawer), [""; 0], "{at}");
    }
    let (made, _) = backups.seal(&drawer, &passphrase(), &Patience::endless()).unwrap();
    let file = Path::new(&made.file);
    let opening = moments(|patience| backups.unseal(file, &passphrase(), patience).unwrap());
    for at in opening {
        let opened = backups.unseal(file, &passphrase(), &until_asked(at));
        assert!(matches!(opened, Err(BackupRefused::Stopped)), "{at}: {opened:?}");
        assert!(!backups.home().join("opened").exists(), "{at}");
    }
}

const BEFORE: &str = "2026-11-24T06:00:00.000Z";

/// A book that went on after its backup, and lost its evidence, which the stick still has.
fn gone_on() -> InFolder {
    let clock = Hand::at(BEFORE);
    let (it, _) = with_stick();
    let mut it = under(&clock, it);
    it.book.back_up(BackupWhy::Changes).unwrap();
    clock.set("2026-11-24T07:00:00.000Z");
    let title = Title::new("別の題名").unwrap();
    it.write(Op::ContractAmend, |tx| Ok(tx.update(&Contract { title, ..facts().contract })?));
    for file in it.book.rows().all::<Evidence>().unwrap() {
        fs::remove_file(it.book.vault.place_of(&file.sha256)).unwrap();
    }
    it
}

#[test]
fn a_restore_that_is_stopped_leaves_the_book_as_it_was() {
    let moments = moments(|patience| {
        let InFolder { book, folder: _folder } = gone_on();
        book.restore_watched(BEFORE, patience, &mut |_| Ok(())).done.unwrap();
    });
    for at in moments {
        let it = gone_on();
        let (digest, vault) = (it.digest(), all_in(&it.book.folder().join("evidence")));
        let InFolder { book, folder } = it;
        let after = book.restore_watched(BEFORE, &until_asked(at), &mut |_| Ok(()));
        assert!(after.done.as_ref().is_err_and(BookError::is_stopped), "{at}: {:?}", after.done);
        let mut it = InFolder { book: after.book.unwrap(), folder };
        assert_eq!(it.digest(), digest, "{at}");
        let files = |all: std::collections::BTreeMap<PathBuf, String>| {
            all.into_iter().filter(|(path, _)| path.is_file()).collect::<Vec<_>>()
        };
        assert_eq!(files(all_in(&it.book.folder().join("evidence"))), files(vault), "{at}");
        let left = names(it.book.folder());
        assert!(!left.iter().any(|name| name.contains("restor")), "{at} leaves {left:?}");
        it.write(Op::ContractAmend, |tx| Ok(tx.update(&facts().contract)?));
    }
}

#[test]
fn once_its_evidence_is_there_a_restore_asks_nobody_any_more() {
    let it = gone_on();
    let InFolder { book, folder: _folder } = it;
    let stop = Patience::watched(|_| std::ops::ControlFlow::Continue(()));
    let after = book.restore_watched(BEFORE, &stop, &mut |step| {
        if step == restore::Step::Closed {
            // Too late: half a restore would be worse than none.
            stop.stop.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        Ok(())
    });
    assert_eq!(after.done.unwrap().files_back, 2);
    assert!(after.book.unwrap().check().unwrap().is_whole());
}

/// A restore that is prepared while the book goes on.
fn prepared(it: &InFolder) -> Restoring {
    let mut restoring = it.book.restoring().unwrap();
    restoring.prepare(BEFORE, &Patience::endless(), &mut |_| Ok(())).unwrap();
    restoring
}

fn go_on(it: &mut InFolder) {
    let title = Title::new("準備のあいだに書いた題名").unwrap();
    it.write(Op::ContractAmend, |tx| Ok(tx.update(&Contract { title, ..facts().contract })?));
    it.book.form_draft_save("contract_add", "書きかけ").unwrap();
}

#[test]
fn what_is_recorded_while_a_restore_is_prepared_is_in_the_backup_of_the_book_as_it_was() {
    let mut it = gone_on();
    let restoring = prepared(&it);
    go_on(&mut it);
    let digest = it.digest();
    let InFolder { book, folder: _folder } = it;
    let after = book.restore_prepared(&restoring, &mut |_| Ok(()));
    let (book, done) = (after.book.unwrap(), after.done.unwrap());
    assert_ne!(book.digest().unwrap().to_string(), digest, "the backup is in its place");
    assert_eq!(book.form_draft_load("contract_add").unwrap().as_deref(), Some("書きかけ"));
    let back = book.restore(&done.before.to_string(), &mut |_| Ok(())).book.unwrap();
    assert_eq!(back.digest().unwrap().to_string(), digest, "and the way back loses nothing");
}

#[test]
fn a_restore_that_is_given_up_takes_no_file_away_that_may_be_recorded_by_then() {
    for has_gone_on in [false, true] {
        let mut it = gone_on();
        let evidence = it.book.folder().join("evidence");
        let files = || all_in(&evidence).into_keys().filter(|path| path.is_file()).count();
        assert_eq!(files(), 0);
        let restoring = prepared(&it);
        assert_eq!(files(), 2);
        if has_gone_on {
            go_on(&mut it);
        }
        it.book.give_up_restore(&restoring);
        assert_eq!(files(), if has_gone_on { 2 } else { 0 });
        assert!(!names(it.book.folder()).iter().any(|name| name.contains("restor")));
    }
}

#[test]
fn a_restore_that_was_prepared_before_the_book_was_closed_is_begun_anew() {
    let it = gone_on();
    let restoring = prepared(&it);
    let it = it.reopened();
    let digest = it.digest();
    let InFolder { book, folder: _folder } = it;
    let after = book.restore_prepared(&restoring, &mut |_| Ok(()));
    assert!(matches!(after.done, Err(BookError::Backup(BackupRefused::Busy))), "{:?}", after.done);
    assert_eq!(after.book.unwrap().digest().unwrap().to_string(), digest);
}
