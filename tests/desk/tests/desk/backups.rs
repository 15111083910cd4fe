//! Backups in the window: made, compared, put back and taken back again.

use engawa_desk::{Desk, Language, Start, Window, containing, until};

use crate::wording::Wording;

fn at_backups<'d>(desk: &'d Desk, words: &Wording) -> Window<'d> {
    let window = desk.open(&Start::japanese().with("--sample"));
    window.is_ready();
    window.press_each("g ,");
    window.is_at(&words.t("frame-settings"));
    window.choose("link", &words.t("settings-backups"));
    window.is_at(&words.t("backup-title"));
    window
}

#[test]
fn a_backup_is_made_compared_with_the_book_and_found_the_same() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = at_backups(&desk, &words);
    window.reads(&words.t("backup-list-none"));
    window.choose("button", &words.t("backup-make"));
    window.reads(&words.t("backup-made"));
    window.choose("button", containing(&words.t("backup-look")));
    window.reads(&words.t("backup-preview-same"));
    window.press("Escape");
    let same = words.t("backup-preview-same");
    until("the comparison to be closed", || (!window.text().contains(&same)).then_some(()));
}

#[test]
fn a_record_that_was_removed_comes_back_with_a_restore_and_one_press_goes_back() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = at_backups(&desk, &words);
    window.choose("button", &words.t("backup-make"));
    window.reads(&words.t("backup-made"));
    window.press_each("g ,");
    window.choose("button", &words.t("settings-account-add"));
    window.fill(&words.t("settings-user-name"), "after_the_backup");
    window.press("Enter");
    window.reads("after_the_backup");
    window.choose("link", &words.t("settings-backups"));
    window.choose("button", containing(&words.t("backup-look")));
    window.reads(&words.t("backup-kind-accounts"));
    window.choose("button", &words.t("backup-restore"));
    window.reads(&words.t("backup-restored"));
    window.press_each("g ,");
    window.is_at(&words.t("frame-settings"));
    assert!(!window.text().contains("after_the_backup"));
    window.choose("button", &words.t("backup-restore-back"));
    window.reads("after_the_backup");
}

#[test]
fn the_strength_of_a_passphrase_is_shown_while_it_is_typed() {
    let words = Wording::of(Language::Japanese);
    let desk = Desk::new();
    let window = at_backups(&desk, &words);
    window.choose("button", &words.t("backup-seal"));
    window.fill(&words.t("backup-passphrase"), "password");
    window.reads(&words.t("backup-strength-words"));
    window.fill(&words.t("backup-passphrase"), "gravel umbrella piano nineteen lighthouse");
    window.reads(&words.t("backup-strength-strong"));
}
