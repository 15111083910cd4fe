use std::fs;

use engawa_domain::facts::Evidence;
use engawa_words::{Lang, Words};

use super::*;
use crate::tests::samples::now;

const TYPED: &str = "gravel umbrella piano nineteen";

fn passphrase(typed: &str) -> Passphrase {
    Passphrase::new(typed.to_owned()).unwrap().quick()
}

fn sealed() -> (InFolder, PathBuf) {
    let it = InFolder::filled();
    let folder = it.folder.path().join("drawer");
    fs::create_dir(&folder).unwrap();
    let (made, _) = it.book.backups().seal(&folder, &passphrase(TYPED), &Patience::endless()).unwrap();
    (it, PathBuf::from(made.file))
}

#[test]
fn an_encrypted_backup_is_opened_by_its_passphrase_and_gives_the_book_and_its_evidence() {
    let (it, file) = sealed();
    let digest = it.digest();
    let other = InFolder::seeded(7);
    let opened = other.book.backups().unseal(&file, &passphrase(TYPED), &Patience::endless()).unwrap();
    let named = opened.display().to_string();
    assert_eq!(other.book.backups().preview(&named).unwrap().files_lost, [] as [String; 0]);
    let InFolder { book, folder } = other;
    let after = book.restore(&named, &mut |_| Ok(()));
    let restored = after.done.unwrap();
    let other = InFolder { book: after.book.unwrap(), folder };
    assert_eq!(other.digest(), digest);
    assert_eq!(restored.files_back, 1);
    let evidence = other.book.rows().all::<Evidence>().unwrap().remove(0);
    assert_eq!(fs::read(other.book.vault.place_of(&evidence.sha256)).unwrap(), "承認されました".as_bytes());
    other.book.backups().close_opened().unwrap();
    assert!(!opened.exists(), "nothing plain is left beside the book");
}

#[test]
fn nothing_of_the_book_can_be_read_in_it_and_only_it_is_left_in_the_folder() {
    let (it, file) = sealed();
    let bytes = fs::read(&file).unwrap();
    for plain in
        ["サンプル商店".as_bytes(), "承認されました".as_bytes(), b"SQLite format 3", TYPED.as_bytes()]
    {
        assert!(!bytes.windows(plain.len()).any(|window| window == plain));
    }
    assert_eq!(names(file.parent().unwrap()).len(), 1);
    assert!(!it.book.backups().home().join("opened").exists());
}

#[test]
fn what_a_killed_one_has_left_goes_with_the_next_and_nothing_else_in_the_folder_does() {
    let (it, file) = sealed();
    let folder = file.parent().unwrap();
    let half = folder.join(format!("{}-2026-11-24T05-04-59.000Z.age.part", it.book.backups().named));
    for path in [&half, &folder.join("film.part"), &folder.join("engawa-other.age.part")] {
        fs::write(path, "half").unwrap();
    }
    it.book.backups().seal(folder, &passphrase(TYPED), &Patience::endless()).unwrap();
    let own = file.file_name().unwrap().to_str().unwrap();
    assert_eq!(names(folder), [own, "engawa-other.age.part", "film.part"]);
}

#[test]
fn another_passphrase_is_told_as_such_and_leaves_nothing_behind() {
    let (it, file) = sealed();
    let refused = it.book.backups().unseal(&file, &passphrase("gravel umbrella"), &Patience::endless());
    assert!(matches!(refused, Err(BackupRefused::WrongPassphrase)), "{refused:?}");
    assert!(!it.book.backups().home().join("opened").exists());
}

#[test]
fn a_file_that_was_cut_off_anywhere_is_refused() {
    let (it, file) = sealed();
    let whole = fs::read(&file).unwrap();
    for length in [0, 20, 150, 200, whole.len() / 2, whole.len() - 70_000, whole.len() - 17, whole.len() - 1]
    {
        fs::write(&file, &whole[..length]).unwrap();
        let refused = it.book.backups().unseal(&file, &passphrase(TYPED), &Patience::endless());
        assert!(
            matches!(
                refused,
                Err(BackupRefused::Altered(_) | BackupRefused::NotSealed(_) | BackupRefused::WrongPassphrase)
            ),
            "{length} of {} bytes: {refused:?}",
            whole.len()
        );
        assert!(!it.book.backups().home().join("opened").exists(), "{length}");
    }
}

#[test]
fn a_file_with_one_flipped_byte_is_refused_wherever_it_is() {
    let (it, file) = sealed();
    let whole = fs::read(&file).unwrap();
    for place in (0..whole.len()).step_by(whole.len() / 40) {
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        fs::write(&file, &bytes).unwrap();
        let refused = it.book.backups().unseal(&file, &passphrase(TYPED), &Patience::endless());
        assert!(refused.is_err(), "byte {place}: {refused:?}");
    }
}

#[test]
fn a_file_that_is_no_encrypted_backup_is_told_apart_from_a_wrong_passphrase() {
    let (it, file) = sealed();
    fs::write(&file, "これは控えではありません。".repeat(40)).unwrap();
    let refused = it.book.backups().unseal(&file, &passphrase(TYPED), &Patience::endless());
    assert!(matches!(refused, Err(BackupRefused::NotSealed(_))), "{refused:?}");
}

