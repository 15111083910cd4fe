//! The dispute packet: what is in it, that the same book gives the same bytes, and that nothing in it runs or leaks.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use common::{Desk, contract, looked, seen};
use engawa_book::inputs::{
    AccountInput, ClientChoice, ContractInput, EvidenceInput, ReplyInput, WhatInput, WhenInput,
};
use engawa_book::views::BookKind;
use engawa_book::{
    Book, BookError, Clock, ContactData, OpenOptions, PacketMade, PacketOptions, PacketRefused, SeededIds,
    verify_packet,
};
use engawa_domain::facts::{
    Channel, ClientKind, FactRef, FiledBy, InquiryResult, Origin, Party, Place, Seen, Stage, StatusValue,
};
use engawa_domain::ids::{ContractId, EvidenceId, PlatformId};
use engawa_domain::say::Lang;
use engawa_packs::Packs;
use serde_json::Value;

/// A picture of one pixel.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";

/// The story up to an approval, with a picture of it, and another contract that is nobody's business here.
fn story() -> (Desk, ContractId) {
    let mut desk = Desk::at("11-20 10:00");
    let account = desk.account("crowdworks", "me@example.jp");
    let id = desk.contract(account, "商品紹介文の作成（60本）", &[(Stage::Contracted, "11/18")]);
    desk.contract(account, "別の案件の題名", &[(Stage::Contracted, "11/19")]);
    desk.fact(id, "11/20", looked(Party::Me, Place::Web, Seen::Missing)).unwrap();
    desk.clock.set("11-24 14:05");
    let request = WhatInput::Request {
        by: FiledBy::Me,
        reason: "画像の受け渡し".to_owned(),
        channels: vec![Channel::Chatwork],
    };
    desk.fact(id, "11/24", request).unwrap();
    desk.clock.set("11-26 09:30");
    let status = desk.fact(id, "11/26", seen(StatusValue::Approved, "承認")).unwrap().value;
    keep(&mut desk, id, Some(status), "承認の画面.png", PIXEL);
    keep(&mut desk, id, None, "契約書.txt", "契約".as_bytes());
    (desk, id)
}

fn keep(
    desk: &mut Desk,
    contract: ContractId,
    fact: Option<FactRef>,
    name: &str,
    bytes: &[u8],
) -> EvidenceId {
    let path = desk.folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let path = path.display().to_string();
    let action = desk.action(EvidenceInput { contract, fact, path, origin: Origin::Picked });
    let link = desk.book.evidence_attach(action).unwrap().value;
    let files = desk.book.contract_files(contract).unwrap();
    files.into_iter().find(|(tie, _)| tie.id == link).unwrap().1.id
}

fn place(desk: &Desk, name: &str) -> PathBuf {
    desk.folder.path().join(name)
}

fn packed(desk: &Desk, id: ContractId, options: &PacketOptions) -> (PathBuf, PacketMade) {
    let to = place(desk, "packet.zip");
    let made = desk.book.packet(id, options, &to).unwrap();
    (to, made)
}

/// The members with their content, in the order of the ZIP.
fn members(zip: &Path) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(fs::File::open(zip).unwrap()).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut member = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            member.read_to_end(&mut bytes).unwrap();
            (member.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn text(zip: &Path, name: &str) -> String {
    let found = members(zip).into_iter().find(|(known, _)| known == name).unwrap();
    String::from_utf8(found.1).unwrap()
}

fn json(zip: &Path, name: &str) -> Value {
    serde_json::from_str(&text(zip, name)).unwrap()
}

#[test]
fn a_packet_holds_the_timeline_the_files_the_facts_the_journal_and_how_to_verify_them() {
    let (desk, id) = story();
    let (zip, made) = packed(&desk, id, &PacketOptions::default());
    let names: Vec<String> = members(&zip).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "manifest.json",
            "manifest.sha256",
            "VERIFY.txt",
            "timeline.ja.html",
            "timeline.en.html",
            "facts.json",
            "journal.jsonl",
            "files/01-承認の画面.png",
            "files/02-契約書.txt",
        ]
    );
    let files = members(&zip);
    assert_eq!(files[7].1, PIXEL, "a file is byte for byte what was kept");
    assert_eq!((made.files, made.left_out, made.masked), (2, 0, 0));
    let facts = json(&zip, "facts.json");
    assert_eq!(facts["tables"]["contracts"].as_array().unwrap().len(), 1);
    assert_eq!(facts["tables"]["statuses"][0]["words"], "承認");
    let found = verify_packet(&zip, &[]).unwrap();
    assert_eq!((found.faults, found.files, found.rows_unproven), (vec![], 7, 0));
    assert_eq!(found.proven, made.entries);
}

