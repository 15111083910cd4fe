//! The shape of a guide.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::record::{KnownFrom, RecordFact};
use crate::facts::Stage;
use crate::rules::{Cite, SourceId, Text};
use crate::standing::StateName;

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

keys! {
    /// The key of a guide, for example `link-missing`.
    GuideId,
    /// The key of a question within its guide.
    QuestionId,
    /// The key of an option within its question.
    OptionId,
    /// The key of an outcome within its guide.
    OutcomeId,
}

/// A guide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Its key.
    pub id: GuideId,
    /// The symptom, in the user's words.
    pub title: Text,
    /// One sentence for the list of guides.
    pub summary: Text,
    /// Under which heading it is listed.
    pub group: Group,
    /// Its place among the guides of its platform: the lowest is listed and offered first.
    pub rank: u32,
    /// How a worried user would put it: what the guide is found by.
    pub phrases: Phrases,
    /// The answer before any check: conclusion first.
    pub answer_first: AnswerBox,
    /// The outcome to which "skip the checks" leads.
    pub skip_to: OutcomeId,
    /// Where a run starts.
    pub start: QuestionId,
    /// The questions by key, in the order of a usual run.
    pub questions: Vec<Question>,
    /// The outcomes.
    pub outcomes: Vec<Outcome>,
    /// 「いまの見立て」: the first whose conditions hold is shown.
    pub estimates: Vec<Estimate>,
    /// The states of the standing in which this guide is offered on a contract.
    pub offered_in: Vec<StateName>,
    /// Facts of the record any of which has it offered in every other state too.
    #[serde(default)]
    pub offered_when: Vec<RecordFact>,
}

/// What a guide is about: the headings of the list of guides, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename = "GuideGroup", rename_all = "snake_case")]
pub enum Group {
    /// The request for contact outside.
    Request,
    /// The client.
    Client,
    /// Work and money.
    Money,
    /// The account, the rules, the office.
    Account,
}

/// Words by which a guide is found, in both languages: whole phrases and pieces of words. No claims, and shown nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// In Japanese.
    pub ja: Vec<String>,
    /// In English.
    pub en: Vec<String>,
}

/// A conclusion in two sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerBox {
    /// The conclusion.
    pub main: Text,
    /// Why, or what comes first.
    pub sub: Text,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its key.
    pub id: QuestionId,
    /// What it is for.
    pub kind: Kind,
    /// Two or three words for the list of answers.
    pub short: Text,
    /// The question.
    pub ask: Text,
    /// Why we ask.
    pub why: Text,
    /// Where to look.
    pub look: Text,
    /// A labelled schematic, where a picture helps.
    #[serde(default)]
    pub figure: Option<Figure>,
    /// What the record may know already.
    #[serde(default)]
    pub known_from: Option<KnownFrom>,
    /// The answers, one of which is chosen.
    pub options: Vec<QuestionOption>,
    /// Where its claims come from.
    pub cites: Vec<Cite>,
}

/// What a question is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
// In the window all types share one name space, and `Kind` there is the kind of a view.
#[serde(rename = "QuestionKind", rename_all = "snake_case")]
pub enum Kind {
    /// Danger first: harm may be happening.
    Danger,
    /// A short check.
    Check,
    /// Looking again after advice was followed.
    Verify,
}

/// A labelled schematic of a screen; drawn by the window, with the labels of the pack's link places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Where the link to the request is, on the site and in the app.
    LinkPlaces,
    /// Where the status of the request is shown.
    StatusPlace,
}

/// One answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionOption {
    /// Its key.
    pub id: OptionId,
    /// The answer, in the user's words.
    pub text: Text,
    /// Where it leads.
    pub to: NodeId,
}

/// A place in the graph.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NodeId {
    /// Another question.
    Question(QuestionId),
    /// The end.
    Outcome(OutcomeId),
}

