//! Every screen in both languages and every look: nothing for axe-core to object to, nothing that scrolls sideways, everything
//! within reach of the Tab key with the focus in sight, and each screen read from its title.

use engawa_desk::{Desk, Language, Start, Window, until};

use crate::{guide_words::GuideWords, wording::Wording};

/// A screen, the keys that lead to it, and those that leave what lies over it.
struct Screen {
    name: &'static str,
    open: fn(&Window<'_>, &Wording),
    leave: &'static [&'static str],
}

const fn screen(name: &'static str, open: fn(&Window<'_>, &Wording)) -> Screen {
    Screen { name, open, leave: &[] }
}

/// All of the sample book. What lies over a screen is closed again by Escape.
const SCREENS: &[Screen] = &[
    screen("today", |window, words| goes(window, "g t", &words.t("frame-today"))),
    screen("contracts", contracts),
    screen("a contract that is not permitted yet", |window, _| contract(window, "商品紹介文の作成（60本）")),
    screen("a contract that is permitted", |window, _| contract(window, "レシピ記事と商品紹介（8本）")),
    screen("a letter", letter),
    screen("a guide that asks", guide),
    screen("record", |window, words| goes(window, "n", &words.t("frame-record"))),
    screen("a record with problems", record_with_problems),
    screen("guides", |window, words| goes(window, "g g", &words.t("frame-guides"))),
    screen("a guide as a drawing", drawing),
    screen("inquiries", |window, words| goes(window, "g i", &words.t("frame-inquiries"))),
    screen("evidence", |window, words| goes(window, "g e", &words.t("frame-evidence"))),
    screen("documents of electronic transactions", documents),
    screen("settings", |window, words| goes(window, "g ,", &words.t("frame-settings"))),
    screen("history", |window, words| goes(window, "g h", &words.t("history-title"))),
    screen("backups", backups),
    screen("the rules of a service", rules),
    screen("a correction of a rule", correction),
    screen("the questions about a service", questions),
    screen("a message that was looked through", message),
    screen("settings with an account's form", account_form),
    screen("settings with a notice", notice),
    screen("how to check that nothing is sent", silent),
    screen("a support report", support),
    Screen { name: "help", open: help, leave: &["Escape"] },
    Screen { name: "palette", open: palette, leave: &["Escape"] },
];

fn goes(window: &Window<'_>, keys: &str, title: &str) {
    window.press_each(keys);
    window.is_at(title);
}

fn documents(window: &Window<'_>, words: &Wording) {
    goes(window, "g e", &words.t("frame-evidence"));
    window.choose("link", &words.t("document-screen"));
    window.is_at(&words.t("document-screen"));
}

fn backups(window: &Window<'_>, words: &Wording) {
    goes(window, "g ,", &words.t("frame-settings"));
    window.choose("link", &words.t("settings-backups"));
    window.is_at(&words.t("backup-title"));
}

fn contracts(window: &Window<'_>, words: &Wording) {
    goes(window, "g c", &words.t("frame-contracts"));
    until("the rows of the table", || (window.count("tbody tr[aria-rowindex]") >= 12).then_some(()));
}

fn contract(window: &Window<'_>, title: &str) {
    window.press("/");
    window.press("Control+a");
    window.type_text(title);
    window.press("Enter");
    window.sees("rowheader", title);
    until("no other row", || (window.count("tbody tr[aria-rowindex]") == 1).then_some(()));
    window.tab_to("grid", window.labels("grid").concat().as_str());
    window.press("Enter");
    window.is_at(title);
}

fn letter(window: &Window<'_>, words: &Wording) {
    contract(window, "商品動画の台本（6本）");
    window.choose("button", &words.t("standing-button-draft-decline"));
    window.sees("button", &words.t("draft-copy"));
}

/// What is known of a service and on what it rests, from the list in the settings.
fn rules(window: &Window<'_>, words: &Wording) {
    let name = words.pick("クラウドワークス", "CrowdWorks");
    goes(window, "g ,", &words.t("frame-settings"));
    window.choose("link", name);
    window.is_at(&words.with("rules-of", &[("name", name)]));
    window.sees("heading", &words.t("rules-deal"));
}

