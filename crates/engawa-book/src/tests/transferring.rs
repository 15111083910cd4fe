use std::fs;
use std::path::{Path, PathBuf};

use engawa_domain::facts::{Evidence, Stage};
use engawa_store::{ChainFault, Table};
use proptest::prelude::*;
use serde_json::Value;

use super::samples::*;
use crate::samples_for_tests::stage;
use crate::{BookError, ExportFiles, ImportMode, ImportRefused, Op, files_beside};

fn exported(it: &InFolder) -> PathBuf {
    let path = it.folder.path().join("export.json");
    it.book.export(&path, ExportFiles::Along).unwrap();
    path
}

fn refusal(export: &Path) -> ImportRefused {
    let mut into = InFolder::new();
    let empty = into.digest();
    let refused = into.book.import(export, ImportMode::Apply);
    assert_eq!(into.digest(), empty, "all or nothing");
    assert_eq!(into.book.rows().entries().unwrap(), 0, "all or nothing");
    match refused {
        Err(BookError::Import(refused)) => refused,
        other => panic!("not refused as an import: {other:?}"),
    }
}

/// The refusal of an export that was edited by hand.
fn refusal_of(edit: impl FnOnce(&mut Value)) -> ImportRefused {
    let it = InFolder::filled();
    let path = exported(&it);
    let mut document: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    edit(&mut document);
    fs::write(&path, document.to_string()).unwrap();
    refusal(&path)
}

/// The refusal of an export whose text was changed.
fn refusal_of_text(edit: impl FnOnce(String) -> String) -> ImportRefused {
    let it = InFolder::filled();
    let path = exported(&it);
    fs::write(&path, edit(fs::read_to_string(&path).unwrap())).unwrap();
    refusal(&path)
}

#[test]
fn a_book_exported_imported_and_exported_again_is_the_same_byte_for_byte() {
    let mut from = InFolder::filled();
    from.book.undo(new_action()).unwrap();
    from.book.redo(new_action()).unwrap();
    let first = exported(&from);
    let mut into = InFolder::new();
    let report = into.book.import(&first, ImportMode::Apply).unwrap();
    assert_eq!((report.entries, report.files, report.files_missing.len()), (11, 1, 0));
    let second = exported(&into);
    assert_eq!(fs::read(&second).unwrap(), fs::read(&first).unwrap());
    assert_eq!(into.digest(), from.digest());
    assert!(into.book.check().unwrap().is_whole(), "with its evidence");
}

#[test]
fn after_an_import_the_book_goes_on_in_a_chain_of_its_own() {
    let from = InFolder::filled();
    let export = exported(&from);
    let mut into = InFolder::seeded(9);
    into.book.import(&export, ImportMode::Apply).unwrap();
    assert_eq!(into.book.next_undo().unwrap(), None, "what came in is not taken back piece by piece");
    into.write(Op::StageAdd, |tx| Ok(tx.insert(&stage(900, Stage::Completed, "11-24"))?));
    into.book.undo(new_action()).unwrap();
    assert_eq!(into.digest(), from.digest());
    assert!(into.book.check().unwrap().is_whole());
}

#[test]
fn a_dry_run_says_what_would_happen_and_changes_nothing() {
    let from = InFolder::filled();
    let export = exported(&from);
    let mut into = InFolder::new();
    let tried = into.book.import(&export, ImportMode::DryRun).unwrap();
    assert_eq!(into.book.rows().entries().unwrap(), 0);
    assert!(!into.book.folder().join("evidence").exists());
    let done = into.book.import(&export, ImportMode::Apply).unwrap();
    assert_eq!(crate::ImportReport { mode: ImportMode::Apply, ..tried }, done);
    assert_eq!(done.rows[&Table::Contracts], 1);
}

#[test]
fn nothing_is_imported_into_a_book_that_holds_something() {
    let export = InFolder::filled();
    let path = exported(&export);
    let mut into = InFolder::filled();
    let before = into.digest();
    let refused = into.book.import(&path, ImportMode::Apply);
    assert!(matches!(refused, Err(BookError::Import(ImportRefused::BookNotEmpty))));
    assert_eq!(into.digest(), before);
}

#[test]
fn broken_json_is_refused_with_its_line() {
    let it = InFolder::filled();
    let text = fs::read_to_string(exported(&it)).unwrap();
    let cut = text.lines().take(6).collect::<Vec<_>>().join("\n");
    match refusal_of_text(|_| cut) {
        ImportRefused::Form { line: 6, .. } => {}
        other => panic!("{other:?}"),
    }
    for text in ["", "[]", "null", "帳", "{}", "{\"format\":\"engawa-book\"}", "\u{FEFF}{}"] {
        assert!(matches!(refusal_of_text(|_| text.to_owned()), ImportRefused::Form { .. }), "{text:?}");
    }
}

#[test]
fn something_after_the_end_is_refused() {
    assert!(matches!(refusal_of_text(|text| text + "{}"), ImportRefused::Form { .. }));
}

#[test]
fn deep_nesting_is_refused_and_not_followed() {
    let deep = format!("{{\"format\":\"engawa-book\",\"version\":1,\"journal\":{}", "[".repeat(1 << 20));
    assert!(matches!(refusal_of_text(|_| deep), ImportRefused::Form { .. }));
}

#[test]
fn another_version_is_refused_with_both_numbers() {
    let refused = refusal_of(|document| document["version"] = 4.into());
    assert!(matches!(refused, ImportRefused::OtherVersion { found: 4, known: 3 }), "{refused:?}");
}

