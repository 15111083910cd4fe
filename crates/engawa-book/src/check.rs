//! Whether a book is whole, and what is wrong with it where it is not.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use engawa_domain::facts::Sha256Hex;
use engawa_store::{Check, Examination, Log, NamedFile, examine_beside};

use crate::backup::files::{size, sizes};
use crate::book::{Book, Folder};
use crate::damage::{Damage, Gravity, HarmedFile};
use crate::error::BookError;
use crate::patience::Patience;
use crate::settings::can_be_read;
use crate::vault::{FileRefused, FileState, UnknownFile, Vault, VaultFound};
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
    /// Looks through the whole book for whoever has patience for it. Stopped, it says nothing of what it saw by then.
    pub fn look(&self, patience: &Patience) -> Result<BookCheck, BookError> {
        foresee(&self.folder, patience);
        let found = examine_beside(&self.folder.file(), self.folder.key(), &patience.asked());
        let found = found.map_err(BookError::from);
        patience.or_stopped(found.and_then(|found| look_at_files(found, &self.folder, &self.vault, patience)))
    }
}

impl Book {
    /// Somebody who looks through this book from another thread. `None` where a long look would keep it from being written, as
    /// where it is one file, or where no other thread reaches it, as in memory: then it is looked through by itself.
    pub fn examiner(&self) -> Option<Examiner> {
        let is_apart = self.access() == Access::Writable && self.store.log() == Log::Beside;
        is_apart.then(|| Examiner { folder: self.folder.clone(), vault: self.vault.clone() })
    }

    /// Looks through the whole book: file, references, journal, and the files of evidence.
    pub fn check(&self) -> Result<BookCheck, BookError> {
        look_at_files(self.store.examine()?, &self.folder, &self.vault, &Patience::endless())
    }

    /// The same for whoever may stop it, where nobody can look through it beside: see [`Book::examiner`].
    pub fn check_watched(&mut self, patience: &Patience) -> Result<BookCheck, BookError> {
        foresee(&self.folder, patience);
        let found = self.store.examine_asking(&patience.asked()).map_err(BookError::from);
        patience.or_stopped(found.and_then(|found| look_at_files(found, &self.folder, &self.vault, patience)))
    }
}

/// All that is read: the file, and the files of evidence.
fn foresee(folder: &Folder, patience: &Patience) {
    patience.foresee(size(&folder.file()) + sizes(&folder.evidence()).values().sum::<u64>());
}

fn look_at_files(
    found: Examination,
    folder: &Folder,
    vault: &Vault,
    patience: &Patience,
) -> Result<BookCheck, BookError> {
    let book = found.check();
    let mut damage: Vec<Damage> = found.flaws.into_iter().map(Damage::InFile).collect();
    let unreadable = found.settings.into_iter().filter(|(name, value)| !can_be_read(name, value));
    damage.extend(unreadable.map(|(name, _)| Damage::Setting { name }));
    let known: Vec<_> = found.files.iter().map(|file| (Sha256Hex(file.sha256.clone()), file.bytes)).collect();
    let VaultFound { files: files_seen, bytes: _, wrong: files, unreadable, unknown } =
        vault.look_through(&known, &mut patience.within())?;
    let named: HashMap<&str, &NamedFile> =
        found.files.iter().map(|file| (file.sha256.as_str(), file)).collect();
    let harmed = |sha256: &Sha256Hex| -> Result<HarmedFile, BookError> {
        let (name, bytes) =
            named.get(sha256.0.as_str()).map_or((String::new(), 0), |file| (file.name.clone(), file.bytes));
        let copy = copy_in_backups(folder, sha256, bytes, patience)?;
        Ok(HarmedFile { sha256: sha256.clone(), name, copy })
    };
    for (sha256, state) in &files {
        match state {
            FileState::Whole => {}
            FileState::Missing => damage.push(Damage::EvidenceMissing(harmed(sha256)?)),
            FileState::Altered => damage.push(Damage::EvidenceAltered(harmed(sha256)?)),
        }
    }
    for sha256 in &unreadable {
        damage.push(Damage::EvidenceUnreadable(harmed(sha256)?));
    }
    damage.extend(unknown.iter().map(|unknown| stray(folder, unknown)));
    damage.extend(leftovers(folder));
    Ok(BookCheck { book, files, files_unknown: unknown, files_seen, damage })
}

/// The whole file with this hash in a folder of evidence that lies with the backups.
fn copy_in_backups(
    folder: &Folder,
    sha256: &Sha256Hex,
    bytes: u64,
    patience: &Patience,
) -> Result<Option<PathBuf>, BookError> {
    let backups = folder.backups();
    let below = fs::read_dir(&backups).into_iter().flatten().flatten().map(|entry| entry.path());
    let places = [backups.clone()].into_iter().chain(below.filter(|path| path.is_dir()));
    for vault in places.map(|place| folder.vault_in(place.join("evidence"))) {
        match vault.state_watched(sha256, bytes, &mut patience.within()) {
            Ok(FileState::Whole) => return Ok(Some(vault.place_of(sha256))),
            Err(FileRefused::Cancelled) => return Err(FileRefused::Cancelled.into()),
            Ok(FileState::Missing | FileState::Altered) | Err(_) => {}
        }
    }
    Ok(None)
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
