//! The story for which the app was made: the link to apply is not there, the office is asked, the request is approved, and one may
//! talk outside. All of it by keys, in both languages; what was recorded is there the next day, and the command line, told the same
//! facts, gives the same answers.

use engawa_desk::{Desk, Language, Start, Window, containing, until};
use serde_json::{Value, json};

use crate::{
    guide_words::GuideWords,
    twin::{Twin, says_the_same},
    wording::Wording,
};

/// The days of the story. Monday the 23rd is a holiday, so two business days from Friday the 20th end on the 25th.
const FIRST_DAY: &str = "2026-11-19";
const NEXT_DAY: &str = "2026-11-20";
const DECIDED: &str = "2026-11-25";

/// The hour at which everything of a day is recorded.
const HOUR: &str = "10:00";

/// The hour of what follows on the same day.
const LATER: &str = "10:01";

/// When the last day ends: the clock of a test begins anew with each run, and an approval of later than now would be doubted.
const EVENING: &str = "18:00";

const USER: &str = "minato_writer";
const REGISTERED: &str = "minato@example.jp";
const CLIENT: &str = "見本商店";
const TITLE: &str = "商品紹介文の作成（60本）";
const ADDRESS: &str = "https://crowdworks.jp/contracts/1042";
const REASON: &str = "画面を見ながら、商品の撮り方を相談したい";

/// What the office wrote, and what the screen showed, word for word.
const REPLY: &str = "一時的にご利用いただけない状態でした。現在はお申し込みいただけます。";
const SEEN: &str = "承認";

/// The window on one day of the story.
struct Story<'desk> {
    window: Window<'desk>,
    words: Wording,
    guide: GuideWords,
}

