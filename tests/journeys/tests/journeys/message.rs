//! A client's message is looked through on the command line: no book, and what the standing says counts.

use serde_json::{Value, json};

use super::cli::{Cli, Said};

/// No finding.
const NONE: [Value; 0] = [];

fn checked(arguments: &[&str], message: &str) -> Said {
    let mut line = vec!["message", "check", "--json"];
    line.extend(arguments);
    Cli::at("11-24 14:05").run_with(&line, message)
}

fn kinds(said: &Said) -> Vec<Value> {
    said.json()["findings"].as_array().unwrap().iter().map(|finding| finding["kind"].clone()).collect()
}

#[test]
fn an_invitation_is_marked_where_it_stands_with_why_rule_answer_and_record() {
    let message = "𠮷田です。今後のやり取りはLINEでお願いします。";
    let said = checked(&["--platform", "crowdworks"], message);
    let finding = said.json()["findings"][0].clone();
    assert_eq!(finding["kind"], "contact_invitation");
    let letters: Vec<char> = message.chars().collect();
    let place = |name: &str| usize::try_from(finding[name].as_u64().unwrap()).unwrap();
    let passage: String = letters[place("start")..place("end")].iter().collect();
    assert_eq!(finding["text"], json!(passage));
    assert!(passage.contains("LINE"), "{passage}");
    assert_eq!(finding["rule"]["source"], "notice-2020");
    assert_eq!(finding["draft"], "ask-client");
    for field in ["why", "answer", "record"] {
        assert!(!finding[field].as_str().unwrap().is_empty(), "{field}");
    }
}

#[test]
fn an_agreed_chatwork_after_an_approval_is_no_alarm_and_a_direct_contract_still_is() {
    let agreed = "承認ありがとうございます。チャットワークでご連絡します。IDは sample_desk1 です。";
    assert_eq!(
        kinds(&checked(&["--platform", "crowdworks", "--stage", "escrowed", "--approved"], agreed)),
        NONE
    );
    let deal = "次回からは直接契約でお願いします。";
    assert_eq!(kinds(&checked(&["--platform", "crowdworks", "--approved"], deal)), [json!("direct_deal")]);
}

#[test]
fn what_the_request_named_is_agreed_and_another_means_is_to_be_looked_at() {
    let approved = ["--platform", "crowdworks", "--approved", "--agreed", "chatwork,zoom"];
    for agreed in ["チャットワークでご連絡ください。", "Zoomで打ち合わせをお願いします。"]
    {
        assert_eq!(kinds(&checked(&approved, agreed)), NONE, "{agreed}");
    }
    let said = checked(&approved, "今後のやり取りはLINEでお願いします。");
    let finding = said.json()["findings"][0].clone();
    assert_eq!(finding["kind"], "contact_invitation");
    assert!(
        finding["why"].as_str().unwrap().contains("公表されていません"),
        "what is unknown is said: {finding}"
    );
    assert_eq!(finding["draft"], Value::Null, "nothing is left to ask for with a letter");
}

#[test]
fn where_nothing_is_found_it_is_said_that_this_is_no_promise() {
    let said = Cli::at("11-24 14:05").run_with(&["message", "check"], "納品ありがとうございます。");
    assert_eq!((said.code, said.out.trim_end()), (0, "見つかりませんでした（安全という意味ではありません）"));
    assert_eq!(checked(&[], "納品ありがとうございます。").json(), json!({ "findings": [] }));
}

#[test]
fn what_is_no_text_or_far_too_long_is_refused_with_a_remedy() {
    let cli = Cli::at("11-24 14:05");
    let binary = cli.file("message.bin", &[0xE3, 0x81, 0x82, 0xFF, 0x00]);
    let long = cli.file("long.txt", &vec![b'a'; 9 * 1024 * 1024]);
    for file in [binary, long] {
        let said = cli.run(&["message", "check", "--json", file.to_str().unwrap()]);
        let problem = said.problem();
        assert_eq!((said.code, &problem["code"]), (1, &json!("input")), "{problem}");
        assert!(!problem["remedy"].as_str().unwrap().is_empty());
    }
}

#[test]
fn a_service_without_a_pack_is_read_strictly() {
    let said = checked(
        &["--platform", "some-other-service"],
        "連絡はSlackでお願いします。報酬は銀行振込でお支払いします。",
    );
    assert_eq!(kinds(&said), [json!("contact_invitation"), json!("outside_payment")]);
}

#[test]
fn the_address_of_a_messenger_is_found_and_that_of_the_service_is_not() {
    let at =
        |address: &str| kinds(&checked(&["--platform", "crowdworks"], &format!("こちらです。 {address}")));
    assert_eq!(at("https://lin.ee/AbC12"), [json!("contact_invitation")]);
    assert_eq!(at("https://crowdworks.jp/contracts/1"), NONE);
}
