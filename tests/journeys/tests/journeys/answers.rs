//! The shape of what is said: JSON for scripts, columns for people, exit codes for both.

use std::sync::Arc;

use engawa_book::views::BookKind;
use engawa_book::{Book, FixedClock, OpenOptions};
use engawa_words::{Lang, Words};
use serde_json::{Value, json};

use super::cli::{Cli, fact, looked, request, status};

/// SHA-256 of the ten bytes `the screen`, from `sha256sum`.
const SCREEN: &str = "59328e0cb8ec8913e9328d92133a0c174b8fccdeeaddb1182c03f13e97bdabb8";

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap_or_else(|| panic!("no object: {value}")).keys().map(String::as_str).collect()
}

#[test]
fn a_standing_holds_what_scripts_were_promised() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    cli.record("fact", &fact(&id, "11/20", looked("me", "web", "visible")));
    cli.record("fact", &fact(&id, "11/20", request()));
    let standing = cli.run(&["standing", &id, "--json"]).json();
    for promised in ["contact", "deal_outside", "state", "reasons", "rule", "deadlines", "next"] {
        assert!(keys(&standing).contains(&promised), "{promised} is missing in {standing}");
    }
    assert_eq!((&standing["contact"], &standing["state"]), (&json!("no"), &json!("pending")));
    assert_eq!(standing["deal_outside"], "forbidden");
    assert_eq!(standing["rule"]["checked"], "2026-11-23");
    assert!(standing["rule"]["address"].as_str().unwrap().starts_with("https://"));
    let first = &standing["reasons"][0];
    assert_eq!((&first["day"], &first["text"]), (&json!("2026-11-18"), &json!("契約成立")));
    let review = &standing["deadlines"][0];
    // Friday the 20th; Saturday, Sunday and the holiday of Monday the 23rd do not count.
    assert_eq!((&review["day"], &review["due"]), (&json!("2026-11-25"), &json!("ahead")));
    let counted = review["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| (step["day"].as_str().unwrap(), step["role"]["kind"].as_str().unwrap()));
    let expected = [
        ("2026-11-21", "weekend"),
        ("2026-11-22", "weekend"),
        ("2026-11-23", "holiday"),
        ("2026-11-24", "counted"),
        ("2026-11-25", "counted"),
    ];
    assert_eq!(counted.collect::<Vec<_>>(), expected);
    assert_eq!(standing["next"][0]["do"], "record_status");
    let on = |day: &str| cli.run(&["standing", &id, "--on", day, "--json"]).json();
    let (last, after) = (on("2026-11-25"), on("2026-11-26"));
    assert_eq!((&last["state"], &last["deadlines"][0]["due"]), (&json!("pending"), &json!("today")));
    assert_eq!((&after["state"], &after["deadlines"][0]["due"]), (&json!("overdue"), &json!("passed")));
    let all = cli.run(&["standing", "--json"]).json();
    assert_eq!(all, json!([standing]), "without a contract it is a list of the same");
}

#[test]
fn every_state_of_the_interface_is_one_of_the_ten_words() {
    let cli = Cli::at("11-24 14:05");
    assert_eq!(cli.run(&["sample"]).code, 0);
    let all = cli.run(&["standing", "--json"]).json();
    let known = [
        "not_yet",
        "ask",
        "pending",
        "overdue",
        "approved",
        "denied",
        "revoked",
        "forbidden",
        "free",
        "unknown",
    ];
    for standing in all.as_array().unwrap() {
        assert!(known.contains(&standing["state"].as_str().unwrap()), "{standing}");
        assert!(["no", "ask", "yes"].contains(&standing["contact"].as_str().unwrap()), "{standing}");
    }
}

