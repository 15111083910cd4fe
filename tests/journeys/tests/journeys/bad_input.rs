//! Bad input gets a clear error with the field's name, and nothing of it is recorded.

use std::fs;

use serde_json::{Value, json};

use super::cli::{Cli, account, contract, fact, inquiry, looked, request, status, text};

fn with(mut input: Value, field: &str, value: impl Into<Value>) -> Value {
    input[field] = value.into();
    input
}

#[test]
fn what_cannot_be_read_is_named_by_its_field_and_nothing_is_recorded() {
    let cli = Cli::at("11-24 14:05");
    let under = cli.account();
    let before = cli.run(&["journal", "--json"]).json();
    let good = contract(&under);
    for (field, typed, named) in [
        ("title", json!(""), "title"),
        ("title", json!("\u{3000} "), "title"),
        ("title", json!("縁".repeat(10_001)), "title"),
        ("delivery_due", json!("11/31"), "delivery_due"),
        ("delivery_due", json!("2026-02-29"), "delivery_due"),
        ("delivery_due", json!("13月1日"), "delivery_due"),
        ("amount", json!("-5000"), "amount"),
        ("amount", json!("9223372036854775808"), "amount"),
        ("amount", json!("たくさん"), "amount"),
        ("stages", json!([{ "stage": "contracted", "day": "11/31" }]), "stages.0.day"),
        ("wish_day", json!("きのうの次"), "wish_day"),
    ] {
        let (code, problem) = cli.refused("contract", &with(good.clone(), field, typed.clone()));
        assert_eq!(
            (code, &problem["code"], Cli::fields(&problem)),
            (1, &json!("field"), vec![named]),
            "{typed}"
        );
        assert!(!problem["fields"][0]["message"].as_str().unwrap().is_empty(), "{typed}");
    }
    for address in ["me.example.jp", "me@", "私@", "a@b@c"] {
        let (code, problem) = cli.refused("account", &with(account(), "registered_email", address));
        assert_eq!((code, Cli::fields(&problem)), (1, vec!["registered_email"]), "{address}");
    }
    assert_eq!(cli.run(&["journal", "--json"]).json(), before);
}

#[test]
fn a_day_that_does_not_exist_is_told_with_its_repairs() {
    let cli = Cli::at("11-24 14:05");
    let under = cli.account();
    let (_, problem) = cli.refused("contract", &with(contract(&under), "delivery_due", "11/31"));
    let field = &problem["fields"][0];
    assert_eq!(field["message"], "11月は30日までです。");
    let offers: Vec<&str> =
        field["offers"].as_array().unwrap().iter().map(|offer| offer["value"].as_str().unwrap()).collect();
    assert_eq!(offers, ["2026-11-30", "2026-12-01"]);
    let in_words = cli.run_with(
        &["record", "contract", "--lang", "en"],
        &with(contract(&under), "delivery_due", "11/31").to_string(),
    );
    assert!(in_words.err.contains("  delivery_due: "), "{in_words:?}");
}

#[test]
fn titles_are_kept_byte_for_byte_and_amounts_are_read_as_people_write_them() {
    let cli = Cli::at("11-24 14:05");
    let under = cli.account();
    // A compatibility ideograph, a surrogate pair, an emoji of several code points, spaces at both ends, 10,000 characters.
    let long = "縁".repeat(10_000);
    for title in [" \u{FA19}社 髙﨑 𠮷野家 👩‍💻 ㈱ ", long.as_str()] {
        let id = text(&cli.record("contract", &with(contract(&under), "title", title)));
        let kept = cli.run(&["standing", &id, "--json"]).json()["title"].clone();
        assert_eq!(kept, title);
    }
    let id = text(&cli.record("contract", &with(contract(&under), "amount", "１万２千円")));
    let export = cli.folder.path().join("export.json");
    assert_eq!(cli.run(&["export", export.to_str().unwrap()]).code, 0);
    let export: Value = serde_json::from_str(&fs::read_to_string(export).unwrap()).unwrap();
    let rows = export["tables"]["contracts"].as_array().unwrap();
    assert_eq!(rows.iter().find(|row| row["id"] == id.as_str()).unwrap()["amount"], 12_000);
}

