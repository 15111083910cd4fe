//! The looking itself: what was found so far, and what the journal says of the rest.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::Connection;

use super::raw::{RawEntry, each_raw};
use super::{BookFault, ChainHead, FileSaid, Verified};
use crate::cell::Cell;
use crate::error::StoreError;
use crate::image::Image;
use crate::journal::{Committed, Fact, Hash};
use crate::reading::Reading;
use crate::recovery::{image_hash, integrity};
use crate::schema::{MIGRATIONS, migrate};
use crate::seal::{self, Aside};
use crate::table::{Holds, Table};

impl Reading {
    /// Looks through the whole book. `expect` are hashes of entries that must be in it.
    pub fn verify(&self, expect: &[Hash]) -> Verified {
        let mut look = Look::default();
        let connection = &self.connection;
        look.file(connection);
        look.schema(connection);
        let journal = look.journal(connection, expect);
        look.about(connection, journal.about);
        look.rows(self, journal.said);
        look.dangling(connection);
        look.seals(connection);
        let files = look.files.into_iter().map(|(sha256, (bytes, name))| FileSaid { sha256, bytes, name });
        Verified {
            entries: journal.entries,
            rows: look.rows,
            heads: journal.heads,
            files: files.collect(),
            faults: look.faults,
        }
    }
}

/// What was found so far.
#[derive(Debug, Default)]
struct Look {
    faults: Vec<BookFault>,
    files: BTreeMap<String, (u64, String)>,
    rows: u64,
}

/// What the journal says.
#[derive(Debug, Default)]
struct Told {
    entries: u64,
    heads: Vec<ChainHead>,
    /// The hash of the image of every row that should be there.
    said: HashMap<(Table, String), [u8; 32]>,
    /// Which contracts which entry is about.
    about: HashSet<(String, i64)>,
}

impl Look {
    fn fault(&mut self, fault: BookFault) {
        self.faults.push(fault);
    }

    fn unreadable(&mut self, what: &impl ToString, error: &impl ToString) {
        self.fault(BookFault::Unreadable { what: what.to_string(), detail: error.to_string() });
    }

    fn file(&mut self, connection: &Connection) {
        match integrity(connection) {
            Ok(said) => self.faults.extend(said.into_iter().map(|detail| BookFault::File { detail })),
            Err(error) => self.fault(BookFault::File { detail: error.to_string() }),
        }
    }

    /// Every table, index and trigger, to the letter: a trigger that guards the journal must not be gone.
    fn schema(&mut self, connection: &Connection) {
        match (objects(connection), expected()) {
            (Ok(found), Ok(expected)) => {
                let names: BTreeMap<_, _> = found.iter().chain(&expected).collect();
                for name in names.keys().filter(|name| found.get(**name) != expected.get(**name)) {
                    self.fault(BookFault::Schema { object: (**name).clone() });
                }
            }
            (Err(error), _) | (_, Err(error)) => self.unreadable(&"sqlite_schema", &error),
        }
    }

    fn journal(&mut self, connection: &Connection, expect: &[Hash]) -> Told {
        let (mut told, mut heads, mut found) = (Told::default(), BTreeMap::new(), HashSet::new());
        let read = each_raw(connection, |raw| match raw {
            Ok(entry) => {
                told.entries += 1;
                found.insert(entry.hash.clone());
                self.follow(&mut heads, &entry);
                self.take(&mut told, &entry);
            }
            Err((position, error)) => self.unreadable(&format!("journal {position}"), &error),
        });
        if let Err(error) = read {
            self.unreadable(&"journal", &error);
        }
        for hash in expect.iter().filter(|hash| !found.contains(&hash.to_string())) {
            self.fault(BookFault::NotInChain { hash: *hash });
        }
        told.heads = heads.into_values().collect();
        told
    }

    /// An entry follows what its chain says of the one before it, whether that one was altered or not.
    fn follow(&mut self, heads: &mut BTreeMap<String, ChainHead>, entry: &RawEntry) {
        let before = heads.get(&entry.origin);
        let (seq, hash) = before.map_or((0, Hash::ZERO.to_string()), |head| (head.seq, head.hash.clone()));
        let (origin, number) = (|| entry.origin.clone(), entry.seq);
        if u64::try_from(number) != Ok(seq + 1) || entry.prev_hash != hash {
            self.fault(BookFault::Broken { origin: origin(), seq: number });
        }
        if entry.computed_hash() != entry.hash {
            self.fault(BookFault::Altered { origin: origin(), seq: number });
        }
        let head = ChainHead {
            origin: origin(),
            seq: u64::try_from(number).unwrap_or_default(),
            at: entry.at.clone(),
            hash: entry.hash.clone(),
        };
        heads.insert(origin(), head);
    }

