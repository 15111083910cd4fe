use engawa_domain::facts::{Account, Client, Contract, ContractFacts, FactRef, Stage, StageEvent};
use engawa_domain::text::Title;
use proptest::prelude::*;

use super::samples::*;
use crate::{Image, Row, StoreError, Table};

fn comes_back<R: Row + PartialEq + std::fmt::Debug>(book: &InFolder, row: &R) {
    assert_eq!(book.store.rows().get::<R>(row.id()).unwrap().as_ref(), Some(row));
}

#[test]
fn a_row_of_every_kind_comes_back_as_it_was_also_after_a_restart() {
    let mut book = book();
    book.change("fill", fill_with_log);
    let book = book.reopened();
    comes_back(&book, &account(1));
    comes_back(&book, &client(2));
    comes_back(&book, &contract(3, 1, 2));
    comes_back(&book, &stage(4, 3));
    comes_back(&book, &sighting(5, 3));
    comes_back(&book, &request(6, 3));
    comes_back(&book, &status(7, 3, seen_by_me()));
    comes_back(&book, &status(8, 3, engawa_domain::facts::Witness::ToldByClient));
    comes_back(&book, &inquiry(9, 3));
    comes_back(&book, &wish(10, 3));
    comes_back(&book, &outside_contact(11, 3));
    comes_back(&book, &restriction(12, 3));
    comes_back(&book, &evidence(13));
    comes_back(&book, &link(14, 13, 3, Some(FactRef::Status(status(7, 3, seen_by_me()).id))));
    comes_back(&book, &run(15, Some(3)));
    comes_back(&book, &payment(16, 3));
    comes_back(&book, &copied_anyway(17, 3));
    comes_back(&book, &own_service(18));
    comes_back(&book, &correction(19));
    comes_back(&book, &document(20, 13));
    comes_back(&book, &document_correction(21, 20));
    for table in Table::ALL {
        assert!(book.store.rows().count(table).unwrap() > 0, "{table}: this test must know every table");
    }
}

#[test]
fn the_facts_of_one_contract_are_those_found_among_all() {
    let mut book = book();
    book.change("fill", fill);
    book.change("second", |change| {
        change.insert(&contract(20, 1, 2))?;
        change.insert(&stage(21, 20))?;
        change.insert(&sighting(22, 20))
    });
    let rows = book.store.rows();
    let all = rows.load_all_facts().unwrap();
    let one_by_one: Vec<ContractFacts> =
        all.iter().map(|facts| rows.load_facts(facts.contract.id).unwrap().unwrap()).collect();
    assert_eq!(all, one_by_one);
    assert_eq!(all.len(), 2);
    assert_eq!(all[1].stages, [stage(21, 20)]);
    assert_eq!(rows.load_facts(contract(99, 1, 2).id).unwrap(), None);
}

#[test]
fn a_row_that_others_refer_to_cannot_be_removed_and_nothing_happens() {
    let mut book = book();
    book.change("fill", fill);
    let before = book.store.digest().unwrap();
    let refused = book.try_change("remove", |change| change.delete::<Account>(account(1).id));
    assert!(matches!(refused, Err(StoreError::References { table: Table::Accounts, .. })), "{refused:?}");
    assert_eq!(book.store.digest().unwrap(), before);
    assert_eq!(book.store.rows().entries().unwrap(), 1, "a change that failed leaves no entry");
}

#[test]
fn an_identifier_cannot_be_used_twice() {
    let mut book = book();
    book.change("fill", fill);
    let refused = book.try_change("again", |change| change.insert(&stage(4, 3)));
    assert!(matches!(refused, Err(StoreError::Duplicate { table: Table::Stages, .. })), "{refused:?}");
}

#[test]
fn what_is_not_there_can_be_neither_changed_nor_removed() {
    let mut book = book();
    book.change("fill", fill);
    let changed = book.try_change("change", |change| change.update(&stage(99, 3)));
    let removed = book.try_change("remove", |change| change.delete::<StageEvent>(stage(99, 3).id));
    assert!(matches!(changed, Err(StoreError::NoSuchRow { table: Table::Stages, .. })));
    assert!(matches!(removed, Err(StoreError::NoSuchRow { table: Table::Stages, .. })));
}

