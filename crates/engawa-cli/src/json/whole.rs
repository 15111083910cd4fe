//! The book as a whole as JSON: what a check found, what an import brought, the history.

use std::collections::BTreeMap;

use engawa_book::views::{CheckView, DamageView, HistoryView, RepairView};
use engawa_book::{BookCheck, ChainFault, DamageKind, FileState, ImportMode, ImportReport, Stray};
use engawa_domain::calendar::Moment;
use engawa_domain::ids::ContractId;
use engawa_words::Words;
use serde::Serialize;

/// What a look through the whole book found.
#[derive(Debug, Serialize)]
pub struct CheckJson {
    whole: bool,
    /// Entries of the history.
    entries: u64,
    /// Rows of all tables.
    rows: u64,
    /// Files of evidence that were looked at.
    files_seen: u64,
    files_wrong: Vec<FileJson>,
    /// What lies in the folder of evidence and is no file of the book.
    files_unknown: Vec<UnknownFileJson>,
    /// What SQLite found wrong with the file.
    file: Vec<String>,
    /// Where the chain of the history does not hold.
    chain: Option<ChainJson>,
    /// Rows that refer to rows that are not there, as `table id`.
    dangling: Vec<String>,
    /// Rows that are not what the history says, as `table id`.
    unexplained: Vec<String>,
    /// Everything that is wrong, one by one.
    damage: Vec<DamageJson>,
}

/// Something that is wrong.
#[derive(Debug, Serialize)]
struct DamageJson {
    kind: DamageKind,
    /// In words, with the record by name.
    what: String,
    /// What `repair` does about it, or why it stays.
    remedy: String,
    repairable: bool,
    /// Whether it does no harm: a book with nothing else is whole.
    harmless: bool,
}

#[derive(Debug, Serialize)]
struct FileJson {
    sha256: String,
    /// `missing`, `altered` or `unreadable`.
    state: &'static str,
}

#[derive(Debug, Serialize)]
struct UnknownFileJson {
    /// Where it lies within the folder.
    path: String,
    bytes: u64,
    /// `no_record` where a kept file of that hash would lie, `foreign` for any other name or place.
    stray: &'static str,
}

#[derive(Debug, Serialize)]
struct ChainJson {
    /// The number of the entry.
    seq: u64,
    /// `altered`, or `broken` when it does not follow the one before it.
    fault: &'static str,
}

impl CheckJson {
    /// What was found.
    pub fn new(check: &BookCheck, view: &CheckView, words: Words) -> Self {
        let files = check.files.iter().filter_map(|(hash, state)| {
            let state = match state {
                FileState::Whole => return None,
                FileState::Missing => "missing",
                FileState::Altered => "altered",
            };
            Some(FileJson { sha256: hash.0.clone(), state })
        });
        let unreadable = check.unreadable();
        let unreadable = unreadable.map(|hash| FileJson { sha256: hash.0.clone(), state: "unreadable" });
        let unknown = check.files_unknown.iter().map(|file| {
            let stray = match file.stray {
                Stray::NoRecord => "no_record",
                Stray::Foreign => "foreign",
            };
            UnknownFileJson { path: file.path.clone(), bytes: file.bytes, stray }
        });
        let chain = check.book.chain.as_ref().map(|fault| match fault {
            ChainFault::Altered { seq } => ChainJson { seq: *seq, fault: "altered" },
            ChainFault::Broken { seq } => ChainJson { seq: *seq, fault: "broken" },
        });
        Self {
            whole: check.is_whole(),
            entries: check.book.entries,
            rows: check.book.rows,
            files_seen: check.files_seen,
            files_wrong: files.chain(unreadable).collect(),
            files_unknown: unknown.collect(),
            file: check.book.file.clone(),
            chain,
            dangling: check.book.dangling.clone(),
            unexplained: check.book.unexplained.clone(),
            damage: view.damages.iter().map(|damage| DamageJson::new(damage, words)).collect(),
        }
    }
}

impl DamageJson {
    fn new(damage: &DamageView, words: Words) -> Self {
        Self {
            kind: damage.kind,
            what: words.say(&damage.what),
            remedy: words.say(&damage.remedy),
            repairable: damage.repairable,
            harmless: damage.harmless,
        }
    }
}

/// What a repair did.
#[derive(Debug, Serialize)]
pub struct RepairJson {
    /// What was set right, in words.
    repaired: Vec<String>,
    /// Where the backup is that was made before.
    backup: Option<String>,
    /// What is left.
    left: Vec<DamageJson>,
    whole: bool,
}

impl RepairJson {
    /// In the words of a language.
    pub fn new(view: &RepairView, words: Words) -> Self {
        Self {
            repaired: view.repaired.iter().map(|what| words.say(what)).collect(),
            backup: view.backup.clone(),
            left: view.after.damages.iter().map(|damage| DamageJson::new(damage, words)).collect(),
            whole: view.after.whole,
        }
    }
}

/// What an import brought, or would bring.
#[derive(Debug, Serialize)]
pub struct ImportJson {
    dry_run: bool,
    /// Entries of the history.
    entries: u64,
    /// Rows, by table.
    rows: BTreeMap<String, u64>,
    /// Files of evidence that were found beside the export.
    files: u64,
    /// Hashes of those that were not; they may follow later.
    files_missing: Vec<String>,
}

impl ImportJson {
    /// What was read.
    pub fn new(report: &ImportReport) -> Self {
        Self {
            dry_run: report.mode == ImportMode::DryRun,
            entries: report.entries,
            rows: report.rows.iter().map(|(table, count)| (table.to_string(), *count)).collect(),
            files: report.files,
            files_missing: report.files_missing.iter().map(|hash| hash.0.clone()).collect(),
        }
    }
}

/// The history, newest first.
#[derive(Debug, Serialize)]
pub struct JournalJson {
    entries: Vec<EntryJson>,
    /// What `undo` would take back.
    undo: Option<String>,
    /// What `redo` would do again.
    redo: Option<String>,
}

#[derive(Debug, Serialize)]
struct EntryJson {
    seq: u64,
    at: Moment,
    text: String,
    /// The contract it is about.
    contract: Option<ContractId>,
    /// Whether it has been taken back.
    undone: bool,
}

impl JournalJson {
    /// The history in the words of a language.
    pub fn new(view: &HistoryView, words: Words) -> Self {
        let entries = view.entries.iter().map(|entry| EntryJson {
            seq: entry.seq,
            at: entry.at,
            text: words.say(&entry.say),
            contract: entry.contract.as_ref().map(|contract| contract.id),
            undone: entry.undone,
        });
        let said = |say: &Option<engawa_domain::say::Say>| say.as_ref().map(|say| words.say(say));
        Self { entries: entries.collect(), undo: said(&view.undo), redo: said(&view.redo) }
    }
}
