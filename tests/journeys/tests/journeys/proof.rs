//! A book and a packet are verified by the command line, as a stranger would who was given them.

use std::fs;

use serde_json::{Value, json};

use super::cli::{Cli, fact, looked, status, text};

/// A book with an approval and its screenshot.
fn filled() -> (Cli, String) {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    cli.record("fact", &fact(&id, "11/20", looked("me", "web", "missing")));
    let seen = cli.record("fact", &fact(&id, "11/24", status("approved", "承認")));
    let file = cli.file("承認.png", b"\x89PNG\r\n\x1a\nthe screen").display().to_string();
    cli.record("evidence", &json!({ "contract": id, "fact": seen, "path": file, "origin": "picked" }));
    (cli, id)
}

fn book(cli: &Cli) -> String {
    cli.book().display().to_string()
}

/// The faults that verifying finds, by name; the exit code says that there are some.
fn faults(cli: &Cli, path: &str) -> Vec<String> {
    let said = cli.run(&["verify", path, "--json"]);
    let told: Value = serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {said:?}"));
    assert_eq!((said.code, &told["whole"]), (6, &json!(false)), "{said:?}");
    told["faults"].as_array().unwrap().iter().map(|fault| text(&fault["fault"])).collect()
}

#[test]
fn a_whole_book_is_said_to_be_whole_with_the_ends_of_its_chains() {
    let (cli, _) = filled();
    let told = cli.run(&["verify", &book(&cli), "--json"]).json();
    assert_eq!(
        (&told["verified"], &told["whole"], &told["files"], &told["faults"], &told["unknown"]),
        (&json!("book"), &json!(true), &json!(1), &json!([]), &json!([]))
    );
    let head = text(&told["heads"][0]["hash"]);
    assert_eq!(cli.run(&["verify", &book(&cli), "--expect", &head]).code, 0);
    let said = cli.run(&["verify", &book(&cli)]);
    assert!(said.out.contains("記録したときのまま") && said.out.contains(&head), "{said:?}");
}

#[test]
fn what_is_wrong_with_a_book_is_named_and_the_exit_code_says_so() {
    let (cli, _) = filled();
    let strange = "0".repeat(64);
    let said = cli.run(&["verify", &book(&cli), "--expect", &strange]);
    assert!(said.code == 6 && said.out.contains(&strange), "{said:?}");
    let evidence = cli.book().join("evidence");
    fs::remove_dir_all(&evidence).unwrap();
    assert_eq!(faults(&cli, &book(&cli)), ["evidence_missing"]);
    let file = cli.book().join("book.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    bytes[0] ^= 1;
    fs::write(&file, bytes).unwrap();
    assert_eq!(faults(&cli, &book(&cli)), ["file"]);
}

#[test]
fn a_packet_goes_out_and_is_verified_without_the_book() {
    let (cli, id) = filled();
    let zip = cli.folder.path().join("packet.zip").display().to_string();
    let made = cli.run(&["packet", &id, &zip, "--json"]).json();
    assert_eq!((&made["files"], &made["left_out"], &made["masked"]), (&json!(1), &json!(0), &json!(0)));
    let again = cli.folder.path().join("again.zip").display().to_string();
    let twice = Cli::in_language("en", "12-31 09:00");
    let said = twice.run_on(&cli.book(), &["packet", &id, &again, "--json"], "");
    assert_eq!(said.json()["sha256"], made["sha256"], "the same bytes, in another language on another day");
    let stranger = Cli::at("12-31 09:00");
    let told = stranger.run(&["verify", &zip, "--json"]).json();
    assert_eq!(
        (&told["verified"], &told["whole"], &told["contract"], &told["rows_unproven"]),
        (&json!("packet"), &json!(true), &json!(id), &json!(0))
    );
    let mut bytes = fs::read(&zip).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&zip, bytes).unwrap();
    assert!(faults(&stranger, &zip).contains(&"file_altered".to_owned()));
}

#[test]
fn a_packet_can_be_masked_and_a_file_left_out_of_it() {
    let (cli, id) = filled();
    let note = "taro@client.example.com へ";
    cli.record("fact", &fact(&id, "11/20", json!({ "fact": "wish", "channels": ["email"], "note": note })));
    let told = cli.run(&["verify", &book(&cli), "--json"]).json();
    assert_eq!(told["whole"], json!(true));
    let sha256 = text(&cli.run(&["standing", &id, "--json"]).json()["evidence"][0]["sha256"]);
    let zip = cli.folder.path().join("packet.zip").display().to_string();
    let packed = ["packet", &id, &zip, "--mask", "--without", &sha256[..12], "--timeline", "ja", "--json"];
    let made = cli.run(&packed).json();
    assert_eq!((&made["files"], &made["left_out"]), (&json!(0), &json!(1)));
    assert!(made["masked"].as_u64().unwrap() >= 2, "{made}");
    let told = cli.run(&["verify", &zip, "--json"]).json();
    assert_eq!((&told["whole"], &told["left_out"]), (&json!(true), &json!(1)));
    assert_eq!(cli.run(&["packet", &id, &zip, "--without", "ffff"]).code, 4, "no such file");
}

#[test]
fn what_is_no_book_and_no_packet_is_told_with_its_own_code() {
    let cli = Cli::at("11-24 14:05");
    let path = |name: &str| cli.folder.path().join(name).display().to_string();
    assert_eq!(cli.run(&["verify", &path("not-there")]).code, 3);
    cli.file("x.zip", b"no zip, but long enough to be one");
    let refused = cli.run(&["verify", &path("x.zip"), "--json"]);
    assert_eq!((refused.code, refused.problem()["code"].as_str()), (6, Some("file")));
    assert_eq!(cli.run(&["verify", &path("x.zip"), "--expect", "abc"]).code, 2);
}
