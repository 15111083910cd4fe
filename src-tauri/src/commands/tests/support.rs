//! The support report as the window asks for it.

use std::fs;

use super::*;

#[test]
fn a_report_says_which_toolkit_and_web_view_show_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(Refusing::default(), folder.path().join("book"));
    let report = ask(&window(&app, LABEL), OWN_PAGE, "support_report", json!({})).unwrap();
    let report = report.as_str().unwrap();
    assert!(report.contains(&format!("  Tauri: {}", tauri::VERSION)), "{report}");
    assert!(report.contains("  Web view: "), "{report}");
    assert!(
        !report.contains(folder.path().to_str().unwrap()),
        "it does not say where the book is:\n{report}"
    );
}

#[test]
fn where_no_book_can_be_opened_there_is_a_report_and_it_tells_what_was_met() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("hanako");
    fs::create_dir_all(&book).unwrap();
    fs::write(book.join("book.sqlite"), "no book").unwrap();
    let app = app(Refusing::default(), book);
    let window = window(&app, LABEL);
    let problem = ask(&window, OWN_PAGE, "app_start", json!({})).unwrap_err();
    assert_eq!(problem["code"], serde_json::to_value(ProblemCode::BookDamaged).unwrap());
    let report = ask(&window, OWN_PAGE, "support_report", json!({})).unwrap();
    let report = report.as_str().unwrap();
    assert!(report.contains("  Not open: book_damaged"), "{report}");
    assert!(report.contains("Z book_damaged "), "what was met stands among the last problems:\n{report}");
    assert!(!report.contains("hanako"), "{report}");
}