#[test]
fn a_contract_goes_with_all_that_belongs_to_it_and_nothing_else() {
    let mut book = book();
    book.change("fill", fill);
    book.change("second", |change| {
        change.insert(&contract(20, 1, 2))?;
        change.insert(&stage(21, 20))
    });
    book.change("remove", |change| change.delete_contract(contract(3, 1, 2).id));
    let rows = book.store.rows();
    assert_eq!(rows.all::<Contract>().unwrap(), [contract(20, 1, 2)]);
    assert_eq!(rows.all::<StageEvent>().unwrap(), [stage(21, 20)]);
    assert_eq!(rows.count(Table::Runs).unwrap() + rows.count(Table::EvidenceLinks).unwrap(), 0);
    assert_eq!(rows.count(Table::Evidence).unwrap(), 1, "the file itself stays: it may prove something else");
}

#[test]
fn the_contracts_written_last_come_first() {
    let mut book = book();
    book.change("fill", fill);
    book.change("second", |change| change.insert(&contract(20, 1, 2)));
    book.change("third", |change| change.insert(&contract(30, 1, 2)));
    book.change("first again", |change| change.insert(&stage(31, 3)));
    book.change("third gone", |change| change.delete_contract(contract(30, 1, 2).id));
    let recent = |offset, limit| book.store.rows().recent_contracts(offset, limit).unwrap();
    let (one, two) = (contract(3, 1, 2).id, contract(20, 1, 2).id);
    assert_eq!(recent(0, 10), [one, two]);
    assert_eq!(recent(1, 10), [two]);
    assert_eq!(recent(0, 1), [one]);
    let changes = book.store.rows().last_changes().unwrap();
    assert!(changes[&one] > changes[&two]);
}

#[test]
fn words_that_the_user_never_saw_cannot_come_out_of_the_file_as_seen() {
    let mut book = book();
    book.change("fill", fill);
    let mut row =
        serde_json::to_value(Image::of(&status(8, 3, engawa_domain::facts::Witness::ToldByClient))).unwrap();
    row["words"] = "承認".into();
    let read = Image::from_json(Table::Statuses, row.as_object().unwrap());
    assert!(matches!(read, Err(StoreError::BadCell { table: Table::Statuses, .. })), "{read:?}");
    let by_hand = book
        .store
        .connection
        .execute("UPDATE statuses SET words = '承認' WHERE witness = 'told_by_client'", []);
    assert!(by_hand.is_err(), "the file itself refuses it too");
}

#[test]
fn a_hash_that_is_none_cannot_name_a_path() {
    let mut row = serde_json::to_value(Image::of(&evidence(1))).unwrap();
    row["sha256"] = "../../etc/passwd".into();
    assert!(Image::from_json(Table::Evidence, row.as_object().unwrap()).is_err());
}

#[test]
fn a_value_of_the_wrong_kind_is_named_with_its_column() {
    let row = serde_json::to_value(Image::of(&contract(3, 1, 2))).unwrap();
    for (column, value) in [
        ("amount", serde_json::json!("50000")),
        ("amount", serde_json::json!(9_223_372_036_854_775_808_u64)),
        ("amount", serde_json::json!(9_007_199_254_740_992_i64)),
        ("amount", serde_json::json!(1.5)),
        ("delivery_due", serde_json::json!("2026-02-30")),
        ("format", serde_json::json!("FIXED")),
        ("title", serde_json::json!("  ")),
        ("title", serde_json::json!(null)),
        ("id", serde_json::json!("3")),
        ("colour", serde_json::json!("red")),
    ] {
        let mut changed = row.clone();
        changed[column] = value.clone();
        let error = Image::from_json(Table::Contracts, changed.as_object().unwrap()).unwrap_err().to_string();
        assert!(error.contains(column), "{column} = {value}: {error}");
    }
}

proptest! {
    #[test]
    fn any_text_is_kept_byte_for_byte(note in "\\PC{0,40}|[\u{0}-\u{1F}\"\\\\\u{7F}-\u{A0}\u{FA0E}-\u{FA29}🌸-🌿\u{FEFF}]{0,40}") {
        let mut book = book();
        let kept = Client { note: note.clone(), reading: note.clone(), name: Title::new(format!("x{note}")).unwrap(), ..client(2) };
        book.change("add", |change| change.insert(&kept));
        book.change("remove", |change| change.delete::<Client>(kept.id));
        // Through the journal's JSON and back.
        let entry = book.store.rows().history(None, 1).unwrap().remove(0);
        book.change("undo", |change| change.apply(&entry, crate::Direction::Back));
        prop_assert_eq!(book.store.rows().all::<Client>().unwrap(), [kept]);
    }

    #[test]
    fn every_stage_is_read_back(index in 0..Stage::ALL.len()) {
        let event = StageEvent { stage: Stage::ALL[index], ..stage(4, 3) };
        let image = Image::of(&event);
        prop_assert_eq!(StageEvent::read(&mut crate::Reader::of_cells(Table::Stages, image.cells())), Ok(event));
    }
}