/// An outcome: conclusion, who does what by when, the draft, the record to make, when to look again, whom to ask.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Its key.
    pub id: OutcomeId,
    /// The conclusion.
    pub answer: AnswerBox,
    /// How soon to act.
    pub urgency: Urgency,
    /// What it asks of the user with regard to contact outside.
    pub act: Act,
    /// The outcome shown in its place while contact outside is not permitted. Every outcome that tells the user to talk
    /// outside has one.
    #[serde(default)]
    pub unless_permitted: Option<OutcomeId>,
    /// Who does what by when, in order.
    pub steps: Vec<Step>,
    /// Texts ready to copy; the first is the one shown.
    pub drafts: Vec<DraftUse>,
    /// What to record afterwards.
    pub record: RecordToMake,
    /// When to look again.
    pub look_again: LookAgain,
    /// How to ask a person.
    pub ask_person: Text,
    /// What is not known here.
    #[serde(default)]
    pub unknown: Vec<Text>,
    /// Where its claims come from.
    pub cites: Vec<Cite>,
}

/// What an outcome asks of the user with regard to contact outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Talk inside the service only.
    StayInside,
    /// Exchange contact details in the thread. Proven to be shown only when the standing is `Yes`.
    ContactOutside,
}

/// How soon to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Now.
    Now,
    /// Today.
    Today,
    /// When it suits.
    Calm,
}

/// One step of an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Who.
    pub who: Who,
    /// What.
    pub what: Text,
    /// By when.
    pub by: Deadline,
}

/// Who does a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// The user.
    Me,
    /// The client.
    Client,
    /// The platform's office.
    Office,
}

/// By when a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Deadline {
    /// Today.
    Today,
    /// Within business days from today.
    BusinessDays(u32),
    /// After the answer has come.
    AfterReply,
    /// No date is published.
    NotPublished,
    /// Any time.
    AnyTime,
    /// The day on which to look again.
    LookAgain,
}

/// A date that the record gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "date", rename_all = "snake_case")]
pub enum RecordDate {
    /// The day after the last one of the review of a request.
    Review,
    /// When it is sensible to write to support again.
    WriteAgain,
    /// The day of the pack's timer that starts with this stage.
    Timer {
        /// The stage.
        stage: Stage,
    },
}

/// When to look again, and where the guide goes on then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LookAgain {
    /// Business days from today.
    pub business_days: u32,
    /// A date of the record that counts instead, while it is known and still to come.
    #[serde(default)]
    pub on: Option<RecordDate>,
    /// What to look at.
    pub what: Text,
    /// The question at which the run goes on; `None` when the outcome ends it.
    #[serde(default)]
    pub resume_at: Option<QuestionId>,
    /// What in the record makes it go on by itself, for example a reply.
    #[serde(default)]
    pub resume_when: Option<RecordFact>,
}

/// A draft that belongs to an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftUse {
    /// The key of the draft.
    pub draft: crate::draft::DraftId,
    /// What it is for here.
    pub when: Text,
}

/// What to record after an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RecordToMake {
    /// The inquiry that was sent.
    Inquiry,
    /// The request that was filed.
    Request,
    /// The status that was seen.
    Status,
    /// Where one looked.
    Sighting,
    /// Contact outside that took place.
    OutsideContact,
    /// A stage that was reached.
    Stage,
    /// A restriction.
    Restriction,
    /// Only the run itself.
    RunOnly,
}

/// 「いまの見立て」: what it looks like so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// For each named question, the answers under which this is shown; questions not named do not matter.
    #[serde(default)]
    pub when: BTreeMap<QuestionId, Vec<OptionId>>,
    /// The estimate, as a possibility.
    pub text: Text,
    /// What speaks for it.
    pub because: Vec<Text>,
    /// What else it might be.
    pub others: Vec<Text>,
    /// What nobody has published.
    pub unknown: Vec<Text>,
    /// The pages it rests on.
    pub sources: Vec<SourceId>,
    /// How sure it is.
    pub confidence: crate::rules::Confidence,
}
