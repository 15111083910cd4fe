//! Walking a guide: which questions were answered on the way, and where the way stands.
//!
//! Answers are kept by question, not by position. Changing an early one may lead elsewhere, but what was answered
//! later is kept and counts again wherever the way comes past.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::graph::{
    Act, Estimate, Guide, NodeId, OptionId, Outcome, OutcomeId, Question, QuestionId, Urgency,
};
use super::record::{KnownAnswer, Record, holds_since, known_answers};
use crate::calendar::When;
use crate::standing::{Contact, StateName};

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Answer {
    /// The question.
    pub question: QuestionId,
    /// The option chosen.
    pub option: OptionId,
    /// When it was given, or since when the record says so.
    pub when: When,
}

/// Everything the user did in a run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Answers {
    /// The answers given, one for a question.
    pub given: Vec<Answer>,
    /// Whether the checks are asked or skipped.
    pub course: Course,
    /// The outcomes after which the user went on.
    pub resumed: Vec<OutcomeId>,
}

/// Whether the checks are asked or skipped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// Question by question.
    #[default]
    Asked,
    /// Straight to the outcome that the guide names for those who skip the checks.
    Skipped,
}

impl Answers {
    /// Gives or changes an answer; one that is changed leaves all others as they are. To answer is to stop skipping.
    pub fn give(&mut self, answer: Answer) {
        self.course = Course::Asked;
        self.given.retain(|given| given.question != answer.question);
        self.given.push(answer);
    }
}

/// Who gave an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AnswerFrom {
    /// The user, in this run.
    Me,
    /// The record.
    Record,
    /// The rules of the service, as they apply now: not for the user to change.
    Rules,
}

/// Where a run stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "at", content = "id", rename_all = "snake_case")]
pub enum At {
    /// At a question without an answer.
    Question(QuestionId),
    /// At an outcome.
    Outcome(OutcomeId),
}

/// The way through a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Trail {
    /// The answers on the way, in order.
    pub steps: Vec<TrailStep>,
    /// The outcomes passed on the way, after which the run went on.
    pub passed: Vec<OutcomeId>,
    /// Where it stands.
    pub at: At,
}

/// One answer on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TrailStep {
    /// The answer.
    pub answer: Answer,
    /// Who gave it.
    pub from: AnswerFrom,
}

/// What changed between two ways, for the user to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Change {
    /// Questions that are not asked any more; their answers are kept.
    pub no_longer_asked: Vec<QuestionId>,
    /// Questions that are asked now.
    pub newly_asked: Vec<QuestionId>,
    /// The outcome before, if there was one.
    pub before: Option<OutcomeId>,
    /// The outcome now, if there is one.
    pub after: Option<OutcomeId>,
}

/// Walks a guide with what the user answered, what the record knows and what the rules say.
///
/// The user's own answer counts before the record's, unless the record's fact is surely newer; what the rules say counts
/// before both. An outcome that tells the user to talk outside is replaced by its careful one unless `contact` is permitted.
pub fn walk(guide: &Guide, answers: &Answers, record: Option<Record<'_>>, contact: Contact) -> Trail {
    let known = record.map(|record| known_answers(guide, record)).unwrap_or_default();
    let mut trail = Trail { steps: Vec::new(), passed: Vec::new(), at: At::Question(guide.start.clone()) };
    let mut node = match answers.course {
        Course::Asked => NodeId::Question(guide.start.clone()),
        Course::Skipped => NodeId::Outcome(guide.skip_to.clone()),
    };
    // A proven guide has no cycle; the bound keeps the walk total on any other.
    for _ in 0..=guide.questions.len() + guide.outcomes.len() {
        match &node {
            NodeId::Question(id) => {
                trail.at = At::Question(id.clone());
                let Some(question) = guide.question(id) else {
                    return trail;
                };
                let Some((step, to)) = answered(question, answers, &known) else {
                    return trail;
                };
                trail.steps.push(step);
                node = to;
            }
            NodeId::Outcome(id) => {
                let Some(outcome) = guide.permitted(id, contact) else {
                    return trail;
                };
                trail.at = At::Outcome(outcome.id.clone());
                let Some(resume_at) = outcome.look_again.resume_at.clone() else {
                    return trail;
                };
                if !goes_on(outcome, &resume_at, answers, record) || trail.passed.contains(&outcome.id) {
                    return trail;
                }
                trail.passed.push(outcome.id.clone());
                node = NodeId::Question(resume_at);
            }
        }
    }
    trail
}

