//! The story for which the app was made: the link to apply is not there, the office is asked, the request is approved, and one may
//! talk outside. All of it by keys, in both languages; what was recorded is there the next day, and the command line, told the same
//! facts, gives the same answers.

use engawa_desk::{Desk, Language, Start, Window};
use serde_json::json;

use crate::{
    twin::{Twin, says_the_same},
    wording::Wording,
};

/// The days of the story. Monday the 23rd is a holiday, so two business days from Friday the 20th end on the 25th.
const FIRST_DAY: &str = "2026-11-19";
const NEXT_DAY: &str = "2026-11-20";
const DECIDED: &str = "2026-11-25";

/// The hour at which everything of a day is recorded.
const HOUR: &str = "10:00";

const USER: &str = "minato_writer";
const REGISTERED: &str = "minato@example.jp";
const CLIENT: &str = "見本商店";
const TITLE: &str = "商品紹介文の作成（60本）";
const ADDRESS: &str = "https://example.com/contracts/1042";
const REASON: &str = "画面を見ながら、商品の撮り方を相談したい";

/// The window on one day of the story.
struct Story<'desk> {
    window: Window<'desk>,
    words: Wording,
}

impl<'desk> Story<'desk> {
    #[track_caller]
    fn opens(desk: &'desk Desk, language: Language, day: &str) -> Self {
        let start = Start::in_language(language).at(&format!("{day}T{HOUR}:00+09:00"));
        let window = desk.open(&start);
        window.is_ready();
        Self { window, words: Wording::of(language) }
    }

    /// The name of a value, such as a stage or a kind of fact.
    #[track_caller]
    fn named(&self, family: &str, value: &str) -> String {
        self.words.t(&format!("{family}-{value}"))
    }

    /// The contract, found in the table.
    #[track_caller]
    fn opens_the_contract(&self) {
        self.window.press_each("g c");
        self.window.is_at(&self.words.t("frame-contracts"));
        self.window.sees("rowheader", TITLE);
        self.window.tab_to("grid", &self.words.t("frame-contracts"));
        self.window.press("Enter");
        self.window.is_at(TITLE);
    }

    /// The standing on the contract's screen, by the name of its region.
    #[track_caller]
    fn stands_at(&self, state: &str) {
        let state = self.words.t(state);
        self.window.sees("region", &self.words.with("contract-standing-of", &[("state", &state)]));
    }

    /// Opens the form of a fact from the contract's menu.
    #[track_caller]
    fn begins_to_record(&self, kind: &str) {
        self.window.choose("button", &self.words.t("contract-menu"));
        let what = self.named("record-kind", kind);
        let item = self.words.with("record-fact-of", &[("what", &what)]);
        self.window.arrow_to("ArrowDown", "menuitem", &item);
        self.window.press("Enter");
        self.window.sees("heading", &item);
    }

    /// Saves the form of a fact and waits until it is closed.
    #[track_caller]
    fn saves(&self, kind: &str) {
        let what = self.named("record-kind", kind);
        self.window.choose("button", &self.words.t("record-save"));
        self.window.sees_no("heading", &self.words.with("record-fact-of", &[("what", &what)]));
    }

    #[track_caller]
    fn chooses(&self, group: &str, choice: &str) {
        self.window.choose_in(&self.words.t(group), &self.words.t(choice));
    }

    #[track_caller]
    fn records_that_the_link_is_missing(&self, looker: &str, place: &str) {
        self.begins_to_record("sighting");
        self.chooses("record-looker", looker);
        self.chooses("record-place", place);
        self.chooses("record-seen", "record-seen-missing");
        self.saves("sighting");
    }
}

/// Step 1: the account of the first run, then the contract with its five fields. What the letter to the office needs is added below.
#[track_caller]
fn records_account_and_contract(story: &Story<'_>) {
    let Story { window, words } = story;
    window.choose("button", engawa_desk::containing(&words.t("first-run-own")));
    window.is_at(&words.t("frame-settings"));
    window.fill(&words.t("settings-user-name"), USER);
    window.fill(&words.t("settings-email"), REGISTERED);
    window.press("Enter");

    window.is_at(&words.t("frame-record"));
    window.fill(&words.t("record-client-name"), CLIENT);
    window.fill(&words.t("record-title"), TITLE);
    window.pick(&words.t("record-stage"), &words.t("stage-escrowed"));
    window.tick(&words.t("channel-chatwork"));
    window.unfold(&words.t("record-more"));
    window.fill(&words.t("record-url"), ADDRESS);
    window.fill(&words.t("record-reason"), REASON);
    window.choose("button", &words.t("record-save"));
    window.is_at(TITLE);
}

/// The same, told to the command line.
#[track_caller]
fn tells_account_and_contract(desk: &Desk, language: Language) -> Twin {
    let account =
        json!({"platform": "crowdworks", "user_name": USER, "registered_email": REGISTERED, "note": ""});
    let contract = json!({
        "client": {"client": "new", "name": CLIENT, "reading": "", "kind": "unknown"}, "title": TITLE, "format": "fixed",
        "stages": [{"stage": "escrowed", "day": FIRST_DAY}], "wishes": ["chatwork"], "wish_day": FIRST_DAY, "amount": "",
        "delivery_due": "", "url": ADDRESS, "number": "", "contact_reason": REASON, "note": "",
    });
    Twin::with_contract(desk, language, &account, &contract)
}

/// Who looked where, and saw no link.
const LOOKED: &[(&str, &str)] = &[("me", "web"), ("me", "app"), ("client", "web")];

fn the_link_is_missing_and_then_one_may_talk_outside(language: Language) {
    let desk = Desk::new();
    let story = Story::opens(&desk, language, FIRST_DAY);
    let Story { window, words } = &story;
    records_account_and_contract(&story);
    let twin = tells_account_and_contract(&desk, language);

    // Not yet, and why: the rule with the day on which it was checked. Dealing outside is another matter, and is said too.
    story.stands_at("state-not-yet");
    says_the_same(window, &twin.standing(FIRST_DAY));
    window.reads(&words.t("parts-never"));
    window.sees("button", &words.t("standing-button-look-for-link"));

    for (looker, place) in LOOKED {
        story.records_that_the_link_is_missing(&format!("party-{looker}"), &format!("place-{place}"));
        let looked =
            json!({"fact": "sighting", "looker": looker, "place": place, "seen": "missing", "note": ""});
        twin.fact(FIRST_DAY, HOUR, &looked);
    }
    story.stands_at("state-not-yet");
    says_the_same(window, &twin.standing(FIRST_DAY));
}

#[test]
fn from_a_missing_link_to_an_approval_in_japanese() {
    the_link_is_missing_and_then_one_may_talk_outside(Language::Japanese);
}

#[test]
fn from_a_missing_link_to_an_approval_in_english() {
    the_link_is_missing_and_then_one_may_talk_outside(Language::English);
}
