//! What can be seen of a backup without making anything of it, where the book itself does not open.

use std::fs;
use std::path::Path;

use engawa_store::{FileKey, Store, Table};

use super::name::{before_migration, moment};
use crate::views::BackupSeen;

/// What is in the file: its name says when it was made, its rows what it holds.
pub fn seen(path: &Path, key: Option<&FileKey>) -> BackupSeen {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let kib = fs::metadata(path).map_or(0, |about| about.len() / 1024);
    let opened = Store::open_read_only(path, key);
    let rows = opened.as_ref().ok().map(Store::rows);
    let contracts = rows.and_then(|rows| rows.count(Table::Contracts).ok());
    let last = rows.and_then(|rows| Some(rows.history(None, 1).ok()?.first()?.at));
    BackupSeen {
        // Of one made before a migration or a repair too.
        made: moment(&name)
            .or_else(|| before_migration(&name).map(|(at, _)| at))
            .or_else(|| moment(&name.replace(".as-found.", "."))),
        name,
        kib: u32::try_from(kib).unwrap_or(u32::MAX),
        contracts: contracts.map(|count| u32::try_from(count).unwrap_or(u32::MAX)),
        last,
    }
}