/// The header of an `age` file, whose second line names the work as a power of two.
fn asks_for(file: &Path) -> String {
    let bytes = fs::read(file).unwrap();
    let header = String::from_utf8_lossy(&bytes[..200]).into_owned();
    let line = header.lines().find(|line| line.starts_with("-> scrypt ")).unwrap();
    line.rsplit(' ').next().unwrap().to_owned()
}

#[test]
fn a_backup_asks_for_the_same_work_whichever_computer_made_it() {
    let it = InFolder::filled();
    let passphrase = Passphrase::new(TYPED.to_owned()).unwrap();
    let (made, _) = it.book.backups().seal(it.folder.path(), &passphrase, &Patience::endless()).unwrap();
    // What the standard tool writes: 2^18.
    assert_eq!(asks_for(Path::new(&made.file)), "18");
}

#[test]
fn a_file_that_asks_for_more_memory_than_a_laptop_has_is_refused_before_any_of_it_is_taken() {
    let (it, file) = sealed();
    assert_eq!(asks_for(&file), "2");
    let bytes = fs::read(&file).unwrap();
    let end = bytes.windows(3).position(|part| part == b" 2\n").unwrap();
    for work in ["22", "40", "63"] {
        let asking = [&bytes[..=end], work.as_bytes(), &bytes[end + 2..]].concat();
        fs::write(&file, asking).unwrap();
        let refused = it.book.backups().unseal(&file, &passphrase(TYPED), &Patience::endless());
        assert!(matches!(refused, Err(BackupRefused::TooCostly(_))), "2^{work}: {refused:?}");
    }
}

#[test]
fn evidence_that_is_missing_in_the_book_is_counted_and_stops_nothing() {
    let it = InFolder::filled();
    let evidence = it.book.rows().all::<Evidence>().unwrap().remove(0);
    fs::write(it.book.vault.place_of(&evidence.sha256), "承認されませんで").unwrap();
    let backups = it.book.backups();
    let (made, slip) = backups.seal(it.folder.path(), &passphrase(TYPED), &Patience::endless()).unwrap();
    assert_eq!((made.files, made.files_missing), (0, 1));
    let sheet = fs::read_to_string(backups.sheet(&made, &slip, Words::new(Lang::Ja)).unwrap()).unwrap();
    assert!(sheet.contains("証拠のファイル 0個"), "the sheet counts what is in the file");
}

#[test]
fn an_empty_passphrase_is_none() {
    for typed in ["", "   ", "　"] {
        assert!(matches!(Passphrase::new(typed.to_owned()), Err(BackupRefused::NoPassphrase)), "{typed:?}");
    }
}

#[test]
fn the_sheet_says_how_to_open_it_and_never_with_what() {
    let it = InFolder::filled();
    let backups = it.book.backups();
    let (made, slip) = backups.seal(it.folder.path(), &passphrase(TYPED), &Patience::endless()).unwrap();
    for lang in [Lang::Ja, Lang::En] {
        let path = backups.sheet(&made, &slip, Words::new(lang)).unwrap();
        let page = fs::read_to_string(&path).unwrap();
        assert!(!page.contains(TYPED) && !page.contains("gravel"));
        assert!(page.contains("age --decrypt"));
        assert!(page.contains(&slip.head), "the end of the history, to be compared");
        assert!(
            !page.contains("http://") && !page.contains("https://"),
            "it asks for nothing from elsewhere"
        );
    }
    assert_eq!(slip.at, now());
}

#[test]
fn a_name_of_a_folder_cannot_put_anything_into_the_sheet() {
    let it = InFolder::filled();
    let folder = it.folder.path().join("<img src=x onerror=1>");
    if fs::create_dir(&folder).is_err() {
        // Windows has no such names.
        return;
    }
    let backups = it.book.backups();
    let (made, slip) = backups.seal(&folder, &passphrase(TYPED), &Patience::endless()).unwrap();
    let page = fs::read_to_string(backups.sheet(&made, &slip, Words::new(Lang::En)).unwrap()).unwrap();
    assert!(!page.contains("<img"));
}

#[test]
fn an_encrypted_export_comes_in_again_and_is_the_same_byte_for_byte() {
    let it = InFolder::filled();
    let plain = it.folder.path().join("plain.json");
    it.book.export(&plain, crate::ExportFiles::Along).unwrap();
    let sealed = it.folder.path().join("book.age");
    let report = it.book.export_sealed(&sealed, &passphrase(TYPED)).unwrap();
    assert_eq!((report.entries, report.files), (9, 1));
    let mut other = InFolder::seeded(8);
    let refused = other.book.import_sealed(&sealed, &passphrase("another"), crate::ImportMode::Apply);
    assert!(matches!(refused, Err(crate::BookError::Backup(BackupRefused::WrongPassphrase))), "{refused:?}");
    let report = other.book.import_sealed(&sealed, &passphrase(TYPED), crate::ImportMode::Apply).unwrap();
    assert_eq!((report.entries, report.files), (9, 1));
    let again = other.folder.path().join("again.json");
    other.book.export(&again, crate::ExportFiles::Along).unwrap();
    assert_eq!(fs::read(&again).unwrap(), fs::read(&plain).unwrap());
    assert!(!other.book.backups().home().join("opened").exists(), "nothing that was unpacked is left");
}
