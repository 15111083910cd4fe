//! Taking back and doing again, where every command is a process of its own, so that each is a restart.

use serde_json::{Value, json};

use super::cli::{Cli, fact, looked, status};

fn state(cli: &Cli, id: &str) -> Value {
    cli.run(&["standing", id, "--json"]).json()["state"].clone()
}

#[test]
fn a_change_is_taken_back_and_done_again_after_a_restart() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    cli.record("fact", &fact(&id, "11/24", status("approved", "承認")));
    assert_eq!(state(&cli, &id), "approved");
    assert_eq!(cli.run(&["undo"]).code, 0);
    assert_eq!(state(&cli, &id), "not_yet");
    assert_eq!(cli.run(&["redo"]).code, 0);
    assert_eq!(state(&cli, &id), "approved");
    let said = cli.run(&["redo", "--json"]);
    assert_eq!((said.code, said.problem()["code"].as_str()), (1, Some("nothing_to_undo")));
}

#[test]
fn what_is_corrected_or_removed_comes_back() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let seen = cli.record("fact", &fact(&id, "11/24", status("approved", "承認")));
    let amended =
        json!({ "fact": seen, "when": { "day": "11/24", "time": "" }, "what": status("denied", "否認") });
    assert_eq!(cli.run_with(&["amend", "fact"], &amended.to_string()).code, 0);
    assert_eq!(state(&cli, &id), "denied");
    assert_eq!(cli.run(&["undo"]).code, 0);
    assert_eq!(state(&cli, &id), "approved");
    assert_eq!(cli.run_with(&["remove", "fact"], &seen.to_string()).code, 0);
    assert_eq!(state(&cli, &id), "not_yet");
    assert_eq!(cli.run_with(&["remove", "contract"], &json!(id).to_string()).code, 0);
    assert_eq!(cli.run(&["standing", &id]).code, 4, "it is not there any more");
    assert_eq!((cli.run(&["undo"]).code, cli.run(&["undo"]).code), (0, 0));
    assert_eq!(state(&cli, &id), "approved", "with all that was recorded about it");
    assert_eq!(cli.run(&["check"]).code, 0);
}

#[test]
fn every_change_stands_in_the_history_of_its_contract_and_the_undone_one_is_marked() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    cli.record("fact", &fact(&id, "11/20", looked("me", "web", "missing")));
    cli.run(&["undo"]);
    let history = cli.run(&["journal", "--contract", &id, "--json"]).json();
    let undone: Vec<&Value> =
        history["entries"].as_array().unwrap().iter().map(|entry| &entry["undone"]).collect();
    // Newest first: the undo, the look that it took back, the contract.
    assert_eq!(undone, [false, true, false]);
}

#[test]
fn a_corrected_client_stands_in_the_answer_and_in_its_letters_until_that_is_taken_back() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let about = |cli: &Cli| cli.run(&["standing", &id, "--json"]).json();
    let amended = json!({
        "client": about(&cli)["client_id"],
        "input": { "name": "見本商会", "reading": "みほんしょうかい", "kind": "company" },
    });
    assert_eq!(cli.run_with(&["amend", "client"], &amended.to_string()).code, 0);
    assert_eq!(about(&cli)["client"], "見本商会");
    let letter = |cli: &Cli| cli.run(&["draft", "ask-client", "--contract", &id, "--json"]).json();
    assert!(letter(&cli)["text"].as_str().unwrap().starts_with("見本商会 様"));
    assert_eq!(cli.run(&["undo"]).code, 0);
    assert_eq!(about(&cli)["client"], "サンプル商店");
    assert!(letter(&cli)["text"].as_str().unwrap().starts_with("サンプル商店 様"));
}

#[test]
fn the_answer_of_a_past_day_rests_on_what_had_been_recorded_by_then() {
    let mut cli = Cli::at("11-20 10:00");
    let id = cli.contract();
    cli.set("11-24 14:05");
    // Dated before, and recorded later: by then nobody knew of it.
    cli.record("fact", &fact(&id, "11/20", status("approved", "承認")));
    let answer = |arguments: &[&str]| cli.run(&[&["standing", &id, "--json"], arguments].concat()).json();
    assert_eq!(answer(&[])["state"], "approved");
    assert_eq!(answer(&["--on", "11/22"])["state"], "approved", "the fact is dated before");
    let then = answer(&["--as-of", "11/22"]);
    assert_eq!((then["state"].as_str(), then["on"].as_str()), (Some("not_yet"), Some("2026-11-22")));
    let entries = |arguments: &[&str]| {
        let journal = cli.run(&[&["journal", "--json"], arguments].concat()).json();
        journal["entries"].as_array().unwrap().len()
    };
    assert_eq!(entries(&["--as-of", "11/22"]) + 1, entries(&[]));
    assert_eq!(cli.run(&["standing", &id, "--as-of", "11/19"]).code, 4, "there was no such contract yet");
    let refused = cli.run(&["journal", "--as-of", "11/25", "--json"]);
    assert_eq!(
        (refused.code, Cli::fields(&refused.problem())),
        (1, vec!["day"]),
        "that day has not come yet"
    );
}

#[test]
fn an_export_of_a_past_day_is_a_whole_book_of_that_day() {
    let mut cli = Cli::at("11-20 10:00");
    let id = cli.contract();
    let at_once = cli.file("at-once.json", b"");
    assert_eq!(cli.run(&["export", at_once.to_str().unwrap()]).code, 0);
    cli.set("11-24 14:05");
    cli.record("fact", &fact(&id, "11/24", status("approved", "承認")));
    let later = cli.file("later.json", b"");
    assert_eq!(cli.run(&["export", later.to_str().unwrap(), "--as-of", "11/22"]).code, 0);
    assert_eq!(std::fs::read(later).unwrap(), std::fs::read(at_once).unwrap());
}