#[test]
fn the_timeline_says_who_did_what_when_and_where_things_stood() {
    let (desk, id) = story();
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    let page = text(&zip, "timeline.ja.html");
    for expected in [
        "商品紹介文の作成（60本）",
        "サンプル商店",
        "承認",
        "連絡できます",
        "まだできません",
        "申請中",
        "files/01-承認の画面.png",
        "画像の受け渡し",
        "Asia/Tokyo",
        "2026/11/24",
    ] {
        assert!(page.contains(expected), "{expected}");
    }
    let sha256 = &json(&zip, "facts.json")["tables"]["evidence"][0]["sha256"];
    assert!(page.contains(sha256.as_str().unwrap()), "files are told by their hashes");
    let english = text(&zip, "timeline.en.html");
    assert!(english.contains("<html lang=\"en\">") && english.contains("Timeline"));
    assert!(english.contains("承認"), "the words on the screen stay as they were");
}

#[test]
fn nothing_of_another_contract_is_in_a_packet() {
    let (desk, id) = story();
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    for (name, bytes) in members(&zip) {
        assert!(!String::from_utf8_lossy(&bytes).contains("別の案件"), "{name}");
    }
}

#[test]
fn an_entry_about_many_contracts_is_withheld_and_told_so() {
    let mut desk = Desk::at("11-24 14:05");
    desk.book.fill_sample().unwrap();
    let contracts: Vec<engawa_domain::facts::Contract> = desk.book.rows().all().unwrap();
    let (zip, _) = packed(&desk, contracts[0].id, &PacketOptions::default());
    let all: String =
        members(&zip).iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    let others = contracts.iter().skip(1).filter(|other| other.title != contracts[0].title);
    for other in others {
        assert!(!all.contains(other.title.as_str()), "{}", other.title.as_str());
    }
    assert_eq!(json(&zip, "manifest.json")["entries"]["withheld"], 1);
    let found = verify_packet(&zip, &[]).unwrap();
    assert_eq!(found.faults, []);
    assert!(found.withheld == 1 && found.rows_unproven > 0, "what cannot be proven is counted");
}

/// The same folder, opened on another machine: another zone, another language, another day.
fn elsewhere(desk: Desk, clock: &str) -> Desk {
    let Desk { book, clock: watch, folder, .. } = desk;
    drop(book);
    watch.set(clock);
    let book = Book::open(OpenOptions {
        folder: folder.path().join("engawa-book"),
        clock: Arc::clone(&watch) as Arc<dyn Clock>,
        ids: Arc::new(SeededIds::new(99)),
        packs: Arc::new(Packs::embedded().unwrap()),
        kind: BookKind::Own,
        zone: "America/Los_Angeles".to_owned(),
        lang: Lang::En,
    })
    .unwrap();
    let mut again = Desk::at("11-24 14:05");
    again.book = book;
    again.folder = folder;
    again.clock = watch;
    again
}

