//! The shape of a draft.

use crate::standing::{DraftPurpose, StateName};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::rules::Text;

/// The key of a draft, for example `inquiry-link-missing`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct DraftId(pub String);

/// A draft as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftTemplate {
    /// Its key.
    pub id: DraftId,
    /// What it is called.
    pub name: Text,
    /// What it is for; the standing's next steps find it by this. `None` for a text that only guides lead to.
    #[serde(default)]
    pub purpose: Option<DraftPurpose>,
    /// The states in which asking support means this letter, and not the one that asks about the link.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked_in: Vec<StateName>,
    /// Who reads it. A message to the client may carry no contact data before an approval.
    pub to: Addressee,
    /// The subject, where the way of sending has one.
    #[serde(default)]
    pub subject: Option<Text>,
    /// The lines.
    pub lines: Vec<Line>,
    /// What is looked at before copying.
    pub checks: Vec<Check>,
}

/// Who reads a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Addressee {
    /// The platform's support.
    Office,
    /// The other party.
    Client,
    /// A field of the platform's own form.
    Form,
}

/// One line; `{field}` stands for a value of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The words.
    pub text: Text,
    /// What happens when a field of this line is not recorded: the line is left out, or it stays with a gap that 点検 names.
    #[serde(default)]
    pub missing: WhenMissing,
}

/// What happens to a line of which a field is not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WhenMissing {
    /// The line stays with a visible gap, and 点検 names the field.
    #[default]
    Gap,
    /// The line is left out.
    Drop,
}

/// A value that a draft can take from the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The user's name on the platform.
    UserName,
    /// The registered address.
    RegisteredEmail,
    /// The client's name.
    ClientName,
    /// 依頼名.
    Title,
    /// The address of the contract.
    Url,
    /// The number of the contract.
    Number,
    /// How it is contracted.
    Format,
    /// The stage reached, with its day.
    Stage,
    /// Where the user looked, and when.
    PlacesLooked,
    /// Since when the link has been missing.
    MissingSince,
    /// What the client sees.
    ClientSees,
    /// What the status shows.
    StatusShown,
    /// Why contact outside is needed.
    Reason,
    /// The means the client asked for.
    Channels,
    /// When the last inquiry was sent.
    InquirySent,
    /// The name of the request on this platform.
    RequestName,
    /// Where the link is on the site.
    WebPlace,
    /// Where the link is in the app.
    AppPlace,
    /// How long a review takes at most.
    ReviewTime,
    /// When the request was filed.
    RequestFiled,
    /// When the work was delivered.
    Delivered,
    /// The words of a restriction, as shown.
    RestrictionWords,
}

/// What is looked at before copying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// The sender is the registered address.
    SenderIsRegistered,
    /// The address of the contract is there.
    HasUrl,
    /// No gap is left.
    NoGaps,
    /// No contact data to the client before an approval.
    NoContactData,
    /// No other client's name.
    NoOtherClient,
    /// Screenshots are attached by hand.
    Attachments,
}

impl Check {
    /// Every one, in the order of this type.
    pub const ALL: [Self; 6] = [
        Self::SenderIsRegistered,
        Self::HasUrl,
        Self::NoGaps,
        Self::NoContactData,
        Self::NoOtherClient,
        Self::Attachments,
    ];

    /// The word for it in data and in answers for scripts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SenderIsRegistered => "sender_is_registered",
            Self::HasUrl => "has_url",
            Self::NoGaps => "no_gaps",
            Self::NoContactData => "no_contact_data",
            Self::NoOtherClient => "no_other_client",
            Self::Attachments => "attachments",
        }
    }
}

impl DraftTemplate {
    /// What it is for in a state: a letter that asks support in this state stands in for the usual one.
    pub fn purpose_in(&self, state: StateName) -> Option<DraftPurpose> {
        if self.asked_in.contains(&state) { Some(DraftPurpose::InquiryToOffice) } else { self.purpose }
    }
}

impl Field {
    /// Every value, in the order of this type.
    pub const ALL: [Self; 22] = [
        Self::UserName,
        Self::RegisteredEmail,
        Self::ClientName,
        Self::Title,
        Self::Url,
        Self::Number,
        Self::Format,
        Self::Stage,
        Self::PlacesLooked,
        Self::MissingSince,
        Self::ClientSees,
        Self::StatusShown,
        Self::Reason,
        Self::Channels,
        Self::InquirySent,
        Self::RequestName,
        Self::WebPlace,
        Self::AppPlace,
        Self::ReviewTime,
        Self::RequestFiled,
        Self::Delivered,
        Self::RestrictionWords,
    ];

    /// The name by which a template calls it: `{client_name}`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::UserName => "user_name",
            Self::RegisteredEmail => "registered_email",
            Self::ClientName => "client_name",
            Self::Title => "title",
            Self::Url => "url",
            Self::Number => "number",
            Self::Format => "format",
            Self::Stage => "stage",
            Self::PlacesLooked => "places_looked",
            Self::MissingSince => "missing_since",
            Self::ClientSees => "client_sees",
            Self::StatusShown => "status_shown",
            Self::Reason => "reason",
            Self::Channels => "channels",
            Self::InquirySent => "inquiry_sent",
            Self::RequestName => "request_name",
            Self::WebPlace => "web_place",
            Self::AppPlace => "app_place",
            Self::ReviewTime => "review_time",
            Self::RequestFiled => "request_filed",
            Self::Delivered => "delivered",
            Self::RestrictionWords => "restriction_words",
        }
    }

    /// The value of this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }
}
