//! What the user says of the rules: a service of their own, and values of a pack that they corrected.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::contact::{DealOutside, Shape};
use crate::calendar::Day;
use crate::facts::Stage;
use crate::ids::{CorrectionId, OwnServiceId, PlatformId};
use crate::text::Title;

/// A service without a pack, or a direct client, as the user describes it by answering five questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OwnService {
    /// Its identifier.
    pub id: OwnServiceId,
    /// Its name.
    pub name: Title,
    /// Who may talk outside, and when.
    pub contact: OwnContact,
    /// Whether dealing and paying outside is permitted.
    pub deal: DealOutside,
    /// Where the user read it. Without one, nothing of it carries a "yes".
    pub source: Option<OwnSource>,
    /// How its support is reached, in the user's words; may be empty.
    pub support: String,
    /// Business days after which it makes sense to write to support again.
    pub answer_days: u32,
    /// Free words of the user.
    pub note: String,
}

impl OwnService {
    /// The key under which accounts name it.
    pub fn platform(&self) -> PlatformId {
        self.id.platform()
    }
}

/// What the keys of the user's own services begin with. No pack may have such a name.
pub const OWN_PREFIX: &str = "own-";

impl OwnServiceId {
    /// The key under which accounts name the service.
    pub fn platform(self) -> PlatformId {
        PlatformId(format!("{OWN_PREFIX}{self}"))
    }

    /// The service that a key names, where it names one of the user's own.
    pub fn of(platform: &PlatformId) -> Option<Self> {
        platform.0.strip_prefix(OWN_PREFIX)?.parse().ok()
    }
}

/// Who may talk outside at the user's own service: the shapes of [`Shape`], as one asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum OwnContact {
    /// The service must approve it for each contract.
    Approval,
    /// Once there is a contract.
    AfterContract,
    /// Once the money is held by the service.
    AfterEscrow,
    /// Never.
    Forbidden,
    /// Always: a direct client.
    Free,
    /// The user does not know.
    NotKnown,
}

impl OwnContact {
    /// Every value.
    pub const ALL: [Self; 6] =
        [Self::Approval, Self::AfterContract, Self::AfterEscrow, Self::Forbidden, Self::Free, Self::NotKnown];

    /// The shape of such a rule.
    pub fn shape(self) -> Shape {
        match self {
            Self::Approval => Shape::Approval,
            Self::AfterContract => Shape::Gate { gate: Stage::Contracted },
            Self::AfterEscrow => Shape::Gate { gate: Stage::Escrowed },
            Self::Forbidden => Shape::Forbidden,
            Self::Free => Shape::Free,
            Self::NotKnown => Shape::NotKnown,
        }
    }
}

/// Where the user read something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OwnSource {
    /// The page, or the agreement.
    pub title: Title,
    /// Its address; empty where it has none.
    pub address: String,
    /// The day on which the user looked.
    pub looked: Day,
}

/// A value of a pack that the user corrected. It outlives newer packs; one that says something else than when the correction
/// was made is a conflict, and is shown until the user decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Correction {
    /// Its identifier.
    pub id: CorrectionId,
    /// Whose rules.
    pub platform: PlatformId,
    /// The way to the value: `timers.inspection.span.days`.
    pub path: String,
    /// What the user says it is, as a pack writes it.
    pub value: String,
    /// What the pack said when the correction was made.
    pub shipped: String,
    /// Where the user read it.
    pub source: OwnSource,
    /// Free words of the user.
    pub note: String,
}
