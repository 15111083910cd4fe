//! What the user typed, as typed: text stays text until [`read`](crate::inputs) turns it into facts or names the field that
//! needs a repair. The same structs serve the window and the command line.

mod document;
mod evidence;
mod fact;
mod fault;
mod read;
mod rules;

#[cfg(test)]
mod tests;

pub use document::{
    DocumentAmendment, DocumentInput, DocumentRemoval, DocumentSlip, DocumentUntying, DocumentsSearch,
};
pub(crate) use document::{document, documents_wanted, slip};
pub use evidence::{EvidenceInput, EvidenceLinkInput, EvidenceNoteInput};
pub use fact::{Fact, fact, read as read_fact};
pub use fault::{Fault, FieldFault, OfferSaid};
pub use read::{
    AccountRead, ClientRead, ContractRead, Reader, account, client, contract, contract_amendment,
};

pub use rules::{CorrectionInput, OwnServiceAmendment, OwnServiceInput};
pub(crate) use rules::{correction, own_service};

use engawa_domain::draft::DraftId;
use engawa_domain::facts::{
    Account, Channel, Client, ClientKind, Contract, FactRef, FiledBy, Format, InquiryReply, InquiryResult,
    Party, Place, Seen, Shown, Stage, StatusValue,
};
use engawa_domain::guide::{GuideId, OptionId, QuestionId};
use engawa_domain::ids::{AccountId, ActionId, ClientId, ContractId, InquiryId, PlatformId, RunId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A new or changed account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct AccountInput {
    /// Its platform.
    pub platform: PlatformId,
    /// The user name shown there.
    pub user_name: String,
    /// The registered address; empty when not known yet.
    pub registered_email: String,
    /// Free words.
    pub note: String,
}

/// A change of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct AccountAmendment {
    /// Which.
    pub account: AccountId,
    /// What the correction was begun with; `None` not to ask whether it became another since.
    pub before: Option<Account>,
    /// What it is from now on.
    pub input: AccountInput,
}

/// A client: one of the book, or a new one by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "client", rename_all = "snake_case")]
pub enum ClientChoice {
    /// One of the book.
    Existing {
        /// Which.
        id: ClientId,
    },
    /// A new one.
    New {
        /// Its name.
        name: String,
        /// ふりがな; may be empty.
        reading: String,
        /// What kind of party.
        kind: ClientKind,
    },
}

/// What is recorded of a client, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct ClientInput {
    /// Its name.
    pub name: String,
    /// ふりがな; may be empty.
    pub reading: String,
    /// What kind of party.
    pub kind: ClientKind,
}

/// A change of a client, for every contract with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct ClientAmendment {
    /// Which.
    pub client: ClientId,
    /// What the correction was begun with; `None` not to ask whether it became another since.
    pub before: Option<Client>,
    /// What it is from now on.
    pub input: ClientInput,
}

/// 契約を記録: the five fields, and what may follow later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct ContractInput {
    /// 登録アカウント.
    pub account: AccountId,
    /// クライアント.
    pub client: ClientChoice,
    /// 依頼名.
    pub title: String,
    /// How it is contracted.
    pub format: Format,
    /// 段階: the stages reached, each with a typed day; an empty day means today.
    pub stages: Vec<StageInput>,
    /// 相手の希望: the means the client asked for; empty for none yet.
    pub wishes: Vec<Channel>,
    /// When the client asked; an empty text means today.
    pub wish_day: String,
    /// 契約金額, as typed; empty for not yet.
    pub amount: String,
    /// 納品の予定, as typed; empty for not yet.
    pub delivery_due: String,
    /// The address of its page.
    pub url: String,
    /// Its number.
    pub number: String,
    /// Why contact outside is needed.
    pub contact_reason: String,
    /// Free words.
    pub note: String,
}

/// A stage with a typed day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct StageInput {
    /// The stage.
    pub stage: Stage,
    /// The day as typed: `11/18`, `昨日`; empty for today.
    pub day: String,
}

/// The parts of a contract that can be changed after it was recorded; stages and the ledger are facts of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct ContractAmendment {
    /// Which.
    pub contract: ContractId,
    /// What the correction was begun with; `None` not to ask whether it became another since.
    pub before: Option<Contract>,
    /// 登録アカウント.
    pub account: AccountId,
    /// クライアント.
    pub client: ClientChoice,
    /// 依頼名.
    pub title: String,
    /// How it is contracted.
    pub format: Format,
    /// 契約金額, as typed.
    pub amount: String,
    /// 納品の予定, as typed.
    pub delivery_due: String,
    /// The address of its page.
    pub url: String,
    /// Its number.
    pub number: String,
    /// Why contact outside is needed.
    pub contact_reason: String,
    /// Free words.
    pub note: String,
}

