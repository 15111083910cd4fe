//! The open book: one door for changes, undo, evidence, views.

mod backup;
mod below;
mod book;
mod changed;
mod check;
mod clock;
mod damage;
mod documents;
pub mod done;
mod error;
pub mod guards;
mod history;
pub mod inputs;
mod inside;
pub mod list_index;
mod lock;
mod looking;
mod names;
mod op;
mod packet;
mod patience;
pub mod problem;
mod problems;
pub mod protect;
pub mod reads;
mod repair;
mod rescue;
mod sample;
mod settings;
mod site;
pub mod support;
mod touched;
mod transact;
mod transfer;
mod trouble;
mod undo;
mod unfinished;
mod vault;
mod verify;
pub mod views;
mod writes;

pub use backup::{
    AfterRestore, BackupRefused, BackupWhy, Backups, Due, Kept as BackupKept, Passphrase, Patience,
    PlaceState, PlaceTrouble, Restoring, Step as RestoreStep, strength,
};
pub use book::{Book, OpenOptions};
pub use changed::ChangedMeanwhile;
pub use check::{BookCheck, Examiner};
pub use clock::{Clock, FixedClock, Ids, RandomIds, SeededIds, SystemClock, system_zone};
pub use damage::{Damage, DamageKind, Gravity, HarmedFile, Reason, Remedy};
pub use documents::{AmountWanted, DocumentsWanted, LogRefused, document_kind};
pub use engawa_store::{BookFault, ChainFault, ChainHead, FileSaid, Hash, NotAHash, StoreError, Verified};
pub use error::{BookError, NoSuch};
pub use history::{RestoreFrom, RestoreInput, RestoreRefused};
pub use inside::{KeptFile, NotAPicture, as_png};
pub use lock::Holder;
pub use op::{NotAnOp, Op};
pub use packet::{
    ContactData, PacketFault, PacketMade, PacketOptions, PacketRefused, PacketVerified, verify_packet,
};
pub use problems::{packet_problem, problem};
pub use reads::EvidenceCheck;
pub use repair::RepairReport;
pub use rescue::{Rescue, RestoredElsewhere};
pub use site::{DropboxMark, Site, Surroundings, mounted_as, site_of};
pub use touched::{Scope, Touched};
pub use transact::Tx;
pub use transfer::{
    EXPORT_VERSION, ExportFiles, ExportRefused, ExportReport, ImportMode, ImportRefused, ImportReport,
    Importing, export_schema, files_beside,
};
pub use trouble::{Opened, kind_of as trouble_kind, trouble, ways_out};
pub use undo::Step;
pub use vault::{
    FileRefused, FileState, Kept, Progress, Stray, TextEncoding, UnknownFile, Vault, VaultFound, VaultReader,
    Watch, unwatched,
};
pub use verify::{BookVerified, FileFault, FilesVerified, Told, verify_book};
pub use writes::evidence::EvidenceKept;

#[cfg(test)]
mod samples_for_tests;
#[cfg(test)]
mod tests;
