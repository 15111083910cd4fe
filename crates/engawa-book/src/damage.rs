//! What can be wrong with a book, what can be done about it, and why something stays as it is.

use std::path::PathBuf;

use engawa_domain::facts::Sha256Hex;
use engawa_store::{Flaw, Ground, Object, ObjectState};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Something that is wrong with a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// Inside the file.
    InFile(Flaw),
    /// A setting cannot be read.
    Setting {
        /// Which.
        name: String,
    },
    /// A file of evidence is not there.
    EvidenceMissing(HarmedFile),
    /// A file of evidence has other bytes than when it was taken in.
    EvidenceAltered(HarmedFile),
    /// A file of evidence is there, and the system does not let it be read: it may be whole all the same.
    EvidenceUnreadable(HarmedFile),
    /// A file in the folder of evidence that no record names.
    EvidenceUnknown {
        /// The file, from the folder of evidence on.
        file: PathBuf,
    },
    /// A copy into the folder of evidence that was never finished.
    HalfCopy {
        /// The file.
        file: PathBuf,
    },
    /// A file that was to become a book or a backup and never did.
    Leftover {
        /// The file.
        file: PathBuf,
    },
}

/// A file of evidence with which something is the matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HarmedFile {
    /// The hash it should have.
    pub sha256: Sha256Hex,
    /// The name it came with.
    pub name: String,
    /// A copy beside a backup that has these very bytes.
    pub copy: Option<PathBuf>,
}

/// The kinds of damage, as scripts and the window name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DamageKind {
    /// Pages of the file do not fit together.
    Page,
    /// An index does not fit its rows.
    Index,
    /// An index, a trigger or a table of the format is missing, or another.
    Schema,
    /// A row refers to one that is not there.
    Dangling,
    /// A row is not what the journal says.
    RowAltered,
    /// A row that the journal leads to is not there.
    RowMissing,
    /// A row that the journal does not know.
    RowUnknown,
    /// A row that was taken out is there again.
    RowReturned,
    /// A value that its column may not hold.
    Value,
    /// An entry of the journal is not what was hashed.
    EntryAltered,
    /// The chain of the journal has a gap.
    ChainBroken,
    /// An entry of the journal cannot be read.
    EntryUnreadable,
    /// The list of which entries are about which contracts is wrong.
    About,
    /// An answer belongs to no entry.
    Action,
    /// An unfinished form cannot be read.
    Form,
    /// A setting cannot be read.
    Setting,
    /// The book does not say under which origin it writes.
    Origin,
    /// A file of evidence is not there.
    EvidenceMissing,
    /// A file of evidence has other bytes.
    EvidenceAltered,
    /// A file of evidence cannot be read.
    EvidenceUnreadable,
    /// A file in the folder of evidence that no record names.
    EvidenceUnknown,
    /// A copy that was never finished.
    HalfCopy,
    /// A book or backup that was never finished.
    Leftover,
}

/// Whether something is lost or in danger by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gravity {
    /// A record, a proof or the working of the book suffers.
    Harms,
    /// It takes room, and that is all.
    Harmless,
}

/// What is done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// It is made of something else, and is made again.
    MadeAgain,
    /// The row becomes again what the journal says; what was found is written into the journal first.
    AsJournalSays,
    /// It is kept, and written into the journal.
    Kept,
    /// The whole file of evidence is taken from a backup.
    FromCopy,
    /// The same; what cannot be read is moved beside it, for it may yet be read.
    FromCopyBeside,
    /// What was never finished is cleared away.
    ClearedAway,
    /// It stays as it is.
    Stays(Reason),
}

/// Why something stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Nothing is written into a file whose pages do not fit: rescue or restore.
    FileBroken,
    /// History is never rewritten: the entry stays, and a backup may have it whole.
    History,
    /// The entry that tells it proves nothing by itself.
    HistoryInDoubt,
    /// Neither the file nor the journal tells what it should be.
    NobodyKnows,
    /// No backup has the file.
    NoCopy,
    /// Nobody knows whether the file is whole until it can be read; whatever took its place could lose it.
    CannotRead,
    /// It does no harm where it is, and may be of use.
    NoHarm,
}

impl Damage {
    /// Its kind.
    pub fn kind(&self) -> DamageKind {
        match self {
            Self::InFile(flaw) => kind_of(flaw),
            Self::Setting { .. } => DamageKind::Setting,
            Self::EvidenceMissing(_) => DamageKind::EvidenceMissing,
            Self::EvidenceAltered(_) => DamageKind::EvidenceAltered,
            Self::EvidenceUnreadable(_) => DamageKind::EvidenceUnreadable,
            Self::EvidenceUnknown { .. } => DamageKind::EvidenceUnknown,
            Self::HalfCopy { .. } => DamageKind::HalfCopy,
            Self::Leftover { .. } => DamageKind::Leftover,
        }
    }

