//! Documents of electronic transactions in a packet: those of the contract with their log, and nothing of another contract's.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::path::Path;

use crate::common::Desk;
use crate::common::documents::{amend, declare, invoice, why};
use crate::common::packet::{json, keep, members, packed, story, text};
use engawa_book::inputs::{DocumentInput, DocumentRemoval, DocumentUntying, EvidenceInput};
use engawa_book::{ContactData, PacketOptions, verify_packet};
use engawa_domain::facts::{Contract, Origin};
use engawa_domain::ids::{ContractId, DocumentId, EvidenceId, EvidenceLinkId};

/// The story with an invoice that was declared, and whose amount was corrected.
fn with_invoice() -> (Desk, ContractId, EvidenceId, DocumentId) {
    let (mut desk, id) = story();
    let file = keep(&mut desk, id, None, "請求書.txt", "請求書 12,000円".as_bytes());
    let document = declare(&mut desk, file);
    let other = DocumentInput { amount: "12000".to_owned(), ..invoice(file) };
    assert!(amend(&mut desk, document, other, why("金額の誤記", "縁側 花子")).is_empty());
    (desk, id, file, document)
}

fn other_contract(desk: &Desk) -> ContractId {
    let all: Vec<Contract> = desk.book.rows().all().unwrap();
    all.into_iter().find(|contract| contract.title.as_str() == "別の案件の題名").unwrap().id
}

fn tie_to(desk: &mut Desk, contract: ContractId, file: EvidenceId) -> EvidenceLinkId {
    let path = desk.folder.path().join("請求書.txt").display().to_string();
    let action = desk.action(EvidenceInput { contract, fact: None, path, origin: Origin::Picked });
    desk.book.evidence_attach(action).unwrap();
    link_of(desk, contract, file)
}

fn link_of(desk: &Desk, contract: ContractId, file: EvidenceId) -> EvidenceLinkId {
    let files = desk.book.contract_files(contract).unwrap();
    files.into_iter().find(|(_, evidence)| evidence.id == file).unwrap().0.id
}

fn untie(desk: &mut Desk, link: EvidenceLinkId, reason: &str) {
    let action = desk.action(DocumentUntying { link, slip: why(reason, "縁側 花子") });
    desk.book.document_untie(action).unwrap();
}

/// The members of a packet as one text.
fn everything(zip: &Path) -> String {
    members(zip).into_iter().map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect()
}

fn rows(zip: &Path, table: &str) -> usize {
    json(zip, "facts.json")["tables"][table].as_array().unwrap().len()
}

#[test]
fn the_documents_of_a_contract_go_along_with_all_eight_fields_of_their_log() {
    let (desk, id, _, _) = with_invoice();
    let (zip, made) = packed(&desk, id, &PacketOptions::default());
    let tables = &json(&zip, "facts.json")["tables"];
    assert_eq!((&tables["documents"][0]["amount"], rows(&zip, "documents")), (&12_000.into(), 1));
    let line = &tables["document_corrections"][0];
    assert_eq!((line["reason"].as_str(), line["person"].as_str()), (Some("金額の誤記"), Some("縁側 花子")));
    let page = text(&zip, "timeline.ja.html");
    let log = page.split("<h3>訂正・削除の記録</h3>").nth(1).unwrap();
    let cell = |text: &str| format!("<bdi>{text}</bdi>");
    for expected in [
        "申請日",
        "取引伝票番号",
        "取引件名",
        "取引先名",
        "訂正・削除日付",
        "訂正・削除内容",
        "訂正・削除理由",
        "処理担当者名",
        &cell("2026/11/26(木)"),
        &cell("2026-11-3"),
        &cell("商品紹介文 60本"),
        &cell("サンプル商店"),
        &cell("訂正\n取引金額: 11,000円 → 12,000円"),
        &cell("金額の誤記"),
        &cell("縁側 花子"),
    ] {
        assert!(log.contains(expected), "{expected}");
    }
    assert!(page.contains(&cell("請求書")) && page.contains(&cell("files/03-請求書.txt")));
    assert!(text(&zip, "timeline.en.html").contains("<h3>Correction log</h3>"));
    let found = verify_packet(&zip, &[]).unwrap();
    assert_eq!((found.faults, found.withheld, found.rows_unproven), (vec![], 0, 0));
    assert_eq!(found.proven, made.entries, "also the entries that declared and corrected it");
}

#[test]
fn the_same_book_gives_the_same_bytes_with_documents_as_well() {
    let (desk, id, _, _) = with_invoice();
    let (_, first) = packed(&desk, id, &PacketOptions::default());
    let desk = desk.again();
    assert_eq!(packed(&desk, id, &PacketOptions::default()).1.sha256, first.sha256);
}

