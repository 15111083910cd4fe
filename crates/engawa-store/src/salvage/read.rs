//! Reading a copy of a damaged file through SQLite, as far as SQLite can follow it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use super::pages;
use crate::asked::Asked;
use crate::error::StoreError;
use crate::file;
use crate::flaw::Place;
use crate::image::Image;
use crate::journal::{Entry, Origin};
use crate::key::FileKey;
use crate::open::read_origin;
use crate::read::{ENTRY, read_entry, read_image};
use crate::table::{Holds, Table};

/// How far a table could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// From its first row to its last.
    Whole,
    /// Not everywhere.
    Part,
}

/// Everything that could be read.
#[derive(Debug)]
pub(super) struct Gathered {
    /// Whole entries, by their place in the journal.
    pub entries: BTreeMap<i64, Entry>,
    /// Entries that are not what was hashed.
    pub altered: u64,
    /// Whether the journal was read from end to end.
    pub journal: Extent,
    pub rows: HashMap<(Table, Uuid), Image>,
    pub extents: HashMap<Table, Extent>,
    /// Rows that are there and hold what no column may hold.
    pub unreadable: Vec<Place>,
    pub aside: Aside,
    pub origin: Option<Origin>,
}

/// What is beside the facts.
#[derive(Debug, Clone, Default)]
pub(super) struct Aside {
    /// Name of the table, its columns, and their values; the position of an answer comes with it.
    pub tables: Vec<(&'static str, &'static str, Vec<Vec<String>>)>,
    /// Presses of buttons: identifier, place in the journal, answer.
    pub actions: Vec<(String, i64, String)>,
}

/// Tables of two or three texts that are no facts.
const ASIDE: [(&str, &str, usize); 3] = [
    ("settings", "name, value", 2),
    ("form_drafts", "name, text, saved", 3),
    ("rules_seen", "platform, said", 2),
];

/// Reads all there is to read.
pub(super) fn gather(copy: &Path, key: Option<&FileKey>, asked: &Asked) -> Gathered {
    let mut gathered = Gathered {
        entries: BTreeMap::new(),
        altered: 0,
        journal: Extent::Part,
        rows: HashMap::new(),
        extents: HashMap::new(),
        unreadable: Vec::new(),
        aside: Aside::default(),
        origin: None,
    };
    // Before SQLite opens the copy: what it finds in the log it may write into the file.
    // The pages of an encrypted one tell nothing.
    if key.is_none() {
        gathered.entries.extend(pages::entries(copy, asked));
    }
    if let Ok(connection) = open(copy, key, asked) {
        gathered.journal(&connection, asked);
        let known = gathered.known();
        for table in Table::ALL {
            gathered.table(&connection, table, &known, asked);
        }
        gathered.aside(&connection);
        gathered.origin = read_origin(&connection).ok().flatten();
    }
    gathered
}

/// Opens the copy; SQLite shall go on past a schema or a length that do not fit.
fn open(copy: &Path, key: Option<&FileKey>, asked: &Asked) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = file::connect(copy, flags, key)?;
    asked.within(&mut connection)?;
    connection.pragma_update(None, "writable_schema", true)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection)
}

impl Gathered {
    fn journal(&mut self, connection: &Connection, asked: &Asked) {
        let mut seen = HashSet::new();
        let up = self.journal_in(connection, "ORDER BY position", &mut seen);
        if up == Extent::Part && asked.come(0).is_ok() {
            self.journal_in(connection, "ORDER BY position DESC", &mut seen);
            // What lies between, on pages of its own.
            let last = seen.iter().copied().max().unwrap_or_default();
            for position in (1..last).filter(|position| !seen.contains(position)).collect::<Vec<_>>() {
                self.journal_in(connection, &format!("WHERE position = {position}"), &mut seen);
            }
        }
        self.journal = up;
    }

