//! The whole schema, and how an older book becomes a current one.

use rusqlite::Connection;

use crate::error::StoreError;
use crate::tables;

/// Marks a SQLite file as a book: `縁側` has no ASCII, so the bytes are `engw`.
pub const APPLICATION_ID: u32 = u32::from_be_bytes(*b"engw");

/// The schema this program writes.
pub const SCHEMA: u32 = 3;

/// What is beside the facts of the user: the journal and its two indexes, the answers to repeated actions, and what is not
/// journaled at all.
const ASIDE: &str = "
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  position INTEGER PRIMARY KEY,
  origin TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  op TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  -- Which contracts it is about, joined by a space. Derived from the facts, so not part of the hash.
  about TEXT NOT NULL,
  -- Last, because it is long: the columns before it are read without it.
  facts TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is never rewritten'); END;
CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is never shortened'); END;

-- The entries about a contract. Derived from the facts; can be made again from them.
CREATE TABLE journal_about (
  contract TEXT NOT NULL,
  position INTEGER NOT NULL REFERENCES journal (position),
  PRIMARY KEY (contract, position)
) STRICT, WITHOUT ROWID;

-- What was answered to an action, so that repeating it after a crash does not double it.
CREATE TABLE actions (
  action TEXT PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES journal (position),
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How the app looks and speaks: no facts, no journal.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Forms that were not finished: no facts, no journal.
CREATE TABLE form_drafts (
  name TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  saved TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

/// What the packs said when the user last looked at what changed in them: no facts, no journal.
const RULES_SEEN: &str = "
CREATE TABLE rules_seen (
  platform TEXT PRIMARY KEY,
  said TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

/// A step from one schema to the next.
#[derive(Debug)]
pub(crate) struct Migration {
    /// The schema it leads to.
    pub to: u32,
    /// Its statements. Those of a table live in the table's file.
    pub sql: &'static [&'static str],
}

/// Every step, oldest first. A released one is never edited.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        to: 1,
        sql: &[
            ASIDE,
            tables::account::SQL,
            tables::client::SQL,
            tables::contract::SQL,
            tables::stage::SQL,
            tables::sighting::SQL,
            tables::request::SQL,
            tables::status::SQL,
            tables::inquiry::SQL,
            tables::wish::SQL,
            tables::outside_contact::SQL,
            tables::restriction::SQL,
            tables::evidence::SQL,
            tables::evidence_link::SQL,
            tables::run::SQL,
        ],
    },
    // Also from here on: contracts of the format `listing`, the stages `reminder_requested`, `termination_requested` and
    // `continued`, and files that prove a payment.
    Migration {
        to: 2,
        sql: &[
            RULES_SEEN,
            tables::payment::SQL,
            tables::copied_anyway::SQL,
            tables::own_service::SQL,
            tables::correction::SQL,
        ],
    },
    Migration { to: 3, sql: &[tables::document::SQL, tables::document_correction::SQL] },
];

/// Brings the file to the last schema of the list, in one transaction: a crash leaves it as it was.
pub(crate) fn migrate(connection: &mut Connection, migrations: &[Migration]) -> Result<(), StoreError> {
    let from = user_version(connection)?;
    let transaction = connection.transaction()?;
    for migration in migrations.iter().filter(|migration| migration.to > from) {
        for sql in migration.sql {
            transaction.execute_batch(sql)?;
        }
        transaction.pragma_update(None, "user_version", migration.to)?;
    }
    transaction.commit()?;
    Ok(())
}

/// The schema of an open file.
pub(crate) fn user_version(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Need, Table};

    fn current() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, MIGRATIONS).unwrap();
        connection
    }

    #[test]
    fn the_schema_is_the_one_that_readers_were_promised() {
        let connection = current();
        let mut statement = connection
            .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
            .unwrap();
        let rows: Vec<String> =
            statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let printed = format!(
            "PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {SCHEMA};\n\n{};\n",
            rows.join(";\n\n")
        );
        let old_books = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/old-books");
        let place = old_books.join(format!("schema-{SCHEMA}.sql"));
        if std::env::var_os("ENGAWA_WRITE_SNAPSHOTS").is_some() {
            std::fs::write(&place, &printed).unwrap();
        }
        let promised = std::fs::read_to_string(&place).unwrap();
        assert_eq!(
            printed, promised,
            "a change of the schema is a new migration, and a new snapshot beside the old one"
        );
    }

    #[test]
    fn the_columns_named_in_code_are_those_of_the_file() {
        let connection = current();
        for table in Table::ALL {
            let mut statement = connection
                .prepare("SELECT name, \"notnull\" FROM pragma_table_info(?1) ORDER BY cid")
                .unwrap();
            let columns: Vec<(String, bool)> = statement
                .query_map([table.name()], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            let named: Vec<(String, bool)> = table
                .columns()
                .iter()
                .map(|column| (column.name.to_owned(), column.need == Need::Required))
                .collect();
            assert_eq!(columns, named, "{table}");
        }
    }

    #[test]
    fn the_last_migration_leads_to_the_schema_this_program_writes() {
        assert_eq!(user_version(&current()).unwrap(), SCHEMA);
        assert!(MIGRATIONS.windows(2).all(|pair| pair[0].to < pair[1].to), "oldest first");
    }

    #[test]
    fn history_cannot_be_rewritten_even_by_hand() {
        let connection = current();
        let entry = "INSERT INTO journal VALUES (1, 'o', 1, 'at', 'op', 'p', 'h', '', '[]')";
        connection.execute_batch(entry).unwrap();
        assert!(connection.execute_batch("UPDATE journal SET op = 'other'").is_err());
        assert!(connection.execute_batch("DELETE FROM journal").is_err());
    }
}
