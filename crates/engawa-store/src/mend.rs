//! Setting right what is wrong inside the file. What is no fact is made again in place; what is one goes through a [`Change`],
//! with the journal told first what was found.
//!
//! The journal itself is never touched: an entry that was altered stays as it is.

use engawa_domain::calendar::Moment;
use rusqlite::params;

use crate::change::Change;
use crate::error::StoreError;
use crate::examine::expected_schema;
use crate::flaw::{Flaw, Ground, Object, ObjectState, Place};
use crate::image::Image;
use crate::journal::Committed;
use crate::open::Store;
use crate::read::{ENTRY, read_entry};
use crate::schema::user_version;

impl Store {
    /// Makes again what is made of something else, or cannot be read and is no fact: things of the schema, indexes, the list of
    /// what entries are about, answers without an entry, forms without a time, the origin. Does nothing to facts.
    pub fn mend(&mut self, flaw: &Flaw, now: Moment) -> Result<(), StoreError> {
        match flaw {
            Flaw::Index { table } => Ok(self.connection.execute_batch(&format!("REINDEX {table}"))?),
            Flaw::Schema { object, name, state } => self.make_object(*object, name, *state),
            Flaw::About { .. } => self.list_about_anew(),
            Flaw::Action { action } => {
                self.connection.execute("DELETE FROM actions WHERE action = ?1", [action])?;
                Ok(())
            }
            Flaw::Form { name } => {
                // What was typed stays.
                let sql = "UPDATE form_drafts SET saved = ?2 WHERE name = ?1";
                self.connection.execute(sql, params![name, now.to_string()])?;
                Ok(())
            }
            Flaw::Origin => {
                let sql = "INSERT INTO meta (name, value) VALUES ('origin', ?1) \
                           ON CONFLICT (name) DO UPDATE SET value = excluded.value";
                self.connection.execute(sql, [self.origin.to_string()])?;
                Ok(())
            }
            Flaw::Page { .. }
            | Flaw::Dangling { .. }
            | Flaw::RowAltered { .. }
            | Flaw::RowMissing { .. }
            | Flaw::RowUnknown { .. }
            | Flaw::Value { .. }
            | Flaw::EntryAltered { .. }
            | Flaw::ChainBroken { .. }
            | Flaw::EntryUnreadable { .. } => Ok(()),
        }
    }

    /// Forgets a setting that cannot be read; the usual one holds again.
    pub fn forget_setting(&mut self, name: &str) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM settings WHERE name = ?1", [name])?;
        Ok(())
    }

    fn make_object(&mut self, object: Object, name: &str, state: ObjectState) -> Result<(), StoreError> {
        let expected = expected_schema(user_version(&self.connection)?)?;
        let Some(sql) = expected.get(&(object, name.to_owned())) else { return Ok(()) };
        let transaction = self.connection.transaction()?;
        match (object, state) {
            // The rows in it would be gone.
            (Object::Table, ObjectState::Altered) => return Ok(()),
            (Object::Index, ObjectState::Altered) => {
                transaction.execute_batch(&format!("DROP INDEX {name}"))?;
            }
            (Object::Trigger, ObjectState::Altered) => {
                transaction.execute_batch(&format!("DROP TRIGGER {name}"))?;
            }
            (_, ObjectState::Missing) => {}
        }
        transaction.execute_batch(sql)?;
        Ok(transaction.commit()?)
    }

    fn list_about_anew(&mut self) -> Result<(), StoreError> {
        let mut lines = Vec::new();
        {
            let sql = format!("SELECT {ENTRY}, position FROM journal ORDER BY position");
            let mut statement = self.connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let (entry, position) = (read_entry(row)?, row.get::<_, i64>(7)?);
                // An altered entry that cannot be read is about nothing that anybody could find it by.
                let facts = entry.read_facts().unwrap_or_default();
                let contracts = Committed::of(entry.seq, &entry.op, &facts).contracts;
                lines.extend(contracts.into_iter().map(|contract| (position, contract.to_string())));
            }
        }
        let transaction = self.connection.transaction()?;
        transaction.execute("DELETE FROM journal_about", [])?;
        {
            let mut insert =
                transaction.prepare("INSERT INTO journal_about (position, contract) VALUES (?1, ?2)")?;
            for (position, contract) in &lines {
                insert.execute(params![position, contract])?;
            }
        }
        Ok(transaction.commit()?)
    }
}

/// What is done about the row of a flaw.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Turn {
    place: Place,
    /// What the journal says it is.
    said: Option<Image>,
    /// What is found.
    found: Option<Image>,
}

impl Change<'_> {
    /// The journal is told what was found of the rows of these flaws, in an entry of its own under `op`; then each row is made
    /// what the journal says it is. A row that the journal never heard of is written into it as it stands. A row whose entry
    /// proves nothing is left alone, as is one that cannot be read and that the journal does not know.
    ///
    /// Undoing the second brings back what was found, as far as it could be read.
    pub fn set_right(&mut self, flaws: &[Flaw], at: Moment, op: &str) -> Result<(), StoreError> {
        // Until the end rows may refer to others that come later.
        self.transaction.pragma_update(None, "defer_foreign_keys", true)?;
        let mut turns = Vec::new();
        let mut unheard = Vec::new();
        for flaw in flaws {
            match flaw {
                Flaw::RowAltered { place, ground: Ground::Firm { position } }
                | Flaw::RowMissing { place, ground: Ground::Firm { position } }
                | Flaw::RowUnknown { place, removed: Some(Ground::Firm { position }) } => {
                    let found = self.rows().image(place.table, &place.id)?;
                    turns.push(Turn {
                        place: place.clone(),
                        said: self.rows().said_at(place, *position)?,
                        found,
                    });
                }
                Flaw::Value { place, ground: Some(Ground::Firm { position }), .. } => {
                    let said = self.rows().said_at(place, *position)?;
                    // It cannot be kept as it is, and is in the backup that was made before.
                    self.transaction.execute(&place.table.sql().delete, [&place.id])?;
                    turns.push(Turn { place: place.clone(), said, found: None });
                }
                Flaw::RowUnknown { place, removed: None } => unheard.push(place.clone()),
                Flaw::RowAltered { .. }
                | Flaw::RowMissing { .. }
                | Flaw::RowUnknown { .. }
                | Flaw::Value { .. }
                | Flaw::Page { .. }
                | Flaw::Index { .. }
                | Flaw::Schema { .. }
                | Flaw::Dangling { .. }
                | Flaw::EntryAltered { .. }
                | Flaw::ChainBroken { .. }
                | Flaw::EntryUnreadable { .. }
                | Flaw::About { .. }
                | Flaw::Action { .. }
                | Flaw::Form { .. }
                | Flaw::Origin => {}
            }
        }
        // What neither the journal nor the file has is no row.
        turns.retain(|turn| turn.said.is_some() || turn.found.is_some());
        for turn in &turns {
            self.note(&turn.place, turn.said.clone(), turn.found.clone());
        }
        self.turn(at, op)?;
        for Turn { place, said, found } in turns {
            self.write(place.table, place.id, found, said)?;
        }
        for place in unheard {
            let found = self.rows().image(place.table, &place.id)?;
            self.note(&place, None, found);
        }
        Ok(())
    }

    /// A fact about a row that is as it is already.
    fn note(&mut self, place: &Place, before: Option<Image>, after: Option<Image>) {
        let fact = crate::journal::Fact { table: place.table, id: place.id.clone(), before, after };
        self.facts.push(fact);
    }
}
