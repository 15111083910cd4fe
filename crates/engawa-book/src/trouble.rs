//! A book that does not open: what is the matter, and what can be done about it. One exhaustive match, so that no error is
//! without a way out.

use std::io::ErrorKind;

use engawa_domain::say::Say;
use engawa_store::{StoreError, is_full};

use crate::error::BookError;
use crate::protect::ProtectionRefused;
use crate::rescue::Rescue;
use crate::vault::FileRefused;
use crate::views::{HolderView, Language, TroubleKind, TroubleView, WayOut};

/// Whether the book itself is open, and only cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// It is open: something in it cannot be read.
    Yes,
    /// It is not.
    No,
}

/// What is the matter, as the window shows it.
pub fn trouble(error: &BookError, rescue: &Rescue, opened: Opened) -> TroubleView {
    let kind = kind_of(error);
    let (folder, backups) = (rescue.folder(), rescue.backups());
    let restorable = backups.iter().any(|backup| backup.contracts.is_some());
    let holder = match error {
        BookError::Held { holder: Some(holder) } => {
            Some(HolderView { program: holder.program.clone(), process: holder.process, since: holder.since })
        }
        _ => None,
    };
    let name = key_of(kind);
    let mut text = Say::new(&format!("rescue-text-{name}"));
    if let BookError::Store(StoreError::Newer { found, known }) = error {
        text = text.with("found", *found).with("known", *known);
    }
    TroubleView {
        kind,
        title: Say::new(&format!("rescue-title-{name}")),
        text,
        folder: folder.display().to_string(),
        detail: error.to_string(),
        ways: ways_out(kind, opened, restorable),
        holder,
        backups,
        language: Language::System,
    }
}

const fn key_of(kind: TroubleKind) -> &'static str {
    match kind {
        TroubleKind::Damaged => "damaged",
        TroubleKind::NotABook => "not-a-book",
        TroubleKind::Held => "held",
        TroubleKind::Newer => "newer",
        TroubleKind::ReadOnly => "read-only",
        TroubleKind::Full => "full",
        TroubleKind::Vanished => "vanished",
        TroubleKind::Other => "other",
    }
}

/// What is the matter.
pub fn kind_of(error: &BookError) -> TroubleKind {
    match error {
        BookError::Store(error) => of_store(error),
        BookError::Held { .. } => TroubleKind::Held,
        BookError::UnknownOp(_) | BookError::Protection(ProtectionRefused::Newer { .. }) => TroubleKind::Newer,
        BookError::Folder { source, .. } => of_file_system(engawa_store::kind_of(source)),
        BookError::File(FileRefused::VaultReadOnly(_)) | BookError::ReadOnlyView(_) => TroubleKind::ReadOnly,
        BookError::File(FileRefused::NoRoom { .. }) => TroubleKind::Full,
        BookError::NothingToRescue => TroubleKind::NotABook,
        BookError::File(_)
        | BookError::Message(_)
        | BookError::Fields(_)
        | BookError::NotAllowed(_)
        | BookError::Changed(_)
        | BookError::InUse { .. }
        | BookError::NoSuch(_)
        | BookError::NotEmpty(_)
        | BookError::Restore(_)
        | BookError::Packet(_)
        | BookError::Log(_)
        | BookError::ReportHolds
        | BookError::NothingToUndo
        | BookError::NothingToRedo
        | BookError::Overtaken(_)
        | BookError::Import(_)
        | BookError::Export(_)
        | BookError::Backup(_)
        | BookError::Answer(_)
        // A locked one is asked for its passphrase, on a page of its own.
        | BookError::Protection(_)
        | BookError::Packs(_) => TroubleKind::Other,
    }
}

fn of_store(error: &StoreError) -> TroubleKind {
    match error {
        StoreError::NotABook { .. } => TroubleKind::NotABook,
        StoreError::Newer { .. } => TroubleKind::Newer,
        // Somebody put another file in the place of the protected one.
        StoreError::Plain => TroubleKind::Other,
        StoreError::ReadOnly { .. } => TroubleKind::ReadOnly,
        StoreError::DiskFull => TroubleKind::Full,
        StoreError::Busy => TroubleKind::Held,
        StoreError::File { source, .. } => of_file_system(engawa_store::kind_of(source)),
        StoreError::Damaged { .. }
        | StoreError::BadCell { .. }
        | StoreError::BadRow { .. }
        | StoreError::BadEntry { .. }
        | StoreError::NoSuchRow { .. }
        | StoreError::Duplicate { .. }
        | StoreError::References { .. }
        | StoreError::ChangedSince { .. }
        // A table that is not there, for example.
        | StoreError::Sqlite(_) => TroubleKind::Damaged,
    }
}

fn of_file_system(kind: ErrorKind) -> TroubleKind {
    match kind {
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::StaleNetworkFileHandle => {
            TroubleKind::Vanished
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => TroubleKind::ReadOnly,
        kind if is_full(kind) => TroubleKind::Full,
        ErrorKind::ResourceBusy => TroubleKind::Held,
        // What else a disk says, it says when it fails.
        _ => TroubleKind::Damaged,
    }
}

/// What can be done, the best first.
pub fn ways_out(kind: TroubleKind, opened: Opened, restorable: bool) -> Vec<WayOut> {
    use WayOut::{Look, OtherFolder, Repair, Rescue, Restore, Sample, ShowFolder, TryAgain};
    let mut ways = match (kind, opened) {
        (TroubleKind::Damaged, Opened::Yes) => vec![Repair, Rescue, Restore, Look, TryAgain],
        (TroubleKind::Damaged, Opened::No) => vec![Rescue, Restore, Look, TryAgain],
        (TroubleKind::NotABook, _) => vec![Restore, Rescue, OtherFolder, TryAgain],
        (TroubleKind::Held | TroubleKind::Full | TroubleKind::ReadOnly, _) => {
            vec![TryAgain, Look, OtherFolder]
        }
        // Looking needs an understanding of it too.
        (TroubleKind::Newer, _) => vec![TryAgain, OtherFolder],
        (TroubleKind::Vanished, _) => return vec![TryAgain, OtherFolder, Sample],
        (TroubleKind::Other, _) => vec![TryAgain],
    };
    if !restorable {
        ways.retain(|way| *way != Restore);
    }
    ways.extend([ShowFolder, Sample]);
    ways
}
