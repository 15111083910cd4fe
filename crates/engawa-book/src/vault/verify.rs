//! Whether a file of the vault is what it was.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

use engawa_domain::facts::Sha256Hex;
use sha2::{Digest, Sha256};

use super::chunks::{self, Progress, Watch};
use super::refused::FileRefused;
use super::sealed::SealedReader;
use super::spot::Spot;
use super::{read, sealed};
use crate::protect::EvidenceKeys;
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
pub fn state(spot: &Spot<'_>, bytes: u64, watch: &mut Watch<'_>) -> Result<FileState, FileRefused> {
    match hash(spot, bytes, watch) {
        Ok(found) if found.as_ref() == Some(spot.sha256) => Ok(FileState::Whole),
        // What cannot be decrypted is not what was encrypted.
        Ok(_) | Err(FileRefused::Altered(_)) => Ok(FileState::Altered),
        Err(FileRefused::Vanished(_)) => Ok(FileState::Missing),
        Err(error) => Err(error),
    }
}

/// The hash of the file as it is now; `None` when it has another size.
fn hash(spot: &Spot<'_>, bytes: u64, watch: &mut Watch<'_>) -> Result<Option<Sha256Hex>, FileRefused> {
    let mut file = read::open(spot)?;
    if file.size() != bytes {
        return Ok(None);
    }
    let (mut hasher, mut done) = (Sha256::new(), 0_u64);
    chunks::each(
        &mut file,
        |error| FileRefused::reading(&spot.path, error),
        |chunk| {
            hasher.update(chunk);
            done += chunk.len() as u64;
            chunks::go_on(watch, Progress { done, total: bytes })
        },
    )?;
    Ok(Some(Sha256Hex(engawa_store::Hash(hasher.finalize().into()).to_string())))
}

/// Whether the file is what the name says under which it is stored.
pub fn is_whole_named(
    path: &Path,
    name: &str,
    keys: Option<&EvidenceKeys>,
    watch: &mut Watch<'_>,
) -> Result<bool, FileRefused> {
    let failed = |error| FileRefused::reading(path, error);
    let file = File::open(path).map_err(failed)?;
    let bytes = file.metadata().map_err(failed)?.len();
    let sha256 = match keys {
        None => Sha256Hex(name.to_owned()),
        Some(keys) => match SealedReader::open(file, keys) {
            Ok(sealed) => Sha256Hex(engawa_store::Hash(*sealed.sha256()).to_string()),
            Err(error) if error.kind() == ErrorKind::InvalidData => return Ok(false),
            Err(error) => return Err(failed(error)),
        },
    };
    let spot = Spot { path: path.to_owned(), sha256: &sha256, keys };
    let is_named_so = keys.is_none_or(|keys| keys.name(&sha256) == name);
    let plain = if keys.is_some() { sealed::plain_bytes(bytes).ok() } else { Some(bytes) };
    let Some(plain) = plain.filter(|_| is_named_so) else { return Ok(false) };
    Ok(state(&spot, plain, watch)? == FileState::Whole)
}

/// What the system says of a file without reading it.
pub fn presence(spot: &Spot<'_>, bytes: u64) -> FilePresence {
    let expected = if spot.keys.is_some() { sealed::sealed_length(bytes) } else { bytes };
    match std::fs::metadata(&spot.path) {
        Ok(found) if found.len() == expected => FilePresence::There,
        Ok(_) => FilePresence::OtherSize,
        Err(error) if error.kind() == ErrorKind::NotFound => FilePresence::Gone,
        Err(_) => FilePresence::Unreadable,
    }
}
