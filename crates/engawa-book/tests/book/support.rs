//! サポート用の報告: what a helper needs is in it, and nothing that the user wrote.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{Desk, asked, contract, japan, looked, seen};
use engawa_book::inputs::{AccountInput, ClientChoice, EvidenceInput, WhatInput};
use engawa_book::problem::{Problem, ProblemCode};
use engawa_book::support::{
    HeldProblems, LastProblems, Program, Shows, Version, support_report, support_report_without_book,
};
use engawa_book::{BookError, problem};
use engawa_domain::facts::{Origin, Party, Place, Seen, Stage, StatusValue};
use engawa_domain::ids::PlatformId;
use engawa_domain::say::Lang;
use engawa_domain::text::SearchKey;
use engawa_store::StoreError;
use engawa_words::Words;
use proptest::prop_assert_eq;
use proptest::test_runner::{Config, TestRunner};

const PROGRAM: Program = Program { version: None, shows: Shows::Terminal };
const LANGS: [Lang; 2] = [Lang::Ja, Lang::En];

/// A book that says this wherever a text can be said.
fn book_that_says(secret: &str) -> Desk {
    let mut desk = Desk::at("11-24 14:05");
    say(&mut desk, secret);
    desk
}

/// Says this wherever a book takes a text: in every field, in the history, in a form, and in the last problems.
fn say(desk: &mut Desk, secret: &str) {
    let account = desk.action(AccountInput {
        platform: PlatformId("crowdworks".to_owned()),
        user_name: secret.to_owned(),
        registered_email: "registered.hanako@example.jp".to_owned(),
        note: secret.to_owned(),
    });
    let account = desk.book.account_add(account).unwrap().value;
    let mut input = contract(account, secret, &[(Stage::Contracted, "11/18")]);
    if let ClientChoice::New { name, reading, .. } = &mut input.client {
        (*name, *reading) = (secret.to_owned(), secret.to_owned());
    }
    for (field, text) in [
        (&mut input.number, secret),
        (&mut input.contact_reason, secret),
        (&mut input.note, secret),
        (&mut input.amount, "264000"),
        (&mut input.url, "https://example.jp/contracts/1042"),
    ] {
        text.clone_into(field);
    }
    let action = desk.action(input);
    let id = desk.book.contract_add(action).unwrap().value;
    let note = WhatInput::Sighting {
        looker: Party::Me,
        place: Place::Web,
        seen: Seen::Missing,
        note: secret.to_owned(),
    };
    desk.fact(id, "11/20", note).unwrap();
    desk.fact(id, "11/21", seen(StatusValue::Pending, secret)).unwrap();
    let mut inquiry = asked("registered.hanako@example.jp");
    if let WhatInput::Inquiry { body, .. } = &mut inquiry {
        secret.clone_into(body);
    }
    desk.fact(id, "11/21", inquiry).unwrap();
    let file = file_named(desk.folder.path(), secret);
    let path = file.to_string_lossy().into_owned();
    let action = desk.action(EvidenceInput { contract: id, fact: None, path, origin: Origin::Picked });
    desk.book.evidence_attach(action).unwrap();
    desk.book.form_draft_save("form.contract.new", secret).unwrap();
    meet_all(desk, secret);
}

/// Meets problems that repeat this.
fn meet_all(desk: &Desk, secret: &str) {
    for detail in details(secret) {
        let told = problem(&BookError::NothingToUndo, &Words::new(Lang::Ja), Lang::Ja);
        let told = Problem { code: ProblemCode::Internal, detail: Some(detail), ..told };
        LastProblems::of_book(desk.book.folder()).note(&told, japan("11-24 14:05")).unwrap();
    }
    let nowhere = desk.folder.path().join("nowhere").join(secret);
    let source = fs::read(&nowhere).unwrap_err();
    meet(desk, &BookError::Folder { path: nowhere, source });
}

fn meet(desk: &Desk, error: &BookError) {
    let told = problem(error, &Words::new(Lang::Ja), Lang::Ja);
    LastProblems::of_book(desk.book.folder()).note(&told, japan("11-24 14:05")).unwrap();
}

