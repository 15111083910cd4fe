//! A run of a guide in words: conclusion first, what is answered and from where, then what is asked or what to do.

use engawa_book::views::{ChangeShown, OutcomeView, QuestionView, RunAt, RunView};
use engawa_domain::guide::{AnswerFrom, Estimate};
use engawa_domain::rules::Text;
use engawa_words::Words;

use super::draft;
use crate::page::Page;

/// The whole run.
pub fn whole(view: &RunView, words: Words) -> String {
    let mut page = Page::default();
    page.line(0, words.text(&view.guide.title));
    if let Some(contract) = &view.contract {
        page.line(0, &format!("{}  {}", contract.title, contract.client));
    }
    page.line(0, &words.get("cli-standing-on", &[("day", &words.day(view.day))]));
    page.gap();
    page.line(0, words.text(&view.answer.main));
    page.line(0, words.text(&view.answer.sub));
    if let Some(change) = &view.change {
        page.gap();
        changed(&mut page, change, words);
    }
    if !view.answers.is_empty() {
        page.heading(&words.get("guide-said", &[]));
        let rows = view.answers.iter().map(|answer| {
            let from = match answer.from {
                AnswerFrom::Me => "cli-guide-from-me",
                AnswerFrom::Record => "cli-guide-from-record",
                AnswerFrom::Rules => "cli-guide-from-rules",
            };
            vec![
                words.text(&answer.short).to_owned(),
                words.get(from, &[]),
                words.day(answer.when.day),
                words.text(&answer.text).to_owned(),
            ]
        });
        page.rows(1, &rows.collect::<Vec<_>>());
    }
    match &view.at {
        RunAt::Question(asked) => question(&mut page, asked, words),
        RunAt::Outcome(outcome) => self::outcome(&mut page, outcome, words),
    }
    if let Some(estimate) = &view.estimate {
        self::estimate(&mut page, estimate, words);
    }
    if !view.sources.is_empty() {
        page.heading(&words.get("guide-sources", &[]));
        for source in &view.sources {
            let checked = words.get("parts-checked", &[("day", &words.day(source.checked))]);
            page.line(1, &format!("{}  {checked}", words.text(&source.source.title)));
            page.line(2, &source.source.address);
        }
    }
    page.gap();
    page.line(0, &words.get("cli-guide-run", &[("run", &view.id.to_string())]));
    page.text()
}

/// What the change of an earlier answer changed.
fn changed(page: &mut Page, change: &ChangeShown, words: Words) {
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    let outcome = match (before.map(|text| words.text(text)), after.map(|text| words.text(text))) {
        (Some(before), Some(after)) if before == after => None,
        (Some(before), Some(after)) => {
            Some(("guide-changed-outcome", vec![("before", before), ("after", after)]))
        }
        (Some(before), None) => Some(("guide-changed-open", vec![("before", before)])),
        (None, Some(after)) => Some(("guide-changed-reached", vec![("after", after)])),
        (None, None) => None,
    };
    page.line(0, &words.get("guide-changed", &[]));
    if let Some((key, args)) = outcome {
        page.line(1, &words.get(key, &args));
    }
    let mut names = |key: &str, texts: &[Text]| {
        if !texts.is_empty() {
            let texts: Vec<String> = texts.iter().map(|text| words.text(text).to_owned()).collect();
            page.line(1, &words.get(key, &[("names", &words.list(&texts))]));
        }
    };
    names("guide-changed-newly", &change.newly_asked);
    names("guide-changed-no-longer", &change.no_longer_asked);
}

/// What is asked now, with numbered answers.
pub fn question(page: &mut Page, asked: &QuestionView, words: Words) {
    let (number, of) = (asked.number.to_string(), asked.of.to_string());
    page.heading(&words.get("cli-guide-question", &[("number", &number), ("of", &of)]));
    page.line(1, words.text(&asked.ask));
    page.line(2, words.text(&asked.why));
    page.line(2, words.text(&asked.look));
    let options = (1..).zip(&asked.options).map(|(number, option)| {
        let earlier = if asked.earlier.as_ref() == Some(&option.id) {
            words.get("cli-guide-earlier", &[])
        } else {
            String::new()
        };
        vec![format!("{number}."), option.id.0.clone(), words.text(&option.text).to_owned(), earlier]
    });
    page.rows(1, &options.collect::<Vec<_>>());
}

fn outcome(page: &mut Page, outcome: &OutcomeView, words: Words) {
    page.heading(&words.get("contract-next", &[]));
    for (at, step) in (1..).zip(&outcome.steps) {
        page.line(1, &format!("{at}. {}  {}", words.say(&step.by), words.text(&step.what)));
    }
    let look_again = words.get("cli-guide-look-again", &[("day", &words.day(outcome.look_again))]);
    page.line(1, &format!("{look_again}  {}", words.text(&outcome.look_again_what)));
    page.line(1, words.text(&outcome.ask_person));
    for view in &outcome.drafts {
        page.heading(words.text(&view.draft.name));
        if let Some(note) = &view.note {
            page.line(0, words.text(note));
        }
        draft::lines(page, 1, view, words);
    }
    unknown(page, &outcome.unknown, words);
}

fn estimate(page: &mut Page, estimate: &Estimate, words: Words) {
    page.heading(&words.get("guide-guess", &[]));
    page.line(1, words.text(&estimate.text));
    for text in &estimate.because {
        page.line(2, words.text(text));
    }
    if !estimate.others.is_empty() {
        page.line(1, &words.get("guide-others", &[]));
        for text in &estimate.others {
            page.line(2, words.text(text));
        }
    }
    unknown(page, &estimate.unknown, words);
}

/// What is not known is said as not known.
fn unknown(page: &mut Page, unknown: &[Text], words: Words) {
    if unknown.is_empty() {
        return;
    }
    page.heading(&words.get("guide-unknown", &[]));
    for text in unknown {
        page.line(1, words.text(text));
    }
}
