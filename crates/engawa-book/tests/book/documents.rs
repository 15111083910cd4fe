//! 電子取引の書類: declared, corrected and deleted by forms, and the log on the screen, as a table and as a page.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use crate::common::Desk;
use crate::common::documents::{amend, declare, invoice, why};
use crate::common::packet::keep;
use engawa_book::inputs::{
    DocumentInput, DocumentRemoval, DocumentSlip, DocumentUntying, DocumentsSearch, EvidenceInput,
};
use engawa_book::views::{ChangesQuery, DocumentTable, DocumentTableForm, DocumentTableSave};
use engawa_book::{AmountWanted, BookError, DocumentsWanted, LogRefused, problem, problem::ProblemCode};
use engawa_domain::facts::{DocumentDid, DocumentKind, Origin, Stage};
use engawa_domain::ids::{EvidenceId, EvidenceLinkId};
use engawa_words::{Lang, Words};

fn desk() -> (Desk, EvidenceId, EvidenceLinkId) {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let contract = desk.contract(account, "商品紹介文の作成（60本）", &[(Stage::Contracted, "11/18")]);
    let path = desk.folder.path().join("請求書.txt");
    std::fs::write(&path, "請求書 11,000円").unwrap();
    let path = path.display().to_string();
    let action = desk.action(EvidenceInput { contract, fact: None, path, origin: Origin::Picked });
    let link = desk.book.evidence_attach(action).unwrap().value;
    let evidence = desk.book.evidence_list().unwrap().files[0].evidence.id;
    (desk, evidence, link)
}

#[test]
fn a_document_is_declared_with_what_it_is_found_by() {
    let (mut desk, evidence, _) = desk();
    declare(&mut desk, evidence);
    let view = desk.book.documents_view().unwrap();
    let row = &view.documents[0];
    assert_eq!((row.file.as_str(), row.lines), ("請求書.txt", 0));
    assert_eq!(row.document.day.to_string(), "2026-11-23");
    assert_eq!(row.document.amount.map(engawa_domain::money::Yen::get), Some(11_000));
    assert_eq!(view.person.as_deref(), Some("縁側 花子"));
    assert_eq!(view.log, []);
}

#[test]
fn one_file_is_one_document() {
    let (mut desk, evidence, _) = desk();
    declare(&mut desk, evidence);
    let again = desk.action(invoice(evidence));
    let refused = desk.book.document_declare(again).unwrap_err();
    assert_eq!(problem(&refused, &Words::new(Lang::Ja), Lang::Ja).code, ProblemCode::NotAllowed);
}

#[test]
fn a_delivery_note_needs_no_amount_and_every_document_needs_a_day_and_two_names() {
    let (mut desk, evidence, _) = desk();
    let bare = DocumentInput {
        title: String::new(),
        counterparty: " ".to_owned(),
        day: String::new(),
        amount: String::new(),
        person: String::new(),
        ..invoice(evidence)
    };
    let action = desk.action(bare);
    let Err(BookError::Fields(faults)) = desk.book.document_declare(action) else { panic!("refused") };
    let fields: Vec<_> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["title", "counterparty", "day", "person"]);
    let note = DocumentInput { kind: DocumentKind::DeliveryNote, amount: String::new(), ..invoice(evidence) };
    let action = desk.action(note);
    assert!(desk.book.document_declare(action).is_ok());
}

