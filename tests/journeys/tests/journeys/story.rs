//! The first real case: the link is missing, the office is asked, the request is approved. Told once, and gone through twice:
//! through the book, as the window does, and through the command line. Business days are those of the official calendar of 2026:
//! Monday the 23rd of November is a holiday, the 28th and 29th are a weekend.

use serde_json::{Value, json};

use super::cli::{Cli, account, contract, fact, inquiry, looked, request, status, text};
use super::told::{Answer, InBook, Told};

/// A way to do what the story tells. Both take the same input, in the form in which a script writes it.
pub trait Way {
    /// It is this time now, in 2026 in Japan.
    fn at(&mut self, now: &str);
    /// Records an account, a contract, a fact, a reply or evidence; the identifier.
    fn record(&mut self, what: &str, input: &Value) -> Value;
    /// A file to be kept.
    fn file(&self, name: &str, content: &[u8]) -> String;
    /// Starts the guide, or goes on with it, and gives answers.
    fn guide(&mut self, contract: &str, answers: &[(&str, &str)]) -> String;
    /// Everything that is said about the contract now; with a run, its drafts and where the guide stands too.
    fn answer(&mut self, contract: &str, run: Option<&str>) -> Answer;
}

/// The chapters of product.md, each with what is said at its end.
fn tell(way: &mut impl Way) -> Vec<(&'static str, Answer)> {
    let mut chapters = Vec::new();

    way.at("11-24 14:05");
    let id = way.record("account", &account());
    let id = text(&way.record("contract", &contract(&id)));
    chapters.push(("recorded", way.answer(&id, None)));

    way.record("fact", &fact(&id, "11/20", looked("me", "web", "missing")));
    way.record("fact", &fact(&id, "11/21", looked("me", "app", "missing")));
    way.record("fact", &fact(&id, "11/22", status("blank", "")));
    way.record("fact", &fact(&id, "11/23", looked("client", "web", "missing")));
    let run = way.guide(&id, &[("danger", "none")]);
    chapters.push(("looked in vain", way.answer(&id, Some(&run))));

    way.at("11-24 18:42");
    let first = way.record("fact", &fact(&id, "", inquiry("other@example.jp")));
    chapters.push(("asked from another address", way.answer(&id, Some(&run))));

    way.at("11-25 08:30");
    way.record("reply", &reply(&first, "no_help"));
    way.at("11-25 09:00");
    let second = way.record("fact", &fact(&id, "", inquiry("me@example.jp")));
    way.at("11-25 10:05");
    way.record("reply", &reply(&second, "can_apply_now"));
    chapters.push(("answered", way.answer(&id, Some(&run))));

    way.at("11-25 10:20");
    way.record("fact", &fact(&id, "", looked("me", "web", "visible")));
    chapters.push(("the link is there", way.answer(&id, Some(&run))));

    way.at("11-25 10:40");
    way.record("fact", &fact(&id, "", request()));
    chapters.push(("applied", way.answer(&id, None)));

    way.at("11-26 16:20");
    way.record("fact", &fact(&id, "", json!({ "fact": "status_heard", "value": "approved", "note": "" })));
    chapters.push(("told by the client", way.answer(&id, None)));

    way.at("11-27 09:15");
    let seen = way.record("fact", &fact(&id, "", status("approved", "承認")));
    let file = way.file("承認.png", b"\x89PNG\r\n\x1a\nthe screen");
    way.record("evidence", &json!({ "contract": id, "fact": seen, "path": file, "origin": "picked" }));
    chapters.push(("approved", way.answer(&id, Some(&run))));

    way.at("12-24 10:00");
    chapters.push(("a month later", way.answer(&id, None)));
    chapters
}

fn reply(inquiry: &Value, result: &str) -> Value {
    let when = json!({ "day": "", "time": "" });
    json!({ "inquiry": inquiry["id"], "when": when, "result": result, "text": "お調べしました。" })
}

/// State and contact at the end of each chapter, as product.md tells them, and where the guide stands.
const STATES: [(&str, &str, &str, &str); 9] = [
    ("recorded", "not_yet", "no", ""),
    ("looked in vain", "not_yet", "no", "inquire"),
    ("asked from another address", "not_yet", "no", "waiting"),
    ("answered", "not_yet", "no", "verify"),
    ("the link is there", "not_yet", "no", "apply"),
    ("applied", "pending", "no", ""),
    ("told by the client", "ask", "ask", ""),
    ("approved", "approved", "yes", "exchange"),
    ("a month later", "approved", "yes", ""),
];

fn told_twice(lang: &'static str) -> Vec<(&'static str, Answer)> {
    let mut cli = Cli::in_language(lang, "11-24 14:05");
    let by_command = tell(&mut cli);
    let by_book = tell(&mut InBook::in_language(lang));
    for ((chapter, one), (_, other)) in by_command.iter().zip(&by_book) {
        assert_eq!(one, other, "{chapter}: the command line and the book say the same");
    }
    let states = by_command.iter().map(|(chapter, answer)| {
        (*chapter, answer.state.as_str(), answer.contact.as_str(), answer.guide_at.as_deref().unwrap_or(""))
    });
    assert_eq!(states.collect::<Vec<_>>(), STATES);
    for (chapter, answer) in &by_command {
        assert_eq!(answer.deal_outside, "forbidden", "{chapter}: dealing outside stays forbidden");
    }
    by_command
}

fn chapter<'a>(chapters: &'a [(&'static str, Answer)], name: &str) -> &'a Answer {
    &chapters.iter().find(|(chapter, _)| *chapter == name).unwrap().1
}

#[test]
fn the_same_facts_give_the_same_standing_next_step_and_drafts_in_japanese() {
    let chapters = told_twice("ja");
    let words: Vec<&str> = chapters.iter().map(|(_, answer)| answer.word.as_str()).collect();
    // The words of product.md, section 2.
    let not_yet = "まだできません";
    assert_eq!(words[..6], [not_yet, not_yet, not_yet, not_yet, not_yet, "申請中"]);
    assert_eq!(words[6..], ["確認が必要です", "連絡できます", "連絡できます"]);

    let Told { text: draft, checks } = &chapter(&chapters, "looked in vain").drafts["inquiry-link-missing"];
    for line in [
        "登録メールアドレス：me@example.jp",
        "依頼名：商品紹介文の作成（60本）",
        "URL：https://example.jp/contracts/1234567",
        "見た場所：Web（11/20(金)）、アプリ（11/21(土)）",
    ] {
        assert!(draft.lines().any(|written| written == line), "{line} is missing in: {draft}");
    }
    assert!(
        checks
            .contains(&("look".to_owned(), "差出人は、登録メールアドレス me@example.jp にします".to_owned())),
        "the mistake of the real case is looked for: {checks:?}"
    );
    let review = ("2026-11-27".to_owned(), "申請 11/25(水) + 2営業日".to_owned());
    assert!(chapter(&chapters, "applied").deadlines.contains(&review));
}

#[test]
fn the_same_facts_give_the_same_standing_next_step_and_drafts_in_english() {
    let chapters = told_twice("en");
    let words: Vec<&str> = chapters.iter().map(|(_, answer)| answer.word.as_str()).collect();
    assert_eq!(words[..6], ["Not yet", "Not yet", "Not yet", "Not yet", "Not yet", "Under review"]);
    assert_eq!(words[6..], ["Needs checking", "You may", "You may"]);
    let drafts = &chapter(&chapters, "looked in vain").drafts;
    assert!(drafts["inquiry-link-missing"].text.contains("Registered e-mail address: me@example.jp"));
}
