//! A run of a guide as JSON.

use engawa_book::views::{ChangeShown, OutcomeView, QuestionView, RunAt, RunView};
use engawa_domain::calendar::Day;
use engawa_domain::guide::{AnswerFrom, Estimate, Kind, RecordToMake, Urgency, Who};
use engawa_domain::ids::{ContractId, RunId};
use engawa_domain::rules::{Confidence, Text};
use engawa_words::Words;
use serde::Serialize;

use super::SourceJson;
use super::draft::DraftJson;
use super::guide::{AnswerJson, OptionJson, options};

/// A run: what is answered, from where, and what is asked now or the outcome.
#[derive(Debug, Serialize)]
pub struct RunJson {
    run: RunId,
    guide: String,
    title: String,
    contract: Option<ContractId>,
    platform: String,
    /// The day for which it was computed; another than today when it is tried at another date.
    on: Day,
    /// The conclusion: provisional before the outcome, final with it.
    answer: AnswerJson,
    answers: Vec<AnsweredJson>,
    /// What is asked now.
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<AskedJson>,
    /// Where it came to.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<OutcomeJson>,
    /// What it looks like so far.
    estimate: Option<EstimateJson>,
    sources: Vec<SourceJson>,
    /// What the change of an earlier answer changed.
    change: Option<ChangeJson>,
}

#[derive(Debug, Serialize)]
struct ChangeJson {
    no_longer_asked: Vec<String>,
    newly_asked: Vec<String>,
    /// The conclusion before, where there was one.
    before: Option<String>,
    /// The conclusion now.
    after: Option<String>,
}

#[derive(Debug, Serialize)]
struct AnsweredJson {
    question: String,
    short: String,
    option: String,
    text: String,
    /// `me` or `record`.
    from: AnswerFrom,
    day: Day,
}

#[derive(Debug, Serialize)]
struct AskedJson {
    question: String,
    kind: Kind,
    ask: String,
    why: String,
    look: String,
    options: Vec<OptionJson>,
    /// An answer given before, kept while an earlier one was changed.
    earlier: Option<String>,
    number: u32,
    of: u32,
    seconds_left: u32,
}

#[derive(Debug, Serialize)]
struct OutcomeJson {
    outcome: String,
    urgency: Urgency,
    steps: Vec<StepJson>,
    drafts: Vec<DraftJson>,
    /// What to record afterwards.
    record: RecordToMake,
    look_again: Day,
    look_again_text: String,
    /// The question at which the run goes on then.
    resume_at: Option<String>,
    ask_person: String,
    unknown: Vec<String>,
}

#[derive(Debug, Serialize)]
struct StepJson {
    who: Who,
    text: String,
    by: String,
}

#[derive(Debug, Serialize)]
struct EstimateJson {
    text: String,
    because: Vec<String>,
    others: Vec<String>,
    unknown: Vec<String>,
    confidence: Confidence,
}

impl RunJson {
    /// The run in the words of a language.
    pub fn new(view: &RunView, words: Words) -> Self {
        let (question, outcome) = match &view.at {
            RunAt::Question(asked) => (Some(AskedJson::new(asked, words)), None),
            RunAt::Outcome(outcome) => (None, Some(OutcomeJson::new(outcome, words))),
        };
        let answers = view.answers.iter().map(|answer| AnsweredJson {
            question: answer.question.0.clone(),
            short: words.text(&answer.short).to_owned(),
            option: answer.option.0.clone(),
            text: words.text(&answer.text).to_owned(),
            from: answer.from,
            day: answer.when.day,
        });
        Self {
            run: view.id,
            guide: view.guide.id.0.clone(),
            title: words.text(&view.guide.title).to_owned(),
            contract: view.contract.as_ref().map(|contract| contract.id),
            platform: view.platform.id.0.clone(),
            on: view.day,
            answer: AnswerJson::new(&view.answer, words),
            answers: answers.collect(),
            question,
            outcome,
            estimate: view.estimate.as_ref().map(|estimate| EstimateJson::new(estimate, words)),
            sources: view.sources.iter().map(|source| SourceJson::new(source, words)).collect(),
            change: view.change.as_ref().map(|change| ChangeJson::new(change, words)),
        }
    }
}

impl ChangeJson {
    fn new(change: &ChangeShown, words: Words) -> Self {
        let conclusion = |text: &Option<Text>| text.as_ref().map(|text| words.text(text).to_owned());
        Self {
            no_longer_asked: texts(&change.no_longer_asked, words),
            newly_asked: texts(&change.newly_asked, words),
            before: conclusion(&change.before),
            after: conclusion(&change.after),
        }
    }
}

impl AskedJson {
    fn new(asked: &QuestionView, words: Words) -> Self {
        Self {
            question: asked.id.0.clone(),
            kind: asked.kind,
            ask: words.text(&asked.ask).to_owned(),
            why: words.text(&asked.why).to_owned(),
            look: words.text(&asked.look).to_owned(),
            options: options(&asked.options, words),
            earlier: asked.earlier.as_ref().map(|option| option.0.clone()),
            number: asked.number,
            of: asked.of,
            seconds_left: asked.seconds_left,
        }
    }
}

impl OutcomeJson {
    fn new(outcome: &OutcomeView, words: Words) -> Self {
        let steps = outcome.steps.iter().map(|step| StepJson {
            who: step.who,
            text: words.text(&step.what).to_owned(),
            by: words.say(&step.by),
        });
        Self {
            outcome: outcome.id.0.clone(),
            urgency: outcome.urgency,
            steps: steps.collect(),
            drafts: outcome.drafts.iter().map(|draft| DraftJson::new(draft, words)).collect(),
            record: outcome.record,
            look_again: outcome.look_again,
            look_again_text: words.text(&outcome.look_again_what).to_owned(),
            resume_at: outcome.resume_at.as_ref().map(|question| question.0.clone()),
            ask_person: words.text(&outcome.ask_person).to_owned(),
            unknown: texts(&outcome.unknown, words),
        }
    }
}

impl EstimateJson {
    fn new(estimate: &Estimate, words: Words) -> Self {
        Self {
            text: words.text(&estimate.text).to_owned(),
            because: texts(&estimate.because, words),
            others: texts(&estimate.others, words),
            unknown: texts(&estimate.unknown, words),
            confidence: estimate.confidence,
        }
    }
}

fn texts(texts: &[Text], words: Words) -> Vec<String> {
    texts.iter().map(|text| words.text(text).to_owned()).collect()
}