#[test]
fn a_correction_without_reason_or_name_is_refused_at_its_fields() {
    let (mut desk, evidence, _) = desk();
    let document = declare(&mut desk, evidence);
    let other = DocumentInput { counterparty: "サンプル商会".to_owned(), ..invoice(evidence) };
    assert_eq!(amend(&mut desk, document, other.clone(), why(" ", "")), ["slip.reason", "slip.person"]);
    let later = DocumentSlip { applied: "11/25".to_owned(), ..why("誤記", "縁側 花子") };
    assert_eq!(amend(&mut desk, document, other.clone(), later), ["slip.applied"]);
    assert_eq!(desk.book.documents_view().unwrap().log, []);
    assert_eq!(amend(&mut desk, document, other, why("誤記", "縁側 花子")), Vec::<String>::new());
    let view = desk.book.documents_view().unwrap();
    assert_eq!(view.log[0].line.counterparty.as_str(), "サンプル商店", "as it was before");
    assert_eq!(view.documents[0].lines, 1);
    let [said] = view.log[0].content.as_slice() else { panic!("one field changed") };
    let plain = |lang| Words::new(lang).say(said).replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(plain(Lang::Ja), "取引先名: サンプル商店 → サンプル商会");
    assert_eq!(plain(Lang::En), "Other party: サンプル商店 → サンプル商会");
}

#[test]
fn a_correction_that_changes_nothing_leaves_no_line() {
    let (mut desk, evidence, _) = desk();
    let document = declare(&mut desk, evidence);
    assert_eq!(amend(&mut desk, document, invoice(evidence), why("誤記", "縁側 花子")), Vec::<String>::new());
    assert_eq!(desk.book.documents_view().unwrap().log, []);
}

#[test]
fn what_is_taken_out_and_untied_stays_in_the_log_and_the_file_stays() {
    let (mut desk, evidence, link) = desk();
    let document = declare(&mut desk, evidence);
    let action =
        desk.action(DocumentUntying { link, slip: why("別の契約の請求書", "縁側 花子") });
    desk.book.document_untie(action).unwrap();
    let action = desk.action(DocumentRemoval { document, slip: why("自分の控え", "縁側 花子") });
    desk.book.document_remove(action).unwrap();
    let view = desk.book.documents_view().unwrap();
    assert!(view.documents.is_empty());
    let did: Vec<_> = view.log.iter().map(|row| row.line.did).collect();
    assert_eq!(did, [DocumentDid::Removed, DocumentDid::Untied], "the newest first");
    assert_eq!(desk.book.evidence_list().unwrap().files.len(), 1);
    let history = desk.book.changes_view(&ChangesQuery::default()).unwrap();
    assert_eq!(history.changes[0].records.len(), 2, "the document and its line");
}

#[test]
fn bringing_a_field_back_from_the_history_is_in_the_log_as_well() {
    let (mut desk, evidence, _) = desk();
    let document = declare(&mut desk, evidence);
    let other = DocumentInput { amount: "12000".to_owned(), ..invoice(evidence) };
    amend(&mut desk, document, other, why("誤記", "縁側 花子"));
    let place = desk.book.changes_view(&ChangesQuery::default()).unwrap().changes[0].place;
    let key = engawa_book::views::RecordKey { table: "documents".to_owned(), id: document.to_string() };
    let input = engawa_book::RestoreInput {
        key,
        column: Some("amount".to_owned()),
        from: engawa_book::RestoreFrom::Before(place),
        sure: false,
    };
    let action = desk.action(input);
    desk.book.record_restore(action).unwrap();
    let log = desk.book.documents_view().unwrap().log;
    assert_eq!(log.len(), 2);
    assert_eq!(log[0].line.content[0].after.as_deref(), Some("11000"));
}

