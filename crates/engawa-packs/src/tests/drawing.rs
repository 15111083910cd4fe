//! Every guide as a drawing: nothing is left out, nothing hangs in the air, and every way lies on it.

use std::collections::BTreeSet;

use engawa_domain::calendar::{Day, When};
use engawa_domain::guide::{
    Act, Answer, Answers, At, Course, Drawing, DrawnAs, DrawnBy, DrawnEdge, Guide, NodeId, OutcomeId, Trail,
    walk,
};
use engawa_domain::standing::Contact;

use crate::{Packs, prove};

fn each(look: impl Fn(&Guide, &Drawing)) {
    let packs = Packs::embedded().unwrap();
    let mut guides = packs.all().flat_map(|pack| &pack.guides).peekable();
    assert!(guides.peek().is_some());
    guides.for_each(|guide| look(guide, &guide.drawing()));
}

fn outcome(id: &OutcomeId) -> NodeId {
    NodeId::Outcome(id.clone())
}

#[test]
fn all_questions_and_outcomes_are_drawn_once_and_every_answer_is_an_edge() {
    each(|guide, drawing| {
        let outcomes = drawing.nodes.iter().filter(|node| matches!(node.what, DrawnAs::Outcome { .. }));
        assert_eq!(outcomes.count(), guide.outcomes.len(), "{}", guide.id);
        assert_eq!(drawing.nodes.len(), guide.questions.len() + guide.outcomes.len(), "{}", guide.id);
        let keys: BTreeSet<_> = drawing.nodes.iter().map(|node| &node.id).collect();
        assert_eq!(keys.len(), drawing.nodes.len(), "{}", guide.id);
        let by = |one: fn(&DrawnBy) -> bool| drawing.edges.iter().filter(|edge| one(&edge.by)).count();
        let options: usize = guide.questions.iter().map(|question| question.options.len()).sum();
        let resumed = guide.outcomes.iter().filter(|outcome| outcome.look_again.resume_at.is_some()).count();
        assert_eq!(by(|by| matches!(by, DrawnBy::Answer { .. })), options, "{}", guide.id);
        assert_eq!(by(|by| matches!(by, DrawnBy::LookAgain { .. })), resumed, "{}", guide.id);
    });
}

#[test]
fn every_edge_leads_to_a_node_and_every_node_is_reached() {
    each(|guide, drawing| {
        let nodes: BTreeSet<_> = drawing.nodes.iter().map(|node| &node.id).collect();
        let skip_to = outcome(&drawing.skip_to);
        let mut reached = BTreeSet::from([&skip_to, &drawing.nodes[0].id]);
        for _ in 0..nodes.len() {
            let further = drawing.edges.iter().filter(|edge| reached.contains(&edge.from));
            reached.extend(further.map(|edge| &edge.to).collect::<Vec<_>>());
        }
        assert_eq!(reached, nodes, "{}", guide.id);
    });
}

#[test]
fn the_drawing_begins_with_danger_and_keeps_the_order_of_the_questions() {
    each(|guide, drawing| {
        assert_eq!(drawing.nodes[0].id, NodeId::Question(guide.start.clone()));
        let drawn: Vec<_> = drawing
            .nodes
            .iter()
            .filter(|node| !matches!(node.what, DrawnAs::Outcome { .. }))
            .map(|node| node.id.clone())
            .collect();
        let asked: Vec<_> = guide.questions.iter().map(|one| NodeId::Question(one.id.clone())).collect();
        assert_eq!(drawn, asked, "{}", guide.id);
    });
}

#[test]
fn only_an_outcome_that_tells_to_talk_outside_has_a_careful_one_in_its_place() {
    each(|guide, drawing| {
        for node in &drawing.nodes {
            let DrawnAs::Outcome { act, .. } = node.what else { continue };
            let mut edges = drawing.edges.iter();
            let has_careful = edges.any(|edge| edge.from == node.id && edge.by == DrawnBy::NotPermitted);
            assert_eq!(has_careful, act == Act::ContactOutside, "{}: {:?}", guide.id, node.id);
        }
    });
}

/// Every edge that the walk took begins where the one before it ended, and the last ends where the walk stands.
fn lies_on(drawing: &Drawing, trail: &Trail, begins: &NodeId) {
    let walked: Vec<&DrawnEdge> = drawing.walked(trail).iter().map(|at| &drawing.edges[*at]).collect();
    let mut stands = begins;
    for edge in &walked {
        assert_eq!(&edge.from, stands);
        stands = &edge.to;
    }
    let at = match &trail.at {
        At::Question(id) => NodeId::Question(id.clone()),
        At::Outcome(id) => outcome(id),
    };
    assert_eq!(stands, &at);
    let answers = walked.iter().filter(|edge| matches!(edge.by, DrawnBy::Answer { .. })).count();
    assert_eq!(answers, trail.steps.len(), "each answer on the way is marked, and no other");
}

#[test]
fn every_path_lies_on_the_drawing_without_a_gap_with_and_without_a_permission() {
    each(|guide, drawing| {
        let start = NodeId::Question(guide.start.clone());
        for path in prove::paths(guide) {
            for contact in [Contact::No, Contact::Ask, Contact::Yes] {
                let mut answers = Answers { resumed: path.passed.clone(), ..Answers::default() };
                for upto in 0..=path.answers.len() {
                    lies_on(drawing, &walk(guide, &answers, None, contact), &start);
                    if let Some((question, option)) = path.answers.get(upto).cloned() {
                        answers.give(Answer { question, option, when: When::on(Day::FIRST) });
                    }
                }
            }
        }
    });
}

#[test]
fn a_run_that_skipped_the_checks_begins_where_those_come_out() {
    each(|guide, drawing| {
        let skipped = Answers { course: Course::Skipped, ..Answers::default() };
        let begins = outcome(&guide.skip_to);
        lies_on(drawing, &walk(guide, &skipped, None, Contact::No), &begins);
        let resumed = Answers { resumed: vec![guide.skip_to.clone()], ..skipped };
        lies_on(drawing, &walk(guide, &resumed, None, Contact::No), &begins);
    });
}
