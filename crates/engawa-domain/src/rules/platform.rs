//! What a platform permits, who may ask for it, where, and how long it takes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::cited::{Cite, Known, Sources, Text};
use crate::calendar::{BusinessCalendar, Day};
use crate::facts::{Format, Party, Place, Stage};
use crate::ids::PlatformId;
use crate::message::FindingKind;
use crate::money::FeeTier;

/// One platform's rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PlatformRules {
    /// Its key.
    pub id: PlatformId,
    /// Its name on screen.
    pub name: Text,
    /// The day on which the pack as a whole was last checked.
    pub checked: Day,
    /// IANA name of the zone in which its days are counted.
    pub zone: String,
    /// Host names of its own pages: an address there is not contact data.
    pub hosts: Vec<String>,
    /// Who may talk outside, when.
    pub contact: ContactRule,
    /// Dealing and paying outside: another question than contact, shown beside it always.
    pub deal_outside: DealRule,
    /// The way to ask for contact outside, where there is one.
    pub request: Option<RequestRule>,
    /// What holds for each way of contracting.
    pub formats: BTreeMap<Format, FormatRule>,
    /// Days on which the platform's office is closed, beside weekends and holidays; the calendar by which it counts.
    pub closures: BusinessCalendar,
    /// Spans of time that start at a stage.
    pub timers: Vec<Timer>,
    /// The platform's support.
    pub support: Support,
    /// What the platform keeps of the reward.
    pub fee: Option<FeeRule>,
    /// What the platform warns of or forbids in messages, beside contact and dealing outside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[specta(skip)] // the window asks for findings, never for these
    pub warnings: Vec<Warning>,
    /// What nobody has published.
    pub unknowns: Vec<UnknownPoint>,
    /// The pages all this rests on.
    pub sources: Sources,
}

impl PlatformRules {
    /// The calendar by which this platform counts business days.
    pub fn business_calendar(&self) -> &BusinessCalendar {
        &self.closures
    }
}

/// The rule on contact outside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
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

/// The five shapes a rule on contact outside can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
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

/// Dealing and paying outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
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
#[serde(rename_all = "snake_case")]
pub enum DealOutside {
    /// It is not, also after an approval of contact.
    Forbidden,
    /// Not published: treat as forbidden and ask.
    Unknown,
    /// It is, for example with a direct client.
    Permitted,
}

/// The platform's application for contact outside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct RequestRule {
    /// What the platform calls it.
    pub name: Text,
    /// Who may file it.
    pub who_may_file: Vec<Party>,
    /// How many may be filed per contract, both sides together.
    pub limit: Known<u32>,
    /// How long the review takes at most.
    pub review: Known<ReviewTime>,
    /// Whether an approval given before the contract holds after it.
    pub survives_contract: Known<bool>,
    /// Whether an approval holds after the contract has ended.
    pub survives_end: Known<bool>,
    /// Where the link is.
    pub places: Vec<LinkPlace>,
    /// The words the platform is known to show, by meaning; any other words are kept verbatim and asked about.
    pub documented_words: Vec<DocumentedWord>,
    /// Where all this comes from.
    pub cite: Cite,
}

/// A word the platform is known to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct DocumentedWord {
    /// The word, verbatim.
    pub word: String,
    /// What it means.
    pub means: crate::facts::StatusValue,
    /// Where it is documented.
    pub cite: Cite,
}

/// How long a review takes at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct ReviewTime {
    /// Business days of the platform, the day of filing not counted.
    pub business_days: u32,
}

/// Where the link to the request is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct LinkPlace {
    /// Site or app.
    pub place: Place,
    /// The screen to open.
    pub screen: Text,
    /// The box or tab on that screen, as labelled there.
    pub section: Text,
    /// The link or button, as labelled there.
    pub link: Text,
    /// Where it comes from.
    pub cite: Cite,
}

/// What holds for one way of contracting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct FormatRule {
    /// Whether the request can be filed at all.
    pub request_possible: Known<bool>,
    /// Where it comes from.
    pub cite: Cite,
}

/// A span of time that starts at a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Timer {
    /// Its key.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// What to do when it is due.
    pub due_text: Text,
    /// What starts it.
    pub starts: TimerStart,
    /// How long it runs.
    pub span: Span,
    /// The stages any of which stops it.
    pub stops: Vec<Stage>,
    /// The formats it applies to; empty means all.
    #[serde(default)]
    pub formats: Vec<Format>,
    /// Where it comes from.
    pub cite: Cite,
}

/// What starts a timer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum TimerStart {
    /// A stage.
    Stage {
        /// Which.
        stage: Stage,
    },
    /// An inquiry was sent.
    InquirySent,
}

/// How long a timer runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Calendar days.
    Days(u32),
    /// Business days of the platform.
    BusinessDays(u32),
}

/// The platform's support.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// What it is called.
    pub name: Text,
    /// Ways to reach it, the best first.
    pub entrances: Vec<Entrance>,
    /// Business days after which writing again is sensible. Our own advice where nothing is published; the cite says which.
    pub write_again_after: ReviewTime,
    /// Where that comes from.
    pub cite: Cite,
}

/// A way to reach support.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Entrance {
    /// Its key.
    pub id: String,
    /// How to get there.
    pub text: Text,
    /// Its address, where there is one.
    #[serde(default)]
    pub address: Option<String>,
    /// Whether the sender must be the registered address.
    pub registered_address: Known<bool>,
    /// Where it comes from.
    pub cite: Cite,
}

/// What the platform keeps of the reward.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct FeeRule {
    /// The tiers, on the amount with tax, lowest first.
    pub tiers: Vec<FeeTier>,
    /// Consumption tax on the fee, in basis points.
    pub tax_basis_points: u32,
    /// Where it comes from.
    pub cite: Cite,
}

/// Something in a message that the platform warns of or forbids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
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
#[serde(deny_unknown_fields)]
pub struct UnknownPoint {
    /// Its key.
    pub id: String,
    /// The sentence for the user.
    pub text: Text,
}
