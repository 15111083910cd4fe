use std::fs;
use std::io;

use engawa_domain::facts::{Contract, Evidence, FiledBy};
use engawa_domain::text::Title;

use super::*;
use crate::samples_for_tests::{contract_id, facts, request};
use crate::tests::samples::new_action;
use crate::views::{Settings, Theme};
use crate::{BookError, FileState, Op};

const BEFORE: &str = "2026-11-24T06:00:00.000Z";
const AFTER: &str = "2026-11-24T07:00:00.000Z";

/// A book of which a backup was made before a contract got another title, a request was removed and a service was left.
fn gone_on() -> (InFolder, Arc<Hand>, String) {
    let clock = Hand::at(BEFORE);
    let mut it = under(&clock, InFolder::filled());
    it.book.back_up(BackupWhy::Changes).unwrap();
    let then = it.digest();
    clock.set(AFTER);
    let title = Title::new("別の題名").unwrap();
    it.write(Op::ContractAmend, |tx| Ok(tx.update(&Contract { title, ..facts().contract })?));
    it.write(Op::RequestRemove, |tx| {
        Ok(tx.delete::<engawa_domain::facts::ContactRequest>(request(105, FiledBy::Me, "11-21").id)?)
    });
    (it, clock, then)
}

fn done(after: AfterRestore, folder: tempfile::TempDir) -> (InFolder, Restored) {
    (InFolder { book: after.book.unwrap(), folder }, after.done.unwrap())
}

fn restore(it: InFolder, named: &str) -> (InFolder, Restored) {
    let InFolder { book, folder } = it;
    done(book.restore(named, &mut |_| Ok(())), folder)
}

#[test]
fn the_preview_names_what_comes_back_what_goes_and_what_becomes_another() {
    let (mut it, _, _) = gone_on();
    let digest = it.digest();
    let preview = it.book.backups().preview(BEFORE).unwrap();
    assert_eq!((preview.back.len(), preview.gone.len(), preview.changed.len()), (0, 0, 1));
    let changed = &preview.changed[0];
    assert_eq!(changed.title, facts().contract.title.to_string(), "it is called as it was then");
    assert_eq!(
        (changed.back, changed.gone, changed.other),
        (1, 0, 1),
        "the request comes back, the title changes"
    );
    assert_eq!(preview.entries, [9, 11]);
    assert!(!preview.same);
    assert_eq!(it.digest(), digest, "looking changes nothing");
    it.book.back_up(BackupWhy::Asked).unwrap();
    let same = it.book.backups().preview(AFTER).unwrap();
    assert!(same.same, "{same:?}");
}

#[test]
fn contracts_that_are_only_in_one_of_both_are_named() {
    let (mut it, _, _) = gone_on();
    it.write(Op::ContractRemove, |tx| Ok(tx.delete_contract(contract_id())?));
    let back = it.book.backups().preview(BEFORE).unwrap();
    assert_eq!(back.back, [facts().contract.title.to_string()]);
    assert!(back.gone.is_empty());
}

#[test]
fn a_backup_takes_the_place_of_the_book_and_one_press_goes_back() {
    let (it, _, then) = gone_on();
    let now = it.digest();
    let (it, restored) = restore(it, BEFORE);
    assert_eq!(it.digest(), then);
    assert!(it.book.check().unwrap().is_whole());
    let before = it.book.backups().view(false).before_restore.unwrap();
    assert_eq!(before, restored.before);
    let (it, _) = restore(it, &before.to_string());
    assert_eq!(it.digest(), now);
    assert!(it.book.check().unwrap().is_whole());
}

#[test]
fn how_the_app_looks_and_what_was_being_typed_stay_as_they_are() {
    let (mut it, _, _) = gone_on();
    let settings = Settings { theme: Theme::Dark, ..Settings::default() };
    it.book.settings_save(&settings).unwrap();
    it.book.form_draft_save("contract_add", "{}").unwrap();
    let (it, _) = restore(it, BEFORE);
    assert_eq!(it.book.settings().unwrap(), settings);
    assert_eq!(it.book.form_draft_load("contract_add").unwrap().as_deref(), Some("{}"));
}

#[test]
fn after_a_restore_the_book_goes_on_and_is_backed_up_like_any_other() {
    let (it, clock, _) = gone_on();
    let (mut it, _) = restore(it, BEFORE);
    clock.set("2026-11-24T08:00:00.000Z");
    let title = Title::new("戻したあとの題名").unwrap();
    it.write(Op::ContractAmend, |tx| Ok(tx.update(&Contract { title, ..facts().contract })?));
    assert!(it.book.is_unsaved());
    it.book.back_up(BackupWhy::Changes).unwrap();
    assert!(it.book.check().unwrap().is_whole());
    assert_eq!(it.book.last_backup().unwrap().unwrap().to_string(), "2026-11-24T08:00:00.000Z");
}

