//! A protected book on all its ways: backups here and elsewhere, back again, looked through, written out.

use std::path::PathBuf;

use super::*;
use crate::views::BackupFileIs;
use crate::{BackupRefused, BackupWhy, ExportFiles, PacketOptions, Patience, verify_book, verify_packet};

/// What stands in the file of evidence.
const KEPT: &str = "承認されました";

/// A book with a plain backup on a stick, protected afterwards and brought to the stick again.
struct Protected {
    it: Closed,
    stick: PathBuf,
    key: BookKey,
    book: Book,
}

impl Protected {
    fn with_stick() -> Self {
        let it = Closed::filled();
        let stick = it.folder.path().join("stick");
        fs::create_dir(&stick).unwrap();
        let mut plain = it.open(None).unwrap();
        plain.backups().add_place(&stick).unwrap();
        plain.back_up(BackupWhy::Asked).unwrap();
        drop(plain);
        assert!(holds(&stick, KEPT), "as long as the book is plain, so is the stick");
        let key = it.protect(&mut on).unwrap().0.key.unwrap();
        let mut book = it.open(Some(&key)).unwrap();
        // Something new, so that another backup is made.
        book.form_draft_save("fact_add", "{}").unwrap();
        let kept = book.backups().keep(BackupWhy::Asked, &Patience::endless());
        kept.home.as_ref().unwrap();
        assert!(!kept.is_behind, "{:?}", book.backups().view(false).places);
        Self { it, stick, key, book }
    }

    fn backups_on_stick(&self) -> Vec<PathBuf> {
        let files = all_files(&self.stick).into_iter();
        files.filter(|file| file.extension().is_some_and(|end| end == "sqlite")).collect()
    }
}

fn holds(folder: &Path, text: &str) -> bool {
    let within = |bytes: &[u8]| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    all_files(folder).iter().any(|file| within(&fs::read(file).unwrap()))
}

#[test]
fn once_the_protected_backup_is_proven_on_the_stick_nothing_plain_is_left_there_or_here() {
    let it = Protected::with_stick();
    for file in all_files(&it.it.home()).into_iter().chain(all_files(&it.stick)) {
        assert!(!engawa_store::is_plain(&file), "{}", file.display());
    }
    for text in [KEPT, "CREATE TABLE", "書きかけ商会"] {
        assert!(!holds(&it.it.home(), text), "{text} in the folder of the book");
        assert!(!holds(&it.stick, text), "{text} on the stick");
    }
    assert!(!it.backups_on_stick().is_empty());
}

#[test]
fn every_backup_of_a_protected_book_is_proven_again_with_its_key() {
    let it = Protected::with_stick();
    let rows = it.book.backups().view(false).backups;
    assert!(!rows.is_empty());
    for row in rows {
        it.book.backups().prove(row.at, &Patience::endless()).unwrap();
    }
}

#[test]
fn a_protected_backup_is_verified_where_it_lies_with_the_key_file_beside_it() {
    let it = Protected::with_stick();
    for file in it.backups_on_stick() {
        assert!(matches!(
            verify_book(&file, None, &[]),
            Err(BookError::Protection(ProtectionRefused::Locked))
        ));
        let found = verify_book(&file, Some(&it.key), &[]).unwrap();
        assert!(found.is_whole(), "{found:?}");
    }
    let found = verify_book(&it.it.home(), Some(&it.key), &[]).unwrap();
    assert!(found.is_whole() && found.files.unknown.is_empty(), "{found:?}");
}

#[test]
fn a_backup_of_a_protected_book_is_put_back_with_the_evidence_that_was_lost_and_stays_protected() {
    let it = Protected::with_stick();
    let evidence: Evidence = it.book.rows().all().unwrap().remove(0);
    fs::remove_file(it.book.vault.place_of(&evidence.sha256)).unwrap();
    let named = it.backups_on_stick().remove(0).display().to_string();
    let preview = it.book.backups().preview(&named).unwrap();
    assert!(preview.files_lost.is_empty(), "{preview:?}");
    let after = it.book.restore(&named, &mut |_| Ok(()));
    assert_eq!(after.done.unwrap().files_back, 1);
    let book = after.book.unwrap();
    assert!(book.is_protected());
    it.it.assert_whole(&book);
    assert!(!holds(&it.it.home(), KEPT));
}

