//! What went wrong, in words the user can act on: what happened, that nothing was lost, what to do.

use serde::{Deserialize, Serialize};
use specta::Type;

/// An error as it crosses the border. Built from the typed errors inside by one exhaustive match.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Problem {
    /// To decide by.
    pub code: ProblemCode,
    /// What happened, and that nothing was lost, in the user's language.
    pub message: String,
    /// What to do.
    pub remedy: String,
    /// A guide or help entry, where there is one.
    pub guide_entry: Option<String>,
    /// The cause, for a support report; not shown unless asked for.
    pub detail: Option<String>,
    /// The fields that need a repair, for a form.
    pub fields: Vec<FieldProblem>,
}

/// A field that needs a repair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FieldProblem {
    /// The field's name in the input struct, for example `delivery_due` or `stages.1.day`.
    pub field: String,
    /// What is the matter: 11月は30日までです。
    pub message: String,
    /// Repairs to choose from.
    pub offers: Vec<Offer>,
}

/// A repair: the words on the button and the text that replaces what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Offer {
    /// The words on the button: 11/30(月)にする.
    pub label: String,
    /// What replaces the typed text.
    pub value: String,
}

/// Codes exist only where somebody acts on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// A field of a form needs a repair.
    Field,
    /// The record asked for does not exist (any more).
    NotFound,
    /// The rules do not allow what was asked, for example a second request where one is the limit.
    NotAllowed,
    /// The record became another while its correction was being typed; the form offers both.
    Changed,
    /// A record that others still refer to cannot be removed.
    InUse,
    /// A file could not be taken in.
    File,
    /// Another program holds the book.
    BookHeld,
    /// The book was written by a newer version.
    BookNewer,
    /// The book is protected and nobody has unlocked it: the window shows where to do that.
    BookLocked,
    /// It is not the passphrase or recovery code of this book.
    Passphrase,
    /// The book's folder or disk does not let us write.
    BookReadOnly,
    /// The book is only looked at: as it was, or for reading only.
    ReadOnlyView,
    /// The disk is full.
    DiskFull,
    /// The book is damaged or is not a book.
    BookDamaged,
    /// An import was refused.
    ImportRefused,
    /// Nothing to take back or to do again.
    NothingToUndo,
    /// A mistake in the program.
    Internal,
}
