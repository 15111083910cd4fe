//! サービスのきまり, as the window shows them.

use engawa_domain::calendar::Day;
use engawa_domain::ids::CorrectionId;
use engawa_domain::rules::{Correction, OwnService, PlatformRules, Text};
use engawa_domain::say::Say;
use engawa_domain::standing::{Contact, StateName};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::shared::{ContractBrief, PlatformBrief};

/// Everything the app knows of a service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RulesView {
    /// The rules of today, with what the user corrected.
    pub rules: PlatformRules,
    /// What was looked up before this day was looked up long ago, and should be again.
    pub stale_before: Day,
    /// The values that can be corrected; none for a service of the user's own, which is changed as a whole.
    pub points: Vec<PointView>,
    /// What was corrected, and what became of it.
    pub corrections: Vec<CorrectionView>,
    /// The answers behind it, where the user added the service.
    pub own: Option<OwnService>,
}

/// A value that can be corrected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PointView {
    /// The way to it: what a correction names.
    pub path: String,
    /// What it is.
    pub label: Say,
    /// Which timer or entrance, where there are several.
    pub of: Option<Text>,
    /// What may stand there.
    pub takes: PointTakes,
    /// What stands there, as a form begins with it.
    pub value: String,
    /// What stands there, to be read.
    pub shown: Say,
    /// The correction that put it there.
    pub correction: Option<CorrectionId>,
}

/// What may stand at a point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "takes", rename_all = "snake_case")]
pub enum PointTakes {
    /// One of these.
    Choice {
        /// The choices.
        options: Vec<PointOption>,
    },
    /// A whole number.
    Number,
    /// A share in percent.
    Percent,
    /// A whole number, or `unknown`.
    NumberOrUnknown,
    /// A sentence.
    Words,
    /// The address of a page, or nothing.
    Address,
}

/// One of several values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PointOption {
    /// What a correction writes.
    pub value: String,
    /// What it is called.
    pub label: Say,
}

/// A correction, and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CorrectionView {
    /// The correction.
    pub correction: Correction,
    /// What it corrects.
    pub label: Say,
    /// Which timer or entrance, where there are several.
    pub of: Option<Text>,
    /// What the user said, to be read.
    pub says: Say,
    /// What became of it.
    pub state: CorrectionShown,
}

/// What became of a correction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum CorrectionShown {
    /// It holds.
    Applied,
    /// The app says the same by now.
    Agrees,
    /// The app says something else than when the correction was made. Until the user decides, neither counts as known.
    Conflict {
        /// What the app says now.
        shipped: Say,
    },
    /// There is no such value any more.
    Gone,
    /// It cannot hold.
    Refused {
        /// Why.
        why: Say,
    },
}

/// What a correction would change, before it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct CorrectionPreview {
    /// The open contracts whose answer would be another; so many of them as can be read.
    pub changes: Vec<StandingChange>,
    /// How many there are.
    pub count: u32,
    /// How many open contracts there are on the service.
    pub open: u32,
}

/// A contract whose answer is another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StandingChange {
    /// The contract.
    pub contract: ContractBrief,
    /// The answer now.
    pub before: AnswerShown,
    /// The answer then.
    pub after: AnswerShown,
}

/// An answer in one word, and its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AnswerShown {
    /// Whether contact is permitted.
    pub contact: Contact,
    /// The named state.
    pub state: StateName,
}

/// What newer packs say otherwise than those the book saw last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RulesChangedView {
    /// By service; empty when nothing changed.
    pub services: Vec<ServiceChanged>,
}

/// A service of which something changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ServiceChanged {
    /// The service.
    pub platform: PlatformBrief,
    /// What changed; empty where the service as a whole is new.
    pub values: Vec<ValueChanged>,
    /// The open contracts on it; so many of them as can be read.
    pub contracts: Vec<ContractBrief>,
    /// How many there are.
    pub count: u32,
}

/// A value that changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ValueChanged {
    /// The way to it.
    pub path: String,
    /// The part of the rules in which it stands.
    pub section: Say,
    /// What it was; `None` where there was none.
    pub before: Option<Say>,
    /// What it is; `None` where there is none any more.
    pub after: Option<Say>,
}

/// A service in the list of the settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ServiceLine {
    /// The service.
    pub platform: PlatformBrief,
    /// The answers behind it, where the user added it.
    pub own: Option<OwnService>,
    /// How many of its values the user corrected.
    pub corrections: u32,
    /// How many of these need a decision.
    pub to_decide: u32,
}