#[test]
fn an_export_of_a_protected_book_is_whole_and_lies_where_the_user_wanted_it() {
    let it = Protected::with_stick();
    let to = it.it.folder.path().join("out.json");
    it.book.export(&to, ExportFiles::Along).unwrap();
    assert!(holds(it.it.folder.path(), KEPT), "an export is plain");
    assert!(!holds(&it.it.home(), KEPT), "and nothing of it stays in the book");
}

#[test]
fn the_packet_of_a_protected_book_has_the_bytes_of_that_of_the_plain_one() {
    let it = Closed::filled();
    let packet = |book: &Book, name: &str| {
        let links: Vec<engawa_domain::facts::EvidenceLink> = book.rows().all().unwrap();
        let to = it.folder.path().join(name);
        book.packet(links[0].contract, &PacketOptions::default(), &to).unwrap();
        assert!(verify_packet(&to, &[]).unwrap().faults.is_empty());
        fs::read(to).unwrap()
    };
    let plain = packet(&it.open(None).unwrap(), "plain.zip");
    let key = it.protect(&mut on).unwrap().0.key.unwrap();
    let protected = packet(&it.open(Some(&key)).unwrap(), "protected.zip");
    assert!(plain == protected, "whoever judges it need not know how the book was kept");
    assert!(protected.windows(KEPT.len()).any(|window| window == KEPT.as_bytes()));
}

#[test]
fn what_is_rescued_of_a_protected_book_is_protected_like_it() {
    let Protected { it, key, book, .. } = Protected::with_stick();
    drop(book);
    let to = it.folder.path().join("rescued");
    assert!(matches!(
        crate::Rescue::unlocked(&it.home(), None),
        Err(BookError::Protection(ProtectionRefused::Locked))
    ));
    let rescue = crate::Rescue::unlocked(&it.home(), Some(&key)).unwrap();
    rescue.salvage_to(&to, &options(it.home(), 5)).unwrap();
    assert!(!holds(&to, KEPT));
    let key = unlock(&to, &secret(PASSPHRASE), now()).unwrap();
    it.assert_whole(&Book::open_with(options(to, 6), Some(&key)).unwrap());
}

#[test]
fn a_backup_of_a_protected_book_becomes_a_protected_book_in_another_folder() {
    let Protected { it, key, book, .. } = Protected::with_stick();
    let files: u32 = book.rows().all::<Evidence>().unwrap().len().try_into().unwrap();
    drop(book);
    let rescue = crate::Rescue::unlocked(&it.home(), Some(&key)).unwrap();
    let named = rescue.backups().remove(0).name;
    let to = it.folder.path().join("elsewhere");
    let restored = rescue.restore_to(&named, &to, &options(it.home(), 5)).unwrap();
    assert_eq!((restored.files, restored.files_missing), (files, vec![]));
    assert!(!holds(&to, KEPT) && !holds(&to, "CREATE TABLE"));
    let key = unlock(&to, &secret(PASSPHRASE), now()).unwrap();
    it.assert_whole(&Book::open_with(options(to, 6), Some(&key)).unwrap());
}

/// A book on another machine, with nothing in it yet.
fn another(folder: &TempDir) -> Book {
    Book::open(options(folder.path().join("another"), 9)).unwrap()
}

#[test]
fn on_another_machine_a_backup_of_a_protected_book_is_put_back_with_the_passphrase_of_that_time() {
    let it = Protected::with_stick();
    let file = it.backups_on_stick().remove(0);
    let named = file.display().to_string();
    let machine = tempfile::tempdir().unwrap();
    let book = another(&machine);
    let backups = book.backups();
    assert_eq!(backups.kind_of(&file).unwrap(), BackupFileIs::Protected);
    let closed = backups.preview(&named);
    assert!(
        matches!(closed, Err(BackupRefused::OtherKey(_))),
        "nobody looks into it without the passphrase: {closed:?}"
    );
    let wrong = backups.unlock(&file, &secret("縁側で猫と夕立を待った"));
    assert!(matches!(wrong, Err(BackupRefused::WrongPassphrase)), "{wrong:?}");
    backups.unlock(&file, &secret(PASSPHRASE)).unwrap();
    assert!(backups.preview(&named).unwrap().files_lost.is_empty());
    let after = book.restore(&named, &mut |_| Ok(()));
    assert_eq!(after.done.unwrap().files_back, 1);
    let book = after.book.unwrap();
    assert!(!book.is_protected(), "it is kept as the book was that is there");
    assert_eq!(book.digest().unwrap().to_string(), it.it.digest);
    assert!(book.check().unwrap().is_whole());
    assert!(book.backups().preview(&named).is_err(), "the key was forgotten");
}

