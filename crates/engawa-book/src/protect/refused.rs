//! Why a protected book stays shut, or a book cannot be protected.

use std::path::PathBuf;

use thiserror::Error;

use super::code::CodeFault;

/// Why it did not go on. Whatever it says, the book is as it was.
#[derive(Debug, Error)]
pub enum ProtectionRefused {
    /// The book is protected, and nobody has said the passphrase.
    #[error("the book is locked")]
    Locked,
    /// It is not the passphrase of this book.
    #[error("not the passphrase of this book")]
    WrongPassphrase,
    /// It is a recovery code, but not the one of this book.
    #[error("not the recovery code of this book")]
    WrongCode,
    /// What was typed is no recovery code.
    #[error("no recovery code: {0}")]
    Code(#[from] CodeFault),
    /// After several failures there is a pause.
    #[error("try again in {seconds} s")]
    TooSoon {
        /// How long.
        seconds: u32,
    },
    /// A new passphrase is too short.
    #[error("a passphrase has at least {least} characters")]
    TooShort {
        /// The fewest characters.
        least: usize,
    },
    /// The part of the new code that was typed is not the one that was asked for.
    #[error("not the group that was asked for")]
    NotConfirmed,
    /// No new code was shown: it is shown anew.
    #[error("there is no new recovery code to confirm")]
    NoCodeShown,
    /// The book is protected already.
    #[error("the book is protected already")]
    AlreadyProtected,
    /// The book is not protected.
    #[error("the book is not protected")]
    NotProtected,
    /// A sample holds nothing of the user's.
    #[error("the sample book is not protected")]
    Sample,
    /// The key file cannot be read.
    #[error("{path} is damaged: {why}")]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// What is the matter.
        why: String,
    },
    /// The key file asks for more memory or time than any version writes: it was made, or altered, by somebody else.
    #[error("{path} asks for {cost:?}")]
    Costly {
        /// The file.
        path: PathBuf,
        /// What it asks for.
        cost: super::Cost,
    },
    /// A newer version wrote the key file.
    #[error("the key file has version {found}, this program knows {known}")]
    Newer {
        /// The version of the file.
        found: u32,
        /// The version known here.
        known: u32,
    },
    /// A file was written anew and is not the same: a fault of the disk.
    #[error("{0} is not what it was made from")]
    NotTheSame(PathBuf),
    /// The user stopped it.
    #[error("stopped")]
    Stopped,
    /// A test ended the program here.
    #[cfg(test)]
    #[error("died")]
    Died,
    /// The system gave no random bytes.
    #[error("the system gives no random bytes")]
    NoRandomness,
    /// The cipher or the hash of the passphrase refused: a mistake in the program, or no memory.
    #[error("the cipher refused")]
    Cipher,
}
