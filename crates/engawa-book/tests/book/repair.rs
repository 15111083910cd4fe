//! Damage of every kind in a real book: found by name, set right after a backup, in a journal that still replays.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use crate::common::{self, Desk, seen};
use engawa_book::inputs::{EvidenceInput, WhatInput};
use engawa_book::{BookCheck, DamageKind, Patience, Reason, Remedy, RepairReport};
use engawa_domain::facts::{Evidence, FiledBy, Origin, Stage, StatusValue};
use engawa_domain::ids::ContractId;
use engawa_domain::say::Lang;
use engawa_store::inflict;
use engawa_words::Words;

const TITLE: &str = "商品紹介文の作成（60本）";

fn book() -> (Desk, ContractId) {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let contract = desk.contract(account, TITLE, &[(Stage::Contracted, "11/10"), (Stage::Escrowed, "11/12")]);
    (desk, contract)
}

fn file(desk: &Desk) -> PathBuf {
    desk.folder.path().join("engawa-book/book.sqlite")
}

/// The same book after these statements were given to its closed file.
fn damaged(desk: Desk, sql: &str) -> Desk {
    let file = file(&desk);
    let Desk { book, folder, clock, .. } = desk;
    drop(book);
    inflict::statements(&file, sql).unwrap();
    let book =
        common::open_with(&folder, &clock, std::sync::Arc::new(engawa_packs::Packs::embedded().unwrap()));
    Desk::of(book, clock, folder)
}

fn kinds(check: &BookCheck) -> Vec<DamageKind> {
    check.damage.iter().map(engawa_book::Damage::kind).collect()
}

/// What is found, in Japanese.
fn said(desk: &Desk) -> Vec<String> {
    let check = desk.book.check().unwrap();
    let words = Words::new(Lang::Ja);
    desk.book.check_view(&check).damages.iter().map(|damage| words.say(&damage.what)).collect()
}

fn repaired(desk: &mut Desk) -> RepairReport {
    let report = desk.book.repair().unwrap();
    let backup = report.backup.clone().unwrap();
    assert!(backup.is_file(), "a repair is preceded by a backup");
    report
}

#[test]
fn a_changed_row_is_named_by_its_contract_and_becomes_what_the_history_says() {
    let (desk, _) = book();
    let mut desk = damaged(desk, "UPDATE contracts SET title = '別の依頼'");
    assert_eq!(kinds(&desk.book.check().unwrap()), [DamageKind::RowAltered]);
    assert_eq!(said(&desk), ["相談・契約「別の依頼」が、履歴と違います"]);
    let report = repaired(&mut desk);
    assert!(report.after.is_whole() && report.repaired.len() == 1);
    let mut desk = desk.again();
    assert!(desk.book.check().unwrap().is_whole());
    let titles = |desk: &Desk| -> Vec<String> {
        let contracts: Vec<engawa_domain::facts::Contract> = desk.book.rows().all().unwrap();
        contracts.iter().map(|contract| contract.title.as_str().to_owned()).collect()
    };
    assert_eq!(titles(&desk), [TITLE]);
    let action = desk.action(());
    desk.book.undo(action.id).unwrap();
    assert_eq!(titles(&desk), ["別の依頼"], "the repair is a change like any other");
    assert!(desk.book.check().unwrap().is_whole());
    let action = desk.action(());
    desk.book.redo(action.id).unwrap();
    assert_eq!(titles(&desk), [TITLE]);
}

#[test]
fn a_repaired_book_can_be_exported_and_read_in_again() {
    let (desk, _) = book();
    let mut desk = damaged(
        desk,
        "UPDATE contracts SET title = '別の依頼'; DELETE FROM stages; UPDATE clients SET kind = 'tree'; DROP INDEX contracts_client",
    );
    repaired(&mut desk);
    let to = desk.folder.path().join("book.json");
    desk.book.export(&to, engawa_book::ExportFiles::Along).unwrap();
    let mut other = Desk::at("11-24 15:00");
    other.book.import(&to, engawa_book::ImportMode::Apply).unwrap();
    assert_eq!(other.book.digest().unwrap(), desk.book.digest().unwrap());
}

