//! The platform's support, and what it keeps of the reward.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::cited::{Cite, Known, Text};
use super::limit::LengthLimit;
use super::request::ReviewTime;
use crate::money::FeeTier;

/// The platform's support.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// What it is called.
    pub name: Text,
    /// Ways to reach it, the best first.
    #[serde(default)]
    pub entrances: Vec<Entrance>,
    /// Business days after which writing again is sensible. Our own advice where nothing is published; the cite says which.
    pub write_again_after: ReviewTime,
    /// Where that comes from.
    pub cite: Cite,
}

/// A way to reach support.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// The longest text that it takes, where the platform says so.
    #[serde(default)]
    pub length_limit: Option<LengthLimit>,
    /// Where it comes from.
    pub cite: Cite,
}

/// What the platform keeps of the reward.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FeeRule {
    /// The fee in one sentence, where tiers alone do not say it: by contract, by the years with a client, in another
    /// currency.
    #[serde(default)]
    pub text: Option<Text>,
    /// The tiers, on the amount with tax, lowest first; empty where no figure can be computed from what is published.
    #[serde(default)]
    pub tiers: Vec<FeeTier>,
    /// Consumption tax on the fee, in basis points.
    pub tax_basis_points: u32,
    /// Where it comes from.
    pub cite: Cite,
}
