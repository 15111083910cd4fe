//! The key of an encrypted file. It is given raw, so that opening costs nothing: whoever makes it from a passphrase has done the
//! slow part.

use std::fmt::{self, Write as _};

use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::error::StoreError;

/// The length of a key in bytes: AES-256.
pub const FILE_KEY_BYTES: usize = 32;

/// The key of an encrypted file. Wiped when it is let go of; it prints as nothing.
#[derive(Clone)]
pub struct FileKey(Zeroizing<[u8; FILE_KEY_BYTES]>);

impl FileKey {
    /// The key of these bytes.
    pub const fn new(bytes: Zeroizing<[u8; FILE_KEY_BYTES]>) -> Self {
        Self(bytes)
    }

    /// As SQLCipher takes a raw key: `x'…'`.
    fn written(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(2 * FILE_KEY_BYTES + 3));
        text.push_str("x'");
        for byte in self.0.iter() {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        text.push('\'');
        text
    }
}

impl fmt::Debug for FileKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("FileKey")
    }
}

/// Gives a new connection its key, before anything is read through it. Without one the file is plain SQLite.
pub(crate) fn give(connection: &Connection, key: Option<&FileKey>) -> Result<(), StoreError> {
    let Some(key) = key else { return Ok(()) };
    // What is wrong is told by the answer of each statement, not on standard error.
    let quiet = "PRAGMA cipher_log_level = NONE";
    let pragma = Zeroizing::new(format!("{quiet}; PRAGMA key = \"{}\"", key.written().as_str()));
    // What rusqlite says of a statement that failed repeats the statement, and so the key: it is not passed on.
    connection
        .execute_batch(&pragma)
        .map_err(|_| StoreError::Damaged { detail: "SQLCipher did not take the key".to_owned() })
}

/// As `ATTACH … KEY` takes it: the empty text for a plain file.
pub(crate) fn attached(key: Option<&FileKey>) -> Zeroizing<String> {
    key.map(FileKey::written).unwrap_or_default()
}
