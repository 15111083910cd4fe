//! Invented books: the sample that shows every state, and large ones for measuring. Both are written through the one door.

mod bulk;
mod data;

use std::collections::BTreeMap;

use engawa_domain::calendar::{Day, When};
use engawa_domain::facts::{
    Account, Client, ClientKind, ContactRequest, Contract, Format, Inquiry, LinkSighting, OutsideContact,
    Payment, Shown as ShownOn, StageEvent, StatusSeen, Wish, Witness,
};
use engawa_domain::ids::{
    AccountId, ClientId, ContractId, InquiryId, OutsideContactId, PaymentId, PlatformId, RequestId,
    SightingId, StageEventId, StatusId, WishId,
};
use engawa_domain::money::Yen;
use engawa_domain::rules::{Operating, PlatformRules, Shape};
use engawa_domain::text::{EmailAddress, Title, Words};
use engawa_packs::Packs;

use crate::book::Book;
use crate::error::BookError;
use crate::inputs::{Fault, FieldFault};
use crate::op::Op;
use crate::transact::Tx;
use data::{RuleShape, Sample, SampleContract};

/// The invented contracts.
const CONTRACTS: &str = include_str!("contracts.toml");

impl Book {
    /// Fills an empty book with the sample: twelve contracts that show every state the packs can give. One that holds something
    /// is left as it is.
    pub fn fill_sample(&mut self) -> Result<(), BookError> {
        if self.rows().count(engawa_store::Table::Accounts)? > 0 {
            return Ok(());
        }
        let (sample, today, packs) = (read()?, self.today(), std::sync::Arc::clone(&self.packs));
        self.transact_once(Op::SampleFill, |tx| {
            let mut accounts = BTreeMap::new();
            let mut clients = BTreeMap::new();
            for contract in &sample.contracts {
                let account = account(tx, &mut accounts, platform(contract.rule, &packs), &sample)?;
                let client = client(tx, &mut clients, &contract.client.name, &contract.client.reading)?;
                fill(tx, contract, account, client, today)?;
            }
            Ok(())
        })?;
        Ok(())
    }
}

fn read() -> Result<Sample, BookError> {
    toml::from_str(CONTRACTS).map_err(|_| vec![FieldFault::new("sample", Fault::no_such_choice())].into())
}

/// The service of the packs with a rule of this shape; where there is none, the first one.
fn platform(rule: RuleShape, packs: &Packs) -> PlatformId {
    let shaped = |shape: Shape| match shape {
        // A gate before the approval looks like an approval once its stage is reached.
        Shape::Approval | Shape::GateAndApproval { .. } => RuleShape::Approval,
        Shape::Forbidden => RuleShape::Forbidden,
        Shape::Gate { .. } | Shape::Free => RuleShape::Open,
        Shape::NotKnown => RuleShape::NotKnown,
    };
    // A service that still operates, and of those the one the app can help with most.
    let open = || packs.all().filter(|pack| pack.rules.operating == Operating::Open);
    let shows = |rules: &PlatformRules| {
        shaped(rules.contact.shape) == rule && (rule != RuleShape::Open || rules.contact.carries_yes())
    };
    let fitting = open().filter(|pack| shows(&pack.rules));
    // Of several with as many guides, the first by name.
    fitting
        .max_by_key(|pack| (pack.own_guides().count(), std::cmp::Reverse(&pack.rules.id)))
        .or_else(|| open().next())
        .map_or_else(|| PlatformId(engawa_packs::OTHER.to_owned()), |pack| pack.rules.id.clone())
}

fn account(
    tx: &mut Tx<'_>,
    accounts: &mut BTreeMap<PlatformId, AccountId>,
    platform: PlatformId,
    sample: &Sample,
) -> Result<AccountId, BookError> {
    if let Some(known) = accounts.get(&platform) {
        return Ok(*known);
    }
    let account = Account {
        id: AccountId(tx.id()),
        platform: platform.clone(),
        user_name: title(&sample.user_name)?,
        registered_email: EmailAddress::new(sample.registered_email.as_str()).ok(),
        note: String::new(),
    };
    tx.insert(&account)?;
    accounts.insert(platform, account.id);
    Ok(account.id)
}

