//! What a guide looks up in the record, said in words.

use super::record::RecordFact;
use crate::facts::{FiledBy, InquiryResult, Party};
use crate::rules::ShapeName;
use crate::say::{Say, SayValue};
use crate::standing::{Contact, channel_name, format_name, place_name, stage_name, status_name};

impl RecordFact {
    /// The fact as a sentence: 「納品」の期日が来た.
    pub fn say(self) -> Say {
        match self {
            Self::LinkVisible { by: Party::Me } => Say::new("drawing-fact-link-visible"),
            Self::LinkVisible { by: Party::Client } => Say::new("drawing-fact-link-visible-client"),
            Self::LinkMissingOn { by: Party::Me, place } => {
                Say::new("drawing-fact-link-missing-on").with("place", place_name(place))
            }
            Self::LinkMissingOn { by: Party::Client, place } => {
                Say::new("drawing-fact-link-missing-on-client").with("place", place_name(place))
            }
            Self::LinkMissingEverywhere { by: Party::Me } => Say::new("drawing-fact-link-missing-everywhere"),
            Self::LinkMissingEverywhere { by: Party::Client } => {
                Say::new("drawing-fact-link-missing-everywhere-client")
            }
            Self::StatusSeen { value } => {
                Say::new("drawing-fact-status-seen").with("status", status_name(value))
            }
            Self::RequestFiled { by: FiledBy::Me } => Say::new("drawing-fact-request-filed"),
            Self::RequestFiled { by: FiledBy::Client } => Say::new("drawing-fact-request-filed-client"),
            Self::RequestFiled { by: FiledBy::Unknown } => Say::new("drawing-fact-request-filed-unknown"),
            Self::StageReached { stage } => {
                Say::new("drawing-fact-stage-reached").with("stage", stage_name(stage))
            }
            Self::Ended => Say::new("drawing-fact-ended"),
            Self::Running => Say::new("drawing-fact-running"),
            Self::TalksOnly => Say::new("drawing-fact-talks-only"),
            Self::FormatIs { format } => Say::new("drawing-fact-format").with("format", format_name(format)),
            Self::Restricted { party: Party::Me } => Say::new("drawing-fact-restricted"),
            Self::Restricted { party: Party::Client } => Say::new("drawing-fact-restricted-client"),
            Self::ContactTookPlace => Say::new("drawing-fact-contact"),
            Self::InquirySent => Say::new("drawing-fact-inquiry-sent"),
            Self::InquiryWaiting => Say::new("drawing-fact-inquiry-waiting"),
            Self::InquiryAnswered { result } => {
                Say::new("drawing-fact-inquiry-result").with("result", result_name(result))
            }
            Self::InquiryAnsweredAtAll => Say::new("drawing-fact-inquiry-answered"),
            Self::WriteAgainDue => Say::new("drawing-fact-write-again"),
            Self::InquiryFromRegistered => Say::new("drawing-fact-inquiry-registered"),
            Self::InquiryFromOther => Say::new("drawing-fact-inquiry-other"),
            Self::ReviewOver => Say::new("drawing-fact-review-over"),
            Self::TimerDue { stage } => Say::new("drawing-fact-timer-due").with("stage", stage_name(stage)),
            Self::TimerAhead { stage } => {
                Say::new("drawing-fact-timer-ahead").with("stage", stage_name(stage))
            }
            Self::NotEscrowed => Say::new("drawing-fact-not-escrowed"),
            Self::NotDelivered => Say::new("drawing-fact-not-delivered"),
            Self::ContactIs { contact: Contact::Yes } => Say::new("drawing-fact-permitted"),
            Self::ContactIs { contact: Contact::No } => Say::new("drawing-fact-not-permitted"),
            Self::ContactIs { contact: Contact::Ask } => Say::new("drawing-fact-to-ask"),
            Self::RuleIs { rule } => Say::new("drawing-fact-rule").with("rule", rule_name(rule)),
            Self::GateAhead => Say::new("drawing-fact-gate-ahead"),
            Self::ClientAskedFor { channel } => {
                Say::new("drawing-fact-asked-for").with("channel", channel_name(channel))
            }
        }
    }
}

fn rule_name(rule: ShapeName) -> SayValue {
    let key = match rule {
        ShapeName::Approval => "rules-shape-approval",
        ShapeName::GateAndApproval => "rules-value-gate-and-approval",
        ShapeName::Gate => "rules-value-gate-kind",
        ShapeName::Forbidden => "rules-shape-forbidden",
        ShapeName::Free => "rules-shape-free",
        ShapeName::NotKnown => "rules-shape-not-known",
    };
    SayValue::Name(key.to_owned())
}

fn result_name(result: InquiryResult) -> SayValue {
    let key = match result {
        InquiryResult::CanApplyNow => "result-can-apply-now",
        InquiryResult::AskedForMore => "result-asked-for-more",
        InquiryResult::Refused => "result-refused",
        InquiryResult::NoHelp => "result-no-help",
    };
    SayValue::Name(key.to_owned())
}
