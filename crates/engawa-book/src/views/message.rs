//! メッセージ点検, as the window shows it.

use engawa_domain::draft::DraftId;
use engawa_domain::ids::{ContractId, PlatformId};
use engawa_domain::message::FindingKind;
use engawa_domain::say::Say;
use engawa_domain::standing::{DraftPurpose, RuleShown};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A message, and what it belongs to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct MessageInput {
    /// The message as it was pasted.
    pub text: String,
    /// The contract it came in: its standing decides what is an alarm.
    pub contract: Option<ContractId>,
    /// The service it came through, where no contract is named; without either nothing is known, and all is read strictly.
    pub platform: Option<PlatformId>,
}

/// A message that was looked through.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MessageView {
    /// How many passages call for a look; that none does is no promise.
    pub said: Say,
    /// The message, cut where a passage begins or ends; together it is what was pasted.
    pub parts: Vec<MessagePart>,
    /// The passages, in order.
    pub findings: Vec<FindingView>,
}

/// A stretch of the message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MessagePart {
    /// Its words.
    pub text: String,
    /// The findings it belongs to, by their place in the list.
    pub findings: Vec<u32>,
}

/// A passage that calls for a look.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct FindingView {
    /// Of what kind it is.
    pub kind: FindingKind,
    /// What that is called.
    pub name: Say,
    /// The passage, exactly as it stands.
    pub words: String,
    /// Why it calls for a look.
    pub why: Say,
    /// The rule of the service, where one is known.
    pub rule: Option<RuleShown>,
    /// What may be answered, ready to copy.
    pub answer: Say,
    /// What the letter is for that says it at length.
    pub purpose: Option<DraftPurpose>,
    /// That letter, where the service has one.
    pub draft: Option<DraftId>,
    /// What to record.
    pub record: Say,
}
