//! 点検 of an outgoing text, as the window and the command line show it.

use engawa_domain::draft::{CheckItem, Weight};
use engawa_domain::message::FindingKind;
use engawa_domain::say::Say;
use engawa_domain::standing::RuleShown;
use engawa_domain::text::TextRange;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::shared::SourceShown;

/// 点検 of a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct DraftCheckView {
    /// What makes the text fail, by name, each once. Where there is nothing the text may be copied at once; otherwise after a
    /// choice that is kept in the journal.
    pub faults: Vec<Say>,
    /// What was looked at.
    pub items: Vec<CheckItem>,
    /// The passages whose words call for a look, in order.
    pub passages: Vec<PassageView>,
    /// How long it is.
    pub length: LengthView,
}

/// A passage of an outgoing text that calls for a look.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PassageView {
    /// Of what kind it is.
    pub kind: FindingKind,
    /// How hard it is.
    pub weight: Weight,
    /// What the kind is called.
    pub name: Say,
    /// The passage, exactly as it stands.
    pub words: String,
    /// Where it stands.
    pub place: TextRange,
    /// Why it calls for a look.
    pub why: Say,
    /// The rule of the service, where one is known.
    pub rule: Option<RuleShown>,
}

/// The length of a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct LengthView {
    /// In characters, counted as the service counts.
    pub characters: u32,
    /// The most that the service takes there, where that is known.
    pub limit: Option<LimitView>,
}

/// The longest text that the service takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct LimitView {
    /// The most characters.
    pub characters: u32,
    /// How they are counted, and whether the service says so.
    pub counted: Say,
    /// Where it comes from.
    pub source: Option<SourceShown>,
}
