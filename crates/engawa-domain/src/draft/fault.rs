//! What makes an outgoing text fail.

use super::template::Check;
use crate::message::FindingKind;
use crate::say::Say;

/// What makes a text fail: why it should not be sent as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fault {
    /// Something that was looked at says stop.
    Check(Check),
    /// A passage of this kind.
    Passage(FindingKind),
    /// It is longer than the service takes.
    TooLong,
}

impl Fault {
    /// The word for it in data and in answers for scripts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Check(check) => check.key(),
            Self::Passage(kind) => kind.key(),
            Self::TooLong => "too_long",
        }
    }

    /// What it is called.
    pub fn name(self) -> Say {
        match self {
            Self::Check(check) => Say::new(match check {
                Check::SenderIsRegistered => "draft-fault-sender",
                Check::HasUrl => "draft-fault-url",
                Check::NoGaps => "draft-fault-gaps",
                Check::NoContactData => "draft-fault-contact-data",
                Check::NoOtherClient => "draft-fault-other-client",
                Check::Attachments => "draft-fault-attachments",
            }),
            Self::Passage(kind) => kind.name(),
            Self::TooLong => Say::new("draft-fault-too-long"),
        }
    }
}
