//! The defects a guide can have, each named.

use std::fmt;

use thiserror::Error;

/// A defect and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{kind}")]
pub struct Defect {
    /// The way to it: `questions.look.options.found`.
    pub at: String,
    /// What it is.
    pub kind: DefectKind,
}

impl Defect {
    pub(super) fn new(at: impl fmt::Display, kind: DefectKind) -> Self {
        Self { at: at.to_string(), kind }
    }
}

/// The kinds of defects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Error)]
pub enum DefectKind {
    /// Two questions have one key.
    #[error("a question's key stands twice")]
    QuestionTwice,
    /// Two outcomes have one key.
    #[error("an outcome's key stands twice")]
    OutcomeTwice,
    /// Two options of a question have one key.
    #[error("an option's key stands twice")]
    OptionTwice,
    /// The guide starts at a question that is not there.
    #[error("the guide starts nowhere")]
    StartsNowhere,
    /// Skipping the checks leads to an outcome that is not there.
    #[error("skipping the checks leads nowhere")]
    SkipsNowhere,
    /// Skipping the checks leads to an outcome that tells the user to talk outside.
    #[error("skipping the checks leads outside")]
    SkipsOutside,
    /// An option leads to a node that is not there.
    #[error("the option leads nowhere")]
    LeadsNowhere,
    /// A question with fewer than two options is a dead end, or no question.
    #[error("a question needs two options")]
    DeadEnd,
    /// No way leads to the question.
    #[error("no way leads to this question")]
    QuestionUnreachable,
    /// No way leads to the outcome.
    #[error("no way leads to this outcome")]
    OutcomeUnreachable,
    /// A way comes back to where it was.
    #[error("a way comes back to this question")]
    Cycle,
    /// The first question is not about danger.
    #[error("the first question is not about danger")]
    NoDangerFirst,
    /// A question about danger comes after another.
    #[error("a question about danger comes late")]
    DangerLate,
    /// Looking again is asked before anything was advised.
    #[error("looking again before any advice")]
    VerifyEarly,
    /// More questions than short checks before the first outcome.
    #[error("too many questions before an outcome")]
    TooLong,
    /// A claim without a source.
    #[error("a claim without a source")]
    NoSource,
    /// A source that the pack does not have.
    #[error("no such source in the pack")]
    NoSuchSource,
    /// A claim of confidence NONE is asserted.
    #[error("nothing is known here, so nothing may be asserted")]
    AssertedUnknown,
    /// An estimate is surer than its sources can make it.
    #[error("surer than its sources")]
    TooSure,
    /// An outcome without steps.
    #[error("an outcome without steps")]
    NoSteps,
    /// An outcome that does not say when to look again.
    #[error("an outcome without a day to look again")]
    NoLookAgain,
    /// A danger outcome that is not urgent, though something may be happening.
    #[error("danger is never calm")]
    DangerCalm,
    /// An outcome tells the user to talk outside, and has no careful one to show without a permission.
    #[error("talking outside without a careful outcome beside it")]
    NoCarefulOutcome,
    /// The careful outcome is not there, or tells the user to talk outside too.
    #[error("the careful outcome is not careful")]
    NotCareful,
    /// The run goes on at a question that is not there.
    #[error("the run goes on nowhere")]
    ResumesNowhere,
    /// The record is to make the run go on, and there is no question to go on with.
    #[error("a fact makes the run go on, and no question does")]
    ResumesWithoutQuestion,
    /// The run goes on with a question that is not about looking again.
    #[error("a run goes on by looking again")]
    ResumesWithoutVerify,
    /// The record answers with an option that the question does not have.
    #[error("the record answers with an option that is not there")]
    KnownNowhere,
    /// A fact of the record answers a question twice.
    #[error("one fact, two answers")]
    KnownTwice,
    /// A draft that the pack does not have.
    #[error("no such draft in the pack")]
    NoSuchDraft,
    /// The draft for exchanging contact data stands where contact may not be permitted.
    #[error("a draft for contact outside where it may not be permitted")]
    DraftTooEarly,
    /// A drawing of places that the pack does not name.
    #[error("a drawing without places")]
    FigureWithoutPlaces,
    /// An estimate depends on a question or an option that is not there.
    #[error("an estimate depends on what is not there")]
    EstimateOfNothing,
    /// The last estimate depends on answers, so that some runs have none.
    #[error("some runs have no estimate")]
    NoEstimate,
    /// An estimate behind one that always holds, or that no way meets.
    #[error("an estimate that is never shown")]
    EstimateNeverShown,
    /// No estimate says what else it might be, or why.
    #[error("an estimate without reasons")]
    EstimateWithoutReason,
    /// The guide is offered in no state.
    #[error("a guide that is offered nowhere")]
    OfferedNowhere,
    /// Too few words by which a worried user finds the guide.
    #[error("too few phrases to be found by")]
    FewPhrases,
    /// A phrase stands twice, or is empty.
    #[error("a phrase that stands twice or says nothing")]
    PhraseTwice,
    /// A date or a fact of a timer that the pack does not have.
    #[error("no timer of the pack starts with this stage")]
    NoSuchTimer,
    /// A question asks what the rule of the service is, and has no answer for one of its shapes.
    #[error("a rule of the service that the question has no answer for")]
    RuleNotCovered,
    /// The guide never says that something is not published.
    #[error("an inquiry that does not say what is not known")]
    UnknownUnsaid,
    /// The engine comes out somewhere else than the path leads.
    #[error("the engine comes out elsewhere")]
    ComesOutElsewhere,
    /// What the rules of the service answer is asked of the user, or can be answered otherwise.
    #[error("the rules of the service do not answer what they know")]
    RuleNotAnswered,
    /// A path ends at an outcome that tells the user to talk outside though contact is not permitted.
    #[error("talking outside while it is not permitted")]
    OutsideUnpermitted,
}
