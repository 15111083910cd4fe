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
