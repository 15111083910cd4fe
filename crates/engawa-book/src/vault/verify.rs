//! Whether a file of the vault is what it was.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::refused::FileRefused;
use crate::views::FilePresence;

/// How a file of the vault is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileState {
    /// Byte for byte what was taken in.
    Whole,
    /// Not there.
    Missing,
    /// There, with other bytes.
    Altered,
}

pub fn state(path: &Path, sha256: &str, bytes: u64) -> Result<FileState, FileRefused> {
    let failed = |error| FileRefused::reading(path, error);
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(FileState::Missing),
        Err(error) => return Err(failed(error)),
    };
    if file.metadata().map_err(failed)?.len() != bytes {
        return Ok(FileState::Altered);
    }
    let found = hash(&mut file).map_err(failed)?;
    Ok(if found == sha256 { FileState::Whole } else { FileState::Altered })
}

/// What the system says of a file without reading it.
pub fn presence(path: &Path, bytes: u64) -> FilePresence {
    match std::fs::metadata(path) {
        Ok(found) if found.len() == bytes => FilePresence::There,
        Ok(_) => FilePresence::OtherSize,
        Err(error) if error.kind() == ErrorKind::NotFound => FilePresence::Gone,
        Err(_) => FilePresence::Unreadable,
    }
}

fn hash(file: &mut File) -> std::io::Result<String> {
    let mut hasher = Sha256::new();
    let mut chunk = vec![0; 1 << 18];
    loop {
        match file.read(&mut chunk) {
            Ok(0) => return Ok(engawa_store::Hash(hasher.finalize().into()).to_string()),
            Ok(read) => hasher.update(&chunk[..read]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