    /// What can be done about it.
    pub fn remedy(&self) -> Remedy {
        match self {
            Self::InFile(flaw) => remedy_of(flaw),
            Self::Setting { .. } => Remedy::MadeAgain,
            Self::EvidenceMissing(HarmedFile { copy, .. })
            | Self::EvidenceAltered(HarmedFile { copy, .. }) => {
                if copy.is_some() {
                    Remedy::FromCopy
                } else {
                    Remedy::Stays(Reason::NoCopy)
                }
            }
            Self::EvidenceUnreadable(HarmedFile { copy, .. }) => {
                if copy.is_some() {
                    Remedy::FromCopyBeside
                } else {
                    Remedy::Stays(Reason::CannotRead)
                }
            }
            Self::EvidenceUnknown { .. } => Remedy::Stays(Reason::NoHarm),
            Self::HalfCopy { .. } | Self::Leftover { .. } => Remedy::ClearedAway,
        }
    }
}

impl DamageKind {
    /// Whether something is lost or in danger by it.
    pub const fn gravity(self) -> Gravity {
        match self {
            Self::EvidenceUnknown | Self::HalfCopy | Self::Leftover => Gravity::Harmless,
            Self::Page
            | Self::Index
            | Self::Schema
            | Self::Dangling
            | Self::RowAltered
            | Self::RowMissing
            | Self::RowUnknown
            | Self::RowReturned
            | Self::Value
            | Self::EntryAltered
            | Self::ChainBroken
            | Self::EntryUnreadable
            | Self::About
            | Self::Action
            | Self::Form
            | Self::Setting
            | Self::Origin
            | Self::EvidenceMissing
            | Self::EvidenceAltered
            | Self::EvidenceUnreadable => Gravity::Harms,
        }
    }
}

fn kind_of(flaw: &Flaw) -> DamageKind {
    match flaw {
        Flaw::Page { .. } => DamageKind::Page,
        Flaw::Index { .. } => DamageKind::Index,
        Flaw::Schema { .. } => DamageKind::Schema,
        Flaw::Dangling { .. } => DamageKind::Dangling,
        Flaw::RowAltered { .. } => DamageKind::RowAltered,
        Flaw::RowMissing { .. } => DamageKind::RowMissing,
        Flaw::RowUnknown { removed: None, .. } => DamageKind::RowUnknown,
        Flaw::RowUnknown { removed: Some(_), .. } => DamageKind::RowReturned,
        Flaw::Value { .. } => DamageKind::Value,
        Flaw::EntryAltered { .. } => DamageKind::EntryAltered,
        Flaw::ChainBroken { .. } => DamageKind::ChainBroken,
        Flaw::EntryUnreadable { .. } => DamageKind::EntryUnreadable,
        Flaw::About { .. } => DamageKind::About,
        Flaw::Action { .. } => DamageKind::Action,
        Flaw::Form { .. } => DamageKind::Form,
        Flaw::Origin => DamageKind::Origin,
    }
}

fn remedy_of(flaw: &Flaw) -> Remedy {
    match flaw {
        Flaw::Page { .. } => Remedy::Stays(Reason::FileBroken),
        Flaw::Schema { object: Object::Table, name, state } => match state {
            // A table of another form holds rows that cannot be moved over without knowing what it is.
            ObjectState::Altered => Remedy::Stays(Reason::FileBroken),
            ObjectState::Missing if name == "journal" => Remedy::Stays(Reason::FileBroken),
            ObjectState::Missing => Remedy::MadeAgain,
        },
        Flaw::Schema { object: Object::Index | Object::Trigger, .. }
        | Flaw::Index { .. }
        | Flaw::About { .. }
        | Flaw::Action { .. }
        | Flaw::Form { .. }
        | Flaw::Origin => Remedy::MadeAgain,
        Flaw::RowAltered { ground, .. }
        | Flaw::RowMissing { ground, .. }
        | Flaw::RowUnknown { removed: Some(ground), .. }
        | Flaw::Value { ground: Some(ground), .. } => match ground {
            Ground::Firm { .. } => Remedy::AsJournalSays,
            Ground::Doubtful => Remedy::Stays(Reason::HistoryInDoubt),
        },
        Flaw::RowUnknown { removed: None, .. } => Remedy::Kept,
        Flaw::Value { ground: None, .. } | Flaw::Dangling { .. } => Remedy::Stays(Reason::NobodyKnows),
        Flaw::EntryAltered { .. } | Flaw::ChainBroken { .. } | Flaw::EntryUnreadable { .. } => {
            Remedy::Stays(Reason::History)
        }
    }
}
