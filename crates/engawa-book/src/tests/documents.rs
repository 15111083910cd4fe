//! The law of the log: whatever changes or removes a document leaves a line in the same entry, and no line ever goes.

use engawa_domain::facts::{
    Document, DocumentChange, DocumentCorrection, DocumentDid, DocumentField, EvidenceLink,
};
use engawa_domain::money::Yen;
use engawa_store::{Entry, Table};
use proptest::prelude::*;

use super::samples::*;
use crate::guards::NotAllowed;
use crate::samples_for_tests::contract_id;
use crate::{BookError, ExportFiles, ImportMode, Op};

fn log(it: &InFolder) -> Vec<DocumentCorrection> {
    it.book.rows().all().unwrap()
}

fn declared(it: &InFolder) -> Option<Document> {
    it.book.rows().get(document().id).unwrap()
}

fn correct(it: &mut InFolder, yen: u32) {
    it.write(Op::DocumentAmend, |tx| {
        tx.give_slip(slip("金額の書き間違い"));
        Ok(tx.update(&Document { amount: Some(Yen::from(yen)), ..document() })?)
    });
}

fn with_document() -> InFolder {
    let mut it = InFolder::filled_with_schema_2();
    it.write(Op::DocumentDeclare, |tx| Ok(tx.insert(&document())?));
    it
}

fn refused<T: std::fmt::Debug>(answer: &Result<T, BookError>) -> bool {
    matches!(answer, Err(BookError::NotAllowed(NotAllowed::ReasonNeeded)))
}

#[test]
fn declaring_is_no_correction() {
    assert_eq!(log(&with_document()), []);
}

#[test]
fn a_correction_keeps_the_eight_fields_as_they_were_before_it() {
    let mut it = with_document();
    correct(&mut it, 11_000);
    let [line] = log(&it).try_into().unwrap();
    let before = document();
    assert_eq!(line.applied.to_string(), "2026-11-24");
    assert_eq!((&line.number, &line.title), (&before.number, &before.title));
    assert_eq!(line.counterparty, before.counterparty);
    assert_eq!(line.did, DocumentDid::Corrected);
    let amount = DocumentChange {
        field: DocumentField::Amount,
        before: Some("110000".to_owned()),
        after: Some("11000".to_owned()),
    };
    assert_eq!(line.content, [amount]);
    assert_eq!((line.reason.as_str(), line.person.as_str()), ("金額の書き間違い", "縁側 太郎"));
}

#[test]
fn without_a_reason_a_document_is_neither_corrected_nor_deleted_by_any_way_in() {
    let mut it = with_document();
    let before = it.digest();
    let other = Document { note: "別".to_owned(), ..document() };
    let amended = it.book.transact(Op::DocumentAmend, new_action(), |tx| Ok(tx.update(&other)?));
    assert!(refused(&amended));
    let id = document().id;
    let removed = it.book.transact(Op::DocumentRemove, new_action(), |tx| Ok(tx.delete::<Document>(id)?));
    assert!(refused(&removed));
    let link = it.book.rows().all::<EvidenceLink>().unwrap()[0].id;
    let untie = crate::inputs::Action { id: new_action(), input: link };
    assert!(refused(&it.book.evidence_detach(untie)));
    let contract = crate::inputs::Action { id: new_action(), input: contract_id() };
    assert!(refused(&it.book.contract_remove(contract)), "its files would be untied");
    assert_eq!(it.digest(), before);
}

#[test]
fn a_line_of_the_log_cannot_be_changed_or_removed() {
    let mut it = with_document();
    correct(&mut it, 11_000);
    let line = log(&it).remove(0);
    let removed =
        it.book.transact(Op::DocumentAmend, new_action(), |tx| Ok(tx.delete::<DocumentCorrection>(line.id)?));
    assert!(matches!(removed, Err(BookError::NotAllowed(NotAllowed::LogStays))), "{removed:?}");
}

#[test]
fn taking_a_correction_back_is_a_line_of_its_own_and_the_first_one_stays() {
    let mut it = with_document();
    correct(&mut it, 11_000);
    it.book.undo(new_action()).unwrap();
    assert_eq!(declared(&it), Some(document()));
    let [first, second] = log(&it).try_into().unwrap();
    assert_eq!(first.reason.as_str(), "金額の書き間違い");
    assert_eq!(second.reason.as_str(), "元に戻す：電子取引の書類を訂正");
    assert_eq!(second.person, first.person, "by whom the document was last in hand");
    assert_eq!(second.content[0].after.as_deref(), Some("110000"));
    it.book.redo(new_action()).unwrap();
    assert_eq!(log(&it).len(), 3);
}

