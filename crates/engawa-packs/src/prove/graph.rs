//! The graph of a guide: everything is reached, everything leads on, nothing comes back.

use std::collections::{BTreeMap, BTreeSet};

use engawa_domain::guide::{Guide, Kind, NodeId, Outcome, Question, QuestionId, longest_from};

use super::defect::{Defect, DefectKind};

/// Danger, four short checks and what they may branch into: more is no two minutes.
const MOST_QUESTIONS: usize = 8;

/// The defects that make a guide impossible to walk.
pub(super) fn defects(guide: &Guide) -> Vec<Defect> {
    let mut defects = twice(guide);
    if guide.question(&guide.start).is_none() {
        defects.push(Defect::new("start", DefectKind::StartsNowhere));
    }
    if guide.outcome(&guide.skip_to).is_none() {
        defects.push(Defect::new("skip_to", DefectKind::SkipsNowhere));
    }
    for question in &guide.questions {
        if question.options.len() < 2 {
            defects.push(Defect::new(question_at(question), DefectKind::DeadEnd));
        }
        for option in &question.options {
            if !exists(guide, &option.to) {
                defects.push(Defect::new(
                    format!("{}.options.{}", question_at(question), option.id),
                    DefectKind::LeadsNowhere,
                ));
            }
        }
    }
    for outcome in &guide.outcomes {
        if outcome.look_again.resume_at.as_ref().is_some_and(|id| guide.question(id).is_none()) {
            defects
                .push(Defect::new(format!("{}.look_again", outcome_at(outcome)), DefectKind::ResumesNowhere));
        }
    }
    defects.extend(cycles(guide));
    defects.extend(unreachable(guide));
    defects
}

/// The defects in the order of questions; only for a guide that can be walked.
pub(super) fn order(guide: &Guide) -> Vec<Defect> {
    let mut defects = Vec::new();
    let kind = |id: &QuestionId| guide.question(id).map(|question| question.kind);
    if kind(&guide.start) != Some(Kind::Danger) {
        defects.push(Defect::new("start", DefectKind::NoDangerFirst));
    }
    for question in &guide.questions {
        for option in &question.options {
            let NodeId::Question(next) = &option.to else {
                continue;
            };
            let at = || format!("{}.options.{}", question_at(question), option.id);
            match (question.kind, kind(next)) {
                (Kind::Check | Kind::Verify, Some(Kind::Danger)) => {
                    defects.push(Defect::new(at(), DefectKind::DangerLate));
                }
                (Kind::Danger | Kind::Check, Some(Kind::Verify)) => {
                    defects.push(Defect::new(at(), DefectKind::VerifyEarly));
                }
                (Kind::Danger, Some(Kind::Danger | Kind::Check) | None)
                | (Kind::Check, Some(Kind::Check) | None)
                | (Kind::Verify, Some(Kind::Check | Kind::Verify) | None) => {}
            }
        }
    }
    if longest_from(guide, &NodeId::Question(guide.start.clone())) > MOST_QUESTIONS {
        defects.push(Defect::new("start", DefectKind::TooLong));
    }
    defects
}

pub(super) fn question_at(question: &Question) -> String {
    format!("questions.{}", question.id)
}

pub(super) fn outcome_at(outcome: &Outcome) -> String {
    format!("outcomes.{}", outcome.id)
}

fn exists(guide: &Guide, node: &NodeId) -> bool {
    match node {
        NodeId::Question(id) => guide.question(id).is_some(),
        NodeId::Outcome(id) => guide.outcome(id).is_some(),
    }
}

fn twice(guide: &Guide) -> Vec<Defect> {
    let mut defects = Vec::new();
    let mut seen = BTreeSet::new();
    for question in &guide.questions {
        if !seen.insert(&question.id) {
            defects.push(Defect::new(question_at(question), DefectKind::QuestionTwice));
        }
        let mut options = BTreeSet::new();
        for option in &question.options {
            if !options.insert(&option.id) {
                defects.push(Defect::new(
                    format!("{}.options.{}", question_at(question), option.id),
                    DefectKind::OptionTwice,
                ));
            }
        }
    }
    let mut seen = BTreeSet::new();
    for outcome in &guide.outcomes {
        if !seen.insert(&outcome.id) {
            defects.push(Defect::new(outcome_at(outcome), DefectKind::OutcomeTwice));
        }
    }
    defects
}

/// Where a node leads: by its options, by going on after it, by the careful outcome beside it.
fn next(guide: &Guide, node: &NodeId) -> Vec<NodeId> {
    match node {
        NodeId::Question(id) => guide
            .question(id)
            .map(|question| question.options.iter().map(|option| option.to.clone()).collect())
            .unwrap_or_default(),
        NodeId::Outcome(id) => {
            let Some(outcome) = guide.outcome(id) else {
                return Vec::new();
            };
            let resume = outcome.look_again.resume_at.iter().cloned().map(NodeId::Question);
            let careful = outcome.unless_permitted.iter().cloned().map(NodeId::Outcome);
            resume.chain(careful).collect()
        }
    }
}

fn unreachable(guide: &Guide) -> Vec<Defect> {
    let mut reached = BTreeSet::new();
    let mut open = vec![NodeId::Question(guide.start.clone()), NodeId::Outcome(guide.skip_to.clone())];
    while let Some(node) = open.pop() {
        if exists(guide, &node) && reached.insert(node.clone()) {
            open.extend(next(guide, &node));
        }
    }
    let questions = guide
        .questions
        .iter()
        .filter(|question| !reached.contains(&NodeId::Question(question.id.clone())))
        .map(|question| Defect::new(question_at(question), DefectKind::QuestionUnreachable));
    let outcomes = guide
        .outcomes
        .iter()
        .filter(|outcome| !reached.contains(&NodeId::Outcome(outcome.id.clone())))
        .map(|outcome| Defect::new(outcome_at(outcome), DefectKind::OutcomeUnreachable));
    questions.chain(outcomes).collect()
}

/// How far a node has been looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    OnTheWay,
    Done,
}

fn cycles(guide: &Guide) -> Vec<Defect> {
    fn visit(guide: &Guide, node: &NodeId, marks: &mut BTreeMap<NodeId, Mark>, defects: &mut Vec<Defect>) {
        match marks.get(node) {
            Some(Mark::Done) => {}
            Some(Mark::OnTheWay) => {
                let (NodeId::Question(QuestionId(key))
                | NodeId::Outcome(engawa_domain::guide::OutcomeId(key))) = node;
                defects.push(Defect::new(key, DefectKind::Cycle));
            }
            None => {
                marks.insert(node.clone(), Mark::OnTheWay);
                for next in next(guide, node) {
                    visit(guide, &next, marks, defects);
                }
                marks.insert(node.clone(), Mark::Done);
            }
        }
    }
    let mut marks = BTreeMap::new();
    let mut defects = Vec::new();
    for question in &guide.questions {
        visit(guide, &NodeId::Question(question.id.clone()), &mut marks, &mut defects);
    }
    defects
}
