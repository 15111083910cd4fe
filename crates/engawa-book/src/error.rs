//! What can go wrong in a book. [`problem`](crate::problem) turns it into words.

use std::path::PathBuf;

use engawa_domain::message::MessageRefused;
use engawa_store::{StoreError, Table};
use thiserror::Error;

use crate::backup::BackupRefused;
use crate::changed::ChangedMeanwhile;
use crate::documents::LogRefused;
use crate::guards::NotAllowed;
use crate::history::RestoreRefused;
use crate::inputs::FieldFault;
use crate::lock::Holder;
use crate::packet::PacketRefused;
use crate::protect::ProtectionRefused;
use crate::transfer::{ExportRefused, ImportRefused};
use crate::vault::FileRefused;
use crate::views::Why;

/// Why the book could not do what it was asked. Whatever it says, nothing that was acknowledged is lost.
#[derive(Debug, Error)]
pub enum BookError {
    /// The file said no: damaged, newer, read-only, full …
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Another program has the book open.
    #[error("another program has the book open: {holder:?}")]
    Held {
        /// Who, if it said so.
        holder: Option<Holder>,
    },
    /// The book is only looked at.
    #[error("the book is only looked at: {0:?}")]
    ReadOnlyView(Why),
    /// What was pasted is no message that can be looked through.
    #[error(transparent)]
    Message(#[from] MessageRefused),
    /// What was typed needs repairs.
    #[error("{} fields need a repair", .0.len())]
    Fields(Vec<FieldFault>),
    /// The rules do not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// What is corrected became another since the correction was begun.
    #[error(transparent)]
    Changed(#[from] ChangedMeanwhile),
    /// Others still refer to the row that should go.
    #[error("{count} rows of {by} still refer to it")]
    InUse {
        /// The table of those that refer.
        by: Table,
        /// How many do.
        count: u32,
    },
    /// The thing asked for does not exist (any more).
    #[error("there is no such {0}")]
    NoSuch(#[from] NoSuch),
    /// A file could not be taken in.
    #[error(transparent)]
    File(#[from] FileRefused),
    /// A record could not be brought back; nothing was changed.
    #[error(transparent)]
    Restore(#[from] RestoreRefused),
    /// Nothing that could be read of the file is of a book.
    #[error("nothing of a book was found")]
    NothingToRescue,
    /// The folder for a new book holds something already.
    #[error("{} is not empty", .0.display())]
    NotEmpty(PathBuf),
    /// A protected book stays shut, or a book cannot be protected.
    #[error(transparent)]
    Protection(#[from] ProtectionRefused),
    /// There is nothing to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// There is nothing to do again.
    #[error("nothing to redo")]
    NothingToRedo,
    /// Taking back (or doing again) would lose what was recorded since.
    #[error("cannot be taken back or done again: {0}")]
    Overtaken(#[source] StoreError),
    /// An import was refused; nothing was changed.
    #[error(transparent)]
    Import(#[from] ImportRefused),
    /// An export could not be written.
    #[error(transparent)]
    Export(#[from] ExportRefused),
    /// A packet could not be written, or what was given is not read as one.
    #[error(transparent)]
    Packet(#[from] PacketRefused),
    /// The log of documents could not be written to a file.
    #[error(transparent)]
    Log(#[from] LogRefused),
    /// A backup could not be made, proven or put in the place of the book.
    #[error(transparent)]
    Backup(#[from] BackupRefused),
    /// The answer of an action, as stored, is not of this kind: an action's identifier was used twice.
    #[error("the action was answered otherwise: {0}")]
    Answer(serde_json::Error),
    /// The journal holds an operation that this version does not know.
    #[error("unknown operation {0:?}")]
    UnknownOp(String),
    /// The packs of the program cannot be read: a mistake in the program, which its tests look for.
    #[error("the packs of the program: {0}")]
    Packs(#[from] engawa_packs::PackErrors),
    /// The finished support report held something of the user: a mistake in the program, and it is not shown.
    #[error("the report holds a text of the book")]
    ReportHolds,
    /// The folder of the book said no.
    #[error("{path}: {source}")]
    Folder {
        /// The file or folder.
        path: PathBuf,
        /// As the system says it.
        source: std::io::Error,
    },
}

/// What does not exist (any more), where it is no row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoSuch {
    /// A service without a pack.
    #[error("service: {0}")]
    Platform(String),
    /// A guide.
    #[error("guide: {0}")]
    Guide(String),
    /// A draft.
    #[error("draft: {0}")]
    Draft(String),
    /// A kind of record.
    #[error("kind of record: {0}")]
    Record(String),
    /// A question or an option of a guide.
    #[error("question: {0}")]
    Question(String),
}

impl BookError {
    /// Whether the work was stopped by whoever asked for it. That is no problem: nothing of it is left.
    pub const fn is_stopped(&self) -> bool {
        matches!(self, Self::File(FileRefused::Cancelled) | Self::Backup(BackupRefused::Stopped))
    }

    /// The file system's answer about a file of the book, told apart by what the user can do about it.
    pub(crate) fn of_file(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        match StoreError::of_file(path, source) {
            StoreError::File { path, source } => Self::Folder { path, source },
            other => Self::Store(other),
        }
    }
}
