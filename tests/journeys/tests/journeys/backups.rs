//! Backups from the command line: made, listed, proven again, put back, locked with a passphrase.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::cli::{Cli, fact, looked};

/// A book with a contract and one look, of which a backup was made; its name.
fn backed_up() -> (Cli, String, String) {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    cli.record("fact", &fact(&id, "11/20", looked("me", "web", "missing")));
    let made = cli.run(&["backup", "--json"]).json();
    let at = made["at"].as_str().unwrap().to_owned();
    (cli, id, at)
}

fn sightings(cli: &Cli) -> Value {
    let path = cli.folder.path().join("export.json").display().to_string();
    assert_eq!(cli.run(&["export", &path]).code, 0);
    let export: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    json!(export["tables"]["sightings"].as_array().unwrap().len())
}

#[test]
fn a_backup_is_listed_with_what_it_holds_and_proven_again() {
    let (cli, _, at) = backed_up();
    let listed = cli.run(&["backups", "--json"]).json();
    assert_eq!(listed["backups"].as_array().unwrap().len(), 1);
    assert_eq!((&listed["backups"][0]["at"], &listed["backups"][0]["contracts"]), (&json!(at), &json!(1)));
    assert_eq!((&listed["unsaved"], &listed["held"]), (&json!(false), &json!(false)));
    assert_eq!(cli.run(&["backups", "--prove", "--json"]).json()["whole"], json!(true));
    let file = cli.book().join("backups").join(format!("book-{}.sqlite", at.replace(':', "-")));
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    let said = cli.run(&["backups", "--prove", "--json"]);
    assert_eq!(said.code, 6, "{said:?}");
}

#[test]
fn a_restore_says_first_what_it_changes_then_does_it_and_can_be_taken_back() {
    let (cli, id, at) = backed_up();
    cli.record("fact", &fact(&id, "11/21", looked("me", "app", "missing")));
    let tried = cli.run(&["restore", &at, "--dry-run", "--json"]).json();
    assert_eq!(tried["contracts_changed"][0]["gone"], json!(1), "the second look is only there now");
    assert_eq!(sightings(&cli), json!(2), "a dry run changes nothing");
    let done = cli.run(&["restore", &at, "--json"]).json();
    assert_eq!(sightings(&cli), json!(1));
    let before = done["before"].as_str().unwrap();
    assert_eq!(cli.run(&["restore", before]).code, 0);
    assert_eq!(sightings(&cli), json!(2));
    assert_eq!(cli.run(&["check", "--json"]).json()["whole"], json!(true));
}

#[test]
fn a_backup_on_a_stick_gives_the_book_back_on_another_machine() {
    let (here, _, _) = backed_up();
    let stick = here.folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let made = here.run(&["backup", "--to", stick.to_str().unwrap(), "--json"]).json();
    let file = made["path"].as_str().unwrap();
    assert!(Path::new(file).starts_with(&stick));
    let there = Cli::at("12-01 09:00");
    assert_eq!(there.run(&["restore", file, "--json"]).code, 0);
    assert_eq!(sightings(&there), json!(1));
}

#[test]
fn an_encrypted_backup_is_opened_by_its_passphrase_only() {
    let (here, _, _) = backed_up();
    let drawer = here.folder.path().join("drawer");
    fs::create_dir(&drawer).unwrap();
    let right = here.file("right", "gravel umbrella piano\n".as_bytes()).display().to_string();
    let wrong = here.file("wrong", b"gravel").display().to_string();
    let drawer = drawer.to_str().unwrap();
    let made =
        here.run(&["backup", "--to", drawer, "--encrypt", "--passphrase-file", &right, "--json"]).json();
    let file = made["path"].as_str().unwrap();
    let sheet = fs::read_to_string(made["sheet"].as_str().unwrap()).unwrap();
    assert!(!sheet.contains("gravel"), "the passphrase is never on the sheet");
    let there = Cli::at("12-01 09:00");
    let refused = there.run(&["restore", file, "--passphrase-file", &wrong, "--json"]);
    assert_eq!((refused.code, &refused.problem()["code"]), (1, &json!("not_allowed")));
    assert_eq!(there.run(&["restore", file, "--passphrase-file", &right, "--json"]).code, 0);
    assert_eq!(sightings(&there), json!(1));
    assert!(!there.book().join("backups/opened").exists(), "nothing that was unpacked is left");
}

#[test]
fn a_backup_that_is_not_there_is_told_as_not_found() {
    let (cli, _, _) = backed_up();
    let refused = cli.run(&["restore", "2020-01-01T00:00:00.000Z", "--json"]);
    assert_eq!((refused.code, &refused.problem()["code"]), (4, &json!("not_found")));
}
