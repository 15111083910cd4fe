//! A run of a guide, as it is kept.

use engawa_domain::calendar::When;
use engawa_domain::guide::{Answers, GuideId};
use engawa_domain::ids::{ContractId, PlatformId, RunId};

/// A run of a guide: which, about what, and everything answered so far. Where it stands is computed from the guide as it is
/// today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideRun {
    /// Its identifier.
    pub id: RunId,
    /// The guide, a key within the platform's pack.
    pub guide: GuideId,
    /// The platform whose guide it is.
    pub platform: PlatformId,
    /// The contract it is about, if any.
    pub contract: Option<ContractId>,
    /// When it was started.
    pub started: When,
    /// What was answered.
    pub answers: Answers,
}
