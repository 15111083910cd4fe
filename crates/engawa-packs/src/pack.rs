//! One platform's pack.

use engawa_domain::draft::{DraftId, DraftTemplate};
use engawa_domain::guide::{Guide, GuideId};
use engawa_domain::rules::PlatformRules;
use engawa_domain::standing::{DraftPurpose, StateName};

/// One platform: its rules, its guides, its drafts.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// What it permits.
    pub rules: PlatformRules,
    /// Its guides, the one that is listed and offered first in front.
    pub guides: Vec<Guide>,
    /// Its drafts, by key.
    pub drafts: Vec<DraftTemplate>,
}

impl Pack {
    /// The guide with this key.
    pub fn guide(&self, id: &GuideId) -> Option<&Guide> {
        self.guides.iter().find(|guide| &guide.id == id)
    }

    /// The guides offered on a contract in this state.
    pub fn guides_in(&self, state: StateName) -> impl Iterator<Item = &Guide> {
        self.guides.iter().filter(move |guide| guide.offered_in.contains(&state))
    }

    /// The draft with this key.
    pub fn draft(&self, id: &DraftId) -> Option<&DraftTemplate> {
        self.drafts.iter().find(|draft| &draft.id == id)
    }

    /// The draft for a purpose: what a next step of the standing asks for.
    pub fn draft_for(&self, purpose: DraftPurpose) -> Option<&DraftTemplate> {
        self.drafts.iter().find(|draft| draft.purpose == Some(purpose))
    }
}
