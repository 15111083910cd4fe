//! The vault: files of evidence, kept byte for byte under their SHA-256 in `evidence/<first two hex>/<sha256>`.

mod keep;
mod media;
mod refused;
mod verify;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use engawa_domain::facts::Sha256Hex;

pub use refused::FileRefused;
pub use verify::FileState;

use crate::views::FilePresence;

/// The folder of evidence.
#[derive(Debug, Clone)]
pub struct Vault {
    folder: PathBuf,
}

/// A file that is in the vault now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The hash of its bytes.
    pub sha256: Sha256Hex,
    /// Its size in bytes.
    pub bytes: u64,
    /// The name it came with.
    pub original_name: String,
    /// What kind of file it is, told from its first bytes.
    pub media_type: String,
}

impl Vault {
    /// The vault in this folder, which need not exist yet. What a killed process left half-copied is thrown away.
    pub fn in_folder(folder: PathBuf) -> Self {
        let vault = Self { folder };
        keep::sweep(&vault.folder);
        vault
    }

    /// The vault in this folder, to look at: nothing in it is touched.
    pub fn to_look_at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Takes a file in: copies it, and answers when the copy is on the disk. The same bytes are kept once.
    pub fn keep(&self, source: &Path) -> Result<Kept, FileRefused> {
        keep::keep(&self.folder, source)
    }

    /// Where the file with this hash is, or would be.
    pub fn path_of(&self, sha256: &Sha256Hex) -> PathBuf {
        path_of(&self.folder, &sha256.0)
    }

    /// Whether the file with this hash and size is there, and is what it was.
    pub fn state(&self, sha256: &Sha256Hex, bytes: u64) -> Result<FileState, FileRefused> {
        verify::state(&self.path_of(sha256), &sha256.0, bytes)
    }

    /// Whether the file with this hash and size is still there, without reading it.
    pub fn presence(&self, sha256: &Sha256Hex, bytes: u64) -> FilePresence {
        verify::presence(&self.path_of(sha256), bytes)
    }
}

fn path_of(folder: &Path, sha256: &str) -> PathBuf {
    folder.join(sha256.get(..2).unwrap_or_default()).join(sha256)
}
