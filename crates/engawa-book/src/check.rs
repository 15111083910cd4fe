//! Whether a book is whole, and what is wrong with it where it is not.

use std::collections::HashMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use engawa_domain::facts::Sha256Hex;
use engawa_store::{Check, Examination, Log, NamedFile, examine_beside};

use crate::book::{Book, Folder};
use crate::damage::{Damage, Gravity, HarmedFile};
use crate::error::BookError;
use crate::settings::can_be_read;
use crate::vault::{FileState, Progress, UnknownFile, Vault, VaultFound};
use crate::views::Access;

/// What a look through the whole book found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookCheck {
    /// File, references, journal, rows.
    pub book: Check,
    /// Files of evidence that are not what they were.
    pub files: Vec<(Sha256Hex, FileState)>,
    /// What lies in the folder of evidence and is no file of the book. It does no harm: an attachment that was taken back leaves
    /// its bytes.
    pub files_unknown: Vec<UnknownFile>,
    /// Files of evidence that were looked at.
    pub files_seen: u64,
    /// Everything that is wrong, one by one.
    pub damage: Vec<Damage>,
}

impl BookCheck {
    /// Whether nothing is wrong that does harm.
    pub fn is_whole(&self) -> bool {
        self.damage.iter().all(|damage| damage.kind().gravity() == Gravity::Harmless)
    }

    /// Files of evidence that are there and cannot be read.
    pub fn unreadable(&self) -> impl Iterator<Item = &Sha256Hex> {
        self.damage.iter().filter_map(|damage| match damage {
            Damage::EvidenceUnreadable(file) => Some(&file.sha256),
            Damage::InFile(_)
            | Damage::Setting { .. }
            | Damage::EvidenceMissing(_)
            | Damage::EvidenceAltered(_)
            | Damage::EvidenceUnknown { .. }
            | Damage::HalfCopy { .. }
            | Damage::Leftover { .. } => None,
        })
    }
}

/// Looks through a book from another thread, while the book itself goes on being used.
#[derive(Debug, Clone)]
pub struct Examiner {
    folder: Folder,
    vault: Vault,
}

impl Examiner {
    /// Looks through the whole book: so many of so many steps are told on the way. A step is an entry, a row or a file.
    pub fn look(&self, watch: &mut dyn FnMut(u64, u64)) -> Result<BookCheck, BookError> {
        let found = examine_beside(&self.folder.file(), self.folder.key(), watch)?;
        look_at_files(found, &self.folder, &self.vault, watch)
    }
}

impl Book {
    /// Somebody who looks through this book from another thread. `None` where a long look would keep it from being written, as
    /// where it is one file, or where no other thread reaches it, as in memory: then it is looked through by itself.
    pub fn examiner(&self) -> Option<Examiner> {
        let is_apart = self.access() == Access::Writable && self.store.log() == Log::Beside;
        is_apart.then(|| Examiner { folder: self.folder.clone(), vault: self.vault.clone() })
    }
}

pub fn check(book: &Book) -> Result<BookCheck, BookError> {
    let found = book.store.examine(&mut |_, _| {})?;
    look_at_files(found, &book.folder, &book.vault, &mut |_, _| {})
}

fn look_at_files(
    found: Examination,
    folder: &Folder,
    vault: &Vault,
    watch: &mut dyn FnMut(u64, u64),
) -> Result<BookCheck, BookError> {
    let book = found.check();
    let mut damage: Vec<Damage> = found.flaws.into_iter().map(Damage::InFile).collect();
    let unreadable = found.settings.into_iter().filter(|(name, value)| !can_be_read(name, value));
    damage.extend(unreadable.map(|(name, _)| Damage::Setting { name }));
    let known: Vec<_> = found.files.iter().map(|file| (Sha256Hex(file.sha256.clone()), file.bytes)).collect();
    let VaultFound { files: files_seen, bytes: _, wrong: files, unreadable, unknown } =
        vault.look_through(&known, &mut |Progress { done, total }| {
            watch(done, total);
            ControlFlow::Continue(())
        })?;
    let named: HashMap<&str, &NamedFile> =
        found.files.iter().map(|file| (file.sha256.as_str(), file)).collect();
    let harmed = |sha256: &Sha256Hex| {
        let (name, bytes) =
            named.get(sha256.0.as_str()).map_or((String::new(), 0), |file| (file.name.clone(), file.bytes));
        HarmedFile { sha256: sha256.clone(), name, copy: copy_in_backups(folder, sha256, bytes) }
    };
    for (sha256, state) in &files {
        match state {
            FileState::Whole => {}
            FileState::Missing => damage.push(Damage::EvidenceMissing(harmed(sha256))),
            FileState::Altered => damage.push(Damage::EvidenceAltered(harmed(sha256))),
        }
    }
    damage.extend(unreadable.iter().map(|sha256| Damage::EvidenceUnreadable(harmed(sha256))));
    damage.extend(unknown.iter().map(|unknown| stray(folder, unknown)));
    damage.extend(leftovers(folder));
    Ok(BookCheck { book, files, files_unknown: unknown, files_seen, damage })
}

/// The whole file with this hash in a folder of evidence that lies with the backups.
fn copy_in_backups(folder: &Folder, sha256: &Sha256Hex, bytes: u64) -> Option<PathBuf> {
    let backups = folder.backups();
    let below = fs::read_dir(&backups).into_iter().flatten().flatten().map(|entry| entry.path());
    let places = [backups.clone()].into_iter().chain(below.filter(|path| path.is_dir()));
    places.map(|place| folder.vault_in(place.join("evidence"))).find_map(|vault| {
        matches!(vault.state(sha256, bytes), Ok(FileState::Whole)).then(|| vault.place_of(sha256))
    })
}

/// A file in the folder of evidence that no record names.
fn stray(folder: &Folder, unknown: &UnknownFile) -> Damage {
    let file = folder.evidence().join(&unknown.path);
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if Vault::is_unfinished(&name) { Damage::HalfCopy { file } } else { Damage::EvidenceUnknown { file } }
}

/// What was to become a book or a backup and never did: beside the book, among the backups.
fn leftovers(folder: &Folder) -> impl Iterator<Item = Damage> {
    let beside =
        files_in(folder.path()).into_iter().filter(|path| ends(path, &[".new", ".new-journal", ".rescued"]));
    let among = files_in(&folder.backups()).into_iter().filter(|path| ends(path, &[".part", ".unproven"]));
    beside.chain(among).map(|file| Damage::Leftover { file })
}

fn ends(path: &Path, ends: &[&str]) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    ends.iter().any(|end| name.ends_with(end))
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    files
}
