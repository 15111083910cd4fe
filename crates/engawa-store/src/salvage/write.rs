//! The new book: the journal as far as it is whole, and one more entry that tells what else was found.

use std::collections::{BTreeMap, HashMap};

use engawa_domain::calendar::Moment;
use rusqlite::params;

use super::compose::{Composed, Key};
use super::read::Aside;
use crate::error::StoreError;
use crate::image::Image;
use crate::open::Store;
use crate::table::Table;

/// Writes everything in one transaction, and then what is no fact.
pub(super) fn write(
    store: &mut Store,
    composed: &Composed,
    aside: &Aside,
    at: Moment,
    op: &str,
) -> Result<(), StoreError> {
    let mut places = HashMap::new();
    let mut change = store.begin_replay()?;
    for (place, entry) in &composed.kept {
        change.replay(entry)?;
        places.insert(*place, change.transaction.last_insert_rowid());
    }
    let mut led_to: BTreeMap<Key, Image> = BTreeMap::new();
    for table in Table::ALL {
        change.rows().each_image(table, |image| {
            if let Ok(id) = image.id().parse() {
                led_to.insert((table, id), image);
            }
            Ok::<_, StoreError>(())
        })?;
    }
    // What the journal leads to and is no longer there goes first, children before parents.
    for (key, image) in led_to.iter().rev().filter(|(key, _)| !composed.rows.contains_key(*key)) {
        change.write(key.0, image.id().to_owned(), Some(image.clone()), None)?;
    }
    for (key, image) in &composed.rows {
        let before = led_to.get(key);
        if before != Some(image) {
            change.write(key.0, image.id().to_owned(), before.cloned(), Some(image.clone()))?;
        }
    }
    if change.is_empty() {
        change.commit_replayed()?;
    } else {
        drop(change.commit(at, op, None)?);
    }
    write_aside(store, aside, &places)
}

fn write_aside(store: &mut Store, aside: &Aside, places: &HashMap<i64, i64>) -> Result<(), StoreError> {
    let transaction = store.connection.transaction()?;
    for (table, columns, lines) in &aside.tables {
        let marks = if columns.matches(',').count() == 1 { "?1, ?2" } else { "?1, ?2, ?3" };
        let sql = format!("INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})");
        let mut insert = transaction.prepare(&sql)?;
        for line in lines {
            insert.execute(rusqlite::params_from_iter(line))?;
        }
    }
    {
        let sql = "INSERT OR IGNORE INTO actions (action, position, answer) VALUES (?1, ?2, ?3)";
        let mut insert = transaction.prepare(sql)?;
        for (action, place, answer) in &aside.actions {
            // Without its entry an answer says nothing.
            if let Some(place) = places.get(place) {
                insert.execute(params![action, place, answer])?;
            }
        }
    }
    Ok(transaction.commit()?)
}
