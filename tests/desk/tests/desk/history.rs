//! 履歴 in the window: a change is read field by field, what was deleted comes back, and the book as it was takes nothing.

use engawa_desk::{Desk, Language, Start, Window, containing, until};

use crate::wording::Wording;

fn sample(desk: &Desk) -> Window<'_> {
    let window = desk.open(&Start::japanese().with("--sample"));
    window.is_ready();
    window
}

/// Records a contract of a new client and stays on its screen.
#[track_caller]
fn records(window: &Window<'_>, words: &Wording, title: &str) {
    window.press("n");
    window.is_at(&words.t("frame-record"));
    window.fill(&words.t("record-client-name"), "見本商会");
    window.fill(&words.t("record-title"), title);
    window.press("Enter");
    window.is_at(title);
}

/// Chooses from the menu of the contract on the screen.
#[track_caller]
fn from_menu(window: &Window<'_>, words: &Wording, key: &str) {
    window.choose("button", &words.t("contract-menu"));
    window.arrow_to("ArrowDown", "menuitem", &words.t(key));
    window.press("Enter");
}

#[track_caller]
fn history(window: &Window<'_>, words: &Wording) {
    window.press_each("g h");
    window.is_at(&words.t("history-title"));
}

#[test]
fn a_changed_field_is_read_as_it_was_and_as_it_is_and_goes_back() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = sample(&desk);
    records(&window, &words, "前の依頼名");
    from_menu(&window, &words, "contract-amend");
    window.is_at(&words.t("record-contract-amend"));
    window.fill(&words.t("record-title"), "後の依頼名");
    window.press("Enter");
    window.is_at("後の依頼名");
    history(&window, &words);
    window.reads(&words.t("op-contract-amend"));
    window.reads("前の依頼名");
    window.reads("後の依頼名");
    // What is only read aloud is set off by a space.
    let back = words.t("history-restore-field") + " " + &words.t("history-field-title");
    window.choose("button", &back);
    window.reads(&words.t("op-record-restore"));
    window.press("/");
    window.type_text("前の依頼名");
    window.press("Enter");
    window.sees("rowheader", "前の依頼名");
}

#[test]
fn a_deleted_contract_is_listed_and_comes_back() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = sample(&desk);
    records(&window, &words, "消してから戻す記録");
    from_menu(&window, &words, "contract-remove");
    window.is_at(&words.t("frame-contracts"));
    window.sees_no("rowheader", "消してから戻す記録");
    history(&window, &words);
    window.choose_in(&words.t("history-show"), &words.t("history-deleted"));
    window.reads("消してから戻す記録");
    window.choose("button", containing(&words.t("history-restore")));
    window.reads(&words.t("history-deleted-none"));
    window.press_each("g c");
    window.is_at(&words.t("frame-contracts"));
    window.sees("rowheader", "消してから戻す記録");
}

#[test]
fn the_book_as_it_was_takes_nothing_and_leads_back_to_today() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = sample(&desk);
    history(&window, &words);
    window.fill(&words.t("history-as-of-day"), "昨日");
    window.choose("button", &words.t("history-as-of-look"));
    window.is_at(&words.t("frame-today"));
    window.sees("button", &words.t("history-past-leave"));
    window.sees_no("button", containing(&words.t("frame-record")));
    window.press_each("g c");
    window.is_at(&words.t("frame-contracts"));
    until("no contract, since nothing had been recorded", || {
        (window.count("tbody tr[aria-rowindex]") == 0).then_some(())
    });
    // A key that would take something back is answered with the way out.
    window.press("Control+z");
    window.reads(&words.t("problem-past-remedy"));
    window.reload();
    window.is_ready();
    window.choose("button", &words.t("history-past-leave"));
    window.sees_no("button", &words.t("history-past-leave"));
    window.sees("button", containing(&words.t("frame-record")));
    until("the contracts of today", || (window.count("tbody tr[aria-rowindex]") >= 12).then_some(()));
}
