//! A book that does not open, and one in which something is wrong, from the command line.

use std::fs;

use engawa_store::inflict;
use serde_json::{Value, json};

use super::cli::{Cli, text};

fn damaged_by(cli: &Cli, sql: &str) {
    inflict::statements(&cli.book().join("book.sqlite"), sql).unwrap();
}

fn found(cli: &Cli) -> Vec<Value> {
    let said = cli.run(&["check", "--json"]);
    let check: Value = serde_json::from_str(&said.out).unwrap();
    check["damage"].as_array().unwrap().clone()
}

#[test]
fn a_dropped_index_is_listed_would_be_repaired_and_is() {
    let cli = Cli::at("11-24 14:05");
    cli.contract();
    damaged_by(&cli, "DROP INDEX contracts_client");
    assert_eq!(cli.run(&["check"]).code, 6);
    let damage = found(&cli);
    assert_eq!(damage.len(), 1);
    assert_eq!((&damage[0]["kind"], &damage[0]["repairable"]), (&json!("schema"), &json!(true)));
    assert!(text(&damage[0]["what"]).contains("contracts_client"));
    let tried = cli.run(&["repair", "--dry-run"]);
    assert_eq!(tried.code, 6);
    assert_eq!(found(&cli).len(), 1, "a dry run changes nothing");
    let repaired = cli.run(&["repair", "--json"]).json();
    assert_eq!(repaired["whole"], json!(true));
    assert!(fs::exists(text(&repaired["backup"])).unwrap(), "a backup comes first");
    assert_eq!(cli.run(&["check"]).code, 0);
}

#[test]
fn a_changed_row_is_repaired_and_the_repair_can_be_taken_back() {
    let cli = Cli::at("11-24 14:05");
    cli.contract();
    damaged_by(&cli, "UPDATE contracts SET title = '別の依頼'");
    assert_eq!(cli.run(&["repair"]).code, 0);
    assert!(cli.run(&["standing"]).out.contains("商品紹介文の作成（60本）"));
    assert_eq!(cli.run(&["undo"]).code, 0);
    assert!(cli.run(&["standing"]).out.contains("別の依頼"));
    assert_eq!(cli.run(&["check"]).code, 0, "what was found is told by the history too");
}

#[test]
fn what_stays_is_said_with_its_reason_and_ends_with_six() {
    let cli = Cli::at("11-24 14:05");
    cli.contract();
    damaged_by(
        &cli,
        "DROP TRIGGER journal_is_never_rewritten; UPDATE journal SET at = '2026-11-01T00:00:00.000Z' WHERE position = 1",
    );
    let said = cli.run(&["repair"]);
    assert_eq!(said.code, 6, "{said:?}");
    assert!(said.out.contains("履歴は書きかえません"), "{said:?}");
    assert_eq!(found(&cli)[0]["kind"], json!("entry_altered"));
}

