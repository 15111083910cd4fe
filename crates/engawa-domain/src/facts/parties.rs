//! The user's registrations and the other parties.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::ids::{AccountId, ClientId, PlatformId};
use crate::text::{EmailAddress, Title};

/// The user's registration at a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Account {
    /// Its identifier.
    pub id: AccountId,
    /// Where it is.
    pub platform: PlatformId,
    /// The user name shown there.
    pub user_name: Title,
    /// The address the platform knows. Support does not answer mail from any other (the mistake of the first real case);
    /// `None` until the user has looked it up, and then drafts warn.
    pub registered_email: Option<EmailAddress>,
    /// Free words of the user.
    pub note: String,
}

/// The other party of a contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Client {
    /// Its identifier.
    pub id: ClientId,
    /// The name as shown on the platform.
    pub name: Title,
    /// ふりがな: names sort by it. Empty when unknown.
    pub reading: String,
    /// Person, company or not known.
    pub kind: ClientKind,
    /// Free words of the user.
    pub note: String,
}

/// What kind of party a client is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ClientKind {
    /// An individual.
    Person,
    /// A company or another legal person.
    Company,
    /// Not recorded.
    Unknown,
}

/// One of the two sides of a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The user.
    Me,
    /// The other party.
    Client,
}
