//! Books that are only looked at: one that cannot be opened otherwise, one as it was, and one as it stands.

use std::sync::Arc;

use engawa_domain::calendar::{Day, Moment, zone};
use engawa_domain::entry;
use engawa_domain::say::Say;
use engawa_store::Store;

use crate::book::{Around, Book, Folder, OpenOptions, keys_to_look};
use crate::clock::FixedClock;
use crate::error::BookError;
use crate::inputs::{Fault, FieldFault};
use crate::protect::BookKey;
use crate::site::Site;
use crate::views::{Access, Why};

impl Book {
    /// Opens the book in a folder to look at it. Takes no lock, makes no folder and writes nothing, so that it also opens what
    /// another program holds and what lies on a medium that cannot be written. Every change is refused.
    pub fn open_read_only(options: OpenOptions, key: Option<&BookKey>) -> Result<Self, BookError> {
        let OpenOptions { folder, clock, ids, packs, kind, zone, lang } = options;
        let keys = keys_to_look(&folder, key)?;
        let folder = Folder::keyed(folder, keys);
        let store = Store::open_read_only(&folder.file(), folder.key())?;
        let vault = folder.vault();
        let around = Around { vault, clock, ids, folder, site: Site::Here, shipped: packs, kind, zone, lang };
        Self::with(store, around, Access::ReadOnly(Why::Rescue), None)
    }

    /// The book as it was at a moment: what had been recorded by then, seen on the day of then. Its standings are those of
    /// that day with what was known. It is in memory and apart from this one; every change of it is refused.
    pub fn as_of(&self, moment: Moment) -> Result<Self, BookError> {
        let store = Store::in_memory_at(self.rows(), self.store.origin(), moment)?;
        Self::with(store, self.around_at(moment), Access::ReadOnly(Why::Past(moment)), None)
    }

    /// The book as it stands now, to be read on another thread for as long as that takes. What is recorded meanwhile is not in it, and
    /// whoever records waits for nobody. A file of evidence is never changed, and none is removed while it is recorded.
    pub fn as_it_stands(&self) -> Result<Self, BookError> {
        let now = self.clock.now();
        let access = match self.access {
            Access::Writable => Access::ReadOnly(Why::Past(now)),
            looked_at @ Access::ReadOnly(_) => looked_at,
        };
        Self::with(self.store.standing()?, self.around_at(now), access, None)
    }

    /// What a book has beside its rows that is looked at and shows a moment of this one: the clock stands still there.
    fn around_at(&self, moment: Moment) -> Around {
        Around {
            vault: self.folder.vault(),
            clock: Arc::new(FixedClock(moment)),
            ids: Arc::clone(&self.ids),
            folder: self.folder.clone(),
            site: self.site,
            shipped: Arc::clone(&self.shipped),
            kind: self.kind,
            zone: self.zone.clone(),
            lang: self.lang,
        }
    }

    /// The book as it was at the end of a day, as that was typed: 11/20, 昨日. A day to come is refused.
    pub fn as_of_typed(&self, typed: &str) -> Result<Self, BookError> {
        let fault = |fault: Fault| BookError::Fields(vec![FieldFault::new("day", fault)]);
        let read = entry::day(typed, self.today()).map_err(|error| fault(error.into()))?;
        let day = read.ok_or_else(|| fault(Fault::empty()))?;
        if day > self.today() {
            return Err(fault(Say::new("problem-day-not-yet").with("day", day).into()));
        }
        self.as_of(self.moment_of(day))
    }

    /// The moment that stands for a day of the past: its end, in the user's zone. Of today, and of days to come, it is now.
    pub fn moment_of(&self, day: Day) -> Moment {
        let end = zone::end_of(day, &self.zone).or_else(|_| zone::end_of(day, "UTC"));
        let now = self.clock.now();
        end.map_or(now, |end| end.min(now))
    }
}