#[test]
fn a_removed_row_comes_back_under_its_name() {
    let (desk, _) = book();
    let mut desk = damaged(desk, "DELETE FROM clients");
    assert_eq!(said(&desk), ["クライアント「サンプル商店」が、履歴にあるのに帳にありません"]);
    assert!(repaired(&mut desk).after.is_whole());
}

#[test]
fn a_value_that_cannot_be_read_is_set_right_and_what_it_was_is_in_the_backup() {
    let (desk, _) = book();
    let mut desk = damaged(desk, "UPDATE stages SET day = 'いつか' WHERE stage = 'escrowed'");
    assert_eq!(kinds(&desk.book.check().unwrap()), [DamageKind::Value]);
    let report = repaired(&mut desk);
    assert!(report.after.is_whole());
    let backup = fs::read(report.backup.unwrap()).unwrap();
    assert!(backup.windows(9).any(|bytes| bytes == "いつか".as_bytes()));
}

#[test]
fn an_approval_that_was_taken_back_does_not_come_back_by_a_repair() {
    let (mut desk, contract) = book();
    let request = WhatInput::Request { by: FiledBy::Me, reason: String::new(), channels: Vec::new() };
    desk.fact(contract, "11/20", request).unwrap();
    let fact = desk.fact(contract, "11/24", seen(StatusValue::Approved, "承認")).unwrap();
    let row = "CREATE TABLE kept AS SELECT * FROM statuses";
    let mut desk = damaged(desk, row);
    let action = desk.action(fact.value);
    desk.book.fact_remove(action).unwrap();
    let mut desk = damaged(desk, "INSERT INTO statuses SELECT * FROM kept");
    assert_eq!(kinds(&desk.book.check().unwrap()), [DamageKind::RowReturned]);
    repaired(&mut desk);
    assert_eq!(desk.book.rows().count(engawa_store::Table::Statuses).unwrap(), 0);
}

#[test]
fn a_book_whose_history_was_altered_is_copied_as_it_is_and_the_entry_stays() {
    let (desk, _) = book();
    let sql = "DROP TRIGGER journal_is_never_rewritten; UPDATE journal SET op = 'contract_amend' WHERE position = 2";
    let mut desk = damaged(desk, sql);
    let found = kinds(&desk.book.check().unwrap());
    assert_eq!(found, [DamageKind::Schema, DamageKind::EntryAltered]);
    let report = repaired(&mut desk);
    assert!(
        report.backup.unwrap().to_string_lossy().ends_with(".as-found.sqlite"),
        "no backup of it is proven"
    );
    assert_eq!(kinds(&report.after), [DamageKind::EntryAltered]);
    let remedy = report.after.remedy(&report.after.damage[0]);
    assert_eq!(remedy, Remedy::Stays(Reason::History));
    assert!(desk.book.check_view(&report.after).beyond, "what stays leads to a rescue or a backup");
}

#[test]
fn into_a_file_whose_pages_do_not_fit_nothing_is_written() {
    let (desk, _) = book();
    let desk = desk.again();
    let path = file(&desk);
    let Desk { book, folder, clock, .. } = desk;
    drop(book);
    let mut bytes = fs::read(&path).unwrap();
    // The page with the rows of clients, which no start needs.
    let holds =
        |page: &&mut [u8]| page[0] == 0x0A && page.windows(18).any(|part| part == "サンプル商店".as_bytes());
    bytes.chunks_mut(4096).find(holds).unwrap().fill(0xA5);
    fs::write(&path, bytes).unwrap();
    let packs = std::sync::Arc::new(engawa_packs::Packs::embedded().unwrap());
    let mut desk = Desk::of(common::open_with(&folder, &clock, packs), clock, folder);
    let check = desk.book.check().unwrap();
    assert!(kinds(&check).contains(&DamageKind::Page), "{:?}", check.damage);
    assert!(check.repairable().is_empty());
    let entries = desk.book.rows().entries().unwrap_or_default();
    assert_eq!(desk.book.repair().unwrap().backup, None);
    assert_eq!(desk.book.rows().entries().unwrap_or_default(), entries);
}

