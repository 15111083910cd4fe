//! Pieces that several reads share.

use engawa_domain::facts::{ContractFacts, FactRef};
use engawa_domain::guide::Guide;
use engawa_domain::ids::PlatformId;
use engawa_domain::rules::{Cite, PlatformRules};
use uuid::Uuid;

use crate::views::{ContractBrief, GuideBrief, PlatformBrief, SourceShown};

/// A platform in one line.
pub fn platform_brief(rules: &PlatformRules) -> PlatformBrief {
    PlatformBrief { id: rules.id.clone(), name: rules.name.clone(), checked: rules.checked }
}

/// A contract in one line.
pub fn contract_brief(facts: &ContractFacts, rules: &PlatformRules) -> ContractBrief {
    ContractBrief {
        id: facts.contract.id,
        title: facts.contract.title.as_str().to_owned(),
        client: facts.client.name.as_str().to_owned(),
        platform: platform_brief(rules),
    }
}

/// A guide in one line.
pub fn guide_brief(guide: &Guide, platform: &PlatformId, paths: u32) -> GuideBrief {
    GuideBrief {
        id: guide.id.clone(),
        platform: platform.clone(),
        title: guide.title.clone(),
        summary: guide.summary.clone(),
        paths,
        group: guide.group,
        urgency: guide.urgency(),
        offered_in: guide.offered_in.clone(),
    }
}

/// The page behind a cite; `None` when the pack does not have it.
pub fn source(cite: &Cite, rules: &PlatformRules) -> Option<SourceShown> {
    let source = rules.sources.get(&cite.source)?;
    Some(SourceShown { id: cite.source.clone(), source: source.clone(), checked: cite.checked })
}

/// The identifier of a fact, whatever its kind.
pub fn uuid(fact: FactRef) -> Uuid {
    match fact {
        FactRef::Stage(id) => id.0,
        FactRef::Sighting(id) => id.0,
        FactRef::Request(id) => id.0,
        FactRef::Status(id) => id.0,
        FactRef::Inquiry(id) => id.0,
        FactRef::Wish(id) => id.0,
        FactRef::OutsideContact(id) => id.0,
        FactRef::Payment(id) => id.0,
        FactRef::Restriction(id) => id.0,
    }
}