#[test]
fn unlikely_facts_are_recorded_with_a_remark_and_the_answer_stays_careful() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let said = |day: &str, what: Value| {
        text(&cli.run_with(&["record", "fact", "--json"], &fact(&id, day, what).to_string()).json()["said"])
    };
    let reversed = said("11/17", json!({ "fact": "stage", "stage": "delivered", "note": "" }));
    assert!(reversed.contains("「契約」（11/18(水)）と、順番が逆です"), "{reversed}");
    let early = said("11/23", status("approved", "承認"));
    assert!(early.contains("申請の記録がありません"), "{early}");
    let tomorrow = said("明日", looked("me", "web", "missing"));
    assert!(tomorrow.contains("11/25(水)"), "{tomorrow}");
    said("11/22", request());
    assert_eq!(cli.run(&["standing", &id, "--json"]).json()["contact"], "yes");
    said("11/24", status("approved", "承認"));
    assert_eq!(
        cli.run(&["standing", &id, "--json"]).json()["contact"],
        "yes",
        "a second approval changes nothing"
    );
    said("11/24", status("denied", "否認"));
    let standing = cli.run(&["standing", &id, "--json"]).json();
    assert_eq!(standing["contact"], "no", "of two of one day the one against contact counts: {standing}");
}

#[test]
fn a_second_request_is_not_allowed_and_a_sender_is_looked_at() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    cli.record("fact", &fact(&id, "11/20", request()));
    let (code, problem) = cli.refused("fact", &fact(&id, "11/24", request()));
    assert_eq!((code, &problem["code"]), (1, &json!("not_allowed")));
    let (code, problem) = cli.refused("fact", &fact(&id, "11/24", inquiry("")));
    assert_eq!((code, Cli::fields(&problem)), (1, vec!["what.sender"]));
}

#[test]
fn json_that_is_none_or_of_another_form_is_refused() {
    let cli = Cli::at("11-24 14:05");
    assert_eq!(cli.run_with(&["record", "account"], "{").code, 1);
    assert!(!cli.book().exists(), "a slip begins no book");
    cli.account();
    for typed in ["", "{", "[]", "{\"platform\":\"crowdworks\"}", "\u{FEFF}{}"] {
        let said = cli.run_with(&["record", "account", "--json"], typed);
        assert_eq!((said.code, said.problem()["code"].as_str()), (1, Some("input")), "{typed}");
    }
    let mut unknown = account();
    unknown["colour"] = "red".into();
    assert_eq!(cli.refused("account", &unknown).0, 1, "a field that is not known is no silent loss");
    let missing = cli.folder.path().join("not-there.json").display().to_string();
    assert_eq!(cli.run(&["record", "account", &missing]).code, 1);
}

#[test]
fn the_mark_that_some_editors_put_first_is_no_slip() {
    let cli = Cli::at("11-24 14:05");
    let marked = cli.file("account.json", format!("\u{FEFF}{}\r\n", account()).as_bytes());
    let said = cli.run(&["record", "account", "--json", marked.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{said:?}");
}

#[test]
fn a_file_that_proves_nothing_is_refused_and_the_record_is_as_before() {
    let cli = Cli::at("11-24 14:05");
    let id = cli.contract();
    let before = cli.run(&["journal", "--json"]).json();
    let empty = cli.file("empty.png", b"");
    let folder = cli.folder.path().join("folder");
    fs::create_dir(&folder).unwrap();
    let vanished = cli.folder.path().join("vanished.png");
    for path in [empty, folder, vanished] {
        let evidence =
            json!({ "contract": id, "fact": null, "path": path.display().to_string(), "origin": "picked" });
        let (code, problem) = cli.refused("evidence", &evidence);
        assert_eq!((code, &problem["code"]), (1, &json!("file")), "{}", path.display());
    }
    assert_eq!(cli.run(&["journal", "--json"]).json(), before);
}
