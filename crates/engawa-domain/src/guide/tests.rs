//! Walking a small guide: danger, two checks, an inquiry, and looking again.

mod dates;

use super::{
    Act, Answer, AnswerBox, AnswerFrom, Answers, At, Course, Group, Guide, GuideId, Kind, KnownAs, KnownFrom,
    LookAgain, NodeId, OptionId, Outcome, OutcomeId, Phrases, Question, QuestionId, QuestionOption, Record,
    RecordFact, RecordToMake, Urgency, compare, estimate, longest_from, walk,
};
use crate::facts::{ContractFacts, InquiryResult, Party, Place, Seen};
use crate::rules::{PlatformRules, Shape};
use crate::standing::samples::{Recorded, day, facts, rules, text, when};
use crate::standing::{Contact, up_to};
use proptest::prelude::*;
use std::sync::LazyLock;

fn question(id: &str, kind: Kind, known_from: &[(&str, RecordFact)], options: &[(&str, NodeId)]) -> Question {
    let known = known_from
        .iter()
        .map(|(option, fact)| KnownAs { option: OptionId((*option).to_owned()), fact: *fact });
    Question {
        id: QuestionId(id.to_owned()),
        kind,
        short: text(id),
        ask: text(id),
        why: text("why"),
        look: text("look"),
        figure: None,
        known_from: (!known_from.is_empty()).then(|| KnownFrom(known.collect())),
        options: options
            .iter()
            .map(|(id, to)| QuestionOption { id: OptionId((*id).to_owned()), text: text(id), to: to.clone() })
            .collect(),
        cites: Vec::new(),
    }
}

fn outcome(
    id: &str,
    act: Act,
    unless: Option<&str>,
    resume_at: Option<&str>,
    resume_when: Option<RecordFact>,
) -> Outcome {
    Outcome {
        id: OutcomeId(id.to_owned()),
        answer: AnswerBox { main: text(id), sub: text(id) },
        urgency: Urgency::Calm,
        act,
        unless_permitted: unless.map(|id| OutcomeId(id.to_owned())),
        steps: Vec::new(),
        drafts: Vec::new(),
        record: RecordToMake::RunOnly,
        look_again: LookAgain {
            business_days: 3,
            on: None,
            what: text("reply"),
            resume_at: resume_at.map(|id| QuestionId(id.to_owned())),
            resume_when,
        },
        ask_person: text("person"),
        unknown: Vec::new(),
        cites: Vec::new(),
    }
}

fn to_question(id: &str) -> NodeId {
    NodeId::Question(QuestionId(id.to_owned()))
}

fn to_outcome(id: &str) -> NodeId {
    NodeId::Outcome(OutcomeId(id.to_owned()))
}

fn guide() -> Guide {
    let missing = RecordFact::LinkMissingEverywhere { by: Party::Me };
    let client = RecordFact::LinkMissingOn { by: Party::Client, place: Place::Web };
    Guide {
        id: GuideId("sample".to_owned()),
        title: text("title"),
        summary: text("summary"),
        group: Group::Request,
        rank: 1,
        phrases: Phrases { ja: Vec::new(), en: Vec::new() },
        answer_first: AnswerBox { main: text("ask"), sub: text("check first") },
        skip_to: OutcomeId("inquire".to_owned()),
        start: QuestionId("danger".to_owned()),
        questions: vec![
            question(
                "danger",
                Kind::Danger,
                &[],
                &[("no", to_question("looked")), ("yes", to_outcome("stop"))],
            ),
            question(
                "looked",
                Kind::Check,
                &[("missing", missing)],
                &[("missing", to_question("client")), ("seen", to_outcome("apply"))],
            ),
            question(
                "client",
                Kind::Check,
                &[("none", client)],
                &[("none", to_outcome("inquire")), ("sees", to_outcome("ask_client"))],
            ),
            question(
                "verify",
                Kind::Verify,
                &[],
                &[("seen", to_outcome("exchange")), ("missing", to_outcome("again"))],
            ),
        ],
        outcomes: vec![
            outcome("stop", Act::StayInside, None, None, None),
            outcome("apply", Act::StayInside, None, None, None),
            outcome("ask_client", Act::StayInside, None, None, None),
            outcome("inquire", Act::StayInside, None, Some("verify"), Some(RecordFact::InquiryAnsweredAtAll)),
            outcome("exchange", Act::ContactOutside, Some("apply"), None, None),
            outcome("again", Act::StayInside, None, None, None),
        ],
        estimates: vec![],
        offered_in: vec![],
        offered_when: vec![],
    }
}

fn answers(given: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (question, option) in given {
        answers.give(Answer {
            question: QuestionId((*question).to_owned()),
            option: OptionId((*option).to_owned()),
            when: when("11-24"),
        });
    }
    answers
}

static RULES: LazyLock<PlatformRules> = LazyLock::new(|| rules(Shape::Approval));

/// The record on 27 November.
fn known(facts: &ContractFacts) -> Record<'_> {
    Record { facts: Some(facts), rules: &RULES, now: when("11-27") }
}