    fn take(&mut self, told: &mut Told, raw: &RawEntry) {
        let facts = match raw.facts() {
            Ok(facts) => facts,
            Err(error) => return self.unreadable(&format!("journal {}", raw.position), &error),
        };
        let committed = Committed::of(0, &raw.op, &facts);
        let about: Vec<String> = committed.contracts.iter().map(ToString::to_string).collect();
        if about.join(" ") != raw.about {
            self.fault(BookFault::About { position: raw.position });
        }
        told.about.extend(about.into_iter().map(|contract| (contract, raw.position)));
        for fact in facts {
            self.note_files(&fact);
            let key = (fact.table, fact.id);
            match fact.after {
                Some(after) => told.said.insert(key, image_hash(&after)),
                None => told.said.remove(&key),
            };
        }
    }

    /// A file that was recorded once is kept, whatever became of the record.
    fn note_files(&mut self, fact: &Fact) {
        if fact.table == Table::Evidence {
            [&fact.before, &fact.after].into_iter().flatten().for_each(|image| self.note_file(image));
        }
    }

    fn note_file(&mut self, image: &Image) {
        let bytes = image.columns().find_map(|(column, cell)| match cell {
            Cell::Integer(bytes) if column.name == "bytes" => u64::try_from(*bytes).ok(),
            Cell::Integer(_) | Cell::Text(_) | Cell::Null => None,
        });
        if let (Some(sha256), Some(bytes)) = (image.text("sha256"), bytes) {
            let name = image.text("original_name").unwrap_or_default();
            self.files.entry(sha256.to_owned()).or_insert_with(|| (bytes, name.to_owned()));
        }
    }

    fn about(&mut self, connection: &Connection, mut told: HashSet<(String, i64)>) {
        let mut compare = || -> Result<Vec<i64>, rusqlite::Error> {
            let mut wrong = Vec::new();
            let mut statement = connection.prepare("SELECT contract, position FROM journal_about")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let line: (String, i64) = (row.get(0)?, row.get(1)?);
                if !told.remove(&line) {
                    wrong.push(line.1);
                }
            }
            Ok(wrong)
        };
        match compare() {
            Ok(mut wrong) => {
                wrong.extend(told.into_iter().map(|(_, position)| position));
                wrong.sort_unstable();
                wrong.dedup();
                self.faults.extend(wrong.into_iter().map(|position| BookFault::About { position }));
            }
            Err(error) => self.unreadable(&"journal_about", &error),
        }
    }

    fn rows(&mut self, reading: &Reading, mut said: HashMap<(Table, String), [u8; 32]>) {
        for table in Table::ALL {
            let read = reading.rows().each_image(table, |image| {
                self.rows += 1;
                if table == Table::Evidence {
                    self.note_file(&image);
                }
                let id = image.id().to_owned();
                if said.remove(&(table, id.clone())) != Some(image_hash(&image)) {
                    self.fault(BookFault::Unexplained { table, id });
                }
                Ok::<_, StoreError>(())
            });
            if let Err(error) = read {
                self.unreadable(&table, &error);
                // What could not be read is not missing.
                said.retain(|(other, _), _| *other != table);
            }
        }
        let mut missing: Vec<_> = said.into_keys().collect();
        missing.sort();
        self.faults.extend(missing.into_iter().map(|(table, id)| BookFault::MissingRow { table, id }));
    }

    fn dangling(&mut self, connection: &Connection) {
        for table in Table::ALL {
            for column in table.columns() {
                let Holds::Reference(other) = column.holds else { continue };
                let name = column.name;
                let sql = format!(
                    "SELECT id FROM {table} WHERE {name} IS NOT NULL AND {name} NOT IN (SELECT id FROM {other})"
                );
                match texts(connection, &sql) {
                    Ok(ids) => {
                        self.faults.extend(ids.into_iter().map(|id| BookFault::Dangling { table, id }));
                    }
                    Err(error) => self.unreadable(&table, &error),
                }
            }
        }
    }

    fn seals(&mut self, connection: &Connection) {
        for table in Aside::ALL {
            match seal::holds(connection, table) {
                Ok(true) => {}
                Ok(false) => self.fault(BookFault::Seal { table }),
                Err(error) => self.unreadable(&table.name(), &error),
            }
        }
    }
}

fn texts(connection: &Connection, sql: &str) -> Result<Vec<String>, rusqlite::Error> {
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    rows.collect()
}

/// Everything the file is made of: what it is called, and how it was made.
fn objects(connection: &Connection) -> Result<BTreeMap<String, String>, StoreError> {
    let sql = "SELECT type || ' ' || name, tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema \
               WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn expected() -> Result<BTreeMap<String, String>, StoreError> {
    let mut fresh = Connection::open_in_memory()?;
    migrate(&mut fresh, MIGRATIONS)?;
    objects(&fresh)
}
