//! A file written anew under another key, or under none, and shown to hold the same.

use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, params};
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::file;
use crate::folder::sync_file;
use crate::journal::Hash;
use crate::key::{self, FileKey};
use crate::name;
use crate::recovery::integrity;
use crate::system::remove_file;

/// Writes everything that a file holds to a new file under another key: `None` is plain SQLite. The file is of any schema, and no
/// program has it open. The new one is on the disk, and every table was compared, when this returns.
pub fn rewrite(
    from: &Path,
    from_key: Option<&FileKey>,
    to: &Path,
    to_key: Option<&FileKey>,
) -> Result<(), StoreError> {
    match remove_file(to) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(StoreError::of_file(to, error));
        }
        Ok(()) | Err(_) => {}
    }
    let source = open(from, from_key)?;
    if let Err(error) = export(&source, to, to_key) {
        return Err(why_not(error, &source, to));
    }
    let written = digest_of_everything(&open(to, to_key)?)?;
    if written != digest_of_everything(&source)? {
        // What was read is in order, or reading it would have failed.
        return Err(StoreError::of_file(to, std::io::Error::other("it is not what it was written from")));
    }
    sync_file(to).map_err(|error| StoreError::of_file(to, error))
}

fn open(path: &Path, key: Option<&FileKey>) -> Result<Connection, StoreError> {
    // Not read-only: what is attached for writing is opened with the same flags.
    file::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE, key)
}

fn export(source: &Connection, to: &Path, key: Option<&FileKey>) -> Result<(), StoreError> {
    let name = name::of(to);
    let name = name
        .to_str()
        .ok_or_else(|| StoreError::ReadOnly { detail: format!("{} is not UTF-8", to.display()) })?;
    // The first thing that is read: here a wrong key or a damaged file shows.
    let number = |pragma| source.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let (application, schema) = (number("application_id")?, number("user_version")?);
    source.execute("ATTACH DATABASE ?1 AS other KEY ?2", params![name, key::attached(key).as_str()])?;
    source.pragma_update(Some("other"), "synchronous", "FULL")?;
    // To its end: what went wrong with the writing is said only after the row.
    let mut export = source.prepare("SELECT sqlcipher_export('other')")?;
    let mut rows = export.query([])?;
    while rows.next()?.is_some() {}
    drop(rows);
    drop(export);
    source.pragma_update(Some("other"), "application_id", application)?;
    source.pragma_update(Some("other"), "user_version", schema)?;
    source.execute_batch("DETACH DATABASE other")?;
    Ok(())
}

/// Why a file was not written anew: the disk, or the file itself. SQLCipher's export tells of what it met in SQLite's words alone, so
/// whether the file is in order is asked of the file.
fn why_not(error: StoreError, source: &Connection, to: &Path) -> StoreError {
    let StoreError::Sqlite(rusqlite::Error::SqliteFailure(_, Some(words))) = &error else { return error };
    if words == "database or disk is full" {
        return StoreError::DiskFull;
    }
    let looked = integrity(source).and_then(|wrong| match wrong.first() {
        Some(wrong) => Err(StoreError::Damaged { detail: wrong.clone() }),
        None => digest_of_everything(source).map(drop),
    });
    match looked {
        Ok(()) => StoreError::of_file(to, std::io::Error::other(words.clone())),
        // A statement that makes no sense is one of the file's own.
        Err(StoreError::Sqlite(error)) => StoreError::Damaged { detail: error.to_string() },
        Err(error) => error,
    }
}

/// One hash over every table, index and trigger of a file of any schema: more than [`Store::digest`](crate::Store::digest), which
/// leaves out what is beside the facts.
fn digest_of_everything(connection: &Connection) -> Result<Hash, StoreError> {
    let mut hasher = Sha256::new();
    for pragma in ["application_id", "user_version"] {
        let number: i64 = connection.pragma_query_value(None, pragma, |row| row.get(0))?;
        hasher.update(number.to_be_bytes());
    }
    let mut schema = connection
        .prepare("SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name")?;
    let parts: Vec<(String, String, String)> =
        schema.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?;
    for (kind, name, sql) in parts {
        for text in [&kind, &name, &sql] {
            add(&mut hasher, b'n', text.as_bytes());
        }
        if kind == "table" {
            add_rows(connection, &name, &mut hasher)?;
        }
    }
    Ok(Hash(hasher.finalize().into()))
}

fn add_rows(connection: &Connection, table: &str, hasher: &mut Sha256) -> Result<(), StoreError> {
    let quoted = table.replace('"', "\"\"");
    let columns = connection.prepare(&format!("SELECT * FROM \"{quoted}\""))?.column_count();
    // Every table begins with its key, so this is an order that SQLite has at hand.
    let order: Vec<String> = (1..=columns).map(|column| column.to_string()).collect();
    let mut statement =
        connection.prepare(&format!("SELECT * FROM \"{quoted}\" ORDER BY {}", order.join(", ")))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            match row.get_ref(column)? {
                ValueRef::Null => add(hasher, b'0', &[]),
                ValueRef::Integer(number) => add(hasher, b'i', &number.to_be_bytes()),
                ValueRef::Real(number) => add(hasher, b'r', &number.to_be_bytes()),
                ValueRef::Text(text) => add(hasher, b't', text),
                ValueRef::Blob(bytes) => add(hasher, b'b', bytes),
            }
        }
    }
    Ok(())
}

/// With its kind and its length, so that two values cannot be taken for two others.
fn add(hasher: &mut Sha256, kind: u8, bytes: &[u8]) {
    hasher.update([kind]);
    hasher.update((bytes.len() as u64).to_be_bytes());
    hasher.update(bytes);
}
