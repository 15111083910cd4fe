//! What goes into a packet: the record of a contract, the rows and entries behind it, its files.

use std::collections::{BTreeMap, BTreeSet};

use engawa_domain::calendar::{Moment, When};
use engawa_domain::facts::{ContractFacts, CopiedAnyway, Evidence, EvidenceLink};
use engawa_domain::ids::{ContractId, EvidenceId, OwnServiceId};
use engawa_domain::rules::{Correction, OwnService, PlatformRules};
use engawa_store::{ChainHead, Entry, Fact, Image, Table};

use super::PacketOptions;
use super::chain::{self, Line, Mine};
use super::documents;
use super::manifest::Entries;
use super::mask::Masker;
use super::names;
use crate::book::Book;
use crate::error::BookError;
use crate::writes::desk::local;

/// A kept file that goes along, or is left out.
#[derive(Debug, Clone)]
pub struct Kept {
    /// What is recorded of it, masked where that was asked for.
    pub evidence: Evidence,
    /// What it proves.
    pub links: Vec<EvidenceLink>,
    /// Its name in the packet; `None` where it is left out.
    pub member: Option<String>,
}

/// Everything a packet is made of.
#[derive(Debug)]
pub struct Content<'b> {
    /// The record, masked where that was asked for.
    pub facts: ContractFacts,
    /// Texts that were copied although something was found in them.
    pub copied: Vec<CopiedAnyway>,
    pub rules: &'b PlatformRules,
    pub kept: Vec<Kept>,
    /// The rows as they go into `facts.json`.
    pub rows: Vec<Image>,
    pub lines: Vec<Line>,
    pub counts: Entries,
    /// When a row was first written down.
    pub written: BTreeMap<(Table, String), Moment>,
    pub heads: Vec<ChainHead>,
    pub masker: Masker,
    /// The moment of the newest entry.
    pub as_of: Moment,
    /// The same in the zone of the service.
    pub now: When,
}

impl<'b> Content<'b> {
    /// Gathers it.
    pub fn of(book: &'b Book, contract: ContractId, options: &PacketOptions) -> Result<Self, BookError> {
        let (facts, rules) = book.desk().contract(book.rows(), contract)?;
        let id = contract.to_string();
        let (entries, mine) = entries(book, &facts)?;
        let as_of = entries.iter().map(|entry| entry.at).max().unwrap_or_else(beginning);
        let mut masker = Masker::new(options.contact_data, &facts, rules);
        let rows = rows(book, &id, &mine, &entries, &mut masker)?;
        let (lines, counts) = chain::lines(&entries, &id, &mine, &mut masker)?;
        let kept = kept(book.contract_files(contract)?, &options.without, &masker);
        let copied: Vec<CopiedAnyway> = book.rows().of_contract(contract)?;
        let copied =
            copied.into_iter().map(|copied| CopiedAnyway { text: masker.told(&copied.text), ..copied });
        Ok(Self {
            facts: masker.facts(&facts).map_err(BookError::Answer)?,
            copied: copied.collect(),
            rules,
            kept,
            rows,
            lines,
            counts,
            written: written(&entries)?,
            heads: book.rows().heads()?,
            masker,
            as_of,
            now: local(as_of, rules),
        })
    }
}

/// A contract without an entry cannot be; its packet would have no time of its own.
fn beginning() -> Moment {
    Moment::from_timestamp(jiff::Timestamp::UNIX_EPOCH)
}

/// The entries that wrote a row of the packet, oldest first, and the rows of others that belong to it.
fn entries(book: &Book, facts: &ContractFacts) -> Result<(Vec<Entry>, Mine), BookError> {
    let rows = book.rows();
    let mut found: BTreeMap<i64, Entry> = rows.entries_about(facts.contract.id)?.into_iter().collect();
    let mut mine = on_which_it_rests(book, facts)?;
    for entry in found.values() {
        mine.extend(once_tied(&entry.read_facts()?, &facts.contract.id.to_string()));
    }
    // The parties, the files and the rules may have been written down elsewhere.
    let ids: BTreeSet<String> = mine.iter().map(|(_, id)| id.clone()).collect();
    let named = rows.entries_naming(&ids)?;
    let all = found.values().chain(named.iter().map(|(_, entry)| entry));
    mine.extend(documents::of(book, facts, &mine, all)?);
    for (position, entry) in named {
        if entry.read_facts()?.iter().any(|fact| mine.contains(&(fact.table, fact.id.clone()))) {
            found.insert(position, entry);
        }
    }
    Ok((found.into_values().collect(), mine))
}

