//! Reading an export: all of it or nothing.

use std::cell::Cell;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use engawa_domain::facts::{Evidence, Sha256Hex};
use engawa_store::Table;
use serde::Deserializer as _;
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::intake::Intake;
use super::refused::ImportRefused;
use super::{EXPORT_VERSION, FORMAT, ImportMode, ImportReport, files_beside};
use crate::backup::files::{size, sizes};
use crate::book::{Book, with_own};
use crate::error::BookError;
use crate::patience::{Counting, Patience};
use crate::vault::{FileState, Vault};

/// The largest export that is read: beyond the largest book by far, and short of what could fill a disk by mistake.
const LIMIT: u64 = 8 << 30;

/// The longest single entry or row that is read. Each is held in memory as a whole; the largest that the app writes is
/// the removal of a contract with many long letters, a few megabytes.
const ELEMENT_LIMIT: u64 = 64 << 20;

impl Book {
    /// Takes in an export, into a book that is still empty: all of it or nothing. Files of evidence are looked for in the
    /// folder beside it.
    pub fn import(&mut self, from: &Path, mode: ImportMode) -> Result<ImportReport, BookError> {
        self.import_watched(from, mode, &Patience::endless())
    }

    /// The same for whoever watches, and may stop it: then the book is as it was.
    pub fn import_watched(
        &mut self,
        from: &Path,
        mode: ImportMode,
        patience: &Patience,
    ) -> Result<ImportReport, BookError> {
        let mut taken = Taken::default();
        let imported = self.import_whole(from, mode, &mut taken, patience);
        if imported.is_ok() {
            taken.stay();
        }
        patience.or_stopped(imported)
    }

    fn import_whole(
        &mut self,
        from: &Path,
        mode: ImportMode,
        taken: &mut Taken,
        patience: &Patience,
    ) -> Result<ImportReport, BookError> {
        self.writable()?;
        if !self.is_blank()? {
            return Err(ImportRefused::BookNotEmpty.into());
        }
        let file = open(from)?;
        let mut intake = Intake::into_change(self.store.begin_replay()?);
        let beside = sizes(&files_beside(from)).values().sum::<u64>();
        let times = match mode {
            ImportMode::DryRun => 1,
            ImportMode::Apply => 2,
        };
        patience.foresee(size(from) + times * beside);
        read(file, &mut intake, patience)?;
        intake.finish()?;
        let evidence = intake.change.rows().all::<Evidence>()?;
        let (files, files_missing) = take_files(&self.vault, from, &evidence, mode, taken, patience)?;
        let report = ImportReport { mode, entries: intake.entries, rows: intake.rows, files, files_missing };
        match mode {
            // Dropped, the change never happened.
            ImportMode::DryRun => {}
            ImportMode::Apply => {
                let packs = with_own(&self.shipped, intake.change.rows())?;
                intake.change.commit_replayed()?;
                self.packs = packs;
                self.touched.everything();
                self.backup_known.note(self.kind, self.clock.now());
            }
        }
        Ok(report)
    }

    /// Whether nothing was ever written to it.
    fn is_blank(&self) -> Result<bool, BookError> {
        Ok(self.rows().entries()? == 0)
    }
}

fn open(path: &Path) -> Result<File, ImportRefused> {
    let refused = |source| ImportRefused::File { path: path.to_owned(), source };
    let file = File::open(path).map_err(refused)?;
    let about = file.metadata().map_err(refused)?;
    if !about.is_file() {
        return Err(refused(std::io::ErrorKind::InvalidInput.into()));
    }
    match about.len() {
        bytes if bytes > LIMIT => Err(ImportRefused::TooLarge { bytes, limit: LIMIT }),
        _ => Ok(file),
    }
}

fn read(file: File, intake: &mut Intake<'_>, patience: &Patience) -> Result<(), BookError> {
    let since = Rc::new(Cell::new(0));
    let file = BufReader::with_capacity(1 << 16, patience.reading(file));
    let metered = Metered { file, since: Rc::clone(&since) };
    let mut document = Document { intake, since, stopped: None };
    let mut json = serde_json::Deserializer::from_reader(metered);
    let parsed = document.visit(&mut json).and_then(|()| json.end());
    match (document.stopped, parsed) {
        // Why the reading was stopped says more than that it was.
        (Some(stopped), _) => Err(stopped),
        (None, Err(error)) => Err(ImportRefused::Form { line: error.line(), why: error.to_string() }.into()),
        (None, Ok(())) => Ok(()),
    }
}

/// A file of which no single piece is longer than [`ELEMENT_LIMIT`].
struct Metered<'p> {
    file: BufReader<Counting<'p, File>>,
    /// Bytes since the last piece.
    since: Rc<Cell<u64>>,
}

impl Read for Metered<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(into)?;
        let since = self.since.get() + read as u64;
        self.since.set(since);
        if since > ELEMENT_LIMIT {
            return Err(io::Error::other(format!("one entry or row is longer than {ELEMENT_LIMIT} bytes")));
        }
        Ok(read)
    }
}

/// The document as a whole, and why its reading was stopped.
struct Document<'d, 's> {
    intake: &'d mut Intake<'s>,
    since: Rc<Cell<u64>>,
    stopped: Option<BookError>,
}

