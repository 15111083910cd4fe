//! What the user says of the rules: a service of one's own, from its five questions to a contract's standing, and a corrected value,
//! from its preview to the way back. All of it by keys, in both languages.

use engawa_desk::{Desk, Language, Start, Window, containing};

use crate::wording::Wording;

const SERVICE: &str = "まちの仕事帳";
const CLIENT: &str = "見本商店";
const TITLE: &str = "名刺の文面";

/// A window with its words.
struct Own<'desk> {
    window: Window<'desk>,
    words: Wording,
}

impl<'desk> Own<'desk> {
    #[track_caller]
    fn opens(desk: &'desk Desk, language: Language, start: &Start) -> Self {
        let window = desk.open(start);
        window.is_ready();
        Self { window, words: Wording::of(language) }
    }

    fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    #[track_caller]
    fn opens_settings(&self) {
        self.window.press_each("g t");
        self.window.is_at(&self.t("frame-today"));
        self.window.press_each("g ,");
        self.window.is_at(&self.t("frame-settings"));
    }

    /// The standing of the contract on the screen, by the name of its region.
    #[track_caller]
    fn stands_at(&self, state: &str) {
        let state = self.t(state);
        self.window.sees("region", &self.words.with("contract-standing-of", &[("state", &state)]));
    }

    #[track_caller]
    fn can_be_used(&self, screen: &str) {
        self.window.passes_axe(screen);
        self.window.does_not_scroll_sideways(screen);
        self.window.is_walked_by_tab(screen);
    }

    #[track_caller]
    fn records_a_contract(&self) {
        self.window.press("n");
        self.window.is_at(&self.t("frame-record"));
        self.window.fill(&self.t("record-client-name"), CLIENT);
        self.window.fill(&self.t("record-title"), TITLE);
        self.window.choose("button", &self.t("record-save"));
        self.window.is_at(TITLE);
    }
}

/// From the form of the first account to a service that is not in the list, and back with it chosen and nothing lost.
fn adds_a_service(own: &Own<'_>) {
    let Own { window, .. } = own;
    window.choose("button", containing(&own.t("first-run-own")));
    window.is_at(&own.t("frame-settings"));
    window.fill(&own.t("settings-user-name"), "minato_writer");
    window.choose("link", &own.t("settings-service-missing"));
    window.is_at(&own.t("service-add"));

    // What permits by itself needs the page that says so.
    window.fill(&own.t("service-name"), SERVICE);
    window.choose_in(&own.t("service-contact"), &own.t("own-contact-after-contract"));
    window.choose_in(&own.t("service-deal"), &own.t("service-deal-forbidden"));
    own.can_be_used("the five questions");
    window.choose("button", &own.t("service-save"));
    window.is_warned();
    own.can_be_used("the five questions with a problem");
    window.fill(&own.t("service-source"), "利用規約 第8条");
    window.fill(&own.t("service-answer-days"), "３");
    window.press("Enter");

    window.is_at(&own.t("frame-settings"));
    window.field_holds(&own.t("settings-user-name"), "minato_writer");
    window.sees("button", &own.t("settings-platform"));
    let chosen =
        "return [...document.querySelectorAll('select')].map(list => list.selectedOptions[0]?.label).join()";
    assert!(window.script(chosen).as_str().is_some_and(|names| names.contains(SERVICE)), "it is chosen");
    window.fill(&own.t("settings-email"), "minato@example.jp");
    window.press("Enter");
    window.is_at(&own.t("frame-record"));
}

/// The answers stand on the page of the service; a service that is used stays.
fn reads_its_rules(own: &Own<'_>) {
    let Own { window, words } = own;
    own.opens_settings();
    window.reads(&own.t("settings-service-own"));
    window.choose("link", SERVICE);
    window.is_at(&words.with("rules-of", &[("name", SERVICE)]));
    window.reads(&own.t("own-contact-after-contract"));
    own.can_be_used("the rules of a service of one's own");
    window.choose("button", &own.t("service-remove"));
    window.is_warned();
}

