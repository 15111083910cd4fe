//! Large books for measuring: the same for the same number, day and identifiers.

use std::collections::BTreeMap;

use engawa_domain::calendar::{Day, When};
use engawa_domain::facts::{
    ContactRequest, Contract, FiledBy, Format, LinkSighting, Party, Place, Seen, Shown, Stage, StageEvent,
    StatusSeen, StatusValue, Witness,
};
use engawa_domain::ids::{AccountId, ClientId, ContractId, RequestId, SightingId, StageEventId, StatusId};
use engawa_domain::money::Yen;
use engawa_domain::text::Words;

use super::data::{Bulk, RuleShape};
use super::{account, client, platform, read, title};
use crate::book::Book;
use crate::error::BookError;
use crate::op::Op;
use crate::transact::Tx;

/// Contracts of one transaction and one entry of the journal.
const CHUNK: u32 = 1_000;
/// Numbers of clients that share a name.
const CLIENTS_PER_NAME: u32 = 25;

impl Book {
    /// Adds so many generated contracts, a thousand to an entry of the journal. `progress` is told how many there are by now.
    pub fn fill_bulk(&mut self, contracts: u32, mut progress: impl FnMut(u32)) -> Result<(), BookError> {
        let (sample, today, packs) = (read()?, self.today(), std::sync::Arc::clone(&self.packs));
        let mut accounts = BTreeMap::new();
        let mut clients = BTreeMap::new();
        let mut made = 0;
        while made < contracts {
            let until = contracts.min(made + CHUNK);
            self.transact_once(Op::SampleFill, |tx| {
                for number in made..until {
                    let mut dice = Dice::of(number);
                    let rule = match dice.roll(10) {
                        0 => RuleShape::Forbidden,
                        1 => RuleShape::Open,
                        2 => RuleShape::NotKnown,
                        _ => RuleShape::Approval,
                    };
                    let account = account(tx, &mut accounts, platform(rule, &packs), &sample)?;
                    let client = some_client(tx, &mut clients, &sample.bulk, &mut dice)?;
                    add(tx, &sample.bulk, number, &mut dice, account, client, today)?;
                }
                Ok(())
            })?;
            made = until;
            progress(made);
        }
        Ok(())
    }
}

/// Numbers that look thrown and are the same every time.
struct Dice(u64);

impl Dice {
    fn of(number: u32) -> Self {
        Self(u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D_4C95_7F2D)
    }

    fn roll(&mut self, sides: u32) -> u32 {
        // SplitMix64, a published generator: small, and good enough for invented contracts.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(sides.max(1))).unwrap_or_default()
    }

    fn days(&mut self, upto: u32) -> i32 {
        i32::try_from(self.roll(upto)).unwrap_or_default()
    }

    fn pick<'a>(&mut self, from: &'a [String]) -> (usize, &'a str) {
        let place = self.roll(u32::try_from(from.len()).unwrap_or(u32::MAX)) as usize;
        (place, from.get(place).map_or("", String::as_str))
    }
}

fn some_client(
    tx: &mut Tx<'_>,
    clients: &mut BTreeMap<String, ClientId>,
    bulk: &Bulk,
    dice: &mut Dice,
) -> Result<ClientId, BookError> {
    let ((name_at, name), (kind_at, kind)) = (dice.pick(&bulk.names), dice.pick(&bulk.kinds));
    let branch = dice.roll(CLIENTS_PER_NAME) + 1;
    let read = |list: &[String], at: usize| list.get(at).cloned().unwrap_or_default();
    let reading = format!("{}{}{branch}", read(&bulk.readings, name_at), read(&bulk.kind_readings, kind_at));
    client(tx, clients, &format!("{name}{kind}{branch}"), &reading)
}

fn add(
    tx: &mut Tx<'_>,
    bulk: &Bulk,
    number: u32,
    dice: &mut Dice,
    account: AccountId,
    client: ClientId,
    today: Day,
) -> Result<(), BookError> {
    let contract = ContractId(tx.id());
    let ((_, thing), (_, work)) = (dice.pick(&bulk.things), dice.pick(&bulk.works));
    // Most contracts of an old book are over.
    let is_over = dice.roll(10) < 8;
    let began = if is_over { 60 + dice.days(2_000) } else { dice.days(40) };
    let day = |days: i32| When::on(today.plus_days(days - began));
    tx.insert(&Contract {
        id: contract,
        account,
        client,
        title: title(&format!("{thing}{work}（{}）", number + 1))?,
        format: Format::Fixed,
        url: None,
        number: Some((number + 1).to_string()),
        amount: Some(Yen::from((dice.roll(300) + 1) * 1_100)),
        delivery_due: (!is_over).then(|| today.plus_days(dice.days(60))),
        contact_reason: String::new(),
        note: String::new(),
    })?;
    let mut stages = vec![(Stage::Contracted, 0), (Stage::Escrowed, 1)];
    if is_over {
        stages.extend([(Stage::Delivered, 20), (Stage::Inspected, 25), (Stage::Completed, 25)]);
    }
    for (stage, after) in stages {
        let id = StageEventId(tx.id());
        tx.insert(&StageEvent { id, contract, stage, when: day(after), note: String::new() })?;
    }
    let seen = if dice.roll(3) == 0 { Seen::Missing } else { Seen::Visible };
    let (id, looker, place) = (SightingId(tx.id()), Party::Me, Place::Web);
    tx.insert(&LinkSighting { id, contract, looker, place, seen, when: day(2), note: String::new() })?;
    if seen == Seen::Visible {
        let id = RequestId(tx.id());
        tx.insert(&ContactRequest {
            id,
            contract,
            by: FiledBy::Me,
            when: day(2),
            reason: String::new(),
            channels: Vec::new(),
        })?;
        let result = match dice.roll(8) {
            0 => Some((StatusValue::Denied, &bulk.words.denied)),
            1 => None,
            _ => Some((StatusValue::Approved, &bulk.words.approved)),
        };
        if let Some((value, words)) = result {
            let witness = Witness::Me { words: Words::new(words.as_str()).ok(), shown: Shown::Web };
            let id = StatusId(tx.id());
            tx.insert(&StatusSeen { id, contract, value, witness, when: day(4), note: String::new() })?;
        }
    }
    Ok(())
}
