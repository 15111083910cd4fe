//! The dispute packet: what is in it, and that the same book gives the same bytes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::sync::Arc;

use crate::common::packet::{PIXEL, json, keep, members, packed, place, story, text};
use crate::common::{Desk, looked};
use engawa_book::inputs::{ClientAmendment, ClientChoice, ClientInput, ContractAmendment};
use engawa_book::views::BookKind;
use engawa_book::{
    Book, BookError, Clock, OpenOptions, PacketOptions, PacketRefused, SeededIds, verify_packet,
};
use engawa_domain::facts::{ClientKind, Contract, Format, Party, Place, Seen};
use engawa_domain::say::Lang;
use engawa_packs::Packs;

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
    let contracts: Vec<Contract> = desk.book.rows().all().unwrap();
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
    let input =
        ClientInput {
            name: "サンプル商会".to_owned(), reading: String::new(), kind: ClientKind::Company
        };
    let amendment = ClientAmendment { client: facts.client.id, before: None, input };
    let action = desk.action(amendment);
    desk.book.client_amend(action).unwrap();
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    assert!(text(&zip, "journal.jsonl").contains("サンプル商会"));
    assert_eq!(verify_packet(&zip, &[]).unwrap().faults, []);
}

#[test]
fn a_party_that_the_contract_once_had_belongs_to_its_history_and_drags_no_other_contract_in() {
    let (mut desk, id) = story();
    let facts = desk.book.contract_facts(id).unwrap();
    let others = desk.book.client_list().unwrap();
    let other = others.into_iter().find(|view| view.client.id != facts.client.id).unwrap().client.id;
    let amendment = ContractAmendment {
        contract: id,
        before: None,
        account: facts.account.id,
        client: ClientChoice::Existing { id: other },
        title: facts.contract.title.as_str().to_owned(),
        format: Format::Fixed,
        amount: String::new(),
        delivery_due: String::new(),
        url: String::new(),
        number: String::new(),
        contact_reason: String::new(),
        note: String::new(),
    };
    let action = desk.action(amendment);
    desk.book.contract_amend(action).unwrap();
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    let clients = &json(&zip, "facts.json")["tables"]["clients"];
    assert_eq!(clients.as_array().unwrap().len(), 2, "the one before, and the one now");
    let found = verify_packet(&zip, &[]).unwrap();
    // The other client was written down together with the other contract.
    assert_eq!((found.faults, found.withheld, found.rows_unproven), (vec![], 1, 1));
    assert!(members(&zip).iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("別の案件")));
}
