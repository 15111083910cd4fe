//! Evidence is pasted, opened and looked through by keys, and what lies on the disk is what was seen.

use std::{
    fs,
    path::{Path, PathBuf},
};

use engawa_desk::{Desk, Language, Start, Window, containing, until};

use crate::wording::Wording;

const TITLE: &str = "商品紹介文の作成（60本）";

/// The sample book, open at a contract.
pub fn at_a_contract<'desk>(desk: &'desk Desk, words: &Wording) -> Window<'desk> {
    let window = desk.open(&Start::japanese().with("--sample"));
    window.is_ready();
    window.press_each("g c");
    window.is_at(&words.t("frame-contracts"));
    window.press("/");
    window.press("Control+a");
    window.type_text(TITLE);
    window.press("Enter");
    window.sees("rowheader", TITLE);
    until("no other row", || (window.count("tbody tr[aria-rowindex]") == 1).then_some(()));
    window.tab_to("grid", window.labels("grid").concat().as_str());
    window.press("Enter");
    window.is_at(TITLE);
    window
}

/// The kept files of a book with these bytes.
fn kept(book: &Path, bytes: &[u8]) -> Vec<PathBuf> {
    let folders = fs::read_dir(book.join("evidence")).into_iter().flatten().flatten();
    let files = folders.flat_map(|folder| fs::read_dir(folder.path()).into_iter().flatten().flatten());
    files.map(|file| file.path()).filter(|path| fs::read(path).is_ok_and(|found| found == bytes)).collect()
}

/// Keeps a file by its path.
#[track_caller]
pub fn keeps(desk: &Desk, window: &Window<'_>, words: &Wording, name: &str, text: &str) {
    let file = desk.folder("documents").join(name);
    fs::write(&file, text).unwrap();
    window.unfold(&words.t("evidence-by-path"));
    window.fill(&words.t("evidence-path"), &file.display().to_string());
    window.press("Enter");
    window.sees("button", name);
}

#[test]
fn a_screenshot_is_pasted_by_keys_and_kept_byte_for_byte() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = at_a_contract(&desk, &words);
    let screenshot = desk.folder("pictures").join("screenshot.png");
    desk.picture(&screenshot);
    let _copied = desk.copies("image/png", &screenshot);
    window.press("Control+v");
    // It is called by the moment at which it was pasted: the day of the samples.
    window.sees("button", containing("貼り付け 2026-11-24"));
    let bytes = fs::read(&screenshot).unwrap();
    assert_eq!(kept(&desk.sample_book(), &bytes).len(), 1, "not a byte of it was changed");
    window.reads(&words.t("vault-origin-pasted"));
}

#[test]
fn words_in_the_clipboard_are_no_picture_and_are_told_so() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = at_a_contract(&desk, &words);
    let text = desk.folder("documents").join("text.txt");
    fs::write(&text, "チャットワークで連絡しましょう").unwrap();
    let _copied = desk.copies("UTF8_STRING", &text);
    window.choose("button", containing(&words.t("vault-paste")));
    window.reads(&words.t("vault-paste-text"));
    window.sees_no("button", containing("貼り付け 2026-11-24"));
}

#[test]
fn a_copied_file_is_taken_in_as_a_file() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = at_a_contract(&desk, &words);
    let file = desk.folder("documents").join("mail.eml");
    fs::write(&file, "Subject: approved\n\nYou may apply now.").unwrap();
    let addresses = desk.folder("documents").join("addresses");
    fs::write(&addresses, format!("file://{}\r\n", file.display())).unwrap();
    let _copied = desk.copies("text/uri-list", &addresses);
    window.press("Control+v");
    window.sees("button", "mail.eml");
}

#[test]
fn a_kept_file_is_opened_and_closed_by_keys_and_the_focus_comes_back() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = at_a_contract(&desk, &words);
    keeps(&desk, &window, &words, "返信.txt", "いまは使えます。");
    window.tab_back_to("button", "返信.txt");
    window.press("Enter");
    window.sees("dialog", "返信.txt");
    window.reads("いまは使えます。");
    window.reads(&words.with("vault-encoding", &[("encoding", "UTF-8")]));
    window.press("Escape");
    window.sees_no("dialog", "返信.txt");
    assert_eq!(window.focus(), ("button".to_owned(), "返信.txt".to_owned()));
}

#[test]
fn a_file_that_was_altered_on_the_disk_is_named_by_the_check() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = at_a_contract(&desk, &words);
    keeps(&desk, &window, &words, "返信.txt", "いまは使えます。");
    let place =
        until("the file in the vault", || kept(&desk.sample_book(), "いまは使えます。".as_bytes()).pop());
    fs::write(&place, "いまは使えません").unwrap();
    window.choose("link", &words.t("frame-evidence"));
    window.is_at(&words.t("frame-evidence"));
    window.choose("button", containing(&words.t("vault-verify")));
    window.reads(&words.t("vault-file-altered"));
    window.sees("button", "返信.txt");
}
