//! From an error to words: what happened, that nothing was lost, what to do. One exhaustive match, so that no error is without.

mod allowed;

use engawa_domain::message::MessageRefused;
use engawa_domain::say::{Lang, Say, SayValue};
use engawa_store::{StoreError, Table};
use engawa_words::Words;

use crate::backup::BackupRefused;
use crate::documents::LogRefused;
use crate::error::BookError;
use crate::history::RestoreRefused;
use crate::inputs::FieldFault;
use crate::packet::PacketRefused;
use crate::problem::{FieldProblem, Offer, Problem, ProblemCode};
use crate::protect::{Cost, ProtectionRefused};
use crate::vault::FileRefused;
use crate::views::Why;

/// What can be decided by, and the sentences.
struct Told {
    code: ProblemCode,
    message: Say,
    remedy: Say,
    guide_entry: Option<&'static str>,
}

impl Told {
    fn new(code: ProblemCode, message: &str, remedy: &str) -> Self {
        Self { code, message: Say::new(message), remedy: Say::new(remedy), guide_entry: None }
    }

    fn about(mut self, name: &str, value: impl Into<engawa_domain::say::SayValue>) -> Self {
        self.message = self.message.with(name, value);
        self
    }
}

/// The error in the user's words. `lang` decides the language when the words are of another.
pub fn problem(error: &BookError, words: &Words, lang: Lang) -> Problem {
    let words = if words.lang() == lang { *words } else { Words::new(lang) };
    let fields = match error {
        BookError::Fields(faults) => faults.iter().map(|fault| in_words(fault, words)).collect(),
        _ => Vec::new(),
    };
    Problem { fields, ..put(&told(error), error, words) }
}

/// Why a packet was not read, in the same form.
pub fn packet_problem(refused: &PacketRefused, words: &Words) -> Problem {
    put(&of_packet(refused), refused, *words)
}

fn put(told: &Told, error: &dyn std::error::Error, words: Words) -> Problem {
    Problem {
        code: told.code,
        message: words.say(&told.message),
        remedy: words.say(&told.remedy),
        guide_entry: told.guide_entry.map(str::to_owned),
        detail: Some(error.to_string()),
        fields: Vec::new(),
    }
}

/// A field's fault in words.
pub(crate) fn in_words(fault: &FieldFault, words: Words) -> FieldProblem {
    let offers =
        fault.offers.iter().map(|offer| Offer { label: words.say(&offer.label), value: offer.value.clone() });
    FieldProblem { field: fault.field.clone(), message: words.say(&fault.say), offers: offers.collect() }
}