/// The answer to the second question becomes another, and with it what is said of the contract.
fn changes_an_answer(own: &Own<'_>) {
    let Own { window, words } = own;
    window.choose("button", &own.t("service-amend-short"));
    window.is_at(&own.t("service-amend"));
    window.field_holds(&own.t("service-name"), SERVICE);
    window.choose_in(&own.t("service-contact"), &own.t("own-contact-forbidden"));
    window.choose("button", &own.t("service-amend-save"));
    window.is_at(&words.with("rules-of", &[("name", SERVICE)]));
    opens_the_contract(own, TITLE);
    own.stands_at("state-forbidden");
    window.press("Control+z");
    own.stands_at("state-approved");
}

fn opens_the_contract(own: &Own<'_>, title: &str) {
    let Own { window, .. } = own;
    window.press("/");
    window.press("Control+a");
    window.type_text(title);
    window.press("Enter");
    window.sees("rowheader", title);
    window.tab_to("grid", window.labels("grid").concat().as_str());
    window.press("Enter");
    window.is_at(title);
}

fn a_service_of_ones_own_answers_for_a_contract(language: Language) {
    let desk = Desk::new();
    let own = Own::opens(&desk, language, &Start::in_language(language));
    adds_a_service(&own);
    own.records_a_contract();
    own.stands_at("state-approved");
    own.window.reads(&own.t("parts-own-rule"));
    own.window.reads(&own.t("parts-never"));
    reads_its_rules(&own);
    changes_an_answer(&own);
}

#[test]
fn a_service_of_ones_own_answers_for_a_contract_in_japanese() {
    a_service_of_ones_own_answers_for_a_contract(Language::Japanese);
}

#[test]
fn a_service_of_ones_own_answers_for_a_contract_in_english() {
    a_service_of_ones_own_answers_for_a_contract(Language::English);
}

/// A contract of the sample book that is not permitted yet, on the service whose rule is corrected.
const OPEN: &str = "商品紹介文の作成（60本）";

fn a_corrected_value_changes_a_standing_and_is_taken_back(language: Language) {
    let desk = Desk::new();
    let own = Own::opens(&desk, language, &Start::in_language(language).with("--sample"));
    let Own { window, words } = &own;
    let name = words.pick("クラウドワークス", "CrowdWorks");
    opens_the_contract(&own, OPEN);
    own.stands_at("state-not-yet");

    own.opens_settings();
    window.choose("link", name);
    window.is_at(&words.with("rules-of", &[("name", name)]));
    // What is only read aloud is set off by a space.
    let value = own.t("rules-contact");
    let named = own.t("rules-correct-short") + " " + &words.with("rules-correct-named", &[("name", &value)]);
    window.choose("button", &named);
    window.sees("form", &words.with("rules-correct-of", &[("name", &value)]));
    window.pick(&own.t("rules-correct-value"), &own.t("rules-shape-free"));
    // The preview names the contract before anything is kept.
    window.sees("link", OPEN);
    own.can_be_used("a correction with its preview");
    window.choose("button", &own.t("rules-correct-save"));
    window.is_warned();
    window.fill(&own.t("service-source"), "よくある質問 770");
    window.press("Enter");
    window.sees_no("form", &words.with("rules-correct-of", &[("name", &value)]));
    window.sees("heading", &own.t("rules-corrections"));
    own.can_be_used("the rules of a service with a correction");

    opens_the_contract(&own, OPEN);
    own.stands_at("state-approved");
    window.reads(&own.t("parts-own-rule"));
    window.press("Control+z");
    own.stands_at("state-not-yet");

    own.opens_settings();
    window.choose("link", name);
    window.is_at(&words.with("rules-of", &[("name", name)]));
    window.sees_no("heading", &own.t("rules-corrections"));
}

#[test]
fn a_corrected_value_changes_a_standing_and_is_taken_back_in_japanese() {
    a_corrected_value_changes_a_standing_and_is_taken_back(Language::Japanese);
}

#[test]
fn a_corrected_value_changes_a_standing_and_is_taken_back_in_english() {
    a_corrected_value_changes_a_standing_and_is_taken_back(Language::English);
}

#[test]
fn where_nothing_changed_the_page_of_changes_says_so() {
    for language in [Language::Japanese, Language::English] {
        let desk = Desk::new();
        let own = Own::opens(&desk, language, &Start::in_language(language).with("--sample"));
        own.window.script("location.hash = '#/rules-changed'");
        own.window.is_at(&own.t("rules-changed"));
        own.window.reads(&own.t("rules-changed-none"));
        own.can_be_used("what changed in the rules");
    }
}
