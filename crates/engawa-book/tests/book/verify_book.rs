//! A book that is looked at from outside: every file that was ever recorded, and every file that is there.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::Desk;
use engawa_book::inputs::EvidenceInput;
use engawa_book::{BookError, BookFault, BookVerified, FileFault, verify_book};
use engawa_domain::facts::{Origin, Stage};

/// A closed book with two files, of which one was untied and one taken back.
fn closed() -> (tempfile::TempDir, PathBuf) {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let id = desk.contract(account, "商品紹介文", &[(Stage::Contracted, "11/18")]);
    let mut keep = |name: &str| {
        let path = desk.folder.path().join(name);
        fs::write(&path, name).unwrap();
        let path = path.display().to_string();
        let action = desk.action(EvidenceInput { contract: id, fact: None, path, origin: Origin::Picked });
        desk.book.evidence_attach(action).unwrap().value
    };
    let link = keep("a.txt");
    keep("b.txt");
    let action = desk.action(()).id;
    desk.book.undo(action).unwrap();
    let action = desk.action(link);
    desk.book.evidence_detach(action).unwrap();
    let Desk { book, folder, .. } = desk;
    let place = book.folder().to_owned();
    drop(book);
    (folder, place)
}

fn look(book: &Path) -> BookVerified {
    verify_book(book, None, &[]).unwrap()
}

/// The kept file that came by this name.
fn kept(book: &Path, name: &str) -> PathBuf {
    let file = look(book).book.files.into_iter().find(|file| file.name == name).unwrap();
    book.join("evidence").join(&file.sha256[..2]).join(&file.sha256)
}

#[test]
fn files_that_were_untied_or_taken_back_are_still_looked_for() {
    let (_folder, book) = closed();
    assert!(look(&book).is_whole());
    assert_eq!(look(&book).files.seen, 2, "what was recorded once is proof once and for all");
    fs::remove_file(kept(&book, "b.txt")).unwrap();
    let found = look(&book);
    assert!(matches!(&found.files.faults[..], [FileFault::Missing(file)] if file.name == "b.txt"));
    assert!(!found.is_whole());
}

#[test]
fn one_flipped_byte_in_any_kept_file_is_found_and_the_file_named() {
    let (_folder, book) = closed();
    for name in ["a.txt", "b.txt"] {
        let path = kept(&book, name);
        let bytes = fs::read(&path).unwrap();
        for at in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1;
            replace(&path, &flipped);
            let found = look(&book).files.faults;
            assert!(matches!(&found[..], [FileFault::Altered(file)] if file.name == name), "{found:?}");
        }
        replace(&path, &bytes);
    }
    assert!(look(&book).is_whole());
}

/// Kept files are read-only; somebody who means to replaces them.
fn replace(path: &Path, bytes: &[u8]) {
    fs::remove_file(path).unwrap();
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_file_that_nobody_recorded_is_named_and_does_no_harm() {
    let (_folder, book) = closed();
    fs::create_dir_all(book.join("evidence/zz/deep")).unwrap();
    fs::write(book.join("evidence/zz/deep/strange"), "x").unwrap();
    fs::write(book.join("evidence/incoming-1-0"), "half").unwrap();
    let found = look(&book);
    assert_eq!(found.files.unknown, ["incoming-1-0", "zz/deep/strange"]);
    assert!(found.is_whole());
    assert!(book.join("evidence/incoming-1-0").exists(), "nothing is tidied up by looking");
}

#[test]
fn looking_writes_nothing_and_asks_for_no_lock() {
    let (_folder, book) = closed();
    let lock = fs::File::open(book.join("lock")).unwrap();
    lock.lock().unwrap();
    let names = || {
        let mut names: Vec<_> =
            fs::read_dir(&book).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = (names(), fs::read(book.join("book.sqlite")).unwrap());
    assert!(look(&book).is_whole(), "another program may hold the book");
    assert_eq!((names(), fs::read(book.join("book.sqlite")).unwrap()), before);
}

#[cfg(unix)]
#[test]
fn a_medium_that_cannot_be_written_is_no_hindrance() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, book) = closed();
    let set = |mode| fs::set_permissions(&book, fs::Permissions::from_mode(mode)).unwrap();
    fs::set_permissions(book.join("book.sqlite"), fs::Permissions::from_mode(0o444)).unwrap();
    set(0o555);
    let found = look(&book);
    set(0o755);
    assert!(found.is_whole());
}

#[test]
fn a_damaged_file_is_a_fault_and_a_newer_one_is_refused() {
    let (_folder, book) = closed();
    let file = book.join("book.sqlite");
    let bytes = fs::read(&file).unwrap();
    for change in [0_usize, 68] {
        let mut other = bytes.clone();
        other[change] ^= 1;
        fs::write(&file, other).unwrap();
        assert!(matches!(&look(&book).book.faults[..], [BookFault::File { .. }]), "byte {change}");
    }
    fs::write(&file, &bytes[..bytes.len() - 4096]).unwrap();
    assert!(matches!(&look(&book).book.faults[..], [BookFault::File { .. }]), "cut off");
    let mut newer = bytes;
    newer[63] = 200;
    fs::write(&file, newer).unwrap();
    assert!(matches!(verify_book(&book, None, &[]), Err(BookError::Store(_))));
}
