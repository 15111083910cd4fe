//! The whole of a guide as a drawing: its questions and outcomes, and everything that leads from one to another.
//!
//! Nothing is placed here. Where a node stands on the screen, or in which notation it is printed, is for those who draw.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::graph::{
    Act, Guide, Kind, NodeId, OptionId, Outcome, OutcomeId, Question, QuestionId, QuestionOption, Urgency,
    Who,
};
use super::record::RecordFact;
use super::slots::filled;
use super::walk::{At, Trail};
use crate::rules::{PlatformRules, Text};
use crate::say::Say;

/// A guide as a graph. Every edge leads to a node of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename = "GuideGraph")]
pub struct Drawing {
    /// Questions in the order of a usual run, each followed by the outcomes that it is the first to lead to.
    pub nodes: Vec<DrawnNode>,
    /// What leads from where to where, in the order of the nodes and of the answers of each.
    pub edges: Vec<DrawnEdge>,
    /// Where those come out who skip the checks.
    pub skip_to: OutcomeId,
}

/// A question or an outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DrawnNode {
    /// Its key.
    pub id: NodeId,
    /// The question, or the conclusion.
    pub text: Text,
    /// What it is.
    pub what: DrawnAs,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "node", rename_all = "snake_case")]
pub enum DrawnAs {
    /// A question that the user answers.
    Question {
        /// What it is for.
        kind: Kind,
    },
    /// A question that the record may answer by itself.
    Lookup {
        /// What it is for.
        kind: Kind,
    },
    /// An outcome.
    Outcome {
        /// How soon to act.
        urgency: Urgency,
        /// Whether it tells the user to talk outside.
        act: Act,
        /// Who acts, each once, in the order of the steps.
        who: Vec<Who>,
    },
}

/// What leads from one node to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DrawnEdge {
    /// From where.
    pub from: NodeId,
    /// To where.
    pub to: NodeId,
    /// By what.
    pub by: DrawnBy,
}

/// By what one comes from a node to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum DrawnBy {
    /// By an answer.
    Answer {
        /// Which.
        option: OptionId,
        /// Its words.
        text: Text,
        /// What in the record gives it, any of these; none when only the user can tell.
        known: Vec<Say>,
    },
    /// By looking again, once what the outcome says was done.
    LookAgain {
        /// What to look at.
        what: Text,
        /// What in the record leads on by itself.
        known: Option<Say>,
    },
    /// By having no permission to talk outside: this outcome is shown in the place of the other.
    NotPermitted,
}

impl Drawing {
    /// The drawing as it reads for a service. The rules are those of the day.
    #[must_use]
    pub fn filled(mut self, rules: &PlatformRules) -> Self {
        for node in &mut self.nodes {
            node.text = filled(&node.text, rules);
        }
        for edge in &mut self.edges {
            match &mut edge.by {
                DrawnBy::Answer { text, .. } => *text = filled(text, rules),
                DrawnBy::LookAgain { what, .. } => *what = filled(what, rules),
                DrawnBy::NotPermitted => {}
            }
        }
        self
    }
}

impl Guide {
    /// The whole guide, to be drawn. Texts that a service fills stand as they are written.
    pub fn drawing(&self) -> Drawing {
        let nodes = order(self);
        let edges = nodes.iter().flat_map(|node| self.leads(node)).collect();
        let nodes = nodes.into_iter().filter_map(|id| self.drawn(id)).collect();
        Drawing { nodes, edges, skip_to: self.skip_to.clone() }
    }

    fn drawn(&self, id: NodeId) -> Option<DrawnNode> {
        let (text, what) = match &id {
            NodeId::Question(key) => {
                let question = self.question(key)?;
                let kind = question.kind;
                let what = match question.known_from {
                    Some(_) => DrawnAs::Lookup { kind },
                    None => DrawnAs::Question { kind },
                };
                (question.ask.clone(), what)
            }
            NodeId::Outcome(key) => {
                let outcome = self.outcome(key)?;
                let Outcome { urgency, act, .. } = *outcome;
                (outcome.answer.main.clone(), DrawnAs::Outcome { urgency, act, who: actors(outcome) })
            }
        };
        Some(DrawnNode { id, text, what })
    }

