//! What the open book keeps in memory: the table of all contracts, read once after a start and followed from then on.
//!
//! A small book is read at once. A large one shows the contracts changed last at once, and the rest is read on a thread of
//! its own with a connection of its own; until it arrives, answers say that they have not counted everything.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::JoinHandle;

use engawa_domain::calendar::{Day, Moment};
use engawa_domain::facts::ContractFacts;
use engawa_domain::guide::Change;
use engawa_domain::ids::{ContractId, RunId};
use engawa_packs::Packs;
use engawa_store::{OpenAs, Rows, Store, StoreError, Table};

use crate::error::BookError;
use crate::list_index::{Entry, ListIndex};
use crate::touched::{Scope, Touched};
use crate::writes::desk::{Desk, local};

/// Up to so many contracts a book is read at once: within about a tenth of a second.
const AT_ONCE: u64 = 2_000;
/// So many of the contracts changed last are read at once of a larger book: more than a window shows.
const FIRST_PAGE: usize = 200;
/// Places of changes made since the start lie above those read from the journal.
const SINCE_START: u64 = 1 << 62;

/// What the open book keeps in memory.
#[derive(Debug, Default)]
pub(crate) struct Known {
    index: ListIndex,
    reading: Reading,
    /// Contracts written while the rest is still being read: what arrives of them is older.
    touched: HashSet<ContractId>,
    changes: u64,
    /// The day for which the states were computed last.
    day: Option<Day>,
    /// What the last answer of a run changed, until the next one.
    pub run_changes: HashMap<RunId, Change>,
}

/// How far the table has been read.
#[derive(Debug, Default)]
enum Reading {
    /// Nothing has been asked for yet.
    #[default]
    NotBegun,
    /// A thread reads.
    Underway(Arrival),
    /// Everything is there.
    Done,
}

/// What a thread reads, when it is there.
#[derive(Debug)]
struct Arrival {
    table: Receiver<Result<ListIndex, StoreError>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Arrival {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            // The book's folder may be moved or removed as soon as the book is closed.
            let _ = thread.join();
        }
    }
}

/// Whether every contract is in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counted {
    /// Every one.
    All,
    /// The rest is still being read.
    Rising,
}

/// What the table is read from.
#[derive(Clone, Copy)]
pub(crate) struct ReadFrom<'a> {
    /// The rows.
    pub rows: Rows<'a>,
    /// How the file was opened, for a connection of its own.
    pub file: &'a OpenAs,
    /// Rules and time.
    pub desk: Desk<'a>,
    /// The packs, to be shared with a thread.
    pub packs: &'a Arc<Packs>,
}

impl Known {
    /// The table as it is by now, and whether everything is in it. `touched` is what was changed since this was asked last.
    pub fn table(
        &mut self,
        from: ReadFrom<'_>,
        touched: &Touched,
        today: Day,
    ) -> Result<(&mut ListIndex, Counted), BookError> {
        self.follow(from, touched)?;
        if self.day.is_some_and(|day| day > today) {
            // The clock was set back: what was computed for a later day does not hold.
            self.forget();
        }
        match &self.reading {
            Reading::NotBegun => self.begin(from)?,
            Reading::Underway(_) => self.arrive()?,
            Reading::Done => {}
        }
        self.day = Some(today);
        self.follow_the_clock(from)?;
        let counted = match self.reading {
            Reading::Done => Counted::All,
            Reading::NotBegun | Reading::Underway(_) => Counted::Rising,
        };
        Ok((&mut self.index, counted))
    }

    /// The table as it was last asked for.
    pub fn index(&mut self) -> &mut ListIndex {
        &mut self.index
    }

    /// The table with every contract in it, however long that takes.
    pub fn whole_table(
        &mut self,
        from: ReadFrom<'_>,
        touched: &Touched,
        today: Day,
    ) -> Result<&mut ListIndex, BookError> {
        self.table(from, touched, today)?;
        if let Reading::Underway(arrival) = &self.reading {
            let table = arrival.table.recv().map_err(|_| interrupted())?;
            self.take_in(table?);
        }
        Ok(&mut self.index)
    }

    /// Takes contracts in that are asked for before everything has been read.
    pub fn ahead(&mut self, from: ReadFrom<'_>, count: usize) -> Result<(), BookError> {
        let recent = from.rows.recent_contracts(0, count)?;
        for (rank, id) in recent.iter().enumerate() {
            if self.index.get(*id).is_none() {
                // Below what changes since the start, above all that is older.
                let place = SINCE_START - 1 - u64::try_from(rank).unwrap_or(u64::MAX >> 2);
                self.read(from, *id, place)?;
            }
        }
        Ok(())
    }

