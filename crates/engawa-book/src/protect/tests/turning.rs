use super::*;
use crate::FileState;
use crate::tests::samples::new_action;

#[test]
fn a_protected_book_opens_with_its_passphrase_or_its_code_and_holds_everything() {
    let it = Closed::filled();
    let (turned, code) = it.protect(&mut on).unwrap();
    assert!(turned.left.is_empty(), "{:?}", turned.left);
    it.assert_whole(&it.open(turned.key.as_ref()).unwrap());
    it.assert_whole(&it.open(Some(&it.unlock(PASSPHRASE).unwrap())).unwrap());
    let by_code = it.unlock(&code.groups().join(" ").to_lowercase()).unwrap();
    it.assert_whole(&it.open(Some(&by_code)).unwrap());
}

#[test]
fn a_protected_book_stays_shut_without_its_passphrase() {
    let it = Closed::filled();
    it.protect(&mut on).unwrap();
    assert!(matches!(it.open(None), Err(BookError::Protection(ProtectionRefused::Locked))));
    let wrong = it.unlock("縁側で猫と夕立を待った");
    assert!(matches!(wrong, Err(BookError::Protection(ProtectionRefused::WrongPassphrase))));
    let wrong = it.unlock(&RecoveryCode::new().unwrap().groups().concat());
    assert!(matches!(wrong, Err(BookError::Protection(ProtectionRefused::WrongCode))));
}

#[test]
fn a_book_that_is_no_longer_protected_is_the_plain_book_it_was() {
    let it = Closed::filled();
    it.protect(&mut on).unwrap();
    unprotect(&it.home(), &secret(PASSPHRASE), now(), &mut on).unwrap();
    it.assert_whole(&it.open(None).unwrap());
    assert!(fs::read(it.home().join("book.sqlite")).unwrap().starts_with(b"SQLite format 3\0"));
    assert!(!it.home().join("protection.json").exists());
    assert!(!it.home().join("backups/protection.json").exists());
    assert!(!is_protected(&it.home(), now()).unwrap());
}

#[test]
fn the_backups_of_a_protected_book_open_with_its_key_and_are_plain_again_afterwards() {
    let it = Closed::filled();
    let (turned, _) = it.protect(&mut on).unwrap();
    let keys = turned.key.unwrap().keys().unwrap();
    let backups = || {
        let files = all_files(&it.home().join("backups")).into_iter();
        files.filter(|file| file.extension().is_some_and(|end| end == "sqlite")).collect::<Vec<_>>()
    };
    assert!(!backups().is_empty());
    for backup in backups() {
        assert!(engawa_store::check_copy(&backup, None).is_err(), "{}", backup.display());
        engawa_store::check_copy(&backup, Some(&keys.file)).unwrap();
    }
    unprotect(&it.home(), &secret(PASSPHRASE), now(), &mut on).unwrap();
    for backup in backups() {
        engawa_store::check_copy(&backup, None).unwrap();
    }
}

#[test]
fn what_is_recorded_attached_and_backed_up_in_a_protected_book_is_encrypted_from_the_start() {
    let it = Closed::filled();
    let (turned, _) = it.protect(&mut on).unwrap();
    let mut book = it.open(turned.key.as_ref()).unwrap();
    let source = it.folder.path().join("later.txt");
    fs::write(&source, "あとから見た承認の画面").unwrap();
    let kept = book.vault.keep(&source, &mut crate::unwatched).unwrap();
    book.form_draft_save("fact_add", "{\"note\":\"まだ書いている途中\"}").unwrap();
    book.back_up(crate::BackupWhy::Asked).unwrap();
    for secret in ["あとから見た承認の画面", "まだ書いている途中", &kept.sha256.0] {
        assert_nowhere(&it.home(), secret.as_bytes());
    }
    assert_eq!(book.vault.state(&kept.sha256, kept.bytes).unwrap(), FileState::Whole);
    assert_eq!(book.vault.presence(&kept.sha256, kept.bytes), crate::views::FilePresence::There);
    // The same bytes once more are kept once.
    let files = all_files(&it.home().join("evidence")).len();
    book.vault.keep(&source, &mut crate::unwatched).unwrap();
    assert_eq!(all_files(&it.home().join("evidence")).len(), files);
}

#[test]
fn two_encrypted_files_that_changed_places_and_one_that_was_cut_off_are_named_by_the_check() {
    let it = Closed::filled();
    let (turned, _) = it.protect(&mut on).unwrap();
    let book = it.open(turned.key.as_ref()).unwrap();
    let evidence: Evidence = book.rows().all().unwrap().remove(0);
    let place = book.vault.place_of(&evidence.sha256);
    let whole = fs::read(&place).unwrap();
    // Another file of the same length, encrypted with the same key, under the name of the first.
    let other = it.folder.path().join("other.txt");
    fs::write(&other, "否認されました").unwrap();
    let kept = book.vault.keep(&other, &mut crate::unwatched).unwrap();
    assert_eq!(kept.bytes, evidence.bytes);
    fs::copy(book.vault.place_of(&kept.sha256), &place).unwrap();
    assert_eq!(book.check().unwrap().files, [(evidence.sha256.clone(), FileState::Altered)]);
    assert!(book.vault.read(&evidence.sha256).is_err(), "and not a byte of it is handed out as the first");
    fs::write(&place, &whole[..whole.len() - 1]).unwrap();
    assert_eq!(book.check().unwrap().files, [(evidence.sha256.clone(), FileState::Altered)]);
    fs::write(&place, whole).unwrap();
    assert!(book.check().unwrap().is_whole());
}

