//! Files kept as proof.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::calendar::Moment;
use crate::ids::{
    ContractId, EvidenceId, EvidenceLinkId, InquiryId, OutsideContactId, PaymentId, RequestId, RestrictionId,
    SightingId, StageEventId, StatusId, WishId,
};

/// SHA-256 in 64 lower-case hex digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct Sha256Hex(pub String);

/// A file kept byte for byte under its SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Evidence {
    /// Its identifier.
    pub id: EvidenceId,
    /// The hash of its bytes, and its name in the vault.
    pub sha256: Sha256Hex,
    /// Its size in bytes.
    pub bytes: u64,
    /// The name it came with.
    pub original_name: String,
    /// What kind of file it is, for example `image/png`; told from its first bytes, not its name.
    pub media_type: String,
    /// When it was taken into the book.
    pub captured: Moment,
    /// How it came in.
    pub origin: Origin,
    /// Free words of the user.
    pub note: String,
}

/// How a file came into the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Chosen in the file dialog.
    Picked,
    /// Dropped on the window.
    Dropped,
    /// Pasted from the clipboard.
    Pasted,
    /// Added by the command line or an import.
    Imported,
}

/// Ties a file to what it proves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EvidenceLink {
    /// Its identifier.
    pub id: EvidenceLinkId,
    /// The file.
    pub evidence: EvidenceId,
    /// The contract.
    pub contract: ContractId,
    /// The fact it proves; `None` when it belongs to the contract as a whole.
    pub fact: Option<FactRef>,
}

/// A fact, by kind and identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum FactRef {
    /// A stage.
    Stage(StageEventId),
    /// A link check.
    Sighting(SightingId),
    /// A request.
    Request(RequestId),
    /// A status.
    Status(StatusId),
    /// An inquiry.
    Inquiry(InquiryId),
    /// What the client asked for.
    Wish(WishId),
    /// Contact outside.
    OutsideContact(OutsideContactId),
    /// A restriction.
    Restriction(RestrictionId),
    /// A payment.
    Payment(PaymentId),
}