fn told(error: &BookError) -> Told {
    match error {
        BookError::Store(error) => of_store(error),
        BookError::Held { .. } => {
            Told::new(ProblemCode::BookHeld, "problem-held-message", "problem-held-remedy")
        }
        BookError::ReadOnlyView(Why::Past(_)) => {
            Told::new(ProblemCode::ReadOnlyView, "problem-past-message", "problem-past-remedy")
        }
        BookError::ReadOnlyView(Why::Rescue) => {
            Told::new(ProblemCode::ReadOnlyView, "problem-looking-message", "problem-looking-remedy")
        }
        BookError::Fields(faults) => {
            let count = u32::try_from(faults.len()).unwrap_or(u32::MAX);
            Told::new(ProblemCode::Field, "problem-fields-message", "problem-fields-remedy")
                .about("count", count)
        }
        BookError::NotAllowed(refused) => allowed::not_allowed(refused),
        BookError::Log(refused) => of_log(refused),
        BookError::Changed(changed) => {
            Told::new(ProblemCode::Changed, "problem-changed-message", "problem-changed-remedy")
                .about("now", changed.now.clone())
                .about("yours", changed.yours.clone())
        }
        BookError::InUse { by: Table::Accounts, count } => Told::new(
            ProblemCode::InUse,
            "problem-in-use-by-accounts-message",
            "problem-in-use-by-accounts-remedy",
        )
        .about("count", *count),
        BookError::InUse { count, .. } => {
            Told::new(ProblemCode::InUse, "problem-in-use-message", "problem-in-use-remedy")
                .about("count", *count)
        }
        BookError::Message(MessageRefused::NotText { at }) => {
            Told::new(ProblemCode::Field, "message-not-text", "message-not-text-remedy")
                .about("at", u32::try_from(*at).unwrap_or(u32::MAX))
        }
        BookError::Message(MessageRefused::TooLong { limit }) => {
            let megabytes = u32::try_from(limit / (1024 * 1024)).unwrap_or(u32::MAX);
            Told::new(ProblemCode::Field, "message-too-long", "message-too-long-remedy")
                .about("limit", megabytes)
        }
        BookError::NoSuch(_) => not_found(),
        BookError::File(refused) => of_file(refused),
        BookError::Restore(refused) => of_restore(refused),
        BookError::NothingToRescue => {
            Told::new(ProblemCode::BookDamaged, "rescue-nothing-message", "rescue-nothing-remedy")
        }
        BookError::NotEmpty(path) => {
            Told::new(ProblemCode::File, "rescue-not-empty-message", "rescue-not-empty-remedy")
                .about("path", path.display().to_string().as_str())
        }
        BookError::Protection(refused) => of_protection(refused),
        BookError::NothingToUndo => Told::new(
            ProblemCode::NothingToUndo,
            "problem-nothing-to-undo-message",
            "problem-nothing-to-undo-remedy",
        ),
        BookError::NothingToRedo => Told::new(
            ProblemCode::NothingToUndo,
            "problem-nothing-to-redo-message",
            "problem-nothing-to-redo-remedy",
        ),
        BookError::Overtaken(_) => {
            Told::new(ProblemCode::NotAllowed, "problem-overtaken-message", "problem-overtaken-remedy")
        }
        BookError::Import(_) => {
            Told::new(ProblemCode::ImportRefused, "problem-import-message", "problem-import-remedy")
        }
        BookError::Export(_) => {
            Told::new(ProblemCode::File, "problem-export-message", "problem-export-remedy")
        }
        BookError::Packet(refused) => of_packet(refused),
        BookError::Backup(refused) => of_backup(refused),
        BookError::Packs(_) | BookError::Answer(_) => internal(),
        BookError::ReportHolds => {
            Told::new(ProblemCode::Internal, "support-refused-message", "support-refused-remedy")
        }
        BookError::UnknownOp(_) => {
            Told::new(ProblemCode::BookNewer, "problem-newer-history-message", "problem-newer-remedy")
        }
        BookError::Folder { path, .. } => {
            Told::new(ProblemCode::BookReadOnly, "problem-folder-message", "problem-folder-remedy")
                .about("path", path.display().to_string().as_str())
        }
    }
}

fn of_store(error: &StoreError) -> Told {
    match error {
        StoreError::NotABook { path, .. } => {
            Told::new(ProblemCode::BookDamaged, "problem-not-a-book-message", "problem-not-a-book-remedy")
                .about("path", path.display().to_string().as_str())
        }
        StoreError::Newer { found, known } => {
            Told::new(ProblemCode::BookNewer, "problem-newer-message", "problem-newer-remedy")
                .about("found", *found)
                .about("known", *known)
        }
        StoreError::Damaged { .. }
        | StoreError::BadCell { .. }
        | StoreError::BadRow { .. }
        | StoreError::BadEntry { .. } => {
            Told::new(ProblemCode::BookDamaged, "problem-damaged-message", "problem-damaged-remedy")
        }
        StoreError::Plain => {
            Told::new(ProblemCode::BookDamaged, "problem-plain-book-message", "problem-plain-book-remedy")
        }
        StoreError::ReadOnly { .. } => {
            Told::new(ProblemCode::BookReadOnly, "problem-read-only-message", "problem-read-only-remedy")
        }
        StoreError::DiskFull => {
            Told::new(ProblemCode::DiskFull, "problem-disk-full-message", "problem-disk-full-remedy")
        }
        StoreError::Busy => Told::new(ProblemCode::BookHeld, "problem-busy-message", "problem-busy-remedy"),
        StoreError::NoSuchRow { .. } => not_found(),
        StoreError::References { table, .. } => match table {
            Table::Services | Table::Accounts | Table::Clients | Table::Contracts | Table::Evidence => {
                Told::new(ProblemCode::InUse, "problem-referred-message", "problem-referred-remedy")
            }
            Table::Stages
            | Table::Sightings
            | Table::Requests
            | Table::Statuses
            | Table::Inquiries
            | Table::Wishes
            | Table::OutsideContacts
            | Table::Restrictions
            | Table::EvidenceLinks
            | Table::Runs
            | Table::Payments
            | Table::Copies
            | Table::Corrections
            | Table::Documents
            | Table::DocumentCorrections => not_found(),
        },
        StoreError::ChangedSince { .. } => {
            Told::new(ProblemCode::NotAllowed, "problem-overtaken-message", "problem-overtaken-remedy")
        }
        StoreError::File { path, .. } => {
            Told::new(ProblemCode::BookReadOnly, "problem-folder-message", "problem-folder-remedy")
                .about("path", path.display().to_string().as_str())
        }
        StoreError::Duplicate { .. } | StoreError::Sqlite(_) => internal(),
    }
}

