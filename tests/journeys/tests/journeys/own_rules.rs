//! A service of one's own and a corrected rule, told to the command line: the standing rests on them, and says so.

use serde_json::{Value, json};

use super::cli::Cli;

fn service(contact: &str, source: &str) -> Value {
    json!({
        "name": "まちの仕事帳", "contact": contact, "deal": "forbidden", "source": source, "address": "",
        "looked": "", "support": "", "answer_days": "", "note": "",
    })
}

fn contract(cli: &Cli, platform: &str) -> String {
    let account = json!({"platform": platform, "user_name": "minato", "registered_email": "", "note": ""});
    let account = cli.record("account", &account);
    let contract = json!({
        "account": account, "client": {"client": "new", "name": "見本商店", "reading": "", "kind": "company"},
        "title": "名刺の文面", "format": "fixed", "stages": [{"stage": "contracted", "day": "11/18"}], "wishes": [],
        "wish_day": "", "amount": "", "delivery_due": "", "url": "", "number": "", "contact_reason": "", "note": "",
    });
    cli.record("contract", &contract).as_str().unwrap().to_owned()
}

fn contact(cli: &Cli, contract: &str) -> Value {
    cli.run(&["standing", contract, "--json"]).json()["contact"].clone()
}

#[test]
fn a_service_of_ones_own_is_answered_by_what_was_said_of_it() {
    let cli = Cli::at("11-24 14:05");
    let refused = cli.run_with(&["record", "service", "--json"], &service("free", "").to_string());
    assert_eq!(refused.code, 1, "a rule that permits by itself needs the page that says so");

    let id = cli.record("service", &service("after_contract", "利用規約 第8条"));
    let own = contract(&cli, &format!("own_{}", id.as_str().unwrap()));
    assert_eq!(contact(&cli, &own), "yes");
    let rule = cli.run(&["standing", &own, "--json"]).json()["rule"].clone();
    assert_eq!(rule["title"], "利用規約 第8条", "{rule}");

    let stays = cli.run_with(&["remove", "service"], &id.to_string());
    assert_ne!(stays.code, 0, "an account is registered under it");
}

#[test]
fn a_corrected_rule_changes_the_answer_until_it_is_taken_back() {
    let cli = Cli::at("11-24 14:05");
    let id = contract(&cli, "crowdworks");
    let before = contact(&cli, &id);
    assert_ne!(before, "yes");
    let correction = json!({
        "platform": "crowdworks", "path": "contact.shape.kind", "value": "free", "source": "お知らせ",
        "address": "", "looked": "", "note": "",
    });
    cli.record("correction", &correction);
    assert_eq!(contact(&cli, &id), "yes");
    cli.run(&["undo"]);
    assert_eq!(contact(&cli, &id), before);
}
