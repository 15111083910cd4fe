//! Whether a file of the vault is what it was.

use std::io::ErrorKind;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::chunks::{self, Progress, Watch};
use super::read;
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

/// Reads and hashes the file; one of another size is altered without being read.
pub fn state(
    path: &Path,
    sha256: &str,
    bytes: u64,
    watch: &mut Watch<'_>,
) -> Result<FileState, FileRefused> {
    let mut file = match read::open(path) {
        Ok(file) if file.bytes() == bytes => file,
        Ok(_) => return Ok(FileState::Altered),
        Err(FileRefused::Vanished(_)) => return Ok(FileState::Missing),
        Err(error) => return Err(error),
    };
    let (mut hasher, mut done) = (Sha256::new(), 0_u64);
    chunks::each(
        &mut file,
        |error| FileRefused::reading(path, error),
        |chunk| {
            hasher.update(chunk);
            done += chunk.len() as u64;
            chunks::go_on(watch, Progress { done, total: bytes })
        },
    )?;
    let found = engawa_store::Hash(hasher.finalize().into()).to_string();
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