impl<'desk> Story<'desk> {
    #[track_caller]
    fn opens(desk: &'desk Desk, language: Language, day: &str, hour: &str) -> Self {
        let start = Start::in_language(language).at(&format!("{day}T{hour}:00+09:00"));
        let window = desk.open(&start);
        window.is_ready();
        Self { window, words: Wording::of(language), guide: GuideWords::link_missing(language) }
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
        self.window.choose("button", &self.words.t("contract-record"));
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

    /// Answers the question that the guide asks now.
    #[track_caller]
    fn answers(&self, question: &str, option: &str) {
        let asked = self.guide.question(question);
        self.window.sees("heading", &asked);
        self.window.choose_in(&asked, &self.guide.option(question, option));
        self.window.press("Enter");
        self.window.sees_no("heading", &asked);
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
    let Story { window, words, .. } = story;
    window.choose("button", containing(&words.t("first-run-own")));
    window.is_at(&words.t("frame-settings"));
    window.fill(&words.t("settings-user-name"), USER);
    window.fill(&words.t("settings-email"), REGISTERED);
    window.press("Enter");

    window.is_at(&words.t("frame-record"));
    window.fill(&words.t("record-client-name"), CLIENT);
    window.fill(&words.t("record-title"), TITLE);
    story.chooses("record-stage", "stage-escrowed");
    window.tick(&words.t("channel-chatwork"));
    window.unfold(containing(&words.t("record-fold-page")));
    window.fill(&words.t("record-url"), ADDRESS);
    window.unfold(containing(&words.t("record-fold-note")));
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

/// Step 1, second half: not yet, and why. Then the checks that the user makes before asking anybody.
#[track_caller]
fn looks_for_the_link(story: &Story<'_>, twin: &Twin) {
    let Story { window, words, .. } = story;
    story.stands_at("state-not-yet");
    says_the_same(window, &twin.standing(FIRST_DAY));
    // Dealing outside is another matter, and is said on every day of the story.
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

/// Steps 2 and 3: the guide asks only what the record does not know; the letter goes to the clipboard, and is recorded as sent.
#[track_caller]
fn asks_the_office(story: &Story<'_>, desk: &Desk, twin: &Twin) -> Value {
    let Story { window, words, guide } = story;
    window.choose("button", &words.t("standing-button-guide"));
    window.sees("heading", &guide.title());
    story.answers("danger", "none");
    story.answers("status", "none");
    window.sees("heading", &guide.outcome("inquire"));

    window.reads(&words.with("draft-check-sender", &[("address", REGISTERED)]));
    window.choose("button", &words.t("draft-copy"));
    let letter = twin.draft("inquiry-link-missing");
    until("the letter on the clipboard", || (desk.clipboard()? == letter).then_some(()));
    window.choose("button", &words.t("draft-record-sent"));
    window.sees("dialog", &words.t("draft-record-sent"));
    window.field_holds(&words.t("record-sender"), REGISTERED);
    window.choose("button", &words.t("record-save"));
    window.is_at(TITLE);
    let sent = json!({"fact": "inquiry", "entrance": "faq-button", "sender": REGISTERED, "body": letter});
    twin.fact(FIRST_DAY, HOUR, &sent)["id"].clone()
}

/// Step 4: today and the inquiries say what is waited for, and until when.
#[track_caller]
fn waits(story: &Story<'_>, twin: &Twin) {
    let Story { window, words, .. } = story;
    let standing = twin.standing(FIRST_DAY);
    says_the_same(window, &standing);
    // Two business days from Thursday the 19th, with a weekend and a holiday between, end on Tuesday the 24th.
    assert_eq!(standing["deadlines"][0]["day"], "2026-11-24");
    window.press_each("g t");
    window.is_at(&words.t("frame-today"));
    window.reads(standing["deadlines"][0]["arithmetic"].as_str().unwrap());
    window.press_each("g i");
    window.is_at(&words.t("frame-inquiries"));
    window.sees("heading", &words.with("inquiries-waiting", &[("count", "1")]));
}

/// Step 5: the reply is recorded where it was waited for, and the guide goes on from there.
#[track_caller]
fn hears_from_the_office(story: &Story<'_>, twin: &Twin, inquiry: &Value) {
    let Story { window, words, guide } = story;
    window.press_each("g i");
    window.is_at(&words.t("frame-inquiries"));
    window.choose("button", &words.t("inquiries-reply"));
    window.is_at(TITLE);
    window.pick(&words.t("record-result"), &words.t("result-can-apply-now"));
    window.fill(&words.t("record-text"), REPLY);
    story.saves("reply");
    twin.reply(inquiry, NEXT_DAY, HOUR, "can_apply_now", REPLY);
    says_the_same(window, &twin.standing(NEXT_DAY));

    window.press_each("g g");
    window.is_at(&words.t("frame-guides"));
    window.choose("link", &guide.title());
    window.sees("heading", &guide.title());
    story.answers("verify", "found");
    window.sees("heading", &guide.outcome("apply"));
    window.choose("button", &words.t("guide-record-request"));
    window.is_at(TITLE);
}

/// Step 6, first half: what was filed is recorded, and the last day of the review is told with its arithmetic.
#[track_caller]
fn applies(story: &Story<'_>, twin: &Twin) {
    let Story { window, words, .. } = story;
    story.chooses("record-by", "party-me");
    window.tick(&words.t("channel-chatwork"));
    window.fill(&words.t("record-reason"), REASON);
    story.saves("request");
    let request = json!({"fact": "request", "by": "me", "reason": REASON, "channels": ["chatwork"]});
    twin.fact(NEXT_DAY, LATER, &request);
    story.stands_at("state-pending");
    let standing = twin.standing(NEXT_DAY);
    assert_eq!(standing["deadlines"][0]["day"], DECIDED);
    says_the_same(window, &standing);
}

/// Step 6, second half: hearsay is not enough, words that were seen are.
#[track_caller]
fn sees_the_approval(story: &Story<'_>, twin: &Twin) {
    let Story { window, words, .. } = story;
    story.begins_to_record("status-heard");
    window.pick(&words.t("record-value"), &words.t("status-approved"));
    story.saves("status-heard");
    twin.fact(DECIDED, HOUR, &json!({"fact": "status_heard", "value": "approved", "note": ""}));
    story.stands_at("state-ask");
    says_the_same(window, &twin.standing(DECIDED));

    story.begins_to_record("status-seen");
    window.pick(&words.t("record-value"), &words.t("status-approved"));
    window.fill(&words.t("record-words"), SEEN);
    story.chooses("record-shown", "shown-web");
    story.saves("status-seen");
    let seen = json!({"fact": "status_seen", "value": "approved", "words": SEEN, "shown": "web", "note": ""});
    twin.fact(DECIDED, LATER, &seen);
    story.stands_at("state-approved");
    says_the_same(window, &twin.standing(DECIDED));
    window.reads(&words.t("parts-never"));
}

fn the_link_is_missing_and_then_one_may_talk_outside(language: Language) {
    let desk = Desk::new();
    let story = Story::opens(&desk, language, FIRST_DAY, HOUR);
    records_account_and_contract(&story);
    let twin = tells_account_and_contract(&desk, language);
    looks_for_the_link(&story, &twin);
    let inquiry = asks_the_office(&story, &desk, &twin);
    waits(&story, &twin);
    story.window.close();

    // Another day, another run of the app: everything is as it was.
    let story = Story::opens(&desk, language, NEXT_DAY, HOUR);
    story.opens_the_contract();
    says_the_same(&story.window, &twin.standing(NEXT_DAY));
    hears_from_the_office(&story, &twin, &inquiry);
    applies(&story, &twin);
    story.window.close();

    let story = Story::opens(&desk, language, DECIDED, HOUR);
    story.opens_the_contract();
    says_the_same(&story.window, &twin.standing(DECIDED));
    sees_the_approval(&story, &twin);
    story.window.close();

    let story = Story::opens(&desk, language, DECIDED, EVENING);
    story.opens_the_contract();
    story.stands_at("state-approved");
    says_the_same(&story.window, &twin.standing(DECIDED));
    story.window.close();

    // The book that the window kept and the one that the command line kept give one answer.
    let kept = Twin::of_window(&desk, language, TITLE);
    for day in [FIRST_DAY, NEXT_DAY, DECIDED] {
        assert_eq!(kept.standing(day), twin.standing(day), "at the end of {day}");
    }
    for draft in ["inquiry-link-missing", "holding", "request-reason", "exchange-contact"] {
        assert_eq!(kept.draft(draft), twin.draft(draft), "the draft {draft}");
    }
}

#[test]
fn from_a_missing_link_to_an_approval_in_japanese() {
    the_link_is_missing_and_then_one_may_talk_outside(Language::Japanese);
}

#[test]
fn from_a_missing_link_to_an_approval_in_english() {
    the_link_is_missing_and_then_one_may_talk_outside(Language::English);
}
