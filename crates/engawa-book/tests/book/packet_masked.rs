//! What is masked in a packet or left out of it, and that this is stated.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use crate::common::Desk;
use crate::common::packet::{json, keep, members, packed, story, text};
use engawa_book::inputs::WhatInput;
use engawa_book::{ContactData, PacketOptions, verify_packet};
use engawa_domain::facts::Channel;
use engawa_domain::ids::ContractId;
use serde_json::Value;

/// A contract in which others left ways to reach them.
fn with_contact_data() -> (Desk, ContractId) {
    let (mut desk, id) = story();
    let note = "LINE ID: hanako_2026 か taro@client.example.com、090-1234-5678 へ。私は me@example.jp です。";
    let wish = WhatInput::Wish { channels: vec![Channel::Line], note: note.to_owned() };
    desk.fact(id, "11/20", wish).unwrap();
    keep(&mut desk, id, None, "taro@client.example.com.txt", b"mail");
    (desk, id)
}

#[test]
fn contact_data_of_others_is_masked_and_that_is_stated_everywhere() {
    let (desk, id) = with_contact_data();
    let options = PacketOptions { contact_data: ContactData::Masked, ..PacketOptions::default() };
    let (zip, made) = packed(&desk, id, &options);
    assert!(made.masked >= 4, "{made:?}");
    for (name, bytes) in members(&zip) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for secret in ["hanako_2026", "taro@client", "090-1234-5678"] {
            assert!(!text.contains(secret) && !name.contains(secret), "{secret} in {name}");
        }
        if std::path::Path::new(&name).extension().is_some_and(|end| end == "html") {
            assert!(text.contains("me@example.jp"), "the user's own address stays: {name}");
            assert!(text.contains("[masked: email]"), "{name}");
        }
    }
    let manifest = json(&zip, "manifest.json");
    assert_eq!(manifest["masked"]["asked"], true);
    assert_eq!(manifest["masked"]["places"], made.masked);
    assert!(manifest["entries"]["masked"].as_u64().unwrap() >= 2);
    let note = text(&zip, "VERIFY.txt");
    assert!(note.contains(&format!("{}か所で伏せました", made.masked)) && note.contains("is masked in"));
    let found = verify_packet(&zip, &[]).unwrap();
    assert_eq!(found.faults, [], "masked is not altered");
    assert!(found.masked >= 2 && found.rows_unproven >= 2, "and what cannot be proven any more is counted");
}

#[test]
fn masking_does_not_change_the_answer() {
    let (desk, id) = with_contact_data();
    let word = |options: &PacketOptions| {
        let (zip, _) = packed(&desk, id, options);
        let page = text(&zip, "timeline.ja.html");
        page.split("<div class=\"state\"><b>").nth(1).unwrap().split("</b>").next().unwrap().to_owned()
    };
    let masked = PacketOptions { contact_data: ContactData::Masked, ..PacketOptions::default() };
    assert_eq!(word(&masked), "連絡できます");
    assert_eq!(word(&PacketOptions::default()), "連絡できます");
}

#[test]
fn a_file_can_be_left_out_and_that_is_stated() {
    let (mut desk, id) = story();
    let secret = keep(&mut desk, id, None, "見せない.txt", b"secret content");
    let options = PacketOptions { without: vec![secret], ..PacketOptions::default() };
    let (zip, made) = packed(&desk, id, &options);
    assert_eq!((made.files, made.left_out), (2, 1));
    assert!(
        members(&zip).iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("secret content"))
    );
    let left = &json(&zip, "manifest.json")["left_out"];
    assert_eq!((left.as_array().unwrap().len(), &left[0]["name"]), (1, &Value::from("見せない.txt")));
    assert!(text(&zip, "VERIFY.txt").contains("1件は入れていません"));
    assert!(text(&zip, "timeline.ja.html").contains("入れていません"));
    let found = verify_packet(&zip, &[]).unwrap();
    assert_eq!((found.faults, found.left_out), (vec![], 1));
}
