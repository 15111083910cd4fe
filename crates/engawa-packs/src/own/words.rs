//! The words of rules that the user wrote down: `packs/common/own.toml`.

use engawa_domain::rules::{DealOutside, Shape, Text};
use serde::{Deserialize, Serialize};

/// Every sentence that a rule of the user's needs and that only the pack of a service would know better.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnWords {
    contact: OfContact,
    deal: OfDeal,
    pub request: OfRequest,
    pub support: OfSupport,
    pub source: OfSource,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfContact {
    approval: Before,
    gate: Before,
    gate_and_approval: Before,
    forbidden: Before,
    free: Before,
    not_known: Before,
}

/// A rule on contact, before and after it is permitted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Before {
    pub text: Text,
    pub permitted: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfDeal {
    forbidden: Text,
    unknown: Text,
    permitted: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfRequest {
    pub name: Text,
    pub place_not_known: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfSupport {
    pub name: Text,
    pub entrance: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfSource {
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
