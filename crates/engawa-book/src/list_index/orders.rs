//! The contracts in the order of each column. An order is made when it is first asked for and kept from then on.

use std::cmp::Ordering;

use super::Entry;
use crate::views::SortKey;

/// The columns, in the order of `Orders::kept`.
const COLUMNS: [SortKey; 8] = [
    SortKey::Recent,
    SortKey::Title,
    SortKey::Client,
    SortKey::Platform,
    SortKey::Stage,
    SortKey::State,
    SortKey::Deadline,
    SortKey::Amount,
];

#[derive(Debug, Default)]
pub(super) struct Orders {
    kept: [Option<Vec<u32>>; COLUMNS.len()],
}

impl Orders {
    /// The slots in the ascending order of a column. Contracts without a value there stand last.
    pub(super) fn of(&mut self, column: SortKey, slots: &[Option<Entry>]) -> &[u32] {
        let place = COLUMNS.iter().position(|known| *known == column).unwrap_or_default();
        self.kept[place].get_or_insert_with(|| {
            let mut order: Vec<u32> =
                slots.iter().zip(0_u32..).filter_map(|(entry, slot)| entry.as_ref().map(|_| slot)).collect();
            order.sort_unstable_by(|a, b| by(column, *a, *b, slots));
            order
        })
    }

    /// Makes the order of every column.
    pub(super) fn make_all(&mut self, slots: &[Option<Entry>]) {
        for column in COLUMNS {
            self.of(column, slots);
        }
    }

    /// Puts a slot where it belongs, after its entry was set.
    pub(super) fn put_in(&mut self, slot: u32, slots: &[Option<Entry>]) {
        for (column, order) in COLUMNS.iter().zip(&mut self.kept) {
            if let Some(order) = order {
                let place = order.partition_point(|other| by(*column, *other, slot, slots) == Ordering::Less);
                order.insert(place, slot);
            }
        }
    }

    /// Takes a slot out, while its entry is still what it was.
    pub(super) fn take_out(&mut self, slot: u32, slots: &[Option<Entry>]) {
        for (column, order) in COLUMNS.iter().zip(&mut self.kept) {
            if let Some(order) = order {
                let place = order.partition_point(|other| by(*column, *other, slot, slots) == Ordering::Less);
                if order.get(place) == Some(&slot) {
                    order.remove(place);
                }
            }
        }
    }
}

fn by(column: SortKey, a: u32, b: u32, slots: &[Option<Entry>]) -> Ordering {
    let entry = |slot: u32| slots.get(slot as usize).and_then(Option::as_ref);
    match (entry(a), entry(b)) {
        (Some(a), Some(b)) => compare(column, a, b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// The ascending order of a column; contracts without a value last, equal ones by their identifier.
pub(super) fn compare(column: SortKey, a: &Entry, b: &Entry) -> Ordering {
    let order = match column {
        SortKey::Recent => a.recent.cmp(&b.recent),
        SortKey::Title => a.title_key.cmp(&b.title_key),
        SortKey::Client => a.client_key.cmp(&b.client_key),
        SortKey::Platform => a.platform.cmp(&b.platform),
        SortKey::Stage => empty_last(a.stage, b.stage),
        SortKey::State => a.state.cmp(&b.state),
        SortKey::Deadline => {
            let day = |entry: &Entry| entry.dates.first().map(|date| date.day);
            empty_last(day(a), day(b))
        }
        SortKey::Amount => empty_last(a.amount, b.amount),
    };
    order.then_with(|| a.id.cmp(&b.id))
}

/// Whether a contract has a value in a column.
pub(super) fn has_value(column: SortKey, entry: &Entry) -> bool {
    match column {
        SortKey::Recent | SortKey::Title | SortKey::Client | SortKey::Platform | SortKey::State => true,
        SortKey::Stage => entry.stage.is_some(),
        SortKey::Deadline => !entry.dates.is_empty(),
        SortKey::Amount => entry.amount.is_some(),
    }
}

fn empty_last<T: Ord>(a: Option<T>, b: Option<T>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}
