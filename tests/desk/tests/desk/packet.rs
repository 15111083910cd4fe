//! 紛争に備えて一式を保存: from the contract's screen to a file that verifies.

use std::process::Command;

use engawa_desk::{Desk, Language, Start, containing, until};

use crate::wording::Wording;

/// A contract of the sample book.
const TITLE: &str = "レシピ記事と商品紹介（8本）";

#[test]
fn everything_about_a_contract_is_saved_with_one_press_and_its_place_is_told() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = desk.open(&Start::japanese().with("--sample"));
    window.is_ready();
    window.press("/");
    window.press("Control+a");
    window.type_text(TITLE);
    window.press("Enter");
    window.sees("rowheader", TITLE);
    until("no other row", || (window.count("tbody tr[aria-rowindex]") == 1).then_some(()));
    window.tab_to("grid", window.labels("grid").concat().as_str());
    window.press("Enter");
    window.is_at(TITLE);
    window.choose("button", &words.t("packet-open"));
    window.sees("dialog", &words.t("packet-title"));
    window.reads(&words.t("packet-files-none"));
    let place = desk.folder("packets");
    let zip = place.join("一式.zip");
    window.unfold(&words.t("packet-by-path"));
    window.fill(&words.t("packet-path"), &zip.display().to_string());
    window.choose("button", &words.t("packet-save"));
    window.reads(&words.t("packet-saved"));
    until("the packet to be there", || zip.exists().then_some(()));
    window.reads("一式.zip");
    window.sees("button", containing("SHA-256"));
    let begins = std::fs::read(&zip).unwrap();
    assert!(begins.starts_with(b"PK\x03\x04"), "a ZIP that every system opens");
    window.choose("button", &words.t("parts-close"));
    window.sees_no("dialog", &words.t("packet-title"));
    // Where unzip is at hand, it reads every member of it.
    if let Ok(tested) = Command::new("unzip").args(["-tq"]).arg(&zip).output() {
        assert!(tested.status.success(), "{}", String::from_utf8_lossy(&tested.stdout));
    }
}