#[test]
fn the_log_of_a_document_that_was_taken_out_or_untied_stays_in_the_packet() {
    let (mut desk, id, file, document) = with_invoice();
    let link = link_of(&desk, id, file);
    untie(&mut desk, link, "付け先の誤り");
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    assert_eq!((rows(&zip, "documents"), rows(&zip, "document_corrections")), (1, 2), "of no other contract");
    let action = desk.action(DocumentRemoval { document, slip: why("自分の控え", "縁側 花子") });
    desk.book.document_remove(action).unwrap();
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    assert_eq!((rows(&zip, "documents"), rows(&zip, "document_corrections")), (0, 3));
    let page = text(&zip, "timeline.ja.html");
    for reason in ["金額の誤記", "付け先の誤り", "自分の控え"] {
        assert!(page.contains(reason), "{reason}");
    }
    let found = verify_packet(&zip, &[]).unwrap();
    assert_eq!((found.faults, found.rows_unproven), (vec![], 0));
}

#[test]
fn that_a_document_was_tied_to_another_contract_is_told_by_neither_word_nor_row() {
    let (mut desk, id, file, _) = with_invoice();
    let other = other_contract(&desk);
    let link = tie_to(&mut desk, other, file);
    untie(&mut desk, link, "別の契約の請求書ではない");
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    let all = everything(&zip);
    assert!(!all.contains("別の案件の題名") && !all.contains("別の契約の請求書ではない"));
    assert_eq!((rows(&zip, "documents"), rows(&zip, "document_corrections")), (1, 1));
    assert_eq!(verify_packet(&zip, &[]).unwrap().faults, []);
}

#[test]
fn a_document_that_moved_to_another_contract_leaves_the_line_of_its_untying_and_nothing_else() {
    let (mut desk, id, file, document) = with_invoice();
    let other = other_contract(&desk);
    tie_to(&mut desk, other, file);
    let link = link_of(&desk, id, file);
    untie(&mut desk, link, "付け先の誤り");
    let secret = DocumentInput { counterparty: "よその会社".to_owned(), ..invoice(file) };
    assert!(amend(&mut desk, document, secret, why("よその会社のもの", "縁側 花子")).is_empty());
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    assert_eq!((rows(&zip, "documents"), rows(&zip, "document_corrections")), (0, 1));
    let all = everything(&zip);
    assert!(all.contains("付け先の誤り") && !all.contains("よその会社") && !all.contains("別の案件の題名"));
    assert_eq!(verify_packet(&zip, &[]).unwrap().faults, []);

    let (zip, _) = packed(&desk, other, &PacketOptions::default());
    assert_eq!((rows(&zip, "documents"), rows(&zip, "document_corrections")), (1, 2));
    assert!(!everything(&zip).contains("付け先の誤り"), "that is the history of the first contract");
}

#[test]
fn contact_data_in_documents_and_their_log_is_masked() {
    let (mut desk, id, file, document) = with_invoice();
    let secrets = DocumentInput {
        counterparty: "田中 taro@client.example.com".to_owned(),
        note: "電話 090-1234-5678".to_owned(),
        ..invoice(file)
    };
    let reason = "LINE ID: hanako_2026 から聞いた";
    assert!(amend(&mut desk, document, secrets, why(reason, "担当 jiro@client.example.com")).is_empty());
    // The log of this one tells what it was.
    assert!(amend(&mut desk, document, invoice(file), why("元どおり", "縁側 花子")).is_empty());
    let options = PacketOptions { contact_data: ContactData::Masked, ..PacketOptions::default() };
    let (zip, _) = packed(&desk, id, &options);
    let all = everything(&zip);
    for secret in ["taro@client", "jiro@client", "090-1234-5678", "hanako_2026"] {
        assert!(!all.contains(secret), "{secret}");
    }
    let page = text(&zip, "timeline.ja.html");
    assert!(
        page.contains("取引先名: サンプル商店 → 田中 [masked: email]"),
        "what was masked is told by its kind"
    );
    let found = verify_packet(&zip, &[]).unwrap();
    assert_eq!(found.faults, [], "masked is not altered");
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    assert!(
        everything(&zip).contains("taro@client.example.com"),
        "as recorded, where nobody asked for masks"
    );
}

#[test]
fn a_contract_without_documents_has_no_part_about_them() {
    let (desk, id) = story();
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    assert!(!text(&zip, "timeline.ja.html").contains("電子取引"));
}

/// It was written by the version before documents went along, of a contract whose document was corrected and untied. It is never
/// written anew.
#[test]
fn a_packet_from_before_documents_went_along_is_still_whole() {
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packets/before-documents.zip");
    let found = verify_packet(&old, &[]).unwrap();
    assert_eq!((found.faults, found.withheld, found.proven, found.rows), (vec![], 1, 3, 5));
}