/// The ways in which errors repeat what they were given.
fn details(secret: &str) -> Vec<String> {
    vec![
        secret.to_owned(),
        format!("{secret}: Permission denied (os error 13)"),
        format!("no row {secret} in contracts"),
        format!("not a mail address: {secret:?}"),
        format!("the record 「{secret}」 changed since its correction was begun"),
        format!("error {secret}"),
        format!("line {secret}, column {secret}"),
        format!("file:///home/{secret}/engawa-book/book.sqlite is locked"),
        format!("C:\\Users\\{secret}\\AppData\\Local\\engawa-book: access denied"),
        format!("UNIQUE constraint failed: {secret}.{secret}"),
        format!("`{secret}"),
    ]
}

fn may_stand_in_a_name(letter: char) -> bool {
    let refused = if cfg!(windows) { "<>:\"/\\|?*" } else { "/" };
    letter != '\0' && !refused.contains(letter) && !(cfg!(windows) && letter.is_control())
}

/// A file whose name is as much of the secret as a file system takes.
fn file_named(folder: &Path, secret: &str) -> PathBuf {
    let name: String = secret.chars().filter(|letter| may_stand_in_a_name(*letter)).take(40).collect();
    let file = folder.join(format!("{name}.png"));
    // The same bytes are kept once, under the name with which they came first.
    fs::write(&file, [b"\x89PNG\r\n\x1a\n", secret.as_bytes()].concat()).unwrap();
    file
}

fn report(desk: &Desk, lang: Lang) -> String {
    support_report(&desk.book, &HeldProblems::default(), PROGRAM, lang).unwrap()
}

/// The parts of a secret that a report says and that of a book with nothing in it does not: three letters in a row, or all where it
/// has fewer; of figures seven, which no count here has.
fn told(secret: &str, report: &str, blank: &str) -> Vec<String> {
    let (secret, report, blank) = (SearchKey::of(secret), SearchKey::of(report), SearchKey::of(blank));
    let letters: Vec<char> = secret.as_str().chars().collect();
    let says_nothing = |part: &[char]| {
        part.len() < 7
            && part
                .iter()
                .all(|letter| letter.is_ascii_digit() || letter.is_ascii_punctuation() || *letter == ' ')
    };
    let parts = [3, 7].into_iter().flat_map(|length| letters.windows(length.min(letters.len()).max(1)));
    parts
        .filter(|part| !says_nothing(part))
        .map(|part| part.iter().collect::<String>())
        .filter(|part| report.as_str().contains(part.as_str()) && !blank.as_str().contains(part.as_str()))
        .collect()
}

/// What may be said of any book: the report of one in which nothing was ever written, but in which the same problems were met, and the
/// words that may stay in the detail of a problem.
fn blank(lang: Lang) -> String {
    let desk = Desk::at("11-24 14:05");
    meet_all(&desk, "");
    format!("{}\n{}", report(&desk, lang), include_str!("../../src/support/words.txt"))
}

fn corpus() -> Vec<(String, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/support/secrets.tsv");
    let text = fs::read_to_string(file).unwrap();
    let lines = text.lines().map(|line| line.split_once('\t').unwrap());
    lines.map(|(kind, secret)| (kind.to_owned(), secret.to_owned())).collect()
}

#[test]
fn no_secret_of_the_corpus_appears_in_any_field_or_detail() {
    let corpus = corpus();
    assert!(corpus.len() > 50, "the corpus was lost");
    let blank = LANGS.map(blank);
    let mut desk = Desk::at("11-24 14:05");
    for (kind, secret) in corpus {
        say(&mut desk, &secret);
        for (lang, blank) in LANGS.into_iter().zip(&blank) {
            let report = report(&desk, lang);
            assert_eq!(
                told(&secret, &report, blank),
                Vec::<String>::new(),
                "{kind} {secret:?} in:\n{report}"
            );
        }
    }
}