impl Document<'_, '_> {
    fn visit<'de, R: serde_json::de::Read<'de>>(
        &mut self,
        json: &mut serde_json::Deserializer<R>,
    ) -> serde_json::Result<()> {
        json.deserialize_map(Frame(self))
    }

    /// Stops the reading for a reason that JSON does not know.
    fn stop<T, E: serde::de::Error>(&mut self, done: Result<T, BookError>) -> Result<T, E> {
        done.map_err(|error| {
            let told = E::custom(&error);
            self.stopped = Some(error);
            told
        })
    }
}

struct Frame<'f, 'd, 's>(&'f mut Document<'d, 's>);

impl<'de> Visitor<'de> for Frame<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an export of a book")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (mut format, mut version, mut journal, mut tables) = (None, None, None, None);
        while let Some(key) = map.next_key::<String>()? {
            let twice = match key.as_str() {
                "format" => {
                    let found = map.next_value::<String>()?;
                    if found != FORMAT {
                        return Err(A::Error::custom(format!("the format is {found:?}, not {FORMAT:?}")));
                    }
                    format.replace(()).is_some()
                }
                "version" => {
                    let found = map.next_value::<u64>()?;
                    let known = EXPORT_VERSION;
                    let checked = if (1..=known).contains(&found) {
                        Ok(())
                    } else {
                        Err(ImportRefused::OtherVersion { found, known }.into())
                    };
                    self.0.stop::<_, A::Error>(checked)?;
                    version.replace(()).is_some()
                }
                "journal" => {
                    map.next_value_seed(List { document: self.0, of: Of::Journal })?;
                    journal.replace(()).is_some()
                }
                // Rows are compared with what the journal led to.
                "tables" if journal.is_none() => {
                    return Err(A::Error::custom("the journal must come before the tables"));
                }
                "tables" => {
                    map.next_value_seed(Tables(self.0))?;
                    tables.replace(()).is_some()
                }
                other => {
                    map.next_value::<IgnoredAny>()?;
                    return Err(A::Error::unknown_field(other, &["format", "version", "journal", "tables"]));
                }
            };
            if twice {
                return Err(A::Error::custom(format!("{key:?} is there twice")));
            }
        }
        match (format, version, journal, tables) {
            (Some(()), Some(()), Some(()), Some(())) => Ok(()),
            (None, _, _, _) => Err(A::Error::missing_field("format")),
            (_, None, _, _) => Err(A::Error::missing_field("version")),
            (_, _, None, _) => Err(A::Error::missing_field("journal")),
            (_, _, _, None) => Err(A::Error::missing_field("tables")),
        }
    }
}

struct Tables<'f, 'd, 's>(&'f mut Document<'d, 's>);

impl<'de> DeserializeSeed<'de> for Tables<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Tables<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the tables of a book")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            let table =
                Table::from_name(&name).ok_or_else(|| A::Error::custom(format!("unknown table {name:?}")))?;
            map.next_value_seed(List { document: self.0, of: Of::Table(table) })?;
        }
        Ok(())
    }
}

#[derive(Clone, Copy)]
enum Of {
    Journal,
    Table(Table),
}

struct List<'f, 'd, 's> {
    document: &'f mut Document<'d, 's>,
    of: Of,
}

impl<'de> DeserializeSeed<'de> for List<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        loop {
            self.document.since.set(0);
            let taken = match self.of {
                Of::Journal => list.next_element()?.map(|entry| self.document.intake.entry(entry)),
                Of::Table(table) => list.next_element()?.map(|row| self.document.intake.row(table, row)),
            };
            match taken {
                Some(taken) => self.document.stop::<_, A::Error>(taken)?,
                None => return Ok(()),
            }
        }
    }
}

/// Files that came into the vault, and go again unless what they belong to came in too.
#[derive(Default)]
struct Taken(Vec<PathBuf>);

impl Taken {
    fn stay(&mut self) {
        self.0.clear();
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        // The book is blank: nobody ever recorded them in it.
        for file in &self.0 {
            let _ = fs::remove_file(file);
        }
    }
}

/// Files of evidence that are in the vault afterwards, and those that were not found.
fn take_files(
    vault: &Vault,
    export: &Path,
    evidence: &[Evidence],
    mode: ImportMode,
    taken: &mut Taken,
    patience: &Patience,
) -> Result<(u64, Vec<Sha256Hex>), BookError> {
    let beside = Vault::in_folder(files_beside(export));
    let (mut found, mut missing) = (0, Vec::new());
    for Evidence { sha256, bytes, .. } in evidence {
        if vault.state_watched(sha256, *bytes, &mut patience.within())? == FileState::Whole {
            found += 1;
            continue;
        }
        match beside.state_watched(sha256, *bytes, &mut patience.within())? {
            FileState::Missing => missing.push(sha256.clone()),
            FileState::Altered => return Err(ImportRefused::Evidence(sha256.clone()).into()),
            FileState::Whole => {
                if mode == ImportMode::Apply {
                    let incoming = beside.read(sha256)?;
                    vault.keep_bytes(&sha256.0, *bytes, incoming, &mut patience.within())?;
                    taken.0.push(vault.place_of(sha256));
                }
                found += 1;
            }
        }
    }
    Ok((found, missing))
}
