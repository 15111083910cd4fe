//! What a platform threatens, asks for, leaves open or says twice.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::cited::{Cite, SourceId, Text};
use crate::calendar::Day;
use crate::message::FindingKind;

/// Whether the platform still operates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "state", rename_all = "snake_case", deny_unknown_fields)]
pub enum Operating {
    /// It does.
    #[default]
    Open,
    /// It has ended: its rules are kept for old records only.
    Ended {
        /// The last day on which it operated.
        last_day: Day,
        /// Where that comes from.
        cite: Cite,
    },
}

/// What the platform does about a breach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Penalty {
    /// Its key.
    pub id: String,
    /// In one sentence.
    pub text: Text,
    /// Where it comes from.
    pub cite: Cite,
}

/// Something the platform asks of its users that bears on contact: for example, that only the talk on the platform counts
/// as proof, or what holds once an approval is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Its key.
    pub id: String,
    /// When it matters.
    pub when: DutyWhen,
    /// In one sentence.
    pub text: Text,
    /// Where it comes from.
    pub cite: Cite,
}

/// When a duty matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DutyWhen {
    /// Always.
    Always,
    /// After something was said outside: write it back, or it proves nothing.
    AfterContactOutside,
    /// After an approval was taken back.
    AfterRevocation,
}

/// Two pages of the platform that do not agree. The stricter one is applied, and both are shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Its key.
    pub id: String,
    /// What about.
    pub about: ConflictAbout,
    /// What each says, and which is applied.
    pub text: Text,
    /// The page that is applied.
    pub applied: SourceId,
    /// The other pages.
    pub others: Vec<SourceId>,
}

/// What two pages disagree about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ConflictAbout {
    /// Contact outside.
    Contact,
    /// What follows from a breach.
    Penalty,
    /// The fee.
    Fee,
    /// A span of time.
    Timer,
}

/// Something in a message that the platform warns of or forbids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Warning {
    /// What kind of finding it is about.
    pub about: FindingKind,
    /// The rule in one sentence.
    pub text: Text,
    /// Where it comes from.
    pub cite: Cite,
}

/// Something nobody has published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnknownPoint {
    /// Its key.
    pub id: String,
    /// The sentence for the user.
    pub text: Text,
}
