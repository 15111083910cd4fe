//! Where a file of the vault lies, and how.

use std::path::{Path, PathBuf};

use engawa_domain::facts::Sha256Hex;

use crate::protect::EvidenceKeys;

/// The place of one file.
pub struct Spot<'v> {
    /// Where it is, or would be.
    pub path: PathBuf,
    /// The hash of its plain bytes.
    pub sha256: &'v Sha256Hex,
    /// Those of a protected book, in which it is encrypted.
    pub keys: Option<&'v EvidenceKeys>,
}

impl<'v> Spot<'v> {
    /// The place of the file with this hash in a folder.
    pub fn of(folder: &Path, sha256: &'v Sha256Hex, keys: Option<&'v EvidenceKeys>) -> Self {
        let path = match keys {
            None => named(folder, &sha256.0),
            Some(keys) => named(folder, &keys.name(sha256)),
        };
        Self { path, sha256, keys }
    }
}

/// Where a file lies that is stored under this name.
pub fn named(folder: &Path, name: &str) -> PathBuf {
    folder.join(name.get(..2).unwrap_or_default()).join(name)
}
