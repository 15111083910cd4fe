//! How far a look through the file has come, and whether it goes on.

use rusqlite::Connection;

use crate::asked::Asked;
use crate::error::StoreError;
use crate::open::number;
use crate::read::Rows;
use crate::table::Table;

/// A step is an entry or a row. What is told of it is its share of the bytes of the file.
pub(super) struct Steps<'a> {
    asked: &'a Asked,
    done: u64,
    all: u64,
    /// Of the file; none where it does not tell its size, and then the steps are only asked for.
    bytes: u64,
    told: u64,
}

impl<'a> Steps<'a> {
    /// Those that a look through this file will take.
    pub fn of(connection: &Connection, asked: &'a Asked) -> Self {
        let rows = Rows { connection };
        let tables = Table::ALL.into_iter().map(|table| rows.count(table).unwrap_or_default()).sum::<u64>();
        let entries = rows.entries().unwrap_or_default();
        let said = |pragma| number(connection, pragma).map_or(0, u64::from);
        let bytes = said("page_count") * said("page_size");
        // SQLite's own look takes about as long as reading the rows once more.
        Self { asked, done: 0, all: entries + 2 * tables, bytes, told: 0 }
    }

    /// One more; an error where the look must end.
    pub fn step(&mut self) -> Result<(), StoreError> {
        self.done += 1;
        // More than was counted is met where the counting met what is wrong.
        let share =
            u128::from(self.bytes) * u128::from(self.done.min(self.all)) / u128::from(self.all.max(1));
        self.tell(u64::try_from(share).unwrap_or(self.bytes))
    }

    /// Nothing is left to do.
    pub fn end(&mut self) -> Result<(), StoreError> {
        self.tell(self.bytes)
    }

    fn tell(&mut self, share: u64) -> Result<(), StoreError> {
        let more = share.saturating_sub(self.told);
        self.told += more;
        self.asked.come(more)
    }
}
