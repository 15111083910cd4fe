//! The file itself: its pages, its indexes, and whether the schema is the one of the format.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::error::StoreError;
use crate::flaw::{Flaw, Object, ObjectState};
use crate::schema::{MIGRATIONS, migrate, user_version};
use crate::table::Table;

/// The statement that makes each thing of the schema, by kind and name.
type Objects = BTreeMap<(Object, String), String>;

/// What the schema of this file should be, statement by statement.
pub(crate) fn expected(schema: u32) -> Result<Objects, StoreError> {
    let mut connection = Connection::open_in_memory()?;
    let steps = MIGRATIONS.iter().take_while(|migration| migration.to <= schema).count();
    migrate(&mut connection, &MIGRATIONS[..steps])?;
    objects(&connection)
}

fn objects(connection: &Connection) -> Result<Objects, StoreError> {
    let sql = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut found = Objects::new();
    while let Some(row) = rows.next()? {
        let kind: String = row.get(0)?;
        let object = match kind.as_str() {
            "table" => Object::Table,
            "index" => Object::Index,
            "trigger" => Object::Trigger,
            // A view is none of ours, and changes nothing.
            _ => continue,
        };
        found.insert((object, row.get(1)?), row.get(2)?);
    }
    Ok(found)
}

/// What is missing from the schema, or is another than it should be. What somebody added stays out of account.
pub(super) fn schema(connection: &Connection) -> Result<Vec<Flaw>, StoreError> {
    let found = objects(connection)?;
    let flaws = expected(user_version(connection)?)?.into_iter().filter_map(|((object, name), sql)| {
        let state = match found.get(&(object, name.clone())) {
            Some(same) if *same == sql => return None,
            Some(_) => ObjectState::Altered,
            None => ObjectState::Missing,
        };
        Some(Flaw::Schema { object, name, state })
    });
    Ok(flaws.collect())
}

/// What SQLite finds wrong with pages and indexes. `read` is what reading the rows has found already: SQLite names values of a
/// wrong type too.
pub(super) fn integrity(connection: &Connection, read: &[Flaw]) -> Vec<Flaw> {
    let lines = told(lines(connection, "PRAGMA integrity_check"), read);
    if lines.is_empty() {
        return Vec::new();
    }
    let indexes = indexes(connection);
    let mut flaws = Vec::new();
    for said in lines {
        // The only way to learn which index is meant: what is wrong with one ends with its name.
        let index = indexes.iter().find(|(name, _)| said.ends_with(&format!(" index {name}")));
        let flaw = match index {
            Some((_, table)) => Flaw::Index { table: *table },
            None => Flaw::Page { said },
        };
        if !flaws.contains(&flaw) {
            flaws.push(flaw);
        }
    }
    // Where a page cannot be read no index fits its rows: that follows from it.
    if flaws.iter().any(|flaw| matches!(flaw, Flaw::Page { .. })) {
        flaws.retain(|flaw| matches!(flaw, Flaw::Page { .. }));
    }
    flaws
}

/// Every index of a table of facts, also those that SQLite makes by itself.
fn indexes(connection: &Connection) -> Vec<(String, Table)> {
    let mut found = Vec::new();
    for table in Table::ALL {
        // Of a schema that cannot be read there is nothing to name.
        let _ = connection.prepare("SELECT name FROM pragma_index_list(?1)").and_then(|mut statement| {
            let mut rows = statement.query([table.name()])?;
            while let Some(row) = rows.next()? {
                found.push((row.get(0)?, table));
            }
            Ok(())
        });
    }
    found
}

/// The lines that speak of something else than values of columns that were found already.
fn told(lines: Vec<String>, read: &[Flaw]) -> Vec<String> {
    let is_known = |line: &String| {
        read.iter().any(|flaw| match flaw {
            Flaw::Value { place, column, .. } => line.ends_with(&format!(" {}.{column}", place.table)),
            _ => false,
        })
    };
    lines.into_iter().filter(|line| !is_known(line)).collect()
}

/// What a look of SQLite says, one thing a line; what stops it is a line too.
fn lines(connection: &Connection, sql: &str) -> Vec<String> {
    let mut said = Vec::new();
    let read = connection.prepare(sql).and_then(|mut statement| {
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let line: String = row.get(0)?;
            said.push(line.trim_start_matches("*** in database main ***").trim().to_owned());
        }
        Ok(())
    });
    if let Err(error) = read {
        said.push(error.to_string());
    }
    said.retain(|line| line != "ok");
    said
}
