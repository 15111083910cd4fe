//! Who may talk outside, and when; and dealing outside, which is another question.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::cited::{Cite, Confidence, Text};
use crate::facts::Stage;

/// The rule on contact outside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContactRule {
    /// Its shape.
    pub shape: Shape,
    /// The rule in one sentence, as the standing card shows it before an approval.
    pub text: Text,
    /// The rule in one sentence once contact is permitted.
    pub text_permitted: Text,
    /// Where it comes from.
    pub cite: Cite,
}

impl ContactRule {
    /// Whether the rule alone can carry a "yes". A rule that rests on one weak source, or on an inference, cannot: its
    /// answer is to look it up first.
    pub fn carries_yes(&self) -> bool {
        match self.cite.confidence {
            Confidence::High | Confidence::Medium => true,
            Confidence::Low | Confidence::Inferred | Confidence::None => false,
        }
    }
}

/// The five shapes a rule on contact outside can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Shape {
    /// The platform must approve it for this contract.
    Approval,
    /// A stage must be reached, and then the platform must approve it.
    GateAndApproval {
        /// The stage.
        gate: Stage,
    },
    /// It is permitted once a stage is reached.
    Gate {
        /// The stage.
        gate: Stage,
    },
    /// Never.
    Forbidden,
    /// Always.
    Free,
    /// Nobody has published it.
    NotKnown,
}

impl Shape {
    /// Its name, without the stage.
    pub fn name(self) -> ShapeName {
        match self {
            Self::Approval => ShapeName::Approval,
            Self::GateAndApproval { .. } => ShapeName::GateAndApproval,
            Self::Gate { .. } => ShapeName::Gate,
            Self::Forbidden => ShapeName::Forbidden,
            Self::Free => ShapeName::Free,
            Self::NotKnown => ShapeName::NotKnown,
        }
    }

    /// The stage it names, where it names one.
    pub fn gate(self) -> Option<Stage> {
        match self {
            Self::Gate { gate } | Self::GateAndApproval { gate } => Some(gate),
            Self::Approval | Self::Forbidden | Self::Free | Self::NotKnown => None,
        }
    }
}

/// The shape of a rule by name, without its stage: what a guide asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ShapeName {
    /// See [`Shape::Approval`].
    Approval,
    /// See [`Shape::GateAndApproval`].
    GateAndApproval,
    /// See [`Shape::Gate`].
    Gate,
    /// See [`Shape::Forbidden`].
    Forbidden,
    /// See [`Shape::Free`].
    Free,
    /// See [`Shape::NotKnown`].
    NotKnown,
}

impl ShapeName {
    /// Every shape: what a question about the rule must have an answer for.
    pub const ALL: [Self; 6] =
        [Self::Approval, Self::GateAndApproval, Self::Gate, Self::Forbidden, Self::Free, Self::NotKnown];
}

/// A purpose for which something is permitted although contact is not: a mail address to open a repository is no
/// permission to chat. Shown beside the answer, never part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// Its key.
    pub id: String,
    /// The purpose.
    pub purpose: Text,
    /// What exactly is permitted for it.
    pub permits: Text,
    /// What stays forbidden even so.
    pub never: Text,
    /// The stage from which it holds, where the platform names one.
    #[serde(default)]
    pub from: Option<Stage>,
    /// Where it comes from.
    pub cite: Cite,
}

/// Dealing and paying outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DealRule {
    /// Whether the platform permits it.
    pub permitted: DealOutside,
    /// One sentence more.
    pub text: Text,
    /// Where it comes from.
    pub cite: Cite,
}

/// Whether dealing and paying outside is permitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DealOutside {
    /// It is not, also after an approval of contact.
    Forbidden,
    /// Not published: treat as forbidden and ask.
    Unknown,
    /// It is, for example with a direct client.
    Permitted,
}
