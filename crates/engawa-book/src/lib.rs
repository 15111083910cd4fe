//! The open book: one door for changes, undo, evidence, views.

mod backup;
mod book;
mod changed;
mod check;
mod clock;
pub mod done;
mod error;
pub mod guards;
pub mod inputs;
pub mod list_index;
mod lock;
mod op;
pub mod problem;
mod problems;
pub mod protect;
pub mod reads;
mod sample;
mod settings;
mod touched;
mod transact;
mod transfer;
mod undo;
mod vault;
pub mod views;
mod writes;

pub use book::{Book, OpenOptions};
pub use changed::ChangedMeanwhile;
pub use check::BookCheck;
pub use clock::{Clock, FixedClock, Ids, RandomIds, SeededIds, SystemClock, system_zone};
pub use engawa_store::ChainFault;
pub use error::{BookError, NoSuch};
pub use lock::Holder;
pub use op::{NotAnOp, Op};
pub use problems::problem;
pub use touched::{Scope, Touched};
pub use transact::Tx;
pub use transfer::{
    EXPORT_VERSION, ExportFiles, ExportRefused, ExportReport, ImportMode, ImportRefused, ImportReport,
    export_schema, files_beside,
};
pub use undo::Step;
pub use vault::{FileRefused, FileState, Kept, Progress, Vault, VaultReader, Watch, unwatched};

#[cfg(test)]
mod samples_for_tests;
#[cfg(test)]
mod tests;
