//! Documents of electronic transactions: the law of their log, how they are found, and both on paper and as tables for other
//! programs.

mod csv;
mod find;
mod log;
mod page;
mod refused;
mod save;
mod table;
mod told;

pub use find::{AmountWanted, DocumentsWanted};
pub(crate) use log::{ByItself, Slip, keep};
pub use refused::LogRefused;
pub(crate) use table::LOG;
pub use told::kind as document_kind;
pub(crate) use told::{content, did, value};