/// The parties that the contract once had, and the files that were once tied to it.
fn once_tied(facts: &[Fact], contract: &str) -> Mine {
    let mut tied = Mine::new();
    for fact in facts.iter().filter(|fact| fact.contracts().any(|of| of == contract)) {
        let columns: &[(&str, Table)] = match fact.table {
            Table::Contracts => &[("account", Table::Accounts), ("client", Table::Clients)],
            Table::EvidenceLinks => &[("evidence", Table::Evidence)],
            Table::Accounts
            | Table::Clients
            | Table::Stages
            | Table::Sightings
            | Table::Requests
            | Table::Statuses
            | Table::Inquiries
            | Table::Wishes
            | Table::OutsideContacts
            | Table::Restrictions
            | Table::Evidence
            | Table::Runs
            | Table::Payments
            | Table::Copies
            | Table::Services
            | Table::Corrections
            | Table::Documents
            | Table::DocumentCorrections => &[],
        };
        for row in [&fact.before, &fact.after].into_iter().flatten() {
            let ids =
                columns.iter().filter_map(|(column, table)| Some((*table, row.text(column)?.to_owned())));
            tied.extend(ids);
        }
    }
    tied
}

/// The rows of others that the record cannot be read without.
fn on_which_it_rests(book: &Book, facts: &ContractFacts) -> Result<Mine, BookError> {
    let rows = book.rows();
    let mut found = Mine::new();
    found.insert((Table::Accounts, facts.account.id.to_string()));
    found.insert((Table::Clients, facts.client.id.to_string()));
    for link in rows.of_contract::<EvidenceLink>(facts.contract.id)? {
        found.insert((Table::Evidence, link.evidence.to_string()));
    }
    if let Some(own) = OwnServiceId::of(&facts.account.platform)
        && rows.get::<OwnService>(own)?.is_some()
    {
        found.insert((Table::Services, own.to_string()));
    }
    for correction in rows.all::<Correction>()? {
        if correction.platform == facts.account.platform {
            found.insert((Table::Corrections, correction.id.to_string()));
        }
    }
    Ok(found)
}

/// Every row that the entries are about, as it is now.
fn rows(
    book: &Book,
    contract: &str,
    mine: &Mine,
    entries: &[Entry],
    masker: &mut Masker,
) -> Result<Vec<Image>, BookError> {
    let mut names = mine.clone();
    names.insert((Table::Contracts, contract.to_owned()));
    for entry in entries {
        let facts = entry.read_facts()?;
        let of_it = |fact: &&Fact| chain::is_mine(fact, contract, mine);
        names.extend(facts.iter().filter(of_it).map(|fact| (fact.table, fact.id.clone())));
    }
    let mut rows = Vec::new();
    for (table, id) in names {
        rows.extend(book.rows().image(table, &id)?.map(|row| masker.row(&row)));
    }
    Ok(rows)
}

/// Each file once, in the order in which it was taken in.
fn kept(files: Vec<(EvidenceLink, Evidence)>, without: &[EvidenceId], masker: &Masker) -> Vec<Kept> {
    let mut kept: BTreeMap<(Moment, EvidenceId), Kept> = BTreeMap::new();
    for (link, evidence) in files {
        let place = kept.entry((evidence.captured, evidence.id)).or_insert_with(|| Kept {
            evidence: Evidence {
                original_name: masker.told(&evidence.original_name),
                note: masker.told(&evidence.note),
                ..evidence
            },
            links: Vec::new(),
            member: None,
        });
        place.links.push(link);
    }
    let all = kept.len();
    let numbered = kept.into_values().zip(1..).map(|(file, at)| {
        let left_out = without.contains(&file.evidence.id);
        let member = (!left_out).then(|| names::member(at, all, &file.evidence.original_name));
        Kept { member, ..file }
    });
    numbered.collect()
}

fn written(entries: &[Entry]) -> Result<BTreeMap<(Table, String), Moment>, BookError> {
    let mut written = BTreeMap::new();
    for entry in entries {
        for fact in entry.read_facts()? {
            if fact.before.is_none() {
                written.entry((fact.table, fact.id)).or_insert(entry.at);
            }
        }
    }
    Ok(written)
}
