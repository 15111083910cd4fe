//! The ledger: what was seen, filed, asked, told.

use engawa_domain::facts::{
    Account, ContactRequest, ContractFacts, EvidenceLink, FactRef, Inquiry, InquiryReply, LinkSighting,
    OutsideContact, Payment, Restriction, StageEvent, StatusSeen, Wish,
};
use engawa_domain::ids::{ContractId, InquiryId};
use engawa_domain::rules::PlatformRules;
use engawa_domain::say::Say;
use engawa_domain::standing::write_again;
use engawa_store::{Rows, Table};

use super::desk::{Desk, not_found};
use crate::changed;
use crate::error::BookError;
use crate::guards;
use crate::inputs::{self, Fact, FactAmendment, FactInput, Fault, FieldFault, ReplyInput};
use crate::reads::said;
use crate::transact::Tx;

/// Records a fact.
pub(crate) fn add(tx: &mut Tx<'_>, desk: Desk<'_>, input: &FactInput) -> Result<(FactRef, Say), BookError> {
    let (facts, rules) = desk.contract(tx.rows(), input.contract)?;
    let fact = inputs::fact(input, tx.id(), desk.reader(rules))?;
    let mut remarks = guards::look_at(&fact, &facts, rules, desk.now_in(rules))?;
    insert(tx, &fact)?;
    remarks.extend(follow_up(&fact, desk, rules));
    Ok((fact.reference(), recorded("done-fact-add", &fact, &facts.account, remarks)))
}

/// Corrects a fact. A reply stays with its inquiry.
pub(crate) fn amend(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    amendment: &FactAmendment,
) -> Result<(FactRef, Say), BookError> {
    let before = find(tx.rows(), amendment.fact)?;
    let (facts, rules) = desk.contract(tx.rows(), before.contract())?;
    let id = crate::reads::uuid_of(amendment.fact);
    let reader = match &before {
        Fact::Inquiry(inquiry) => desk.reader(rules).keeping_entrance(&inquiry.entrance),
        Fact::Stage(_)
        | Fact::Sighting(_)
        | Fact::Request(_)
        | Fact::Status(_)
        | Fact::Wish(_)
        | Fact::OutsideContact(_)
        | Fact::Restriction(_)
        | Fact::Payment(_) => desk.reader(rules),
    };
    let after = inputs::read_fact(before.contract(), &amendment.when, &amendment.what, id, reader)?;
    let opened = amendment.before.as_ref().map(changed::own_part);
    changed::look(opened.as_ref(), &changed::own_part(&before), &after, |fact| {
        changed::fact(fact, &facts.account)
    })?;
    let after = match (after, before) {
        (Fact::Inquiry(after), Fact::Inquiry(before)) => {
            Fact::Inquiry(Inquiry { reply: before.reply, ..after })
        }
        (after, before) if after.reference() == before.reference() => after,
        // A fact of one kind does not become one of another: it would be two facts under one name.
        _ => return Err(vec![FieldFault::new("what", Fault::no_such_choice())].into()),
    };
    let remarks = guards::look_at(&after, &facts, rules, desk.now_in(rules))?;
    update(tx, &after)?;
    Ok((after.reference(), recorded("done-fact-amend", &after, &facts.account, remarks)))
}

/// Removes a fact. Files that proved it stay with the contract.
pub(crate) fn remove(tx: &mut Tx<'_>, desk: Desk<'_>, fact: FactRef) -> Result<((), Say), BookError> {
    let found = find(tx.rows(), fact)?;
    let (facts, _) = desk.contract(tx.rows(), found.contract())?;
    for link in tx.rows().links_of_fact(fact)? {
        tx.update(&EvidenceLink { fact: None, ..link })?;
    }
    match fact {
        FactRef::Stage(id) => tx.delete::<StageEvent>(id),
        FactRef::Sighting(id) => tx.delete::<LinkSighting>(id),
        FactRef::Request(id) => tx.delete::<ContactRequest>(id),
        FactRef::Status(id) => tx.delete::<StatusSeen>(id),
        FactRef::Inquiry(id) => tx.delete::<Inquiry>(id),
        FactRef::Wish(id) => tx.delete::<Wish>(id),
        FactRef::OutsideContact(id) => tx.delete::<OutsideContact>(id),
        FactRef::Payment(id) => tx.delete::<Payment>(id),
        FactRef::Restriction(id) => tx.delete::<Restriction>(id),
    }?;
    Ok(((), recorded("done-fact-remove", &found, &facts.account, Vec::new())))
}

