//! Exit codes, for scripts. They are part of the interface: a number never changes its meaning.

use engawa_book::problem::ProblemCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// It was done.
    Done,
    /// It could not be done; the reason is on standard error.
    Failed,
    /// The command line was wrong.
    Usage,
    /// The book cannot be opened: held by another program, locked, newer, damaged, read-only.
    NoBook,
    /// What was asked for is not in the book.
    NotFound,
    /// The import was refused; nothing was changed.
    Refused,
    /// The check found faults.
    Faults,
}

impl Exit {
    /// The number.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::NoBook => 3,
            Self::NotFound => 4,
            Self::Refused => 5,
            Self::Faults => 6,
        }
    }

    /// The code for a problem.
    pub const fn of(problem: ProblemCode) -> Self {
        match problem {
            ProblemCode::BookHeld
            | ProblemCode::BookLocked
            | ProblemCode::Passphrase
            | ProblemCode::BookNewer
            | ProblemCode::BookReadOnly
            | ProblemCode::BookDamaged => Self::NoBook,
            ProblemCode::NotFound => Self::NotFound,
            ProblemCode::ImportRefused => Self::Refused,
            ProblemCode::Field
            | ProblemCode::NotAllowed
            | ProblemCode::Changed
            | ProblemCode::InUse
            | ProblemCode::File
            | ProblemCode::ReadOnlyView
            | ProblemCode::DiskFull
            | ProblemCode::NothingToUndo
            | ProblemCode::Internal => Self::Failed,
        }
    }
}
