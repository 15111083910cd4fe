//! The first run, the accounts, and how the window looks and speaks.

use engawa_desk::{Desk, Language, Start, containing, until};

use crate::wording::Wording;

#[test]
fn the_first_run_leads_to_an_account_and_then_to_the_first_record() {
    let words = Wording::of(Language::Japanese);
    let (name, email) = (words.t("settings-user-name"), words.t("settings-email"));
    let desk = Desk::new();
    let window = desk.open(&Start::japanese());
    window.is_ready();
    window.choose("button", containing(&words.t("first-run-own")));
    window.is_at(&words.t("frame-settings"));

    // An address that is none is refused where it stands, and what was typed stays.
    window.fill(&name, "minato_writer");
    window.fill(&email, "minato.example.jp");
    window.press("Enter");
    window.is_warned();
    assert_eq!(window.script("return document.activeElement.getAttribute('aria-invalid')"), "true");
    window.fill(&email, "minato@example.jp");
    window.press("Enter");
    window.is_at(&words.t("frame-record"));
    window.sees("button", &words.t("record-account"));

    window.press_each("g ,");
    window.is_at(&words.t("frame-settings"));
    window.reads("minato@example.jp");
    window.close();
    let window = desk.open(&Start::japanese());
    window.is_at_start(&words.t("frame-today"));
}

#[test]
fn the_sample_book_says_that_it_is_one_and_leaves_ones_own_book_empty() {
    let words = Wording::of(Language::English);
    let desk = Desk::new();
    let window = desk.open(&Start::english());
    window.is_ready();
    window.choose("button", containing(&words.t("first-run-sample")));
    window.reads(&words.t("frame-sample"));
    window.press_each("g c");
    window.is_at(&words.t("frame-contracts"));
    window.reads(&words.t("frame-sample"));
    window.choose("button", &words.t("frame-sample-leave"));
    window.sees("button", containing(&words.t("first-run-own")));
}

#[test]
fn an_account_is_corrected_and_removed_and_the_removal_is_taken_back() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = desk.open(&Start::japanese().with("--sample"));
    window.is_ready();
    window.press_each("g ,");
    window.is_at(&words.t("frame-settings"));
    window.choose("button", &words.t("settings-account-add"));
    window.fill(&words.t("settings-user-name"), "second_writer");
    window.fill(&words.t("settings-email"), "second@example.jp");
    window.press("Enter");
    // What is only read aloud is set off by a space.
    let named =
        |key| words.t(key) + " " + &words.with("settings-account-named", &[("name", "second_writer")]);
    let amend = named("settings-account-amend");
    window.choose("button", &amend);
    window.field_holds(&words.t("settings-email"), "second@example.jp");
    window.fill(&words.t("settings-email"), "moved@example.jp");
    window.press("Enter");
    window.reads("moved@example.jp");
    window.choose("button", &named("settings-account-remove"));
    window.sees_no("button", &amend);
    window.press("Control+z");
    window.sees("button", &amend);
}

#[test]
fn language_theme_and_size_change_at_once_and_stay_after_a_restart() {
    let (japanese, english) = (Wording::of(Language::Japanese), Wording::of(Language::English));
    let start = Start::japanese().as_the_settings_say().with("--sample");
    let desk = Desk::new();
    let window = desk.open(&start);
    window.is_ready();
    window.press_each("g ,");
    // Which language an unknown system speaks is not the matter here.
    let groups = until("the settings", || {
        let groups = window.labels("radiogroup");
        (!groups.is_empty()).then_some(groups)
    });
    window.choose_in(&groups[0], &japanese.t("settings-language-ja"));
    window.sees("heading", &japanese.t("frame-settings"));
    window.choose_in(&japanese.t("settings-language"), &japanese.t("settings-language-en"));
    window.sees("heading", &english.t("frame-settings"));
    window.choose_in(&english.t("settings-theme"), &english.t("settings-theme-dark"));
    window.choose_in(&english.t("settings-text"), &english.with("settings-percent", &[("percent", "150")]));
    let look = "const root = document.documentElement;
        return [root.lang, getComputedStyle(root).colorScheme, getComputedStyle(root).fontSize].join()";
    until("the look that was chosen", || (window.script(look) == "en,dark,24px").then_some(()));
    window.close();

    let window = desk.open(&start);
    window.is_at_start(&english.t("frame-today"));
    assert_eq!(window.script(look), "en,dark,24px");
}

#[test]
fn the_width_of_a_column_is_changed_by_arrows_and_remembered() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let start = Start::japanese().with("--sample");
    let handle = words.with("parts-column-resize", &[("column", &words.t("contracts-client"))]);
    let width = "return Math.round(document.querySelectorAll('thead th')[1].offsetWidth / 16)";
    let window = desk.open(&start);
    window.is_ready();
    window.press_each("g c");
    window.is_at(&words.t("frame-contracts"));
    window.tab_to("separator", &handle);
    let wider = window.script(width).as_u64().unwrap() + 2;
    window.press("ArrowRight");
    window.press("ArrowRight");
    until("the column to grow", || (window.script(width) == wider).then_some(()));
    window.close();

    let window = desk.open(&start);
    window.is_ready();
    window.press_each("g c");
    window.is_at(&words.t("frame-contracts"));
    until("the column as it was left", || (window.script(width) == wider).then_some(()));
}