#[test]
fn a_row_twice_is_refused_by_its_identifier() {
    let refused = refusal_of(|document| {
        let row = document["tables"]["stages"][0].clone();
        document["tables"]["stages"].as_array_mut().unwrap().push(row);
    });
    assert!(matches!(refused, ImportRefused::DuplicateId { table: Table::Stages, .. }), "{refused:?}");
}

#[test]
fn a_row_that_refers_to_nothing_is_refused_by_its_identifier() {
    let refused = refusal_of(|document| {
        document["tables"]["stages"][0]["contract"] = uuid::Uuid::from_u128(999).to_string().into();
    });
    assert!(matches!(refused, ImportRefused::Dangling { table: Table::Stages, .. }), "{refused:?}");
}

#[test]
fn a_row_that_the_journal_does_not_explain_is_refused() {
    let refused = refusal_of(|document| document["tables"]["statuses"][0]["words"] = "承認 済".into());
    assert!(matches!(refused, ImportRefused::NotInJournal { table: Table::Statuses, .. }), "{refused:?}");
}

#[test]
fn a_row_left_out_is_refused() {
    let refused = refusal_of(|document| document["tables"]["stages"] = Value::Array(Vec::new()));
    assert!(
        matches!(refused, ImportRefused::RowsMissing { table: Table::Stages, missing: 1 }),
        "{refused:?}"
    );
}

#[test]
fn an_entry_altered_is_refused_by_its_number() {
    let refused = refusal_of(|document| document["journal"][6]["facts"][0]["after"]["words"] = "否認".into());
    assert!(matches!(refused, ImportRefused::Chain(ChainFault::Altered { seq: 7 })), "{refused:?}");
    let refused = refusal_of(|document| document["journal"][2]["hash"] = "0".repeat(64).into());
    assert!(matches!(refused, ImportRefused::Chain(ChainFault::Altered { seq: 3 })), "{refused:?}");
}

#[test]
fn an_entry_left_out_is_refused_by_the_number_of_the_next() {
    let refused = refusal_of(|document| drop(document["journal"].as_array_mut().unwrap().remove(2)));
    assert!(matches!(refused, ImportRefused::Chain(ChainFault::Broken { seq: 4 })), "{refused:?}");
}

#[test]
fn a_value_that_its_column_may_not_hold_is_refused() {
    for (column, value) in
        [("amount", serde_json::json!(1_u64 << 63)), ("title", "".into()), ("colour", "red".into())]
    {
        let refused = refusal_of(|document| document["tables"]["contracts"][0][column] = value);
        assert!(matches!(refused, ImportRefused::Row(_)), "{column}: {refused:?}");
    }
}

#[test]
fn an_export_laid_out_anew_still_comes_in() {
    let it = InFolder::filled();
    let path = exported(&it);
    let document: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    fs::write(&path, format!("{document:#}")).unwrap();
    let mut into = InFolder::new();
    into.book.import(&path, ImportMode::Apply).unwrap();
    assert_eq!(into.digest(), it.digest());
}

#[test]
fn a_file_of_evidence_that_is_not_there_is_reported_and_one_that_was_altered_is_refused() {
    let it = InFolder::filled();
    let path = exported(&it);
    let evidence = it.book.rows().all::<Evidence>().unwrap().remove(0);
    let file = crate::Vault::in_folder(files_beside(&path)).place_of(&evidence.sha256);
    fs::write(&file, "承認されませんでした").unwrap();
    assert!(matches!(refusal(&path), ImportRefused::Evidence(hash) if hash == evidence.sha256));
    fs::remove_file(&file).unwrap();
    let mut into = InFolder::new();
    assert_eq!(into.book.import(&path, ImportMode::Apply).unwrap().files_missing, [evidence.sha256]);
}

#[test]
fn an_export_without_whole_evidence_is_not_written() {
    let it = InFolder::filled();
    let evidence = it.book.rows().all::<Evidence>().unwrap().remove(0);
    fs::remove_file(it.book.vault.place_of(&evidence.sha256)).unwrap();
    let path = it.folder.path().join("export.json");
    fs::write(&path, "yesterday's").unwrap();
    assert!(it.book.export(&path, ExportFiles::Along).is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), "yesterday's", "what was there before is still there");
    assert!(!it.folder.path().join("export.json.part").exists());
    assert!(it.book.export(&path, ExportFiles::Left).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_book_comes_back_byte_for_byte(notes in proptest::collection::vec("\\PC{0,20}|[\u{0}-\u{1F}\"\\\\🌸\u{FA19}]{0,8}", 0..12), undone in 0..6_usize) {
        let mut from = InFolder::filled();
        for (number, note) in (400..).zip(notes) {
            let event = engawa_domain::facts::StageEvent { note, ..stage(number, Stage::Delivered, "11-24") };
            from.write(Op::StageAdd, |tx| Ok(tx.insert(&event)?));
        }
        for _ in 0..undone {
            from.book.undo(new_action()).unwrap();
        }
        let first = exported(&from);
        let mut into = InFolder::new();
        into.book.import(&first, ImportMode::Apply).unwrap();
        let second = exported(&into);
        prop_assert_eq!(fs::read_to_string(&second).unwrap(), fs::read_to_string(&first).unwrap());
        prop_assert!(into.book.check().unwrap().is_whole());
    }
}