#[test]
fn evidence_that_was_altered_before_is_taken_along_and_still_named_afterwards() {
    let it = Closed::filled();
    let hash = {
        let book = it.open(None).unwrap();
        let evidence: Evidence = book.rows().all().unwrap().remove(0);
        fs::write(book.vault.place_of(&evidence.sha256), "承認されませんで").unwrap();
        evidence.sha256
    };
    let (turned, _) = it.protect(&mut on).unwrap();
    let named = |book: Book| assert_eq!(book.check().unwrap().files, [(hash.clone(), FileState::Altered)]);
    named(it.open(turned.key.as_ref()).unwrap());
    unprotect(&it.home(), &secret(PASSPHRASE), now(), &mut on).unwrap();
    let book = it.open(None).unwrap();
    let bytes = fs::read(book.vault.place_of(&hash)).unwrap();
    assert_eq!(bytes, "承認されませんで".as_bytes(), "not even a wrong byte was lost");
    named(book);
}

#[test]
fn files_that_are_none_of_the_books_stay_and_are_named() {
    let it = Closed::filled();
    fs::write(it.home().join("evidence/memo.txt"), "自分のメモ").unwrap();
    let (turned, _) = it.protect(&mut on).unwrap();
    assert_eq!(turned.left, [Path::new("evidence/memo.txt")]);
    assert_eq!(fs::read_to_string(it.home().join("evidence/memo.txt")).unwrap(), "自分のメモ");
}

#[test]
fn a_passphrase_can_be_changed_twice_and_only_the_last_one_opens() {
    let it = Closed::filled();
    let (_, code) = it.protect(&mut on).unwrap();
    let home = it.home();
    change_passphrase(&home, &secret(PASSPHRASE), &passphrase("second one"), Cost::QUICK).unwrap();
    // Who forgot the passphrase changes it with the code.
    let by_code = secret(&code.groups().concat());
    change_passphrase(&home, &by_code, &passphrase("third one"), Cost::QUICK).unwrap();
    for old in [PASSPHRASE, "second one"] {
        assert!(it.unlock(old).is_err(), "{old}");
    }
    it.assert_whole(&it.open(Some(&it.unlock("third one").unwrap())).unwrap());
    let wrong = change_passphrase(&home, &secret(PASSPHRASE), &passphrase("fourth one"), Cost::QUICK);
    assert!(wrong.is_err(), "only who knows it changes it");
}

#[test]
fn a_new_recovery_code_ends_the_old_one() {
    let it = Closed::filled();
    let (_, old) = it.protect(&mut on).unwrap();
    let new = RecoveryCode::new().unwrap();
    renew_code(&it.home(), &secret(PASSPHRASE), &new).unwrap();
    assert!(it.unlock(&old.groups().concat()).is_err());
    it.assert_whole(&it.open(Some(&it.unlock(&new.groups().concat()).unwrap())).unwrap());
}

#[test]
fn a_protected_book_opens_although_its_key_file_was_lost() {
    let it = Closed::filled();
    it.protect(&mut on).unwrap();
    fs::remove_file(it.home().join("protection.json")).unwrap();
    it.assert_whole(&it.open(Some(&it.unlock(PASSPHRASE).unwrap())).unwrap());
    assert!(it.home().join("protection.json").exists(), "it was put back from its copy");
}

#[test]
fn a_plain_copy_put_in_the_place_of_a_protected_book_is_not_taken_for_it() {
    let it = Closed::filled();
    let plain = fs::read(it.home().join("book.sqlite")).unwrap();
    let (turned, _) = it.protect(&mut on).unwrap();
    fs::write(it.home().join("book.sqlite"), plain).unwrap();
    let refused = it.open(turned.key.as_ref());
    assert!(matches!(refused, Err(BookError::Store(engawa_store::StoreError::Plain))));
}

#[test]
fn a_book_is_protected_once_and_unprotected_once() {
    let it = Closed::filled();
    let not_yet = unprotect(&it.home(), &secret(PASSPHRASE), now(), &mut on);
    assert!(matches!(not_yet, Err(BookError::Protection(ProtectionRefused::NotProtected))));
    it.protect(&mut on).unwrap();
    let again = it.protect(&mut on);
    assert!(matches!(again, Err(BookError::Protection(ProtectionRefused::AlreadyProtected))));
}

#[test]
fn a_book_that_somebody_has_open_is_not_protected_under_their_hands() {
    let it = Closed::filled();
    let book = it.open(None).unwrap();
    assert!(matches!(it.protect(&mut on), Err(BookError::Held { .. })));
    it.assert_whole(&book);
}

#[test]
fn changes_of_a_protected_book_are_undone_like_any_others() {
    let it = Closed::filled();
    let (turned, _) = it.protect(&mut on).unwrap();
    let mut book = it.open(turned.key.as_ref()).unwrap();
    let contract = crate::samples_for_tests::contract_id();
    book.transact(crate::Op::ContractAmend, new_action(), |tx| {
        let facts = crate::samples_for_tests::facts();
        let title = engawa_domain::text::Title::new("別の題名").unwrap();
        Ok(tx.update(&engawa_domain::facts::Contract { id: contract, title, ..facts.contract })?)
    })
    .unwrap();
    assert_ne!(book.digest().unwrap().to_string(), it.digest);
    book.undo(new_action()).unwrap();
    it.assert_whole(&book);
}

/// No file below the folder holds these bytes.
pub fn assert_nowhere(folder: &Path, secret: &[u8]) {
    for file in all_files(folder) {
        let bytes = fs::read(&file).unwrap();
        let found = bytes.windows(secret.len()).any(|window| window == secret);
        assert!(!found, "{} holds {}", file.display(), String::from_utf8_lossy(secret));
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        assert!(!name.contains(&*String::from_utf8_lossy(secret)), "{name}");
    }
}
