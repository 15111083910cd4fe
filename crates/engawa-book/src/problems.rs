//! From an error to words: what happened, that nothing was lost, what to do. One exhaustive match, so that no error is without.

use engawa_domain::message::MessageRefused;
use engawa_domain::say::{Lang, Say};
use engawa_store::{StoreError, Table};
use engawa_words::Words;

use crate::error::BookError;
use crate::guards::NotAllowed;
use crate::inputs::FieldFault;
use crate::problem::{FieldProblem, Offer, Problem, ProblemCode};
use crate::protect::ProtectionRefused;
use crate::vault::FileRefused;

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
    let told = told(error);
    Problem {
        code: told.code,
        message: words.say(&told.message),
        remedy: words.say(&told.remedy),
        guide_entry: told.guide_entry.map(str::to_owned),
        detail: Some(error.to_string()),
        fields,
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
        BookError::Fields(faults) => {
            let count = u32::try_from(faults.len()).unwrap_or(u32::MAX);
            Told::new(ProblemCode::Field, "problem-fields-message", "problem-fields-remedy")
                .about("count", count)
        }
        BookError::NotAllowed(NotAllowed::RequestLimit { limit }) => Told::new(
            ProblemCode::NotAllowed,
            "problem-request-limit-message",
            "problem-request-limit-remedy",
        )
        .about("limit", *limit),
        BookError::NotAllowed(NotAllowed::NoRequest) => {
            Told::new(ProblemCode::NotAllowed, "problem-no-request-message", "problem-no-request-remedy")
        }
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
        BookError::Backup(_) => {
            Told::new(ProblemCode::File, "problem-backup-message", "problem-backup-remedy")
        }
        BookError::Packs(_) | BookError::Answer(_) => internal(),
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
            | Table::Corrections => not_found(),
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

fn not_found() -> Told {
    Told::new(ProblemCode::NotFound, "problem-not-found-message", "problem-not-found-remedy")
}

fn internal() -> Told {
    Told::new(ProblemCode::Internal, "problem-internal-message", "problem-internal-remedy")
}
