//! One platform's rules, all together.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::cited::{Sources, Text};
use super::contact::{ContactRule, DealRule, Exemption};
use super::earlier::Earlier;
use super::limit::LengthLimit;
use super::notes::{Conflict, ConflictAbout, Duty, Operating, Penalty, UnknownPoint, Warning};
use super::request::{FormatRule, RequestRule};
use super::support::{FeeRule, Support};
use super::timer::Timer;
use crate::calendar::{BusinessCalendar, Day};
use crate::facts::{Format, Stage};
use crate::ids::PlatformId;

/// One platform's rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
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
    /// Whether it still operates.
    #[serde(default)]
    pub operating: Operating,
    /// Who may talk outside, when.
    pub contact: ContactRule,
    /// What is permitted for a purpose although contact is not.
    #[serde(default)]
    pub exemptions: Vec<Exemption>,
    /// Dealing and paying outside: another question than contact, shown beside it always.
    pub deal_outside: DealRule,
    /// The way to ask for contact outside, where there is one.
    #[serde(default)]
    pub request: Option<RequestRule>,
    /// The longest message to the other party, where the platform says so.
    #[serde(default)]
    pub message_limit: Option<LengthLimit>,
    /// What holds for each way of contracting.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(extend("propertyNames" = { "$ref": "#/definitions/Format" })))]
    pub formats: BTreeMap<Format, FormatRule>,
    /// What the platform calls a stage, where it has a word of its own.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(extend("propertyNames" = { "$ref": "#/definitions/Stage" })))]
    pub stage_words: BTreeMap<Stage, Text>,
    /// Days on which the platform's office is closed, beside weekends and holidays; the calendar by which it counts.
    pub closures: BusinessCalendar,
    /// Spans of time that start at a stage.
    #[serde(default)]
    pub timers: Vec<Timer>,
    /// The platform's support.
    pub support: Support,
    /// What the platform keeps of the reward.
    #[serde(default)]
    pub fee: Option<FeeRule>,
    /// What it does about a breach.
    #[serde(default)]
    pub penalties: Vec<Penalty>,
    /// What it asks of its users.
    #[serde(default)]
    pub duties: Vec<Duty>,
    /// Where its own pages do not agree.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
    /// What the platform warns of or forbids in messages, beside contact and dealing outside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[specta(skip)] // the window asks for findings, never for these
    pub warnings: Vec<Warning>,
    /// What nobody has published.
    #[serde(default)]
    pub unknowns: Vec<UnknownPoint>,
    /// What held before.
    #[serde(default)]
    pub earlier: Vec<Earlier>,
    /// The pages all this rests on.
    pub sources: Sources,
}

impl PlatformRules {
    /// The calendar by which this platform counts business days.
    pub fn business_calendar(&self) -> &BusinessCalendar {
        &self.closures
    }

    /// Where its pages do not agree about this.
    pub fn conflicts_about(&self, about: ConflictAbout) -> impl Iterator<Item = &Conflict> {
        self.conflicts.iter().filter(move |conflict| conflict.about == about)
    }
}