    /// What leads on from a node.
    fn leads(&self, from: &NodeId) -> Vec<DrawnEdge> {
        let edge = |to: NodeId, by: DrawnBy| DrawnEdge { from: from.clone(), to, by };
        match from {
            NodeId::Question(key) => {
                let Some(question) = self.question(key) else {
                    return Vec::new();
                };
                let answer = |answer: &QuestionOption| {
                    let (option, text) = (answer.id.clone(), answer.text.clone());
                    let known = known_by(question, &option);
                    edge(answer.to.clone(), DrawnBy::Answer { option, text, known })
                };
                question.options.iter().map(answer).collect()
            }
            NodeId::Outcome(key) => {
                let Some(outcome) = self.outcome(key) else {
                    return Vec::new();
                };
                let careful = outcome.unless_permitted.iter().cloned();
                let careful = careful.map(|id| edge(NodeId::Outcome(id), DrawnBy::NotPermitted));
                let resume = outcome.look_again.resume_at.iter().cloned().map(|id| {
                    let what = outcome.look_again.what.clone();
                    let known = outcome.look_again.resume_when.map(RecordFact::say);
                    edge(NodeId::Question(id), DrawnBy::LookAgain { what, known })
                });
                careful.chain(resume).collect()
            }
        }
    }
}

impl Drawing {
    /// The edges along which a way has gone, in its order, by their place in [`Drawing::edges`]. Together they lead without a
    /// gap to where the way stands; a way that skipped the checks begins at [`Drawing::skip_to`].
    pub fn walked(&self, trail: &Trail) -> Vec<usize> {
        let mut walked = Vec::new();
        let stands = match &trail.at {
            At::Question(id) => NodeId::Question(id.clone()),
            At::Outcome(id) => NodeId::Outcome(id.clone()),
        };
        let Some(start) = self.nodes.first().map(|node| node.id.clone()) else {
            return walked;
        };
        let asked = |node: &NodeId| trail.steps.iter().any(|step| is_question(node, &step.answer.question));
        let mut node =
            if asked(&start) || stands == start { start } else { NodeId::Outcome(self.skip_to.clone()) };
        // No edge is gone along twice in a guide without a cycle; the bound keeps this total on any other.
        for _ in 0..self.edges.len() {
            let mut leads = self.edges.iter().enumerate().filter(|(_, edge)| edge.from == node);
            let Some((at, edge)) = leads.find(|(_, edge)| was_taken(edge, trail, &stands)) else {
                return walked;
            };
            walked.push(at);
            node = edge.to.clone();
        }
        walked
    }
}

fn was_taken(edge: &DrawnEdge, trail: &Trail, stands: &NodeId) -> bool {
    let was_passed =
        |node: &NodeId| matches!(node, NodeId::Outcome(id) if trail.passed.iter().any(|passed| passed == id));
    match &edge.by {
        DrawnBy::Answer { option, .. } => trail
            .steps
            .iter()
            .any(|step| is_question(&edge.from, &step.answer.question) && &step.answer.option == option),
        // One stays at an outcome, goes on after it, or was never shown it: then the careful one stood in its place.
        DrawnBy::NotPermitted => edge.from != *stands && !was_passed(&edge.from),
        DrawnBy::LookAgain { .. } => was_passed(&edge.from),
    }
}

fn is_question(node: &NodeId, question: &QuestionId) -> bool {
    matches!(node, NodeId::Question(id) if id == question)
}

/// The nodes in the order in which a guide is read.
fn order(guide: &Guide) -> Vec<NodeId> {
    let mut order = Vec::new();
    let mut seen = BTreeSet::new();
    let mut put = |node: NodeId| {
        let is_new = seen.insert(node.clone());
        if is_new {
            order.push(node);
        }
    };
    // The start is read first wherever it stands in the file.
    let start = guide.question(&guide.start).into_iter();
    for question in start.chain(&guide.questions) {
        put(NodeId::Question(question.id.clone()));
        for option in &question.options {
            if let NodeId::Outcome(id) = &option.to {
                put(option.to.clone());
                let careful = guide.outcome(id).and_then(|outcome| outcome.unless_permitted.clone());
                careful.map(NodeId::Outcome).into_iter().for_each(&mut put);
            }
        }
    }
    guide.outcomes.iter().for_each(|outcome| put(NodeId::Outcome(outcome.id.clone())));
    order
}

fn known_by(question: &Question, option: &OptionId) -> Vec<Say> {
    let known = question.known_from.iter().flat_map(|known| &known.0);
    known.filter(|known| &known.option == option).map(|known| known.fact.say()).collect()
}

fn actors(outcome: &Outcome) -> Vec<Who> {
    let mut who = Vec::new();
    for step in &outcome.steps {
        if !who.contains(&step.who) {
            who.push(step.who);
        }
    }
    who
}
