//! The book that was asked about, and how it answers.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use engawa_book::inputs::{Fault, FieldFault};
use engawa_book::views::{Access, BookKind, RunBrief, Why};
use engawa_book::{Book, BookError, Clock, FixedClock, Ids, OpenOptions, RandomIds, SeededIds};
use engawa_domain::calendar::Day;
use engawa_domain::entry;
use engawa_domain::facts::{Contract, Document, Evidence};
use engawa_domain::ids::{ActionId, ContractId, EvidenceId};
use engawa_words::Words;
use serde::Serialize;

use crate::exit::Exit;
use crate::stop::{Stop, input};
use crate::unlock;

/// The identifiers of a sample come again, so that two of one size are alike.
const SAMPLE_SEED: u64 = 1;

/// Whether a folder without a book gets one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begin {
    /// A book is begun by what fills it.
    Yes,
    /// Anything else about a folder without one is a slip of the path.
    No,
}

/// The open book with what is needed to answer.
pub struct Desk {
    /// The book.
    pub book: Book,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where answers go.
    pub voice: Voice,
}

/// How an answer is given.
#[derive(Debug, Clone, Copy)]
pub struct Voice {
    /// The words of the language asked for.
    pub words: Words,
    /// Whether it is given as JSON.
    pub json: bool,
}

impl Voice {
    /// The answer as JSON, or in words.
    pub fn say(self, json: &impl Serialize, words: &str) -> Result<Exit, Stop> {
        let text =
            if self.json { serde_json::to_string_pretty(json).map_err(input)? } else { words.to_owned() };
        tell(&text)?;
        Ok(Exit::Done)
    }
}

/// Lines on standard output.
pub fn tell(text: &str) -> Result<(), Stop> {
    match writeln!(stdout().lock(), "{text}") {
        // Whoever reads has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(input),
    }
}

impl Desk {
    /// Opens the book of a folder. `passphrase` is the file that holds that of a protected one.
    pub fn open(
        folder: Option<PathBuf>,
        passphrase: Option<&Path>,
        begin: Begin,
        kind: BookKind,
        clock: Arc<dyn Clock>,
        voice: Voice,
    ) -> Result<Self, Stop> {
        let folder = folder.ok_or(Stop::NoFolder)?;
        if begin == Begin::No && !folder.join("book.sqlite").exists() {
            return Err(Stop::NoBook(folder));
        }
        let mut options = OpenOptions::of_this_machine(folder, kind, voice.words.lang())?;
        options.clock = Arc::clone(&clock);
        if kind == BookKind::Sample {
            options.ids = Arc::new(SeededIds::new(SAMPLE_SEED));
        }
        let key = unlock::key(&options.folder, passphrase, clock.as_ref(), voice.words)?;
        let book = Book::open_with(options, key.as_ref())?;
        let voice = Voice { words: voice.words.on(book.today()), ..voice };
        Ok(Self { book, clock, voice })
    }

    /// The book as it was at the end of a day, as that was typed; without one, as it is.
    pub fn back_at(self, typed: Option<&str>) -> Result<Self, Stop> {
        let Some(typed) = typed else { return Ok(self) };
        let book = self.book.as_of_typed(typed)?;
        let voice = Voice { words: self.voice.words.on(book.today()), ..self.voice };
        let clock: Arc<dyn Clock> = match book.access() {
            Access::ReadOnly(Why::Past(moment)) => Arc::new(FixedClock(moment)),
            Access::ReadOnly(Why::Rescue) | Access::Writable => self.clock,
        };
        Ok(Self { book, clock, voice })
    }

    /// An identifier for one thing that is done.
    pub fn action(&self) -> ActionId {
        ActionId(RandomIds::default().next(self.clock.now()))
    }

    /// A day as it was typed: 2026-11-24, 11/24, 昨日.
    pub fn day(&self, typed: &str) -> Result<Day, Stop> {
        let fault = |fault: Fault| BookError::Fields(vec![FieldFault::new("on", fault)]);
        let read = entry::day(typed, self.book.today()).map_err(|error| fault(error.into()))?;
        read.ok_or_else(|| Stop::Usage(self.voice.words.get("cli-arg-on", &[])))
    }

    /// The one contract of this identifier, start of an identifier, or title.
    pub fn contract(&self, name: &str) -> Result<ContractId, Stop> {
        let titled = |contract: &Contract| contract.title.as_str() == name;
        let one = one(self.contracts()?, |contract| titled(contract) || begins(contract.id, name));
        one.map(|contract| contract.id).ok_or_else(|| Stop::NoContract(name.to_owned()))
    }

    /// The one of these files of this identifier, start of an identifier or of a hash, or name.
    pub fn file(files: impl IntoIterator<Item = Evidence>, name: &str) -> Result<EvidenceId, Stop> {
        let meant = |file: &Evidence| {
            begins(file.id, name) || begins(&file.sha256.0, name) || file.original_name == name
        };
        // Tied to several facts, a file is still one.
        let by_id: BTreeMap<EvidenceId, Evidence> = files.into_iter().map(|file| (file.id, file)).collect();
        let one = one(by_id.into_values().collect(), meant);
        one.map(|file| file.id).ok_or_else(|| Stop::NoEvidence(name.to_owned()))
    }

    /// The one document of this identifier, start of an identifier, or whose file is meant by it.
    pub fn document(&self, name: &str) -> Result<Document, Stop> {
        let all: Vec<Document> = self.book.rows().all().map_err(BookError::from)?;
        let meant = |document: &Document| begins(document.id, name) || begins(document.evidence, name);
        one(all, meant).ok_or_else(|| Stop::NoDocument(name.to_owned()))
    }

    /// Every contract.
    pub fn contracts(&self) -> Result<Vec<Contract>, Stop> {
        Ok(self.book.rows().all().map_err(BookError::from)?)
    }

    /// The one run of this identifier or start of an identifier.
    pub fn run(&self, name: &str) -> Result<RunBrief, Stop> {
        one(self.book.run_list()?, |run| begins(run.id, name)).ok_or_else(|| Stop::NoGuide(name.to_owned()))
    }
}

fn begins(id: impl std::fmt::Display, name: &str) -> bool {
    !name.is_empty() && id.to_string().starts_with(name)
}

/// The one that is meant; none where several are.
fn one<T>(all: Vec<T>, is_meant: impl Fn(&T) -> bool) -> Option<T> {
    let mut meant = all.into_iter().filter(is_meant);
    let first = meant.next()?;
    meant.next().is_none().then_some(first)
}
