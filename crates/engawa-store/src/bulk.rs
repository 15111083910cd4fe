//! Everything about every contract, in one scan per table.

use std::collections::HashMap;

use engawa_domain::facts::{
    Account, Client, ContactRequest, Contract, ContractFacts, Inquiry, LinkSighting, OutsideContact, Payment,
    Restriction, StageEvent, StatusSeen, Wish,
};
use engawa_domain::ids::{AccountId, ClientId, ContractId};

use crate::error::StoreError;
use crate::read::Rows;
use crate::row::Row;
use crate::table::Table;

/// All contracts with all their facts, in the order of identifiers.
pub fn load_all(rows: Rows<'_>) -> Result<Vec<ContractFacts>, StoreError> {
    let accounts: HashMap<AccountId, Account> =
        rows.all::<Account>()?.into_iter().map(|row| (row.id, row)).collect();
    let clients: HashMap<ClientId, Client> =
        rows.all::<Client>()?.into_iter().map(|row| (row.id, row)).collect();
    let mut all = Vec::new();
    rows.each(|contract: Contract| {
        let account = known(accounts.get(&contract.account), Table::Accounts, contract.account)?;
        let client = known(clients.get(&contract.client), Table::Clients, contract.client)?;
        all.push(ContractFacts {
            contract,
            account,
            client,
            stages: Vec::new(),
            sightings: Vec::new(),
            requests: Vec::new(),
            statuses: Vec::new(),
            inquiries: Vec::new(),
            wishes: Vec::new(),
            outside_contacts: Vec::new(),
            restrictions: Vec::new(),
            payments: Vec::new(),
        });
        Ok(())
    })?;
    let places: HashMap<ContractId, usize> =
        all.iter().enumerate().map(|(place, facts)| (facts.contract.id, place)).collect();
    let mut shelf = Shelf { all: &mut all, places };
    shelf.fill(rows, |row: &StageEvent| row.contract, |facts| &mut facts.stages)?;
    shelf.fill(rows, |row: &LinkSighting| row.contract, |facts| &mut facts.sightings)?;
    shelf.fill(rows, |row: &ContactRequest| row.contract, |facts| &mut facts.requests)?;
    shelf.fill(rows, |row: &StatusSeen| row.contract, |facts| &mut facts.statuses)?;
    shelf.fill(rows, |row: &Inquiry| row.contract, |facts| &mut facts.inquiries)?;
    shelf.fill(rows, |row: &Wish| row.contract, |facts| &mut facts.wishes)?;
    shelf.fill(rows, |row: &OutsideContact| row.contract, |facts| &mut facts.outside_contacts)?;
    shelf.fill(rows, |row: &Restriction| row.contract, |facts| &mut facts.restrictions)?;
    shelf.fill(rows, |row: &Payment| row.contract, |facts| &mut facts.payments)?;
    Ok(all)
}

fn known<T: Clone>(found: Option<&T>, table: Table, id: impl std::fmt::Display) -> Result<T, StoreError> {
    // Foreign keys forbid it; a damaged file may still hold it.
    found.cloned().ok_or_else(|| StoreError::NoSuchRow { table, id: id.to_string() })
}

struct Shelf<'a> {
    all: &'a mut Vec<ContractFacts>,
    places: HashMap<ContractId, usize>,
}

impl Shelf<'_> {
    fn fill<R: Row>(
        &mut self,
        rows: Rows<'_>,
        contract: impl Fn(&R) -> ContractId,
        list: impl Fn(&mut ContractFacts) -> &mut Vec<R>,
    ) -> Result<(), StoreError> {
        rows.each(|row: R| {
            let facts = self.places.get(&contract(&row)).and_then(|place| self.all.get_mut(*place));
            if let Some(facts) = facts {
                list(facts).push(row);
            }
            Ok(())
        })
    }
}