/// The form of a value, in its place on the page of rules.
fn correction(window: &Window<'_>, words: &Wording) {
    rules(window, words);
    let value = words.t("rules-contact");
    // What is only read aloud is set off by a space.
    let named =
        words.t("rules-correct-short") + " " + &words.with("rules-correct-named", &[("name", &value)]);
    window.choose("button", &named);
    window.sees("form", &words.with("rules-correct-of", &[("name", &value)]));
}

fn questions(window: &Window<'_>, words: &Wording) {
    goes(window, "g t", &words.t("frame-today"));
    goes(window, "g ,", &words.t("frame-settings"));
    window.choose("button", &words.t("service-add"));
    window.is_at(&words.t("service-add"));
}

/// A message with an invitation, looked through.
fn message(window: &Window<'_>, words: &Wording) {
    goes(window, "g m", &words.t("message-title"));
    window.tab_to("textbox", &words.t("message-words"));
    window.type_text("LINEで連絡しましょう。お支払いは銀行振込で直接お支払いします。");
    window.sees("button", &words.t("message-copy-answer"));
}

/// A run about no contract, at a question. One that was led to its end before is begun anew.
fn guide(window: &Window<'_>, words: &Wording) {
    goes(window, "g g", &words.t("frame-guides"));
    window.choose("button", &words.t("guide-start"));
    window.sees("button", &words.t("guide-skip"));
}

/// The whole of the guide that is open in the list.
fn drawing(window: &Window<'_>, words: &Wording) {
    goes(window, "g g", &words.t("frame-guides"));
    let title = GuideWords::link_missing(words.pick(Language::Japanese, Language::English)).title();
    window.choose("link", &words.with("drawing-of", &[("title", &title)]));
    window.is_at(&words.with("drawing-title", &[("title", &title)]));
    window.sees("list", &words.t("drawing-nodes"));
}

/// Where a guide leads; once in a test, since a run that was led there goes on with other questions.
fn outcome(window: &Window<'_>, words: &Wording) {
    window.script("document.activeElement.blur()");
    contract(window, "商品紹介文の作成（60本）");
    window.choose("button", &words.t("standing-button-guide"));
    until("the guide or its end", || {
        let buttons = window.labels("button");
        if buttons.contains(&words.t("guide-skip")) {
            window.choose("button", &words.t("guide-skip"));
        }
        buttons.contains(&words.t("draft-record-sent")).then_some(())
    });
}

fn record_with_problems(window: &Window<'_>, words: &Wording) {
    goes(window, "g t", &words.t("frame-today"));
    goes(window, "n", &words.t("frame-record"));
    window.choose("button", &words.t("record-save"));
    window.is_warned();
}

fn account_form(window: &Window<'_>, words: &Wording) {
    goes(window, "g t", &words.t("frame-today"));
    goes(window, "g ,", &words.t("frame-settings"));
    window.choose("button", &words.t("settings-account-add"));
    window.sees("textbox", &words.t("settings-email"));
}

fn notice(window: &Window<'_>, words: &Wording) {
    goes(window, "g t", &words.t("frame-today"));
    goes(window, "g ,", &words.t("frame-settings"));
    window.choose("button", &words.t("settings-folder-copy"));
    window.sees("button", &words.t("parts-close"));
}

/// The commands of one system, unfolded.
fn silent(window: &Window<'_>, words: &Wording) {
    goes(window, "g t", &words.t("frame-today"));
    goes(window, "g ,", &words.t("frame-settings"));
    window.unfold(&words.t("silent-linux"));
    window.reads("ss -tunap");
}

fn support(window: &Window<'_>, words: &Wording) {
    goes(window, "g t", &words.t("frame-today"));
    goes(window, "g ,", &words.t("frame-settings"));
    window.choose("button", &words.t("support-open"));
    window.is_at(&words.t("support-title"));
    window.sees("button", &words.t("support-copy"));
}

fn help(window: &Window<'_>, words: &Wording) {
    goes(window, "g t", &words.t("frame-today"));
    window.press("?");
    window.sees("dialog", &words.t("keys-title"));
}

fn palette(window: &Window<'_>, words: &Wording) {
    goes(window, "g t", &words.t("frame-today"));
    window.press("Control+k");
    window.sees("dialog", &words.t("keys-palette"));
}

