//! Pieces that several views share.

use engawa_domain::calendar::Day;
use engawa_domain::facts::{Account, Client, Stage};
use engawa_domain::ids::{ContractId, EvidenceId, PlatformId};
use engawa_domain::rules::{Source, SourceId, Text};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A contract in one line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ContractBrief {
    /// Its identifier.
    pub id: ContractId,
    /// 依頼名.
    pub title: String,
    /// The client's name.
    pub client: String,
    /// The platform.
    pub platform: PlatformBrief,
}

/// A platform in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PlatformBrief {
    /// Its key.
    pub id: PlatformId,
    /// Its name.
    pub name: Text,
    /// When its rules were last checked.
    pub checked: Day,
}

/// An account with its platform and how many contracts run under it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct AccountView {
    /// The account.
    pub account: Account,
    /// Its platform.
    pub platform: PlatformBrief,
    /// Contracts under it.
    pub contracts: u32,
}

/// A client with the number of its contracts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ClientView {
    /// The client.
    pub client: Client,
    /// Contracts with it.
    pub contracts: u32,
}

/// A stage as shown: the recorded ones, and 業務, the span between 仮払い and 納品.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(tag = "shown", content = "stage", rename_all = "snake_case")]
pub enum StageShown {
    /// A recorded stage.
    Stage(Stage),
    /// 業務.
    Working,
}

/// A file in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EvidenceBrief {
    /// Its identifier.
    pub id: EvidenceId,
    /// The name it came with.
    pub name: String,
    /// What kind of file it is.
    pub media_type: String,
}

/// A page on which something rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SourceShown {
    /// Its key.
    pub id: SourceId,
    /// The page.
    pub source: Source,
    /// When it was checked.
    pub checked: Day,
}

/// What a typed day, time or amount was read as, while it is being typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "entry", rename_all = "snake_case")]
pub enum EntryShown {
    /// Nothing was typed.
    Empty,
    /// It was read: 11/24(火), 12,000円.
    Read {
        /// What it was read as.
        say: engawa_domain::say::Say,
    },
    /// It cannot be read as it stands.
    Refused {
        /// What is the matter, and the repairs.
        problem: crate::problem::FieldProblem,
    },
}

/// What is typed into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// An amount in yen.
    Amount,
    /// An e-mail address.
    Email,
}
