//! Reading an export: all of it or nothing.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use engawa_domain::facts::{Evidence, Sha256Hex};
use engawa_store::Table;
use serde::Deserializer as _;
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::files::files_in;
use super::intake::Intake;
use super::refused::ImportRefused;
use super::{EXPORT_VERSION, FORMAT, ImportMode, ImportReport, files_beside};
use crate::backup::Backups;
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
        let mut importing = self.importing(from, mode)?;
        let received = importing.receive(patience);
        self.import_received(&importing, received, patience)
    }

    /// Begins to take in an export. What takes long of it is done apart from the book.
    pub fn importing(&self, from: &Path, mode: ImportMode) -> Result<Importing, BookError> {
        self.takes_an_import()?;
        Ok(Importing {
            from: from.to_owned(),
            mode,
            vault: self.vault.clone(),
            backups: self.backups(),
            is_unpacked: false,
            looked_at: BTreeMap::new(),
            came: Vec::new(),
        })
    }

    /// Takes in what was received, or takes back what was received by then.
    pub fn import_received(
        &mut self,
        importing: &Importing,
        received: Result<(), BookError>,
        patience: &Patience,
    ) -> Result<ImportReport, BookError> {
        let imported = received.and_then(|()| self.import_whole(importing, patience));
        if imported.is_err() && importing.backups.is_of(self.folder()) {
            // The book is blank: nobody ever recorded them in it.
            self.forget_files(&importing.came, 0);
        }
        patience.or_stopped(imported)
    }

    fn import_whole(
        &mut self,
        importing: &Importing,
        patience: &Patience,
    ) -> Result<ImportReport, BookError> {
        let Importing { from, mode, .. } = importing;
        // Meanwhile something may have been recorded, or another book opened.
        self.takes_an_import()?;
        if !importing.backups.is_of(self.folder()) {
            return Err(ImportRefused::BookNotEmpty.into());
        }
        let mut intake = Intake::into_change(self.store.begin_replay()?);
        read(open(from)?, &mut intake, patience)?;
        intake.finish()?;
        let evidence = intake.change.rows().all::<Evidence>()?;
        let (files, files_missing) = importing.tell(&evidence)?;
        let (mode, entries, rows) = (*mode, intake.entries, intake.rows);
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
        Ok(ImportReport { mode, entries, rows, files, files_missing })
    }

    /// Only a book to which nothing was ever written takes one.
    fn takes_an_import(&self) -> Result<(), BookError> {
        self.writable()?;
        if self.rows().entries()? == 0 { Ok(()) } else { Err(ImportRefused::BookNotEmpty.into()) }
    }
}

/// An export on its way into a book. Until it is there, the book is as it was.
#[derive(Debug)]
pub struct Importing {
    pub(super) from: PathBuf,
    mode: ImportMode,
    vault: Vault,
    pub(super) backups: Backups,
    pub(super) is_unpacked: bool,
    /// What the files were that the export speaks of.
    looked_at: BTreeMap<(Sha256Hex, u64), FileState>,
    /// Files that came into the vault.
    came: Vec<Sha256Hex>,
}

impl Importing {
    /// Looks at the files of evidence and takes them in, on any thread. Nothing of the export is believed by that: a file is what its
    /// hash says, and whether it belongs to the book is seen when the journal is followed.
    pub fn receive(&mut self, patience: &Patience) -> Result<(), BookError> {
        patience.or_stopped(self.receive_whole(patience))
    }

    fn receive_whole(&mut self, patience: &Patience) -> Result<(), BookError> {
        let file = open(&self.from)?;
        let beside = sizes(&files_beside(&self.from)).values().sum::<u64>();
        let times = match self.mode {
            ImportMode::DryRun => 1,
            ImportMode::Apply => 2,
        };
        // It is read once for its files and once for all the rest.
        patience.foresee(2 * size(&self.from) + times * beside);
        let files = files_in(file, patience);
        patience.ask().map_err(|source| ImportRefused::File { path: self.from.clone(), source })?;
        for file in files {
            let state = self.take(&file, patience)?;
            self.looked_at.insert((file.sha256, file.bytes), state);
        }
        Ok(())
    }

    fn take(&mut self, file: &Evidence, patience: &Patience) -> Result<FileState, BookError> {
        let Evidence { sha256, bytes, .. } = file;
        if self.vault.state_watched(sha256, *bytes, &mut patience.within())? == FileState::Whole {
            return Ok(FileState::Whole);
        }
        let beside = Vault::in_folder(files_beside(&self.from));
        let state = beside.state_watched(sha256, *bytes, &mut patience.within())?;
        if state == FileState::Whole && self.mode == ImportMode::Apply {
            let incoming = beside.read(sha256)?;
            self.vault.keep_bytes(&sha256.0, *bytes, incoming, &mut patience.within())?;
            self.came.push(sha256.clone());
        }
        Ok(state)
    }

    /// How many of these files are there, and which are not.
    fn tell(&self, evidence: &[Evidence]) -> Result<(u64, Vec<Sha256Hex>), ImportRefused> {
        let (mut found, mut missing) = (0, Vec::new());
        for Evidence { sha256, bytes, .. } in evidence {
            match self.looked_at.get(&(sha256.clone(), *bytes)) {
                Some(FileState::Whole) => found += 1,
                Some(FileState::Missing) => missing.push(sha256.clone()),
                // The export is another than the one that was looked at.
                Some(FileState::Altered) | None => return Err(ImportRefused::Evidence(sha256.clone())),
            }
        }
        Ok((found, missing))
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
    let (metered, since) = Metered::of(file, patience);
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
pub(super) struct Metered<'p> {
    file: BufReader<Counting<'p, File>>,
    /// Bytes since the last piece.
    since: Rc<Cell<u64>>,
}

impl<'p> Metered<'p> {
    /// It, and the count that begins anew with each piece.
    pub(super) fn of(file: File, patience: &'p Patience) -> (Self, Rc<Cell<u64>>) {
        let since = Rc::new(Cell::new(0));
        let file = BufReader::with_capacity(1 << 16, patience.reading(file));
        (Self { file, since: Rc::clone(&since) }, since)
    }
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
