//! What can be found.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::rules::{Cite, PlatformRules, Text};
use crate::say::Say;
use crate::standing::DraftPurpose;

/// A passage that calls for a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Of what kind it is.
    pub kind: FindingKind,
    /// Where it stands, in characters (Unicode scalar values) of the message as given, the end not included.
    pub place: Range<usize>,
    /// The passage, exactly as it stands there.
    pub words: String,
    /// Why it is shown.
    pub grounds: Grounds,
}

/// Why a passage is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grounds {
    /// What its kind says.
    Kind,
    /// Contact is permitted, but the request named other means of contact: whether the approval reaches this one is not known.
    OtherMeans,
}

impl Finding {
    /// How many there are, in a sentence.
    pub fn count(found: &[Self]) -> Say {
        Say::new("message-found").with("count", u32::try_from(found.len()).unwrap_or(u32::MAX))
    }

    /// What it is called.
    pub fn name(&self) -> Say {
        match self.grounds {
            Grounds::Kind => self.kind.name(),
            Grounds::OtherMeans => Say::new("message-kind-other-means"),
        }
    }

    /// Why it calls for a look.
    pub fn why(&self) -> Say {
        match self.grounds {
            Grounds::Kind => self.kind.why(),
            Grounds::OtherMeans => Say::new("message-why-other-means"),
        }
    }

    /// What may be answered: calm, without blame, ready to copy.
    pub fn answer(&self) -> Say {
        match self.grounds {
            Grounds::Kind => self.kind.answer(),
            Grounds::OtherMeans => Say::new("message-answer-other-means"),
        }
    }

    /// What the draft is for that says it at length. Once a request was approved there is none to ask for.
    pub fn draft(&self) -> Option<DraftPurpose> {
        match self.grounds {
            Grounds::Kind => self.kind.draft(),
            Grounds::OtherMeans => None,
        }
    }

    /// What to record, so that it can be shown later.
    pub fn record(&self) -> Say {
        match self.grounds {
            Grounds::Kind => self.kind.record(),
            Grounds::OtherMeans => Say::new("message-record-other-means"),
        }
    }
}

/// The kinds of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Contact data, or a move of the talk to another means of contact.
    ContactInvitation,
    /// A contract outside the service.
    DirectDeal,
    /// Payment outside the service.
    OutsidePayment,
    /// Work before the money is held.
    WorkBeforeEscrow,
    /// Goods to buy, or fees to pay, at one's own cost.
    BuyGoods,
    /// A seminar, school or course, instead of work.
    SeminarSchool,
    /// Papers or numbers that prove who one is.
    IdentityPapers,
    /// That nothing need be asked of the service, or that the service need not know.
    NoNeedToApply,
    /// That messages or records be deleted or not kept.
    DeleteRequest,
}

impl FindingKind {
    /// Every kind, in the order of this type.
    pub const ALL: [Self; 9] = [
        Self::ContactInvitation,
        Self::DirectDeal,
        Self::OutsidePayment,
        Self::WorkBeforeEscrow,
        Self::BuyGoods,
        Self::SeminarSchool,
        Self::IdentityPapers,
        Self::NoNeedToApply,
        Self::DeleteRequest,
    ];

