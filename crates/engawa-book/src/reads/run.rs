//! A run of a guide: the answers so far, where it stands, what it looks like.

use std::collections::BTreeSet;

use engawa_domain::calendar::{Day, When};
use engawa_domain::draft::DraftTemplate;
use engawa_domain::guide::{
    Answer, AnswerBox, AnswerFrom, Answers, At, Change, Estimate, Guide, NodeId, Outcome, OutcomeId,
    Question, Record, Slot, Step, StepDeadline, Trail, TrailStep, Who, compare, estimate, filled,
    longest_from, walk,
};
use engawa_domain::ids::RunId;
use engawa_domain::rules::{Cite, PlatformRules, SourceId, Text};
use engawa_domain::say::{Say, SayValue};
use engawa_domain::standing::Contact;
use engawa_packs::Pack;

use super::draft::{DraftFrom, draft_view};
use super::shared::{contract_brief, guide_brief, platform_brief};
use crate::views::{
    AnswerSoFar, ChangeShown, DraftView, OutcomeView, QuestionView, RunAt, RunBrief, RunView, SourceShown,
    StepView,
};

/// About how long a question takes, in seconds: the guide promises five within two minutes and a half.
const SECONDS_PER_QUESTION: u32 = 30;

/// What a run is shown with.
#[derive(Debug, Clone, Copy)]
pub struct RunFrom<'a> {
    /// Its identifier.
    pub id: RunId,
    /// The guide.
    pub guide: &'a Guide,
    /// What was answered.
    pub answers: &'a Answers,
    /// When it was started.
    pub started: When,
    /// The pack of its platform.
    pub pack: &'a Pack,
    /// The drafts of its platform.
    pub drafts: &'a [&'a DraftTemplate],
    /// The record it is about, with what a draft needs; `None` for a run about no contract.
    pub about: Option<DraftFrom<'a>>,
    /// Today in the platform's zone, or the day at whose end the run is looked at.
    pub today: Day,
    /// From which day the dates of an outcome are counted.
    pub counted: CountedFrom,
}

/// From which day the dates of an outcome are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedFrom {
    /// The day of the user's last answer, so that they do not move away from day to day.
    LastAnswer,
    /// The day at whose end the run is looked at: as if it had been done then.
    Today,
}

impl<'a> RunFrom<'a> {
    /// The rules of its platform.
    pub fn rules(&self) -> &'a PlatformRules {
        &self.pack.rules
    }

    /// A text of the guide as it reads for the platform on that day.
    fn said(&self, text: &Text) -> Text {
        filled(text, &self.rules().on(self.today))
    }

    fn all_said(&self, texts: &[Text]) -> Vec<Text> {
        texts.iter().map(|text| self.said(text)).collect()
    }

    fn answer(&self, answer: &AnswerBox) -> AnswerBox {
        AnswerBox { main: self.said(&answer.main), sub: self.said(&answer.sub) }
    }

    fn estimate(&self, estimate: &Estimate) -> Estimate {
        Estimate {
            text: self.said(&estimate.text),
            because: self.all_said(&estimate.because),
            others: self.all_said(&estimate.others),
            unknown: self.all_said(&estimate.unknown),
            ..estimate.clone()
        }
    }

    /// The way the run has taken.
    pub fn trail(&self) -> Trail {
        self.trail_with(self.answers)
    }

    fn trail_with(&self, answers: &Answers) -> Trail {
        let contact = self.about.map_or(Contact::No, |about| about.contact);
        walk(self.guide, answers, Some(self.record()), contact)
    }

    /// The rules and the record as the guide reads them, by the day at which the run is looked at.
    fn record(&self) -> Record<'_> {
        let now = When::on(self.today);
        Record { facts: self.about.map(|about| about.facts), rules: self.rules(), now }
    }

    /// What another answer changed: the way before it against the way now.
    pub fn change_since(&self, before: &Answers) -> Option<Change> {
        compare(&self.trail_with(before), &self.trail())
    }
}

/// The run in one line.
pub fn run_brief(from: RunFrom<'_>) -> RunBrief {
    RunBrief {
        id: from.id,
        guide: guide_brief(from.guide, from.pack),
        contract: from.about.map(|about| contract_brief(about.facts, from.rules())),
        answered: count(from.trail().steps.len()),
        started: from.started,
    }
}

