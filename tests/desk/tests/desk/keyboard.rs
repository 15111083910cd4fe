//! Keys: where the shortcuts lead, the palette, the table by its arrows, what Escape leaves.

use engawa_desk::{Desk, Language, Start, Window, containing, until};

use crate::wording::Wording;

fn sample(desk: &Desk) -> (Window<'_>, Wording) {
    let window = desk.open(&Start::japanese().with("--sample"));
    window.is_ready();
    (window, Wording::of(Language::Japanese))
}

#[test]
fn the_shortcuts_lead_where_the_help_says() {
    let desk = Desk::new();
    let (window, words) = sample(&desk);
    let screens = [
        ("g c", "frame-contracts"),
        ("g g", "frame-guides"),
        ("g i", "frame-inquiries"),
        ("g e", "frame-evidence"),
        ("g ,", "frame-settings"),
        ("n", "frame-record"),
        ("g t", "frame-today"),
    ];
    for (keys, title) in screens {
        window.press_each(keys);
        window.is_at(&words.t(title));
    }
    window.press("?");
    window.sees("dialog", &words.t("keys-title"));
    window.press("Escape");
    window.sees_no("dialog", &words.t("keys-title"));
    assert_eq!(
        window.focus().1,
        words.t("frame-today"),
        "closing the help gives the focus back to where it was"
    );
}

#[test]
fn letters_typed_into_a_field_are_letters() {
    let desk = Desk::new();
    let (window, words) = sample(&desk);
    window.press("/");
    assert_eq!(window.focus(), ("searchbox".to_owned(), words.t("frame-search")));
    window.type_text("n?gc/");
    assert_eq!(window.value(), "n?gc/", "a shortcut must not eat what is being typed");
    assert!(window.labels("dialog").is_empty(), "a question mark in a field opens no help");
    window.press("Enter");
    window.is_at(&words.t("frame-contracts"));
    window.reads(&words.t("contracts-none"));
}

#[test]
fn the_palette_finds_deeds_and_contracts_and_escape_leaves_it() {
    let desk = Desk::new();
    let (window, words) = sample(&desk);
    let palette = words.t("keys-palette");

    // From within a field too.
    window.press("/");
    window.press("Control+k");
    window.sees("dialog", &palette);
    assert_eq!(window.focus(), ("combobox".to_owned(), words.t("keys-palette-type")));
    window.press("Escape");
    window.sees_no("dialog", &palette);
    assert_eq!(window.focus().0, "searchbox", "closing the palette gives the focus back to where it was");

    window.press("Control+k");
    window.type_text("証拠");
    window.sees("option", containing(&words.t("keys-evidence")));
    window.press("Enter");
    window.is_at(&words.t("frame-evidence"));

    window.press("Control+k");
    window.type_text("ロゴ");
    window.sees("option", containing("商品ロゴ案の調整"));
    window.press("ArrowDown");
    window.press("Enter");
    window.is_at("商品ロゴ案の調整");

    window.press("Control+k");
    window.type_text("そんなものはない");
    window.reads(&words.t("keys-palette-none"));
    window.press("Enter");
    window.sees("dialog", &palette);
}

/// Row of the table that the arrows stand on, counted from the first; the head is row one.
fn row(window: &Window<'_>) -> Option<u64> {
    let row = window.script(
        "const id = document.activeElement.getAttribute('aria-activedescendant');
         return Number(document.getElementById(id)?.getAttribute('aria-rowindex') ?? 0)",
    );
    row.as_u64()?.checked_sub(2)
}

#[track_caller]
fn is_on_row(window: &Window<'_>, wanted: u64) {
    until(&format!("the arrows to stand on row {wanted}"), || (row(window) == Some(wanted)).then_some(()));
}

#[test]
fn the_table_of_contracts_is_used_by_arrows_and_enter_opens_the_row() {
    let desk = Desk::new();
    let (window, words) = sample(&desk);
    window.press_each("g c");
    window.is_at(&words.t("frame-contracts"));
    until("the rows", || (window.count("tbody tr[aria-rowindex]") == 12).then_some(()));
    window.tab_to("grid", &words.t("frame-contracts"));
    is_on_row(&window, 0);
    window.press("ArrowUp");
    is_on_row(&window, 0);
    window.press("ArrowDown");
    is_on_row(&window, 1);
    window.press("End");
    is_on_row(&window, 11);
    window.press("ArrowDown");
    is_on_row(&window, 11);
    window.press("PageUp");
    window.press("Home");
    is_on_row(&window, 0);
    window.press("ArrowDown");
    window.press("ArrowDown");
    is_on_row(&window, 2);
    let title =
        window.script("return document.querySelector('tbody tr[aria-selected=true] th').innerText.trim()");
    window.press("Enter");
    window.is_at(title.as_str().unwrap());
}

#[test]
fn a_filter_of_one_standing_shows_its_contracts_only() {
    let desk = Desk::new();
    let (window, words) = sample(&desk);
    window.press_each("g c");
    window.is_at(&words.t("frame-contracts"));
    window.choose("button", containing(&words.t("state-denied")));
    // Of the sample's twelve, one is refused.
    until("one row", || (window.count("tbody tr[aria-rowindex]") == 1).then_some(()));
    window.sees("rowheader", "商品動画の台本（6本）");
    window.choose("button", containing(&words.t("contracts-all")));
    until("all rows", || (window.count("tbody tr[aria-rowindex]") == 12).then_some(()));
}