#[test]
fn the_log_is_saved_as_a_table_in_both_encodings_and_as_a_page() {
    let (mut desk, evidence, _) = desk();
    let document = declare(&mut desk, evidence);
    let other = DocumentInput { counterparty: "髙橋〜商店".to_owned(), ..invoice(evidence) };
    amend(&mut desk, document, other, why("=誤記<b>", "縁側 花子"));
    let save = |desk: &Desk, name: &str, form| {
        let to = desk.folder.path().join(name);
        let input = DocumentTableSave { to: to.display().to_string(), table: DocumentTable::Log, form };
        desk.book.document_table_save(&input).map(|saved| (saved.lines, std::fs::read(to).unwrap()))
    };
    let row = "\"2026-11-24\",\"2026-11-3\",\"商品紹介文 60本\",\"サンプル商店\",\"2026-11-24\",\"訂正\n取引先名: サンプル商店 → 髙橋〜商店\",\"'=誤記<b>\",\"縁側 花子\"\r\n";
    let (lines, utf8) = save(&desk, "log.csv", DocumentTableForm::CsvUtf8).unwrap();
    let utf8 = String::from_utf8(utf8).unwrap();
    assert_eq!(lines, 1);
    assert!(utf8.starts_with("\u{feff}\"申請日\",\"取引伝票番号\",\"取引件名\",\"取引先名\",\"訂正・削除日付\",\"訂正・削除内容\",\"訂正・削除理由\",\"処理担当者名\"\r\n"));
    assert!(utf8.ends_with(row), "{utf8}");
    let (_, page) = save(&desk, "log.html", DocumentTableForm::Page).unwrap();
    assert!(String::from_utf8(page).unwrap().contains("=誤記&lt;b&gt;"));
    let (_, shift_jis) = save(&desk, "sjis.csv", DocumentTableForm::CsvShiftJis).unwrap();
    // 申 is 90 5C in Shift_JIS.
    assert_eq!(shift_jis[..3], *b"\"\x90\x5c");

    let other = DocumentInput { counterparty: "𠮷田".to_owned(), ..invoice(evidence) };
    amend(&mut desk, document, other, why("誤記", "縁側 花子"));
    let refused = save(&desk, "not.csv", DocumentTableForm::CsvShiftJis).unwrap_err();
    assert!(matches!(refused, BookError::Log(LogRefused::Letters(letters)) if letters == ['𠮷']));
    assert!(!desk.folder.path().join("not.csv").exists());
}

/// Two more documents beside the invoice of 11,000 yen of the 23rd: a delivery note of the 20th without an amount, and a receipt of
/// 5,500 yen of the 24th from somebody else.
fn three() -> Desk {
    let (mut desk, evidence, _) = desk();
    let contract = desk.book.rows().all::<engawa_domain::facts::Contract>().unwrap()[0].id;
    declare(&mut desk, evidence);
    let note = keep(&mut desk, contract, None, "納品書.txt", b"delivered");
    let note = DocumentInput {
        kind: DocumentKind::DeliveryNote,
        day: "11/20".to_owned(),
        amount: String::new(),
        note: "分納".to_owned(),
        ..invoice(note)
    };
    let receipt = keep(&mut desk, contract, None, "領収書.txt", b"received");
    let receipt = DocumentInput {
        kind: DocumentKind::Receipt,
        day: "11/24".to_owned(),
        amount: "5500".to_owned(),
        counterparty: "（株）縁側ストア".to_owned(),
        number: String::new(),
        ..invoice(receipt)
    };
    for input in [note, receipt] {
        let action = desk.action(input);
        desk.book.document_declare(action).unwrap();
    }
    desk
}

