//! What 契約を記録 would show, while it is being typed.

use engawa_domain::facts::{Account, Client, ContractFacts, StageEvent, Wish};
use engawa_domain::ids::{ClientId, ContractId, StageEventId, WishId};
use uuid::Uuid;

use super::contract::{Around, contract_view};
use crate::book::Book;
use crate::error::BookError;
use crate::inputs::{self, ClientChoice, ContractInput, ContractRead, FieldFault};
use crate::views::ContractView;

/// Stands for what nobody has typed yet where a name must be; it is shown nowhere.
const UNNAMED: &str = "…";

impl Book {
    /// The screen that a contract would have if it were recorded as it is typed now. Nothing is written, and what cannot be
    /// read yet is left out.
    pub fn contract_preview(&self, input: &ContractInput) -> Result<ContractView, BookError> {
        let account: Account = self.rows().need(input.account)?;
        let rules = self.desk().rules(&account.platform);
        let (id, new_client) = (ContractId(Uuid::nil()), ClientId(Uuid::nil()));
        let read = |input: &ContractInput| inputs::contract(input, id, new_client, self.desk().reader(rules));
        let read = read(input).or_else(|faults| read(&without(input, &faults)))?;
        let client = match &read.new_client {
            Some(client) => client.clone(),
            None => self.rows().need(read.contract.client)?,
        };
        let around = Around {
            rules,
            guides: &self.guides(&rules.id),
            drafts: &self.drafts(&rules.id),
            files: &[],
            open_run: None,
            now: self.desk().now_in(rules),
        };
        Ok(contract_view(facts(read, account, client), around))
    }
}

/// The input with nothing in the fields that cannot be read.
fn without(input: &ContractInput, faults: &[FieldFault]) -> ContractInput {
    let mut input = input.clone();
    for fault in faults {
        match fault.field.as_str() {
            "title" => UNNAMED.clone_into(&mut input.title),
            "client.name" | "client.reading" => {
                if let ClientChoice::New { name, reading, .. } = &mut input.client {
                    UNNAMED.clone_into(name);
                    reading.clear();
                }
            }
            "amount" => input.amount.clear(),
            "delivery_due" => input.delivery_due.clear(),
            "url" => input.url.clear(),
            "number" => input.number.clear(),
            "contact_reason" => input.contact_reason.clear(),
            "note" => input.note.clear(),
            "wish_day" => input.wish_day.clear(),
            // The days of stages: an empty one is today.
            _ => input.stages.iter_mut().for_each(|stage| stage.day.clear()),
        }
    }
    input
}

fn facts(read: ContractRead, account: Account, client: Client) -> ContractFacts {
    let contract = read.contract.id;
    let nil = Uuid::nil();
    let stages = read.stages.into_iter().map(|(stage, when)| StageEvent {
        id: StageEventId(nil),
        contract,
        stage,
        when,
        note: String::new(),
    });
    let wishes = read.wish.into_iter().map(|(channels, when)| Wish {
        id: WishId(nil),
        contract,
        channels,
        when,
        note: String::new(),
    });
    ContractFacts {
        contract: read.contract,
        account,
        client,
        stages: stages.collect(),
        sightings: Vec::new(),
        requests: Vec::new(),
        statuses: Vec::new(),
        inquiries: Vec::new(),
        wishes: wishes.collect(),
        outside_contacts: Vec::new(),
        restrictions: Vec::new(),
        payments: Vec::new(),
    }
}
