//! A run of a guide: shown, tried at another date, or gone on with – from the command line, or question by question.

use std::io::{BufRead, IsTerminal, stdin, stdout};

use engawa_book::inputs::{Action, GuideAnswer, GuideStart};
use engawa_book::views::{RunAt, RunView};
use engawa_domain::guide::{Guide, OptionId, QuestionId, QuestionOption};
use engawa_domain::ids::RunId;
use engawa_domain::text::SearchKey;

use super::guide;
use super::run_page::{question, whole};
use crate::desk::{Desk, tell};
use crate::exit::Exit;
use crate::json::run::RunJson;
use crate::page::Page;
use crate::stop::{Stop, input};

/// How a run goes on.
#[derive(Debug)]
pub enum Course {
    /// With these answers, each `QUESTION=ANSWER`; with none, and a person at the terminal, question by question.
    Asked(Vec<String>),
    /// Straight to the outcome that the guide names for those who skip the checks.
    Skipped,
}

/// A run as it stands, or as it would have stood at the end of another day.
pub fn show(desk: &Desk, name: &str, on: Option<&str>) -> Result<Exit, Stop> {
    let run = desk.run(name)?.id;
    let view = match on {
        Some(typed) => desk.book.run_view_on(run, desk.day(typed)?)?,
        None => desk.book.run_view(run)?,
    };
    say(desk, &view)
}

/// Starts a guide for a contract, or goes on with its run; a run that is named itself is gone on with as it stands.
pub fn go(desk: &mut Desk, name: &str, contract: Option<&str>, course: Course) -> Result<Exit, Stop> {
    let packs = std::sync::Arc::clone(desk.book.packs());
    let (target, steps) = if let Some((pack, guide)) = guide::find(&packs, name) {
        let contract = contract.map(|name| desk.contract(name)).transpose()?;
        // The service of the contract may have this guide in its own words, or share that of all services.
        let (platform, guide) = match contract {
            Some(contract) => {
                let service = desk.book.contract_facts(contract)?.account.platform;
                let guide = packs.pack(&service).guide(&guide.id).map(AsRef::as_ref);
                (service, guide.ok_or_else(|| Stop::NoGuide(name.to_owned()))?)
            }
            None => (pack.rules.id.clone(), guide),
        };
        let start = GuideStart { guide: guide.id.clone(), platform, contract };
        (Target::Start(start), steps(guide, course)?)
    } else {
        let run = desk.run(name)?;
        let guide = packs.pack(&run.guide.platform).guide(&run.guide.id);
        let guide = guide.ok_or_else(|| Stop::NoGuide(name.to_owned()))?;
        (Target::Run(run.id), steps(guide.as_ref(), course)?)
    };
    // Every answer was looked up before the first is recorded: a slip in the last one leaves nothing half done.
    let run = match target {
        Target::Run(run) => run,
        Target::Start(start) => {
            let action = Action { id: desk.action(), input: start };
            desk.book.guide_start(action)?.value
        }
    };
    match steps {
        Steps::Skip => {
            let action = Action { id: desk.action(), input: run };
            desk.book.guide_skip(action)?;
        }
        Steps::Answers(answers) if answers.is_empty() && !desk.voice.json && someone_is_there() => {
            return converse(desk, run, &mut stdin().lock());
        }
        Steps::Answers(answers) => {
            for (question, option) in answers {
                give(desk, run, question, option)?;
            }
        }
    }
    say(desk, &desk.book.run_view(run)?)
}

enum Target {
    Start(GuideStart),
    Run(RunId),
}

enum Steps {
    Skip,
    Answers(Vec<(QuestionId, OptionId)>),
}

fn steps(guide: &Guide, course: Course) -> Result<Steps, Stop> {
    match course {
        Course::Skipped => Ok(Steps::Skip),
        Course::Asked(given) => {
            let answers = given.iter().map(|given| answer(guide, given));
            Ok(Steps::Answers(answers.collect::<Result<_, _>>()?))
        }
    }
}

/// `QUESTION=ANSWER`, where the answer is its key or its number.
fn answer(guide: &Guide, given: &str) -> Result<(QuestionId, OptionId), Stop> {
    let no_answer = || Stop::NoAnswer(given.to_owned());
    let (question, answer) = given.split_once('=').ok_or_else(no_answer)?;
    let question = guide.question(&QuestionId(question.trim().to_owned())).ok_or_else(no_answer)?;
    let chosen = chosen(&question.options, answer).ok_or_else(no_answer)?;
    Ok((question.id.clone(), chosen.id.clone()))
}

