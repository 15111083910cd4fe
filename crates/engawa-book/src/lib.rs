//! The open book: one door for changes, undo, evidence, views.

mod backup;
mod book;
mod changed;
mod check;
mod clock;
mod damage;
pub mod done;
mod error;
pub mod guards;
pub mod inputs;
pub mod list_index;
mod lock;
mod looking;
mod names;
mod op;
pub mod problem;
mod problems;
pub mod reads;
mod repair;
mod rescue;
mod sample;
mod settings;
mod site;
mod touched;
mod transact;
mod transfer;
mod trouble;
mod undo;
mod vault;
pub mod views;
mod writes;

pub use book::{Book, OpenOptions};
pub use changed::ChangedMeanwhile;
pub use check::{BookCheck, Examiner};
pub use clock::{Clock, FixedClock, Ids, RandomIds, SeededIds, SystemClock, system_zone};
pub use damage::{Damage, DamageKind, Gravity, KeptFile, Reason, Remedy};
pub use engawa_store::{ChainFault, StoreError};
pub use error::{BookError, NoSuch};
pub use lock::Holder;
pub use op::{NotAnOp, Op};
pub use problems::problem;
pub use repair::RepairReport;
pub use rescue::{Rescue, Stage as RescueStage};
pub use site::{DropboxMark, Site, Surroundings, mounted_as, site_of};
pub use touched::{Scope, Touched};
pub use transact::Tx;
pub use transfer::{
    EXPORT_VERSION, ExportFiles, ExportRefused, ExportReport, ImportMode, ImportRefused, ImportReport,
    export_schema, files_beside,
};
pub use trouble::{Opened, kind_of as trouble_kind, trouble, ways_out};
pub use undo::Step;
pub use vault::{FileRefused, FileState, Kept, Vault};

#[cfg(test)]
mod samples_for_tests;
#[cfg(test)]
mod tests;