#[test]
fn the_index_numbers_the_documents_by_day_and_names_their_files() {
    let desk = three();
    let to = desk.folder.path().join("index.csv");
    let input = DocumentTableSave {
        to: to.display().to_string(),
        table: DocumentTable::Index,
        form: DocumentTableForm::CsvUtf8,
    };
    assert_eq!(desk.book.document_table_save(&input).unwrap().lines, 3);
    let table = std::fs::read_to_string(&to).unwrap();
    let rows: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        rows[0],
        "\"連番\",\"日付\",\"金額\",\"取引先\",\"備考\",\"取引件名\",\"取引伝票番号\",\"ファイル\",\"SHA-256\""
    );
    let begins = [
        "\"1\",\"20261120\",\"\",\"サンプル商店\",\"納品書、分納\",\"商品紹介文 60本\",\"2026-11-3\",\"納品書.txt\",\"",
        "\"2\",\"20261123\",\"11000\",\"サンプル商店\",\"請求書\",",
        "\"3\",\"20261124\",\"5500\",\"（株）縁側ストア\",\"領収書\",",
    ];
    for (row, begin) in rows[1..].iter().zip(begins) {
        assert!(row.starts_with(begin), "{row}");
    }
    // SHA-256 of `delivered`, from sha256sum.
    let hash = "373e0712c83cffe15ff427b60e788b549f82496fe5fd5391f7921832b04c6b20";
    assert!(rows[1].ends_with(&format!("\"{hash}\"")), "{}", rows[1]);
    let page = DocumentTableSave {
        form: DocumentTableForm::Page,
        to: desk.folder.path().display().to_string(),
        ..input
    };
    let saved = desk.book.document_table_save(&page).unwrap();
    assert!(saved.path.ends_with("engawa-index-2026-11-24.html"));
    assert!(std::fs::read_to_string(saved.path).unwrap().contains("<h1>索引簿</h1>"));
}

#[test]
fn documents_are_found_by_day_amount_and_other_side_and_by_several_of_them_at_once() {
    let desk = three();
    let found = |wanted: DocumentsWanted| -> Vec<String> {
        let rows = desk.book.documents_found(&wanted).unwrap();
        rows.into_iter().map(|row| row.document.day.to_string()[8..].to_owned()).collect()
    };
    let day = |text: &str| text.parse().ok();
    let yen = |yen: u32| Some(engawa_domain::money::Yen::from(yen));
    let all = DocumentsWanted::default;
    assert_eq!(found(all()), ["24", "23", "20"], "the newest first");
    assert_eq!(found(DocumentsWanted { from: day("2026-11-21"), to: day("2026-11-23"), ..all() }), ["23"]);
    assert_eq!(
        found(DocumentsWanted { to: day("2026-11-20"), ..all() }),
        ["20"],
        "the last day belongs to it"
    );
    let within = |least, most| DocumentsWanted { amount: AmountWanted::Within { least, most }, ..all() };
    assert_eq!(found(within(yen(5_500), yen(10_999))), ["24"]);
    assert_eq!(found(within(None, yen(11_000))), ["24", "23"], "none is not little");
    assert_eq!(found(DocumentsWanted { amount: AmountWanted::Blank, ..all() }), ["20"]);
    let words = |words: &str| DocumentsWanted { words: words.to_owned(), ..all() };
    assert_eq!(found(words("ｻﾝﾌﾟﾙ")), ["23", "20"]);
    assert_eq!(found(words("分納")), ["20"]);
    assert_eq!(found(DocumentsWanted { from: day("2026-11-23"), ..words("サンプル商店") }), ["23"]);
    assert_eq!(found(words("よその店")), Vec::<String>::new());
}

#[test]
fn each_word_of_a_search_for_documents_is_found_wherever_it_stands_and_however_it_is_written() {
    let desk = three();
    let found = |words: &str| -> Vec<String> {
        let search = DocumentsSearch { words: words.to_owned(), ..DocumentsSearch::default() };
        let rows = desk.book.documents_find(&search).unwrap();
        rows.into_iter().map(|row| row.document.day.to_string()[8..].to_owned()).collect()
    };
    for (words, expected) in [
        // In any order, and with whatever space between them.
        ("商店 サンプル", &["23", "20"][..]),
        ("サンプル　商店", &["23", "20"]),
        // One in the other side, one in the name of the file or the note.
        ("サンプル 納品書", &["20"]),
        ("分納 商店", &["20"]),
        // Of whatever width, letter and case.
        ("ｻﾝﾌﾟﾙ　さんぷる", &["23", "20"]),
        ("(株)縁側", &["24"]),
        ("サンプル .TXT", &["23", "20"]),
        // Each of them: one that is nowhere finds nothing. And none across two fields.
        ("サンプル よその店", &[]),
        ("商店商品", &[]),
        ("　", &["24", "23", "20"]),
    ] {
        assert_eq!(found(words), expected, "{words}");
    }
}

