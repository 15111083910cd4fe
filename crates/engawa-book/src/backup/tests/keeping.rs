use std::fs;

use engawa_domain::facts::{ContactRequest, FiledBy};
use engawa_store::Copy;

use super::*;
use crate::backup::places::Remembered;
use crate::samples_for_tests::request;
use crate::tests::samples::{new_action, now};
use crate::{BookError, Op};

/// A book with one row of every kind, and a folder that is a stick.
fn with_stick() -> (InFolder, PathBuf) {
    let it = InFolder::filled();
    let stick = it.folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    it.book.backups().add_place(&stick).unwrap();
    (it, stick)
}

fn state_of(it: &InFolder, stick: &Path) -> PlaceState {
    let places = Remembered::read(&it.book.backups().home()).places;
    places.into_iter().find(|place| place.folder == stick).unwrap().state
}

fn amend(it: &mut InFolder, reason: &str) {
    let filed = ContactRequest { reason: reason.to_owned(), ..request(105, FiledBy::Me, "11-21") };
    it.book.transact(Op::RequestAmend, new_action(), |tx| Ok(tx.update(&filed)?)).unwrap();
}

#[test]
fn a_backup_counts_only_with_the_slip_that_says_how_it_was_proven() {
    let mut it = InFolder::filled();
    assert_eq!(it.book.last_backup().unwrap(), None);
    let path = it.book.back_up(BackupWhy::Asked).unwrap();
    assert_eq!(it.book.last_backup().unwrap(), Some(now()));
    let slip = slip::Slip::read(path.parent().unwrap(), now()).unwrap();
    assert_eq!((slip.entries, slip.counts.contracts, slip.counts.files), (9, 1, 1));
    assert_eq!(slip.digest, it.digest());
    fs::remove_file(path.parent().unwrap().join(name::slip_name(now()))).unwrap();
    assert_eq!(it.book.last_backup().unwrap(), None, "what a crash leaves before the slip is no backup");
}

#[test]
fn a_backup_is_a_book() {
    let mut it = InFolder::filled();
    let digest = it.digest();
    let copy = it.book.back_up(BackupWhy::Asked).unwrap();
    let other = it.folder.path().join("elsewhere");
    fs::create_dir(&other).unwrap();
    fs::copy(copy, other.join("book.sqlite")).unwrap();
    assert_eq!(Book::open(options(other, 3)).unwrap().digest().unwrap().to_string(), digest);
}

#[test]
fn where_nothing_was_recorded_since_the_last_backup_there_is_no_other() {
    let mut it = InFolder::filled();
    it.book.back_up(BackupWhy::Changes).unwrap();
    it.book.back_up(BackupWhy::Exit).unwrap();
    assert_eq!(it.book.backups().view(false).backups.len(), 1);
    amend(&mut it, "資料の受け渡し");
    it.book.back_up(BackupWhy::Changes).unwrap();
    assert_eq!(it.book.backups().view(false).backups.len(), 2);
}

#[test]
fn what_was_recorded_is_unsaved_until_a_backup_holds_it() {
    let mut it = InFolder::new();
    assert_eq!(it.book.backup_due(), Due::No, "there is nothing to lose yet");
    it = InFolder::filled();
    assert_eq!(it.book.backup_due(), Due::In(QUIET));
    it.book.back_up(BackupWhy::Changes).unwrap();
    assert_eq!(it.book.backup_due(), Due::No);
    let it = it.reopened();
    assert_eq!(it.book.backup_due(), Due::No, "after a restart it is still known");
}

#[test]
fn a_book_closed_before_its_backup_gets_it_soon_after_it_is_opened_again() {
    let it = InFolder::filled().reopened();
    assert!(it.book.is_unsaved());
    assert_eq!(it.book.backup_due(), Due::In(QUIET));
}

#[test]
fn a_place_gets_the_backup_its_slip_and_every_file_of_evidence() {
    let (mut it, stick) = with_stick();
    it.book.back_up(BackupWhy::Changes).unwrap();
    let folder = it.book.backups().at(&stick);
    let found = names(&folder);
    assert_eq!(found.len(), 3, "the backup, its slip, the evidence: {found:?}");
    let copy = Copy::open(&folder.join(name(now())), None).unwrap();
    assert_eq!(copy.contents().unwrap().digest.to_string(), it.digest());
    let evidence = it.book.rows().all::<engawa_domain::facts::Evidence>().unwrap().remove(0);
    let kept = fs::read(files::in_evidence(&folder.join("evidence"), &evidence.sha256.0)).unwrap();
    assert_eq!(kept, "承認されました".as_bytes());
    assert_eq!(state_of(&it, &stick), PlaceState::Proven { at: now() });
    assert_eq!(it.book.backups().status(false).places, 2);
}