/// Records what support answered; a reply that was there before is replaced.
pub(crate) fn reply(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    input: &ReplyInput,
) -> Result<(InquiryId, Say), BookError> {
    let inquiry: Inquiry = tx.rows().need(input.inquiry)?;
    let (_, rules) = desk.contract(tx.rows(), inquiry.contract)?;
    let mut reader = desk.reader(rules);
    let when = reader.when("when", &input.when);
    let text = reader.note("text", &input.text);
    let read = when.zip(text).map(|(when, text)| InquiryReply { when, result: input.result, text });
    let reply = reader.done(read)?;
    match (&input.before, &inquiry.reply) {
        (before, Some(now)) => changed::look(before.as_ref(), now, &reply, changed::reply)?,
        (Some(_), None) => return Err(not_found(Table::Inquiries, inquiry.id)),
        (None, None) => {}
    }
    let mut remarks = Vec::new();
    if inquiry.sent.strictly_after(&reply.when) {
        remarks.push(Say::new("remark-reply-before-inquiry").with("day", inquiry.sent));
    }
    let said = Say::new("done-fact-add").with("what", said::reply(&reply));
    tx.update(&Inquiry { reply: Some(reply), ..inquiry })?;
    Ok((input.inquiry, guards::remarked(said, remarks)))
}

/// Removes a reply; the inquiry waits again.
pub(crate) fn reply_remove(tx: &mut Tx<'_>, inquiry: InquiryId) -> Result<(InquiryId, Say), BookError> {
    let inquiry: Inquiry = tx.rows().need(inquiry)?;
    let id = inquiry.id;
    let reply = inquiry.reply.as_ref().ok_or_else(|| not_found(Table::Inquiries, id))?;
    let said = Say::new("done-fact-remove").with("what", said::reply(reply));
    tx.update(&Inquiry { reply: None, ..inquiry })?;
    Ok((id, said))
}

fn recorded(key: &str, fact: &Fact, account: &Account, remarks: Vec<Say>) -> Say {
    guards::remarked(Say::new(key).with("what", said::fact(fact, account)), remarks)
}

/// After an inquiry: when it is sensible to write again.
fn follow_up(fact: &Fact, desk: Desk<'_>, rules: &PlatformRules) -> Option<Say> {
    let Fact::Inquiry(inquiry) = fact else { return None };
    let again = write_again(inquiry, rules, desk.now_in(rules))?;
    Some(Say::new("remark-write-again").with("day", again.day))
}

fn insert(tx: &mut Tx<'_>, fact: &Fact) -> Result<(), BookError> {
    Ok(match fact {
        Fact::Stage(fact) => tx.insert(fact),
        Fact::Sighting(fact) => tx.insert(fact),
        Fact::Request(fact) => tx.insert(fact),
        Fact::Status(fact) => tx.insert(fact),
        Fact::Inquiry(fact) => tx.insert(fact),
        Fact::Wish(fact) => tx.insert(fact),
        Fact::OutsideContact(fact) => tx.insert(fact),
        Fact::Payment(fact) => tx.insert(fact),
        Fact::Restriction(fact) => tx.insert(fact),
    }?)
}

fn update(tx: &mut Tx<'_>, fact: &Fact) -> Result<(), BookError> {
    Ok(match fact {
        Fact::Stage(fact) => tx.update(fact),
        Fact::Sighting(fact) => tx.update(fact),
        Fact::Request(fact) => tx.update(fact),
        Fact::Status(fact) => tx.update(fact),
        Fact::Inquiry(fact) => tx.update(fact),
        Fact::Wish(fact) => tx.update(fact),
        Fact::OutsideContact(fact) => tx.update(fact),
        Fact::Payment(fact) => tx.update(fact),
        Fact::Restriction(fact) => tx.update(fact),
    }?)
}

/// A recorded fact.
pub(crate) fn find(rows: Rows<'_>, fact: FactRef) -> Result<Fact, BookError> {
    Ok(match fact {
        FactRef::Stage(id) => Fact::Stage(rows.need(id)?),
        FactRef::Sighting(id) => Fact::Sighting(rows.need(id)?),
        FactRef::Request(id) => Fact::Request(rows.need(id)?),
        FactRef::Status(id) => Fact::Status(rows.need(id)?),
        FactRef::Inquiry(id) => Fact::Inquiry(rows.need(id)?),
        FactRef::Wish(id) => Fact::Wish(rows.need(id)?),
        FactRef::OutsideContact(id) => Fact::OutsideContact(rows.need(id)?),
        FactRef::Payment(id) => Fact::Payment(rows.need(id)?),
        FactRef::Restriction(id) => Fact::Restriction(rows.need(id)?),
    })
}

/// That a fact belongs to a contract, as a file says that is tied to both.
pub(crate) fn belongs(facts: &ContractFacts, fact: FactRef, contract: ContractId) -> Result<(), BookError> {
    let known = crate::reads::all_facts(facts)
        .iter()
        .any(|known| known.reference() == fact && known.contract() == contract);
    if known { Ok(()) } else { Err(not_found(Table::Contracts, crate::reads::uuid_of(fact))) }
}
