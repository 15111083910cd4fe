//! Everything that can be done to a book, named once: the journal's word, and what the history and 「元に戻す」 call it.

use std::fmt;
use std::str::FromStr;

use engawa_domain::facts::FactRef;
use engawa_domain::say::Say;
use thiserror::Error;

macro_rules! ops {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $key:literal;)*) => {
        /// An operation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Op {
            $($(#[$doc])* $name,)*
            /// Take back the entry with this number.
            Undo(u64),
            /// Do again the entry with this number, which was taken back.
            Redo(u64),
        }

        impl Op {
            /// Every operation of the user; undo and redo are about these.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What it is called: the key of a message. Undo and redo are called by [`Op::say_of`].
            pub fn say(self) -> Say {
                match self {
                    $(Self::$name => Say::new($key),)*
                    Self::Undo(_) => Say::new("op-undo"),
                    Self::Redo(_) => Say::new("op-redo"),
                }
            }
        }

        impl fmt::Display for Op {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$name => f.write_str($word),)*
                    Self::Undo(seq) => write!(f, "undo {seq}"),
                    Self::Redo(seq) => write!(f, "redo {seq}"),
                }
            }
        }

        impl FromStr for Op {
            type Err = NotAnOp;

            fn from_str(text: &str) -> Result<Self, NotAnOp> {
                let unknown = || NotAnOp(text.to_owned());
                match text.split_once(' ') {
                    None => match text { $($word => Ok(Self::$name),)* _ => Err(unknown()) },
                    Some(("undo", seq)) => seq.parse().map(Self::Undo).map_err(|_| unknown()),
                    Some(("redo", seq)) => seq.parse().map(Self::Redo).map_err(|_| unknown()),
                    Some(_) => Err(unknown()),
                }
            }
        }
    };
}

/// The journal holds a word that is no operation of this version.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown operation {0:?}")]
pub struct NotAnOp(pub String);

ops! {
    /// 登録アカウントを追加.
    AccountAdd = "account_add", "op-account-add";
    /// Change an account.
    AccountAmend = "account_amend", "op-account-amend";
    /// Remove an account.
    AccountRemove = "account_remove", "op-account-remove";
    /// Change a client.
    ClientAmend = "client_amend", "op-client-amend";
    /// 契約を記録.
    ContractAdd = "contract_add", "op-contract-add";
    /// Change a contract.
    ContractAmend = "contract_amend", "op-contract-amend";
    /// Remove a contract with all that belongs to it.
    ContractRemove = "contract_remove", "op-contract-remove";
    /// Record a stage.
    StageAdd = "stage_add", "op-stage-add";
    /// Change a stage.
    StageAmend = "stage_amend", "op-stage-amend";
    /// Remove a stage.
    StageRemove = "stage_remove", "op-stage-remove";
    /// Record a link check.
    SightingAdd = "sighting_add", "op-sighting-add";
    /// Change a link check.
    SightingAmend = "sighting_amend", "op-sighting-amend";
    /// Remove a link check.
    SightingRemove = "sighting_remove", "op-sighting-remove";
    /// Record a request.
    RequestAdd = "request_add", "op-request-add";
    /// Change a request.
    RequestAmend = "request_amend", "op-request-amend";
    /// Remove a request.
    RequestRemove = "request_remove", "op-request-remove";
    /// Record a status.
    StatusAdd = "status_add", "op-status-add";
    /// Change a status.
    StatusAmend = "status_amend", "op-status-amend";
    /// Remove a status.
    StatusRemove = "status_remove", "op-status-remove";
    /// Record an inquiry.
    InquiryAdd = "inquiry_add", "op-inquiry-add";
    /// Change an inquiry.
    InquiryAmend = "inquiry_amend", "op-inquiry-amend";
    /// Remove an inquiry.
    InquiryRemove = "inquiry_remove", "op-inquiry-remove";
    /// Record what support answered.
    ReplyRecord = "reply_record", "op-reply-record";
    /// Remove a reply from its inquiry.
    ReplyRemove = "reply_remove", "op-reply-remove";
    /// Record what the client asked for.
    WishAdd = "wish_add", "op-wish-add";
    /// Change what the client asked for.
    WishAmend = "wish_amend", "op-wish-amend";
    /// Remove what the client asked for.
    WishRemove = "wish_remove", "op-wish-remove";
    /// Record contact outside.
    OutsideContactAdd = "outside_contact_add", "op-outside-contact-add";
    /// Change a contact outside.
    OutsideContactAmend = "outside_contact_amend", "op-outside-contact-amend";
    /// Remove a contact outside.
    OutsideContactRemove = "outside_contact_remove", "op-outside-contact-remove";
    /// Record a restriction.
    RestrictionAdd = "restriction_add", "op-restriction-add";
    /// Change a restriction.
    RestrictionAmend = "restriction_amend", "op-restriction-amend";
    /// Remove a restriction.
    RestrictionRemove = "restriction_remove", "op-restriction-remove";
    /// Record a payment.
    PaymentAdd = "payment_add", "op-payment-add";
    /// Change a payment.
    PaymentAmend = "payment_amend", "op-payment-amend";
    /// Remove a payment.
    PaymentRemove = "payment_remove", "op-payment-remove";
    /// Copy a text although something was found in it.
    CopyAnyway = "copy_anyway", "op-copy-anyway";
    /// Add a service.
    ServiceAdd = "service_add", "op-service-add";
    /// Change a service that the user added.
    ServiceAmend = "service_amend", "op-service-amend";
    /// Remove a service that the user added.
    ServiceRemove = "service_remove", "op-service-remove";
    /// Correct a value of a pack.
    CorrectionKeep = "correction_keep", "op-correction-keep";
    /// Go back to the value of the pack.
    CorrectionRemove = "correction_remove", "op-correction-remove";
    /// Attach a file.
    EvidenceAttach = "evidence_attach", "op-evidence-attach";
    /// Detach a file.
    EvidenceDetach = "evidence_detach", "op-evidence-detach";
    /// Change what is said of a file.
    EvidenceNote = "evidence_note", "op-evidence-note";
    /// Choose anew what a file proves.
    EvidenceLink = "evidence_link", "op-evidence-link";
    /// Declare a file to be the document of an electronic transaction.
    DocumentDeclare = "document_declare", "op-document-declare";
    /// Correct a document.
    DocumentAmend = "document_amend", "op-document-amend";
    /// Take a document out of the file.
    DocumentRemove = "document_remove", "op-document-remove";
    /// Untie the file of a document.
    DocumentUntie = "document_untie", "op-document-untie";
    /// Start a guide.
    GuideStart = "guide_start", "op-guide-start";
    /// Answer a question of a guide.
    GuideAnswer = "guide_answer", "op-guide-answer";
    /// Skip the checks of a guide.
    GuideSkip = "guide_skip", "op-guide-skip";
    /// Go on after an outcome of a guide.
    GuideResume = "guide_resume", "op-guide-resume";
    /// Forget a run of a guide.
    GuideForget = "guide_forget", "op-guide-forget";
    /// Bring back a record, or what a field of it was.
    RecordRestore = "record_restore", "op-record-restore";
    /// Fill the sample book.
    SampleFill = "sample_fill", "op-sample-fill";
    /// Write into the journal what was found in the book and what it does not tell.
    Salvage = "salvage", "op-salvage";
    /// Set right what a check found.
    Repair = "repair", "op-repair";
}