#[test]
fn no_text_of_any_book_appears() {
    let texts =
        "[A-Za-zぁ-んァ-ヶ一-龠Ａ-Ｚａ-ｚ０-９가-힣А-Яа-я🍀-🎉\"'`「」{}<>/\\\\@.:_ -]{0,38}[A-Za-z一-龠🍀]";
    let (desk, blank) = (RefCell::new(Desk::at("11-24 14:05")), LANGS.map(blank));
    let mut runner = TestRunner::new(Config { cases: 64, ..Config::default() });
    let law = runner.run(&texts, |secret| {
        let secret = secret.trim();
        let mut desk = desk.borrow_mut();
        say(&mut desk, secret);
        for (lang, blank) in LANGS.into_iter().zip(&blank) {
            let report = report(&desk, lang);
            prop_assert_eq!(told(secret, &report, blank), Vec::<String>::new(), "{}", report);
        }
        Ok(())
    });
    law.unwrap();
}

#[test]
fn the_report_names_versions_settings_counts_sizes_and_the_last_problems() {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let id = desk.contract(
        account,
        "商品紹介文の作成（60本）",
        &[(Stage::Contracted, "11/18"), (Stage::Escrowed, "11/19")],
    );
    desk.fact(id, "11/20", looked(Party::Me, Place::Web, Seen::Missing)).unwrap();
    meet(&desk, &BookError::Store(StoreError::DiskFull));
    let version = Version::read("0.1.0");
    let window = Shows::Window { tauri: Version::read("2.12.5"), web_view: Version::read("2.50.1") };
    let report =
        support_report(&desk.book, &HeldProblems::default(), Program { version, shows: window }, Lang::En)
            .unwrap();
    for line in [
        "  Made: 2026-11-24T05:05:00.000Z",
        "  Version: 0.1.0",
        "  Schema of the book: 3",
        "  Tauri: 2.12.5",
        "  Web view: 2.50.1",
        "  Language: system",
        "  Text size (%): 100",
        "  Kind of book: own",
        "  accounts: 1",
        "  contracts: 1",
        "  stages: 2",
        "  sightings: 1",
        "  evidence: 0",
        "  History: 3",
        "  evidence: 0 0",
        "  Last backup: -",
        "  Chain of the history: 0",
        "  Evidence that is gone or of another size: 0",
        "  2026-11-24T05:05:00.000Z disk_full the disk is full",
    ] {
        assert!(report.lines().any(|found| found == line), "`{line}` is missing in:\n{report}");
    }
    let system = format!("  System: {}", std::env::consts::OS);
    assert!(report.lines().any(|found| found.starts_with(&system)), "{report}");
    assert!(report.contains("Names, addresses, titles, notes, amounts"), "the report says what is masked");
}

#[test]
fn evidence_that_is_gone_is_counted_and_not_named() {
    let desk = book_that_says("青い鳥商店");
    let kept = desk.book.evidence_list().unwrap().files[0].evidence.sha256.0.clone();
    fs::remove_file(desk.book.folder().join("evidence").join(&kept[..2]).join(&kept)).unwrap();
    let report = report(&desk, Lang::En);
    assert!(report.contains("Evidence that is gone or of another size: 1"), "{report}");
    assert!(!report.contains(&kept), "a hash tells which file it is");
}

#[test]
fn where_no_book_can_be_opened_the_report_says_why_and_what_was_met_before() {
    let desk = book_that_says("青い鳥商店");
    let (folder, why) = (desk.book.folder(), Some(ProblemCode::BookDamaged));
    let none = HeldProblems::default();
    let report =
        support_report_without_book(Some(folder), &none, why, PROGRAM, japan("11-24 14:05"), Lang::En)
            .unwrap();
    assert!(report.contains("  Not open: book_damaged"), "{report}");
    assert!(report.contains("permission denied os error 13"), "{report}");
    assert!(!report.contains("青い鳥"), "{report}");
    let nowhere =
        support_report_without_book(None, &none, None, PROGRAM, japan("11-24 14:05"), Lang::Ja).unwrap();
    assert!(nowhere.contains("ありません。"), "{nowhere}");
}

#[test]
fn making_a_report_changes_nothing_in_the_book() {
    let desk = book_that_says("青い鳥商店");
    let (digest, entries) = (desk.book.digest().unwrap(), desk.book.rows().entries().unwrap());
    report(&desk, Lang::Ja);
    assert_eq!((desk.book.digest().unwrap(), desk.book.rows().entries().unwrap()), (digest, entries));
}