/// The whole run. `change` is what the last change of an earlier answer changed.
pub fn run_view(from: RunFrom<'_>, change: Option<Change>) -> RunView {
    let trail = from.trail();
    let (at, answer, cites) = match &trail.at {
        At::Outcome(id) => match from.guide.outcome(id) {
            Some(outcome) => (
                RunAt::Outcome(Box::new(outcome_view(outcome, &trail, from))),
                from.answer(&outcome.answer),
                cites(outcome, from),
            ),
            None => unfinished(&trail, from),
        },
        At::Question(_) => unfinished(&trail, from),
    };
    let estimate = estimate(from.guide, &trail).map(|estimate| from.estimate(estimate));
    let said_by_estimate = estimate.iter().flat_map(|estimate| estimate.sources.iter().cloned());
    let sources = sources(cites, said_by_estimate, from.rules());
    RunView {
        id: from.id,
        guide: guide_brief(from.guide, from.pack),
        contract: from.about.map(|about| contract_brief(about.facts, from.rules())),
        platform: platform_brief(from.rules()),
        answer,
        answers: answers(&trail, from),
        at,
        estimate,
        sources,
        change: change.map(|change| change_shown(&change, from)),
        day: from.today,
    }
}

/// A run at a question: the conclusion is the provisional one.
fn unfinished(trail: &Trail, from: RunFrom<'_>) -> (RunAt, AnswerBox, Vec<Cite>) {
    let asked = match &trail.at {
        At::Question(id) => from.guide.question(id),
        At::Outcome(_) => None,
    };
    // A proven guide has its start and every question that is led to; another is shown from its first question.
    let asked = asked.or_else(|| from.guide.questions.first());
    let view = asked.map(|question| question_view(question, trail, from));
    let cites = asked.map(|question| question.cites.clone()).unwrap_or_default();
    let at =
        view.map_or_else(|| RunAt::Outcome(Box::new(nowhere(from))), |view| RunAt::Question(Box::new(view)));
    (at, from.answer(&from.guide.answer_first), cites)
}

/// A guide without questions: nothing to do, and its conclusion is said all the same.
fn nowhere(from: RunFrom<'_>) -> OutcomeView {
    OutcomeView {
        id: from.guide.skip_to.clone(),
        urgency: engawa_domain::guide::Urgency::Calm,
        steps: Vec::new(),
        drafts: Vec::new(),
        record: engawa_domain::guide::RecordToMake::RunOnly,
        look_again: from.today,
        look_again_what: from.said(&from.guide.answer_first.sub),
        resume_at: None,
        ask_person: from.rules().support.name.clone(),
        unknown: Vec::new(),
    }
}

fn answers(trail: &Trail, from: RunFrom<'_>) -> Vec<AnswerSoFar> {
    let numbered = (1..).zip(&trail.steps);
    numbered.filter_map(|(number, step)| answer_so_far(number, step, trail, from)).collect()
}

fn answer_so_far(number: u32, step: &TrailStep, trail: &Trail, from: RunFrom<'_>) -> Option<AnswerSoFar> {
    let Answer { question, option, when } = &step.answer;
    let asked = from.guide.question(question)?;
    let chosen = asked.options.iter().find(|known| known.id == *option)?;
    Some(AnswerSoFar {
        question: question.clone(),
        short: asked.short.clone(),
        option: option.clone(),
        text: chosen.text.clone(),
        from: step.from,
        when: *when,
        asked: QuestionView { earlier: Some(option.clone()), number, ..question_view(asked, trail, from) },
    })
}

fn change_shown(change: &Change, from: RunFrom<'_>) -> ChangeShown {
    let short = |id| from.guide.question(id).map(|question| question.short.clone());
    let conclusion = |id: &Option<OutcomeId>| Some(from.said(&from.guide.outcome(id.as_ref()?)?.answer.main));
    ChangeShown {
        no_longer_asked: change.no_longer_asked.iter().filter_map(short).collect(),
        newly_asked: change.newly_asked.iter().filter_map(short).collect(),
        before: conclusion(&change.before),
        after: conclusion(&change.after),
    }
}

