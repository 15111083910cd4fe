//! Identifiers: one type per kind of record, so that an account can never stand where a contract is meant.
//!
//! The values are UUID version 7, made by `engawa-book`; this crate only carries them.

use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
        #[serde(transparent)]
        pub struct $name(#[specta(type = String)] pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A registration of the user at a platform.
    AccountId,
    /// The other party.
    ClientId,
    /// One 相談 or 契約: the unit to which a permission belongs.
    ContractId,
    /// A dated stage of a contract.
    StageEventId,
    /// Somebody looked for the link and saw it or not.
    SightingId,
    /// An application for contact outside.
    RequestId,
    /// Something the platform showed about the request.
    StatusId,
    /// A message to the platform's support.
    InquiryId,
    /// The client asked to talk outside.
    WishId,
    /// Contact outside that took place.
    OutsideContactId,
    /// A restriction of an account that somebody noticed.
    RestrictionId,
    /// A payment that came.
    PaymentId,
    /// A text copied although something was found in it.
    CopiedAnywayId,
    /// A service that the user added.
    OwnServiceId,
    /// A value of a pack that the user corrected.
    CorrectionId,
    /// A run of a guide.
    RunId,
    /// A file kept byte for byte.
    EvidenceId,
    /// The tie between a file and what it proves.
    EvidenceLinkId,
    /// A kept file declared to be the document of an electronic transaction.
    DocumentId,
    /// A line of the log of such documents.
    DocumentCorrectionId,
    /// One user action; repeating it after a crash does not double it.
    ActionId,
}

/// A platform as the packs name it, for example `own-1`: a key into the rule packs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct PlatformId(pub String);

impl std::fmt::Display for PlatformId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