    /// Follows what was changed since this was asked last.
    fn follow(&mut self, from: ReadFrom<'_>, touched: &Touched) -> Result<(), BookError> {
        let begun = !matches!(self.reading, Reading::NotBegun);
        if touched.scope == Scope::Every {
            // What is known of a large book is shown until it has been read again; a small one is read again at once.
            self.reading = Reading::NotBegun;
        }
        if !begun {
            return Ok(());
        }
        for id in &touched.contracts {
            self.changes += 1;
            let place = SINCE_START + self.changes;
            self.touched.insert(*id);
            self.read(from, *id, place)?;
        }
        Ok(())
    }

    /// Forgets the table; it is read again when it is asked for.
    pub fn forget(&mut self) {
        let run_changes = std::mem::take(&mut self.run_changes);
        *self = Self { run_changes, ..Self::default() };
    }

    fn begin(&mut self, from: ReadFrom<'_>) -> Result<(), BookError> {
        if from.rows.count(Table::Contracts)? <= AT_ONCE {
            let facts = from.rows.load_all_facts()?;
            let places = from.rows.last_changes()?;
            self.take_in(table_of(&facts, &places, from.packs, from.desk.now));
            return Ok(());
        }
        let (send, table) = channel();
        let (file, packs, now) = (from.file.clone(), Arc::clone(from.packs), from.desk.now);
        let thread = std::thread::Builder::new().name("book-table".to_owned()).spawn(move || {
            // Nobody receives any more when the book was closed meanwhile.
            let _ = send.send(read_all(&file, &packs, now));
        });
        let thread = thread.map_err(|error| StoreError::of_file(&from.file.path, error))?;
        self.reading = Reading::Underway(Arrival { table, thread: Some(thread) });
        self.ahead(from, FIRST_PAGE)
    }

    fn arrive(&mut self) -> Result<(), BookError> {
        let Reading::Underway(arrival) = &self.reading else {
            return Ok(());
        };
        match arrival.table.try_recv() {
            Ok(table) => {
                self.take_in(table?);
                Ok(())
            }
            Err(TryRecvError::Empty) => Ok(()),
            Err(TryRecvError::Disconnected) => {
                self.forget();
                Err(interrupted())
            }
        }
    }

    /// The table that was read takes the place of what was known; what was written meanwhile is newer and stays.
    fn take_in(&mut self, table: ListIndex) {
        let before = std::mem::replace(&mut self.index, table);
        for id in self.touched.drain() {
            match before.get(id) {
                Some(entry) => self.index.put(entry.clone()),
                None => self.index.remove(id),
            }
        }
        self.reading = Reading::Done;
    }

    /// Computes anew what the passing of time has changed.
    fn follow_the_clock(&mut self, from: ReadFrom<'_>) -> Result<(), BookError> {
        let now = from.desk.now;
        let outdated = self.index.outdated(|platform| Some(local(now, from.packs.rules(platform))));
        for id in outdated {
            let place = self.index.get(id).map_or(0, |entry| entry.recent);
            self.read(from, id, place)?;
        }
        Ok(())
    }

    fn read(&mut self, from: ReadFrom<'_>, id: ContractId, place: u64) -> Result<(), BookError> {
        match from.rows.load_facts(id)? {
            Some(facts) => {
                let rules = from.desk.rules(&facts.account.platform);
                self.index.put(Entry::of(&facts, rules, from.desk.now_in(rules), place));
            }
            None => self.index.remove(id),
        }
        Ok(())
    }
}

/// Reads everything through a connection of its own. The book is open, so the file is there and of this schema.
fn read_all(file: &OpenAs, packs: &Packs, now: Moment) -> Result<ListIndex, StoreError> {
    let store = Store::open(file)?;
    let facts = store.rows().load_all_facts()?;
    let places = store.rows().last_changes()?;
    let mut table = table_of(&facts, &places, packs, now);
    // Made here, where nobody waits for it.
    table.sort_every_column();
    Ok(table)
}

fn table_of(
    facts: &[ContractFacts],
    places: &HashMap<ContractId, u64>,
    packs: &Packs,
    now: Moment,
) -> ListIndex {
    let mut table = ListIndex::default();
    for facts in facts {
        let rules = packs.rules(&facts.account.platform);
        let place = places.get(&facts.contract.id).copied().unwrap_or_default();
        table.put(Entry::of(facts, rules, local(now, rules), place));
    }
    table
}

/// The thread that reads the table ended without its answer: a mistake in the program.
fn interrupted() -> BookError {
    StoreError::Damaged { detail: "the table of contracts could not be read to its end".to_owned() }.into()
}
