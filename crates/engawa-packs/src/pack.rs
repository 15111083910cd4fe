//! One platform's pack.

use std::collections::BTreeSet;
use std::sync::Arc;

use engawa_domain::draft::{DraftId, DraftTemplate};
use engawa_domain::guide::{Guide, GuideId};
use engawa_domain::rules::PlatformRules;
use engawa_domain::standing::{DraftPurpose, StateName};

/// One platform: its rules, its guides, its drafts.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// What it permits.
    pub rules: PlatformRules,
    /// Its guides, the one that is listed and offered first in front. One that is written for every service is held once,
    /// by all packs that have none of their own of that name.
    pub guides: Vec<Arc<Guide>>,
    /// Its drafts; those of its own first.
    pub drafts: Vec<Arc<DraftTemplate>>,
    /// Which of the guides are written for every service.
    pub(crate) shared: BTreeSet<GuideId>,
}

/// For whom a guide is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WrittenFor {
    /// For this service: it may name its screens and its dates.
    Service,
    /// For every service: it says of a service only what the rules of that service say.
    Everyone,
}

impl Pack {
    /// A pack of rules alone, without guides or drafts.
    pub fn of_rules(rules: PlatformRules) -> Self {
        Self { rules, guides: Vec::new(), drafts: Vec::new(), shared: BTreeSet::new() }
    }

    /// The guide with this key.
    pub fn guide(&self, id: &GuideId) -> Option<&Arc<Guide>> {
        self.guides.iter().find(|guide| &guide.id == id)
    }

    /// For whom the guide with this key is written.
    pub fn written_for(&self, id: &GuideId) -> WrittenFor {
        if self.shared.contains(id) { WrittenFor::Everyone } else { WrittenFor::Service }
    }

    /// The guides that are written for this service.
    pub fn own_guides(&self) -> impl Iterator<Item = &Arc<Guide>> {
        self.guides.iter().filter(|guide| self.written_for(&guide.id) == WrittenFor::Service)
    }

    /// The guides offered on a contract in this state.
    pub fn guides_in(&self, state: StateName) -> impl Iterator<Item = &Guide> {
        self.guides.iter().map(Arc::as_ref).filter(move |guide| guide.offered_in.contains(&state))
    }

    /// The draft with this key.
    pub fn draft(&self, id: &DraftId) -> Option<&DraftTemplate> {
        self.drafts.iter().map(Arc::as_ref).find(|draft| &draft.id == id)
    }

    /// The draft for a purpose: what a next step of the standing asks for.
    pub fn draft_for(&self, purpose: DraftPurpose) -> Option<&DraftTemplate> {
        self.drafts.iter().map(Arc::as_ref).find(|draft| draft.purpose == Some(purpose))
    }
}