/// The answer to a question, and where it leads; an option that the guide no longer has is no answer.
fn answered(question: &Question, answers: &Answers, known: &[KnownAnswer]) -> Option<(TrailStep, NodeId)> {
    let to = |answer: &Answer| {
        let option = question.options.iter().find(|option| option.id == answer.option)?;
        Some(option.to.clone())
    };
    let mine = answers
        .given
        .iter()
        .find(|answer| answer.question == question.id)
        .filter(|answer| to(answer).is_some());
    let known = known
        .iter()
        .find(|known| known.answer.question == question.id)
        .filter(|known| to(&known.answer).is_some());
    let counts_first = |known: &KnownAnswer, mine: &Answer| match known.from {
        AnswerFrom::Rules => true,
        AnswerFrom::Record => known.answer.when.strictly_after(&mine.when),
        AnswerFrom::Me => false,
    };
    let (answer, from) = match (mine, known) {
        (Some(mine), Some(known)) if counts_first(known, mine) => (&known.answer, known.from),
        (Some(mine), _) => (mine, AnswerFrom::Me),
        (None, known) => known.map(|known| (&known.answer, known.from))?,
    };
    Some((TrailStep { answer: answer.clone(), from }, to(answer)?))
}

/// Whether the run goes on after this outcome: the user said so, answered the question it goes on with, or the record
/// shows what it waited for.
fn goes_on(outcome: &Outcome, resume_at: &QuestionId, answers: &Answers, record: Option<Record<'_>>) -> bool {
    let by_record =
        outcome.look_again.resume_when.zip(record).and_then(|(fact, record)| holds_since(fact, record));
    let by_answer = answers.given.iter().any(|answer| &answer.question == resume_at);
    answers.resumed.contains(&outcome.id) || by_answer || by_record.is_some()
}

impl Guide {
    /// How soon to act on its matter: as soon as the outcome says to which those come who skip the checks.
    pub fn urgency(&self) -> Urgency {
        self.outcome(&self.skip_to).map_or(Urgency::Calm, |outcome| outcome.urgency)
    }

    /// Whether it is offered on a contract in this state, with this record.
    pub fn is_offered(&self, state: StateName, record: Record<'_>) -> bool {
        self.offered_in.contains(&state)
            || self.offered_when.iter().any(|fact| holds_since(*fact, record).is_some())
    }

    /// The question with this key.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| &question.id == id)
    }

    /// The outcome with this key.
    pub fn outcome(&self, id: &OutcomeId) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| &outcome.id == id)
    }

    /// The outcome to show: the one asked for, or its careful one while contact is not permitted. Never one that tells
    /// the user to talk outside without a permission.
    fn permitted(&self, id: &OutcomeId, contact: Contact) -> Option<&Outcome> {
        let outcome = self.outcome(id)?;
        match (outcome.act, contact) {
            (Act::StayInside, _) | (Act::ContactOutside, Contact::Yes) => Some(outcome),
            (Act::ContactOutside, Contact::No | Contact::Ask) => self
                .outcome(outcome.unless_permitted.as_ref()?)
                .filter(|careful| careful.act == Act::StayInside),
        }
    }
}

/// What changed from one way to another; `None` if nothing a user would notice.
pub fn compare(before: &Trail, after: &Trail) -> Option<Change> {
    let asked = |trail: &Trail| -> Vec<QuestionId> {
        let mut asked: Vec<_> = trail.steps.iter().map(|step| step.answer.question.clone()).collect();
        if let At::Question(id) = &trail.at {
            asked.push(id.clone());
        }
        asked
    };
    let outcome = |trail: &Trail| match &trail.at {
        At::Outcome(id) => Some(id.clone()),
        At::Question(_) => None,
    };
    let (was, is) = (asked(before), asked(after));
    let change = Change {
        no_longer_asked: was.iter().filter(|id| !is.contains(id)).cloned().collect(),
        newly_asked: is.iter().filter(|id| !was.contains(id)).cloned().collect(),
        before: outcome(before),
        after: outcome(after),
    };
    let nothing =
        change.no_longer_asked.is_empty() && change.newly_asked.is_empty() && change.before == change.after;
    (!nothing).then_some(change)
}

/// What it looks like so far: the first estimate whose conditions the answers on the way meet.
pub fn estimate<'a>(guide: &'a Guide, trail: &Trail) -> Option<&'a Estimate> {
    guide.estimates.iter().find(|estimate| {
        estimate.when.iter().all(|(question, options)| {
            trail
                .steps
                .iter()
                .any(|step| &step.answer.question == question && options.contains(&step.answer.option))
        })
    })
}

/// How many questions the longest way from a node asks, itself included, up to the next outcome.
pub fn longest_from(guide: &Guide, node: &NodeId) -> usize {
    fn longest(guide: &Guide, node: &NodeId, left: usize) -> usize {
        match node {
            NodeId::Outcome(_) => 0,
            NodeId::Question(id) => match guide.question(id) {
                Some(question) if left > 0 => {
                    let ways = question.options.iter().map(|option| longest(guide, &option.to, left - 1));
                    1 + ways.max().unwrap_or(0)
                }
                Some(_) | None => 0,
            },
        }
    }
    longest(guide, node, guide.questions.len())
}
