//! A new file in the place of the book; the one that was there is kept beside it under a name that says what it is.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use engawa_domain::calendar::Moment;
use engawa_store::{copy_as_found, sync_folder_of};

use crate::book::Folder;
use crate::error::BookError;

/// What lies beside a SQLite file and belongs to it. The index of the log is made anew from it.
const BESIDE: [&str; 3] = ["-wal", "-journal", "-shm"];

/// Removes what an earlier attempt left.
pub fn clear(file: &Path) -> Result<(), BookError> {
    for path in BESIDE.iter().map(|end| beside(file, end)).chain([file.to_owned()]) {
        remove(&path)?;
    }
    Ok(())
}

/// Keeps the file of the book, with its log, as `book-damaged-<moment>.sqlite`, and puts the new one in its place; where the old
/// one is kept.
///
/// The old file is on the disk under its second name before its own is given away. Its log goes before that: the new file would
/// otherwise be changed by it. A crash in between leaves the old file without its log, and both whole beside it.
pub fn put_in_place(folder: &Folder, new: &Path, now: Moment) -> Result<PathBuf, BookError> {
    let file = folder.file();
    let moment = now.to_string().replace(':', "-");
    let kept = folder.path().join(format!("book-damaged-{moment}.sqlite"));
    if file.try_exists().is_ok_and(|exists| exists) {
        copy_as_found(&file, &kept)?;
    }
    for end in BESIDE {
        remove(&beside(&file, end))?;
    }
    engawa_store::rename(new, &file).map_err(|error| BookError::of_file(&file, error))?;
    sync_folder_of(&file).map_err(|error| BookError::of_file(folder.path(), error))?;
    Ok(kept)
}

fn remove(path: &Path) -> Result<(), BookError> {
    match engawa_store::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(BookError::of_file(path, error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}
