//! A protected book: database and evidence encrypted at rest, opened by a passphrase or by a recovery code.
//!
//! The book has one random key. `protection.json` holds it twice, wrapped by a key from the passphrase and by one from the
//! recovery code; `docs/format.md` describes the file. From the book's key come those of the SQLite file and of the evidence.
//!
//! **What is not here:** a way around. Who has neither passphrase nor code cannot be helped, by anybody.

mod code;
mod hex;
mod kdf;
mod keyfile;
mod keys;
mod pause;
mod plan;
mod random;
mod refused;
mod remake;
mod secret;
mod turn;
mod wipe;
mod wrapping;

#[cfg(test)]
mod tests;

pub use code::{CodeFault, GROUPS, RecoveryCode};
pub use kdf::Cost;
pub(crate) use keyfile::KeyFile;
pub(crate) use keys::KEY_BYTES;
pub use keys::{BookKey, EvidenceKeys, Keys};
pub use pause::Attempts;
pub(crate) use plan::resume;
pub use plan::{Go, Step, Steps};
pub(crate) use random::secret as secret_bytes;
pub use refused::ProtectionRefused;
pub use secret::{PASSPHRASE_LEAST, Passphrase, Typed};
pub use turn::{Secret, Turned, change_passphrase, is_protected, protect, renew_code, unlock, unprotect};
pub(crate) use wipe::wipe;
pub(crate) use wrapping::{NONCE_BYTES, unwrap, wrap};
