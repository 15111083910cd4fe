//! A book that does not open: each way out of each trouble leads somewhere, and the damaged file is kept as it was.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::Desk;
use engawa_book::inputs::EvidenceInput;
use engawa_book::views::{Access, BookKind, TroubleKind, WayOut, Why};
use engawa_book::{Book, BookError, OpenOptions, Opened, Rescue, trouble, ways_out};
use engawa_domain::facts::{Contract, Origin, Stage};
use engawa_domain::say::Lang;
use engawa_store::{StoreError, inflict};
use engawa_words::Words;
use tempfile::TempDir;

const TITLE: &str = "商品紹介文の作成（60本）";

/// A closed book with a contract, a file of evidence and a backup.
fn closed() -> (TempDir, PathBuf) {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let contract = desk.contract(account, TITLE, &[(Stage::Contracted, "11/10")]);
    let source = desk.folder.path().join("画面.png");
    fs::write(&source, "承認の画面").unwrap();
    let path = source.to_string_lossy().into_owned();
    let action = desk.action(EvidenceInput { contract, path, origin: Origin::Picked, fact: None });
    desk.book.evidence_attach(action).unwrap();
    desk.book.back_up(engawa_book::BackupWhy::Asked).unwrap();
    let Desk { book, folder, .. } = desk;
    drop(book);
    let path = folder.path().join("engawa-book");
    (folder, path)
}

fn options(folder: &Path) -> OpenOptions {
    OpenOptions::of_this_machine(folder.to_owned(), BookKind::Own, Lang::Ja).unwrap()
}

/// Cuts the file in half, as a disk does that lost its end; what is left of it.
fn cut(folder: &Path) -> Vec<u8> {
    let file = folder.join("book.sqlite");
    let whole = fs::read(&file).unwrap();
    let half = whole[..whole.len() / 8192 * 4096].to_vec();
    fs::write(&file, &half).unwrap();
    half
}

fn titles(book: &Book) -> Vec<String> {
    let contracts: Vec<Contract> = book.rows().all().unwrap();
    contracts.iter().map(|contract| contract.title.as_str().to_owned()).collect()
}

fn refused(folder: &Path) -> BookError {
    Book::open(options(folder)).unwrap_err()
}

#[test]
fn a_damaged_book_offers_rescue_first_and_says_that_nothing_was_changed() {
    let (_dir, folder) = closed();
    let half = cut(&folder);
    let view = trouble(&refused(&folder), &Rescue::in_folder(&folder), Opened::No);
    assert_eq!(view.kind, TroubleKind::Damaged);
    assert_eq!(
        view.ways,
        [WayOut::Rescue, WayOut::Restore, WayOut::Look, WayOut::TryAgain, WayOut::ShowFolder, WayOut::Sample]
    );
    assert_eq!(view.backups.len(), 1);
    assert_eq!(view.backups[0].contracts, Some(1));
    let words = Words::new(Lang::Ja);
    assert!(words.try_say(&view.text).unwrap().contains("何も書いていません"));
    assert_eq!(fs::read(folder.join("book.sqlite")).unwrap(), half);
}