/// A question at the end of this trail.
fn question_view(question: &Question, trail: &Trail, from: RunFrom<'_>) -> QuestionView {
    let left = match &trail.at {
        At::Question(id) => count(longest_from(from.guide, &NodeId::Question(id.clone()))),
        At::Outcome(_) => 0,
    };
    let answered = count(trail.steps.len());
    let places = match (question.figure, &from.rules().request) {
        (Some(_), Some(request)) => request.places.clone(),
        _ => Vec::new(),
    };
    let earlier = from
        .answers
        .given
        .iter()
        .find(|given| given.question == question.id)
        .map(|given| given.option.clone());
    QuestionView {
        id: question.id.clone(),
        kind: question.kind,
        short: question.short.clone(),
        ask: from.said(&question.ask),
        why: from.said(&question.why),
        look: from.said(&question.look),
        // A guide for every service draws the places where a service names them.
        figure: question.figure.filter(|_| !places.is_empty()),
        places,
        options: question.options.clone(),
        earlier,
        number: answered + 1,
        of: answered + left,
        seconds_left: left * SECONDS_PER_QUESTION,
    }
}

fn outcome_view(outcome: &Outcome, trail: &Trail, from: RunFrom<'_>) -> OutcomeView {
    let reached = match from.counted {
        CountedFrom::LastAnswer => reached(trail).unwrap_or(from.today),
        CountedFrom::Today => from.today,
    };
    let look_again = outcome.look_again.day(reached, from.rules(), Some(from.record()));
    OutcomeView {
        id: outcome.id.clone(),
        urgency: outcome.urgency,
        steps: outcome.steps.iter().map(|step| step_view(step, reached, look_again, from)).collect(),
        drafts: drafts(outcome, from),
        record: outcome.record,
        look_again,
        look_again_what: from.said(&outcome.look_again.what),
        resume_at: outcome.look_again.resume_at.clone(),
        ask_person: from.said(&outcome.ask_person),
        unknown: from.all_said(&outcome.unknown),
    }
}

/// The day on which the outcome was reached: that of the user's last answer.
fn reached(trail: &Trail) -> Option<Day> {
    let mine = trail.steps.iter().filter(|step| step.from == AnswerFrom::Me);
    mine.map(|step| step.answer.when.day).max()
}

fn step_view(step: &Step, reached: Day, look_again: Day, from: RunFrom<'_>) -> StepView {
    let rules = from.rules();
    let by: SayValue = match step.by {
        StepDeadline::Today => reached.into(),
        StepDeadline::BusinessDays(days) => rules.business_calendar().add(reached, days).due.into(),
        StepDeadline::AfterReply => Say::new("view-by-after-reply").into(),
        StepDeadline::NotPublished => Say::new("view-by-not-published").into(),
        StepDeadline::AnyTime => Say::new("view-by-any-time").into(),
        StepDeadline::LookAgain => look_again.into(),
    };
    let who = match step.who {
        Who::Me => SayValue::Name("party-me".to_owned()),
        Who::Client => SayValue::Name("party-client".to_owned()),
        Who::Office => SayValue::from(&rules.support.name),
    };
    StepView {
        who: step.who,
        what: from.said(&step.what),
        by: Say::new("view-step-by").with("who", who).with("by", by),
    }
}

fn drafts(outcome: &Outcome, from: RunFrom<'_>) -> Vec<DraftView> {
    let Some(about) = from.about else {
        return Vec::new();
    };
    outcome
        .drafts
        .iter()
        .filter_map(|used| {
            let template = from.drafts.iter().find(|template| template.id == used.draft)?;
            Some(draft_view(template, about, Some(from.said(&used.when))))
        })
        .collect()
}

/// The pages an outcome rests on: those it names, and where it quotes a rule of the service, the page of that rule.
fn cites(outcome: &Outcome, from: RunFrom<'_>) -> Vec<Cite> {
    let rules = from.rules().on(from.today);
    let quoted = [(Slot::Rule, &rules.contact.cite), (Slot::Deal, &rules.deal_outside.cite)];
    let leans_on =
        |slot: Slot| [&outcome.answer.main, &outcome.answer.sub].iter().any(|text| slot.stands_in(text));
    let quoted = quoted.into_iter().filter(|(slot, _)| leans_on(*slot)).map(|(_, cite)| cite.clone());
    quoted.chain(outcome.cites.iter().cloned()).collect()
}

fn sources(
    cites: Vec<Cite>,
    more: impl Iterator<Item = SourceId>,
    rules: &PlatformRules,
) -> Vec<SourceShown> {
    let with_dates = cites.into_iter().map(|cite| (cite.source, cite.checked));
    let mut seen = BTreeSet::new();
    with_dates
        .chain(more.map(|id| (id, rules.checked)))
        .filter(|(id, _)| seen.insert(id.clone()))
        .filter_map(|(id, checked)| {
            Some(SourceShown { source: rules.sources.get(&id)?.clone(), id, checked })
        })
        .collect()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