#[test]
fn every_contract_of_the_sample_gets_the_answer_that_the_window_gives() {
    let cli = Cli::at("11-24 14:05");
    assert_eq!(cli.run(&["sample"]).code, 0);
    let told = cli.run(&["standing", "--json"]).json();
    let mut options = OpenOptions::of_this_machine(cli.book(), BookKind::Sample, Lang::Ja).unwrap();
    options.clock = Arc::new(FixedClock("2026-11-24T14:05:00+09:00".parse().unwrap()));
    let book = Book::open(options).unwrap();
    let words = Words::new(Lang::Ja).on("2026-11-24".parse().unwrap());
    for told in told.as_array().unwrap() {
        let id = told["contract"].as_str().unwrap().parse().unwrap();
        let standing = book.contract_view(id).unwrap().standing;
        let next: Vec<String> = standing.next.iter().map(|step| words.say(&step.say)).collect();
        let reasons = standing.reasons.iter().map(|reason| words.say(&reason.say));
        let both = |list: &str| {
            let told = told[list].as_array().unwrap().iter();
            told.map(|it| it["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(told["state"], serde_json::to_value(standing.verdict.name()).unwrap(), "{told}");
        assert_eq!(told["summary"], words.say(&standing.summary), "{told}");
        assert_eq!((both("next"), both("reasons")), (next, reasons.collect()), "{told}");
    }
    assert_eq!(told.as_array().unwrap().len(), 12);
}

#[test]
fn in_words_the_conclusion_stands_first_and_the_arithmetic_under_its_date() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    cli.record("fact", &fact(&id, "11/20", request()));
    let said = cli.run(&["standing", &id]).out;
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "商品紹介文の作成（60本）  サンプル商店");
    assert!(lines[3].starts_with("申請中  "), "{said}");
    let arithmetic = "申請 11/20(金) + 2営業日（土日、11/23(月) 勤労感謝の日を除く）";
    let date = lines.iter().position(|line| line.starts_with("  11/25(水)  ")).unwrap();
    assert_eq!(lines[date + 1].trim(), arithmetic, "{said}");
    assert!(lines.contains(&"      11/23(月)  勤労感謝の日"), "{said}");
    assert!(
        said.contains("確認日 11/23(月)") && said.contains("https://"),
        "the rule has its source: {said}"
    );
}

#[test]
fn the_chain_of_facts_comes_with_its_files_and_their_hashes() {
    let cli = Cli::at("12-24 10:00");
    let id = cli.contract();
    let seen = cli.record("fact", &fact(&id, "11/27", status("approved", "承認")));
    let file = cli.file("承認.png", b"the screen").display().to_string();
    cli.record("evidence", &json!({ "contract": id, "fact": seen, "path": file, "origin": "picked" }));
    let standing = cli.run(&["standing", &id, "--json"]).json();
    let proof = standing["evidence"].clone();
    assert_eq!((&proof[0]["name"], &proof[0]["sha256"]), (&json!("承認.png"), &json!(SCREEN)));
    let reasons = standing["reasons"].as_array().unwrap();
    let approved = reasons.iter().find(|reason| reason["day"] == "2026-11-27").unwrap();
    assert_eq!((&approved["evidence"], &approved["speaks"]), (&proof, &json!("for")));
    let said = cli.run(&["standing", &id]).out;
    let lines: Vec<&str> = said.lines().collect();
    let at = lines.iter().position(|line| line.starts_with("  11/27(金)  ")).unwrap();
    assert_eq!(lines[at + 1].trim(), format!("承認.png  {SCREEN}"), "{said}");
}

#[test]
fn a_draft_in_words_comes_with_what_was_looked_at() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let said = cli.run(&["draft", "inquiry-link-missing", "--contract", &id]).out;
    let (_, checks) = said.split_once("\n点検\n").unwrap_or_else(|| panic!("no checks: {said}"));
    assert!(checks.contains("確かめる      差出人は、登録メールアドレス me@example.jp にします"), "{checks}");
    assert!(
        checks.contains("まだ送らない  "),
        "where she looked is not recorded, and a gap is left: {checks}"
    );
}

#[test]
fn what_was_made_of_a_draft_is_looked_through_like_a_message() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let draft = |text: &str| {
        let file = cli.file("text.txt", text.as_bytes());
        let line = ["draft", "holding", "--contract", &id, "--json", "--text", file.to_str().unwrap()];
        cli.run(&line).json()
    };
    let text = "𠮷田です。次回からは直接契約でお願いします。";
    let failing = draft(text);
    let finding = &failing["findings"][0];
    assert_eq!((&finding["kind"], &finding["weight"]), (&json!("direct_deal"), &json!("fails")));
    let place = |name: &str| usize::try_from(finding[name].as_u64().unwrap()).unwrap();
    let passage: String = text.chars().skip(place("start")).take(place("end") - place("start")).collect();
    assert_eq!(finding["text"], json!(passage));
    assert!(!finding["rule"]["source"].as_str().unwrap().is_empty(), "{finding}");
    assert_eq!((&failing["passes"], &failing["text"]), (&json!(false), &json!(text)));
    let passing = draft("納品いたしました。ご確認をお願いいたします。");
    assert_eq!((&passing["passes"], &passing["findings"]), (&json!(true), &json!([])));
    assert_eq!(cli.run(&["draft", "--contract", &id, "--text", "x"]).code, 2, "of which draft?");
}