impl Op {
    /// What an undo or redo is called: by what it takes back or does again.
    #[must_use]
    pub fn say_of(self, of: Self) -> Say {
        self.say().with("what", of.say())
    }

    /// Recording a fact of this kind.
    pub fn add(fact: FactRef) -> Self {
        match fact {
            FactRef::Stage(_) => Self::StageAdd,
            FactRef::Sighting(_) => Self::SightingAdd,
            FactRef::Request(_) => Self::RequestAdd,
            FactRef::Status(_) => Self::StatusAdd,
            FactRef::Inquiry(_) => Self::InquiryAdd,
            FactRef::Wish(_) => Self::WishAdd,
            FactRef::OutsideContact(_) => Self::OutsideContactAdd,
            FactRef::Restriction(_) => Self::RestrictionAdd,
            FactRef::Payment(_) => Self::PaymentAdd,
        }
    }

    /// Changing a fact of this kind.
    pub fn amend(fact: FactRef) -> Self {
        match fact {
            FactRef::Stage(_) => Self::StageAmend,
            FactRef::Sighting(_) => Self::SightingAmend,
            FactRef::Request(_) => Self::RequestAmend,
            FactRef::Status(_) => Self::StatusAmend,
            FactRef::Inquiry(_) => Self::InquiryAmend,
            FactRef::Wish(_) => Self::WishAmend,
            FactRef::OutsideContact(_) => Self::OutsideContactAmend,
            FactRef::Restriction(_) => Self::RestrictionAmend,
            FactRef::Payment(_) => Self::PaymentAmend,
        }
    }

    /// Removing a fact of this kind.
    pub fn remove(fact: FactRef) -> Self {
        match fact {
            FactRef::Stage(_) => Self::StageRemove,
            FactRef::Sighting(_) => Self::SightingRemove,
            FactRef::Request(_) => Self::RequestRemove,
            FactRef::Status(_) => Self::StatusRemove,
            FactRef::Inquiry(_) => Self::InquiryRemove,
            FactRef::Wish(_) => Self::WishRemove,
            FactRef::OutsideContact(_) => Self::OutsideContactRemove,
            FactRef::Restriction(_) => Self::RestrictionRemove,
            FactRef::Payment(_) => Self::PaymentRemove,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_read_back_from_its_word() {
        for op in Op::ALL.iter().copied().chain([Op::Undo(12), Op::Redo(3)]) {
            assert_eq!(op.to_string().parse(), Ok(op));
        }
    }

    #[test]
    fn a_word_of_another_version_is_told_not_guessed() {
        for word in ["", "undo", "undo x", "contract_add 3", "contract_close"] {
            assert_eq!(word.parse::<Op>(), Err(NotAnOp(word.to_owned())));
        }
    }

    #[test]
    fn the_key_of_a_message_follows_from_the_word() {
        for op in Op::ALL {
            assert_eq!(op.say().key, format!("op-{}", op.to_string().replace('_', "-")));
        }
    }
}
