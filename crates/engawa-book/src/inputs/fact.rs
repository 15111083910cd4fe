//! Facts of the ledger as read, one type for all eight kinds.

use engawa_domain::calendar::When;
use engawa_domain::facts::{
    ContactRequest, FactRef, Inquiry, LinkSighting, OutsideContact, Restriction, StageEvent, StatusSeen,
    Wish, Witness,
};
use engawa_domain::ids::{
    ContractId, InquiryId, OutsideContactId, RequestId, RestrictionId, SightingId, StageEventId, StatusId,
    WishId,
};
use uuid::Uuid;

use super::WhatInput;
use super::fault::FieldFault;
use super::read::Reader;
use super::{FactInput, WhenInput};

/// A fact of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// 段階.
    Stage(StageEvent),
    /// リンクの確認.
    Sighting(LinkSighting),
    /// 申請.
    Request(ContactRequest),
    /// 申請ステータス.
    Status(StatusSeen),
    /// 問い合わせ.
    Inquiry(Inquiry),
    /// 相手の希望.
    Wish(Wish),
    /// Contact outside.
    OutsideContact(OutsideContact),
    /// A restriction.
    Restriction(Restriction),
}

impl Fact {
    /// Its kind and identifier.
    pub fn reference(&self) -> FactRef {
        match self {
            Self::Stage(fact) => FactRef::Stage(fact.id),
            Self::Sighting(fact) => FactRef::Sighting(fact.id),
            Self::Request(fact) => FactRef::Request(fact.id),
            Self::Status(fact) => FactRef::Status(fact.id),
            Self::Inquiry(fact) => FactRef::Inquiry(fact.id),
            Self::Wish(fact) => FactRef::Wish(fact.id),
            Self::OutsideContact(fact) => FactRef::OutsideContact(fact.id),
            Self::Restriction(fact) => FactRef::Restriction(fact.id),
        }
    }

    /// The contract it belongs to.
    pub fn contract(&self) -> ContractId {
        match self {
            Self::Stage(fact) => fact.contract,
            Self::Sighting(fact) => fact.contract,
            Self::Request(fact) => fact.contract,
            Self::Status(fact) => fact.contract,
            Self::Inquiry(fact) => fact.contract,
            Self::Wish(fact) => fact.contract,
            Self::OutsideContact(fact) => fact.contract,
            Self::Restriction(fact) => fact.contract,
        }
    }

    /// When it became true.
    pub fn when(&self) -> When {
        match self {
            Self::Stage(fact) => fact.when,
            Self::Sighting(fact) => fact.when,
            Self::Request(fact) => fact.when,
            Self::Status(fact) => fact.when,
            Self::Inquiry(fact) => fact.sent,
            Self::Wish(fact) => fact.when,
            Self::OutsideContact(fact) => fact.when,
            Self::Restriction(fact) => fact.when,
        }
    }
}

/// Reads a new fact, which gets this identifier.
pub fn fact(input: &FactInput, id: Uuid, reader: Reader<'_>) -> Result<Fact, Vec<FieldFault>> {
    read(input.contract, &input.when, &input.what, id, reader)
}

/// Reads a fact of this contract with this identifier, new or changed.
pub fn read(
    contract: ContractId,
    when: &WhenInput,
    what: &WhatInput,
    id: Uuid,
    mut reader: Reader<'_>,
) -> Result<Fact, Vec<FieldFault>> {
    let when = reader.when("when", when);
    let fact = match what {
        WhatInput::Stage { stage, note } => {
            let note = reader.note("what.note", note);
            (|| {
                Some(Fact::Stage(StageEvent {
                    id: StageEventId(id),
                    contract,
                    stage: *stage,
                    when: when?,
                    note: note?,
                }))
            })()
        }
        WhatInput::Sighting { looker, place, seen, note } => {
            let note = reader.note("what.note", note);
            (|| {
                let (looker, place, seen) = (*looker, *place, *seen);
                Some(Fact::Sighting(LinkSighting {
                    id: SightingId(id),
                    contract,
                    looker,
                    place,
                    seen,
                    when: when?,
                    note: note?,
                }))
            })()
        }
        WhatInput::Request { by, reason, channels } => {
            let reason = reader.note("what.reason", reason);
            (|| {
                let channels = channels.clone();
                Some(Fact::Request(ContactRequest {
                    id: RequestId(id),
                    contract,
                    by: *by,
                    when: when?,
                    reason: reason?,
                    channels,
                }))
            })()
        }
        WhatInput::StatusSeen { value, words, shown, note } => {
            let words = reader.words("what.words", words);
            let note = reader.note("what.note", note);
            (|| {
                let witness = Witness::Me { words: words?, shown: *shown };
                Some(Fact::Status(StatusSeen {
                    id: StatusId(id),
                    contract,
                    value: *value,
                    witness,
                    when: when?,
                    note: note?,
                }))
            })()
        }
        WhatInput::StatusHeard { value, note } => {
            let note = reader.note("what.note", note);
            (|| {
                let witness = Witness::ToldByClient;
                Some(Fact::Status(StatusSeen {
                    id: StatusId(id),
                    contract,
                    value: *value,
                    witness,
                    when: when?,
                    note: note?,
                }))
            })()
        }
        WhatInput::Inquiry { entrance, sender, body } => {
            let sender = reader.sender("what.sender", sender);
            let body = reader.note("what.body", body);
            (|| {
                let entrance = entrance.clone();
                let (sender, body) = (sender?, body?);
                Some(Fact::Inquiry(Inquiry {
                    id: InquiryId(id),
                    contract,
                    entrance,
                    sender,
                    body,
                    sent: when?,
                    reply: None,
                }))
            })()
        }
        WhatInput::Wish { channels, note } => {
            let note = reader.note("what.note", note);
            (|| {
                let channels = channels.clone();
                Some(Fact::Wish(Wish { id: WishId(id), contract, channels, when: when?, note: note? }))
            })()
        }
        WhatInput::OutsideContact { channel, note } => {
            let note = reader.note("what.note", note);
            (|| {
                let channel = *channel;
                Some(Fact::OutsideContact(OutsideContact {
                    id: OutsideContactId(id),
                    contract,
                    channel,
                    when: when?,
                    note: note?,
                }))
            })()
        }
        WhatInput::Restriction { party, words } => {
            let words = reader.words("what.words", words);
            (|| {
                let party = *party;
                Some(Fact::Restriction(Restriction {
                    id: RestrictionId(id),
                    contract,
                    party,
                    when: when?,
                    words: words?,
                }))
            })()
        }
    };
    reader.done(fact)
}
