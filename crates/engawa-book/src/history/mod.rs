//! 履歴: changes in words, what was deleted, and the way back to what was.

mod changes;
mod columns;
mod deleted;
mod differs;
mod names;
mod restore;
mod values;

pub(crate) use columns::kind;
pub use restore::{RestoreFrom, RestoreInput, RestoreRefused};