#[test]
fn what_is_typed_to_find_documents_is_read_as_everywhere_and_refused_field_by_field() {
    let desk = three();
    let everything = DocumentsSearch::default;
    let of = |search: DocumentsSearch| {
        let rows = desk.book.documents_find(&search).unwrap();
        rows.into_iter().map(|row| row.document.day.to_string()[8..].to_owned()).collect::<Vec<_>>()
    };
    let range = DocumentsSearch { from: "11/21".to_owned(), to: "昨日".to_owned(), ..everything() };
    assert_eq!(of(range), ["23"], "today is the 24th");
    let amount =
        DocumentsSearch { least: "１万円".to_owned(), most: "1万2千円".to_owned(), ..everything() };
    assert_eq!(of(amount.clone()), ["23"]);
    assert_eq!(
        of(DocumentsSearch { no_amount: true, ..amount }),
        ["20"],
        "a range asks nothing of those without"
    );
    let strange =
        DocumentsSearch { from: "13/45".to_owned(), most: "たくさん".to_owned(), ..everything() };
    let Err(BookError::Fields(faults)) = desk.book.documents_find(&strange) else { panic!("it was read") };
    assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["from", "most"]);
}

#[test]
fn the_history_of_a_contract_tells_what_was_done_with_its_documents_and_of_no_other() {
    let (mut desk, evidence, link) = desk();
    let contract = desk.book.rows().all::<engawa_domain::facts::Contract>().unwrap()[0].id;
    let account = desk.book.rows().all::<engawa_domain::facts::Account>().unwrap()[0].id;
    let other = desk.contract(account, "別の案件", &[(Stage::Contracted, "11/19")]);
    let elsewhere = keep(&mut desk, other, None, "別の請求書.txt", b"other");
    let document = declare(&mut desk, evidence);
    declare(&mut desk, elsewhere);
    let input = DocumentInput { amount: "12000".to_owned(), ..invoice(evidence) };
    amend(&mut desk, document, input, why("誤記", "縁側 花子"));
    let undo = desk.action(()).id;
    desk.book.undo(undo).unwrap();
    let action = desk.action(DocumentUntying { link, slip: why("付け先の誤り", "縁側 花子") });
    desk.book.document_untie(action).unwrap();
    let action = desk.action(DocumentRemoval { document, slip: why("自分の控え", "縁側 花子") });
    desk.book.document_remove(action).unwrap();
    let said = |contract| -> Vec<String> {
        let view = desk.book.history_view(Some(contract)).unwrap();
        view.entries.iter().map(|entry| Words::new(Lang::Ja).say(&entry.say)).collect()
    };
    let all = [
        "電子取引の書類の登録を削除",
        "電子取引の書類のファイルを契約から外す",
        "元に戻す：電子取引の書類を訂正",
        "電子取引の書類を訂正",
        "電子取引の書類として登録",
    ];
    let told = said(contract);
    assert_eq!(told[..5], all, "the newest first, also when file and document are gone");
    assert!(told[5..].iter().all(|line| !line.contains("書類")), "{told:?}");
    assert_eq!(said(other).iter().filter(|line| line.contains("書類")).count(), 1, "its own, and no more");
    let query = ChangesQuery { contract: Some(contract), ..ChangesQuery::default() };
    let changes = desk.book.changes_view(&query).unwrap().changes;
    assert_eq!(changes.len(), told.len(), "the page of changes holds the same");
    let declared = &changes[4].records[0];
    assert_eq!(Words::new(Lang::Ja).say(&declared.name), "商品紹介文 60本");
    let query = ChangesQuery { before: Some(changes[2].place), ..query };
    assert_eq!(
        desk.book.changes_view(&query).unwrap().changes.len(),
        told.len() - 3,
        "the next page begins there"
    );
}
