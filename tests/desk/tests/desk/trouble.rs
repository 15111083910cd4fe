//! Books that cannot be opened: the window says what is the matter, and touches nothing.

use std::{
    fs::{self, OpenOptions},
    io::{Seek as _, SeekFrom, Write as _},
    path::Path,
};

use engawa_desk::{Desk, Language, Start};

use crate::wording::Wording;

/// Where a SQLite file keeps its `user_version`, big-endian (sqlite.org/fileformat2.html, "The Database Header").
const USER_VERSION_AT: u64 = 60;

/// A book that the app made and closed.
fn closed_book(desk: &Desk) -> std::path::PathBuf {
    let window = desk.open(&Start::japanese());
    window.is_ready();
    window.close();
    let file = desk.book().join("book.sqlite");
    assert!(file.is_file(), "the app made no book where it was told to");
    file
}

fn overwrite(file: &Path, at: u64, bytes: &[u8]) {
    let mut book = OpenOptions::new().write(true).open(file).unwrap();
    book.seek(SeekFrom::Start(at)).unwrap();
    book.write_all(bytes).unwrap();
}

#[test]
fn a_book_of_a_newer_version_is_refused_with_words_and_left_as_it_is() {
    let desk = Desk::new();
    let file = closed_book(&desk);
    overwrite(&file, USER_VERSION_AT, &9000_u32.to_be_bytes());
    let before = fs::read(&file).unwrap();
    let window = desk.open(&Start::japanese());
    window.is_ready();
    let words = Wording::of(Language::Japanese);
    window.reads(&words.t("rescue-title-newer"));
    window.reads(&words.with("rescue-text-newer", &[("found", "9,000"), ("known", "3")]));
    window.passes_axe("the problem of a newer book");
    window.close();
    assert_eq!(fs::read(&file).unwrap(), before, "a book that is not understood is not touched");
}

#[test]
fn a_file_that_is_no_book_is_refused_with_words_and_left_as_it_is() {
    let desk = Desk::new();
    let file = closed_book(&desk);
    fs::write(&file, "this was a shopping list").unwrap();
    let window = desk.open(&Start::english());
    window.is_ready();
    window.reads(&Wording::of(Language::English).t("rescue-title-not-a-book"));
    window.passes_axe("the problem of a damaged book");
    window.close();
    assert_eq!(fs::read(&file).unwrap(), b"this was a shopping list", "what is not ours is not touched");
}

#[test]
fn a_truncated_book_is_refused_with_words_and_left_as_it_is() {
    let desk = Desk::new();
    let file = closed_book(&desk);
    let half = fs::metadata(&file).unwrap().len() / 2;
    OpenOptions::new().write(true).open(&file).unwrap().set_len(half).unwrap();
    let before = fs::read(&file).unwrap();
    let window = desk.open(&Start::japanese());
    window.is_ready();
    let words = Wording::of(Language::Japanese);
    window.reads(&words.t("rescue-title-damaged"));
    window.reads(&words.t("rescue-text-damaged"));
    window.close();
    assert_eq!(fs::read(&file).unwrap(), before, "a damaged book is not made worse");
}