#[test]
fn a_stick_that_is_away_is_no_failure_and_catches_up_when_it_is_back() {
    let (mut it, stick) = with_stick();
    let aside = it.folder.path().join("pulled out");
    fs::rename(&stick, &aside).unwrap();
    it.book.back_up(BackupWhy::Changes).unwrap();
    assert_eq!(state_of(&it, &stick), PlaceState::Away { since: now() });
    assert_eq!(it.book.backups().status(false).is, crate::views::BackupStatusIs::Away);
    let written = fs::metadata(it.book.backups().home().join("places.json")).unwrap().modified().unwrap();
    it.book.back_up(BackupWhy::Changes).unwrap();
    let again = fs::metadata(it.book.backups().home().join("places.json")).unwrap().modified().unwrap();
    assert_eq!(again, written, "nothing is written while nothing is new");
    fs::rename(&aside, &stick).unwrap();
    it.book.back_up(BackupWhy::Changes).unwrap();
    assert_eq!(state_of(&it, &stick), PlaceState::Proven { at: now() });
    assert_eq!(it.book.backup_due(), Due::No, "nobody is behind any more");
}

#[test]
fn a_place_that_vanishes_while_it_is_copied_to_has_nothing_that_counts() {
    let (it, stick) = with_stick();
    let patience = Patience::endless().until(std::time::Instant::now());
    let kept = it.book.backups().keep(BackupWhy::Changes, &patience);
    assert!(kept.home.is_ok(), "the backup beside the book is made all the same");
    assert!(kept.is_behind);
    let folder = it.book.backups().at(&stick);
    assert_eq!(make::slips(&folder), [], "half a backup is none");
    assert_eq!(state_of(&it, &stick), PlaceState::Waiting, "whoever had no time left has learnt nothing");
}

#[test]
fn what_killed_backups_have_left_goes_with_the_next_one_and_no_proven_one_does() {
    let (mut it, stick) = with_stick();
    it.book.back_up(BackupWhy::Changes).unwrap();
    let (home, place) = (it.book.backups().home(), it.book.backups().at(&stick));
    let proven = [names(&home), names(&place)];
    let half = "book-2026-11-24T05-04-59.000Z";
    let left = [
        home.join(format!("{half}.unproven")),
        home.join(format!("{half}.unproven-journal")),
        home.join(format!("{half}.json.part")),
        place.join(format!("{half}.sqlite.part")),
        place.join("evidence/5d/5d10.part"),
    ];
    for path in &left {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "half").unwrap();
    }
    let own = stick.join("letter.part");
    fs::write(&own, "mine").unwrap();
    amend(&mut it, "資料の受け渡し");
    it.book.back_up(BackupWhy::Changes).unwrap();
    for path in &left {
        assert!(!path.exists(), "{} was left lying about", path.display());
    }
    for (folder, proven) in [(&home, &proven[0]), (&place, &proven[1])] {
        let now = names(folder);
        assert!(proven.iter().all(|name| now.contains(name)), "{proven:?} became {now:?}");
    }
    assert_eq!(it.book.backups().view(false).backups.len(), 2);
    assert!(own.exists(), "beside our folder at a place nothing is ours");
}

#[test]
fn a_place_that_cannot_be_written_says_so_and_the_others_get_theirs() {
    let (mut it, stick) = with_stick();
    // A file where the folder of the book should be.
    fs::write(it.book.backups().at(&stick), "").unwrap();
    it.book.back_up(BackupWhy::Changes).unwrap();
    assert!(matches!(state_of(&it, &stick), PlaceState::Failed { .. }));
    assert_eq!(it.book.backups().status(false).is, crate::views::BackupStatusIs::Failed);
    assert_eq!(it.book.last_backup().unwrap(), Some(now()));
}

