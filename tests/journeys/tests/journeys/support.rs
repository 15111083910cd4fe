//! `engawa-cli support`: a report that can be passed on, with a book, with a broken one and with none.

use super::cli::Cli;

/// What the book of [`Cli::contract`] holds.
const WRITTEN: &[&str] =
    &["sample_writer", "me@example.jp", "サンプル商店", "商品紹介文", "1234567", "264", "音声"];

#[test]
fn a_report_counts_what_is_in_the_book_and_says_none_of_it() {
    let cli = Cli::in_language("en", "11-24 14:05");
    cli.contract();
    let said = cli.run(&["support"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    for line in ["  contracts: 1", "  accounts: 1", "  Chain of the history: 0"] {
        assert!(said.out.lines().any(|found| found == line), "`{line}` is missing in:\n{}", said.out);
    }
    for written in WRITTEN {
        assert!(!said.out.contains(written), "{written} stands in:\n{}", said.out);
    }
    assert!(!said.out.contains(cli.folder.path().to_str().unwrap()), "{}", said.out);
    let json = cli.run(&["support", "--json"]).json();
    assert!(json["report"].as_str().unwrap().contains("contracts: 1"));
}

#[test]
fn a_book_that_cannot_be_opened_is_what_a_report_is_wanted_for() {
    let cli = Cli::in_language("en", "11-24 14:05");
    std::fs::create_dir(cli.book()).unwrap();
    std::fs::write(cli.book().join("book.sqlite"), "no book at all").unwrap();
    let said = cli.run(&["support"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("Not open: book_damaged"), "{}", said.out);
    let nowhere = cli.run_on(&cli.folder.path().join("nowhere"), &["support"], "");
    assert_eq!(nowhere.code, 0, "{nowhere:?}");
    assert!(nowhere.out.contains("Not open: -"), "{}", nowhere.out);
    assert!(!cli.folder.path().join("nowhere").exists(), "asking makes no book");
}
