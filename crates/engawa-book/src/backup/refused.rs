//! Why a backup could not be made, proven or put in the place of the book.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use engawa_domain::calendar::Moment;
use engawa_store::{StoreError, is_full};
use thiserror::Error;

/// Why not. Whatever it says, the book and every backup that was proven before are as they were.
#[derive(Debug, Error)]
pub enum BackupRefused {
    /// There is no such backup (any more).
    #[error("there is no backup {0}")]
    NoSuch(String),
    /// The place is not there: a stick that was pulled out, a share that is not connected.
    #[error("{0} is not there")]
    Away(PathBuf),
    /// The folder cannot be a place for backups: it is in the book itself, or holds it.
    #[error("{0} is the book itself, or in it")]
    InTheBook(PathBuf),
    /// The place is chosen already.
    #[error("{0} is a place already")]
    Twice(PathBuf),
    /// There is no room for it.
    #[error("{needed} bytes are needed, {free} are free")]
    NoRoom {
        /// Bytes needed.
        needed: u64,
        /// Bytes free.
        free: u64,
    },
    /// It was written and is not what it should be; it does not count.
    #[error("the backup is not whole: {why}")]
    NotWhole {
        /// What does not fit.
        why: String,
    },
    /// A newer version of the app made it.
    #[error("the backup has schema {found}, this program knows up to {known}")]
    Newer {
        /// The schema of the backup.
        found: u32,
        /// The newest known here.
        known: u32,
    },
    /// The file is not one of ours that a passphrase opens.
    #[error("not an encrypted backup: {0}")]
    NotSealed(String),
    /// To try a passphrase on it would take more memory and time than is taken on: two to this power, in KiB.
    #[error("it asks for two to the power of {0} KiB to try a passphrase")]
    TooCostly(u8),
    /// The passphrase is another one.
    #[error("another passphrase")]
    WrongPassphrase,
    /// The encrypted file ends too early or was altered.
    #[error("the encrypted file is cut off or altered: {0}")]
    Altered(String),
    /// A passphrase that protects nothing.
    #[error("the passphrase is empty")]
    NoPassphrase,
    /// The book is protected, and so are its backups: an archive beside them would hold it under another passphrase, or plain.
    #[error("the book is protected")]
    Protected,
    /// It is of another protection than the one that the book has now.
    #[error("{0} is under another key")]
    OtherKey(PathBuf),
    /// Another backup is being made, or somebody else restores.
    #[error("somebody else is at the backups")]
    Busy,
    /// It was stopped; what was proven before still counts.
    #[error("stopped")]
    Stopped,
    /// The file system said something else.
    #[error("{path}: {source}")]
    System {
        /// The file or folder.
        path: PathBuf,
        /// As the system says it.
        source: io::Error,
    },
}

impl BackupRefused {
    /// The file system's answer, told apart by what the user can do about it.
    pub fn system(path: impl Into<PathBuf>, source: io::Error) -> Self {
        if is_full(engawa_store::kind_of(&source)) {
            Self::NoRoom { needed: 0, free: 0 }
        } else {
            Self::System { path: path.into(), source }
        }
    }

    /// There is no backup of this moment.
    pub fn no_such(at: Moment) -> Self {
        Self::NoSuch(at.to_string())
    }
}

impl From<StoreError> for BackupRefused {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Newer { found, known } => Self::Newer { found, known },
            StoreError::DiskFull => Self::NoRoom { needed: 0, free: 0 },
            StoreError::Busy => Self::Busy,
            StoreError::File { path, source } => Self::System { path, source },
            StoreError::ReadOnly { detail } => Self::System {
                path: PathBuf::new(),
                source: io::Error::new(ErrorKind::PermissionDenied, detail),
            },
            other => Self::NotWhole { why: other.to_string() },
        }
    }
}

impl From<engawa_store::CopyRefused> for BackupRefused {
    fn from(refused: engawa_store::CopyRefused) -> Self {
        match refused {
            engawa_store::CopyRefused::Store(error) => error.into(),
            whole @ engawa_store::CopyRefused::NotWhole(_) => Self::NotWhole { why: whole.to_string() },
        }
    }
}
