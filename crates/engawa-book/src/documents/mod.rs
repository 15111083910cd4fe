//! Documents of electronic transactions: the law of their log, and the log on paper and as a table for other programs.

mod csv;
mod log;
mod page;
mod refused;
mod save;
mod told;

pub(crate) use log::{ByItself, Slip, keep};
pub use refused::LogRefused;
pub(crate) use save::HEADS;
pub(crate) use told::{content, did, value};
