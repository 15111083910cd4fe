//! What is said of a kept file is corrected and taken back, and a check names what lies in the vault unknown.

use std::fs;

use serde_json::json;

use super::cli::{Cli, fact, looked, text};

#[test]
fn the_note_of_a_file_and_the_fact_it_proves_are_corrected_and_taken_back() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let file = cli.file("画面.png", b"\x89PNG\r\n\x1a\nthe screen").display().to_string();
    let link =
        cli.record("evidence", &json!({ "contract": id, "fact": null, "path": file, "origin": "picked" }));
    let seen = cli.record("fact", &fact(&id, "11/20", looked("me", "web", "missing")));
    let proof = |cli: &Cli| {
        let standing = cli.run(&["standing", &id, "--json"]).json();
        let reasons = standing["reasons"].as_array().unwrap().clone();
        (
            standing["evidence"][0]["id"].clone(),
            reasons.iter().any(|reason| reason["evidence"][0].is_object()),
        )
    };
    let (evidence, proves) = proof(&cli);
    assert!(!proves, "it belongs to the contract as a whole");

    let chosen = json!({ "link": link, "fact": seen });
    assert_eq!(cli.run_with(&["amend", "evidence-link"], &chosen.to_string()).code, 0);
    assert!(proof(&cli).1, "the missing link is proven by it now");
    let note = json!({ "evidence": evidence, "note": "メッセージ画面の上のほう" });
    let said = cli.run_with(&["amend", "evidence", "--json"], &note.to_string()).json();
    assert_eq!(text(&said["said"]), "証拠「画面.png」のメモを変更しました");

    // Somebody who began when there was no note yet does not write over it.
    let late = json!({ "evidence": evidence, "before": "", "note": "ほかのメモ" });
    let refused = cli.run_with(&["amend", "evidence", "--json"], &late.to_string());
    assert_eq!((refused.code, &refused.problem()["code"]), (1, &json!("changed")));

    assert_eq!(cli.run(&["undo"]).code, 0);
    assert_eq!(cli.run(&["undo"]).code, 0);
    assert!(!proof(&cli).1);
}

#[test]
fn a_check_names_files_that_nobody_recorded_and_calls_them_no_fault() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let file = cli.file("画面.png", b"the screen").display().to_string();
    cli.record("evidence", &json!({ "contract": id, "fact": null, "path": file, "origin": "picked" }));
    assert_eq!(cli.run(&["undo"]).code, 0);
    fs::write(cli.book().join("evidence/notes.txt"), "mine").unwrap();
    let said = cli.run(&["check", "--json"]);
    let found = said.json();
    assert_eq!((&found["whole"], &found["files_seen"]), (&json!(true), &json!(0)));
    let strays: Vec<String> =
        found["files_unknown"].as_array().unwrap().iter().map(|file| text(&file["stray"])).collect();
    assert_eq!(strays.len(), 2, "{found}");
    assert!(strays.contains(&"foreign".to_owned()) && strays.contains(&"no_record".to_owned()), "{found}");
    assert!(cli.run(&["check"]).out.contains("notes.txt"), "and people are told which");
}
