//! The words of rules that the user wrote down: `packs/common/own.toml`.

use engawa_domain::rules::{DealOutside, Shape, Text};
use serde::{Deserialize, Serialize};

/// Every sentence that a rule of the user's needs and that only the pack of a service would know better.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnWords {
    /// Rules on contact outside, by their shape.
    contact: OfContact,
    /// Rules on contracts and payments outside.
    deal: OfDeal,
    /// The request, where the rule needs one.
    pub request: OfRequest,
    /// Support.
    pub support: OfSupport,
    /// Where it comes from.
    pub source: OfSource,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct OfContact {
    /// The service must approve it.
    approval: Before,
    /// It is permitted from a stage on.
    gate: Before,
    /// A stage must be reached, and then the service must approve it.
    gate_and_approval: Before,
    /// Never.
    forbidden: Before,
    /// Always.
    free: Before,
    /// Nobody knows.
    not_known: Before,
}

/// A rule on contact, before and after it is permitted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Before {
    /// As the standing card shows it before contact is permitted.
    pub text: Text,
    /// As it shows it afterwards.
    pub permitted: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct OfDeal {
    /// It is not permitted.
    forbidden: Text,
    /// Nobody knows.
    unknown: Text,
    /// It is permitted.
    permitted: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct OfRequest {
    /// What the request is called.
    pub name: Text,
    /// That nobody wrote down where it is filed.
    pub place_not_known: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct OfSupport {
    /// What support is called.
    pub name: Text,
    /// The way to it, where the user wrote none down.
    pub entrance: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct OfSource {
    /// What stands as the source where the user named none.
    pub unwritten: Text,
}

impl OwnWords {
    /// The words of a rule of this shape.
    pub fn contact(&self, shape: Shape) -> &Before {
        match shape {
            Shape::Approval => &self.contact.approval,
            Shape::Gate { .. } => &self.contact.gate,
            Shape::GateAndApproval { .. } => &self.contact.gate_and_approval,
            Shape::Forbidden => &self.contact.forbidden,
            Shape::Free => &self.contact.free,
            Shape::NotKnown => &self.contact.not_known,
        }
    }

    /// The words about dealing outside.
    pub fn deal(&self, permitted: DealOutside) -> &Text {
        match permitted {
            DealOutside::Forbidden => &self.deal.forbidden,
            DealOutside::Unknown => &self.deal.unknown,
            DealOutside::Permitted => &self.deal.permitted,
        }
    }
}