fn of_restore(refused: &RestoreRefused) -> Told {
    let of = |table: Table| SayValue::Name(crate::history::kind(table).to_owned());
    match refused {
        RestoreRefused::Newer { fields } => {
            Told::new(ProblemCode::Changed, "problem-restore-newer-message", "problem-restore-newer-remedy")
                .about("fields", SayValue::List(fields.iter().cloned().map(SayValue::from).collect()))
        }
        RestoreRefused::Refers { table, .. } => Told::new(
            ProblemCode::NotAllowed,
            "problem-restore-refers-message",
            "problem-restore-refers-remedy",
        )
        .about("what", of(*table)),
        RestoreRefused::Gone { table, .. } => {
            Told::new(ProblemCode::NotAllowed, "problem-restore-gone-message", "problem-restore-gone-remedy")
                .about("what", of(*table))
        }
        RestoreRefused::Nothing => Told::new(
            ProblemCode::NotFound,
            "problem-restore-nothing-message",
            "problem-restore-nothing-remedy",
        ),
    }
}

fn of_protection(refused: &ProtectionRefused) -> Told {
    match refused {
        ProtectionRefused::Locked => {
            Told::new(ProblemCode::BookLocked, "problem-locked-message", "problem-locked-remedy")
        }
        ProtectionRefused::WrongPassphrase => Told::new(
            ProblemCode::Passphrase,
            "problem-wrong-passphrase-message",
            "problem-wrong-passphrase-remedy",
        ),
        ProtectionRefused::WrongCode => {
            Told::new(ProblemCode::Passphrase, "problem-wrong-code-message", "problem-wrong-code-remedy")
        }
        ProtectionRefused::Code(_) => Told::new(
            ProblemCode::Passphrase,
            "problem-mistyped-code-message",
            "problem-mistyped-code-remedy",
        ),
        ProtectionRefused::TooSoon { seconds } => {
            Told::new(ProblemCode::Passphrase, "problem-too-soon-message", "problem-too-soon-remedy")
                .about("seconds", *seconds)
        }
        ProtectionRefused::TooShort { least } => Told::new(
            ProblemCode::Field,
            "problem-short-passphrase-message",
            "problem-short-passphrase-remedy",
        )
        .about("least", u32::try_from(*least).unwrap_or(u32::MAX)),
        ProtectionRefused::NotConfirmed => Told::new(
            ProblemCode::Field,
            "problem-code-not-confirmed-message",
            "problem-code-not-confirmed-remedy",
        ),
        ProtectionRefused::NoCodeShown => Told::new(
            ProblemCode::NotAllowed,
            "problem-no-code-shown-message",
            "problem-no-code-shown-remedy",
        ),
        ProtectionRefused::AlreadyProtected => Told::new(
            ProblemCode::NotAllowed,
            "problem-already-protected-message",
            "problem-already-protected-remedy",
        ),
        ProtectionRefused::NotProtected => Told::new(
            ProblemCode::NotAllowed,
            "problem-not-protected-message",
            "problem-not-protected-remedy",
        ),
        ProtectionRefused::Sample => Told::new(
            ProblemCode::NotAllowed,
            "problem-sample-not-protected-message",
            "problem-sample-not-protected-remedy",
        ),
        ProtectionRefused::KeyFile { path, .. } => {
            Told::new(ProblemCode::BookDamaged, "problem-key-file-message", "problem-key-file-remedy")
                .about("path", path.display().to_string().as_str())
        }
        ProtectionRefused::Costly { path, cost } => {
            Told::new(ProblemCode::BookDamaged, "problem-costly-key-message", "problem-costly-key-remedy")
                .about("path", path.display().to_string().as_str())
                .about("mib", cost.memory_kib / 1024)
                .about("passes", cost.passes)
                .about("most", Cost::MOST_READ.memory_kib / 1024)
        }
        ProtectionRefused::Newer { found, known } => {
            Told::new(ProblemCode::BookNewer, "problem-newer-message", "problem-newer-remedy")
                .about("found", *found)
                .about("known", *known)
        }
        ProtectionRefused::NotTheSame(path) => {
            Told::new(ProblemCode::File, "problem-not-the-same-message", "problem-not-the-same-remedy")
                .about("path", path.display().to_string().as_str())
        }
        ProtectionRefused::Stopped => Told::new(
            ProblemCode::NotAllowed,
            "problem-protection-stopped-message",
            "problem-protection-stopped-remedy",
        ),
        #[cfg(test)]
        ProtectionRefused::Died => internal(),
        ProtectionRefused::NoRandomness | ProtectionRefused::Cipher => internal(),
    }
}