#[test]
fn the_same_book_gives_the_same_bytes_whatever_the_machine() {
    let (desk, id) = story();
    let (zip, made) = packed(&desk, id, &PacketOptions::default());
    let here = fs::read(&zip).unwrap();
    let desk = elsewhere(desk, "12-31 23:59");
    let (zip, again) = packed(&desk, id, &PacketOptions::default());
    assert_eq!(again.sha256, made.sha256);
    assert!(fs::read(&zip).unwrap() == here);
    let order = PacketOptions { languages: vec![Lang::En, Lang::Ja], ..PacketOptions::default() };
    assert_eq!(packed(&desk, id, &order).1.sha256, made.sha256, "in one order, however it was asked for");
}

/// What somebody may type who wants a page to do something.
const HOSTILE: &str =
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>&lt;b&gt;\u{202E}</td>";

/// A contract with something hostile in every field that takes a text.
fn hostile() -> (Desk, ContractId) {
    let mut desk = Desk::at("11-20 10:00");
    let action = desk.action(AccountInput {
        platform: PlatformId("crowdworks".to_owned()),
        user_name: HOSTILE.to_owned(),
        registered_email: String::new(),
        note: HOSTILE.to_owned(),
    });
    let account = desk.book.account_add(action).unwrap().value;
    let input = ContractInput {
        client: ClientChoice::New {
            name: HOSTILE.to_owned(),
            reading: HOSTILE.to_owned(),
            kind: ClientKind::Company,
        },
        number: HOSTILE.to_owned(),
        contact_reason: HOSTILE.to_owned(),
        note: HOSTILE.to_owned(),
        ..contract(account, HOSTILE, &[(Stage::Contracted, "11/18")])
    };
    let action = desk.action(input);
    let id = desk.book.contract_add(action).unwrap().value;
    let note = || HOSTILE.to_owned();
    for what in [
        WhatInput::Sighting { looker: Party::Me, place: Place::Web, seen: Seen::Missing, note: note() },
        WhatInput::Request { by: FiledBy::Me, reason: note(), channels: Vec::new() },
        seen(StatusValue::Approved, HOSTILE),
        WhatInput::Wish { channels: Vec::new(), note: note() },
        WhatInput::OutsideContact { channel: Channel::Line, note: note() },
        WhatInput::Restriction { party: Party::Client, words: note() },
    ] {
        desk.fact(id, "11/20", what).unwrap();
    }
    let sent = WhatInput::Inquiry {
        entrance: "faq-button".to_owned(),
        sender: "me@example.jp".to_owned(),
        body: note(),
    };
    let FactRef::Inquiry(inquiry) = desk.fact(id, "11/20", sent).unwrap().value else { panic!() };
    let when = WhenInput { day: "11/20".to_owned(), time: String::new() };
    let action =
        desk.action(ReplyInput { inquiry, before: None, when, result: InquiryResult::NoHelp, text: note() });
    desk.book.reply_record(action).unwrap();
    keep(&mut desk, id, None, "<img src=x onerror=alert(4)>.png", PIXEL);
    (desk, id)
}

/// The tags of a page, each with everything up to its end.
fn tags(page: &str) -> Vec<&str> {
    let style = page.find("<style>").unwrap()..page.find("</style>").unwrap();
    page.match_indices('<')
        .filter(|(at, _)| !(style.start < *at && *at < style.end))
        .map(|(at, _)| &page[at..at + page[at..].find('>').unwrap() + 1])
        .collect()
}