#[test]
fn a_book_cut_in_half_is_checked_salvaged_and_exported_and_not_a_byte_of_it_is_written() {
    let cli = Cli::at("11-24 14:05");
    cli.contract();
    assert!(cli.run(&["check"]).code == 0);
    let file = cli.book().join("book.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    bytes[..4096].fill(0);
    fs::write(&file, &bytes).unwrap();
    assert_eq!(cli.run(&["standing"]).code, 3);

    let would = cli.run(&["rescue", "check", "--json"]).json();
    let contracts = |report: &Value| {
        let tables = report["tables"].as_array().unwrap();
        tables.iter().find(|table| table["table"] == json!("contracts")).unwrap()["saved"].clone()
    };
    assert_eq!(contracts(&would), json!(1));
    let to = cli.folder.path().join("saved");
    let saved = cli.run(&["rescue", "salvage", to.to_str().unwrap(), "--json"]).json();
    assert_eq!(contracts(&saved), json!(1));
    assert_eq!(cli.run_on(&to, &["check"], "").code, 0);
    let said = cli.run_on(&to, &["standing"], "");
    assert!(said.out.contains("商品紹介文の作成（60本）"), "{said:?}");
    let again = cli.run(&["rescue", "salvage", to.to_str().unwrap()]);
    assert_eq!(again.code, 1, "what is there is not written over: {again:?}");

    let export = cli.folder.path().join("saved.json");
    assert_eq!(cli.run(&["rescue", "export", export.to_str().unwrap()]).code, 0);
    let new = cli.folder.path().join("new");
    assert_eq!(cli.run_on(&new, &["import", export.to_str().unwrap()], "").code, 0);
    assert!(fs::read(&file).unwrap() == bytes, "the damaged file was touched");
}

#[test]
fn a_rescue_of_something_else_says_that_it_found_nothing() {
    let cli = Cli::at("11-24 14:05");
    fs::create_dir(cli.book()).unwrap();
    fs::write(cli.book().join("book.sqlite"), "牛乳\n".repeat(3_000)).unwrap();
    let said = cli.run(&["rescue", "check", "--json"]);
    assert_eq!((said.code, said.problem()["code"].as_str()), (3, Some("book_damaged")));
}

#[test]
fn the_backups_of_a_book_are_listed_with_what_is_in_them() {
    let cli = Cli::at("11-24 14:05");
    cli.contract();
    assert_eq!(cli.run(&["rescue", "backups", "--json"]).json()["backups"], json!([]));
    damaged_by(&cli, "DROP INDEX contracts_client");
    cli.run(&["repair"]);
    let backups = cli.run(&["rescue", "backups", "--json"]).json()["backups"].clone();
    assert_eq!(backups[0]["contracts"], json!(1), "{backups}");
    assert!(!backups[0]["made"].is_null(), "{backups}");
}

#[test]
fn a_backup_becomes_a_book_of_its_own_and_the_damaged_one_is_left_as_it_is() {
    let cli = Cli::at("11-24 14:05");
    let contract = cli.contract();
    let proof = cli.file("承認.txt", "承認".as_bytes());
    let input = json!({ "contract": contract, "path": proof, "origin": "picked", "fact": null });
    cli.record("evidence", &input);
    assert_eq!(cli.run(&["backup"]).code, 0);
    let file = cli.book().join("book.sqlite");
    fs::write(&file, "牛乳\n".repeat(3_000)).unwrap();
    let broken = fs::read(&file).unwrap();
    let name = text(&cli.run(&["rescue", "backups", "--json"]).json()["backups"][0]["name"]);

    let to = cli.folder.path().join("back");
    let into = to.to_str().unwrap();
    let done = cli.run(&["rescue", "restore", &name, into, "--json"]).json();
    assert_eq!(done, json!({ "made": into, "contracts": 1, "files": 1, "files_missing": [] }));
    assert_eq!(cli.run_on(&to, &["check"], "").code, 0);
    assert!(cli.run_on(&to, &["standing"], "").out.contains("商品紹介文の作成（60本）"));
    assert!(fs::read(&file).unwrap() == broken, "the damaged file was touched");
    let again = cli.run(&["rescue", "restore", &name, into, "--json"]);
    assert_eq!(again.code, 1, "what is there is not written over: {again:?}");
    let none = cli.run(&["rescue", "restore", "../book.sqlite", &format!("{into}2"), "--json"]);
    assert_eq!((none.code, &none.problem()["code"]), (4, &json!("not_found")));

    let backup = cli.book().join("backups").join(&name);
    let mut bytes = fs::read(&backup).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&backup, bytes).unwrap();
    let other = cli.folder.path().join("other");
    let refused = cli.run(&["rescue", "restore", &name, other.to_str().unwrap()]);
    assert_eq!(refused.code, 1, "one byte is another than was proven: {refused:?}");
    assert!(!other.join("book.sqlite").exists(), "and no book was made of it");
}
