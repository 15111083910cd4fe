//! Under which key a backup lies: none, the book's own, or that of another protection, which its key file and a secret open.

use std::fs;
use std::path::{Path, PathBuf};

use engawa_store::{Copy, FileKey};

use super::Backups;
use super::refused::BackupRefused;
use crate::book::Folder;
use crate::protect::{KeyFile, Keys, ProtectionRefused, Secret};
use crate::views::BackupFileIs;

/// The first bytes of every file that `age` writes.
const AGE: &[u8] = b"age-encryption.org/";

/// Under which key a backup lies.
#[derive(Debug, Clone)]
pub enum Under {
    /// Under none: an ordinary SQLite file.
    Nothing,
    /// Under the key that the book has now.
    TheBook,
    /// Under another: of another book, or of this one before it was protected anew.
    Another(Keys),
}

impl Under {
    /// All the keys of a backup of the book in this folder.
    pub fn keys<'a>(&'a self, folder: &'a Folder) -> Option<&'a Keys> {
        match self {
            Self::Nothing => None,
            Self::TheBook => folder.keys(),
            Self::Another(keys) => Some(keys),
        }
    }

    /// The key of its file.
    pub fn key<'a>(&'a self, folder: &'a Folder) -> Option<&'a FileKey> {
        self.keys(folder).map(|keys| &keys.file)
    }

    /// Whether a copy of it, byte for byte, is a file of the book.
    pub fn is_as_in(&self, folder: &Folder) -> bool {
        match self {
            Self::Nothing => folder.keys().is_none(),
            Self::TheBook => true,
            Self::Another(_) => false,
        }
    }
}

/// A backup under another key, opened to be looked at and put back.
#[derive(Debug)]
pub struct Unlocked {
    file: PathBuf,
    keys: Keys,
}

/// What a file is that the user chose as a backup.
pub fn kind_of(file: &Path) -> Result<BackupFileIs, BackupRefused> {
    use std::io::Read as _;
    let failed = |error| BackupRefused::system(file, error);
    let mut begin = Vec::new();
    let opened = match fs::File::open(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(BackupRefused::NoSuch(file.display().to_string()));
        }
        opened => opened.map_err(failed)?,
    };
    opened.take(AGE.len() as u64).read_to_end(&mut begin).map_err(failed)?;
    Ok(if begin == AGE {
        BackupFileIs::Sealed
    } else if engawa_store::is_plain(file) {
        BackupFileIs::Plain
    } else if key_files(file).is_empty() {
        return Err(BackupRefused::NotSealed(file.display().to_string()));
    } else {
        BackupFileIs::Protected
    })
}

/// Refuses a backup that is whole and lies under another key than this one.
pub fn refuse_other_key(file: &Path, key: Option<&FileKey>) -> Result<(), BackupRefused> {
    let opens = engawa_store::is_plain(file) || Copy::open(file, key).is_ok();
    if opens || key_files(file).is_empty() { Ok(()) } else { Err(BackupRefused::OtherKey(file.to_owned())) }
}

/// The key files that may belong to a backup: they lie beside it. One that is damaged belongs to none.
fn key_files(file: &Path) -> Vec<KeyFile> {
    let entries = file.parent().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with("protection") && name.ends_with(".json")
        })
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    paths.iter().filter_map(|path| KeyFile::read_at(path).ok().flatten()).collect()
}

impl Backups {
    /// What a file is that the user chose. One under the key of this book needs no secret.
    pub fn kind_of(&self, file: &Path) -> Result<BackupFileIs, BackupRefused> {
        match kind_of(file)? {
            BackupFileIs::Protected if Copy::open(file, self.folder.key()).is_ok() => Ok(BackupFileIs::Plain),
            kind => Ok(kind),
        }
    }

    /// Opens a backup that lies under another key, with the passphrase or the recovery code that its key file was made with. Until
    /// [`Backups::close_opened`] it can be looked at and put back like any other.
    pub fn unlock(&self, file: &Path, secret: &Secret) -> Result<(), BackupRefused> {
        let files = key_files(file);
        if files.is_empty() {
            return Err(BackupRefused::NotSealed(file.display().to_string()));
        }
        for key_file in files {
            let key = match key_file.opened(secret) {
                Ok(key) => key,
                Err(ProtectionRefused::WrongPassphrase | ProtectionRefused::WrongCode) => continue,
                Err(other) => return Err(BackupRefused::NotWhole { why: other.to_string() }),
            };
            let keys = key.keys().map_err(|error| BackupRefused::NotWhole { why: error.to_string() })?;
            // The key of another protection whose secret is the same.
            if Copy::open(file, Some(&keys.file)).is_ok() {
                *self.unlocked() = Some(Unlocked { file: file.to_owned(), keys });
                return Ok(());
            }
        }
        Err(BackupRefused::WrongPassphrase)
    }

    /// Under which key a backup lies.
    pub(super) fn under(&self, file: &Path) -> Under {
        if engawa_store::is_plain(file) {
            return Under::Nothing;
        }
        match &*self.unlocked() {
            Some(unlocked) if unlocked.file == file => Under::Another(unlocked.keys.clone()),
            _ => Under::TheBook,
        }
    }

    /// Forgets the key of a backup that was opened.
    pub(super) fn lock_again(&self) {
        *self.unlocked() = None;
    }

    fn unlocked(&self) -> std::sync::MutexGuard<'_, Option<Unlocked>> {
        // The lock guards one value, which a panic cannot leave half-written.
        self.unlocked.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