fn looked_in_vain() -> ContractFacts {
    facts().looked(Party::Me, Place::Web, Seen::Missing, "11-20").looked(
        Party::Me,
        Place::App,
        Seen::Missing,
        "11-21",
    )
}

#[test]
fn a_run_begins_with_the_danger_question() {
    let trail = walk(&guide(), &Answers::default(), None, Contact::No);
    assert_eq!(trail.at, At::Question(QuestionId("danger".to_owned())));
    assert_eq!(longest_from(&guide(), &to_question("danger")), 3);
}

#[test]
fn what_the_record_knows_is_filled_in_and_marked_with_its_day() {
    let trail = walk(&guide(), &answers(&[("danger", "no")]), Some(known(&looked_in_vain())), Contact::No);
    assert_eq!(trail.at, At::Question(QuestionId("client".to_owned())));
    let from: Vec<_> = trail
        .steps
        .iter()
        .map(|step| (step.answer.question.0.as_str(), step.from, step.answer.when))
        .collect();
    assert_eq!(
        from,
        [("danger", AnswerFrom::Me, when("11-24")), ("looked", AnswerFrom::Record, when("11-21"))]
    );
}

#[test]
fn the_users_answer_counts_before_the_records_unless_the_record_is_newer() {
    let given = answers(&[("danger", "no"), ("looked", "seen")]);
    let older = walk(&guide(), &given, Some(known(&looked_in_vain())), Contact::No);
    assert_eq!(older.at, At::Outcome(OutcomeId("apply".to_owned())));
    let newer = looked_in_vain().looked(Party::Me, Place::App, Seen::Missing, "11-25");
    assert_eq!(
        walk(&guide(), &given, Some(known(&newer)), Contact::No).at,
        At::Question(QuestionId("client".to_owned()))
    );
}

#[test]
fn changing_an_early_answer_keeps_the_later_ones_and_says_what_changed() {
    let first = answers(&[("danger", "no"), ("looked", "missing"), ("client", "none")]);
    let before = walk(&guide(), &first, None, Contact::No);
    assert_eq!(before.at, At::Outcome(OutcomeId("inquire".to_owned())));
    let mut changed = first.clone();
    changed.give(Answer {
        question: QuestionId("looked".to_owned()),
        option: OptionId("seen".to_owned()),
        when: when("11-25"),
    });
    let after = walk(&guide(), &changed, None, Contact::No);
    let change = compare(&before, &after).unwrap();
    assert_eq!(change.no_longer_asked, [QuestionId("client".to_owned())]);
    assert_eq!(
        (change.before.unwrap().0, change.after.unwrap().0),
        ("inquire".to_owned(), "apply".to_owned())
    );
    changed.give(first.given[1].clone());
    assert_eq!(walk(&guide(), &changed, None, Contact::No), before, "the answer about the client was kept");
}

#[test]
fn skipping_the_checks_leads_to_the_inquiry_and_answering_takes_them_up_again() {
    let mut skipping = answers(&[("danger", "no")]);
    skipping.course = Course::Skipped;
    assert_eq!(walk(&guide(), &skipping, None, Contact::No).at, At::Outcome(OutcomeId("inquire".to_owned())));
    skipping.give(Answer {
        question: QuestionId("looked".to_owned()),
        option: OptionId("missing".to_owned()),
        when: when("11-25"),
    });
    assert_eq!(
        walk(&guide(), &skipping, None, Contact::No).at,
        At::Question(QuestionId("client".to_owned()))
    );
}

#[test]
fn a_recorded_reply_takes_the_run_to_looking_again() {
    let waiting = looked_in_vain()
        .looked(Party::Client, Place::Web, Seen::Missing, "11-22")
        .inquired("writer@example.jp", "11-24");
    let given = answers(&[("danger", "no")]);
    assert_eq!(
        walk(&guide(), &given, Some(known(&waiting)), Contact::No).at,
        At::Outcome(OutcomeId("inquire".to_owned()))
    );
    let answered = waiting.answered(InquiryResult::CanApplyNow, "11-25");
    let trail = walk(&guide(), &given, Some(known(&answered)), Contact::No);
    assert_eq!(trail.at, At::Question(QuestionId("verify".to_owned())));
    assert_eq!(trail.passed, [OutcomeId("inquire".to_owned())]);
}

#[test]
fn a_run_tried_at_an_earlier_day_does_not_know_what_came_later() {
    let facts = looked_in_vain().looked(Party::Client, Place::Web, Seen::Missing, "11-24");
    let given = answers(&[("danger", "no")]);
    let at = |on: &str| walk(&guide(), &given, Some(known(&up_to(&facts, day(on)))), Contact::No).at;
    assert_eq!(at("2026-11-20"), At::Question(QuestionId("looked".to_owned())));
    assert_eq!(at("2026-11-23"), At::Question(QuestionId("client".to_owned())));
    assert_eq!(at("2026-11-24"), At::Outcome(OutcomeId("inquire".to_owned())));
}

#[test]
fn answering_the_question_after_an_outcome_goes_on_with_the_run() {
    let given =
        answers(&[("danger", "no"), ("looked", "missing"), ("client", "none"), ("verify", "missing")]);
    let trail = walk(&guide(), &given, None, Contact::No);
    assert_eq!(trail.at, At::Outcome(OutcomeId("again".to_owned())));
    assert_eq!(trail.passed, [OutcomeId("inquire".to_owned())]);
}