    fn journal_in(&mut self, connection: &Connection, which: &str, seen: &mut HashSet<i64>) -> Extent {
        let mut read = || -> Result<(), StoreError> {
            let mut statement =
                connection.prepare(&format!("SELECT {ENTRY}, position FROM journal {which}"))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let position: i64 = row.get(7)?;
                if !seen.insert(position) {
                    continue;
                }
                match read_entry(row) {
                    Ok(entry) if entry.computed_hash() == entry.hash => {
                        self.entries.insert(position, entry);
                    }
                    Ok(_) | Err(_) => self.altered += 1,
                }
            }
            Ok(())
        };
        extent(&read())
    }

    /// Every identifier that the journal names, by table.
    fn known(&self) -> HashMap<Table, HashSet<Uuid>> {
        let mut known: HashMap<Table, HashSet<Uuid>> = HashMap::new();
        for fact in self.entries.values().flat_map(|entry| entry.read_facts().unwrap_or_default()) {
            if let Ok(id) = fact.id.parse() {
                known.entry(fact.table).or_default().insert(id);
            }
        }
        known
    }

    fn table(
        &mut self,
        connection: &Connection,
        table: Table,
        known: &HashMap<Table, HashSet<Uuid>>,
        asked: &Asked,
    ) {
        let up = self.table_in(connection, table, "ORDER BY id");
        if up == Extent::Part && asked.come(0).is_ok() {
            self.table_in(connection, table, "ORDER BY id DESC");
            let named = known.get(&table).into_iter().flatten().copied().chain(self.referred(table));
            let wanted: HashSet<Uuid> = named.filter(|id| !self.rows.contains_key(&(table, *id))).collect();
            for id in wanted {
                self.table_in(connection, table, &format!("WHERE id = '{id}'"));
            }
        }
        self.extents.insert(table, up);
    }

    /// Identifiers of rows of this table that rows read so far refer to.
    fn referred(&self, table: Table) -> Vec<Uuid> {
        let references = self.rows.values().flat_map(|image| image.columns().collect::<Vec<_>>());
        let to_it = references.filter(|(column, _)| column.holds == Holds::Reference(table));
        to_it
            .filter_map(|(_, cell)| match cell {
                crate::Cell::Text(id) => id.parse().ok(),
                crate::Cell::Null | crate::Cell::Integer(_) => None,
            })
            .collect()
    }

    fn table_in(&mut self, connection: &Connection, table: Table, which: &str) -> Extent {
        let names: Vec<_> = table.columns().iter().map(|column| column.name).collect();
        let mut read = || -> Result<(), StoreError> {
            let sql = format!("SELECT {} FROM {table} {which}", names.join(", "));
            let mut statement = connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id: String = row.get(0).unwrap_or_default();
                match (id.parse::<Uuid>(), table.reads(row)) {
                    (Ok(key), Ok(())) => {
                        self.rows.insert((table, key), read_image(table, row)?);
                    }
                    (Ok(_), Err(_)) | (Err(_), _) => {
                        let place = Place { table, id };
                        if !self.unreadable.contains(&place) {
                            self.unreadable.push(place);
                        }
                    }
                }
            }
            Ok(())
        };
        extent(&read())
    }

    fn aside(&mut self, connection: &Connection) {
        for (table, columns, width) in ASIDE {
            let mut lines = Vec::new();
            // As far as it goes: nothing here is a fact.
            let _ = each(connection, &format!("SELECT {columns} FROM {table}"), |row| {
                lines.push((0..width).map(|at| row.get(at)).collect::<Result<Vec<String>, _>>()?);
                Ok(())
            });
            self.aside.tables.push((table, columns, lines));
        }
        let _ = each(connection, "SELECT action, position, answer FROM actions", |row| {
            self.aside.actions.push((row.get(0)?, row.get(1)?, row.get(2)?));
            Ok(())
        });
    }
}

fn each(
    connection: &Connection,
    sql: &str,
    mut take: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

fn extent(read: &Result<(), StoreError>) -> Extent {
    match read {
        Ok(()) => Extent::Whole,
        Err(_) => Extent::Part,
    }
}
