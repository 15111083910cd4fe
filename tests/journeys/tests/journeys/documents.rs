//! Documents of electronic transactions from the command line: found, and their tables written.

use std::fs;

use engawa_book::inputs::{Action, DocumentAmendment, DocumentInput, DocumentSlip, EvidenceInput};
use engawa_book::views::BookKind;
use engawa_book::{Book, Ids as _, OpenOptions, RandomIds};
use engawa_domain::facts::{DocumentKind, Origin};
use engawa_domain::ids::ActionId;
use engawa_domain::say::Lang;
use serde_json::{Value, json};

use super::cli::{Cli, text};

/// A book with an invoice of 11,000 yen, whose other side was corrected, and a delivery note without an amount. Documents are declared in
/// the window, so this is done through the book.
fn filled(lang: &'static str) -> Cli {
    let cli = Cli::in_language(lang, "11-24 14:05");
    let contract = cli.contract().parse().unwrap();
    let files =
        ["請求書.txt", "納品書.txt"].map(|name| cli.file(name, name.as_bytes()).display().to_string());
    let mut book =
        Book::open(OpenOptions::of_this_machine(cli.book(), BookKind::Own, Lang::Ja).unwrap()).unwrap();
    let ids = RandomIds::default();
    let action = || ActionId(ids.next("2026-11-24T05:05:30Z".parse().unwrap()));
    for path in files {
        let input = EvidenceInput { contract, fact: None, path, origin: Origin::Picked };
        book.evidence_attach(Action { id: action(), input }).unwrap();
    }
    let kept = book.evidence_list().unwrap().files;
    let of = |name: &str| kept.iter().find(|row| row.evidence.original_name == name).unwrap().evidence.id;
    let invoice = DocumentInput {
        evidence: of("請求書.txt"),
        kind: DocumentKind::Invoice,
        number: "2026-11-3".to_owned(),
        title: "商品紹介文 60本".to_owned(),
        counterparty: "サンプル商店".to_owned(),
        day: "2026-11-23".to_owned(),
        amount: "11000".to_owned(),
        note: String::new(),
        person: "縁側 花子".to_owned(),
    };
    let note = DocumentInput {
        evidence: of("納品書.txt"),
        kind: DocumentKind::DeliveryNote,
        day: "2026-11-20".to_owned(),
        amount: String::new(),
        ..invoice.clone()
    };
    book.document_declare(Action { id: action(), input: note }).unwrap();
    let document = book.document_declare(Action { id: action(), input: invoice.clone() }).unwrap().value;
    let input = DocumentInput { counterparty: "髙橋商店".to_owned(), ..invoice };
    let slip = DocumentSlip {
        applied: "2026-11-24".to_owned(),
        reason: "取引先名の誤記".to_owned(),
        person: "縁側 花子".to_owned(),
    };
    let input = DocumentAmendment { document, before: None, input, slip };
    book.document_amend(Action { id: action(), input }).unwrap();
    cli
}

fn days(told: &Value) -> Vec<String> {
    told["documents"].as_array().unwrap().iter().map(|one| text(&one["day"])).collect()
}

#[test]
fn documents_are_listed_and_narrowed_by_what_the_law_names() {
    let cli = filled("ja");
    let told = cli.run(&["documents", "list", "--json"]).json();
    assert_eq!(days(&told), ["2026-11-23", "2026-11-20"]);
    let first = &told["documents"][0];
    assert_eq!(
        (&first["kind"], &first["amount"], &first["counterparty"], &first["file"], &first["lines"]),
        (&json!("invoice"), &json!(11_000), &json!("髙橋商店"), &json!("請求書.txt"), &json!(1))
    );
    let found = |more: &[&str]| days(&cli.run(&[&["documents", "list", "--json"], more].concat()).json());
    assert_eq!(found(&["--from", "2026-11-21", "--least", "１万円"]), ["2026-11-23"]);
    assert_eq!(found(&["--to", "2026-11-22"]), ["2026-11-20"]);
    assert_eq!(found(&["--party", "髙橋", "--most", "11000"]), ["2026-11-23"]);
    assert_eq!(found(&["--no-amount"]), ["2026-11-20"]);
    assert_eq!(found(&["--party", "よその店"]), Vec::<String>::new());
    let said = cli.run(&["documents", "list"]);
    assert!(said.out.contains("11,000円") && said.out.contains("請求書"), "{said:?}");
    assert!(said.out.trim_end().ends_with("2件"), "{said:?}");
    let refused = cli.run(&["documents", "list", "--from", "13/45", "--least", "たくさん", "--json"]);
    assert_eq!((refused.code, Cli::fields(&refused.problem())), (1, vec!["from", "least"]));
}

#[test]
fn the_index_and_the_log_are_written_in_both_encodings() {
    let cli = filled("ja");
    let to = cli.folder.path().join("index.csv").display().to_string();
    let told = cli.run(&["documents", "index", &to, "--json"]).json();
    assert_eq!((&told["path"], &told["lines"]), (&json!(to), &json!(2)));
    let index = fs::read_to_string(&to).unwrap();
    let heads = "\u{feff}\"連番\",\"日付\",\"金額\",\"取引先\",\"備考\",";
    assert!(index.starts_with(heads), "{index}");
    assert!(index.contains("\r\n\"2\",\"20261123\",\"11000\",\"髙橋商店\",\"請求書\","), "{index}");
    let to = cli.folder.path().join("log.csv").display().to_string();
    assert_eq!(cli.run(&["documents", "log", &to, "--encoding", "shift_jis", "--json"]).json()["lines"], 1);
    let log = fs::read(&to).unwrap();
    // 申 is 90 5C and 髙 is FB FC in Shift_JIS as Windows writes it.
    assert_eq!(log[..3], *b"\"\x90\x5c");
    assert!(log.windows(2).any(|two| two == b"\xfb\xfc"));
    let said = cli.run(&["documents", "log", &to]);
    assert!(said.code == 0 && said.out.contains("1行を書きました"), "{said:?}");
    assert!(
        fs::read_to_string(&to).unwrap().contains("取引先名の誤記"),
        "UTF-8 where nothing else is asked for"
    );
}

#[test]
fn one_line_is_one_line_and_two_are_two_in_english() {
    let cli = filled("en");
    let to = cli.folder.path().join("table.csv").display().to_string();
    assert!(cli.run(&["documents", "log", &to]).out.starts_with("1 line was written to "));
    assert!(cli.run(&["documents", "index", &to]).out.starts_with("2 lines were written to "));
    assert!(cli.run(&["documents", "list", "--no-amount"]).out.trim_end().ends_with("1 document"));
    let said = cli.run(&["check"]).out;
    assert!(said.contains("of the history and 2 files of evidence."), "{said}");
}
