//! Every path of a guide, taken under the rules of one service.

use engawa_domain::calendar::When;
use engawa_domain::guide::{Act, AnswerFrom, At, Guide, Question, Record, Trail, walk};
use engawa_domain::rules::{PlatformRules, Shape};
use engawa_domain::standing::Contact;

use super::defect::{Defect, DefectKind};
use super::graph::question_at;
use super::paths::{as_answers, paths};

/// Takes every path as a run under these rules does. What the rules say is answered by them alone, whatever the user
/// answered; nothing says "talk outside" where the rules can never permit it.
pub fn walk_by(guide: &Guide, rules: &PlatformRules) -> Vec<Defect> {
    let mut defects = Vec::new();
    let record = Record { facts: None, rules, now: When::on(rules.checked) };
    for path in paths(guide) {
        let answers = as_answers(&path.answers, &path.passed);
        for contact in can_be(rules) {
            let trail = walk(guide, &answers, Some(record), *contact);
            answered_by_the_rules(guide, &trail, &mut defects);
            if let At::Outcome(reached) = &trail.at
                && guide.outcome(reached).is_some_and(|outcome| outcome.act == Act::ContactOutside)
                && *contact != Contact::Yes
            {
                defects.push(Defect::new(reached, DefectKind::OutsideUnpermitted));
            }
        }
    }
    defects
}

/// What the standing of a contract can say under these rules.
fn can_be(rules: &PlatformRules) -> &'static [Contact] {
    match rules.contact.shape {
        Shape::Forbidden => &[Contact::No],
        Shape::NotKnown => &[Contact::No, Contact::Ask],
        Shape::Approval | Shape::GateAndApproval { .. } | Shape::Gate { .. } | Shape::Free => {
            &[Contact::No, Contact::Ask, Contact::Yes]
        }
    }
}

fn answered_by_the_rules(guide: &Guide, trail: &Trail, defects: &mut Vec<Defect>) {
    let known_to_the_rules = |question: &Question| {
        question.known_from.iter().flat_map(|known| &known.0).any(|known| known.fact.is_of_the_rules_alone())
    };
    for step in &trail.steps {
        let question = guide.question(&step.answer.question).filter(|question| known_to_the_rules(question));
        if let Some(question) = question
            && step.from != AnswerFrom::Rules
        {
            defects.push(Defect::new(question_at(question), DefectKind::RuleNotAnswered));
        }
    }
    if let At::Question(id) = &trail.at
        && let Some(question) = guide.question(id).filter(|question| known_to_the_rules(question))
    {
        defects.push(Defect::new(question_at(question), DefectKind::RuleNotAnswered));
    }
}
