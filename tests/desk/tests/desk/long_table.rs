//! A book of a hundred thousand contracts: the table comes to its end, finds words of one and two characters, and never draws
//! more than what is in sight.

use std::process::Command;

use engawa_desk::{Desk, Language, Start, Window, cli, until};

use crate::wording::Wording;

const CONTRACTS: &str = "100000";

/// Rows that a window can show, several times over. All of them would be a hundred thousand.
const MANY_ROWS: u64 = 150;

/// How many titles hold a word, asked of SQLite itself.
fn titles_with(desk: &Desk, word: &str) -> String {
    let ask = format!("SELECT count(*) FROM contracts WHERE title LIKE '%{word}%'");
    let answer = Command::new("sqlite3").arg(desk.book().join("book.sqlite")).arg(ask).output().unwrap();
    String::from_utf8(answer.stdout).unwrap().trim().to_owned()
}

/// As a number is written: 33,210.
fn grouped(number: &str) -> String {
    let (head, tail) = number.split_at(number.len().saturating_sub(3));
    if head.is_empty() { tail.to_owned() } else { format!("{},{tail}", grouped(head)) }
}

/// Waits until the head of the table says how many contracts there are, or how many hold a word.
#[track_caller]
fn counts(window: &Window<'_>, told: &str) {
    window.reads(told);
    let drawn = window.count("tbody tr[aria-rowindex]");
    assert!(drawn < MANY_ROWS, "{drawn} rows are in the page");
}

/// Waits until the row that the arrows stand on is in sight with its words, and gives its place in the whole table.
#[track_caller]
fn row_in_sight(window: &Window<'_>, place: u64) {
    let script = "
        const row = document.getElementById(document.activeElement.getAttribute('aria-activedescendant'));
        const box = row?.closest('.table-box').getBoundingClientRect();
        const at = row?.getBoundingClientRect();
        const seen = row && at.top >= box.top && at.bottom <= box.bottom + 1 && row.querySelector('th').innerText.trim() !== '';
        return seen ? Number(row.getAttribute('aria-rowindex')) - 2 : null";
    until(&format!("row {place} in sight, with its words"), || {
        (window.script(script) == place).then_some(())
    });
    let drawn = window.count("tbody tr[aria-rowindex]");
    assert!(drawn < MANY_ROWS, "{drawn} rows are in the page");
}

#[test]
fn a_hundred_thousand_contracts_are_scrolled_and_filtered_in_a_page_of_a_few_rows() {
    let desk = Desk::new();
    let words = Wording::of(Language::Japanese);
    let made = Command::new(cli())
        .arg("--book")
        .arg(desk.book())
        .args(["sample", "--contracts", CONTRACTS])
        .status();
    assert!(made.is_ok_and(|made| made.success()), "engawa-cli made no large book");
    let window = desk.open(&Start::japanese());
    window.is_ready();
    window.press_each("g c");
    window.is_at(&words.t("frame-contracts"));
    let all = grouped(CONTRACTS);
    counts(&window, &words.with("contracts-count", &[("all", &all)]));

    window.tab_to("grid", &words.t("frame-contracts"));
    // The head of the table is a row too, to assistive technology.
    until("a row for each contract", || {
        (window.script("return document.activeElement.getAttribute('aria-rowcount')") == "100001")
            .then_some(())
    });
    window.press("End");
    row_in_sight(&window, 99_999);
    window.press("PageUp");
    window.press("ArrowUp");
    window.press("Home");
    row_in_sight(&window, 0);

    // One character, then two; both are words in Japanese.
    for word in ["訳", "看板"] {
        window.press("/");
        window.press("Control+a");
        window.type_text(word);
        let matching = grouped(&titles_with(&desk, word));
        let found = [("all", all.as_str()), ("matching", &matching), ("words", word)];
        counts(&window, &words.with("contracts-count-found", &found));
        let strange = "return [...document.querySelectorAll('tbody th')].map(cell => cell.innerText).filter(text => text && !text.includes(arguments[0]))";
        until("rows with the word only", || {
            window.script_with(strange, &[word.into()]).as_array().is_some_and(Vec::is_empty).then_some(())
        });
        // Enter in the search leads into the table, another one opens the row.
        window.press("Enter");
        assert_eq!(window.focus().0, "grid");
        window.press("Enter");
        until("a contract with the word", || {
            window.labels("heading").first().is_some_and(|title| title.contains(word)).then_some(())
        });
        window.press_each("g c");
        window.is_at(&words.t("frame-contracts"));
    }
}