#[test]
fn in_a_protected_book_a_backup_under_another_key_comes_under_the_key_of_that_book() {
    let it = Protected::with_stick();
    let file = it.backups_on_stick().remove(0);
    let machine = tempfile::tempdir().unwrap();
    drop(another(&machine));
    let (home, code) = (machine.path().join("another"), RecoveryCode::new().unwrap());
    let other = "合言葉はまた別のもの";
    let turned = protect(&home, &passphrase(other), &code, Cost::QUICK, now(), &mut on).unwrap();
    let book = Book::open_with(options(home.clone(), 9), turned.key.as_ref()).unwrap();
    book.backups().unlock(&file, &secret(PASSPHRASE)).unwrap();
    let after = book.restore(&file.display().to_string(), &mut |_| Ok(()));
    assert_eq!(after.done.unwrap().files_back, 1);
    let book = after.book.unwrap();
    assert!(book.is_protected() && book.check().unwrap().is_whole());
    drop(book);
    assert!(!holds(&home, KEPT) && !holds(&home, "CREATE TABLE"));
    assert!(
        unlock(&home, &secret(PASSPHRASE), now()).is_err(),
        "the passphrase of the backup opens it no more"
    );
    let key = unlock(&home, &secret(other), now()).unwrap();
    let book = Book::open_with(options(home, 9), Some(&key)).unwrap();
    assert_eq!(book.digest().unwrap().to_string(), it.it.digest);
}

#[test]
fn a_closed_backup_is_locked_again_and_a_file_of_something_else_is_told_so() {
    let it = Protected::with_stick();
    let file = it.backups_on_stick().remove(0);
    let machine = tempfile::tempdir().unwrap();
    let book = another(&machine);
    let backups = book.backups();
    backups.unlock(&file, &secret(PASSPHRASE)).unwrap();
    backups.close_opened().unwrap();
    assert!(backups.preview(&file.display().to_string()).is_err());
    assert_eq!(
        it.book.backups().kind_of(&file).unwrap(),
        BackupFileIs::Plain,
        "its own book needs no secret"
    );
    let alone = machine.path().join("photo.jpg");
    fs::write(&alone, [7; 4096]).unwrap();
    assert!(matches!(backups.kind_of(&alone), Err(BackupRefused::NotSealed(_))));
}

#[test]
fn an_encrypted_backup_from_before_the_protection_ended_says_which_passphrase_opens_it() {
    let Protected { it, key: _, book, stick } = Protected::with_stick();
    drop(book);
    unprotect(&it.home(), &secret(PASSPHRASE), now(), &mut on).unwrap();
    let book = it.open(None).unwrap();
    let backups = book.backups();
    let old: Vec<_> = all_files(&stick)
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "sqlite"))
        .collect();
    assert!(!old.is_empty());
    for file in old {
        let named = file.display().to_string();
        assert!(matches!(backups.preview(&named), Err(BackupRefused::OtherKey(_))));
        backups.unlock(&file, &secret(PASSPHRASE)).unwrap();
        assert!(backups.preview(&named).is_ok(), "the passphrase of that time opens it");
    }
}

#[test]
fn a_protected_book_is_written_out_as_it_stands_while_it_goes_on() {
    let it = Closed::filled();
    let key = it.protect(&mut on).unwrap().0.key.unwrap();
    let mut book = it.open(Some(&key)).unwrap();
    let to = |name: &str| it.folder.path().join(name);
    book.export(&to("before.json"), ExportFiles::Along).unwrap();
    let standing = book.as_it_stands().unwrap();
    let contract: engawa_domain::facts::Contract = book.rows().all().unwrap().remove(0);
    let title = engawa_domain::text::Title::new("あとの題名").unwrap();
    let changed = engawa_domain::facts::Contract { title, ..contract };
    let action = crate::tests::samples::new_action();
    book.transact(crate::Op::ContractAmend, action, |tx| Ok(tx.update(&changed)?)).unwrap();
    let place = to("meanwhile.json");
    let made = std::thread::spawn(move || standing.export(&place, ExportFiles::Along));
    made.join().unwrap().unwrap();
    let written = |name: &str| fs::read(to(name)).unwrap();
    assert_eq!(written("meanwhile.json"), written("before.json"));
}
