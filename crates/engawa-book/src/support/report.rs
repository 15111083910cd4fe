//! What a support report is made of.

use engawa_domain::calendar::Moment;
use engawa_store::Table;

use super::machine::Machine;
use super::ring::Met;
use super::version::Version;
use crate::problem::ProblemCode;
use crate::views::{BookKind, Contrast, Language, Theme};

/// A support report. No field of it can hold a text of the user: see [`super::render::Shown`] for all that can be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// When it was made.
    pub made: Moment,
    /// What made it.
    pub program: Program,
    /// The schema that the program writes.
    pub schema: u32,
    /// The SQLite within the program.
    pub sqlite: Option<Version>,
    /// Where.
    pub machine: Machine,
    /// The book, or why there is none.
    pub book: Result<BookState, Option<ProblemCode>>,
    /// The last problems, oldest first.
    pub problems: Vec<Met>,
}

/// The program that was asked for the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Program {
    /// Its version.
    pub version: Option<Version>,
    /// How it shows itself.
    pub shows: Shows,
}

/// How a program shows itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// In a window.
    Window {
        /// The toolkit.
        tauri: Option<Version>,
        /// The web view: WebKit, or WebView2 on Windows.
        web_view: Option<Version>,
    },
    /// On the command line.
    Terminal,
}

/// The open book, in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct BookState {
    /// Whose data it holds.
    pub kind: BookKind,
    /// The settings.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Contrast.
    pub contrast: Contrast,
    /// Text size in percent.
    pub text_percent: u16,
    /// Columns of tables whose width was changed.
    pub column_widths: usize,
    /// Rows of each table.
    pub counts: Vec<(Table, u64)>,
    /// Entries of the history.
    pub entries: u64,
    /// What lies in the folder.
    pub sizes: Sizes,
    /// When the newest backup was made.
    pub last_backup: Option<Moment>,
    /// What a look through the book found; `None` where the look itself was refused.
    pub check: Option<Looked>,
}

/// Files, and kibibytes of them, rounded up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Heap {
    /// How many files.
    pub files: u64,
    /// Their size in KiB.
    pub kib: u64,
}

/// What lies in the folder of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sizes {
    /// `book.sqlite`.
    pub file: Heap,
    /// `book.sqlite-wal`.
    pub log: Heap,
    /// `evidence/`.
    pub evidence: Heap,
    /// `backups/`.
    pub backups: Heap,
}

/// What a look through a book found, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Looked {
    /// Faults that SQLite found.
    pub file: usize,
    /// Places where the chain of the history does not hold: 0 or 1, for the first ends the look.
    pub chain: usize,
    /// Rows that refer to what is not there.
    pub dangling: usize,
    /// Rows that are not what the history says.
    pub unexplained: usize,
    /// Files of evidence that are gone, unreadable, or of another size. Their bytes are not read for a report: that may take long.
    pub evidence: usize,
}
