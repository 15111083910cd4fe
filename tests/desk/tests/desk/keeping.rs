//! Nothing is lost: what is being typed outlives a reload and a crash, what was done can be taken back, also after a restart.

use std::{fs, path::Path};

use engawa_desk::{Desk, Language, Start, Window, until};

use crate::wording::Wording;

/// Waits until the book on disk holds a text: from then on a crash cannot take it.
#[track_caller]
fn holds(book: &Path, text: &str) {
    until(&format!("the book to hold \u{201c}{text}\u{201d}"), || {
        let files =
            ["book.sqlite-wal", "book.sqlite"].map(|name| fs::read(book.join(name)).unwrap_or_default());
        let held = files.iter().any(|file| file.windows(text.len()).any(|part| part == text.as_bytes()));
        held.then_some(())
    });
}

fn sample(desk: &Desk) -> Window<'_> {
    let window = desk.open(&Start::japanese().with("--sample"));
    window.is_ready();
    window
}

/// The sample book, with the form for a new record.
fn recording<'desk>(desk: &'desk Desk, words: &Wording) -> Window<'desk> {
    let window = sample(desk);
    window.press("n");
    window.is_at(&words.t("frame-record"));
    window
}

#[test]
fn what_is_typed_into_a_record_outlives_f5_a_reload_and_a_crash() {
    let words = Wording::of(Language::Japanese);
    let (title, day) = (words.t("record-title"), words.t("record-stage-day"));
    let desk = Desk::new();
    let window = recording(&desk, &words);
    window.fill(&title, "𠮷野家の記事（3本）");
    window.fill(&day, "11/2");
    window.press("F5");
    window.is_ready();
    window.field_holds(&title, "𠮷野家の記事（3本）");
    holds(&desk.sample_book(), "𠮷野家の記事（3本）");
    window.reload();
    window.is_ready();
    window.sees("textbox", &title);
    window.field_holds(&title, "𠮷野家の記事（3本）");
    window.field_holds(&day, "11/2");
    window.fill(&title, "髙橋さんの台本");
    holds(&desk.sample_book(), "髙橋さんの台本");
    window.kill();

    let window = recording(&desk, &words);
    window.field_holds(&title, "髙橋さんの台本");
    window.field_holds(&day, "11/2");
}

#[test]
fn the_last_letters_before_the_window_is_closed_are_kept() {
    let words = Wording::of(Language::Japanese);
    let title = words.t("record-title");
    let desk = Desk::new();
    let window = recording(&desk, &words);
    window.fill(&title, "閉じる寸前まで書いていた依頼名");
    window.close();

    let window = recording(&desk, &words);
    window.field_holds(&title, "閉じる寸前まで書いていた依頼名");
}

#[test]
fn what_is_typed_into_a_record_outlives_the_death_of_the_page() {
    let words = Wording::of(Language::Japanese);
    let title = words.t("record-title");
    let desk = Desk::new();
    let window = recording(&desk, &words);
    window.fill(&title, "途中で消えた画面");
    holds(&desk.sample_book(), "途中で消えた画面");
    // Another process draws the page; the driver, which spoke with the one that died, has nobody to ask any more.
    window.kill_page();
    window.kill();

    let window = recording(&desk, &words);
    window.field_holds(&title, "途中で消えた画面");
}

#[test]
fn a_recorded_form_is_empty_the_next_time() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = sample(&desk);
    records(&window, &words, "一度きりの記録");
    window.press("n");
    window.is_at(&words.t("frame-record"));
    window.field_holds(&words.t("record-title"), "");
    window.reload();
    window.is_ready();
    window.field_holds(&words.t("record-title"), "");
}

/// Records a contract of a new client.
#[track_caller]
fn records(window: &Window<'_>, words: &Wording, title: &str) {
    window.press("n");
    window.is_at(&words.t("frame-record"));
    window.fill(&words.t("record-client-name"), "見本商会");
    window.fill(&words.t("record-title"), title);
    window.press("Enter");
    window.is_at(title);
    window.sees("button", &words.t("frame-undo"));
}

/// Goes to the table and waits until it shows this many contracts.
#[track_caller]
fn shows(window: &Window<'_>, words: &Wording, contracts: u64) {
    window.press_each("g c");
    window.is_at(&words.t("frame-contracts"));
    until(&format!("{contracts} contracts in the table"), || {
        (window.count("tbody tr[aria-rowindex]") == contracts).then_some(())
    });
}

#[test]
fn what_was_done_is_taken_back_and_done_again_by_keys_and_by_the_notice() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = sample(&desk);
    records(&window, &words, "取り消せる記録");
    shows(&window, &words, 13);
    window.press("Control+z");
    shows(&window, &words, 12);
    window.press("Control+Shift+z");
    shows(&window, &words, 13);
    // The notice of the last deed offers the way back.
    window.choose("button", &words.t("frame-undo"));
    shows(&window, &words, 12);
    window.choose("button", &words.t("frame-redo"));
    shows(&window, &words, 13);
    window.sees("rowheader", "取り消せる記録");
}

#[test]
fn what_was_done_before_a_restart_is_taken_back_after_it() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = sample(&desk);
    records(&window, &words, "再開をまたぐ記録");
    window.kill();

    let window = sample(&desk);
    shows(&window, &words, 13);
    window.press("Control+z");
    window.reads(&words.t("op-contract-add"));
    shows(&window, &words, 12);
    window.close();

    let window = sample(&desk);
    shows(&window, &words, 12);
    window.press("Control+Shift+z");
    shows(&window, &words, 13);
}

#[test]
fn undo_in_a_field_takes_back_letters_and_no_records() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = sample(&desk);
    records(&window, &words, "文字だけを戻す");
    window.press("/");
    window.type_text("abc");
    window.press("Control+z");
    until("the letters to be taken back", || window.value().is_empty().then_some(()));
    window.press("Control+Shift+z");
    until("the letters to come again", || (window.value() == "abc").then_some(()));
    window.press("Tab");
    shows(&window, &words, 13);
}