#[test]
fn evidence_that_rotted_at_a_place_is_found_and_brought_again() {
    let (mut it, stick) = with_stick();
    it.book.back_up(BackupWhy::Changes).unwrap();
    let evidence = it.book.rows().all::<engawa_domain::facts::Evidence>().unwrap().remove(0);
    let there = files::in_evidence(&it.book.backups().at(&stick).join("evidence"), &evidence.sha256.0);
    fs::write(&there, "承認されませんで").unwrap();
    let proof = it.book.backups().prove(now(), &Patience::endless()).unwrap();
    assert_eq!((proof.places, proof.files), (2, 1));
    assert_eq!(fs::read(&there).unwrap(), "承認されました".as_bytes());
    fs::write(&there, "承認されませんで").unwrap();
    fs::remove_file(it.book.vault.place_of(&evidence.sha256)).unwrap();
    let refused = it.book.backups().prove(now(), &Patience::endless());
    assert!(matches!(refused, Err(BackupRefused::NotWhole { .. })), "nobody has it any more: {refused:?}");
}

#[test]
fn one_flipped_byte_of_a_backup_is_found_when_it_is_proven_again() {
    let mut it = InFolder::filled();
    let path = it.book.back_up(BackupWhy::Changes).unwrap();
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, bytes).unwrap();
    let refused = it.book.backups().prove(now(), &Patience::endless());
    assert!(matches!(refused, Err(BackupRefused::NotWhole { .. })), "{refused:?}");
}

#[test]
fn a_sudden_loss_stops_the_thinning_until_somebody_says_it_was_meant() {
    let clock = Hand::at("2026-11-01T03:00:00Z");
    let mut it = InFolder::new();
    it.book.fill_bulk(12, |_| {}).unwrap();
    let mut it = under(&clock, it);
    it.book.back_up(BackupWhy::Changes).unwrap();
    let contracts: Vec<engawa_domain::facts::Contract> = it.book.rows().all().unwrap();
    for contract in &contracts[..8] {
        it.book
            .transact(Op::ContractRemove, new_action(), |tx| Ok(tx.delete_contract(contract.id)?))
            .unwrap();
    }
    clock.set("2026-11-01T04:00:00Z");
    it.book.back_up(BackupWhy::Changes).unwrap();
    let shrunk = it.book.backups().view(false).shrunk.unwrap();
    assert_eq!(shrunk.contracts, [12, 4]);
    assert_eq!(it.book.backups().status(false).is, crate::views::BackupStatusIs::Shrunk);
    // Days later both of that day are still there, although the rule would keep the later one only.
    clock.set("2026-11-20T03:00:00Z");
    it.book.back_up(BackupWhy::Asked).unwrap();
    assert_eq!(it.book.backups().view(false).backups.len(), 3);
    it.book.backups().loss_was_meant().unwrap();
    it.book.back_up(BackupWhy::Asked).unwrap();
    let left = it.book.backups().view(false).backups.len();
    assert_eq!(left, 3, "one of the first day, and two of the last 24 hours");
}

#[test]
fn the_book_itself_is_no_place_for_a_backup_of_it() {
    let it = InFolder::filled();
    let refused = it.book.backups().add_place(it.book.folder());
    assert!(matches!(refused, Err(BackupRefused::InTheBook(_))));
}

#[test]
fn another_version_of_the_app_backs_the_book_up_before_it_goes_on() {
    let mut it = InFolder::filled();
    it.book.back_up(BackupWhy::Changes).unwrap();
    let home = it.book.backups().home();
    let mut kept = Remembered::read(&home);
    kept.app = "0.0.1".to_owned();
    kept.write(&home).unwrap();
    amend(&mut it, "資料の受け渡し");
    let it = it.reopened();
    let backups = it.book.backups().view(false).backups;
    assert_eq!(backups[0].why, Some(BackupWhy::Upgrade));
    assert!(!it.book.is_unsaved());
    assert_eq!(Remembered::read(&home).app, env!("CARGO_PKG_VERSION"), "once");
}

#[test]
fn there_is_no_backup_of_a_moment_at_which_none_was_made() {
    let it = InFolder::filled();
    let refused = it.book.backups().preview("2026-11-24T05:05:00.000Z").map_err(BookError::from);
    assert!(matches!(refused, Err(BookError::Backup(BackupRefused::NoSuch(_)))));
}