/// The option of this key or number; digits may be full-width.
fn chosen<'o>(options: &'o [QuestionOption], typed: &str) -> Option<&'o QuestionOption> {
    let key = SearchKey::of(typed);
    let numbered = key.as_str().parse::<usize>().ok().and_then(|number| options.get(number.checked_sub(1)?));
    numbered.or_else(|| options.iter().find(|option| option.id.0 == key.as_str()))
}

fn give(desk: &mut Desk, run: RunId, question: QuestionId, option: OptionId) -> Result<(), Stop> {
    let action = Action { id: desk.action(), input: GuideAnswer { run, question, option } };
    desk.book.guide_answer(action)?;
    Ok(())
}

fn someone_is_there() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

/// Asks question by question until there is an outcome. An empty line, or the end of what is typed, leaves the run where it is:
/// each answer was recorded when it was given.
fn converse(desk: &mut Desk, run: RunId, typed: &mut impl BufRead) -> Result<Exit, Stop> {
    let words = desk.voice.words;
    // Conclusion first: whoever stops after the first line knows what to do.
    tell(words.text(&desk.book.run_view(run)?.answer.main))?;
    loop {
        let view = desk.book.run_view(run)?;
        let RunAt::Question(asked) = &view.at else {
            return say(desk, &view);
        };
        let mut page = Page::default();
        question(&mut page, asked, words);
        tell(&page.text())?;
        let option = loop {
            tell(&words.get("cli-guide-ask", &[]))?;
            let mut line = String::new();
            if typed.read_line(&mut line).map_err(input)? == 0 || line.trim().is_empty() {
                tell(&words.get("cli-guide-left", &[("run", &run.to_string())]))?;
                return Ok(Exit::Done);
            }
            match chosen(&asked.options, line.trim()) {
                Some(option) => break option.id.clone(),
                None => tell(&words.get("cli-no-answer", &[("given", line.trim())]))?,
            }
        };
        give(desk, run, asked.id.clone(), option)?;
    }
}

fn say(desk: &Desk, view: &RunView) -> Result<Exit, Stop> {
    let words = desk.voice.words;
    desk.voice.say(&RunJson::new(view, words), &whole(view, words))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::sync::Arc;

    use engawa_book::views::BookKind;
    use engawa_book::{Clock, FixedClock};
    use engawa_domain::guide::GuideId;
    use engawa_domain::ids::PlatformId;
    use engawa_words::{Lang, Words};

    use super::*;
    use crate::desk::{Begin, Voice};

    fn desk(folder: &std::path::Path) -> Desk {
        let clock: Arc<dyn Clock> = Arc::new(FixedClock("2026-11-24T05:05:00Z".parse().unwrap()));
        let voice = Voice { words: Words::new(Lang::Ja), json: false };
        Desk::open(Some(folder.join("book")), None, Begin::Yes, BookKind::Own, clock, voice).unwrap()
    }

    fn started(desk: &mut Desk) -> RunId {
        let input = GuideStart {
            guide: GuideId("link-missing".to_owned()),
            platform: PlatformId("crowdworks".to_owned()),
            contract: None,
        };
        let action = Action { id: desk.action(), input };
        desk.book.guide_start(action).unwrap().value
    }

    fn answers(desk: &Desk, run: RunId) -> Vec<(String, String)> {
        let view = desk.book.run_view(run).unwrap();
        view.answers.into_iter().map(|answer| (answer.question.0, answer.option.0)).collect()
    }

    fn given(answers: &[(&str, &str)]) -> Vec<(String, String)> {
        answers.iter().map(|(question, option)| ((*question).to_owned(), (*option).to_owned())).collect()
    }

    #[test]
    fn what_is_typed_answers_one_question_after_the_other_and_an_empty_line_keeps_them() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = desk(folder.path());
        let run = started(&mut desk);
        // A number, a slip, a full-width number, a name, and no more.
        converse(&mut desk, run, &mut "1\nx\n２\nmissing\n\n5\n".as_bytes()).unwrap();
        let so_far = given(&[("danger", "none"), ("screen", "elsewhere"), ("open_thread", "missing")]);
        assert_eq!(answers(&desk, run), so_far);
        converse(&mut desk, run, &mut "".as_bytes()).unwrap();
        assert_eq!(answers(&desk, run), so_far, "the end of what is typed is no answer");
    }

    #[test]
    fn an_outcome_ends_the_conversation() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = desk(folder.path());
        let run = started(&mut desk);
        let mut typed = "3\n1\n".as_bytes();
        converse(&mut desk, run, &mut typed).unwrap();
        assert_eq!(answers(&desk, run), given(&[("danger", "deal_outside")]));
        assert_eq!(typed, b"1\n", "nothing more is read");
    }
}
