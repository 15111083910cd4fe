//! A book that cannot be opened is refused with its reason, and not a byte of it is written.

use std::fs;
use std::path::Path;

use engawa_book::views::BookKind;
use engawa_book::{Book, OpenOptions};
use engawa_domain::say::Lang;

use super::cli::Cli;

/// Every command that opens a book ends alike, and leaves the file as it is.
fn refused(cli: &Cli, book: &Path, code: &str) {
    let file = book.join("book.sqlite");
    let before = fs::read(&file).unwrap();
    for arguments in [&["check", "--json"][..], &["standing", "--json"], &["record", "account", "--json"]] {
        let said = cli.run_on(book, arguments, "{}");
        assert_eq!((said.code, said.problem()["code"].as_str()), (3, Some(code)), "{arguments:?}: {said:?}");
    }
    assert!(fs::read(&file).unwrap() == before, "the file was touched");
}

fn copy_of(cli: &Cli, name: &str, change: impl FnOnce(&mut Vec<u8>)) -> std::path::PathBuf {
    let book = cli.folder.path().join(name);
    fs::create_dir(&book).unwrap();
    let mut bytes = fs::read(cli.book().join("book.sqlite")).unwrap();
    change(&mut bytes);
    fs::write(book.join("book.sqlite"), bytes).unwrap();
    book
}

#[test]
fn a_book_that_is_newer_cut_off_or_no_book_is_refused_and_left_as_it_is() {
    let cli = Cli::at("11-24 14:05");
    cli.contract();
    assert_eq!(cli.run(&["check"]).code, 0);
    // The header of SQLite: `user_version` stands at byte 60, big end first.
    let newer = copy_of(&cli, "newer", |bytes| bytes[60..64].copy_from_slice(&9_u32.to_be_bytes()));
    refused(&cli, &newer, "book_newer");
    let said = cli.run_on(&newer, &["check", "--json"], "").problem();
    let detail = said["detail"].as_str().unwrap();
    assert!(detail.contains('9') && detail.contains('3'), "with both numbers: {detail}");
    let cut = copy_of(&cli, "cut", |bytes| bytes.truncate(bytes.len() / 2));
    refused(&cli, &cut, "book_damaged");
    let other = copy_of(&cli, "other", |bytes| *bytes = "帳ではありません".repeat(500).into_bytes());
    refused(&cli, &other, "book_damaged");
}

#[test]
fn a_book_that_is_open_elsewhere_is_refused_until_it_is_closed() {
    let cli = Cli::at("11-24 14:05");
    cli.contract();
    let held =
        Book::open(OpenOptions::of_this_machine(cli.book(), BookKind::Own, Lang::Ja).unwrap()).unwrap();
    let said = cli.run(&["standing", "--json"]);
    assert_eq!((said.code, said.problem()["code"].as_str()), (3, Some("book_held")));
    drop(held);
    assert_eq!(cli.run(&["standing"]).code, 0);
}

#[test]
fn a_folder_without_a_book_is_a_slip_and_no_book_is_begun_there() {
    let cli = Cli::at("11-24 14:05");
    for arguments in
        [&["check", "--json"][..], &["standing", "--json"], &["guide", "show", "--json"], &["undo", "--json"]]
    {
        let said = cli.run(arguments);
        assert_eq!((said.code, said.problem()["code"].as_str()), (3, Some("no_book")), "{arguments:?}");
    }
    assert!(!cli.book().exists());
}