#[test]
fn exit_codes_are_those_that_the_help_names() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let help = cli.run(&["--help"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("終了コード：0 "), "{help:?}");
    let in_english = cli.run(&["--help", "--lang", "en"]);
    assert!(in_english.out.contains("Exit codes: 0 "), "in the language that is asked for: {in_english:?}");
    let export = cli.folder.path().join("export.json").display().to_string();
    for (code, arguments) in [
        (0, vec!["standing", id.as_str()]),
        (0, vec!["export", &export]),
        (1, vec!["redo"]),
        (2, vec!["standing", "--colour"]),
        (2, vec!["guide", "run", "link-missing", &id, "--skip", "--answer", "danger=none"]),
        (4, vec!["standing", "どこにもない契約"]),
        (4, vec!["draft", "no-such-draft", "--contract", &id]),
        (4, vec!["guide", "show", "no-such-guide"]),
        (5, vec!["import", &export]),
    ] {
        let said = cli.run(&arguments);
        assert_eq!(said.code, code, "{arguments:?}: {said:?}");
        assert!(help.out.contains(&format!("{code} ")), "the help names {code}: {}", help.out);
        let as_json = cli.run(&[&arguments[..], &["--json"]].concat());
        assert_eq!(as_json.code, code, "the same as JSON: {as_json:?}");
        if code != 0 {
            assert!(as_json.problem()["message"].is_string(), "{as_json:?}");
        }
    }
}

#[test]
fn a_check_that_finds_a_fault_ends_with_a_code_of_its_own() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let file = cli.file("承認.png", b"the screen").display().to_string();
    cli.record("evidence", &json!({ "contract": id, "fact": null, "path": file, "origin": "picked" }));
    assert_eq!(cli.run(&["check"]).code, 0);
    std::fs::remove_dir_all(cli.book().join("evidence")).unwrap();
    let said = cli.run(&["check", "--json"]);
    assert_eq!(said.code, 6, "{said:?}");
    let found: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        (&found["whole"], &found["files_wrong"]),
        (&json!(false), &json!([{ "sha256": SCREEN, "state": "missing" }]))
    );
    assert!(cli.run(&["check"]).out.contains(SCREEN), "and people are told which");
}

/// The part of docs/format.md about the command line.
fn documented() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/format.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (_, section) = text.split_once("\n## engawa-cli\n").unwrap();
    section.split("\n## ").next().unwrap().to_owned()
}

#[test]
fn every_command_and_every_field_of_an_answer_is_documented() {
    let (cli, documented) = (Cli::at("11-24 14:05"), documented());
    let commands = |arguments: &[&str]| {
        let help = cli.run(arguments).out;
        let (_, commands) = help.split_once("\nCommands:\n").unwrap_or_else(|| panic!("no commands: {help}"));
        let names = commands.lines().take_while(|line| !line.is_empty());
        let names = names.map(|line| line.split_whitespace().next().unwrap().to_owned());
        names.filter(|name| name != "help").collect::<Vec<_>>()
    };
    for name in commands(&["--help"]).into_iter().filter(|name| name != "guide") {
        assert!(documented.contains(&format!("`{name}")), "{name} is not documented");
    }
    for name in commands(&["guide", "--help"]) {
        assert!(documented.contains(&format!("`guide {name} ")), "guide {name} is not documented");
    }
    let id = cli.contract();
    let (draft, run) =
        (["draft", "holding", "--contract", &id, "--json"], ["guide", "run", "link-missing", &id, "--json"]);
    let export = cli.folder.path().join("export.json").display().to_string();
    for arguments in [
        &["standing", &id, "--json"][..],
        &draft,
        &run,
        &["guide", "show", "link-missing", "--json"],
        &["check", "--json"],
        &["export", &export, "--json"],
        &["journal", "--json"],
        &["undo", "--json"],
    ] {
        for key in keys(&cli.run(arguments).json()) {
            assert!(documented.contains(&format!("`{key}`")), "{key} of {arguments:?} is not documented");
        }
    }
}

#[test]
fn asking_the_office_means_the_letter_that_fits_how_things_stand() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let to_office = |cli: &Cli| -> Vec<String> {
        let letters = cli.run(&["draft", "--contract", &id, "--json"]).json();
        let asks = |letter: &&Value| letter["purpose"] == "inquiry_to_office";
        let names = letters.as_array().unwrap().iter().filter(asks);
        names.map(|letter| letter["draft"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(to_office(&cli), ["inquiry-link-missing"]);
    // Two business days from Tuesday the 17th ended on the 19th.
    cli.record("fact", &fact(&id, "11/17", request()));
    assert_eq!(to_office(&cli), ["inquiry-waiting"]);
    cli.record("fact", &fact(&id, "11/20", status("denied", "否認")));
    assert_eq!(to_office(&cli), ["inquiry-denied"]);
    cli.record("fact", &fact(&id, "11/21", status("revoked", "取消")));
    assert_eq!(to_office(&cli), ["inquiry-revoked"]);
}