#[test]
fn whatever_somebody_typed_nothing_of_it_becomes_a_tag_or_runs() {
    let (desk, id) = hostile();
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    let known = BTreeSet::from([
        "!DOCTYPE",
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "section",
        "div",
        "h1",
        "h2",
        "h3",
        "p",
        "b",
        "br",
        "small",
        "span",
        "bdi",
        "blockquote",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ul",
        "li",
        "img",
    ]);
    for lang in ["ja", "en"] {
        let page = text(&zip, &format!("timeline.{lang}.html"));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "it stands there to be read");
        assert!(!page.to_lowercase().contains("<script"));
        for tag in tags(&page) {
            let name = tag.trim_start_matches(['<', '/']);
            let name = name.split([' ', '>']).next().unwrap();
            assert!(known.contains(name), "{tag}");
            if let Some(source) = tag.strip_prefix("<img src=\"") {
                assert!(source.starts_with("files/"), "{tag}");
                assert_eq!(tag.matches('"').count(), 4, "a picture has a source and a name: {tag}");
            }
            let attributes = tag.split(' ').skip(1).filter_map(|part| part.split('=').next());
            assert!(
                tag.starts_with("<img") || attributes.into_iter().all(|name| !name.starts_with("on")),
                "{tag}"
            );
        }
        assert!(page.contains("default-src &#39;none&#39;"), "and the browser is told that nothing may run");
    }
    assert_eq!(verify_packet(&zip, &[]).unwrap().faults, []);
}

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
        if name.ends_with(".html") {
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

#[test]
fn a_file_that_rotted_is_named_and_no_packet_is_made_until_it_is_left_out() {
    let (mut desk, id) = story();
    let rotten = keep(&mut desk, id, None, "朽ちた.txt", b"once");
    let (_, evidence) =
        desk.book.contract_files(id).unwrap().into_iter().find(|(_, file)| file.id == rotten).unwrap();
    let sha256 = evidence.sha256.0;
    let kept = desk.book.folder().join("evidence").join(&sha256[..2]).join(&sha256);
    fs::remove_file(&kept).unwrap();
    fs::write(&kept, "ance").unwrap();
    let to = place(&desk, "packet.zip");
    fs::write(&to, "what stood there before").unwrap();
    let refused = desk.book.packet(id, &PacketOptions::default(), &to).unwrap_err();
    assert!(
        matches!(&refused, BookError::Packet(PacketRefused::Evidence { name, .. }) if name == "朽ちた.txt"),
        "{refused:?}"
    );
    assert_eq!(fs::read_to_string(&to).unwrap(), "what stood there before");
    assert!(!place(&desk, "packet.zip.part").exists());
    let options = PacketOptions { without: vec![rotten], ..PacketOptions::default() };
    desk.book.packet(id, &options, &to).unwrap();
}

#[test]
fn a_name_is_offered_that_says_what_it_is() {
    let (desk, id) = story();
    assert_eq!(desk.book.packet_name(id).unwrap(), "engawa-商品紹介文の作成（60本）-2026-11-26.zip");
}

#[test]
fn what_was_taken_back_stays_in_the_history_of_the_packet() {
    let (mut desk, id) = story();
    desk.fact(id, "11/21", looked(Party::Me, Place::App, Seen::Missing)).unwrap();
    let action = desk.action(()).id;
    desk.book.undo(action).unwrap();
    let (zip, made) = packed(&desk, id, &PacketOptions::default());
    let journal = text(&zip, "journal.jsonl");
    assert_eq!(journal.lines().count(), made.entries as usize);
    assert!(journal.lines().last().unwrap().contains("\"op\":\"undo "));
    assert_eq!(json(&zip, "facts.json")["tables"]["sightings"].as_array().unwrap().len(), 1);
    assert_eq!(verify_packet(&zip, &[]).unwrap().faults, []);
}

#[test]
fn a_correction_of_the_party_made_elsewhere_is_in_the_packet() {
    let (mut desk, id) = story();
    let facts = desk.book.contract_facts(id).unwrap();
    let input = engawa_book::inputs::ClientInput {
        name: "サンプル商会".to_owned(),
        reading: String::new(),
        kind: ClientKind::Company,
    };
    let amendment = engawa_book::inputs::ClientAmendment { client: facts.client.id, before: None, input };
    let action = desk.action(amendment);
    desk.book.client_amend(action).unwrap();
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    assert!(text(&zip, "journal.jsonl").contains("サンプル商会"));
    assert_eq!(verify_packet(&zip, &[]).unwrap().faults, []);
}
