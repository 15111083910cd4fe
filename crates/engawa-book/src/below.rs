//! What lies in a folder and in all folders within it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::error::BookError;

/// What lies there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lies {
    /// A file.
    File,
    /// A link, which is told and not followed, or something else that is neither file nor folder.
    Other,
}

/// All of it but the folders, each by its way from there, in the order of these; nothing where the folder is not there.
pub(crate) fn below(folder: &Path) -> Result<Vec<(PathBuf, Lies)>, BookError> {
    let mut found = Vec::new();
    add(folder, Path::new(""), &mut found)?;
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(found)
}

fn add(folder: &Path, way: &Path, found: &mut Vec<(PathBuf, Lies)>) -> Result<(), BookError> {
    let failed = |error| BookError::of_file(folder, error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed(error)),
    };
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let (kind, way) = (entry.file_type().map_err(failed)?, way.join(entry.file_name()));
        if kind.is_dir() {
            add(&entry.path(), &way, found)?;
        } else {
            found.push((way, if kind.is_file() { Lies::File } else { Lies::Other }));
        }
    }
    Ok(())
}
