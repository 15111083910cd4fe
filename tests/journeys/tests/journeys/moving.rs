//! A book goes out and comes in again: all of it, byte for byte, or nothing.

use std::fs;

use serde_json::{Value, json};

use super::cli::{Cli, fact, looked, status};

/// A book with facts, a correction, something taken back and a file.
fn filled() -> Cli {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    cli.record("fact", &fact(&id, "11/20", looked("me", "web", "missing")));
    let seen = cli.record("fact", &fact(&id, "11/24", status("approved", "承認\u{FA19}")));
    let file = cli.file("承認.png", b"\x89PNG\r\n\x1a\nthe screen").display().to_string();
    cli.record("evidence", &json!({ "contract": id, "fact": seen, "path": file, "origin": "picked" }));
    cli.record("fact", &fact(&id, "11/21", looked("me", "app", "missing")));
    assert_eq!(cli.run(&["undo"]).code, 0);
    cli
}

/// The export of a book, as it was written.
fn exported(cli: &Cli) -> (String, String) {
    let path = cli.folder.path().join("export.json").display().to_string();
    assert_eq!(cli.run(&["export", &path]).code, 0);
    let text = fs::read_to_string(&path).unwrap();
    (path, text)
}

#[test]
fn a_book_moved_to_another_machine_and_exported_there_is_the_same_byte_for_byte() {
    let here = filled();
    let (path, written) = exported(&here);
    let there = Cli::at("12-01 09:00");
    let done = there.run(&["import", &path, "--json"]).json();
    // An account, a contract, two facts, a file, a fact and its undo.
    assert_eq!((&done["dry_run"], &done["entries"], &done["files"]), (&json!(false), &json!(7), &json!(1)));
    assert_eq!(exported(&there).1, written);
    let check = there.run(&["check", "--json"]).json();
    assert_eq!(
        (&check["whole"], &check["files_seen"], &check["files_wrong"]),
        (&json!(true), &json!(1), &json!([]))
    );
    let standing = |cli: &Cli| cli.run(&["standing", "--on", "2026-11-24", "--json"]).json();
    assert_eq!(standing(&there), standing(&here), "and it answers the same");
}

#[test]
fn a_dry_run_says_what_would_come_in_and_writes_nothing() {
    let here = filled();
    let (path, written) = exported(&here);
    let there = Cli::at("12-01 09:00");
    let tried = there.run(&["import", &path, "--dry-run", "--json"]).json();
    assert_eq!(
        (&tried["dry_run"], &tried["entries"], &tried["files_missing"]),
        (&json!(true), &json!(7), &json!([]))
    );
    // What was taken back is history and no row.
    assert_eq!((&tried["rows"]["sightings"], &tried["rows"]["statuses"]), (&json!(1), &json!(1)));
    let beside = || fs::read_dir(there.folder.path()).unwrap().count();
    assert_eq!(beside(), 0, "no book was begun, and nothing is left of the trial");
    let begun = there.run_with(&["amend", "account"], "{}");
    assert_eq!(begun.code, 3, "there is no book: {begun:?}");
    assert_eq!(there.run(&["import", &path]).code, 0);
    assert_eq!(exported(&there).1, written);
    let again = there.run(&["import", &path, "--dry-run", "--json"]);
    assert_eq!(
        (again.code, again.problem()["code"].as_str()),
        (5, Some("import_refused")),
        "it holds something now"
    );
}

/// The cause that is given for refusing this text.
fn cause(there: &Cli, text: &str) -> String {
    let path = there.file("changed.json", text.as_bytes()).display().to_string();
    let said = there.run(&["import", &path, "--json"]);
    let problem = said.problem();
    assert_eq!((said.code, problem["code"].as_str()), (5, Some("import_refused")), "{said:?}");
    for told in ["message", "remedy"] {
        assert!(!problem[told].as_str().unwrap().is_empty(), "{told}: {said:?}");
    }
    super::cli::text(&problem["detail"])
}

#[test]
fn what_is_no_whole_export_is_refused_with_its_cause_and_nothing_comes_in() {
    let (_, written) = exported(&filled());
    let there = Cli::at("12-01 09:00");
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut document: Value = serde_json::from_str(&written).unwrap();
        change(&mut document);
        cause(&there, &document.to_string())
    };
    assert!(cause(&there, &written[..written.len() / 2]).starts_with("line "));
    assert!(cause(&there, "").starts_with("line "));
    assert_eq!(
        changed(&|export| export["version"] = 4.into()),
        "format version 4, this program reads up to 3",
        "with both numbers"
    );
    let twice = changed(&|export| {
        let row = export["tables"]["statuses"][0].clone();
        export["tables"]["statuses"].as_array_mut().unwrap().push(row);
    });
    assert!(twice.starts_with("statuses ") && twice.ends_with(" is there twice"), "{twice}");
    let dangling = changed(&|export| {
        export["tables"]["statuses"][0]["contract"] = "01a21400-0000-7000-8000-0000000000ff".into();
    });
    assert!(dangling.ends_with(" refers to something that is not there"), "{dangling}");
    assert_eq!(
        changed(&|export| export["journal"][3]["hash"] = "0".repeat(64).into()),
        "entry 4 was altered"
    );
    assert_eq!(
        changed(&|export| export["journal"][3]["facts"][0]["after"]["words"] = "否認".into()),
        "entry 4 was altered"
    );
    assert_eq!(there.run(&["standing", "--json"]).json(), json!([]), "all or nothing");
    assert_eq!(there.run(&["journal", "--json"]).json()["entries"], json!([]), "all or nothing");
}

#[test]
fn a_book_that_holds_something_takes_nothing_in() {
    let here = filled();
    let (path, written) = exported(&here);
    let said = here.run(&["import", &path, "--json"]);
    assert_eq!((said.code, said.problem()["code"].as_str()), (5, Some("import_refused")));
    assert_eq!(exported(&here).1, written);
}

#[test]
fn what_was_moved_is_counted_as_english_counts() {
    let cli = Cli::in_language("en", "11-24 14:05");
    cli.account();
    let to = cli.folder.path().join("book.json").display().to_string();
    assert_eq!(cli.run(&["export", &to]).out, "Wrote 1 entry of the history.\n");
    cli.account();
    assert_eq!(cli.run(&["export", &to]).out, "Wrote 2 entries of the history.\n");
}