#[test]
fn missing_evidence_is_brought_back_from_the_place_that_has_it() {
    let clock = Hand::at(BEFORE);
    let mut it = under(&clock, InFolder::filled());
    let stick = it.folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    it.book.backups().add_place(&stick).unwrap();
    it.book.back_up(BackupWhy::Changes).unwrap();
    let evidence = it.book.rows().all::<Evidence>().unwrap().remove(0);
    fs::remove_file(it.book.vault.place_of(&evidence.sha256)).unwrap();
    clock.set(AFTER);
    let (it, restored) = restore(it, BEFORE);
    assert_eq!((restored.files_back, restored.files_lost), (1, 0));
    assert_eq!(it.book.vault.state(&evidence.sha256, evidence.bytes).unwrap(), FileState::Whole);
}

#[test]
fn evidence_that_is_nowhere_is_told_and_does_not_stop_the_restore() {
    let (it, _, then) = gone_on();
    let evidence = it.book.rows().all::<Evidence>().unwrap().remove(0);
    fs::remove_file(it.book.vault.place_of(&evidence.sha256)).unwrap();
    assert_eq!(it.book.backups().preview(BEFORE).unwrap().files_lost, ["承認.txt"]);
    let (it, restored) = restore(it, BEFORE);
    assert_eq!(restored.files_lost, 1);
    assert_eq!(it.digest(), then);
}

#[test]
fn a_restore_that_ends_anywhere_leaves_the_old_book_or_the_new_one() {
    for end in Step::ALL {
        let (it, clock, then) = gone_on();
        let now = it.digest();
        let InFolder { book, folder } = it;
        let after = book.restore(BEFORE, &mut |step| {
            if step == end { Err(io::Error::other("killed")) } else { Ok(()) }
        });
        assert!(after.done.is_err(), "{end:?}");
        // As after a kill: nothing is asked of the book that this left open, and it is opened anew.
        drop(after.book);
        let mut how = options(folder.path().join("book"), 3);
        how.clock = clock;
        let book = Book::open(how).unwrap();
        let found = book.digest().unwrap().to_string();
        let is_new = matches!(end, Step::Marked | Step::Cleared | Step::Renamed);
        assert_eq!(found, if is_new { then } else { now }, "{end:?}");
        assert!(book.check().unwrap().is_whole(), "{end:?}");
        let left = names(book.folder());
        assert!(!left.iter().any(|name| name.contains("restor")), "{end:?} leaves {left:?}");
    }
}

/// What a restore has on the disk just after the mark was written, put into another folder: the process was killed there and
/// nobody has opened the book since.
#[test]
fn a_process_killed_after_the_mark_is_finished_at_the_next_opening_with_the_log_of_the_old_book_beside_it() {
    let (it, _, then) = gone_on();
    let killed = tempfile::tempdir().unwrap();
    let to = killed.path().join("book");
    let InFolder { book, folder } = it;
    let from = folder.path().join("book");
    let after = book.restore(BEFORE, &mut |step| {
        if step == Step::Marked {
            copy_all(&from, &to);
            // A log that was not removed yet must not be read into the new file.
            fs::write(to.join("book.sqlite-wal"), vec![7; 40_000]).unwrap();
        }
        Ok(())
    });
    drop(after);
    let book = Book::open(options(to, 3)).unwrap();
    assert_eq!(book.digest().unwrap().to_string(), then);
    assert!(book.check().unwrap().is_whole());
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn a_backup_that_rotted_is_refused_before_anything_is_touched() {
    let (mut it, _, _) = gone_on();
    let digest = it.digest();
    let file = it.book.backups().choose(BEFORE, &Patience::endless()).unwrap().file;
    let mut bytes = fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&file, bytes).unwrap();
    let InFolder { book, folder } = it;
    let after = book.restore(BEFORE, &mut |_| Ok(()));
    assert!(matches!(after.done, Err(BookError::Backup(BackupRefused::NotWhole { .. }))), "{:?}", after.done);
    it = InFolder { book: after.book.unwrap(), folder };
    assert_eq!(it.digest(), digest);
    it.book.transact(Op::ContractRemove, new_action(), |tx| Ok(tx.delete_contract(contract_id())?)).unwrap();
}

#[test]
fn a_backup_of_an_older_schema_is_brought_up_to_date_when_it_is_put_back() {
    let it = InFolder::new();
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/old-books/book-1.sqlite");
    let named = old.display().to_string();
    let preview = it.book.backups().preview(&named).unwrap();
    assert_eq!(preview.back, [facts().contract.title.to_string()]);
    let bytes = fs::read(&old).unwrap();
    // An empty book has a backup of its own before, like any other.
    let (it, _) = restore(it, &named);
    assert_eq!(it.digest(), InFolder::filled().digest());
    assert_eq!(fs::read(&old).unwrap(), bytes, "the backup itself is left as it is");
}
