//! Every path of a guide, taken with the engine itself.

use std::collections::{BTreeMap, BTreeSet};

use engawa_domain::calendar::{Day, When};
use engawa_domain::guide::{
    Act, Answer, Answers, At, Course, Guide, NodeId, OptionId, OutcomeId, QuestionId, Trail, estimate, walk,
};
use engawa_domain::standing::Contact;

use super::defect::{Defect, DefectKind};

/// All answers of a path are of one day: none is newer than another.
const EVEN: When = When::on(Day::FIRST);

/// One path: the answers on it, the outcomes after which it went on, and the outcome it stops at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// Question and option, in order.
    pub answers: Vec<(QuestionId, OptionId)>,
    /// The outcomes passed.
    pub passed: Vec<OutcomeId>,
    /// Where it stops.
    pub stop: Stop,
}

/// The outcome at which a path stops, for good or until the user goes on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stop(pub OutcomeId);

/// Every path from the start to an outcome, an outcome after which the run may go on counting as a stop of its own.
/// Empty for a guide that cannot be walked.
pub fn paths(guide: &Guide) -> Vec<Path> {
    fn from(guide: &Guide, node: &NodeId, so_far: &Path, left: usize, all: &mut Vec<Path>) {
        let Some(left) = left.checked_sub(1) else { return };
        match node {
            NodeId::Question(id) => {
                for option in guide.question(id).into_iter().flat_map(|question| &question.options) {
                    let mut path = so_far.clone();
                    path.answers.push((id.clone(), option.id.clone()));
                    from(guide, &option.to, &path, left, all);
                }
            }
            NodeId::Outcome(id) => {
                let mut path = so_far.clone();
                path.stop = Stop(id.clone());
                all.push(path.clone());
                if let Some(resume_at) =
                    guide.outcome(id).and_then(|outcome| outcome.look_again.resume_at.clone())
                {
                    path.passed.push(id.clone());
                    from(guide, &NodeId::Question(resume_at), &path, left, all);
                }
            }
        }
    }
    let start = Path { answers: Vec::new(), passed: Vec::new(), stop: Stop(guide.skip_to.clone()) };
    let mut all = Vec::new();
    from(guide, &NodeId::Question(guide.start.clone()), &start, bound(guide), &mut all);
    all
}

/// How many paths a guide has, counted without taking them: cheap enough for every start of the app.
pub fn count_paths(guide: &Guide) -> u32 {
    fn from(guide: &Guide, node: &NodeId, left: usize, counted: &mut BTreeMap<NodeId, u32>) -> u32 {
        if let Some(count) = counted.get(node) {
            return *count;
        }
        let Some(left) = left.checked_sub(1) else { return 0 };
        let count = match node {
            NodeId::Question(id) => {
                let options = guide.question(id).into_iter().flat_map(|question| &question.options);
                options.map(|option| from(guide, &option.to, left, counted)).fold(0, u32::saturating_add)
            }
            NodeId::Outcome(id) => {
                let resume_at = guide.outcome(id).and_then(|outcome| outcome.look_again.resume_at.clone());
                let further = resume_at.map_or(0, |id| from(guide, &NodeId::Question(id), left, counted));
                further.saturating_add(1)
            }
        };
        counted.insert(node.clone(), count);
        count
    }
    from(guide, &NodeId::Question(guide.start.clone()), bound(guide), &mut BTreeMap::new())
}

/// No path of a guide without a cycle is longer.
fn bound(guide: &Guide) -> usize {
    guide.questions.len() + guide.outcomes.len() + 1
}

/// Takes every path with the engine, under every answer of the standing: it comes out where the path leads, never
/// outside without a permission, and there is an estimate on the way.
pub fn walk_all(guide: &Guide) -> Vec<Defect> {
    let mut defects = Vec::new();
    let mut shown = BTreeSet::new();
    let skipping = Answers { course: Course::Skipped, ..Answers::default() };
    for contact in [Contact::No, Contact::Ask, Contact::Yes] {
        comes_out(guide, &walk(guide, &skipping, None, contact), &guide.skip_to, contact, &mut defects);
    }
    for path in paths(guide) {
        for contact in [Contact::No, Contact::Ask, Contact::Yes] {
            let trail = walk(guide, &as_answers(&path.answers, &path.passed), None, contact);
            comes_out(guide, &trail, &path.stop.0, contact, &mut defects);
        }
        for upto in 1..=path.answers.len() {
            let trail = walk(guide, &as_answers(&path.answers[..upto], &path.passed), None, Contact::No);
            match estimate(guide, &trail) {
                None => defects.push(Defect::new(&path.stop.0, DefectKind::NoEstimate)),
                Some(estimate) => {
                    shown.extend(guide.estimates.iter().position(|known| std::ptr::eq(known, estimate)));
                }
            }
        }
    }
    for nth in (0..guide.estimates.len()).filter(|nth| !shown.contains(nth)) {
        defects.push(Defect::new(format!("estimates[{nth}]"), DefectKind::EstimateNeverShown));
    }
    defects
}

fn comes_out(guide: &Guide, trail: &Trail, stop: &OutcomeId, contact: Contact, defects: &mut Vec<Defect>) {
    let asked_for = guide.outcome(stop);
    let expected = match (asked_for.map(|outcome| outcome.act), contact) {
        (Some(Act::ContactOutside), Contact::No | Contact::Ask) => {
            asked_for.and_then(|outcome| outcome.unless_permitted.clone())
        }
        (_, Contact::No | Contact::Ask | Contact::Yes) => Some(stop.clone()),
    };
    let At::Outcome(reached) = &trail.at else {
        defects.push(Defect::new(stop, DefectKind::ComesOutElsewhere));
        return;
    };
    if expected.as_ref() != Some(reached) {
        defects.push(Defect::new(stop, DefectKind::ComesOutElsewhere));
    }
    let outside = guide.outcome(reached).is_some_and(|outcome| outcome.act == Act::ContactOutside);
    if outside && contact != Contact::Yes {
        defects.push(Defect::new(reached, DefectKind::OutsideUnpermitted));
    }
}

pub(super) fn as_answers(path: &[(QuestionId, OptionId)], passed: &[OutcomeId]) -> Answers {
    let mut answers = Answers { resumed: passed.to_vec(), ..Answers::default() };
    for (question, option) in path {
        answers.give(Answer { question: question.clone(), option: option.clone(), when: EVEN });
    }
    answers
}
