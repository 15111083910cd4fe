//! A guide as JSON.

use engawa_domain::guide::{AnswerBox, Guide, Kind, NodeId, Question, QuestionOption};
use engawa_words::Words;
use serde::Serialize;

/// A guide: its questions, and the outcomes to which they lead.
#[derive(Debug, Serialize)]
pub struct GuideJson {
    guide: String,
    platform: String,
    title: String,
    summary: String,
    /// The conclusion before any check.
    answer: AnswerJson,
    /// Its paths, each walked when the program was built.
    paths: u32,
    start: String,
    questions: Vec<QuestionJson>,
    outcomes: Vec<OutcomeJson>,
}

/// A conclusion in two sentences.
#[derive(Debug, Serialize)]
pub struct AnswerJson {
    main: String,
    sub: String,
}

#[derive(Debug, Serialize)]
struct QuestionJson {
    question: String,
    kind: Kind,
    ask: String,
    why: String,
    look: String,
    options: Vec<OptionJson>,
}

/// One of the answers to a question.
#[derive(Debug, Serialize)]
pub struct OptionJson {
    /// Its key, as `--answer` takes it.
    pub option: String,
    /// The answer.
    pub text: String,
    /// Where it leads: `question` or `outcome` with a key.
    pub to: NodeId,
}

#[derive(Debug, Serialize)]
struct OutcomeJson {
    outcome: String,
    answer: AnswerJson,
}

impl AnswerJson {
    /// The conclusion in the words of a language.
    pub fn new(answer: &AnswerBox, words: Words) -> Self {
        Self { main: words.text(&answer.main).to_owned(), sub: words.text(&answer.sub).to_owned() }
    }
}

impl GuideJson {
    /// The guide in the words of a language.
    pub fn new(guide: &Guide, platform: &str, paths: u32, words: Words) -> Self {
        let question = |question: &Question| QuestionJson {
            question: question.id.0.clone(),
            kind: question.kind,
            ask: words.text(&question.ask).to_owned(),
            why: words.text(&question.why).to_owned(),
            look: words.text(&question.look).to_owned(),
            options: options(&question.options, words),
        };
        let outcomes = guide.outcomes.iter().map(|outcome| OutcomeJson {
            outcome: outcome.id.0.clone(),
            answer: AnswerJson::new(&outcome.answer, words),
        });
        Self {
            guide: guide.id.0.clone(),
            platform: platform.to_owned(),
            title: words.text(&guide.title).to_owned(),
            summary: words.text(&guide.summary).to_owned(),
            answer: AnswerJson::new(&guide.answer_first, words),
            paths,
            start: guide.start.0.clone(),
            questions: guide.questions.iter().map(question).collect(),
            outcomes: outcomes.collect(),
        }
    }
}

/// The answers of a question in the words of a language.
pub fn options(options: &[QuestionOption], words: Words) -> Vec<OptionJson> {
    let option = |option: &QuestionOption| OptionJson {
        option: option.id.0.clone(),
        text: words.text(&option.text).to_owned(),
        to: option.to.clone(),
    };
    options.iter().map(option).collect()
}