/// A file of evidence, kept for the contract.
fn attach(desk: &mut Desk, contract: ContractId) -> Evidence {
    let source = desk.folder.path().join("画面.png");
    fs::write(&source, "承認の画面").unwrap();
    let path = source.to_string_lossy().into_owned();
    let action = desk.action(EvidenceInput { contract, path, origin: Origin::Picked, fact: None });
    desk.book.evidence_attach(action).unwrap();
    desk.book.rows().all::<Evidence>().unwrap().remove(0)
}

fn kept(desk: &Desk, evidence: &Evidence) -> PathBuf {
    let hash = &evidence.sha256.0;
    desk.folder.path().join("engawa-book").join("evidence").join(&hash[..2]).join(hash)
}

#[test]
fn a_missing_file_of_evidence_comes_back_from_a_backup_that_has_it() {
    let (mut desk, contract) = book();
    let evidence = attach(&mut desk, contract);
    let path = kept(&desk, &evidence);
    fs::remove_file(&path).unwrap();
    assert_eq!(said(&desk), ["証拠「画面.png」のファイルがありません"]);
    let check = desk.book.check().unwrap();
    assert_eq!(check.remedy(&check.damage[0]), Remedy::Stays(Reason::NoCopy));
    let hash = &evidence.sha256.0;
    let beside = desk.folder.path().join("engawa-book/backups/stick/evidence").join(&hash[..2]);
    fs::create_dir_all(&beside).unwrap();
    fs::write(beside.join(hash), "ほかのもの").unwrap();
    assert_eq!(desk.book.check().unwrap().repairable().len(), 0, "a copy of something else is none");
    fs::write(beside.join(hash), "承認の画面").unwrap();
    assert!(repaired(&mut desk).after.is_whole());
    assert_eq!(fs::read(&path).unwrap(), "承認の画面".as_bytes());
}

#[test]
fn an_altered_file_of_evidence_is_replaced_by_the_original_and_kept_beside_it() {
    let (mut desk, contract) = book();
    let evidence = attach(&mut desk, contract);
    let path = kept(&desk, &evidence);
    fs::write(&path, "否認の画面").unwrap();
    assert_eq!(kinds(&desk.book.check().unwrap()), [DamageKind::EvidenceAltered]);
    let hash = &evidence.sha256.0;
    let beside = desk.folder.path().join("engawa-book/backups/evidence").join(&hash[..2]);
    fs::create_dir_all(&beside).unwrap();
    fs::write(beside.join(hash), "承認の画面").unwrap();
    assert!(repaired(&mut desk).after.is_whole());
    assert_eq!(fs::read(&path).unwrap(), "承認の画面".as_bytes());
    assert_eq!(fs::read(path.with_extension("altered")).unwrap(), "否認の画面".as_bytes());
}

/// Something that nobody can read lies where the file should be: a folder, which is so for every user of every system.
fn made_unreadable(path: &Path) {
    fs::remove_file(path).unwrap();
    fs::create_dir(path).unwrap();
    fs::write(path.join("inside"), "x").unwrap();
}

#[test]
fn a_file_of_evidence_that_cannot_be_read_stays_until_a_backup_has_the_same() {
    let (mut desk, contract) = book();
    let evidence = attach(&mut desk, contract);
    let path = kept(&desk, &evidence);
    made_unreadable(&path);
    let check = desk.book.check().unwrap();
    assert!(!check.is_whole() && kinds(&check).contains(&DamageKind::EvidenceUnreadable));
    assert_eq!(said(&desk)[0], format!("証拠「画面.png」のファイルを読めません（{}）", path.display()));
    assert_eq!(check.remedy(&check.damage[0]), Remedy::Stays(Reason::CannotRead));
    desk.book.repair().unwrap();
    assert!(path.join("inside").exists(), "nothing takes the place of what may be whole");

    let hash = &evidence.sha256.0;
    let beside = desk.folder.path().join("engawa-book/backups/evidence").join(&hash[..2]);
    fs::create_dir_all(&beside).unwrap();
    fs::write(beside.join(hash), "承認の画面").unwrap();
    assert!(repaired(&mut desk).after.is_whole());
    assert_eq!(fs::read(&path).unwrap(), "承認の画面".as_bytes());
    assert!(path.with_extension("unreadable").join("inside").exists(), "it is kept beside");
}

