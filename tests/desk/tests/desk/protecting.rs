//! A book is protected, closed, unlocked and locked again, by keyboard alone.

use std::fs;

use engawa_desk::{Desk, Language, Start, Window, containing, until};

use crate::wording::Wording;

const PASSPHRASE: &str = "correct horse battery staple";

/// An account, and then the book is protected.
fn protect(window: &Window<'_>, words: &Wording) {
    window.is_ready();
    window.choose("button", containing(&words.t("first-run-own")));
    window.is_at(&words.t("frame-settings"));
    window.fill(&words.t("settings-user-name"), "minato_writer");
    window.fill(&words.t("settings-email"), "minato@example.jp");
    window.press("Enter");
    window.is_at(&words.t("frame-record"));
    window.press_each("g ,");
    window.is_at(&words.t("frame-settings"));
    window.tab_to("button", &words.t("protect-begin"));
    window.press("Enter");
    // The first field has the focus; the button that shows its characters lies between the two.
    window.sees("button", &words.t("protect-next"));
    window.type_text(PASSPHRASE);
    window.press_each("Tab Tab");
    window.type_text(PASSPHRASE);
    window.press("Enter");
    let (label, group) = until("the part of the code that is asked for", || asked(window, words));
    window.fill(&label, &group.to_lowercase());
    window.press("Enter");
    window.reads(&words.t("protect-done"));
}

/// The field for the group that the dialog asks for, and the group.
fn asked(window: &Window<'_>, words: &Wording) -> Option<(String, String)> {
    let groups = window
        .script("return Array.from(document.querySelectorAll('dialog ol span'), (one) => one.textContent)");
    let said = window.text();
    groups.as_array()?.iter().enumerate().find_map(|(place, group)| {
        let place = (place + 1).to_string();
        let label = words.with("protect-code-part", &[("place", &place)]);
        said.contains(&label).then(|| (label, group.as_str().unwrap_or_default().to_owned()))
    })
}

/// The page of a locked book, whose field has the focus.
fn is_locked(window: &Window<'_>, words: &Wording) {
    window.sees("heading", &words.t("protect-locked-title"));
    let has_focus = "return document.activeElement.type === 'password'";
    until("the focus in the field", || (window.script(has_focus) == true).then_some(()));
}

fn unlock(window: &Window<'_>) {
    window.type_text(PASSPHRASE);
    window.press("Enter");
}

#[test]
fn a_book_is_protected_and_opens_after_a_restart_with_its_passphrase_only() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = desk.open(&Start::japanese());
    protect(&window, &words);
    window.close();
    let file = fs::read(desk.book().join("book.sqlite")).unwrap();
    assert!(!file.starts_with(b"SQLite format 3"), "the file tells nothing");

    let window = desk.open(&Start::japanese());
    window.is_ready();
    is_locked(&window, &words);
    window.type_text("correct horse battery");
    window.press("Enter");
    window.reads(&words.t("problem-wrong-passphrase-message"));
    unlock(&window);
    window.sees("heading", &words.t("frame-today"));
}

#[test]
fn a_protected_book_is_locked_by_a_key_and_nothing_of_it_stays_on_the_screen() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = desk.open(&Start::japanese());
    protect(&window, &words);
    window.reads("minato@example.jp");
    window.press("Control+l");
    is_locked(&window, &words);
    assert!(!window.text().contains("minato@example.jp"), "the window forgets the book");
    // A reload does not open it either.
    window.reload();
    is_locked(&window, &words);
    unlock(&window);
    window.reads("minato@example.jp");
}

#[test]
fn what_was_being_typed_when_the_book_was_locked_is_there_when_it_is_unlocked() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = desk.open(&Start::japanese());
    protect(&window, &words);
    window.choose("button", &words.t("settings-account-add"));
    window.fill(&words.t("settings-user-name"), "half_typed");
    window.press("Control+l");
    is_locked(&window, &words);
    unlock(&window);
    window.choose("button", &words.t("settings-account-add"));
    window.field_holds(&words.t("settings-user-name"), "half_typed");
}
