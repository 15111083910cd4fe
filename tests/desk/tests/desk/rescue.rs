//! A book that does not open, and one in which something is wrong: the page with its ways out, used with the keyboard alone.

use std::{fs, fs::OpenOptions, path::PathBuf};

use engawa_desk::{Desk, Language, Start, Window, containing};
use engawa_store::inflict;

use crate::wording::Wording;

/// The sample book, closed; its file.
fn closed_sample(desk: &Desk) -> PathBuf {
    let window = sample(desk);
    window.close();
    let file = desk.sample_book().join("book.sqlite");
    assert!(file.is_file(), "the app made no sample book");
    file
}

fn sample(desk: &Desk) -> Window<'_> {
    let window = desk.open(&Start::japanese().with("--sample"));
    window.is_ready();
    window
}

#[test]
fn a_truncated_book_is_rescued_with_the_keyboard_and_opens_with_its_contracts() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let file = closed_sample(&desk);
    let whole = fs::metadata(&file).unwrap().len();
    // A page from the end: contracts stand nearer to the beginning, and the history tells the rest.
    OpenOptions::new().write(true).open(&file).unwrap().set_len(whole - 4096).unwrap();
    let damaged = fs::read(&file).unwrap();

    let window = sample(&desk);
    window.reads(&words.t("rescue-title-damaged"));
    window.reads(&words.t("rescue-text-damaged"));
    for way in ["rescue", "look", "try-again", "show-folder", "sample"] {
        window.sees("button", containing(&words.t(&format!("rescue-way-{way}"))));
    }
    window.passes_axe("the page of a damaged book");
    assert_eq!(fs::read(&file).unwrap(), damaged, "to look at it is not to touch it");

    window.tab_to("button", containing(&words.t("rescue-way-rescue")));
    window.press("Enter");
    window.sees("heading", words.t("rescue-done").as_str());
    window.reads(&words.t("rescue-report-tables"));
    window.passes_axe("the report of a rescue");
    window.tab_to("button", words.t("rescue-open").as_str());
    window.press("Enter");
    window.is_ready();
    window.press_each("g c");
    window.sees("grid", containing(""));
    window.close();

    let kept = fs::read_dir(desk.sample_book())
        .unwrap()
        .map(Result::unwrap)
        .find(|entry| entry.file_name().to_string_lossy().starts_with("book-damaged-"));
    assert_eq!(fs::read(kept.unwrap().path()).unwrap(), damaged, "the damaged file is kept byte for byte");
}

#[test]
fn a_damaged_book_can_be_looked_at_and_stays_as_it_is() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let file = closed_sample(&desk);
    let whole = fs::metadata(&file).unwrap().len();
    OpenOptions::new().write(true).open(&file).unwrap().set_len(whole - 4096).unwrap();
    let damaged = fs::read(&file).unwrap();
    let window = sample(&desk);
    window.tab_to("button", containing(&words.t("rescue-way-look")));
    window.press("Enter");
    window.is_ready();
    window.sees("heading", words.t("frame-today").as_str());
    window.close();
    assert_eq!(fs::read(&file).unwrap(), damaged);
}

#[test]
fn a_dropped_index_is_found_and_made_again_from_the_window() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let file = closed_sample(&desk);
    inflict::statements(&file, "DROP INDEX contracts_client").unwrap();
    let window = sample(&desk);
    window.press_each("g ,");
    window.is_at(&words.t("frame-settings"));
    window.tab_to("link", words.t("repair-open").as_str());
    window.press("Enter");
    window.sees("heading", words.t("repair-title").as_str());
    window.tab_to("button", words.t("repair-start").as_str());
    window.press("Enter");
    window.reads(&words.with("repair-what-index-missing", &[("name", "contracts_client")]));
    window.passes_axe("what a look through the book found");
    window.tab_to("button", words.with("repair-press", &[("count", "1")]).as_str());
    window.press("Enter");
    window.reads(&words.with("repair-done", &[("count", "1")]));
    window.reads(&words.t("repair-whole"));
    window.close();
}
