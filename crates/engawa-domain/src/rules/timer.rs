//! Spans of time that start with a fact.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::cited::{Cite, Text};
use crate::facts::{Format, Stage};

/// A span of time that starts with a recorded fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// The stage that is usually reached by then: shown as the plan for it. A limit is no plan.
    #[serde(default)]
    pub plans: Option<Stage>,
    /// The formats it applies to; empty means all.
    #[serde(default)]
    pub formats: Vec<Format>,
    /// Where it comes from.
    pub cite: Cite,
}

/// What starts a timer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum TimerStart {
    /// A stage.
    Stage {
        /// Which.
        stage: Stage,
    },
    /// An inquiry was sent.
    InquirySent,
    /// The last day of delivery that was agreed on, of a task the day on which it closes. It runs once the work was delivered.
    DeliveryDue,
}

/// How long a timer runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Calendar days.
    Days(u32),
    /// Business days of the platform.
    BusinessDays(u32),
    /// Hours. Where the time of the start is not recorded they are counted from the beginning of its day, so that the
    /// date shown is never too late.
    Hours(u32),
    /// Months: the same day of a later month, or its last one.
    Months(u32),
}