    /// The word for it in data and in answers for scripts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ContactInvitation => "contact_invitation",
            Self::DirectDeal => "direct_deal",
            Self::OutsidePayment => "outside_payment",
            Self::WorkBeforeEscrow => "work_before_escrow",
            Self::BuyGoods => "buy_goods",
            Self::SeminarSchool => "seminar_school",
            Self::IdentityPapers => "identity_papers",
            Self::NoNeedToApply => "no_need_to_apply",
            Self::DeleteRequest => "delete_request",
        }
    }

    /// The kind of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// What it is called.
    pub fn name(self) -> Say {
        Say::new(match self {
            Self::ContactInvitation => "message-kind-contact-invitation",
            Self::DirectDeal => "message-kind-direct-deal",
            Self::OutsidePayment => "message-kind-outside-payment",
            Self::WorkBeforeEscrow => "message-kind-work-before-escrow",
            Self::BuyGoods => "message-kind-buy-goods",
            Self::SeminarSchool => "message-kind-seminar-school",
            Self::IdentityPapers => "message-kind-identity-papers",
            Self::NoNeedToApply => "message-kind-no-need-to-apply",
            Self::DeleteRequest => "message-kind-delete-request",
        })
    }

    /// Why it calls for a look.
    pub fn why(self) -> Say {
        Say::new(match self {
            Self::ContactInvitation => "message-why-contact-invitation",
            Self::DirectDeal => "message-why-direct-deal",
            Self::OutsidePayment => "message-why-outside-payment",
            Self::WorkBeforeEscrow => "message-why-work-before-escrow",
            Self::BuyGoods => "message-why-buy-goods",
            Self::SeminarSchool => "message-why-seminar-school",
            Self::IdentityPapers => "message-why-identity-papers",
            Self::NoNeedToApply => "message-why-no-need-to-apply",
            Self::DeleteRequest => "message-why-delete-request",
        })
    }

    /// What may be answered: calm, without blame, ready to copy.
    pub fn answer(self) -> Say {
        Say::new(match self {
            Self::ContactInvitation => "message-answer-contact-invitation",
            Self::DirectDeal => "message-answer-direct-deal",
            Self::OutsidePayment => "message-answer-outside-payment",
            Self::WorkBeforeEscrow => "message-answer-work-before-escrow",
            Self::BuyGoods => "message-answer-buy-goods",
            Self::SeminarSchool => "message-answer-seminar-school",
            Self::IdentityPapers => "message-answer-identity-papers",
            Self::NoNeedToApply => "message-answer-no-need-to-apply",
            Self::DeleteRequest => "message-answer-delete-request",
        })
    }

    /// What the draft is for that says it at length.
    pub const fn draft(self) -> Option<DraftPurpose> {
        match self {
            Self::ContactInvitation | Self::NoNeedToApply => Some(DraftPurpose::AskClient),
            Self::DirectDeal | Self::OutsidePayment => Some(DraftPurpose::Decline),
            Self::WorkBeforeEscrow
            | Self::BuyGoods
            | Self::SeminarSchool
            | Self::IdentityPapers
            | Self::DeleteRequest => None,
        }
    }

    /// What to record, so that it can be shown later.
    pub fn record(self) -> Say {
        Say::new(match self {
            Self::ContactInvitation => "message-record-contact-invitation",
            Self::DirectDeal | Self::OutsidePayment => "message-record-deal",
            Self::WorkBeforeEscrow => "message-record-work-before-escrow",
            Self::NoNeedToApply => "message-record-no-need-to-apply",
            Self::DeleteRequest => "message-record-delete-request",
            Self::BuyGoods | Self::SeminarSchool | Self::IdentityPapers => "message-record-message",
        })
    }

    /// The rule of the service that it is held against: the warning for this kind where the pack has one, otherwise the rule
    /// on contact or on dealing outside. `None` where the service says nothing that we know of.
    pub fn rule(self, rules: &PlatformRules) -> Option<(&Text, &Cite)> {
        let warning = rules.warnings.iter().find(|warning| warning.about == self);
        if let Some(warning) = warning {
            return Some((&warning.text, &warning.cite));
        }
        match self {
            Self::ContactInvitation | Self::NoNeedToApply => Some((&rules.contact.text, &rules.contact.cite)),
            Self::DirectDeal | Self::OutsidePayment => {
                Some((&rules.deal_outside.text, &rules.deal_outside.cite))
            }
            Self::WorkBeforeEscrow
            | Self::BuyGoods
            | Self::SeminarSchool
            | Self::IdentityPapers
            | Self::DeleteRequest => None,
        }
    }
}