fn of_file(refused: &FileRefused) -> Told {
    let name = |path: &std::path::Path| {
        path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    };
    let file = |path: &std::path::Path, message: &str, remedy: &str| {
        Told::new(ProblemCode::File, message, remedy).about("name", name(path).as_str())
    };
    match refused {
        FileRefused::Folder(path) => file(path, "problem-file-folder-message", "problem-file-folder-remedy"),
        FileRefused::NotAFile(path) => file(path, "problem-file-none-message", "problem-file-choose-remedy"),
        FileRefused::Empty(path) => file(path, "problem-file-empty-message", "problem-file-choose-remedy"),
        FileRefused::Vanished(path) => {
            file(path, "problem-file-vanished-message", "problem-file-choose-remedy")
        }
        FileRefused::Changed(path) => {
            file(path, "problem-file-changed-message", "problem-file-changed-remedy")
        }
        FileRefused::Cancelled => {
            Told::new(ProblemCode::File, "vault-cancelled-message", "vault-cancelled-remedy")
        }
        FileRefused::Altered(path) => file(path, "vault-altered-message", "vault-altered-remedy"),
        FileRefused::CopyRefused(path, _) => {
            file(path, "vault-copy-refused-message", "vault-copy-refused-remedy")
        }
        FileRefused::Unreadable(path) | FileRefused::System { path, .. } => {
            file(path, "problem-file-unreadable-message", "problem-file-unreadable-remedy")
        }
        FileRefused::NoRoom { .. } => {
            Told::new(ProblemCode::DiskFull, "problem-disk-full-message", "problem-disk-full-remedy")
        }
        FileRefused::VaultReadOnly(_) => {
            Told::new(ProblemCode::BookReadOnly, "problem-read-only-message", "problem-read-only-remedy")
        }
    }
}

fn of_packet(refused: &PacketRefused) -> Told {
    let hostile = |message: &str, name: &str| {
        Told::new(ProblemCode::File, message, "problem-packet-remedy").about("name", name)
    };
    match refused {
        PacketRefused::DiskFull => {
            Told::new(ProblemCode::DiskFull, "problem-disk-full-message", "problem-disk-full-remedy")
        }
        PacketRefused::File { path, .. } => {
            Told::new(ProblemCode::File, "problem-packet-file-message", "problem-packet-file-remedy")
                .about("path", path.display().to_string().as_str())
        }
        PacketRefused::Evidence { name, .. } => {
            Told::new(ProblemCode::File, "problem-packet-evidence-message", "problem-packet-evidence-remedy")
                .about("name", name.as_str())
        }
        PacketRefused::NotWhole(_) => internal(),
        PacketRefused::NotAPacket { .. } => {
            Told::new(ProblemCode::File, "problem-packet-none-message", "problem-packet-remedy")
        }
        PacketRefused::Newer { found, known } => {
            let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
            Told::new(ProblemCode::File, "problem-packet-newer-message", "problem-newer-remedy")
                .about("found", number(*found))
                .about("known", number(*known))
        }
        PacketRefused::Manifest { .. } => {
            Told::new(ProblemCode::File, "problem-packet-manifest-message", "problem-packet-remedy")
        }
        PacketRefused::TooMany { .. } => {
            Told::new(ProblemCode::File, "problem-packet-many-message", "problem-packet-remedy")
        }
        PacketRefused::TooLarge { name, .. } => hostile("problem-packet-large-message", name),
        PacketRefused::Name { name } => hostile("problem-packet-name-message", name),
        PacketRefused::Twice { name } => hostile("problem-packet-twice-message", name),
        PacketRefused::NotAFile { name } => hostile("problem-packet-kind-message", name),
        PacketRefused::Packed { name } => hostile("problem-packet-packed-message", name),
        PacketRefused::Overlap => {
            Told::new(ProblemCode::File, "problem-packet-overlap-message", "problem-packet-remedy")
        }
    }
}

