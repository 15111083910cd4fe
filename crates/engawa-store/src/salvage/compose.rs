//! What was read, put together: the longest whole beginning of the journal, and each row as it was last.

use std::collections::{BTreeMap, HashMap, HashSet};

use uuid::Uuid;

use super::read::{Extent, Gathered};
use super::{Lost, Salvaged, TableSaved, WhyLost};
use crate::cell::Cell;
use crate::flaw::Place;
use crate::image::Image;
use crate::journal::{Chains, Entry};
use crate::table::{Holds, Table};

pub(super) type Key = (Table, Uuid);

/// What the new book will hold.
#[derive(Debug)]
pub(super) struct Composed {
    /// The entries of its journal, with their old place.
    pub kept: Vec<(i64, Entry)>,
    /// Its rows.
    pub rows: BTreeMap<Key, Image>,
    pub report: Salvaged,
}

pub(super) fn compose(gathered: Gathered) -> Composed {
    let Gathered { entries, altered, journal, rows: read, extents, unreadable, .. } = gathered;
    let (kept, after_gap) = whole_beginning(entries);
    // Entries may also be found where the tree of the journal could not be followed. Whether the last ones are among them nobody
    // can say then.
    let gap = journal == Extent::Part || !after_gap.is_empty() || altered > 0;
    let mut report = Salvaged {
        entries_kept: count(kept.len()),
        entries_after_gap: count(after_gap.len()),
        entries_altered: altered,
        gap,
        ..Salvaged::default()
    };
    let told = last_told(kept.iter().chain(&after_gap).map(|(_, entry)| entry));
    let mut rows: BTreeMap<Key, Image> = BTreeMap::new();
    let mut from_journal = HashSet::new();
    for (key, image) in told {
        let Some(image) = image else { continue };
        if read.contains_key(&key) {
            continue;
        }
        let is_unreadable = unreadable.iter().any(|place| place.table == key.0 && place.id == image.id());
        // Where the whole table was read and the row is not in it, an entry that is lost took it out.
        if gap && extents.get(&key.0) == Some(&Extent::Whole) && !is_unreadable {
            continue;
        }
        if gap && is_approval(&image) {
            report.lost.push(lost(&image, WhyLost::Doubtful));
            continue;
        }
        from_journal.insert(key);
        rows.insert(key, image);
    }
    rows.extend(read);
    for place in unreadable {
        if place.id.parse().is_ok_and(|id: Uuid| rows.contains_key(&(place.table, id))) {
            continue;
        }
        report.lost.push(Lost { place, known: None, why: WhyLost::Unreadable });
    }
    leave_out_alone(&mut rows, &mut report);
    for (key, image) in &rows {
        let saved: &mut TableSaved = report.tables.entry(image.table()).or_default();
        if from_journal.contains(key) { saved.from_journal += 1 } else { saved.read += 1 }
    }
    report.lost.sort_by(|a, b| a.place.cmp(&b.place));
    Composed { kept, rows, report }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// Entries with their places in the journal.
type Placed = Vec<(i64, Entry)>;

/// The entries that follow one another from the first on, and whose facts follow from one another; and the rest.
fn whole_beginning(entries: BTreeMap<i64, Entry>) -> (Placed, Placed) {
    let (mut chains, mut state) = (Chains::default(), HashMap::new());
    let mut kept = Vec::new();
    let mut entries = entries.into_iter().peekable();
    while let Some((_, entry)) = entries.peek() {
        if chains.follow(entry).is_err() || !follows(entry, &mut state) {
            break;
        }
        kept.extend(entries.next());
    }
    (kept, entries.collect())
}

/// Whether the rows are what the entry says they were; then they are what it says they became.
fn follows(entry: &Entry, state: &mut HashMap<Key, Image>) -> bool {
    let Ok(facts) = entry.read_facts() else { return false };
    for fact in facts {
        let Ok(id) = fact.id.parse() else { return false };
        let key = (fact.table, id);
        if state.get(&key) != fact.before.as_ref() {
            return false;
        }
        match fact.after {
            Some(after) => state.insert(key, after),
            None => state.remove(&key),
        };
    }
    true
}

/// What the entries say of each row last; `None` where it was taken out.
fn last_told<'e>(entries: impl Iterator<Item = &'e Entry>) -> HashMap<Key, Option<Image>> {
    let mut told = HashMap::new();
    for fact in entries.flat_map(|entry| entry.read_facts().unwrap_or_default()) {
        if let Ok(id) = fact.id.parse() {
            told.insert((fact.table, id), fact.after);
        }
    }
    told
}

/// Whether the row says that contact is permitted.
fn is_approval(image: &Image) -> bool {
    image.table() == Table::Statuses
        && image
            .columns()
            .any(|(column, cell)| column.name == "value" && *cell == Cell::Text("approved".to_owned()))
}

fn lost(image: &Image, why: WhyLost) -> Lost {
    let place = Place { table: image.table(), id: image.id().to_owned() };
    Lost { place, known: Some(image.clone()), why }
}

/// Leaves out rows whose reference leads nowhere, and a file of evidence that is there twice. Parents come before children in
/// the order of the tables.
fn leave_out_alone(rows: &mut BTreeMap<Key, Image>, report: &mut Salvaged) {
    for table in Table::ALL {
        let mut hashes = HashSet::new();
        let of_table: Vec<Key> =
            rows.range((table, Uuid::nil())..=(table, Uuid::max())).map(|(key, _)| *key).collect();
        for key in of_table {
            let Some(image) = rows.get(&key) else { continue };
            let leads = image.columns().all(|(column, cell)| match (column.holds, cell) {
                (Holds::Reference(other), Cell::Text(id)) => {
                    id.parse().is_ok_and(|id: Uuid| rows.contains_key(&(other, id)))
                }
                (Holds::Sha256, Cell::Text(hash)) => hashes.insert(hash.clone()),
                _ => true,
            });
            if !leads && let Some(image) = rows.remove(&key) {
                report.lost.push(lost(&image, WhyLost::Alone));
            }
        }
    }
}
