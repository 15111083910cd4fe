//! The vault: files of evidence, kept byte for byte under their SHA-256 in `evidence/<first two hex>/<sha256>`. In a protected book
//! they are encrypted, and their names do not tell the hash.
//!
//! Whoever wants the bytes of a kept file asks for a [`VaultReader`]; nobody else opens files of the vault.

mod chunks;
mod copy_out;
mod keep;
mod look_through;
mod media;
mod read;
mod refused;
mod sealed;
mod spot;
mod text;
mod unnamed;
mod verify;

#[cfg(test)]
mod tests;

use std::io::Read;
use std::path::{Path, PathBuf};

use engawa_domain::facts::Sha256Hex;

pub use chunks::{Progress, Watch, unwatched};
pub use look_through::{Stray, UnknownFile, VaultFound};
pub use read::VaultReader;
pub use refused::FileRefused;
pub(crate) use sealed::{SealedReader, SealedWriter};
pub use text::TextEncoding;
pub(crate) use text::read as read_text;
pub(crate) use unnamed::is_unfinished;
pub use verify::FileState;

use crate::protect::EvidenceKeys;
use crate::views::FilePresence;
use spot::Spot;
use unnamed::Incoming;

/// The folder of evidence.
#[derive(Debug, Clone)]
pub struct Vault {
    folder: PathBuf,
    /// Those of a protected book.
    keys: Option<EvidenceKeys>,
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
        Self::keyed_in_folder(folder, None)
    }

    /// The same; with keys, what is kept is encrypted.
    pub fn keyed_in_folder(folder: PathBuf, keys: Option<EvidenceKeys>) -> Self {
        let vault = Self { folder, keys };
        unnamed::sweep(&vault.folder);
        vault
    }

    /// A vault that is only looked into.
    pub(crate) const fn looking_into(folder: PathBuf, keys: Option<EvidenceKeys>) -> Self {
        Self { folder, keys }
    }

    /// Whether a file of this name is a copy that was never finished.
    pub(crate) fn is_unfinished(name: &str) -> bool {
        unnamed::is_unfinished(name)
    }

    /// Takes a file in: copies it, and answers when the copy is on the disk. The same bytes are kept once. Stopped by its
    /// watch, it leaves nothing behind.
    pub fn keep(&self, source: &Path, watch: &mut Watch<'_>) -> Result<Kept, FileRefused> {
        keep::file(self, source, watch)
    }

    /// Takes in so many bytes that are no file of their own: a picture from the clipboard, a file of another vault.
    pub fn keep_bytes(
        &self,
        name: &str,
        bytes: u64,
        mut from: impl Read,
        watch: &mut Watch<'_>,
    ) -> Result<Kept, FileRefused> {
        let incoming = Incoming { name: Path::new(name), bytes, from: &mut from };
        keep::bytes(self, incoming, watch)
    }

    /// The bytes of the file with this hash, as they are there now.
    pub fn read(&self, sha256: &Sha256Hex) -> Result<VaultReader, FileRefused> {
        read::open(&self.spot(sha256))
    }

    /// Writes a copy of the file with this hash to `to`, in the place of what was there; how many bytes it has.
    pub fn copy_out(&self, sha256: &Sha256Hex, to: &Path, watch: &mut Watch<'_>) -> Result<u64, FileRefused> {
        copy_out::copy(&self.spot(sha256), to, watch)
    }

    /// Where the file with this hash is, or would be: to be shown to the user. Its bytes are read through [`Vault::read`].
    pub fn place_of(&self, sha256: &Sha256Hex) -> PathBuf {
        self.spot(sha256).path
    }

    /// Where a copy may lie until it has its name. What is left of one is thrown away when the book is opened.
    pub(crate) fn place_of_unfinished(&self) -> PathBuf {
        unnamed::unfinished(&self.folder)
    }

    /// Where a file lies that is stored under this name: its hash, or in a protected book a name that does not tell it.
    pub(crate) fn place_named(&self, name: &str) -> PathBuf {
        spot::named(&self.folder, name)
    }

    /// Whether what is stored under this name is what its name says. It is read to its end.
    pub(crate) fn is_whole_named(&self, name: &str, watch: &mut Watch<'_>) -> Result<bool, FileRefused> {
        verify::is_whole_named(&self.place_named(name), name, self.keys.as_ref(), watch)
    }

    /// Whether what lies under this name is encrypted, as far as its first bytes tell.
    pub(crate) fn is_sealed_named(&self, name: &str) -> bool {
        sealed::is_sealed(&self.place_named(name))
    }

    /// Whether what is kept is encrypted.
    pub(crate) const fn is_sealed(&self) -> bool {
        self.keys.is_some()
    }

    fn spot<'v>(&'v self, sha256: &'v Sha256Hex) -> Spot<'v> {
        Spot::of(&self.folder, sha256, self.keys.as_ref())
    }

    /// Whether the file with this hash and size is there, and is what it was. It is read and hashed.
    pub fn state(&self, sha256: &Sha256Hex, bytes: u64) -> Result<FileState, FileRefused> {
        self.state_watched(sha256, bytes, &mut unwatched)
    }

    /// The same, watched.
    pub fn state_watched(
        &self,
        sha256: &Sha256Hex,
        bytes: u64,
        watch: &mut Watch<'_>,
    ) -> Result<FileState, FileRefused> {
        verify::state(&self.spot(sha256), bytes, watch)
    }

    /// Reads and hashes every file of these hashes and sizes, and looks for files that are none of them.
    pub fn look_through(
        &self,
        known: &[(Sha256Hex, u64)],
        watch: &mut Watch<'_>,
    ) -> Result<VaultFound, FileRefused> {
        look_through::look(self, known, watch)
    }

    /// Whether the file with this hash and size is still there, without reading it.
    pub fn presence(&self, sha256: &Sha256Hex, bytes: u64) -> FilePresence {
        verify::presence(&self.spot(sha256), bytes)
    }
}