#[test]
fn taking_the_declaration_back_is_in_the_log_and_names_who_filed_it() {
    let mut it = with_document();
    it.book.undo(new_action()).unwrap();
    assert_eq!(declared(&it), None);
    let [line] = log(&it).try_into().unwrap();
    assert_eq!((line.did, line.person.as_str()), (DocumentDid::Removed, "縁側 花子"));
    it.book.redo(new_action()).unwrap();
    assert_eq!(log(&it)[1].did, DocumentDid::Returned);
}

#[derive(Debug, Clone, Copy)]
enum Deed {
    Declare,
    Correct(u32),
    Remove,
    Untie,
    Undo,
    Redo,
    Restart,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        2 => Just(Deed::Declare),
        4 => (1_u32..100_000).prop_map(Deed::Correct),
        1 => Just(Deed::Remove),
        1 => Just(Deed::Untie),
        4 => Just(Deed::Undo),
        3 => Just(Deed::Redo),
        1 => Just(Deed::Restart),
    ]
}

fn doing(it: &mut InFolder, deed: Deed) {
    match deed {
        Deed::Declare if declared(it).is_none() && has_file(it) => {
            it.write(Op::DocumentDeclare, |tx| Ok(tx.insert(&document())?));
        }
        Deed::Correct(yen) if declared(it).is_some() => correct(it, yen),
        Deed::Remove if declared(it).is_some() => it.write(Op::DocumentRemove, |tx| {
            tx.give_slip(slip("登録の誤り"));
            Ok(tx.delete::<Document>(document().id)?)
        }),
        Deed::Untie => {
            if let Some(link) = it.book.rows().all::<EvidenceLink>().unwrap().first() {
                let id = link.id;
                it.write(Op::DocumentUntie, |tx| {
                    tx.give_slip(slip("別の契約のもの"));
                    Ok(tx.delete::<EvidenceLink>(id)?)
                });
            }
        }
        // What cannot be taken back or done again is refused, which other tests hold.
        Deed::Undo => drop(it.book.undo(new_action())),
        Deed::Redo => drop(it.book.redo(new_action())),
        Deed::Declare | Deed::Correct(_) | Deed::Remove | Deed::Restart => {}
    }
}

fn has_file(it: &InFolder) -> bool {
    it.book.rows().get::<engawa_domain::facts::Evidence>(document().evidence).unwrap().is_some()
}

/// Closed and opened again; each start makes identifiers that no other made.
fn again(it: InFolder, start: u64) -> InFolder {
    let InFolder { book, folder } = it;
    drop(book);
    let book = crate::Book::open(options(folder.path().join("book"), start)).unwrap();
    InFolder { book, folder }
}

/// How many documents an entry changed or removed, and how many lines it added; a line that went or changed has no number.
fn of_entry(entry: &Entry) -> (usize, usize) {
    let facts = entry.read_facts().unwrap();
    let of = |table: Table| facts.iter().filter(move |fact| fact.table == table);
    assert!(of(Table::DocumentCorrections).all(|fact| fact.before.is_none()), "{}: a line went", entry.op);
    let changed = of(Table::Documents).filter(|fact| fact.before.is_some()).count();
    (changed, of(Table::DocumentCorrections).count())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn every_entry_that_changes_a_document_has_its_line_and_an_export_brings_all_of_them(
        deeds in proptest::collection::vec(deed(), 1..25),
    ) {
        let mut it = with_document();
        let (mut lines, mut starts) = (0, 100);
        for deed in deeds {
            doing(&mut it, deed);
            if matches!(deed, Deed::Restart) {
                starts += 1;
                it = again(it, starts);
            }
            let now = log(&it).len();
            prop_assert!(now >= lines, "{deed:?} took a line away");
            lines = now;
        }
        let mut told = 0;
        for entry in it.book.rows().history(None, 1_000).unwrap() {
            let (changed, added) = of_entry(&entry);
            prop_assert!(added >= changed, "{}: {changed} documents changed, {added} lines", entry.op);
            told += added;
        }
        prop_assert_eq!(told, lines);
        prop_assert!(it.book.check().unwrap().book.is_whole());

        let export = it.folder.path().join("book.json");
        it.book.export(&export, ExportFiles::Left).unwrap();
        let mut into = InFolder::seeded(9);
        into.book.import(&export, ImportMode::Apply).unwrap();
        prop_assert_eq!(log(&into), log(&it));
        prop_assert_eq!(into.digest(), it.digest());
    }
}