/// Looks at every screen and leaves it again.
fn each(window: &Window<'_>, words: &Wording, look: impl Fn(&str)) {
    for Screen { name, open, leave } in SCREENS {
        // Wherever the last walk has ended: in a field or a list of choices, letters are no shortcuts.
        window.script("document.activeElement.blur()");
        open(window, words);
        look(name);
        leave.iter().for_each(|keys| window.press(keys));
    }
}

/// Chooses on the settings screen, as its user does: group and choice, by the keys of their words.
fn sets(window: &Window<'_>, words: &Wording, choices: &[(&str, &str)]) {
    goes(window, "g t", &words.t("frame-today"));
    goes(window, "g ,", &words.t("frame-settings"));
    for (group, choice) in choices {
        window.choose_in(&words.t(group), &words.t(choice));
    }
}

const LIGHT: (&str, &str) = ("settings-theme", "settings-theme-light");
const DARK: (&str, &str) = ("settings-theme", "settings-theme-dark");
const CONTRAST: (&str, &str) = ("settings-contrast", "settings-contrast-more");

fn passes_in(language: Language, look: &[(&str, &str)]) {
    let desk = Desk::new();
    let window = desk.open(&Start::in_language(language).with("--sample"));
    let words = Wording::of(language);
    window.is_ready();
    window.resize(1280, 800);
    sets(&window, &words, look);
    let look = |screen: &str| {
        window.passes_axe(screen);
        window.does_not_scroll_sideways(screen);
        window.stays_in_its_frame(screen);
        window.is_walked_by_tab(screen);
    };
    each(&window, &words, look);
    outcome(&window, &words);
    look("where a guide leads");
}

#[test]
fn every_screen_can_be_used_in_japanese_by_day() {
    passes_in(Language::Japanese, &[LIGHT]);
}

#[test]
fn every_screen_can_be_used_in_japanese_by_night() {
    passes_in(Language::Japanese, &[DARK]);
}

#[test]
fn every_screen_can_be_used_in_japanese_with_high_contrast() {
    passes_in(Language::Japanese, &[LIGHT, CONTRAST]);
}

#[test]
fn every_screen_can_be_used_in_english_by_day() {
    passes_in(Language::English, &[LIGHT]);
}

#[test]
fn every_screen_can_be_used_in_english_by_night_with_high_contrast() {
    passes_in(Language::English, &[DARK, CONTRAST]);
}

/// The smallest window, then text of twice the size in it, then that in a larger one.
fn fits(language: Language) {
    let desk = Desk::new();
    let window = desk.open(&Start::in_language(language).with("--sample"));
    let words = Wording::of(language);
    window.is_ready();
    window.resize(900, 600);
    each(&window, &words, |screen| window.does_not_scroll_sideways(screen));
    sets(&window, &words, &[]);
    window.choose_in(&words.t("settings-text"), &words.with("settings-percent", &[("percent", "200")]));
    let look = |screen: &str| {
        window.does_not_scroll_sideways(screen);
        window.passes_axe(screen);
        window.stays_in_its_frame(screen);
        window.is_walked_by_tab(screen);
    };
    each(&window, &words, look);
    outcome(&window, &words);
    look("where a guide leads");
    window.resize(1280, 800);
    each(&window, &words, |screen| window.does_not_scroll_sideways(screen));
}

#[test]
fn every_screen_fits_a_small_window_and_text_of_twice_the_size_in_japanese() {
    fits(Language::Japanese);
}

#[test]
fn every_screen_fits_a_small_window_and_text_of_twice_the_size_in_english() {
    fits(Language::English);
}

#[test]
fn the_first_run_can_be_used_in_both_languages_and_on_a_small_window() {
    for language in [Language::Japanese, Language::English] {
        let desk = Desk::new();
        let window = desk.open(&Start::in_language(language));
        window.is_ready();
        for (width, height) in [(1280, 800), (900, 600)] {
            window.resize(width, height);
            window.passes_axe("the first run");
            window.does_not_scroll_sideways("the first run");
            window.is_walked_by_tab("the first run");
        }
    }
}
