//! 相談・契約.

use engawa_domain::facts::{Account, Client, Contract, StageEvent, Wish};
use engawa_domain::ids::{AccountId, ClientId, ContractId, StageEventId, WishId};
use engawa_domain::rules::PlatformRules;
use engawa_domain::say::Say;

use super::desk::{Desk, not_found};
use crate::changed;
use crate::error::BookError;
use crate::guards;
use crate::inputs::{self, ClientChoice, ContractAmendment, ContractInput, Fact, Fault, FieldFault};
use crate::transact::Tx;

/// Records a contract, its stages and what the client asked for; a new client with it.
pub(crate) fn add(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    input: &ContractInput,
) -> Result<(ContractId, Say), BookError> {
    let rules = rules_of(tx, desk, input.account, &input.client)?;
    let id = ContractId(tx.id());
    let read = inputs::contract(input, id, ClientId(tx.id()), desk.reader(rules))?;
    if let Some(client) = &read.new_client {
        tx.insert(client)?;
    }
    tx.insert(&read.contract)?;
    for (stage, when) in read.stages {
        let event = StageEvent { id: StageEventId(tx.id()), contract: id, stage, when, note: String::new() };
        tx.insert(&event)?;
    }
    if let Some((channels, when)) = read.wish {
        let wish = Wish { id: WishId(tx.id()), contract: id, channels, when, note: String::new() };
        tx.insert(&wish)?;
    }
    let said = Say::new("done-contract-add").with("title", read.contract.title.as_str());
    Ok((id, guards::remarked(said, remarks(tx, desk, id, rules)?)))
}

/// Changes what was recorded of a contract itself.
pub(crate) fn amend(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    amendment: &ContractAmendment,
) -> Result<(ContractId, Say), BookError> {
    let before: Contract = tx.rows().need(amendment.contract)?;
    let rules = rules_of(tx, desk, amendment.account, &amendment.client)?;
    let (contract, new_client) =
        inputs::contract_amendment(amendment, ClientId(tx.id()), desk.reader(rules))?;
    changed::look(amendment.before.as_ref(), &before, &contract, changed::contract)?;
    if let Some(client) = &new_client {
        tx.insert(client)?;
    }
    tx.update(&contract)?;
    let said = Say::new("done-contract-amend").with("title", contract.title.as_str());
    Ok((before.id, guards::remarked(said, remarks(tx, desk, before.id, rules)?)))
}

/// Removes a contract with everything that belongs to it.
pub(crate) fn remove(tx: &mut Tx<'_>, contract: ContractId) -> Result<((), Say), BookError> {
    let contract: Contract = tx.rows().need(contract)?;
    tx.delete_contract(contract.id)?;
    Ok(((), Say::new("done-contract-remove").with("title", contract.title.as_str())))
}

/// The rules of the account's platform. An account or client that is not (any more) in the book is a field to be repaired.
fn rules_of<'a>(
    tx: &Tx<'_>,
    desk: Desk<'a>,
    account: AccountId,
    client: &ClientChoice,
) -> Result<&'a PlatformRules, BookError> {
    let mut faults = Vec::new();
    let account = tx.rows().get::<Account>(account)?;
    if account.is_none() {
        faults.push(FieldFault::new("account", Fault::no_such_choice()));
    }
    if let ClientChoice::Existing { id } = client
        && tx.rows().get::<Client>(*id)?.is_none()
    {
        faults.push(FieldFault::new("client.id", Fault::no_such_choice()));
    }
    match (account, faults.is_empty()) {
        (Some(account), true) => Ok(desk.rules(&account.platform)),
        _ => Err(faults.into()),
    }
}

fn remarks(
    tx: &Tx<'_>,
    desk: Desk<'_>,
    id: ContractId,
    rules: &PlatformRules,
) -> Result<Vec<Say>, BookError> {
    let facts = tx.rows().load_facts(id)?.ok_or_else(|| not_found(engawa_store::Table::Contracts, id))?;
    let mut remarks: Vec<Say> = guards::delivery_before_contract(&facts).into_iter().collect();
    for event in &facts.stages {
        for remark in guards::look_at(&Fact::Stage(event.clone()), &facts, rules, desk.now_in(rules))? {
            // Two stages in reversed order are one thing to say.
            if remarks.iter().all(|said| said.key != remark.key) {
                remarks.push(remark);
            }
        }
    }
    Ok(remarks)
}
