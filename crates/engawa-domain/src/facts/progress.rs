//! A contract and its dated stages.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::calendar::{Day, When};
use crate::ids::{AccountId, ClientId, ContractId, StageEventId};
use crate::money::Yen;
use crate::text::Title;

/// One 相談 or 契約 on one platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Contract {
    /// Its identifier.
    pub id: ContractId,
    /// The registration it runs under; through it, the platform.
    pub account: AccountId,
    /// The other party.
    pub client: ClientId,
    /// 依頼名, kept byte for byte.
    pub title: Title,
    /// How the work is contracted.
    pub format: Format,
    /// The address of its page, as the user pasted it.
    pub url: Option<String>,
    /// The number the platform shows.
    pub number: Option<String>,
    /// Contract amount in yen, tax included.
    pub amount: Option<Yen>,
    /// The delivery date agreed on.
    pub delivery_due: Option<Day>,
    /// Why contact outside is needed: goes into the request and the inquiry.
    pub contact_reason: String,
    /// Free words of the user.
    pub note: String,
}

/// How the work is contracted; platforms differ in what each allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// 固定報酬.
    Fixed,
    /// 時間単価.
    Hourly,
    /// タスク: many small pieces, no thread with the client.
    Task,
    /// コンペ.
    Competition,
    /// 出品: somebody bought what the user offers.
    Listing,
    /// Not recorded, or another kind.
    Other,
}

impl Format {
    /// Every format, in the order shown.
    pub const ALL: [Self; 6] =
        [Self::Fixed, Self::Hourly, Self::Task, Self::Competition, Self::Listing, Self::Other];

    /// What the user is in a contract of this format.
    pub fn role(self) -> Role {
        match self {
            Self::Listing => Role::Seller,
            Self::Fixed | Self::Hourly | Self::Task | Self::Competition | Self::Other => Role::Worker,
        }
    }
}

/// What the user is in a contract. Some platforms give the two different rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Works on what somebody else posted.
    Worker,
    /// Sells what the user offers.
    Seller,
}

/// A stage of a contract, recorded as a dated event. 「業務」 is the span between 仮払い and 納品: shown, never stored.
///
/// What happens beside the usual way, such as a request to end it, is recorded here too: it has a day, and a rule may count from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 相談.
    Consultation,
    /// 条件提示.
    Terms,
    /// 契約.
    Contracted,
    /// 仮払い.
    Escrowed,
    /// 納品.
    Delivered,
    /// 検収.
    Inspected,
    /// 完了.
    Completed,
    /// 連絡催促: the service was asked to have the client answer.
    ReminderRequested,
    /// 途中終了の申し出: one side asked to end the contract early.
    TerminationRequested,
    /// 続行: the contract goes on after either, because the client answers again, or nobody agreed to end it.
    Continued,
    /// 途中終了.
    Terminated,
    /// 辞退.
    Declined,
}

impl Stage {
    /// Every stage: the usual way in its order, then what happens beside it; the last two end a contract early.
    pub const ALL: [Self; 12] = [
        Self::Consultation,
        Self::Terms,
        Self::Contracted,
        Self::Escrowed,
        Self::Delivered,
        Self::Inspected,
        Self::Completed,
        Self::ReminderRequested,
        Self::TerminationRequested,
        Self::Continued,
        Self::Terminated,
        Self::Declined,
    ];

    /// Whether nothing more is expected on the platform after this stage.
    pub fn ends_contract(self) -> bool {
        match self {
            Self::Completed | Self::Terminated | Self::Declined => true,
            Self::Consultation
            | Self::Terms
            | Self::Contracted
            | Self::Escrowed
            | Self::Delivered
            | Self::Inspected
            | Self::ReminderRequested
            | Self::TerminationRequested
            | Self::Continued => false,
        }
    }

    /// Whether it lies on the usual way, where one stage comes after another. What lies beside it may come at any point and
    /// does not tell which stages were reached.
    pub fn is_on_the_way(self) -> bool {
        match self {
            Self::Consultation
            | Self::Terms
            | Self::Contracted
            | Self::Escrowed
            | Self::Delivered
            | Self::Inspected
            | Self::Completed => true,
            Self::ReminderRequested
            | Self::TerminationRequested
            | Self::Continued
            | Self::Terminated
            | Self::Declined => false,
        }
    }
}

/// A stage with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StageEvent {
    /// Its identifier.
    pub id: StageEventId,
    /// The contract it belongs to.
    pub contract: ContractId,
    /// What was reached.
    pub stage: Stage,
    /// When it was reached.
    pub when: When,
    /// Free words of the user.
    pub note: String,
}

/// A means of talking outside the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
// The window has another `Channel`: the one its host brings.
#[serde(rename = "ContactChannel", rename_all = "snake_case")]
pub enum Channel {
    /// Chatwork.
    Chatwork,
    /// Zoom, Meet and other calls over the net.
    VideoCall,
    /// Mail.
    Email,
    /// Telephone.
    Phone,
    /// LINE.
    Line,
    /// Slack.
    Slack,
    /// Discord.
    Discord,
    /// Something else.
    Other,
}

impl Channel {
    /// Every means, in the order shown.
    pub const ALL: [Self; 8] = [
        Self::Chatwork,
        Self::VideoCall,
        Self::Email,
        Self::Phone,
        Self::Line,
        Self::Slack,
        Self::Discord,
        Self::Other,
    ];
}

/// Where somebody looked on the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The site in a browser.
    Web,
    /// The platform's app on a phone.
    App,
}
