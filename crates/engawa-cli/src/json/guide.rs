//! A guide as JSON.

use engawa_domain::guide::{AnswerBox, Guide, Kind, NodeId, Question, QuestionOption, filled};
use engawa_domain::rules::{PlatformRules, Text};
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

/// How the texts of a guide read: for a service, in a language.
#[derive(Debug, Clone, Copy)]
pub struct Reads<'a> {
    /// The rules that fill what the guide leaves to the service.
    pub rules: &'a PlatformRules,
    /// The language.
    pub words: Words,
}

impl Reads<'_> {
    /// A text of the guide.
    pub fn text(self, text: &Text) -> String {
        self.words.text(&filled(text, self.rules)).to_owned()
    }

    fn answer(self, answer: &AnswerBox) -> AnswerJson {
        AnswerJson { main: self.text(&answer.main), sub: self.text(&answer.sub) }
    }
}

impl GuideJson {
    /// The guide as it reads for a service, in the words of a language.
    pub fn new(guide: &Guide, paths: u32, reads: Reads<'_>) -> Self {
        let words = reads.words;
        let question = |question: &Question| QuestionJson {
            question: question.id.0.clone(),
            kind: question.kind,
            ask: reads.text(&question.ask),
            why: reads.text(&question.why),
            look: reads.text(&question.look),
            options: options(&question.options, words),
        };
        let outcomes = guide.outcomes.iter().map(|outcome| OutcomeJson {
            outcome: outcome.id.0.clone(),
            answer: reads.answer(&outcome.answer),
        });
        Self {
            guide: guide.id.0.clone(),
            platform: reads.rules.id.0.clone(),
            title: words.text(&guide.title).to_owned(),
            summary: words.text(&guide.summary).to_owned(),
            answer: reads.answer(&guide.answer_first),
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