#[test]
fn rescue_puts_a_whole_book_in_its_place_and_keeps_the_damaged_one() {
    let (_dir, folder) = closed();
    // Whole pages in the middle are gone, so that both the rows and the history are hurt.
    let file = folder.join("book.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    bytes[..4096].fill(0);
    fs::write(&file, &bytes).unwrap();
    assert!(matches!(refused(&folder), BookError::Store(StoreError::NotABook { .. })));
    let report = Rescue::in_folder(&folder).in_place(&options(&folder)).unwrap();
    let kept = PathBuf::from(report.kept.unwrap());
    assert!(kept.file_name().unwrap().to_string_lossy().starts_with("book-damaged-"));
    assert_eq!(fs::read(kept).unwrap(), bytes, "byte for byte");
    let book = Book::open(options(&folder)).unwrap();
    assert!(book.check().unwrap().is_whole(), "{:?}", book.check().unwrap().damage);
    assert_eq!(titles(&book), [TITLE]);
    assert_eq!(report.files_whole, 1, "the files of evidence are where they were");
}

#[test]
fn a_backup_takes_the_place_of_a_damaged_book_which_is_kept() {
    let (_dir, folder) = closed();
    let half = cut(&folder);
    let rescue = Rescue::in_folder(&folder);
    let name = rescue.backups().remove(0).name;
    let kept = rescue.restore(&name, &options(&folder)).unwrap();
    assert_eq!(fs::read(kept).unwrap(), half);
    let book = Book::open(options(&folder)).unwrap();
    assert_eq!(titles(&book), [TITLE]);
    assert!(book.check().unwrap().is_whole());
}

#[test]
fn only_a_backup_of_this_book_is_restored_whatever_name_is_given() {
    let (dir, folder) = closed();
    let outside = dir.path().join("x.sqlite");
    fs::copy(folder.join("book.sqlite"), &outside).unwrap();
    let refused = Rescue::in_folder(&folder).restore("../../x.sqlite", &options(&folder));
    assert!(matches!(refused, Err(BookError::NothingToRescue)), "{refused:?}");
}

#[test]
fn what_can_be_read_of_a_damaged_book_is_looked_at_without_a_trace() {
    let (_dir, folder) = closed();
    let file = folder.join("book.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    bytes[..4096].fill(0);
    fs::write(&file, &bytes).unwrap();
    let before: Vec<_> = names(&folder);
    let mut book = Rescue::in_folder(&folder).look(options(&folder)).unwrap();
    assert_eq!(book.access(), Access::ReadOnly(Why::Rescue));
    assert_eq!(titles(&book), [TITLE]);
    assert_eq!(book.today_view().unwrap().open, 1, "every screen can be shown");
    let settings = book.settings().unwrap();
    assert!(book.settings_save(&settings).is_err());
    drop(book);
    assert_eq!((names(&folder), fs::read(&file).unwrap()), (before, bytes));
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_held_book_says_who_holds_it_and_can_be_looked_at_meanwhile() {
    let (_dir, folder) = closed();
    let held = Book::open(options(&folder)).unwrap();
    let view = trouble(&refused(&folder), &Rescue::in_folder(&folder), Opened::No);
    assert_eq!(view.kind, TroubleKind::Held);
    assert!(view.holder.is_some_and(|holder| holder.process == std::process::id()));
    assert_eq!(view.ways[..2], [WayOut::TryAgain, WayOut::Look]);
    assert_eq!(titles(&Book::open_read_only(options(&folder), None).unwrap()), [TITLE]);
    assert!(Rescue::in_folder(&folder).in_place(&options(&folder)).is_err(), "not under its feet");
    drop(held);
    assert!(Book::open(options(&folder)).is_ok(), "trying again helps once it was closed");
}

#[test]
fn a_newer_book_offers_no_look_since_it_is_not_understood() {
    let (_dir, folder) = closed();
    inflict::statements(&folder.join("book.sqlite"), "PRAGMA user_version = 900").unwrap();
    let view = trouble(&refused(&folder), &Rescue::in_folder(&folder), Opened::No);
    assert_eq!(view.kind, TroubleKind::Newer);
    assert!(!view.ways.contains(&WayOut::Look) && !view.ways.contains(&WayOut::Rescue));
    let said = Words::new(Lang::Ja).try_say(&view.text).unwrap();
    assert!(said.contains("900"), "{said}");
    assert!(Book::open_read_only(options(&folder), None).is_err());
}

#[test]
fn a_shopping_list_is_no_book_and_nothing_is_made_of_it() {
    let (_dir, folder) = closed();
    fs::write(folder.join("book.sqlite"), "牛乳\n".repeat(3_000)).unwrap();
    let view = trouble(&refused(&folder), &Rescue::in_folder(&folder), Opened::No);
    assert_eq!(view.kind, TroubleKind::NotABook);
    assert_eq!(view.ways[0], WayOut::Restore);
    let before = names(&folder);
    let rescued = Rescue::in_folder(&folder).in_place(&options(&folder));
    assert!(matches!(rescued, Err(BookError::NothingToRescue)), "{rescued:?}");
    assert_eq!(names(&folder), before);
}

#[test]
fn a_folder_that_is_away_offers_to_try_again_and_nothing_that_needs_it() {
    let gone = BookError::Folder {
        path: PathBuf::from("/media/stick/book"),
        source: std::io::ErrorKind::NotFound.into(),
    };
    let view = trouble(&gone, &Rescue::in_folder(Path::new("/media/stick/book")), Opened::No);
    assert_eq!(
        (view.kind, view.ways),
        (TroubleKind::Vanished, vec![WayOut::TryAgain, WayOut::OtherFolder, WayOut::Sample])
    );
}

#[test]
fn a_full_disk_and_a_medium_for_reading_only_can_be_looked_at() {
    for (error, kind) in [
        (StoreError::DiskFull, TroubleKind::Full),
        (StoreError::ReadOnly { detail: String::new() }, TroubleKind::ReadOnly),
    ] {
        let view = trouble(&error.into(), &Rescue::in_folder(Path::new("/nowhere")), Opened::No);
        assert_eq!(view.kind, kind);
        assert!(view.ways.contains(&WayOut::Look), "{kind:?}");
    }
}

#[test]
fn a_book_that_is_open_and_cannot_be_shown_offers_the_repair_first() {
    let ways = ways_out(TroubleKind::Damaged, Opened::Yes, false);
    assert_eq!(ways[..2], [WayOut::Repair, WayOut::Rescue]);
    assert!(!ways.contains(&WayOut::Restore), "where there is no backup there is none to restore");
}

#[test]
fn every_trouble_is_said_in_both_languages() {
    let errors = [
        BookError::Store(StoreError::Damaged { detail: String::new() }),
        BookError::Store(StoreError::NotABook { path: PathBuf::new(), why: String::new() }),
        BookError::Held { holder: None },
        BookError::Store(StoreError::Newer { found: 9, known: 2 }),
        BookError::Store(StoreError::ReadOnly { detail: String::new() }),
        BookError::Store(StoreError::DiskFull),
        BookError::Folder { path: PathBuf::new(), source: std::io::ErrorKind::NotFound.into() },
        BookError::NothingToUndo,
    ];
    for error in &errors {
        let view = trouble(error, &Rescue::in_folder(Path::new("/nowhere")), Opened::No);
        for lang in [Lang::Ja, Lang::En] {
            let words = Words::new(lang);
            words.try_say(&view.title).unwrap();
            words.try_say(&view.text).unwrap();
        }
    }
}

#[test]
fn a_salvage_into_another_folder_takes_the_files_along_and_leaves_the_damaged_book_alone() {
    let (dir, folder) = closed();
    let half = cut(&folder);
    let to = dir.path().join("救い出した帳");
    let report = Rescue::in_folder(&folder).salvage_to(&to, &options(&folder));
    assert_eq!(fs::read(folder.join("book.sqlite")).unwrap(), half);
    let report = report.unwrap();
    let book = Book::open(options(&to)).unwrap();
    assert!(book.check().unwrap().is_whole(), "{:?}", book.check().unwrap().damage);
    drop(book);
    let again = Rescue::in_folder(&folder).salvage_to(&to, &options(&folder));
    assert!(matches!(again, Err(BookError::NotEmpty(_))), "{again:?}");
    assert!(report.entries <= 3);
}

#[test]
fn what_can_be_read_is_exported() {
    let (dir, folder) = closed();
    let file = folder.join("book.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    bytes[..100].fill(0);
    fs::write(&file, bytes).unwrap();
    let to = dir.path().join("救い出した帳.json");
    Rescue::in_folder(&folder).export(&to, &options(&folder)).unwrap();
    let mut other = Desk::at("11-24 15:00");
    other.book.import(&to, engawa_book::ImportMode::Apply).unwrap();
    assert_eq!(titles(&other.book), [TITLE]);
}
