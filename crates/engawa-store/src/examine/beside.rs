//! What is beside the facts: the list of what entries are about, answers to presses, forms, settings, the origin.

use std::collections::HashSet;

use engawa_domain::calendar::Moment;
use engawa_domain::ids::ContractId;
use rusqlite::{Connection, Row};

use crate::flaw::Flaw;
use crate::open::read_origin;

/// Reads all there is; of a table that is not there, nothing: the schema tells that.
fn all<T>(connection: &Connection, sql: &str, read: impl Fn(&Row<'_>) -> rusqlite::Result<T>) -> Vec<T> {
    let read = connection.prepare(sql).and_then(|mut statement| {
        let rows = statement.query_map([], read)?;
        Ok(rows.filter_map(Result::ok).collect())
    });
    read.unwrap_or_default()
}

/// Lines of `journal_about` that do not follow from the entries, and those that are not there.
pub(super) fn about(connection: &Connection, follows: &HashSet<(i64, ContractId)>) -> Option<Flaw> {
    let lines: Vec<(i64, Option<ContractId>)> =
        all(connection, "SELECT position, contract FROM journal_about", |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?.parse().ok()))
        });
    let right = lines
        .iter()
        .filter(|(position, contract)| {
            contract.is_some_and(|contract| follows.contains(&(*position, contract)))
        })
        .count();
    let wrong = (lines.len() - right) + (follows.len() - right);
    (wrong > 0).then(|| Flaw::About { wrong: u64::try_from(wrong).unwrap_or(u64::MAX) })
}

/// Answers that belong to no entry.
pub(super) fn actions(connection: &Connection) -> Vec<Flaw> {
    let sql = "SELECT action FROM actions WHERE position NOT IN (SELECT position FROM journal)";
    all(connection, sql, |row| Ok(Flaw::Action { action: row.get(0)? }))
}

/// Unfinished forms that do not say when they were saved.
pub(super) fn forms(connection: &Connection) -> Vec<Flaw> {
    let forms: Vec<(String, String)> =
        all(connection, "SELECT name, saved FROM form_drafts", |row| Ok((row.get(0)?, row.get(1)?)));
    let unreadable = forms.into_iter().filter(|(_, saved)| saved.parse::<Moment>().is_err());
    unreadable.map(|(name, _)| Flaw::Form { name }).collect()
}

/// Whether the book says under which origin it writes.
pub(super) fn origin(connection: &Connection) -> Option<Flaw> {
    match read_origin(connection) {
        Ok(Some(_)) => None,
        Ok(None) | Err(_) => Some(Flaw::Origin),
    }
}

/// The settings, name and value.
pub(super) fn settings(connection: &Connection) -> Vec<(String, String)> {
    all(connection, "SELECT name, value FROM settings ORDER BY name", |row| Ok((row.get(0)?, row.get(1)?)))
}