/// When a fact became true, as typed. An empty day means now, with the time of day; a typed day without a time has none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct WhenInput {
    /// The day as typed.
    pub day: String,
    /// The time as typed; empty for not known.
    pub time: String,
}

/// A fact of the ledger, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct FactInput {
    /// The contract.
    pub contract: ContractId,
    /// When.
    pub when: WhenInput,
    /// What.
    pub what: WhatInput,
}

/// What was observed or done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum WhatInput {
    /// 段階.
    Stage {
        /// Which.
        stage: Stage,
        /// Free words.
        note: String,
    },
    /// リンクの確認.
    Sighting {
        /// Who looked.
        looker: Party,
        /// Where.
        place: Place,
        /// With what result.
        seen: Seen,
        /// Free words.
        note: String,
    },
    /// 申請.
    Request {
        /// Who filed it.
        by: FiledBy,
        /// The reason given.
        reason: String,
        /// The means asked for.
        channels: Vec<Channel>,
    },
    /// 申請ステータス seen by the user.
    StatusSeen {
        /// Its meaning.
        value: StatusValue,
        /// The words on the screen; empty when not written down.
        words: String,
        /// Where it was shown.
        shown: Shown,
        /// Free words.
        note: String,
    },
    /// 申請ステータス told by the client.
    StatusHeard {
        /// Its meaning.
        value: StatusValue,
        /// Free words.
        note: String,
    },
    /// 問い合わせ that was sent.
    Inquiry {
        /// The entrance used.
        entrance: String,
        /// The address it was sent from.
        sender: String,
        /// The text as sent.
        body: String,
    },
    /// 相手の希望.
    Wish {
        /// The means named.
        channels: Vec<Channel>,
        /// Free words.
        note: String,
    },
    /// Contact outside that took place.
    OutsideContact {
        /// The means used.
        channel: Channel,
        /// What was said.
        note: String,
    },
    /// 実額: what was really paid.
    Payment {
        /// How much, as typed: 「１万２千円」.
        amount: String,
        /// Free words.
        note: String,
    },
    /// A restriction of an account.
    Restriction {
        /// Whose.
        party: Party,
        /// The words on the screen; may be empty.
        words: String,
    },
}

/// The reply of support.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct ReplyInput {
    /// The inquiry.
    pub inquiry: InquiryId,
    /// The reply whose correction was begun; `None` for a new one, and not to ask whether it became another since.
    pub before: Option<InquiryReply>,
    /// When it came.
    pub when: WhenInput,
    /// What it came to.
    pub result: InquiryResult,
    /// The text as received.
    pub text: String,
}

/// A change of a recorded fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct FactAmendment {
    /// Which.
    pub fact: FactRef,
    /// What the correction was begun with; `None` not to ask whether it became another since.
    pub before: Option<Fact>,
    /// When.
    pub when: WhenInput,
    /// What.
    pub what: WhatInput,
}

/// Whose guides are asked for: those of a service, or of the service of a contract, or of neither in particular.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct GuidesOf {
    /// The service that was chosen.
    pub service: Option<PlatformId>,
    /// The contract whose screen led here.
    pub contract: Option<ContractId>,
}

/// A text that is to be copied although 点検 found something in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct DraftCopy {
    /// The contract it is about.
    pub contract: ContractId,
    /// The draft it began as.
    pub draft: DraftId,
    /// The text as it is copied.
    pub text: String,
}

/// Start a guide, or go on with the run that is open for the same contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct GuideStart {
    /// Which.
    pub guide: GuideId,
    /// The platform whose guide it is.
    pub platform: PlatformId,
    /// The contract it is about.
    pub contract: Option<ContractId>,
}

/// An answer in a run: the question asked now, or an earlier one that is changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct GuideAnswer {
    /// The run.
    pub run: RunId,
    /// The question.
    pub question: QuestionId,
    /// The option chosen.
    pub option: OptionId,
}

/// A user action with its identifier, so that repeating it after a crash does not double it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Action<T> {
    /// The identifier, made once per press of the button.
    pub id: ActionId,
    /// What is to be done.
    pub input: T,
}
