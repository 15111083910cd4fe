//! What the user recorded: facts, never answers.
//!
//! Each fact carries the day it became true in the platform's zone ([`When`](crate::calendar::When)); when it was
//! written down is the journal's business.

mod document;
mod evidence;
mod ledger;
mod parties;
mod progress;

pub use document::{Document, DocumentChange, DocumentCorrection, DocumentDid, DocumentField, DocumentKind};
pub use evidence::{Evidence, EvidenceLink, FactRef, Origin, Sha256Hex};
pub use ledger::{
    ContactRequest, CopiedAnyway, FiledBy, Inquiry, InquiryReply, InquiryResult, LinkSighting, Looker,
    OutsideContact, Payment, Restriction, Seen, Shown, StatusSeen, StatusValue, Wish, Witness,
};
pub use parties::{Account, Client, ClientKind, Party};
pub use progress::{Channel, Contract, Format, Place, Role, Stage, StageEvent};

use serde::{Deserialize, Serialize};
use specta::Type;

/// Everything recorded about one contract: the argument of [`standing`](crate::standing::standing), of guides and of drafts.
///
/// Order inside the lists carries no meaning; dates do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ContractFacts {
    /// The contract itself.
    pub contract: Contract,
    /// The registration it runs under.
    pub account: Account,
    /// The other party.
    pub client: Client,
    /// Its dated stages.
    pub stages: Vec<StageEvent>,
    /// Who looked for the link.
    pub sightings: Vec<LinkSighting>,
    /// Applications filed for this contract, by either side.
    pub requests: Vec<ContactRequest>,
    /// What the platform was seen to show.
    pub statuses: Vec<StatusSeen>,
    /// Messages to the platform's support.
    pub inquiries: Vec<Inquiry>,
    /// What the client asked for.
    pub wishes: Vec<Wish>,
    /// Contact outside that took place.
    pub outside_contacts: Vec<OutsideContact>,
    /// Restrictions of the user's or the client's account.
    pub restrictions: Vec<Restriction>,
    /// What was really paid.
    pub payments: Vec<Payment>,
}
