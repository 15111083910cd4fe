//! The table of all contracts, kept in memory: each contract's computed state, searched, filtered and sorted without asking
//! the disk. It is never stored; a change of the book replaces the entries it touched.

mod entry;
mod haystack;
mod orders;
mod query;

#[cfg(test)]
mod tests;

pub use entry::{Course, Entry, EntryDate, course, stage_on_the_way, stage_shown, task_kind};
pub use query::Matching;

use std::collections::HashMap;

use engawa_domain::calendar::When;
use engawa_domain::ids::{ContractId, PlatformId};

use haystack::Haystack;
use orders::Orders;

/// All contracts of a book.
#[derive(Debug, Default)]
pub struct ListIndex {
    /// Slots keep their number; a removed contract leaves a free one.
    slots: Vec<Option<Entry>>,
    free: Vec<u32>,
    by_id: HashMap<ContractId, u32>,
    haystack: Haystack,
    orders: Orders,
}

impl ListIndex {
    /// How many contracts it holds.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Every contract, in no order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.slots.iter().flatten()
    }

    /// One contract.
    pub fn get(&self, id: ContractId) -> Option<&Entry> {
        self.entry(*self.by_id.get(&id)?)
    }

    /// Takes a contract in, or replaces what it was.
    pub fn put(&mut self, entry: Entry) {
        let slot = match self.by_id.get(&entry.id) {
            Some(slot) => {
                let slot = *slot;
                self.orders.take_out(slot, &self.slots);
                slot
            }
            None => self.free.pop().unwrap_or_else(|| {
                self.slots.push(None);
                entry::count(self.slots.len() - 1)
            }),
        };
        self.haystack.set(slot, &entry.search_key);
        self.by_id.insert(entry.id, slot);
        if let Some(place) = self.slots.get_mut(slot as usize) {
            *place = Some(entry);
        }
        self.orders.put_in(slot, &self.slots);
    }

    /// Lets a contract go.
    pub fn remove(&mut self, id: ContractId) {
        let Some(slot) = self.by_id.remove(&id) else {
            return;
        };
        self.orders.take_out(slot, &self.slots);
        self.haystack.forget(slot);
        if let Some(place) = self.slots.get_mut(slot as usize) {
            *place = None;
        }
        self.free.push(slot);
    }

    /// Makes the order of every column now, so that no question waits for one.
    pub fn sort_every_column(&mut self) {
        self.orders.make_all(&self.slots);
    }

    /// The contracts whose state may be another by now, although nothing was recorded. `now` answers in a platform's zone.
    pub fn outdated(&self, now: impl Fn(&PlatformId) -> Option<When>) -> Vec<ContractId> {
        let late = |entry: &&Entry| match (entry.changes, now(&entry.platform)) {
            (Some(changes), Some(now)) => changes <= now,
            _ => false,
        };
        self.entries().filter(|entry| entry.changes.is_some()).filter(late).map(|entry| entry.id).collect()
    }

    fn entry(&self, slot: u32) -> Option<&Entry> {
        self.slots.get(slot as usize)?.as_ref()
    }
}
