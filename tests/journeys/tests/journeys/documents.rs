//! Documents of electronic transactions from the command line: declared, corrected, found, and their tables written.

use std::fs;

use serde_json::{Value, json};

use super::cli::{Cli, text};

/// A book with two kept files of a contract.
fn kept(lang: &'static str) -> Cli {
    let cli = Cli::in_language(lang, "11-24 14:05");
    let contract = cli.contract();
    for name in ["請求書.txt", "納品書.txt"] {
        let path = cli.file(name, name.as_bytes()).display().to_string();
        cli.record(
            "evidence",
            &json!({"contract": contract, "fact": null, "path": path, "origin": "picked"}),
        );
    }
    cli
}

/// The invoice of 11,000 yen as a document.
const INVOICE: [&str; 15] = [
    "documents",
    "declare",
    "請求書.txt",
    "--kind",
    "invoice",
    "--title",
    "商品紹介文 60本",
    "--party",
    "サンプル商店",
    "--day",
    "11/23",
    "--amount",
    "１１，０００円",
    "--number",
    "2026-11-3",
];
/// The delivery note without an amount.
const NOTE: [&str; 11] = [
    "documents",
    "declare",
    "納品書.txt",
    "--kind",
    "delivery_note",
    "--title",
    "商品紹介文 60本",
    "--party",
    "サンプル商店",
    "--day",
    "2026-11-20",
];
const HANAKO: [&str; 2] = ["--person", "縁側 花子"];

/// Both are declared, and the other side of the invoice is corrected.
fn filled(lang: &'static str) -> Cli {
    let cli = kept(lang);
    did(&cli, &NOTE, &HANAKO);
    let document = text(&did(&cli, &INVOICE, &HANAKO));
    let party = ["--party", "髙橋商店", "--reason", "取引先名の誤記"];
    did(&cli, &[&["documents", "correct", &document], &party[..]].concat(), &HANAKO);
    cli
}

/// Does something that changes the book; its identifier, where it has one.
fn did(cli: &Cli, line: &[&str], more: &[&str]) -> Value {
    cli.run(&[line, more, &["--json"]].concat()).json()["value"].clone()
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

#[test]
fn a_document_is_declared_corrected_and_ended_and_the_log_has_all_eight_fields_of_each() {
    let cli = kept("ja");
    let said = cli.run(&[&INVOICE[..], &HANAKO].concat());
    assert!(said.code == 0 && said.out.contains("商品紹介文 60本"), "{said:?}");
    let listed = |more: &[&str]| cli.run(&[&["documents", "list", "--json"], more].concat()).json();
    let document = text(&listed(&[])["documents"][0]["document"]);
    // What is not said stays, and an empty amount is none.
    let changed = ["--kind", "delivery_note", "--amount", "", "--reason", "種類の誤り", "--applied", "昨日"];
    did(&cli, &[&["documents", "correct", &document], &changed[..]].concat(), &["--person", "縁側 太郎"]);
    let now = &listed(&["--no-amount"])["documents"][0];
    assert_eq!(
        (&now["kind"], &now["amount"], &now["counterparty"], &now["day"], &now["number"], &now["person"]),
        (
            &json!("delivery_note"),
            &Value::Null,
            &json!("サンプル商店"),
            &json!("2026-11-23"),
            &json!("2026-11-3"),
            &json!("縁側 花子")
        ),
        "who filed it is not who corrects it"
    );
    did(&cli, &["documents", "remove", &document, "--reason", "自分の控え"], &HANAKO);
    assert_eq!(days(&listed(&[])), Vec::<String>::new());
    let to = cli.folder.path().join("log.csv").display().to_string();
    cli.run(&["documents", "log", &to, "--json"]).json();
    let log = fs::read_to_string(&to).unwrap();
    let line = log.split("\r\n").find(|line| line.contains("種類の誤り")).unwrap();
    for field in
        ["2026-11-23", "2026-11-3", "商品紹介文 60本", "サンプル商店", "2026-11-24", "訂正", "縁側 太郎"]
    {
        assert!(line.contains(field), "{field}: {line}");
    }
    assert!(log.contains("自分の控え") && log.contains("縁側 花子"), "{log}");
    // The file is still kept, and undoing what ended the document files it again with a line of its own.
    cli.run(&["undo", "--json"]).json();
    assert_eq!(listed(&[])["documents"][0]["lines"], json!(3));
}

#[test]
fn a_document_is_not_declared_twice_nor_corrected_without_a_reason_and_a_name() {
    let cli = kept("ja");
    let document = text(&did(&cli, &INVOICE, &HANAKO));
    let twice = cli.run(&[&INVOICE[..], &HANAKO, &["--json"]].concat());
    assert_eq!((twice.code, text(&twice.problem()["code"]).as_str()), (1, "not_allowed"));
    let unsaid =
        ["documents", "correct", &document, "--amount", "12000", "--reason", " ", "--person", "", "--json"];
    let unsaid = cli.run(&unsaid);
    assert_eq!((unsaid.code, Cli::fields(&unsaid.problem())), (1, vec!["slip.reason", "slip.person"]));
    assert_eq!(cli.run(&["documents", "remove", &document]).code, 2, "the line itself asks for both");
    let unread = cli.run(&[&NOTE[..10], &["13/45"], &HANAKO, &["--json"]].concat());
    assert_eq!((unread.code, Cli::fields(&unread.problem())), (1, vec!["day"]));
    for (named, line) in [
        (
            "no file",
            [
                "documents",
                "declare",
                "よその.pdf",
                "--kind",
                "other",
                "--title",
                "x",
                "--party",
                "y",
                "--day",
                "11/1",
            ],
        ),
        (
            "no document",
            [
                "documents",
                "correct",
                "ffff",
                "--kind",
                "other",
                "--title",
                "x",
                "--party",
                "y",
                "--reason",
                "x",
            ],
        ),
    ] {
        assert_eq!(cli.run(&[&line[..], &HANAKO].concat()).code, 4, "{named}");
    }
}

#[test]
fn the_file_of_a_document_is_untied_with_a_reason_and_stays() {
    let cli = kept("ja");
    let document = text(&did(&cli, &INVOICE, &HANAKO));
    let contract = text(&cli.run(&["standing", "--json"]).json()[0]["contract"]);
    let why = ["--reason", "付け先の誤り"];
    did(&cli, &[&["documents", "untie", &document, &contract], &why[..]].concat(), &HANAKO);
    let of_contract = cli.run(&["standing", &contract, "--json"]).json()["evidence"].clone();
    let names: Vec<String> = of_contract.as_array().unwrap().iter().map(|file| text(&file["name"])).collect();
    assert_eq!(names, ["納品書.txt"]);
    let listed = cli.run(&["documents", "list", "--json"]).json()["documents"][0].clone();
    assert_eq!((&listed["file"], &listed["lines"]), (&json!("請求書.txt"), &json!(1)));
    let again = cli.run(&[&["documents", "untie", &document, &contract], &why[..], &HANAKO].concat());
    assert_eq!(again.code, 4, "it is tied no more");
}
