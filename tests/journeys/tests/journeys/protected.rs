//! A protected book on the command line: it opens with its passphrase or its code, and says so when it has neither.

use std::fs;

use engawa_book::protect::{self, Cost, Go, Passphrase, RecoveryCode, Typed};
use engawa_book::{Clock, SystemClock};

use super::cli::Cli;

const PASSPHRASE: &str = "縁側で猫と夕立を待つ";

/// A book with a contract, protected; and its recovery code.
fn protected() -> (Cli, RecoveryCode) {
    let cli = Cli::at("11-24 14:05");
    cli.contract();
    let passphrase = Passphrase::of(&Typed::new(PASSPHRASE.to_owned()));
    let code = RecoveryCode::new().unwrap();
    protect::protect(&cli.book(), &passphrase, &code, Cost::LEAST, SystemClock.now(), &mut |_| Go::On)
        .unwrap();
    (cli, code)
}

#[test]
fn a_protected_book_answers_with_its_passphrase_and_stays_shut_without_it() {
    let (cli, code) = protected();
    // Standard input is no terminal here, so nobody can be asked.
    let said = cli.run(&["check", "--json"]);
    assert_eq!((said.code, said.problem()["code"].as_str()), (3, Some("book_locked")));

    let file = cli.folder.path().join("passphrase.txt");
    let path = file.to_str().unwrap();
    for (secret, opens) in [
        (format!("{PASSPHRASE}\n"), true),
        (PASSPHRASE.to_owned(), true),
        (code.groups().join(" "), true),
        ("縁側で猫と夕立を待った".to_owned(), false),
    ] {
        fs::write(&file, secret).unwrap();
        let said = cli.run(&["check", "--json", "--book-passphrase-file", path]);
        if opens {
            assert_eq!(said.json()["whole"], true);
        } else {
            assert_eq!((said.code, said.problem()["code"].as_str()), (3, Some("passphrase")));
        }
    }
}

#[test]
fn an_export_of_a_protected_book_is_plain_and_whole() {
    let (cli, _) = protected();
    let file = cli.folder.path().join("passphrase.txt");
    fs::write(&file, PASSPHRASE).unwrap();
    let to = cli.folder.path().join("export.json");
    let said = cli.run(&["export", to.to_str().unwrap(), "--book-passphrase-file", file.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("暗号化されていません"), "and says so: {said:?}");
    // Into another book, which is plain.
    let other = cli.folder.path().join("other");
    let said = cli.run_on(&other, &["import", to.to_str().unwrap()], "");
    assert_eq!(said.code, 0, "{said:?}");
    assert!(fs::read(other.join("book.sqlite")).unwrap().starts_with(b"SQLite format 3\0"));
    assert_eq!(cli.run_on(&other, &["check"], "").code, 0);
}
