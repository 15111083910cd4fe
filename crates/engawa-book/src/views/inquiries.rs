//! 問い合わせ.

use engawa_domain::facts::Inquiry;
use engawa_domain::standing::Deadline;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::shared::ContractBrief;

/// The whole screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct InquiriesView {
    /// Those that wait for an answer, oldest first.
    pub waiting: Vec<InquiryRow>,
    /// Those answered, newest first.
    pub answered: Vec<InquiryRow>,
}

/// One inquiry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct InquiryRow {
    /// The inquiry.
    pub inquiry: Inquiry,
    /// Its contract.
    pub contract: ContractBrief,
    /// When it is sensible to write again; `None` once answered.
    pub write_again: Option<Deadline>,
    /// Whether it was sent from the registered address.
    pub sender: SenderCheck,
}

/// Whether an inquiry was sent from the registered address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SenderCheck {
    /// It was.
    Registered,
    /// It was not; support may not answer.
    Other,
    /// The registered address is not recorded.
    NotRecorded,
}
