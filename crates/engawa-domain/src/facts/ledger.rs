//! The request ledger: who looked for the link, who applied, what the platform showed, what support answered.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::parties::Party;
use super::progress::{Channel, Place};
use crate::calendar::When;
use crate::ids::{
    ContractId, CopiedAnywayId, InquiryId, OutsideContactId, PaymentId, RequestId, RestrictionId, SightingId,
    StatusId, WishId,
};
use crate::money::Yen;
use crate::text::{EmailAddress, Words};

/// Somebody looked for the place to apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LinkSighting {
    /// Its identifier.
    pub id: SightingId,
    /// The contract it was looked for.
    pub contract: ContractId,
    /// Who looked.
    pub looker: Looker,
    /// Where.
    pub place: Place,
    /// Whether it was there.
    pub seen: Seen,
    /// When.
    pub when: When,
    /// Free words of the user.
    pub note: String,
}

/// Who looked for the link. What the client says is hearsay and is kept apart from what the user saw.
pub type Looker = Party;

/// Whether the link was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// It was there.
    Visible,
    /// It was not there.
    Missing,
}

/// An application for contact outside, filed for one contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ContactRequest {
    /// Its identifier.
    pub id: RequestId,
    /// The contract it was filed for.
    pub contract: ContractId,
    /// Who filed it.
    pub by: FiledBy,
    /// When it was filed.
    pub when: When,
    /// The reason given.
    pub reason: String,
    /// The means of contact asked for.
    pub channels: Vec<Channel>,
}

/// Who filed a request. It counts whoever it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FiledBy {
    /// The user.
    Me,
    /// The client.
    Client,
    /// Not known; a status shows that somebody did.
    Unknown,
}

/// What the platform showed about the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StatusSeen {
    /// Its identifier.
    pub id: StatusId,
    /// The contract it was shown for.
    pub contract: ContractId,
    /// What it means, normalised.
    pub value: StatusValue,
    /// Who saw it, and the words on the screen.
    pub witness: Witness,
    /// When it was seen.
    pub when: When,
    /// Free words of the user.
    pub note: String,
}

/// A status, normalised. The words on the screen are kept beside it, since only some are documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StatusValue {
    /// Nothing is shown.
    Blank,
    /// Under review.
    Pending,
    /// Approved.
    Approved,
    /// Refused.
    Denied,
    /// Approved before, and taken back.
    Revoked,
    /// Words that fit none of these.
    Unclear,
}

impl StatusValue {
    /// Every value.
    pub const ALL: [Self; 6] =
        [Self::Blank, Self::Pending, Self::Approved, Self::Denied, Self::Revoked, Self::Unclear];
}

/// How the user knows of a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Witness {
    /// The user saw it.
    Me {
        /// The words on the screen, verbatim. `None` when the user did not write them down: then it proves nothing.
        words: Option<Words>,
        /// Where it was shown.
        shown: Shown,
    },
    /// The client said so. Hearsay: it never makes contact permitted.
    ToldByClient,
}

/// Where a status was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// On the site.
    Web,
    /// In the app.
    App,
    /// In a mail of the platform.
    Mail,
}

/// A message to the platform's support.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Inquiry {
    /// Its identifier.
    pub id: InquiryId,
    /// The contract it is about.
    pub contract: ContractId,
    /// The entrance used: a key into the pack's entrances.
    pub entrance: String,
    /// The address it was sent from. Support does not answer other addresses than the registered one.
    pub sender: EmailAddress,
    /// The text as sent.
    pub body: String,
    /// When it was sent.
    pub sent: When,
    /// The answer, when there is one.
    pub reply: Option<InquiryReply>,
}

/// Support's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct InquiryReply {
    /// When it came.
    pub when: When,
    /// What it came to.
    pub result: InquiryResult,
    /// The text, as received.
    pub text: String,
}

/// What an answer of support came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum InquiryResult {
    /// The user may apply now.
    CanApplyNow,
    /// They asked for more, or for another sender address.
    AskedForMore,
    /// They will not enable it.
    Refused,
    /// Nothing that helps.
    NoHelp,
}

/// The client asked to talk outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Wish {
    /// Its identifier.
    pub id: WishId,
    /// The contract in which it was asked.
    pub contract: ContractId,
    /// The means named.
    pub channels: Vec<Channel>,
    /// When.
    pub when: When,
    /// The client's words, or the user's note.
    pub note: String,
}

/// Contact outside that took place, permitted or not: it is part of the proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutsideContact {
    /// Its identifier.
    pub id: OutsideContactId,
    /// The contract it was about.
    pub contract: ContractId,
    /// The means used.
    pub channel: Channel,
    /// When.
    pub when: When,
    /// What was said or decided.
    pub note: String,
}

/// A restriction of an account that somebody noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Restriction {
    /// Its identifier.
    pub id: RestrictionId,
    /// The contract in which it was noticed.
    pub contract: ContractId,
    /// Whose account.
    pub party: Party,
    /// When it was noticed.
    pub when: When,
    /// The words on the screen, when there were any.
    pub words: Option<Words>,
}

/// What was really paid for a contract: the amount that reached the user, after everything the platform keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Payment {
    /// Its identifier.
    pub id: PaymentId,
    /// The contract it was for.
    pub contract: ContractId,
    /// How much came.
    pub amount: Yen,
    /// When.
    pub when: When,
    /// Free words of the user.
    pub note: String,
}

/// A text that was copied to be sent although something was found in it: the choice was the user's, and is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CopiedAnyway {
    /// Its identifier.
    pub id: CopiedAnywayId,
    /// The contract it was written for.
    pub contract: ContractId,
    /// The key of the draft it began as.
    pub draft: String,
    /// What was found, by its keys, joined by a space.
    pub found: String,
    /// The text as it was copied.
    pub text: String,
    /// When.
    pub when: When,
}
