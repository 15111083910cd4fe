//! The support report as the window asks for it.

use std::{collections::BTreeMap, fs, path::Path};

use tauri::Manager as _;

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

/// Every file below a folder, byte for byte.
fn all(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.insert(path.clone(), Vec::new());
            found.append(&mut all(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            found.insert(path, bytes);
        }
    }
    found
}

/// What is done to the file of a book.
type Spoil = fn(&mut Vec<u8>);

#[test]
fn the_folder_of_a_refused_book_is_the_same_byte_for_byte_after_its_page_was_shown() {
    let spoil: [(&str, Spoil); 4] = [
        ("newer", |bytes| bytes[60..64].copy_from_slice(&99_u32.to_be_bytes())),
        ("damaged", |bytes| bytes[100..8192].fill(0xA5)),
        ("damaged", |bytes| bytes.truncate(5000)),
        ("not_a_book", |bytes| *bytes = b"no book".to_vec()),
    ];
    for (kind, spoil) in spoil {
        let folder = tempfile::tempdir().unwrap();
        let book = folder.path().join("book");
        drop(Shelf::with_own_book_in(book.clone()).open(BookKind::Own, Lang::En, None).unwrap());
        let mut bytes = fs::read(book.join("book.sqlite")).unwrap();
        spoil(&mut bytes);
        fs::write(book.join("book.sqlite"), bytes).unwrap();
        let before = all(&book);

        let app = app(Refusing::default(), book.clone());
        let window = window(&app, LABEL);
        ask(&window, OWN_PAGE, "app_start", json!({})).unwrap_err();
        let trouble = ask(&window, OWN_PAGE, "trouble_view", json!({})).unwrap();
        assert_eq!(trouble["kind"], kind);
        ask(&window, OWN_PAGE, "today_view", json!({})).unwrap_err();
        let report = ask(&window, OWN_PAGE, "support_report", json!({})).unwrap();
        assert!(report.as_str().unwrap().contains("Z book_"), "what was met is held all the same: {report}");
        assert!(!app.state::<Bookkeeper>().may_write(), "and the window keeps its own place to itself");
        app.state::<Bookkeeper>().close();
        assert_eq!(all(&book), before, "{kind}");
    }
}

#[test]
fn a_report_is_saved_exactly_as_it_was_read_and_a_closed_dialog_saves_none() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("報告.txt");
    for place in [Some(to.clone()), None] {
        let app = app(Refusing { place: place.clone(), ..Refusing::default() }, folder.path().join("book"));
        let answer = ask(&window(&app, LABEL), OWN_PAGE, "support_save", json!({ "text": "読んだとおり\n" }));
        assert_eq!(answer.unwrap(), json!(place));
    }
    assert_eq!(fs::read_to_string(&to).unwrap(), "読んだとおり\n");
}
