//! 手引き: the list, a run, its outcome and its drafts.

use engawa_domain::calendar::{Day, When};
use engawa_domain::draft::{Addressee, DraftId, Segment};
use engawa_domain::guide::{
    AnswerBox, AnswerFrom, Drawing, Estimate, Figure, Group, GuideId, Kind, NodeId, OptionId, OutcomeId,
    QuestionId, QuestionOption, RecordToMake, Urgency, Who,
};
use engawa_domain::ids::{PlatformId, RunId};
use engawa_domain::rules::{Entrance, LinkPlace, Text};
use engawa_domain::say::Say;
use engawa_domain::standing::{DraftPurpose, StateName};
use engawa_domain::text::EmailAddress;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::draft::DraftCheckView;
use super::shared::{ContractBrief, PlatformBrief, SourceShown};

/// The list of guides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct GuideListView {
    /// The service whose guides these are.
    pub service: PlatformBrief,
    /// The services that can be chosen.
    pub services: Vec<PlatformBrief>,
    /// Its guides: those written for it, and those written for every service that it has none of its own for.
    pub guides: Vec<GuideBrief>,
    /// Runs left before their end.
    pub open_runs: Vec<RunBrief>,
    /// Paths of all guides, each walked when the app was built. A guide written for every service counts once.
    pub paths_proven: u32,
}

/// A guide in one line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct GuideBrief {
    /// Its key.
    pub id: GuideId,
    /// The platform it is read for.
    pub platform: PlatformId,
    /// Whether it was written for that platform alone.
    pub written_for: GuideWrittenFor,
    /// The symptom.
    pub title: Text,
    /// One sentence.
    pub summary: Text,
    /// Its paths, each walked when the app was built.
    pub paths: u32,
    /// Under which heading it is listed.
    pub group: Group,
    /// How soon to act on its matter.
    pub urgency: Urgency,
    /// The states in which it is offered.
    pub offered_in: Vec<StateName>,
}

/// For whom a guide was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum GuideWrittenFor {
    /// For one service.
    Service,
    /// For every service: it says of each what its rules say.
    Everyone,
}

/// A whole guide as a drawing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct GuideDrawing {
    /// The guide.
    pub guide: GuideBrief,
    /// The platform.
    pub platform: PlatformBrief,
    /// Its questions and outcomes, and what leads from one to another.
    pub graph: Drawing,
    /// The way that a run of it has taken.
    pub walked: Option<WalkedShown>,
}

/// The way of a run through the drawing of its guide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct WalkedShown {
    /// The run.
    pub run: RunId,
    /// The edges it has gone along, in its order, by their place among the edges of the drawing.
    pub edges: Vec<u32>,
    /// Where it stands.
    pub at: NodeId,
}

/// A run in one line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RunBrief {
    /// Its identifier.
    pub id: RunId,
    /// The guide.
    pub guide: GuideBrief,
    /// The contract it is about.
    pub contract: Option<ContractBrief>,
    /// Questions answered.
    pub answered: u32,
    /// When it was started.
    pub started: When,
}

/// A run: answers so far, where it stands, what it looks like.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RunView {
    /// Its identifier.
    pub id: RunId,
    /// The guide.
    pub guide: GuideBrief,
    /// The contract it is about.
    pub contract: Option<ContractBrief>,
    /// The platform.
    pub platform: PlatformBrief,
    /// 結論を先に: provisional before the outcome, final with it.
    pub answer: AnswerBox,
    /// 答えたこと.
    pub answers: Vec<AnswerSoFar>,
    /// Where the run stands.
    pub at: RunAt,
    /// いまの見立て.
    pub estimate: Option<Estimate>,
    /// The pages cited.
    pub sources: Vec<SourceShown>,
    /// What the last change of an earlier answer changed.
    pub change: Option<ChangeShown>,
    /// The day for which it was computed; another than today when replayed.
    pub day: Day,
}

/// One answer given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct AnswerSoFar {
    /// The question.
    pub question: QuestionId,
    /// Two or three words.
    pub short: Text,
    /// The option chosen.
    pub option: OptionId,
    /// The answer.
    pub text: Text,
    /// From the user or from the record.
    pub from: AnswerFrom,
    /// When it was given or recorded.
    pub when: When,
    /// The question as it was asked, so that the answer can be changed.
    pub asked: QuestionView,
}

/// What the change of an earlier answer changed, in the guide's words. Answers to questions that are not asked any more are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ChangeShown {
    /// Questions that are not asked any more, in two or three words each.
    pub no_longer_asked: Vec<Text>,
    /// Questions that are asked now.
    pub newly_asked: Vec<Text>,
    /// The conclusion before, if there was one.
    pub before: Option<Text>,
    /// The conclusion now, if there is one.
    pub after: Option<Text>,
}

/// Where a run stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "node", rename_all = "snake_case")]
pub enum RunAt {
    /// At a question.
    Question(Box<QuestionView>),
    /// At an outcome.
    Outcome(Box<OutcomeView>),
}

/// The question asked now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct QuestionView {
    /// Its key.
    pub id: QuestionId,
    /// What it is for.
    pub kind: Kind,
    /// Two or three words.
    pub short: Text,
    /// The question.
    pub ask: Text,
    /// Why we ask.
    pub why: Text,
    /// Where to look.
    pub look: Text,
    /// The schematic.
    pub figure: Option<Figure>,
    /// The places the schematic labels.
    pub places: Vec<LinkPlace>,
    /// The answers.
    pub options: Vec<QuestionOption>,
    /// An answer given before, kept while an earlier one was changed.
    pub earlier: Option<OptionId>,
    /// Which question this is, from 1.
    pub number: u32,
    /// Of how many on the longest way.
    pub of: u32,
    /// About how long it still takes, in seconds.
    pub seconds_left: u32,
}

/// The outcome reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct OutcomeView {
    /// Its key.
    pub id: OutcomeId,
    /// How soon to act.
    pub urgency: Urgency,
    /// Who does what by when.
    pub steps: Vec<StepView>,
    /// The drafts, filled and checked; the first is shown open.
    pub drafts: Vec<DraftView>,
    /// What to record afterwards.
    pub record: RecordToMake,
    /// When to look again.
    pub look_again: Day,
    /// What to look at.
    pub look_again_what: Text,
    /// The question at which the run goes on then.
    pub resume_at: Option<QuestionId>,
    /// How to ask a person.
    pub ask_person: Text,
    /// What is not known here.
    pub unknown: Vec<Text>,
}

/// One step with its date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StepView {
    /// Who.
    pub who: Who,
    /// What.
    pub what: Text,
    /// By when: 私・今日.
    pub by: Say,
}

/// A draft in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DraftBrief {
    /// Its key.
    pub id: DraftId,
    /// Its name.
    pub name: Text,
    /// What it is for; `None` for a text that only guides lead to.
    pub purpose: Option<DraftPurpose>,
    /// Who reads it.
    pub to: Addressee,
}

/// A draft, filled from the record and checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DraftView {
    /// Which.
    pub draft: DraftBrief,
    /// What it is for here.
    pub note: Option<Text>,
    /// The subject.
    pub subject: Option<String>,
    /// The text in pieces: words of the template and words of the record.
    pub segments: Vec<Segment>,
    /// The text as it is copied.
    pub text: String,
    /// The address it is to be sent from.
    pub sender: Option<EmailAddress>,
    /// The ways to send it to the office, the best first; none for a text that goes elsewhere.
    pub entrances: Vec<Entrance>,
    /// 点検.
    pub check: DraftCheckView,
}
