//! The decision guide: a graph of questions with one answer each, leading to an outcome. Guides are data in
//! `packs/*/guides`; `engawa-packs` parses and proves them; this module walks them, purely.

mod dates;
mod drawing;
mod find;
mod graph;
mod record;
mod said;
mod slots;
mod walk;

#[cfg(test)]
mod tests;

pub use drawing::{Drawing, DrawnAs, DrawnBy, DrawnEdge, DrawnNode};
pub use find::{Finder, FoundGuide, LikeWords};
pub use graph::{
    Act, AnswerBox, Deadline as StepDeadline, DraftUse, Estimate, Figure, Group, Guide, GuideId, Kind,
    LookAgain, NodeId, OptionId, Outcome, OutcomeId, Phrases, Question, QuestionId, QuestionOption,
    RecordDate, RecordToMake, Step, Urgency, Who,
};
pub use record::{KnownAnswer, KnownAs, KnownFrom, Record, RecordFact, holds_since, known_answers};
pub use slots::{Slot, filled};
pub use walk::{
    Answer, AnswerFrom, Answers, At, Change, Course, Trail, TrailStep, compare, estimate, longest_from, walk,
};