fn client(
    tx: &mut Tx<'_>,
    clients: &mut BTreeMap<String, ClientId>,
    name: &str,
    reading: &str,
) -> Result<ClientId, BookError> {
    if let Some(known) = clients.get(name) {
        return Ok(*known);
    }
    let client = Client {
        id: ClientId(tx.id()),
        name: title(name)?,
        reading: reading.to_owned(),
        kind: ClientKind::Company,
        note: String::new(),
    };
    tx.insert(&client)?;
    clients.insert(name.to_owned(), client.id);
    Ok(client.id)
}

fn title(text: &str) -> Result<Title, BookError> {
    Title::new(text).map_err(|refused| vec![FieldFault::new("sample", refused)].into())
}

fn fill(
    tx: &mut Tx<'_>,
    of: &SampleContract,
    account: AccountId,
    client: ClientId,
    today: Day,
) -> Result<(), BookError> {
    let contract = ContractId(tx.id());
    let when = |days: i32| When::on(today.plus_days(days));
    tx.insert(&Contract {
        id: contract,
        account,
        client,
        title: title(&of.title)?,
        format: Format::Fixed,
        url: None,
        number: None,
        amount: Some(Yen::from(of.amount)),
        delivery_due: of.delivery.map(|days| today.plus_days(days)),
        contact_reason: of.reason.clone(),
        note: String::new(),
    })?;
    for fact in &of.stages {
        let id = StageEventId(tx.id());
        tx.insert(&StageEvent {
            id,
            contract,
            stage: fact.stage,
            when: when(fact.day),
            note: String::new(),
        })?;
    }
    for fact in &of.wishes {
        let id = WishId(tx.id());
        tx.insert(&Wish {
            id,
            contract,
            channels: fact.channels.clone(),
            when: when(fact.day),
            note: String::new(),
        })?;
    }
    for fact in &of.looks {
        let (id, looker, place, seen) = (SightingId(tx.id()), fact.looker, fact.place, fact.seen);
        tx.insert(&LinkSighting {
            id,
            contract,
            looker,
            place,
            seen,
            when: when(fact.day),
            note: String::new(),
        })?;
    }
    for fact in &of.requests {
        let id = RequestId(tx.id());
        let reason = of.reason.clone();
        tx.insert(&ContactRequest {
            id,
            contract,
            by: fact.by,
            when: when(fact.day),
            reason,
            channels: Vec::new(),
        })?;
    }
    for fact in &of.statuses {
        let words = fact.words.as_deref().and_then(|words| Words::new(words).ok());
        let witness = Witness::Me { words, shown: ShownOn::Web };
        let id = StatusId(tx.id());
        tx.insert(&StatusSeen {
            id,
            contract,
            value: fact.value,
            witness,
            when: when(fact.day),
            note: String::new(),
        })?;
    }
    for fact in &of.heard {
        let id = StatusId(tx.id());
        let witness = Witness::ToldByClient;
        tx.insert(&StatusSeen {
            id,
            contract,
            value: fact.value,
            witness,
            when: when(fact.day),
            note: String::new(),
        })?;
    }
    for fact in &of.inquiries {
        let id = InquiryId(tx.id());
        let sender = tx.rows().need::<Account>(account)?.registered_email;
        if let Some(sender) = sender {
            let (entrance, body) = (fact.entrance.clone(), fact.body.clone());
            tx.insert(&Inquiry { id, contract, entrance, sender, body, sent: when(fact.day), reply: None })?;
        }
    }
    after_work(tx, of, contract, when)
}

/// What happens beside and after the work: talks outside, and the money that came.
fn after_work(
    tx: &mut Tx<'_>,
    of: &SampleContract,
    contract: ContractId,
    when: impl Fn(i32) -> When,
) -> Result<(), BookError> {
    for fact in &of.contacts {
        let id = OutsideContactId(tx.id());
        let (channel, note) = (fact.channel, fact.note.clone());
        tx.insert(&OutsideContact { id, contract, channel, when: when(fact.day), note })?;
    }
    for fact in &of.payments {
        let (id, amount) = (PaymentId(tx.id()), Yen::from(fact.amount));
        tx.insert(&Payment { id, contract, amount, when: when(fact.day), note: String::new() })?;
    }
    Ok(())
}