#[test]
fn an_outcome_that_says_talk_outside_is_shown_only_while_it_is_permitted() {
    let mut given =
        answers(&[("danger", "no"), ("looked", "missing"), ("client", "none"), ("verify", "seen")]);
    given.resumed.push(OutcomeId("inquire".to_owned()));
    let at = |contact| walk(&guide(), &given, None, contact).at;
    assert_eq!(at(Contact::Yes), At::Outcome(OutcomeId("exchange".to_owned())));
    assert_eq!(at(Contact::Ask), At::Outcome(OutcomeId("apply".to_owned())));
    assert_eq!(at(Contact::No), At::Outcome(OutcomeId("apply".to_owned())));
}

#[test]
fn an_answer_that_a_newer_guide_does_not_know_is_asked_again() {
    let trail = walk(&guide(), &answers(&[("danger", "perhaps")]), None, Contact::No);
    assert_eq!(trail.at, At::Question(QuestionId("danger".to_owned())));
}

#[test]
fn an_estimate_is_shown_when_the_answers_on_the_way_meet_it() {
    let mut guide = guide();
    let estimate_for = |question: &str, option: &str| super::Estimate {
        when: [(QuestionId(question.to_owned()), vec![OptionId(option.to_owned())])].into(),
        text: text(option),
        because: vec![],
        others: vec![],
        unknown: vec![],
        sources: vec![],
        confidence: crate::rules::Confidence::Medium,
    };
    guide.estimates = vec![estimate_for("client", "none"), estimate_for("looked", "missing")];
    let shown = |given: &[(&str, &str)]| {
        let trail = walk(&guide, &answers(given), None, Contact::No);
        estimate(&guide, &trail).map(|estimate| estimate.text.ja.clone())
    };
    assert_eq!(shown(&[("danger", "no")]), None);
    assert_eq!(shown(&[("danger", "no"), ("looked", "missing")]).as_deref(), Some("missing"));
    assert_eq!(
        shown(&[("danger", "no"), ("looked", "missing"), ("client", "none")]).as_deref(),
        Some("none")
    );
}

proptest! {
    #[test]
    fn no_run_ever_says_talk_outside_without_a_permission(
        given in proptest::collection::vec((0..4_usize, 0..2_usize), 0..8), resumed in any::<bool>(), skipped in any::<bool>()
    ) {
        let guide = guide();
        let mut answers = Answers::default();
        for (question, option) in given {
            let question = &guide.questions[question];
            answers.give(Answer { question: question.id.clone(), option: question.options[option].id.clone(), when: when("11-24") });
        }
        if resumed { answers.resumed.push(OutcomeId("inquire".to_owned())); }
        if skipped { answers.course = Course::Skipped; }
        for contact in [Contact::No, Contact::Ask] {
            let trail = walk(&guide, &answers, None, contact);
            if let At::Outcome(id) = trail.at {
                prop_assert_eq!(guide.outcome(&id).unwrap().act, Act::StayInside);
            }
        }
    }
}

fn some_answers() -> impl Strategy<Value = Answers> {
    proptest::collection::vec((0..4_usize, 0..2_usize), 0..8).prop_map(|given| {
        let guide = guide();
        let mut answers = Answers::default();
        for (question, option) in given {
            let question = &guide.questions[question];
            answers.give(Answer {
                question: question.id.clone(),
                option: question.options[option].id.clone(),
                when: when("11-24"),
            });
        }
        answers
    })
}

proptest! {
    #[test]
    fn changing_an_answer_and_changing_it_back_changes_nothing(answers in some_answers(), which in any::<prop::sample::Index>()) {
        prop_assume!(!answers.given.is_empty());
        let first = which.get(&answers.given).clone();
        let guide = guide();
        let other = guide.question(&first.question).unwrap().options.iter().find(|option| option.id != first.option).unwrap();
        let mut changed = answers.clone();
        changed.give(Answer { option: other.id.clone(), ..first.clone() });
        changed.give(first);
        prop_assert_eq!(walk(&guide, &changed, None, Contact::No), walk(&guide, &answers, None, Contact::No));
    }

    #[test]
    fn a_walk_and_itself_differ_in_nothing(answers in some_answers()) {
        let trail = walk(&guide(), &answers, None, Contact::No);
        prop_assert_eq!(compare(&trail, &trail), None);
    }

    #[test]
    fn every_step_of_a_trail_was_answered_and_no_question_is_asked_twice(answers in some_answers()) {
        let trail = walk(&guide(), &answers, Some(known(&looked_in_vain())), Contact::No);
        let mut asked: Vec<_> = trail.steps.iter().map(|step| &step.answer.question).collect();
        asked.sort();
        asked.dedup();
        prop_assert_eq!(asked.len(), trail.steps.len());
        for step in &trail.steps {
            let given = answers.given.contains(&step.answer);
            prop_assert!(given || step.from == AnswerFrom::Record);
        }
    }
}
