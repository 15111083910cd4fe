//! The shape of `contracts.toml`.

use engawa_domain::facts::{Channel, FiledBy, Party, Place, Seen, Stage, StatusValue};
use serde::Deserialize;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sample {
    pub user_name: String,
    pub registered_email: String,
    pub contracts: Vec<SampleContract>,
    pub bulk: Bulk,
}

/// The shape of the rule of the service that a contract runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum RuleShape {
    /// The platform must approve.
    Approval,
    /// Never.
    Forbidden,
    /// From a stage on, or always, without an approval.
    Open,
    /// Not published.
    NotKnown,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleContract {
    pub rule: RuleShape,
    pub title: String,
    pub client: SampleClient,
    pub amount: u32,
    pub delivery: Option<i32>,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub stages: Vec<AtStage>,
    #[serde(default)]
    pub wishes: Vec<Wished>,
    #[serde(default)]
    pub looks: Vec<Looked>,
    #[serde(default)]
    pub requests: Vec<Filed>,
    #[serde(default)]
    pub statuses: Vec<Shown>,
    #[serde(default)]
    pub heard: Vec<Heard>,
    #[serde(default)]
    pub inquiries: Vec<Asked>,
    #[serde(default)]
    pub contacts: Vec<Talked>,
    #[serde(default)]
    pub payments: Vec<Paid>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleClient {
    pub name: String,
    pub reading: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AtStage {
    pub stage: Stage,
    /// Days from today.
    pub day: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wished {
    pub channels: Vec<Channel>,
    /// Days from today.
    pub day: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Looked {
    pub looker: Party,
    pub place: Place,
    pub seen: Seen,
    /// Days from today.
    pub day: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Paid {
    /// In yen, with everything taken off.
    pub amount: u32,
    /// Days from today.
    pub day: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Filed {
    pub by: FiledBy,
    /// Days from today.
    pub day: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shown {
    pub value: StatusValue,
    pub words: Option<String>,
    /// Days from today.
    pub day: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Heard {
    pub value: StatusValue,
    /// Days from today.
    pub day: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    pub entrance: String,
    pub body: String,
    /// Days from today.
    pub day: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Talked {
    pub channel: Channel,
    pub note: String,
    /// Days from today.
    pub day: i32,
}

/// What generated contracts are put together from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bulk {
    pub things: Vec<String>,
    pub works: Vec<String>,
    pub names: Vec<String>,
    pub readings: Vec<String>,
    pub kinds: Vec<String>,
    pub kind_readings: Vec<String>,
    pub words: BulkWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BulkWords {
    pub approved: String,
    pub denied: String,
}