#[test]
fn files_that_nobody_asked_for_do_no_harm_and_what_was_never_finished_is_cleared_away() {
    let (mut desk, contract) = book();
    attach(&mut desk, contract);
    let folder = desk.folder.path().join("engawa-book");
    let stray = "ab".repeat(32);
    fs::create_dir_all(folder.join("evidence/ab")).unwrap();
    fs::write(folder.join("evidence/ab").join(&stray), "x").unwrap();
    fs::write(folder.join("evidence/incoming-1-1"), "x").unwrap();
    fs::write(folder.join("book.sqlite.new"), "x").unwrap();
    fs::create_dir_all(folder.join("backups")).unwrap();
    fs::write(folder.join("backups/book-2026.sqlite.part"), "x").unwrap();
    let check = desk.book.check().unwrap();
    assert_eq!(
        kinds(&check),
        [DamageKind::EvidenceUnknown, DamageKind::HalfCopy, DamageKind::Leftover, DamageKind::Leftover]
    );
    assert!(check.is_whole(), "nothing of it does harm");
    let report = repaired(&mut desk);
    assert_eq!(kinds(&report.after), [DamageKind::EvidenceUnknown], "a file that may be a proof is left");
}

#[test]
fn a_setting_that_cannot_be_read_is_forgotten() {
    let (desk, _) = book();
    let mut desk = damaged(desk, "INSERT OR REPLACE INTO settings VALUES ('settings', 'たぶん大きめ')");
    assert_eq!(kinds(&desk.book.check().unwrap()), [DamageKind::Setting]);
    assert!(repaired(&mut desk).after.is_whole());
}

#[test]
fn a_look_from_another_thread_finds_the_same_and_the_book_goes_on() {
    let (desk, _) = book();
    let mut desk = damaged(desk, "DROP INDEX stages_contract");
    desk.clock.set("11-24 15:00");
    let examiner = desk.book.examiner().unwrap();
    let thread = std::thread::spawn(move || {
        let (tell, told) = mpsc::channel();
        let patience = Patience::watched(move |come| {
            tell.send((come.done, come.total)).unwrap();
            ControlFlow::Continue(())
        });
        let found = examiner.look(&patience).unwrap();
        (found, told.try_iter().last().unwrap())
    });
    let account = desk.account("lancers", "me@example.jp");
    desk.contract(account, "ロゴの制作", &[]);
    let (found, (done, of)) = thread.join().unwrap();
    assert_eq!(kinds(&found), [DamageKind::Schema]);
    assert_eq!(done, of, "it says when it is done");
}

#[test]
fn every_kind_of_damage_and_every_remedy_is_said_in_both_languages() {
    let (desk, _) = book();
    let desk = damaged(
        desk,
        "DROP TRIGGER journal_is_never_shortened; UPDATE contracts SET title = 'x'; DELETE FROM stages WHERE stage = 'escrowed'; \
         INSERT INTO actions VALUES ('a', 900, 'null'); INSERT INTO form_drafts VALUES ('f', '{}', 'once'); DELETE FROM meta; \
         DELETE FROM journal_about",
    );
    let check = desk.book.check().unwrap();
    for lang in [Lang::Ja, Lang::En] {
        let words = Words::new(lang);
        for damage in desk.book.check_view(&check).damages {
            words.try_say(&damage.what).unwrap();
            words.try_say(&damage.remedy).unwrap();
        }
    }
    assert_eq!(check.damage.len(), 7, "{:?}", check.damage);
}
