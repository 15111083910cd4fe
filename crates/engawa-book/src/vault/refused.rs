//! Why a file cannot be taken in.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use engawa_store::is_full;
use thiserror::Error;

/// Why a file cannot be taken in. The book is as it was.
#[derive(Debug, Error)]
pub enum FileRefused {
    /// It is a folder.
    #[error("{0} is a folder")]
    Folder(PathBuf),
    /// It is neither a file nor a folder: a pipe, a device.
    #[error("{0} is no file")]
    NotAFile(PathBuf),
    /// There is nothing in it, so it can prove nothing.
    #[error("{0} is empty")]
    Empty(PathBuf),
    /// It is not there, or vanished while it was copied.
    #[error("{0} is not there")]
    Vanished(PathBuf),
    /// It changed while it was copied, so that the copy may be half of one state and half of another.
    #[error("{0} changed while it was copied")]
    Changed(PathBuf),
    /// The user stopped it.
    #[error("stopped by the user")]
    Cancelled,
    /// A kept file whose bytes are no longer what was taken in: it is not handed out as if they were.
    #[error("{0} is not what was kept")]
    Altered(PathBuf),
    /// A copy of a kept file cannot be written where the user wants it.
    #[error("{0} cannot be written: {1}")]
    CopyRefused(PathBuf, io::Error),
    /// The system does not let us read it.
    #[error("{0} cannot be read")]
    Unreadable(PathBuf),
    /// The disk has no room for it.
    #[error("{needed} bytes are needed, {free} are free")]
    NoRoom {
        /// Bytes that the file needs.
        needed: u64,
        /// Bytes that are free.
        free: u64,
    },
    /// The vault does not let us write.
    #[error("the vault cannot be written: {0}")]
    VaultReadOnly(io::Error),
    /// The system said something else.
    #[error("{path}: {source}")]
    System {
        /// The file.
        path: PathBuf,
        /// As the system says it.
        source: io::Error,
    },
}

impl FileRefused {
    /// The system's answer about the file that is taken in.
    pub(super) fn reading(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match engawa_store::kind_of(&source) {
            ErrorKind::NotFound => Self::Vanished(path),
            ErrorKind::PermissionDenied => Self::Unreadable(path),
            ErrorKind::IsADirectory => Self::Folder(path),
            // A file of a protected book that cannot be decrypted is not what was encrypted.
            ErrorKind::InvalidData => Self::Altered(path),
            _ => Self::System { path, source },
        }
    }

    /// The system's answer about a copy outside the vault.
    pub(crate) fn copying(path: &Path, needed: u64, source: io::Error) -> Self {
        match engawa_store::kind_of(&source) {
            kind if is_full(kind) => Self::NoRoom { needed, free: 0 },
            _ => Self::CopyRefused(path.to_owned(), source),
        }
    }

    /// The system's answer about the copy in the vault.
    pub(super) fn writing(path: &Path, needed: u64, source: io::Error) -> Self {
        match engawa_store::kind_of(&source) {
            kind if is_full(kind) => Self::NoRoom { needed, free: 0 },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::VaultReadOnly(source),
            _ => Self::System { path: path.to_owned(), source },
        }
    }
}
