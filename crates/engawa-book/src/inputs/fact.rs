//! Facts of the ledger as read, one type for all kinds.

use engawa_domain::calendar::When;
use engawa_domain::facts::{
    ContactRequest, FactRef, Inquiry, LinkSighting, OutsideContact, Payment, Restriction, StageEvent,
    StatusSeen, StatusValue, Wish, Witness,
};
use engawa_domain::ids::{
    ContractId, InquiryId, OutsideContactId, PaymentId, RequestId, RestrictionId, SightingId, StageEventId,
    StatusId, WishId,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use super::WhatInput;
use super::fault::FieldFault;
use super::read::Reader;
use super::{FactInput, WhenInput};

/// A fact of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "fact", rename_all = "snake_case")]
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
    /// 実額.
    Payment(Payment),
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
            Self::Payment(fact) => FactRef::Payment(fact.id),
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
            Self::Payment(fact) => fact.contract,
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
            Self::Payment(fact) => fact.when,
        }
    }
}

/// Reads a new fact, which gets this identifier.
pub fn fact(input: &FactInput, id: Uuid, reader: Reader<'_>) -> Result<Fact, Vec<FieldFault>> {
    read(input.contract, &input.when, &input.what, id, reader)
}

/// A status, when everything about it could be read.
fn status(
    id: StatusId,
    contract: ContractId,
    value: StatusValue,
    witness: Option<Witness>,
    when: Option<When>,
    note: Option<String>,
) -> Option<Fact> {
    let (witness, when, note) = (witness?, when?, note?);
    Some(Fact::Status(StatusSeen { id, contract, value, witness, when, note }))
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
        WhatInput::Stage { stage, note } => when.zip(reader.note("what.note", note)).map(|(when, note)| {
            Fact::Stage(StageEvent { id: StageEventId(id), contract, stage: *stage, when, note })
        }),
        WhatInput::Sighting { looker, place, seen, note } => {
            when.zip(reader.note("what.note", note)).map(|(when, note)| {
                Fact::Sighting(LinkSighting {
                    id: SightingId(id),
                    contract,
                    looker: *looker,
                    place: *place,
                    seen: *seen,
                    when,
                    note,
                })
            })
        }
        WhatInput::Request { by, reason, channels } => {
            when.zip(reader.note("what.reason", reason)).map(|(when, reason)| {
                let channels = channels.clone();
                Fact::Request(ContactRequest { id: RequestId(id), contract, by: *by, when, reason, channels })
            })
        }
        WhatInput::StatusSeen { value, words, shown, note } => {
            let words = reader.words("what.words", words);
            let note = reader.note("what.note", note);
            let witness = words.map(|words| Witness::Me { words, shown: *shown });
            status(StatusId(id), contract, *value, witness, when, note)
        }
        WhatInput::StatusHeard { value, note } => {
            let note = reader.note("what.note", note);
            status(StatusId(id), contract, *value, Some(Witness::ToldByClient), when, note)
        }
        WhatInput::Inquiry { entrance, sender, body } => {
            let entrance = reader.entrance("what.entrance", entrance);
            let (sender, body) = (reader.sender("what.sender", sender), reader.note("what.body", body));
            let id = InquiryId(id);
            when.zip(entrance).zip(sender.zip(body)).map(|((sent, entrance), (sender, body))| {
                Fact::Inquiry(Inquiry { id, contract, entrance, sender, body, sent, reply: None })
            })
        }
        WhatInput::Wish { channels, note } => when.zip(reader.note("what.note", note)).map(|(when, note)| {
            Fact::Wish(Wish { id: WishId(id), contract, channels: channels.clone(), when, note })
        }),
        WhatInput::OutsideContact { channel, note } => {
            when.zip(reader.note("what.note", note)).map(|(when, note)| {
                Fact::OutsideContact(OutsideContact {
                    id: OutsideContactId(id),
                    contract,
                    channel: *channel,
                    when,
                    note,
                })
            })
        }
        WhatInput::Payment { amount, note } => {
            let amount = reader.amount_needed("what.amount", amount);
            let note = reader.note("what.note", note);
            when.zip(amount.zip(note)).map(|(when, (amount, note))| {
                Fact::Payment(Payment { id: PaymentId(id), contract, amount, when, note })
            })
        }
        WhatInput::Restriction { party, words } => {
            when.zip(reader.words("what.words", words)).map(|(when, words)| {
                Fact::Restriction(Restriction { id: RestrictionId(id), contract, party: *party, when, words })
            })
        }
    };
    reader.done(fact)
}
