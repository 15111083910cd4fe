//! Words composed with a real input method: the Enter that confirms one is not the Enter that sends, chooses or searches.

use std::time::Duration;

use engawa_desk::{InputMethod, Language, Start, Window, containing, until, waits_in_vain};

use crate::wording::Wording;

/// Composes しょうにん in the field that has the focus and converts it, without confirming.
#[track_caller]
fn composes(method: &InputMethod, romaji: &str) {
    method.type_romaji(romaji);
    method.press("space");
}

/// Confirms the word that is being composed and waits until it stands in the field.
#[track_caller]
fn confirms(method: &InputMethod, window: &Window<'_>, word: &str) {
    method.press("Return");
    until(&format!("{word} in the field"), || (window.value() == word).then_some(()));
}

/// For as long as a deed would need to show, it does not.
const A_WHILE: Duration = Duration::from_millis(500);

#[test]
fn the_enter_that_confirms_a_word_neither_searches_nor_chooses_nor_sends() {
    let method = InputMethod::start();
    let window = method.desk().open(&Start::japanese().with("--sample"));
    let words = Wording::of(Language::Japanese);
    window.is_ready();
    window.is_in_front();

    // The search field.
    window.press("/");
    composes(&method, "shounin");
    confirms(&method, &window, "承認");
    let home = window.address();
    let left = waits_in_vain(A_WHILE, || (window.address() != home).then(|| window.address()));
    assert_eq!(left, None, "confirming a word must not search");
    method.press("Return");
    window.is_at(&words.t("frame-contracts"));

    // The palette.
    window.press("Control+k");
    window.sees("dialog", &words.t("keys-palette"));
    composes(&method, "settei");
    confirms(&method, &window, "設定");
    window.sees("option", containing(&words.t("keys-settings")));
    let left = waits_in_vain(A_WHILE, || window.labels("dialog").is_empty().then_some(()));
    assert_eq!(left, None, "confirming a word must not choose");
    method.press("Return");
    window.is_at(&words.t("frame-settings"));

    // The record form, sent by Enter from its title.
    window.press("n");
    window.is_at(&words.t("frame-record"));
    window.tab_to("textbox", &words.t("record-title"));
    composes(&method, "shounin");
    confirms(&method, &window, "承認");
    let sent =
        waits_in_vain(A_WHILE, || (!window.labels("alert").is_empty()).then(|| window.labels("alert")));
    assert_eq!(sent, None, "confirming a word must not send the form");
    method.press("Return");
    window.is_warned();
}
