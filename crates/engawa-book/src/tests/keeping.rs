use std::fs;

use super::samples::*;
use crate::views::{Settings, Theme};
use crate::{Book, BookError, FileState};

#[test]
fn a_book_is_opened_by_one_at_a_time_and_the_other_learns_by_whom() {
    let it = InFolder::new();
    match Book::open(options(it.folder.path().join("book"), 2)) {
        Err(BookError::Held { holder: Some(holder) }) => assert_eq!(holder.process, std::process::id()),
        other => panic!("opened twice: {other:?}"),
    }
}

#[test]
fn a_backup_is_opened_and_found_whole_before_it_counts() {
    let it = InFolder::filled();
    assert_eq!(it.book.last_backup().unwrap(), None);
    let path = it.book.back_up().unwrap();
    assert_eq!(it.book.last_backup().unwrap(), Some(now()));
    let check = engawa_store::check_copy(&path, None).unwrap();
    assert_eq!(check.entries, 9);
}

#[test]
fn a_backup_is_due_after_the_first_record_and_then_once_a_day_when_something_was_recorded() {
    let empty = InFolder::new();
    assert_eq!(empty.book.back_up_when_due().unwrap(), None, "there is nothing to lose yet");
    let it = InFolder::filled();
    assert!(it.book.back_up_when_due().unwrap().is_some());
    assert_eq!(it.book.back_up_when_due().unwrap(), None, "one a day is enough");
}

#[test]
fn a_backup_is_a_book() {
    let it = InFolder::filled();
    let digest = it.digest();
    let copy = it.book.back_up().unwrap();
    let other = it.folder.path().join("restored");
    fs::create_dir(&other).unwrap();
    fs::copy(copy, other.join("book.sqlite")).unwrap();
    assert_eq!(Book::open(options(other, 3)).unwrap().digest().unwrap().to_string(), digest);
}

#[test]
fn settings_and_unfinished_forms_survive_a_restart_and_are_no_facts() {
    let mut it = InFolder::filled();
    let digest = it.digest();
    let settings = Settings { theme: Theme::Dark, text_percent: 150, ..Settings::default() };
    it.book.settings_save(&settings).unwrap();
    it.book.form_draft_save("contract_add", "{\"title\":\"商品\"}").unwrap();
    let mut it = it.reopened();
    assert_eq!(it.book.settings().unwrap(), settings);
    assert_eq!(it.book.form_draft_load("contract_add").unwrap().as_deref(), Some("{\"title\":\"商品\"}"));
    it.book.form_draft_clear("contract_add").unwrap();
    assert_eq!(it.book.form_draft_load("contract_add").unwrap(), None);
    assert_eq!(it.digest(), digest);
}

#[test]
fn the_check_names_evidence_that_is_missing_or_altered() {
    let it = InFolder::filled();
    assert!(it.book.check().unwrap().is_whole());
    let evidence = it.book.rows().all::<engawa_domain::facts::Evidence>().unwrap().remove(0);
    let path = it.book.vault.place_of(&evidence.sha256);
    fs::write(&path, "承認されませんで").unwrap();
    assert_eq!(it.book.check().unwrap().files, [(evidence.sha256.clone(), FileState::Altered)]);
    fs::remove_file(&path).unwrap();
    assert_eq!(it.book.check().unwrap().files, [(evidence.sha256, FileState::Missing)]);
}

#[test]
fn a_folder_that_is_a_file_is_refused_in_words_of_the_system() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book");
    fs::write(&path, "").unwrap();
    assert!(matches!(Book::open(options(path, 1)), Err(BookError::Folder { .. })));
}