fn of_backup(refused: &BackupRefused) -> Told {
    use ProblemCode as Code;
    let told = |message: &str, remedy: &str| Told::new(Code::File, message, remedy);
    let about = |path: &std::path::Path| path.display().to_string();
    match refused {
        BackupRefused::NoSuch(_) => {
            Told::new(Code::NotFound, "backup-problem-none", "backup-problem-none-remedy")
        }
        BackupRefused::Away(path) => {
            told("backup-problem-away", "backup-problem-away-remedy").about("path", about(path).as_str())
        }
        BackupRefused::InTheBook(_) => told("backup-problem-in-book", "backup-problem-in-book-remedy"),
        BackupRefused::Twice(_) => told("backup-problem-twice", "backup-problem-twice-remedy"),
        BackupRefused::NoRoom { .. } => {
            Told::new(Code::DiskFull, "backup-problem-room", "backup-problem-room-remedy")
        }
        BackupRefused::NotWhole { .. } => told("backup-problem-not-whole", "backup-problem-not-whole-remedy"),
        BackupRefused::Newer { found, known } => {
            Told::new(Code::BookNewer, "backup-problem-newer", "backup-problem-newer-remedy")
                .about("found", *found)
                .about("known", *known)
        }
        BackupRefused::NotSealed(_) => told("backup-problem-not-sealed", "backup-problem-not-sealed-remedy"),
        BackupRefused::TooCostly(_) => told("backup-problem-costly", "backup-problem-costly-remedy"),
        BackupRefused::WrongPassphrase => {
            Told::new(Code::NotAllowed, "backup-problem-passphrase", "backup-problem-passphrase-remedy")
        }
        BackupRefused::Altered(_) => told("backup-problem-altered", "backup-problem-altered-remedy"),
        BackupRefused::NoPassphrase => {
            Told::new(Code::NotAllowed, "backup-problem-no-passphrase", "backup-problem-no-passphrase-remedy")
        }
        BackupRefused::Protected => told("backup-problem-protected", "backup-problem-protected-remedy"),
        BackupRefused::OtherKey(path) => told("backup-problem-other-key", "backup-problem-other-key-remedy")
            .about("path", about(path).as_str()),
        BackupRefused::Stopped => {
            Told::new(ProblemCode::File, "vault-cancelled-message", "vault-cancelled-remedy")
        }
        BackupRefused::Busy => told("backup-problem-busy", "backup-problem-busy-remedy"),
        BackupRefused::System { path, .. } => {
            told("backup-problem-system", "backup-problem-system-remedy").about("path", about(path).as_str())
        }
    }
}

fn of_log(refused: &LogRefused) -> Told {
    match refused {
        LogRefused::Letters(letters) => {
            let letters: Vec<SayValue> =
                letters.iter().map(|letter| SayValue::Words(letter.to_string())).collect();
            Told::new(ProblemCode::File, "document-log-letters", "document-log-letters-remedy")
                .about("letters", SayValue::List(letters))
        }
        LogRefused::DiskFull => {
            Told::new(ProblemCode::DiskFull, "problem-disk-full-message", "problem-disk-full-remedy")
        }
        LogRefused::File { path, .. } => {
            Told::new(ProblemCode::File, "document-log-file", "document-log-file-remedy")
                .about("path", path.display().to_string().as_str())
        }
    }
}

fn not_found() -> Told {
    Told::new(ProblemCode::NotFound, "problem-not-found-message", "problem-not-found-remedy")
}

fn internal() -> Told {
    Told::new(ProblemCode::Internal, "problem-internal-message", "problem-internal-remedy")
}
