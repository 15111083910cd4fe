//! The files of evidence beside a damaged book: which are what they were, and which are not.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use engawa_domain::facts::Sha256Hex;
use engawa_store::{NamedFile, Salvage};

use crate::book::Folder;
use crate::error::BookError;
use crate::patience::Patience;
use crate::vault::{FileRefused, FileState, Vault, unwatched};

/// What was found of the files of evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// Files that are what they were.
    pub whole: Vec<Sha256Hex>,
    /// The names of files that are not there.
    pub missing: Vec<String>,
    /// The names of files with other bytes, or that the disk does not give.
    pub altered: Vec<String>,
    /// Files that no saved record names.
    pub unknown: Vec<String>,
}

/// Looks at each file that a saved record names, and for files that none does.
pub fn look(folder: &Folder, salvage: &Salvage, patience: &Patience) -> Result<Seen, BookError> {
    let vault = folder.vault();
    let mut seen = Seen::default();
    let mut named = HashSet::new();
    for NamedFile { sha256, bytes, name } in salvage.files() {
        let sha256 = Sha256Hex(sha256);
        let place = vault.place_of(&sha256);
        named.extend(place.file_name().map(|name| name.to_string_lossy().into_owned()));
        match vault.state_watched(&sha256, bytes, &mut patience.within()) {
            Ok(FileState::Whole) => seen.whole.push(sha256),
            Ok(FileState::Missing) => seen.missing.push(name),
            Err(FileRefused::Cancelled) => return Err(FileRefused::Cancelled.into()),
            Ok(FileState::Altered) | Err(_) => seen.altered.push(name),
        }
    }
    seen.unknown = files(folder).into_iter().filter(|name| !named.contains(name)).collect();
    Ok(seen)
}

/// Copies those that are what they were into the vault of the new book.
pub fn carry(from: &Folder, to: &Folder, seen: &Seen) -> Result<(), BookError> {
    let keys = to.keys().map(|keys| keys.evidence.clone());
    let (from, to) = (from.vault(), Vault::keyed_in_folder(to.evidence(), keys));
    for sha256 in &seen.whole {
        let kept = from.read(sha256)?;
        to.keep_bytes(&sha256.0, kept.size(), kept, &mut unwatched)?;
    }
    Ok(())
}

fn files(folder: &Folder) -> Vec<String> {
    let entries =
        |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let below = entries(folder.evidence())
        .flat_map(|path| if path.is_dir() { entries(path).collect() } else { vec![path] });
    let mut names: Vec<_> = below
        .filter(|path| path.is_file())
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    names
}
