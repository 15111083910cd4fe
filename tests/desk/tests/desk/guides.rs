//! One journey for each group of guides: what is wrong is said in one's own words, the guide is found, its questions are answered by
//! keys, and it ends in what is to be done.

use engawa_desk::{Desk, Language, Start, Window, containing};

use crate::{guide_words::GuideWords, wording::Wording};

/// What somebody says, the guide it should lead to, the answers given on the way (question and option), and where that ends.
struct Journey {
    said: &'static str,
    guide: &'static str,
    way: &'static [(&'static str, &'static str)],
    end: &'static str,
}

#[track_caller]
fn is_taken(window: &Window<'_>, words: &Wording, language: Language, journey: &Journey) {
    let guide = GuideWords::of(journey.guide, language);
    window.script("document.activeElement.blur()");
    window.press_each("g t");
    window.is_at(&words.t("frame-today"));
    window.press_each("g g");
    window.is_at(&words.t("frame-guides"));
    window.tab_to("textbox", &words.t("guide-find"));
    window.type_text(journey.said);
    // The first of what is found, or else the words did not find it.
    window.choose("button", containing(&guide.title()));
    window.choose("button", &words.t("guide-start"));
    for (question, option) in journey.way {
        let asked = guide.question(question);
        window.sees("heading", &asked);
        window.choose_in(&asked, &guide.option(question, option));
        window.press("Enter");
        window.sees_no("heading", &asked);
    }
    window.sees("heading", &guide.outcome(journey.end));
    window.passes_axe(journey.guide);
}

fn are_taken(language: Language, journeys: &[Journey]) {
    let desk = Desk::new();
    let window = desk.open(&Start::in_language(language).with("--sample"));
    window.is_ready();
    let words = Wording::of(language);
    for journey in journeys {
        is_taken(&window, &words, language, journey);
    }
}

#[test]
fn a_guide_of_every_group_is_found_by_saying_it_and_leads_to_its_end_in_japanese() {
    are_taken(
        Language::Japanese,
        &[
            Journey {
                said: "審査がずっと終わらない",
                guide: "waiting-too-long",
                way: &[("danger", "none"), ("shown", "pending"), ("over", "over")],
                end: "ask-office",
            },
            Journey {
                said: "クライアントから返事がこない",
                guide: "client-silent",
                way: &[("danger", "none"), ("stage", "running"), ("nudged", "long"), ("reminded", "no")],
                end: "reminder",
            },
            Journey {
                said: "納品したのに検収してくれない",
                guide: "not-inspected",
                way: &[("danger", "none"), ("format", "fixed"), ("when", "due"), ("asked", "no_answer")],
                end: "ask-office",
            },
            Journey {
                said: "アカウントが止められた",
                guide: "account-restricted",
                way: &[("danger", "none"), ("whose", "me"), ("see", "yes")],
                end: "capture",
            },
        ],
    );
}

#[test]
fn danger_comes_first_in_a_guide_of_every_group_in_english() {
    are_taken(
        Language::English,
        &[
            Journey {
                said: "review takes forever",
                guide: "waiting-too-long",
                way: &[("danger", "exchanged")],
                end: "stop-contact",
            },
            Journey {
                said: "client does not answer",
                guide: "client-silent",
                way: &[("danger", "outside")],
                end: "stay-here",
            },
            Journey {
                said: "delivered but not inspected",
                guide: "not-inspected",
                way: &[("danger", "outside")],
                end: "decline-deal",
            },
            Journey {
                said: "my account is restricted",
                guide: "account-restricted",
                way: &[("danger", "second")],
                end: "no-second",
            },
        ],
    );
}
