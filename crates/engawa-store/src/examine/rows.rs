//! The rows, each beside what the journal says of it.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use uuid::Uuid;

use super::NamedFile;
use super::journal::AllSaid;
use super::steps::Steps;
use crate::error::StoreError;
use crate::flaw::{Flaw, Ground, Place};
use crate::image::Image;
use crate::read::read_image;
use crate::recovery::image_hash;
use crate::table::{Holds, Table};

/// What was found on the way through the rows.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub flaws: Vec<Flaw>,
    /// Rows that the journal leads to and that were not met.
    pub missing: Vec<Flaw>,
    /// Rows that could be read.
    pub count: u64,
    /// Whether every table was read to its end.
    pub whole: bool,
    pub stopped: Option<String>,
    pub files: Vec<NamedFile>,
}

/// Reads every row, past what is wrong with it.
pub(super) fn compare(connection: &Connection, mut said: AllSaid, steps: &mut Steps<'_>) -> Seen {
    let mut seen = Seen { whole: true, ..Seen::default() };
    for table in Table::ALL {
        if let Err(error) = compare_table(connection, table, &mut said, &mut seen, steps)
            // A table that is not there is told by the schema.
            && !matches!(error, StoreError::Sqlite(_))
        {
            seen.whole = false;
            seen.stopped.get_or_insert(error.to_string());
        }
    }
    let left = said.into_iter().filter(|(_, said)| said.hash.is_some());
    let mut missing: Vec<_> =
        left.map(|((table, id), said)| (Place { table, id: id.to_string() }, said.ground)).collect();
    missing.sort_by(|a, b| a.0.cmp(&b.0));
    seen.missing = missing.into_iter().map(|(place, ground)| Flaw::RowMissing { place, ground }).collect();
    seen
}

fn compare_table(
    connection: &Connection,
    table: Table,
    said: &mut AllSaid,
    seen: &mut Seen,
    steps: &mut Steps<'_>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare(&table.sql().all)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        steps.step()?;
        let id = match row.get_ref(0) {
            Ok(ValueRef::Text(text)) => String::from_utf8_lossy(text).into_owned(),
            Ok(_) | Err(_) => String::new(),
        };
        let known = id.parse::<Uuid>().ok().and_then(|id| said.remove(&(table, id)));
        let place = Place { table, id };
        if let Err(refused) = table.reads(row) {
            // What the journal says was taken out is no ground to put it in again.
            let ground = known.filter(|known| known.hash.is_some()).map(|known| known.ground);
            let (column, found) = (refused.column, refused.found);
            seen.flaws.push(Flaw::Value { place, column, found, ground });
            continue;
        }
        seen.count += 1;
        let image = read_image(table, row)?;
        seen.files.extend(named_file(&image));
        let hash = image_hash(&image);
        match known {
            Some(known) if known.hash == Some(hash) => {}
            Some(known) if known.hash.is_some() => {
                seen.flaws.push(Flaw::RowAltered { place, ground: known.ground });
            }
            Some(known) => seen.flaws.push(Flaw::RowUnknown { place, removed: Some(known.ground) }),
            None => seen.flaws.push(Flaw::RowUnknown { place, removed: None }),
        }
    }
    Ok(())
}

/// The file that a row of evidence names.
pub(crate) fn named_file(image: &Image) -> Option<NamedFile> {
    if image.table() != Table::Evidence {
        return None;
    }
    Some(NamedFile {
        sha256: image.text("sha256")?.to_owned(),
        bytes: image.integer("bytes")?.try_into().ok()?,
        name: image.text("original_name")?.to_owned(),
    })
}

/// Rows that refer to rows that are not there, unless that one is known to be missing anyway.
pub(super) fn dangling(connection: &Connection, known: &[Flaw]) -> Vec<Flaw> {
    let mut found = Vec::new();
    for table in Table::ALL {
        for column in table.columns() {
            if let Holds::Reference(other) = column.holds {
                // A table that is not there is told by the schema.
                found.extend(dangling_in(connection, table, column.name, other).unwrap_or_default());
            }
        }
    }
    let is_told = |place: &Place| {
        known.iter().any(|flaw| match flaw {
            Flaw::RowMissing { place: missing, .. } => missing == place,
            Flaw::Value { place: unreadable, ground: Some(Ground::Firm { .. }), .. } => unreadable == place,
            _ => false,
        })
    };
    found.retain(|flaw| match flaw {
        Flaw::Dangling { place, to, .. } => !is_told(to) && !is_told(place),
        _ => true,
    });
    found
}

fn dangling_in(
    connection: &Connection,
    table: Table,
    column: &'static str,
    other: Table,
) -> Result<Vec<Flaw>, StoreError> {
    let sql = format!(
        "SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {other})"
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let text = |index| row.get::<_, String>(index).unwrap_or_default();
        let (place, to) = (Place { table, id: text(0) }, Place { table: other, id: text(1) });
        found.push(Flaw::Dangling { place, column, to });
    }
    Ok(found)
}
