//! The journal, entry by entry: whether the chain holds, and what it says of each row.

use std::collections::{HashMap, HashSet};

use engawa_domain::ids::ContractId;
use rusqlite::Connection;
use uuid::Uuid;

use super::steps::Steps;
use crate::error::StoreError;
use crate::flaw::{Flaw, Ground};
use crate::journal::{Committed, Entry, Hash, Origin};
use crate::read::{ENTRY, read_entry};
use crate::recovery::image_hash;
use crate::table::Table;

/// What the journal says of a row last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    /// The hash of the row; `None` when it was taken out.
    pub hash: Option<[u8; 32]>,
    /// The entry that says so.
    pub ground: Ground,
}

/// What the journal says of each row. Identifiers are kept as numbers: a million short texts would scatter the memory.
pub(super) type AllSaid = HashMap<(Table, Uuid), Said>;

/// What was found on the way through the journal.
#[derive(Debug, Default)]
pub(super) struct Walked {
    pub flaws: Vec<Flaw>,
    pub said: AllSaid,
    /// Which entry is about which contract.
    pub about: HashSet<(i64, ContractId)>,
    pub entries: u64,
    /// Whether it was read to its end.
    pub whole: bool,
    pub stopped: Option<String>,
}

/// Reads the whole journal, past what is wrong in it.
pub(super) fn walk(connection: &Connection, steps: &mut Steps<'_>) -> Walked {
    let mut walked = Walked::default();
    let mut links = Links::default();
    match read(connection, &mut walked, &mut links, steps) {
        Ok(()) => walked.whole = true,
        Err(error) => walked.stopped = Some(error.to_string()),
    }
    for said in walked.said.values_mut() {
        if let Ground::Firm { position } = said.ground
            && links.doubted.contains(&position)
        {
            said.ground = Ground::Doubtful;
        }
    }
    walked
}

fn read(
    connection: &Connection,
    walked: &mut Walked,
    links: &mut Links,
    steps: &mut Steps<'_>,
) -> Result<(), StoreError> {
    let sql = format!("SELECT {ENTRY}, position FROM journal ORDER BY position");
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let position: i64 = row.get(7)?;
        steps.step()?;
        let Ok(entry) = read_entry(row) else {
            walked.flaws.push(Flaw::EntryUnreadable { position });
            links.break_off();
            continue;
        };
        walked.entries += 1;
        let linked = links.follow(&entry, position);
        let is_altered = linked.iter().any(|flaw| matches!(flaw, Flaw::EntryAltered { .. }));
        walked.flaws.extend(linked);
        match entry.read_facts() {
            Ok(facts) => {
                let committed = Committed::of(entry.seq, &entry.op, &facts);
                walked.about.extend(committed.contracts.into_iter().map(|contract| (position, contract)));
                for fact in facts {
                    // Every row that can be read has a UUID.
                    let key = (fact.table, fact.id.parse().unwrap_or_default());
                    let hash = fact.after.as_ref().map(image_hash);
                    walked.said.insert(key, Said { hash, ground: Ground::Firm { position } });
                }
            }
            Err(_) if is_altered => {}
            Err(_) => walked.flaws.push(Flaw::EntryUnreadable { position }),
        }
    }
    Ok(())
}

/// The chains of all origins, followed past what is broken.
#[derive(Debug, Default)]
struct Links {
    /// The last entry of each origin: number, hash, place.
    last: HashMap<Origin, (u64, Hash, i64)>,
    /// Entries whose content proves nothing: altered ones, and both sides of a break.
    doubted: HashSet<i64>,
    /// An entry that cannot be read came between: of its origin nobody can say.
    gap: bool,
}

impl Links {
    fn follow(&mut self, entry: &Entry, position: i64) -> Vec<Flaw> {
        let (seq, hash, before) = self.last.get(&entry.origin).copied().unwrap_or((0, Hash::ZERO, 0));
        let mut flaws = Vec::new();
        if entry.seq != seq + 1 || entry.prev_hash != hash {
            // After an entry that cannot be read the next one of its origin cannot follow; that is said once.
            if !self.gap {
                flaws.push(Flaw::ChainBroken { origin: entry.origin, seq: entry.seq });
            }
            self.doubted.extend([before, position]);
        }
        if entry.computed_hash() != entry.hash {
            flaws.push(Flaw::EntryAltered { origin: entry.origin, seq: entry.seq });
            self.doubted.insert(position);
        }
        self.gap = false;
        self.last.insert(entry.origin, (entry.seq, entry.hash, position));
        flaws
    }

    fn break_off(&mut self) {
        self.gap = true;
    }
}
